//! A mail in words: a subject, a part in plain text and a part in HTML, in one person's language.

use std::fmt::Write as _;
use std::sync::Arc;

use jiff::civil::Date;
use pejl_app::Place;
use pejl_app::reminders::{Digest, MadeMail, MailContent, MailLanguage, Secret, ToDo};
use pejl_domain::Sentence;
use pejl_domain::models::Model;
use pejl_domain::reminders::{MailKind, When};
use pejl_lang::{Args, Lang, Speech};

/// Puts a sentence of the rules into words, with a municipality's own terms. Given by whoever wires the floors together.
pub type InWords = fn(&Arc<Model>, Lang, &Sentence) -> String;

/// The most tasks under one heading; the rest are behind the link to all of them.
const UNDER_A_HEADING: usize = 10;

/// One task in a mail.
struct Line {
    title: String,
    /// What it is about, and by when.
    about: String,
    href: String,
}

/// The tasks under one heading.
struct Group {
    heading: String,
    lines: Vec<Line>,
    /// Says how many more there are; "" where all are named.
    more: String,
}

/// Where the links of a mail lead.
struct Links {
    all: String,
    choose: String,
    leave: String,
}

/// What is said around the tasks.
struct Frame {
    subject: String,
    hello: String,
    lead: String,
}

/// The language somebody's mails are in.
fn language(digest: &Digest) -> Lang {
    match digest.to.choices.language {
        MailLanguage::AsPages => Lang::from_code(&digest.to.pages_in).unwrap_or_default(),
        MailLanguage::Danish => Lang::Da,
        MailLanguage::English => Lang::En,
    }
}

/// A digest in words. `today` is the day it is in the municipality; `base` the address that all pages begin with.
pub(crate) fn written(place: &Place, today: Date, digest: &Digest, secret: Secret, base: &str, in_words: InWords) -> MadeMail {
    let lang = language(digest);
    let t = Speech::new(lang);
    let home = format!("{base}/{}", place.municipality.slug);
    let line = |to_do: &ToDo| {
        let about = in_words(&place.model, lang, &to_do.about);
        let due = to_do.due.map(|due| t.a("reminders-mail-due", "date", t.date_medium(due)));
        Line {
            title: in_words(&place.model, lang, &to_do.title),
            about: due.map_or_else(|| about.clone(), |due| format!("{about} · {due}")),
            href: format!("{home}/{}", to_do.path),
        }
    };
    let group = |when: &When| {
        let of_group: Vec<&ToDo> = digest.to_dos.iter().filter(|to_do| to_do.when(today) == *when).collect();
        let left = of_group.len().saturating_sub(UNDER_A_HEADING);
        (!of_group.is_empty()).then(|| Group {
            heading: t.say(&format!("reminders-when-{}", when.as_str())),
            lines: of_group.into_iter().take(UNDER_A_HEADING).map(line).collect(),
            more: if left == 0 { String::new() } else { t.n("reminders-mail-more", left) },
        })
    };
    let groups: Vec<Group> = When::ALL.iter().filter_map(group).collect();
    let links = Links {
        all: format!("{home}/opgaver"),
        choose: format!("{home}/paamindelser"),
        leave: format!("{base}/afmeld/{}", secret.as_str()),
    };
    let frame = framed(t, place, today, digest, groups.first().and_then(|group| group.lines.first()));
    let municipality = &place.municipality.name;
    MadeMail {
        key: digest.key.clone(),
        recipient: digest.to.email.clone(),
        content: MailContent {
            name: digest.to.name.clone(),
            language: lang.code().to_owned(),
            text: plain(t, &frame, &groups, &links, municipality),
            html: html(t, &frame, &groups, &links, municipality),
            subject: frame.subject,
            unsubscribe: links.leave,
        },
        secret,
    }
}

