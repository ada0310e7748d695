//! Visits to the pages, without a network: the router answers in the test's own process, on a database with Testby in it,
//! with a clock that stands still. A visitor keeps cookies and sends what a browser sends.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, StatusCode, header};
use pejl_app::accounts::{Password, create_login};
use pejl_app::{Engine, Office, Place};
use pejl_domain::orgs::Role;
use pejl_kernel::{FixedClock, SequenceMint};
use pejl_policy::Actor;
use pejl_web::{Assets, Settings, router};
use tower::ServiceExt as _;

use crate::engines::{self, TestDb};
use crate::outline::Page;
use crate::town::Town;

/// The password of every login in a house.
pub const PASSWORD: &str = "ni lange bølger";

/// The name the house answers to.
const HOST: &str = "pejl.example";

/// Testby and its neighbour with a login for every post, and the pages that show them.
pub struct House {
    /// Testby.
    pub town: Town,
    /// Naboby: what nobody from Testby may see, and the other way round.
    pub neighbour: Town,
    /// The office both are kept in.
    pub office: Office,
    /// Their place, for deeds done beside the pages.
    pub place: Place,
    router: Router,
}

/// A test of pages: on a fresh database with Testby and Naboby in it, taken away afterwards.
pub fn at_testby(test: impl AsyncFnOnce(&House, &TestDb)) {
    engines::run(Engine::Sqlite, async |db: &TestDb| {
        let house = House::open(db).await;
        test(&house, db).await;
    });
}

impl House {
    /// Opens the house on a migrated, empty database.
    pub async fn open(db: &TestDb) -> Self {
        let town = Town::enter(db).await;
        let neighbour = Town::neighbour(db).await;
        let office = Office::new((**db).clone(), Arc::new(town.clock), Arc::new(SequenceMint::after(2_000_000)));
        let hash = Password::parse(PASSWORD).expect("long enough").hashed().await.expect("a hash");
        for here in [&town, &neighbour] {
            give_logins(&office, here, &hash).await;
        }
        let place = place(&office, &town).await;
        let settings = Settings { timing: true, secure_cookies: true, ..Settings::default() };
        let assets = Assets::load().expect("the built assets: `npm ci && npm run build` in assets/");
        let router = router(office.clone(), assets, settings);
        Self { town, neighbour, office, place, router }
    }

    /// The same house with other settings.
    pub fn with(&self, settings: Settings) -> Router {
        router(self.office.clone(), Assets::load().expect("the built assets"), settings)
    }

    /// The same house at another instant.
    pub fn at(&self, clock: FixedClock) -> Router {
        let office = Office::new(self.office.db().clone(), Arc::new(clock), Arc::new(SequenceMint::after(3_000_000)));
        router(office, Assets::load().expect("the built assets"), Settings::default())
    }

    /// Somebody who is not logged in.
    pub fn anybody(&self) -> Visitor {
        Visitor::at(self.router.clone())
    }

    /// Who holds a role at a unit of Testby (`consultant@byraad`), logged in.
    pub async fn visitor(&self, post: &str) -> Visitor {
        self.logged_in(&login_of("testby", post)).await
    }

    /// Who holds a role at a unit of Naboby, logged in.
    pub async fn stranger(&self, post: &str) -> Visitor {
        self.logged_in(&login_of("naboby", post)).await
    }

