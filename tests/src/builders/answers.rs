//! What a Chinese enterprise with nothing wrong or doubtful answers.

/// Section by section, the fields that its form is filled in with.
pub type Answers = &'static [(&'static str, Fields)];

/// Fields by name.
pub type Fields = &'static [(&'static str, &'static str)];

/// In the order in which sections are asked: whoever represents it owns it and applies, and it sells on one site.
pub const ANSWERS: Answers = &[
    (
        "business",
        &[
            ("legal_name", "深圳市海风贸易有限公司"),
            ("uscc", "91440300708461136T"),
            ("place_city", "4403"),
            ("place_district", "440305"),
            ("street", "科技园路1号"),
            ("licence_from_year", "2010"),
            ("licence_from_month", "1"),
            ("licence_from_day", "1"),
            ("licence_until_long_term", "yes"),
            ("scope", "茶叶与茶具的网上零售"),
        ],
    ),
    (
        "representative",
        &[
            ("name", "买买提·艾力"),
            ("id_kind", "resident_id"),
            ("id_number", "11010519491231002X"),
            ("id_validity_from_year", "2010"),
            ("id_validity_from_month", "5"),
            ("id_validity_from_day", "20"),
            ("id_validity_until_long_term", "yes"),
            ("phone", "138 0013 8000"),
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
            ("account_number", "7559 1234 5678 901"),
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
    ("scene_site", &[("url", "https://shop.haifeng.example")]),
    ("channels", &[("wanted", "alipay")]),
    ("consents", &[("sensitive", "yes"), ("receiver_alipay", "yes")]),
    ("agreement", &[("accepted", "yes")]),
];

/// The answers of one section.
pub fn answers_of(section: &str) -> Fields {
    let found = ANSWERS.iter().find(|(code, _)| *code == section);
    found.unwrap_or_else(|| panic!("no answers for {section}")).1
}
