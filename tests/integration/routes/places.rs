//! What the placeholders of a route stand for: a real thing of the owner's, or nothing that there is.

use super::stage::Stage;
use tests::world::ASSET;
use uuid::Uuid;

/// A word for each placeholder.
#[derive(Clone)]
pub(super) struct Places {
    pub(super) slug: String,
    draft: String,
    signing: String,
    phone_link: String,
    case: String,
    right: String,
    price: String,
    offer: String,
    answer: String,
    approved: String,
    version: String,
    credential: String,
    session: String,
    person: String,
    invitation: String,
    merchant: String,
    consent: String,
    member: String,
    invited_member: String,
    tenant: String,
    confirm: String,
    reset: String,
    change: String,
    invited: String,
    sign: String,
    phone: String,
    waiver: String,
    claim: String,
    import: String,
    mix: String,
    own_mix: String,
    list: String,
    edition: String,
    hit: String,
    verifying: String,
    batch: String,
    statement: String,
    reveal: String,
    passkey: String,
    ending: String,
    hold: String,
}

impl Places {
    /// The real things.
    pub(super) async fn real(stage: &Stage<'_>) -> Self {
        let token = |link: &str| link.rsplit('/').next().unwrap_or_default().to_owned();
        Self {
            slug: stage.harbour.slug.into(),
            draft: stage.draft.id.to_string(),
            signing: stage.signing.id.to_string(),
            phone_link: stage.phone_link.to_string(),
            case: stage.case.id.to_string(),
            approved: stage.approved.id.to_string(),
            answer: stage.answer.to_string(),
            right: stage.right.to_string(),
            price: stage.price.to_string(),
            offer: stage.offer.to_string(),
            version: stage.case.paper("business_licence").await.id.to_string(),
            credential: stage.credential.to_string(),
            session: stage.session.to_string(),
            person: stage.leaver.id.to_string(),
            invitation: stage.invitation.to_string(),
            merchant: stage.draft.merchant().await.to_string(),
            consent: stage.draft.consent("agreement").await.to_string(),
            member: stage.member.id.to_string(),
            invited_member: stage.invited_member.to_string(),
            tenant: "haven".into(),
            confirm: token(&stage.links.confirm),
            reset: token(&stage.links.reset),
            change: token(&stage.links.change),
            invited: token(&stage.links.invitation),
            sign: token(&stage.links.sign),
            phone: token(&stage.links.phone),
            waiver: stage.waiver.to_string(),
            claim: stage.claim.to_string(),
            import: stage.import.to_string(),
            mix: stage.mix.to_string(),
            own_mix: stage.own_mix.to_string(),
            list: stage.list.to_string(),
            edition: stage.edition.to_string(),
            hit: stage.hit.to_string(),
            verifying: stage.verifying.id.to_string(),
            batch: stage.batch.to_string(),
            statement: stage.statement.to_string(),
            reveal: stage.reveal.to_string(),
            passkey: stage.passkey.to_string(),
            ending: stage.ending.id.to_string(),
            hold: stage.hold.to_string(),
        }
    }

    /// Nothing that there is, at the same tenant.
    pub(super) fn absent(&self) -> Self {
        let id = || Uuid::from_u128(0x0193_5a00_0000_7000_8000_0000_0000_0001).to_string();
        // 32 bytes that were never drawn.
        let token = || "A".repeat(43);
        Self {
            slug: self.slug.clone(),
            draft: id(),
            signing: id(),
            phone_link: id(),
            case: id(),
            approved: id(),
            answer: id(),
            right: id(),
            price: id(),
            offer: id(),
            version: id(),
            credential: id(),
            session: id(),
            person: id(),
            invitation: id(),
            merchant: id(),
            consent: id(),
            member: id(),
            invited_member: id(),
            tenant: "nowhere".into(),
            confirm: token(),
            reset: token(),
            change: token(),
            invited: token(),
            sign: token(),
            phone: token(),
            waiver: id(),
            claim: id(),
            import: id(),
            mix: id(),
            own_mix: id(),
            list: id(),
            edition: id(),
            hit: id(),
            verifying: id(),
            batch: id(),
            statement: id(),
            reveal: id(),
            passkey: id(),
            ending: id(),
            hold: id(),
        }
    }

