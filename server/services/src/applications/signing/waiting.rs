//! What the merchant's people see while whoever signs is waited for.

use super::super::{
    access::{seen, shaped},
    answers,
};
use crate::{Result, Services};
use domain::{
    Actor, ApplicationId,
    applications::{
        StateKind,
        signing::{self as rules, Standing},
    },
    permissions::Act,
    text::mask,
};
use store::{
    TenantTx,
    applications::{Application, ends, signing},
    tenants,
};
use time::OffsetDateTime;

/// Who is waited for.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// The application.
    pub application: Application,
    /// The section of the answers that names whoever signs.
    pub section: String,
    /// Their name as declared.
    pub name: String,
    /// Where their mails go, masked; none where no address was declared as theirs.
    pub address: Option<String>,
    /// When the application runs out for want of it.
    pub ends: Option<OffsetDateTime>,
    /// The link that stands open.
    pub link: Option<Open>,
    /// Whether the reader may make and send links.
    pub submit: bool,
}

/// A link that stands open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Open {
    /// Whether it went by mail.
    pub by_mail: bool,
    /// When it was made.
    pub at: OffsetDateTime,
    /// When it was first looked at.
    pub opened: Option<OffsetDateTime>,
    /// Until when it is good.
    pub until: OffsetDateTime,
}

/// Who is waited for; nothing where nobody is (any more).
pub async fn waiting(services: &Services, actor: &Actor, id: ApplicationId) -> Result<Option<Waiting>> {
    let policy = tenants::by_id(&services.db, actor.tenant()).await?.policy;
    let mut tx = TenantTx::read(&services.db, actor).await?;
    let application = seen(&mut tx, id, Act::ViewOwnApplication).await?;
    if application.state.kind() != StateKind::Signing {
        return Ok(None);
    }
    let all = answers::open(&mut tx, id).await?;
    let set = shaped(services, &application, &all)?;
    let told = ends::told(&mut tx, id).await?;
    let now = tx.now();
    let link = signing::open_of(&mut tx, id).await?.filter(|link| now < link.expires_at);
    Ok(Some(Waiting {
        section: rules::signatory(&set).map(|section| section.code.clone()).unwrap_or_default(),
        name: rules::name(&set, &all).unwrap_or_default().to_owned(),
        address: rules::address(&set, &all).map(masked),
        ends: application.state.ends(application.updated_at, told, &policy, now),
        link: link.map(|link| Open {
            by_mail: link.by_mail,
            at: link.created_at,
            opened: (link.standing == Standing::Opened).then_some(link.since),
            until: link.expires_at,
        }),
        submit: actor.may_at(application.merchant, Act::SubmitApplication),
        application,
    }))
}

/// A mail address of which enough is left to know it again: `••••@haifeng.example`.
fn masked(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((_, place)) => format!("••••@{place}"),
        None => mask(address, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn of_an_address_its_place_is_shown() {
        assert_eq!(masked("office@haifeng.example"), "••••@haifeng.example");
        assert_eq!(masked("nowhere"), "••••");
    }
}
