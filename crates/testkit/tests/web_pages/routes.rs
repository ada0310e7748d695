//! Every route × every kind of visitor. A route without a row here fails the first test: nobody opens a door without saying
//! who may go through it.

use std::fmt::Write as _;
use std::ops::Deref;

use axum::http::StatusCode;
use pejl_domain::orgs::Role;
use pejl_testkit::TestDb;
use pejl_testkit::pages::{ADMINISTRATOR, Answer, CONSULTANT, House, READER, Visitor, at_testby, login_of};

use crate::agreed::Agreed;
use crate::cases::{Cases, case_row};
use crate::chain::Chain;
use crate::meetings::{Meetings, meeting_row};
use crate::rounds::{HEAD, LEADER, Rounds};
use crate::rows::{agreement_row, element_row, round_row, wheel_row};
use crate::seminars::{self, seminar_row};
use crate::strategy::{Strategy, letter_row};

/// Everything that the addresses of routes are filled in with.
pub struct Ground {
    pub chain: Chain,
    pub rounds: Rounds,
    pub agreed: Agreed,
    pub strategy: Strategy,
    pub meetings: Meetings,
    pub cases: Cases,
    pub person: String,
    pub position: String,
    pub account: String,
    pub version: String,
    pub import: String,
    /// The path of the consultant's calendar.
    pub calendar: String,
}

impl Deref for Ground {
    type Target = Chain;

    fn deref(&self) -> &Chain {
        &self.chain
    }
}

/// A file of units, as an administrator brings it in.
const UNITS: &str = "navn;niveau;overenhed;gyldig fra\nNy Skole;institution;E-4;01-01-2018\n";

impl Ground {
    /// Enters the chain, and brings in a file of units that nobody has acted on yet.
    pub async fn enter(house: &House, db: &TestDb) -> Self {
        let chain = Chain::enter(house).await;
        let rounds = Rounds::enter(house, db, &chain).await;
        let agreed = Agreed::enter(house, &chain).await;
        let strategy = Strategy::enter(house, db).await;
        let meetings = Meetings::enter(house, db).await;
        seminars::enter(house).await;
        let id = async |sql: &str| {
            let hex = db.texts(sql).await.into_iter().flatten().next().expect("an id");
            [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
        };
        let teacher = login_of("testby", "employee@skole");
        let keeper = house.visitor(ADMINISTRATOR).await;
        let import = keeper.upload("/testby/opsaetning/indlaesning", &[], ("file", "enheder.csv", UNITS.as_bytes())).await;
        let import = import.leads_to().unwrap_or_default();
        let calendar = crate::wheel::calendar(&house.visitor(CONSULTANT).await).await;
        Self {
            person: house.town.actor(Role::Employee).person().expect("a teacher").to_string(),
            position: house.town.position_at(Role::InstitutionLeader, "skole").to_string(),
            account: id(&format!("SELECT lower(hex(id)) FROM account WHERE login = '{teacher}'")).await,
            version: house.town.version.to_string(),
            import: import.rsplit('/').next().unwrap_or_default().to_owned(),
            calendar,
            cases: Cases::enter(house).await,
            rounds,
            agreed,
            strategy,
            meetings,
            chain,
        }
    }
}

/// The post whose holder sees everything and may change nothing of it.
const CONTROLLER: &str = "controller@byraad";

/// Who a page is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Door {
    /// Whoever comes by, logged in or not.
    Anybody,
    /// Everybody logged in in the municipality.
    Everybody,
    /// Who may do the deed; everybody else in the municipality sees the thing but is denied the deed.
    Tended(&'static str),
    /// The life of a round: the consultant's and the controller's.
    Kept,
}

impl Door {
    /// Somebody who may go through it, where not everybody may.
    fn tender(self) -> Option<&'static str> {
        match self {
            Self::Tended(post) => Some(post),
            Self::Kept => Some(CONSULTANT),
            Self::Anybody | Self::Everybody => None,
        }
    }
}

