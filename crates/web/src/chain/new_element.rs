//! Starting an element: which sort, in which unit, and then the form.

use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::Response;
use pejl_app::chain::{self, Draft};
use pejl_app::overview::Mention;
use pejl_app::shown::UnitInLine;
use pejl_app::{Ending, orgs};
use pejl_domain::chain::{Content, Element};
use pejl_domain::models::{ElementKind, ElementSpec, GoalField, Key};
use pejl_kernel::{ElementId, Line, Number};
use pejl_policy::{Action, Facts};

use crate::chain::content_form::{ContentForm, Section, shown};
use crate::chain::content_read::{self, MORE_ROWS};
use crate::chain::edit::done;
use crate::chain::element_form::{ElementForm, more_rows};
use crate::chain::field::{Fields, Input, beside_fields, summary};
use crate::chain::loading::{chain_page, ids_of, mention_choice, must_be_given, positions, the_element};
use crate::ending::Stop;
use crate::forms::{Choice, Faults, Typed, encoded};
use crate::inside::{Inside, deed};
use crate::page::{Page, show, show_with};
use crate::voice::capital;

/// The page that asks which sort, or in which unit.
#[derive(Template)]
#[template(path = "chain/choose.html")]
struct Choose {
    page: Page,
    lead: String,
    ways: Vec<Way>,
    empty: String,
    /// Where the chain is.
    back: String,
}

struct Way {
    title: String,
    href: String,
    text: String,
}

/// Which sort in which unit, with what its form is made of.
struct Begun {
    spec: ElementSpec,
    owner: UnitInLine,
    positions: Vec<Choice>,
    under: Vec<Mention>,
    beside: Vec<Mention>,
}

/// `GET /{m}/kaeden/ny?under=M-2018-014&type=udvalgsmaal&enhed=E-12`
pub(crate) async fn new_element(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let query = Typed(query);
    let units = units_to_draft_in(&mut inside).await?;
    let parent = match query.get("under") {
        "" => None,
        number => Some(the_element(&mut inside, number).await?),
    };
    let specs = specs_to_draft(&inside, &units, parent.as_ref());
    let Some(spec) = Key::parse(query.get("type")).and_then(|key| specs.iter().find(|s| s.key == key)) else {
        return Ok(show(&choose_spec(&inside, &query, &specs)));
    };
    let owners: Vec<&UnitInLine> = units.iter().filter(|u| spec.levels.contains(&u.level)).collect();
    let asked = owners.iter().find(|u| format!("E-{}", u.serial) == query.get("enhed"));
    let owner = match (asked, owners.as_slice()) {
        (Some(owner), _) | (None, [owner]) => (*owner).clone(),
        (None, _) => return Ok(show(&choose_unit(&inside, &query, spec, &owners))),
    };
    let mut typed = Typed::default();
    if let Some(parent) = &parent {
        typed = typed.with("under", parent.number.to_string());
    }
    let begun = begin(&mut inside, spec.clone(), owner, "").await?;
    Ok(show(&form(&inside, &begun, &typed, Faults::default())))
}

/// The open units in which the actor may draft: their own, those right below what they lead, or all.
async fn units_to_draft_in(inside: &mut Inside) -> Result<Vec<UnitInLine>, Stop> {
    let all = orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    let posts: Vec<_> = inside.visit.actor.posts.iter().map(|p| p.unit).collect();
    let mut below = Vec::new();
    for unit in all.iter().filter(|u| posts.contains(&u.id)) {
        let may = |line| chain::may(&inside.visit.actor, Action::DraftElement, &Facts { line, ..Facts::default() });
        let page = orgs::unit_page(&mut inside.tx, &inside.visit.sight, unit.serial).await?;
        below.extend(page.below.into_iter().map(|u| u.id).filter(|id| may(vec![*id, unit.id])));
    }
    let may_in = |unit: &UnitInLine| {
        let facts = Facts { line: vec![unit.id], ..Facts::default() };
        below.contains(&unit.id) || chain::may(&inside.visit.actor, Action::DraftElement, &facts)
    };
    Ok(all.into_iter().filter(may_in).collect())
}

/// The sorts that the actor may draft somewhere, and that may stand under the parent where one is given.
fn specs_to_draft(inside: &Inside, units: &[UnitInLine], parent: Option<&Element>) -> Vec<ElementSpec> {
    let model = &inside.visit.place.model;
    let above = parent.and_then(|p| model.spec(p.kind, &p.level)).map(|spec| &spec.key);
    let fits = |spec: &&ElementSpec| {
        let stands_there = parent.is_none() || above.is_some_and(|above| spec.under.contains(above));
        stands_there && units.iter().any(|u| spec.levels.contains(&u.level))
    };
    model.elements.iter().filter(fits).cloned().collect()
}

