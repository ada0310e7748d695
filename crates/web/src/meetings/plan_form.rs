//! The large form in which a meeting is planned: its fields, and what comes of what was typed.

use pejl_app::shown::UnitRow;
use pejl_domain::meetings::{AgendaItem, Form, MeetingContent, Minute};
use pejl_domain::models::{Key, StepKind};
use pejl_kernel::{Line, Prose};
use pejl_lang::{Args, Speech};

use super::loading::chosen;
use crate::chain::field::{Field, Fields, Input};
use crate::forms::{Choice, Faults, Reader, Typed};
use crate::inside::Inside;
use crate::voice::capital;

/// Empty rows at the end of an agenda that is edited.
const SPARE: usize = 3;

/// One row of the agenda in the form.
pub(super) struct AgendaRow {
    pub item: String,
    pub title: String,
    pub minutes: String,
    pub lead: String,
}

/// The rows of the agenda: what was typed, and some empty ones.
pub(super) fn agenda_rows(typed: &Typed) -> Vec<AgendaRow> {
    let mut items = typed.all("agenda-item");
    let (mut minutes, mut leads) = (typed.all("agenda-minutes"), typed.all("agenda-lead"));
    let mut rows: Vec<AgendaRow> = typed
        .all("agenda-title")
        .map(|title| AgendaRow {
            item: items.next().unwrap_or_default().to_owned(),
            title: title.to_owned(),
            minutes: minutes.next().unwrap_or_default().to_owned(),
            lead: leads.next().unwrap_or_default().to_owned(),
        })
        .collect();
    rows.retain(|row| !row.title.trim().is_empty() || !row.lead.trim().is_empty() || !row.minutes.trim().is_empty());
    rows.extend((0..SPARE).map(|_| AgendaRow {
        item: String::new(),
        title: String::new(),
        minutes: String::new(),
        lead: String::new(),
    }));
    rows
}

/// What the form is opened with for a new meeting: the agenda the source means, in the reader's language.
pub(super) fn begun(inside: &Inside) -> Typed {
    let t = inside.t();
    let items = ["last-year", "units", "wishes", "guideposts", "closing"];
    let minutes = ["15", "45", "40", "40", "10"];
    let typed = Typed::default().with("year", inside.visit.actor.on.year().to_string()).with("form", Form::Alike.as_str());
    items.iter().zip(minutes).enumerate().fold(typed, |typed, (at, (item, minutes))| {
        typed
            .with("agenda-item", (at + 1).to_string())
            .with("agenda-title", t.say(&format!("meetings-agenda-{item}")))
            .with("agenda-minutes", minutes)
            .with("agenda-lead", t.say(&format!("meetings-agenda-lead-{item}")))
    })
}

/// What the form is opened with for a meeting that is planned.
pub(super) fn typed_of(t: Speech, content: &MeetingContent, hosts: &[UnitRow], units: &[UnitRow]) -> Typed {
    let mut typed = Typed::default()
        .with("title", content.title.as_str())
        .with("year", content.year.to_string())
        .with("step", content.step.as_ref().map(Key::as_str).unwrap_or_default())
        .with("form", content.form.as_str())
        .with("grounds", content.grounds.as_str())
        .with("kind", content.kind.as_ref().map(Key::as_str).unwrap_or_default())
        .with("area", content.area.as_str())
        .with("theme", content.theme.as_str())
        .with("facilitation", content.facilitation.as_str())
        .with("on", content.on.map(|on| t.date_short(on)).unwrap_or_default())
        .with("begins", content.begins.map(|b| b.to_string()).unwrap_or_default())
        .with("place", content.place.as_str());
    for (name, ids, all) in [("hosts", &content.hosts, hosts), ("units", &content.units, units)] {
        for row in ids.iter().filter_map(|id| all.iter().find(|row| row.id == *id)) {
            typed = typed.with(name, format!("E-{}", row.serial));
        }
    }
    for item in &content.agenda {
        typed = typed
            .with("agenda-item", item.item.to_string())
            .with("agenda-title", item.title.as_str())
            .with("agenda-minutes", item.minutes.to_string())
            .with("agenda-lead", item.lead.as_str());
    }
    typed
}

