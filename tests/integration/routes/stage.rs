//! One installation with everybody in it, and real things for the routes' placeholders to point at.

use super::actors::Who;
use domain::{
    Actor, AnswerId, BankFileId, CredentialId, DocumentId, FeeClaimId, HitId, HoldId, InvitationId, Lang,
    ListFileId, ListId, OfferId, PhoneLinkId, PriceId, RevealId, RightId, StoredMixId, TenantId, WaiverId,
    fees::{Claim, Rate, own::Terms},
    permissions::Role,
    screening::{Birth, lists::Meaning, parties},
};
use services::{
    documents::phone,
    fees::{
        claims::{self, transfer::Kind},
        offers, prices,
    },
    retention,
    review::{self, RevealInput},
    screening,
    tenants::{
        members, operators,
        staff::{self, Invite},
    },
    transfers,
};
use std::collections::{BTreeMap, BTreeSet};
use store::{
    TenantTx,
    applications::dossiers,
    screening::hits::{self, Details, New as NewHit},
};
use tests::{
    browser::Browser,
    builders::{MerchantBuilder, PASSWORD, Person, Tenant, pdf},
    world::World,
};
use time::Date;
use uuid::Uuid;

/// Two who are nobody of the table: one has forgotten their password, the other moves to another address.
const FORGETFUL: &str = "forgetful@merchant.example";
const MOVING: &str = "moving@merchant.example";

/// The installation.
pub(crate) struct Stage<'w> {
    pub(crate) harbour: Tenant<'w>,
    pub(crate) people: BTreeMap<Who, Browser>,
    /// Filled in, with its papers, and one paper that isn't needed.
    pub(crate) draft: MerchantBuilder<'w>,
    /// The document of that paper.
    pub(crate) spare: DocumentId,
    /// Handed in, waiting at the desk.
    pub(crate) case: MerchantBuilder<'w>,
    /// Approved, with its number.
    pub(crate) approved: MerchantBuilder<'w>,
    /// Approved by the desk, and whoever signs is waited for.
    pub(crate) signing: MerchantBuilder<'w>,
    /// A link to the upload of a paper of the draft's.
    pub(crate) phone_link: PhoneLinkId,
    /// Recommends and claims: whose screen a judgement is bound to.
    pub(crate) reviewer: Person<'w>,
    /// See [`Stage::reviewer`].
    pub(crate) senior: Person<'w>,
    /// Of the case, proposed by the reviewer.
    pub(crate) waiver: WaiverId,
    /// What a channel answered about the approved merchant: yes.
    pub(crate) answer: AnswerId,
    /// The right to live credentials that the reviewer has proposed for it.
    pub(crate) right: RightId,
    /// An own fee claim that waits, with its contract; another admin than the table's has proposed it.
    pub(crate) claim: FeeClaimId,
    /// Own fee claims that came in together and wait.
    pub(crate) import: Uuid,
    /// A line of the price list that somebody proposed, below cost.
    pub(crate) price: PriceId,
    /// An offer to the approved merchant that somebody proposed, below cost.
    pub(crate) offer: OfferId,
    /// Approved, and to prove its account: the way isn't chosen yet.
    pub(crate) verifying: MerchantBuilder<'w>,
    /// The same, to which our amount is on its way.
    pub(crate) telling: MerchantBuilder<'w>,
    /// A file of orders to the bank.
    pub(crate) batch: Uuid,
    /// A file of what came in at the bank that waits.
    pub(crate) statement: BankFileId,
    /// Of the approved merchant, not drawn yet.
    pub(crate) credential: CredentialId,
    /// Past payments, to be deleted.
    pub(crate) mix: StoredMixId,
    pub(crate) own_mix: StoredMixId,
    /// A list of the tenant's own.
    pub(crate) list: ListId,
    /// A file of it that waits.
    pub(crate) edition: ListFileId,
    /// Of the approved merchant.
    pub(crate) hit: HitId,
    /// Of the case's account number, shown to the reviewer just now.
    pub(crate) reveal: RevealId,
    /// Of the staff, to be looked at and let go.
    pub(crate) leaver: Person<'w>,
    /// Of the owner's merchant, for papers.
    pub(crate) member: Person<'w>,
    /// To the owner's merchant, to be withdrawn.
    pub(crate) invited_member: InvitationId,
    /// To be withdrawn.
    pub(crate) invitation: InvitationId,
    /// Approved, to be ended and erased.
    pub(crate) ending: MerchantBuilder<'w>,
    /// A legal hold on it.
    pub(crate) hold: HoldId,
    /// A passkey of the owner's.
    pub(crate) passkey: Uuid,
    /// Another session of the owner's.
    pub(crate) session: Uuid,
    pub(crate) links: Links,
}

