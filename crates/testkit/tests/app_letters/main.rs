//! Strategy letters, through the door that pages use: each named after a complaint that people could have about one.
#![cfg(feature = "deeds")]
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test throughout

mod keeping;
mod saying;
mod themes;

use jiff::civil::date;
use pejl_app::Ending;
use pejl_app::letters::{close_letter_input, letter_at, open_letter_input, publish_letter, start_letter};
use pejl_domain::letters::{Heading, InputRound, Letter, LetterContent, LetterTheme, ThemeQuestion};
use pejl_domain::orgs::Role;
use pejl_policy::Actor;
use pejl_testkit::deeds::Scene;
use pejl_testkit::town::{key, line, prose};

fn keeper(scene: &Scene) -> Actor {
    scene.town.actor(Role::Consultant)
}

fn leader(scene: &Scene) -> Actor {
    scene.town.actor_at(Role::InstitutionLeader, "skole")
}

fn head(scene: &Scene) -> Actor {
    scene.town.actor_at(Role::DepartmentHead, "boerneafdeling")
}

/// It is 15 June 2018 in Testby: a round that runs that day.
const ROUND: InputRound = InputRound { from: date(2018, 6, 1), to: date(2018, 6, 30) };

/// A theme that the agreements of these kinds must answer; all of them where none is named.
fn asked(name: &str, kinds: &[&str]) -> LetterTheme {
    let asks = ThemeQuestion { question: prose("Hvordan gør I det?"), agreements: kinds.iter().map(|k| key(k)).collect() };
    let key = LetterContent::titled(line("x")).new_key(name).unwrap();
    LetterTheme { key, name: line(name), text: prose("Det er vigtigt i år."), asks: Some(asks) }
}

fn content(themes: Vec<LetterTheme>) -> LetterContent {
    let heading = Heading { title: line("Ledelse på tværs"), text: prose("Vi hører sammen."), themes };
    LetterContent { headings: vec![heading], ..LetterContent::titled(line("Strategibrev 2018")) }
}

async fn started(scene: &Scene, year: i16) -> Letter {
    let content = content(vec![asked("Tværgående samarbejde", &[])]);
    scene.deed(keeper(scene), async |desk| start_letter(desk, year, content).await).await.unwrap()
}

async fn opened(scene: &Scene) -> Letter {
    let letter = started(scene, 2018).await;
    scene.deed(keeper(scene), async |desk| open_letter_input(desk, letter.id, letter.version, ROUND).await).await.unwrap()
}

async fn closed_to_input(scene: &Scene) -> Letter {
    let letter = opened(scene).await;
    scene.deed(keeper(scene), async |desk| close_letter_input(desk, letter.id, letter.version).await).await.unwrap()
}

/// Publishes a letter; the scene steers by it from then on, as every later request does.
async fn published(scene: &mut Scene, letter: &Letter) -> Letter {
    let outcome = scene.deed(keeper(scene), async |desk| publish_letter(desk, letter.id, letter.version, false).await).await;
    scene.place = scene.place_now().await;
    outcome.unwrap()
}

async fn as_seen_by(scene: &Scene, actor: &Actor, year: i16) -> Result<Letter, Ending> {
    let sight = pejl_policy::Sight::of(actor);
    letter_at(&mut scene.read().await, &sight, actor, year).await
}

fn is_denied<T>(outcome: &Result<T, Ending>) -> bool {
    matches!(outcome, Err(Ending::Denied(_)))
}

fn is_conflict<T>(outcome: &Result<T, Ending>) -> bool {
    matches!(outcome, Err(Ending::Conflict))
}

fn is_not_found<T>(outcome: &Result<T, Ending>) -> bool {
    matches!(outcome, Err(Ending::NotFound))
}
