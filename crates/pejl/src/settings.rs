//! What an installation chooses: by flag, by environment variable, or in one TOML file, in that order; else a default.
//!
//! Every value is read at start, and a wrong one is refused with the setting's name, what was found and what would be right.
//! `docs/configuration.md` is the list for administrators.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use pejl_jobs::{Post, PostFault, PostSettings};
use serde::Deserialize;

/// The settings that flags can give.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Flags {
    /// The settings file; without it, pejl.toml in the current folder where there is one [env: PEJL_CONFIG]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// What is logged: error, warn, info, debug, trace, or a filter such as info,sqlx=debug [env: PEJL_LOG]
    #[arg(long, global = true, value_name = "FILTER")]
    pub log: Option<String>,
    /// How it is logged: human, json, or auto (human at a terminal, else JSON) [env: PEJL_LOG_FORMAT]
    #[arg(long, global = true, value_name = "FORMAT")]
    pub log_format: Option<String>,
}

/// How the log is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum LogFormat {
    /// Human at a terminal, else JSON.
    Auto,
    /// For people.
    Human,
    /// One JSON object a line, for machines.
    Json,
}

/// Every setting, read and found right.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Settings {
    /// Where to listen.
    pub listen: SocketAddr,
    /// The database's URL.
    pub database: String,
    /// The log's filter.
    pub log: String,
    /// The log's form.
    pub log_format: LogFormat,
    /// Whether cookies travel over HTTPS only.
    pub secure_cookies: bool,
    /// Whether answers say what they cost.
    pub server_timing: bool,
    /// Where the accessibility statement kept with the authorities is.
    pub accessibility_statement: Option<String>,
    /// How mail is sent; `None` where it is not.
    pub mail: Option<PostSettings>,
}

/// The settings file, as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    listen: Option<String>,
    database: Option<String>,
    log: Option<String>,
    log_format: Option<String>,
    secure_cookies: Option<bool>,
    server_timing: Option<bool>,
    accessibility_statement: Option<String>,
    smtp_url: Option<String>,
    mail_from: Option<String>,
    public_url: Option<String>,
}

/// The environment, by name. An argument, so that tests need not change the process's own.
pub(crate) type Environment<'e> = &'e dyn Fn(&str) -> Option<String>;

/// A value with where it was found.
struct Found {
    setting: &'static str,
    origin: String,
    value: String,
}

impl Found {
    fn wrong<T>(&self, right: &str) -> Result<T> {
        bail!("The setting \"{}\" ({}) is {:?}. Right would be {right}.", self.setting, self.origin, self.value)
    }
}

/// Where values come from.
struct Sources<'e> {
    environment: Environment<'e>,
    file_name: String,
}

impl Sources<'_> {
    /// The first of flag, environment and file that gives the setting. An empty variable gives nothing.
    fn first(&self, setting: &'static str, flag: Option<&str>, variable: &str, file: Option<String>) -> Option<Found> {
        let found = |origin: String, value: String| Found { setting, origin, value };
        if let Some(value) = flag {
            return Some(found(format!("given as --{setting}"), value.to_owned()));
        }
        if let Some(value) = (self.environment)(variable).filter(|v| !v.is_empty()) {
            return Some(found(format!("from the environment, {variable}"), value));
        }
        file.map(|value| found(format!("in {}", self.file_name), value))
    }
}

/// Reads every setting.
///
/// # Errors
/// Says the first that is wrong: its name, what was found, what would be right.
pub(crate) fn read(flags: &Flags, listen: Option<&str>, database: Option<&str>, environment: Environment<'_>) -> Result<Settings> {
    let (file_name, file) = file(flags.config.as_deref(), environment)?;
    let from = Sources { environment, file_name };
    let yes_or_no = |value: Option<bool>| value.map(|v| v.to_string());

    let listen = from.first("listen", listen, "PEJL_LISTEN", file.listen);
    let database = from.first("database", database, "DATABASE_URL", file.database);
    let log = from.first("log", flags.log.as_deref(), "PEJL_LOG", file.log);
    let format = from.first("log-format", flags.log_format.as_deref(), "PEJL_LOG_FORMAT", file.log_format);
    let secure = from.first("secure-cookies", None, "PEJL_SECURE_COOKIES", yes_or_no(file.secure_cookies));
    let timing = from.first("server-timing", None, "PEJL_SERVER_TIMING", yes_or_no(file.server_timing));
    let statement = from.first("accessibility-statement", None, "PEJL_ACCESSIBILITY_STATEMENT", file.accessibility_statement);

    let smtp = from.first("smtp-url", None, "PEJL_SMTP_URL", file.smtp_url);
    let sender = from.first("mail-from", None, "PEJL_MAIL_FROM", file.mail_from);
    let public = from.first("public-url", None, "PEJL_PUBLIC_URL", file.public_url);

    Ok(Settings {
        listen: listen.map_or(Ok(SocketAddr::from(([127, 0, 0, 1], 8080))), |f| address(&f))?,
        database: database.map_or(Ok("sqlite:pejl.db".to_owned()), |f| database_url(&f))?,
        log: log.map_or(Ok("info".to_owned()), |f| filter(&f))?,
        log_format: format.map_or(Ok(LogFormat::Auto), |f| log_format(&f))?,
        secure_cookies: secure.map_or(Ok(true), |f| truth(&f))?,
        server_timing: timing.map_or(Ok(false), |f| truth(&f))?,
        accessibility_statement: statement.map(|f| web_address(&f)).transpose()?,
        mail: mail(smtp, sender, public)?,
    })
}

