//! `make bench`: one table, one run, both engines. One municipality, then 98 like it in the same database; each main page as
//! three kinds of people, with what it costs in server time, SQL and bytes; and what a search, a save and a start cost.
//! Nothing here fails on a time: the numbers are for reading, in `docs/benchmarks.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

mod year;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, Response, StatusCode, header};
use pejl_app::accounts::Attempt;
use pejl_app::synthetic::{self, Size};
use pejl_app::{Engine, Office, Visit, chain, rounds};
use pejl_domain::chain::{Documentation, StateName};
use pejl_domain::models::Key;
use pejl_domain::rounds::{Mark, ReportContent, Round};
use pejl_kernel::{Number, NumberPrefix, Prose, SystemClock, TimeMint};
use pejl_store::Db;
use pejl_testkit::TestDb;
use pejl_web::{Assets, Settings, router};
use tower::ServiceExt as _;

const PASSWORD: &str = "synteby synteby";
const SIZE: Size = Size { units: 300, goals: 2_000, actions: 6_000 };

/// What is measured on a page: the address, and as whom.
const PAGES: [(&str, &str, &str); 25] = [
    ("Overblik", "konsulent", ""),
    ("Overblik", "leder", ""),
    ("Overblik", "politiker", ""),
    ("Kæden, kort", "konsulent", "kaeden"),
    ("Kæden, 1.000 mål", "konsulent", "kaeden?visning=tabel&type=institutionsmaal&antal=1000"),
    ("Kæden, liste", "politiker", "kaeden?visning=liste"),
    ("Element", "leder", "maal/M-2026-400"),
    ("Element øverst", "politiker", "maalsaetning/MS-2026-001"),
    ("Enhed", "leder", "enhed/E-40"),
    ("Søg", "konsulent", "soeg?q=trivsel+skole"),
    ("Søg nummer", "konsulent", "soeg?q=M-2026-0400"),
    ("Organisation", "administrator", "opsaetning/organisation"),
    ("Aftaler", "konsulent", "aftaler"),
    ("Aftale", "leder", "aftale/A-2026-001"),
    ("Opfølgning", "konsulent", "opfoelgning"),
    ("Runde, åben", "konsulent", "opfoelgning/2026/aarsstatus?enhed=E-1"),
    ("Runde, lukket", "konsulent", "opfoelgning/2026/halvaar?enhed=E-1"),
    ("Resumé for et udvalg", "politiker", "opfoelgning/2026/aarsstatus/resume?enhed=E-2"),
    ("Min side", "leder", "opfoelgning/2026/aarsstatus/min"),
    ("Årshjul", "konsulent", "aarshjul"),
    ("Opgaver", "leder", "opgaver"),
    ("Opgaver", "konsulent", "opgaver"),
    ("Møde, 60 enheder", "konsulent", "moeder/1"),
    ("Briefing, 60 enheder", "konsulent", "moeder/briefing/E-2/2026"),
    ("Sager", "konsulent", "sager"),
];

fn main() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let municipalities: usize = std::env::var("BENCH_MUNICIPALITIES").ok().and_then(|n| n.parse().ok()).unwrap_or(98);
    let runs: usize = std::env::var("BENCH_RUNS").ok().and_then(|n| n.parse().ok()).unwrap_or(200);
    println!("# Benchmarks\n\n{}\n", machine());
    println!(
        "Each municipality: {} units, {} goals, {} actions. {runs} runs a page after 10 unmeasured; milliseconds of server time. \
         Page : own = page time : (own SQL + writing the bytes).\n",
        SIZE.units, SIZE.goals, SIZE.actions
    );
    let only = std::env::var("BENCH_ENGINE").unwrap_or_default();
    for engine in [Engine::Sqlite, Engine::Postgres].into_iter().filter(|engine| only.is_empty() || only == engine_name(*engine)) {
        runtime.block_on(measure_engine(engine, municipalities, runs));
    }
}

fn engine_name(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgres",
    }
}

/// The database as a server has it that has run for a while: its statistics renewed, its connections opened after that.
async fn reopened(bench: &TestDb) -> Office {
    bench.analyse().await.unwrap();
    Office::new(Db::open(bench.url()).await.unwrap(), Arc::new(SystemClock), Arc::new(TimeMint))
}

