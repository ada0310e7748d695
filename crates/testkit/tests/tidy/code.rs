//! Reading the house: its files, and in a Rust file what is program, what is text in quotes, and what is only remark or test.

use std::fs;
use std::path::{Path, PathBuf};

/// A file with its path from the top of the repository.
#[derive(Clone)]
pub struct Source {
    pub path: String,
    pub text: String,
}

/// A text in quotes.
pub struct Quoted {
    pub line: usize,
    pub text: String,
    /// The program right before it: `t.say(`.
    pub before: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The crate it belongs to: `web` for `crates/web/src/page.rs`.
    pub fn floor(&self) -> &str {
        self.path.strip_prefix("crates/").and_then(|p| p.split('/').next()).unwrap_or_default()
    }

    /// Its way within the crate's `src`: `["orgs", "list"]`; nothing for what stands elsewhere.
    pub fn rooms(&self) -> Vec<&str> {
        let inside = self.path.strip_prefix("crates/").and_then(|p| p.split_once("/src/"));
        inside.map_or_else(Vec::new, |(_, p)| p.trim_end_matches(".rs").split('/').collect())
    }

    pub fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Whether it is part of what runs: not a test, a bench, a build script or the kit that tests are built from.
    pub fn runs(&self) -> bool {
        self.is_rust() && self.path.contains("/src/") && self.floor() != "testkit"
    }

    /// The program with remarks, tests and the insides of quotes blanked out, line for line, and its quoted texts.
    pub fn program(&self) -> (String, Vec<Quoted>) {
        let (mut code, quoted) = parted(&self.text);
        let tests = test_modules(&code);
        let in_test = |line: usize| tests.iter().any(|(first, last)| (*first..=*last).contains(&line));
        let quoted = quoted.into_iter().filter(|q| !in_test(q.line)).collect();
        if !tests.is_empty() {
            let lines = code.lines().enumerate().map(|(i, line)| if in_test(i + 1) { "" } else { line });
            code = lines.collect::<Vec<_>>().join("\n");
        }
        (code, quoted)
    }
}

/// The top of the repository.
pub fn top() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Every Rust file.
pub fn program() -> Vec<Source> {
    everything().into_iter().filter(Source::is_rust).collect()
}

/// Every template.
pub fn templates() -> Vec<Source> {
    everything().into_iter().filter(|s| s.path.contains("/templates/")).collect()
}

/// Every text file that is ours: not what was built, installed or stored.
pub fn everything() -> Vec<Source> {
    let top = top();
    let mut found = Vec::new();
    walk(&top, &top, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(top: &Path, folder: &Path, found: &mut Vec<Source>) {
    const NOT_OURS: [&str; 8] = [".git", "target", "node_modules", "dist", "data", "corpus", "artifacts", "test-results"];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !NOT_OURS.contains(&name.as_str()) {
                walk(top, &path, found);
            }
        } else if let Ok(text) = fs::read_to_string(&path) {
            let path = path.strip_prefix(top).unwrap().to_string_lossy().into_owned();
            found.push(Source { path, text });
        }
    }
}

/// Parts a Rust text in program (remarks and the insides of quotes blanked out) and quoted texts.
fn parted(text: &str) -> (String, Vec<Quoted>) {
    let letters: Vec<char> = text.chars().collect();
    let (mut code, mut quoted) = (String::with_capacity(text.len()), Vec::new());
    let (mut at, mut line) = (0, 1);
    let starts = |at: usize, with: &str| with.chars().enumerate().all(|(i, c)| letters.get(at + i) == Some(&c));
    while at < letters.len() {
        let end = if starts(at, "//") {
            (at..letters.len()).find(|i| letters[*i] == '\n').unwrap_or(letters.len())
        } else if starts(at, "/*") {
            (at + 2..letters.len()).find(|i| starts(*i, "*/")).map_or(letters.len(), |i| i + 2)
        } else if let Some((from, to, end)) = quote(&letters, at) {
            let before: Vec<char> = code.trim_end().chars().rev().take(40).collect();
            quoted.push(Quoted { line, text: letters[from..to].iter().collect(), before: before.into_iter().rev().collect() });
            end
        } else if letters[at] == '\'' && letters.get(at + 1) == Some(&'\\') {
            (at + 3..letters.len()).find(|i| letters[*i] == '\'').map_or(letters.len(), |i| i + 1)
        } else if letters[at] == '\'' && letters.get(at + 2) == Some(&'\'') {
            at + 3
        } else {
            line += usize::from(letters[at] == '\n');
            code.push(letters[at]);
            at += 1;
            continue;
        };
        let lines = letters[at..end].iter().filter(|c| **c == '\n').count();
        code.push(' ');
        code.extend(std::iter::repeat_n('\n', lines));
        line += lines;
        at = end;
    }
    (code, quoted)
}

/// The quoted text that begins here: where its inside begins and ends, and where it is over.
fn quote(letters: &[char], at: usize) -> Option<(usize, usize, usize)> {
    let in_word = at > 0 && (letters[at - 1].is_alphanumeric() || letters[at - 1] == '_');
    if letters[at] == '"' {
        let mut i = at + 1;
        while i < letters.len() && letters[i] != '"' {
            i += if letters[i] == '\\' { 2 } else { 1 };
        }
        return Some((at + 1, i.min(letters.len()), (i + 1).min(letters.len())));
    }
    if letters[at] == 'r' && !in_word {
        let hashes = letters[at + 1..].iter().take_while(|c| **c == '#').count();
        let open = at + 1 + hashes;
        if letters.get(open) == Some(&'"') {
            let closes = |i: usize| letters[i] == '"' && (1..=hashes).all(|h| letters.get(i + h) == Some(&'#'));
            let end = (open + 1..letters.len()).find(|i| closes(*i)).unwrap_or(letters.len());
            return Some((open + 1, end, (end + 1 + hashes).min(letters.len())));
        }
    }
    None
}

/// The first and last line of everything that stands only in tests.
fn test_modules(code: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("#[cfg(test)]") {
        let first = code[..at].matches('\n').count() + 1;
        let (mut depth, mut end) = (0_usize, code.len());
        for (i, c) in code[at..].char_indices().skip("#[cfg(test)]".len()) {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                ';' => {}
                _ => continue,
            }
            if depth == 0 {
                end = at + i;
                break;
            }
        }
        found.push((first, code[..end].matches('\n').count() + 1));
    }
    found
}

/// The lines on which a word stands alone: not within a longer one.
pub fn lines_with_word(text: &str, word: &str) -> Vec<usize> {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(word)
        .filter(|(at, _)| !text[..*at].ends_with(part) && !text[at + word.len()..].starts_with(part))
        .map(|(at, _)| text[..at].matches('\n').count() + 1)
        .collect()
}

#[test]
fn program_quotes_and_remarks_are_told_apart() {
    let text = "let a = \"x // \\\" y\"; // remark \"no\"\nlet b = r#\"raw \"q\" \"#; /* \"no\" */ let c = '\"'; let d: &'a str;\n\
                #[cfg(test)]\nmod tests { const T: &str = \"test\"; }\nlet e = \"last\";";
    let (code, quoted) = Source::new("crates/x/src/y.rs", text).program();
    let texts: Vec<_> = quoted.iter().map(|q| (q.line, q.text.as_str())).collect();
    assert_eq!(texts, [(1, "x // \\\" y"), (2, "raw \"q\" "), (5, "last")]);
    assert!(code.contains("&'a str") && !code.contains("remark") && !code.contains("mod tests"), "{code}");
}
