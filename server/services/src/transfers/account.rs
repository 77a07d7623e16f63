//! The tenant's own account, to which merchants send: the admin's to set, with a fresh proof of who they are.

use crate::{
    Refusal, Result, ServiceError, Services, accounts::demand_proof, error::FieldError, tenants::authorise,
};
use domain::{Actor, audit::Event, permissions::Act, text};
use store::{
    TenantTx,
    transfers::account::{self, OwnAccount},
};

/// Letters of a holder's or bank's name, and of a number.
const LONGEST: usize = 200;
const LONGEST_NUMBER: usize = 64;

/// The account as typed; all empty takes it away.
#[derive(Clone, Debug, Default)]
pub struct AccountInput {
    /// Whose it is.
    pub holder: String,
    /// At which bank.
    pub bank: String,
    /// Its number.
    pub number: String,
}

/// The tenant's own account, for its admin.
pub async fn own_account(services: &Services, actor: &Actor) -> Result<Option<OwnAccount>> {
    authorise(actor, Act::ManageTenant)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    Ok(account::get(&mut tx).await?)
}

/// Keeps what was typed.
///
/// # Errors
/// [`ServiceError::Refused`] where a part of it is missing or too long.
pub async fn save_own_account(services: &Services, actor: &Actor, input: &AccountInput) -> Result<()> {
    authorise(actor, Act::ManageTenant)?;
    demand_proof(actor, Act::ManageTransfers)?;
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let typed = checked(input)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    if account::get(&mut tx).await? == typed {
        return Ok(());
    }
    account::put(&mut tx, typed.as_ref(), by).await?;
    tx.record(Event::new("tenant.own_account_changed", "tenant", actor.tenant()));
    Ok(tx.commit().await?)
}

fn checked(input: &AccountInput) -> Result<Option<OwnAccount>> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let account = OwnAccount {
        holder: plain(&input.holder),
        bank: plain(&input.bank),
        number: text::compact(&input.number).to_uppercase(),
    };
    if account == OwnAccount::default() {
        return Ok(None);
    }
    let mut refusal = Refusal::default();
    for (field, value, most) in [
        ("holder", &account.holder, LONGEST),
        ("bank", &account.bank, LONGEST),
        ("number", &account.number, LONGEST_NUMBER),
    ] {
        if value.is_empty() || value.chars().count() > most {
            refusal.fields.push(FieldError::new(field, "transfers-error-own-account"));
        }
    }
    refusal.or_ok()?;
    Ok(Some(account))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_whole_or_none() {
        let whole = AccountInput {
            holder: " Harbour  Pay ".into(),
            bank: "Bank of Harbour".into(),
            number: "de89 3704-0044".into(),
        };
        let kept = checked(&whole).unwrap().unwrap();
        assert_eq!((kept.holder.as_str(), kept.number.as_str()), ("Harbour Pay", "DE8937040044"));
        assert_eq!(checked(&AccountInput::default()).unwrap(), None);
        let Err(ServiceError::Refused(refusal)) = checked(&AccountInput { bank: String::new(), ..whole })
        else {
            panic!("taken")
        };
        assert_eq!(refusal.fields[0].field, "bank");
    }
}
