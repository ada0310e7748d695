//! The lists: filtered, counted, by the page, with what each still lacks; and how far a theme has come.

use pejl_domain::agreements::{Agreement, AgreementState, Side};
use pejl_domain::models::{Heard, YearDay};
use pejl_domain::orgs::Role;
use pejl_kernel::Years;
use pejl_policy::Sight;
use pejl_store::agreements::{self, AgreementAsk, Meant, Missing, Within};
use pejl_store::{Tx, meter};
use pejl_testkit::town::key;
use pejl_testkit::{TestDb, Town, on_both_engines};

use crate::fixture::{amended, answered, approved, countered, drafted, heard, own, save, school, signed, to};

fn ask(town: &Town) -> AgreementAsk {
    AgreementAsk { meant: Meant::of(&town.model), most: 50, ..AgreementAsk::default() }
}

async fn numbers(tx: &mut Tx, sight: &Sight, ask: &AgreementAsk) -> Vec<String> {
    let (rows, total) = agreements::agreements(tx, sight, ask).await.unwrap();
    if ask.skip == 0 && rows.len() < usize::try_from(ask.most).unwrap() {
        assert_eq!(rows.len(), total);
    }
    rows.iter().map(|row| row.agreement.number.to_string()).collect()
}

/// 001: the school 2018, draft. 002: the committee and its departments 2018–2019, in dialogue. 003: the library 2018, approved.
/// 001 of 2019: the school's next, withdrawn.
async fn some(tx: &mut Tx, town: &Town) -> [Agreement; 4] {
    let one = school(tx, town).await;
    let two = drafted(tx, town, "udvalgsaftale", "boerneudvalg", &["boerneafdeling", "kulturafdeling"], 2018).await;
    let two = save(tx, town, &Agreement { period: Years::new(2018, 2019).unwrap(), ..two }, None).await;
    let two = to(tx, town, two, AgreementState::Dialogue).await;
    let three = drafted(tx, town, "virksomhedsaftale", "kulturafdeling", &["bibliotek"], 2018).await;
    let three = save(tx, town, &three, None).await;
    let three = approved(tx, town, three).await;
    let four = drafted(tx, town, "virksomhedsaftale", "boerneafdeling", &["skole"], 2019).await;
    let four = save(tx, town, &four, None).await;
    let four = to(tx, town, four, AgreementState::Withdrawn).await;
    [one, two, three, four]
}

on_both_engines!(a_list_is_narrowed_by_kind_state_year_unit_and_name, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    some(&mut tx, &town).await;
    let sight = town.whole_sight();
    let (one, two, three, four) = ("A-2018-001", "A-2018-002", "A-2018-003", "A-2019-001");
    assert_eq!(numbers(&mut tx, &sight, &ask(&town)).await, [three, one, two], "kind by kind, by name: Ø before Å");
    let with = |f: &dyn Fn(&mut AgreementAsk)| {
        let mut asked = ask(&town);
        f(&mut asked);
        asked
    };
    let cases: [(AgreementAsk, &[&str]); 13] = [
        (with(&|a| a.kind = Some(key("udvalgsaftale"))), &[two]),
        (with(&|a| a.states = vec![AgreementState::Draft]), &[one]),
        (with(&|a| a.states = vec![AgreementState::Withdrawn, AgreementState::Approved]), &[four, three]),
        (with(&|a| a.year = Some(2019)), &[two]),
        (with(&|a| a.year = Some(2020)), &[]),
        (with(&|a| a.within = Some(Within::Unit(town.unit("kulturafdeling")))), &[three, two]),
        (with(&|a| a.within = Some(Within::Unit(town.unit("boerneudvalg")))), &[two]),
        (with(&|a| a.within = Some(Within::Below(town.unit("boerneudvalg")))), &[one, two]),
        (with(&|a| a.text = "ØBRO".into()), &[three]),
        (with(&|a| a.text = "børneudv".into()), &[two]),
        (with(&|a| a.text = "a-2018-3".into()), &[three]),
        (with(&|a| a.text = "%".into()), &[]),
        (with(&|a| (a.skip, a.most) = (1, 1)), &[one]),
    ];
    for (asked, expected) in cases {
        assert_eq!(numbers(&mut tx, &sight, &asked).await, expected, "{asked:?}");
    }
    let (_, total) = agreements::agreements(&mut tx, &sight, &with(&|a| a.most = 1)).await.unwrap();
    assert_eq!(total, 3);
});

