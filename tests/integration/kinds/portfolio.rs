//! What one merchant of each kind answers, section after section, and which papers that calls for.

/// Fields by name.
pub(super) type Fields = &'static [(&'static str, &'static str)];

/// A merchant of a kind.
pub(super) struct Portfolio {
    /// The kind's code.
    pub(super) kind: &'static str,
    /// The answers, in the order in which sections come to be asked.
    pub(super) sections: &'static [(&'static str, Fields)],
    /// The papers that these answers call for, those that may be left out apart.
    pub(super) papers: &'static [&'static str],
    /// What is sealed, as it is kept: it stands on no page.
    pub(super) sealed: &'static [&'static str],
}

const RESIDENT: Fields = &[
    ("id_kind", "resident_id"),
    ("id_number", "11010519491231002X"),
    ("id_validity_from_year", "2010"),
    ("id_validity_from_month", "5"),
    ("id_validity_from_day", "20"),
    ("id_validity_until_long_term", "yes"),
    ("phone", "138 0013 8000"),
];

const SHOP: Fields = &[
    ("short_name", "海风"),
    ("service_phone", "0755 8888 6666"),
    ("mcc", "5812"),
    ("goods", "茶叶与茶具"),
    ("kinds", "site"),
    ("kinds", "store"),
];

const SITE: Fields = &[("url", "shop.haifeng.example")];

const STORE: Fields =
    &[("name", "海风茶铺"), ("place_city", "4403"), ("place_district", "440305"), ("street", "科技园路2号")];

/// A company whose agent applies; two people stand behind it.
pub(super) const ENTERPRISE: Portfolio = Portfolio {
    kind: "cn-enterprise",
    sections: &[
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
                ("scope", "茶叶与茶具的零售"),
            ],
        ),
        ("representative", RESIDENT),
        ("beneficial_owner.1", &[("who", "representative"), ("basis", "direct"), ("share", "60")]),
        (
            "beneficial_owner.2",
            &[
                ("who", "other"),
                ("basis", "indirect"),
                ("share", "３３．５ %"),
                ("name", "Ada Møller"),
                ("id_kind", "passport"),
                ("id_number", "E 1234567"),
                ("id_validity_from_year", "2020"),
                ("id_validity_from_month", "2"),
                ("id_validity_from_day", "3"),
                ("id_validity_until_year", "2030"),
                ("id_validity_until_month", "2"),
                ("id_validity_until_day", "2"),
            ],
        ),
        ("applicant", &[("is", "agent"), ("email", "office@haifeng.example")]),
        ("agent", RESIDENT),
        (
            "bank",
            &[
                ("account_holder", "深圳市海风贸易有限公司"),
                ("bank_name", "招商银行"),
                ("cnaps", "308584000013"),
                ("account_number", "7559 1234 5678 901"),
            ],
        ),
        ("scenes", SHOP),
        ("scene_site", SITE),
        ("scene_store", STORE),
        ("channels", &[("wanted", "alipay"), ("wanted", "paypal")]),
        (
            "consents",
            &[
                ("sensitive", "yes"),
                ("receiver_alipay", "yes"),
                ("receiver_paypal", "yes"),
                ("abroad", "yes"),
            ],
        ),
        ("agreement", &[("accepted", "yes")]),
    ],
    papers: &[
        "business_licence",
        "representative_id_front",
        "representative_id_back",
        "owner_id_front.2",
        "agent_id_front",
        "agent_id_back",
        "letter_of_authority",
        "store_front",
        "store_inside",
        "industry_permit",
    ],
    sealed: &["11010519491231002X", "E1234567", "+8613800138000", "755912345678901"],
};

