//! The tenant's table of currencies: kept by whoever keeps fees, read by whoever compares.

use crate::{
    Result, ServiceError, Services,
    applications::today,
    error::{FieldError, Refusal},
    tenants::authorise,
};
use domain::{
    Actor,
    applications::kinds::iso_date,
    audit::Event,
    fees::{
        Exchange,
        exchange::Quote,
        rates::{self as rules, Unfit},
        typed::Wrong,
    },
    money::Currency,
    permissions::Act,
};
use std::collections::BTreeMap;
use store::{TenantTx, fees::rates, tenants};
use time::Date;

pub use store::fees::rates::Entered;

/// Figures on one page of the history.
pub const PAGE: usize = 50;

/// The table as it stands.
#[derive(Clone, Debug)]
pub struct Table {
    /// The tenant's own currency, in which the others are told.
    pub base: String,
    /// The day that it is.
    pub today: Date,
    /// What counts today, by code.
    pub current: Vec<Entered>,
    /// What was entered, the last first; of one currency where one was asked for.
    pub history: Vec<Entered>,
    /// Where the history goes on.
    pub next: Option<i64>,
    /// Whether the reader may enter figures.
    pub may_enter: bool,
}

/// The table, with the history of one currency or of all, before a place in it.
///
/// # Errors
/// [`ServiceError::NotFound`] where there is no such currency.
pub async fn table(
    services: &Services,
    actor: &Actor,
    of: Option<&str>,
    before: Option<i64>,
) -> Result<Table> {
    authorise(actor, Act::CompareFees)?;
    if of.is_some_and(|code| Currency::get(code).is_none()) {
        return Err(ServiceError::NotFound);
    }
    let today = today("CN", services.now());
    let base = tenants::by_id(&services.db, actor.tenant()).await?.currency;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let current = rates::on(&mut tx, today).await?;
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut history = rates::history(&mut tx, of, before, limit).await?;
    let more = history.len() > PAGE;
    history.truncate(PAGE);
    let next = history.last().filter(|_| more).map(|last| last.place);
    Ok(Table { base, today, current, history, next, may_enter: actor.may(Act::ManageFees) })
}

/// What currencies are worth on a day, for whoever was let in already.
pub async fn exchange(services: &Services, actor: &Actor, on: Date) -> Result<Exchange> {
    let base = tenants::by_id(&services.db, actor.tenant()).await?.currency;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let kept = rates::on(&mut tx, on).await?;
    let own = (base, 1_000_000);
    let lines = kept.into_iter().map(|line| (line.currency, line.worth)).chain([own]);
    Ok(Exchange::new(lines.filter_map(|(code, worth)| {
        let quote = Quote::new(Currency::get(&code)?.places(), worth)?;
        Some((code, quote))
    })))
}

/// As typed: one day's figures.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// The day, like 2026-11-23.
    pub on: String,
    /// Codes of the fields, each with what was typed; nothing where that currency's figure stays.
    pub worths: Vec<(String, String)>,
    /// The code of one more currency.
    pub other: String,
    /// What that one is worth.
    pub other_worth: String,
    /// Whether figures far from those before are meant.
    pub sure: bool,
}

/// Enters one day's figures, all or none.
pub async fn enter(services: &Services, actor: &Actor, input: &Input) -> Result<()> {
    authorise(actor, Act::ManageFees)?;
    let by = actor.person().ok_or(ServiceError::SignedOut)?.id;
    let base = tenants::by_id(&services.db, actor.tenant()).await?.currency;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let mut check = Check { base: &base, refusal: Refusal::default(), found: BTreeMap::new() };
    let from = check.day(&input.on, today("CN", services.now()));
    for (code, typed) in &input.worths {
        check.worth(&format!("worth_{code}"), code, typed);
    }
    check.other(input);
    if check.found.is_empty() && check.refusal.fields.is_empty() {
        check.refusal.whole = Some("rates-error-nothing".into());
    }
    if let Some(from) = from.filter(|_| !input.sure) {
        check.leaps(&rates::on(&mut tx, from).await?);
    }
    check.refusal.or_ok()?;
    let from = from.ok_or(ServiceError::Conflict("error-stale"))?;
    for (code, (_, worth)) in &check.found {
        rates::enter(&mut tx, by, code, from, *worth).await?;
    }
    let codes: Vec<_> = check.found.into_keys().collect();
    let event = Event::new("currency_rate.entered", "tenant", actor.tenant());
    tx.record(event.with("currencies", codes.join(" ")).with("day", from.to_string()));
    Ok(tx.commit().await?)
}

/// What was typed, looked through: each currency once, with the field it was typed into.
struct Check<'a> {
    base: &'a str,
    refusal: Refusal,
    found: BTreeMap<String, (String, u64)>,
}

impl Check<'_> {
    fn wrong(&mut self, field: &str, key: &str) {
        self.refusal.fields.push(FieldError::new(field, key));
    }

    fn day(&mut self, typed: &str, today: Date) -> Option<Date> {
        let Some(day) = iso_date::parse(typed.trim()) else {
            self.wrong("on", "audit-error-date");
            return None;
        };
        if !rules::may_hold_from(day, today) {
            self.wrong("on", if day > today { "rates-error-to-come" } else { "rates-error-long-ago" });
            return None;
        }
        Some(day)
    }

    fn worth(&mut self, field: &str, code: &str, typed: &str) {
        if typed.trim().is_empty() {
            return;
        }
        if Currency::get(code).is_none() {
            return self.wrong(field, "rates-error-unknown");
        }
        if code == self.base {
            return self.wrong(field, "rates-error-base");
        }
        match rules::worth(typed) {
            Ok(worth) if self.found.insert(code.to_owned(), (field.to_owned(), worth)).is_some() => {
                self.wrong(field, "rates-error-twice");
            }
            Ok(_) => (),
            Err(unfit) => self.wrong(
                field,
                match unfit {
                    Unfit::Zero => "rates-error-zero",
                    Unfit::Typed(Wrong::NoNumber) => "compare-error-number",
                    Unfit::Typed(Wrong::Decimals(_)) => "rates-error-decimals",
                    Unfit::Typed(Wrong::TooLarge) => "rates-error-too-large",
                },
            ),
        }
    }

    /// One more currency than the fields name.
    fn other(&mut self, input: &Input) {
        let code = input.other.trim().to_ascii_uppercase();
        let typed = input.other_worth.trim();
        if code.is_empty() && typed.is_empty() {
            return;
        }
        if Currency::get(&code).is_none() {
            return self.wrong("other", "rates-error-unknown");
        }
        if code == self.base {
            return self.wrong("other", "rates-error-base");
        }
        if typed.is_empty() {
            return self.wrong("other_worth", "compare-error-number");
        }
        self.worth("other_worth", &code, typed);
    }

    /// Asks about figures far from those that held before.
    fn leaps(&mut self, before: &[Entered]) {
        for line in before {
            let Some((field, worth)) = self.found.get(&line.currency) else { continue };
            if rules::leaps(line.worth, *worth) {
                let args = vec![("before", rules::written(line.worth))];
                let error = FieldError { args, ..FieldError::new(field.clone(), "rates-error-leap") };
                self.refusal.fields.push(error);
            }
        }
    }
}
