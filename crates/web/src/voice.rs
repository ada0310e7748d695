//! Sentences put into words: our catalogues, the municipality's own words from its model, the reader's language.

use std::sync::Arc;

use pejl_domain::chain::{Progress, StateName};
use pejl_domain::models::{ElementKind, ElementSpec, Forms, Key, Model, Noun, Text, Word};
use pejl_domain::{Arg, Refused, Sentence};
use pejl_kernel::Years;
use pejl_lang::{Args, Lang, Speech};

/// Speaks one language with one municipality's words.
#[derive(Clone)]
pub(crate) struct Voice {
    pub speech: Speech,
    pub lang: Lang,
    pub model: Arc<Model>,
}

impl Voice {
    /// One language's forms of a word.
    pub fn forms<'w>(&self, word: &'w Word) -> &'w Forms {
        match self.lang {
            Lang::Da => &word.da,
            Lang::En => &word.en,
        }
    }

    /// One language's wording of a short text of the model.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        match self.lang {
            Lang::Da => &text.da,
            Lang::En => &text.en,
        }
    }

    /// The municipality's word for a noun.
    pub fn noun(&self, noun: Noun) -> &Forms {
        self.forms(self.model.words.word(noun))
    }

    /// The municipality's word for a kind of element at a level; the noun's where the model no longer uses it there.
    pub fn element(&self, kind: ElementKind, level: &Key) -> &Forms {
        match self.model.spec(kind, level) {
            Some(spec) => self.spec(spec),
            None => self.noun(kind.noun()),
        }
    }

    /// The municipality's word for a spec.
    pub fn spec<'s>(&self, spec: &'s ElementSpec) -> &'s Forms {
        self.forms(&spec.word)
    }

    /// The municipality's word for a kind of agreement; the noun's where the model no longer has it.
    pub fn agreement(&self, key: &Key) -> &Forms {
        match self.model.agreements.iter().find(|kind| kind.key == *key) {
            Some(kind) => self.forms(&kind.word),
            None => self.noun(Noun::Agreement),
        }
    }

    /// The name of a theme; its key where the model no longer has it.
    pub fn theme(&self, key: &Key) -> String {
        self.model.themes.iter().find(|t| t.key == *key).map_or_else(|| key.to_string(), |t| self.text(&t.name).to_owned())
    }

    /// An agreement as lines and lists name it: its kind, its years and who answers.
    pub fn agreement_line<'a>(&self, kind: &Key, years: Years, agents: impl Iterator<Item = &'a str>) -> String {
        let agents: Vec<&str> = agents.collect();
        let args = Args::new()
            .text("kind", capital(&self.agreement(kind).singular))
            .text("years", self.speech.years(years))
            .text("agents", agents.join(", "));
        self.speech.say_with("agreement-line", &args)
    }

    /// A round's name with the year it follows up on; its key where the model no longer has it.
    pub fn round(&self, key: &Key, year: i16) -> String {
        let spec = self.model.rounds.iter().find(|round| round.key == *key);
        let name = spec.map_or_else(|| key.to_string(), |spec| self.text(&spec.name).to_owned());
        format!("{name} {year}")
    }

    /// The municipality's word for a level; its key where the model no longer has it.
    pub fn level(&self, key: &Key) -> String {
        self.model.level(key).map_or_else(|| key.to_string(), |l| self.forms(&l.word).singular.clone())
    }

    /// The municipality's word for a kind of unit.
    pub fn unit_kind(&self, key: &Key) -> String {
        self.model.unit_kind(key).map_or_else(|| key.to_string(), |k| self.forms(&k.word).singular.clone())
    }

    /// Where an element stands, in a word: of an action in force how far it has come, and of anything else that needs no
    /// decision that it is in force, because nobody adopted it.
    pub fn state(&self, kind: ElementKind, level: &Key, state: StateName, progress: Option<Progress>) -> String {
        let t = self.speech;
        let needs_no_decision = || self.model.spec(kind, level).is_some_and(|spec| spec.adopts.is_none());
        capital(&match (state, progress) {
            (StateName::Adopted, Some(progress)) => t.say(&format!("progress-{}", progress.as_str())),
            (StateName::Adopted, None) if needs_no_decision() => t.say("in-force-without-decision"),
            _ => t.say(&format!("state-{}", state.as_str())),
        })
    }

    /// The sign of where an element stands: it follows the word that [`Self::state`] says.
    pub fn sign(state: StateName, progress: Option<Progress>) -> &'static str {
        match (state, progress) {
            (StateName::Adopted, Some(progress)) => progress.as_str(),
            _ => state.as_str(),
        }
    }

    /// What so many of a kind are called.
    pub fn counted<'s>(&self, spec: &'s ElementSpec, count: usize) -> &'s str {
        let forms = self.spec(spec);
        if count == 1 { &forms.singular } else { &forms.plural }
    }

    /// A catalogue sentence about something that has a word of the municipality's own.
    pub fn about(&self, key: &str, forms: &Forms) -> String {
        capital(&self.speech.say_with(key, &noun_args(Args::new(), "", forms)))
    }

    /// A sentence of the rules, in words, with a capital first letter.
    pub fn tell(&self, sentence: &Sentence) -> String {
        let args = sentence.args.iter().fold(Args::new(), |args, (name, arg)| self.filled(args, name, arg));
        capital(&self.speech.say_with(&sentence.key, &args))
    }

    /// Each reason of a refusal, with the field it belongs to ("" for the whole).
    pub fn reasons(&self, refused: &Refused) -> Vec<(String, String)> {
        refused.reasons.iter().map(|r| (r.field.unwrap_or_default().to_owned(), self.tell(&r.sentence))).collect()
    }

    fn filled(&self, args: Args, name: &str, arg: &Arg) -> Args {
        let own = |prefix: &str| if prefix == "noun" { String::new() } else { prefix.to_owned() };
        match arg {
            Arg::Text(text) => args.text(name.to_owned(), text),
            Arg::Count(count) => args.count(name.to_owned(), *count),
            Arg::Date(date) => args.text(name.to_owned(), self.speech.date(date)),
            Arg::Figure(figure) => args.text(name.to_owned(), self.speech.figure(figure)),
            Arg::Word(key) => args.text(name.to_owned(), self.speech.say(key)),
            Arg::Level(key) => args.text(name.to_owned(), self.level(key)),
            Arg::Both { da, en } => args.text(
                name.to_owned(),
                match self.lang {
                    Lang::Da => da,
                    Lang::En => en,
                },
            ),
            Arg::Noun(noun) => noun_args(args, &own(name), self.noun(*noun)),
            Arg::Agreement(key) => noun_args(args, &own(name), self.agreement(key)),
            Arg::Theme(key) => args.text(name.to_owned(), self.theme(key)),
            Arg::Element(key, noun) => match self.model.element(key) {
                Some(spec) => noun_args(args, &own(name), self.spec(spec)),
                None => noun_args(args, &own(name), self.noun(*noun)),
            },
        }
    }
}

fn noun_args(args: Args, prefix: &str, forms: &Forms) -> Args {
    args.noun_as(prefix, &forms.singular, &forms.plural, &forms.definite, forms.is_neuter())
}

/// With a capital first letter.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
