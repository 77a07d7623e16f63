//! How long the road may take, as the tenant sets it.

use crate::{Result, Services, review::WorkTime};
use domain::{
    applications::Policy,
    review::{Clock, Tick},
};
use store::tenants::Tenant;
use time::{Date, Duration, OffsetDateTime};

/// A tenant's switches, and the working time the desk gives itself.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Switches and terms of the state machine.
    pub policy: Policy,
    allowed: Duration,
    work: WorkTime,
}

impl Terms {
    /// What this tenant has set.
    pub fn of(services: &Services, tenant: &Tenant) -> Result<Self> {
        Ok(Self {
            policy: tenant.policy,
            allowed: Duration::hours(i64::from(tenant.sla_hours)),
            work: WorkTime::of(services, tenant)?,
        })
    }

    /// The ball comes to the desk, which gives itself so much working time where none of it was used before.
    pub const fn start(&self) -> Tick {
        Tick::Start { allowed: self.allowed }
    }

    /// The desk's clock after this, in the tenant's calendar and zone.
    pub fn tick(&self, clock: Clock, tick: Tick, now: OffsetDateTime) -> Clock {
        self.work.tick(clock, tick, now)
    }

    /// The day it is at the tenant's.
    pub fn today(&self, now: OffsetDateTime) -> Date {
        self.work.day(now)
    }

    /// When this day is over at the tenant's.
    pub fn end_of(&self, day: Date) -> OffsetDateTime {
        self.work.end_of(day)
    }
}
