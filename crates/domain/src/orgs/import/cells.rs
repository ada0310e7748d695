//! One row's cells, read into the rules' types; a cell that cannot be read is a fault, and the others are read on.

use std::collections::HashMap;

use jiff::civil::Date;
use pejl_kernel::{Line, TextFault};

use super::columns::Columns;
use super::{Column, Fault, read_date};
use crate::models::{Key, Model, Word};
use crate::orgs::UnitFunction;
use crate::sentence::Sentence;

/// The words of a model that a cell may hold: each key, and each form of its word in both languages.
pub(super) struct Vocabulary {
    levels: HashMap<String, Key>,
    kinds: HashMap<String, Key>,
}

impl Vocabulary {
    pub fn of(model: &Model) -> Self {
        let mut kinds = HashMap::new();
        model.unit_kinds.iter().for_each(|kind| spell(&mut kinds, &kind.key, &kind.word));
        let mut levels = HashMap::new();
        model.levels.iter().for_each(|level| spell(&mut levels, &level.key, &level.word));
        Self { levels, kinds }
    }
}

/// A word that two entries share belongs to the first; a key always to its own.
fn spell(spellings: &mut HashMap<String, Key>, key: &Key, word: &Word) {
    spellings.insert(key.to_string(), key.clone());
    for forms in [&word.da, &word.en] {
        for form in [&forms.singular, &forms.plural, &forms.definite] {
            spellings.entry(form.to_lowercase()).or_insert_with(|| key.clone());
        }
    }
}

/// Reads the cells of one row.
pub(super) struct Cells<'r> {
    pub columns: &'r Columns,
    pub cells: &'r [String],
    pub line: usize,
    pub faults: Vec<Fault>,
}

impl<'r> Cells<'r> {
    pub fn new(columns: &'r Columns, line: usize, cells: &'r [String]) -> Self {
        Self { columns, cells, line, faults: Vec::new() }
    }

    /// What stands in a column: `None` where the file has no such column.
    pub fn get(&self, column: Column) -> Option<&'r str> {
        self.columns.cell(self.cells, column)
    }

    /// What stands in a column, where anything does.
    pub fn filled(&self, column: Column) -> Option<&'r str> {
        self.get(column).filter(|text| !text.is_empty())
    }

    pub fn fault(&mut self, column: Column, sentence: Sentence) {
        self.faults.push(Fault {
            line: self.line,
            column: self.columns.name(column),
            found: self.get(column).unwrap_or_default().to_owned(),
            sentence,
        });
    }

    pub fn line<const MOST: usize>(&mut self, column: Column) -> Option<Line<MOST>> {
        match Line::parse(self.get(column).unwrap_or_default()) {
            Ok(line) => Some(line),
            Err(TextFault::Empty) => {
                self.fault(column, Sentence::new("import-fault-empty"));
                None
            }
            Err(TextFault::TooLong { most }) => {
                self.fault(column, Sentence::new("import-fault-too-long").count("most", most));
                None
            }
        }
    }

    /// The level a cell names. `None`, with a fault, where the model has none such.
    pub fn level(&mut self, words: &Vocabulary) -> Option<Key> {
        let found = self.get(Column::Level).unwrap_or_default();
        self.one_of(Column::Level, found, &words.levels, "import-fault-level-unknown", "import-fault-level-none-near")
    }

    /// The kind a cell names. `None`, with a fault, where the model has none such.
    pub fn kind(&mut self, words: &Vocabulary) -> Option<Key> {
        let found = self.get(Column::Kind).unwrap_or_default();
        if words.kinds.is_empty() {
            self.fault(Column::Kind, Sentence::new("import-fault-no-kinds").text("found", found));
            return None;
        }
        self.one_of(Column::Kind, found, &words.kinds, "import-fault-kind-unknown", "import-fault-kind-none-near")
    }

    fn one_of(&mut self, column: Column, found: &str, words: &HashMap<String, Key>, near: &str, far: &str) -> Option<Key> {
        let small = found.to_lowercase();
        if let Some(key) = words.get(&small) {
            return Some(key.clone());
        }
        let sentence = match nearest(&small, words) {
            Some(word) => Sentence::new(near).text("found", found).text("suggestion", word),
            None => Sentence::new(far).text("found", found).text("known", known(words)),
        };
        self.fault(column, sentence);
        None
    }

    pub fn function(&mut self) -> Option<UnitFunction> {
        let found = self.get(Column::Function).unwrap_or_default();
        match found.to_lowercase().as_str() {
            "service" | "kerneopgave" | "borgerrettet" | "borger- eller virksomhedsrettet" => Some(UnitFunction::Service),
            "support" | "støtte" | "stab" | "støtte og stab" | "stab og støtte" => Some(UnitFunction::Support),
            _ => {
                self.fault(Column::Function, Sentence::new("import-fault-function").text("found", found));
                None
            }
        }
    }

    /// The day a filled cell holds. `None`, with a fault, where it is none.
    pub fn day(&mut self, column: Column) -> Option<Date> {
        let found = self.get(column).unwrap_or_default();
        match read_date(found) {
            Some(day) if (1900..2200).contains(&day.year()) || super::dates::never_comes(day) => Some(day),
            Some(_) | None => {
                self.fault(column, Sentence::new("import-fault-date").text("found", found));
                None
            }
        }
    }
}

/// The nearest spelling, where one is near enough to have been meant.
fn nearest(found: &str, words: &HashMap<String, Key>) -> Option<String> {
    let likeness = |word: &str| strsim::jaro_winkler(found, word);
    let mut near: Vec<(&String, f64)> = words.keys().map(|w| (w, likeness(w))).filter(|(_, l)| *l >= 0.82).collect();
    near.sort_by(|(a, x), (b, y)| y.total_cmp(x).then_with(|| a.cmp(b)));
    near.first().map(|(word, _)| (*word).clone())
}

/// The keys there are.
fn known(words: &HashMap<String, Key>) -> String {
    let mut keys: Vec<&str> = words.values().map(Key::as_str).collect();
    keys.sort_unstable();
    keys.dedup();
    keys.join(", ")
}

/// A number as people say it: `E-12`, `e-12`.
pub(super) fn spoken_number(text: &str) -> Option<i64> {
    let digits = text.strip_prefix("E-").or_else(|| text.strip_prefix("e-"))?;
    bare_number(digits)
}

/// A number alone.
pub(super) fn bare_number(text: &str) -> Option<i64> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}
