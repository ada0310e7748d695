//! The calendar that other programs read: a person's steps of this year, the last and the next, at a secret address, without a
//! login. Days are whole days, so no clock is put on or back in it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use icalendar::{Calendar, Component, Event, Property};
use jiff::civil::Date;
use pejl_app::wheel::{self, Seats};
use pejl_app::{Ending, Visit};
use pejl_domain::models::Key;
use pejl_domain::wheel::{Laid, concerns, step};
use pejl_kernel::Years;
use pejl_lang::{Args, Lang, Speech};

use super::addresses::origin;
use super::loading::{actor_of, name_of, state_word};
use crate::ending::Stop;
use crate::inside::Web;
use crate::voice::Voice;

/// Digits of a secret.
const SECRET: usize = 64;
/// A step that the model means to take longer than this stands in the calendar by its first and its last day only.
const LONG: i32 = 31;

/// `GET /kalender/{secret}.ics`
pub(crate) async fn feed(State(web): State<Web>, Path(file): Path<String>, headers: HeaderMap) -> Result<Response, Stop> {
    let secret = file.strip_suffix(".ics").filter(|s| s.len() == SECRET && s.bytes().all(|b| b.is_ascii_hexdigit()));
    let found = web.office.calendar(secret.ok_or(Ending::NotFound)?).await?;
    let Some(wheel::Calendar { visit, mut tx }) = found else { return Err(Stop(Ending::NotFound)) };
    let model = Arc::clone(&visit.place.model);
    let today = visit.actor.on;
    let years = Years { from: today.year() - 1, to: today.year() + 1 };
    let seats = wheel::own_seats(&mut tx, &visit.sight, &visit.actor).await?;
    let wheels = wheel::wheel_years(&mut tx, &visit.sight, &model, &seats, years).await?;
    let lang = Lang::from_code(&visit.account.language).unwrap_or(Lang::Da);
    let writer = Writer {
        voice: Voice { speech: Speech::new(lang), lang, model },
        origin: origin(&web, &headers),
        stamp: web.office.now_in(&visit.place.municipality).strftime("%Y%m%dT%H%M%SZ").to_string(),
        visit: &visit,
        seats: &seats,
    };
    let mut calendar = writer.empty();
    for wheel in &wheels {
        for laid in wheel.steps.iter().filter(|laid| writer.is_meant(laid)) {
            let sequence = wheel.rows_of(laid).map(|row| row.changed.version).sum();
            for event in writer.events(laid, sequence, wheel.responsible(laid)) {
                calendar.push(event);
            }
        }
    }
    let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
    let name = (header::CONTENT_DISPOSITION, "inline; filename=\"pejl.ics\"");
    Ok(([kind, name], calendar.to_string()).into_response())
}

/// Writes somebody's calendar in their language.
struct Writer<'v> {
    voice: Voice,
    origin: String,
    stamp: String,
    visit: &'v Visit,
    seats: &'v Seats,
}

impl Writer<'_> {
    fn empty(&self) -> Calendar {
        let t = self.voice.speech;
        let name = t.a("calendar-name", "municipality", &self.visit.place.municipality.name);
        let mut calendar = Calendar::empty();
        for (key, value) in [
            ("VERSION", "2.0"),
            ("PRODID", "-//Pejl//Pejl//DA"),
            ("CALSCALE", "GREGORIAN"),
            ("METHOD", "PUBLISH"),
            ("X-PUBLISHED-TTL", "PT12H"),
            ("X-WR-TIMEZONE", "Europe/Copenhagen"),
        ] {
            calendar.append_property(Property::new(key, value));
        }
        let mut refresh = Property::new("REFRESH-INTERVAL", "PT12H");
        refresh.add_parameter("VALUE", "DURATION");
        calendar.append_property(refresh);
        calendar.name(&name);
        calendar
    }

    fn is_meant(&self, of: &Laid) -> bool {
        let line: Vec<Key> = self.seats.line.iter().map(|unit| unit.level.clone()).collect();
        match (line.first(), step(&self.voice.model, &of.step)) {
            (Some(own), Some(spec)) => concerns(&self.voice.model, spec, own, &line),
            _ => true,
        }
    }

    /// One event; of what the model means to take long, one for its first day and one for its last. The ids follow from the
    /// model, so that a step that is moved is the same event on other days.
    fn events(&self, of: &Laid, sequence: i64, responsible: &str) -> Vec<Event> {
        let t = self.voice.speech;
        let name = name_of(&self.voice, &of.step);
        let is_long = of.by_model.0.until(of.by_model.1).map_or(0, |span| span.get_days()) > LONG;
        let about = self.about(of, responsible);
        let event = |part: &str, title: String, from: Date, to: Date| {
            let mut event = Event::new();
            event.uid(&self.uid(of, part)).summary(&title).description(&about);
            event.append_property(Property::new("DTSTAMP", self.stamp.clone()));
            event.append_property(day("DTSTART", from));
            event.append_property(day("DTEND", to.tomorrow().unwrap_or(to)));
            event.append_property(Property::new("TRANSP", "TRANSPARENT"));
            event.append_property(Property::new("URL", self.href(of)));
            event.sequence(u32::try_from(sequence).unwrap_or(0));
            event.done()
        };
        if is_long {
            vec![
                event("-first", t.a("calendar-begins", "step", &name), of.from, of.from),
                event("-last", t.a("calendar-ends", "step", &name), of.to, of.to),
            ]
        } else {
            vec![event("", name, of.from, of.to)]
        }
    }

    fn uid(&self, of: &Laid, part: &str) -> String {
        let whose = of.unit.map(|unit| format!("-{unit}")).unwrap_or_default();
        format!("{}-{}{whose}{part}@{}.pejl", of.step, of.year, self.visit.place.municipality.id)
    }

    fn href(&self, of: &Laid) -> String {
        format!("{}/{}/aarshjul/{}/{}", self.origin, self.visit.place.municipality.slug, of.year, of.step)
    }

    fn about(&self, of: &Laid, responsible: &str) -> String {
        let t = self.voice.speech;
        let spec = step(&self.voice.model, &of.step);
        let line = |label: &str, text: &str| {
            (!text.is_empty()).then(|| t.say_with("calendar-line", &Args::new().text("label", t.say(label)).text("text", text)))
        };
        let result = match &of.done {
            Some(done) => line("wheel-result", done.result.as_str()),
            None => line("wheel-expected", spec.map(|s| self.voice.text(&s.result)).unwrap_or_default()),
        };
        let lines = [
            spec.map(|s| self.voice.text(&s.purpose).to_owned()),
            line("wheel-actor", &actor_of(&self.voice, self.seats, &of.actor)),
            line("field-responsible", responsible),
            line("wheel-state", &state_word(t, of.state(self.visit.actor.on))),
            result,
        ];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

/// A whole day.
fn day(key: &str, on: Date) -> Property {
    let mut property = Property::new(key, on.strftime("%Y%m%d").to_string());
    property.add_parameter("VALUE", "DATE");
    property
}
