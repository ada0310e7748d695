//! Any bytes at all: read as a model, print what is wrong or what it says.
//!
//! Run with `cargo +nightly fuzz run model` in this folder's parent. What the fuzzer finds interesting goes into
//! `corpus/model`, and is replayed by the ordinary tests (`models_any_bytes`).
#![no_main]

use libfuzzer_sys::fuzz_target;
use pejl_domain::models::{
    diff, parse,
    report::{Colour, Tongue, diagnostics, summary},
};

fuzz_target!(|bytes: &[u8]| {
    match parse::parse_bytes("model.toml", bytes) {
        Ok(model) => {
            assert!(diff::diff(&model, &model).is_empty());
            assert!(!summary(&model, Tongue::Da).is_empty());
        }
        Err(faults) => {
            assert!(!faults.list.is_empty());
            assert!(!diagnostics(&faults, Tongue::Da, Colour::None).is_empty());
        }
    }
});
