//! How dates, spans and lists look to people, and the order of names.

use std::{borrow::Borrow, cmp::Ordering};

use icu::calendar::{Date as IcuDate, Iso};
use jiff::{Timestamp, civil::Date};
use jiff_icu::ConvertInto as _;
use pejl_kernel::{Span, Years, clock::danish_time};

use crate::{
    Args, Speech,
    icu_formats::{Formats, by_rules, danish_order},
};

/// The formats take a value or a reference to one, since a template hands over either.
impl Speech {
    /// `5. januar 2026` / `5 January 2026`.
    pub fn date(self, day: impl Borrow<Date>) -> String {
        self.day(*day.borrow(), |formats, day| formats.long.format(&day).to_string())
    }

    /// For narrow columns: `05.01.2026` / `05/01/2026`.
    pub fn date_short(self, day: impl Borrow<Date>) -> String {
        self.day(*day.borrow(), |formats, day| formats.short.format(&day).to_string())
    }

    /// `5. jan. 2026` / `5 Jan 2026`.
    pub fn date_medium(self, day: impl Borrow<Date>) -> String {
        self.day(*day.borrow(), |formats, day| formats.medium.format(&day).to_string())
    }

    /// Where the year is plain from the place: `5. januar` / `5 January`.
    pub fn day_month(self, day: impl Borrow<Date>) -> String {
        self.day(*day.borrow(), |formats, day| formats.day_month.format(&day).to_string())
    }

    /// `mandag den 5. januar 2026` / `Monday 5 January 2026`.
    pub fn weekday_date(self, day: impl Borrow<Date>) -> String {
        let day = *day.borrow();
        let weekday = self.day(day, |formats, day| formats.weekday.format(&day).to_string());
        self.say_with("format-weekday-date", &Args::new().text("weekday", weekday).text("date", self.date(day)))
    }

    /// An instant in Danish time: `5. januar 2026 kl. 13.05` / `5 January 2026 at 13:05`.
    pub fn date_time(self, at: impl Borrow<Timestamp>) -> String {
        let here = danish_time(*at.borrow());
        let clock: icu::time::Time = here.time().convert_into();
        let time = by_rules(self.lang(), |formats| formats.time.format(&clock).to_string())
            .unwrap_or_else(|| here.time().strftime("%H:%M").to_string());
        self.say_with("format-date-time", &Args::new().text("date", self.date(here.date())).text("time", time))
    }

    /// The ISO week: `uge 53` / `week 53`.
    pub fn week(self, day: impl Borrow<Date>) -> String {
        self.a("format-week", "week", day.borrow().iso_week_date().week())
    }

    /// `5.–9. januar 2026`, `5. januar–31. marts 2026`, `fra 5. januar 2026` where the end is open.
    pub fn span(self, span: impl Borrow<Span>) -> String {
        let Span { from, to } = *span.borrow();
        let Some(to) = to else {
            return self.a("format-span-open", "from", self.date(from));
        };
        if from == to {
            return self.date(to);
        }
        let same_year = from.year() == to.year();
        let (key, first) = match (same_year, same_year && from.month() == to.month()) {
            (_, true) => ("format-span-in-month", from.day().to_string()),
            (true, false) => ("format-span", self.day_month(from)),
            (false, false) => ("format-span", self.date(from)),
        };
        self.say_with(key, &Args::new().text("from", first).text("to", self.date(to)))
    }

    /// `2018–2021`, or `2018` for one year.
    pub fn years(self, years: impl Borrow<Years>) -> String {
        years.borrow().to_string()
    }

