//! The audit chain: nobody changes it by the front door, and whoever comes by the back door is found out.

use domain::{Actor, TenantId, audit::Event};
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, PgConnection};
use store::{
    Db, TenantTx,
    audit::{Verified, verify},
    db::PoolSize,
    keys::MasterKeys,
};
use tests::{
    database::Database,
    ports::{FixedClock, fixed},
};
use uuid::Uuid;

const EVENTS: i64 = 8;
const TENANT: TenantId = TenantId(Uuid::from_u128(0xa));

struct Chain {
    database: Database,
    db: Db,
}

async fn append(db: &Db, tenant: TenantId, count: i64) {
    let actor = Actor::System { tenant, job: "test" };
    for at in 0..count {
        let mut tx = TenantTx::begin(db, &actor).await.expect("a transaction");
        tx.record(Event::new("test.happened", "test", Uuid::nil()).with("at", at));
        tx.commit().await.expect("the event is chained");
    }
}

async fn chain() -> Chain {
    let database = Database::fresh().await;
    let master =
        MasterKeys::parse("test:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=").expect("a master key");
    let ports = fixed(&FixedClock::default(), 1);
    let db =
        Db::connect(&database.app_url(), PoolSize::default(), master, ports).await.expect("the app connects");
    append(&db, TENANT, EVENTS).await;
    append(&db, TenantId::PLATFORM, 2).await;
    Chain { database, db }
}

async fn by_the_back_door(connection: &mut PgConnection, sql: &str) {
    // Triggers asleep, policies passed by: what someone with the server's disk in their hands could do.
    sqlx::raw_sql("set session_replication_role = replica")
        .execute(&mut *connection)
        .await
        .expect("triggers sleep");
    let done = sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).execute(&mut *connection).await.expect(sql);
    assert!(done.rows_affected() > 0, "nothing tampered with: {sql}");
}

/// Tampers with a fresh chain; gives where the walk finds it broken.
async fn found(sql: &str) -> Verified {
    let chain = chain().await;
    assert_eq!(verify(&chain.db, TENANT).await.expect("a walk"), Verified::Whole(EVENTS));
    by_the_back_door(&mut chain.database.superuser().await, sql).await;
    assert_eq!(
        verify(&chain.db, TenantId::PLATFORM).await.expect("a walk"),
        Verified::Whole(2),
        "the other chain is whole"
    );
    verify(&chain.db, TENANT).await.expect("a walk")
}

fn of_the_tenant(rest: &str) -> String {
    format!("tenant_id = '{}' and {rest}", TENANT.0)
}

#[tokio::test]
async fn l02_an_edited_event_is_found() {
    let body = "convert_to(replace(convert_from(body, 'utf8'), '\"at\":\"3\"', '\"at\":\"9\"'), 'utf8')";
    let edit = format!("update audit_events set body = {body} where {}", of_the_tenant("seq = 4"));
    assert_eq!(found(&edit).await, Verified::Broken(4));
}

#[tokio::test]
async fn l02_an_edited_column_beside_the_body_is_found() {
    for column in [
        "name = 'test.else'",
        "occurred_at = occurred_at + interval '1 microsecond'",
        "actor_kind = 'visitor'",
        "actor_id = gen_random_uuid()",
        "subject_kind = 'other'",
        "subject_id = gen_random_uuid()",
        "application_id = gen_random_uuid()",
        "audience = 'merchant'",
    ] {
        let edit = format!("update audit_events set {column} where {}", of_the_tenant("seq = 4"));
        assert_eq!(found(&edit).await, Verified::Broken(4), "{column}");
    }
}

#[tokio::test]
async fn l02_a_missing_event_is_found() {
    let middle = format!("delete from audit_events where {}", of_the_tenant("seq = 4"));
    assert_eq!(found(&middle).await, Verified::Broken(4));
    let first = format!("delete from audit_events where {}", of_the_tenant("seq = 1"));
    assert_eq!(found(&first).await, Verified::Broken(1));
    let tail = format!("delete from audit_events where {}", of_the_tenant("seq >= 7"));
    assert_eq!(found(&tail).await, Verified::Broken(7));
    let all = format!("delete from audit_events where {}", of_the_tenant("true"));
    assert_eq!(found(&all).await, Verified::Broken(1));
}

