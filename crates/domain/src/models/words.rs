//! The field's standard words: what each noun is called, in Danish and English, where a model has no word of its own.
//!
//! Every noun has all its forms and one sentence of explanation in both languages (K15), so a page can always say what
//! it is talking about.

use std::sync::LazyLock;

use super::{Forms, Noun, Word, Words};

impl Words {
    /// The standard words alone.
    pub fn standard() -> Self {
        Self(Noun::ALL.iter().map(|noun| (*noun, noun.standard().clone())).collect())
    }

    /// The model's word for a noun, else the field's standard word. Always answers.
    pub fn word(&self, noun: Noun) -> &Word {
        self.0.get(&noun).unwrap_or_else(|| noun.standard())
    }
}

impl Default for Words {
    fn default() -> Self {
        Self::standard()
    }
}

/// The forms of one noun in one language: singular, plural, definite, explanation.
type Row = [&'static str; 4];

fn word(da: Row, en: Row) -> Word {
    let forms = |[singular, plural, definite, explanation]: Row| Forms {
        singular: singular.to_owned(),
        plural: plural.to_owned(),
        definite: definite.to_owned(),
        explanation: explanation.to_owned(),
    };
    Word { da: forms(da), en: forms(en) }
}

macro_rules! standard_words {
    ($($noun:ident { da: $da:expr, en: $en:expr $(,)? })+) => {
        impl Noun {
            /// The field's standard word.
            pub fn standard(self) -> &'static Word {
                match self { $(
                    Self::$noun => {
                        static WORD: LazyLock<Word> = LazyLock::new(|| word($da, $en));
                        &WORD
                    }
                )+ }
            }
        }
    };
}

