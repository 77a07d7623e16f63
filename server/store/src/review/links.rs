//! What a case has in common with other cases of the tenant: numbers by their keyed marks, files by their hashes, pages
//! by what they show. Drafts are nobody's case, and what wasn't handed in isn't the desk's.

use crate::{StoreError, TenantTx, error::Result};
use domain::{
    ApplicationId, MerchantId, PersonId, VersionId,
    review::links::{LICENCE_FIELDS, Link, MARKS},
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// Links of one kind that are looked up at most: a number of everybody's says nothing.
const MOST: i64 = 200;

/// Where in an application it is that two have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// A field of a section.
    Field(String, String),
    /// A page of a file of a paper.
    Page {
        /// The paper's code.
        paper: String,
        /// The file.
        version: VersionId,
        /// The page, where it is one.
        page: Option<u16>,
    },
}

/// Something that two cases have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// What.
    pub link: Link,
    /// Where it is in this one.
    pub here: Spot,
    /// The other one.
    pub other: ApplicationId,
    /// Where it is in that one.
    pub there: Spot,
    /// Of pages, in how many of a hundred squares with print they are the same.
    pub alike: Option<u8>,
}

/// Another case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Whose it is.
    pub merchant: MerchantId,
    /// What people call it.
    pub case_number: String,
    /// The business's name as declared.
    pub name: String,
    /// Whether the person stands on its side: then they have no such case.
    pub own: bool,
}

/// All that an application has in common with others.
pub async fn of(tx: &mut TenantTx, application: ApplicationId) -> Result<Vec<Linked>> {
    let mut all = marks(tx, application).await?;
    all.extend(numbers(tx, application).await?);
    all.extend(files(tx, application).await?);
    all.extend(pages(tx, application).await?);
    Ok(all)
}

async fn marks(tx: &mut TenantTx, application: ApplicationId) -> Result<Vec<Linked>> {
    let (tenant, kinds) = (tx.tenant().0, MARKS.map(|(kind, _)| kind.to_owned()).to_vec());
    let rows = sqlx::query!(
        "select f.kind, f.section, f.field, o.application_id, o.section as other_section, o.field as other_field
         from fingerprints f
         join fingerprints o on o.tenant_id = f.tenant_id and o.kind = f.kind and o.fingerprint = f.fingerprint
             and o.application_id <> f.application_id
         join applications a on a.tenant_id = o.tenant_id and a.id = o.application_id and a.case_state <> 'none'
         where f.tenant_id = $1 and f.application_id = $2 and f.kind = any($3)
         order by a.submitted_at desc, a.id limit $4",
        tenant,
        application.0,
        &kinds,
        MOST,
    )
    .fetch_all(tx.conn())
    .await?;
    let linked = rows.into_iter().filter_map(|row| {
        Some(Linked {
            link: Link::of_mark(&row.kind)?,
            here: Spot::Field(row.section, row.field),
            other: ApplicationId(row.application_id),
            there: Spot::Field(row.other_section, row.other_field),
            alike: None,
        })
    });
    Ok(linked.collect())
}

async fn numbers(tx: &mut TenantTx, application: ApplicationId) -> Result<Vec<Linked>> {
    let (tenant, fields) = (tx.tenant().0, LICENCE_FIELDS.map(str::to_owned).to_vec());
    let rows = sqlx::query!(
        "select t.section, t.field, o.application_id, o.section as other_section, o.field as other_field
         from search_terms t
         join search_terms o on o.tenant_id = t.tenant_id and o.term = t.term and o.kind = 'number'
             and o.application_id <> t.application_id and o.field = any($3)
         join applications a on a.tenant_id = o.tenant_id and a.id = o.application_id and a.case_state <> 'none'
         where t.tenant_id = $1 and t.application_id = $2 and t.kind = 'number' and t.field = any($3)
         order by a.submitted_at desc, a.id limit $4",
        tenant,
        application.0,
        &fields,
        MOST,
    )
    .fetch_all(tx.conn())
    .await?;
    let linked = rows.into_iter().map(|row| Linked {
        link: Link::Licence,
        here: Spot::Field(row.section, row.field),
        other: ApplicationId(row.application_id),
        there: Spot::Field(row.other_section, row.other_field),
        alike: None,
    });
    Ok(linked.collect())
}

