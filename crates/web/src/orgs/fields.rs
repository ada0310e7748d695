//! The fields of a unit: from its content to what a form shows, and back.

use pejl_app::Tx;
use pejl_app::orgs::unit_options;
use pejl_app::shown::UnitInLine;
use pejl_domain::models::Key;
use pejl_domain::orgs::{UnitContent, UnitFunction};
use pejl_kernel::UnitId;
use pejl_policy::Sight;

use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::Inside;
use crate::voice::{Voice, capital};

/// What the choices of a unit's form are made of.
pub(crate) struct Options {
    units: Vec<UnitInLine>,
}

impl Options {
    pub async fn load(tx: &mut Tx, sight: &Sight) -> Result<Self, Stop> {
        Ok(Self { units: unit_options(tx, sight).await? })
    }

    /// The open units, with one chosen by its number.
    pub fn units(&self, voice: &Voice, chosen: &str, none: &str) -> Vec<Choice> {
        let mut choices = vec![Choice::new("", none, chosen.is_empty())];
        choices.extend(self.units.iter().map(|u| {
            let value = format!("E-{}", u.serial);
            let label = format!("{} ({})", u.name, voice.level(&u.level));
            Choice::new(value.clone(), label, value == chosen)
        }));
        choices
    }

    pub fn id(&self, number: &str) -> Option<UnitId> {
        let serial = super::unit_serial(number)?;
        self.units.iter().find(|u| u.serial == serial).map(|u| u.id)
    }

    pub fn number(&self, id: UnitId) -> String {
        self.units.iter().find(|u| u.id == id).map(|u| format!("E-{}", u.serial)).unwrap_or_default()
    }
}

pub(crate) fn levels(voice: &Voice, chosen: &str) -> Vec<Choice> {
    let levels = voice.model.levels.iter();
    levels.map(|l| Choice::new(l.key.as_str(), capital(&voice.forms(&l.word).singular), l.key.as_str() == chosen)).collect()
}

pub(crate) fn kinds(voice: &Voice, chosen: &str, none: &str) -> Vec<Choice> {
    let mut choices = vec![Choice::new("", none, chosen.is_empty())];
    let kinds = voice.model.unit_kinds.iter();
    choices.extend(kinds.map(|k| Choice::new(k.key.as_str(), capital(&voice.forms(&k.word).singular), k.key.as_str() == chosen)));
    choices
}

pub(crate) fn functions(voice: &Voice, chosen: &str) -> Vec<Choice> {
    [UnitFunction::Service, UnitFunction::Support]
        .map(|f| Choice::new(f.as_str(), voice.speech.say(&format!("unit-function-{}", f.as_str())), f.as_str() == chosen))
        .into()
}

/// A unit's content as a form shows it.
pub(crate) fn typed(content: &UnitContent, options: &Options, inside: &Inside) -> Typed {
    Typed::default()
        .with("name", content.name.as_str())
        .with("level", content.level.as_str())
        .with("kind", content.kind.as_ref().map(Key::as_str).unwrap_or_default())
        .with("area", content.area.clone())
        .with("parent", content.parent.map(|p| options.number(p)).unwrap_or_default())
        .with("function", content.function.as_str())
        .with("from", inside.t().date_short(content.from))
}

/// Reads a unit's content from a form.
///
/// # Errors
/// Every fault at once.
pub(crate) fn read(typed: &Typed, options: &Options, inside: &Inside) -> Result<UnitContent, Faults> {
    let mut reader = Reader::new(typed, inside.t(), inside.visit.actor.on);
    let content = UnitFields {
        name: reader.line("name"),
        level: reader.chosen("level", Key::parse),
        kind: reader.maybe_chosen("kind", Key::parse),
        area: reader.maybe_line::<100>("area").map(|l| l.to_string()).unwrap_or_default(),
        parent: reader.maybe_chosen("parent", |n| options.id(n)),
        function: reader.chosen("function", UnitFunction::parse),
        from: reader.date("from"),
    };
    match content {
        UnitFields { name: Some(name), level: Some(level), kind, area, parent, function: Some(function), from: Some(from) }
            if reader.faults.is_empty() =>
        {
            Ok(UnitContent { name, level, kind, area, parent, function, from })
        }
        _ => Err(reader.faults),
    }
}

struct UnitFields {
    name: Option<pejl_kernel::Line<200>>,
    level: Option<Key>,
    kind: Option<Key>,
    area: String,
    parent: Option<UnitId>,
    function: Option<UnitFunction>,
    from: Option<jiff::civil::Date>,
}