/// Paths that stand in mails.
pub(crate) struct Links {
    pub(crate) confirm: String,
    pub(crate) reset: String,
    pub(crate) change: String,
    pub(crate) invitation: String,
    /// To whoever signs for another application that waits.
    pub(crate) sign: String,
    /// To the upload of a paper on a phone.
    pub(crate) phone: String,
}

impl<'w> Stage<'w> {
    /// Builds it all.
    pub(crate) async fn set(world: &'w World) -> Self {
        let (harbour, haven) = (world.tenant("harbour").await, world.tenant("haven").await);
        let reviewer = harbour.staff("reviewer@harbour.example", &[Role::Reviewer]).await;
        let senior = harbour.staff("senior@harbour.example", &[Role::SeniorReviewer]).await;
        let admin = harbour.staff("admin.two@harbour.example", &[Role::Admin]).await;
        let auditor = harbour.staff("auditor@harbour.example", &[Role::Auditor]).await;
        let leaver = harbour.staff("leaver@harbour.example", &[Role::Reviewer, Role::Auditor]).await;
        let stranger = haven.staff("stranger@haven.example", &Role::STAFF).await;
        let nobody = harbour.person("nobody@merchant.example").await;
        let operator = operator(&nobody).await;

        let draft = harbour.merchant("owner@merchant.example").await.filled_in().await.with_papers().await;
        let handed_in =
            async || draft.another().await.filled_in().await.with_papers().await.submitted().await;
        let case = handed_in().await;
        let approved = handed_in().await.approved_by(&reviewer, &senior).await;
        let signing = handed_in().await.to_be_signed_by(&reviewer, &senior).await;
        // The newest mail to whoever signs is of this one.
        handed_in().await.to_be_signed_by(&reviewer, &senior).await;
        draft.give("bank_proof", "proof.pdf", pdf("A proof that isn't needed")).await;
        world.run_jobs().await;
        let spare = draft.paper("bank_proof").await.document;
        let ending = handed_in().await.approved_by(&reviewer, &senior).await;
        let hold = held(&ending, &admin).await;
        let other = harbour.merchant("other@merchant.example").await;
        let afar = haven.merchant("afar@merchant.example").await;
        let (verifying, telling, batch) = proving(&draft, &admin, (&reviewer, &senior)).await;
        let statement = statement(&admin).await;
        let waiver = propose_waiver(&case, &reviewer).await;
        let member = harbour.person("member@merchant.example").await;
        member.join_merchant(draft.merchant().await, Role::Papers).await;
        let invited_member = invite_member(&draft).await;
        let credential = approved.credential("Checkout").await;
        let answer = approved.answered(&reviewer, "alipay", "yes").await;
        let right = approved.live_proposed_by(&reviewer).await;
        let (claim, import) = propose_claims(&harbour).await;
        let (price, offer) = propose_prices(&approved).await;
        world.run_jobs().await;
        let mix = admin.keeps_payments(None, "October", "amount,currency\n12.50,USD\n").await;
        let own = Some(draft.merchant().await);
        let own_mix = draft.owner.keeps_payments(own, "Ours", "amount,currency\n12.50,USD\n").await;
        let (list, edition, hit) = screen(&admin, &approved).await;
        let invitation = invite(&admin, "withdrawn@harbour.example").await;
        let (phone_link, phone) = continue_on_phone(&draft).await;
        let links = links(&admin, phone).await;
        let reveal = reveal(&case, &reviewer).await;
        let passkey = passkey(&draft.owner).await;
        let session = second_session(&draft.owner).await;
        let browsers = [
            world.browser(),
            nobody.browser,
            draft.owner.browser.clone(),
            other.owner.browser,
            afar.owner.browser,
            reviewer.browser.clone(),
            senior.browser.clone(),
            admin.browser,
            auditor.browser,
            operator.browser,
            stranger.browser,
        ];
        let people = Who::ALL.into_iter().zip(browsers).collect();
        Self {
            harbour,
            people,
            draft,
            spare,
            case,
            approved,
            signing,
            phone_link,
            reviewer,
            senior,
            waiver,
            answer,
            right,
            claim,
            import,
            price,
            offer,
            verifying,
            telling,
            batch,
            statement,
            credential,
            mix,
            own_mix,
            list,
            edition,
            hit,
            reveal,
            leaver,
            member,
            invited_member,
            invitation,
            ending,
            hold,
            passkey,
            session,
            links,
        }
    }
}

