//! Rooms: their names, their size, the order of the subjects, and what may only be done in one of them.

use super::code::{Source, lines_with_word};

/// The subjects, in the order in which they may use each other's nouns.
const SUBJECTS: [&str; 13] = [
    "models",
    "orgs",
    "accounts",
    "chain",
    "agreements",
    "rounds",
    "wheel",
    "cases",
    "meetings",
    "seminars",
    "letters",
    "overview",
    "reminders",
];
/// The floors whose rooms are subjects.
const BY_SUBJECT: [&str; 4] = ["domain", "store", "app", "web"];

/// Deeds are narrow, reads may be wide: what a subject's `reads.rs` gives out may come from this room of the floor below. A page
/// may show what any subject below gives it; what it may not is use a later subject's pages.
const WIDE: &str = "overview";

/// Uses of a later subject's nouns, on the same floor or a floor below.
pub fn order(sources: &[Source]) -> Vec<String> {
    let place = |room: &str| SUBJECTS.iter().position(|s| *s == room);
    let mut faults = Vec::new();
    for source in sources.iter().filter(|s| s.runs() && BY_SUBJECT.contains(&s.floor())) {
        let Some((subject, at)) = source.rooms().first().and_then(|room| Some((*room, place(room)?))) else { continue };
        let (code, _) = source.program();
        let (page, reads) = (source.floor() == "web", source.rooms().last() == Some(&"reads"));
        for (line, below, used) in named_rooms(&code) {
            let wide = below && (page || (reads && used == WIDE));
            if !wide && place(&used).is_some_and(|later| later > at) {
                let path = &source.path;
                faults.push(format!(
                    "{path}:{line}: {subject} uses {used}, which stands later ({}). Let {used} do it, or hand the value in as an argument.",
                    SUBJECTS.join(" < ")
                ));
            }
        }
    }
    faults
}

/// The rooms that a program names by path, `crate::chain::…`, `pejl_store::{chain, orgs}`: the line, whether it is on a floor
/// below, and the room.
fn named_rooms(code: &str) -> Vec<(usize, bool, String)> {
    let mut found = Vec::new();
    for start in ["crate::", "pejl_domain::", "pejl_store::", "pejl_app::"] {
        for (at, _) in code.match_indices(start) {
            let line = code[..at].matches('\n').count() + 1;
            let rest = &code[at + start.len()..];
            let names = match rest.strip_prefix('{') {
                Some(list) => first_names(list),
                None => vec![name_at(rest)],
            };
            found.extend(names.into_iter().map(|name| (line, start != "crate::", name)));
        }
    }
    found
}

/// The names at the outermost level of a list in braces.
fn first_names(list: &str) -> Vec<String> {
    let (mut names, mut depth, mut begins) = (Vec::new(), 0_usize, true);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            c if c.is_alphanumeric() && begins => {
                names.push(name_at(&list[at..]));
                begins = false;
            }
            _ => {}
        }
    }
    names
}

fn name_at(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Rooms whose name says nothing about what is in them.
pub fn named_after_nothing(sources: &[Source]) -> Vec<String> {
    const NOTHING: [&str; 13] = [
        "common", "core", "util", "utils", "helper", "helpers", "misc", "manager", "managers", "service", "services", "stuff",
        "tools",
    ];
    let mut faults = Vec::new();
    for source in sources {
        let rooms = source.path.trim_end_matches(".rs").split('/');
        for room in rooms.filter(|r| NOTHING.contains(r)) {
            faults.push(format!(
                "{}: a room named {room} says nothing. Name it after its subject, or put what is in it where its subject is.",
                source.path
            ));
        }
    }
    faults
}

/// Files with more than five hundred lines: nearly always two subjects.
pub fn too_long(sources: &[Source]) -> Vec<String> {
    const MOST: usize = 500;
    let long = sources.iter().map(|s| (s, s.text.lines().count())).filter(|(_, lines)| *lines > MOST);
    long.map(|(s, lines)| format!("{}: {lines} lines. Split it where its two subjects part; {MOST} is the most.", s.path)).collect()
}

/// Clocks and sources of chance, each with the files that may ask them.
const AMBIENT: [(&str, &[&str]); 8] = [
    ("Timestamp::now", &["crates/kernel/src/clock.rs"]),
    ("Zoned::now", &[]),
    ("SystemTime::now", &[]),
    ("OffsetDateTime::now_utc", &[]),
    ("Uuid::now_v7", &["crates/kernel/src/ids.rs"]),
    ("Uuid::new_v4", &[]),
    ("rand::random", &[]),
    // How long something took is no date: what measures may ask.
    ("Instant::now", &["crates/store/src/meter.rs", "crates/web/src/router.rs"]),
];

/// Clocks and ids asked elsewhere than in the kernel.
pub fn ambient(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|s| s.runs()) {
        let (code, _) = source.program();
        for (call, may) in AMBIENT.iter().filter(|(_, may)| !may.contains(&source.path.as_str())) {
            let whose = if may.is_empty() { "nobody".to_owned() } else { may.join(", ") };
            for line in lines_with_word(&code, call) {
                faults.push(format!(
                    "{}:{line}: {call} may be asked by {whose}. Take a Clock or a Mint as an argument.",
                    source.path
                ));
            }
        }
    }
    faults
}

