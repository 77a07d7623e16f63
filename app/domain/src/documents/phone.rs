//! Going on with a phone: a one-time link to the upload of one paper, without signing in.

use crate::words::words;
use time::{Duration, OffsetDateTime};

/// How long a link is good for: as long as it takes to photograph a paper.
pub const LINK_LIFETIME: Duration = Duration::minutes(15);

words! {
    /// Where a link stands.
    Standing {
        /// Nothing has come by it yet.
        Open = "open",
        /// A file has come by it.
        Used = "used",
        /// A newer one stands in its place.
        Replaced = "replaced",
    }
}

/// The mark of a device, by which it is known again.
pub type Device = [u8; 32];

/// Why a link opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Closed {
    /// What it was for has come.
    #[error("used")]
    Used,
    /// It was replaced, its time is over, or another device has it.
    #[error("over")]
    Over,
}

/// A link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Where it stands.
    pub standing: Standing,
    /// The device that has it: the first one that sent something.
    pub device: Option<Device>,
    /// Until when it is good.
    pub until: OffsetDateTime,
}

impl Link {
    /// Whether it is open to this device; a device that has sent nothing yet has no mark.
    ///
    /// # Errors
    /// [`Closed`] says why not.
    pub fn open_to(&self, device: Option<&Device>, now: OffsetDateTime) -> Result<(), Closed> {
        match self.standing {
            Standing::Used => Err(Closed::Used),
            Standing::Replaced => Err(Closed::Over),
            Standing::Open if now >= self.until => Err(Closed::Over),
            Standing::Open if self.device.is_some_and(|mine| Some(&mine) != device) => Err(Closed::Over),
            Standing::Open => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    #[test]
    fn a_link_is_open_for_its_time_to_one_device_until_it_is_used() {
        let now = datetime!(2026-11-28 09:00 UTC);
        let (mine, other) = ([1; 32], [2; 32]);
        let fresh = Link { standing: Standing::Open, device: None, until: now + LINK_LIFETIME };
        assert_eq!(fresh.open_to(None, now), Ok(()));
        assert_eq!(fresh.open_to(Some(&other), now), Ok(()));
        assert_eq!(fresh.open_to(None, fresh.until), Err(Closed::Over));
        let held = Link { device: Some(mine), ..fresh };
        assert_eq!(held.open_to(Some(&mine), now), Ok(()));
        assert_eq!(held.open_to(Some(&other), now), Err(Closed::Over));
        assert_eq!(held.open_to(None, now), Err(Closed::Over));
        let used = Link { standing: Standing::Used, ..held };
        assert_eq!(used.open_to(Some(&mine), now), Err(Closed::Used));
        let replaced = Link { standing: Standing::Replaced, ..held };
        assert_eq!(replaced.open_to(Some(&mine), now), Err(Closed::Over));
    }
}
