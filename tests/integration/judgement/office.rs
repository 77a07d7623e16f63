//! Brings cases before the desk as merchants do: through the use cases, with real files that our machines open.

use super::{cases::Case, faults::Behind};
use domain::{
    Actor, ApplicationId,
    applications::{RuleSet, Values, check},
    permissions::Role,
};
use futures::stream;
use services::{
    applications::{self, StartInput, VersionInput},
    documents::{self, Outcome, Wanted},
};
use std::convert::Infallible;
use store::{
    TenantTx,
    applications::{dossiers, load, lock, sections},
};
use tests::desk::Desk;

/// Somebody's application.
pub(super) struct Brought {
    pub(super) id: ApplicationId,
    owner: Actor,
}

/// Fills in an application and gives its papers.
pub(super) async fn bring(desk: &Desk, number: usize, case: &Case, rules: &RuleSet) -> Brought {
    let services = &desk.world.services;
    let mut owner = desk.newcomer(&format!("owner{number}")).await;
    let start = StartInput { kind: case.kind.into(), ..StartInput::default() };
    let id = applications::start(services, &owner, &start).await.expect("an application is started");
    let mut tx = TenantTx::read(&services.db, &owner).await.expect("a look");
    let merchant = load(&mut tx, id).await.expect("the application").merchant;
    drop(tx);
    if let Actor::Person(person) = &mut owner {
        person.members.push((merchant, Role::Owner));
    }
    for section in rules.shaped(&case.answers).sections {
        let values =
            case.answers.get(&section.code).unwrap_or_else(|| panic!("{}: {}", case.kind, section.code));
        let values: Vec<(&str, &str)> =
            values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        desk.answer(&owner, id, &section.code, &values, 0).await;
    }
    for (paper, (name, bytes)) in &case.papers {
        let wanted = Wanted {
            application: id,
            paper: paper.clone(),
            replaces: None,
            name: (*name).to_owned(),
            length: u64::try_from(bytes.len()).ok(),
        };
        let pieces = stream::iter([Ok::<_, Infallible>(bytes.clone().into())]);
        let done = documents::upload(services, &owner, &wanted, pieces).await;
        assert!(matches!(done, Ok(Outcome::Arrived(_))), "{} {paper}: {done:?}", case.kind);
    }
    Brought { id, owner }
}

/// Hands it in.
pub(super) async fn hand_in(desk: &Desk, brought: &Brought, case: &Case, rules: &RuleSet) {
    let version = desk.version(&brought.owner, brought.id).await;
    let services = &desk.world.services;
    let handed = applications::submit(services, &brought.owner, brought.id, VersionInput { version }).await;
    if let Err(error) = handed {
        let found = check::all(&rules.shaped(&case.answers), &case.answers, services.now().date());
        panic!("{}: {error:?}, {found:?}", case.kind);
    }
}

/// Writes answers behind the forms.
pub(super) async fn write_behind(desk: &Desk, brought: &Brought, rules: &RuleSet, behind: &Behind) {
    for (code, input, value) in behind {
        let mut tx = TenantTx::begin(&desk.world.services.db, &brought.owner).await.expect("a change");
        lock(&mut tx, brought.id).await.expect("the application");
        let key = dossiers::open(&mut tx, brought.id).await.expect("the dossier");
        let stored = sections::current(&mut tx, brought.id).await.expect("the sections");
        let stored = stored.into_iter().find(|section| section.code == *code).expect("the section");
        let mut values = stored.answers(&key).expect("the answers");
        values.insert((*input).to_owned(), value.clone());
        let section = rules.section(code.split('.').next().expect("a family")).expect("the section's rules");
        let is_sealed = |name: &String| section.field_of_input(name).is_some_and(|field| field.sealed);
        let (sealed, plain): (Values, Values) = values.into_iter().partition(|(name, _)| is_sealed(name));
        let new = sections::NewSection {
            code,
            follows: stored.version,
            plain: &plain,
            sealed: &sealed,
            found_by: &[],
            by: brought.owner.person().expect("a person").id,
        };
        sections::save(&mut tx, brought.id, &key, &new).await.expect("it is written");
        tx.commit().await.expect("it is kept");
    }
}
