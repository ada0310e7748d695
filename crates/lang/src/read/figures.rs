//! Figures and money as people type them.

use pejl_kernel::{Figure, Ore};

use super::plain_marks;
use crate::{Args, Speech};

/// Why a text is no figure, or no amount.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FigureFault {
    /// Nothing was typed.
    Empty,
    /// Not a number, or one that could mean two things.
    Unreadable,
    /// More decimals than there is room for.
    TooFine {
        /// How many there is room for.
        most: u8,
    },
    /// Too large to hold.
    TooLarge,
}

impl FigureFault {
    /// The key of its sentence.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "fault-figure-empty",
            Self::Unreadable => "fault-figure-unreadable",
            Self::TooFine { .. } => "fault-figure-too-fine",
            Self::TooLarge => "fault-figure-too-large",
        }
    }

    /// What is wrong and what would be right, in a sentence.
    pub fn sentence(self, speech: Speech) -> String {
        match self {
            Self::Empty | Self::Unreadable | Self::TooLarge => speech.say(self.key()),
            Self::TooFine { most } => speech.say_with(self.key(), &Args::new().count("most", most)),
        }
    }
}

/// A figure of at most four decimals. Reads `1.234.567,89`, `1234,5`, `12.5`, `90 %`, `-3`, `3-` and `(3)`.
///
/// A comma is the decimal mark. A point before exactly three digits marks thousands, as in Danish: `1.234` is 1234. Any
/// other single point can only be a decimal mark: `12.5`, `0.125`. A comma before a point is English, `1,234.50`.
///
/// # Errors
/// [`FigureFault`], with the sentence to show beside the field.
pub fn read_figure(text: &str) -> Result<Figure, FigureFault> {
    scaled(text, &["%"], 4).map(Figure::from_stored)
}

/// An amount. Reads what [`read_figure`] reads, with at most two decimals and with `kr.` or `DKK` on either side, and
/// `1.234,-` as it stands on a price tag.
///
/// # Errors
/// [`FigureFault`], with the sentence to show beside the field.
pub fn read_kroner(text: &str) -> Result<Ore, FigureFault> {
    scaled(text, &["kr.", "kr", "dkk"], 2).map(Ore)
}

/// The number that was typed, in units of its last decimal place.
fn scaled(text: &str, units: &[&str], places: u8) -> Result<i64, FigureFault> {
    let typed = plain_marks(text);
    if typed.is_empty() {
        return Err(FigureFault::Empty);
    }
    let (negative, number) = sign_apart(&typed, units).ok_or(FigureFault::Unreadable)?;
    let (whole, decimals) = mark_apart(number).ok_or(FigureFault::Unreadable)?;
    let decimals = decimals.trim_end_matches('0');
    let room = usize::from(places);
    if decimals.len() > room {
        return Err(FigureFault::TooFine { most: places });
    }
    let digits = format!("{whole}{decimals:0<room$}");
    let size: i128 = digits.parse().map_err(|_| FigureFault::TooLarge)?;
    i64::try_from(if negative { -size } else { size }).map_err(|_| FigureFault::TooLarge)
}

/// Whether it is negative, and the number without sign and unit: `(1.234 kr.)` is negative `1.234`. One sign at most.
fn sign_apart<'t>(typed: &'t str, units: &[&str]) -> Option<(bool, &'t str)> {
    let mut signs = 0;
    let mut rest = typed;
    if let Some(inner) = rest.strip_prefix('(') {
        rest = inner.strip_suffix(')')?;
        signs += 1;
    }
    let mut minus = |rest: &'t str| match rest.strip_prefix('-') {
        Some(bare) => {
            signs += 1;
            bare.trim()
        }
        None => rest,
    };
    rest = minus(rest.trim());
    let unit_before = units.iter().find_map(|unit| rest.strip_prefix(unit));
    if let Some(bare) = unit_before {
        rest = minus(bare.trim());
    } else if let Some(bare) = units.iter().find_map(|unit| rest.strip_suffix(unit)) {
        rest = bare.trim();
    }
    if let Some(bare) = rest.strip_suffix(",-") {
        rest = bare;
    } else if let Some(bare) = rest.strip_suffix('-') {
        signs += 1;
        rest = bare.trim();
    }
    let rest = if signs == 0 { rest.strip_prefix('+').unwrap_or(rest).trim() } else { rest };
    (signs <= 1).then_some((signs == 1, rest))
}

