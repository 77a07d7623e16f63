//! From a case as the service gives it to the page's model.

use crate::{pages::applications::consents::consent, web::Visit};
use app::{
    pages::{
        audit,
        review::{
            Due,
            case::{
                Acts, Advice, Decision, Escalation, File, Model, Said, Saved, Trouble, checks, desk_notes,
                elsewhere, items, signatures::Signature,
            },
            queue::Holder,
        },
    },
    ui::FormState,
};
use domain::PersonId;
use services::{
    audit::{By, Entry},
    documents,
    review::{self, CaseView},
};
use store::{
    applications::signing,
    review::{judgements, links::Spot, notes, waivers::Waived},
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
        until: application.desk.until(),
        escalated: application.desk.is_escalated(),
        escalations: view.escalations.iter().map(escalation).collect(),
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
        found: view.found.clone(),
        items: view.items.all.iter().map(|item| self::item(item, &view.proposed)).collect(),
        proposed: view.proposed.iter().map(|(one, mine)| (one.what.clone(), waiver(one, *mine))).collect(),
        screening: view
            .screening
            .as_ref()
            .map(|found| checks::Screening { at: found.at, results: found.results.clone() }),
        hits: view
            .hits
            .iter()
            .map(|hit| crate::pages::screening::hit(&super::case_path(visit, application.id), hit))
            .collect(),
        elsewhere: view.elsewhere.iter().map(|one| elsewhere(visit, one)).collect(),
        notes: view
            .notes
            .iter()
            .map(|note| desk_notes::Note {
                reopening: note.kind == notes::Kind::Reopening,
                text: note.text.clone(),
                by: note.email.clone(),
                at: note.at,
            })
            .collect(),
        files: view.files.iter().map(file).collect(),
        look: look(visit),
        consents: view.consents.iter().map(consent).collect(),
        signatures: view.signatures.iter().map(|one| signature(one, &view.signatory)).collect(),
        lacking: view.lacking.clone(),
        timeline: view.timeline.entries.iter().map(entry).collect(),
        kinds: Vec::new(),
        older: None,
        advice: view.advice.as_ref().map(|advice| Advice {
            verdict: advice.verdict,
            by: advice.email.clone(),
            at: advice.at,
            left: view.adviser_left,
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
        acts: acts(&view.acts),
        version: application.version,
        form,
        trouble,
    }
}

/// What the reader may do now.
fn acts(acts: &review::Acts) -> Acts {
    Acts {
        claim: acts.claim,
        release: acts.release,
        assign: acts.assign,
        snooze: acts.snooze,
        resume: acts.resume,
        escalate: acts.escalate,
        hand_back: acts.hand_back,
        recommend: acts.recommend,
        judge: acts.judge,
        decide: acts.decide,
        waive: acts.propose_waiver,
        note: acts.note,
        reveal: acts.reveal,
        reopen: acts.reopen,
        why_not: acts.why_not.map(str::to_owned),
    }
}

fn elsewhere(visit: &Visit, other: &review::Elsewhere) -> elsewhere::Elsewhere {
    let path = super::case_path(visit, other.application);
    let linked = |one: &store::review::links::Linked| elsewhere::Linked {
        link: one.link,
        here: spot(visit, &one.here),
        there: spot(visit, &one.there),
        alike: one.alike,
    };
    elsewhere::Elsewhere {
        case: other.case.clone().map(|(number, name)| (path, number, name)),
        same_merchant: other.same_merchant,
        links: other.links.iter().map(linked).collect(),
    }
}

fn spot(visit: &Visit, spot: &Spot) -> elsewhere::Spot {
    match spot {
        Spot::Field(section, field) => elsewhere::Spot::Field(section.clone(), field.clone()),
        Spot::Page { paper, version, page } => elsewhere::Spot::Page {
            paper: paper.clone(),
            picture: visit.frame.at(&format!("/documents/{version}/pages/{}", page.unwrap_or(1))),
            page: *page,
        },
    }
}

/// What a page calls itself to the pictures that it shows: new for each, so that whoever loads it again looks again.
pub(super) fn look(visit: &Visit) -> String {
    visit.app.services.ports().random.id(visit.app.services.now()).to_string()
}

fn holder(holder: Option<&(PersonId, String)>, me: Option<PersonId>) -> Holder {
    match holder {
        None => Holder::Nobody,
        Some((id, _)) if Some(*id) == me => Holder::You,
        Some((_, email)) => Holder::Other(email.clone()),
    }
}

/// An item, with the waivers of it that the reader may answer.
pub(super) fn item(item: &review::Item, proposed: &[(Waived, bool)]) -> items::Item {
    let judged = |judged: &judgements::Judged| items::Judged {
        judgement: judged.judgement.clone(),
        by: judged.email.clone(),
        at: judged.at,
        version: judged.on.section,
    };
    items::Item {
        what: item.what.clone(),
        token: item.token(),
        required: item.required,
        given: item.given,
        served_by: item.served_by.clone(),
        requirement: item.requirement,
        judged: item.judged.as_ref().map(judged),
        earlier: item.earlier.iter().map(judged).collect(),
        asked: item.asked.as_ref().map(|asked| items::Asked {
            reason: asked.requested.item.reason,
            words: asked.requested.item.words.clone(),
            at: asked.requested.at,
            reply: asked.reply,
            explanation: asked.explanation.as_ref().map(|explained| explained.text.clone()),
            before: asked.before.clone(),
            before_file: review::replaced(item).map(|version| version.to_string()),
        }),
        waiver: item.waiver.as_ref().map(|one| {
            let mine = proposed.iter().any(|(other, mine)| *mine && other.id == one.id);
            waiver(one, mine)
        }),
    }
}

fn waiver(waived: &Waived, mine: bool) -> items::Waiver {
    items::Waiver {
        id: waived.id.to_string(),
        state: waived.waiver,
        reason: waived.reason.clone(),
        by: waived.proposed_email.clone(),
        at: waived.proposed_at,
        answered: waived.answered.clone(),
        mine,
    }
}

fn escalation(raised: &store::review::escalations::Escalation) -> Escalation {
    let answer = raised.ended_by.clone().zip(raised.ended_at).zip(raised.answer.clone());
    Escalation {
        by: raised.raised_by.clone(),
        at: raised.raised_at,
        reason: raised.reason.clone(),
        answer: answer.map(|((email, at), words)| (email, at, words)),
        ended: raised.ended_at.is_some(),
    }
}

pub(super) fn file(file: &documents::File) -> File {
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
        substituted: file.substituted.clone(),
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

fn signature(kept: &signing::Signature, name: &str) -> Signature {
    Signature {
        answer: kept.answer,
        name: name.to_owned(),
        at: kept.at,
        address: kept.address.clone(),
        kind: kept.kind.clone(),
        version: kept.version.clone(),
        lang: kept.lang.clone(),
        hash: hex::encode(&kept.text_hash),
    }
}
