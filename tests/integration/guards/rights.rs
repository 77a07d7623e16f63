//! What the roles may do, and the closed list of functions that look past the policies.

use super::rows::{A, fill, ground};
use sqlx::{Connection, PgConnection};
use std::collections::{BTreeMap, BTreeSet};
use tests::database::Database;

/// Every function that runs with more rights than its caller, and what it answers.
const LOOKUPS: [(&str, &str); 6] = [
    ("lookup_credential(hash bytea)", "TABLE(tenant_id uuid, credential_id uuid)"),
    ("lookup_has_admin(tenant uuid)", "boolean"),
    ("lookup_memberships(person uuid)", "TABLE(tenant_id uuid, staff boolean, merchant boolean)"),
    ("lookup_named(part text, pairs text[])", "SETOF uuid"),
    ("lookup_staff_count(tenant uuid)", "bigint"),
    ("lookup_storage_used(tenant uuid)", "bigint"),
];

/// The only tables they may read.
const READ_BY_LOOKUPS: [&str; 7] = [
    "credentials",
    "document_versions",
    "merchant_members",
    "search_terms",
    "staff",
    "staff_roles",
    "tenants",
];

#[tokio::test]
async fn d02_functions_with_rights_of_their_own_are_a_closed_list() {
    let database = Database::fresh().await;
    let mut owner = database.owner().await;
    let found: Vec<(String, String, String, Vec<String>, String)> = sqlx::query_as(
        "select p.proname || '(' || pg_get_function_arguments(p.oid) || ')', pg_get_function_result(p.oid),
                r.rolname::text, coalesce(p.proconfig, '{}'), coalesce(p.proacl::text, 'PUBLIC')
         from pg_proc p join pg_roles r on r.oid = p.proowner
         where p.pronamespace = 'public'::regnamespace and p.prosecdef order by 1",
    )
    .fetch_all(&mut owner)
    .await
    .expect("pg_proc is read");
    let listed: Vec<(&str, &str)> = found.iter().map(|f| (f.0.as_str(), f.1.as_str())).collect();
    assert_eq!(listed, LOOKUPS);
    for (name, _, owned_by, settings, rights) in found {
        assert_eq!(owned_by, "gangway_lookup", "{name}");
        assert_eq!(settings, ["search_path=pg_catalog, public"], "{name}");
        assert_eq!(rights, "{gangway_lookup=X/gangway_lookup,gangway_app=X/gangway_lookup}", "{name}");
    }
}

async fn readable(connection: &mut PgConnection, role: &str) -> BTreeSet<String> {
    let rows: Vec<String> = sqlx::query_scalar(
        "select c.relname::text from pg_class c
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
           and has_any_column_privilege($1, c.oid, 'select')",
    )
    .bind(role)
    .fetch_all(connection)
    .await
    .expect("the rights are read");
    rows.into_iter().collect()
}

#[tokio::test]
async fn d02_lookups_read_their_tables_and_write_none() {
    let database = Database::fresh().await;
    let mut owner = database.owner().await;
    let expected: BTreeSet<String> = READ_BY_LOOKUPS.map(str::to_owned).into();
    assert_eq!(readable(&mut owner, "gangway_lookup").await, expected);
    let writes: i64 = sqlx::query_scalar(
        "select count(*) from pg_class c
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
           and has_table_privilege('gangway_lookup', c.oid, 'insert, update, delete, truncate')",
    )
    .fetch_one(&mut owner)
    .await
    .expect("the rights are read");
    assert_eq!(writes, 0);
    let (login, above): (bool, bool) = sqlx::query_as(
        "select rolcanlogin, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
                or has_schema_privilege('gangway_lookup', 'public', 'create')
         from pg_roles where rolname = 'gangway_lookup'",
    )
    .fetch_one(&mut owner)
    .await
    .expect("pg_roles is read");
    assert!(!login && !above, "gangway_lookup may log in or more");
}

