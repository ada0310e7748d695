//! What a file of units and leaders would do, planned.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

use std::fmt::Write as _;

use jiff::civil::{Date, date};
use pejl_domain::models::{Model, parse};
use pejl_domain::orgs::import::{Existing, Plan, Sheet, SheetRow, Turn, plan};
use pejl_domain::orgs::{Position, Role};
use pejl_kernel::SequenceMint;
use proptest::prelude::*;

const TODAY: Date = date(2018, 6, 15);

fn model() -> Model {
    let text = include_str!("../../testkit/models/testby.toml");
    parse::parse("testby.toml", text).expect("a sound model")
}

fn sheet(text: &str) -> Sheet {
    let cells = |line: &str| line.split(';').map(str::to_owned).collect::<Vec<_>>();
    let mut lines = text.trim().lines().enumerate();
    let header = cells(lines.next().unwrap().1);
    Sheet { header, rows: lines.map(|(i, line)| SheetRow { line: i + 1, cells: cells(line) }).collect() }
}

/// What stands after a plan has been carried out.
fn carried_out(mut existing: Existing, mut plan: Plan) -> Existing {
    assert_eq!(plan.faults, []);
    let first = existing.units.iter().map(|u| u.serial).max().unwrap_or(0) + 1;
    plan.number(first);
    for step in plan.units {
        existing.units.retain(|u| u.id != step.after.id);
        existing.units.push(pejl_domain::orgs::Unit { version: step.after.version + 1, ..step.after });
    }
    for step in plan.people {
        existing.people.retain(|p| p.id != step.after.id);
        existing.people.push(step.after);
    }
    for step in plan.positions {
        existing.leaders.retain(|p| p.id != step.after.id);
        if step.after.content.span.to.is_none_or(|to| TODAY <= to) {
            existing.leaders.push(step.after);
        }
    }
    existing
}

struct Desk {
    model: Model,
    mint: SequenceMint,
    existing: Existing,
}

impl Desk {
    fn empty() -> Self {
        Self { model: model(), mint: SequenceMint::default(), existing: Existing::default() }
    }

    /// With the small organisation of [`FILE`].
    fn set_up() -> Self {
        let mut desk = Self::empty();
        desk.import(FILE);
        desk
    }

    fn plan(&self, text: &str) -> Plan {
        plan(&self.existing, &sheet(text), &self.model, TODAY, &self.mint)
    }

    fn import(&mut self, text: &str) -> Plan {
        let plan = self.plan(text);
        self.existing = carried_out(std::mem::take(&mut self.existing), plan.clone());
        plan
    }

    /// The faults of a file: line, column, key.
    fn faults(&self, text: &str) -> Vec<(usize, String, String)> {
        self.plan(text).faults.into_iter().map(|f| (f.line, f.column, f.sentence.key)).collect()
    }

    fn leader_of(&self, foreign: &str) -> Vec<(Option<String>, &Position)> {
        let unit = self.existing.units.iter().find(|u| u.foreign_id.as_deref() == Some(foreign)).unwrap();
        let name = |p: &Position| {
            let person = p.content.person?;
            self.existing.people.iter().find(|q| q.id == person).map(|q| q.content.name.to_string())
        };
        let here = self.existing.leaders.iter().filter(|p| p.content.unit == unit.id);
        here.map(|p| (name(p), p)).collect()
    }
}

const FILE: &str = "\
enhed_uuid;navn;overenhed_uuid;type;niveau;leder_uuid;leder_navn;leder_email;gyldig_fra;gyldig_til
s;Ådalskolen;a;Skole;institution;p3;Skoleleder;skole@testby.example;01-01-2018;
r;Testby Byråd;;;byraad;;;;2018-01-01;
u;Børneudvalget;r;;Fagudvalg;p1;Formand;;1/1-2018;
a;Børn og læring;u;;afdelinger;p2;Chef;chef@testby.example;1.1.2018;9999-12-31
b;Æblehaven;a;nursery;institution;;;;20180101;
";

fn fault(line: usize, column: &str, key: &str) -> (usize, String, String) {
    (line, column.to_owned(), key.to_owned())
}

