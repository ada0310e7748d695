//! A committee's briefing: a page to read and a paper to print, each line with where it comes from.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use pejl_app::Ending;
use pejl_app::meetings::{self, BriefingPage};
use pejl_domain::meetings::briefing::{Briefing, PaperFigure, PaperLine, Section, SectionKind, Source};
use pejl_domain::models::{BodyKind, Key};
use pejl_kernel::Number;
use pejl_lang::Args;
use pejl_policy::{Action, Facts};

use super::loading::{committees_kept, form_word, front, may};
use crate::chain::element_href;
use crate::chain::said::figure;
use crate::ending::Stop;
use crate::forms::Choice;
use crate::history::{HistoryEntry, entries};
use crate::inside::Inside;
use crate::marks::{BarPart, MarkShown, bar, mark};
use crate::orgs::unit_serial;
use crate::page::{Page, show};
use crate::rooms::{RoomLink, rooms};

#[derive(Template)]
#[template(path = "meetings/briefings.html")]
struct List {
    page: Page,
    rooms: Vec<RoomLink>,
    rows: Vec<Row>,
    /// The committees to begin one for; empty where the reader begins none.
    committees: Vec<Choice>,
    year: i16,
    begin_href: String,
}

struct Row {
    title: String,
    href: String,
    state: &'static str,
    state_word: String,
}

/// `GET /{m}/moeder/briefing`
pub(crate) async fn list(mut inside: Inside) -> Result<Response, Stop> {
    let rooms = rooms(&mut inside, "moeder/briefing").await?;
    let rows = meetings::briefings(&mut inside.tx, &inside.visit.sight).await?;
    let units = pejl_app::orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    let keeps_all = may(&inside, Action::KeepBriefing, &Facts::municipality());
    let kept = if keeps_all { Vec::new() } else { committees_kept(&mut inside, Action::KeepBriefing).await? };
    let keeps = |id: pejl_kernel::UnitId| keeps_all || kept.contains(&id);
    let t = inside.t();
    let is_committee = |level: &Key| {
        matches!(inside.voice.model.level(level).map(|l| l.body), Some(BodyKind::Committee | BodyKind::FinanceCommittee))
    };
    let committees = units
        .iter()
        .filter(|unit| keeps(unit.id) && is_committee(&unit.level))
        .map(|unit| Choice::new(format!("E-{}", unit.serial), unit.name.clone(), false));
    let shown = rows.iter().filter(|row| row.sent.is_some() || keeps(row.committee.id)).map(|row| Row {
        title: title(&inside, &row.committee.name, row.year),
        href: inside.href(&format!("moeder/briefing/E-{}/{}", row.committee.serial, row.year)),
        state: if row.sent.is_some() { "closed" } else { "draft" },
        state_word: match row.sent {
            Some(at) => t.a("briefing-sent-on", "date", t.date(pejl_kernel::clock::danish_date(at))),
            None => t.say("briefing-writing"),
        },
    });
    let name = t.say("meetings-room-briefing");
    Ok(show(&List {
        page: front(&inside, name.clone()).here(name),
        rooms,
        rows: shown.collect(),
        committees: committees.collect(),
        year: inside.visit.actor.on.year(),
        begin_href: inside.href("moeder/briefing/ny"),
    }))
}

fn title(inside: &Inside, committee: &str, year: i16) -> String {
    inside.t().say_with("briefing-title", &Args::new().text("committee", committee).text("year", year))
}

/// The briefing that an address names.
pub(super) async fn the_briefing(inside: &mut Inside, unit: &str, year: &str) -> Result<(BriefingPage, i16), Stop> {
    let serial = unit_serial(unit).ok_or(Ending::NotFound)?;
    let year = year.parse::<i16>().map_err(|_| Ending::NotFound)?;
    let visit = &inside.visit;
    Ok((meetings::briefing_page(&mut inside.tx, &visit.sight, &visit.actor, serial, year).await?, year))
}

/// A briefing's address.
pub(super) fn href_of(inside: &Inside, serial: i64, year: i16) -> String {
    inside.href(&format!("moeder/briefing/E-{serial}/{year}"))
}

/// The frame of a briefing's pages.
pub(super) fn frame(inside: &Inside, committee: &str, year: i16) -> Page {
    let title = title(inside, committee, year);
    let name = inside.t().say("meetings-room-briefing");
    front(inside, title.clone()).crumb(name, inside.href("moeder/briefing")).here(title)
}

