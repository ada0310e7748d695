//! What people write in a case.

use jiff::civil::Date;
use pejl_kernel::{Line, Prose};
use serde::{Deserialize, Serialize};

use super::headings::Part;
use super::{Adopts, CaseKind};
use crate::sentence::{Reason, Refused, Sentence, reason};

/// How many points a recommendation may have.
pub const MOST_POINTS: usize = 30;
/// How many attachments a case may have.
pub const MOST_ATTACHMENTS: usize = 200;
/// How many sections a case may have.
pub const MOST_SECTIONS: usize = 20;
/// How many things a body may adopt by one case.
pub const MOST_ADOPTED: usize = 200;
/// How long the address of an attachment may be.
const MOST_LINK: usize = 2000;

/// What people write in a case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CaseContent {
    /// What it is about.
    pub title: Line,
    /// What is asked of the body.
    pub kind: CaseKind,
    /// Whether it is dealt with in the open.
    pub access: Access,
    /// The day of the meeting; missing while it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Date>,
    /// Its place on the agenda, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<u16>,
    /// Its number in the municipality's own case system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_number: Option<Line<60>>,
    /// What is recommended, point by point, each without the "at" that stands before it.
    #[serde(default)]
    pub recommendation: Vec<Line<500>>,
    /// The presentation, money, hearing and what else the body wants told, in its own order.
    #[serde(default)]
    pub sections: Vec<Section>,
    /// What lies beside it.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
}

/// Whether a case is dealt with in the open. The law knows closed cases only, each with its own reason (kommunestyrelsesloven
/// § 10).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Access {
    /// In the open.
    Open,
    /// Behind closed doors.
    Closed {
        /// Why. Never empty in a case that was saved.
        reason: Prose<500>,
    },
}

/// Text under one heading.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Section {
    /// What it is about, whatever the body calls it.
    pub part: Part,
    /// What the body calls it.
    pub heading: Line<80>,
    /// What it says. Empty under the heading of the attachments, which keeps only their place.
    pub text: Prose<20_000>,
}

/// Something that lies beside a case: a title, and where it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Attachment {
    /// What it is called.
    pub title: Line,
    /// Where it is.
    pub link: Link,
}

/// A whole `https` address, without a login in it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(String);

/// The text is not a whole `https` address.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a whole https address")]
pub struct NotALink;

impl Link {
    /// The address, if the text is one that can be trusted to lead where it seems to.
    ///
    /// # Errors
    /// [`NotALink`] for another scheme, a login, or characters that could hide another address.
    pub fn parse(text: &str) -> Result<Self, NotALink> {
        let text = text.trim();
        let hides = |c: char| c.is_control() || c.is_whitespace() || r#"<>"'`\{}|^"#.contains(c);
        let turns = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
        let Some((scheme, rest)) = text.split_once("://") else { return Err(NotALink) };
        let place = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let is_whole = scheme.eq_ignore_ascii_case("https") && place.starts_with(char::is_alphanumeric) && !place.contains('@');
        let is_plain = text.chars().count() <= MOST_LINK && !text.chars().any(|c| hides(c) || turns(c));
        if is_whole && is_plain { Ok(Self(format!("https://{rest}"))) } else { Err(NotALink) }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Link {
    type Error = NotALink;

    fn try_from(text: String) -> Result<Self, NotALink> {
        Self::parse(&text)
    }
}

impl From<Link> for String {
    fn from(link: Link) -> Self {
        link.0
    }
}

/// A point of a recommendation as it is kept: people write the "at" that is put before it, or leave it out.
pub fn point(typed: &str) -> &str {
    let typed = typed.trim().trim_start_matches(['-', '•', '–']).trim_start();
    match typed.split_once(char::is_whitespace) {
        Some((at, rest)) if at.eq_ignore_ascii_case("at") => rest.trim_start(),
        _ => typed,
    }
}

impl CaseContent {
    /// A case with nothing in it but a title.
    pub fn titled(title: Line, kind: CaseKind) -> Self {
        Self {
            title,
            kind,
            access: Access::Open,
            meeting: None,
            item: None,
            own_number: None,
            recommendation: Vec::new(),
            sections: Vec::new(),
            attachments: Vec::new(),
        }
    }

    /// The text of a part; empty where nothing is written about it.
    pub fn text_of(&self, part: Part) -> &str {
        self.sections.iter().find(|section| section.part == part).map_or("", |section| section.text.as_str())
    }

    /// What must hold of it at any time: a closed case says why, headings stand once, nothing beyond measure, and only a
    /// case for decision adopts anything.
    ///
    /// # Errors
    /// Every fault at once.
    pub(super) fn sound(&self, adopts: &[Adopts]) -> Result<(), Refused> {
        let mut reasons: Vec<Reason> = Vec::new();
        if let Access::Closed { reason: why } = &self.access
            && why.is_empty()
        {
            reasons.push(reason("closed-because", Sentence::new("refused-case-closed-without-reason")));
        }
        let too_many = [
            ("recommendation", self.recommendation.len(), MOST_POINTS),
            ("attachments", self.attachments.len(), MOST_ATTACHMENTS),
            ("sections", self.sections.len(), MOST_SECTIONS),
            ("adopts", adopts.len(), MOST_ADOPTED),
        ];
        for (field, _, most) in too_many.into_iter().filter(|(_, there, most)| there > most) {
            reasons.push(reason(field, Sentence::new("refused-case-too-many").count("most", most)));
        }
        for (at, section) in self.sections.iter().enumerate() {
            if self.sections[..at].iter().any(|other| other.heading == section.heading) {
                let sentence = Sentence::new("refused-case-heading-twice").text("heading", section.heading.as_str());
                reasons.push(reason("sections", sentence));
            }
        }
        if !adopts.is_empty() && self.kind != CaseKind::Decision {
            reasons.push(reason("kind", Sentence::new("refused-case-adopts-undecided")));
        }
        Refused::unless_none(reasons)
    }

    /// What a case lacks before it can stand on an agenda.
    pub fn lacks(&self) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if self.meeting.is_none() {
            reasons.push(reason("meeting", Sentence::new("refused-case-without-meeting")));
        }
        if self.recommendation.is_empty() && self.kind != CaseKind::Orientation {
            reasons.push(reason("recommendation", Sentence::new("refused-case-without-recommendation")));
        }
        if self.text_of(Part::Presentation).is_empty() {
            reasons.push(reason("presentation", Sentence::new("refused-case-without-presentation")));
        }
        reasons
    }
}
