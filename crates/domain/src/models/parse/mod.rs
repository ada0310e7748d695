//! Reads a model from TOML and reports every fault at once: broken syntax, unknown names, values of the wrong form, and
//! models that could not be steered by.
//!
//! Three beats: the TOML reader recovers from broken lines and hands on what it could make out; `sections` reads every
//! table, entry by entry, with each reference looked up; `chain` and `year` judge the whole. Nothing stops at the first
//! fault. Faults that are only echoes of a broken line are left out, so that what is printed can all be mended.

mod chain;
mod read;
mod reader;
mod runaway;
mod sections;
mod steering;
mod syntax;
mod texts;
mod values;
mod year;

use std::{borrow::Cow, collections::BTreeMap};

use toml::de::{DeTable, DeValue};

use super::{
    Key, Model,
    fault::{Entry, Fault, FaultKind, Faults, Shape},
};
use read::Table;
use reader::Reader;

/// Reads a model. `file_name` is only for showing where faults are.
///
/// # Errors
/// Every fault in the file, in its order.
pub fn parse(file_name: &str, text: &str) -> Result<Model, Faults> {
    let mut reader = Reader::new(text);
    let mut readable = Cow::Borrowed(text);
    if DeTable::parse(text).is_err() {
        let runaways = runaway::runaways(text);
        for runaway in &runaways {
            reader.fault(runaway.opened.clone(), FaultKind::Syntax(runaway.fault.clone()));
        }
        readable = Cow::Owned(runaway::without(text, &runaways));
    }
    let (root, errors) = DeTable::parse_recoverable(&readable);
    reader.known = known_keys(root.get_ref());
    for error in &errors {
        syntax::note(&reader, error);
    }
    let model = sections::model(&Table::root(&reader, root.get_ref(), sections::TABLES));
    let list = in_order(without_echoes(reader.into_faults(), text));
    match model {
        Some(model) if list.is_empty() => Ok(model),
        _ => Err(Faults { file_name: file_name.to_owned(), text: text.to_owned(), list }),
    }
}

/// Reads a model from a file's bytes.
///
/// # Errors
/// As [`parse`]; and where the bytes are not UTF-8, that alone, at the first byte that is not.
pub fn parse_bytes(file_name: &str, bytes: &[u8]) -> Result<Model, Faults> {
    match std::str::from_utf8(bytes) {
        Ok(text) => parse(file_name, text),
        Err(error) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let at = error.valid_up_to();
            let reader = Reader::new(&text);
            reader.fault(at..at + '\u{fffd}'.len_utf8(), FaultKind::NotUtf8);
            let list = reader.into_faults();
            Err(Faults { file_name: file_name.to_owned(), text, list })
        }
    }
}

/// The keys that entries may point to, collected before anything is read, so that a reference may stand before what it
/// points to, and so that one bad entry does not make every reference to it bad.
fn known_keys(root: &DeTable<'_>) -> BTreeMap<Entry, Vec<Key>> {
    let keys_of = |entry: Entry| -> Vec<Key> {
        let list = root.get(entry.table()).and_then(|value| value.get_ref().as_array());
        let items = list.map(|items| items.iter()).into_iter().flatten();
        let key = |item: &DeValue<'_>| item.as_table()?.get("key")?.get_ref().as_str().and_then(Key::parse);
        let mut keys: Vec<Key> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        keys.extend(items.filter_map(|item| key(item.get_ref())).filter(|key| seen.insert(key.clone())));
        keys
    };
    Entry::ALL.into_iter().map(|entry| (entry, keys_of(entry))).collect()
}

/// Some mistakes make others: where lines are broken, what stands on them is missing elsewhere; where a key is bad, nothing
/// can point to it. Such echoes would send people looking for a second mistake that is not there.
fn without_echoes(faults: Vec<Fault>, text: &str) -> Vec<Fault> {
    let is_broken = |fault: &Fault| matches!(fault.kind, FaultKind::Syntax(_) | FaultKind::DuplicateKey { .. });
    let broken: Vec<usize> = faults.iter().filter(|f| is_broken(f)).map(|f| f.place.line).collect();
    let headings: Vec<usize> =
        text.lines().enumerate().filter(|(_, l)| l.trim_start().starts_with('[')).map(|(at, _)| at + 1).collect();
    let block = |line: usize| headings.partition_point(|heading| *heading <= line);
    let broken_blocks: Vec<usize> = broken.iter().map(|line| block(*line)).collect();
    let has = |is: &dyn Fn(&Fault) -> bool| faults.iter().any(is);

    let is_echo = |fault: &Fault| match &fault.kind {
        // `[level]` for `[[level]]`: to TOML the table is also there twice.
        FaultKind::DuplicateKey { key: twice } => {
            has(&|f| matches!(&f.kind, FaultKind::WrongShape { key, meant: Shape::Tables, .. } if key == twice))
        }
        FaultKind::Syntax(_) => false,
        FaultKind::UnknownReference { entry, key, .. } => {
            let quoted = format!("\"{key}\"");
            has(&|f| match &f.kind {
                FaultKind::BadKey { suggestion } => f.found == quoted || suggestion.as_deref() == Some(key.as_str()),
                FaultKind::MissingKey { key: "key", table } => *table == entry.table(),
                FaultKind::WrongShape { key, meant: Shape::Tables, .. } => key == entry.table(),
                _ => false,
            }) || (!broken.is_empty() && (broken.contains(&fault.place.line) || is_named(key, text)))
        }
        // A heading of the wrong shape says itself what it should be.
        FaultKind::WrongShape { meant: Shape::Tables, .. } => false,
        _ if broken.contains(&fault.place.line) => true,
        kind if leans_on_the_whole(kind) => !broken.is_empty(),
        FaultKind::MissingKey { .. }
        | FaultKind::MissingDanish { .. }
        | FaultKind::EmptyText { .. }
        | FaultKind::EmptyList { .. }
        | FaultKind::ElementWithoutLevels { .. }
        | FaultKind::UnknownKey { .. } => broken_blocks.contains(&block(fault.place.line)),
        _ => false,
    };
    let echoes: Vec<bool> = faults.iter().map(is_echo).collect();
    faults.into_iter().zip(echoes).filter(|(_, is_echo)| !is_echo).map(|(fault, _)| fault).collect()
}

/// Whether some line gives an entry this key, though the line or its heading could not be read.
fn is_named(key: &str, text: &str) -> bool {
    let quoted = format!("\"{key}\"");
    text.lines().any(|line| line.trim_start().starts_with("key") && line.contains(&quoted))
}

/// Whether a fault can come from something that is missing anywhere in the file.
fn leans_on_the_whole(kind: &FaultKind) -> bool {
    matches!(
        kind,
        FaultKind::MissingTable { .. }
            | FaultKind::LevelWithoutParent { .. }
            | FaultKind::SecondTop { .. }
            | FaultKind::TopIsNotCouncil { .. }
            | FaultKind::LevelOutOfOrder { .. }
            | FaultKind::NeverAdopted { .. }
            | FaultKind::TiedToNothing { .. }
            | FaultKind::ServedByNothing { .. }
            | FaultKind::CountedWithinNothing { .. }
            | FaultKind::FieldWithoutElement { .. }
            | FaultKind::PartiesDoNotTouch { .. }
            | FaultKind::ApprovesFromBelow { .. }
    )
}

fn in_order(mut faults: Vec<Fault>) -> Vec<Fault> {
    faults.sort_by_key(|fault| (fault.place.span.start, fault.place.span.end));
    faults.dedup_by(|b, a| a.place == b.place && a.kind == b.kind);
    faults
}