async fn files(tx: &mut TenantTx, application: ApplicationId) -> Result<Vec<Linked>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select d.paper, v.id, o.application_id, e.paper as other_paper, o.id as other_id
         from document_versions v
         join documents d on d.tenant_id = v.tenant_id and d.id = v.document_id
         join document_versions o on o.tenant_id = v.tenant_id and o.sha256 = v.sha256
             and o.application_id <> v.application_id
         join documents e on e.tenant_id = o.tenant_id and e.id = o.document_id
         join applications a on a.tenant_id = o.tenant_id and a.id = o.application_id and a.case_state <> 'none'
         where v.tenant_id = $1 and v.application_id = $2 and d.removed_at is null and d.answer_id is null
           and e.removed_at is null and e.answer_id is null and v.refusal is null and o.refusal is null
           and v.state in ('pending_review', 'accepted', 'redo_requested', 'rejected', 'expired')
           and o.state in ('pending_review', 'accepted', 'redo_requested', 'rejected', 'expired')
         order by a.submitted_at desc, a.id limit $3",
        tenant,
        application.0,
        MOST,
    )
    .fetch_all(tx.conn())
    .await?;
    let spot = |paper, version| Spot::Page { paper, version: VersionId(version), page: None };
    let linked = rows.into_iter().map(|row| Linked {
        link: Link::File,
        here: spot(row.paper, row.id),
        other: ApplicationId(row.application_id),
        there: spot(row.other_paper, row.other_id),
        alike: None,
    });
    Ok(linked.collect())
}

async fn pages(tx: &mut TenantTx, application: ApplicationId) -> Result<Vec<Linked>> {
    let tenant = tx.tenant().0;
    let rows = sqlx::query!(
        "select l.version_id, l.page, d.paper, l.other_application_id, l.other_version_id, l.other_page,
                e.paper as other_paper, l.alike
         from page_likenesses l
         join document_versions v on v.tenant_id = l.tenant_id and v.id = l.version_id
         join documents d on d.tenant_id = v.tenant_id and d.id = v.document_id
         join document_versions o on o.tenant_id = l.tenant_id and o.id = l.other_version_id
         join documents e on e.tenant_id = o.tenant_id and e.id = o.document_id
         join applications a on a.tenant_id = l.tenant_id and a.id = l.other_application_id
             and a.case_state <> 'none'
         where l.tenant_id = $1 and l.application_id = $2 and d.removed_at is null and d.answer_id is null
           and e.removed_at is null and e.answer_id is null and v.refusal is null and o.refusal is null
           and v.state in ('pending_review', 'accepted', 'redo_requested', 'rejected', 'expired')
           and o.state in ('pending_review', 'accepted', 'redo_requested', 'rejected', 'expired')
         order by a.submitted_at desc, a.id, l.version_id, l.page limit $3",
        tenant,
        application.0,
        MOST,
    )
    .fetch_all(tx.conn())
    .await?;
    let spot = |paper, version, page| {
        let page = Some(u16::try_from(page).map_err(|_| StoreError::Corrupt("number of a page"))?);
        Ok::<_, StoreError>(Spot::Page { paper, version: VersionId(version), page })
    };
    rows.into_iter()
        .map(|row| {
            Ok(Linked {
                link: Link::Page,
                here: spot(row.paper, row.version_id, row.page)?,
                other: ApplicationId(row.other_application_id),
                there: spot(row.other_paper, row.other_version_id, row.other_page)?,
                alike: u8::try_from(row.alike).ok(),
            })
        })
        .collect()
}

/// These cases, as whoever reads may know them.
pub async fn others(
    tx: &mut TenantTx,
    ids: &[ApplicationId],
    person: PersonId,
) -> Result<BTreeMap<ApplicationId, Other>> {
    let (tenant, ids) = (tx.tenant().0, ids.iter().map(|id| id.0).collect::<Vec<Uuid>>());
    let rows = sqlx::query!(
        r#"select a.id, a.merchant_id, a.case_number, a.name,
                  coalesce(a.created_by = $3 or a.submitted_by = $3, false) or exists (
                      select 1 from merchant_members m
                      where m.tenant_id = a.tenant_id and m.merchant_id = a.merchant_id and m.person_id = $3
                  ) as "own!"
           from applications a where a.tenant_id = $1 and a.id = any($2)"#,
        tenant,
        &ids,
        person.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let others = rows.into_iter().map(|row| {
        let other = Other {
            merchant: MerchantId(row.merchant_id),
            case_number: row.case_number,
            name: row.name,
            own: row.own,
        };
        (ApplicationId(row.id), other)
    });
    Ok(others.collect())
}
