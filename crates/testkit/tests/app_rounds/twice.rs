//! What two do at once, what one does twice, and what nobody would be asked for.

use pejl_app::Ending;
use pejl_app::orgs::hand_position;
use pejl_app::overview::{HomeAsk, Shape};
use pejl_app::rounds::{
    Attached, FeedbackTo, RoundTaskOf, Submission, Typed, accept_reports, attach_evidence, close_round, consequences_of,
    consolidate_round, feedback_to, give_consequence, give_feedback, report_page, return_report, submit_reports, tasks,
    write_reports,
};
use pejl_domain::models::Covers;
use pejl_domain::orgs::Role;
use pejl_domain::rounds::{FeedbackKind, ReportState, Round, RoundState};
use pejl_kernel::RoundId;
use pejl_policy::{Action, Actor, Sight};
use pejl_store::rounds;
use pejl_testkit::on_both_engines;
use pejl_testkit::town::{event, key, line, prose};

use crate::{Year, goal, is_conflict, is_denied, met, submitted};

async fn kinds(year: &Year, actor: &Actor) -> Vec<RoundTaskOf> {
    let tasks = tasks(&mut year.scene.read().await, &Sight::of(actor), actor, 50).await.unwrap();
    tasks.tasks.into_iter().map(|task| task.of).collect()
}

on_both_engines!(pressing_twice_says_it_once, async |db| {
    let year = Year::open(db).await;
    let (id, town) = (year.round.id, &year.scene.town);
    let school = town.unit("skole");
    let piece = async || {
        let link = Attached::Link("https://testby.example/laesetest".to_owned());
        let goal = year.reading.id;
        year.scene.deed(year.leader(), async |desk| attach_evidence(desk, id, goal, line("Læsetest"), link).await).await.unwrap()
    };
    let (first, lines) = (piece().await, year.scene.lines().await);
    assert_eq!((piece().await, year.scene.lines().await), (first, lines));
    year.reported(true).await;

    let answer = async |kind, text: &str| {
        let (from, to, text) = (town.unit("boerneafdeling"), [FeedbackTo { unit: school, goal: None }], prose(text));
        year.scene.deed(year.head(), async |desk| give_feedback(desk, id, from, &to, kind, text).await).await.unwrap()
    };
    let (first, lines) = (answer(FeedbackKind::Praise, "Flot.").await, year.scene.lines().await);
    assert_eq!((answer(FeedbackKind::Praise, "Flot.").await, year.scene.lines().await), (first.clone(), lines));
    assert_ne!(answer(FeedbackKind::Question, "Flot.").await, first, "other than what was said is something else");
    assert_eq!(feedback_to(&mut year.scene.read().await, &town.whole_sight(), id, school).await.unwrap().len(), 2);

    let follow = async || {
        let (consequence, grounds) = (key("anerkendelse"), prose("Flere læser sikkert."));
        year.scene
            .deed(year.head(), async |desk| give_consequence(desk, id, school, None, &consequence, grounds).await)
            .await
            .unwrap()
    };
    assert_eq!(follow().await, follow().await);
    assert_eq!(consequences_of(&mut year.scene.read().await, &town.whole_sight(), id, school).await.unwrap().len(), 1);
});

on_both_engines!(a_page_sent_while_its_round_closes_is_in_it_or_refused, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    let page = [year.typed(&year.reading, met()).await];
    let close = async || {
        let gathered = year.scene.deed(year.consultant(), async |desk| consolidate_round(desk, id, 2).await).await?;
        year.scene.deed(year.consultant(), async |desk| close_round(desk, id, gathered.version, true).await).await
    };
    let (sent, closed) = tokio::join!(year.scene.deed(year.leader(), async |desk| submit_reports(desk, id, &page).await), close(),);
    assert_eq!(closed.unwrap().state, RoundState::Closed);
    let report = year.asked(&year.reading).await.report;
    match sent {
        Ok(Submission::Done { submitted: 1 }) => assert_eq!(report.state, ReportState::Submitted),
        Err(Ending::Refused(_)) => assert_eq!(report.state, ReportState::Missing, "and the text is still in hand"),
        other => panic!("neither sent nor refused: {other:?}"),
    }
    let (mut tx, sight, round) = (year.scene.read().await, year.scene.town.whole_sight(), year.now().await);
    let kept = rounds::kept_round_page(&mut tx, &sight, &round, report.unit).await.unwrap().unwrap();
    let silent = kept.spread.silent;
    assert_eq!(silent, if report.state == ReportState::Submitted { 1 } else { 2 }, "what was kept is what stood");
});

