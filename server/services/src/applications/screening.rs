//! The job after handing in: everything is looked at once by our machines, then the desk gets it.

use super::{advance, tasks::judge, terms::Terms};
use crate::{Services, jobs::JobError};
use domain::{
    Actor, ApplicationId, TenantId,
    applications::{Answers, Event, Finding, RuleSet, StateKind, check, tasks::PaperStatus},
    audit,
    review::screening::{ScreenedFile, screened},
};
use serde::Deserialize;
use store::{
    TenantTx,
    applications::{Application, dossiers, lock},
    documents,
    review::screenings,
    tenants,
};

#[derive(Deserialize)]
struct Payload {
    application: ApplicationId,
}

/// Looks at everything handed in. Does nothing to an application that has been taken back or decided meanwhile.
pub(crate) async fn screen(
    services: &Services,
    tenant: TenantId,
    payload: &serde_json::Value,
) -> Result<(), JobError> {
    let Ok(Payload { application: id }) = Payload::deserialize(payload) else {
        return Err(JobError::permanent("payload"));
    };
    let terms = Terms::of(services, &tenants::by_id(&services.db, tenant).await?)?;
    let actor = Actor::System { tenant, job: super::SCREEN };
    let lists = crate::screening::current(services, &actor).await?;
    let mut tx = TenantTx::begin(&services.db, &actor).await?;
    let mut application = lock(&mut tx, id).await?;
    if application.state.kind() == StateKind::Submitted {
        advance(&mut tx, &mut application, Event::StartScreening, &terms).await?;
    }
    if !matches!(application.state.kind(), StateKind::Screening | StateKind::Resubmitted) {
        return Ok(());
    }
    let judged = judge(services, &mut tx, &application).await?;
    if judged.tasks.papers.iter().any(|paper| paper.status == PaperStatus::Checking) {
        return Err(JobError { code: "papers-unchecked", retry: true, source: None });
    }
    let day = super::today(&application.country, tx.now());
    let findings = check::all(&judged.rules, &judged.answers, day);
    keep(&mut tx, &application, &judged.rules, &judged.answers, &findings).await?;
    crate::screening::parties_of(&mut tx, &application, (&judged.rules, &judged.answers), &lists).await?;
    let found: Vec<String> = findings
        .iter()
        .map(|finding| format!("{}.{}:{}", finding.section, finding.input, finding.key))
        .collect();
    // Where and which rule, never what was answered.
    tx.record(
        audit::Event::new("application.screened", "application", id)
            .on(id)
            .with("findings", found.join(" "))
            .with("rules", &judged.rules.version),
    );
    if application.state.kind() == StateKind::Screening {
        advance(&mut tx, &mut application, Event::FinishScreening, &terms).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Keeps each result with its time, for the case's page.
async fn keep(
    tx: &mut TenantTx,
    application: &Application,
    rules: &RuleSet,
    answers: &Answers,
    findings: &[Finding],
) -> Result<(), JobError> {
    let versions = documents::of_application(tx, application.id).await?;
    let files: Vec<ScreenedFile<'_>> = documents::current(&versions)
        .into_iter()
        .map(|file| ScreenedFile {
            paper: &file.paper,
            document: file.document,
            version: &file.version,
            remarks: &file.remarks,
        })
        .collect();
    let results = screened(rules, answers, findings, &files);
    let key = dossiers::open(tx, application.id).await?;
    let round = application.state.submission().map_or(1, |submission| submission.round);
    screenings::insert(tx, &key, (application.id, round), &rules.version, &results).await?;
    Ok(())
}