    /// `mål, indsatser og tiltag` / `goals, efforts and actions`.
    pub fn and_list(self, items: &[impl AsRef<str>]) -> String {
        by_rules(self.lang(), |formats| formats.list.format(items.iter().map(AsRef::as_ref)).to_string())
            .unwrap_or_else(|| items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", "))
    }

    /// Danish alphabetical order, in which *aa* is *å* and stands last: Zebra, Ærø, Østerbro, Aabenraa. It is the order in
    /// English too: the names are Danish, and a list should not shuffle when the reader changes language.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        danish_order(a, b)
    }

    /// Sorts by a name, in the order of [`compare`](Self::compare); what has the same name keeps its place.
    pub fn sort_by_name<T>(self, items: &mut [T], name: impl Fn(&T) -> &str) {
        items.sort_by(|a, b| danish_order(name(a), name(b)));
    }

    fn day(self, day: Date, format: impl FnOnce(&Formats, IcuDate<Iso>) -> String) -> String {
        by_rules(self.lang(), |formats| format(formats, day.convert_into())).unwrap_or_else(|| day.to_string())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::Lang;

    const DA: Speech = Speech::new(Lang::Da);
    const EN: Speech = Speech::new(Lang::En);

    #[test]
    fn a_date_has_the_forms_of_its_language() {
        let day = date(2026, 1, 5);
        assert_eq!((DA.date(day), EN.date(day)), ("5. januar 2026".into(), "5 January 2026".into()));
        assert_eq!((DA.date_short(day), EN.date_short(day)), ("05.01.2026".into(), "05/01/2026".into()));
        assert_eq!((DA.date_medium(day), EN.date_medium(day)), ("5. jan. 2026".into(), "5 Jan 2026".into()));
        assert_eq!((DA.day_month(day), EN.day_month(day)), ("5. januar".into(), "5 January".into()));
        assert_eq!(DA.weekday_date(day), "mandag den 5. januar 2026");
        assert_eq!(EN.weekday_date(day), "Monday 5 January 2026");
    }

    #[test]
    fn an_instant_is_told_in_danish_time_summer_and_winter() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        assert_eq!(DA.date_time(at("2026-01-05T12:05:00Z")), "5. januar 2026 kl. 13.05");
        assert_eq!(EN.date_time(at("2026-07-05T12:05:00Z")), "5 July 2026 at 14:05");
        assert_eq!(DA.date_time(at("2027-03-28T00:59:59Z")), "28. marts 2027 kl. 01.59");
        assert_eq!(DA.date_time(at("2027-03-28T01:00:00Z")), "28. marts 2027 kl. 03.00");
        assert_eq!(DA.date_time(at("2026-12-31T23:00:00Z")), "1. januar 2027 kl. 00.00");
    }

    #[test]
    fn the_year_2026_has_53_weeks() {
        assert_eq!((DA.week(date(2026, 12, 31)), EN.week(date(2027, 1, 3))), ("uge 53".into(), "week 53".into()));
        assert_eq!(DA.week(date(2027, 1, 4)), "uge 1");
    }

    #[test]
    fn a_span_says_no_more_than_it_must() {
        let span = |from, to| Span::new(from, to).unwrap();
        let first = date(2026, 1, 5);
        assert_eq!(DA.span(span(first, None)), "fra 5. januar 2026");
        assert_eq!(DA.span(span(first, Some(first))), "5. januar 2026");
        assert_eq!(DA.span(span(first, Some(date(2026, 1, 9)))), "5.–9. januar 2026");
        assert_eq!(EN.span(span(first, Some(date(2026, 1, 9)))), "5–9 January 2026");
        assert_eq!(DA.span(span(first, Some(date(2026, 3, 31)))), "5. januar–31. marts 2026");
        assert_eq!(EN.span(span(first, Some(date(2026, 3, 31)))), "5 January – 31 March 2026");
        assert_eq!(DA.span(span(first, Some(date(2027, 1, 9)))), "5. januar 2026–9. januar 2027");
        assert_eq!(DA.years(Years::term_of(2018)), "2018–2021");
    }

    #[test]
    fn a_list_ends_with_and() {
        assert_eq!(DA.and_list(&["a", "b", "c"]), "a, b og c");
        assert_eq!(EN.and_list(&["a".to_owned(), "b".to_owned()]), "a and b");
        assert_eq!(DA.and_list(&[] as &[&str]), "");
    }

    #[test]
    fn names_stand_in_danish_order_with_double_a_last() {
        let mut names = ["Aabenraa", "Zebra", "Ærø", "Aalborg", "Østerbro", "Ølgod", "Abild", "Årslev", "Ålborg", "Zz"];
        EN.sort_by_name(&mut names, |name| name);
        assert_eq!(names, ["Abild", "Zebra", "Zz", "Ærø", "Ølgod", "Østerbro", "Aabenraa", "Ålborg", "Aalborg", "Årslev"]);
        assert_eq!(DA.compare("Skole", "Skole"), Ordering::Equal);
    }
}