/// An individual business whose operator applies, with an account of their own.
pub(super) const INDIVIDUAL: Portfolio = Portfolio {
    kind: "cn-individual",
    sections: &[
        (
            "business",
            &[
                ("legal_name", "南山区海风茶铺"),
                ("uscc", "92440300MA5EXAM81W"),
                ("place_city", "4403"),
                ("place_district", "440305"),
                ("street", "科技园路2号"),
                ("licence_from_year", "2018"),
                ("licence_from_month", "6"),
                ("licence_from_day", "1"),
                ("licence_until_long_term", "yes"),
                ("scope", "茶叶零售"),
            ],
        ),
        ("operator", RESIDENT),
        ("applicant", &[("is", "operator"), ("email", "tea@haifeng.example")]),
        (
            "bank",
            &[
                ("account_kind", "personal"),
                ("account_holder", "买买提·艾力"),
                ("bank_name", "招商银行"),
                ("cnaps", "308584000013"),
                ("account_number", "6225 8812 3456 7890"),
            ],
        ),
        ("scenes", SHOP),
        ("scene_site", SITE),
        ("scene_store", STORE),
        ("channels", &[("wanted", "wechat_pay")]),
        ("consents", &[("sensitive", "yes"), ("receiver_wechat_pay", "yes")]),
        ("agreement", &[("accepted", "yes")]),
    ],
    papers: &[
        "business_licence",
        "operator_id_front",
        "operator_id_back",
        "store_front",
        "store_inside",
        "industry_permit",
    ],
    sealed: &["11010519491231002X", "+8613800138000", "6225881234567890"],
};

const AMERICAN: Fields = &[
    ("born_on_year", "1979"),
    ("born_on_month", "4"),
    ("born_on_day", "30"),
    ("id_kind", "driving_licence"),
    ("id_number", "D123-4567"),
    ("id_validity_from_year", "2022"),
    ("id_validity_from_month", "4"),
    ("id_validity_from_day", "30"),
    ("id_validity_until_year", "2030"),
    ("id_validity_until_month", "4"),
    ("id_validity_until_day", "30"),
    ("country", "US"),
    ("home", "1 Harbor Street, Oakland, CA 94607"),
];

/// An American company with one owner and somebody else who runs it.
pub(super) const LLC: Portfolio = Portfolio {
    kind: "us-llc",
    sections: &[
        (
            "business",
            &[
                ("legal_name", "Harbor Tea LLC"),
                ("dba", "Blue Lantern Tea"),
                ("ein", "91-1144442"),
                ("formed_in", "DE"),
                ("formed_on_year", "2019"),
                ("formed_on_month", "3"),
                ("formed_on_day", "7"),
                ("street", "1 Harbor Street"),
                ("city", "Oakland"),
                ("state", "CA"),
                ("zip", "94607"),
            ],
        ),
        ("ownership", &[("has_owners", "yes")]),
        ("owner.1", AMERICAN),
        ("control_person", AMERICAN),
        ("applicant", &[("is", "owner"), ("email", "ann@harbortea.example"), ("owner_name", "Ann Lee")]),
        (
            "bank",
            &[
                ("account_holder", "Blue Lantern Tea"),
                ("bank_name", "First Harbor Bank"),
                ("routing", "021000021"),
                ("account_kind", "checking"),
                ("account_number", "000123456789"),
            ],
        ),
        (
            "scenes",
            &[
                ("short_name", "Harbor Tea"),
                ("service_phone", "+1 510 555 0100"),
                ("mcc", "5499"),
                ("goods", "Tea"),
                ("kinds", "site"),
            ],
        ),
        ("scene_site", &[("url", "https://tea.example.com/shop")]),
        ("channels", &[("wanted", "google_pay"), ("wanted", "wechat_pay")]),
        (
            "consents",
            &[
                ("sensitive", "yes"),
                ("receiver_google_pay", "yes"),
                ("receiver_wechat_pay", "yes"),
                ("abroad", "yes"),
            ],
        ),
        ("agreement", &[("accepted", "yes")]),
    ],
    papers: &[
        "ein_letter",
        "formation",
        "owner_id_front.1",
        "owner_id_back.1",
        "control_id_front",
        "control_id_back",
        "bank_proof",
    ],
    sealed: &["D1234567", "D123-4567", "000123456789"],
};

/// What else a section of this family is answered, beside what is the same for everybody.
pub(super) fn more(section: &str) -> Fields {
    match section {
        "representative" | "operator" => &[("name", "买买提·艾力")],
        "agent" => &[("name", "林小满")],
        "owner.1" => &[("name", "Ann Lee"), ("share", "100")],
        "control_person" => &[("name", "Bo Quinn"), ("title", "Manager"), ("is_owner", "no")],
        _ => &[],
    }
}