/// One route with real things in its address.
pub struct Row {
    pub path: String,
    pub door: Door,
    /// What is sent where it takes a form: enough to be read, so that the answer is the policy's and not the form's.
    pub form: Vec<(&'static str, String)>,
    /// What is sent as a file, where it takes one.
    pub file: Option<&'static str>,
}

impl Row {
    /// Sends the row's form, or its file.
    pub async fn send(&self, visitor: &Visitor) -> Answer {
        match self.file {
            Some(content) => visitor.upload(&self.path, &[], ("file", "fil.csv", content.as_bytes())).await,
            None => visitor.post(&self.path, &self.form).await,
        }
    }

    async fn visit(&self, visitor: &Visitor, method: &str) -> Answer {
        if method == "GET" { visitor.get(&self.path).await } else { self.send(visitor).await }
    }
}

const KINDS: [&str; 8] = ["maalsaetning", "politik", "pejlemaerke", "indsatsomraade", "maal", "handling", "vaerdimarkoer", "kilde"];

/// The row of a route; nothing where nobody has thought about it.
pub fn row(pattern: &str, ground: &Ground) -> Option<Row> {
    let at = |path: &str, door, fields: &[(&'static str, &str)]| {
        Some(Row { path: path.to_owned(), door, form: form(fields), file: None })
    };
    let Some(inside) = pattern.strip_prefix("/{municipality}") else {
        return match pattern {
            "/" | "/log-ind" | "/logud" | "/sprog" | "/tilgaengelighed" | "/was" | "/healthz" | "/readyz" => {
                at(pattern, Door::Anybody, &[])
            }
            "/assets/{file}" => at("/assets/manifest.json", Door::Anybody, &[]),
            "/afmeld/{secret}" => at("/afmeld/0123456789abcdef", Door::Anybody, &[]),
            "/kalender/{file}" => at(&ground.calendar, Door::Anybody, &[]),
            _ => None,
        };
    };
    let parts: Vec<&str> = inside.split('/').skip(1).collect();
    if let [kind, "{number}", rest @ ..] = parts.as_slice()
        && KINDS.contains(kind)
    {
        return element_row(kind, rest.first().copied().unwrap_or_default(), ground);
    }
    if let Some(rest) = inside.strip_prefix("/aftale") {
        return agreement_row(rest, ground);
    }
    if let Some(rest) = inside.strip_prefix("/sager") {
        return case_row(rest, ground);
    }
    if let Some(rest) = inside.strip_prefix("/opfoelgning") {
        return round_row(rest, ground);
    }
    if let Some(rest) = inside.strip_prefix("/strategibrev") {
        return letter_row(rest, ground);
    }
    if let Some(rest) = inside.strip_prefix("/aarshjul") {
        return wheel_row(rest);
    }
    if let Some(rest) = inside.strip_prefix("/moeder") {
        return meeting_row(rest, ground);
    }
    if let Some(rest) = inside.strip_prefix("/maalseminar") {
        return seminar_row(rest, &ground.chain);
    }
    let filled = [
        ("{unit}", "E-6"),
        ("{person}", &ground.person),
        ("{position}", &ground.position),
        ("{account}", &ground.account),
        ("{version}", &ground.version),
        ("{import}", &ground.import),
    ];
    let path = filled.iter().fold(format!("/testby{inside}"), |path, (hole, value)| path.replace(hole, value));
    let everybody = |_: ()| at(&path, Door::Everybody, &[]);
    let keeper = |fields: &[(&'static str, &str)]| at(&path, Door::Tended(ADMINISTRATOR), fields);
    let tended = |fields: &[(&'static str, &str)]| at(&path, Door::Tended(CONSULTANT), fields);
    let file = |post, content| Some(Row { path: path.clone(), door: Door::Tended(post), form: Vec::new(), file: Some(content) });
    match inside {
        "" | "/kaeden" | "/kaeden/daekning" | "/kaeden/balance" | "/enhed/{unit}" | "/soeg" | "/ord" => everybody(()),
        "/opgaver" => everybody(()),
        "/paamindelser" => {
            at("/testby/paamindelser", Door::Everybody, &[("version", "0"), ("weekly", "monday"), ("language", "da")])
        }
        "/min-konto" | "/min-konto/log-ud-alle-steder" | "/min-konto/kalender" | "/min-konto/kalender/luk" => everybody(()),
        "/opsaetning"
        | "/opsaetning/organisation"
        | "/opsaetning/organisation/{unit}"
        | "/opsaetning/personer"
        | "/opsaetning/personer/{person}"
        | "/opsaetning/stilling/{position}"
        | "/opsaetning/model"
        | "/opsaetning/model/version/{version}" => everybody(()),
        "/opsaetning/organisation/ny" | "/opsaetning/organisation/{unit}/ret" => keeper(&[
            ("version", "1"),
            ("name", "Ny enhed"),
            ("level", "institution"),
            ("parent", "E-4"),
            ("kind", ""),
            ("area", ""),
            ("function", "service"),
            ("from", "1/1-2018"),
        ]),
        "/opsaetning/organisation/{unit}/luk" => keeper(&[("version", "1"), ("to", "31/12-2018"), ("successor", "")]),
        "/opsaetning/organisation/{unit}/stilling/ny" => {
            keeper(&[("role", "employee"), ("title", "Lærer"), ("person", ""), ("from", "1/1-2018"), ("to", "")])
        }
        "/opsaetning/personer/ny" | "/opsaetning/personer/{person}/ret" => {
            keeper(&[("version", "1"), ("name", "Ny person"), ("email", "")])
        }
        "/opsaetning/stilling/{position}/overdrag" => keeper(&[("version", "1"), ("hand-person", ""), ("hand-from", "1/7-2018")]),
        "/opsaetning/stilling/{position}/ophoer" => keeper(&[("version", "1"), ("end-to", "31/12-2018")]),
        "/opsaetning/stilling/{position}/stedfortraeder" => {
            keeper(&[("stand-person", &ground.person), ("stand-from", "1/7-2018"), ("stand-to", "31/7-2018")])
        }
        "/opsaetning/indlaesning" => file(ADMINISTRATOR, UNITS),
        "/opsaetning/indlaesning/organisation.csv"
        | "/opsaetning/indlaesning/{import}"
        | "/opsaetning/indlaesning/{import}/koer"
        | "/opsaetning/indlaesning/{import}/fortryd"
        | "/opsaetning/indlaesning/{import}/fremdrift" => keeper(&[]),
        "/opsaetning/adgange"
        | "/opsaetning/adgange/ny"
        | "/opsaetning/adgange/{account}/kodeord"
        | "/opsaetning/adgange/{account}/luk"
        | "/opsaetning/afvisninger" => {
            keeper(&[("person", &ground.person), ("login", "testby.ny"), ("password", "et langt kodeord")])
        }
        "/opsaetning/haendelseslog" => keeper(&[]),
        "/opsaetning/model/ny" => file(CONSULTANT, pejl_testkit::town::MODEL),
        "/opsaetning/model/installer" => tended(&[("body", pejl_testkit::town::MODEL)]),
        "/kaeden/ny" => at(
            "/testby/kaeden/ny?type=institutionsmaal&enhed=E-6",
            Door::Tended(CONSULTANT),
            &[("type", "institutionsmaal"), ("enhed", "E-6"), ("title", "Et mål til")],
        ),
        "/enhed/{unit}/overdrag" => tended(&[("to", "E-7")]),
        _ => None,
    }
}

/// Fields with texts of their own.
pub fn form(fields: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

/// Every route with its row.
pub fn rows(house: &House, ground: &Ground) -> Vec<(String, String, Row)> {
    let mut rows = Vec::new();
    for (pattern, methods) in house.routes() {
        for method in methods {
            if let Some(row) = row(&pattern, ground) {
                rows.push((pattern.clone(), method, row));
            }
        }
    }
    rows
}

/// The address of every page that can be opened, with Testby's chain entered.
pub async fn addresses(house: &House, db: &TestDb) -> Vec<String> {
    let ground = Ground::enter(house, db).await;
    rows(house, &ground).into_iter().filter(|(_, method, _)| method == "GET").map(|(_, _, row)| row.path).collect()
}

#[test]
fn every_route_has_a_row_that_says_who_may_go_through() {
    at_testby(async |house, db| {
        let ground = Ground::enter(house, db).await;
        let mut without = Vec::new();
        for (pattern, methods) in house.routes() {
            without.extend(methods.iter().filter(|_| row(&pattern, &ground).is_none()).map(|m| format!("{m} {pattern}")));
        }
        assert!(without.is_empty(), "these routes have no row in web_pages/routes.rs:\n{}", without.join("\n"));
    });
}

/// The list of routes, for reading: a snapshot, so that a new door shows in review. The browser's tests read it too.
#[test]
fn the_list_of_routes_is_known() {
    at_testby(async |house, _| {
        let mut list = String::new();
        for (pattern, methods) in house.routes() {
            writeln!(list, "{:9}{pattern}", methods.join(",")).unwrap();
        }
        insta::assert_snapshot!(list);
    });
}

#[test]
fn who_is_not_logged_in_is_led_to_the_door_by_every_route_and_back_by_those_that_show() {
    at_testby(async |house, db| {
        let ground = Ground::enter(house, db).await;
        let mut wrong = Vec::new();
        for (_, method, row) in rows(house, &ground) {
            if row.door == Door::Anybody {
                continue;
            }
            let anybody = house.anybody();
            let answer = row.visit(&anybody, &method).await;
            let leads = answer.leads_to().unwrap_or_default();
            let comes_back = method != "GET" || anybody.get(&leads).await.page().value("videre").as_deref() == Some(&row.path);
            if !leads.starts_with("/log-ind?videre=") || !comes_back {
                wrong.push(format!("{method} {}: {} {leads}", row.path, answer.status));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn to_a_stranger_from_another_municipality_nothing_of_ours_is_there() {
    at_testby(async |house, db| {
        let ground = Ground::enter(house, db).await;
        let stranger = house.stranger(CONSULTANT).await;
        let keeper = house.stranger(ADMINISTRATOR).await;
        let mut wrong = Vec::new();
        for (_, method, row) in rows(house, &ground) {
            if row.door == Door::Anybody {
                continue;
            }
            for visitor in [&stranger, &keeper] {
                let answer = row.visit(visitor, &method).await;
                if answer.status != StatusCode::NOT_FOUND || answer.body.contains("Ådalskolen") {
                    wrong.push(format!("{method} {}: {}", row.path, answer.status));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn who_sees_all_and_may_nothing_opens_what_is_for_everybody_and_is_denied_every_deed() {
    at_testby(async |house, db| {
        let ground = Ground::enter(house, db).await;
        let reader = house.visitor(CONTROLLER).await;
        let mut wrong = Vec::new();
        for (pattern, method, row) in rows(house, &ground) {
            let expected = match (row.door, method.as_str()) {
                // Whoever may write nothing is told so on the page where one chooses what to write.
                _ if pattern.ends_with("/kaeden/ny") && method == "GET" => StatusCode::OK,
                // The audit trail is a controller's too.
                _ if pattern.ends_with("/haendelseslog") => StatusCode::OK,
                (Door::Everybody, "GET") => StatusCode::OK,
                // One's own page in a round is there for everybody; there is nothing on it.
                _ if pattern.ends_with("/min") && method == "GET" => StatusCode::OK,
                (Door::Tended(_), _) => StatusCode::FORBIDDEN,
                (Door::Kept, _) => continue,                      // a controller keeps rounds too
                (Door::Everybody | Door::Anybody, _) => continue, // one's own account; tried by `doors`
            };
            let answer = row.visit(&reader, &method).await;
            // A number under another kind's address leads to its own.
            let answer = if method == "GET" { reader.follow(answer).await } else { answer };
            if answer.status != expected {
                wrong.push(format!("{method} {}: {} and not {}", row.path, answer.status, expected.as_u16()));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

#[test]
fn a_draft_is_not_there_for_who_may_not_see_it_and_neither_are_its_deeds() {
    at_testby(async |house, _| {
        let chain = Chain::enter(house).await;
        let number = chain.draft.number;
        for post in [READER, "committee-chair@boerneudvalg", "institution-leader@bibliotek"] {
            let visitor = house.visitor(post).await;
            for path in ["", "/udgaver", "/ret", "/knyt", "/traek-tilbage"] {
                let answer = visitor.get(&format!("/testby/maal/{number}{path}")).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path} as {post}");
            }
            for path in ["/foreslaa", "/ret", "/loesn"] {
                let answer = visitor.post(&format!("/testby/maal/{number}{path}"), &[("version", "1")]).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path} as {post}");
            }
            for path in ["/testby/kaeden", "/testby/kaeden?visning=tabel", "/testby/soeg?q=mester", "/testby/enhed/E-6"] {
                assert!(!visitor.get(path).await.body.contains("Øvelse gør mester"), "{path} as {post}");
            }
        }
    });
}

#[test]
fn what_is_denied_says_who_may_and_stands_in_the_security_log() {
    at_testby(async |house, db| {
        let chain = Chain::enter(house).await;
        let reader = house.visitor(CONTROLLER).await;
        let path = format!("/testby/maal/{}/foreslaa", chain.draft.number);
        let answer = reader.post(&path, &[("version", chain.draft.version.to_string())]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        insta::assert_snapshot!(answer.page().outline());
        let log = db.texts("SELECT action, path FROM denial").await;
        assert_eq!(log, [["propose-element".to_owned(), path]]);
    });
}

/// Those who tend, logged in once.
async fn tenders(house: &House) -> [(&'static str, Visitor); 4] {
    [
        (CONSULTANT, house.visitor(CONSULTANT).await),
        (ADMINISTRATOR, house.visitor(ADMINISTRATOR).await),
        (LEADER, house.visitor(LEADER).await),
        (HEAD, house.visitor(HEAD).await),
    ]
}

fn who<'v>(tenders: &'v [(&'static str, Visitor)], post: &str) -> &'v Visitor {
    &tenders.iter().find(|(of, _)| *of == post).expect("somebody who tends").1
}

#[test]
fn who_tends_the_chain_opens_every_page_of_it() {
    at_testby(async |house, db| {
        let ground = Ground::enter(house, db).await;
        let tenders = tenders(house).await;
        let mut wrong = Vec::new();
        for (_, method, row) in rows(house, &ground) {
            let Some(post) = row.door.tender() else { continue };
            if method == "GET" {
                let visitor = who(&tenders, post);
                let answer = visitor.follow(visitor.get(&row.path).await).await;
                if answer.status != StatusCode::OK {
                    wrong.push(format!("GET {}: {}", row.path, answer.status));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}

/// A form is answered with a page, or leads to one: nothing waits for a script. First as it is meant; then empty, as a
/// form that was tampered with.
#[test]
fn every_form_answers_with_a_page_or_leads_to_one() {
    at_testby(async |house, db| {
        let ground = Ground::enter(house, db).await;
        let tenders = tenders(house).await;
        let mut wrong = Vec::new();
        for (pattern, method, row) in rows(house, &ground) {
            let Some(post) = row.door.tender() else { continue };
            // The same deed under the other kinds' addresses: it was done once already.
            let is_again = KINDS.iter().any(|kind| *kind != "maal" && pattern.contains(&format!("/{kind}/")));
            // What the script saves is answered in the script's own words.
            if method != "POST" || is_again || pattern.ends_with("/min/gem") {
                continue;
            }
            let visitor = who(&tenders, post);
            let meant = row.send(visitor).await;
            let empty = visitor.post::<&str, &str>(&row.path, &[]).await;
            let leads = |answer: &Answer| answer.leads_to().is_some_and(|to| to.starts_with("/testby"));
            let is_page = |answer: &Answer| answer.body.contains("<h1>");
            let meant_fits = match meant.status {
                StatusCode::SEE_OTHER => leads(&meant),
                StatusCode::OK | StatusCode::UNPROCESSABLE_ENTITY | StatusCode::CONFLICT => is_page(&meant),
                _ => false,
            };
            let empty_fits = leads(&empty) || ((empty.status.is_client_error() || empty.status.is_success()) && is_page(&empty));
            if !meant_fits || !empty_fits {
                wrong.push(format!("POST {}: {}, empty {}", row.path, meant.status, empty.status));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    });
}
