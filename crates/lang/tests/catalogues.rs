//! The catalogues hold together: readable, complete in both languages, and filled with the same arguments.

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use fluent_templates::fluent_bundle::FluentResource;
use pejl_lang::{Args, Lang, Speech, keys};

fn folder(lang: Lang) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(lang.code())
}

fn files(lang: Lang) -> BTreeMap<String, String> {
    let named = |entry: fs::DirEntry| {
        let text = fs::read_to_string(entry.path()).unwrap();
        (entry.file_name().into_string().unwrap(), text)
    };
    fs::read_dir(folder(lang)).unwrap().map(|entry| named(entry.unwrap())).collect()
}

/// Each message with its own lines, by file and key.
fn messages(lang: Lang) -> BTreeMap<(String, String), String> {
    let mut found = BTreeMap::new();
    for (file, text) in files(lang) {
        let mut key = None;
        for line in text.lines() {
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                key = line.split_once('=').map(|(key, _)| (file.clone(), key.trim().to_owned()));
            } else if !line.is_empty() && !line.starts_with([' ', '}']) {
                key = None;
            }
            if let Some(key) = &key {
                found.entry(key.clone()).or_insert_with(String::new).push_str(line);
            }
        }
    }
    found
}

/// The names a message is filled with. The four names of a noun count as one, and a gender as none: a language may have no
/// use for the definite form, and English has none for the gender.
fn args(message: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect::<String>();
    let one_noun = |name: String| match name.strip_suffix("nouns").or_else(|| name.strip_suffix("noun")) {
        Some(prefix) => format!("{}noun", prefix.strip_prefix("the").unwrap_or(prefix)),
        None => name,
    };
    message.split('$').skip(1).map(name).filter(|name| !name.ends_with("gender")).map(one_noun).collect()
}

#[test]
fn every_catalogue_can_be_read() {
    for lang in Lang::ALL {
        for (file, text) in files(lang) {
            if let Err((_, faults)) = FluentResource::try_new(text.clone()) {
                let line = text[..faults[0].pos.start].lines().count() + 1;
                panic!("locales/{}/{file}, about line {line}: {}", lang.code(), faults[0]);
            }
        }
    }
}

#[test]
fn every_key_stands_in_both_languages_in_the_same_file() {
    let [danish, english] = Lang::ALL.map(|lang| messages(lang).into_keys().collect::<BTreeSet<_>>());
    let lacking: Vec<_> = danish.symmetric_difference(&english).collect();
    assert!(lacking.is_empty(), "only in one language, or not in the file of the same name: {lacking:#?}");
}

#[test]
fn the_list_of_keys_is_what_the_files_hold_and_each_can_be_said() {
    for lang in Lang::ALL {
        let held = messages(lang).into_keys().map(|(_, key)| key).collect::<BTreeSet<_>>();
        assert_eq!(keys(lang), held);
        for ((file, key), message) in messages(lang) {
            let mut filled = Args::new();
            for name in message.split('$').skip(1) {
                let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_')).unwrap_or(name.len());
                filled = filled.count(name[..end].to_owned(), 2);
            }
            let said = Speech::new(lang).say_with(&key, &filled);
            assert!(!said.contains('⟦') && !said.is_empty(), "{file}: {key} is said as {said}");
        }
    }
}

#[test]
fn a_sentence_is_filled_with_the_same_things_in_both_languages() {
    let english = messages(Lang::En);
    for (key, danish) in messages(Lang::Da) {
        let Some(english) = english.get(&key) else { continue };
        assert_eq!(args(&danish), args(english), "{key:?}");
    }
}

#[test]
fn a_key_is_lower_case_with_hyphens_and_names_its_area() {
    for key in keys(Lang::Da) {
        let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(key.chars().all(sound) && key.contains('-'), "{key}");
    }
}

#[test]
#[ignore = "a measurement: run it with --release --ignored --nocapture"]
#[allow(clippy::print_stdout)]
fn a_look_up_takes_about_a_microsecond() {
    let speech = Speech::new(Lang::Da);
    let day = jiff::civil::date(2026, 1, 5);
    let figure = pejl_kernel::Figure::from_stored(12_345_678);
    let timed = |name: &str, each: &dyn Fn() -> String| {
        let start = Instant::now();
        for _ in 0..100_000 {
            std::hint::black_box(each());
        }
        println!("{name}: {:?}", start.elapsed() / 100_000);
    };
    let first = Instant::now();
    speech.say("common-save");
    println!("the first: {:?}", first.elapsed());
    timed("plain", &|| speech.say("common-save"));
    timed("with a count", &|| speech.n("common-result-count", 1234));
    timed("with a text", &|| speech.a("common-edit-named", "name", "Æblegården"));
    timed("date", &|| speech.date(day));
    timed("weekday and date", &|| speech.weekday_date(day));
    timed("figure", &|| speech.figure(figure));
    timed("percent", &|| speech.percent(figure));
    let start = Instant::now();
    for _ in 0..100_000 {
        std::hint::black_box(speech.compare("Aabenraa Skole", "Aalborg Skole"));
    }
    println!("compare: {:?}", start.elapsed() / 100_000);
}
