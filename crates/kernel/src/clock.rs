//! Where "now" comes from. The clock is always an argument, so that a deed can be run again and give the same result.

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Tells the time. Production has [`SystemClock`], tests have [`FixedClock`].
pub trait Clock: Send + Sync {
    /// The instant it is now, in whole microseconds (what both databases can hold).
    fn now(&self) -> Timestamp;

    /// The civil date it is now in Denmark: the date a decision, a position or a deadline is compared with.
    fn today(&self) -> Date {
        danish_date(self.now())
    }
}

/// The civil date in Denmark at an instant. Falls back to UTC on a machine without time-zone data.
pub fn danish_date(at: Timestamp) -> Date {
    danish_time(at).date()
}

/// The civil date and time in Denmark at an instant.
pub fn danish_time(at: Timestamp) -> jiff::civil::DateTime {
    let zone = TimeZone::get("Europe/Copenhagen").unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).datetime()
}

/// The instant at which clocks in Denmark show a date and time. What they pass over in spring counts as the hour after, and of
/// what they show twice in autumn the first is meant. `None` only where the calendar ends.
pub fn danish_instant(shown: jiff::civil::DateTime) -> Option<Timestamp> {
    let zone = TimeZone::get("Europe/Copenhagen").unwrap_or(TimeZone::UTC);
    zone.to_ambiguous_timestamp(shown).compatible().ok()
}

/// The machine's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods)] // the one place that may ask the machine
    fn now(&self) -> Timestamp {
        whole_microseconds(Timestamp::now())
    }
}

/// A clock that stands still, for tests and for content that must come out the same every time.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        whole_microseconds(self.0)
    }
}

fn whole_microseconds(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_the_danish_date_even_when_utc_is_still_on_yesterday() {
        let late: Timestamp = "2027-06-30T22:30:00Z".parse().unwrap();
        assert_eq!(FixedClock(late).today(), jiff::civil::date(2027, 7, 1));
    }

    #[test]
    fn an_instant_and_what_clocks_in_denmark_show_then_are_one() {
        let at: Timestamp = "2019-11-18T12:34:56.789012Z".parse().unwrap();
        assert_eq!(danish_instant(danish_time(at)), Some(at));
        let passed_over = jiff::civil::date(2019, 3, 31).at(2, 30, 0, 0);
        assert_eq!(danish_instant(passed_over).map(danish_time), Some(jiff::civil::date(2019, 3, 31).at(3, 30, 0, 0)));
    }
}
