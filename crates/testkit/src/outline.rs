//! A page as somebody hears it who does not see it: headings, links with where they lead, buttons with what they send,
//! fields with label, hint and error, tables with their heads, landmarks with their names. Not its classes and boxes, so that
//! a snapshot of it is read aloud in review and changes only when the page says or does something else.

use std::collections::HashSet;

use scraper::{ElementRef, Html, Selector};

/// How many choices of a list are spelled out.
const CHOICES: usize = 8;
/// How many rows of a table are spelled out.
const ROWS: usize = 6;

/// A page that was read.
pub struct Page {
    html: Html,
}

/// One of everything that `selector` means.
///
/// # Panics
/// Where it is no selector.
pub fn selector(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|e| panic!("{selector} is no selector: {e}"))
}

/// A text with every run of white space as one space.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(of: ElementRef) -> String {
    let mut out = String::new();
    gather(of, &mut out);
    tidy(&out)
}

/// What is read aloud of an element: pictures by their label, nothing of what is hidden from those who listen.
fn gather(of: ElementRef, out: &mut String) {
    for node in of.children() {
        if let Some(text) = node.value().as_text() {
            out.push_str(text);
        } else if let Some(child) = ElementRef::wrap(node) {
            let is_hidden = child.attr("aria-hidden") == Some("true");
            match child.value().name() {
                "script" | "style" | "template" => {}
                _ if is_hidden => {}
                "details" if child.attr("open").is_none() => {
                    child.select(&selector("summary")).take(1).for_each(|summary| gather(summary, out));
                }
                "svg" => out.push_str(child.attr("aria-label").unwrap_or_default()),
                name => {
                    let is_block =
                        matches!(name, "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "dt" | "dd" | "td" | "th" | "tr" | "br");
                    if is_block {
                        out.push(' ');
                    }
                    gather(child, out);
                    if is_block {
                        out.push(' ');
                    }
                }
            }
        }
    }
}

impl Page {
    /// Reads a page.
    pub fn read(html: &str) -> Self {
        Self { html: Html::parse_document(html) }
    }

    /// What the browser shows as the page's title.
    pub fn title(&self) -> String {
        self.first("title").unwrap_or_default()
    }

    /// The text of the first element a selector means.
    pub fn first(&self, of: &str) -> Option<String> {
        self.html.select(&selector(of)).next().map(text)
    }

    /// The texts of all elements a selector means.
    pub fn all(&self, of: &str) -> Vec<String> {
        self.html.select(&selector(of)).map(text).collect()
    }

    /// An attribute of all elements a selector means; those without it are left out.
    pub fn attributes(&self, of: &str, name: &str) -> Vec<String> {
        self.html.select(&selector(of)).filter_map(|e| e.attr(name)).map(ToOwned::to_owned).collect()
    }

    /// How many elements a selector means.
    pub fn count(&self, of: &str) -> usize {
        self.html.select(&selector(of)).count()
    }

    /// What stands in a field, to the letter: what a browser would send.
    pub fn value(&self, field: &str) -> Option<String> {
        let of = selector(&format!("[name=\"{field}\"]"));
        self.html.select(&of).find_map(|e| match e.value().name() {
            // A parser drops one line break right after <textarea>, as a browser does.
            "textarea" => Some(e.text().collect()),
            "select" => {
                let options: Vec<ElementRef> = e.select(&selector("option")).collect();
                let chosen = options.iter().find(|o| o.attr("selected").is_some()).or(options.first());
                chosen.map(|o| o.attr("value").map_or_else(|| text(*o), ToOwned::to_owned))
            }
            _ => match e.attr("type") {
                Some("radio" | "checkbox") => e.attr("checked").and(e.attr("value")).map(ToOwned::to_owned),
                _ => Some(e.attr("value").unwrap_or_default().to_owned()),
            },
        })
    }

    /// Every field of the form that posts to an address (`""` for the page's own, large one) and what a browser would send
    /// of it.
    pub fn form(&self, action: &str) -> Vec<(String, String)> {
        let (forms, large) = (selector("main form[method=post]"), selector("main form.pj-form[method=post]"));
        let named = self.html.select(&forms).find(|f| f.attr("action").unwrap_or_default() == action);
        let own = || if action.is_empty() { self.html.select(&large).next() } else { None };
        let form = named.or_else(own).unwrap_or_else(|| panic!("no form posts to {action:?} on this page:\n{}", self.outline()));
        let mut sent = Vec::new();
        for field in form.select(&selector("input[name], textarea[name], select[name]")) {
            let name = field.attr("name").unwrap_or_default().to_owned();
            match field.value().name() {
                "textarea" => sent.push((name, field.text().collect())),
                "select" => {
                    let options: Vec<ElementRef> = field.select(&selector("option")).collect();
                    if let Some(chosen) = options.iter().find(|o| o.attr("selected").is_some()).or(options.first()) {
                        sent.push((name, chosen.attr("value").map_or_else(|| text(*chosen), ToOwned::to_owned)));
                    }
                }
                _ if matches!(field.attr("type"), Some("radio" | "checkbox")) && field.attr("checked").is_none() => {}
                _ if field.attr("type") == Some("file") => {}
                _ => sent.push((name, field.attr("value").unwrap_or_default().to_owned())),
            }
        }
        sent
    }

    /// Everything that two elements share as their id.
    pub fn repeated_ids(&self) -> Vec<String> {
        let mut seen = HashSet::new();
        self.attributes("[id]", "id").into_iter().filter(|id| !seen.insert(id.clone())).collect()
    }

    /// The outline of what is in `main`, with the page's title above it.
    pub fn outline(&self) -> String {
        self.outline_of("main")
    }

    /// The outline of what is around `main`: the frame that all pages share.
    pub fn frame(&self) -> String {
        let mut lines = Lines::default();
        for part in self.html.select(&selector("body > header, body > footer, body > a, body > nav")) {
            self.walk(part, 0, &mut lines);
        }
        lines.0
    }

    fn outline_of(&self, of: &str) -> String {
        let mut lines = Lines::default();
        lines.push(0, &format!("title: {}", self.title()));
        for part in self.html.select(&selector(of)) {
            for child in part.children().filter_map(ElementRef::wrap) {
                self.walk(child, 0, &mut lines);
            }
        }
        lines.0
    }

    fn walk(&self, e: ElementRef, depth: usize, lines: &mut Lines) {
        if e.attr("aria-hidden") == Some("true") {
            return;
        }
        let name = e.value().name();
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name[1..].parse().unwrap_or(1);
                lines.push(depth, &format!("{} {}", "#".repeat(level), text(e)));
                self.inside(e, depth + 1, lines, true);
            }
            "a" => lines.push(depth, &link(e)),
            "button" => lines.push(depth, &button(e)),
            "form" => self.form_of(e, depth, lines),
            "input" | "textarea" | "select" => self.field(e, depth, lines),
            "fieldset" => {
                let legend = e.select(&selector("legend")).next().map(text).unwrap_or_default();
                lines.push(depth, &format!("group {legend:?}{}", self.described(e)));
                self.inside(e, depth + 1, lines, false);
            }
            "label" | "legend" | "script" | "style" | "option" | "svg" => {}
            "table" => self.table(e, depth, lines),
            "details" => {
                let summary = e.select(&selector("summary")).next().map(text).unwrap_or_default();
                let state = if e.attr("open").is_some() { "open" } else { "closed" };
                lines.push(depth, &format!("fold {summary:?} ({state})"));
                self.inside(e, depth + 1, lines, false);
            }
            "summary" => {}
            _ if self.describes(e) => {}
            "nav" | "aside" | "header" | "footer" | "main" => self.landmark(e, name, depth, lines),
            "section" | "div" if e.attr("role").is_some() || (name == "section" && e.attr("aria-label").is_some()) => {
                self.landmark(e, e.attr("role").unwrap_or("region"), depth, lines);
            }
            "dl" => {
                for row in e.select(&selector("dt")) {
                    let mut told = String::new();
                    for after in row.next_siblings().filter_map(ElementRef::wrap) {
                        if after.value().name() != "dd" {
                            break;
                        }
                        told = format!("{told} {}", text(after));
                    }
                    lines.push(depth, &format!("{}: {}", text(row), tidy(&told)));
                }
                self.inside(e, depth + 1, lines, true);
            }
            "p" | "li" | "span" | "strong" | "td" if is_plain(e) => {
                let said = text(e);
                if !said.is_empty() {
                    lines.push(depth, &format!("{}{said}", if name == "li" { "- " } else { "" }));
                }
            }
            _ => self.inside(e, depth, lines, false),
        }
    }

    /// The parts of an element; of a heading or a list of facts only what can be followed or pressed.
    fn inside(&self, e: ElementRef, depth: usize, lines: &mut Lines, only_ways: bool) {
        if only_ways {
            for way in e.select(&selector("a, button")) {
                self.walk(way, depth, lines);
            }
            return;
        }
        // Words that stand in a row are one line, up to the next thing that can be followed, pressed or filled in.
        let mut row = String::new();
        for child in e.children() {
            if let Some(words) = child.value().as_text() {
                row.push_str(words);
            } else if let Some(child) = ElementRef::wrap(child) {
                if is_inline(child) && is_plain(child) {
                    if child.attr("aria-hidden") != Some("true") && !self.describes(child) {
                        gather(child, &mut row);
                        row.push(' ');
                    }
                } else {
                    lines.push(depth, &tidy(&row));
                    row.clear();
                    self.walk(child, depth, lines);
                }
            }
        }
        lines.push(depth, &tidy(&row));
    }

    fn landmark(&self, e: ElementRef, name: &str, depth: usize, lines: &mut Lines) {
        let label = self.label(e);
        lines.push(depth, &if label.is_empty() { format!("[{name}]") } else { format!("[{name} {label:?}]") });
        self.inside(e, depth + 1, lines, false);
    }

    fn form_of(&self, e: ElementRef, depth: usize, lines: &mut Lines) {
        let method = e.attr("method").unwrap_or("get").to_uppercase();
        let to = e.attr("action").unwrap_or("here");
        let hidden: Vec<&str> = e.select(&selector("input[type=hidden]")).filter_map(|i| i.attr("name")).collect();
        let with = if hidden.is_empty() { String::new() } else { format!(" with {}", hidden.join(", ")) };
        lines.push(depth, &format!("form {method} → {to}{with}"));
        self.inside(e, depth + 1, lines, false);
    }

    fn field(&self, e: ElementRef, depth: usize, lines: &mut Lines) {
        let kind = match e.value().name() {
            "input" => e.attr("type").unwrap_or("text"),
            other => other,
        };
        if kind == "hidden" {
            return;
        }
        let value = match kind {
            "radio" | "checkbox" => (if e.attr("checked").is_some() { " (chosen)" } else { "" }).to_owned(),
            "select" => {
                let options: Vec<String> = e
                    .select(&selector("option"))
                    .map(|o| format!("{}{}", text(o), if o.attr("selected").is_some() { "*" } else { "" }))
                    .collect();
                let more = options.len().saturating_sub(CHOICES);
                let shown = options.iter().take(CHOICES).cloned().collect::<Vec<_>>().join(" | ");
                format!(": {shown}{}", if more > 0 { format!(" | … {more} more") } else { String::new() })
            }
            "textarea" => short(&tidy(&e.text().collect::<String>())),
            "password" | "file" => String::new(),
            _ => short(e.attr("value").unwrap_or_default()),
        };
        let must = if e.attr("aria-required").is_some() || e.attr("required").is_some() { " (must)" } else { "" };
        lines.push(depth, &format!("{kind} {:?}{must}{value}{}", self.label(e), self.described(e)));
    }

    /// The name an element is called by those who listen.
    fn label(&self, e: ElementRef) -> String {
        if let Some(label) = e.attr("aria-label") {
            return label.to_owned();
        }
        if let Some(ids) = e.attr("aria-labelledby") {
            return tidy(&ids.split(' ').map(|id| self.by_id(id)).collect::<Vec<_>>().join(" "));
        }
        let by_for = e.attr("id").and_then(|id| self.html.select(&selector(&format!("label[for=\"{id}\"]"))).next());
        by_for.map(text).unwrap_or_default()
    }

    /// Whether it is the hint or the error of a field, and told with it.
    fn describes(&self, e: ElementRef) -> bool {
        e.attr("id").is_some_and(|id| self.count(&format!("[aria-describedby~=\"{id}\"]")) > 0)
    }

    /// Its hint and its error.
    fn described(&self, e: ElementRef) -> String {
        let said = e.attr("aria-describedby").unwrap_or_default().split(' ').filter(|id| !id.is_empty());
        said.map(|id| format!(" — {}", self.by_id(id))).collect()
    }

    fn by_id(&self, id: &str) -> String {
        let found = self.html.select(&selector(&format!("[id=\"{id}\"]"))).next();
        found.map_or_else(|| format!("MISSING #{id}"), text)
    }

    fn table(&self, e: ElementRef, depth: usize, lines: &mut Lines) {
        let caption = e.select(&selector("caption")).next().map(text).unwrap_or_default();
        let heads: Vec<String> = e.select(&selector("thead th, thead td")).map(text).collect();
        let rows: Vec<ElementRef> = e.select(&selector("tbody tr")).collect();
        lines.push(depth, &format!("table {caption:?}: {} ({} rows)", heads.join(" | "), rows.len()));
        for row in rows.iter().take(ROWS) {
            let cells: Vec<String> = row.select(&selector("th, td")).map(text).collect();
            lines.push(depth + 1, &cells.join(" | "));
        }
        if let Some(row) = rows.first() {
            self.inside(*row, depth + 2, lines, true);
        }
    }
}

