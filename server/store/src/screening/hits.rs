//! Who of an application may stand on a list, and what people say to it.

use crate::{
    StoreError, TenantTx,
    error::{Result, one},
    keys::DossierKey,
};
use domain::{
    ApplicationId, HitId, ListFileId, ListId, PersonId,
    screening::{
        Birth,
        hit::{Standing, Verdict},
        lists::{Meaning, Source},
        parties::Role,
    },
};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

/// Names, and what matched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// The section of the answers that names the party.
    pub section: String,
    /// The name as it was declared.
    pub declared: String,
    /// The listed name that is like it.
    pub listed: String,
    /// The other names of the entry.
    pub names: Vec<String>,
    /// What the publisher calls the entry.
    pub reference: String,
    /// Dates of birth on the list.
    pub births: Vec<String>,
    /// How alike the names are, to 100.
    pub score: u8,
    /// Whether the number of a paper is the same.
    pub number: bool,
    /// What dates of birth say.
    pub birth: Birth,
}

/// Digests of what a party declared and of what a list says.
pub type Pair = ([u8; 32], [u8; 32]);

/// A hit to be kept.
#[derive(Debug)]
pub struct New<'a> {
    /// Of which application.
    pub application: ApplicationId,
    /// On which list, in which file of it.
    pub list: (ListId, ListFileId),
    /// What it means.
    pub meaning: Meaning,
    /// What the party is.
    pub role: Role,
    /// Both sides.
    pub pair: Pair,
    /// Names, and what matched.
    pub details: &'a Details,
}

/// A hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its id.
    pub id: HitId,
    /// On which list.
    pub list: ListId,
    /// Whose list that is.
    pub source: Source,
    /// What the tenant calls it, where it is its own.
    pub list_name: String,
    /// The day of the list's file.
    pub dated: Date,
    /// What it means.
    pub meaning: Meaning,
    /// What the party is.
    pub role: Role,
    /// Digests of both sides.
    pub pair: (Vec<u8>, Vec<u8>),
    /// Names, and what matched.
    pub details: Details,
    /// When it was found.
    pub found_at: OffsetDateTime,
    /// Where it stands.
    pub standing: Standing,
    /// Until when somebody else is somebody else.
    pub clear_until: Option<Date>,
    /// What people said, the first first.
    pub verdicts: Vec<Said>,
}

/// What a person said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub by: PersonId,
    /// Their address.
    pub email: String,
    /// What.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// When.
    pub at: OffsetDateTime,
}

/// An open hit, for the desk's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Its id.
    pub id: HitId,
    /// Of which application.
    pub application: ApplicationId,
    /// What people call that.
    pub case_number: String,
    /// Its name as declared.
    pub name: String,
    /// Whose list it is.
    pub source: Source,
    /// What the tenant calls it.
    pub list_name: String,
    /// What it means.
    pub meaning: Meaning,
    /// What the party is.
    pub role: Role,
    /// When it was found.
    pub found_at: OffsetDateTime,
    /// How many people have said something.
    pub said: u32,
}

const TABLE: &str = "screening_hits";
const VERDICTS: &str = "screening_verdicts";

/// Keeps a hit; one that is open already stays as it is.
pub async fn insert(tx: &mut TenantTx, key: &DossierKey, new: &New<'_>) -> Result<Option<HitId>> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let bytes = serde_json::to_vec(new.details).map_err(|_| StoreError::Corrupt("details"))?;
    let sealed = key.seal(&*tx.random(), TABLE, id, "details", 0, &bytes)?;
    let done = sqlx::query!(
        "insert into screening_hits (tenant_id, id, application_id, list_id, file_id, meaning, role, party_mark,
             entry_mark, details_sealed, found_at, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'open')
         on conflict (tenant_id, application_id, list_id, role, party_mark, entry_mark) where state = 'open' do nothing",
        tenant,
        id,
        new.application.0,
        new.list.0.0,
        new.list.1.0,
        new.meaning.word(),
        new.role.word(),
        new.pair.0.as_slice(),
        new.pair.1.as_slice(),
        sealed,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok((done.rows_affected() == 1).then_some(HitId(id)))
}

