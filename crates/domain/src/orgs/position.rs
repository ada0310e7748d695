//! People, the positions they hold, and who stands in for whom.

use jiff::civil::Date;
use pejl_kernel::{Line, PersonId, PositionId, Span, StandInId, UnitId};

use super::{Role, refused};
use crate::sentence::{Arg, Event, Refused, Sentence};

/// What people write about a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonContent {
    /// The name.
    pub name: Line<120>,
    /// The mail address; empty where none is known.
    pub email: String,
}

/// A person: employee or politician.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// The id in the system it was imported from, kept to the letter.
    pub foreign_id: Option<String>,
    /// What people write.
    pub content: PersonContent,
    /// Counted up by each save.
    pub version: i64,
}

impl Person {
    /// Enters a person.
    ///
    /// # Errors
    /// Refused where the mail address is none.
    pub fn enter(id: PersonId, foreign_id: Option<String>, content: PersonContent) -> Result<(Self, Event), Refused> {
        checked(&content)?;
        let event = Sentence::new("event-person-entered").text("name", content.name.as_str());
        Ok((Self { id, foreign_id, content, version: 0 }, event.into()))
    }

    /// Changes what is written.
    ///
    /// # Errors
    /// As [`Person::enter`].
    pub fn edit(mut self, content: PersonContent) -> Result<(Self, Event), Refused> {
        checked(&content)?;
        let event = Sentence::new("event-person-edited").text("name", content.name.as_str());
        self.content = content;
        Ok((self, event.into()))
    }
}

/// An address has something on both sides of one @ and no white space. Whether it exists, only a mail can tell.
fn checked(content: &PersonContent) -> Result<(), Refused> {
    let email = &content.email;
    let fits = email.is_empty()
        || (email.len() <= 254
            && !email.contains(char::is_whitespace)
            && matches!(email.split('@').collect::<Vec<_>>()[..], [local, host] if !local.is_empty() && host.contains('.')));
    if fits { Ok(()) } else { Err(Refused::at("email", refused("refused-person-email"))) }
}

/// What people write about a position.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PositionContent {
    /// In which unit.
    pub unit: UnitId,
    /// What it is.
    pub role: Role,
    /// What it is called on the door.
    pub title: Line<120>,
    /// Who holds it; `None` where it is vacant.
    pub person: Option<PersonId>,
    /// From when, and to when it lasts.
    pub span: Span,
}

/// A role in a unit, held by a person or vacant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Position {
    /// Its id.
    pub id: PositionId,
    /// What people write.
    pub content: PositionContent,
    /// Counted up by each save.
    pub version: i64,
}

impl Position {
    /// Sets up a position, held or vacant. `unit` is the unit's name.
    pub fn set_up(id: PositionId, content: PositionContent, unit: &str) -> (Self, Event) {
        let event = Sentence::new("event-position-set-up").text("title", content.title.as_str()).text("unit", unit);
        (Self { id, content, version: 0 }, event.into())
    }

    /// Lets a person take it over from a day: the old holding ends the day before, and the new one is a position of its
    /// own, so that history keeps who held it when.
    ///
    /// # Errors
    /// Refused where the position ended before that day, or began after it.
    pub fn take_over(self, id: PositionId, person: Option<PersonId>, on: Date) -> Result<(Self, Self, Event), Refused> {
        if !self.content.span.holds(on) {
            return Err(Refused::at("from", refused("refused-position-not-open").with("date", Arg::Date(on))));
        }
        let day_before = on.yesterday().unwrap_or(on);
        let Some(ended) = Span::new(self.content.span.from, Some(day_before)) else {
            return Err(Refused::at("from", refused("refused-position-same-day")));
        };
        let next = Self {
            id,
            content: PositionContent { person, span: Span { from: on, to: self.content.span.to }, ..self.content.clone() },
            version: 0,
        };
        let key = if person.is_some() { "event-position-taken-over" } else { "event-position-vacated" };
        let event = Sentence::new(key).text("title", self.content.title.as_str()).with("date", Arg::Date(on));
        let before = Self { content: PositionContent { span: ended, ..self.content }, ..self };
        Ok((before, next, event.into()))
    }

    /// Ends it on a day, the last one included.
    ///
    /// # Errors
    /// Refused where it would end before it began.
    pub fn end(mut self, on: Date) -> Result<(Self, Event), Refused> {
        let Some(span) = Span::new(self.content.span.from, Some(on)) else {
            return Err(Refused::at("to", refused("refused-position-ends-before-it-begins")));
        };
        self.content.span = span;
        let event = Sentence::new("event-position-ended").text("title", self.content.title.as_str()).with("date", Arg::Date(on));
        Ok((self, event.into()))
    }
}

/// One person standing in for the holder of a position: acts with its rights, and both are recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StandIn {
    /// Its id.
    pub id: StandInId,
    /// The position.
    pub position: PositionId,
    /// Who stands in.
    pub person: PersonId,
    /// From when to when.
    pub span: Span,
}

impl StandIn {
    /// Appoints a stand-in.
    ///
    /// # Errors
    /// Refused where the person holds the position already, or the position is not open on the first day.
    pub fn appoint(id: StandInId, position: &Position, person: PersonId, span: Span) -> Result<(Self, Event), Refused> {
        if position.content.person == Some(person) {
            return Err(Refused::at("person", refused("refused-stand-in-for-self")));
        }
        if !position.content.span.holds(span.from) {
            return Err(Refused::at("from", refused("refused-position-not-open").with("date", Arg::Date(span.from))));
        }
        let event = Sentence::new("event-stand-in-appointed").text("title", position.content.title.as_str());
        Ok((Self { id, position: position.id, person, span }, event.into()))
    }
}
