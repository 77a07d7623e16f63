//! From a case as the service gives it to the page's model.

use crate::{pages::applications::consents::consent, web::Visit};
use app::{
    pages::{
        audit,
        review::{
            Due,
            case::{Acts, Advice, Decision, File, Model, Said, Saved, Trouble},
            queue::Holder,
        },
    },
    ui::FormState,
};
use domain::PersonId;
use services::{
    audit::{By, Entry},
    documents,
    review::CaseView,
};

/// The page's model. The form always carries what is on this page, whatever it was sent with.
pub(super) fn of(visit: &Visit, view: &CaseView, mut form: FormState, trouble: Option<Trouble>) -> Model {
    form.set("seen", view.seen.clone());
    let me = visit.actor.person().map(|person| person.id);
    let application = &view.application;
    Model {
        path: super::case_path(visit, application.id),
        number: application.case_number.clone(),
        name: application.name.clone(),
        state: application.state.kind(),
        submitted: application.state.submission().map(|submission| (submission.at, submission.round)),
        due: view.due.map(|(at, minutes)| Due { at, minutes }),
        holder: holder(view.holder.as_ref(), me),
        merchant_number: view.merchant_number.clone(),
        rules: view.rules.clone(),
        answers: view.answers.clone(),
        sections: view
            .sections
            .iter()
            .map(|(code, saved)| {
                (
                    code.clone(),
                    Saved { version: saved.version, by: saved.saved_by.clone(), at: saved.saved_at },
                )
            })
            .collect(),
        findings: view.findings.clone(),
        files: view.files.iter().map(file).collect(),
        consents: view.consents.iter().map(consent).collect(),
        lacking: view.lacking.clone(),
        timeline: view.timeline.iter().map(entry).collect(),
        advice: view.advice.as_ref().map(|advice| Advice {
            verdict: advice.verdict,
            by: advice.email.clone(),
            at: advice.at,
            said: Said {
                reasons: advice.reasons.clone(),
                words: advice.words.clone(),
                note: advice.note.clone(),
            },
        }),
        decisions: view
            .decisions
            .iter()
            .map(|decided| Decision {
                outcome: decided.outcome.word(),
                by: decided.email.clone(),
                at: decided.at,
                said: Said {
                    reasons: decided.reasons.clone(),
                    words: decided.words.clone(),
                    note: decided.note.clone(),
                },
            })
            .collect(),
        acts: Acts {
            claim: view.acts.claim,
            release: view.acts.release,
            recommend: view.acts.recommend,
            decide: view.acts.decide,
            why_not: view.acts.why_not.map(str::to_owned),
        },
        version: application.version,
        form,
        trouble,
    }
}

fn holder(holder: Option<&(PersonId, String)>, me: Option<PersonId>) -> Holder {
    match holder {
        None => Holder::Nobody,
        Some((id, _)) if Some(*id) == me => Holder::You,
        Some((_, email)) => Holder::Other(email.clone()),
    }
}

fn file(file: &documents::File) -> File {
    File {
        id: file.id.to_string(),
        document: file.document.to_string(),
        paper: file.paper.clone(),
        name: file.name.clone(),
        version: file.version.clone(),
        media: file.media,
        size: file.size,
        sha256: file.sha256.clone(),
        pictures: file.pictures,
        remarks: file.remarks.clone(),
        at: file.uploaded_at,
        current: file.current,
    }
}

fn entry(entry: &Entry) -> audit::Entry {
    audit::Entry {
        at: entry.at,
        name: entry.name.clone(),
        by: match &entry.by {
            By::You => audit::By::You,
            By::Merchant { email } | By::Desk { email: Some(email) } => audit::By::Person(email.clone()),
            By::Desk { email: None } => audit::By::Desk,
            By::System => audit::By::System,
        },
        audience: entry.audience,
        details: entry.details.clone().into_iter().collect(),
    }
}