/// Of these pairs, those of which the tenant's people have said that they are two, at least until this day.
pub async fn cleared(tx: &mut TenantTx, pairs: &[Pair], day: Date) -> Result<HashSet<Pair>> {
    let tenant = tx.tenant().0;
    let [parties, entries]: [Vec<Vec<u8>>; 2] = [
        pairs.iter().map(|pair| pair.0.to_vec()).collect(),
        pairs.iter().map(|pair| pair.1.to_vec()).collect(),
    ];
    let rows = sqlx::query!(
        "select distinct h.party_mark, h.entry_mark
         from unnest($2::bytea[], $3::bytea[]) as asked (party_mark, entry_mark)
         join screening_hits h on h.party_mark = asked.party_mark and h.entry_mark = asked.entry_mark
         where h.tenant_id = $1 and h.state = 'cleared' and h.clear_until >= $4",
        tenant,
        &parties,
        &entries,
        day,
    )
    .fetch_all(tx.conn())
    .await?;
    let mark = |bytes: Vec<u8>| bytes.try_into().map_err(|_| StoreError::Corrupt("mark"));
    rows.into_iter().map(|row| Ok((mark(row.party_mark)?, mark(row.entry_mark)?))).collect()
}

/// Writes where a hit stands from now on.
///
/// # Errors
/// [`StoreError::BothSides`] where too few people have said so.
pub async fn close(
    tx: &mut TenantTx,
    id: HitId,
    standing: Standing,
    clear_until: Option<Date>,
) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let done = sqlx::query!(
        "update screening_hits set state = $3, closed_at = $4, clear_until = $5
         where tenant_id = $1 and id = $2 and state = 'open'",
        tenant,
        id.0,
        standing.word(),
        now,
        clear_until,
    )
    .execute(tx.conn())
    .await?;
    one(&done)
}

/// Keeps a person's word.
///
/// # Errors
/// [`StoreError::BothSides`] where they stand on the application's side, [`StoreError::Taken`] where they had their word.
pub async fn say(
    tx: &mut TenantTx,
    key: &DossierKey,
    (application, hit): (ApplicationId, HitId),
    (verdict, reason): (Verdict, &str),
    by: PersonId,
) -> Result<()> {
    let (tenant, id, now) = (tx.tenant().0, tx.new_id(), tx.now());
    let sealed = key.seal(&*tx.random(), VERDICTS, id, "reason", 0, reason.as_bytes())?;
    sqlx::query!(
        "insert into screening_verdicts (tenant_id, id, application_id, hit_id, verdict, reason_sealed, decided_by,
             decided_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        tenant,
        id,
        application.0,
        hit.0,
        verdict.word(),
        sealed,
        by.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Notes against which files everybody of an application was held.
pub async fn looked(tx: &mut TenantTx, application: ApplicationId, files: &[ListFileId]) -> Result<()> {
    let (tenant, now) = (tx.tenant().0, tx.now());
    let files: Vec<Uuid> = files.iter().map(|file| file.0).collect();
    sqlx::query!(
        "insert into screening_looks (tenant_id, application_id, files, looked_at) values ($1, $2, $3, $4)
         on conflict (tenant_id, application_id) do update set files = excluded.files, looked_at = excluded.looked_at",
        tenant,
        application.0,
        &files,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whether something of a list stands in the way of an approval, looks that are due among it.
pub async fn is_held_up(tx: &mut TenantTx, application: ApplicationId) -> Result<bool> {
    let tenant = tx.tenant().0;
    Ok(sqlx::query_scalar!(r#"select is_held_up($1, $2) as "held!""#, tenant, application.0)
        .fetch_one(tx.conn())
        .await?)
}

/// Where each hit of an application stands, and what it means.
pub async fn standings(tx: &mut TenantTx, application: ApplicationId) -> Result<Vec<(Standing, Meaning)>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select state, meaning from screening_hits where tenant_id = $1 and application_id = $2",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let standing = Standing::from_word(&row.state).ok_or(StoreError::Corrupt("state"))?;
            Ok((standing, Meaning::from_word(&row.meaning).ok_or(StoreError::Corrupt("meaning"))?))
        })
        .collect()
}

/// The hits of an application with everything that was said, the open ones first, then the newest.
pub async fn of(tx: &mut TenantTx, key: &DossierKey, application: ApplicationId) -> Result<Vec<Hit>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select h.id, h.list_id, l.source, l.name, f.dated, h.meaning, h.role, h.party_mark, h.entry_mark,
                h.details_sealed, h.found_at, h.state, h.clear_until
         from screening_hits h
         join screening_lists l on l.tenant_id = h.tenant_id and l.id = h.list_id
         join screening_files f on f.tenant_id = h.tenant_id and f.id = h.file_id
         where h.tenant_id = $1 and h.application_id = $2
         order by h.state = 'open' desc, h.found_at desc, h.id desc",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let mut said = verdicts(tx, key, application).await?;
    rows.into_iter()
        .map(|row| {
            let bytes = key.open(TABLE, row.id, "details", 0, &row.details_sealed)?;
            Ok(Hit {
                id: HitId(row.id),
                list: ListId(row.list_id),
                source: Source::from_word(&row.source).ok_or(StoreError::Corrupt("source"))?,
                list_name: row.name,
                dated: row.dated,
                meaning: Meaning::from_word(&row.meaning).ok_or(StoreError::Corrupt("meaning"))?,
                role: Role::from_word(&row.role).ok_or(StoreError::Corrupt("role"))?,
                pair: (row.party_mark, row.entry_mark),
                details: serde_json::from_slice(&bytes).map_err(|_| StoreError::Corrupt("details"))?,
                found_at: row.found_at,
                standing: Standing::from_word(&row.state).ok_or(StoreError::Corrupt("state"))?,
                clear_until: row.clear_until,
                verdicts: said.remove(&row.id).unwrap_or_default(),
            })
        })
        .collect()
}

async fn verdicts(
    tx: &mut TenantTx,
    key: &DossierKey,
    application: ApplicationId,
) -> Result<HashMap<Uuid, Vec<Said>>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select v.id, v.hit_id, v.verdict, v.reason_sealed, v.decided_by, p.email, v.decided_at
         from screening_verdicts v join persons p on p.id = v.decided_by
         where v.tenant_id = $1 and v.application_id = $2 order by v.decided_at, v.id",
        tenant,
        application.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let mut all: HashMap<Uuid, Vec<Said>> = HashMap::new();
    for row in rows {
        let reason = String::from_utf8(key.open(VERDICTS, row.id, "reason", 0, &row.reason_sealed)?)
            .map_err(|_| StoreError::Corrupt("reason"))?;
        all.entry(row.hit_id).or_default().push(Said {
            by: PersonId(row.decided_by),
            email: row.email,
            verdict: Verdict::from_word(&row.verdict).ok_or(StoreError::Corrupt("verdict"))?,
            reason,
            at: row.decided_at,
        });
    }
    Ok(all)
}

