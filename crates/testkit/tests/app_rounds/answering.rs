//! Assessments, a parent's own mark, and what comes back down.

use pejl_app::rounds::RoundTaskOf;
use pejl_app::rounds::{
    FeedbackTo, answer_feedback, assess, consolidate_round, feedback_to, give_consequence, give_feedback, judge, measures,
    receivers, tasks,
};
use pejl_domain::orgs::Role;
use pejl_domain::rounds::{FeedbackKind, Mark};
use pejl_policy::{Actor, Sight};
use pejl_testkit::deeds::reasons;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{key, prose};

use crate::{Year, figure, is_conflict, is_denied};

fn to(year: &Year, unit: &str) -> FeedbackTo {
    FeedbackTo { unit: year.scene.town.unit(unit), goal: None }
}

async fn task_kinds(year: &Year, actor: &Actor) -> Vec<RoundTaskOf> {
    let tasks = tasks(&mut year.scene.read().await, &Sight::of(actor), actor, 50).await.unwrap();
    tasks.tasks.into_iter().map(|task| task.of).collect()
}

on_both_engines!(the_unit_right_above_and_the_committee_answer_a_unit_and_nobody_else_does, async |db| {
    let year = Year::open(db).await;
    year.reported(true).await;
    let (id, town) = (year.round.id, &year.scene.town);
    let sight = town.whole_sight();
    let who = receivers(&mut year.scene.read().await, &sight, &year.scene.place, town.unit("skole")).await.unwrap();
    assert_eq!(who.iter().map(|u| u.name.as_str()).collect::<Vec<_>>(), ["Børn og læring", "Børneudvalget"]);

    let praise = async |actor: Actor, from: &str| {
        let (from, to) = (town.unit(from), [to(&year, "skole")]);
        let words = prose("Flot arbejde.");
        year.scene.deed(actor, async |desk| give_feedback(desk, id, from, &to, FeedbackKind::Praise, words).await).await
    };
    assert!(praise(year.head(), "boerneafdeling").await.is_ok());
    assert!(praise(year.chair(), "boerneudvalg").await.is_ok());
    assert!(is_denied(&praise(town.actor_at(Role::CommitteeChair, "kulturudvalg"), "kulturudvalg").await));
    assert!(is_denied(&praise(year.chair(), "boerneafdeling").await), "the chair speaks for the committee alone");
    assert!(is_denied(&praise(town.actor(Role::CommitteeMember), "boerneudvalg").await), "the elected answer by their chair");
    assert!(is_denied(&praise(year.leader(), "skole").await), "nobody answers their own");
});

on_both_engines!(many_units_are_answered_in_the_same_words_or_none_is, async |db| {
    let year = Year::open(db).await;
    year.reported(true).await;
    let (id, from) = (year.round.id, year.scene.town.unit("boerneafdeling"));
    let both = [to(&year, "skole"), to(&year, "boernehave")];
    let astray = [to(&year, "skole"), to(&year, "bibliotek")];
    let give = async |to: &[FeedbackTo]| {
        year.scene.deed(year.head(), async |desk| give_feedback(desk, id, from, to, FeedbackKind::Noted, prose("")).await).await
    };
    assert!(is_denied(&give(&astray).await));
    let sight = year.scene.town.whole_sight();
    let school = year.scene.town.unit("skole");
    assert!(feedback_to(&mut year.scene.read().await, &sight, id, school).await.unwrap().is_empty(), "all or none");
    assert_eq!(give(&both).await.unwrap().len(), 2);
    assert_eq!(feedback_to(&mut year.scene.read().await, &sight, id, school).await.unwrap().len(), 1);
});