/// A passkey, beside an authenticator app.
async fn passkey(of: &Person<'_>) -> Uuid {
    let world = of.tenant.world;
    tests::proofs::set_up_app(&world.services, of.id).await;
    let (_, answer) = tests::authenticator::add(&of.browser, &world.base_url, "Work laptop").await;
    assert!(matches!(answer.status, 200 | 303), "{}", answer.complaints());
    world.run_jobs().await;
    let mut owner = world.database.owner().await;
    let found = sqlx::query_scalar("select id from passkeys where person_id = $1").bind(of.id.0);
    found.fetch_one(&mut owner).await.expect("a passkey")
}

/// Somebody who runs the platform, by the command's use case.
async fn operator<'w>(beside: &Person<'w>) -> Person<'w> {
    let person = beside.tenant.person("operator@gangway.example").await;
    let actor = Actor::System { tenant: TenantId::PLATFORM, job: "test" };
    let services = &person.tenant.world.services;
    operators::make(services, &actor, &person.email, Lang::En).await.expect("an operator");
    tests::proofs::set_up_app(services, person.id).await;
    person
}

/// A waiver that waits for the senior reviewer.
pub(crate) async fn propose_waiver(case: &MerchantBuilder<'_>, reviewer: &Person<'_>) -> WaiverId {
    let (services, actor) = (&case.owner.tenant.world.services, reviewer.actor().await);
    let what = "paper:business_licence";
    review::propose_waiver(services, &actor, case.id, what, "It is in the register").await.expect("proposed");
    let view = review::case(services, &actor, case.id).await.expect("the case");
    view.proposed.first().expect("a waiver").0.id
}

/// The account number, shown to the reviewer.
async fn reveal(case: &MerchantBuilder<'_>, reviewer: &Person<'_>) -> RevealId {
    let (services, actor) = (&case.owner.tenant.world.services, reviewer.actor().await);
    let input = RevealInput {
        fields: vec!["account_number".into()],
        reason: "look_up".into(),
        words: "The bank wants it spelled out".into(),
    };
    review::reveal(services, &actor, case.id, "bank", &input).await.expect("it is shown")
}

/// A list of the tenant's own with a file that counts and one that waits, and a hit of the merchant's.
async fn screen(admin: &Person<'_>, approved: &MerchantBuilder<'_>) -> (ListId, ListFileId, HitId) {
    let (world, actor) = (admin.tenant.world, admin.actor().await);
    let services = &world.services;
    let first = import(services, &actor, "name,reference\nOtto Niemand,1\n").await;
    screening::confirm(services, &actor, first).await.expect("it counts");
    world.run_jobs().await;
    let edition = import(services, &actor, "name,reference\nOtto Niemand,1\nIda Niemand,2\n").await;
    let overview = screening::overview(services, &actor).await.expect("the lists");
    let list = overview.lines.iter().find_map(|line| line.list.as_ref()).expect("a list").id;
    let system = Actor::System { tenant: actor.tenant(), job: "test" };
    let mut tx = TenantTx::begin(&services.db, &system).await.expect("a transaction");
    let key = dossiers::open(&mut tx, approved.id).await.expect("the key");
    let details = Details {
        section: "representative".into(),
        declared: "李海风".into(),
        listed: "Otto Niemand".into(),
        names: vec![],
        reference: "1".into(),
        births: vec![],
        score: 90,
        number: false,
        birth: Birth::Unknown,
    };
    let new = NewHit {
        application: approved.id,
        list: (list, first),
        meaning: Meaning::Notice,
        role: parties::Role::Representative,
        pair: ([1; 32], [2; 32]),
        details: &details,
    };
    let hit = hits::insert(&mut tx, &key, &new).await.expect("kept").expect("new");
    tx.commit().await.expect("committed");
    (list, edition, hit)
}