#[tokio::test]
async fn l02_a_changed_order_is_found() {
    let swap = format!(
        "update audit_events set seq = case seq when 4 then 1005 else 1004 end where {tenant_both};
         update audit_events set seq = seq - 1000 where {tenant_moved}",
        tenant_both = of_the_tenant("seq in (4, 5)"),
        tenant_moved = of_the_tenant("seq > 1000"),
    );
    assert_eq!(found(&swap).await, Verified::Broken(4));
}

#[tokio::test]
async fn l02_an_added_event_is_found() {
    let copy = format!(
        "insert into audit_events
         select tenant_id, {next}, occurred_at, actor_kind, actor_id, name, subject_kind, subject_id, application_id,
                audience, body, prev_hash, hash
         from audit_events where {last}",
        next = EVENTS + 1,
        last = of_the_tenant(&format!("seq = {EVENTS}")),
    );
    assert_eq!(found(&copy).await, Verified::Broken(EVENTS + 1));
}

#[tokio::test]
async fn l02_a_head_set_back_or_lost_is_found() {
    let back = format!(
        "update audit_heads h set seq = e.seq, hash = e.hash from audit_events e
         where h.tenant_id = e.tenant_id and e.{}",
        of_the_tenant("e.seq = 6")
    );
    assert!(matches!(found(&back).await, Verified::Broken(_)));
    let lost = format!("delete from audit_heads where {}", of_the_tenant("true"));
    assert!(matches!(found(&lost).await, Verified::Broken(_)));
}

/// Everything after an edited event hashed anew, as somebody would who knows how: the head still tells.
#[tokio::test]
async fn l02_a_chain_written_anew_doesnt_meet_its_head() {
    let chain = chain().await;
    let mut admin = chain.database.superuser().await;
    let rows: Vec<(i64, Vec<u8>, Vec<u8>)> = sqlx::query_as(
        "select seq, body, prev_hash from audit_events where tenant_id = $1 and seq >= 4 order by seq",
    )
    .bind(TENANT.0)
    .fetch_all(&mut admin)
    .await
    .expect("the chain is read");
    let mut previous = rows.first().expect("the fourth event").2.clone();
    for (seq, body, _) in rows {
        let body = String::from_utf8(body).expect("text").replace("\"at\":\"3\"", "\"at\":\"9\"");
        let mut hasher = Sha256::new();
        hasher.update(b"gangway-audit-1");
        hasher.update(&previous);
        hasher.update(body.as_bytes());
        let hash = hasher.finalize();
        let rewrite = format!(
            "update audit_events set body = convert_to($json${body}$json$, 'utf8'), prev_hash = '\\x{}', hash = '\\x{}' where {}",
            hex::encode(&previous),
            hex::encode(hash),
            of_the_tenant(&format!("seq = {seq}")),
        );
        by_the_back_door(&mut admin, &rewrite).await;
        previous = hash.to_vec();
    }
    assert_eq!(verify(&chain.db, TENANT).await.expect("a walk"), Verified::Broken(EVENTS + 1));
}

/// Not even the owner of the tables changes what was recorded, while the triggers are awake.
#[tokio::test]
async fn l03_the_owner_is_refused_too() {
    let chain = chain().await;
    let mut owner = chain.database.owner().await;
    for sql in ["update audit_events set name = 'x'", "delete from audit_events", "truncate audit_events"] {
        let error = sqlx::raw_sql(sql).execute(&mut owner).await.expect_err(sql);
        assert!(error.to_string().contains("append-only"), "{sql}: {error}");
    }
    assert_eq!(verify(&chain.db, TENANT).await.expect("a walk"), Verified::Whole(EVENTS));
}

/// Sixteen writers at once, on two tenants.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn l01_sixteen_writers_make_one_chain_each_rounds() {
    const EACH: i64 = 250;
    let chain = chain().await;
    let other = TenantId(Uuid::from_u128(0xb));
    let writers = (0..16).map(|at| append(&chain.db, if at % 2 == 0 { TENANT } else { other }, EACH));
    futures::future::join_all(writers).await;
    assert_eq!(verify(&chain.db, TENANT).await.expect("a walk"), Verified::Whole(EVENTS + 8 * EACH));
    assert_eq!(verify(&chain.db, other).await.expect("a walk"), Verified::Whole(8 * EACH));
    let mut owner = chain.database.superuser().await;
    let forks: i64 = sqlx::query_scalar(
        "select count(*) from (select 1 from audit_events group by tenant_id, prev_hash having count(*) > 1) f",
    )
    .fetch_one(&mut owner)
    .await
    .expect("a count");
    assert_eq!(forks, 0, "two events behind one");
}
