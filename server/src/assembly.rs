//! From settings to use cases that can be served: the one place that puts the parts together, for the program and
//! for the tests.

use crate::config::Given;
use anyhow::Context as _;
use domain::review::Calendars;
use secrecy::ExposeSecret as _;
use services::{
    Services,
    accounts::{Passwords, factors::RelyingParty},
    papers::{Examiner, Pens},
    ports::{Bank, S3Blobs, Settings, SmtpMailer},
};
use std::sync::Arc;
use store::{
    Db,
    db::PoolSize,
    ports::Ports,
    setup::{self, Schema},
};
use time::Date;

/// Connects to what is given and makes what the use cases work with.
///
/// # Errors
/// When a service doesn't answer, the schema isn't this program's, or the rules are broken.
pub async fn services(
    given: &Given,
    settings: Settings,
    examiner: Examiner,
    size: PoolSize,
    ports: Ports,
) -> anyhow::Result<Services> {
    let rules = domain::applications::rules::load_all().context("the requirement rules")?;
    let fees = domain::fees::published::load_all().context("the published fee claims")?;
    let calendars = Calendars::load().context("the working calendars")?;
    if let Some(fault) = domain::retention::laws::fault() {
        anyhow::bail!("the laws on retention: {fault}");
    }
    warn_of_ends(&calendars, ports.clock.now().date());
    let mailer = SmtpMailer::new(given.smtp.expose_secret(), &settings.mail_from).context("SMTP_URL")?;
    let passwords = Passwords::new(Arc::clone(&ports.random))?;
    let db = Db::connect(given.database.expose_secret(), size, given.master_keys.clone(), ports)
        .await
        .context("DATABASE_URL: the database doesn't take us")?;
    match setup::schema(&db).await? {
        Schema::Current => {}
        Schema::Behind => anyhow::bail!("the schema is older than this program; run gangway migrate"),
        Schema::Ahead => anyhow::bail!("the schema is newer than this program; install the newer program"),
    }
    Ok(Services {
        db,
        mailer: Arc::new(mailer),
        bank: given.bank.clone().map(|bank| Arc::new(bank) as Arc<dyn Bank>),
        blobs: Arc::new(S3Blobs::new(&given.blobs)),
        pens: Arc::new(Pens::new(examiner.fonts().to_vec())),
        examiner,
        scanner: None,
        passkeys: RelyingParty::at(&settings.base_url),
        settings: Arc::new(settings),
        passwords,
        rules: Arc::new(rules),
        fees: Arc::new(fees),
        calendars: Arc::new(calendars),
    })
}

/// A calendar without its next year counts holidays as working days before long: whoever runs the program can install
/// a newer one.
fn warn_of_ends(calendars: &Calendars, today: Date) {
    for calendar in calendars.all().iter().filter(|calendar| calendar.ends_within_60_days(today)) {
        tracing::warn!(
            calendar = calendar.code().word(),
            last = %calendar.last(),
            "a working calendar ends soon; a newer program has its next year"
        );
    }
}
