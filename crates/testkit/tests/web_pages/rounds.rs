//! Follow-up's pages: a closed round and an open one, entered by those whose it is, through the pages themselves; and that
//! nothing typed is lost whatever happens to the round, the goal or the other window meanwhile.

use axum::http::StatusCode;
use pejl_testkit::TestDb;
use pejl_testkit::pages::{Answer, CONSULTANT, House, Visitor, at_testby};

use crate::chain::Chain;

pub const LEADER: &str = "institution-leader@skole";
pub const HEAD: &str = "department-head@boerneafdeling";
const CHAIR: &str = "committee-chair@boerneudvalg";

/// The round that runs: half-year 2018, the institutions' deadline five days ago.
pub const OPEN: &str = "/testby/opfoelgning/2018/halvaar";
/// The round that is closed.
pub const CLOSED: &str = "/testby/opfoelgning/2017/halvaar";

/// What a page of follow-up can be about.
pub struct Rounds {
    /// The piece of evidence beside the school's report.
    pub evidence: String,
    /// The head's question to the school.
    pub feedback: String,
    /// The department's report with its version, as it is accepted: `id:version`.
    pub submitted: String,
}

/// Sends a form that must do what it says.
async fn done(visitor: &Visitor, path: &str, form: &[(&str, &str)]) {
    let answer = visitor.post(path, form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.page().outline());
}

/// A report as its form sends it: each field with the goal's number.
pub fn typed(number: &str, version: i64, fields: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut form = vec![("maal".to_owned(), number.to_owned()), (format!("version-{number}"), version.to_string())];
    form.extend(fields.iter().map(|(field, value)| {
        let name = if *field == "goer" { "goer".to_owned() } else { format!("{field}-{number}") };
        (name, (*value).to_owned())
    }));
    form
}

impl Rounds {
    /// Closes a round on last year and opens this year's; the department has submitted, the school has a draft with evidence
    /// and a question to answer.
    pub async fn enter(house: &House, db: &TestDb, chain: &Chain) -> Self {
        let keeper = house.visitor(CONSULTANT).await;
        done(&keeper, "/testby/opfoelgning/planlaeg", &[("runde", "halvaar"), ("aar", "2017")]).await;
        done(&keeper, &format!("{CLOSED}/aabn"), &[("version", "1")]).await;
        done(&keeper, &format!("{CLOSED}/saml"), &[("version", "2")]).await;
        done(&keeper, &format!("{CLOSED}/luk"), &[("version", "3"), ("despite", "1")]).await;
        done(&keeper, "/testby/opfoelgning/planlaeg", &[("runde", "halvaar"), ("aar", "2018")]).await;
        done(&keeper, &format!("{OPEN}/aabn"), &[("version", "1")]).await;

        let (school, department) = (chain.school.number.to_string(), chain.department.number.to_string());
        let head = house.visitor(HEAD).await;
        let red = [
            ("mark", "not-met"),
            ("outlook", "at-risk"),
            ("fact", "Hver tredje klasse har læsebånd."),
            ("cause", "Skemaet blev lagt, før lærerne var ansat."),
            ("action", "Vi lægger det nye skema i maj."),
            ("goer", "indsend"),
        ];
        let sent = head.post(&format!("{OPEN}/min"), &typed(&department, 1, &red)).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page().outline());

        let leader = house.visitor(LEADER).await;
        let draft = [("mark", "met"), ("done", "Vi læser hver morgen."), ("goer", "gem")];
        let kept = leader.post(&format!("{OPEN}/min"), &typed(&school, 1, &draft)).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.page().outline());
        let path = format!("{OPEN}/maal/{school}/dokumentation");
        let attached = leader.upload(&path, &[("title", "Læseloggen")], ("file", "log.csv", b"klasse;minutter\n4a;22\n")).await;
        assert_eq!(attached.status, StatusCode::SEE_OTHER, "{}", attached.page().outline());
        let question = [("kind", "question"), ("text", "Hvornår er alle klasser med?"), ("to", "E-6")];
        done(&head, &format!("{OPEN}/tilbagemelding?enhed=E-4"), &question).await;

        let id = async |sql: &str| {
            let hex = db.texts(sql).await.into_iter().flatten().next().expect("an id");
            [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
        };
        Self {
            evidence: id("SELECT lower(hex(id)) FROM evidence").await,
            feedback: id("SELECT lower(hex(id)) FROM feedback").await,
            submitted: format!("{}:2", chain.department.id),
        }
    }
}

