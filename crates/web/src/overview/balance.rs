//! How the goals lean, how many there are against what the model means, and how good they are as goals: figures that each
//! lead to their list, with the rules' advice.

use askama::Template;
use axum::extract::Query;
use axum::response::Response;
use pejl_app::orgs;
use pejl_app::overview::{self, CountedRow, FactsAlike, Only, Shape};
use pejl_domain::chain::balance::{Balance, Spread};
use pejl_domain::chain::counts::{Fit, Group};
use pejl_domain::chain::quality::{Quality, QualitySummary};
use pejl_domain::chain::{Measure, Orientation, Scope};
use pejl_domain::models::{Key, Model, Noun};

use super::address::{Asked, unit_serial};
use super::home_families::fitted;
use super::shown::{Count, count, told};
use crate::ending::Stop;
use crate::forms::{Choice, Typed};
use crate::inside::{Inside, Room};
use crate::page::{Page, show};
use crate::voice::capital;

#[derive(Template)]
#[template(path = "overview/balance.html")]
struct BalancePage {
    page: Page,
    lead: String,
    units: Vec<Choice>,
    goals: usize,
    advice: Vec<String>,
    shares: Vec<Share>,
    loose: Vec<Count>,
    counted: Vec<Number>,
    checks: Vec<Check>,
    sound: String,
}

/// One way in which goals lean.
struct Share {
    heading: String,
    parts: Vec<Part>,
}

struct Part {
    word: String,
    count: String,
    percent: u8,
    /// Which of the strip's patterns.
    tone: usize,
    href: String,
}

/// A number against the model.
struct Number {
    what: String,
    within: String,
    count: String,
    meant: String,
    /// In words: as meant, too few, too many.
    fit: String,
    is_outside: bool,
    href: String,
}

/// One thing that makes a goal good, over all of them.
struct Check {
    claim: String,
    advice: String,
    met: String,
    percent: usize,
    missing: String,
    href: String,
}

/// `/{m}/kaeden/balance`
pub(crate) async fn balance(mut inside: Inside, Query(query): Query<Vec<(String, String)>>) -> Result<Response, Stop> {
    let query = Typed(query);
    let model = std::sync::Arc::clone(&inside.voice.model);
    let shape = Shape::of(&model);
    let units = orgs::unit_options(&mut inside.tx, &inside.visit.sight).await?;
    let serial = unit_serial(query.get("udvalg"));
    let unit = units.iter().find(|u| Some(u.serial) == serial);
    let (unit_id, serial) = (unit.map(|u| u.id), unit.map(|u| u.serial));
    let sight = inside.visit.sight;
    let alike = overview::goals_alike(&mut inside.tx, &sight, &shape, unit_id).await?;
    let good = overview::how_good(&mut inside.tx, &sight, &shape, unit_id).await?;
    let loose = overview::loose_ends(&mut inside.tx, &sight, &shape, unit_id).await?;
    let counted = overview::counted(&mut inside.tx, &sight, &shape).await?;

    let t = inside.t();
    let leaning = Balance::of(&alike);
    let summary = summary(&model, &shape, &good);
    let orphans: usize = loose.iter().map(|l| l.orphans).sum();
    let breaks: usize = loose.iter().map(|l| l.breaks).sum();
    let loose_at = |only: Only| {
        Asked::table(|a| {
            a.only = Some(only);
            a.unit = serial;
        })
    };
    let title = t.say("overview-balance");
    let owned_here = |row: &&CountedRow| match row.group {
        Group::Unit(owner) => unit_id.is_none_or(|unit| unit == owner),
        Group::Municipality | Group::Parent(_) => unit_id.is_none(),
    };
    let mut numbers: Vec<Number> =
        counted.iter().filter(owned_here).filter_map(|row| number(&inside, &model, &shape, row, &units)).collect();
    // What is as meant is only worth a line where the whole municipality is counted; of the units, those that are not.
    numbers.retain(|n| n.is_outside || n.within.is_empty());
    let view = BalancePage {
        lead: inside.voice.about("overview-balance-lead", inside.voice.noun(Noun::Goal)),
        units: [Choice::new("", t.say("overview-whole-municipality"), serial.is_none())]
            .into_iter()
            .chain(units.iter().map(|u| Choice::new(format!("E-{}", u.serial), u.name.clone(), Some(u.serial) == serial)))
            .collect(),
        goals: leaning.goals,
        advice: told(&inside, &leaning.advice()),
        shares: shares(&inside, &leaning, serial),
        loose: vec![
            count(&inside, orphans, t.n("overview-count-orphans", orphans), &loose_at(Only::Orphans)),
            count(&inside, breaks, t.n("overview-count-breaks", breaks), &loose_at(Only::Breaks)),
        ],
        counted: numbers,
        checks: checks(&inside, &summary, serial),
        sound: t.say_with("overview-sound", &pejl_lang::Args::new().count("count", summary.sound).count("of", summary.goals)),
        page: inside.page(Room::Chain, title.clone()).crumb(t.say("menu-chain"), inside.href("kaeden")).here(title),
    };
    Ok(show(&view))
}