#[tokio::test]
async fn d03_the_app_owns_nothing_and_stands_under_the_policies() {
    let database = Database::fresh().await;
    let mut owner = database.owner().await;
    let powers: bool = sqlx::query_scalar(
        "select r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
                or exists (select 1 from pg_class c where c.relowner = r.oid)
                or exists (select 1 from pg_proc p where p.proowner = r.oid)
                or exists (select 1 from pg_auth_members m where m.member = r.oid)
                or has_schema_privilege(r.oid, 'public', 'create')
                or has_database_privilege(r.oid, current_database(), 'create')
         from pg_roles r where r.rolname = 'gangway_app'",
    )
    .fetch_one(&mut owner)
    .await
    .expect("pg_roles is read");
    assert!(!powers, "gangway_app owns something, belongs to a role or may more than it should");
    let whole: i64 = sqlx::query_scalar(
        "select count(*) from pg_class c
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
           and has_table_privilege('gangway_app', c.oid, 'truncate, references, trigger')",
    )
    .fetch_one(&mut owner)
    .await
    .expect("the rights are read");
    assert_eq!(whole, 0, "gangway_app may truncate, refer to or hang triggers on a table");
}

#[tokio::test]
async fn d03_l03_what_is_only_ever_added_to_can_only_be_added_to() {
    let database = Database::fresh().await;
    let mut owner = database.owner().await;
    let rights: BTreeMap<String, (bool, bool, bool, bool)> =
        sqlx::query_as::<_, (String, bool, bool, bool, bool)>(
            "select c.relname::text, has_table_privilege('gangway_app', c.oid, 'select'),
                    has_table_privilege('gangway_app', c.oid, 'insert'),
                    has_any_column_privilege('gangway_app', c.oid, 'update'),
                    has_table_privilege('gangway_app', c.oid, 'delete')
             from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')",
        )
        .fetch_all(&mut owner)
        .await
        .expect("the rights are read")
        .into_iter()
        .map(|(table, select, insert, update, delete)| (table, (select, insert, update, delete)))
        .collect();
    for table in ["audit_events", "channel_answers", "currency_rates", "decisions", "erasures"] {
        assert_eq!(rights.get(table), Some(&(true, true, false, false)), "{table}");
    }
    // The one exception: what a purge leaves in the place of these columns, and nothing else there, see
    // `d03_l03_nothing_is_blanked_but_by_a_purge`.
    for (table, blanked) in [("sections", ["plain", "sealed"]), ("signatures", ["address", "declared_mark"])]
    {
        assert_eq!(rights.get(table), Some(&(true, true, true, false)), "{table}");
        let open: Vec<String> = sqlx::query_scalar(
            "select attname::text from pg_attribute
             where attrelid = $1::regclass and attnum > 0 and not attisdropped
               and has_column_privilege('gangway_app', attrelid, attnum, 'update') order by 1",
        )
        .bind(table)
        .fetch_all(&mut owner)
        .await
        .expect("the rights are read");
        assert_eq!(open, blanked, "{table}");
    }
    // Rows that go again: of persons alone, of the queue, of keys, marks and words that an erasure takes, of what is known of
    // pages whose bytes go, of notices that a shut tenant's merchants couldn't follow, of plans that are made anew, of mixes
    // that whoever uploaded them needs no more.
    let gone: BTreeSet<&str> =
        rights.iter().filter(|(_, rights)| rights.3).map(|(table, _)| table.as_str()).collect();
    let listed = [
        "document_pages",
        "dossier_keys",
        "end_notices",
        "fingerprints",
        "jobs",
        "page_bands",
        "page_likenesses",
        "passkey_challenges",
        "passkeys",
        "person_tokens",
        "recovery_codes",
        "renewal_words",
        "renewals",
        "search_terms",
        "sessions",
        "staff_roles",
        "stored_mixes",
        "throttles",
        "totp_factors",
    ];
    assert_eq!(gone, BTreeSet::from(listed));
    let none: BTreeSet<&str> =
        rights.iter().filter(|(_, rights)| !rights.0).map(|(table, _)| table.as_str()).collect();
    assert_eq!(none, BTreeSet::new(), "tables the app can't read");
    // Which migrations ran is looked at before serving, and no more than looked at.
    assert_eq!(rights.get("_sqlx_migrations"), Some(&(true, false, false, false)));
}