    async fn logged_in(&self, login: &str) -> Visitor {
        let visitor = self.anybody();
        let answer = visitor.log_in(login, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{login} is let in: {}", answer.body);
        visitor
    }

    /// Every route: its pattern and its methods, as the router itself lists them.
    pub fn routes(&self) -> Vec<(String, Vec<String>)> {
        routes(&self.router)
    }
}

/// The login of a post.
pub fn login_of(slug: &str, post: &str) -> String {
    format!("{slug}.{}", post.replace('@', "."))
}

async fn place(office: &Office, town: &Town) -> Place {
    let mut tx = office.db().read().await.expect("reading");
    office.place(&mut tx, &town.municipality.slug).await.expect("reading").expect("the town")
}

async fn give_logins(office: &Office, town: &Town, hash: &str) {
    let operator = Actor::operator(town.id, town.clock.today_of());
    let mut desk = office.desk_for(operator, place(office, town).await).await.expect("a desk");
    for (post, actor) in town.everybody() {
        let person = actor.person().expect("a holder");
        let login = login_of(&town.municipality.slug, &post);
        create_login(&mut desk, person, &login, hash, false).await.expect("a login");
    }
    desk.close(Ok(()), "test").await.expect("committing the logins");
}

/// Today on a clock that stands still.
trait Today {
    fn today_of(&self) -> jiff::civil::Date;
}

impl Today for FixedClock {
    fn today_of(&self) -> jiff::civil::Date {
        pejl_kernel::Clock::today(self)
    }
}

/// Reads the router's own list out of what it shows of itself. The framework offers no other way in; where a new version of
/// it shows itself differently, the test that every route has a row fails at once, and this is the place to mend.
fn routes(router: &Router) -> Vec<(String, Vec<String>)> {
    let shown = format!("{router:?}");
    let shown = shown.split("fallback_router").next().unwrap_or_default();
    let mut methods: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let mut paths: Vec<(&str, &str)> = Vec::new();
    for (id, after) in shown.split("RouteId(").skip(1).filter_map(|part| part.split_once("): ")) {
        if let Some((path, _)) = after.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
            paths.push((id, path));
        } else if let Some((_, list)) = after.split_once("allow_header: Bytes(b\"") {
            let list = list.split('"').next().unwrap_or_default();
            methods.insert(id, list.split(',').filter(|m| *m != "HEAD").map(ToOwned::to_owned).collect());
        }
    }
    let mut found: Vec<(String, Vec<String>)> =
        paths.into_iter().filter_map(|(id, path)| Some((path.to_owned(), methods.get(id)?.clone()))).collect();
    found.sort();
    found.dedup();
    assert!(found.len() > 10, "the router shows its routes in another way than this reads: {}", &shown[..shown.len().min(600)]);
    found
}

/// A browser with one person in front of it.
pub struct Visitor {
    router: Router,
    cookies: Mutex<BTreeMap<String, String>>,
    headers: HeaderMap,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

impl Visitor {
    /// A browser in front of a router.
    pub fn at(router: Router) -> Self {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, HOST.parse().expect("a host"));
        Self { router, cookies: Mutex::default(), headers }
    }

    /// One that asks for another language.
    pub fn speaking(mut self, language: &str) -> Self {
        self.headers.insert(header::ACCEPT_LANGUAGE, language.parse().expect("a language"));
        self
    }

    /// Sends the login form.
    pub async fn log_in(&self, login: &str, password: &str) -> Answer {
        self.post("/log-ind", &[("login", login), ("password", password)]).await
    }

