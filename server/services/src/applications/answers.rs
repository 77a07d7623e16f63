//! An application's answers, read and opened.

use crate::Result;
use domain::{
    ApplicationId,
    applications::{Answers, Section, Values},
    text,
};
use std::collections::BTreeMap;
use store::{
    TenantTx,
    applications::{dossiers, sections},
};

/// How much of a sealed value is shown.
const SHOWN: usize = 4;

/// The latest version of each section, by its code.
pub(super) type Stored = BTreeMap<String, sections::Section>;

/// Reads the latest version of every section.
pub(super) async fn stored(tx: &mut TenantTx, application: ApplicationId) -> Result<Stored> {
    let rows = sections::current(tx, application).await?;
    Ok(rows.into_iter().map(|row| (row.code.clone(), row)).collect())
}

/// Opens everything, sealed values as well: for judging, not for showing.
pub(crate) async fn open(tx: &mut TenantTx, application: ApplicationId) -> Result<Answers> {
    let stored = stored(tx, application).await?;
    open_stored(tx, application, &stored).await
}

/// Opens what was read.
pub(super) async fn open_stored(
    tx: &mut TenantTx,
    application: ApplicationId,
    stored: &Stored,
) -> Result<Answers> {
    let key = dossiers::open(tx, application).await?;
    let mut answers = Answers::new();
    for (code, section) in stored {
        answers.insert(code.clone(), section.answers(&key)?);
    }
    Ok(answers)
}

/// The values as they are shown: sealed ones masked.
pub fn shown(section: &Section, values: &Values) -> Values {
    values
        .iter()
        .map(|(input, value)| {
            let sealed = section.field_of_input(input).is_none_or(|field| field.sealed);
            let value = if sealed && !value.is_empty() { text::mask(value, SHOWN) } else { value.clone() };
            (input.clone(), value)
        })
        .collect()
}

/// Apart: what may stand plainly, and what may not.
pub(super) fn apart(section: &Section, values: Values) -> (Values, Values) {
    values
        .into_iter()
        .partition(|(input, _)| section.field_of_input(input).is_some_and(|field| !field.sealed))
}
