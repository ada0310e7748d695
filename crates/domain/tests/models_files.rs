//! The models that come with the product are sound, and so is the one that the reference page begins with.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a helper of a test may fail loudly, as a test may

use std::{fs, path::Path};

use pejl_domain::models::{
    diff, parse,
    report::{Colour, Tongue, diagnostics, summary},
};

#[test]
fn every_model_that_comes_with_the_product_is_sound() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let Ok(files) = fs::read_dir(&folder) else { return };
    let mut complaints = String::new();
    for file in files {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        let name = format!("models/{}", path.file_name().unwrap().to_string_lossy());
        match parse::parse_bytes(&name, &fs::read(&path).unwrap()) {
            Ok(model) => {
                assert!(summary(&model, Tongue::Da).contains(&model.municipality.name), "{name}");
                assert!(diff::diff(&model, &model).is_empty(), "{name}");
            }
            Err(faults) => complaints.push_str(&diagnostics(&faults, Tongue::Da, Colour::None)),
        }
    }
    assert!(complaints.is_empty(), "\n{complaints}");
}

#[test]
fn the_smallest_model_on_the_reference_page_is_sound() {
    let page = include_str!("../../../docs/models.md");
    let model = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    if let Err(faults) = parse::parse("docs/models.md", model) {
        panic!("{}", diagnostics(&faults, Tongue::En, Colour::None));
    }
}
