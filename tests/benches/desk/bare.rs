//! A bare transaction of the rows that an approval writes: its own statements without what it reads, on another case,
//! with the head row of the tenant's chain held as it holds it.

use domain::ApplicationId;
use futures::future::join_all;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, Row as _};
use std::{collections::HashMap, sync::Mutex, time::Instant};
use tests::{
    figures::statements::{Statement, quoted},
    world::World,
};

/// Everything whose id an approval may write, in the same order for every case that went the same way.
const IDS: &str = "select array[a.tenant_id, a.id, a.merchant_id, a.created_by]
        || array(select r.id from recommendations r where r.tenant_id = a.tenant_id and r.application_id = a.id order by r.created_at)
        || array(select r.reviewer_id from recommendations r where r.tenant_id = a.tenant_id and r.application_id = a.id order by r.created_at)
        || array(select d.id from documents d where d.tenant_id = a.tenant_id and d.application_id = a.id order by d.paper)
        || array(select v.id from document_versions v join documents d on d.tenant_id = v.tenant_id and d.id = v.document_id
                 where v.tenant_id = a.tenant_id and v.application_id = a.id order by d.paper)
        || array(select s.person_id from staff s join staff_roles r on r.tenant_id = s.tenant_id and r.person_id = s.person_id
                 where s.tenant_id = a.tenant_id and r.role = 'senior_reviewer' order by s.person_id)
     from applications a where a.id = $1";

/// What is written, as it was written for one case.
pub(super) struct Bare {
    statements: Vec<Statement>,
    ids: Vec<String>,
    /// Where the chain stood before.
    seq: i64,
    /// The merchant's number.
    number: String,
}

/// The statements for one case; `{seq+2}` stands where the chain's place is to be.
pub(super) struct Script(Vec<String>);

impl Bare {
    /// Of everything that was sent while this case was approved.
    pub(super) async fn of(world: &World, sent: Vec<Statement>, id: ApplicationId) -> Self {
        let decides = sent.iter().position(|one| one.text.contains("insert into decisions"));
        let (before, after) = sent.split_at(decides.expect("a decision"));
        let begins = before.iter().rposition(|one| one.text.starts_with("begin;")).expect("a transaction");
        let ends = after.iter().position(|one| one.text == "COMMIT").expect("its end");
        let whole = before.iter().skip(begins).chain(after.iter().take(ends + 1));
        let statements: Vec<_> = whole.filter(|one| writes(one)).cloned().collect();
        let (head, events): (Vec<_>, Vec<_>) =
            statements.iter().filter(|one| is_chained(one)).partition(|one| one.text.starts_with("update"));
        let last: i64 = head
            .first()
            .and_then(|one| one.parameters.get(1)?.as_deref()?.parse().ok())
            .expect("the chain's new place");
        let number = statements.iter().find(|one| one.text.starts_with("update merchants set number"));
        let number = number.and_then(|one| one.parameters.get(2)?.clone()).expect("a number");
        let seq = last - i64::try_from(events.len()).expect("some events");
        let mut owner = world.database.owner().await;
        Self { statements, ids: ids(&mut owner, id).await, seq, number }
    }

    /// How many statements it is.
    pub(super) fn count(&self) -> usize {
        self.statements.len()
    }

