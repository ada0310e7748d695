//! What people type into a list's filter: found wherever it stands in a text, large letters or small.

/// What is typed, as the pattern of a LIKE with `ESCAPE '\'`: folded to small letters, and nothing typed is taken for a
/// sign.
pub(crate) fn folded(typed: &str) -> String {
    let mut pattern = String::new();
    for c in typed.trim().chars().flat_map(char::to_lowercase) {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern
}

/// A text in small letters: SQLite knows only the English ones.
macro_rules! small {
    ($text:literal) => {
        concat!("replace(replace(replace(lower(", $text, "), 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å')")
    };
}
pub(crate) use small;
