//! How figures, percentages, money and sizes look to people. Rounding is half away from zero throughout.

use std::borrow::Borrow;

use pejl_kernel::{Figure, Ore};

use crate::{Lang, Speech, Whole, icu_formats::decimal};

impl Speech {
    /// With no more decimals than it has: `1.234,5` / `1,234.5`.
    pub fn figure(self, figure: impl Borrow<Figure>) -> String {
        let (digits, decimals) = bare(figure.borrow().stored(), 4);
        decimal(self.lang(), digits, decimals)
    }

    /// With just so many decimals, so that a column lines up: `1.234,50`. At most four are known; more are zeros.
    pub fn figure_fixed(self, figure: impl Borrow<Figure>, decimals: u8) -> String {
        let stored = figure.borrow().stored();
        if decimals <= 4 {
            let step = 10_u64.pow(4 - u32::from(decimals));
            return decimal(self.lang(), rounded(stored, step), decimals);
        }
        let shown = decimal(self.lang(), stored, 4);
        shown + &"0".repeat(usize::from(decimals) - 4)
    }

    /// `12,5 %` / `12.5%`. The space does not break.
    pub fn percent(self, figure: impl Borrow<Figure>) -> String {
        let figure = self.figure(figure);
        match self.lang() {
            Lang::Da => format!("{figure}\u{a0}%"),
            Lang::En => format!("{figure}%"),
        }
    }

    /// `1.234,50 kr.` / `DKK 1,234.50`. The space does not break.
    pub fn kroner(self, amount: impl Borrow<Ore>) -> String {
        self.with_currency(decimal(self.lang(), amount.borrow().0, 2), "")
    }

    /// In whole thousands: `1.235 t.kr.` / `DKK 1,235k`.
    pub fn thousand_kroner(self, amount: impl Borrow<Ore>) -> String {
        let thousands = decimal(self.lang(), rounded(amount.borrow().0, 100_000), 0);
        match self.lang() {
            Lang::Da => self.with_currency(thousands, "t."),
            Lang::En => self.with_currency(thousands, "k"),
        }
    }

    /// A whole number with its thousands marked: `1.234` / `1,234`.
    pub fn count(self, count: impl Whole) -> String {
        decimal(self.lang(), count.whole(), 0)
    }

