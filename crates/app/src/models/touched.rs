//! What of the municipality's data stands under keys that another version of its model takes away.

use pejl_domain::models::{ElementKind, ElementSpec, Key, Level, Model, UnitKind};
use pejl_policy::{Action, Actor, Facts, decide};
use pejl_store::Tx;
use pejl_store::models::usage;

use crate::ending::Ending;
use crate::office::Place;

/// Something that is used and that the new version no longer has; with how many use it.
#[derive(Clone, PartialEq, Debug)]
pub enum Touched {
    /// Open units stand at a level that goes.
    Level(Level, i64),
    /// Open units are of a kind that goes.
    UnitKind(UnitKind, i64),
    /// Elements are of a kind, at a level, that the new version does not use.
    Element(ElementSpec, i64),
}

/// What another version would leave without a place. Nothing is deleted: it keeps its history, but cannot be edited until
/// it is moved.
///
/// # Errors
/// Denied, or a fault.
pub async fn touched(tx: &mut Tx, actor: &Actor, place: &Place, new: &Model) -> Result<Vec<Touched>, Ending> {
    let permit = decide(actor, Action::InstallModel, &Facts::municipality())?;
    let used = usage(tx, &permit).await?;
    let old = &place.model;
    let key = |text: &str| Key::parse(text);
    let levels = used.levels.iter().filter_map(|(text, count)| {
        let level = old.level(&key(text)?)?;
        new.level(&level.key).is_none().then(|| Touched::Level(level.clone(), *count))
    });
    let kinds = used.kinds.iter().filter_map(|(text, count)| {
        let kind = old.unit_kind(&key(text)?)?;
        new.unit_kind(&kind.key).is_none().then(|| Touched::UnitKind(kind.clone(), *count))
    });
    let elements = used.elements.iter().filter_map(|(kind, level, count)| {
        let (kind, level) = (ElementKind::parse(kind)?, key(level)?);
        let spec = old.spec(kind, &level)?;
        new.spec(kind, &level).is_none().then(|| Touched::Element(spec.clone(), *count))
    });
    Ok(levels.chain(kinds).chain(elements).collect())
}