/// SQL outside the store.
pub fn sql(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|s| s.runs() && s.floor() != "store") {
        let (code, quoted) = source.program();
        let mut fault = |line: usize| {
            faults.push(format!("{}:{line}: SQL stands in the store. Give it a function there, in its subject.", source.path))
        };
        lines_with_word(&code, "sqlx").into_iter().for_each(&mut fault);
        quoted.iter().filter(|q| is_sql(&q.text)).map(|q| q.line).for_each(&mut fault);
    }
    faults
}

fn is_sql(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let has = |word: &str| words.contains(&word);
    (has("SELECT") && has("FROM"))
        || (has("INSERT") && has("INTO"))
        || (has("DELETE") && has("FROM"))
        || (has("UPDATE") && has("SET"))
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    #[test]
    fn a_later_subject_is_found_also_in_a_list() {
        let orgs = |text| order(&example("crates/store/src/orgs/units.rs", text));
        assert_eq!(orgs("use crate::chain::elements;").len(), 1);
        assert_eq!(orgs("use crate::{db::{Tx, on}, overview, models};").len(), 1);
        assert_eq!(orgs("use pejl_domain::chain::Element;").len(), 1);
        assert!(orgs("use crate::models; use crate::db::chain; // crate::chain").is_empty());
        assert_eq!(order(&example("crates/app/src/chain/deeds.rs", "use pejl_store::overview;")).len(), 1);
        assert!(order(&example("crates/web/src/orgs/people.rs", "use pejl_app::accounts;")).is_empty());
        assert_eq!(order(&example("crates/web/src/orgs/people.rs", "use crate::accounts;")).len(), 1);
        assert!(order(&example("crates/app/src/chain/reads.rs", "use pejl_store::overview;")).is_empty());
        assert!(order(&example("crates/app/src/overview/mod.rs", "use crate::chain;")).is_empty());
    }

    #[test]
    fn a_room_named_after_nothing_is_found() {
        assert_eq!(named_after_nothing(&example("crates/web/src/utils/mod.rs", "")).len(), 1);
        assert_eq!(named_after_nothing(&example("crates/web/src/common.rs", "")).len(), 1);
        assert!(named_after_nothing(&example("crates/web/src/orgs/units.rs", "")).is_empty());
    }

    #[test]
    fn a_long_file_is_found() {
        assert!(too_long(&example("crates/web/src/a.rs", &"\n".repeat(500))).is_empty());
        assert_eq!(too_long(&example("crates/web/src/a.rs", &"\n".repeat(501))).len(), 1);
    }

    #[test]
    fn a_clock_of_ones_own_is_found() {
        let text = "let a = jiff::Timestamp::now(); // Timestamp::now\nlet b = \"Zoned::now\";";
        assert_eq!(ambient(&example("crates/app/src/chain/deeds.rs", text)).len(), 1);
        assert!(ambient(&example("crates/kernel/src/clock.rs", text)).is_empty());
        assert_eq!(ambient(&example("crates/app/src/a.rs", "Uuid::now_v7()")).len(), 1);
    }

    #[test]
    fn sql_out_of_place_is_found() {
        let text = "let q = \"SELECT name FROM unit\"; // UPDATE unit SET";
        assert_eq!(sql(&example("crates/app/src/orgs/units.rs", text)).len(), 1);
        assert!(sql(&example("crates/store/src/orgs/units.rs", text)).is_empty());
        assert_eq!(sql(&example("crates/web/src/page.rs", "use sqlx::Row;")).len(), 1);
        assert!(sql(&example("crates/web/src/page.rs", "let text = \"SELECT one of these\";")).is_empty());
    }
}