fn machine() -> String {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpu
        .lines()
        .find_map(|l| l.strip_prefix("model name"))
        .map_or("unknown processor", |m| m.trim_start_matches([':', ' ', '\t']));
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let profile = if cfg!(debug_assertions) { "a development build: not for comparing" } else { "a release build" };
    format!("{model}, {cores} cores; {profile}.")
}

/// What one page cost.
#[derive(Clone, Copy, Default)]
struct Cost {
    median: f64,
    p99: f64,
    sql: f64,
    statements: u32,
    bytes: usize,
    writing: f64,
}

async fn measure_engine(engine: Engine, municipalities: usize, runs: usize) {
    let bench = TestDb::fresh(engine).await;
    let office = Office::new((*bench).clone(), Arc::new(SystemClock), Arc::new(TimeMint));
    let hash = synthetic::hashed(PASSWORD).await.unwrap();
    let begun = Instant::now();
    let slug = synthetic::write(&office, SIZE, 1, 0, &hash).await.unwrap();
    let first = begun.elapsed();
    year::prepare_meeting(&office, &slug).await;
    let office = reopened(&bench).await;
    let one = measure_pages(&office, &slug, runs).await;
    let saved_one = measure_save(&office, &slug, runs).await;
    let submitted_one = measure_submit(&office, &slug, runs / 10).await;
    let begun = Instant::now();
    for index in 1..municipalities {
        synthetic::write(&office, SIZE, 1, index, &hash).await.unwrap();
    }
    let rest = begun.elapsed();
    let office = reopened(&bench).await;
    let many = measure_pages(&office, &slug, runs).await;
    let saved_many = measure_save(&office, &slug, runs).await;
    let submitted_many = measure_submit(&office, &slug, runs / 10).await;
    let closed = measure_close(&office, &slug).await;

    println!("## {}\n", if engine == Engine::Sqlite { "SQLite" } else { "PostgreSQL" });
    println!(
        "Writing one municipality took {:.1} s, the other {} took {:.0} s. {}\n",
        first.as_secs_f64(),
        municipalities - 1,
        rest.as_secs_f64(),
        if engine == Engine::Sqlite {
            "Every commit is written through to the disk."
        } else {
            "The server runs over a Unix socket on the same machine."
        }
    );
    println!(
        "| page | as | median | p99 | SQL | statements | kB | page : own | with {municipalities}: median | {municipalities} : 1 |"
    );
    println!("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    for (((name, who, _), one), many) in PAGES.iter().zip(&one).zip(&many) {
        let own = one.median / (one.sql + one.writing);
        println!(
            "| {name} | {who} | {:.2} | {:.2} | {:.2} | {} | {:.0} | {own:.2} | {:.2} | {:.2} |",
            one.median,
            one.p99,
            one.sql,
            one.statements,
            one.bytes as f64 / 1e3,
            many.median,
            many.median / one.median
        );
    }
    println!(
        "| Saving a goal | konsulent | {:.2} | {:.2} | | | | | {:.2} | {:.2} |",
        saved_one.0,
        saved_one.1,
        saved_many.0,
        saved_many.0 / saved_one.0
    );
    println!(
        "| Submitting {} reports | leder | {:.2} | {:.2} | | | | | {:.2} | {:.2} |\n",
        submitted_one.2,
        submitted_one.0,
        submitted_one.1,
        submitted_many.0,
        submitted_many.0 / submitted_one.0
    );
    println!("Closing a round with {} reports: {:.0} ms.\n", closed.1, closed.0);
    let (reading, keeping, statements, mails) = year::measure_digests(&bench, &slug).await;
    println!(
        "Going through {} people: {reading:.0} ms to find what waits for each in {statements} statements, {keeping:.0} ms to put \
         {mails} mails in the outbox.\n",
        year::DIGESTED
    );
    if engine == Engine::Sqlite {
        measure_start(bench.url());
    }
    bench.clear().await;
}

/// A browser, as far as a page needs one.
struct Visitor {
    app: axum::Router,
    cookie: String,
}