fn address(inside: &Inside, query: &Typed, spec: &ElementSpec, unit: &str) -> String {
    let under = query.get("under");
    let part = |name: &str, value: &str| if value.is_empty() { String::new() } else { format!("&{name}={}", encoded(value)) };
    inside.href(&format!("kaeden/ny?type={}{}{}", spec.key, part("under", under), part("enhed", unit)))
}

fn choose_spec(inside: &Inside, query: &Typed, specs: &[ElementSpec]) -> Choose {
    let t = inside.t();
    let title = t.say("chain-new-title");
    let way = |spec: &ElementSpec| {
        let forms = inside.voice.spec(spec);
        let href = address(inside, query, spec, query.get("enhed"));
        Way { title: capital(&forms.singular), href, text: forms.explanation.clone() }
    };
    Choose {
        page: chain_page(inside, title.clone()).here(title),
        lead: t.say("chain-new-lead"),
        ways: specs.iter().map(way).collect(),
        empty: t.say(if query.get("under").is_empty() { "chain-new-nothing" } else { "chain-new-nothing-under" }),
        back: inside.href("kaeden"),
    }
}

fn choose_unit(inside: &Inside, query: &Typed, spec: &ElementSpec, owners: &[&UnitInLine]) -> Choose {
    let title = inside.voice.about("chain-new-unit-title", inside.voice.spec(spec));
    let way = |unit: &&UnitInLine| Way {
        title: unit.name.clone(),
        href: address(inside, query, spec, &format!("E-{}", unit.serial)),
        text: capital(&inside.voice.level(&unit.level)),
    };
    Choose {
        page: chain_page(inside, title.clone()).here(title),
        lead: inside.voice.about("chain-new-unit-lead", inside.voice.spec(spec)),
        ways: owners.iter().map(way).collect(),
        empty: inside.t().say("chain-new-nothing"),
        back: inside.href("kaeden"),
    }
}

/// What the form is made of; `searched` is what was typed to find what it stands under.
async fn begin(inside: &mut Inside, spec: ElementSpec, owner: UnitInLine, searched: &str) -> Result<Begun, Stop> {
    let (sight, place) = (inside.visit.sight, inside.visit.place.clone());
    let positions = positions(inside, owner.id, "").await?;
    let mut under = match sketch(&spec, &owner, inside.visit.actor.on.year()) {
        Some(element) if !spec.under.is_empty() => {
            chain::tie_candidates(&mut inside.tx, &sight, &place, &element, searched).await?
        }
        Some(_) | None => Vec::new(),
    };
    under.sort_by_key(|mention| mention.owner.id != owner.id); // what is at hand first
    let beside =
        if spec.kind.is_beside() { Vec::new() } else { chain::beside_candidates(&mut inside.tx, &sight, &place, "").await? };
    Ok(Begun { spec, owner, positions, under, beside })
}

/// An element as it would be: what it may stand under is asked of it before it is there.
fn sketch(spec: &ElementSpec, owner: &UnitInLine, year: i16) -> Option<Element> {
    let nobody: ElementId = "00000000-0000-0000-0000-000000000000".parse().ok()?;
    let number = Number { prefix: spec.kind.prefix(), year, serial: 0 };
    let content = Content::titled(Line::parse("–").ok()?);
    Element::draft(nobody, number, spec, owner.id, owner.level.clone(), content).ok().map(|(element, _)| element)
}

fn form(inside: &Inside, begun: &Begun, typed: &Typed, faults: Faults) -> ElementForm {
    let (t, voice) = (inside.t(), &inside.voice);
    let fields = shown(&inside.visit.place.model, &begun.spec, Some(typed));
    let positions = begun.positions.iter().map(|c| Choice { chosen: c.value == typed.get("responsible"), ..c.clone() }).collect();
    let content = ContentForm { voice, spec: &begun.spec, shown: &fields, make: Fields { t, typed, faults: &faults }, positions };
    let mut sections = content.sections();
    let ties = ties(inside, begun, &Fields { t, typed, faults: &faults });
    if !ties.fields.is_empty() {
        sections.insert(1.min(sections.len()), ties);
    }
    let title = voice.about("chain-new-form-title", voice.spec(&begun.spec));
    let unit = format!("E-{}", begun.owner.serial);
    ElementForm {
        page: chain_page(inside, title.clone()).here(title),
        lead: t.a("chain-new-owner", "unit", &begun.owner.name),
        action: inside.href("kaeden/ny"),
        faults: summary(t, &faults, sections.iter().flat_map(|section| &section.fields)),
        sections,
        ties: None,
        ties_fault: String::new(),
        version: None,
        both: Vec::new(),
        back: inside.href("kaeden"),
        draft_key: format!("element-new-{}-{unit}", begun.spec.key),
        hidden: vec![("type", begun.spec.key.to_string()), ("enhed", unit)],
        submit: t.say("chain-save-draft"),
        submit_propose: None,
        notice: faults.at("owner").to_owned(),
    }
}

