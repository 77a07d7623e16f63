//! How long, and what things are called here.

use crate::Frame;

/// How long something has been held: working hours where it is us, hours and days by the clock otherwise.
pub(super) fn spent(frame: &Frame, minutes: i64, working: bool) -> String {
    let minutes = minutes.unsigned_abs();
    let (key, count) = match (working, minutes) {
        (true, 0..60) => ("overview-working-minutes", minutes),
        (true, _) => ("overview-working-hours", minutes / 60),
        (false, 0..60) => ("overview-minutes", minutes),
        (false, 60..2880) => ("overview-hours", minutes / 60),
        (false, _) => ("overview-days", minutes / 1440),
    };
    frame.tn(key, count, &[])
}
