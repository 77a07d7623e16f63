//! The request that a change came with. Its number stands in every event it brings about and on every line that the log has
//! of it, so that one leads to the other.

use std::future::Future;
use uuid::Uuid;

tokio::task_local! { static NUMBER: Uuid; }

/// Runs what a request sets off; without a number it is as if there were no request.
pub async fn within<F: Future>(number: Option<Uuid>, what: F) -> F::Output {
    match number {
        Some(number) => NUMBER.scope(number, what).await,
        None => what.await,
    }
}

/// The number of the request under way, if one is.
pub(crate) fn number() -> Option<Uuid> {
    NUMBER.try_with(|number| *number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_number_is_known_within_its_request_alone() {
        let id = Uuid::from_u128(7);
        assert_eq!(within(Some(id), async { number() }).await, Some(id));
        assert_eq!(within(None, async { number() }).await, None);
        assert_eq!(number(), None);
    }
}