on_both_engines!(a_question_is_a_task_until_the_unit_has_answered_it, async |db| {
    let year = Year::open(db).await;
    year.reported(true).await;
    let (id, from) = (year.round.id, year.scene.town.unit("boerneudvalg"));
    let about = [FeedbackTo { unit: year.scene.town.unit("skole"), goal: Some(year.cycling.id) }];
    let words = prose("Hvornår åbner stien?");
    let given =
        year.scene.deed(year.chair(), async |desk| give_feedback(desk, id, from, &about, FeedbackKind::Question, words).await);
    let question = given.await.unwrap()[0];
    assert!(task_kinds(&year, &year.leader()).await.contains(&RoundTaskOf::Answer));

    let answer = async |actor: Actor, text: &str| {
        let text = prose(text);
        year.scene.deed(actor, async |desk| answer_feedback(desk, question, 1, text).await).await
    };
    assert!(is_denied(&answer(year.head(), "Til maj.").await), "the school was asked");
    assert_eq!(reasons(answer(year.leader(), "").await), [("answer", "refused-feedback-without-answer".to_owned())]);
    let feedback = answer(year.leader(), "Til maj.").await.unwrap();
    assert!(!feedback.is_waiting());
    assert!(is_conflict(&answer(year.leader(), "Til juni.").await));
    assert!(!task_kinds(&year, &year.leader()).await.contains(&RoundTaskOf::Answer));
    let measured = measures(&mut year.scene.read().await, &year.scene.town.whole_sight(), &year.now().await).await.unwrap();
    assert_eq!((measured.questions.due, measured.questions.answered, measured.questions.median_days), (1, 1, Some(figure("0"))));
});

on_both_engines!(two_who_assess_at_once_do_not_write_over_each_other, async |db| {
    let year = Year::open(db).await;
    let (id, school) = (year.round.id, year.scene.town.unit("skole"));
    let write = async |actor: Actor, version: i64, text: &str| {
        let text = prose(text);
        year.scene.deed(actor, async |desk| assess(desk, id, school, version, text, prose("")).await).await
    };
    let first = write(year.leader(), 0, "Et år med læsning.").await.unwrap();
    assert_eq!(first.version, 1);
    assert!(is_conflict(&write(year.consultant(), 0, "Et godt år.").await));
    assert_eq!(write(year.leader(), 1, "Et godt år med læsning.").await.unwrap().version, 2);
    assert!(is_denied(&write(year.head(), 2, "Nej.").await), "a unit assesses itself");
});

on_both_engines!(a_parents_mark_is_its_owners_own_and_never_a_goals, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    let objective = {
        let mut tx = year.scene.office.db().write().await.unwrap();
        let objective = year.scene.town.adopted(&mut tx, "maalsaetning", "byraad", "Sunde børn").await;
        tx.commit().await.unwrap();
        objective
    };
    let mark = async |actor: Actor, element, version: i64| {
        let words = prose("To af tre mål er nået.");
        year.scene.deed(actor, async |desk| judge(desk, id, element, version, Mark::Partly, words).await).await
    };
    assert_eq!(mark(year.consultant(), objective.id, 0).await.unwrap().version, 1);
    assert!(is_conflict(&mark(year.consultant(), objective.id, 0).await));
    assert!(is_denied(&mark(year.leader(), objective.id, 1).await));
    let goal = mark(year.consultant(), year.reading.id, 0).await;
    assert_eq!(reasons(goal), [("", "refused-judgement-kind".to_owned())]);
});

on_both_engines!(a_consequence_is_one_of_the_models_and_has_grounds, async |db| {
    let year = Year::open(db).await;
    year.reported(true).await;
    let (id, school) = (year.round.id, year.scene.town.unit("skole"));
    let give = async |actor: Actor, consequence: &str, grounds: &str| {
        let (consequence, grounds, goal) = (key(consequence), prose(grounds), Some(year.reading.id));
        year.scene.deed(actor, async |desk| give_consequence(desk, id, school, goal, &consequence, grounds).await).await
    };
    assert_eq!(reasons(give(year.chair(), "boede", "Fordi.").await)[0].0, "consequence");
    assert_eq!(reasons(give(year.chair(), "anerkendelse", "").await)[0].0, "grounds");
    assert!(is_denied(&give(year.leader(), "anerkendelse", "Vi er gode.").await));
    give(year.head(), "anerkendelse", "Flere læser sikkert.").await.unwrap();
    assert_eq!(year.scene.newest(school).await.event.sentence.key, "event-consequence-given-on-goal");
});

on_both_engines!(whoever_keeps_rounds_is_asked_to_close_what_is_gathered, async |db| {
    let year = Year::open(db).await;
    year.reported(true).await;
    let id = year.round.id;
    year.scene.deed(year.consultant(), async |desk| consolidate_round(desk, id, 2).await).await.unwrap();
    assert!(task_kinds(&year, &year.consultant()).await.contains(&RoundTaskOf::Close));
    assert!(!task_kinds(&year, &year.leader()).await.contains(&RoundTaskOf::Close));
});
