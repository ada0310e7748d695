//! Puts the TOML reader's complaints into our own closed set, so that they can be said in Danish too.

use super::reader::Reader;
use crate::models::fault::{FaultKind, SyntaxFault};

/// Notes one complaint at its place.
pub(super) fn note(reader: &Reader<'_>, error: &toml::de::Error) {
    let span = error.span().unwrap_or_else(|| reader.end());
    let place = reader.place(span.clone());
    let kind = match classified(error.message()) {
        Some(SyntaxFault::UnquotedText) if reader.found(&place).trim().is_empty() => FaultKind::Syntax(SyntaxFault::NoValue),
        Some(fault) => FaultKind::Syntax(fault),
        None => FaultKind::DuplicateKey { key: reader.found(&place) },
    };
    reader.fault(span, kind);
}

/// `None` for a key that stands there twice. The messages are those of the TOML reader we build with; one that we do not
/// know is a stray text, which is what remains when nothing more precise can be said.
fn classified(message: &str) -> Option<SyntaxFault> {
    let says = |words: &[&str]| words.iter().any(|w| message.contains(w));
    let fault = match message {
        _ if says(&["duplicate key"]) => return None,
        _ if says(&["recursion", "recurse"]) => SyntaxFault::TooDeep,
        _ if says(&["cannot extend"]) => SyntaxFault::ReachesIntoValue,
        _ if says(&["unclosed array table", "unclosed table", "missing table open", "invalid table"]) => {
            SyntaxFault::UnclosedHeading
        }
        _ if says(&["unclosed array"]) => SyntaxFault::UnclosedList,
        _ if says(&["unclosed inline"]) => SyntaxFault::UnclosedTable,
        _ if says(&["missing comma"]) => SyntaxFault::NoComma,
        _ if says(&["extra comma"]) => SyntaxFault::StrayComma,
        _ if says(&["extra `=`", "extra assignment", "unexpected `=`"]) => SyntaxFault::StrayEquals,
        _ if says(&["key with no value", "missing assignment"]) => SyntaxFault::NoEquals,
        _ if says(&["missing value"]) => SyntaxFault::NoValue,
        _ if says(&["must be quoted", "missing opening quote", "unquoted string"]) => SyntaxFault::UnquotedText,
        _ if says(&["unquoted key", "invalid key", "missing key"]) => SyntaxFault::UnquotedKey,
        _ if says(&["escape", "unicode"]) => SyntaxFault::BadEscape,
        _ if says(&["string"]) => SyntaxFault::UnclosedText,
        _ if says(&["carriage return", "comment character"]) => SyntaxFault::BadCharacter,
        _ if says(&["invalid", "sign", "leading zero", "radix", "prefix", "digits"]) => SyntaxFault::BadValue,
        _ => SyntaxFault::StrayText,
    };
    Some(fault)
}
