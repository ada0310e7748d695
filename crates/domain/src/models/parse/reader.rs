//! The file that is being read: its text, what can be pointed to in it, and the faults noted so far.

use std::{cell::RefCell, collections::BTreeMap, ops::Range};

use crate::models::{
    Key,
    fault::{Entry, Fault, FaultKind, Place},
};

/// Everything the tables share while one file is read: its text, the keys that can be pointed to, and the faults so far.
pub(super) struct Reader<'t> {
    text: &'t str,
    line_starts: Vec<usize>,
    pub known: BTreeMap<Entry, Vec<Key>>,
    faults: RefCell<Vec<Fault>>,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, line_starts, known: BTreeMap::new(), faults: RefCell::default() }
    }

    /// The place of a span. Whatever comes in, what comes out lies inside the text, on character boundaries.
    pub fn place(&self, span: Range<usize>) -> Place {
        let mut start = span.start.min(self.text.len());
        while !self.text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = span.end.clamp(start, self.text.len());
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        let line = self.line_starts.partition_point(|at| *at <= start);
        let begins = self.line_starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.text.get(begins..start).map_or(0, |before| before.chars().count()) + 1;
        Place { span: start..end, line, column }
    }

    pub fn fault(&self, span: Range<usize>, kind: FaultKind) {
        self.note(span, None, kind);
    }

    pub fn fault_also(&self, span: Range<usize>, also: Range<usize>, kind: FaultKind) {
        self.note(span, Some(also), kind);
    }

    fn note(&self, span: Range<usize>, also: Option<Range<usize>>, kind: FaultKind) {
        let place = self.place(span);
        let found = self.found(&place);
        let also = also.map(|span| self.place(span));
        self.faults.borrow_mut().push(Fault { place, also, found, kind });
    }

    /// The text that stands at a place; no more of it than can be shown.
    pub fn found(&self, place: &Place) -> String {
        self.text.get(place.span.clone()).unwrap_or_default().chars().take(200).collect()
    }

    /// The end of what is written: where something missing could be added.
    pub fn end(&self) -> Range<usize> {
        let written = self.text.trim_end();
        let last = written.char_indices().next_back().map_or(0, |(at, _)| at);
        last..written.len()
    }

    pub fn into_faults(self) -> Vec<Fault> {
        self.faults.into_inner()
    }

    pub fn known(&self, entry: Entry) -> &[Key] {
        self.known.get(&entry).map_or(&[], Vec::as_slice)
    }
}

/// The known name that the text most likely means; `None` where nothing is near enough to be worth saying.
pub(super) fn nearest<'k>(text: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    if text.len() > 100 {
        return None; // no name of ours is that long, and the distance would take its time
    }
    let plain = text.trim().to_lowercase().replace(['_', ' '], "-");
    known
        .map(|name| (strsim::damerau_levenshtein(&plain, name), name))
        .filter(|(distance, name)| *distance <= 1.max(name.chars().count().max(plain.chars().count()) / 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}
