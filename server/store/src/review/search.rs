//! Finding cases: by names and plain numbers, by sealed numbers through their fingerprints, by the people's addresses.

use crate::{
    TenantTx,
    applications::sections::{PHONE, PHONE_TAIL, digest},
    error::Result,
};
use domain::review::search::{Sought, grams_of_part};
use sqlx::{Postgres, QueryBuilder};

/// Narrows a list of applications `a` to those that fit in any way. `sealed` are the kinds of sealed numbers.
pub(super) async fn push(
    tx: &TenantTx,
    query: &mut QueryBuilder<Postgres>,
    sought: &Sought,
    sealed: &[String],
) -> Result<()> {
    let tenant = tx.tenant().0;
    query.push(" and (a.id in (select null::uuid");
    if let Some(name) = &sought.name {
        let grams: Vec<String> = grams_of_part(name).into_iter().collect();
        query.push(" union all select lookup_named(").push_bind(name.clone());
        query.push(", ").push_bind(grams).push(")");
    }
    if let Some(number) = &sought.number {
        query.push(" union all select t.application_id from search_terms t where t.tenant_id = ");
        query.push_bind(tenant).push(" and t.kind = 'number' and t.term = ").push_bind(number.clone());
    }
    for (kind, mark) in marks(tx, sought, sealed).await? {
        query.push(" union all select f.application_id from fingerprints f where f.tenant_id = ");
        query.push_bind(tenant).push(" and f.kind = ").push_bind(kind);
        query.push(" and f.fingerprint = ").push_bind(mark);
    }
    if let Some(merchant) = &sought.merchant {
        query.push(
            " union all select x.id from merchants m
              join applications x on x.tenant_id = m.tenant_id and x.merchant_id = m.id where m.tenant_id = ",
        );
        query.push_bind(tenant).push(" and starts_with(m.number, ").push_bind(merchant.clone()).push(")");
    }
    if let Some(email) = &sought.email {
        query.push(
            " union all select x.id from persons q join merchant_members m on m.person_id = q.id
              join applications x on x.tenant_id = m.tenant_id and x.merchant_id = m.merchant_id
              where m.tenant_id = ",
        );
        query.push_bind(tenant).push(" and q.email_key = ").push_bind(email.clone());
        query.push(" union all select t.application_id from search_terms t where t.tenant_id = ");
        query.push_bind(tenant).push(" and t.kind = 'email' and t.term = ").push_bind(email.clone());
    }
    query.push(")");
    if let Some(case) = &sought.case {
        query.push(" or starts_with(a.case_number, ").push_bind(case.clone()).push(")");
    }
    query.push(")");
    Ok(())
}

/// The fingerprints that what was typed would have, by their kinds. They go no further than the query.
async fn marks(tx: &TenantTx, sought: &Sought, sealed: &[String]) -> Result<Vec<(String, Vec<u8>)>> {
    let keys = tx.keys().await?;
    let mark = |kind: &str, value: &str| (kind.to_owned(), digest(&keys, kind, value).to_vec());
    let numbers = sought.number.iter();
    let mut all: Vec<_> =
        numbers.flat_map(|number| sealed.iter().map(move |kind| mark(kind, number))).collect();
    all.extend(sought.phone.iter().map(|phone| mark(PHONE, phone)));
    all.extend(sought.tail.iter().map(|tail| mark(PHONE_TAIL, tail)));
    Ok(all)
}