impl Visitor {
    async fn log_in(office: &Office, login: &str) -> Self {
        let settings = Settings { timing: true, ..Settings::default() };
        let app = router(office.clone(), Assets::load().expect("the assets are built"), settings);
        let body = format!("login={login}&password={}", PASSWORD.replace(' ', "+"));
        let request = Request::post("/log-ind")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .extension(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 1))))
            .body(Body::from(body))
            .unwrap();
        let response = app.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::SEE_OTHER, "{login} could not log in");
        let cookie = response.headers().get(header::SET_COOKIE).unwrap().to_str().unwrap();
        Self { app, cookie: cookie.split(';').next().unwrap().to_owned() }
    }

    async fn get(&self, path: &str) -> Response<Body> {
        let request = Request::get(path).header(header::COOKIE, &self.cookie).body(Body::empty()).unwrap();
        self.app.clone().oneshot(request).await.unwrap()
    }
}

async fn measure_pages(office: &Office, slug: &str, runs: usize) -> Vec<Cost> {
    let mut costs = Vec::new();
    for (name, who, rest) in PAGES {
        let visitor = Visitor::log_in(office, &format!("{slug}.{who}")).await;
        let path = if rest.is_empty() { format!("/{slug}") } else { format!("/{slug}/{rest}") };
        let mut times = Vec::with_capacity(runs);
        let mut cost = Cost::default();
        let mut sql = Vec::with_capacity(runs);
        for run in 0..runs + 10 {
            let begun = Instant::now();
            let response = visitor.get(&path).await;
            let status = response.status();
            assert!(status.is_success() || status.is_redirection(), "{name}: {path} answered {status}");
            let timing = response.headers().get("server-timing").map(|t| t.to_str().unwrap().to_owned()).unwrap_or_default();
            let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
            let taken = begun.elapsed();
            if run < 10 {
                continue;
            }
            times.push(milliseconds(taken));
            let part =
                |name: &str| timing.split(name).nth(1).and_then(|t| t.split([';', ',', '"']).next()).unwrap_or("0").to_owned();
            sql.push(part("sql;dur=").parse().unwrap_or(0.0));
            cost.statements = part("desc=\"").parse().unwrap_or(0);
            cost.bytes = bytes.len();
            let begun = Instant::now();
            let mut sink = Vec::with_capacity(bytes.len());
            std::io::Write::write_all(&mut sink, &bytes).unwrap();
            std::hint::black_box(sink);
            cost.writing = milliseconds(begun.elapsed());
        }
        (cost.median, cost.p99) = spread(&mut times);
        cost.sql = spread(&mut sql).0;
        costs.push(cost);
    }
    costs
}

/// Saving one draft goal: the deed whole, from loading what stands there to the durable commit.
async fn measure_save(office: &Office, slug: &str, runs: usize) -> (f64, f64) {
    let account = office
        .log_in(Attempt { login: format!("{slug}.konsulent"), password: PASSWORD.to_owned(), address: "bench".to_owned() })
        .await
        .unwrap();
    let (visit, mut tx) = office.enter(account, slug).await.unwrap().unwrap();
    let mut draft = None;
    for serial in 1..=SIZE.goals as u32 {
        let number = Number { prefix: NumberPrefix::M, year: 2026, serial };
        let element = chain::by_number(&mut tx, &visit.sight, number).await.unwrap();
        if element.state.name() == StateName::Draft {
            draft = Some(element);
            break;
        }
    }
    drop(tx);
    let mut element = draft.expect("a draft goal");
    let mut times = Vec::with_capacity(runs);
    for run in 0..runs + 10 {
        let mut content = element.content.clone();
        content.text = Prose::parse(&format!("{} Rettet {run} gange.", element.content.text)).unwrap();
        let begun = Instant::now();
        let mut desk = office.desk(&visit).await.unwrap();
        let outcome = chain::edit_element(&mut desk, element.id, element.version, content).await;
        desk.close(outcome, "bench").await.unwrap();
        if run >= 10 {
            times.push(milliseconds(begun.elapsed()));
        }
        element.version += 1;
    }
    spread(&mut times)
}