#[derive(Template)]
#[template(path = "meetings/briefing.html")]
struct View {
    page: Page,
    href: String,
    committee_href: String,
    lead: String,
    /// None where nobody has begun one.
    paper: Option<PaperShown>,
    may_keep: bool,
    begin_href: String,
    begin_unit: String,
    begin_year: i16,
    empty_text: String,
}

struct PaperShown {
    version: i64,
    is_sent: bool,
    seal: String,
    seal_word: String,
    drawn: String,
    toc: Vec<(String, String)>,
    sections: Vec<SectionShown>,
    history: Vec<HistoryEntry>,
}

/// A section as pages show it.
pub(super) struct SectionShown {
    pub key: &'static str,
    pub heading: String,
    pub text: String,
    pub bar: Vec<BarPart>,
    pub bar_label: String,
    pub lines: Vec<LineShown>,
    pub more: String,
    pub empty: String,
}

/// A line as pages show it.
pub(super) struct LineShown {
    pub title: String,
    pub meta: String,
    pub text: String,
    pub mark: Option<MarkShown>,
    pub before: Option<MarkShown>,
    pub bar: Vec<BarPart>,
    pub bar_label: String,
    pub figure: String,
    /// Where it comes from: what it is called, and its address.
    pub source: Option<(String, String)>,
    pub is_left_out: bool,
    /// Whether it goes on where the line before speaks: the same unit, from the same place.
    pub is_same: bool,
}

/// `GET /{m}/moeder/briefing/{unit}/{year}`
pub(crate) async fn briefing(mut inside: Inside, Path((_, unit, year)): Path<(String, String, String)>) -> Result<Response, Stop> {
    let (found, year) = the_briefing(&mut inside, &unit, &year).await?;
    let inside = &inside;
    let t = inside.t();
    let paper = found.briefing.as_ref().map(|briefing| paper(inside, &found, briefing));
    let lead = match found.briefing.as_ref().map(|b| b.sent) {
        Some(Some(stamp)) => t.a("briefing-sent-on", "date", t.date(pejl_kernel::clock::danish_date(stamp.at))),
        Some(None) => t.say("briefing-writing-lead"),
        None => String::new(),
    };
    Ok(show(&View {
        page: frame(inside, &found.committee.name, year),
        href: href_of(inside, found.committee.serial, year),
        committee_href: inside.href(&format!("enhed/E-{}", found.committee.serial)),
        lead,
        paper,
        may_keep: found.may_keep,
        begin_href: inside.href("moeder/briefing/ny"),
        begin_unit: format!("E-{}", found.committee.serial),
        begin_year: year,
        empty_text: t.say(if found.may_keep { "briefing-none-yours" } else { "briefing-none-text" }),
    }))
}

fn paper(inside: &Inside, found: &BriefingPage, briefing: &Briefing) -> PaperShown {
    let t = inside.t();
    let is_sent = briefing.sent.is_some();
    let shows =
        |section: &&Section| is_sent || !section.text.is_empty() || section.shown().next().is_some() || section.spread.is_some();
    let sections: Vec<SectionShown> =
        briefing.paper.sections.iter().filter(shows).map(|section| section_shown(inside, section, false)).collect();
    let drawn = briefing.paper.drawn.map(|at| t.a("briefing-drawn", "at", t.date_time(at))).unwrap_or_default();
    PaperShown {
        version: briefing.version,
        is_sent,
        seal: briefing.seal.clone(),
        seal_word: t.say(if found.seal_holds { "briefing-seal-holds" } else { "briefing-seal-broken" }),
        drawn,
        toc: sections.iter().map(|section| (section.key.to_owned(), section.heading.clone())).collect(),
        sections,
        history: entries(&inside.voice, &found.history),
    }
}