on_both_engines!(of_two_who_close_a_round_or_judge_a_report_at_once_one_is_told, async |db| {
    let year = Year::open(db).await;
    year.reported(false).await;
    let (id, cycling) = (year.round.id, year.cycling.id);
    let version = year.asked(&year.cycling).await.report.version;
    let (accepted, returned) = tokio::join!(
        year.scene.deed(year.head(), async |desk| accept_reports(desk, id, &[(cycling, version)]).await),
        year.scene.deed(year.consultant(), async |desk| return_report(desk, id, cycling, version, prose("Hvorfor?")).await),
    );
    assert!(accepted.is_ok() != returned.is_ok(), "{accepted:?} {returned:?}");
    assert!(is_conflict(&accepted) || is_conflict(&returned));

    let gathered = year.scene.deed(year.consultant(), async |desk| consolidate_round(desk, id, 2).await).await.unwrap();
    let close = async || year.scene.deed(year.consultant(), async |desk| close_round(desk, id, gathered.version, true).await).await;
    let (one, two) = tokio::join!(close(), close());
    assert!(one.is_ok() != two.is_ok() && (is_conflict(&one) || is_conflict(&two)), "{one:?} {two:?}");
});

on_both_engines!(what_was_sent_back_and_why_is_not_read_by_others_in_its_history, async |db| {
    let year = Year::open(db).await;
    year.reported(false).await;
    let (id, cycling) = (year.round.id, year.cycling.id);
    let version = year.asked(&year.cycling).await.report.version;
    let note = prose("Tallet er forkert.");
    year.scene.deed(year.head(), async |desk| return_report(desk, id, cycling, version, note).await).await.unwrap();
    let read = async |actor: &Actor| {
        let page =
            report_page(&mut year.scene.read().await, &Sight::of(actor), &year.now().await, year.cycling.number).await.unwrap();
        let told: Vec<String> = page.history.into_iter().map(|line| line.event.sentence.key).collect();
        (page.goal.asked.report.note.to_string(), told.contains(&"event-report-returned".to_owned()))
    };
    assert_eq!(read(&year.leader()).await, ("Tallet er forkert.".to_owned(), true));
    for outsider in [year.chair(), year.scene.town.actor_at(Role::InstitutionLeader, "bibliotek")] {
        assert_eq!(read(&outsider).await, (String::new(), false), "{:?}", outsider.posts);
    }
});

on_both_engines!(drafts_and_judgements_of_a_report_are_told_neither_in_the_goals_history_nor_as_news, async |db| {
    let year = Year::open(db).await;
    let id = year.round.id;
    let before = pejl_store::audit::length(&mut year.scene.read().await, year.scene.town.id).await.unwrap();
    let page = [year.typed(&year.reading, met()).await];
    year.scene.deed(year.leader(), async |desk| write_reports(desk, id, &page).await).await.unwrap();
    let link = Attached::Link("https://testby.example/laesetest".to_owned());
    let reading = year.reading.id;
    let attach = year.scene.deed(year.leader(), async |desk| attach_evidence(desk, id, reading, line("Læsetest"), link).await);
    attach.await.unwrap();
    let submits = async || {
        let page = [year.typed(&year.reading, met()).await];
        submitted(year.scene.deed(year.leader(), async |desk| submit_reports(desk, id, &page).await).await)
    };
    submits().await;
    let version = year.asked(&year.reading).await.report.version;
    let note = prose("Tallet er forkert.");
    year.scene.deed(year.head(), async |desk| return_report(desk, id, reading, version, note).await).await.unwrap();
    submits().await;
    let all = [(reading, year.asked(&year.reading).await.report.version)];
    year.scene.deed(year.head(), async |desk| accept_reports(desk, id, &all).await).await.unwrap();

    let neighbour = year.scene.town.actor_at(Role::InstitutionLeader, "bibliotek");
    for reader in [year.leader(), year.head(), year.chair(), neighbour] {
        let (sight, place) = (Sight::of(&reader), &year.scene.place);
        let mut tx = year.scene.read().await;
        let page = pejl_app::chain::element_page(&mut tx, &sight, place, year.reading.number).await.unwrap();
        let history: Vec<_> = page.history.into_iter().map(|line| line.event.sentence.key).collect();
        let submitted = ["event-report-submitted", "event-report-submitted"];
        assert_eq!(history.get(..2).unwrap(), submitted, "{:?}: {history:?}", reader.posts);
        assert!(history.iter().skip(2).all(|key| key.starts_with("event-element-")), "{:?}: {history:?}", reader.posts);
        let ask = HomeAsk { shape: Shape::of(&place.model), since: Some(before), most: 10, ..HomeAsk::default() };
        let news = pejl_app::overview::home(&mut tx, &sight, &ask).await.unwrap().news;
        let told: Vec<_> = news.iter().map(|line| line.event.sentence.key.as_str()).collect();
        // What one did oneself is no news.
        let expected = if reader.person() == year.leader().person() { &[][..] } else { &submitted[..] };
        assert_eq!(told, expected, "{:?}", reader.posts);
    }
});

