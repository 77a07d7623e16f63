//! The papers of an application, as those see them who send them.

use super::{
    access::{self, Side},
    look::{File, file},
};
use crate::{
    Result, Services,
    applications::{Opened, answers, shaped},
};
use domain::{
    Actor, ApplicationId,
    applications::{Fault, RuleSet},
    documents::{Refusal, Version, life},
};
use std::collections::BTreeSet;
use store::{
    StoreError, TenantTx,
    applications::{Application, dossiers, load},
    documents::{self, Stored},
    review::waivers,
};

/// What is asked for and what has come.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The application.
    pub application: Application,
    /// Its rules.
    pub rules: RuleSet,
    /// The codes of the papers of which a new file can be sent now.
    pub open: Vec<String>,
    /// The codes of the papers that need not be given after all.
    pub not_needed: BTreeSet<String>,
    /// The file that counts of each document, in the order in which the documents came.
    pub files: Vec<Shown>,
}

/// A file that counts, and what can be done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The file.
    pub file: File,
    /// Whether another one can be sent in its place.
    pub replaceable: bool,
    /// Whether it can be taken away.
    pub removable: bool,
    /// Why a newer version, meant to replace it, was not taken.
    pub not_taken: Option<Refusal>,
}

/// The papers of an application.
///
/// # Errors
/// Not found for whoever doesn't send its papers.
pub async fn sheet(services: &Services, actor: &Actor, id: ApplicationId) -> Result<Sheet> {
    let mut tx = TenantTx::read(&services.db, actor).await?;
    if access::side(&mut tx, id).await? != Side::Sender {
        return Err(StoreError::NotFound.into());
    }
    let application = load(&mut tx, id).await?;
    let rules = shaped(services, &application, &answers::open(&mut tx, id).await?)?;
    let opened = Opened::of(services, &mut tx, &application).await?;
    let codes = rules.papers.iter().map(|paper| paper.code.clone());
    let open: Vec<String> = codes.filter(|code| opened.has_paper(code, None)).collect();
    let versions = documents::of_application(&mut tx, id).await?;
    let mut files = Vec::new();
    if !versions.is_empty() {
        let dossier = dossiers::open(&mut tx, id).await?;
        for current in documents::current(&versions) {
            let all: Vec<Stored> =
                versions.iter().filter(|version| version.document == current.document).cloned().collect();
            let replaceable = opened.has_paper(&current.paper, Some(current.document));
            files.push(Shown {
                file: file(current, Side::Sender, &dossier, true)?,
                replaceable,
                removable: replaceable && access::is_removable(&application.state, &all),
                not_taken: all.first().filter(|newest| newest.id != current.id).and_then(refusal),
            });
        }
    }
    let waived = waivers::holding(&mut tx, id).await?;
    let not_needed = waived
        .into_iter()
        .filter_map(|what| match what {
            Fault::Paper(paper) => Some(paper),
            _ => None,
        })
        .collect();
    Ok(Sheet { application, rules, open, not_needed, files })
}

fn refusal(version: &Stored) -> Option<Refusal> {
    match version.version {
        Version::Rejected { fault: life::Fault::File(refusal) } => Some(refusal),
        _ => None,
    }
}
