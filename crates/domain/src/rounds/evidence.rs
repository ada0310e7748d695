//! What documents a report: a link, a figure, a file. A file is what its bytes say it is, never what it is called.

use jiff::Timestamp;
use pejl_kernel::{ElementId, EvidenceId, Line, PersonId, RoundId};
use sha2::{Digest as _, Sha256};

use super::{About, Report, ReportVerb, zip};
use crate::chain::Done;
use crate::sentence::{Refused, Sentence};

/// One piece of evidence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evidence {
    /// Its id.
    pub id: EvidenceId,
    /// The round.
    pub round: RoundId,
    /// The goal.
    pub goal: ElementId,
    /// What it shows.
    pub title: Line<200>,
    /// What it is.
    pub kind: EvidenceKind,
    /// Who attached it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// What a piece of evidence is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EvidenceKind {
    /// An address on the web: `https` or `http` only.
    Link(String),
    /// A figure in words: "Sygefravær 4,2 % (2018: 5,1 %)".
    Figure(Line<200>),
    /// A file.
    File {
        /// Its name, without any folder.
        name: String,
        /// What its bytes are.
        media: Media,
        /// How many bytes.
        size: u64,
        /// SHA-256 of the bytes, 64 hexadecimal digits.
        hash: String,
    },
}

/// The kinds of file that are taken. Each is known by its first bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs)]
pub enum Media {
    Pdf,
    Png,
    Jpeg,
    /// Word, Excel, PowerPoint and OpenDocument are ZIP inside.
    Docx,
    Xlsx,
    Pptx,
    Odt,
    Ods,
    /// Text: UTF-8 or Windows-1252, without control characters.
    Csv,
    Txt,
}

crate::chain::spelled!(Media:
    Pdf = "pdf", Png = "png", Jpeg = "jpeg", Docx = "docx", Xlsx = "xlsx", Pptx = "pptx", Odt = "odt", Ods = "ods",
    Csv = "csv", Txt = "txt",
);

/// The most bytes of a file.
pub const MOST_BYTES: usize = 10 << 20;
/// The most pieces of evidence on one report.
pub const MOST_PIECES: usize = 20;

/// The most characters of a file's name.
const MOST_NAME: usize = 120;
/// The most characters of a link.
const MOST_LINK: usize = 2000;

impl Media {
    /// What the browser is told it is.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            // Neither says which encoding: the bytes are handed over as they came.
            Self::Csv => "text/csv",
            Self::Txt => "text/plain",
        }
    }

    /// How its files end, without the dot.
    pub const fn ending(self) -> &'static str {
        self.as_str()
    }

    /// By how a name ends; `None` for what is not taken.
    fn by_ending(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "jpg" => Some(Self::Jpeg),
            ending => Self::parse(ending),
        }
    }

    const fn is_text(self) -> bool {
        match self {
            Self::Csv | Self::Txt => true,
            Self::Pdf | Self::Png | Self::Jpeg | Self::Docx | Self::Xlsx | Self::Pptx | Self::Odt | Self::Ods => false,
        }
    }
}

/// What a file is, by its bytes; its name must say the same.
///
/// # Errors
/// Refused beside `file` where it is empty or too large, is of a kind that is not taken, holds macros, or is something else
/// than its name says.
pub fn known(bytes: &[u8], name: &str) -> Result<Media, Refused> {
    let refused = |key: &str| Sentence::new(key).text("file", safe_name(name).unwrap_or_default());
    if bytes.is_empty() {
        return Err(Refused::at("file", refused("refused-evidence-empty")));
    }
    if bytes.len() > MOST_BYTES {
        return Err(Refused::at("file", refused("refused-evidence-too-large").count("most", MOST_BYTES >> 20)));
    }
    let Some(said) = safe_name(name).as_deref().and_then(Media::by_ending) else {
        return Err(Refused::at("file", refused("refused-evidence-kind")));
    };
    match media_of(bytes) {
        Is::One(media) if media == said => Ok(said),
        Is::Text if said.is_text() => Ok(said),
        Is::One(media) => {
            let sentence = refused("refused-evidence-is-another").word("is", word(media)).word("said", word(said));
            Err(Refused::at("file", sentence))
        }
        Is::WithMacros => Err(Refused::at("file", refused("refused-evidence-macros"))),
        Is::Text | Is::Unknown => Err(Refused::at("file", refused("refused-evidence-is-not").word("said", word(said)))),
    }
}

fn word(media: Media) -> String {
    format!("media-{}", media.as_str())
}

/// What bytes are.
enum Is {
    One(Media),
    Text,
    WithMacros,
    Unknown,
}

fn media_of(bytes: &[u8]) -> Is {
    const BEGINNINGS: [(&[u8], Media); 3] =
        [(b"%PDF-", Media::Pdf), (b"\x89PNG\r\n\x1a\n", Media::Png), (b"\xff\xd8\xff", Media::Jpeg)];
    if let Some((_, media)) = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning)) {
        return Is::One(*media);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return office(bytes);
    }
    if is_text(bytes) { Is::Text } else { Is::Unknown }
}

