//! The two languages, and which of them a reader gets.

use unic_langid::{LanguageIdentifier, langid};

static DANISH: LanguageIdentifier = langid!("da");
static ENGLISH: LanguageIdentifier = langid!("en");

/// A language that Pejl speaks. Danish is the first; English is as complete.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Lang {
    /// Danish.
    #[default]
    Da,
    /// English, as it is written in Britain.
    En,
}

impl Lang {
    /// Both, Danish first.
    pub const ALL: [Self; 2] = [Self::Da, Self::En];

    /// The code for `lang="…"`, cookies and model files: `da` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The language with the code, if Pejl speaks it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The one to offer in the language switch.
    pub const fn other(self) -> Self {
        match self {
            Self::Da => Self::En,
            Self::En => Self::Da,
        }
    }

    /// The language for a browser's `Accept-Language`: Danish unless English is clearly preferred.
    ///
    /// The neighbours' languages, Faroese and Greenlandic count as Danish, which their readers read with less trouble.
    /// Example: `da,en;q=0.9` is Danish, `en-GB,en;q=0.9,da;q=0.8` English, `de` Danish, `de,en;q=0.5` English.
    pub fn from_accept_language(header: &str) -> Self {
        let (mut danish, mut english) = (0.0_f32, 0.0_f32);
        for wish in header.split(',') {
            let (tag, weight) = wish.split_once(';').unwrap_or((wish, "q=1"));
            let weight = weight.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok());
            let weight = weight.filter(|q| (0.0..=1.0).contains(q)).unwrap_or(0.0);
            let language = tag.split('-').next().unwrap_or_default().trim().to_ascii_lowercase();
            match language.as_str() {
                "da" | "nb" | "nn" | "no" | "sv" | "fo" | "kl" => danish = danish.max(weight),
                "en" => english = english.max(weight),
                _ => {}
            }
        }
        if english > danish { Self::En } else { Self::Da }
    }

    pub(crate) fn id(self) -> &'static LanguageIdentifier {
        match self {
            Self::Da => &DANISH,
            Self::En => &ENGLISH,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_danish_unless_english_is_clearly_preferred() {
        for danish in ["", "*", "da", "da,en;q=0.9", "en,da", "de", "sv,en;q=0.8", "nonsense;;q=,;", "en;q=9"] {
            assert_eq!(Lang::from_accept_language(danish), Lang::Da, "{danish}");
        }
        for english in ["en", "en-GB,en;q=0.9,da;q=0.8", "de,en;q=0.5", "EN-us , da ; q=0.3"] {
            assert_eq!(Lang::from_accept_language(english), Lang::En, "{english}");
        }
    }

    #[test]
    fn a_code_reads_back_as_its_language() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_code(lang.code()), Some(lang));
            assert_ne!(lang.other(), lang);
        }
        assert_eq!(Lang::from_code("de"), None);
    }
}