/// How mail is sent: the mail server, the sender and the address of the pages, which stand and fall together.
fn mail(smtp: Option<Found>, sender: Option<Found>, public: Option<Found>) -> Result<Option<PostSettings>> {
    let Some(smtp) = smtp else { return Ok(None) };
    let needed = |found: Option<Found>, name: &str, right: &str| {
        found.with_context(|| format!("The setting \"smtp-url\" is given, and \"{name}\" is not. Right would be {right}."))
    };
    let sender = needed(sender, "mail-from", "who the mails are from, such as Pejl <pejl@example.dk>")?;
    let public = needed(public, "public-url", "what the pages' addresses begin with, such as https://pejl.example.dk")?;
    let settings = PostSettings { smtp: smtp.value.clone(), from: sender.value.clone(), base: public.value.clone() };
    match Post::open(&settings) {
        Ok(_) => Ok(Some(settings)),
        // The mail server's address may hold a password, so it is not repeated.
        Err(fault @ PostFault::Smtp) => bail!("The setting \"smtp-url\" ({}) {fault}.", smtp.origin),
        Err(fault @ PostFault::From) => {
            bail!("The setting \"mail-from\" ({}) is {:?}, which {fault}.", sender.origin, sender.value)
        }
        Err(fault @ PostFault::Base) => {
            bail!("The setting \"public-url\" ({}) is {:?}, which {fault}.", public.origin, public.value)
        }
    }
}

/// The settings file: the one that is named, else `pejl.toml` where there is one.
fn file(named: Option<&Path>, environment: Environment<'_>) -> Result<(String, File)> {
    let variable = environment("PEJL_CONFIG").filter(|v| !v.is_empty()).map(PathBuf::from);
    let path = match named.map(Path::to_owned).or(variable) {
        Some(path) => path,
        None if Path::new("pejl.toml").exists() => PathBuf::from("pejl.toml"),
        None => return Ok((String::new(), File::default())),
    };
    let name = path.display().to_string();
    let text = std::fs::read_to_string(&path).with_context(|| format!("The settings file {name} cannot be read"))?;
    let file = toml::from_str(&text).with_context(|| format!("The settings file {name} is not right"))?;
    Ok((name, file))
}

fn address(found: &Found) -> Result<SocketAddr> {
    match found.value.parse() {
        Ok(address) => Ok(address),
        Err(_) => found.wrong("an address and a port, such as 127.0.0.1:8080 (this machine only) or [::]:8080 (every network)"),
    }
}

fn database_url(found: &Found) -> Result<String> {
    let fits = ["sqlite:", "postgres://", "postgresql://"].iter().any(|start| found.value.starts_with(start));
    if fits {
        return Ok(found.value.clone());
    }
    // The value may hold a password, so it is not repeated.
    bail!(
        "The setting \"database\" ({}) is no address of a database that Pejl knows. \
         Right would be sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE.",
        found.origin
    )
}

fn filter(found: &Found) -> Result<String> {
    match tracing_subscriber::EnvFilter::try_new(&found.value) {
        Ok(_) => Ok(found.value.clone()),
        Err(_) => found.wrong("error, warn, info, debug, trace, or a filter such as info,sqlx=debug"),
    }
}

fn log_format(found: &Found) -> Result<LogFormat> {
    match found.value.as_str() {
        "auto" => Ok(LogFormat::Auto),
        "human" => Ok(LogFormat::Human),
        "json" => Ok(LogFormat::Json),
        _ => found.wrong("human, json or auto"),
    }
}

