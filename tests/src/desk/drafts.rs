//! Applications that nothing is wrong with, filled in by calling the use cases.

use domain::{
    Actor, ApplicationId, DocumentId, VersionId,
    documents::{Media, Version},
    permissions::Role,
};
use services::{
    Services,
    applications::{self, SectionInput, StartInput},
};
use sha2::{Digest, Sha256};
use store::{
    TenantTx,
    applications::{dossiers, load},
    documents::{self, NewVersion},
};

/// What a CN enterprise answers, section by section: nothing of it is wrong.
const ANSWERS: [(&str, &[(&str, &str)]); 10] = [
    (
        "business",
        &[
            ("legal_name", "深圳市海风贸易有限公司"),
            ("uscc", "91440300708461136T"),
            ("place_city", "4403"),
            ("place_district", "440305"),
            ("street", "科技园路1号"),
            ("licence_from", "2010-01-01"),
            ("licence_open", "yes"),
            ("scope", "茶叶与茶具的网上零售"),
        ],
    ),
    (
        "representative",
        &[
            ("name", "李海风"),
            ("id_kind", "resident_id"),
            ("id_number", "11010519491231002X"),
            ("id_validity_from", "2010-05-20"),
            ("id_validity_open", "yes"),
            ("phone", "+8613800138000"),
        ],
    ),
    ("beneficial_owner.1", &[("who", "representative"), ("basis", "direct"), ("share", "100")]),
    ("applicant", &[("is", "representative"), ("email", "office@haifeng.example")]),
    (
        "bank",
        &[
            ("account_holder", "深圳市海风贸易有限公司"),
            ("bank_name", "招商银行"),
            ("cnaps", "308584000013"),
            ("account_number", "755912345678901"),
        ],
    ),
    (
        "scenes",
        &[
            ("short_name", "海风"),
            ("service_phone", "0755 8888 6666"),
            ("mcc", "5331"),
            ("goods", "茶叶与茶具"),
            ("kinds", "site"),
        ],
    ),
    ("scene_site", &[("url", "https://shop.haifeng.example/")]),
    ("channels", &[("wanted", "alipay,wechat_pay")]),
    (
        "consents",
        &[
            ("sensitive", "2026-11-24"),
            ("receiver_alipay", "2026-11-24"),
            ("receiver_wechat_pay", "2026-11-24"),
        ],
    ),
    ("agreement", &[("accepted", "2026-11")]),
];

const PAPERS: [&str; 3] = ["business_licence", "representative_id_front", "representative_id_back"];

/// An application of anybody's, filled in, not handed in yet: see [`super::Desk::draft`].
pub async fn draft(services: &Services, by: &mut Actor) -> ApplicationId {
    let start = StartInput { kind: "cn-enterprise".into(), ..StartInput::default() };
    let id = applications::start(services, by, &start).await.expect("an application is started");
    let mut tx = TenantTx::read(&services.db, by).await.expect("a look");
    let merchant = load(&mut tx, id).await.expect("the application").merchant;
    drop(tx);
    if let Actor::Person(person) = by
        && !person.members.contains(&(merchant, Role::Owner))
    {
        person.members.push((merchant, Role::Owner));
    }
    for (section, values) in ANSWERS {
        answer(services, by, id, section, (values, 0)).await;
    }
    for paper in PAPERS {
        keep_paper(services, by, id, (paper, paper.as_bytes())).await;
    }
    id
}

/// Saves a section as the version after this one.
pub(super) async fn answer(
    services: &Services,
    by: &Actor,
    id: ApplicationId,
    section: &str,
    (values, version): (&[(&str, &str)], i32),
) {
    let values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let input = SectionInput { version, values, ..SectionInput::default() };
    let saved = applications::save_section(services, by, id, section, &input, "192.0.2.1").await;
    saved.unwrap_or_else(|error| panic!("{section} is saved: {error:?}"));
}

/// A checked file of a paper, by its row alone.
pub(super) async fn keep_paper(
    services: &Services,
    by: &Actor,
    id: ApplicationId,
    (paper, content): (&str, &[u8]),
) -> (DocumentId, VersionId) {
    let mut tx = TenantTx::begin(&services.db, by).await.expect("a change");
    let key = dossiers::open(&mut tx, id).await.expect("the dossier");
    let (document, version) = (DocumentId(tx.new_id()), VersionId(tx.new_id()));
    documents::create(&mut tx, document, id, paper).await.expect("a document");
    let new = NewVersion {
        id: version,
        document,
        application: id,
        version: &Version::Scanned { pages: 1 },
        media: Media::Pdf,
        size: i64::try_from(content.len()).expect("a size"),
        sha256: &Sha256::digest(content).into(),
        blob_key: &format!("{}/{document}/{version}", by.tenant()),
        name: "paper.pdf",
        by: by.person().expect("a person").id,
    };
    documents::insert(&mut tx, &key, &new).await.expect("a version");
    tx.commit().await.expect("the paper is kept");
    (document, version)
}

/// What a draft's section is filled in with.
pub fn answers(section: &str) -> Vec<(&'static str, &'static str)> {
    let found = ANSWERS.iter().find(|(code, _)| *code == section);
    found.unwrap_or_else(|| panic!("{section}: nothing is filled in")).1.to_vec()
}
