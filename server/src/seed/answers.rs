//! What an invented company answers to whatever the rules of its kind ask.

use super::{companies::Company, papers};
use anyhow::{Context as _, bail};
use domain::applications::{
    Answer, Field, RuleBook, Section, Values,
    kinds::{Choice, iso_date},
    lists,
};
use time::Date;

const FIRST: &str = "cn-enterprise";

/// The kind of the merchant of this number, as far as it can be started on that day: of six, four are companies of
/// mainland China, one is an individual business there, one a company of the United States.
pub(super) fn kind(rules: &RuleBook, number: usize, today: Date) -> String {
    let wanted = match number % 6 {
        4 => "cn-individual",
        5 => "us-llc",
        _ => FIRST,
    };
    rules.current(wanted, today).map_or_else(|| FIRST.to_owned(), domain::applications::RuleSet::code)
}

/// The answers to a section.
pub(super) fn values(company: &Company, number: usize, section: &Section) -> anyhow::Result<Values> {
    let family = section.code.split('.').next().unwrap_or_default();
    let one =
        Asked { company, number, family, american: section.field("ein").is_some() || is_american(section) };
    let mut values = Values::new();
    for field in &section.fields {
        for (input, value) in one.answers(field)? {
            if !value.is_empty() {
                values.insert(input, value);
            }
        }
    }
    Ok(values)
}

/// Sections that ask for what only Americans have.
fn is_american(section: &Section) -> bool {
    ["routing", "born_on", "zip"].iter().any(|field| section.field(field).is_some())
}

struct Asked<'a> {
    company: &'a Company,
    number: usize,
    family: &'a str,
    american: bool,
}

impl Asked<'_> {
    /// The values of a field's inputs.
    fn answers(&self, field: &Field) -> anyhow::Result<Vec<(String, String)>> {
        let part = |ending: &str| format!("{}_{ending}", field.code);
        let person = &self.company.representative;
        Ok(match &field.answer {
            Answer::Validity if self.family == "business" => {
                vec![(part("from"), day(self.company.licensed_from)?), (part("open"), "yes".into())]
            }
            Answer::Validity => {
                vec![(part("from"), day(person.id_from)?), (part("until"), day(person.id_until)?)]
            }
            Answer::Place => {
                let district = self.company.city.region;
                let city = district.get(..4).context("a city")?;
                vec![(part("city"), city.into()), (part("district"), district.into())]
            }
            _ => vec![(field.code.clone(), self.answer(field)?)],
        })
    }

    fn answer(&self, field: &Field) -> anyhow::Result<String> {
        Ok(match &field.answer {
            Answer::Accept { version, .. } => version.clone(),
            Answer::Choice(choices) => self.choice(&field.code, choices)?.into(),
            Answer::Choices(_) => self.scenes().into(),
            Answer::Channels => {
                let all = ["alipay", "alipay,wechat_pay", "alipay,apple_pay,wechat_pay", "paypal,wechat_pay"];
                all.get(self.number % all.len()).copied().unwrap_or("alipay").into()
            }
            Answer::Listed(list) => self.listed(list)?,
            Answer::PastDate => day(self.company.licensed_from)?,
            Answer::Percent { .. } => "60".into(),
            Answer::Url => format!("https://{}.example.com", self.company.latin),
            Answer::Email => format!("{}@{}.example", self.company.representative.latin, self.company.latin),
            _ => self.text(&field.code)?,
        })
    }

    fn choice<'c>(&self, field: &str, choices: &'c [Choice]) -> anyhow::Result<&'c str> {
        // The one alone, or the first but for those who are asked for an ID of their own.
        let wanted = match field {
            "is_owner" | "has_owners" => "yes",
            "is" if self.number % 4 == 3 => "agent",
            _ => "",
        };
        let found = choices.iter().find(|choice| choice.code == wanted).or_else(|| choices.first());
        Ok(found.context("a choice")?.code.as_str())
    }

    fn scenes(&self) -> &'static str {
        match self.number % 3 {
            0 => "store",
            1 => "site",
            _ => "site,store",
        }
    }

    fn listed(&self, list: &str) -> anyhow::Result<String> {
        Ok(match list {
            "mcc" => self.company.mcc.into(),
            "us-states" => ["DE", "CA", "NY", "WA"].get(self.number % 4).copied().unwrap_or("DE").into(),
            "countries" => "US".into(),
            other => {
                lists::get(other).and_then(|list| list.entries.first()).context("an entry")?.code().into()
            }
        })
    }

    fn text(&self, field: &str) -> anyhow::Result<String> {
        let (company, person) = (self.company, &self.company.representative);
        Ok(match (self.american, field) {
            (true, "legal_name" | "account_holder") => company.american.clone(),
            (true, "name") => person.american.clone(),
            (true, "street" | "home") => format!("{} Harbor Street", 100 + self.number),
            (true, "city") => "Oakland".into(),
            (true, "bank_name") => "First Harbor Bank".into(),
            (true, "account_number") => company.account_number.chars().take(12).collect(),
            (true, "id_number") => format!("D{:07}", 1_000_000 + self.number * 7_919),
            (_, "ein") => format!("91{:07}", 1_000_000 + self.number * 7_919),
            (_, "zip") => "94607".into(),
            (_, "routing") => "021000021".into(),
            (_, "title") => "Managing Member".into(),
            (_, "legal_name" | "account_holder") => company.name.clone(),
            (_, "uscc") => company.uscc.clone(),
            (_, "province") => company.city.province.into(),
            (_, "city") => company.city.city.into(),
            (_, "district") => company.city.district.into(),
            (_, "street") => company.street.clone(),
            (_, "scope" | "goods") => company.scope.into(),
            (_, "name") if self.family.starts_with("scene") => company.short.into(),
            (_, "name") => person.name.clone(),
            (_, "short_name") => company.short.into(),
            (_, "id_number") => person.id_number.clone(),
            (_, "phone" | "service_phone") => person.phone.clone(),
            (_, "bank_name") => company.bank_name.clone(),
            (_, "cnaps") => company.cnaps.clone(),
            (_, "account_number") => company.account_number.clone(),
            (_, "dba" | "owner_name" | "branch" | "icp" | "app_id") => String::new(),
            (_, other) => bail!("nobody knows what to answer to {}.{other}", self.family),
        })
    }
}

fn day(date: Date) -> anyhow::Result<String> {
    Ok(date.format(iso_date::FORMAT)?)
}

/// A file for a paper of this code, with the name it comes under.
pub(super) fn paper(company: &Company, number: usize, code: &str) -> anyhow::Result<(&'static str, Vec<u8>)> {
    let person = &company.representative;
    let paper = code.split('.').next().unwrap_or_default();
    // No two pictures of one application are alike.
    let mark: usize = code.bytes().map(usize::from).sum::<usize>() * 31;
    Ok(match paper {
        "business_licence" => ("营业执照.pdf", papers::licence(company)),
        "bank_proof" => ("开户许可证.pdf", papers::bank_proof(company)),
        "letter_of_authority" => ("授权函.pdf", papers::letter(company)),
        "ein_letter" => ("CP575.pdf", papers::american(company, "Employer Identification Number")),
        "formation" => ("formation.pdf", papers::american(company, "Certificate of Formation")),
        front if front.ends_with("_front") && front != "store_front" => {
            ("IMG_2041.jpg", papers::id_front(person, number + mark)?)
        }
        back if back.ends_with("_back") => ("IMG_2042.jpg", papers::id_back(person, number + mark)?),
        _ => ("IMG_2050.jpg", papers::shop(number + mark)?),
    })
}