/// Open hits, the oldest first, after this one by their ids; none of applications on whose side this person stands.
pub async fn open(
    tx: &mut TenantTx,
    reader: PersonId,
    after: Option<HitId>,
    limit: i64,
) -> Result<Vec<Open>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        r#"select h.id, h.application_id, a.case_number, a.name, l.source, l.name as list_name, h.meaning, h.role,
                  h.found_at,
                  (select count(*) from screening_verdicts v
                   where v.tenant_id = h.tenant_id and v.hit_id = h.id) as "said!"
           from screening_hits h
           join applications a on a.tenant_id = h.tenant_id and a.id = h.application_id
           join screening_lists l on l.tenant_id = h.tenant_id and l.id = h.list_id
           where h.tenant_id = $1 and h.state = 'open' and ($3::uuid is null or h.id > $3)
             and a.created_by <> $2 and a.submitted_by is distinct from $2
             and not exists (
                 select 1 from merchant_members m
                 where m.tenant_id = a.tenant_id and m.merchant_id = a.merchant_id and m.person_id = $2
             )
           order by h.id limit $4"#,
        tenant,
        reader.0,
        after.map(|id| id.0),
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Open {
                id: HitId(row.id),
                application: ApplicationId(row.application_id),
                case_number: row.case_number,
                name: row.name,
                source: Source::from_word(&row.source).ok_or(StoreError::Corrupt("source"))?,
                list_name: row.list_name,
                meaning: Meaning::from_word(&row.meaning).ok_or(StoreError::Corrupt("meaning"))?,
                role: Role::from_word(&row.role).ok_or(StoreError::Corrupt("role"))?,
                found_at: row.found_at,
                said: u32::try_from(row.said).unwrap_or(u32::MAX),
            })
        })
        .collect()
}

/// Applications that are open or aboard, after this one by their ids: whoever is to be screened when a list changes.
pub async fn to_screen(
    tx: &mut TenantTx,
    after: Option<ApplicationId>,
    limit: i64,
) -> Result<Vec<ApplicationId>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query_scalar!(
        "select id from applications
         where tenant_id = $1 and ($2::uuid is null or id > $2)
           and state not in ('draft', 'rejected', 'withdrawn', 'expired')
         order by id limit $3",
        tenant,
        after.map(|id| id.0),
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(ApplicationId).collect())
}