on_both_engines!(a_department_right_under_a_committee_has_somebody_to_accept_its_reports, async |db| {
    let scene = pejl_testkit::deeds::Scene::set(db).await;
    let ours = goal(&scene, "boerneafdeling", "Trygge skoleveje", |_| {}).await;
    let round = crate::opened(&scene, "aarsstatus", 2018).await;
    let year = Year { scene, round, reading: ours.clone(), cycling: ours };
    let id = year.round.id;
    let page = [year.typed(&year.reading, met()).await];
    submitted(year.scene.deed(year.head(), async |desk| submit_reports(desk, id, &page).await).await);

    let director = year.scene.town.actor(Role::Director);
    assert!(kinds(&year, &director).await.contains(&RoundTaskOf::Accept), "the one above the committee in the administration");
    for nobody in [year.head(), year.chair(), year.scene.town.actor(Role::Controller)] {
        assert!(!kinds(&year, &nobody).await.contains(&RoundTaskOf::Accept), "{:?}", nobody.posts);
        let own = [(year.reading.id, 2)];
        let outcome = year.scene.deed(nobody, async |desk| accept_reports(desk, id, &own).await).await;
        assert!(is_denied(&outcome), "nobody accepts their own, and bodies answer");
    }
    assert!(!kinds(&year, &year.consultant()).await.contains(&RoundTaskOf::Accept), "one is enough");

    // Both of the directors leave: then there is nobody above but the elected.
    let administrator = || year.scene.town.actor(Role::Administrator);
    for role in [Role::Director, Role::ChiefExecutive] {
        let (position, on) = (year.scene.town.position_at(role, "byraad"), director.on);
        let version = pejl_store::orgs::position(&mut year.scene.read().await, year.scene.town.id, position).await.unwrap().version;
        let left = year.scene.deed(administrator(), async |desk| hand_position(desk, position, version, None, on).await);
        left.await.unwrap();
    }
    assert!(kinds(&year, &year.consultant()).await.contains(&RoundTaskOf::Accept), "then it is theirs who keep the rounds");
    let all = [(year.reading.id, 2)];
    assert_eq!(year.scene.deed(year.consultant(), async |desk| accept_reports(desk, id, &all).await).await.unwrap(), 1);
});

on_both_engines!(a_round_about_money_alone_hides_no_question_from_the_round_before, async |db| {
    let year = Year::open(db).await;
    year.reported(true).await;
    let (id, from) = (year.round.id, year.scene.town.unit("boerneudvalg"));
    let about = [FeedbackTo { unit: year.scene.town.unit("skole"), goal: None }];
    let words = prose("Hvornår åbner stien?");
    let given =
        year.scene.deed(year.chair(), async |desk| give_feedback(desk, id, from, &about, FeedbackKind::Question, words).await);
    given.await.unwrap();
    let gathered = year.scene.deed(year.consultant(), async |desk| consolidate_round(desk, id, 2).await).await.unwrap();
    year.scene.deed(year.consultant(), async |desk| close_round(desk, id, gathered.version, true).await).await.unwrap();

    // The money is followed up in spring, and closed.
    let town = &year.scene.town;
    let (planned, _) = Round::plan(RoundId::new(&town.mint), &town.model, &key("aarsstatus"), 2019).unwrap();
    let money = Round { covers: vec![Covers::Money], ..planned };
    let mut tx = year.scene.office.db().write().await.unwrap();
    let permit = town.permit(Action::KeepRound);
    rounds::save_round(&mut tx, &permit, town.at(), &money, &event("event-round-planned")).await.unwrap();
    tx.commit().await.unwrap();
    let id = money.id;
    let opened = year.scene.deed(year.consultant(), async |desk| pejl_app::rounds::open_round(desk, id, 1).await).await.unwrap();
    assert_eq!(opened.asked, 0);
    year.scene.deed(year.consultant(), async |desk| consolidate_round(desk, id, 2).await).await.unwrap();
    year.scene.deed(year.consultant(), async |desk| close_round(desk, id, 3, false).await).await.unwrap();
    assert!(kinds(&year, &year.leader()).await.contains(&RoundTaskOf::Answer), "the committee still waits");
    let page = [Typed { goal: year.reading.id, version: 1, content: met() }];
    let astray = year.scene.deed(year.leader(), async |desk| submit_reports(desk, id, &page).await).await;
    assert!(matches!(astray, Err(Ending::NotFound)), "it asked no goals");
});
