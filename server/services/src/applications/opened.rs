//! What the merchant may change now: a draft whole; later what the desk asked for, and what follows from that. An answer
//! that is changed may call for sections and papers that nobody was asked for when the application was handed in: they
//! are open too, or it could never be handed in again.

use super::{answers, shaped};
use crate::{Result, Services};
use domain::{
    DocumentId,
    applications::{Fault, Item, RuleSet, Section, State},
};
use std::collections::BTreeSet;
use store::{
    TenantTx,
    applications::{Application, sections},
};

/// What is open of an application.
pub(crate) enum Opened {
    /// Everything.
    All,
    /// What was asked for, beside what was called for since it was handed in.
    Only {
        /// What was asked for.
        items: Vec<Item>,
        /// What was called for when it was handed in, where it is the merchant's to answer now.
        then: Option<Box<RuleSet>>,
    },
}

impl Opened {
    /// As the application stands in this transaction.
    pub(crate) async fn of(
        services: &Services,
        tx: &mut TenantTx,
        application: &Application,
    ) -> Result<Self> {
        let Some(items) = application.state.editable() else { return Ok(Self::All) };
        let items = items.to_vec();
        let State::ChangesRequested { submission, .. } = &application.state else {
            return Ok(Self::Only { items, then: None });
        };
        let rows = sections::as_of(tx, application.id, submission.at).await?;
        let stored = rows.into_iter().map(|row| (row.code.clone(), row)).collect();
        let handed_in = answers::open_stored(tx, application.id, &stored).await?;
        Ok(Self::Only { items, then: Some(Box::new(shaped(services, application, &handed_in)?)) })
    }

    /// The fields of a section that may be changed, by their codes. `now` is what is called for now.
    pub(super) fn fields(&self, now: &RuleSet, section: &Section) -> BTreeSet<String> {
        let codes = section.fields.iter().map(|field| field.code.clone());
        codes.filter(|field| self.has_field(now, &section.code, field)).collect()
    }

    fn has_field(&self, now: &RuleSet, section: &str, field: &str) -> bool {
        let path = format!("{section}.{field}");
        let called_for = |rules: &RuleSet| rules.field(&path).is_some();
        self.has(|what| what.is_field(section, field), called_for, now)
    }

    /// Whether a file of this paper can be sent now, in the place of a document or as a new one.
    pub(crate) fn has_paper(&self, now: &RuleSet, paper: &str, replaces: Option<DocumentId>) -> bool {
        self.has(|what| what.lets_in(paper, replaces), |rules| rules.paper(paper).is_some(), now)
    }

    fn has(
        &self,
        asked: impl Fn(&Fault) -> bool,
        called_for: impl Fn(&RuleSet) -> bool,
        now: &RuleSet,
    ) -> bool {
        match self {
            Self::All => true,
            Self::Only { items, then } => {
                items.iter().any(|item| asked(&item.what))
                    || then.as_ref().is_some_and(|then| called_for(now) && !called_for(then))
            }
        }
    }
}