    /// The size of a file: `512 byte`, `1,2 MB`. A kB is a thousand bytes.
    pub fn bytes(self, size: impl Borrow<u64>) -> String {
        let size = *size.borrow();
        if size < 1000 {
            return self.n("format-bytes", size);
        }
        let units = [("kB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("TB", 1_000_000_000_000_u64)];
        // 999,95 kB would be shown as 1.000 kB: what rounds up to a thousand takes the next unit.
        let fits = |(_, step): &&(&str, u64)| size < step * 1000 - step / 20;
        let (unit, step) = units.iter().find(fits).copied().unwrap_or(("TB", 1_000_000_000_000));
        let tenths = i64::try_from(size.saturating_add(step / 20) / (step / 10)).unwrap_or(i64::MAX);
        let (digits, decimals) = bare(tenths, 1);
        format!("{}\u{a0}{unit}", decimal(self.lang(), digits, decimals))
    }

    /// A figure as it stands in a field for the reader to change, the same in both languages: `-1234,5`. It is the form
    /// that [`read_figure`](crate::read::read_figure) reads; the English `1,234` in a field would be read as 1.234.
    pub fn figure_field(self, figure: impl Borrow<Figure>) -> String {
        figure.borrow().to_string().replace('.', ",")
    }

    /// An amount as it stands in a field, the same in both languages: `1234,50`, and `1234` where there are no øre.
    pub fn kroner_field(self, amount: impl Borrow<Ore>) -> String {
        let ore = amount.borrow().0;
        let (sign, size) = (if ore < 0 { "-" } else { "" }, ore.unsigned_abs());
        match size % 100 {
            0 => format!("{sign}{}", size / 100),
            rest => format!("{sign}{},{rest:02}", size / 100),
        }
    }

    fn with_currency(self, amount: String, scale: &str) -> String {
        match (self.lang(), amount.strip_prefix('-')) {
            (Lang::Da, _) => format!("{amount}\u{a0}{scale}kr."),
            (Lang::En, None) => format!("DKK\u{a0}{amount}{scale}"),
            (Lang::En, Some(size)) => format!("-DKK\u{a0}{size}{scale}"),
        }
    }
}

/// Without the zeros at the end of the decimals: 12500 with 4 is 125 with 2.
fn bare(mut digits: i64, mut decimals: u8) -> (i64, u8) {
    while decimals > 0 && digits % 10 == 0 {
        digits /= 10;
        decimals -= 1;
    }
    (digits, decimals)
}

/// How many whole steps, half a step counting as one more, away from zero.
fn rounded(amount: i64, step: u64) -> i64 {
    let size = (i128::from(amount.unsigned_abs()) + i128::from(step / 2)) / i128::from(step);
    // It never grows beyond the amount itself, so that it always fits.
    i64::try_from(if amount < 0 { -size } else { size }).unwrap_or(amount)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::read::{read_figure, read_kroner};

    const DA: Speech = Speech::new(Lang::Da);
    const EN: Speech = Speech::new(Lang::En);

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    #[test]
    fn a_figure_shows_no_needless_decimals() {
        for (machine, danish, english) in [
            ("1234.5", "1.234,5", "1,234.5"),
            ("-1234567.8901", "-1.234.567,8901", "-1,234,567.8901"),
            ("100", "100", "100"),
            ("0", "0", "0"),
            ("0.05", "0,05", "0.05"),
        ] {
            assert_eq!((DA.figure(figure(machine)), EN.figure(figure(machine))), (danish.into(), english.into()));
        }
    }

    #[test]
    fn a_column_lines_up_and_rounds_half_away_from_zero() {
        assert_eq!(DA.figure_fixed(figure("1234.5"), 2), "1.234,50");
        assert_eq!(DA.figure_fixed(figure("2.5"), 0), "3");
        assert_eq!(DA.figure_fixed(figure("-2.5"), 0), "-3");
        assert_eq!(DA.figure_fixed(figure("-0.04"), 1), "0,0");
        assert_eq!(DA.figure_fixed(figure("1.5"), 6), "1,500000");
    }

    #[test]
    fn a_percentage_has_a_space_that_does_not_break() {
        assert_eq!(DA.percent(figure("12.5")), "12,5\u{a0}%");
        assert_eq!(EN.percent(figure("12.5")), "12.5%");
    }

    #[test]
    fn money_shows_its_ore_and_its_currency() {
        assert_eq!(DA.kroner(Ore(123_450)), "1.234,50\u{a0}kr.");
        assert_eq!(EN.kroner(Ore(-123_450)), "-DKK\u{a0}1,234.50");
        assert_eq!(DA.kroner(Ore(-5)), "-0,05\u{a0}kr.");
        assert_eq!(DA.thousand_kroner(Ore::kroner(1_234_500)), "1.235\u{a0}t.kr.");
        assert_eq!(DA.thousand_kroner(Ore::kroner(-1_234_500)), "-1.235\u{a0}t.kr.");
        assert_eq!(EN.thousand_kroner(Ore::kroner(-499)), "DKK\u{a0}0k");
    }

    #[test]
    fn the_size_of_a_file_takes_the_unit_that_reads_best() {
        for (size, shown) in [(1, "1 byte"), (512, "512 byte"), (1000, "1 kB"), (999_949, "999,9 kB"), (999_950, "1 MB")] {
            assert_eq!(DA.bytes(size).replace('\u{a0}', " "), shown);
        }
        assert_eq!(EN.bytes(1_240_000), "1.2\u{a0}MB");
        assert!(EN.bytes(u64::MAX).ends_with("TB"));
    }

    #[test]
    fn the_largest_and_the_smallest_are_shown_too() {
        for stored in [i64::MIN, i64::MAX] {
            assert_eq!(read_figure(&DA.figure(Figure::from_stored(stored))), Ok(Figure::from_stored(stored)));
            assert_eq!(read_kroner(&DA.kroner(Ore(stored))), Ok(Ore(stored)));
            assert!(!DA.thousand_kroner(Ore(stored)).is_empty());
        }
    }

    proptest! {
        #[test]
        fn a_figure_that_is_shown_reads_back_the_same(stored: i64) {
            let figure = Figure::from_stored(stored);
            prop_assert_eq!(read_figure(&DA.figure(figure)), Ok(figure));
            prop_assert_eq!(read_figure(&DA.percent(figure)), Ok(figure));
            prop_assert_eq!(read_figure(&DA.figure_fixed(figure, 4)), Ok(figure));
            prop_assert_eq!(read_figure(&EN.figure_field(figure)), Ok(figure));
        }

        #[test]
        fn money_that_is_shown_reads_back_the_same_in_both_languages(ore: i64) {
            for speech in [DA, EN] {
                prop_assert_eq!(read_kroner(&speech.kroner(Ore(ore))), Ok(Ore(ore)));
                prop_assert_eq!(read_kroner(&speech.kroner_field(Ore(ore))), Ok(Ore(ore)));
            }
        }

        #[test]
        fn no_size_makes_the_format_panic(size: u64, stored: i64, decimals in 0u8..9) {
            let _ = (DA.bytes(size), DA.figure_fixed(Figure::from_stored(stored), decimals));
        }
    }
}