#[test]
fn units_are_entered_from_the_top_whatever_the_order_of_the_file() {
    let plan = Desk::empty().plan(FILE);
    assert_eq!(plan.faults, []);
    let names: Vec<&str> = plan.units.iter().map(|s| s.after.content.name.as_str()).collect();
    assert_eq!(names, ["Testby Byråd", "Børneudvalget", "Børn og læring", "Ådalskolen", "Æblehaven"]);
    assert_eq!((plan.counts.created, plan.counts.people, plan.counts.leaders), (5, 3, 3));
    let school = &plan.units[3].after;
    assert_eq!(school.content.kind.as_ref().map(ToString::to_string).as_deref(), Some("skole"));
    assert_eq!((school.content.from, school.to), (date(2018, 1, 1), None));
    assert_eq!(school.foreign_id.as_deref(), Some("s"));
}

#[test]
fn the_leader_gets_the_role_that_leads_at_the_units_level() {
    let desk = Desk::set_up();
    let (name, position) = &desk.leader_of("s")[0];
    assert_eq!((name.as_deref(), position.content.role), (Some("Skoleleder"), Role::InstitutionLeader));
    assert_eq!(desk.leader_of("u")[0].1.content.role, Role::CommitteeChair);
    assert!(desk.leader_of("b").is_empty());
}

#[test]
fn the_same_file_a_second_time_changes_nothing() {
    let plan = Desk::set_up().plan(FILE);
    assert!(plan.is_empty(), "{plan:#?}");
    assert_eq!(plan.counts.unchanged, 5);
}

#[test]
fn a_unit_is_known_again_by_its_number_where_there_is_no_id() {
    let desk = Desk::set_up();
    let plan = desk.plan("nummer;navn\nE-4;Ådalens Skole\n5;Æblehaven\n");
    assert_eq!(plan.faults, []);
    assert_eq!((plan.counts.changed, plan.counts.unchanged, plan.counts.created), (1, 1, 0));
    let change = &plan.rows[0].changes[0];
    assert_eq!(
        (change.field.as_str(), change.before.as_str(), change.after.as_str()),
        ("unit-name", "Ådalskolen", "Ådalens Skole")
    );
}

#[test]
fn a_bare_number_beside_an_id_is_the_other_systems() {
    let desk = Desk::set_up();
    let plan = desk.plan("enhed_uuid;enhed_nr;navn;overenhed_uuid;niveau\nny;4;Ny skole;a;institution\n");
    assert_eq!(plan.faults, []);
    assert_eq!(plan.counts.created, 1);
}

#[test]
fn a_column_that_is_missing_changes_nothing_and_an_empty_cell_clears() {
    let desk = Desk::set_up();
    assert!(desk.plan("id;navn\ns;Ådalskolen\n").is_empty());
    let plan = desk.plan("id;navn;type\ns;Ådalskolen;\n");
    assert_eq!(plan.units[0].after.content.kind, None);
}

#[test]
fn another_leader_takes_over_from_today_and_the_one_before_ends_yesterday() {
    let mut desk = Desk::set_up();
    let plan = desk.import("id;navn;leder_navn;leder_email\ns;Ådalskolen;Ny leder;ny@testby.example\n");
    assert_eq!((plan.counts.changed, plan.counts.leaders, plan.counts.people), (1, 1, 1));
    let [ended, begun] = &plan.positions[..] else { panic!("{:#?}", plan.positions) };
    assert_eq!(ended.after.content.span.to, Some(date(2018, 6, 14)));
    assert_eq!((begun.before.is_none(), begun.after.content.span.from), (true, TODAY));
    assert_eq!(desk.leader_of("s")[0].0.as_deref(), Some("Ny leder"));
}

#[test]
fn empty_leader_cells_leave_the_position_vacant() {
    let mut desk = Desk::set_up();
    desk.import("id;navn;leder_navn\ns;Ådalskolen;\nb;Æblehaven;\n");
    assert_eq!(desk.leader_of("s")[0].0, None);
    assert!(desk.leader_of("b").is_empty());
}