    /// Chooses a language, as the button in the frame does.
    pub async fn choose(&self, language: &str) {
        let answer = self.post("/sprog", &[("lang", language), ("back", "/")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }

    /// Opens an address.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), Body::empty()).await
    }

    /// Opens an address and follows where it sends one.
    pub async fn follow(&self, answer: Answer) -> Answer {
        let mut answer = answer;
        for _ in 0..5 {
            let Some(to) = answer.leads_to() else { return answer };
            answer = self.get(&to).await;
        }
        panic!("sent around in a circle")
    }

    /// Sends a form from a page of the house.
    pub async fn post<K: AsRef<str>, V: AsRef<str>>(&self, path: &str, form: &[(K, V)]) -> Answer {
        let request = Request::post(path).header("sec-fetch-site", "same-origin").header(header::ORIGIN, format!("https://{HOST}"));
        self.send(request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"), Body::from(encoded(form))).await
    }

    /// Sends a form with a file, as `multipart/form-data`.
    pub async fn upload(&self, path: &str, fields: &[(&str, &str)], file: (&str, &str, &[u8])) -> Answer {
        const BOUNDARY: &str = "pejl-test-boundary";
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
        }
        let (field, name, content) = file;
        let head = format!("content-disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\ncontent-type: text/csv");
        body.extend(format!("--{BOUNDARY}\r\n{head}\r\n\r\n").bytes());
        body.extend(content);
        body.extend(format!("\r\n--{BOUNDARY}--\r\n").bytes());
        let request = Request::post(path).header("sec-fetch-site", "same-origin").header(header::ORIGIN, format!("https://{HOST}"));
        self.send(request.header(header::CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}")), Body::from(body)).await
    }

    /// Sends a form as another site's page would.
    pub async fn post_from_elsewhere(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let request =
            Request::post(path).header("sec-fetch-site", "cross-site").header(header::ORIGIN, "https://elsewhere.example");
        self.send(request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded"), Body::from(encoded(form))).await
    }

    /// Sends any request.
    pub async fn send(&self, mut request: axum::http::request::Builder, body: Body) -> Answer {
        if let Some(headers) = request.headers_mut() {
            for (name, value) in &self.headers {
                headers.insert(name.clone(), value.clone());
            }
            let cookies = self.cookie();
            if !cookies.is_empty() {
                headers.insert(header::COOKIE, cookies.parse().expect("cookies"));
            }
        }
        let mut request = request.body(body).expect("a request");
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([192, 0, 2, 7], 50_000))));
        let response = self.router.clone().oneshot(request).await.expect("the router always answers");
        self.keep(response.headers());
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("a body");
        Answer { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// The cookies, as they are sent.
    pub fn cookie(&self) -> String {
        let cookies = self.cookies.lock().expect("cookies");
        cookies.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ")
    }

    /// One cookie.
    pub fn cookie_named(&self, name: &str) -> Option<String> {
        self.cookies.lock().expect("cookies").get(name).cloned()
    }

    /// Has this cookie from now on: somebody else's, or one planted.
    pub fn with_cookie(self, name: &str, value: &str) -> Self {
        self.cookies.lock().expect("cookies").insert(name.to_owned(), value.to_owned());
        self
    }

    fn keep(&self, headers: &HeaderMap) {
        let mut cookies = self.cookies.lock().expect("cookies");
        for set in headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().expect("a cookie of text");
            let pair = set.split(';').next().unwrap_or_default();
            let Some((name, value)) = pair.split_once('=') else { continue };
            if value.is_empty() || set.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

impl Answer {
    /// The page, read.
    pub fn page(&self) -> Page {
        Page::read(&self.body)
    }

    /// Where it sends one, if it does.
    pub fn leads_to(&self) -> Option<String> {
        if !self.status.is_redirection() {
            return None;
        }
        self.header("location").map(ToOwned::to_owned)
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|v| v.to_str().ok())
    }

    /// How many SQL statements it cost.
    pub fn statements(&self) -> u32 {
        let timing = self.header("server-timing").expect("a house that says what an answer cost");
        let count = timing.split_once("desc=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("", |(n, _)| n);
        count.parse().expect("a number of statements")
    }
}

/// A form as a browser writes it.
pub fn encoded<K: AsRef<str>, V: AsRef<str>>(form: &[(K, V)]) -> String {
    let escaped = |text: &str| -> String {
        text.bytes()
            .map(|b| match b {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => char::from(b).to_string(),
                b' ' => "+".to_owned(),
                _ => format!("%{b:02X}"),
            })
            .collect()
    };
    form.iter().map(|(n, v)| format!("{}={}", escaped(n.as_ref()), escaped(v.as_ref()))).collect::<Vec<_>>().join("&")
}

/// The post whose holder tends to every corner of the chain.
pub const CONSULTANT: &str = "consultant@byraad";
/// The post whose holder keeps the organisation.
pub const ADMINISTRATOR: &str = "administrator@byraad";
/// The post whose holder reads and little more.
pub const READER: &str = "board-member@skole";

/// How a post is written.
pub fn post(role: Role, unit: &str) -> String {
    format!("{}@{unit}", role.as_str())
}
