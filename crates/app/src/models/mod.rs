//! Installing governance models, and seeing beforehand what another version touches.

mod touched;

pub use touched::{Touched, touched};

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use pejl_domain::models::fault::Faults;
use pejl_domain::models::parse;
use pejl_domain::models::{Model, diff};
use pejl_domain::{Arg, Event, Sentence};
use pejl_kernel::clock::danish_date;
use pejl_kernel::{ModelVersionId, MunicipalityId};
use pejl_policy::{Action, Actor, Facts, decide};
use pejl_store::models::{self, Installed, Municipality};
use pejl_store::{Fault, Tx};

use crate::desk::Desk;
use crate::ending::Ending;
use crate::office::{Office, Place};

/// Why a first model could not be installed.
#[derive(Debug)]
pub enum NotInstalled {
    /// The model file has faults.
    Faults(Faults),
    /// The deed ended another way.
    Ending(Ending),
}

impl<E: Into<Ending>> From<E> for NotInstalled {
    fn from(ending: E) -> Self {
        Self::Ending(ending.into())
    }
}

fn installed(model: &Model) -> Event {
    Sentence::new("event-model-installed").text("title", &model.name).text("term", model.term.to_string()).into()
}

/// Enters a municipality with its first model: the operator's deed, since nobody is there to log in yet.
///
/// # Errors
/// The model's faults, or a fault of the database (among them that the municipality is there already).
pub async fn found(office: &Office, file: &str, body: &str) -> Result<Place, NotInstalled> {
    let mut tx = office.db().write().await?;
    let place = found_in(office, &mut tx, office.clock().now(), file, body).await?;
    tx.commit().await?;
    Ok(place)
}

/// Enters a municipality in a transaction that goes on, at an instant of the caller's.
pub(crate) async fn found_in(office: &Office, tx: &mut Tx, at: Timestamp, file: &str, body: &str) -> Result<Place, NotInstalled> {
    let model = parse::parse(file, body).map_err(NotInstalled::Faults)?;
    let municipality = Municipality {
        id: MunicipalityId::new(office.mint()),
        code: model.municipality.code.clone(),
        name: model.municipality.name.clone(),
        slug: model.municipality.slug.clone(),
        stands_on: None,
    };
    let actor = Actor::operator(municipality.id, danish_date(at));
    let permit = decide(&actor, Action::InstallModel, &Facts::municipality())?;
    models::enter(tx, &permit, at, &municipality).await?;
    let version = ModelVersionId::new(office.mint());
    models::install(tx, &permit, at, version, (&model.name, body), &installed(&model)).await?;
    Ok(Place { municipality, model: Arc::new(model) })
}

/// What another version of the model would touch.
pub struct Preview {
    /// The model, sound.
    pub model: Model,
    /// What changes, in people's terms.
    pub changes: Vec<diff::Change>,
}

/// Reads another version of the model and says what it would change.
///
/// # Errors
/// The model's faults.
pub fn preview(place: &Place, file: &str, body: &str) -> Result<Preview, Faults> {
    let model = parse::parse(file, body)?;
    // What a strategy letter asks is not the model's to change.
    let mut stands = (*place.model).clone();
    stands.themes.retain(|theme| theme.letter.is_none());
    let changes = diff::diff(&stands, &model);
    Ok(Preview { model, changes })
}

/// Installs another version of the model; it is in force from then on.
///
/// # Errors
/// Denied; refused where it is another municipality's or has faults; or a fault.
pub async fn install(desk: &mut Desk, body: &str) -> Result<(), Ending> {
    let permit = desk.ask(Action::InstallModel, &Facts::municipality())?;
    let refused = |key: &str| Ending::Refused(pejl_domain::Refused::at("model", Sentence::new(key)));
    let model = parse::parse(&desk.place.municipality.slug, body).map_err(|_| refused("refused-model-faults"))?;
    if model.municipality.code != desk.place.municipality.code {
        return Err(refused("refused-model-other-municipality"));
    }
    let event = installed(&model);
    let version = ModelVersionId::new(desk.mint());
    models::install(&mut desk.tx, &permit, desk.at, version, (&model.name, body), &event).await?;
    desk.tell(event);
    Ok(())
}

/// Lets a municipality stand on a day from now on, or on the real one again: the operator's deed, for a demonstration.
///
/// # Errors
/// Denied, or a fault.
pub async fn stand_on(desk: &mut Desk, day: Option<Date>) -> Result<(), Ending> {
    let permit = desk.ask(Action::StandOnDay, &Facts::municipality())?;
    let event: Event = match day {
        Some(day) => Sentence::new("event-municipality-stands").with("day", Arg::Date(day)),
        None => Sentence::new("event-municipality-moves"),
    }
    .into();
    models::stand_on(&mut desk.tx, &permit, desk.at, day, &event).await?;
    desk.tell(event);
    Ok(())
}

/// Every installed version, newest first.
///
/// # Errors
/// A fault of the database.
pub async fn versions(tx: &mut Tx, place: &Place) -> Result<Vec<Installed>, Fault> {
    models::versions(tx, place.municipality.id).await
}

/// The text of an installed version.
///
/// # Errors
/// A fault of the database.
pub async fn body(tx: &mut Tx, place: &Place, id: ModelVersionId) -> Result<Option<String>, Fault> {
    models::body(tx, place.municipality.id, id).await
}

/// Every municipality in this installation.
///
/// # Errors
/// A fault of the database.
pub async fn municipalities(tx: &mut Tx) -> Result<Vec<Municipality>, Fault> {
    models::municipalities(tx).await
}
