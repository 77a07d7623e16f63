//! Sending back: everything that the reviewer marked becomes one request for changes, previewed as the merchant will
//! read it.

use super::{
    Denied, Moved, Screen, access, items,
    judging::{Held, held},
    settle,
};
use crate::{
    Services,
    applications::{Terms, advance, answers, shaped},
};
use domain::{
    Actor, ApplicationId, Lang, PersonId,
    applications::{Event, Fault, Item, Move, RuleSet},
    permissions::Act,
    review::Judgement,
};
use std::collections::BTreeSet;
use store::{
    TenantTx,
    applications::{Application, dossiers, merchants},
    mail,
    review::{judgements::On, requests},
    tenants,
};
use time::OffsetDateTime;

/// A request for changes before it is sent.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The application.
    pub application: Application,
    /// Its rules.
    pub rules: RuleSet,
    /// What the merchant will read, in the order of the rules.
    pub items: Vec<Item>,
    /// The language in which whoever is written to reads.
    pub lang: Lang,
    /// When it would run out, sent now.
    pub until: OffsetDateTime,
    /// What it is bound to; see [`send`].
    pub seen: String,
    /// Why it can't be sent, as a message key.
    pub why_not: Option<&'static str>,
}

/// What would be sent now.
pub async fn preview(services: &Services, actor: &Actor, id: ApplicationId) -> crate::Result<Preview> {
    let by = access::person(actor, Act::ViewCases)?;
    let tenant = tenants::by_id(&services.db, actor.tenant()).await?;
    let terms = Terms::of(services, &tenant)?;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = access::seen(&mut tx, id, by).await?;
    let screen = Screen::of(&mut tx, &application).await?;
    let all = answers::open(&mut tx, id).await?;
    let rules = shaped(services, &application, &all)?;
    let found = items::items(&mut tx, &application, &rules, &all).await?;
    let items: Vec<Item> = marked(&found).into_iter().map(|(item, _)| item).collect();
    let owners = merchants::owners(&mut tx, application.merchant).await?;
    let until = tx.now() + time::Duration::days(i64::from(terms.policy.changes_days));
    drop(tx);
    let mut lang = tenant.languages.first().copied().unwrap_or_default();
    if let Some(owner) = owners.first() {
        let addressee = mail::addressee(&services.db, *owner).await?;
        lang = addressee.and_then(|addressee| addressee.lang).unwrap_or(lang);
    }
    let why = application.state.why_not(Move::RequestChanges, Some(by));
    let why = why.or(super::claims::case_of(&application).why_not_in_hand(Move::Recommend, by));
    let why_not = match why {
        _ if !actor.may(Act::Recommend) => Some("review-why-not-reviewer"),
        Some(why) => Some(crate::applications::why_key(why)),
        None if items.is_empty() => Some("review-changes-nothing"),
        None => None,
    };
    let seen = token(&screen, &found);
    Ok(Preview { application, rules, items, lang, until, seen, why_not })
}

/// Sends what was previewed.
///
/// # Errors
/// [`Denied::Moved`] where anything isn't as it was on the preview, [`Denied::NotOpen`] where the case isn't this
/// person's to send back now, or nothing is marked.
pub async fn send(services: &Services, actor: &Actor, id: ApplicationId, seen: &str) -> Result<(), Denied> {
    let by = access::person(actor, Act::Recommend)?;
    let terms = Terms::of(services, &tenants::by_id(&services.db, actor.tenant()).await?)?;
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    let Held { mut application, key, items } = held(services, &mut tx, id, by).await?;
    let screen = Screen::of(&mut tx, &application).await?;
    if token(&screen, &items) != seen {
        let screen_part = seen.split_once('~').map_or(seen, |(screen, _)| screen);
        let moved = screen.moved_since(screen_part);
        return Err(Denied::Moved(if moved.is_empty() { BTreeSet::from([Moved::Case]) } else { moved }));
    }
    let asked = marked(&items);
    settle::sent_back(&mut tx, &application, &items, by).await?;
    requests::insert(&mut tx, &key, (id, items.round), &asked, Some(by)).await?;
    let event = Event::RequestChanges { by, items: asked.into_iter().map(|(item, _)| item).collect() };
    advance(&mut tx, &mut application, event, &terms).await?;
    Ok(tx.commit().await?)
}

/// Keeps what a channel wants changed, or our job where papers run out and nobody asks, as a request of the desk's: a
/// paper by each of its files, each item with the version it is about, so that what the merchant changes is seen.
/// Answers the items as the application is to hold them.
pub(crate) async fn keep_request(
    services: &Services,
    tx: &mut TenantTx,
    application: &Application,
    wanted: Vec<Item>,
    by: Option<PersonId>,
) -> crate::Result<Vec<Item>> {
    let all = answers::open(tx, application.id).await?;
    let found = items::items(tx, application, &shaped(services, application, &all)?, &all).await?;
    let mut asked: Vec<(Item, On)> = Vec::new();
    for item in wanted {
        let files: Vec<_> = found.all.iter().filter(|one| is_file_of(&one.what, &item.what)).collect();
        if files.is_empty() {
            let on = found.find(&item.what).map(|one| one.on).unwrap_or_default();
            asked.push((item, on));
        } else {
            asked.extend(
                files.into_iter().map(|file| (Item { what: file.what.clone(), ..item.clone() }, file.on)),
            );
        }
    }
    // What only runs out holds until it has.
    if let Some(by) = by {
        settle::asked_again(tx, application, &asked, by).await?;
    }
    let key = dossiers::open(tx, application.id).await?;
    let round = (application.id, found.round);
    requests::insert(tx, &key, round, &asked, by).await?;
    // What explained an earlier objection doesn't answer this one.
    let explained = requests::explanations(tx, &key, application.id, found.round).await?;
    for (item, _) in asked.iter().filter(|(item, _)| explained.contains_key(&item.what)) {
        requests::explain(tx, &key, round, &item.what, None, by).await?;
    }
    Ok(asked.into_iter().map(|(item, _)| item).collect())
}

fn is_file_of(item: &Fault, paper: &Fault) -> bool {
    matches!((item, paper), (Fault::Document(of, _), Fault::Paper(code)) if of == code)
}

/// What goes back, with the version it is about.
fn marked(items: &items::Items) -> Vec<(Item, On)> {
    let asked = |item: &items::Item| match item.judged.as_ref().map(|judged| &judged.judgement) {
        Some(Judgement::SentBack { reason, words }) => {
            Some((Item { what: item.what.clone(), reason: *reason, words: words.clone() }, item.on))
        }
        _ => None,
    };
    items.all.iter().filter_map(asked).collect()
}

/// What a request is bound to: everything on the screen, and the very judgements that are sent.
fn token(screen: &Screen, items: &items::Items) -> String {
    let marks: Vec<String> = items
        .sent_back()
        .filter_map(|item| item.judged.as_ref())
        .map(|judged| judged.id.0.simple().to_string())
        .collect();
    format!("{}~{}", screen.token(), marks.join("."))
}
