//! Logins: the first administrator of a municipality gets one here; after that its own administrators do it on the pages.

use std::io::{BufRead as _, IsTerminal as _};
use std::process::ExitCode;

use anyhow::{Context as _, Result, anyhow, bail};
use clap::{Args, Subcommand};
use pejl_app::accounts::{self, Account, Password};
use pejl_app::shown::{PersonFilter, UnitFilter};
use pejl_app::{Ending, Office, Place, orgs};
use pejl_domain::orgs::{PersonContent, PositionContent, Role};
use pejl_kernel::{Line, PersonId, Span, UnitId};
use pejl_policy::{Actor, Sight};

use super::office::{self, as_operator};
use crate::settings::Settings;
use crate::speak::{self, say};

/// What can be done with logins.
#[derive(Subcommand)]
pub(super) enum Command {
    /// Give a person a login. The password is asked for, or read as one line from standard input
    Add(Add),
    /// Give a login another password, and end its sessions
    Password {
        /// The login
        login: String,
        /// The municipality's four-digit code
        #[arg(long, value_name = "CODE")]
        municipality: String,
    },
    /// List a municipality's logins
    List {
        /// The municipality's four-digit code
        #[arg(long, value_name = "CODE")]
        municipality: String,
    },
}

/// A login for a person, who is entered where nobody has the mail address yet.
#[derive(Args)]
pub(super) struct Add {
    /// The login: small letters, digits, dots, hyphens
    login: String,
    /// The municipality's four-digit code
    #[arg(long, value_name = "CODE")]
    municipality: String,
    /// The person's mail address, by which one who is entered already is found
    #[arg(long)]
    email: String,
    /// The person's name, where they are not entered yet
    #[arg(long)]
    name: Option<String>,
    /// A position to set up for them: administrator, consultant …
    #[arg(long, requires = "title")]
    role: Option<String>,
    /// What the position is called
    #[arg(long, requires = "role")]
    title: Option<String>,
    /// The number of the position's unit; without it, the topmost one
    #[arg(long, value_name = "NUMBER", requires = "role")]
    unit: Option<i64>,
}

/// Carries one out.
pub(super) async fn carry_out(command: Command, settings: &Settings) -> Result<ExitCode> {
    let office = office::open(settings).await?;
    match command {
        Command::Add(wish) => add(&office, &wish).await?,
        Command::Password { login, municipality } => password(&office, &login, &municipality).await?,
        Command::List { municipality } => list(&office, &municipality).await?,
    }
    office.db().close().await;
    Ok(ExitCode::SUCCESS)
}

async fn add(office: &Office, wish: &Add) -> Result<()> {
    let place = office::place(office, &wish.municipality).await?;
    let position = match &wish.role {
        Some(role) => {
            Some((role_named(role)?, title(wish.title.as_deref().unwrap_or_default())?, unit(office, &place, wish.unit).await?))
        }
        None => None,
    };
    let known = person_with(office, &place, &wish.email).await?;
    let entered = match (known, &wish.name) {
        (Some(_), _) => None,
        (None, Some(name)) => Some(PersonContent { name: title(name)?, email: wish.email.clone() }),
        (None, None) => {
            bail!("Nobody in {} has the mail address {:?}. Give --name to enter the person.", place.municipality.name, wish.email)
        }
    };
    let hash = asked_password(&place)?.hashed().await?;
    let today = office.today_in(&place.municipality);
    as_operator(office, &place, async |desk| {
        let person = match (known, entered) {
            (Some(person), _) => person,
            (None, Some(content)) => orgs::enter_person(desk, None, content).await?.id,
            (None, None) => return Err(Ending::NotFound),
        };
        if let Some((role, title, unit)) = position {
            let content = PositionContent { unit, role, title, person: Some(person), span: Span { from: today, to: None } };
            orgs::set_up_position(desk, content).await?;
        }
        accounts::create_login(desk, person, &wish.login, &hash, false).await
    })
    .await?;
    say(format!("{} may log in.", wish.login));
    Ok(())
}

