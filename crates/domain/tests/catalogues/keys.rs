//! What every subject's words are held against: the keys that its source spells out, and those that stand in its catalogues.

use std::collections::BTreeSet;
use std::path::Path;

/// The keys with one of these beginnings that the source of rooms spells out. A room is named from this crate: `src/chain`.
pub fn spelled_out(rooms: &[&str], beginnings: &[&str]) -> BTreeSet<String> {
    let sources = rooms.iter().flat_map(|room| std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(room)).unwrap());
    sources.flat_map(|file| keys_in(&std::fs::read_to_string(file.unwrap().path()).unwrap(), beginnings)).collect()
}

fn keys_in(source: &str, beginnings: &[&str]) -> Vec<String> {
    let is_key = |text: &&str| {
        beginnings.iter().any(|beginning| text.starts_with(beginning))
            && text.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            && !text.ends_with('-')
    };
    source.split('"').filter(is_key).map(str::to_owned).collect()
}

/// The keys that are put together from a beginning and the words of a closed list.
macro_rules! put_together {
    ($($beginning:literal: $of:ident),+ $(,)?) => {{
        let mut keys = std::collections::BTreeSet::new();
        $( keys.extend($of::ALL.iter().map(|word| format!("{}-{}", $beginning, word.as_str()))); )+
        keys
    }};
}
pub(crate) use put_together;

/// The keys of a file of the catalogues: `chain-rules`.
fn catalogue(language: &str, file: &str) -> BTreeSet<String> {
    let place = format!("{}/../lang/locales/{language}/{file}.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(place).unwrap();
    let keys = text.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()));
    keys.filter_map(|l| l.split_once(" =")).map(|(key, _)| key.to_owned()).collect()
}

/// Every one of these keys stands in both languages.
pub fn stand_in_both(said: &BTreeSet<String>, file: &str) {
    for language in ["da", "en"] {
        let written = catalogue(language, file);
        let lacking: Vec<_> = said.difference(&written).collect();
        assert!(lacking.is_empty(), "{language}: lacking {lacking:#?}");
    }
}

/// No other key stands there.
#[allow(dead_code)] // the chain's catalogue has words of other subjects too
pub fn no_other_stands_there(said: &BTreeSet<String>, file: &str) {
    for language in ["da", "en"] {
        let written = catalogue(language, file);
        let unsaid: Vec<_> = written.difference(said).collect();
        assert!(unsaid.is_empty(), "{language}: never said {unsaid:#?}");
    }
}
