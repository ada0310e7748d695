//! Why a demonstration could not be entered: which file, which entry, and what would be right.

use std::path::{Path, PathBuf};

use pejl_domain::models::fault::Faults;
use pejl_domain::{Arg, Refused};
use pejl_store::Fault;
use thiserror::Error;

use crate::ending::Ending;

/// Why a demonstration could not be entered.
#[derive(Debug, Error)]
pub enum NotImported {
    /// A file or folder cannot be read.
    #[error("{}: {cause}", file.display())]
    Unreadable {
        /// Which.
        file: PathBuf,
        /// Why.
        #[source]
        cause: std::io::Error,
    },
    /// A file is not in the format; the cause names line, column and what was expected.
    #[error("{}: {cause}", file.display())]
    Malformed {
        /// Which.
        file: PathBuf,
        /// What is wrong where.
        #[source]
        cause: Box<toml::de::Error>,
    },
    /// The model has faults.
    #[error("{}: the model has faults; `pejl model check` shows them", file.display())]
    Model {
        /// Which file.
        file: PathBuf,
        /// The faults.
        faults: Faults,
    },
    /// An entry names what is not there, or leaves out what it needs.
    #[error("{}, {entry}: {right}", file.display())]
    Entry {
        /// In which file.
        file: PathBuf,
        /// Which entry: `[[element]] flere-indbyggere`.
        entry: String,
        /// What is wrong and what would be right.
        right: String,
    },
    /// A deed that an entry asks for did not come about.
    #[error("{}, {entry}: {deed}: {}", file.display(), said(ending))]
    Deed {
        /// In which file.
        file: PathBuf,
        /// Which entry.
        entry: String,
        /// What was being done.
        deed: &'static str,
        /// How it ended.
        ending: Box<Ending>,
    },
    /// The database, or hashing the password.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl NotImported {
    pub(super) fn entry(file: &Path, entry: impl Into<String>, right: impl Into<String>) -> Self {
        Self::Entry { file: file.to_owned(), entry: entry.into(), right: right.into() }
    }

    pub(super) fn deed(file: &Path, entry: impl Into<String>, deed: &'static str, ending: Ending) -> Self {
        Self::Deed { file: file.to_owned(), entry: entry.into(), deed, ending: Box::new(ending) }
    }
}

/// How a deed ended, for whoever writes the files: the keys of the sentences say what the rule asks for.
fn said(ending: &Ending) -> String {
    match ending {
        Ending::NotFound => "something it names is not there, or is not seen by whoever does it".to_owned(),
        Ending::Denied(denied) => format!("whoever does it may not ({})", denied.sentence.key),
        Ending::Refused(refused) => reasons(refused),
        Ending::Conflict => "it was done already".to_owned(),
        Ending::Fault(fault) => fault.to_string(),
    }
}

fn reasons(refused: &Refused) -> String {
    let reason = |r: &pejl_domain::Reason| {
        let texts = r.sentence.args.iter().filter_map(|(name, arg)| match arg {
            Arg::Text(text) => Some(format!("{name}: {text}")),
            Arg::Element(key, _) | Arg::Level(key) | Arg::Agreement(key) | Arg::Theme(key) => Some(format!("{name}: {key}")),
            Arg::Word(word) => Some(format!("{name}: {word}")),
            Arg::Both { da, .. } => Some(format!("{name}: {da}")),
            Arg::Date(day) => Some(format!("{name}: {day}")),
            Arg::Count(count) => Some(format!("{name}: {count}")),
            Arg::Figure(figure) => Some(format!("{name}: {figure}")),
            Arg::Noun(_) => None,
        });
        let texts: Vec<String> = texts.collect();
        if texts.is_empty() { r.sentence.key.clone() } else { format!("{} ({})", r.sentence.key, texts.join(", ")) }
    };
    refused.reasons.iter().map(reason).collect::<Vec<_>>().join("; ")
}