async fn password(office: &Office, login: &str, code: &str) -> Result<()> {
    let place = office::place(office, code).await?;
    let account = logins(office, &place).await?.into_iter().find(|a| a.login == login.trim().to_lowercase());
    let account =
        account.ok_or_else(|| anyhow!("{} has no login {login:?}. `pejl user list` shows them.", place.municipality.name))?;
    let hash = asked_password(&place)?.hashed().await?;
    as_operator(office, &place, async |desk| accounts::set_password(desk, account.id, &hash).await).await?;
    say(format!("{} has another password, and is logged out everywhere.", account.login));
    Ok(())
}

async fn list(office: &Office, code: &str) -> Result<()> {
    let place = office::place(office, code).await?;
    for account in logins(office, &place).await? {
        let seen = account.came_at.map_or_else(|| "never".to_owned(), |at| at.to_string());
        say(format!("{}\t{}\t{}\tlast here: {seen}", account.login, account.name, account.title));
    }
    Ok(())
}

async fn logins(office: &Office, place: &Place) -> Result<Vec<Account>> {
    let mut tx = office.db().read().await?;
    accounts::logins(&mut tx, &operator(office, place)).await.map_err(|ending| speak::ending(place, ending))
}

fn operator(office: &Office, place: &Place) -> Actor {
    Actor::operator(place.municipality.id, office.today_in(&place.municipality))
}

async fn person_with(office: &Office, place: &Place, email: &str) -> Result<Option<PersonId>> {
    const AT_A_TIME: i64 = 1_000;
    let sight = Sight::of(&operator(office, place));
    let mut tx = office.db().read().await?;
    let mut filter = PersonFilter { most: AT_A_TIME, ..PersonFilter::default() };
    loop {
        let people = orgs::people(&mut tx, &sight, &filter).await?;
        if let Some(person) = people.iter().find(|p| !p.email.is_empty() && p.email.eq_ignore_ascii_case(email)) {
            return Ok(Some(person.id));
        }
        if people.len() < AT_A_TIME as usize {
            return Ok(None);
        }
        filter.skip += AT_A_TIME;
    }
}

async fn unit(office: &Office, place: &Place, serial: Option<i64>) -> Result<UnitId> {
    let sight = Sight::of(&operator(office, place));
    let mut tx = office.db().read().await?;
    if let Some(serial) = serial {
        let page = orgs::unit_page(&mut tx, &sight, serial).await;
        return page.map(|p| p.unit.id).map_err(|_| anyhow!("{} has no unit with the number {serial}.", place.municipality.name));
    }
    let filter = UnitFilter { most: 10_000, ..UnitFilter::default() };
    let units = orgs::units(&mut tx, &sight, &filter).await?;
    let top = units.iter().find(|u| u.parent.is_none());
    top.map(|u| u.id).ok_or_else(|| {
        anyhow!(
            "{} has no units yet to place the position in. `pejl import org` brings the organisation in.",
            place.municipality.name
        )
    })
}

fn role_named(name: &str) -> Result<Role> {
    Role::ALL.into_iter().find(|role| role.as_str() == name).ok_or_else(|| {
        let roles: Vec<_> = Role::ALL.iter().map(|role| role.as_str()).collect();
        anyhow!("There is no role {name:?}. There is: {}.", roles.join(", "))
    })
}

fn title(text: &str) -> Result<Line<120>> {
    Line::parse(text).map_err(|_| anyhow!("{text:?} is no name: one line of at most 120 characters would be right."))
}

/// The new password: asked for twice at a terminal, else one line of standard input.
fn asked_password(place: &Place) -> Result<Password> {
    let typed = if std::io::stdin().is_terminal() {
        let first = rpassword::prompt_password("New password: ")?;
        if rpassword::prompt_password("Once more:    ")? != first {
            bail!("The two were not the same. Nothing was changed.");
        }
        first
    } else {
        let mut line = String::new();
        std::io::stdin().lock().read_line(&mut line).context("Reading the password from standard input")?;
        line.trim_end_matches(['\r', '\n']).to_owned()
    };
    Password::parse(&typed).map_err(|refused| speak::ending(place, refused.into()))
}
