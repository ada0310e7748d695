//! Reading values out of TOML tables: each getter either gives a sound value or notes what is wrong with it, and never
//! stops the reading. Knows the shapes of the language, not its meaning.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{
    reader::{Reader, nearest},
    values,
};
use crate::models::{
    Key, YearDay,
    fault::{Entry, FaultKind, Shape},
    names::Named,
};
use pejl_kernel::Years;

/// How long a name may be, in characters.
pub(super) const NAME: usize = 120;
/// How long an explanation, a purpose or a rule may be, in characters.
pub(super) const PROSE: usize = 2_000;

/// A value and where it stands.
#[derive(Clone)]
pub(super) struct At<T> {
    pub it: T,
    pub span: Range<usize>,
}

/// A table in the file.
#[derive(Clone, Copy)]
pub(super) struct Table<'t> {
    reader: &'t Reader<'t>,
    table: &'t DeTable<'t>,
    name: &'static str,
    known: &'static [&'static str],
    heading: (usize, usize),
}

impl<'t> Table<'t> {
    /// The root of the file: `known` are the tables it may hold.
    pub fn root(reader: &'t Reader<'t>, table: &'t DeTable<'t>, known: &'static [&'static str]) -> Self {
        for (key, value) in table.iter() {
            let name = key.get_ref().as_ref();
            if known.contains(&name) {
                continue;
            }
            let kind = if matches!(value.get_ref(), DeValue::Table(_) | DeValue::Array(_)) {
                let nearest = nearest(name, known.iter().copied());
                FaultKind::UnknownTable { table: name.to_owned(), nearest, known }
            } else {
                FaultKind::KeyOutsideTable { key: name.to_owned() }
            };
            reader.fault(key.span(), kind);
        }
        let end = reader.end();
        Self { reader, table, name: "", known, heading: (end.start, end.end) }
    }

    fn open(self, key: &str, value: &'t Spanned<DeValue<'t>>, name: &'static str, known: &'static [&'static str]) -> Option<Self> {
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_shape(key, value, Shape::Table);
            return None;
        };
        let opened = Self { table, name, known, heading: (value.span().start, value.span().end), ..self };
        for (key, _) in table.iter() {
            let text = key.get_ref().as_ref();
            if !known.contains(&text) {
                let nearest = nearest(text, known.iter().copied());
                let kind = FaultKind::UnknownKey { key: text.to_owned(), table: name, nearest, known };
                self.reader.fault(key.span(), kind);
            }
        }
        Some(opened)
    }

    fn wrong_shape(&self, key: &str, value: &Spanned<DeValue<'_>>, meant: Shape) {
        let found = shape(value.get_ref());
        let kind = FaultKind::WrongShape { key: key.to_owned(), meant, found };
        self.reader.fault(value.span(), kind);
    }

    pub fn fault(&self, span: Range<usize>, kind: FaultKind) {
        self.reader.fault(span, kind);
    }

    pub fn fault_also(&self, span: Range<usize>, also: Range<usize>, kind: FaultKind) {
        self.reader.fault_also(span, also, kind);
    }

    /// What the table is called in the file.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The heading of the table.
    pub fn heading(&self) -> Range<usize> {
        self.heading.0..self.heading.1
    }

    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The value of a key, else the heading: where a fault about the key is shown.
    pub fn place(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or_else(|| self.heading(), Spanned::span)
    }

    /// One item of a list, else the list, else the heading.
    pub fn item_place(&self, key: &str, item: &str) -> Range<usize> {
        let list = self.table.get(key).and_then(|v| v.get_ref().as_array());
        let here = list.and_then(|items| items.iter().find(|v| v.get_ref().as_str() == Some(item)));
        here.map_or_else(|| self.place(key), Spanned::span)
    }

    /// The keys of the table with their places, in the order of the file.
    pub fn keys(&self) -> Vec<At<&'t str>> {
        let mut keys: Vec<_> = self.table.keys().map(|key| At { it: key.get_ref().as_ref(), span: key.span() }).collect();
        keys.sort_by_key(|key| key.span.start);
        keys
    }

    /// Whether the key stands there with another spelling, which is noted already.
    pub fn has_misspelt(&self, key: &str) -> bool {
        let unknown = |name: &&str| !self.known.contains(name);
        let mut names = self.table.keys().map(|name| name.get_ref().as_ref()).filter(unknown);
        !self.has(key) && names.any(|name| nearest(name, self.known.iter().copied()) == Some(key))
    }

    pub fn missing(&self, key: &'static str) {
        if self.has_misspelt(key) {
            return;
        }
        let kind = FaultKind::MissingKey { key, table: self.name };
        self.reader.fault(self.heading(), kind);
    }

    /// A single table. Missing: `None`, and no fault.
    pub fn table(&self, key: &'static str, known: &'static [&'static str]) -> Option<Self> {
        self.open(key, self.table.get(key)?, key, known)
    }

    /// A single table that is read key by key, whatever its keys.
    pub fn free_table(&self, key: &'static str) -> Option<Self> {
        let value = self.table.get(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_shape(key, value, Shape::Table);
            return None;
        };
        Some(Self { table, name: key, known: &[], heading: (value.span().start, value.span().end), ..*self })
    }

    /// One table in a [`Table::free_table`].
    pub fn named_table(&self, key: &str, name: &'static str, known: &'static [&'static str]) -> Option<Self> {
        self.open(key, self.table.get(key)?, name, known)
    }

    /// A list of tables. Missing: empty, and no fault.
    pub fn tables(&self, key: &'static str, known: &'static [&'static str]) -> Vec<Self> {
        match self.table.get(key).map(|value| (value, value.get_ref())) {
            None => Vec::new(),
            Some((_, DeValue::Array(items))) => items.iter().filter_map(|v| self.open(key, v, key, known)).collect(),
            Some((value, _)) => {
                self.wrong_shape(key, value, Shape::Tables);
                Vec::new()
            }
        }
    }

    /// A text as it stands, untrimmed, unchecked.
    pub fn raw(&self, key: &str) -> Option<At<&'t str>> {
        let value = self.table.get(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(At { it: text.as_ref(), span: value.span() }),
            _ => {
                self.wrong_shape(key, value, Shape::Text);
                None
            }
        }
    }

    /// A text that must be there.
    pub fn must(&self, key: &'static str) -> Option<At<&'t str>> {
        if !self.has(key) {
            self.missing(key);
        }
        self.raw(key)
    }

    /// A text that says something and is not longer than `most` characters. Missing: `None`, and no fault.
    pub fn line(&self, key: &str, most: usize) -> Option<String> {
        let At { it, span } = self.raw(key)?;
        let text = it.trim();
        let length = text.chars().count();
        if length == 0 {
            self.fault(span, FaultKind::EmptyText { key: key.to_owned() });
            return None;
        }
        if length > most {
            self.fault(span, FaultKind::TooLong { key: key.to_owned(), most, length });
        }
        Some(text.to_owned())
    }

    /// As [`Table::line`], and it must be there. Answers an empty text where it is not, for reading on.
    pub fn must_line(&self, key: &'static str, most: usize) -> String {
        if !self.has(key) {
            self.missing(key);
        }
        self.line(key, most).unwrap_or_default()
    }

    pub fn yes_no(&self, key: &str) -> Option<bool> {
        let value = self.table.get(key)?;
        match value.get_ref() {
            DeValue::Boolean(yes) => Some(*yes),
            _ => {
                self.wrong_shape(key, value, Shape::YesNo);
                None
            }
        }
    }

    pub fn number(&self, key: &str, least: i64, most: i64) -> Option<i64> {
        let value = self.table.get(key)?;
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_shape(key, value, Shape::Number);
            return None;
        };
        let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
        let fits = number.filter(|n| (least..=most).contains(n));
        if fits.is_none() {
            self.fault(value.span(), FaultKind::NumberOutOfRange { key: key.to_owned(), least, most });
        }
        fits
    }

    /// A list of whole numbers. Missing: empty, and no fault.
    pub fn numbers(&self, key: &str) -> Vec<At<i64>> {
        let items = self.list(key);
        let mut numbers = Vec::new();
        for value in items {
            match value.get_ref() {
                DeValue::Integer(n) => match i64::from_str_radix(n.as_str(), n.radix()) {
                    Ok(it) => numbers.push(At { it, span: value.span() }),
                    Err(_) => self
                        .fault(value.span(), FaultKind::NumberOutOfRange { key: key.to_owned(), least: i64::MIN, most: i64::MAX }),
                },
                _ => self.wrong_shape(key, value, Shape::Number),
            }
        }
        numbers
    }

    fn list(&self, key: &str) -> &'t [Spanned<DeValue<'t>>] {
        match self.table.get(key).map(|value| (value, value.get_ref())) {
            None => &[],
            Some((_, DeValue::Array(items))) => items,
            Some((value, _)) => {
                self.wrong_shape(key, value, Shape::List);
                &[]
            }
        }
    }

    /// Whether the key is missing or its list has nothing in it.
    pub fn is_without(&self, key: &str) -> bool {
        let is_empty = |value: &Spanned<DeValue<'_>>| value.get_ref().as_array().is_some_and(|items| items.is_empty());
        self.table.get(key).map_or_else(|| !self.has_misspelt(key), is_empty)
    }

    /// A list of texts, each there once. Missing: empty, and no fault.
    pub fn texts(&self, key: &str) -> Vec<At<&'t str>> {
        let mut texts: Vec<At<&'t str>> = Vec::new();
        for value in self.list(key) {
            match value.get_ref() {
                DeValue::String(text) => {
                    let here = At { it: text.as_ref(), span: value.span() };
                    match texts.iter().find(|t| t.it == here.it) {
                        Some(first) => {
                            self.fault_also(here.span, first.span.clone(), FaultKind::ListedTwice { value: here.it.to_owned() })
                        }
                        None => texts.push(here),
                    }
                }
                _ => self.wrong_shape(key, value, Shape::Text),
            }
        }
        texts
    }

    /// A word out of a closed set. Missing: `None`, and no fault.
    pub fn choice<T: Named>(&self, key: &str) -> Option<T> {
        self.chosen(key, &self.raw(key)?)
    }

    /// A word out of a closed set that must be there.
    pub fn must_choice<T: Named>(&self, key: &'static str) -> Option<T> {
        self.chosen(key, &self.must(key)?)
    }

    /// A list of words out of a closed set.
    pub fn choices<T: Named>(&self, key: &str) -> Vec<T> {
        self.texts(key).iter().filter_map(|text| self.chosen(key, text)).collect()
    }

    fn chosen<T: Named>(&self, key: &str, text: &At<&str>) -> Option<T> {
        let chosen = T::all().iter().copied().find(|one| one.text() == text.it);
        if chosen.is_none() {
            let known: Vec<&'static str> = T::all().iter().map(|one| one.text()).collect();
            let nearest = nearest(text.it, known.iter().copied());
            self.fault(text.span.clone(), FaultKind::UnknownChoice { key: key.to_owned(), nearest, known });
        }
        chosen
    }

    /// A key that points to another entry. Missing: `None`, and no fault.
    pub fn reference(&self, key: &str, entry: Entry) -> Option<Key> {
        self.pointed(&self.raw(key)?, entry)
    }

    /// A key that points to another entry and must be there.
    pub fn must_reference(&self, key: &'static str, entry: Entry) -> Option<Key> {
        self.pointed(&self.must(key)?, entry)
    }

    /// A list of keys that point to other entries.
    pub fn references(&self, key: &str, entry: Entry) -> Vec<Key> {
        self.texts(key).iter().filter_map(|text| self.pointed(text, entry)).collect()
    }

    fn pointed(&self, text: &At<&str>, entry: Entry) -> Option<Key> {
        let known = self.reader.known(entry);
        let here = known.iter().find(|key| key.as_str() == text.it).cloned();
        if here.is_none() {
            let near = nearest(text.it, known.iter().map(Key::as_str)).and_then(Key::parse);
            let few = known.iter().take(40).cloned().collect(); // more than anyone reads
            self.fault(
                text.span.clone(),
                FaultKind::UnknownReference { entry, key: text.it.to_owned(), nearest: near, known: few },
            );
        }
        here
    }

    /// The key of an entry itself: its form only.
    pub fn own_key(&self) -> Option<At<Key>> {
        let At { it, span } = self.must("key")?;
        match Key::parse(it) {
            Some(key) => Some(At { it: key, span }),
            None => {
                self.fault(span, FaultKind::BadKey { suggestion: values::as_key(it) });
                None
            }
        }
    }

    /// A value in a text, read by one of [`values`]' functions. Missing: `None`, and no fault.
    fn value<T>(&self, key: &str, read: impl FnOnce(&str) -> Result<T, FaultKind>) -> Option<T> {
        let At { it, span } = self.raw(key)?;
        read(it).map_err(|kind| self.fault(span, kind)).ok()
    }

    pub fn years(&self, key: &'static str) -> Option<Years> {
        if !self.has(key) {
            self.missing(key);
        }
        self.value(key, values::years)
    }

    pub fn range(&self, key: &str, least: u32, most: u32) -> Option<(u32, u32)> {
        self.value(key, |text| values::range(text, least, most))
    }

    pub fn day(&self, key: &'static str) -> Option<YearDay> {
        if !self.has(key) {
            self.missing(key);
        }
        self.value(key, values::day)
    }
}

fn shape(value: &DeValue<'_>) -> Shape {
    match value {
        DeValue::String(_) => Shape::Text,
        DeValue::Integer(_) => Shape::Number,
        DeValue::Float(_) => Shape::Decimal,
        DeValue::Boolean(_) => Shape::YesNo,
        DeValue::Datetime(_) => Shape::Date,
        DeValue::Array(_) => Shape::List,
        DeValue::Table(_) => Shape::Table,
    }
}
