//! Asking committees for a policy: new, or in some relation to one there is; for which objectives; who leads and who takes part.

use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::overview::Mention;
use pejl_app::seminars::{self, SeminarPage};
use pejl_app::shown::UnitInLine;
use pejl_domain::Sentence;
use pejl_domain::seminars::{Commission, CommissionContent, ProposalKind, Route, Way};
use pejl_kernel::{ElementId, UnitId};

use super::loading::{changed_meanwhile, form_about, href_of, kept_seminar, the_commission};
use crate::chain::field::{Fields, Input, beside_fields};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::{Inside, deed};
use crate::orgs::unit_serial;
use crate::small_form::SmallForm;

type At = Path<(String, String)>;
type AtOne = Path<(String, String, String)>;
type Sent = Form<Vec<(String, String)>>;

/// A seminar with the policies there are.
struct Found {
    page: SeminarPage,
    policies: Vec<Mention>,
}

async fn found(inside: &mut Inside, year: &str) -> Result<Found, Stop> {
    let page = kept_seminar(inside, year).await?;
    let (sight, place) = (inside.visit.sight, inside.visit.place.clone());
    let policies = seminars::policies_in_force(&mut inside.tx, &sight, &place).await?;
    Ok(Found { page, policies })
}

fn form(inside: &Inside, found: &Found, commission: Option<&Commission>, typed: &Typed, faults: &Faults) -> SmallForm {
    let (t, workspace) = (inside.t(), &found.page.workspace);
    let make = Fields { t, typed, faults };
    let chosen = |name: &str, value: &str| typed.all(name).any(|v| v == value);
    let ways = Way::ALL.iter().map(|way| {
        let is_chosen = typed.get("way") == way.as_str() || (typed.get("way").is_empty() && *way == Way::New);
        Choice::new(way.as_str(), t.say(&format!("seminars-way-{}", way.as_str())), is_chosen)
    });
    let homes = seminars::policy_homes(&inside.visit.place, &found.page.units);
    let unit = |name: &str, unit: &UnitInLine| {
        let number = format!("E-{}", unit.serial);
        let is_chosen = chosen(name, &number);
        Choice::new(number, unit.name.clone(), is_chosen)
    };
    let empty = || Choice::new("", t.say("common-choose"), false);
    let leads = std::iter::once(empty()).chain(homes.iter().map(|home| unit("lead", home)));
    let existing =
        std::iter::once(Choice::new("", t.say("seminars-existing-elsewhere"), false)).chain(found.policies.iter().map(|policy| {
            let number = policy.number.to_string();
            let is_chosen = chosen("existing", &number);
            Choice::new(number, policy.title.clone(), is_chosen)
        }));
    let proposals = workspace.chosen(ProposalKind::Objective).into_iter().filter(|p| !matches!(p.route, Some(Route::Goal(_))));
    let serves: Vec<Choice> = proposals
        .map(|proposal| {
            let serial = proposal.serial.to_string();
            let is_chosen = chosen("serves", &serial);
            Choice::new(serial, proposal.content.title.to_string(), is_chosen)
        })
        .collect();
    let in_force = found.page.standing.iter().filter(|row| row.standing.kind == ProposalKind::Objective);
    let objectives: Vec<Choice> = in_force
        .map(|row| {
            let number = row.element.number.to_string();
            let is_chosen = chosen("objectives", &number);
            Choice::new(number, row.element.content.title.to_string(), is_chosen)
        })
        .collect();
    let waiting = found.page.waiting.iter().filter(|goal| !goal.is_taken_in || chosen("takes-in", &goal.goal.number.to_string()));
    let takes_in: Vec<Choice> = waiting
        .map(|goal| {
            let number = goal.goal.number.to_string();
            let is_chosen = chosen("takes-in", &number);
            Choice {
                hint: t.a("seminars-waits-since", "year", goal.year),
                ..Choice::new(number, goal.goal.title.clone(), is_chosen)
            }
        })
        .collect();
    let mut fields = vec![
        make.named("title", "seminars-field-policy-title", Input::Line).hint(t.say("seminars-field-policy-title-hint")).required(),
        make.named("task", "seminars-field-task", Input::Area).hint(t.say("seminars-field-task-hint")),
    ];
    if !serves.is_empty() || objectives.is_empty() {
        fields.push(make.named("serves", "seminars-field-serves", Input::Boxes(serves)).hint(t.say("seminars-field-serves-hint")));
    }
    if !objectives.is_empty() {
        fields.push(make.named("objectives", "seminars-field-objectives", Input::Boxes(objectives)));
    }
    if !takes_in.is_empty() {
        let field = make.named("takes-in", "seminars-field-takes-in", Input::Boxes(takes_in));
        fields.push(field.hint(t.say("seminars-field-takes-in-hint")));
    }
    fields.extend([
        make.named("lead", "seminars-field-lead", Input::Select(leads.collect()))
            .hint(t.say("seminars-field-lead-hint"))
            .required(),
        make.named("others", "seminars-field-others", Input::Boxes(homes.iter().map(|home| unit("others", home)).collect())),
        make.named("way", "seminars-field-way", Input::Radios(ways.collect())).required(),
        make.named("existing", "seminars-field-existing", Input::Select(existing.collect()))
            .hint(t.say("seminars-field-existing-hint")),
        make.named("existing-name", "seminars-field-existing-name", Input::Line),
    ]);
    let title = if commission.is_some() { t.say("seminars-commission-edit") } else { t.say("seminars-commission-new") };
    SmallForm {
        lead: t.say("seminars-commission-lead"),
        version: commission.map_or(0, |commission| commission.version),
        submit: if commission.is_some() { t.say("common-save") } else { t.say("seminars-commission-do") },
        back: href_of(inside, &workspace.seminar, "#bestillinger"),
        ..form_about(inside, workspace.seminar.year, title, fields, faults)
    }
}

