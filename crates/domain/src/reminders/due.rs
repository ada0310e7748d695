//! Which mails are due at an instant, by the clocks of Denmark. Once a day, from seven in the morning, a municipality's people
//! are gone through; what a day missed because nothing ran is made up for while it still makes sense.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use pejl_kernel::clock::{danish_instant, danish_time};

use super::{Choices, DaysBefore, DigestDay, MailKey, MailKind};
use crate::chain::spelled;

/// The hour of the day, by the clock on the wall, from which mails are made.
pub const DIGEST_HOUR: i8 = 7;

/// One going-through: the days it answers for, after the last one and up to today.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    /// The last day that was gone through before; today's day before where there never was one.
    pub after: Date,
    /// Today.
    pub day: Date,
}

impl Run {
    /// The run that is due at an instant, where the last one was on `last`. `None` before seven in the morning, and where
    /// today's is done.
    pub fn due(last: Option<Date>, now: Timestamp) -> Option<Self> {
        let here = danish_time(now);
        let day = here.date();
        if here.hour() < DIGEST_HOUR || last.is_some_and(|last| last >= day) {
            return None;
        }
        // Whoever was never gone through has missed nothing: the first run is today's.
        let yesterday = day.yesterday().ok()?;
        Some(Self { after: last.unwrap_or(yesterday), day })
    }

    /// The digest that is due to somebody who wants one on this day of the week: of this week, where its day has come since the
    /// last run. A week in which nothing ran is not made up for the week after: its digest would be old.
    pub fn weekly(&self, on: DigestDay) -> Option<Week> {
        let week = Week::of(self.day);
        let day = week.day(on.weekday())?;
        (self.after < day && day <= self.day).then_some(week)
    }

    /// Whether a deadline is near enough to be told of: not past, and no more than so many days ahead.
    pub fn is_near(&self, before: DaysBefore, deadline: Date) -> bool {
        let last = self.day.checked_add(i64::from(before.days()).days()).unwrap_or(Date::MAX);
        self.day <= deadline && deadline <= last
    }

    /// The deadlines that are told of with a mail each, of those that lie before somebody: every near date once. On the day of
    /// the digest none: it names them, and the mail about the deadline comes the day after where there is still time.
    pub fn deadlines(&self, choices: Choices, ahead: impl IntoIterator<Item = Date>) -> Vec<Date> {
        let Some(before) = choices.before else { return Vec::new() };
        if choices.weekly.is_some_and(|on| self.weekly(on).is_some()) {
            return Vec::new();
        }
        let mut near: Vec<Date> = ahead.into_iter().filter(|deadline| self.is_near(before, *deadline)).collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// How pressing something is, seen from a day: the headings of a digest and of the page of tasks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum When {
    /// Its last day has passed.
    Late,
    /// Its last day is this week: today, or up to Sunday.
    ThisWeek,
    /// Its last day is later.
    Later,
    /// It has none.
    Undated,
}

spelled!(When: Late = "late", ThisWeek = "this-week", Later = "later", Undated = "undated");

impl When {
    /// How pressing what is due then is, on a day.
    pub fn of(due: Option<Date>, today: Date) -> Self {
        match due {
            None => Self::Undated,
            Some(due) if due < today => Self::Late,
            Some(due) if Week::of(due) == Week::of(today) => Self::ThisWeek,
            Some(_) => Self::Later,
        }
    }
}

/// A week of the calendar (ISO 8601): begins on a Monday; its year is the one its Thursday is in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Week {
    year: i16,
    week: i8,
}

impl Week {
    /// The week a day is in.
    pub fn of(day: Date) -> Self {
        let week = day.iso_week_date();
        Self { year: week.year(), week: week.week() }
    }

    /// A day of it. `None` only where the calendar ends.
    pub fn day(self, weekday: Weekday) -> Option<Date> {
        ISOWeekDate::new(self.year, self.week, weekday).ok().map(|day| day.date())
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

impl FromStr for Week {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, week) = text.split_once("-W").ok_or(())?;
        let (year, week) = (year.parse().map_err(|_| ())?, week.parse().map_err(|_| ())?);
        ISOWeekDate::new(year, week, Weekday::Monday).map(|_| Self { year, week }).map_err(|_| ())
    }
}

impl MailKey {
    /// The digest of a week.
    pub fn weekly(person: pejl_kernel::PersonId, week: Week) -> Self {
        Self { person, kind: MailKind::Weekly, period: week.to_string() }
    }

    /// The mail about a deadline.
    pub fn deadline(person: pejl_kernel::PersonId, deadline: Date) -> Self {
        Self { person, kind: MailKind::Deadline, period: deadline.to_string() }
    }

    /// The first day on which it is too old to be worth sending: the week after, or the day after the deadline. `None` where
    /// the period is none.
    pub fn stale_on(&self) -> Option<Date> {
        match self.kind {
            MailKind::Weekly => self.period.parse::<Week>().ok()?.day(Weekday::Sunday)?.tomorrow().ok(),
            MailKind::Deadline => self.period.parse::<Date>().ok()?.tomorrow().ok(),
        }
    }

    /// How long from now it is worth sending; nothing where it is too old already.
    pub fn fresh_for(&self, now: Timestamp) -> SignedDuration {
        let until = self.stale_on().and_then(|day| danish_instant(day.to_datetime(jiff::civil::Time::midnight())));
        until.map_or(SignedDuration::ZERO, |until| until.duration_since(now).max(SignedDuration::ZERO))
    }
}
