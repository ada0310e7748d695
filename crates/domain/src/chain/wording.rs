//! Words that sound like a goal and cannot be counted: "bedre", "styrke", "øget". Advice only, and only where nothing in
//! the text and no criterion gives a number. Danish: the language goals are written in.

use crate::sentence::Sentence;

use super::{Content, Criterion};

/// How such words begin; Danish bends them at the end.
const VAGUE: [&str; 16] = [
    "bedre",
    "forbedr",
    "styrk",
    "øge",
    "øget",
    "fremme",
    "understøtt",
    "optimer",
    "udvikle",
    "fokus",
    "løft",
    "mere",
    "flere",
    "færre",
    "højere",
    "lavere",
];

/// The vague words of a text as they stand there, each once; empty where the text has a number in it.
pub fn vague_words(text: &str) -> Vec<&str> {
    if text.chars().any(|c| c.is_ascii_digit()) {
        return Vec::new();
    }
    let mut found: Vec<&str> = Vec::new();
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| is_vague(w)) {
        if !found.iter().any(|f| f.to_lowercase() == word.to_lowercase()) {
            found.push(word);
        }
    }
    found
}

/// Advice about a content's title and criteria; `None` where somebody could count when it is met.
pub fn wording_advice(content: &Content) -> Option<Sentence> {
    if content.goal.criteria.iter().any(Criterion::is_countable) {
        return None;
    }
    let texts = std::iter::once(content.title.as_str()).chain(content.goal.criteria.iter().map(|c| c.text.as_str()));
    let mut words: Vec<&str> = texts.flat_map(vague_words).collect();
    words.dedup();
    (!words.is_empty()).then(|| Sentence::new("advice-vague").text("words", words.join(", ")))
}

/// A word is vague where it begins as one and bends no further than Danish does: "fokus" is, "fokusgruppeinterview" is not.
fn is_vague(word: &str) -> bool {
    const LONGEST_ENDING: usize = 4;
    let word = word.to_lowercase();
    VAGUE.iter().any(|stem| word.strip_prefix(stem).is_some_and(|ending| ending.chars().count() <= LONGEST_ENDING))
}

#[cfg(test)]
mod tests {
    use super::*;
    use pejl_kernel::Line;

    #[test]
    fn better_schools_is_advised_against_and_a_share_of_pupils_is_not() {
        assert_eq!(vague_words("Bedre skoler og styrkede fællesskaber"), ["Bedre", "styrkede"]);
        assert_eq!(vague_words("Mindst 90 % af eleverne trives bedre"), Vec::<&str>::new());
    }

    #[test]
    fn a_long_word_that_only_begins_like_a_vague_one_is_left_alone() {
        assert_eq!(vague_words("Fokusgruppeinterview med forældre"), Vec::<&str>::new());
    }

    #[test]
    fn the_advice_names_the_words_that_were_written() {
        let content = Content::titled(Line::parse("Øget trivsel").unwrap());
        let advice = wording_advice(&content).unwrap();
        assert_eq!(advice, Sentence::new("advice-vague").text("words", "Øget"));
    }
}