/// Submitting a leader's reports, at most twenty at once, from loading to the durable commit; sent back again between two runs.
/// The median, the 99th percentile, and how many there were.
async fn measure_submit(office: &Office, slug: &str, runs: usize) -> (f64, f64, usize) {
    let leader = visit(office, slug, "leder").await;
    let consultant = visit(office, slug, "konsulent").await;
    let round = open_round(office, &leader).await;
    let mut times = Vec::new();
    let mut count = 0;
    for run in 0..runs.max(3) + 3 {
        let mut tx = office.db().read().await.unwrap();
        let sheet = rounds::sheet(&mut tx, &leader.sight, &leader.actor, &round, None).await.unwrap();
        drop(tx);
        let typed: Vec<rounds::Typed> = sheet
            .goals
            .iter()
            .map(|line| &line.goal.asked.report)
            .filter(|report| !report.state.is_answered())
            .take(20)
            .map(|report| rounds::Typed { goal: report.goal, version: report.version, content: met(run) })
            .collect();
        count = typed.len();
        let begun = Instant::now();
        let mut desk = office.desk(&leader).await.unwrap();
        let outcome = rounds::submit_reports(&mut desk, round.id, &typed).await;
        let done = desk.close(outcome, "bench").await.unwrap();
        assert!(matches!(done, rounds::Submission::Done { .. }), "{done:?}");
        if run >= 3 {
            times.push(milliseconds(begun.elapsed()));
        }
        for one in typed {
            let mut desk = office.desk(&consultant).await.unwrap();
            let note = Prose::parse("Skriv lidt mere.").unwrap();
            let outcome = rounds::return_report(&mut desk, round.id, one.goal, one.version + 1, note).await;
            desk.close(outcome, "bench").await.unwrap();
        }
    }
    let (median, p99) = spread(&mut times);
    (median, p99, count)
}

/// A report on a goal that is met.
fn met(run: usize) -> ReportContent {
    ReportContent {
        mark: Some(Mark::Met),
        done: Prose::parse(&format!("Gennemført, {run}. gang.")).unwrap(),
        documentation: Some(Documentation::Assessment),
        effect: Prose::parse("Borgerne siger, at det mærkes.").unwrap(),
        differs_because: Prose::parse("Tallene er fra før sommer.").unwrap(),
        ..ReportContent::default()
    }
}

/// Closing the open round, once: the pages of every unit frozen. Milliseconds, and how many reports it held.
async fn measure_close(office: &Office, slug: &str) -> (f64, u32) {
    let consultant = visit(office, slug, "konsulent").await;
    let round = open_round(office, &consultant).await;
    let mut tx = office.db().read().await.unwrap();
    let asked = rounds::rounds(&mut tx, &consultant.sight).await.unwrap();
    let asked = asked.iter().find(|row| row.round.id == round.id).map_or(0, |row| row.asked);
    drop(tx);
    let mut desk = office.desk(&consultant).await.unwrap();
    let outcome = rounds::consolidate_round(&mut desk, round.id, round.version).await;
    let round = desk.close(outcome, "bench").await.unwrap();
    let begun = Instant::now();
    let mut desk = office.desk(&consultant).await.unwrap();
    let outcome = rounds::close_round(&mut desk, round.id, round.version, true).await;
    desk.close(outcome, "bench").await.unwrap();
    (milliseconds(begun.elapsed()), asked)
}

async fn visit(office: &Office, slug: &str, who: &str) -> Visit {
    let attempt = Attempt { login: format!("{slug}.{who}"), password: PASSWORD.to_owned(), address: "bench".to_owned() };
    let account = office.log_in(attempt).await.unwrap();
    office.enter(account, slug).await.unwrap().unwrap().0
}

async fn open_round(office: &Office, visit: &Visit) -> Round {
    let mut tx = office.db().read().await.unwrap();
    let spec = Key::parse("aarsstatus").unwrap();
    rounds::round_at(&mut tx, &visit.sight, 2026, &spec).await.unwrap()
}

/// Starting the program on the full database, until it answers; and what it then holds in memory.
fn measure_start(url: &str) {
    let Some(program) = std::env::var_os("PEJL_BIN").map(PathBuf::from) else { return };
    let listen = "127.0.0.1:18099";
    let begun = Instant::now();
    let mut child = std::process::Command::new(program)
        .args(["serve", "--listen", listen, "--database", url])
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    while std::net::TcpStream::connect(listen).is_err() && begun.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(2));
    }
    let started = begun.elapsed();
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let resident = status.lines().find_map(|l| l.strip_prefix("VmRSS:")).unwrap_or("?").trim().to_owned();
    println!("Start on the full database until it answers: {:.0} ms; resident memory then: {resident}.\n", milliseconds(started));
    let _ = child.kill();
    let _ = child.wait();
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// The median and the 99th percentile.
fn spread(times: &mut [f64]) -> (f64, f64) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    (at(0.5), at(0.99))
}
