//! The job: looks up whom, in whose name and about what, draws the link, writes the mail and hands it over.

use super::{
    About, INVITATION_LIFETIME, Payload, Recipient, compose, dates, lifetime, links,
    template::{Address, Link, Template},
    texts::{Args, text},
};
use crate::{
    Services, applications,
    jobs::JobError,
    ports::{MailError, Message},
};
use domain::{
    Actor, InvitationId, Lang, PersonId, SigningLinkId, TenantId, applications::signing::LINK_LIFETIME,
};
use store::{
    TenantTx,
    accounts::{
        logins, memberships,
        tokens::{self, Purpose},
    },
    applications::merchants,
    jobs::Claimed,
    mail::{self, Sender},
};

/// What the mail is written from, once looked up.
struct Facts {
    to: String,
    lang: Lang,
    args: Args,
    link: Option<String>,
}

/// Runs a `mail.send` job. A mail whose occasion has passed (the person is gone, the link was used or replaced) is
/// not sent, and that is no failure.
pub async fn send(services: &Services, job: &Claimed) -> Result<(), JobError> {
    let payload: Payload =
        serde_json::from_value(job.payload.clone()).map_err(|_| JobError::permanent("mail-payload"))?;
    let brand = payload.about.brand.unwrap_or(job.tenant);
    let sender = match brand {
        TenantId::PLATFORM => None,
        tenant => Some(mail::sender(&services.db, tenant).await?),
    };
    let facts = match payload.to {
        Recipient::Person(person) => {
            to_person(services, job.tenant, person, &payload, sender.as_ref()).await?
        }
        Recipient::Invitation(id) => to_invitation(services, job.tenant, id, sender.as_ref()).await?,
        Recipient::Signatory(link) => to_signatory(services, job.tenant, link, sender.as_ref()).await?,
    };
    let Some(facts) = facts else { return Ok(()) };
    let written = compose::compose(payload.template, facts.lang, &facts.args, facts.link.as_deref())
        .ok_or(JobError::permanent("mail-text"))?;
    let message = Message {
        to: facts.to,
        subject: written.subject,
        text: written.text,
        html: written.html,
        id: job.id.to_string(),
        lang: facts.lang.tag(),
    };
    services.mailer.send(&message).await.map_err(|error| match error {
        MailError::Permanent(_) => {
            JobError { code: "mail-refused", retry: false, source: Some(error.into()) }
        }
        MailError::Transient(_) => JobError::transient("mail-later", error),
    })
}

async fn to_person(
    services: &Services,
    tenant: TenantId,
    person: PersonId,
    payload: &Payload,
    sender: Option<&Sender>,
) -> Result<Option<Facts>, JobError> {
    let Some(addressee) = mail::addressee(&services.db, person).await? else { return Ok(None) };
    let (template, about) = (payload.template, payload.about);
    let form = template.form();
    let lang = addressee.lang.unwrap_or_else(|| sender.map_or_else(Lang::default, |sender| sender.lang));
    let mut to = addressee.email;
    let mut args = Args::new();
    if let Some(change) = about.change {
        let Some(change) = mail::address_change(&services.db, change).await? else { return Ok(None) };
        args.push(("new", change.new.clone()));
        match form.address {
            Address::Current => {}
            Address::New => to = change.new,
            Address::Old => to = change.old,
        }
    }
    // A mail names the address that it goes to: who reads the old one's warning must not learn the new one's, or the
    // other way round.
    args.extend(common_args(lang, sender, &to));
    let mut parts = link_parts(sender, &about);
    if template.names_roles() {
        let roles = memberships::roles(&services.db, tenant, person).await?.staff;
        if roles.is_empty() {
            return Ok(None);
        }
        let words: Vec<String> = roles.iter().map(|role| role.word().to_owned()).collect();
        args.push(("roles", role_names(lang, &words)));
    }
    if let Some(application) = about.application {
        let mut tx = TenantTx::read(&services.db, &Actor::System { tenant, job: super::KIND }).await?;
        let Some(case) = mail::case(&mut tx, application).await? else { return Ok(None) };
        args.extend([("case", case.number), ("name", case.name)]);
        if template.tells_end() {
            let zone = sender.map_or("UTC", |sender| sender.zone.as_str());
            let Some(ends) = mail::told_end(&mut tx, application).await? else { return Ok(None) };
            args.push(("until", dates::instant(lang, zone, ends)));
        }
    }
    if let Some(merchant) = about.merchant {
        let mut tx = TenantTx::read(&services.db, &Actor::System { tenant, job: super::KIND }).await?;
        let merchant = merchants::load(&mut tx, merchant).await?;
        args.push(("merchant", named(lang, merchant.name)));
    }
    let path = match form.link {
        Link::None => None,
        Link::Page(path) | Link::Invitation(path) | Link::Signatory(path) => Some(path),
        Link::Token(purpose, path) => {
            let Some(token) = draw(services, person, purpose, &about).await? else { return Ok(None) };
            args.extend(lifetime_args(lifetime(purpose)));
            parts.push(("token", token));
            Some(path)
        }
    };
    let link = path.map(|path| links::address(&services.settings.base_url, path, &parts));
    args.push(("to", to.clone()));
    Ok(Some(Facts { to, lang, args, link }))
}

