//! An element and a unit as everything else names them.

use pejl_domain::chain::{Progress, State};
use pejl_domain::models::{ElementKind, Key};
use pejl_kernel::{ElementId, Number, UnitId};
use uuid::Uuid;

pub(crate) use super::{kind, number, state};
use crate::fault::{Fault, corrupt};

const READING: &str = "reading an element in a list";

/// A unit as other things name it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct UnitMention {
    /// Its id.
    pub id: UnitId,
    /// 12 is E-12.
    pub serial: i64,
    /// Its name.
    pub name: String,
}

impl UnitMention {
    pub(crate) fn new(id: Uuid, serial: i64, name: String) -> Self {
        Self { id: id.into(), serial, name }
    }
}

/// An element as lists, cards and lines name it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mention {
    /// Its id.
    pub id: ElementId,
    /// What people call it by.
    pub number: Number,
    /// Its kind. With the level it says which spec applies.
    pub kind: ElementKind,
    /// The level of its owner.
    pub level: Key,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub state: State,
    /// How far it has come, where it is an action.
    pub progress: Option<Progress>,
    /// The unit that owns it.
    pub owner: UnitMention,
}

/// The columns of a [`Mention`]: the element is called `e`, its owner `u`.
macro_rules! mention_columns {
    () => {
        "e.id, e.prefix, e.year, e.serial, e.kind, e.level, e.title, e.state, e.outcome, e.progress, e.owner_id,
            u.serial AS owner_serial, u.name AS owner_name"
    };
}
pub(crate) use mention_columns;

/// The owner of the element `e`.
macro_rules! owner {
    () => {
        " JOIN unit u ON u.municipality_id = e.municipality_id AND u.id = e.owner_id "
    };
}
pub(crate) use owner;

#[derive(sqlx::FromRow)]
pub(crate) struct MentionRow {
    id: Uuid,
    prefix: String,
    year: i64,
    serial: i64,
    kind: String,
    level: String,
    title: String,
    state: String,
    outcome: Option<String>,
    progress: Option<String>,
    owner_id: Uuid,
    owner_serial: i64,
    owner_name: String,
}

impl MentionRow {
    pub(crate) fn mention(self) -> Result<Mention, Fault> {
        Ok(Mention {
            id: self.id.into(),
            number: number(&self.prefix, self.year, self.serial)?,
            kind: kind(&self.kind)?,
            level: key(&self.level)?,
            title: self.title,
            state: state(&self.state, self.outcome.as_deref())?,
            progress: progress(self.progress.as_deref())?,
            owner: UnitMention::new(self.owner_id, self.owner_serial, self.owner_name),
        })
    }
}

pub(crate) fn key(text: &str) -> Result<Key, Fault> {
    Key::parse(text).ok_or_else(|| corrupt(READING, text, "a key"))
}

fn progress(text: Option<&str>) -> Result<Option<Progress>, Fault> {
    text.map(|t| Progress::parse(t).ok_or_else(|| corrupt(READING, t, "how an action goes"))).transpose()
}

/// A count or a place as it comes from the database.
pub(crate) fn whole(n: i64) -> usize {
    usize::try_from(n).unwrap_or(0)
}
