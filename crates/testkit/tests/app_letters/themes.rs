//! A published letter's themes are themes of its year's agreements.

use pejl_app::agreements::{
    AgreementAsk, AgreementDraft, Meant, Missing, agreement_page, agreements, approve, draft_agreement, edit_agreement,
    open_dialogue, submit, theme_coverage,
};
use pejl_app::letters::{publish_letter, reach, start_letter};
use pejl_app::meter;
use pejl_domain::agreements::{Agreement, AgreementContent, AgreementState, GoalLine, GoalPlace, ThemeAnswer};
use pejl_domain::chain::Element;
use pejl_domain::models::Key;
use pejl_policy::{Actor, Sight};
use pejl_testkit::deeds::{Scene, reasons};
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{Town, key, prose};

use crate::{asked, closed_to_input, content, head, keeper, leader, published, started};

async fn drafted(scene: &Scene, agent: &str) -> Agreement {
    let (principal, agents) = (scene.town.unit("boerneafdeling"), vec![scene.town.unit(agent)]);
    let draft = AgreementDraft { kind: key("virksomhedsaftale"), principal, agents, from: 2018, years: 1 };
    scene.deed(head(scene), async |desk| draft_agreement(desk, draft).await).await.unwrap()
}

async fn goal(scene: &Scene, unit: &str) -> Element {
    let mut tx = scene.office.db().write().await.unwrap();
    let above = scene.town.adopted(&mut tx, "udvalgsmaal", "boerneudvalg", "Flere cykler til skole").await;
    let goal = scene.town.draft(&mut tx, "institutionsmaal", unit, "Trygge skoleveje").await;
    scene.town.tie(&mut tx, &goal, &above).await;
    tx.commit().await.unwrap();
    goal
}

/// What the model asks for, with a goal, and every theme it knows of answered.
fn filled(agreement: &Agreement, goal: &Element) -> AgreementContent {
    let mut content = agreement.content.clone();
    content.sections.iter_mut().for_each(|section| section.text = prose("Det, vi er enige om."));
    content.themes.iter_mut().for_each(|theme| theme.answer = prose("Vi måler hvert halve år."));
    content.goals = vec![GoalLine { goal: goal.id, place: GoalPlace::Own, note: prose("") }];
    content
}

async fn edited(scene: &Scene, by: Actor, agreement: &Agreement, content: AgreementContent) -> Agreement {
    let (id, version) = (agreement.id, agreement.version);
    scene.deed(by, async |desk| edit_agreement(desk, id, version, content).await).await.unwrap()
}

/// The agreement with a unit as far as dialogue, with everything answered that is asked by now.
async fn in_dialogue(scene: &Scene, unit: &str) -> Agreement {
    let (draft, goal) = (drafted(scene, unit).await, goal(scene, unit).await);
    let written = edited(scene, head(scene), &draft, filled(&draft, &goal)).await;
    scene.deed(head(scene), async |desk| open_dialogue(desk, written.id, written.version).await).await.unwrap()
}

async fn sent_up(scene: &Scene, agreement: &Agreement) -> Result<Agreement, pejl_app::Ending> {
    scene.deed(head(scene), async |desk| submit(desk, agreement.id, agreement.version).await).await
}

fn numbers<'r>(rows: impl IntoIterator<Item = &'r pejl_app::agreements::AgreementRow>) -> Vec<String> {
    rows.into_iter().map(|row| row.agreement.number.to_string()).collect()
}

