//! Each page as one person it is for: its outline, to be read aloud.

use axum::http::StatusCode;
use pejl_testkit::pages::{ADMINISTRATOR, CONSULTANT, House, READER, at_testby};

use crate::chain::Chain;

async fn outline(house: &House, post: &str, path: &str) -> String {
    let answer = house.visitor(post).await.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    answer.page().outline()
}

/// One page, as one person, as a snapshot of its own name.
macro_rules! outlines {
    ($($name:ident: $post:expr, $path:expr;)*) => {$(
        #[test]
        fn $name() {
            at_testby(async |house, _| {
                let chain = Chain::enter(house).await;
                let path: String = ($path)(&chain);
                insta::assert_snapshot!(stringify!($name), outline(house, $post, &path).await);
            });
        }
    )*};
}

const CHAIR: &str = "committee-chair@boerneudvalg";
const LEADER: &str = "institution-leader@skole";

fn at(path: &'static str) -> impl Fn(&Chain) -> String {
    move |_| path.to_owned()
}

outlines! {
    overview_of_a_school_leader: LEADER, at("/testby");
    overview_of_a_committee_chair: CHAIR, at("/testby");
    overview_of_a_consultant: CONSULTANT, at("/testby");
    overview_of_a_parent_on_the_board: READER, at("/testby");
    everything_a_school_leader_has_to_do: LEADER, at("/testby/opgaver");
    what_a_school_leader_is_reminded_of: LEADER, at("/testby/paamindelser");
    what_an_administrator_is_told_about_mail: ADMINISTRATOR, at("/testby/paamindelser");
    the_chain_as_a_map: CHAIR, at("/testby/kaeden");
    the_chain_as_a_table: CONSULTANT, at("/testby/kaeden?visning=tabel");
    the_chain_as_lists: READER, at("/testby/kaeden?visning=liste");
    where_the_chain_stops: CONSULTANT, at("/testby/kaeden/daekning");
    how_the_chain_leans: CONSULTANT, at("/testby/kaeden/balance");
    a_search_that_finds: READER, at("/testby/soeg?q=l%C3%A6sning");
    a_search_that_finds_nothing: READER, at("/testby/soeg?q=elefant");
    a_unit_as_its_leader: LEADER, at("/testby/enhed/E-6");
    the_words_of_the_model: READER, at("/testby/ord");
    the_year_as_a_wheel: LEADER, at("/testby/aarshjul?aar=2018");
    the_year_as_a_table: CONSULTANT, at("/testby/aarshjul?aar=2018&vis=tabel");
    a_step_of_the_wheel: CONSULTANT, at("/testby/aarshjul/2018/maalseminar");
    ones_own_account: READER, at("/testby/min-konto");
    the_organisation: ADMINISTRATOR, at("/testby/opsaetning/organisation");
    a_new_unit: ADMINISTRATOR, at("/testby/opsaetning/organisation/ny");
    closing_a_unit: ADMINISTRATOR, at("/testby/opsaetning/organisation/E-6/luk");
    an_objective_as_a_chair: CHAIR, |c: &Chain| format!("/testby/maalsaetning/{}", c.objective.number);
    a_goal_in_the_middle_as_a_consultant: CONSULTANT, |c: &Chain| format!("/testby/maal/{}", c.department.number);
    a_goal_as_its_leader: LEADER, |c: &Chain| format!("/testby/maal/{}", c.school.number);
    a_proposal_as_who_decides: "department-head@boerneafdeling", |c: &Chain| format!("/testby/maal/{}", c.proposed.number);
    an_orphan_as_a_consultant: CONSULTANT, |c: &Chain| format!("/testby/maal/{}", c.orphan.number);
    an_action_as_a_reader: READER, |c: &Chain| format!("/testby/handling/{}", c.action.number);
    the_editions_of_a_goal: CONSULTANT, |c: &Chain| format!("/testby/maal/{}/udgaver", c.committee.number);
    a_new_goal: LEADER, at("/testby/kaeden/ny?type=institutionsmaal&enhed=E-6");
    choosing_what_to_write: CONSULTANT, at("/testby/kaeden/ny");
    editing_a_draft: LEADER, |c: &Chain| format!("/testby/maal/{}/ret", c.draft.number);
    adopting_a_proposal: CONSULTANT, |c: &Chain| format!("/testby/maal/{}/vedtag", c.proposed.number);
    returning_a_proposal: CONSULTANT, |c: &Chain| format!("/testby/maal/{}/send-tilbage", c.proposed.number);
    tying_an_orphan: CONSULTANT, |c: &Chain| format!("/testby/maal/{}/knyt", c.orphan.number);
    answering_a_goal: LEADER, |c: &Chain| format!("/testby/maal/{}/svar?enhed=E-6", c.department.number);
    closing_a_goal: CONSULTANT, |c: &Chain| format!("/testby/maal/{}/afslut", c.school.number);
    handing_over: CONSULTANT, at("/testby/enhed/E-6/overdrag");
    agreements_before_there_are_any: CONSULTANT, at("/testby/aftaler");
    a_new_agreement: LEADER, at("/testby/aftaler/ny?slags=virksomhedsaftale");
    follow_up_before_there_is_any: CONSULTANT, at("/testby/opfoelgning");
    what_a_unit_is_part_of: LEADER, at("/testby/aftaler/sigtelinje?enhed=E-6");
    the_setup: ADMINISTRATOR, at("/testby/opsaetning");
    the_positions_of_a_unit: ADMINISTRATOR, at("/testby/opsaetning/organisation/E-6");
    the_people: ADMINISTRATOR, at("/testby/opsaetning/personer");
    the_model: READER, at("/testby/opsaetning/model");
    installing_another_model: CONSULTANT, at("/testby/opsaetning/model/ny");
    bringing_units_in: ADMINISTRATOR, at("/testby/opsaetning/indlaesning");
    the_logins: ADMINISTRATOR, at("/testby/opsaetning/adgange");
    the_audit_trail: ADMINISTRATOR, at("/testby/opsaetning/haendelseslog");
}

#[test]
fn the_door() {
    at_testby(async |house, _| {
        insta::assert_snapshot!(house.anybody().get("/log-ind").await.page().outline());
    });
}

#[test]
fn the_frame_around_every_page() {
    at_testby(async |house, _| {
        insta::assert_snapshot!(house.visitor(READER).await.get("/testby/ord").await.page().frame());
    });
}
