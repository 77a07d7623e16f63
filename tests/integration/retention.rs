//! What the law keeps and what goes: erasures asked for, terms that are over, holds, and the ends of relationships.

mod erasure;
mod job;
mod kept;
mod versions;

use sqlx::AssertSqlSafe;
use store::audit::{Verified, verify};
use tests::{
    builders::{MerchantBuilder, Person, Tenant},
    world::World,
};

/// What stands nowhere but in one merchant's things: in names, and in addresses of mail and of the shop.
const NEEDLES: [&str; 3] = ["无双", "wushuang", "755900001111222"];

/// A merchant whose answers, files, people and keys carry what can't be mistaken, filled in and with its papers.
async fn unmistakable<'w>(tenant: &Tenant<'w>) -> MerchantBuilder<'w> {
    let merchant = tenant.merchant("lin@wushuang.example").await.filled_in().await.with_papers().await;
    for (section, fields) in [
        ("business", &[("legal_name", "深圳市无双贸易有限公司")][..]),
        ("representative", &[("name", "欧阳无双")]),
        ("applicant", &[("email", "office@wushuang.example")]),
        ("bank", &[("account_holder", "深圳市无双贸易有限公司"), ("account_number", "755900001111222")]),
        ("scenes", &[("short_name", "无双")]),
    ] {
        let answer = merchant.send(section, fields).await;
        assert_eq!(answer.status, 303, "{section}: {}", answer.complaints());
    }
    let mut owner = tenant.world.database.owner().await;
    sqlx::query(
        "insert into invitations (tenant_id, id, email, email_key, roles, merchant_id, lang, created_at, expires_at)
         select tenant_id, gen_random_uuid(), 'clerk@wushuang.example', 'clerk@wushuang.example', '{papers}', merchant_id,
             'en', $2, $2 + interval '7 days' from applications where id = $1",
    )
    .bind(merchant.id.0)
    .bind(tenant.world.services.now())
    .execute(&mut owner)
    .await
    .expect("somebody is invited");
    merchant.credential("无双 till").await;
    merchant
}

/// Tables in which something of a needle stands, in whichever column: as text, in JSON, in a list or as bytes.
async fn found(world: &World, needles: &[&str]) -> Vec<String> {
    let mut superuser = world.database.superuser().await;
    let tables: Vec<String> = sqlx::query_scalar(
        "select table_name::text from information_schema.tables
         where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
    )
    .fetch_all(&mut superuser)
    .await
    .expect("the tables");
    let mut found = Vec::new();
    for table in tables {
        for needle in needles {
            let sql = format!(
                "select exists (select 1 from {table} t where strpos(lower(t::text), $1) > 0 or strpos(t::text, $2) > 0)"
            );
            let there: bool = sqlx::query_scalar(AssertSqlSafe(sql))
                .bind(needle.to_lowercase())
                .bind(hex::encode(needle))
                .fetch_one(&mut superuser)
                .await
                .expect("a look");
            if there {
                found.push(format!("{table}: {needle}"));
            }
        }
    }
    found
}

async fn count(world: &World, sql: &'static str, merchant: &MerchantBuilder<'_>) -> i64 {
    let mut superuser = world.database.superuser().await;
    sqlx::query_scalar(sql).bind(merchant.id.0).fetch_one(&mut superuser).await.expect(sql)
}

/// The tenant's chain holds.
async fn is_whole(tenant: &Tenant<'_>) {
    let verified = verify(&tenant.world.services.db, tenant.id).await.expect("a walk");
    assert!(matches!(verified, Verified::Whole(_)), "{verified:?}");
}

/// The admin's page of an application, come to by its number.
async fn page_of(admin: &Person<'_>, number: &str) -> tests::browser::Answer {
    let list = admin.browser.get(&admin.tenant.at(&format!("/console/retention?number={number}"))).await;
    assert_eq!(list.status, 200, "{}", list.words());
    admin.browser.get(&list.link("/console/retention/")).await
}