fn truth(found: &Found) -> Result<bool> {
    match found.value.as_str() {
        "true" => Ok(true),
        "false" => Ok(false),
        _ => found.wrong("true or false"),
    }
}

fn web_address(found: &Found) -> Result<String> {
    let sound = found.value.starts_with("https://") && !found.value.contains(|c: char| c.is_whitespace() || c.is_control());
    if sound { Ok(found.value.clone()) } else { found.wrong("an address that begins with https://") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(file: Option<&Path>, listen: Option<&str>, environment: &[(&str, &str)]) -> Result<Settings, String> {
        let flags = Flags { config: file.map(Path::to_owned), ..Flags::default() };
        let environment = |name: &str| environment.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
        read(&flags, listen, None, &environment).map_err(|e| format!("{e:#}"))
    }

    fn file(name: &str, text: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("pejl-settings-{}-{name}.toml", std::process::id()));
        std::fs::write(&path, text).unwrap();
        path
    }

    #[test]
    fn a_flag_goes_before_the_environment_and_the_environment_before_the_file() {
        let file = file("order", "listen = \"127.0.0.1:1\"\ndatabase = \"sqlite:file.db\"\n");
        let environment = [("PEJL_LISTEN", "127.0.0.1:2")];
        let listen = |flag, environment: &[(&str, &str)]| with(Some(&file), flag, environment).unwrap().listen.port();
        assert_eq!(listen(Some("127.0.0.1:3"), &environment), 3);
        assert_eq!(listen(None, &environment), 2);
        assert_eq!(listen(None, &[]), 1);
        assert_eq!(with(Some(&file), None, &[]).unwrap().database, "sqlite:file.db");
    }

    #[test]
    fn a_wrong_value_is_refused_with_its_name_what_was_found_and_what_would_be_right() {
        let said = with(None, None, &[("PEJL_LISTEN", "8080")]).unwrap_err();
        assert!(said.contains("\"listen\"") && said.contains("PEJL_LISTEN") && said.contains("\"8080\""), "{said}");
        assert!(said.contains("127.0.0.1:8080"), "{said}");
        let said = with(None, None, &[("PEJL_SECURE_COOKIES", "yes")]).unwrap_err();
        assert!(said.contains("\"secure-cookies\"") && said.contains("true or false"), "{said}");
    }

    #[test]
    fn a_wrong_database_address_is_not_repeated_since_it_may_hold_a_password() {
        let said = with(None, None, &[("DATABASE_URL", "mysql://pejl:hemmeligt@db/pejl")]).unwrap_err();
        assert!(said.contains("DATABASE_URL") && said.contains("postgres://") && !said.contains("hemmeligt"), "{said}");
    }

    #[tokio::test]
    async fn a_mail_server_without_a_sender_is_refused_and_its_password_is_never_repeated() {
        let smtp = ("PEJL_SMTP_URL", "smtps://pejl:hemmeligt@mail.example.dk");
        let sender = ("PEJL_MAIL_FROM", "Pejl <pejl@example.dk>");
        assert_eq!(with(None, None, &[sender]).unwrap().mail, None);
        let said = with(None, None, &[smtp]).unwrap_err();
        assert!(said.contains("mail-from") && !said.contains("hemmeligt"), "{said}");
        let said = with(None, None, &[smtp, sender]).unwrap_err();
        assert!(said.contains("public-url") && said.contains("https://pejl.example.dk"), "{said}");
        let said =
            with(None, None, &[("PEJL_SMTP_URL", "mail:hemmeligt@x"), sender, ("PEJL_PUBLIC_URL", "https://p.dk")]).unwrap_err();
        assert!(said.contains("PEJL_SMTP_URL") && said.contains("smtps://") && !said.contains("hemmeligt"), "{said}");
        let all = with(None, None, &[smtp, sender, ("PEJL_PUBLIC_URL", "https://pejl.example.dk")]).unwrap();
        assert_eq!(all.mail.map(|mail| mail.base).as_deref(), Some("https://pejl.example.dk"));
    }

    #[test]
    fn an_unknown_setting_in_the_file_is_refused_with_the_ones_there_are() {
        let file = file("unknown", "lisen = \"127.0.0.1:1\"\n");
        let said = with(Some(&file), None, &[]).unwrap_err();
        assert!(said.contains("lisen") && said.contains("`listen`"), "{said}");
    }

    #[test]
    fn a_settings_file_that_is_named_but_not_there_is_refused() {
        let said = with(Some(Path::new("no-such-file.toml")), None, &[]).unwrap_err();
        assert!(said.contains("no-such-file.toml"), "{said}");
    }
}