fn framed(t: Speech, place: &Place, today: Date, digest: &Digest, first: Option<&Line>) -> Frame {
    let count = digest.to_dos.len();
    let municipality = &place.municipality.name;
    let (subject, lead) = match digest.key.kind {
        MailKind::Weekly => {
            let late = digest.to_dos.iter().filter(|to_do| to_do.when(today) == When::Late).count();
            let subject = t.say_with("reminders-mail-weekly-subject", &Args::new().text("week", t.week(today)).count("late", late));
            let said = Args::new().count("count", count).text("municipality", municipality);
            (subject, t.say_with("reminders-mail-weekly-lead", &said))
        }
        MailKind::Deadline => {
            let due = digest.to_dos.iter().find_map(|to_do| to_do.due).unwrap_or(today);
            let title = first.map(|line| line.title.as_str()).unwrap_or_default();
            let said = Args::new().count("count", count).text("date", t.day_month(due)).text("title", title);
            let lead = Args::new().count("count", count).text("date", t.weekday_date(due)).text("municipality", municipality);
            (t.say_with("reminders-mail-deadline-subject", &said), t.say_with("reminders-mail-deadline-lead", &lead))
        }
    };
    Frame { subject, hello: t.a("reminders-mail-hello", "name", &digest.to.name), lead }
}

fn plain(t: Speech, frame: &Frame, groups: &[Group], links: &Links, municipality: &str) -> String {
    let mut text = format!("{}\n\n{}\n", frame.hello, frame.lead);
    for group in groups {
        let _ = write!(text, "\n{}\n{}\n", group.heading, "-".repeat(group.heading.chars().count()));
        for line in &group.lines {
            let _ = write!(text, "\n* {}\n  {}\n  {}\n", line.title, line.about, line.href);
        }
        if !group.more.is_empty() {
            let _ = write!(text, "\n  {}\n", group.more);
        }
    }
    let _ = write!(text, "\n{}:\n{}\n", t.say("reminders-mail-all"), links.all);
    let _ = write!(text, "\n-- \n{}\n", t.a("reminders-mail-why", "municipality", municipality));
    let _ = write!(text, "{}:\n{}\n", t.say("reminders-mail-choose"), links.choose);
    let _ = write!(text, "{}:\n{}\n", t.say("reminders-mail-leave"), links.leave);
    text
}

const BODY: &str =
    "margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5";
const LINK: &str = "color:#004d99";
const MUTED: &str = "color:#595959;font-size:14px";

fn html(t: Speech, frame: &Frame, groups: &[Group], links: &Links, municipality: &str) -> String {
    let link = |href: &str, text: &str| format!("<a href=\"{}\" style=\"{LINK}\">{}</a>", escaped(href), escaped(text));
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>{}</title></head>\n<body style=\"{BODY}\"><div style=\"max-width:640px\">\n<p>{}</p>\n<p>{}</p>\n",
        t.lang().code(),
        escaped(&frame.subject),
        escaped(&frame.hello),
        escaped(&frame.lead),
    );
    for group in groups {
        let _ = write!(
            html,
            "<h2 style=\"font-size:18px;margin:24px 0 8px\">{}</h2>\n<ul style=\"padding-left:20px;margin:0\">\n",
            escaped(&group.heading)
        );
        for line in &group.lines {
            let (title, about) = (link(&line.href, &line.title), escaped(&line.about));
            let _ = writeln!(html, "<li style=\"margin:0 0 12px\">{title}<br><span style=\"{MUTED}\">{about}</span></li>");
        }
        html.push_str("</ul>\n");
        if !group.more.is_empty() {
            let _ = writeln!(html, "<p style=\"{MUTED}\">{}</p>", escaped(&group.more));
        }
    }
    let _ = writeln!(html, "<p style=\"margin-top:24px\">{}</p>", link(&links.all, &t.say("reminders-mail-all")));
    let _ = writeln!(
        html,
        "<hr style=\"border:0;border-top:1px solid #cccccc;margin:24px 0 12px\">\n<p style=\"{MUTED}\">{}<br>{}<br>{}</p>\n</div></body></html>",
        escaped(&t.a("reminders-mail-why", "municipality", municipality)),
        link(&links.choose, &t.say("reminders-mail-choose")),
        link(&links.leave, &t.say("reminders-mail-leave")),
    );
    html
}

/// A text as it stands in HTML. What people wrote never becomes a tag.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}
