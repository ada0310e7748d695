//! Who is late, and who is told: first the unit right above, and every third day one more up the line, so that silence
//! never stays unseen and nobody far up is told of what is put right tomorrow.

use jiff::civil::Date;

use super::{ReportState, Round};
use crate::models::Key;

/// How many days a unit above has before the next one up is told too.
pub const STEP_DAYS: u32 = 3;

impl Round {
    /// The last day a level has to report; `None` where the round does not ask it.
    pub fn due(&self, level: &Key) -> Option<Date> {
        self.deadlines.iter().find(|deadline| deadline.level == *level).map(|deadline| deadline.on)
    }
}

/// Whether a report ought to have been sent: the deadline has passed (the day itself is in time) and it lies with whoever
/// reports.
pub fn is_late(state: ReportState, due: Option<Date>, today: Date) -> bool {
    !state.is_answered() && due.is_some_and(|due| days_late(due, today) > 0)
}

/// How many days past the deadline; 0 on the day itself and before.
pub fn days_late(due: Date, today: Date) -> u32 {
    let days = due.until(today).map_or(0, |span| span.get_days());
    u32::try_from(days).unwrap_or(0)
}

/// How many units up the line are told: nobody in time, the unit right above from the first day, one more every
/// [`STEP_DAYS`] days.
pub fn rungs_told(due: Date, today: Date) -> usize {
    let rungs = days_late(due, today).div_ceil(STEP_DAYS);
    usize::try_from(rungs).unwrap_or(usize::MAX)
}

/// Of the units above, the one right above first: those that are told.
pub fn told<T>(line_up: &[T], due: Date, today: Date) -> &[T] {
    line_up.get(..rungs_told(due, today).min(line_up.len())).unwrap_or_default()
}

/// Whether a unit so many steps above is told; 1 is right above.
pub fn is_told(steps_above: usize, due: Date, today: Date) -> bool {
    steps_above > 0 && steps_above <= rungs_told(due, today)
}
