//! Words shown to people stand in the catalogues, in both languages; not in the program, and not in a template.

use super::code::Source;

const DANISH: [char; 6] = ['æ', 'ø', 'å', 'Æ', 'Ø', 'Å'];
/// Rooms that make or read content: names and titles of made-up things, which nobody translates.
const CONTENT: [&str; 2] = ["synthetic", "demonstration"];

/// Danish in quotes on the floors that speak through the catalogues.
pub fn in_rust(sources: &[Source]) -> Vec<String> {
    let speaks =
        |s: &&Source| s.runs() && ["app", "web"].contains(&s.floor()) && !s.rooms().first().is_some_and(|r| CONTENT.contains(r));
    let mut faults = Vec::new();
    for source in sources.iter().filter(speaks) {
        let (_, quoted) = source.program();
        for q in quoted.iter().filter(|q| q.text.contains(DANISH)) {
            faults.push(format!("{}:{}: {:?} is said to people. Give it a key in both catalogues.", source.path, q.line, q.text));
        }
    }
    faults
}

/// What a template may say by itself: the product's name, and marks that are no words.
const SAYS_ITSELF: [&str; 2] = ["Pejl", "kr"];

/// Words in a template that come from no catalogue: text between tags, and attributes that are read aloud.
pub fn in_templates(templates: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for template in templates.iter().filter(|t| t.path.ends_with(".html")) {
        let plain = without(&without(&without(&without_classes(&template.text), "{#", "#}"), "{%", "%}"), "{{", "}}");
        let mut fault = |line: usize, word: &str| {
            faults.push(format!("{}:{line}: {word:?} stands in the template. Give it a key in both catalogues.", template.path));
        };
        for (line, text) in read_aloud(&plain) {
            for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() > 1 && !SAYS_ITSELF.contains(w)) {
                fault(line, word);
            }
        }
    }
    faults
}

/// The text with everything between two marks blanked out, line for line.
fn without(text: &str, open: &str, close: &str) -> String {
    let (mut kept, mut rest) = (String::with_capacity(text.len()), text);
    while let Some((before, after)) = rest.split_once(open) {
        kept.push_str(before);
        let (inside, next) = after.split_once(close).unwrap_or((after, ""));
        kept.extend(inside.chars().filter(|c| *c == '\n'));
        rest = next;
    }
    kept.push_str(rest);
    kept
}

/// The text without blocks that fill a class in: `{% block main_class %}pj-narrow{% endblock %}`.
fn without_classes(text: &str) -> String {
    let mut blocks = text.split("{% block ");
    let mut kept = blocks.next().unwrap_or_default().to_owned();
    for block in blocks {
        let fills_class = block.split_once(" %}").is_some_and(|(name, _)| name.ends_with("_class"));
        let after = || block.split_once("{% endblock").and_then(|(_, rest)| rest.split_once("%}")).map_or("", |(_, rest)| rest);
        kept.push_str(&if fills_class { after().to_owned() } else { format!("{{% block {block}") });
    }
    kept
}

/// The text without attributes: a macro that fills one in has it outside any tag.
fn without_attributes(text: &str) -> String {
    let mut pieces = text.split("=\"");
    let mut kept = String::new();
    let mut piece = pieces.next().unwrap_or_default();
    for next in pieces {
        let name = piece.len() - piece.chars().rev().take_while(|c| c.is_ascii_alphabetic() || *c == '-').count();
        kept.push_str(&piece[..name]);
        piece = next.split_once('"').map_or("", |(_, rest)| rest);
    }
    kept.push_str(piece);
    kept
}

/// Text between tags, and the values of attributes that are read aloud, each with its line.
fn read_aloud(html: &str) -> Vec<(usize, String)> {
    const ALOUD: [&str; 5] = ["title=\"", "alt=\"", "aria-label=\"", "placeholder=\"", "aria-description=\""];
    let (mut found, mut line) = (Vec::new(), 1);
    let mut between = String::new();
    let mut rest = html;
    while let Some(c) = rest.chars().next() {
        let tag = c == '<' && rest[1..].starts_with(|n: char| n.is_ascii_alphabetic() || n == '/' || n == '!');
        if tag {
            found.push((line, without_attributes(&std::mem::take(&mut between))));
            let end = end_of_tag(rest);
            let inside = &rest[..end];
            for start in ALOUD {
                let values = inside.match_indices(start).filter(|(at, _)| inside[..*at].ends_with(char::is_whitespace));
                for (at, _) in values {
                    let value = inside[at + start.len()..].split('"').next().unwrap_or_default();
                    found.push((line, value.to_owned()));
                }
            }
            line += inside.matches('\n').count();
            rest = &rest[end..];
        } else {
            if c == '&'
                && let Some(end) = rest.find(';').filter(|end| *end < 10)
            {
                rest = &rest[end + 1..]; // a named letter, such as &nbsp;
                continue;
            }
            line += usize::from(c == '\n');
            between.push(if c == '\n' { ' ' } else { c });
            rest = &rest[c.len_utf8()..];
        }
    }
    found.push((line, without_attributes(&between)));
    found
}

/// Where a tag ends; a `>` in quotes does not end it.
fn end_of_tag(html: &str) -> usize {
    let mut quoted = false;
    for (at, c) in html.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    #[test]
    fn danish_in_quotes_is_found_where_the_floor_speaks_through_catalogues() {
        let text = "let a = \"Målet er nået\"; // målet\n";
        assert_eq!(in_rust(&example("crates/web/src/page.rs", text)).len(), 1);
        assert!(in_rust(&example("crates/app/src/synthetic/words.rs", text)).is_empty());
        assert!(in_rust(&example("crates/lang/src/speech.rs", text)).is_empty());
    }

    #[test]
    fn a_word_in_a_template_is_found_between_tags_and_in_what_is_read_aloud() {
        let found = |html| in_templates(&example("crates/web/templates/a.html", html)).len();
        assert_eq!(found("<p>Gem</p>"), 1);
        assert_eq!(found("<button aria-label=\"Luk\" class=\"big button\">×</button>"), 1);
        assert_eq!(
            found("{% macro a %} aria-describedby=\"{{ id }}-hint\"{% endmacro %}{% block main_class %}wide{% endblock %}"),
            0
        );
        assert_eq!(found("{# remark #}<p class=\"a b\">{{ say(\"x\") }} &nbsp; {% if a > b %}·{% endif %} Pejl</p>"), 0);
    }
}
