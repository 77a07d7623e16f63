//! A tenant's names, default language and accent.

use super::{authorise, lock, names};
use crate::{
    Result, Services,
    error::{FieldError, Refusal},
};
use domain::{Actor, Lang, audit::Event, permissions::Act, tenants::accent::Accent};
use store::{
    TenantTx,
    tenants::{
        self, Tenant,
        branding::{self, Branding},
    },
};

/// As typed.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// English name.
    pub name_en: String,
    /// Chinese name.
    pub name_zh: String,
    /// The language shown where a reader says nothing.
    pub default_lang: Lang,
    /// `#rrggbb`; empty for the house's own.
    pub accent: String,
    /// The version the form was made from.
    pub version: i32,
}

/// The tenant as it stands.
pub async fn show(services: &Services, actor: &Actor) -> Result<Tenant> {
    authorise(actor, Act::ManageTenant)?;
    Ok(tenants::by_id(&services.db, actor.tenant()).await?)
}

/// Saves what was typed, unless someone else saved meanwhile.
pub async fn save(services: &Services, actor: &Actor, input: &Input) -> Result<()> {
    authorise(actor, Act::ManageTenant)?;
    let before = tenants::by_id(&services.db, actor.tenant()).await?;
    let wanted = check(&before, input)?;
    let changed = changed_fields(&before, &wanted);
    let mut tx = TenantTx::begin(&services.db, actor).await?;
    lock(&mut tx, Act::ManageTenant).await?;
    branding::save(&mut tx, input.version, &wanted).await?;
    if !changed.is_empty() {
        tx.record(Event::new("branding.changed", "tenant", actor.tenant()).with("fields", changed.join(" ")));
    }
    Ok(tx.commit().await?)
}

fn check(before: &Tenant, input: &Input) -> Result<Branding> {
    let mut refusal = Refusal::default();
    let name_en = names::check(&mut refusal, "name_en", &input.name_en);
    let name_zh = names::check(&mut refusal, "name_zh", &input.name_zh);
    let accent = match input.accent.trim() {
        "" => None,
        typed => {
            let accent = typed.parse::<Accent>().ok().map(|accent| accent.to_string());
            if accent.is_none() {
                refusal.fields.push(FieldError::new("accent", "branding-error-accent"));
            }
            accent
        }
    };
    if !before.languages.contains(&input.default_lang) {
        refusal.fields.push(FieldError::new("default_lang", "branding-error-language"));
    }
    refusal.or_ok()?;
    let mut languages = before.languages.clone();
    languages.sort_by_key(|lang| *lang != input.default_lang);
    Ok(Branding { name_en, name_zh, languages, accent })
}

fn changed_fields(before: &Tenant, wanted: &Branding) -> Vec<&'static str> {
    [
        ("name_en", before.name_en != wanted.name_en),
        ("name_zh", before.name_zh != wanted.name_zh),
        ("languages", before.languages != wanted.languages),
        ("accent", before.accent != wanted.accent),
    ]
    .into_iter()
    .filter_map(|(field, changed)| changed.then_some(field))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ServiceError;
    use domain::TenantId;

    fn tenant() -> Tenant {
        Tenant {
            id: TenantId::PLATFORM,
            slug: "harbour".into(),
            name_en: "Harbour".into(),
            name_zh: "港湾".into(),
            languages: vec![Lang::En, Lang::ZhCn],
            time_zone: "Asia/Shanghai".into(),
            currency: "CNY".into(),
            calendar: "cn".into(),
            sla_hours: 16,
            policy: domain::applications::Policy::default(),
            suspended: false,
            staff_limit: 10,
            storage_limit: 1,
            accent: None,
            version: 1,
        }
    }

    fn input() -> Input {
        Input {
            name_en: " Harbour Pay ".into(),
            name_zh: "港湾支付".into(),
            default_lang: Lang::ZhCn,
            accent: "#0A7D5C".into(),
            version: 1,
        }
    }

    #[test]
    fn what_is_typed_is_trimmed_and_the_default_language_comes_first() {
        let wanted = check(&tenant(), &input()).unwrap();
        assert_eq!(wanted.name_en, "Harbour Pay");
        assert_eq!(wanted.languages, [Lang::ZhCn, Lang::En]);
        assert_eq!(wanted.accent.as_deref(), Some("#0a7d5c"));
        assert_eq!(changed_fields(&tenant(), &wanted), ["name_en", "name_zh", "languages", "accent"]);
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let wrong =
            Input { name_en: " ".into(), name_zh: "名".repeat(81), accent: "blue".into(), ..input() };
        let mut only_chinese = tenant();
        only_chinese.languages = vec![Lang::En];
        let Err(ServiceError::Refused(refusal)) = check(&only_chinese, &wrong) else { panic!("taken") };
        let fields: Vec<&str> = refusal.fields.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["name_en", "name_zh", "accent", "default_lang"]);
    }
}
