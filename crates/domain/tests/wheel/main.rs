//! The annual wheel: the Danish calendar, steps laid on real years, and what people change about them.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test

mod calendar;
mod changes;
mod years;

use jiff::civil::Date;
use pejl_domain::models::{Key, Model, parse};
use pejl_domain::wheel::{Changed, Laid, laid};
use pejl_kernel::{Prose, SequenceMint, StepId};

/// The four models the product comes with.
fn models() -> Vec<(String, Model)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let mut all: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.sort();
    let read = |path: std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        (name.clone(), parse::parse(&name, &text).unwrap_or_else(|faults| panic!("{name}: {:?}", faults.list)))
    };
    all.into_iter().map(read).collect()
}

fn model(name: &str) -> Model {
    models().into_iter().find(|(n, _)| n == name).unwrap().1
}

fn key(text: &str) -> Key {
    Key::parse(text).unwrap()
}

fn prose<const MOST: usize>(text: &str) -> Prose<MOST> {
    Prose::parse(text).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A step of the municipality's own wheel.
fn the(model: &Model, year: i16, step: &str) -> Laid {
    laid(model, year, &[], &[]).into_iter().find(|l| l.step == key(step)).unwrap()
}

/// The model with one step's days changed: `from` and `to` as a model file writes them.
fn with_days(model: &Model, step: &str, from: (u8, u8), to: (u8, u8), statutory: bool) -> Model {
    let mut model = model.clone();
    let step = model.wheel.iter_mut().find(|s| s.key == key(step)).unwrap();
    (step.from.years_on, step.from.month, step.from.day) = (0, from.0, from.1);
    (step.to.years_on, step.to.month, step.to.day) = (0, to.0, to.1);
    step.statutory = statutory;
    model
}

fn begun(model: &Model, year: i16, step: &str) -> Changed {
    let mint = SequenceMint::default();
    Changed::begin(StepId::new(&mint), model, &key(step), year, None).unwrap()
}