/// What was typed; nothing where a field has a fault.
fn read(inside: &Inside, found: &Found, typed: &Typed) -> Result<CommissionContent, Faults> {
    let mut reader = Reader::new(typed, inside.t(), inside.visit.actor.on);
    let unit = |text: &str| -> Option<UnitId> {
        let serial = unit_serial(text)?;
        found.page.units.iter().find(|unit| unit.serial == serial).map(|unit| unit.id)
    };
    let policy = |text: &str| found.policies.iter().find(|policy| policy.number.to_string() == text).map(|policy| policy.id);
    let standing = |text: &str| -> Option<ElementId> {
        found.page.standing.iter().find(|row| row.element.number.to_string() == text).map(|row| row.element.id)
    };
    let waiting = |text: &str| found.page.waiting.iter().find(|goal| goal.goal.number.to_string() == text).map(|goal| goal.goal.id);
    let proposals = &found.page.workspace.proposals;
    let proposal = |text: &str| proposals.iter().find(|p| Some(p.serial) == text.parse().ok()).map(|p| p.id);
    let (title, task) = (reader.line("title"), reader.prose("task"));
    let (lead, way) = (reader.chosen("lead", unit), reader.chosen("way", Way::parse));
    let (existing, existing_name) = (reader.maybe_chosen("existing", policy), reader.prose("existing-name"));
    match (title, lead, way) {
        (Some(title), Some(lead), Some(way)) if reader.faults.is_empty() => Ok(CommissionContent {
            way,
            existing,
            existing_name,
            title,
            task,
            lead,
            others: typed.all("others").filter_map(unit).collect(),
            serves: typed.all("serves").filter_map(proposal).collect(),
            objectives: typed.all("objectives").filter_map(standing).collect(),
            takes_in: typed.all("takes-in").filter_map(waiting).collect(),
        }),
        _ => Err(reader.faults),
    }
}

/// The form filled in with what stands.
fn typed_of(found: &Found, commission: &Commission) -> Typed {
    let content = &commission.content;
    let page = &found.page;
    let unit = |id: UnitId| page.unit(id).map(|unit| format!("E-{}", unit.serial)).unwrap_or_default();
    let existing = content.existing.and_then(|id| found.policies.iter().find(|policy| policy.id == id));
    let mut typed = Typed::default()
        .with("title", content.title.as_str())
        .with("task", content.task.as_str())
        .with("way", content.way.as_str())
        .with("existing", existing.map(|policy| policy.number.to_string()).unwrap_or_default())
        .with("existing-name", content.existing_name.as_str())
        .with("lead", unit(content.lead));
    for other in &content.others {
        typed = typed.with("others", unit(*other));
    }
    for id in &content.serves {
        typed = typed.with("serves", page.workspace.proposal(*id).map(|p| p.serial.to_string()).unwrap_or_default());
    }
    for id in &content.objectives {
        let row = page.standing.iter().find(|row| row.element.id == *id);
        typed = typed.with("objectives", row.map(|row| row.element.number.to_string()).unwrap_or_default());
    }
    for id in &content.takes_in {
        let goal = page.waiting.iter().find(|goal| goal.goal.id == *id);
        typed = typed.with("takes-in", goal.map(|goal| goal.goal.number.to_string()).unwrap_or_default());
    }
    typed
}