fn is_inline(e: ElementRef) -> bool {
    matches!(
        e.value().name(),
        "span" | "strong" | "em" | "b" | "i" | "small" | "time" | "code" | "br" | "del" | "ins" | "abbr" | "svg"
    )
}

/// Whether there are only words in it.
fn is_plain(e: ElementRef) -> bool {
    e.select(&selector("a, button, input, textarea, select, ul, ol, dl, p, form, details, table, h2, h3, h4")).next().is_none()
}

fn short(value: &str) -> String {
    match value.chars().count() {
        0 => String::new(),
        1..=60 => format!(" = {value:?}"),
        n => format!(" = {:?}… ({n} characters)", value.chars().take(60).collect::<String>()),
    }
}

fn link(e: ElementRef) -> String {
    let label = e.attr("aria-label").map_or_else(|| text(e), ToOwned::to_owned);
    let here = if e.attr("aria-current").is_some() { " (here)" } else { "" };
    format!("link {label:?} → {}{here}", e.attr("href").unwrap_or("NOWHERE"))
}

fn button(e: ElementRef) -> String {
    let label = e.attr("aria-label").map_or_else(|| text(e), ToOwned::to_owned);
    let to = e.attr("formaction").map(|a| format!(" → {a}")).unwrap_or_default();
    format!("button {label:?}{to}")
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn push(&mut self, depth: usize, line: &str) {
        if !line.trim().is_empty() {
            self.0.push_str(&"  ".repeat(depth));
            self.0.push_str(line.trim_end());
            self.0.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_read_with_its_label_hint_and_error() {
        let page = Page::read(
            r#"<title>T</title><main><h1>Hej <svg aria-hidden="true"></svg>du</h1><form method="post"><label for="a">Navn</label>
            <span id="h">Et ord</span><span id="e">Fejl: tomt</span>
            <input id="a" name="n" value="x" aria-required="true" aria-describedby="h e"><button>Gem</button></form></main>"#,
        );
        assert_eq!(
            page.outline(),
            "title: T\n# Hej du\nform POST → here\n  text \"Navn\" (must) = \"x\" — Et ord — Fejl: tomt\n  button \"Gem\"\n"
        );
    }

    #[test]
    fn a_description_that_points_to_nothing_shows() {
        let page = Page::read(r#"<main><input type="text" aria-describedby="gone"></main>"#);
        assert!(page.outline().contains("MISSING #gone"));
    }

    #[test]
    fn what_a_browser_would_send_is_read_back_to_the_letter() {
        let page = Page::read(
            "<main><form class=pj-form method=post action=/x><textarea name=t>\n a\nb &lt;</textarea><select name=s><option value=1>x<option value=2 selected>y</select></form></main>",
        );
        assert_eq!(page.form(""), [("t".into(), " a\nb <".into()), ("s".into(), "2".into())]);
    }
}