/// The fields, in order; the agenda stands after them.
pub(super) fn fields(inside: &Inside, typed: &Typed, faults: &Faults, hosts: &[UnitRow], units: &[UnitRow]) -> Vec<Field> {
    let t = inside.t();
    let make = Fields { t, typed, faults };
    let model = &inside.voice.model;
    let boxes = |name: &str, all: &[UnitRow]| {
        let is_chosen = |number: &str| typed.all(name).any(|sent| sent == number);
        let choice = |row: &UnitRow| {
            let number = format!("E-{}", row.serial);
            let kind = row.kind.as_ref().map(|kind| inside.voice.unit_kind(kind)).unwrap_or_else(|| inside.voice.level(&row.level));
            let parts: Vec<String> = [kind, row.area.clone()].into_iter().filter(|part| !part.is_empty()).collect();
            Choice { chosen: is_chosen(&number), value: number, label: row.name.clone(), hint: capital(&parts.join(" · ")) }
        };
        Input::Boxes(all.iter().map(choice).collect())
    };
    let none = || Choice::new("", t.say("common-not-set"), false);
    let kinds = std::iter::once(none()).chain(model.unit_kinds.iter().map(|kind| {
        Choice::new(kind.key.as_str(), capital(&inside.voice.unit_kind(&kind.key)), kind.key.as_str() == typed.get("kind"))
    }));
    let steps = model.wheel.iter().filter(|step| matches!(step.kind, StepKind::Meeting | StepKind::Dialogue));
    let steps = std::iter::once(none()).chain(
        steps.map(|step| Choice::new(step.key.as_str(), inside.voice.text(&step.name), step.key.as_str() == typed.get("step"))),
    );
    let forms = Form::ALL.iter().map(|form| Choice {
        hint: t.say(&format!("meeting-form-hint-{}", form.as_str())),
        ..Choice::new(
            form.as_str(),
            capital(&t.say(&format!("meeting-form-{}", form.as_str()))),
            form.as_str() == typed.get("form"),
        )
    });
    vec![
        make.named("title", "common-title", Input::Line).required().hint(t.say("meetings-title-hint")),
        make.named("hosts", "meetings-hosts", boxes("hosts", hosts)).required().hint(t.say("meetings-hosts-hint")),
        make.named("year", "meetings-year", Input::Short).required(),
        make.named("step", "meetings-step", Input::Select(steps.collect())),
        make.named("form", "meetings-form-proposed", Input::Radios(forms.collect())).required(),
        make.named("grounds", "meetings-grounds", Input::Area).hint(t.say("meetings-grounds-hint")),
        make.named("kind", "meetings-kind", Input::Select(kinds.collect())).hint(t.say("meetings-kind-hint")),
        make.named("area", "meetings-area", Input::Line).hint(t.say("meetings-area-hint")),
        make.named("theme", "meetings-theme", Input::Line),
        make.named("units", "meetings-units-invited", boxes("units", units)).hint(t.say("meetings-units-hint")),
        make.named("facilitation", "meetings-facilitation", Input::Area).hint(t.say("meetings-facilitation-hint")),
        make.named("on", "meetings-day", Input::Date),
        make.named("begins", "meetings-begins", Input::Short).hint(t.say("meetings-begins-hint")),
        make.named("place", "meetings-place", Input::Line),
    ]
}

/// What was typed, as a meeting's content; `None` with faults where something could not be read.
pub(super) fn read(inside: &Inside, typed: &Typed, hosts: &[UnitRow], units: &[UnitRow]) -> Result<MeetingContent, Faults> {
    let t = inside.t();
    let mut reader = Reader::new(typed, t, inside.visit.actor.on);
    let title = reader.line::<200>("title");
    let form = reader.chosen("form", Form::parse);
    let year = typed.get("year").trim().parse::<i16>().ok();
    if year.is_none() {
        reader.fault("year", t.say("meetings-year-fault"));
    }
    let begins = match typed.get("begins").trim() {
        "" => None,
        text => match text.parse::<Minute>() {
            Ok(minute) => Some(minute),
            Err(_) => {
                reader.fault("begins", t.say("meetings-begins-fault"));
                None
            }
        },
    };
    let agenda = agenda(&mut reader, typed, t);
    let (grounds, area, theme) = (reader.prose("grounds"), reader.prose("area"), reader.prose("theme"));
    let (facilitation, place, on) = (reader.prose("facilitation"), reader.prose("place"), reader.maybe_date("on"));
    let (Some(title), Some(form), Some(year), true) = (title, form, year, reader.faults.is_empty()) else {
        return Err(reader.faults);
    };
    Ok(MeetingContent {
        title,
        year,
        step: Key::parse(typed.get("step")),
        form,
        grounds,
        kind: Key::parse(typed.get("kind")),
        area,
        theme,
        facilitation,
        on,
        begins,
        place,
        hosts: chosen(hosts, typed.all("hosts")),
        units: chosen(units, typed.all("units")),
        agenda,
    })
}

/// The rows with a title, in their order. A row keeps the number it has; a new one gets the next.
fn agenda(reader: &mut Reader<'_>, typed: &Typed, t: Speech) -> Vec<AgendaItem> {
    let rows = agenda_rows(typed);
    let mut next = rows.iter().filter_map(|row| row.item.parse::<u32>().ok()).max().unwrap_or(0);
    let mut agenda: Vec<AgendaItem> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        if row.title.trim().is_empty() && row.lead.trim().is_empty() && row.minutes.trim().is_empty() {
            continue;
        }
        let at = Args::new().count("row", at + 1);
        let (title, lead) = (Line::parse(&row.title), Prose::parse(&row.lead));
        let minutes = if row.minutes.trim().is_empty() { Ok(0) } else { row.minutes.trim().parse::<u16>() };
        match (title, lead, minutes) {
            (Ok(title), Ok(lead), Ok(minutes)) if minutes <= 24 * 60 => {
                let item = row.item.parse::<u32>().ok().filter(|n| !agenda.iter().any(|known| known.item == *n));
                let item = item.unwrap_or_else(|| {
                    next += 1;
                    next
                });
                agenda.push(AgendaItem { item, title, minutes, lead });
            }
            _ => reader.fault("agenda", t.say_with("meetings-agenda-fault", &at)),
        }
    }
    agenda
}