on_both_engines!(a_letter_themed_after_agreements_are_drafted_is_answered_before_they_are_submitted, async |db| {
    let mut scene = Scene::set(db).await;
    let waiting = in_dialogue(&scene, "skole").await;
    let early = in_dialogue(&scene, "boernehave").await;
    let early = sent_up(&scene, &early).await.unwrap();
    let in_force = scene.deed(head(&scene), async |desk| approve(desk, early.id, early.version, None).await).await.unwrap();
    let letter = started(&scene, 2018).await;

    // Before it is sent out, whoever sends it sees whom it reaches.
    let sight = Sight::of(&keeper(&scene));
    let before = reach(&mut scene.read().await, &sight, &scene.place, &letter).await.unwrap();
    assert_eq!(
        (numbers(&before.written), numbers(&before.in_force)),
        (vec![waiting.number.to_string()], vec![in_force.number.to_string()])
    );
    assert_eq!((before.submitted.len(), before.total), (0, 2));

    let letter = published(&mut scene, &letter).await;
    let outcome = sent_up(&scene, &waiting).await;
    assert_eq!(reasons(outcome), [("themes", "refused-agreement-theme-unanswered".to_owned())]);

    // The page says so before anybody tries, and the list names what is without.
    let shown = agreement_page(&mut scene.read().await, &head(&scene), &Sight::of(&head(&scene)), &scene.place, waiting.number)
        .await
        .unwrap();
    assert_eq!(shown.in_the_way.len(), 1);
    let meant = Meant::of(&scene.place.model);
    let ask =
        AgreementAsk { meant: meant.clone(), year: Some(2018), missing: Some(Missing::Theme), most: 10, ..AgreementAsk::default() };
    let (rows, _) = agreements(&mut scene.read().await, &sight, &ask).await.unwrap();
    assert_eq!(rows.len(), 2);
    let coverage = theme_coverage(&mut scene.read().await, &sight, 2018, &meant).await.unwrap();
    let theme = key("tvaergaaende-samarbejde");
    let of_letter: Vec<bool> =
        coverage.iter().filter(|row| row.theme == theme && row.agreement.is_some()).map(|row| row.is_answered).collect();
    assert_eq!(of_letter, [false, false]);

    let mut content = waiting.content.clone();
    content.themes.push(ThemeAnswer { theme: theme.clone(), answer: prose("Vi holder møde med klubben hver mandag.") });
    let answered = edited(&scene, head(&scene), &waiting, content).await;
    let sent = sent_up(&scene, &answered).await.unwrap();
    assert_eq!(sent.state, AgreementState::Submitted);
    let after = reach(&mut scene.read().await, &sight, &scene.place, &letter).await.unwrap();
    assert_eq!((after.written.len(), after.submitted.len(), numbers(&after.in_force)), (0, 0, vec![in_force.number.to_string()]));
    let sees = reach(&mut scene.read().await, &Sight::of(&leader(&scene)), &scene.place, &letter).await.unwrap();
    assert_eq!((sees.written.len(), sees.in_force.len()), (0, 1), "what is in force everybody sees");
});

on_both_engines!(a_draft_written_after_the_letter_begins_with_its_question, async |db| {
    let mut scene = Scene::set(db).await;
    let letter = started(&scene, 2018).await;
    published(&mut scene, &letter).await;
    let draft = drafted(&scene, "skole").await;
    let themes: Vec<&str> = draft.content.themes.iter().map(|answer| answer.theme.as_str()).collect();
    assert_eq!(themes, ["tvaergaaende-samarbejde", "borgereffekter"], "the letter's first, then the model's own");
});

on_both_engines!(a_theme_for_one_kind_of_agreement_is_not_asked_of_another, async |db| {
    let mut scene = Scene::set(db).await;
    let content = content(vec![asked("Kun udvalgene", &["udvalgsaftale"])]);
    let letter = scene.deed(keeper(&scene), async |desk| start_letter(desk, 2018, content).await).await.unwrap();
    published(&mut scene, &letter).await;
    let draft = drafted(&scene, "skole").await;
    assert!(!draft.content.themes.iter().any(|answer| answer.theme == key("kun-udvalgene")));
});

on_both_engines!(the_desk_that_publishes_steers_by_the_letter_from_then_on, async |db| {
    let scene = Scene::set(db).await;
    let letter = closed_to_input(&scene).await;
    let themes = |model: &pejl_domain::models::Model| model.themes.iter().filter_map(|t| t.letter).collect::<Vec<_>>();
    let asked = scene
        .deed(keeper(&scene), async |desk| {
            publish_letter(desk, letter.id, letter.version, false).await?;
            Ok(themes(&desk.model()))
        })
        .await;
    assert_eq!(asked.unwrap(), [2018]);
    assert_eq!(themes(&scene.place.model), Vec::<i16>::new(), "who came before is not pulled along in the middle of what they do");
    assert_eq!(themes(&scene.place_now().await.model), [2018]);
});

on_both_engines!(ten_letters_cost_no_more_to_enter_than_none, async |db| {
    let mut scene = Scene::set(db).await;
    let cost = async |scene: &Scene| {
        scene.place_now().await; // the first may read the model from the database
        meter::measure(scene.place_now()).await.1.statements
    };
    let before = cost(&scene).await;
    for year in 2010..2020 {
        let letter = started(&scene, year).await;
        published(&mut scene, &letter).await;
    }
    assert_eq!(cost(&scene).await, before);
    let years: Vec<Option<i16>> = scene.place.model.themes.iter().map(|theme| theme.letter).collect();
    assert_eq!(years.first(), Some(&Some(2019)), "the newest first");
    assert_eq!(years.len(), 11);
});

on_both_engines!(a_neighbours_letter_asks_nothing_here, async |db| {
    let mut scene = Scene::set(db).await;
    let letter = started(&scene, 2018).await;
    published(&mut scene, &letter).await;
    Town::neighbour(db).await;
    let mut tx = scene.read().await;
    let place = scene.office.place(&mut tx, "naboby").await.unwrap().unwrap();
    let asked: Vec<&Key> = place.model.themes.iter().map(|theme| &theme.key).collect();
    assert_eq!(asked, [&key("borgereffekter")]);
});
