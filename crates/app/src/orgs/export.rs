//! The organisation as a file in the format an import reads: to fill in, and to see what the format means.

use std::collections::HashMap;

use jiff::civil::Date;
use pejl_domain::models::Key;
use pejl_domain::orgs::import::Column;
use pejl_domain::orgs::{Position, Unit};
use pejl_policy::{Action, Actor, Facts, Sight, decide};
use pejl_store::{Fault, Tx, orgs};

use crate::ending::Ending;

/// Every unit with its leader today, parted by `;`, with a mark of UTF-8 in front so that a spreadsheet reads the letters.
/// Imported again as it is, it changes nothing.
///
/// # Errors
/// Denied, or a fault.
pub async fn export(tx: &mut Tx, actor: &Actor) -> Result<String, Ending> {
    let _ = decide(actor, Action::ImportOrganisation, &Facts::municipality())?;
    let sight = Sight::of(actor);
    let units = orgs::every_unit(tx, &sight).await?;
    let people = orgs::everybody(tx, &sight).await?;
    let leaders = orgs::leading_positions(tx, &sight, actor.on).await?;
    let people: HashMap<_, _> = people.iter().map(|p| (p.id, p)).collect();
    let named: HashMap<_, String> = units.iter().map(|u| (u.id, u.foreign_id.clone().unwrap_or_else(|| u.number()))).collect();
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(Column::ALL.map(Column::label)).map_err(broken)?;
    for unit in &units {
        let leader = leader(unit, &leaders, actor.on);
        let person = leader.and_then(|p| p.content.person).and_then(|id| people.get(&id));
        let content = &unit.content;
        let row = Column::ALL.map(|column| match column {
            Column::ForeignId => unit.foreign_id.clone().unwrap_or_default(),
            Column::Number => unit.number(),
            Column::Name => content.name.to_string(),
            Column::Parent => content.parent.and_then(|p| named.get(&p).cloned()).unwrap_or_default(),
            Column::Kind => content.kind.as_ref().map(Key::to_string).unwrap_or_default(),
            Column::Level => content.level.to_string(),
            Column::Area => content.area.clone(),
            Column::Function => content.function.as_str().to_owned(),
            Column::LeaderId => person.and_then(|p| p.foreign_id.clone()).unwrap_or_default(),
            Column::LeaderName => person.map(|p| p.content.name.to_string()).unwrap_or_default(),
            Column::LeaderEmail => person.map(|p| p.content.email.clone()).unwrap_or_default(),
            Column::LeaderTitle => leader.map(|p| p.content.title.to_string()).unwrap_or_default(),
            Column::From => content.from.to_string(),
            Column::To => unit.to.map(|to| to.to_string()).unwrap_or_default(),
        });
        writer.write_record(row).map_err(broken)?;
    }
    let bytes = writer.into_inner().map_err(broken)?;
    let text = String::from_utf8(bytes).map_err(broken)?;
    Ok(format!("\u{feff}{text}"))
}

/// Whoever an import would take for the leader: of the council its chair, else the first of those who lead.
fn leader<'p>(unit: &Unit, leaders: &'p [Position], on: Date) -> Option<&'p Position> {
    let here = leaders.iter().filter(|p| p.content.unit == unit.id && p.content.span.holds(on));
    let is_top = unit.content.parent.is_none();
    here.filter(|p| !is_top || p.content.role == pejl_domain::orgs::Role::CommitteeChair)
        .min_by_key(|p| (p.content.person.is_none(), p.content.span.from, p.id))
}

fn broken(cause: impl std::fmt::Display) -> Fault {
    Fault::Corrupt { doing: "writing the organisation to a file", found: cause.to_string(), expected: "rows of text" }
}
