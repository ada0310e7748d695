//! The catalogues and what is said hold together: every key that is asked for stands in them, and none stands there for nothing.
//! (That both languages have the same keys, and the same things in their sentences, is tested beside the catalogues.)

#![allow(clippy::unwrap_used, clippy::expect_used)] // every function here belongs to a test
#[allow(dead_code)] // it serves another test too
#[path = "tidy/code.rs"]
mod code;

use std::collections::BTreeSet;

use code::{Quoted, Source};
use pejl_domain::chain::quality::Check;
use pejl_domain::chain::{
    AnswerName, Comparator, Direction, Documentation, Measure, Orientation, Outcome, Progress, Scope, StateName, Verb,
};
use pejl_domain::orgs::Role;
use pejl_lang::{Lang, keys};
use pejl_policy::Action;

/// Keys made of a beginning and the spelling of something there is a closed list of.
fn families() -> Vec<(&'static str, Vec<&'static str>)> {
    macro_rules! spelled {
        ($($start:literal: $kind:ty),+ $(,)?) => { vec![$(($start, <$kind>::ALL.iter().map(|k| k.as_str()).collect())),+] };
    }
    spelled!(
        "role-": Role, "denied-": Action, "state-": StateName, "outcome-": Outcome, "progress-": Progress, "measure-": Measure,
        "orientation-": Orientation, "scope-": Scope, "direction-": Direction, "comparator-": Comparator,
        "documentation-": Documentation, "answer-": AnswerName, "quality-": Check, "verb-": Verb,
    )
}

/// Keys that begin like a family's and are none of it.
const ALSO: [&str; 1] = ["role-standing-in"];

/// Beginnings that only keys have: whatever in quotes begins so is one.
const ONLY_KEYS: [&str; 6] = ["event-", "refused-", "denied-", "common-", "quality-", "overview-"];

/// Calls whose first quoted text is a key.
const ASKS: [&str; 10] =
    ["say(", "say_with(", ".n(", ".a(", "about(", "Sentence::new(", "refused(", "Arg::Word(", "refused_at(", "sentence("];

/// A text in quotes, as a key or a pattern of keys.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Spoken {
    /// A key.
    Key(String),
    /// What stands between the holes: `["quality-", "-advice"]`. Any key that fits may be meant.
    Pattern(Vec<String>),
}

impl Spoken {
    fn of(text: &str) -> Option<Self> {
        let fits = |part: &str| part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        let parts = around_holes(text);
        let begins = parts[0].starts_with(|c: char| c.is_ascii_lowercase()) && parts[0].contains('-');
        if !begins || !parts.iter().all(|p| fits(p)) {
            return None;
        }
        if parts.len() == 1 && !text.ends_with('-') {
            return Some(Self::Key(text.to_owned()));
        }
        let parts = if parts.len() == 1 { vec![parts[0].clone(), String::new()] } else { parts };
        parts[0].ends_with('-').then_some(Self::Pattern(parts))
    }

    fn means(&self, key: &str) -> bool {
        match self {
            Self::Key(own) => own == key,
            Self::Pattern(parts) => {
                let (first, last) = (&parts[0], &parts[parts.len() - 1]);
                key.len() > first.len() + last.len() && key.starts_with(first.as_str()) && key.ends_with(last.as_str())
            }
        }
    }
}

/// The text parted at the holes of a format: `quality-{}-advice` becomes `quality-` and `-advice`.
fn around_holes(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            '{' => {
                depth += 1;
                parts.push(String::new());
            }
            '}' => depth = depth.saturating_sub(1),
            c if depth == 0 => parts.iter_mut().last().unwrap().push(c),
            _ => {}
        }
    }
    parts
}

/// Everything in quotes that runs, with its file: in Rust, and in what templates reckon with.
fn quoted() -> Vec<(String, Quoted)> {
    let rust = code::program().into_iter().filter(Source::runs).flat_map(|s| {
        let path = s.path.clone();
        s.program().1.into_iter().map(move |q| (path.clone(), q))
    });
    let templates = code::templates().into_iter().flat_map(|s| {
        let reckoned = reckoned(&s.text);
        let path = s.path.clone();
        Source::new(&s.path, &reckoned).program().1.into_iter().map(move |q| (path.clone(), q))
    });
    rust.chain(templates).collect()
}

