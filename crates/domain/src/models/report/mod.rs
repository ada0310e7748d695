//! What is said about a model: its faults, each with its place underlined, and a summary of a sound one.
//!
//! Written for the person who keeps the model: a process consultant, not a programmer. Danish or English.

mod remedies;
mod summary;
mod wording;

use annotate_snippets::{AnnotationKind, Group, Level as Weight, Renderer, Snippet, normalize_untrusted_str};

use super::fault::{Fault, Faults};

pub use summary::summary;
pub(super) use summary::{day as day_in_words, field_name};

/// The language something is said in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tongue {
    /// Danish: what the command line speaks unless told otherwise.
    #[default]
    Da,
    /// English.
    En,
}

impl Tongue {
    /// The one of the two that is in this language.
    pub fn pick<T>(self, da: T, en: T) -> T {
        match self {
            Self::Da => da,
            Self::En => en,
        }
    }
}

/// Whether the printed faults are coloured.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Colour {
    /// Plain text, fit for a file, a mail or a page.
    #[default]
    None,
    /// ANSI codes, for a terminal.
    Ansi,
}

/// Says it in both languages; only the one that is asked for is put together.
macro_rules! say {
    ($tongue:expr, $da:literal, $en:literal $(,)?) => {
        match $tongue {
            $crate::models::report::Tongue::Da => format!($da),
            $crate::models::report::Tongue::En => format!($en),
        }
    };
}
pub(super) use say;

impl Fault {
    /// What is wrong, in a sentence.
    pub fn says(&self, tongue: Tongue) -> String {
        wording::found(&self.kind, tongue)
    }

    /// What would be right, in a sentence.
    pub fn advises(&self, tongue: Tongue) -> String {
        remedies::advice(&self.kind, tongue)
    }
}

/// Every fault with its file, line and column, the text underlined, what was found and what would be right; and last a
/// line that counts them.
pub fn diagnostics(faults: &Faults, tongue: Tongue, colour: Colour) -> String {
    let renderer = match colour {
        Colour::None => Renderer::plain(),
        Colour::Ansi => Renderer::styled(),
    };
    let mut printed: Vec<String> = faults.list.iter().map(|fault| renderer.render(&[group(fault, faults, tongue)])).collect();
    printed.push(count(faults, tongue));
    printed.join("\n\n") + "\n"
}

fn group<'f>(fault: &'f Fault, faults: &'f Faults, tongue: Tongue) -> Group<'f> {
    let mut source = Snippet::source(faults.text.as_str())
        .path(faults.file_name.as_str())
        .annotation(AnnotationKind::Primary.span(fault.place.span.clone()));
    if let Some(also) = &fault.also {
        let label = tongue.pick("det andet sted", "the other place");
        source = source.annotation(AnnotationKind::Context.span(also.span.clone()).label(label));
    }
    let advice = normalize_untrusted_str(&fault.advises(tongue));
    Weight::ERROR
        .with_name(tongue.pick("fejl", "error"))
        .primary_title(fault.says(tongue))
        .element(source)
        .element(Weight::HELP.with_name(tongue.pick("ret", "mend")).message(advice))
}

fn count(faults: &Faults, tongue: Tongue) -> String {
    let (n, file) = (faults.list.len(), &faults.file_name);
    match n {
        1 => say!(tongue, "{file}: 1 fejl", "{file}: 1 fault"),
        _ => say!(tongue, "{file}: {n} fejl", "{file}: {n} faults"),
    }
}