/// The digits before the decimal mark, without marks of thousands, and those after it.
fn mark_apart(number: &str) -> Option<(String, &str)> {
    let (whole, decimals, thousands) = match (number.matches(',').count(), number.matches('.').count()) {
        (0, 1) => {
            let (whole, after) = number.split_once('.')?;
            let only_decimals = after.len() != 3 || whole.is_empty() || whole == "0";
            if only_decimals { (whole, Some(after), None) } else { (number, None, Some('.')) }
        }
        (0, _) => (number, None, Some('.')),
        (1, dots) if dots != 1 || number.find('.') < number.find(',') => {
            let (whole, after) = number.split_once(',')?;
            (whole, Some(after), Some('.'))
        }
        (_, 1) => {
            let (whole, after) = number.split_once('.')?;
            (whole, Some(after), Some(','))
        }
        (_, 0) => (number, None, Some(',')),
        _ => return None,
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if decimals.is_some_and(|after| !digits(after)) {
        return None;
    }
    let decimals = decimals.unwrap_or_default();
    if whole.is_empty() && !decimals.is_empty() {
        return Some(("0".to_owned(), decimals));
    }
    let mark = thousands.filter(|mark| whole.contains(*mark)).unwrap_or(' ');
    let mut groups = whole.split(mark);
    let first = groups.next().filter(|group| digits(group))?;
    let mut run = first.to_owned();
    for group in groups {
        // A number that is marked at all is marked from its first digits on, and does not begin with a nought.
        if first.len() > 3 || first.starts_with('0') || group.len() != 3 || !digits(group) {
            return None;
        }
        run.push_str(group);
    }
    Some((run, decimals))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Lang;

    #[test]
    fn a_figure_reads_as_danes_write_it() {
        for (typed, machine) in [
            ("1.234.567,89", "1234567.89"),
            ("1234,5", "1234.5"),
            ("1.234", "1234"),
            ("90 %", "90"),
            ("90\u{a0}%", "90"),
            ("12,5%", "12.5"),
            ("-3", "-3"),
            ("\u{2212}3", "-3"),
            ("- 3", "-3"),
            ("+3", "3"),
            ("1.234,50-", "-1234.5"),
            ("(1.234)", "-1234"),
            ("( 12,5 % )", "-12.5"),
            ("1\u{a0}234\u{a0}567,5", "1234567.5"),
            ("1 234", "1234"),
            (" 0,0500 ", "0.05"),
            ("0,50000", "0.5"),
            (",5", "0.5"),
            ("007", "7"),
            ("1.234,-", "1234"),
        ] {
            assert_eq!(read_figure(typed), Ok(machine.parse().unwrap()), "{typed}");
        }
    }

    #[test]
    fn a_point_is_a_decimal_mark_only_where_it_can_be_nothing_else() {
        for (typed, machine) in
            [("12.5", "12.5"), ("0.125", "0.125"), (".125", "0.125"), ("1234.56", "1234.56"), ("1.2345", "1.2345")]
        {
            assert_eq!(read_figure(typed), Ok(machine.parse().unwrap()), "{typed}");
        }
        for (typed, machine) in [("1,234.50", "1234.5"), ("1,234,567", "1234567"), ("1,234", "1.234")] {
            assert_eq!(read_figure(typed), Ok(machine.parse().unwrap()), "{typed}");
        }
        assert_eq!(read_figure("1234.567"), Err(FigureFault::Unreadable));
    }

    #[test]
    fn what_is_no_number_or_could_be_two_is_refused() {
        for typed in [
            "tolv",
            "1.23.4",
            "1,2,3",
            "1.2,3.4",
            "--3",
            "(-3)",
            "-3-",
            "1.23,5",
            "1 2",
            "1.234 567",
            "12,",
            "-",
            "%",
            "()",
            "1e5",
            "٣",
            "0.123.456",
            "1,234.567,8",
            "90 % %",
            "kr. 5",
        ] {
            assert_eq!(read_figure(typed), Err(FigureFault::Unreadable), "{typed}");
        }
        assert_eq!(read_figure(" \u{a0}"), Err(FigureFault::Empty));
    }

    #[test]
    fn a_figure_has_at_most_four_decimals_and_money_two() {
        assert_eq!(read_figure("0,12345"), Err(FigureFault::TooFine { most: 4 }));
        assert_eq!(read_kroner("0,125"), Err(FigureFault::TooFine { most: 2 }));
        assert_eq!(read_figure("900.000.000.000.000"), Ok(Figure::whole(900_000_000_000_000)));
        assert_eq!(read_figure("999.999.999.999.999"), Err(FigureFault::TooLarge));
        assert_eq!(read_figure(&"9".repeat(60)), Err(FigureFault::TooLarge));
    }

    #[test]
    fn money_reads_with_its_currency_on_either_side() {
        for typed in ["1.234,50 kr.", "1234,5", "kr. 1.234,50", "DKK 1,234.50", "1.234,50kr", "1.234,50 DKK"] {
            assert_eq!(read_kroner(typed), Ok(Ore(123_450)), "{typed}");
        }
        for typed in ["-1.234 kr.", "kr. -1.234,00", "-DKK 1,234.00", "(1.234 kr.)", "1.234- kr."] {
            assert_eq!(read_kroner(typed), Ok(Ore::kroner(-1234)), "{typed}");
        }
        assert_eq!(read_kroner("1.234,-"), Ok(Ore::kroner(1234)));
        assert_eq!(read_kroner("12 %"), Err(FigureFault::Unreadable));
    }

    #[test]
    fn every_fault_has_its_sentence_in_both_languages() {
        for lang in Lang::ALL {
            for fault in [FigureFault::Empty, FigureFault::Unreadable, FigureFault::TooFine { most: 4 }, FigureFault::TooLarge] {
                assert!(!fault.sentence(Speech::new(lang)).contains('⟦'), "{fault:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_panic(any in ".{0,40}", close in "[-+(). ,0-9%kr]{0,30}") {
            let _ = (read_figure(&any), read_kroner(&any), read_figure(&close), read_kroner(&close));
        }
    }
}
