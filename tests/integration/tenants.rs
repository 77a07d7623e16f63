//! Tenants through the whole program: who runs them, who works at them, what is shut when one is suspended.

mod admins;
mod branding;
mod front;
mod joining;
mod leaving;
mod members;
mod operator;
mod settings;
mod suspension;

use domain::{Actor, Lang, TenantId};
use services::tenants::operators;
use tests::{
    browser::Browser,
    builders::{Person, Tenant},
    world::World,
};

/// What the command line does.
const COMMAND: Actor = Actor::System { tenant: TenantId::PLATFORM, job: "test" };

/// Someone who runs the platform, signed in.
async fn operator<'w>(tenant: &Tenant<'w>) -> Person<'w> {
    let person = tenant.person("olga@gangway.example").await;
    operators::make(&tenant.world.services, &COMMAND, &person.email, Lang::En).await.expect("an operator");
    tests::proofs::set_up_app(&tenant.world.services, person.id).await;
    tenant.world.run_jobs().await;
    person
}

/// Where the console shows one of the staff.
fn page_of(person: &Person<'_>) -> String {
    person.tenant.at(&format!("/console/staff/{}", person.id))
}

/// Whether the browser is signed in.
async fn is_in(browser: &Browser) -> bool {
    browser.send(browser.request(reqwest::Method::GET, "/account")).await.status == 200
}

/// One number from the database, seen by its owner.
async fn number(world: &World, sql: &'static str) -> i64 {
    let mut owner = world.database.owner().await;
    sqlx::query_scalar(sql).fetch_one(&mut owner).await.expect(sql)
}

/// Does something as the database's owner.
async fn change(world: &World, sql: &'static str) {
    let mut owner = world.database.owner().await;
    sqlx::query(sql).execute(&mut owner).await.expect(sql);
}

/// How often an event stands in the platform's chain, and in all tenants'.
async fn recorded(world: &World, name: &str) -> (i64, i64) {
    let mut owner = world.database.owner().await;
    sqlx::query_as(
        "select count(*) filter (where tenant_id = $1), count(*) filter (where tenant_id <> $1)
         from audit_events where name = $2",
    )
    .bind(TenantId::PLATFORM.0)
    .bind(name)
    .fetch_one(&mut owner)
    .await
    .expect("events are counted")
}
