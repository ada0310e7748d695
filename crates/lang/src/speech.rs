//! Saying a sentence of the catalogues.

use std::{
    collections::{BTreeSet, HashMap},
    fmt::Display,
    sync::LazyLock,
};

use fluent_templates::{fluent_bundle::FluentValue, static_loader};
use pejl_kernel::TextFault;

use crate::{Args, Lang, Whole};

mod known {
    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}

static_loader! {
    static CATALOGUES = {
        locales: "./locales",
        fallback_language: "da",
        customise: |bundle| {
            // Isolating marks are for mixed reading directions; here they would only end up in what people copy.
            bundle.set_use_isolating(false);
            let danish = bundle.locales.first() == Some(Lang::Da.id());
            bundle.set_formatter(Some(if danish {
                |value, _| grouped(value, Lang::Da)
            } else {
                |value, _| grouped(value, Lang::En)
            }));
        },
    };
}

/// A number in a sentence gets its thousands marked: *1.234 mål*.
fn grouped(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(Speech::new(lang).count(number.value as i64)),
        _ => None,
    }
}

type Plain = HashMap<&'static str, String>;

static PLAIN_DANISH: LazyLock<Plain> = LazyLock::new(|| plain(Lang::Da));
static PLAIN_ENGLISH: LazyLock<Plain> = LazyLock::new(|| plain(Lang::En));

/// The sentences that need no arguments, made once: most of a page is such, and a look-up is then a tenth of the price.
fn plain(lang: Lang) -> Plain {
    let made = |key: &&'static str| Some((*key, made(lang, key, &Args::new())?));
    listed(lang).iter().filter_map(made).collect()
}

fn made(lang: Lang, key: &str, args: &Args) -> Option<String> {
    CATALOGUES.lookup_single_language(lang.id(), key, Some(&args.0)).ok()
}

/// In order, as the build script wrote them.
fn listed(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Da => known::DANISH,
        Lang::En => known::ENGLISH,
    }
}

/// Every key of a language's catalogues. For tests that hold them against what is used.
pub fn keys(lang: Lang) -> BTreeSet<String> {
    listed(lang).iter().map(ToString::to_string).collect()
}

/// Speaks one language: says sentences, formats dates and figures, sorts names. Small and `Copy`; a page carries one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Speech {
    lang: Lang,
}

impl Speech {
    /// Speaks the language.
    pub const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// The language it speaks.
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// The sentence under the key. Where there is none, or where it needs arguments, the key in white brackets: `⟦key⟧`.
    pub fn say(self, key: &str) -> String {
        let plain = match self.lang {
            Lang::Da => &*PLAIN_DANISH,
            Lang::En => &*PLAIN_ENGLISH,
        };
        plain.get(key).cloned().unwrap_or_else(|| missing(key))
    }

    /// The sentence under the key, filled in. Where there is none, or an argument is wanting, the key: `⟦key⟧`.
    pub fn say_with(self, key: &str, args: &Args) -> String {
        made(self.lang, key, args).unwrap_or_else(|| missing(key))
    }

    /// The sentence under the key with `count` in it: `speech.n("chain-goals", 3)`.
    pub fn n(self, key: &str, count: impl Whole) -> String {
        self.say_with(key, &Args::new().count("count", count))
    }

    /// The sentence under the key with one text in it: `speech.a("common-edit-named", "name", unit.name)`.
    pub fn a(self, key: &str, name: &'static str, text: impl Display) -> String {
        self.say_with(key, &Args::new().text(name, text))
    }

    /// Whether the language has the key.
    pub fn has(self, key: &str) -> bool {
        listed(self.lang).binary_search(&key).is_ok()
    }

    /// What is wrong with a text, and what would be right.
    pub fn text_fault(self, fault: TextFault) -> String {
        match fault {
            TextFault::Empty => self.say("fault-text-empty"),
            TextFault::TooLong { most } => self.say_with("fault-text-too-long", &Args::new().count("most", most)),
        }
    }
}

fn missing(key: &str) -> String {
    format!("⟦{key}⟧")
}

#[cfg(test)]
mod tests {
    use super::*;

    const DA: Speech = Speech::new(Lang::Da);
    const EN: Speech = Speech::new(Lang::En);

    #[test]
    fn each_language_says_the_same_thing_in_its_own_words() {
        assert_eq!((DA.say("common-save").as_str(), EN.say("common-save").as_str()), ("Gem", "Save"));
    }

    #[test]
    fn a_missing_key_shows_itself() {
        assert_eq!(EN.say("no-such-key"), "⟦no-such-key⟧");
        assert_eq!(DA.n("no-such-key", 2), "⟦no-such-key⟧");
        assert!(!DA.has("no-such-key") && DA.has("common-save"));
    }

    #[test]
    fn a_sentence_whose_arguments_are_wanting_shows_its_key() {
        assert_eq!(DA.say("fault-text-too-long"), "⟦fault-text-too-long⟧");
        assert_eq!(DA.say_with("fault-text-too-long", &Args::new()), "⟦fault-text-too-long⟧");
    }

    #[test]
    fn a_count_chooses_the_plural_and_marks_its_thousands() {
        assert_eq!(DA.n("common-result-count", 1), "1 resultat");
        assert_eq!(DA.n("common-result-count", 2000_usize), "2.000 resultater");
        let behind_references = [1, 2000].iter().map(|count| EN.n("common-result-count", count)).collect::<Vec<_>>();
        assert_eq!(behind_references, ["1 result", "2,000 results"]);
    }

    #[test]
    fn a_text_goes_in_as_it_is_without_hidden_marks() {
        assert_eq!(DA.a("own-lead", "login", "Æblegården"), "Du er logget ind som Æblegården.");
    }

    #[test]
    fn a_second_noun_has_its_own_names() {
        let args = Args::new().noun("mål", "mål", "målet", true).noun_as("parent", "politik", "politikker", "politikken", false);
        let mut names: Vec<_> = args.0.keys().map(AsRef::as_ref).collect();
        names.sort_unstable();
        let wanted = ["gender", "noun", "nouns", "parentgender", "parentnoun", "parentnouns", "thenoun", "theparentnoun"];
        assert_eq!(names, wanted);
        assert_eq!((&args.0["gender"], &args.0["parentgender"]), (&FluentValue::from("t"), &FluentValue::from("n")));
    }

    #[test]
    fn a_text_fault_says_what_would_be_right() {
        assert_eq!(DA.text_fault(TextFault::TooLong { most: 10_000 }), "Teksten er for lang. Der er plads til 10.000 tegn.");
    }
}
