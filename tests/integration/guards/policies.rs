//! Row-level security on every table with a tenant, and a closed list of everything else.

use sqlx::PgConnection;
use std::collections::BTreeSet;
use tests::database::Database;

/// Tables without a tenant's rows, and `jobs`, whose workers take any tenant's: ids alone stand in them.
const WITHOUT: [&str; 11] = [
    "_sqlx_migrations",
    "jobs",
    "passkey_challenges",
    "passkeys",
    "person_tokens",
    "persons",
    "recovery_codes",
    "sessions",
    "tenants",
    "throttles",
    "totp_factors",
];

async fn names(connection: &mut PgConnection, sql: &'static str) -> BTreeSet<String> {
    let rows: Vec<String> =
        sqlx::query_scalar(sql).fetch_all(connection).await.expect("the catalogue is read");
    rows.into_iter().collect()
}

/// Tables that carry a tenant's rows: `tenant_id` is part of their key.
pub(super) async fn guarded(connection: &mut PgConnection) -> BTreeSet<String> {
    let mut tables = names(
        connection,
        "select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
         where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
           and a.attname = 'tenant_id' and not a.attisdropped",
    )
    .await;
    tables.retain(|table| !WITHOUT.contains(&table.as_str()));
    tables
}

#[tokio::test]
async fn d01_every_table_with_a_tenant_is_locked_twice() {
    let database = Database::fresh().await;
    let mut owner = database.owner().await;
    let locked = names(
        &mut owner,
        "select relname::text from pg_class
         where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
           and relrowsecurity and relforcerowsecurity",
    )
    .await;
    assert_eq!(locked, guarded(&mut owner).await);
    let all = names(
        &mut owner,
        "select relname::text from pg_class
         where relnamespace = 'public'::regnamespace and relkind not in ('i', 'I', 'S', 't', 'c')",
    )
    .await;
    let open: BTreeSet<String> = all.difference(&locked).cloned().collect();
    let listed: BTreeSet<String> = WITHOUT.map(str::to_owned).into();
    assert_eq!(open, listed, "what stands outside row-level security is listed, and nothing else is");
}

#[derive(sqlx::FromRow)]
struct Policy {
    table_name: String,
    policy: String,
    roles: Vec<String>,
    command: String,
    permissive: String,
    reads: Option<String>,
    writes: Option<String>,
}

const ONLY_THE_TENANT: &str = "(tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS \"nullif\"))";

/// Applications that are set aside are there for nobody but a transaction that says it looks after retention; no policy
/// lets more through than the tenant's.
const BUT_WHAT_IS_SET_ASIDE: &str = "((tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS \"nullif\")) AND ((NOT set_aside) OR ( SELECT (current_setting('app.set_aside'::text, true) = 'seen'::text))))";

#[tokio::test]
async fn d01_the_app_sees_a_tenant_by_one_policy_and_nobody_sees_all_but_the_two_listed() {
    let database = Database::fresh().await;
    let mut owner = database.owner().await;
    let policies: Vec<Policy> = sqlx::query_as(
        "select tablename::text as table_name, policyname::text as policy, roles::text[] as roles, cmd as command,
                permissive, qual as reads, with_check as writes
         from pg_policies where schemaname = 'public' order by 1, 2",
    )
    .fetch_all(&mut owner)
    .await
    .expect("pg_policies is read");
    let tables = guarded(&mut owner).await;
    for table in &tables {
        let of_app: Vec<&Policy> = policies
            .iter()
            .filter(|policy| policy.table_name == *table && policy.roles == ["gangway_app"])
            .collect();
        let [only] = of_app.as_slice() else { panic!("{table} has not exactly one policy for gangway_app") };
        assert_eq!((only.command.as_str(), only.permissive.as_str()), ("ALL", "PERMISSIVE"), "{table}");
        let reads = if table == "applications" { BUT_WHAT_IS_SET_ASIDE } else { ONLY_THE_TENANT };
        assert_eq!(only.reads.as_deref(), Some(reads), "{table}");
        assert_eq!(only.writes.as_deref(), Some(ONLY_THE_TENANT), "{table}");
    }
    for policy in policies {
        assert!(tables.contains(&policy.table_name), "{} has a policy and no tenant", policy.table_name);
        match policy.roles.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            ["gangway_app"] => {}
            ["gangway_owner"] => assert_eq!(policy.policy, "migrations", "{}", policy.table_name),
            ["gangway_lookup"] => assert_eq!(policy.command, "SELECT", "{}", policy.table_name),
            others => panic!("{} has a policy for {others:?}", policy.table_name),
        }
    }
}

#[tokio::test]
async fn d07_keys_begin_with_the_tenant_and_uniqueness_is_the_tenants_own() {
    let database = Database::fresh().await;
    let mut owner = database.owner().await;
    let global: BTreeSet<(String, String)> = sqlx::query_as::<_, (String, String)>(
        "select t.relname::text, i.relname::text
         from pg_index x join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
         where t.relnamespace = 'public'::regnamespace and x.indisunique
           and exists (select 1 from pg_attribute a where a.attrelid = t.oid and a.attname = 'tenant_id')
           and t.relname <> all ($1)
           and (select a.attname from pg_attribute a where a.attrelid = t.oid and a.attnum = x.indkey[0])
               is distinct from 'tenant_id'",
    )
    .bind(WITHOUT.map(str::to_owned).to_vec())
    .fetch_all(&mut owner)
    .await
    .expect("pg_index is read")
    .into_iter()
    .collect();
    // A secret's hash is looked up before its tenant is known; 128 random bits don't meet by chance.
    let listed = BTreeSet::from([("credentials".to_owned(), "credentials_secret_hash_key".to_owned())]);
    assert_eq!(global, listed);
    let crossing: Vec<(String, String)> = sqlx::query_as(
        "select f.conrelid::regclass::text, f.conname::text from pg_constraint f
         where f.contype = 'f' and f.connamespace = 'public'::regnamespace
           and exists (select 1 from pg_attribute a where a.attrelid = f.confrelid and a.attname = 'tenant_id')
           and f.confrelid::regclass::text <> all ($1)
           and not exists (
               select 1 from unnest(f.conkey, f.confkey) as k (mine, theirs)
               join pg_attribute m on m.attrelid = f.conrelid and m.attnum = k.mine
               join pg_attribute t on t.attrelid = f.confrelid and t.attnum = k.theirs
               where m.attname = 'tenant_id' and t.attname = 'tenant_id')",
    )
    .bind(WITHOUT.map(str::to_owned).to_vec())
    .fetch_all(&mut owner)
    .await
    .expect("pg_constraint is read");
    assert_eq!(crossing, [], "a foreign key to a tenant's table that doesn't carry the tenant");
}
