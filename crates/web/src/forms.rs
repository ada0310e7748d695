//! Forms: what was typed, kept to the letter, and read into the rules' types with every fault at once.

use axum::http::{HeaderMap, header};
use jiff::civil::Date;
use pejl_kernel::{Figure, Line, Ore, Prose};
use pejl_lang::{Args, Lang, Speech, read};

/// Everything a form sent, in its order, to the letter.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// What stands in a field; "" where it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str()).unwrap_or_default()
    }

    /// Everything chosen in a field that may hold several.
    pub fn all<'t>(&'t self, name: &'t str) -> impl Iterator<Item = &'t str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Whether a checkbox was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// The version the form was opened on; −1, which no row has, where it was tampered with.
    pub fn version(&self) -> i64 {
        self.get("version").parse().unwrap_or(-1)
    }

    /// With a field set: for showing a form filled in beforehand.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }
}

/// Reads the fields of a form. A field that cannot be read is a fault beside it; the others are read on.
pub(crate) struct Reader<'t> {
    typed: &'t Typed,
    t: Speech,
    today: Date,
    pub faults: Faults,
}

/// The faults of a form: the field's name ("" for the whole) and the text. The summary says it after the field's label.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults(pub Vec<(String, String)>);

impl Faults {
    /// The text beside a field; "" where it has no fault.
    pub fn at(&self, field: &str) -> &str {
        self.0.iter().find(|(name, _)| name == field).map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lines of the summary: each begins with the label of its field, where the field has one.
    pub fn summary(&self, t: Speech, label: impl Fn(&str) -> Option<String>) -> Vec<(String, String)> {
        let line = |(name, text): &(String, String)| {
            let said = label(name).map(|label| under_label(t, &label, text));
            (name.clone(), said.unwrap_or_else(|| text.clone()))
        };
        self.0.iter().map(line).collect()
    }

    /// The lines of the summary, from the catalogue's keys of the fields' labels.
    pub fn named(&self, t: &Speech, labels: &[(&str, &str)]) -> Vec<(String, String)> {
        self.summary(*t, |name| labels.iter().find(|(field, _)| *field == name).map(|(_, key)| t.say(key)))
    }
}

/// What is said under a label: `Titel: Feltet skal udfyldes.`
pub(crate) fn under_label(t: Speech, label: &str, said: &str) -> String {
    t.say_with("fault-line", &Args::new().text("label", label).text("fault", said))
}

impl From<Vec<(String, String)>> for Faults {
    fn from(list: Vec<(String, String)>) -> Self {
        Self(list)
    }
}

impl<'t> Reader<'t> {
    pub fn new(typed: &'t Typed, t: Speech, today: Date) -> Self {
        Self { typed, t, today, faults: Faults::default() }
    }

    /// A fault beside a field.
    pub fn fault(&mut self, name: &str, text: String) {
        self.faults.0.push((name.to_owned(), text));
    }

    /// A line that must be there.
    pub fn line<const MOST: usize>(&mut self, name: &str) -> Option<Line<MOST>> {
        match Line::parse(self.typed.get(name)) {
            Ok(line) => Some(line),
            Err(fault) => {
                let text = self.t.text_fault(fault);
                self.fault(name, text);
                None
            }
        }
    }

    /// A line that may be left empty.
    pub fn maybe_line<const MOST: usize>(&mut self, name: &str) -> Option<Line<MOST>> {
        if self.typed.get(name).trim().is_empty() { None } else { self.line(name) }
    }

    /// Text, perhaps none.
    pub fn prose<const MOST: usize>(&mut self, name: &str) -> Prose<MOST> {
        match Prose::parse(self.typed.get(name)) {
            Ok(prose) => prose,
            Err(fault) => {
                let text = self.t.text_fault(fault);
                self.fault(name, text);
                Prose::default()
            }
        }
    }

    /// A date that must be there.
    pub fn date(&mut self, name: &str) -> Option<Date> {
        match read::read_date(self.typed.get(name), self.today) {
            Ok(date) => Some(date),
            Err(fault) => {
                let text = fault.sentence(self.t);
                self.fault(name, text);
                None
            }
        }
    }

    /// A date that may be left empty.
    pub fn maybe_date(&mut self, name: &str) -> Option<Date> {
        if self.typed.get(name).trim().is_empty() { None } else { self.date(name) }
    }

    /// A figure that may be left empty.
    pub fn maybe_figure(&mut self, name: &str) -> Option<Figure> {
        let typed = self.typed.get(name);
        if typed.trim().is_empty() {
            return None;
        }
        match read::read_figure(typed) {
            Ok(figure) => Some(figure),
            Err(fault) => {
                let text = fault.sentence(self.t);
                self.fault(name, text);
                None
            }
        }
    }

    /// An amount in kroner that may be left empty.
    pub fn maybe_kroner(&mut self, name: &str) -> Option<Ore> {
        let typed = self.typed.get(name);
        if typed.trim().is_empty() {
            return None;
        }
        match read::read_kroner(typed) {
            Ok(amount) => Some(amount),
            Err(fault) => {
                let text = fault.sentence(self.t);
                self.fault(name, text);
                None
            }
        }
    }

    /// One of a closed set that must be chosen.
    pub fn chosen<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let chosen = parse(self.typed.get(name));
        if chosen.is_none() {
            let text = self.t.say("fault-choice-empty");
            self.fault(name, text);
        }
        chosen
    }

    /// One of a closed set, or none; what is not in the set is a fault.
    pub fn maybe_chosen<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        if self.typed.get(name).is_empty() { None } else { self.chosen(name, parse) }
    }
}

/// One choice of a select, a radio group or a group of checkboxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub chosen: bool,
}

impl Choice {
    /// A choice without a hint.
    pub fn new(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Self {
        Self { value: value.into(), label: label.into(), hint: String::new(), chosen }
    }
}

/// The name of the cookie that keeps the language of somebody who is not logged in.
pub(crate) const LANGUAGE_COOKIE: &str = "sprog";

/// The language of somebody who is not logged in: what they chose, else what their browser asks for.
pub(crate) fn language(headers: &HeaderMap) -> Lang {
    let cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|c| c.to_str().ok());
    let chosen = cookies
        .flat_map(|c| c.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == LANGUAGE_COOKIE)
        .and_then(|(_, code)| Lang::from_code(code));
    chosen.unwrap_or_else(|| {
        let asked = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        Lang::from_accept_language(asked)
    })
}

/// A text as one part of an address.
pub(crate) fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| match b {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(b).to_string(),
            _ => format!("%{b:02X}"),
        })
        .collect()
}

/// An address to go to after logging in: only inside this installation.
pub(crate) fn safe_path(path: &str) -> Option<&str> {
    (path.starts_with('/') && !path.starts_with("//") && !path.contains('\\') && !path.contains(char::is_control)).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_site_after_logging_in() {
        assert_eq!(safe_path("/silkeborg/kaeden?q=1"), Some("/silkeborg/kaeden?q=1"));
        for elsewhere in ["https://x.example", "//x.example", "/\\x.example", "x", "/a\nb"] {
            assert_eq!(safe_path(elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn an_address_is_encoded_to_the_byte() {
        assert_eq!(encoded("/søg?q=å b"), "/s%C3%B8g%3Fq%3D%C3%A5%20b");
    }
}
