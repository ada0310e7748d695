//! The pages of meetings: one that runs, with a line and a guidepost, entered through the pages; and the rows of its routes.

use axum::http::StatusCode;
use pejl_testkit::TestDb;
use pejl_testkit::pages::{CONSULTANT, House, Visitor};

use crate::rounds::{HEAD, LEADER};
use crate::routes::{Door, Ground, Row, form};

/// A meeting that runs, and one that units are invited to.
pub struct Meetings {
    /// The line that was noted.
    pub contribution: String,
    /// The guidepost that was worded from it.
    pub draft: String,
}

/// The meeting that runs.
const RUNNING: &str = "/testby/moeder/1";
/// The meeting that units prepare for.
const INVITED: &str = "/testby/moeder/2";

/// What a meeting is planned with: the children's committee and the school, alone.
fn plan(version: &str) -> Vec<(&'static str, String)> {
    let fields = [
        ("version", version),
        ("title", "Dialogmøde med Ådalskolen"),
        ("hosts", "E-2"),
        ("year", "2018"),
        ("form", "single"),
        ("units", "E-6"),
        ("on", "1/6-2018"),
        ("begins", "15.30"),
        ("agenda-item", "1"),
        ("agenda-title", "Skolen fortæller"),
        ("agenda-minutes", "30"),
        ("agenda-lead", ""),
    ];
    form(&fields)
}

async fn done(visitor: &Visitor, path: &str, form: &[(&str, String)]) {
    let answer = visitor.post(path, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.page().outline());
}