on_both_engines!(a_list_costs_the_same_however_long_it_is, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let (_, none) = meter::measure(agreements::agreements(&mut tx, &town.whole_sight(), &ask(&town))).await;
    some(&mut tx, &town).await;
    let (_, some) = meter::measure(agreements::agreements(&mut tx, &town.whole_sight(), &ask(&town))).await;
    assert_eq!((none.statements, some.statements), (2, 2));
});

on_both_engines!(each_row_says_what_the_agreement_lacks, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let sight = town.whole_sight();
    let goal = town.draft(&mut tx, "institutionsmaal", "skole", "Læsning").await;
    let mut agreement = school(&mut tx, &town).await;
    let mut late = ask(&town);
    late.meant.kinds[0].made_by = Some(YearDay { years_on: 0, month: 2, day: 28 });
    let lacks = async |tx: &mut Tx, asked: &AgreementAsk| {
        let (rows, _) = agreements::agreements(tx, &sight, asked).await.unwrap();
        for missing in Missing::ALL {
            let only = AgreementAsk { missing: Some(missing), ..asked.clone() };
            let found = agreements::agreements(tx, &sight, &only).await.unwrap().1;
            assert_eq!(found, usize::from(rows[0].missing.contains(&missing)), "{missing:?} as filter and on the row");
        }
        rows[0].missing.clone()
    };
    assert_eq!(lacks(&mut tx, &ask(&town)).await, [Missing::Theme, Missing::Goals]);
    assert_eq!(lacks(&mut tx, &late).await, [Missing::Theme, Missing::Goals, Missing::Deadline]);
    let (rows, _) = agreements::agreements(&mut tx, &sight, &late).await.unwrap();
    assert_eq!(rows[0].due.map(|d| d.to_string()).as_deref(), Some("2018-02-28"));

    agreement.content.goals = vec![own(&goal)];
    agreement.content.themes = vec![answered("borgereffekter")];
    agreement.state = AgreementState::Dialogue;
    let agreement = save(&mut tx, &town, &agreement, None).await;
    countered(&mut tx, &town, &agreement, &goal).await;
    assert_eq!(lacks(&mut tx, &ask(&town)).await, [Missing::Hearing, Missing::Answer]);
    heard(&mut tx, &town, &agreement, Heard::Employees).await;
    assert_eq!(lacks(&mut tx, &ask(&town)).await, [Missing::Answer]);

    let agreement = approved(&mut tx, &town, agreement).await;
    signed(&mut tx, &town, &agreement, Side::Agent, "skole", Role::InstitutionLeader).await;
    assert_eq!(lacks(&mut tx, &late).await, [Missing::Signature, Missing::Answer]);
    let (rows, _) = agreements::agreements(&mut tx, &sight, &late).await.unwrap();
    assert_eq!((rows[0].signed, rows[0].signers, rows[0].goals, rows[0].open_counters), (1, 2, 1, 1));
    signed(&mut tx, &town, &agreement, Side::Principal, "boerneafdeling", Role::DepartmentHead).await;
    assert_eq!(lacks(&mut tx, &late).await, [Missing::Answer]);

    let draft = amended(&mut tx, &town, agreement).await;
    let (rows, _) = agreements::agreements(&mut tx, &sight, &late).await.unwrap();
    assert_eq!((rows[0].is_amended, rows[0].agreement.state, rows[0].version), (true, AgreementState::Draft, draft.version));
    let outsider = town.sight_at(Role::InstitutionLeader, "bibliotek");
    let (rows, _) = agreements::agreements(&mut tx, &outsider, &late).await.unwrap();
    assert_eq!((rows[0].is_amended, rows[0].agreement.state), (false, AgreementState::Approved));
    assert_eq!((rows[0].missing.len(), rows[0].open_counters, rows[0].goals), (0, 0, 1));
    let drafts = AgreementAsk { states: vec![AgreementState::Draft], ..ask(&town) };
    assert_eq!(numbers(&mut tx, &outsider, &drafts).await, [] as [&str; 0]);
    let lacking = AgreementAsk { missing: Some(Missing::Answer), ..ask(&town) };
    assert_eq!(numbers(&mut tx, &outsider, &lacking).await, [] as [&str; 0]);
});

