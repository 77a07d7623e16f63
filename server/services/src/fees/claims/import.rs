//! Many claims at once: looked at first, then all of them proposed or none, and approved together by another person.

use super::{
    answer::{Second, say},
    day,
    propose::{insert, may_propose},
    transfer::{self, Kind, LineFault, Sheet},
};
use crate::{Result, ServiceError, Services, tenants::authorise};
use domain::{
    Actor,
    fees::own::{Own, Terms},
    permissions::Act,
};
use std::collections::HashMap;
use store::{
    TenantTx,
    fees::claims::{self, Which},
};
use time::Date;
use uuid::Uuid;

/// What an import came to: its id and how many claims it has proposed, or what is wrong in which line.
pub type Imported = std::result::Result<(Uuid, usize), Vec<LineFault>>;

/// Looks at a file as an import would, and changes nothing: what would be proposed, and every line's faults.
pub async fn check(services: &Services, actor: &Actor, bytes: &[u8], kind: Kind) -> Result<Sheet> {
    may_propose(actor)?;
    let mut sheet = transfer::read(bytes, kind);
    let mut tx = TenantTx::read(&services.db, actor).await?;
    judge(&mut tx, &mut sheet, day(services)).await?;
    Ok(sheet)
}

/// Proposes every claim of a file, or none where a line is wrong.
pub async fn import(services: &Services, actor: &Actor, bytes: &[u8], kind: Kind) -> Result<Imported> {
    may_propose(actor)?;
    let mut sheet = transfer::read(bytes, kind);
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    judge(&mut tx, &mut sheet, day(services)).await?;
    if !sheet.faults.is_empty() {
        return Ok(Err(sheet.faults));
    }
    let id = tx.new_id();
    for (_, terms) in &sheet.claims {
        insert(&mut tx, terms, (None, Some(id))).await?;
    }
    tx.commit().await?;
    Ok(Ok((id, sheet.claims.len())))
}

/// Adds what is wrong with each claim by itself, beside the others of the file, and beside those that stand.
async fn judge(tx: &mut TenantTx, sheet: &mut Sheet, today: Date) -> Result<()> {
    let standing = claims::select(tx, Which::default(), i64::MAX).await?;
    let mut known: HashMap<_, Vec<&Own>> = HashMap::new();
    for one in &standing {
        known.entry((one.own.terms.about(), one.own.terms.contract.as_str())).or_default().push(&one.own);
    }
    let mut seen: HashMap<_, Vec<(u64, &Terms)>> = HashMap::new();
    let mut faults = Vec::new();
    for (line, terms) in &sheet.claims {
        faults.extend(terms.faults(today).into_iter().map(|(field, key)| fault(*line, field, key)));
        let series = (terms.about(), terms.contract.as_str());
        if known.get(&series).into_iter().flatten().any(|one| one.bars(terms, None)) {
            faults.push(fault(*line, "from", "fees-own-error-overlap"));
        }
        let others = seen.entry(series).or_default();
        if let Some((other, _)) = others.iter().find(|(_, other)| terms.meets(other)) {
            let other = ("other", other.to_string());
            faults.push(LineFault { args: vec![other], ..fault(*line, "from", "fees-import-error-overlap") });
        }
        others.push((*line, terms));
    }
    sheet.faults.extend(faults);
    sheet.faults.sort_by_key(|fault| fault.line);
    Ok(())
}

fn fault(line: u64, column: &str, key: &'static str) -> LineFault {
    LineFault { line, column: column.to_owned(), key, args: Vec::new() }
}

/// Approves every claim of an import that waits, as another person than whoever brought it in; all of them or none.
///
/// # Errors
/// [`ServiceError::NotFound`] where there is no such import, [`ServiceError::Conflict`] where none of it waits or the
/// same person brought it in.
pub async fn approve_all(services: &Services, actor: &Actor, import: Uuid) -> Result<usize> {
    authorise(actor, Act::ApproveFees)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let all = claims::select(&mut tx, Which { import: Some(import), ..Which::default() }, i64::MAX).await?;
    if all.is_empty() {
        return Err(ServiceError::NotFound);
    }
    let waiting: Vec<_> = all.into_iter().filter(|one| one.own.answer.is_none()).collect();
    if waiting.is_empty() {
        return Err(ServiceError::Conflict("fees-own-why-answered"));
    }
    // Its oldest first, as it was brought in.
    for one in waiting.iter().rev() {
        say(&mut tx, one.own.id, &Second::Approve, None).await?;
    }
    tx.commit().await?;
    Ok(waiting.len())
}

/// Every approved claim whose last day hasn't gone, as it stands: where another one takes its place, it ends the day
/// before.
pub async fn export(services: &Services, actor: &Actor) -> Result<Vec<Terms>> {
    authorise(actor, Act::CompareFees)?;
    let on = day(services);
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let own = claims::approved(&mut tx).await?;
    let standing = own.into_iter().filter(|one| one.until().is_none_or(|until| until >= on));
    Ok(standing.map(|one| Terms { to: one.until(), ..one.terms }).collect())
}