/// What it is put under, and the value markers and sources beside it.
fn ties(inside: &Inside, begun: &Begun, make: &Fields<'_>) -> Section {
    let t = inside.t();
    let required = inside.visit.place.model.required(&begun.spec);
    let mut fields = Vec::new();
    if !begun.spec.under.is_empty() {
        let chosen: Vec<&str> = make.typed.all("under").collect();
        let choices = choices(inside, &begun.under, &chosen);
        let hint = inside.voice.about("chain-under-hint", inside.voice.spec(&begun.spec));
        fields.push(
            make.named("under", "field-under", Input::Search(make.typed.get("soeg").to_owned(), choices))
                .hint(hint)
                .required_if(begun.spec.tied),
        );
    }
    for (name, kind, field) in
        [("value-markers", ElementKind::ValueMarker, GoalField::ValueMarkers), ("sources", ElementKind::Source, GoalField::Sources)]
    {
        let chosen: Vec<&str> = make.typed.all(name).collect();
        let of_kind: Vec<Mention> = begun.beside.iter().filter(|m| m.kind == kind).cloned().collect();
        if !of_kind.is_empty() {
            let label = capital(&inside.voice.noun(kind.noun()).plural);
            let boxes = make.labelled(name, label, Input::Boxes(choices(inside, &of_kind, &chosen)));
            fields.push(boxes.hint(t.say(&format!("chain-hint-{name}"))).required_if(required.contains(&field)));
        }
    }
    Section { legend: t.say("chain-part-ties"), fields }
}

/// What was found, and what was chosen before and is not among it.
fn choices(inside: &Inside, found: &[Mention], chosen: &[&str]) -> Vec<Choice> {
    let is_chosen = |m: &Mention| chosen.contains(&m.number.to_string().as_str());
    let mut choices: Vec<Choice> = found.iter().map(|m| mention_choice(inside, m, is_chosen(m))).collect();
    for number in chosen {
        if !choices.iter().any(|c| c.value == *number) {
            choices.push(Choice::new(*number, *number, true));
        }
    }
    choices.sort_by_key(|c| !c.chosen);
    choices
}

/// `POST /{m}/kaeden/ny`
pub(crate) async fn draft(mut inside: Inside, Form(typed): Form<Vec<(String, String)>>) -> Result<Response, Stop> {
    let typed = Typed(typed);
    let key = Key::parse(typed.get("type")).ok_or(Ending::NotFound)?;
    let spec = inside.visit.place.model.element(&key).cloned().ok_or(Ending::NotFound)?;
    let all = orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    let owner = all.into_iter().find(|u| format!("E-{}", u.serial) == typed.get("enhed")).ok_or(Ending::NotFound)?;
    let facts = chain::facts_of_unit(&mut inside.tx, &inside.visit.sight, owner.id).await?;
    must_be_given(&inside, Action::DraftElement, &facts)?;
    let begun = begin(&mut inside, spec, owner, typed.get("soeg")).await?;
    if typed.get("goer") == "soeg" {
        return Ok(show(&form(&inside, &begun, &typed, Faults::default())));
    }
    if let Some(typed) = more_rows(&typed, MORE_ROWS) {
        return Ok(show(&form(&inside, &begun, &typed, Faults::default())));
    }
    let (t, today) = (inside.t(), inside.visit.actor.on);
    let fields = shown(&inside.visit.place.model, &begun.spec, Some(&typed));
    let content = match content_read::read(&typed, t, today, begun.spec.kind, &fields, None) {
        Ok(content) => content,
        Err(faults) => return Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &begun, &typed, faults))),
    };
    let under = ids_of(&mut inside, typed.all("under").map(ToOwned::to_owned)).await?;
    let beside = typed.all("value-markers").chain(typed.all("sources")).map(ToOwned::to_owned);
    let beside = ids_of(&mut inside, beside).await?;
    let draft = Draft { spec: begun.spec.key.clone(), owner: begun.owner.id, year: today.year(), content, under, beside };
    match deed!(inside, desk => chain::draft_element(&mut desk, draft)) {
        Ok(element) => Ok(done(&inside, "chain-drafted", &element).await),
        Err(Ending::Refused(refused)) => {
            let faults = beside_fields(inside.reasons(&refused));
            Ok(show_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&inside, &begun, &typed, faults)))
        }
        Err(ending) => Err(ending.into()),
    }
}