/// The text that stands in a field, of an input or a text area.
fn stands(answer: &Answer, field: &str) -> String {
    answer.page().value(field).unwrap_or_default()
}

#[test]
fn a_leader_submits_a_goal_and_the_department_takes_it_as_it_is() {
    at_testby(async |house, db| {
        let chain = Chain::enter(house).await;
        Rounds::enter(house, db, &chain).await;
        let number = chain.school.number.to_string();
        let leader = house.visitor(LEADER).await;
        let sent = leader.post(&format!("{OPEN}/min"), &typed(&number, 2, &[("mark", "met"), ("goer", "indsend")])).await;
        let page = leader.follow(sent).await;
        assert!(page.body.contains("1 mål er indsendt"), "{}", page.page().outline());
        let head = house.visitor(HEAD).await;
        let overview = head.get(&format!("{OPEN}?enhed=E-4")).await;
        assert!(overview.body.contains("1 indberetning venter på dig"), "{}", overview.page().outline());
        let chosen = format!("{}:3", chain.school.id);
        done(&head, &format!("{OPEN}/godkend"), &[("enhed", "E-4"), ("goal", &chosen)]).await;
        let report = leader.get(&format!("{OPEN}/indberetning/{number}")).await;
        assert!(report.body.contains("Godkendt"), "{}", report.page().outline());
    });
}

#[test]
fn every_fault_stands_beside_its_field_and_above_with_the_goals_number() {
    at_testby(async |house, db| {
        let chain = Chain::enter(house).await;
        Rounds::enter(house, db, &chain).await;
        let number = chain.school.number.to_string();
        let leader = house.visitor(LEADER).await;
        let fields = [("mark", "not-met"), ("fact", "Vi nåede det halve."), ("goer", "indsend")];
        let answer = leader.post(&format!("{OPEN}/min"), &typed(&number, 2, &fields)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["outlook", "cause", "action"] {
            assert!(answer.body.contains(&format!("href=\"#f-{field}-{number}\"")), "{field} in the summary");
            assert!(answer.body.contains(&format!("id=\"f-{field}-{number}-error\"")), "beside {field}");
        }
        assert!(answer.body.contains(&format!("{number}, Udsigt:")));
        assert_eq!(stands(&answer, &format!("fact-{number}")).trim(), "Vi nåede det halve.");
    });
}

#[test]
fn what_is_typed_stands_on_the_page_when_the_round_was_closed_meanwhile() {
    at_testby(async |house, db| {
        let chain = Chain::enter(house).await;
        Rounds::enter(house, db, &chain).await;
        let number = chain.school.number.to_string();
        let leader = house.visitor(LEADER).await;
        done(&house.visitor(CONSULTANT).await, &format!("{OPEN}/saml"), &[("version", "2")]).await;
        for goer in ["gem", "indsend"] {
            let fields = [("mark", "met"), ("done", "Tyve minutter hver eneste dag."), ("goer", goer)];
            let answer = leader.post(&format!("{OPEN}/min"), &typed(&number, 2, &fields)).await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{goer}");
            assert!(answer.body.contains("Tyve minutter hver eneste dag."), "{goer}: {}", answer.page().outline());
            assert!(answer.body.contains("Runden tager ikke flere indberetninger"), "{goer}");
        }
    });
}

#[test]
fn what_is_typed_about_a_goal_that_was_withdrawn_meanwhile_stands_on_the_page() {
    at_testby(async |house, db| {
        let chain = Chain::enter(house).await;
        Rounds::enter(house, db, &chain).await;
        let number = chain.school.number.to_string();
        let leader = house.visitor(LEADER).await;
        let closed = [("version", chain.school.version.to_string()), ("outcome", "met".to_owned()), ("note", "Nået.".to_owned())];
        let answer = house.visitor(CONSULTANT).await.post(&format!("/testby/maal/{number}/afslut"), &closed).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.page().outline());
        let fields = [("mark", "met"), ("done", "Alle læser nu."), ("goer", "gem")];
        let answer = leader.post(&format!("{OPEN}/min"), &typed(&number, 2, &fields)).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.body.contains("Alle læser nu."), "{}", answer.page().outline());
        assert!(answer.body.contains("Målet er afsluttet"), "{}", answer.page().outline());
    });
}

