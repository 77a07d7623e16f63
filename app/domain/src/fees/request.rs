//! A comparison as it is asked for in JSON: of the API and of the command line.

use super::{
    Claim, Fault, Outcome, Rate, Segment, mix,
    object::{self, Object},
    price,
};
use crate::money::Currency;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, MapAccess, Visitor, value::MapAccessDeserializer},
};
use std::{collections::HashSet, fmt};

/// Claims that can be compared at once.
pub const MOST_CLAIMS: usize = 1000;

/// What to compare, on which mix.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// What a year of waiting for money costs.
    #[serde(default)]
    pub annual_rate: Rate,
    /// The month's payments.
    #[serde(deserialize_with = "object::list")]
    pub mix: Vec<Segment>,
    /// What is compared.
    pub claims: Vec<Asked>,
}

/// A claim as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A known one, by its id.
    Known(String),
    /// One that is told whole.
    Told(Box<Claim>),
}

/// The answer: in the order of the claims.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Compared {
    /// One for each claim.
    pub results: Vec<Outcome>,
}

impl Asked {
    /// What it is called by.
    pub fn id(&self) -> &str {
        match self {
            Self::Known(id) => id,
            Self::Told(claim) => &claim.id,
        }
    }
}

impl<'de> Deserialize<'de> for Asked {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Either)
    }
}

struct Either;

impl<'de> Visitor<'de> for Either {
    type Value = Asked;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a claim or the id of one")
    }

    fn visit_str<E: de::Error>(self, id: &str) -> Result<Asked, E> {
        Ok(Asked::Known(id.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Asked, A::Error> {
        Claim::deserialize(MapAccessDeserializer::new(map)).map(|claim| Asked::Told(Box::new(claim)))
    }
}

#[cfg(feature = "schema")]
impl utoipa::PartialSchema for Asked {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        use utoipa::openapi::{ObjectBuilder, OneOfBuilder, Ref, Type};
        OneOfBuilder::new()
            .description(Some("A claim told whole, or the id of a published one."))
            .item(ObjectBuilder::new().schema_type(Type::String))
            .item(Ref::from_schema_name("Claim"))
            .into()
    }
}

#[cfg(feature = "schema")]
impl utoipa::ToSchema for Asked {
    fn schemas(schemas: &mut Vec<(String, utoipa::openapi::RefOr<utoipa::openapi::Schema>)>) {
        schemas.push(("Claim".into(), <Claim as utoipa::PartialSchema>::schema()));
        Claim::schemas(schemas);
    }
}

impl Comparison {
    /// Reads a request and checks it.
    ///
    /// # Errors
    /// What can't be used: the first thing that isn't of the right shape, or everything that contradicts itself.
    pub fn read(json: &[u8]) -> Result<Self, Vec<Fault>> {
        let mut reader = serde_json::Deserializer::from_slice(json);
        let Object(asked): Object<Self> =
            serde_path_to_error::deserialize(&mut reader).map_err(|error| vec![shape(&error)])?;
        reader.end().map_err(|error| vec![Fault::new("", error)])?;
        let faults = asked.faults();
        if faults.is_empty() { Ok(asked) } else { Err(faults) }
    }

    fn faults(&self) -> Vec<Fault> {
        if self.claims.is_empty() {
            return vec![Fault::new("claims", "must not be empty")];
        }
        if self.claims.len() > MOST_CLAIMS {
            return vec![Fault::new("claims", format_args!("must not be more than {MOST_CLAIMS}"))];
        }
        let mut faults = mix::faults(&self.mix);
        for (index, segment) in self.mix.iter().enumerate() {
            let named = segment.currency.as_deref();
            faults.extend(named.and_then(|named| currency_fault(&format!("mix[{index}]"), named)));
        }
        let mut seen = HashSet::new();
        for (index, asked) in self.claims.iter().enumerate() {
            let mut path = format!("claims[{index}]");
            if let Asked::Told(claim) = asked {
                faults.extend(claim.faults(&path));
                faults.extend(currency_fault(&path, &claim.currency));
                faults.extend(
                    claim.id.is_empty().then(|| Fault::new(format_args!("{path}.id"), "must not be empty")),
                );
            }
            if !seen.insert(asked.id()) {
                if matches!(asked, Asked::Told(_)) {
                    path.push_str(".id");
                }
                faults.push(Fault::new(path, "stands twice"));
            }
        }
        faults
    }

    /// Compares, with `known` to look claims up by.
    ///
    /// # Errors
    /// The place of the first claim that isn't known.
    pub fn compare<'a>(&'a self, known: impl Fn(&str) -> Option<&'a Claim>) -> Result<Compared, Fault> {
        let mut results = Vec::with_capacity(self.claims.len());
        for (index, asked) in self.claims.iter().enumerate() {
            let claim = match asked {
                Asked::Told(claim) => &**claim,
                Asked::Known(id) => {
                    known(id).ok_or_else(|| Fault::new(format_args!("claims[{index}]"), "isn't known"))?
                }
            };
            results.push(price(claim, &self.mix, self.annual_rate));
        }
        Ok(Compared { results })
    }
}

fn currency_fault(path: &str, named: &str) -> Option<Fault> {
    let known = Currency::get(named).is_some();
    (!known).then(|| Fault::new(format_args!("{path}.currency"), "is no currency known here"))
}

/// Where something isn't of the right shape. The parser knows the way to the object alone in which a field is missing
/// or one too many; its message names the field.
fn shape(error: &serde_path_to_error::Error<serde_json::Error>) -> Fault {
    let inner = error.inner();
    let what = inner.to_string();
    // A number beyond every bound is read as broken JSON, but stands where a number may.
    let beyond = what.starts_with("number out of range");
    if !beyond && (inner.is_syntax() || inner.is_eof()) {
        return Fault::new("", what);
    }
    let what = what.split(" at line ").next().unwrap_or(&what);
    let path = error.path().to_string();
    let path = if path == "." { String::new() } else { path };
    let named = ["missing field `", "unknown field `", "duplicate field `"]
        .iter()
        .find_map(|start| what.strip_prefix(start)?.split('`').next());
    let last = path.rsplit('.').next().unwrap_or_default();
    match named {
        Some(field) if field != last && path.is_empty() => Fault::new(field, what),
        Some(field) if field != last => Fault::new(format_args!("{path}.{field}"), what),
        _ => Fault::new(path, what),
    }
}

#[cfg(test)]
mod tests;
