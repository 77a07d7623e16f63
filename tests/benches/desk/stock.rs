//! Applications by the million, each with its merchant and its owner, two papers, a name that search finds and three events:
//! copies of one that was handed in like any other, under other ids, names and times. What is sealed in them is left out.

use domain::{ApplicationId, PersonId};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use tests::{browser::Browser, builders::Tenant, world::World};

/// All with the same number of applications.
pub(super) const TENANTS: usize = 100;

/// Cases on a page of the queue.
const PAGE: i64 = 50;

/// Half of the tenants each, as the machine has two cores.
const HALVES: [&str; 2] = ["t.place % 2 = 0", "t.place % 2 = 1"];

/// The tenants in their order, and the application that all others are like.
const GROUND: &str = "
    create table bench_tenants as
        select id, (row_number() over (order by slug))::int as place from tenants where slug <> 'platform';
    create table bench_model as select * from applications where id = '{model}';
    create function bench_id(what text) returns uuid language sql immutable as $$
        select (substr(h, 1, 12) || '7' || substr(h, 14, 3) || '8' || substr(h, 18, 15))::uuid from md5(what) h
    $$;
    create function bench_name(n int) returns text language sql immutable as $$
        select case when n % 5 = 4
            then (array['Harbour', 'Lantern', 'Jade', 'Silk', 'Cloud', 'Maple', 'Tide', 'Amber'])[1 + n / 10 % 8] || ' '
                 || (array['tea', 'foods', 'paper', 'glass', 'books', 'tools', 'music'])[1 + n / 40 % 7] || ' ' || n || ' Ltd'
            else (array['上海', '深圳', '杭州', '成都', '青岛', '厦门', '大连', '南京', '苏州', '宁波'])[1 + n / 3 % 10]
                 || (array['海风', '晨光', '云帆', '春江', '明月', '远山', '金桥', '长乐', '安和', '润泽', '天成', '合众', '新雨',
                           '东篱', '百川', '九章', '若水', '青禾', '星河', '锦绣'])[1 + n % 20] || chr(19968 + n % 6000)
                 || (array['茶业', '食品', '纸品', '玻璃', '书店', '五金', '乐器'])[1 + n / 7 % 7] || '有限公司' end
    $$;
";

/// Numbers from `$1` up to and without `$2`, of each tenant of a half: `{half}`. A row is made in `from`, where it is made once;
/// spread out in the list of columns it would be made again for each of them.
const ROWS: [&str; 8] = [
    "insert into persons (id, email, email_key, lang, confirmed_at, created_at)
     select bench_id('p' || t.place || '.' || n), e.address, e.address, 'zh-CN', m.created_at, m.created_at
     from bench_model m, bench_tenants t, generate_series($1, $2 - 1) n,
         lateral (select 'owner' || n || '@' || t.place || '.example' as address) e
     where {half}",
    "insert into merchants select r.*
     from bench_model m, bench_tenants t, generate_series($1, $2 - 1) n,
         lateral jsonb_populate_record(null::merchants, jsonb_build_object(
             'tenant_id', t.id, 'id', bench_id('m' || t.place || '.' || n), 'name', bench_name(n),
             'created_by', bench_id('p' || t.place || '.' || n), 'created_at', m.created_at, 'version', 1)) r
     where {half}",
    "insert into merchant_members (tenant_id, merchant_id, person_id, role, added_at)
     select t.id, bench_id('m' || t.place || '.' || n), bench_id('p' || t.place || '.' || n), 'owner', m.created_at
     from bench_model m, bench_tenants t, generate_series($1, $2 - 1) n where {half}",
    "insert into applications select r.*
     from bench_model m, bench_tenants t, generate_series($1, $2 - 1) n,
         lateral (select case when n % 10 < 8 then 'waiting' when n % 10 < 9 then 'claimed' else 'closed' end as word,
                         bench_name(n) as name) s,
         lateral jsonb_populate_record(m, jsonb_build_object(
             'tenant_id', t.id, 'id', bench_id('a' || t.place || '.' || n), 'merchant_id', bench_id('m' || t.place || '.' || n),
             'created_by', bench_id('p' || t.place || '.' || n), 'submitted_by', bench_id('p' || t.place || '.' || n),
             'case_number', 'GW-' || upper(lpad(to_hex(n), 9, 'Z')), 'name', s.name,
             'name_fold', lower(replace(s.name, ' ', '')), 'case_state', s.word,
             'state', case s.word when 'closed' then 'withdrawn' else m.state end,
             'state_data', case s.word when 'closed' then jsonb_build_object('submission', m.state_data -> 'submission',
                  'by', m.submitted_by, 'at', m.submitted_at) else m.state_data end,
             'claimed_by', case s.word when 'claimed' then '{holder}' end,
             'claimed_at', case s.word when 'claimed' then m.submitted_at end,
             'touched_at', case s.word when 'claimed' then m.submitted_at end,
             'submitted_at', m.submitted_at - n * interval '1 minute', 'due_at', m.due_at - n * interval '1 minute',
             'closed_at', case s.word when 'closed' then m.submitted_at - n * interval '1 minute' end,
             'updated_at', m.submitted_at - n * interval '1 minute', 'clock_left_seconds', null)) r
     where {half}",
    "insert into search_terms select t.id, bench_id('a' || t.place || '.' || n), 'business', 'name', 'name', f.fold,
         array(select substr(f.fold, at, size) from generate_series(1, length(f.fold)) at, generate_series(1, 2) size
               where at + size - 1 <= length(f.fold))
     from bench_tenants t, generate_series($1, $2 - 1) n, lateral (select lower(replace(bench_name(n), ' ', '')) as fold) f
     where {half}",
    "insert into documents select r.*
     from documents d, bench_model m, bench_tenants t, generate_series($1, $2 - 1) n,
         lateral jsonb_populate_record(d, jsonb_build_object('tenant_id', t.id,
             'id', bench_id('d' || t.place || '.' || n || d.paper), 'application_id', bench_id('a' || t.place || '.' || n))) r
     where d.application_id = m.id and d.paper in ('business_licence', 'representative_id_front') and {half}",
    "insert into document_versions select r.*
     from document_versions v join documents d on d.tenant_id = v.tenant_id and d.id = v.document_id, bench_model m,
         bench_tenants t, generate_series($1, $2 - 1) n,
         lateral jsonb_populate_record(v, jsonb_build_object('tenant_id', t.id,
             'id', bench_id('v' || t.place || '.' || n || d.paper), 'document_id', bench_id('d' || t.place || '.' || n || d.paper),
             'application_id', bench_id('a' || t.place || '.' || n),
             'sha256', '\\x' || md5(t.place || '.' || n || d.paper) || md5(d.paper))) r
     where d.application_id = m.id and d.paper in ('business_licence', 'representative_id_front') and {half}",
    "insert into audit_events select r.*
     from (select audit_events as model, row_number() over (order by seq) - 1 as place from audit_events
           where application_id = (select id from bench_model) order by seq limit 3) e, bench_tenants t,
         generate_series($1, $2 - 1) n,
         lateral jsonb_populate_record(e.model, jsonb_build_object('tenant_id', t.id,
             'seq', 1000000 + n * 3::bigint + e.place, 'application_id', bench_id('a' || t.place || '.' || n),
             'subject_id', bench_id('a' || t.place || '.' || n))) r
     where {half}",
];