    /// The same for another case.
    pub(super) async fn on(&self, world: &World, id: ApplicationId) -> Script {
        let mut owner = world.database.owner().await;
        let others = ids(&mut owner, id).await;
        assert_eq!(others.len(), self.ids.len(), "both went the same way");
        let mut map: HashMap<&str, String> = self.ids.iter().map(String::as_str).zip(others).collect();
        let (ports, now) = (world.services.ports(), world.services.now());
        let number = ports.random.id(now).simple().to_string();
        let mut texts = Vec::new();
        for (place, statement) in self.statements.iter().enumerate() {
            let chained = is_chained(statement);
            let value = |(at, value): (usize, &Option<String>)| {
                let Some(value) = value else { return "null".to_owned() };
                if chained && at == 1 {
                    let seq: i64 = value.parse().expect("a place of the chain");
                    return format!("{{seq+{}}}", seq - self.seq);
                }
                let mut value = value.clone();
                for found in
                    uuids(statement.parameters.get(at).and_then(Option::as_deref).unwrap_or_default())
                {
                    let other = map.entry(found).or_insert_with(|| ports.random.id(now).to_string());
                    value = value.replace(found, other);
                }
                quoted(&value.replace(&self.number, &number))
            };
            let values: Vec<_> = statement.parameters.iter().enumerate().map(value).collect();
            texts.push(if values.is_empty() {
                // What begins it names its tenant.
                uuids(&statement.text).fold(statement.text.clone(), |text, found| {
                    map.get(found).map_or_else(|| text.clone(), |other| text.replace(found, other))
                })
            } else {
                format!("execute bare_{place}({})", values.join(", "))
            });
        }
        Script(texts)
    }

    /// A connection that has prepared every statement.
    async fn connection(&self, world: &World) -> PgConnection {
        let mut app =
            PgConnection::connect(&world.database.app_url()).await.expect("the program's role connects");
        for (place, statement) in self.statements.iter().enumerate() {
            if !statement.parameters.is_empty() {
                let text = format!("prepare bare_{place} as {}", statement.text);
                sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut app).await.expect("it is prepared");
            }
        }
        app
    }
}

/// Whether it writes, sets whose transaction it is, begins or ends it, or holds the head row.
fn writes(statement: &Statement) -> bool {
    let text = statement.text.trim_start().to_lowercase();
    let of = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    of(&["begin", "commit", "insert", "update", "delete"])
        || text.contains("set_config")
        || (text.contains("audit_heads") && text.contains("for update"))
}

/// Whether its second parameter is a place of the chain.
fn is_chained(statement: &Statement) -> bool {
    ["insert into audit_events", "update audit_heads"].iter().any(|words| statement.text.starts_with(words))
}

async fn ids(owner: &mut PgConnection, id: ApplicationId) -> Vec<String> {
    let ids: Vec<uuid::Uuid> =
        sqlx::query_scalar(IDS).bind(id.0).fetch_one(owner).await.expect("the ids of a case");
    ids.iter().map(ToString::to_string).collect()
}

/// The ids that stand in a text.
fn uuids(text: &str) -> impl Iterator<Item = &str> {
    let pieces = (0..text.len()).filter_map(|at| text.get(at..at + 36));
    pieces.filter(|piece| uuid::Uuid::try_parse(piece).is_ok())
}

/// Runs them, so many at once over as many connections, one statement after the other; transactions a second.
pub(super) async fn run(world: &World, bare: &Bare, scripts: Vec<Script>, at_once: usize) -> f64 {
    let mut connections = Vec::new();
    for _ in 0..at_once {
        connections.push(bare.connection(world).await);
    }
    let count = scripts.len();
    let waiting = Mutex::new(scripts);
    let begun = Instant::now();
    join_all(connections.iter_mut().map(async |app| {
        loop {
            let next = waiting.lock().expect("nobody panics with it").pop();
            let Some(Script(texts)) = next else { break };
            transaction(app, &texts).await;
        }
    }))
    .await;
    count as f64 / begun.elapsed().as_secs_f64()
}

async fn transaction(app: &mut PgConnection, texts: &[String]) {
    let mut seq = 0;
    for text in texts {
        let text = placed(text, seq);
        let rows = sqlx::raw_sql(AssertSqlSafe(text.clone())).fetch_all(&mut *app).await;
        let rows = rows.unwrap_or_else(|error| panic!("{error}: {text}"));
        if let Some(head) = rows.first().and_then(|row| row.try_get("seq").ok()) {
            seq = head;
        }
    }
}

/// With the places that follow on this one.
fn placed(text: &str, seq: i64) -> String {
    let Some((before, rest)) = text.split_once("{seq+") else { return text.to_owned() };
    let (step, after) = rest.split_once('}').expect("an end");
    format!("{before}{}{after}", seq + step.parse::<i64>().expect("a number"))
}
