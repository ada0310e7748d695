//! Text that people typed, checked once at the edge and trusted from there on.

use std::fmt;

/// Why a text was not accepted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TextFault {
    /// Nothing but white space.
    #[error("empty")]
    Empty,
    /// More characters than fit; `most` is how many do.
    #[error("more than {most} characters")]
    TooLong {
        /// How many characters fit.
        most: usize,
    },
}

/// One line: a title or a name. Never empty, no line breaks, at most `MOST` characters, white space trimmed and folded.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Line<const MOST: usize = 200>(String);

impl<const MOST: usize> Line<MOST> {
    /// The line, if the text is one.
    ///
    /// # Errors
    /// [`TextFault`] where nothing is left after trimming, or too much.
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let folded = visible(text).split_whitespace().collect::<Vec<_>>().join(" ");
        match folded.chars().count() {
            0 => Err(TextFault::Empty),
            n if n > MOST => Err(TextFault::TooLong { most: MOST }),
            _ => Ok(Self(folded)),
        }
    }

    /// As a string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MOST: usize> fmt::Display for Line<MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const MOST: usize> serde::Serialize for Line<MOST> {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.0)
    }
}

/// Reading checks again: what was stored or sent is trusted no more than what was typed.
impl<'de, const MOST: usize> serde::Deserialize<'de> for Line<MOST> {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

/// Several lines; may be empty. At most `MOST` characters, line ends as `\n`, trimmed at both ends.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Prose<const MOST: usize = 10_000>(String);

impl<const MOST: usize> Prose<MOST> {
    /// The text, if it fits.
    ///
    /// # Errors
    /// [`TextFault::TooLong`] where it does not.
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        let text = visible(&text.replace("\r\n", "\n").replace('\r', "\n")).trim().to_owned();
        if text.chars().count() > MOST { Err(TextFault::TooLong { most: MOST }) } else { Ok(Self(text)) }
    }

    /// As a string; empty where nothing was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The paragraphs: runs of lines with an empty line between them.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.0.split("\n\n").map(str::trim).filter(|p| !p.is_empty())
    }
}

impl<const MOST: usize> fmt::Display for Prose<MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const MOST: usize> serde::Serialize for Prose<MOST> {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(&self.0)
    }
}

impl<'de, const MOST: usize> serde::Deserialize<'de> for Prose<MOST> {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(d)?).map_err(serde::de::Error::custom)
    }
}

/// Without the characters that no keyboard means: controls (NUL is one that PostgreSQL refuses), and the marks that turn
/// the reading direction, with which a text can be made to look like another.
fn visible(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_trimmed_and_folded() {
        assert_eq!(Line::<200>::parse("  Flere\n i  job ").unwrap().as_str(), "Flere i job");
    }

    #[test]
    fn white_space_alone_is_no_line() {
        assert_eq!(Line::<200>::parse(" \t\n"), Err(TextFault::Empty));
    }

    #[test]
    fn length_is_counted_in_characters_so_danish_letters_cost_no_more() {
        assert!(Line::<3>::parse("æøå").is_ok());
        assert_eq!(Line::<3>::parse("æøåa"), Err(TextFault::TooLong { most: 3 }));
    }

    #[test]
    fn a_hidden_turn_of_reading_direction_is_taken_out() {
        assert_eq!(Line::<20>::parse("a\u{202e}b\0c").unwrap().as_str(), "abc");
    }

    #[test]
    fn prose_knows_its_paragraphs() {
        let text = Prose::<100>::parse("et\r\nto\r\n\r\n\r\ntre").unwrap();
        assert_eq!(text.paragraphs().collect::<Vec<_>>(), ["et\nto", "tre"]);
    }

    #[test]
    fn a_stored_line_that_is_too_long_is_not_let_in_by_the_back_door() {
        use serde::Deserialize as _;
        let read = |text: &'static str| {
            let stored: serde::de::value::StrDeserializer<'_, serde::de::value::Error> =
                serde::de::IntoDeserializer::into_deserializer(text);
            Line::<3>::deserialize(stored)
        };
        assert!(read("æøå").is_ok());
        assert!(read("æøåa").is_err());
    }

    proptest! {
        #[test]
        fn parsing_twice_changes_nothing_more(s in ".{0,60}") {
            if let Ok(once) = Line::<100>::parse(&s) {
                prop_assert_eq!(Line::<100>::parse(once.as_str()), Ok(once));
            }
            if let Ok(once) = Prose::<100>::parse(&s) {
                prop_assert_eq!(Prose::<100>::parse(once.as_str()), Ok(once));
            }
        }
    }
}