#[test]
fn a_leader_is_known_again_by_mail_address_and_gets_the_new_name() {
    let mut desk = Desk::set_up();
    let plan = desk.import("id;navn;leder_navn;leder_email\ns;Ådalskolen;Skolens leder;SKOLE@testby.example\n");
    assert_eq!((plan.people.len(), plan.positions.len()), (1, 0));
    assert_eq!(desk.leader_of("s")[0].0.as_deref(), Some("Skolens leder"));
}

#[test]
fn one_new_person_may_lead_several_units() {
    let plan = Desk::set_up().plan("id;navn;leder_navn\ns;Ådalskolen;Fælles leder\nb;Æblehaven;Fælles leder\n");
    assert_eq!(plan.faults, []);
    assert_eq!((plan.counts.people, plan.counts.leaders), (1, 2));
}

#[test]
fn a_last_day_closes_the_unit() {
    let plan = Desk::set_up().plan("id;navn;gyldig_til\nb;Æblehaven;31/7-2018\n");
    assert_eq!((plan.rows[0].turn, plan.counts.closed), (Turn::Closed, 1));
    assert_eq!(plan.units[0].after.to, Some(date(2018, 7, 31)));
}

#[test]
fn a_unit_with_open_units_below_cannot_close_unless_they_close_too() {
    let desk = Desk::set_up();
    let alone = "id;navn;gyldig_til\na;Børn og læring;31-07-2018\n";
    assert_eq!(desk.faults(alone), [fault(2, "gyldig_til", "refused-unit-has-open-units")]);
    let all = format!("{alone}s;Ådalskolen;31-07-2018\nb;Æblehaven;30-06-2018\n");
    assert_eq!(desk.plan(&all).counts.closed, 3);
}

#[test]
fn a_misspelt_level_is_told_with_the_nearest_there_is() {
    let plan = Desk::set_up().plan("id;navn;overenhed;niveau\nx;Ny;a;instituton\n");
    assert_eq!(plan.faults[0].sentence.key, "import-fault-level-unknown");
    let said = format!("{:?}", plan.faults[0].sentence);
    assert!(said.contains("\"institution\""), "{said}");
    assert_eq!((plan.faults[0].found.as_str(), plan.faults[0].column.as_str()), ("instituton", "niveau"));
}

#[test]
fn every_fault_is_told_at_once_with_its_row_and_column() {
    let desk = Desk::set_up();
    let text = "\
id;nr;navn;overenhed;type;niveau;leder_navn;leder_email;fra;til;opgave
s;;Ådalskolen;a;;institution;;;;;
s;;Igen;a;;institution;;;;;
;;Uden id;a;;institution;;;;;
;E-99;Ukendt;a;;institution;;;;;
k;;;a;;institution;;;;;
l;;Uden niveau;a;;;;;;;
m;;Løs;findes-ikke;;institution;;;;;
n;;Omvendt;s;;fagudvalg;;;;;
o;;Top;a;;byraad;;;;;
p;;Slags;a;zzzz;institution;;;;;
q;;Dato;a;;institution;;;32-01-2018;;
t;;Bagvendt;a;;institution;;;01-05-2018;01-04-2018;
v;;Mail;a;;institution;Nogen;ikke-en-mail;;;
w;;Navnløs;a;;institution;;ukendt@testby.example;;;
x;;Opgave;a;;institution;;;;;andet
";
    let expected = [
        fault(3, "id", "import-fault-twice"),
        fault(4, "id", "import-fault-no-id"),
        fault(5, "nr", "import-fault-number-unknown"),
        fault(6, "navn", "import-fault-empty"),
        fault(7, "niveau", "import-fault-level-missing"),
        fault(8, "overenhed", "import-fault-parent-unknown"),
        fault(9, "overenhed", "refused-unit-under-wrong-level"),
        fault(10, "overenhed", "refused-unit-top-under-something"),
        fault(11, "type", "import-fault-kind-none-near"),
        fault(12, "fra", "import-fault-date"),
        fault(13, "til", "import-fault-ends-before-it-begins"),
        fault(14, "leder_email", "refused-person-email"),
        fault(15, "leder_navn", "import-fault-leader-name"),
        fault(16, "opgave", "import-fault-function"),
    ];
    assert_eq!(desk.faults(text), expected);
}