#[test]
fn two_who_write_at_once_both_see_both_texts() {
    at_testby(async |house, db| {
        let chain = Chain::enter(house).await;
        Rounds::enter(house, db, &chain).await;
        let number = chain.school.number.to_string();
        let (leader, teacher) = (house.visitor(LEADER).await, house.visitor("employee@skole").await);
        let first = [("mark", "met"), ("done", "Lederens tekst."), ("goer", "gem")];
        let kept = leader.post(&format!("{OPEN}/min"), &typed(&number, 2, &first)).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER);
        let second = [("mark", "partly"), ("done", "Lærerens tekst."), ("goer", "gem")];
        let answer = teacher.post(&format!("{OPEN}/min"), &typed(&number, 2, &second)).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.body.contains("Lederens tekst.") && answer.body.contains("Lærerens tekst."));
        assert_eq!(stands(&answer, &format!("version-{number}")), "3", "saving again is a choice, made knowingly");
        let kept = teacher.post(&format!("{OPEN}/min"), &typed(&number, 3, &second)).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn the_script_keeps_what_is_typed_and_learns_the_next_version() {
    at_testby(async |house, db| {
        let chain = Chain::enter(house).await;
        Rounds::enter(house, db, &chain).await;
        let number = chain.school.number.to_string();
        let leader = house.visitor(LEADER).await;
        let save = async |version, done| leader.post(&format!("{OPEN}/min/gem"), &typed(&number, version, &[("done", done)])).await;
        let answer = save(2, "Vi læser.").await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.contains(&format!("\"version-{number}\":3")), "{}", answer.body);
        assert!(answer.body.contains("\"at\":\"14.00\"") || answer.body.contains("\"at\":\"12.00\""), "{}", answer.body);
        assert_eq!(save(2, "Noget andet.").await.status, StatusCode::CONFLICT);
    });
}

#[test]
fn a_file_is_given_as_something_to_save_and_never_shown() {
    at_testby(async |house, db| {
        let chain = Chain::enter(house).await;
        let rounds = Rounds::enter(house, db, &chain).await;
        let leader = house.visitor(LEADER).await;
        let path = format!("{OPEN}/bilag/{}", rounds.evidence);
        let file = leader.get(&path).await;
        assert_eq!(file.status, StatusCode::OK);
        assert!(file.header("content-disposition").unwrap().starts_with("attachment"));
        assert_eq!(file.header("x-content-type-options"), Some("nosniff"));
        assert!(file.header("content-security-policy").unwrap().starts_with("default-src 'none'; sandbox;"));
        let outsider = house.visitor("institution-leader@bibliotek").await;
        assert_eq!(outsider.get(&path).await.status, StatusCode::NOT_FOUND, "it stands beside a draft");
    });
}

#[test]
fn a_closed_round_is_downloaded_with_its_seal_and_the_seal_holds() {
    at_testby(async |house, db| {
        let chain = Chain::enter(house).await;
        Rounds::enter(house, db, &chain).await;
        let leader = house.visitor(LEADER).await;
        assert!(leader.get(&format!("{CLOSED}/frosset?enhed=E-6")).await.body.contains("Kontrolleret: seglet passer"));
        let kept = leader.get(&format!("{CLOSED}/frosset.json?enhed=E-6")).await;
        assert_eq!(kept.header("pejl-seal").map(str::len), Some(64));
        assert!(kept.body.starts_with('{') && kept.body.contains("Ådalskolen"));
    });
}

#[test]
fn the_pages_of_follow_up_read_aloud() {
    at_testby(async |house, db| {
        let chain = Chain::enter(house).await;
        Rounds::enter(house, db, &chain).await;
        for (name, post, path) in [
            ("follow_up_as_a_leader", LEADER, "/testby/opfoelgning".to_owned()),
            ("follow_up_as_who_keeps_it", CONSULTANT, "/testby/opfoelgning".to_owned()),
            ("a_leaders_own_page", LEADER, format!("{OPEN}/min")),
            ("a_round_as_a_department_head", HEAD, OPEN.to_owned()),
            ("a_round_as_who_keeps_it", CONSULTANT, OPEN.to_owned()),
            ("a_summary_as_a_chair", CHAIR, format!("{OPEN}/resume")),
            ("a_report_as_who_judges_it", CONSULTANT, format!("{OPEN}/indberetning/{}", chain.department.number)),
            ("who_is_missing", HEAD, format!("{OPEN}/mangler")),
        ] {
            let answer = house.visitor(post).await.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            insta::assert_snapshot!(name, answer.page().outline());
        }
    });
}
