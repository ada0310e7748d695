//! Unicode's formats for the two languages, read once per thread: their data may not be shared between threads.
//!
//! The data is built in, so that reading it does not fail; where it should fail all the same, the callers fall back on
//! the machine's form rather than bring a page down.

use std::{cmp::Ordering, sync::LazyLock};

use icu::{
    collator::{Collator, CollatorBorrowed, options::CollatorOptions},
    datetime::{DateTimeFormatter, fieldsets},
    decimal::{DecimalFormatter, input::Decimal},
    list::{ListFormatter, options::ListFormatterOptions},
    locale::{Locale, locale},
};

use crate::Lang;

pub(crate) struct Formats {
    pub(crate) decimal: DecimalFormatter,
    pub(crate) long: DateTimeFormatter<fieldsets::YMD>,
    pub(crate) medium: DateTimeFormatter<fieldsets::YMD>,
    pub(crate) short: DateTimeFormatter<fieldsets::YMD>,
    pub(crate) day_month: DateTimeFormatter<fieldsets::MD>,
    pub(crate) weekday: DateTimeFormatter<fieldsets::E>,
    pub(crate) time: DateTimeFormatter<fieldsets::T>,
    pub(crate) list: ListFormatter,
}

thread_local! {
    static DANISH: Option<Formats> = Formats::read(&locale!("da"));
    static ENGLISH: Option<Formats> = Formats::read(&locale!("en-GB"));
}

static DANISH_ORDER: LazyLock<Option<CollatorBorrowed<'static>>> =
    LazyLock::new(|| Collator::try_new(locale!("da").into(), CollatorOptions::default()).ok());

impl Formats {
    fn read(locale: &Locale) -> Option<Self> {
        Some(Self {
            decimal: DecimalFormatter::try_new(locale.into(), Default::default()).ok()?,
            long: DateTimeFormatter::try_new(locale.into(), fieldsets::YMD::long()).ok()?,
            medium: DateTimeFormatter::try_new(locale.into(), fieldsets::YMD::medium()).ok()?,
            short: DateTimeFormatter::try_new(locale.into(), fieldsets::YMD::short()).ok()?,
            day_month: DateTimeFormatter::try_new(locale.into(), fieldsets::MD::long()).ok()?,
            weekday: DateTimeFormatter::try_new(locale.into(), fieldsets::E::long()).ok()?,
            time: DateTimeFormatter::try_new(locale.into(), fieldsets::T::hm()).ok()?,
            list: ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default()).ok()?,
        })
    }
}

/// Formats by the language's rules, or `None` without them.
pub(crate) fn by_rules<R>(lang: Lang, format: impl FnOnce(&Formats) -> R) -> Option<R> {
    let rules = match lang {
        Lang::Da => &DANISH,
        Lang::En => &ENGLISH,
    };
    rules.try_with(|formats| formats.as_ref().map(format)).ok().flatten()
}

/// `digits` with the last `decimals` of them after the decimal mark: 12345 with 2 is `123,45`.
pub(crate) fn decimal(lang: Lang, digits: i64, decimals: u8) -> String {
    let mut number = Decimal::from(digits);
    number.multiply_pow10(-i16::from(decimals));
    number.pad_end(-i16::from(decimals));
    by_rules(lang, |formats| formats.decimal.format(&number).to_string()).unwrap_or_else(|| number.to_string())
}

/// Danish alphabetical order.
pub(crate) fn danish_order(a: &str, b: &str) -> Ordering {
    match &*DANISH_ORDER {
        Some(order) => order.compare(a, b),
        None => a.cmp(b),
    }
}