/// A template with everything blanked out but what stands within `{{ }}` and `{% %}`.
fn reckoned(template: &str) -> String {
    let (mut kept, mut inside, mut rest) = (String::new(), false, template);
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("{#") {
            let (remark, after) = rest.split_once("#}").unwrap_or((rest, ""));
            kept.extend(remark.chars().filter(|c| *c == '\n'));
            rest = after;
            continue;
        }
        let opens = rest.starts_with("{{") || rest.starts_with("{%");
        let closes = rest.starts_with("}}") || rest.starts_with("%}");
        if opens || closes {
            inside = opens;
            kept.push(' ');
            rest = &rest[2..];
        } else {
            kept.push(if inside || c == '\n' { c } else { ' ' });
            rest = &rest[c.len_utf8()..];
        }
    }
    kept
}

#[test]
fn every_key_that_is_asked_for_stands_in_the_catalogues() {
    let known = keys(Lang::Da);
    let mut lacking = BTreeSet::new();
    for (path, q) in quoted() {
        let asked = ASKS.iter().any(|ask| q.before.ends_with(ask)) || ONLY_KEYS.iter().any(|start| q.text.starts_with(start));
        match Spoken::of(&q.text) {
            Some(Spoken::Key(key)) if asked && !known.contains(&key) => {
                lacking.insert(format!("{path}:{}: {key} stands in no catalogue. Give it a sentence in both languages.", q.line));
            }
            Some(pattern @ Spoken::Pattern(_)) if asked && !known.iter().any(|key| pattern.means(key)) => {
                lacking.insert(format!("{path}:{}: no key in the catalogues fits {:?}.", q.line, q.text));
            }
            _ => {}
        }
    }
    assert!(lacking.is_empty(), "\n{}\n", lacking.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn everything_there_is_a_closed_list_of_has_its_word() {
    let known = keys(Lang::Da);
    let all = families().into_iter().flat_map(|(start, members)| members.into_iter().map(move |member| format!("{start}{member}")));
    let lacking: Vec<String> = all.filter(|key| !known.contains(key)).collect();
    assert!(lacking.is_empty(), "these stand in no catalogue; give each a sentence in both languages: {lacking:#?}");
}

#[test]
fn no_key_stands_in_the_catalogues_for_nothing() {
    let spoken: BTreeSet<Spoken> = quoted().iter().filter_map(|(_, q)| Spoken::of(&q.text)).collect();
    let unused: Vec<String> = keys(Lang::Da).into_iter().filter(|key| !spoken.iter().any(|s| s.means(key))).collect();
    assert!(unused.is_empty(), "nothing says these {}; take them out of both catalogues: {unused:#?}", unused.len());
}

#[test]
fn a_member_that_is_no_longer_there_has_no_word() {
    let known = keys(Lang::Da);
    for (start, members) in families().into_iter().filter(|(start, _)| !["quality-", "verb-", "documentation-"].contains(start)) {
        let ours = known.iter().filter(|key| !ALSO.contains(&key.as_str()));
        let gone: Vec<_> = ours.filter(|key| key.strip_prefix(start).is_some_and(|rest| !members.contains(&rest))).collect();
        assert!(gone.is_empty(), "nothing is spelled like these any more: {gone:?}");
    }
}

#[test]
fn keys_and_patterns_are_told_from_other_texts() {
    assert_eq!(Spoken::of("common-save"), Some(Spoken::Key("common-save".to_owned())));
    assert!(Spoken::of("quality-{}-advice").unwrap().means("quality-effect-advice"));
    assert!(!Spoken::of("quality-{}-advice").unwrap().means("quality-effect"));
    assert!(Spoken::of("state-").unwrap().means("state-draft"));
    for other in ["Gem", "pejl", "{a}-b", "/orgs/{slug}", "unit_id-x y"] {
        assert_eq!(Spoken::of(other), None, "{other}");
    }
}

#[test]
fn only_what_a_template_reckons_with_is_searched() {
    let text = reckoned("{# say(\"common-x\") #}<a class=\"common-x\">{{ t.say(\"common-save\") }}</a>{% call f(\"unit-name\") %}");
    assert!(text.contains("common-save") && text.contains("unit-name") && !text.contains("common-x"));
}
