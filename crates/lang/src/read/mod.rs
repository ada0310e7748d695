//! Reading what people type into a field: dates, figures and money in the forms that Danes use, in either language.
//!
//! English readers type the same forms: a field that read `1,234` in one way for one reader and in another for the next
//! would sooner or later be a thousand times wrong. What could mean two things is refused, not guessed.

mod dates;
mod figures;

pub use dates::{DateFault, read_date};
pub use figures::{FigureFault, read_figure, read_kroner};

/// One kind of space and one kind of minus instead of the many that a keyboard, a spreadsheet or a word processor gives.
fn plain_marks(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{2212}' | '\u{2010}'..='\u{2013}' => '-',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    text.trim().chars().map(plain).collect::<String>().to_lowercase()
}