/// A statement on its own, and the code with which it is refused.
async fn refused(connection: &mut PgConnection, sql: &'static str) -> Option<String> {
    let error = sqlx::raw_sql(sql).execute(connection).await.err()?;
    error.as_database_error().and_then(sqlx::error::DatabaseError::code).map(std::borrow::Cow::into_owned)
}

/// Rows that are only ever added let go of their columns to a purge alone: of an application that has ended, on which no
/// hold lies, exactly these blanks, whoever tries.
#[tokio::test]
async fn d03_l03_nothing_is_blanked_but_by_a_purge() {
    const BLANKS: [&str; 4] = [
        "update sections set plain = '{}', sealed = null",
        "update signatures set address = '', declared_mark = decode(repeat('00', 32), 'hex')",
        "update screening_hits set party_mark = decode(repeat('00', 32), 'hex'), entry_mark = decode(repeat('00', 32), 'hex')",
        "update account_proofs set account_mark = decode(repeat('00', 32), 'hex')",
    ];
    const PURGE: &str = "update applications set set_aside = true, purged_at = '2026-11-24'";
    let (append_only, check) = (Some("23001".to_owned()), Some("23514".to_owned()));
    let database = Database::fresh().await;
    let mut app = PgConnection::connect(&database.app_url()).await.expect("the app connects");
    ground(&mut app).await;
    fill(&mut app, A).await;
    assert_eq!(refused(&mut app, "update sections set plain = '{\"name\": \"x\"}'").await, append_only);
    let seen = "select set_config('app.set_aside', 'seen', false)";
    assert_eq!(refused(&mut app, seen).await, None);
    assert_eq!(refused(&mut app, PURGE).await, check, "it is under way");
    let over = "update applications set state = 'rejected',
         state_data = '{\"state\": \"rejected\", \"at\": \"2026-11-23T00:00:00Z\"}'";
    assert_eq!(refused(&mut app, over).await, None);
    assert_eq!(refused(&mut app, PURGE).await, check, "a hold lies on it");
    for blank in BLANKS {
        assert_eq!(refused(&mut app, blank).await, append_only, "{blank}");
        assert_eq!(refused(&mut database.owner().await, blank).await, append_only, "the owner: {blank}");
    }
    let lift = "update retention_holds set lifted_by = '00000000-0000-0000-0000-000000000003', lifted_at = '2026-11-24'";
    assert_eq!(refused(&mut app, lift).await, None);
    assert_eq!(refused(&mut app, lift).await, append_only, "a hold is lifted once");
    assert_eq!(refused(&mut app, PURGE).await, None);
    for blank in BLANKS {
        assert_eq!(refused(&mut app, blank).await, None, "{blank}");
    }
    for more in [
        "update sections set plain = '{\"name\": \"x\"}'",
        "update signatures set address = '192.0.2.9'",
        "update screening_hits set party_mark = sha256('x')",
        "update applications set name = 'x'",
        PURGE,
        "update applications set set_aside = false, purged_at = null",
    ] {
        assert_eq!(refused(&mut app, more).await, append_only, "{more}");
    }
    let deleted = "delete from sections";
    assert_eq!(refused(&mut app, deleted).await, Some("42501".to_owned()));
    assert_eq!(refused(&mut database.owner().await, deleted).await, append_only);
    // Whoever doesn't say that they look after it finds nothing there.
    assert_eq!(refused(&mut app, "select set_config('app.set_aside', '', false)").await, None);
    let there: i64 =
        sqlx::query_scalar("select count(*) from applications").fetch_one(&mut app).await.expect("a count");
    assert_eq!(there, 0);
}

/// Whoever comes to a pooled connection next finds no tenant in it: none of ours outlives its transaction.
#[test]
fn d05_no_setting_outlives_its_transaction() {
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../server")];
    let mut found = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|kind| kind != "rs") {
                continue;
            }
            let source = std::fs::read_to_string(&path).expect("a source");
            for (at, _) in source.match_indices("set_config(") {
                let call: String = source[at..].chars().take_while(|c| *c != ')').collect();
                assert!(call.ends_with(", true"), "{}: {call}", path.display());
                found += 1;
            }
            assert!(!source.to_lowercase().contains("set app."), "{}", path.display());
        }
    }
    assert!(found > 0, "nothing was read");
}
