//! What is left of a published claim where nothing counts that nobody has attested.

use super::{Evidence, Published};
use crate::fees::Claim;

impl Published {
    /// What is left of it where what nobody has attested counts as not published. Limits stay: without one a payment
    /// would have none.
    pub(super) fn attested(&self) -> Option<Box<Claim>> {
        let doubted: Vec<&str> = self
            .tags
            .iter()
            .filter(|(_, tag)| **tag == Evidence::Secondary)
            .map(|(name, _)| name.as_str())
            .collect();
        if doubted.is_empty() {
            return None;
        }
        let mut claim = self.claim.clone();
        for name in doubted {
            match name {
                "percent" => claim.percent = None,
                "fixed" => claim.fixed = None,
                "attempt_fee" => claim.attempt_fee = None,
                "cross_border" => claim.cross_border = None,
                "fx" => claim.fx = None,
                "refund" => claim.refund = None,
                "dispute" => claim.dispute.iter_mut().flatten().for_each(|step| step.fee = None),
                "tiers" => claim
                    .tiers
                    .iter_mut()
                    .flat_map(|tiers| &mut tiers.steps)
                    .for_each(|step| step.percent = None),
                "tax" => claim.tax = None,
                _ => (),
            }
        }
        Some(Box::new(claim))
    }

    /// What it says where it may be asked to say only what is attested.
    pub fn told(&self, with_unverified: bool) -> &Claim {
        self.attested.as_deref().filter(|_| !with_unverified).unwrap_or(&self.claim)
    }
}

#[cfg(test)]
mod tests {
    use crate::fees::published;

    #[test]
    fn a_figure_that_nobody_attested_is_not_published_where_that_is_wanted() {
        let book = published::load_all().unwrap();
        let doubted =
            book.all().iter().find(|one| one.tags.get("fx").is_some_and(|tag| tag.word() == "S")).unwrap();
        assert!(doubted.told(true).fx.is_some());
        assert_eq!((doubted.told(false).fx, doubted.told(false).percent), (None, doubted.claim.percent));
        let sound = book.get("stripe-us-card").unwrap();
        assert_eq!(sound.told(false), &sound.claim);
    }
}
