//! What is opened and never closed. To TOML an open brace or list goes on to the end of the file, and everything after it
//! is one long mistake. People see where it should have ended: before the next heading. So that is where we end it.

use std::ops::Range;

use crate::models::fault::SyntaxFault;

/// Something that is not closed before the next heading.
pub(super) struct Runaway {
    /// Where it was opened.
    pub opened: Range<usize>,
    /// What it is.
    pub fault: SyntaxFault,
    /// From the line it was opened on to the next heading: what cannot be read.
    pub lost: Range<usize>,
}

/// Every runaway, at most one between two headings. Only for a text that TOML refuses: in a sound one, a text of several
/// lines may well hold something that looks like a heading.
pub(super) fn runaways(text: &str) -> Vec<Runaway> {
    let mut found = Vec::new();
    let mut open = Open::default();
    let mut begins = 0;
    for line in text.split_inclusive('\n') {
        if is_heading(line) {
            found.extend(std::mem::take(&mut open).ended(begins));
        } else {
            open.read(line, begins);
        }
        begins += line.len();
    }
    found.extend(open.ended(begins));
    found
}

/// The text with what is lost blanked out, so that every place stays where it was.
pub(super) fn without(text: &str, runaways: &[Runaway]) -> String {
    let is_lost = |at: usize| runaways.iter().any(|runaway| runaway.lost.contains(&at));
    let mut kept = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '\n' | '\r' => kept.push(c),
            _ if is_lost(at) => kept.extend(std::iter::repeat_n(' ', c.len_utf8())),
            _ => kept.push(c),
        }
    }
    kept
}

/// `[name]` or `[[name]]`, however it is closed. A list inside a list does not begin with a bare letter.
fn is_heading(line: &str) -> bool {
    let line = line.trim_start();
    let name = line.strip_prefix("[[").or_else(|| line.strip_prefix('['));
    name.is_some_and(|name| name.trim_start().starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// What is open where the reading has come to.
#[derive(Default)]
struct Open {
    /// Brackets: what they are, where they stand, and where their line begins.
    brackets: Vec<(char, usize, usize)>,
    /// A text of several lines: its three quotes, where they stand, and where their line begins.
    text: Option<(&'static str, usize, usize)>,
}

impl Open {
    fn read(&mut self, line: &str, begins: usize) {
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let at = begins + (line.len() - rest.len());
            if let Some((quotes, _, _)) = self.text {
                match rest.find(quotes) {
                    Some(end) => {
                        rest = rest.get(end + quotes.len()..).unwrap_or_default();
                        self.text = None;
                        continue;
                    }
                    None => return,
                }
            }
            let quotes = ["\"\"\"", "'''"].into_iter().find(|quotes| rest.starts_with(quotes));
            if let Some(quotes) = quotes {
                self.text = Some((quotes, at, begins));
                rest = rest.get(3..).unwrap_or_default();
                continue;
            }
            match c {
                '#' => return,
                '"' | '\'' => {
                    rest = after_text(rest, c);
                    continue;
                }
                '[' | '{' => self.brackets.push((c, at, begins)),
                ']' | '}' => {
                    self.brackets.pop();
                }
                _ => {}
            }
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }

    fn ended(self, end: usize) -> Option<Runaway> {
        let (opened, fault, begins) = match (self.brackets.first(), self.text) {
            (Some((bracket, at, begins)), _) => {
                let fault = if *bracket == '[' { SyntaxFault::UnclosedList } else { SyntaxFault::UnclosedTable };
                (*at..at + 1, fault, *begins)
            }
            (None, Some((quotes, at, begins))) => (at..at + quotes.len(), SyntaxFault::UnclosedText, begins),
            (None, None) => return None,
        };
        Some(Runaway { opened, fault, lost: begins..end })
    }
}

/// What follows a text on one line; the text ends with its line, closed or not.
fn after_text(text: &str, quote: char) -> &str {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            _ if c == quote => return text.get(at + 1..).unwrap_or_default(),
            _ => {}
        }
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_is_not_closed_ends_before_the_next_heading() {
        let text = "[a]\nx = [\n  { y = \"]\" },\n\n[b]\nz = 1\n";
        let found = runaways(text);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].opened.clone(), &found[0].fault), (8..9, &SyntaxFault::UnclosedList));
        let kept = without(text, &found);
        assert_eq!(kept.len(), text.len());
        assert_eq!(kept.split_whitespace().collect::<Vec<_>>(), ["[a]", "[b]", "z", "=", "1"]);
    }

    #[test]
    fn brackets_in_texts_and_remarks_are_not_counted() {
        assert!(runaways("x = \"[ \\\" {\" # [\ny = '{'\nz = \"\"\"\n[\n\"\"\"\n").is_empty());
    }
}
