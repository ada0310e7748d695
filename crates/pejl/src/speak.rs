//! What the command line says: results on standard output, complaints on standard error.

use std::fmt::Display;
use std::io::{IsTerminal as _, Write as _};

use anyhow::{Error, anyhow};
use pejl_app::{Ending, Place};
use pejl_domain::models::report::Colour;
use pejl_lang::Lang;

/// Says a result. A reader that has gone away (`pejl … | head`) is no fault of ours.
pub(crate) fn say(line: impl Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Complains.
pub(crate) fn complain(line: impl Display) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Whether complaints may be coloured: at a terminal, unless the reader asked for none (no-color.org).
pub(crate) fn colour() -> Colour {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    if std::io::stderr().is_terminal() && !plain { Colour::Ansi } else { Colour::None }
}

/// An ending other than done, in words for the command line.
pub(crate) fn ending(place: &Place, ending: Ending) -> Error {
    let words = |sentence| pejl_web::in_words(&place.model, Lang::En, sentence);
    match ending {
        Ending::NotFound => anyhow!("There is no such thing in {}.", place.municipality.name),
        Ending::Denied(denied) => anyhow!(words(&denied.sentence)),
        Ending::Refused(refused) => {
            anyhow!(refused.reasons.iter().map(|r| words(&r.sentence)).collect::<Vec<_>>().join("\n"))
        }
        Ending::Conflict => anyhow!("Somebody else saved it in the meantime. Run the command once more."),
        Ending::Fault(fault) => fault.into(),
    }
}
