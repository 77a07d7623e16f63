//! What a use case refused, in words for the command line.

use app::i18n;
use domain::Lang;
use services::ServiceError;

/// The result, or why not: each field with what is wrong with it.
pub(super) fn said<T>(result: Result<T, ServiceError>) -> anyhow::Result<T> {
    match result {
        Ok(done) => Ok(done),
        Err(ServiceError::Refused(refusal)) => {
            let whole = refusal.whole.iter().map(|key| i18n::t(Lang::En, key));
            let fields = refusal
                .fields
                .iter()
                .map(|error| format!("{}: {}", error.field, i18n::ta(Lang::En, &error.key, &error.args)));
            Err(anyhow::anyhow!("{}", whole.chain(fields).collect::<Vec<_>>().join("\n")))
        }
        Err(ServiceError::NotFound) => Err(anyhow::anyhow!("there is none of that name")),
        Err(ServiceError::Conflict(_)) => Err(anyhow::anyhow!("it stands so already")),
        Err(other) => Err(other.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::said;
    use services::{Refusal, ServiceError};

    #[test]
    fn a_refusal_names_its_fields() {
        let refusal = Refusal::at("slug", "operator-error-slug-taken");
        let error = said::<()>(Err(ServiceError::Refused(refusal))).unwrap_err();
        assert_eq!(error.to_string(), "slug: Another tenant has this address.");
    }
}
