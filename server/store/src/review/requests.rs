//! What was asked of the merchant, and what the merchant explains where nothing is to be changed.

use super::{grounds, judgements::On};
use crate::{StoreError, TenantTx, error::Result, keys::DossierKey};
use domain::{
    ApplicationId, PersonId, VersionId,
    applications::{Fault, Item},
    review::RedoReason,
};
use std::collections::BTreeMap;
use time::OffsetDateTime;

/// An item as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requested {
    /// What, why, and in what words.
    pub item: Item,
    /// The version it was asked about.
    pub on: On,
    /// When.
    pub at: OffsetDateTime,
}

/// What the merchant explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// In their own words.
    pub text: String,
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: OffsetDateTime,
}

const ITEMS: &str = "requested_items";
const EXPLANATIONS: &str = "explanations";

/// Keeps a request, in its order; nobody's where our job asks. What is asked for already in this round stays with the version it was asked about.
pub async fn insert(
    tx: &mut TenantTx,
    key: &DossierKey,
    (application, round): (ApplicationId, u16),
    items: &[(Item, On)],
    by: Option<PersonId>,
) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    for (position, (item, on)) in items.iter().enumerate() {
        let what = item.what.token();
        let words = Some(item.words.as_str()).filter(|words| !words.is_empty());
        let place = format!("{round}:{what}");
        let words = words
            .map(|words| key.seal(&*tx.random(), ITEMS, application.0, &place, 0, words.as_bytes()))
            .transpose()?;
        sqlx::query!(
            "insert into requested_items (tenant_id, application_id, round, what, position, reason, words_sealed,
                 section_version, document_version, requested_by, requested_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             on conflict (tenant_id, application_id, round, what) do nothing",
            tenant,
            application.0,
            i32::from(round),
            what,
            i32::try_from(position).unwrap_or(i32::MAX),
            item.reason.word(),
            words,
            on.section,
            on.document.map(|version| version.0),
            by.map(|by| by.0),
            now,
        )
        .execute(tx.conn())
        .await?;
    }
    Ok(())
}

/// What was asked for after the how many-eth handing in, in its order; empty where nothing was.
pub async fn of_round(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
    round: u16,
) -> Result<Vec<Requested>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select what, reason, words_sealed, section_version, document_version, requested_at from requested_items
         where tenant_id = $1 and application_id = $2 and round = $3 order by position",
        tenant,
        application.0,
        i32::from(round),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let place = format!("{round}:{}", row.what);
            let words = match row.words_sealed {
                Some(sealed) => String::from_utf8(key.open(ITEMS, application.0, &place, 0, &sealed)?)
                    .map_err(|_| StoreError::Corrupt("words"))?,
                None => String::new(),
            };
            let what = Fault::from_token(&row.what).ok_or(StoreError::Corrupt("item"))?;
            let reason = RedoReason::from_word(&row.reason).ok_or(StoreError::Corrupt("reason"))?;
            Ok(Requested {
                item: Item { what, reason, words },
                on: On { section: row.section_version, document: row.document_version.map(VersionId) },
                at: row.requested_at,
            })
        })
        .collect()
}

/// Keeps an explanation, or with nothing takes the standing one back; nobody does where our job asks anew.
pub async fn explain(
    tx: &mut TenantTx,
    key: &DossierKey,
    (application, round): (ApplicationId, u16),
    what: &Fault,
    text: Option<&str>,
    by: Option<PersonId>,
) -> Result<()> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let text = grounds::seal(tx, key, (EXPLANATIONS, id, "text"), text)?;
    sqlx::query!(
        "insert into explanations (tenant_id, id, application_id, round, what, text_sealed, explained_by, explained_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        tenant,
        id,
        application.0,
        i32::from(round),
        what.token(),
        text,
        by.map(|by| by.0),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The explanations that stand, by item.
pub async fn explanations(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
    round: u16,
) -> Result<BTreeMap<Fault, Explained>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select distinct on (what) id, what, text_sealed, explained_by, explained_at from explanations
         where tenant_id = $1 and application_id = $2 and round = $3
         order by what, place desc",
        tenant,
        application.0,
        i32::from(round),
    )
    .fetch_all(tx.conn())
    .await?;
    let mut all = BTreeMap::new();
    for row in rows {
        let text = grounds::open(key, (EXPLANATIONS, row.id, "text"), row.text_sealed.as_deref())?;
        let Some(text) = text else { continue };
        let what = Fault::from_token(&row.what).ok_or(StoreError::Corrupt("item"))?;
        let by = row.explained_by.ok_or(StoreError::Corrupt("whoever explains"))?;
        all.insert(what, Explained { text, by: PersonId(by), at: row.explained_at });
    }
    Ok(all)
}