/// A section in words; with what is left out where it is edited.
pub(super) fn section_shown(inside: &Inside, section: &Section, with_left_out: bool) -> SectionShown {
    let t = inside.t();
    let lines = section.lines.iter().filter(|line| with_left_out || !line.is_left_out);
    let mut lines: Vec<LineShown> = lines.map(|line| line_shown(inside, line)).collect();
    if section.kind == SectionKind::Voices && !with_left_out {
        let spoke: Vec<(String, Option<(String, String)>)> = lines.iter().map(|l| (l.title.clone(), l.source.clone())).collect();
        for (line, before) in lines.iter_mut().skip(1).zip(&spoke) {
            line.is_same = (&line.title, &line.source) == (&before.0, &before.1);
        }
    }
    let key = section.kind.as_str();
    SectionShown {
        heading: t.say(&format!("briefing-section-{key}")),
        empty: t.say(&format!("briefing-empty-{key}")),
        key,
        text: section.text.to_string(),
        bar: section.spread.map(|spread| bar(inside, spread)).unwrap_or_default(),
        bar_label: section.spread.map(|spread| t.n("rounds-goals", spread.all())).unwrap_or_default(),
        lines,
        more: if section.more > 0 { t.n("briefing-more", section.more) } else { String::new() },
    }
}

fn line_shown(inside: &Inside, line: &PaperLine) -> LineShown {
    let t = inside.t();
    let came = line.opened.map(|on| t.a("briefing-unit-opened", "date", t.date(on)));
    let went = line.closed.map(|on| {
        if line.text.is_empty() {
            return t.a("briefing-unit-closed", "date", t.date(on));
        }
        t.say_with("briefing-unit-closed-into", &Args::new().text("date", t.date(on)).text("unit", &line.text))
    });
    let is_unit = came.is_some() || went.is_some();
    let moved: Vec<String> = [came, went].into_iter().flatten().collect();
    let topic = line.topic.map(|topic| t.say(&format!("topic-{}", topic.as_str())));
    let form = line.form.map(|form| form_word(inside, form));
    let on = line.on.map(|on| t.weekday_date(on));
    let unit = Some(line.unit.clone()).filter(|unit| !unit.is_empty());
    let meta: Vec<String> = [topic, unit, form, on].into_iter().flatten().collect();
    LineShown {
        title: line.title.clone(),
        meta: meta.join(" · "),
        text: if is_unit { moved.join(" ") } else { line.text.clone() },
        mark: line.mark.map(|of| mark(inside, Some(of))),
        before: line.before.map(|of| mark(inside, Some(of))),
        bar: line.spread.filter(|spread| spread.all() > 0).map(|spread| bar(inside, spread)).unwrap_or_default(),
        bar_label: line.spread.map(|spread| t.n("rounds-goals", spread.all())).unwrap_or_default(),
        figure: line.figure.as_ref().map(|of| figure_said(inside, of)).unwrap_or_default(),
        source: source(inside, &line.source),
        is_left_out: line.is_left_out,
        is_same: false,
    }
}

/// "71 %, skal være ≥ 85 % (før 71 %). Kilde: …"
fn figure_said(inside: &Inside, of: &PaperFigure) -> String {
    let t = inside.t();
    let value = figure(t, of.value, &of.unit);
    let mut said = match (of.comparator, of.wanted) {
        (Some(comparator), Some(wanted)) => {
            let wanted = format!("{} {}", comparator.sign(), figure(t, wanted, &of.unit));
            t.say_with("briefing-figure-wanted", &Args::new().text("value", value).text("wanted", wanted))
        }
        _ => value,
    };
    if let Some(baseline) = of.baseline {
        said = t.say_with("briefing-figure-began", &Args::new().text("said", said).text("began", figure(t, baseline, &of.unit)));
    }
    if of.from.is_empty() {
        said
    } else {
        t.say_with("briefing-figure-from", &Args::new().text("said", said).text("from", &of.from))
    }
}

/// Where a line comes from, in words, with the address of the page it is on.
fn source(inside: &Inside, of: &Source) -> Option<(String, String)> {
    let t = inside.t();
    match of {
        Source::Hand => None,
        Source::Element(number) => {
            let parsed = number.parse::<Number>().ok()?;
            Some((number.clone(), element_href(inside, &parsed)))
        }
        Source::Report(number, round, year) => {
            let key = Key::parse(round)?;
            let name = inside.voice.round(&key, *year);
            let href = inside.href(&format!("opfoelgning/{year}/{round}/indberetning/{number}"));
            Some((format!("{number}, {name}"), href))
        }
        Source::Unit(serial) => Some((format!("E-{serial}"), inside.href(&format!("enhed/E-{serial}")))),
        Source::Preparation(meeting, unit) => {
            Some((t.say("briefing-source-preparation"), inside.href(&format!("moeder/{meeting}/forberedelse/E-{unit}"))))
        }
        Source::Meeting(serial) => Some((t.say("briefing-source-meeting"), inside.href(&format!("moeder/{serial}")))),
    }
}