/// Which office document a ZIP is: by the names of its members, and for OpenDocument by the kind that stands first in it.
fn office(bytes: &[u8]) -> Is {
    let Some(names) = zip::names(bytes) else { return Is::Unknown };
    let has = |name: &str| names.iter().any(|other| other == name);
    let kinds = [(Media::Odt, Media::Odt.content_type()), (Media::Ods, Media::Ods.content_type())];
    if let Some(kind) = zip::first_as_kind(bytes) {
        return kinds.iter().find(|(_, text)| *text == kind).map_or(Is::Unknown, |(media, _)| Is::One(*media));
    }
    if !has("[Content_Types].xml") {
        return Is::Unknown;
    }
    if names.iter().any(|name| name.to_ascii_lowercase().ends_with("vbaproject.bin")) {
        return Is::WithMacros;
    }
    let parts = [("word/document.xml", Media::Docx), ("xl/workbook.xml", Media::Xlsx), ("ppt/presentation.xml", Media::Pptx)];
    let found: Vec<Media> = parts.iter().filter(|(part, _)| has(part)).map(|(_, media)| *media).collect();
    match found.as_slice() {
        [one] => Is::One(*one),
        _ => Is::Unknown,
    }
}

/// Whether bytes are text: UTF-8, or Windows-1252 as older spreadsheets write it; without control characters either way.
fn is_text(bytes: &[u8]) -> bool {
    let is_control = |byte: u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r');
    if bytes.iter().any(|byte| is_control(*byte)) {
        return false;
    }
    // The five bytes that Windows-1252 gives no character.
    std::str::from_utf8(bytes).is_ok() || !bytes.iter().any(|byte| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d))
}

/// A file's name without folders, controls, and what some system reads as more than a name; at most 120 characters, its
/// ending kept. `None` where nothing is left.
pub fn safe_name(name: &str) -> Option<String> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = name.chars().map(|c| if r#"<>:"|?*"#.contains(c) { ' ' } else { c }).collect();
    let line = Line::<10_000>::parse(&plain).ok()?;
    // Cut once, what is left of a long name may look as if it had an ending: it is read once more as the short name it is.
    shortened(&shortened(line.as_str())?)
}

/// A name without dots and spaces at its ends, and short enough.
fn shortened(name: &str) -> Option<String> {
    let line = name.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let (stem, ending) = match line.rsplit_once('.') {
        Some((stem, ending)) if ending.chars().count() <= 10 => (stem.trim_end(), Some(ending)),
        Some(_) | None => (line, None),
    };
    if stem.is_empty() {
        return None;
    }
    let room = MOST_NAME.saturating_sub(ending.map_or(0, |ending| ending.chars().count() + 1));
    let stem: String = stem.chars().take(room).collect();
    let stem = stem.trim_end();
    Some(ending.map_or_else(|| stem.to_owned(), |ending| format!("{stem}.{ending}")))
}

impl EvidenceKind {
    /// Link, figure or file, as it is stored and spelled at the end of catalogue keys.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Link(_) => "link",
            Self::Figure(_) => "figure",
            Self::File { .. } => "file",
        }
    }

    /// An address on the web.
    ///
    /// # Errors
    /// Refused beside `link` where it is anything else than a whole `https` or `http` address, where it holds a login, and
    /// where it is too long.
    pub fn link(text: &str) -> Result<Self, Refused> {
        let text = text.trim();
        let refused = |key: &str| Err(Refused::at("link", Sentence::new(key)));
        if text.chars().count() > MOST_LINK {
            return Err(Refused::at("link", Sentence::new("refused-evidence-link-too-long").count("most", MOST_LINK)));
        }
        // What a browser drops or reads as something else never gets into an address, where it could hide another one.
        let hides = |c: char| c.is_control() || c.is_whitespace() || r#"<>"'`\{}|^"#.contains(c);
        let turns = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
        if text.chars().any(|c| hides(c) || turns(c)) {
            return refused("refused-evidence-link");
        }
        let Some((scheme, rest)) = text.split_once("://") else { return refused("refused-evidence-link") };
        if !(scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")) {
            return refused("refused-evidence-link");
        }
        let place = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if place.contains('@') {
            return refused("refused-evidence-link-with-login");
        }
        if !place.starts_with(char::is_alphanumeric) {
            return refused("refused-evidence-link");
        }
        Ok(Self::Link(format!("{}://{rest}", scheme.to_ascii_lowercase())))
    }

    /// A file that was sent.
    ///
    /// # Errors
    /// As [`known`].
    pub fn file(name: &str, bytes: &[u8]) -> Result<Self, Refused> {
        let media = known(bytes, name)?;
        let Some(name) = safe_name(name) else {
            return Err(Refused::at("file", Sentence::new("refused-evidence-kind").text("file", "")));
        };
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(Self::File { name, media, size, hash: super::frozen::hex(&Sha256::digest(bytes)) })
    }
}

impl Evidence {
    /// Attaches it to a report that is still being written. `about.evidence` is how many pieces are there already.
    ///
    /// # Errors
    /// Refused where the report cannot be written in, and where it has [`MOST_PIECES`] already.
    pub fn attach(self, about: &About<'_>, report: &Report) -> Done<Self> {
        writable(about, report)?;
        if about.evidence >= MOST_PIECES {
            return Err(Refused::because(about.sentence("refused-evidence-too-many").count("most", MOST_PIECES)));
        }
        let told = about.sentence("event-evidence-attached").text("evidence", self.title.as_str());
        Ok((self, told.into()))
    }

    /// Takes it off a report that is still being written.
    ///
    /// # Errors
    /// Refused where the report cannot be written in.
    pub fn remove(self, about: &About<'_>, report: &Report) -> Done<Self> {
        writable(about, report)?;
        let told = about.sentence("event-evidence-removed").text("evidence", self.title.as_str());
        Ok((self, told.into()))
    }
}

fn writable(about: &About<'_>, report: &Report) -> Result<(), Refused> {
    report.allows(about, ReportVerb::Write).map(|_| ())
}
