//! Papers: a finished paper becomes the bytes of a document that other programs open.
//!
//! A [`Paper`] is what stands on it, in order and in one language; [`docx`] writes it as WordprocessingML. What goes on it, and
//! who may have it, is decided elsewhere: nothing here knows cases, people or the database. The same paper always becomes the
//! same bytes.
//!
//! The writer is our own because the libraries we tried leave out what makes a document readable to everybody: header rows of
//! tables, the document's language, headings that are headings.

mod docx;
mod xml;

pub use docx::docx;

/// The name that stands as who made a document: the product's, never a person's.
pub const MADE_BY: &str = "Pejl";

/// A paper, ready to be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paper {
    /// Its title: the first thing on it, and the document's own property.
    pub title: String,
    /// The language of everything on it, as documents name languages: `da-DK`.
    pub language: &'static str,
    /// What stands at the foot of every page, before the page number.
    pub foot: String,
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
}

/// A piece of a paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// A heading of the first to third level.
    Heading(Level, String),
    /// Text; a line end in it stays one, an empty line begins a new paragraph.
    Text(String),
    /// A word and what it says: *Mødedato: 25. november 2019*.
    Fact(String, String),
    /// A list. What stands before each item: a bullet, or a word such as "at".
    List(String, Vec<String>),
    /// Titles that lead to an address.
    Links(Vec<(String, String)>),
    /// A table whose first row is its header, repeated on every page it goes over.
    Table(Table),
}

/// How deep a heading is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// The parts of the paper.
    One,
    /// The parts of a part.
    Two,
    /// The parts of those.
    Three,
}

/// A table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// What it shows; stands above it, and is its description.
    pub caption: String,
    /// The header row.
    pub head: Vec<String>,
    /// The rows; one that is shorter than the header is filled up, one that is longer is cut.
    pub rows: Vec<Vec<String>>,
}

/// A paper could not be written.
#[derive(Debug, thiserror::Error)]
pub enum Unwritten {
    /// The container refused a part.
    #[error("writing a document: {0}")]
    Container(#[from] zip::result::ZipError),
    /// The bytes could not be taken.
    #[error("writing a document: {0}")]
    Bytes(#[from] std::io::Error),
}