#[test]
fn two_units_under_each_other_are_refused_by_their_levels() {
    let faults = Desk::set_up().faults("id;navn;overenhed;niveau\na;Børn og læring;b;afdeling\nb;Æblehaven;a;institution\n");
    assert_eq!(faults, [fault(2, "overenhed", "refused-unit-under-wrong-level")]);
}

#[test]
fn a_unit_that_moves_to_another_level_keeps_what_is_below_it_below() {
    let faults = Desk::set_up().faults("id;navn;overenhed;niveau\na;Børn og læring;u;institution\n");
    assert_eq!(faults, [fault(2, "niveau", "import-fault-units-below")]);
}

#[test]
fn an_unknown_parent_is_told_once_and_not_again_for_what_is_below() {
    let faults = Desk::set_up().faults("id;navn;overenhed;niveau\nx;Ny;a;vrøvl-uden-lige\ny;Under;x;institution\n");
    assert_eq!(faults, [fault(2, "niveau", "import-fault-level-none-near")]);
}

#[test]
fn a_header_without_what_is_needed_is_told_before_any_row() {
    let desk = Desk::empty();
    let keys = |text| desk.plan(text).faults.into_iter().map(|f| f.sentence.key).collect::<Vec<_>>();
    assert_eq!(keys("a;b\n1;2\n"), ["import-fault-no-name-column", "import-fault-no-id-column"]);
    assert_eq!(keys("id;navn;name\n1;2;3\n"), ["import-fault-column-twice"]);
}

#[test]
fn columns_that_are_not_read_are_named() {
    assert_eq!(Desk::set_up().plan("id;navn;ean;kle\ns;Ådalskolen;1;2\n").unread, ["ean", "kle"]);
}

#[test]
fn ten_thousand_rows_are_planned_in_a_second_or_two() {
    let mut text = FILE.to_owned();
    for n in 0..10_000 {
        writeln!(text, "n{n};Enhed {n};a;;institution;q{n};Leder {n};leder{n}@testby.example;;").unwrap();
    }
    let plan = Desk::empty().plan(&text);
    assert_eq!(plan.faults, []);
    assert_eq!((plan.counts.created, plan.counts.leaders), (10_005, 10_003));
}

/// A file of institutions under a department, some led, some closed, some kinds misspelt.
fn rows() -> impl Strategy<Value = Vec<(u8, String, u8, u8, bool)>> {
    proptest::collection::vec((0u8..12, "[A-Za-zæøå]{1,8}", 0u8..4, 0u8..6, any::<bool>()), 0..20)
}

fn written(rows: &[(u8, String, u8, u8, bool)]) -> String {
    let mut text = FILE.to_owned();
    for (id, name, kind, leader, closed) in rows {
        let kind = ["", "skole", "børnehave", "skol"][usize::from(*kind)];
        let leader = if *leader == 0 { String::new() } else { format!("q{leader};Leder {leader};") };
        let leader = if leader.is_empty() { ";;" } else { &leader };
        let to = if *closed { "2018-12-31" } else { "" };
        writeln!(text, "x{id};{name};a;{kind};institution;{leader};;{to}").unwrap();
    }
    text
}

proptest! {
    #[test]
    fn running_a_plan_twice_changes_nothing_the_second_time(rows in rows()) {
        let text = written(&rows);
        let mut desk = Desk::empty();
        let first = desk.plan(&text);
        if first.faults.is_empty() {
            desk.import(&text);
            let second = desk.plan(&text);
            prop_assert_eq!(&second.faults, &[]);
            prop_assert!(second.is_empty(), "{:#?}", second);
            prop_assert_eq!(second.counts.unchanged, first.rows.len());
        }
    }

    #[test]
    fn no_cells_make_the_planner_panic(header in proptest::collection::vec("(id|navn|niveau|overenhed|nr|leder|til|[a-zæ ]{0,5})", 0..8), cells in proptest::collection::vec(proptest::collection::vec("(E-1|a|s|institution|byraad|[^;]{0,6})", 0..8), 0..8)) {
        let rows = cells.into_iter().enumerate().map(|(i, cells)| SheetRow { line: i + 2, cells }).collect();
        let desk = Desk::set_up();
        let _ = plan(&desk.existing, &Sheet { header, rows }, &desk.model, TODAY, &desk.mint);
    }
}
