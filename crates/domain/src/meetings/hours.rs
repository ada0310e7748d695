//! The time of day on an agenda: hours and minutes, no seconds, no date.

use std::fmt;
use std::str::FromStr;

/// A minute of the day, 0 to 1,439; shown the Danish way: `15.30`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Minute(u16);

/// What was typed is no time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a time of day of the form 15.30")]
pub struct NotAMinute;

const DAY: u16 = 24 * 60;

impl Minute {
    /// The minute with this number in the day; `None` from 1,440 on.
    pub fn of_day(number: i64) -> Option<Self> {
        u16::try_from(number).ok().filter(|n| *n < DAY).map(Self)
    }

    /// Its number in the day.
    pub fn number(self) -> i64 {
        i64::from(self.0)
    }

    /// So many minutes later; past midnight it goes on from nought.
    #[must_use]
    pub fn after(self, minutes: u16) -> Self {
        let sum = u32::from(self.0) + u32::from(minutes);
        Self(u16::try_from(sum % u32::from(DAY)).unwrap_or(0))
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}.{:02}", self.0 / 60, self.0 % 60)
    }
}

impl FromStr for Minute {
    type Err = NotAMinute;

    /// Reads what people type: `15.30`, `15:30`, `1530` and `15` are the same kind of thing.
    fn from_str(text: &str) -> Result<Self, NotAMinute> {
        let text = text.trim();
        let (hours, minutes) = match text.split_once(['.', ':']) {
            Some(parts) => parts,
            None if text.len() == 4 && text.is_ascii() => text.split_at(2),
            None => (text, "0"),
        };
        let number = |part: &str| -> Result<u16, NotAMinute> {
            if part.is_empty() || part.len() > 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
                return Err(NotAMinute);
            }
            part.parse().map_err(|_| NotAMinute)
        };
        match (number(hours)?, number(minutes)?) {
            (hours, minutes) if hours < 24 && minutes < 60 => Ok(Self(hours * 60 + minutes)),
            _ => Err(NotAMinute),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_read_the_way_people_type_it() {
        for typed in ["15.30", "15:30", " 1530 "] {
            assert_eq!(typed.parse::<Minute>().map(|m| m.to_string()), Ok("15.30".to_owned()), "{typed}");
        }
        assert_eq!("9".parse::<Minute>().map(|m| m.to_string()), Ok("09.00".to_owned()));
        for wrong in ["", "24.00", "12.60", "halv fire", "-1"] {
            assert_eq!(wrong.parse::<Minute>(), Err(NotAMinute), "{wrong}");
        }
    }

    #[test]
    fn a_meeting_past_midnight_begins_the_clock_anew() {
        let late: Minute = "23.50".parse().unwrap_or(Minute(0));
        assert_eq!(late.after(20).to_string(), "00.10");
    }
}