/// `GET …/bestilling/ny`
pub(crate) async fn new_page(
    mut inside: Inside,
    Path((_, year)): At,
    Query(asked): Query<Vec<(String, String)>>,
) -> Result<Response, Stop> {
    let found = found(&mut inside, &year).await?;
    let typed = Typed::default().with("serves", Typed(asked).get("forslag"));
    Ok(form(&inside, &found, None, &typed, &Faults::default()).show())
}

async fn done(inside: &Inside, found: &Found, key: &str, title: &str) -> Result<Response, Stop> {
    let word = Sentence::new(key).text("title", title);
    Ok(inside.done(&word, &href_of(inside, &found.page.workspace.seminar, "#bestillinger")).await)
}

/// `POST …/bestilling/ny`
pub(crate) async fn ask(mut inside: Inside, Path((_, year)): At, Form(typed): Sent) -> Result<Response, Stop> {
    let found = found(&mut inside, &year).await?;
    let typed = Typed(typed);
    let content = match read(&inside, &found, &typed) {
        Ok(content) => content,
        Err(faults) => return Ok(form(&inside, &found, None, &typed, &faults).show()),
    };
    let id = found.page.workspace.seminar.id;
    match deed!(inside, desk => seminars::ask_commission(&mut desk, id, content)) {
        Ok(asked) => done(&inside, &found, "seminars-commission-done", asked.content.title.as_str()).await,
        Err(Ending::Refused(refused)) => Ok(form(&inside, &found, None, &typed, &beside_fields(inside.reasons(&refused))).show()),
        Err(ending) => Err(ending.into()),
    }
}

/// `GET …/bestilling/{serial}`
pub(crate) async fn edit_page(mut inside: Inside, Path((_, year, serial)): AtOne) -> Result<Response, Stop> {
    let found = found(&mut inside, &year).await?;
    let commission = the_commission(&found.page, &serial)?;
    Ok(form(&inside, &found, Some(commission), &typed_of(&found, commission), &Faults::default()).show())
}

/// `POST …/bestilling/{serial}`
pub(crate) async fn change(mut inside: Inside, Path((_, year, serial)): AtOne, Form(typed): Sent) -> Result<Response, Stop> {
    let found = found(&mut inside, &year).await?;
    let commission = the_commission(&found.page, &serial)?;
    let typed = Typed(typed);
    let content = match read(&inside, &found, &typed) {
        Ok(content) => content,
        Err(faults) => return Ok(form(&inside, &found, Some(commission), &typed, &faults).show()),
    };
    let (seminar, id) = (found.page.workspace.seminar.id, commission.id);
    match deed!(inside, desk => seminars::change_commission(&mut desk, seminar, id, typed.version(), content)) {
        Ok(changed) => done(&inside, &found, "seminars-commission-changed", changed.content.title.as_str()).await,
        Err(Ending::Refused(refused)) => {
            Ok(form(&inside, &found, Some(commission), &typed, &beside_fields(inside.reasons(&refused))).show())
        }
        Err(Ending::Conflict) => {
            let shown = form(&inside, &found, Some(commission), &typed, &Faults::default());
            let theirs = vec![
                (inside.t().say("seminars-field-policy-title"), commission.content.title.to_string()),
                (inside.t().say("seminars-field-task"), commission.content.task.to_string()),
            ];
            Ok(changed_meanwhile(&inside, shown, theirs).show())
        }
        Err(ending) => Err(ending.into()),
    }
}

/// `POST …/bestilling/{serial}/fjern`
pub(crate) async fn drop_it(mut inside: Inside, Path((_, year, serial)): AtOne, Form(typed): Sent) -> Result<Response, Stop> {
    let found = found(&mut inside, &year).await?;
    let commission = the_commission(&found.page, &serial)?;
    let (seminar, id) = (found.page.workspace.seminar.id, commission.id);
    deed!(inside, desk => seminars::drop_commission(&mut desk, seminar, id, Typed(typed).version()))?;
    done(&inside, &found, "seminars-commission-dropped", commission.content.title.as_str()).await
}