    /// Words that are no ids at all.
    pub(super) fn nonsense(&self) -> Self {
        let word = || "no-id".to_owned();
        Self {
            slug: self.slug.clone(),
            draft: word(),
            signing: word(),
            phone_link: word(),
            case: word(),
            approved: word(),
            answer: word(),
            right: word(),
            price: word(),
            offer: word(),
            version: word(),
            credential: word(),
            session: word(),
            person: word(),
            invitation: word(),
            merchant: word(),
            consent: word(),
            member: word(),
            invited_member: word(),
            tenant: word(),
            confirm: word(),
            reset: word(),
            change: word(),
            invited: word(),
            sign: word(),
            phone: word(),
            waiver: word(),
            claim: word(),
            import: word(),
            mix: word(),
            own_mix: word(),
            list: word(),
            edition: word(),
            hit: word(),
            verifying: word(),
            batch: word(),
            statement: word(),
            reveal: word(),
            passkey: word(),
            ending: word(),
            hold: word(),
        }
    }

    /// The path of a route.
    pub(super) fn path(&self, route: &str) -> String {
        let id = if route.ends_with("/signing") {
            &self.signing
        } else if route.contains("/applications/{id}/account") {
            &self.verifying
        } else if route.contains("/applications/") {
            &self.draft
        } else if route.contains("/cases/{id}/channels") || route.contains("/cases/{id}/hits") {
            &self.approved
        } else if route.contains("/prices/") {
            &self.price
        } else if route.contains("/offers/") {
            &self.offer
        } else if route.contains("/live/") {
            &self.right
        } else if route.contains("/cases/") {
            &self.case
        } else if route.contains("/documents/") {
            &self.version
        } else if route.contains("/credentials/") {
            &self.credential
        } else if route.contains("/sessions/") {
            &self.session
        } else if route.contains("/members/") {
            &self.invited_member
        } else {
            &self.invitation
        };
        let person = if route.contains("/members/") { &self.member } else { &self.person };
        let token = match route.split('/').rev().nth(1) {
            Some("confirm") => &self.confirm,
            Some("reset") => &self.reset,
            Some("email") => &self.change,
            Some("sign") => &self.sign,
            Some("phone") => &self.phone,
            _ => &self.invited,
        };
        let words = [
            ("{slug}", self.slug.as_str()),
            ("{id}", id),
            ("{passkey}", &self.passkey),
            ("{application}", &self.ending),
            ("{hold}", &self.hold),
            ("{token}", token),
            ("{link}", &self.phone_link),
            ("{person}", person),
            ("{merchant}", &self.merchant),
            ("{consent}", &self.consent),
            ("{tenant}", &self.tenant),
            ("{code}", if route.contains("/reveal/") { "bank" } else { "business" }),
            ("{item}", "field:business:uscc"),
            ("{waiver}", &self.waiver),
            ("{claim}", &self.claim),
            ("{import}", &self.import),
            ("{mix}", if route.contains("/prices/") { &self.own_mix } else { &self.mix }),
            ("{list}", &self.list),
            ("{edition}", &self.edition),
            ("{hit}", &self.hit),
            ("{batch}", &self.batch),
            ("{statement}", &self.statement),
            ("{reveal}", &self.reveal),
            ("{channel}", "alipay"),
            ("{environment}", "test"),
            ("{answer}", &self.answer),
            ("{page}", "1"),
            ("{number}", "1"),
            ("{sheet}", "house.css"),
            ("{file}", ASSET),
        ];
        let path = words.iter().fold(route.to_owned(), |path, (name, word)| path.replace(name, word));
        assert!(!path.contains('{'), "{route}: a placeholder that nothing stands for");
        path
    }
}
