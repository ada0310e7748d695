//! What published letters ask stands beside what the model asks.

use pejl_domain::agreements::themes_asked;
use pejl_domain::letters::*;
use pejl_domain::models::{Model, Text, Theme};
use pejl_kernel::Years;

use crate::fixture::*;

fn years(from: i16, to: i16) -> Years {
    Years::new(from, to).unwrap()
}

fn asked(model: &Model, kind: &str, period: Years) -> Vec<(String, Option<i16>)> {
    themes_asked(model, &key(kind), period).into_iter().map(|theme| (theme.key.to_string(), theme.letter)).collect()
}

fn of_year(year: i16) -> YearThemes {
    YearThemes { year, ..YearThemes::of(&published()) }
}

#[test]
fn a_published_letter_asks_its_themes_of_the_agreements_of_its_year_alone() {
    let model = with_themes(model(), &[of_year(2015)]);
    let both = [("borger-og-brugereffekter".to_owned(), Some(2015)), ("tvaergaaende-samarbejde".to_owned(), Some(2015))];
    assert_eq!(asked(&model, "centeraftale", years(2015, 2015)), both);
    assert_eq!(asked(&model, "institutionsaftale", years(2014, 2015)), both);
    assert_eq!(asked(&model, "centeraftale", years(2016, 2016)), []);
}

#[test]
fn an_agreement_over_two_letters_years_answers_the_same_theme_once_as_the_later_asks_it() {
    let model = with_themes(model(), &[of_year(2016), of_year(2015)]);
    let asked = asked(&model, "centeraftale", years(2015, 2016));
    assert_eq!(asked.iter().map(|(_, letter)| *letter).collect::<Vec<_>>(), [Some(2016), Some(2016)]);
}

#[test]
fn where_the_model_asks_the_same_theme_the_letters_question_is_asked_in_its_year() {
    let text = |text: &str| Text { da: text.to_owned(), en: text.to_owned() };
    let mut own = model();
    own.themes = vec![Theme {
        key: key("tvaergaaende-samarbejde"),
        name: text("På tværs"),
        question: text("Modellens spørgsmål?"),
        years: years(2014, 2017),
        agreements: Vec::new(),
        letter: None,
    }];
    let model = with_themes(own, &[of_year(2015)]);
    let runs: Vec<(Years, Option<i16>)> =
        model.themes.iter().filter(|t| t.key == key("tvaergaaende-samarbejde")).map(|t| (t.years, t.letter)).collect();
    assert_eq!(runs, [(years(2015, 2015), Some(2015)), (years(2014, 2014), None), (years(2016, 2017), None)]);
}

#[test]
fn a_theme_asked_of_kinds_that_are_gone_is_asked_of_nobody_and_never_of_everybody() {
    let mut letter = of_year(2015);
    letter.themes[0].agreements = vec![key("kontrakt")];
    letter.themes[1].agreements = vec![key("kontrakt"), key("centeraftale")];
    let model = with_themes(model(), &[letter]);
    assert_eq!(model.themes.len(), 1);
    assert_eq!(asked(&model, "institutionsaftale", years(2015, 2015)), []);
}