async fn to_invitation(
    services: &Services,
    tenant: TenantId,
    invitation: InvitationId,
    sender: Option<&Sender>,
) -> Result<Option<Facts>, JobError> {
    let Link::Invitation(path) = Template::Invitation.form().link else {
        return Err(JobError::permanent("mail-text"));
    };
    let (token, hash) = links::draw(&*services.ports().random);
    let mut tx = TenantTx::begin(&services.db, &Actor::System { tenant, job: super::KIND }).await?;
    let expires_at = tx.now() + INVITATION_LIFETIME;
    let Some(invited) = mail::draw_invitation(&mut tx, invitation, &hash, expires_at).await? else {
        return Ok(None);
    };
    tx.commit().await?;
    let mut parts = link_parts(sender, &About::nothing());
    parts.push(("token", token));
    let mut args = common_args(invited.lang, sender, &invited.email);
    args.extend(lifetime_args(INVITATION_LIFETIME));
    args.push(("roles", role_names(invited.lang, &invited.roles)));
    args.push(("merchant", named(invited.lang, invited.merchant.unwrap_or_default())));
    args.push(("to", invited.email.clone()));
    let link = Some(links::address(&services.settings.base_url, path, &parts));
    Ok(Some(Facts { to: invited.email, lang: invited.lang, args, link }))
}

/// To whoever signs, at the address that was declared as theirs; nothing where the link is closed, or no such address
/// stands any more.
async fn to_signatory(
    services: &Services,
    tenant: TenantId,
    link: SigningLinkId,
    sender: Option<&Sender>,
) -> Result<Option<Facts>, JobError> {
    let actor = Actor::System { tenant, job: super::KIND };
    let Some(drawn) = applications::signing::draw(services, &actor, link).await? else { return Ok(None) };
    let lang = sender.map_or_else(Lang::default, |sender| sender.lang);
    let mut args = common_args(lang, sender, &drawn.to);
    args.extend(lifetime_args(LINK_LIFETIME));
    args.extend([("case", drawn.number), ("name", named(lang, drawn.name)), ("to", drawn.to.clone())]);
    let mut parts = link_parts(sender, &About::nothing());
    parts.push(("token", drawn.token));
    let link = Some(links::address(&services.settings.base_url, super::SIGN, &parts));
    Ok(Some(Facts { to: drawn.to, lang, args, link }))
}

/// A new token for the person's link. Nothing where the address has been confirmed, or the change used or replaced,
/// since.
async fn draw(
    services: &Services,
    person: PersonId,
    purpose: Purpose,
    about: &About,
) -> Result<Option<String>, JobError> {
    let (token, hash) = links::draw(&*services.ports().random);
    let actor = Actor::System { tenant: TenantId::PLATFORM, job: super::KIND };
    let mut tx = TenantTx::begin(&services.db, &actor).await?;
    let expires_at = tx.now() + lifetime(purpose);
    let drawn = match (purpose, about.change) {
        (Purpose::ChangeEmail, Some(change)) => {
            tokens::draw_change(&mut tx, change, &hash, expires_at).await?
        }
        (Purpose::ChangeEmail, None) => false,
        (Purpose::Confirm | Purpose::Reset, _) => {
            let login = logins::hold(&mut tx, person).await?;
            let wanted = login.is_some_and(|login| purpose == Purpose::Reset || !login.confirmed);
            if wanted {
                tokens::add(&mut tx, person, purpose, about.brand, &hash, expires_at).await?;
            }
            wanted
        }
    };
    tx.commit().await?;
    Ok(drawn.then_some(token))
}

fn common_args(lang: Lang, sender: Option<&Sender>, email: &str) -> Args {
    let name = sender.map_or_else(
        || "Gangway".to_owned(),
        |sender| match lang {
            Lang::En => sender.names.0.clone(),
            Lang::ZhCn => sender.names.1.clone(),
        },
    );
    vec![("sender", name), ("email", email.to_owned())]
}

/// A business's name, or that it has none yet.
fn named(lang: Lang, name: String) -> String {
    if name.is_empty() { text(lang, "mail-merchant-unnamed", &Args::new()).unwrap_or_default() } else { name }
}

fn link_parts(sender: Option<&Sender>, about: &About) -> Vec<(&'static str, String)> {
    let mut parts = Vec::new();
    parts.extend(sender.map(|sender| ("slug", sender.slug.clone())));
    parts.extend(about.application.map(|id| ("application", id.to_string())));
    parts.extend(about.merchant.map(|id| ("merchant", id.to_string())));
    parts
}

fn lifetime_args(lifetime: time::Duration) -> Args {
    vec![("minutes", lifetime.whole_minutes().to_string()), ("hours", lifetime.whole_hours().to_string())]
}

/// The roles' names with the language's comma between.
fn role_names(lang: Lang, roles: &[String]) -> String {
    let comma = match lang {
        Lang::En => ", ",
        Lang::ZhCn => "、",
    };
    let names: Vec<String> = roles
        .iter()
        .filter_map(|role| text(lang, &format!("mail-role-{}", role.replace('_', "-")), &Args::new()))
        .collect();
    names.join(comma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::permissions::Role;

    #[test]
    fn every_role_has_a_name_in_both_languages() {
        for role in Role::ALL {
            for lang in Lang::ALL {
                assert!(!role_names(lang, &[role.word().to_owned()]).is_empty(), "{role:?} {}", lang.tag());
            }
        }
        let both = ["reviewer".to_owned(), "admin".to_owned()];
        assert_eq!(role_names(Lang::ZhCn, &both), "审核员、管理员");
    }
}