/// What there is.
pub(super) struct Stock<'w> {
    world: &'w World,
    tenants: Vec<Tenant<'w>>,
    holder: PersonId,
    /// Of each tenant.
    count: u64,
}

impl<'w> Stock<'w> {
    /// A hundred tenants, and nothing yet but the application that all others will be like.
    pub(super) async fn like(first: Tenant<'w>, model: ApplicationId, holder: PersonId) -> Self {
        let world = first.world;
        let mut tenants = vec![first];
        for place in 1..TENANTS {
            tenants.push(world.tenant(format!("tenant-{place:02}").leak()).await);
        }
        let mut superuser = world.database.superuser().await;
        let ground = GROUND.replace("{model}", &model.to_string());
        sqlx::raw_sql(AssertSqlSafe(ground)).execute(&mut superuser).await.expect("the ground is laid");
        Self { world, tenants, holder, count: 0 }
    }

    /// The tenants, the model's first.
    pub(super) fn tenants(&self) -> &[Tenant<'w>] {
        &self.tenants
    }

    /// Adds applications until there are so many in all.
    pub(super) async fn grow_to(&mut self, applications: u64) {
        let until = applications / u64::try_from(TENANTS).expect("some");
        let (from, to) = (int(self.count), int(until));
        futures::future::join_all(HALVES.map(|half| self.add(half, from, to))).await;
        self.count = until;
        let mut superuser = self.world.database.superuser().await;
        let heads = "update audit_heads set seq = greatest(seq, 1000000 + $1 * 3::bigint)";
        sqlx::query(heads).bind(to).execute(&mut superuser).await.expect("the chains go on");
        sqlx::raw_sql("vacuum analyze").execute(&mut superuser).await.expect("it is analysed");
    }

    async fn add(&self, half: &str, from: i32, to: i32) {
        let options = self.world.database.superuser_options();
        let mut superuser = PgConnection::connect_with(&options).await.expect("the superuser connects");
        // Neither foreign keys nor triggers: everything fits by itself.
        sqlx::raw_sql("set session_replication_role = replica")
            .execute(&mut superuser)
            .await
            .expect("it is set");
        for rows in ROWS {
            let rows = rows.replace("{half}", half).replace("{holder}", &self.holder.to_string());
            sqlx::query(AssertSqlSafe(rows.clone()))
                .bind(from)
                .bind(to)
                .execute(&mut superuser)
                .await
                .unwrap_or_else(|error| panic!("{error}: {rows}"));
        }
    }

    /// The address of a page in the middle of the list that this one begins.
    pub(super) async fn deep(&self, reader: &Browser, first: &str) -> String {
        let mut superuser = self.world.database.superuser().await;
        let waiting: i64 = sqlx::query_scalar(
            "select count(*) from applications
             where tenant_id = (select tenant_id from bench_model) and case_state = 'waiting'",
        )
        .fetch_one(&mut superuser)
        .await
        .expect("a count");
        // A whole page is left behind it.
        let place = (waiting - PAGE) / 2;
        let (at, id): (time::OffsetDateTime, uuid::Uuid) = sqlx::query_as(
            "select due_at, id from applications
             where tenant_id = (select tenant_id from bench_model) and case_state = 'waiting' order by due_at, id offset $1 limit 1",
        )
        .bind(place)
        .fetch_one(&mut superuser)
        .await
        .expect("a case in the middle");
        let page = reader.get(first).await;
        let next = page.link("after=");
        // The address of the second page, with another place to go on from.
        let (head, tail) = next.split_once("after=").expect("a place");
        let rest = tail.split_once('&').map_or("", |(_, rest)| rest);
        format!("{head}after={}.{id}&{rest}", at.unix_timestamp_nanos() / 1000)
    }
}

fn int(count: u64) -> i32 {
    count.try_into().expect("at most some thousands of each tenant")
}
