//! Lists the keys of the catalogues for the program, and has it built again when a catalogue file comes or goes.
#![allow(clippy::print_stdout)] // how a build script speaks to cargo

use std::{collections::BTreeMap, env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=locales");
    let mut code = String::new();
    for (constant, language) in [("DANISH", "da"), ("ENGLISH", "en")] {
        let keys: Vec<_> = keys_with_files(&Path::new("locales").join(language))?.into_keys().collect();
        writeln!(code, "pub(crate) const {constant}: &[&str] = &{keys:?};")?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("keys.rs"), code)?;
    Ok(())
}

/// Every key with the file it stands in. A key that stands twice stops the build: Fluent would let one of them win.
fn keys_with_files(folder: &Path) -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let mut keys = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|end| end != "ftl") {
            continue;
        }
        let file = path.display().to_string();
        for line in fs::read_to_string(&path)?.lines() {
            // In Fluent only a message begins with a letter in the first column; what belongs to it is indented.
            let Some((key, _)) = line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic())) else {
                continue;
            };
            if let Some(other) = keys.insert(key.trim().to_owned(), file.clone()) {
                return Err(format!("the key {} stands twice: in {other} and in {file}", key.trim()).into());
            }
        }
    }
    Ok(keys)
}
