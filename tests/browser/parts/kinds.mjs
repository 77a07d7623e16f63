// One merchant of each kind: what it answers, section after section, by the names of the fields.

const day = (field, year, month, date) => [
  [`${field}_year`, year],
  [`${field}_month`, month],
  [`${field}_day`, date],
];

const RESIDENT = [
  ["name", "买买提·艾力"],
  ["id_kind", "resident_id"],
  ["id_number", "11010519491231002X"],
  ...day("id_validity_from", "2010", "5", "20"),
  ["id_validity_until_long_term", "yes"],
  ["phone", "138 0013 8000"],
];

/** A company whose agent applies; two people stand behind it, one of them abroad. */
export const ENTERPRISE = {
  kind: "cn-enterprise",
  name: "深圳市海风贸易有限公司",
  registration: "91440300708461136T",
  channels: ["alipay"],
  sections: {
    business: [
      ["legal_name", "深圳市海风贸易有限公司"],
      ["uscc", "91440300708461136T"],
      ["place_city", "4403"],
      ["place_district", "440305"],
      ["street", "科技园路1号"],
      ...day("licence_from", "2010", "1", "1"),
      ["licence_until_long_term", "yes"],
      ["scope", "茶叶与茶具的零售"],
    ],
    representative: RESIDENT,
    "beneficial_owner.1": [["who", "representative"], ["basis", "direct"], ["share", "60"]],
    "beneficial_owner.2": [
      ["who", "other"],
      ["basis", "indirect"],
      ["share", "33.5"],
      ["name", "Ada Møller"],
      ["id_kind", "passport"],
      ["id_number", "E 1234567"],
      ...day("id_validity_from", "2020", "2", "3"),
      ...day("id_validity_until", "2030", "2", "2"),
    ],
    applicant: [["is", "agent"], ["email", "office@haifeng.example"]],
    agent: RESIDENT.map(([name, value]) => [name, name === "name" ? "林小满" : value]),
    bank: [
      ["account_holder", "深圳市海风贸易有限公司"],
      ["bank_name", "招商银行"],
      ["cnaps", "308584000013"],
      ["account_number", "7559 1234 5678 901"],
    ],
    scenes: [
      ["short_name", "海风"],
      ["service_phone", "0755 8888 6666"],
      ["mcc", "5399"],
      ["goods", "茶叶与茶具"],
      ["kinds", "site"],
    ],
    scene_site: [["url", "shop.haifeng.example"]],
    channels: [["wanted", "alipay"]],
    consents: [["sensitive", "yes"], ["receiver_alipay", "yes"]],
    agreement: [["accepted", "yes"]],
  },
  papers: [
    "business_licence",
    "representative_id_front",
    "representative_id_back",
    "owner_id_front.2",
    "agent_id_front",
    "agent_id_back",
    "letter_of_authority",
  ],
  shown: ["深圳市海风贸易有限公司", "91440300708461136T", "Ada Møller", "林小满"],
  sealed: ["11010519491231002X", "E1234567", "755912345678901"],
};

/** 个体工商户: its operator applies, with an account of their own. */
export const INDIVIDUAL = {
  kind: "cn-individual",
  name: "南山区海风茶铺",
  registration: "92440300MA5EXAM81W",
  channels: ["wechat_pay"],
  sections: {
    business: [
      ["legal_name", "南山区海风茶铺"],
      ["uscc", "92440300MA5EXAM81W"],
      ["place_city", "4403"],
      ["place_district", "440305"],
      ["street", "科技园路2号"],
      ...day("licence_from", "2018", "6", "1"),
      ["licence_until_long_term", "yes"],
      ["scope", "茶叶零售"],
    ],
    operator: RESIDENT,
    applicant: [["is", "operator"], ["email", "tea@haifeng.example"]],
    bank: [
      ["account_kind", "personal"],
      ["account_holder", "买买提·艾力"],
      ["bank_name", "招商银行"],
      ["cnaps", "308584000013"],
      ["account_number", "6225 8812 3456 7890"],
    ],
    scenes: [
      ["short_name", "海风"],
      ["service_phone", "0755 8888 6666"],
      ["mcc", "5812"],
      ["goods", "茶叶与茶具"],
      ["kinds", "store"],
    ],
    scene_store: [
      ["name", "海风茶铺"],
      ["place_city", "4403"],
      ["place_district", "440305"],
      ["street", "科技园路2号"],
    ],
    channels: [["wanted", "wechat_pay"]],
    consents: [["sensitive", "yes"], ["receiver_wechat_pay", "yes"]],
    agreement: [["accepted", "yes"]],
  },
  papers: [
    "business_licence",
    "operator_id_front",
    "operator_id_back",
    "store_front",
    "store_inside",
    "industry_permit",
  ],
  shown: ["南山区海风茶铺", "92440300MA5EXAM81W", "买买提·艾力"],
  sealed: ["11010519491231002X", "13800138000", "6225881234567890"],
};

const AMERICAN = [
  ...day("born_on", "1979", "4", "30"),
  ["id_kind", "driving_licence"],
  ["id_number", "D123-4567"],
  ...day("id_validity_from", "2022", "4", "30"),
  ...day("id_validity_until", "2030", "4", "30"),
  ["country", "US"],
  ["home", "1 Harbor Street, Oakland, CA 94607"],
];

/** An American company with one owner, and somebody else who runs it. */
export const LLC = {
  kind: "us-llc",
  name: "Harbor Tea LLC",
  registration: "91-1144442",
  channels: ["google_pay"],
  sections: {
    business: [
      ["legal_name", "Harbor Tea LLC"],
      ["dba", "Harbor Tea"],
      ["ein", "91-1144442"],
      ["formed_in", "DE"],
      ...day("formed_on", "2019", "3", "7"),
      ["street", "1 Harbor Street"],
      ["city", "Oakland"],
      ["state", "CA"],
      ["zip", "94607"],
    ],
    ownership: [["has_owners", "yes"]],
    "owner.1": [["name", "Ann Lee"], ["share", "100"], ...AMERICAN],
    control_person: [["name", "Bo Quinn"], ["title", "Manager"], ["is_owner", "no"], ...AMERICAN],
    applicant: [["is", "owner"], ["email", "ann@harbortea.example"], ["owner_name", "Ann Lee"]],
    bank: [
      ["account_holder", "Harbor Tea"],
      ["bank_name", "First Harbor Bank"],
      ["routing", "021000021"],
      ["account_kind", "checking"],
      ["account_number", "000123456789"],
    ],
    scenes: [
      ["short_name", "Harbor Tea"],
      ["service_phone", "+1 510 555 0100"],
      ["mcc", "5499"],
      ["goods", "Tea"],
      ["kinds", "site"],
    ],
    scene_site: [["url", "https://tea.example.com/shop"]],
    channels: [["wanted", "google_pay"]],
    consents: [["sensitive", "yes"], ["receiver_google_pay", "yes"]],
    agreement: [["accepted", "yes"]],
  },
  papers: [
    "ein_letter",
    "formation",
    "owner_id_front.1",
    "owner_id_back.1",
    "control_id_front",
    "control_id_back",
    "bank_proof",
  ],
  shown: ["Harbor Tea LLC", "91-1144442", "Ann Lee", "Bo Quinn"],
  sealed: ["D123-4567", "D1234567", "000123456789"],
};