standard_words! {
    Council {
        da: ["byråd", "byråd", "byrådet", "Den folkevalgte forsamling, der sætter kommunens overordnede retning og har det sidste ord."],
        en: ["council", "councils", "the council", "The elected body that sets the municipality's overall direction and has the last word."],
    }
    Committee {
        da: ["fagudvalg", "fagudvalg", "fagudvalget", "Et stående politisk udvalg med ansvar for sit område, for eksempel børn og unge."],
        en: ["committee", "committees", "the committee", "A standing political committee that answers for its own area, such as children and young people."],
    }
    FinanceCommittee {
        da: ["økonomiudvalg", "økonomiudvalg", "økonomiudvalget", "Det politiske udvalg, der samordner kommunens økonomi og administration."],
        en: ["finance committee", "finance committees", "the finance committee", "The political committee that coordinates the municipality's finances and administration."],
    }
    ExecutiveBoard {
        da: ["direktion", "direktioner", "direktionen", "Kommunens øverste ledelse: kommunaldirektøren og direktørerne."],
        en: ["executive board", "executive boards", "the executive board", "The top management: the chief executive and the directors."],
    }
    Department {
        da: ["afdeling", "afdelinger", "afdelingen", "Et område i forvaltningen under direktionen, med sin egen chef."],
        en: ["department", "departments", "the department", "A part of the administration below the executive board, with a head of its own."],
    }
    Institution {
        da: ["institution", "institutioner", "institutionen", "En enhed tæt på borgerne med sin egen leder: en skole, en børnehave, et plejehjem."],
        en: ["institution", "institutions", "the institution", "A unit close to citizens with a leader of its own: a school, a nursery, a care home."],
    }
    Objective {
        da: ["målsætning", "målsætninger", "målsætningen", "Det, byrådet vil opnå for hele kommunen på langt sigt."],
        en: ["objective", "objectives", "the objective", "What the council wants to achieve for the whole municipality in the long run."],
    }
    Policy {
        da: ["politik", "politikker", "politikken", "En vedtaget tekst, der gør målsætningerne til konkrete mål på et område."],
        en: ["policy", "policies", "the policy", "An adopted text that turns objectives into concrete goals in one area."],
    }
    Guidepost {
        da: ["pejlemærke", "pejlemærker", "pejlemærket", "Et udvalgs politiske retning, formet i dialog med dem, der skal følge den."],
        en: ["guidepost", "guideposts", "the guidepost", "A committee's political direction, formed in dialogue with those who are to follow it."],
    }
    FocusArea {
        da: ["indsatsområde", "indsatsområder", "indsatsområdet", "Et tema, der prioriteres i en periode, med en vision og en begrundelse."],
        en: ["focus area", "focus areas", "the focus area", "A theme given priority for a time, with a vision and a motivation."],
    }
    Goal {
        da: ["mål", "mål", "målet", "Det, der skal være opnået, af hvem og hvornår, og med hvilken effekt."],
        en: ["goal", "goals", "the goal", "What shall be achieved, by whom and by when, and with which effect."],
    }
    Action {
        da: ["handling", "handlinger", "handlingen", "Noget bestemt, der gøres for at nå et mål."],
        en: ["action", "actions", "the action", "Something definite that is done to reach a goal."],
    }
    ValueMarker {
        da: ["værdimarkør", "værdimarkører", "værdimarkøren", "Et hensyn, som alt arbejde skal tage, uden at være et mål i sig selv."],
        en: ["value marker", "value markers", "the value marker", "A concern that all work must respect, without being a goal in itself."],
    }
    Source {
        da: ["kilde", "kilder", "kilden", "Det dokument, et mål udspringer af: en strategi, en lov, et brev eller en budgetaftale."],
        en: ["source", "sources", "the source", "The document a goal springs from: a strategy, a law, a letter or a budget agreement."],
    }
    Agreement {
        da: ["aftale", "aftaler", "aftalen", "Det, to niveauer er blevet enige om: hvad der skal nås, og hvordan der følges op."],
        en: ["agreement", "agreements", "the agreement", "What two levels have agreed on: what is to be reached, and how it is followed up."],
    }
    Round {
        da: ["opfølgningsrunde", "opfølgningsrunder", "opfølgningsrunden", "Et tidspunkt, hvor alle fortæller, hvor langt de er nået."],
        en: ["follow-up round", "follow-up rounds", "the follow-up round", "A point in time at which everyone says how far they have come."],
    }
    Wheel {
        da: ["årshjul", "årshjul", "årshjulet", "Årets faste skridt: hvornår, hvem, hvorfor, og hvad der kommer ud af det."],
        en: ["annual wheel", "annual wheels", "the annual wheel", "The year's regular steps: when, who, why, and what comes of it."],
    }
    Theme {
        da: ["tema", "temaer", "temaet", "Et spørgsmål, som årets aftaler skal svare på."],
        en: ["theme", "themes", "the theme", "A question that the year's agreements must answer."],
    }
    Rule {
        da: ["spilleregel", "spilleregler", "spillereglen", "Det, der er bestemt centralt, eller som enheden selv bestemmer."],
        en: ["rule of the game", "rules of the game", "the rule of the game", "What is decided centrally, or what the unit decides for itself."],
    }
    Decision {
        da: ["beslutning", "beslutninger", "beslutningen", "Det, et politisk eller ledende organ har vedtaget, med dato og sag."],
        en: ["decision", "decisions", "the decision", "What a political or managing body has resolved, with a date and a case."],
    }
    Effect {
        da: ["effekt", "effekter", "effekten", "Den forskel, arbejdet gør for borgerne."],
        en: ["effect", "effects", "the effect", "The difference the work makes for citizens."],
    }
    Criterion {
        da: ["succeskriterium", "succeskriterier", "succeskriteriet", "Det, der viser, at målet er nået."],
        en: ["success criterion", "success criteria", "the success criterion", "What shows that the goal has been met."],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_has_all_its_forms_and_an_explanation_in_both_languages() {
        let words = Words::standard();
        for noun in Noun::ALL {
            let Word { da, en } = words.word(*noun);
            for forms in [da, en] {
                let all = [&forms.singular, &forms.plural, &forms.definite, &forms.explanation];
                assert!(all.iter().all(|text| !text.trim().is_empty()), "{noun}");
                assert!(forms.explanation.ends_with('.'), "{noun}: {}", forms.explanation);
            }
        }
    }

    #[test]
    fn a_model_without_words_of_its_own_still_has_a_word_for_everything() {
        let none = Words(std::collections::BTreeMap::new());
        assert_eq!(none.word(Noun::Goal).da.definite, "målet");
        assert!(none.word(Noun::Goal).da.is_neuter() && !none.word(Noun::Policy).da.is_neuter());
    }
}