/// Two that prove their accounts, the second by what we send, with that one's batch.
async fn proving<'w>(
    draft: &MerchantBuilder<'w>,
    admin: &Person<'w>,
    (reviewer, senior): (&Person<'w>, &Person<'w>),
) -> (MerchantBuilder<'w>, MerchantBuilder<'w>, Uuid) {
    admin.tenant.has_account(admin).await;
    let verifying = draft.another().await.to_prove_its_account(reviewer, senior).await;
    let telling = draft.another().await.to_prove_its_account(reviewer, senior).await;
    telling.chooses_way("ours").await;
    let batch = batch_of(&telling).await;
    (verifying, telling, batch)
}

/// A legal hold on an application.
async fn held(ending: &MerchantBuilder<'_>, admin: &Person<'_>) -> HoldId {
    let services = &admin.tenant.world.services;
    retention::place(services, &admin.actor().await, ending.id, "A lawsuit").await.expect("a hold")
}

/// The file of orders with which its amount went to the bank.
async fn batch_of(telling: &MerchantBuilder<'_>) -> Uuid {
    let mut owner = telling.owner.tenant.world.database.owner().await;
    let batch = Uuid::from_u128(0x0193_5a00_0000_7000_8000_0000_0000_0101);
    sqlx::query("update account_proofs set batch_id = $2 where application_id = $1")
        .bind(telling.id.0)
        .bind(batch)
        .execute(&mut owner)
        .await
        .expect("a batch");
    batch
}

/// A file of what came in at the bank, to be looked at.
async fn statement(admin: &Person<'_>) -> BankFileId {
    let csv = "date,amount,payer,account,reference\n2026-11-20,1.05,Somebody,6222,Rent\n";
    let services = &admin.tenant.world.services;
    let taken = transfers::import(services, &admin.actor().await, csv.as_bytes()).await.expect("an import");
    taken.expect("a sound file")
}

/// Brings a file of the tenant's own list in.
async fn import(services: &services::Services, actor: &Actor, csv: &str) -> ListFileId {
    let input = screening::Import {
        source: "own".into(),
        name: "Watch".into(),
        dated: "2026-11-20".into(),
        file: csv.as_bytes().to_vec(),
        ..screening::Import::default()
    };
    screening::import(services, actor, input).await.expect("an import").expect("a sound file")
}

/// Two own fee claims that wait, one with its contract's file, and one without; and one that came in as a list.
async fn propose_claims(tenant: &Tenant<'_>) -> (FeeClaimId, Uuid) {
    let admin = tenant.staff("admin.three@harbour.example", &[Role::Admin]).await;
    let (services, actor) = (&tenant.world.services, admin.actor().await);
    let propose = async |contract: &str| {
        let terms = own_terms(contract, services.now().date());
        claims::propose(services, &actor, terms, None).await.expect("a claim")
    };
    propose("HB-2026-018").await;
    let claim = propose("HB-2026-017").await;
    claims::keep(services, &actor, claim, ("contract.pdf", pdf("A contract"))).await.expect("its file");
    let imported = claims::import(services, &actor, LIST.as_bytes(), Kind::Csv).await.expect("a list");
    (claim, imported.expect("no fault in it").0)
}

/// A list of one claim.
pub(super) const LIST: &str =
    "channel,currency,contract,page,read_on,from,percent\nalipay,CNY,AL-1,4,2026-01-01,2026-01-01,3800\n";

/// What a contract with WeChat Pay says, from a day on.
pub(crate) fn own_terms(contract: &str, from: Date) -> Terms {
    Terms {
        claim: Claim {
            channel: Some("wechat_pay".into()),
            country: Some("CN".into()),
            ..Claim::of("", "CNY", Rate::new(3_800))
        },
        from,
        to: None,
        contract: contract.into(),
        page: "4".into(),
        address: None,
        read_on: from,
        note: None,
    }
}