impl Meetings {
    /// Plans two meetings, invites to both, and holds the first.
    pub async fn enter(house: &House, db: &TestDb) -> Self {
        let keeper = house.visitor(CONSULTANT).await;
        for path in [RUNNING, INVITED] {
            done(&keeper, "/testby/moeder/nyt", &plan("0")).await;
            done(&keeper, &format!("{path}/form"), &form(&[("version", "1"), ("form", "single"), ("note", "")])).await;
            done(&keeper, &format!("{path}/inviter"), &form(&[("version", "2")])).await;
        }
        done(&keeper, "/testby/moeder/briefing/ny", &form(&[("udvalg", "E-2"), ("aar", "2018")])).await;
        done(&keeper, &format!("{RUNNING}/start"), &form(&[("version", "3")])).await;
        let said = form(&[("key", "a1"), ("item", "1"), ("speaker", "unit"), ("unit", "E-6"), ("text", "Krydset er farligt.")]);
        done(&keeper, &format!("{RUNNING}/referent/indlaeg"), &said).await;
        let id = async |sql: &str| {
            let hex = db.texts(sql).await.into_iter().flatten().next().expect("an id");
            [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
        };
        let contribution = id("SELECT lower(hex(id)) FROM meeting_contribution").await;
        let worded = form(&[("key", "b1"), ("title", "Trygt på vej"), ("draft-text", ""), ("from", &contribution)]);
        done(&keeper, &format!("{RUNNING}/referent/udkast"), &worded).await;
        Self { draft: id("SELECT lower(hex(id)) FROM guidepost_draft").await, contribution }
    }
}

/// A route of meetings and briefings.
pub fn meeting_row(rest: &str, ground: &Ground) -> Option<Row> {
    let meetings = &ground.meetings;
    let at = |path: String, door, fields: &[(&'static str, &str)]| Some(Row { path, door, form: form(fields), file: None });
    let tended = Door::Tended(CONSULTANT);
    let paper = "/testby/moeder/briefing/E-2/2018";
    match rest {
        "" => return at("/testby/moeder".to_owned(), Door::Everybody, &[]),
        "/nyt" => return Some(Row { path: "/testby/moeder/nyt".to_owned(), door: tended, form: plan("0"), file: None }),
        "/briefing" => return at("/testby/moeder/briefing".to_owned(), Door::Everybody, &[]),
        "/briefing/{unit}/{year}" => return at(paper.to_owned(), Door::Everybody, &[]),
        // A controller writes briefings too.
        "/briefing/ny" => return at("/testby/moeder/briefing/ny".to_owned(), Door::Kept, &[("udvalg", "E-2"), ("aar", "2018")]),
        "/briefing/{unit}/{year}/ret" => {
            return at(format!("{paper}/ret"), Door::Kept, &[("version", "1"), ("text-opening", "Tal om skolevejen.")]);
        }
        "/briefing/{unit}/{year}/hent" | "/briefing/{unit}/{year}/send" => {
            let deed = rest.rsplit('/').next().unwrap_or_default();
            return at(format!("{paper}/{deed}"), Door::Kept, &[("version", "1")]);
        }
        _ => {}
    }
    let of = rest.strip_prefix("/{meeting}")?;
    let running = |rest: &str| format!("{RUNNING}{rest}");
    match of {
        "" | "/tavle" | "/referat" => at(running(of), Door::Everybody, &[]),
        "/forberedelse/{unit}" => at(format!("{INVITED}/forberedelse/E-6"), Door::Everybody, &[]),
        "/forberedelse/{unit}/gem" => {
            let fields = [("version", "0"), ("status", "Det går godt."), ("ready", "1")];
            at(format!("{INVITED}/forberedelse/E-6/gem"), Door::Tended(LEADER), &fields)
        }
        "/forberedelse/{unit}/input" => {
            at(format!("{INVITED}/forberedelse/E-6/input"), Door::Tended(LEADER), &[("from", "board"), ("text", "Mere lys.")])
        }
        "/ret" => Some(Row { path: format!("{INVITED}/ret"), door: tended, form: plan("3"), file: None }),
        "/form" => at(running(of), tended, &[("version", "4"), ("form", "single"), ("note", "")]),
        "/inviter" | "/start" | "/slut" | "/genoptag" => at(running(of), Door::Tended(HEAD), &[("version", "4")]),
        "/aflys" => at(format!("{INVITED}/aflys"), tended, &[("version", "3"), ("note", "Sne.")]),
        "/referent" => at(running(of), Door::Tended(HEAD), &[]),
        "/referent/indlaeg" => at(running(of), Door::Tended(HEAD), &[("key", "a2"), ("speaker", "board"), ("text", "Mere lys.")]),
        "/referent/indlaeg/{contribution}" => {
            let path = running(&format!("/referent/indlaeg/{}", meetings.contribution));
            at(path, Door::Tended(HEAD), &[("version", "1"), ("text", "Krydset er meget farligt.")])
        }
        "/referent/udkast" => {
            let fields = [("key", "b2"), ("title", "Mere lys"), ("draft-text", ""), ("from", &*meetings.contribution)];
            at(running(of), Door::Tended(HEAD), &fields)
        }
        "/referent/udkast/{draft}" => {
            let path = running(&format!("/referent/udkast/{}", meetings.draft));
            let fields = [("version", "1"), ("title", "Trygt hele vejen"), ("draft-text", ""), ("from", &*meetings.contribution)];
            at(path, Door::Tended(HEAD), &fields)
        }
        "/referent/fremmoede" => at(running(of), Door::Tended(HEAD), &[("der", "E-6")]),
        "/referat/skriv" => at(running(of), Door::Tended(HEAD), &[("version", "4"), ("minutes", "Et godt møde.")]),
        "/referat/send" | "/referat/indarbejd" => at(running(of), Door::Tended(HEAD), &[("version", "4")]),
        "/referat/kommentar" => at(running(of), Door::Tended(LEADER), &[("comment", "Skriv lys med.")]),
        "/referat/godkend" => at(running(of), tended, &[("version", "4")]),
        "/pejlemaerker/{draft}" => at(running(&format!("/pejlemaerker/{}", meetings.draft)), tended, &[("owner", "E-2")]),
        _ => None,
    }
}
