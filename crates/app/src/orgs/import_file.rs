//! From the bytes of an uploaded file to its cells. A file that cannot be one is refused in a sentence that says what it
//! looks like and what to do.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use pejl_domain::orgs::import::{Sheet, SheetRow};
use pejl_domain::{Refused, Sentence};

/// How large a file may be, in bytes: an organisation of 10,000 units is about two megabytes.
pub const MOST_BYTES: usize = 10 << 20;
/// How many rows a file may have.
pub const MOST_ROWS: usize = 50_000;

fn refused(key: &str) -> Refused {
    Refused::at("file", Sentence::new(key))
}

/// The file as text: UTF-8 with or without its mark, UTF-16 as Excel writes it, else Windows-1252.
///
/// # Errors
/// Refused beside the field `file` where it is empty, too large, a workbook, or no text at all.
pub fn decoded(bytes: &[u8]) -> Result<String, Refused> {
    if bytes.len() > MOST_BYTES {
        let sentence = Sentence::new("import-file-too-large").count("most", MOST_BYTES >> 20);
        return Err(Refused::at("file", sentence));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(refused("import-file-workbook"));
    }
    let text = match bytes {
        [0xFF, 0xFE, ..] => by(UTF_16LE, bytes),
        [0xFE, 0xFF, ..] => by(UTF_16BE, bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => by(WINDOWS_1252, bytes),
        },
    };
    let text = text.trim_start_matches('\u{feff}');
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(refused("import-file-binary"));
    }
    if text.trim().is_empty() {
        return Err(refused("import-file-empty"));
    }
    Ok(text.to_owned())
}

fn by(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode(bytes).0.into_owned()
}

/// The cells of a text whose columns are parted by `;`, `,` or tabs: whichever its first line has most of.
///
/// # Errors
/// Refused beside the field `file` where it has one column, no rows, too many, or a quotation mark that is never closed.
pub fn cells(text: &str) -> Result<Sheet, Refused> {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let Some(delimiter) = delimiter(header) else { return Err(refused("import-file-one-column")) };
    if let Some(line) = unclosed(text, char::from(delimiter)) {
        return Err(Refused::at("file", Sentence::new("import-file-unclosed").count("line", line)));
    }
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut lines = Lines::of(text);
    for record in reader.records() {
        let record = record.map_err(|_| refused("import-file-binary"))?;
        let begins = record.position().map_or(0, csv::Position::byte);
        let line = lines.at(usize::try_from(begins).unwrap_or(usize::MAX));
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if sheet.header.is_empty() {
            sheet.header = cells;
        } else if cells.iter().any(|c| !c.trim().is_empty()) {
            sheet.rows.push(SheetRow { line, cells });
        }
        if sheet.rows.len() > MOST_ROWS {
            let sentence = Sentence::new("import-file-too-many-rows").count("most", MOST_ROWS);
            return Err(Refused::at("file", sentence));
        }
    }
    if sheet.rows.is_empty() { Err(refused("import-file-header-only")) } else { Ok(sheet) }
}

/// Which sign parts the columns of a line; `None` where none does.
fn delimiter(header: &str) -> Option<u8> {
    let count = |sign: u8| header.bytes().filter(|b| *b == sign).count();
    // Where two are level, the first: Danish systems write `;`.
    [b';', b'\t', b','].into_iter().rev().max_by_key(|sign| count(*sign)).filter(|sign| count(*sign) > 0)
}

/// The line on which a quotation mark opens a cell that is never closed.
fn unclosed(text: &str, delimiter: char) -> Option<usize> {
    let (mut line, mut opened, mut at_start) = (1, None, true);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match (sign, opened) {
            ('"', None) if at_start => opened = Some(line),
            ('"', Some(_)) if signs.peek() == Some(&'"') => {
                signs.next();
            }
            ('"', Some(_)) => opened = None,
            _ => {}
        }
        line += usize::from(sign == '\n');
        at_start = sign == delimiter || sign == '\n';
    }
    opened
}

/// Tells on which line a byte stands, asked for in order.
struct Lines<'t> {
    text: &'t [u8],
    seen: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        Self { text: text.as_bytes(), seen: 0, line: 1 }
    }

    /// The line of the first byte from here on that is not the end of a line: empty lines belong to no record.
    fn at(&mut self, byte: usize) -> usize {
        let ends = |b: &u8| matches!(b, b'\n' | b'\r');
        let byte = byte.min(self.text.len());
        let begins = self.text[byte..].iter().position(|b| !ends(b)).map_or(byte, |skip| byte + skip);
        let passed = &self.text[self.seen.min(begins)..begins];
        self.line += passed.iter().filter(|b| **b == b'\n').count();
        self.seen = begins;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(outcome: Result<Sheet, Refused>) -> String {
        outcome.unwrap_err().reasons[0].sentence.key.clone()
    }

    fn read(bytes: &[u8]) -> Result<Sheet, Refused> {
        cells(&decoded(bytes)?)
    }

    #[test]
    fn the_same_file_is_read_the_same_from_every_system() {
        let text = "enhed_uuid;navn\na;Ærøskøbing Skole\n";
        let mark = [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat();
        let (windows, _, _) = WINDOWS_1252.encode(text);
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let commas = text.replace(';', ",");
        let tabs = text.replace(';', "\t").replace('\n', "\r\n");
        let plain = read(text.as_bytes()).unwrap();
        assert_eq!(plain.rows[0].cells, ["a", "Ærøskøbing Skole"]);
        for bytes in [&mark[..], &windows[..], &utf16[..], commas.as_bytes(), tabs.as_bytes()] {
            assert_eq!(read(bytes).unwrap(), plain);
        }
    }

    #[test]
    fn each_bad_file_gets_its_own_sentence() {
        assert_eq!(why(read(b"")), "import-file-empty");
        assert_eq!(why(read(b"\xEF\xBB\xBF \r\n ")), "import-file-empty");
        assert_eq!(why(read(b"navn;niveau\n")), "import-file-header-only");
        assert_eq!(why(read(b"navn;niveau\n;\n;;\n")), "import-file-header-only");
        assert_eq!(why(read(b"navn\nSkolen\n")), "import-file-one-column");
        assert_eq!(why(read(b"navn;niveau\n\"Skolen;institution\n")), "import-file-unclosed");
        assert_eq!(why(read(b"PK\x03\x04....")), "import-file-workbook");
        assert_eq!(why(read(&[0x89, b'P', b'N', b'G', 0, 1, 2, 3, b';'])), "import-file-binary");
        assert_eq!(why(read(&vec![b'a'; MOST_BYTES + 1])), "import-file-too-large");
        let many = format!("a;b\n{}", "x;y\n".repeat(MOST_ROWS + 1));
        assert_eq!(why(read(many.as_bytes())), "import-file-too-many-rows");
    }

    #[test]
    fn a_fault_is_told_on_the_line_a_spreadsheet_shows() {
        let sheet = read(b"navn;niveau\r\n\r\na;b\r\n\"c\r\nd\";e\r\n\r\nf;g").unwrap();
        let lines: Vec<usize> = sheet.rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [3, 4, 7]);
        assert_eq!(sheet.rows[1].cells[0], "c\r\nd");
    }

    #[test]
    fn the_line_of_an_unclosed_quotation_mark_is_named() {
        assert_eq!(unclosed("a;b\n\"c \"\"d\"\"\";\"e\nf\";g\n", ';'), None);
        assert_eq!(unclosed("a;b\n\"c\";d\ne;\"f\ng;h\n", ';'), Some(3));
        assert_eq!(unclosed("a;12\" rør\n", ';'), None);
    }
}
