//! A tenant's keys and the dossier keys under them.

use super::{Binding, Key, KeyError, MasterKeys, open, seal};
use crate::ports::Random;
use domain::TenantId;
use uuid::Uuid;

/// A tenant's own key (wraps dossier keys) and index key (fingerprints).
#[derive(Clone, Debug)]
pub struct TenantKeys {
    tenant: Uuid,
    key: Key,
    index: Key,
}

/// The key of one dossier: an application's fields and files.
#[derive(Clone, Debug)]
pub struct DossierKey {
    tenant: Uuid,
    key: Key,
}

const fn bound_to(tenant: Uuid, field: &str) -> Binding<'_> {
    Binding { tenant, table: "tenants", row: tenant, field, version: 0 }
}

impl TenantKeys {
    /// New keys for a new tenant, and their wrapped forms (key, index key).
    pub fn draw(
        master: &MasterKeys,
        random: &dyn Random,
        tenant: TenantId,
    ) -> Result<(Vec<u8>, Vec<u8>), KeyError> {
        let key = master.wrap(random, &bound_to(tenant.0, "wrapped_key"), &Key::draw(random))?;
        let index = master.wrap(random, &bound_to(tenant.0, "wrapped_index_key"), &Key::draw(random))?;
        Ok((key, index))
    }

    /// Unwraps a tenant's keys.
    pub fn unwrap(master: &MasterKeys, tenant: TenantId, key: &[u8], index: &[u8]) -> Result<Self, KeyError> {
        Ok(Self {
            tenant: tenant.0,
            key: master.unwrap(&bound_to(tenant.0, "wrapped_key"), key)?,
            index: master.unwrap(&bound_to(tenant.0, "wrapped_index_key"), index)?,
        })
    }

    /// The keyed digest of a normalised value.
    pub fn fingerprint(&self, kind: &str, normalised: &str) -> [u8; 32] {
        super::fingerprint(&self.index, kind, normalised)
    }

    const fn search_binding(&self, person: Uuid) -> Binding<'static> {
        Binding { tenant: self.tenant, table: "searches", row: person, field: "typed", version: 0 }
    }

    /// Seals what somebody searches for.
    pub fn seal_search(&self, random: &dyn Random, person: Uuid, typed: &[u8]) -> Result<Vec<u8>, KeyError> {
        seal(&self.key, random, &self.search_binding(person), typed)
    }

    /// Opens what this person searches for.
    pub fn open_search(&self, person: Uuid, sealed: &[u8]) -> Result<Vec<u8>, KeyError> {
        open(&self.key, &self.search_binding(person), sealed)
    }

    /// Seals what is the tenant's own and no dossier's: a field of a row that is written once.
    pub fn seal_own(
        &self,
        random: &dyn Random,
        (table, row, field): (&str, Uuid, &str),
        value: &[u8],
    ) -> Result<Vec<u8>, KeyError> {
        seal(&self.key, random, &Binding { tenant: self.tenant, table, row, field, version: 0 }, value)
    }

    /// Opens what [`TenantKeys::seal_own`] has sealed.
    pub fn open_own(
        &self,
        (table, row, field): (&str, Uuid, &str),
        sealed: &[u8],
    ) -> Result<Vec<u8>, KeyError> {
        open(&self.key, &Binding { tenant: self.tenant, table, row, field, version: 0 }, sealed)
    }

    const fn dossier_binding(&self, id: Uuid) -> Binding<'static> {
        Binding { tenant: self.tenant, table: "dossier_keys", row: id, field: "wrapped_key", version: 0 }
    }

    /// A new dossier key and its wrapped form.
    pub fn draw_dossier(&self, random: &dyn Random, id: Uuid) -> Result<(DossierKey, Vec<u8>), KeyError> {
        let key = Key::draw(random);
        let wrapped = seal(&self.key, random, &self.dossier_binding(id), key.expose())?;
        Ok((DossierKey { tenant: self.tenant, key }, wrapped))
    }

    /// Unwraps a dossier key.
    pub fn open_dossier(&self, id: Uuid, wrapped: &[u8]) -> Result<DossierKey, KeyError> {
        let key =
            open(&self.key, &self.dossier_binding(id), wrapped)?.try_into().map_err(|_| KeyError::Form)?;
        Ok(DossierKey { tenant: self.tenant, key: Key::new(key) })
    }
}

impl DossierKey {
    /// Seals a field.
    pub fn seal(
        &self,
        random: &dyn Random,
        table: &str,
        row: Uuid,
        field: &str,
        version: i32,
        value: &[u8],
    ) -> Result<Vec<u8>, KeyError> {
        seal(&self.key, random, &Binding { tenant: self.tenant, table, row, field, version }, value)
    }

    /// Opens a field.
    pub fn open(
        &self,
        table: &str,
        row: Uuid,
        field: &str,
        version: i32,
        sealed: &[u8],
    ) -> Result<Vec<u8>, KeyError> {
        open(&self.key, &Binding { tenant: self.tenant, table, row, field, version }, sealed)
    }

    /// The key of one file: every blob has its own, drawn from the dossier's, so that erasing the dossier's row
    /// erases them all.
    pub fn file_key(&self, blob_key: &str) -> Key {
        Key::new(super::fingerprint::hmac(self.key.expose(), format!("gangway|file|{blob_key}").as_bytes()))
    }
}