on_both_engines!(agreements_are_counted_as_their_reader_sees_them, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let [_, _, three, _] = some(&mut tx, &town).await;
    amended(&mut tx, &town, three).await;
    let mut counts = async |sight: Sight, year| {
        let counts = agreements::agreement_counts(&mut tx, &sight, year).await.unwrap();
        counts.iter().map(|c| format!("{} {} {}", c.kind, c.state.as_str(), c.count)).collect::<Vec<_>>()
    };
    assert_eq!(counts(town.whole_sight(), Some(2018)).await, ["udvalgsaftale dialogue 1", "virksomhedsaftale draft 2"]);
    assert_eq!(counts(town.sight(Role::BoardMember), None).await, ["virksomhedsaftale approved 1"]);
    assert_eq!(agreements::agreement_years(&mut tx, &town.whole_sight()).await.unwrap(), [2019, 2018]);
    assert_eq!(agreements::agreement_years(&mut tx, &town.sight(Role::BoardMember)).await.unwrap(), [2018]);
});

on_both_engines!(the_agreements_of_a_unit_are_those_it_asks_and_answers_in, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let [_, two, three, _] = some(&mut tx, &town).await;
    let of = agreements::agreements_of_unit(&mut tx, &town.whole_sight(), town.unit("kulturafdeling")).await.unwrap();
    assert_eq!(of.iter().map(|a| a.id).collect::<Vec<_>>(), [two.id, three.id]);
    let agents: Vec<_> = of[0].agents.iter().map(|a| a.name.as_str()).collect();
    assert_eq!((agents, of[0].principal.name.as_str()), (vec!["Børn og læring", "Kultur og fritid"], "Børneudvalget"));
    let named = agreements::agreement_mentions(&mut tx, &town.whole_sight(), &[three.id, two.id]).await.unwrap();
    assert_eq!(named.iter().map(|a| a.id).collect::<Vec<_>>(), [three.id, two.id]);
});

on_both_engines!(a_theme_says_of_every_unit_whether_it_has_answered, async |db: &TestDb| {
    let town = Town::enter(db).await;
    let mut tx = db.write().await.unwrap();
    let [mut one, ..] = some(&mut tx, &town).await;
    one.content.themes = vec![answered("borgereffekter")];
    save(&mut tx, &town, &one, None).await;
    let meant = Meant::of(&town.model);
    let mut covered = async |sight: Sight, year| {
        let rows = agreements::theme_coverage(&mut tx, &sight, year, &meant).await.unwrap();
        let told = rows.iter().map(|r| {
            let number = r.agreement.map_or_else(|| "ingen".to_owned(), |n| n.to_string());
            format!("{} {} {number} {}", r.kind, r.unit.name, if r.is_answered { "besvaret" } else { "–" })
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        covered(town.whole_sight(), 2018).await,
        [
            "virksomhedsaftale Æblehaven ingen –",
            "virksomhedsaftale Øbro Bibliotek A-2018-003 –",
            "virksomhedsaftale Ådalskolen A-2018-001 besvaret",
            "udvalgsaftale Børn og læring A-2018-002 –",
            "udvalgsaftale Kultur og fritid A-2018-002 –",
        ]
    );
    assert_eq!(covered(town.sight_at(Role::InstitutionLeader, "bibliotek"), 2018).await[2], "virksomhedsaftale Ådalskolen ingen –");
    assert_eq!(covered(town.whole_sight(), 2020).await, [] as [&str; 0]);
});
