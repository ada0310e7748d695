//! The annual wheel, through the door that pages use: a step's whole life, and each complaint that people could have.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

mod addresses;
mod steps;
mod tasks;

use std::sync::Arc;

use jiff::civil::Date;
use pejl_app::wheel::{Named, NewDays, WheelYear, seats, wheel_years};
use pejl_app::{Ending, Place};
use pejl_domain::models::StepKind;
use pejl_domain::models::{Model, Text, WheelStep, YearDay};
use pejl_domain::wheel::Laid;
use pejl_kernel::{UnitId, Years};
use pejl_testkit::TestDb;
use pejl_testkit::deeds::Scene;
use pejl_testkit::town::{key, prose};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn text(words: &str) -> Text {
    Text { da: words.to_owned(), en: words.to_owned() }
}

fn step(name: &str, actor: &str, from: (u8, u8), to: (u8, u8), needs: &[&str]) -> WheelStep {
    let day = |(month, day)| YearDay { years_on: 0, month, day };
    WheelStep {
        key: key(name),
        name: text(name),
        kind: StepKind::Work,
        actor: key(actor),
        from: day(from),
        to: day(to),
        years: Vec::new(),
        purpose: text("Det skal til."),
        result: text("Noget at bygge på."),
        needs: needs.iter().map(|n| key(n)).collect(),
        statutory: false,
    }
}

/// Testby with a wheel of three steps: the council's seminar, the committees' agreements, the council's budget by law.
async fn testby(db: &TestDb) -> Scene {
    let mut scene = Scene::set(db).await;
    let mut model: Model = (*scene.place.model).clone();
    let budget = WheelStep { statutory: true, ..step("budget", "byraad", (10, 1), (10, 15), &["udvalgsaftaler"]) };
    let agreements = step("udvalgsaftaler", "fagudvalg", (3, 1), (6, 14), &["maalseminar"]);
    model.wheel = vec![step("maalseminar", "byraad", (2, 1), (2, 28), &[]), agreements, budget];
    scene.place = Place { model: Arc::new(model), ..scene.place.clone() };
    scene
}

fn named(step: &str, unit: Option<UnitId>) -> Named {
    Named { step: key(step), year: 2018, unit }
}

fn days(from: &str, to: &str, why: &str) -> NewDays {
    NewDays { from: day(from), to: day(to), reason: prose(why) }
}

/// The wheel of 2018 as it stands for a unit, by its number; for the municipality where none is named.
async fn wheel(scene: &Scene, unit: Option<i64>) -> WheelYear {
    let mut tx = scene.read().await;
    let sight = scene.town.whole_sight();
    let whose = seats(&mut tx, &sight, unit).await.unwrap();
    let years = Years { from: 2018, to: 2018 };
    wheel_years(&mut tx, &sight, &scene.place.model, &whose, years).await.unwrap().remove(0)
}

/// One step of it.
async fn laid(scene: &Scene, step: &str, unit: Option<i64>) -> Laid {
    wheel(scene, unit).await.steps.into_iter().find(|l| l.step == key(step)).unwrap()
}

/// Was denied.
fn is_denied<T: std::fmt::Debug>(outcome: &Result<T, Ending>) -> bool {
    matches!(outcome, Err(Ending::Denied(_)))
}

/// Ended in conflict.
fn is_conflict<T: std::fmt::Debug>(outcome: &Result<T, Ending>) -> bool {
    matches!(outcome, Err(Ending::Conflict))
}
