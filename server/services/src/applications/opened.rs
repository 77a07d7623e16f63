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
    /// What was asked for, and what follows from it.
    Only {
        /// What was asked for.
        items: Vec<Item>,
        /// What was called for when it was handed in and what is now, where it is the merchant's to answer.
        called_for: Option<Box<[RuleSet; 2]>>,
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
            return Ok(Self::Only { items, called_for: None });
        };
        let rows = sections::as_of(tx, application.id, submission.at).await?;
        let stored = rows.into_iter().map(|row| (row.code.clone(), row)).collect();
        let then = shaped(services, application, &answers::open_stored(tx, application.id, &stored).await?)?;
        let now = shaped(services, application, &answers::open(tx, application.id).await?)?;
        Ok(Self::Only { items, called_for: Some(Box::new([then, now])) })
    }

    /// The fields of a section that may be changed, by their codes.
    pub(super) fn fields(&self, section: &Section) -> BTreeSet<String> {
        let codes = section.fields.iter().map(|field| field.code.clone());
        codes.filter(|field| self.has_field(&section.code, field)).collect()
    }

    fn has_field(&self, section: &str, field: &str) -> bool {
        let path = format!("{section}.{field}");
        self.has(|what| what.is_field(section, field), |rules| rules.field(&path).is_some())
    }

    /// Whether a file of this paper can be sent now, in the place of a document or as a new one.
    pub(crate) fn has_paper(&self, paper: &str, replaces: Option<DocumentId>) -> bool {
        self.has(|what| what.lets_in(paper, replaces), |rules| rules.paper(paper).is_some())
    }

    fn has(&self, asked: impl Fn(&Fault) -> bool, is_called_for: impl Fn(&RuleSet) -> bool) -> bool {
        let Self::Only { items, called_for } = self else { return true };
        let follows = |[then, now]: &[RuleSet; 2]| is_called_for(now) && !is_called_for(then);
        items.iter().any(|item| asked(&item.what)) || called_for.as_deref().is_some_and(follows)
    }
}