/// Adds up what is true of the goals, by what the model asks of each.
fn summary(model: &Model, shape: &Shape, good: &[FactsAlike]) -> QualitySummary {
    let judged: Vec<(Quality, usize)> = good
        .iter()
        .filter_map(|alike| {
            let spec = shape.columns.get(alike.column).and_then(|column| model.element(&column.spec))?;
            Some((Quality::judge(spec, &alike.facts), alike.count))
        })
        .collect();
    QualitySummary::of(judged.iter().flat_map(|(quality, count)| std::iter::repeat_n(quality, *count)))
}

fn shares(inside: &Inside, leaning: &Balance, unit: Option<i64>) -> Vec<Share> {
    let list = |change: &dyn Fn(&mut Asked)| {
        let mut asked = Asked::table(|a| a.unit = unit);
        change(&mut asked);
        inside.href(&asked.rest())
    };
    vec![
        share(inside, "overview-share-scope", &leaning.scope, |word| {
            (format!("scope-{}", word.as_str()), list(&|a: &mut Asked| a.scope = Some(word)))
        }),
        share(inside, "overview-share-measure", &leaning.measure, |word| {
            (format!("measure-{}", word.as_str()), list(&|a: &mut Asked| a.measure = Some(word)))
        }),
        share(inside, "overview-share-orientation", &leaning.orientation, |word| {
            (format!("orientation-{}", word.as_str()), list(&|a: &mut Asked| a.orientation = Some(word)))
        }),
    ]
}

/// The kinds of word a share may be of.
trait Word: Copy {}
impl Word for Scope {}
impl Word for Measure {}
impl Word for Orientation {}

fn share<T: Word>(inside: &Inside, heading: &str, spread: &Spread<T>, of: impl Fn(T) -> (String, String)) -> Share {
    let t = inside.t();
    let mut parts: Vec<Part> = spread
        .said
        .iter()
        .enumerate()
        .map(|(tone, part)| {
            let (key, href) = of(part.word);
            Part { word: t.say(&key), count: t.count(part.count), percent: part.percent, tone, href }
        })
        .collect();
    if spread.unsaid > 0 {
        parts.push(Part {
            word: t.say("overview-unsaid"),
            count: t.count(spread.unsaid),
            percent: spread.unsaid_percent,
            tone: 9,
            href: String::new(),
        });
    }
    Share { heading: t.say(heading), parts }
}

fn number(
    inside: &Inside,
    model: &Model,
    shape: &Shape,
    row: &CountedRow,
    units: &[pejl_app::shown::UnitInLine],
) -> Option<Number> {
    let t = inside.t();
    let counted = fitted(model, shape, row)?;
    let spec = model.element(&counted.spec)?;
    let meant = pejl_lang::Args::new().count("least", counted.meant.least).count("most", counted.meant.most);
    let meant_key = match (counted.meant.least, counted.meant.most) {
        (0, _) => "overview-meant-most",
        (least, most) if least == most => "overview-meant-exactly",
        (_, u32::MAX) => "overview-meant-least",
        _ => "overview-meant-between",
    };
    let (fit, args) = match counted.fit {
        Fit::Within => ("overview-fit-within", pejl_lang::Args::new()),
        Fit::Under(by) => ("overview-fit-under", pejl_lang::Args::new().count("by", by)),
        Fit::Over(by) => ("overview-fit-over", pejl_lang::Args::new().count("by", by)),
    };
    let key: Key = counted.spec.clone();
    let asked = Asked::table(|a| {
        a.spec = Some(key);
        a.unit = match row.group {
            Group::Unit(owner) => units.iter().find(|u| u.id == owner).map(|u| u.serial),
            Group::Municipality | Group::Parent(_) => None,
        };
    });
    Some(Number {
        what: capital(&inside.voice.spec(spec).plural),
        within: row.name.clone(),
        count: t.count(counted.count),
        meant: t.say_with(meant_key, &meant),
        fit: t.say_with(fit, &args),
        is_outside: counted.fit != Fit::Within,
        href: inside.href(&asked.rest()),
    })
}

fn checks(inside: &Inside, summary: &QualitySummary, unit: Option<i64>) -> Vec<Check> {
    let t = inside.t();
    let check = |held: &pejl_domain::chain::quality::CheckCount| {
        let asked = Asked::table(|a| {
            a.missing = Some(held.check);
            a.unit = unit;
        });
        let missing = held.asked - held.met;
        Check {
            claim: t.say(&format!("quality-{}", held.check.as_str())),
            advice: if missing > 0 { t.say(&format!("quality-{}-advice", held.check.as_str())) } else { String::new() },
            met: t.say_with("overview-units-of", &pejl_lang::Args::new().count("count", held.met).count("of", held.asked)),
            percent: (held.met * 100).checked_div(held.asked).unwrap_or(0),
            missing: if missing > 0 { t.n("overview-missing", missing) } else { String::new() },
            href: if missing > 0 { inside.href(&asked.rest()) } else { String::new() },
        }
    };
    summary.checks.iter().map(check).collect()
}
