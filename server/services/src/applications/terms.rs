//! How long the road may take, as the tenant sets it.

use domain::applications::Policy;
use store::tenants::Tenant;
use time::{Duration, OffsetDateTime};

/// A tenant's switches, and the time the desk gives itself.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// Switches and terms of the state machine.
    pub policy: Policy,
    hours: i64,
}

impl Terms {
    /// What this tenant has set.
    pub fn of(tenant: &Tenant) -> Self {
        Self { policy: Policy::default(), hours: i64::from(tenant.sla_hours) }
    }

    /// When an answer is owed to whom waits from `now` on.
    pub fn due(&self, now: OffsetDateTime) -> OffsetDateTime {
        now + Duration::hours(self.hours)
    }
}