async fn invite(admin: &Person<'_>, email: &str) -> InvitationId {
    let invited = Invite { email: email.into(), roles: vec![Role::Auditor], lang: Lang::En };
    let services = &admin.tenant.world.services;
    staff::invite(services, &admin.actor().await, &invited).await.expect("an invitation")
}

async fn invite_member(draft: &MerchantBuilder<'_>) -> InvitationId {
    let invited =
        Invite { email: "colleague@merchant.example".into(), roles: vec![Role::Developer], lang: Lang::En };
    let (services, actor) = (&draft.owner.tenant.world.services, draft.owner.actor().await);
    members::invite(services, &actor, draft.merchant().await, &invited).await.expect("an invitation")
}

/// One mail with each kind of link.
async fn links(admin: &Person<'_>, phone: String) -> Links {
    let (tenant, world) = (admin.tenant, admin.tenant.world);
    invite(admin, "invited@harbour.example").await;
    let fresh = world.browser();
    let page = fresh.get(&tenant.at("/register")).await;
    let fields = [("email", "fresh@merchant.example"), ("password", PASSWORD)];
    fresh.submit_and_go(&page, "/register", &fields).await;
    let moving = tenant.person(MOVING).await;
    let page = moving.browser.get("/account/email").await;
    let fields = [("email", "moved@merchant.example"), ("current_password", PASSWORD)];
    moving.browser.submit_and_go(&page, "/account/email", &fields).await;
    tenant.person(FORGETFUL).await;
    let page = fresh.get("/account/forgotten").await;
    fresh.submit_and_go(&page, "/account/forgotten", &[("email", FORGETFUL)]).await;
    world.run_jobs().await;
    Links {
        confirm: world.link_to("fresh@merchant.example"),
        reset: world.link_to(FORGETFUL),
        change: world.link_to("moved@merchant.example"),
        invitation: world.link_to("invited@harbour.example"),
        sign: world.link_to("office@haifeng.example"),
        phone,
    }
}

/// A link to the upload of the draft's licence on a phone, as its path.
async fn continue_on_phone(draft: &MerchantBuilder<'_>) -> (PhoneLinkId, String) {
    let (world, actor) = (draft.owner.tenant.world, draft.owner.actor().await);
    let made = phone::offer(&world.services, &actor, draft.id, "business_licence", None).await;
    let made = made.expect("a link");
    (made.id, made.link[world.base_url.len()..].to_owned())
}

/// A session of somebody's in another browser.
async fn second_session(person: &Person<'_>) -> Uuid {
    let mut owner = person.tenant.world.database.owner().await;
    let mut sessions = async || -> BTreeSet<Uuid> {
        let ids = sqlx::query_scalar("select id from sessions where person_id = $1").bind(person.id.0);
        ids.fetch_all(&mut owner).await.expect("sessions").into_iter().collect()
    };
    let before = sessions().await;
    let elsewhere = Person { browser: person.tenant.world.browser(), ..person.clone() };
    elsewhere.sign_in().await;
    let new: Vec<_> = sessions().await.difference(&before).copied().collect();
    let [only] = new.as_slice() else { panic!("{new:?}") };
    *only
}

/// A line of the price list and an offer to a merchant, proposed by an admin who is nobody of the table.
async fn propose_prices(merchant: &MerchantBuilder<'_>) -> (PriceId, OfferId) {
    let tenant = merchant.owner.tenant;
    let keeper = tenant.staff("keeper@harbour.example", &[Role::Admin]).await.actor().await;
    let (services, line) = (&tenant.world.services, line(tenant.world.services.now().date()));
    let price = prices::propose(services, &keeper, &line).await.expect("a price");
    let to = merchant.merchant().await;
    let offer = offers::propose(services, &keeper, to, &[line]).await.expect("an offer");
    (price, offer)
}

/// Alipay by QR code at 0.1 %, which costs more.
pub(crate) fn line(from: Date) -> prices::NewLine {
    let claim = Claim::of("", "CNY", Rate::new(1_000));
    let claim = Claim { channel: Some("alipay".into()), product: Some("qr".into()), ..claim };
    prices::NewLine { claim, beneath: "alipay-cn-qr".into(), from: Some(from), to: None, replaces: None }
}
