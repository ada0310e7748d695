//! A paper as a DOCX: WordprocessingML (ECMA-376) in a zip, with real headings, header rows and a language.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::xml::escaped;
use crate::{Block, Level, MADE_BY, Paper, Table, Unwritten};

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const WORD: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// A4 with 2.5 cm margins, in twentieths of a point.
const PAGE: &str = r#"<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>"#;
/// The width between the margins.
const TEXT_WIDTH: usize = 9070;

/// Writes a paper as a DOCX.
///
/// # Errors
/// [`Unwritten`] where the container cannot be written; never because of what stands on the paper.
pub fn docx(paper: &Paper) -> Result<Vec<u8>, Unwritten> {
    let mut body = Body::default();
    body.paragraph("Title", &paper.title);
    for block in &paper.blocks {
        body.block(block);
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // No time of day in it: the same paper is the same bytes.
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", core(paper)),
        ("docProps/app.xml", app()),
        ("word/document.xml", body.document()),
        ("word/styles.xml", styles(paper.language)),
        ("word/settings.xml", settings(paper.language)),
        ("word/numbering.xml", body.numbering()),
        ("word/footer1.xml", footer(&paper.foot)),
        ("word/_rels/document.xml.rels", body.relations()),
    ];
    for (name, text) in parts {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The document as it grows: its paragraphs, and what they refer to.
#[derive(Default)]
struct Body {
    text: String,
    /// What stands before the items of each kind of list, in the order they first came.
    markers: Vec<String>,
    /// Where the links lead, in order.
    links: Vec<String>,
}

impl Body {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, text) => self.paragraph(style_of(*level), text),
            Block::Text(text) => {
                for paragraph in text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()) {
                    self.paragraph("Normal", paragraph);
                }
            }
            Block::Fact(label, said) => {
                let bold = format!(r#"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{}: </w:t></w:r>"#, escaped(label));
                self.text += &format!(r#"<w:p><w:pPr><w:pStyle w:val="Fact"/></w:pPr>{bold}{}</w:p>"#, run(said));
            }
            Block::List(marker, items) => {
                let list = self.list(marker);
                for item in items {
                    self.item(list, &run(item));
                }
            }
            Block::Links(links) => {
                let list = self.list("•");
                for (title, address) in links {
                    self.links.push(address.clone());
                    let run = format!(
                        r#"<w:hyperlink r:id="rLink{}" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>{}</w:r></w:hyperlink>"#,
                        self.links.len(),
                        texts(title)
                    );
                    self.item(list, &run);
                }
            }
            Block::Table(table) => self.table(table),
        }
    }

    fn paragraph(&mut self, style: &str, text: &str) {
        self.text += &format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}</w:p>"#, run(text));
    }

    fn item(&mut self, list: usize, run: &str) {
        self.text += &format!(
            r#"<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list}"/></w:numPr></w:pPr>{run}</w:p>"#
        );
    }

    /// The number of the list with this before its items, from 1.
    fn list(&mut self, marker: &str) -> usize {
        let at = self.markers.iter().position(|known| known == marker);
        at.unwrap_or_else(|| {
            self.markers.push(marker.to_owned());
            self.markers.len() - 1
        }) + 1
    }

    fn table(&mut self, table: &Table) {
        self.paragraph("Caption", &table.caption);
        let columns = table.head.len().max(1);
        let width = TEXT_WIDTH / columns;
        let caption = escaped(&table.caption);
        self.text += &format!(
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{caption}"/><w:tblDescription w:val="{caption}"/></w:tblPr><w:tblGrid>{}</w:tblGrid>"#,
            format!(r#"<w:gridCol w:w="{width}"/>"#).repeat(columns)
        );
        self.row(&table.head, columns, width, true);
        for row in &table.rows {
            self.row(row, columns, width, false);
        }
        self.text += "</w:tbl><w:p/>";
    }

    fn row(&mut self, cells: &[String], columns: usize, width: usize, is_head: bool) {
        let header = if is_head { "<w:tblHeader/>" } else { "" };
        let style = if is_head { "TableHead" } else { "TableText" };
        self.text += &format!("<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>");
        for at in 0..columns {
            let text = cells.get(at).map_or("", String::as_str);
            self.text += &format!(
                r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{}</w:p></w:tc>"#,
                run(text)
            );
        }
        self.text += "</w:tr>";
    }

    fn document(&self) -> String {
        let foot = r#"<w:footerReference w:type="default" r:id="rFooter"/>"#;
        format!("{HEAD}<w:document {WORD}><w:body>{}<w:sectPr>{foot}{PAGE}</w:sectPr></w:body></w:document>", self.text)
    }

    /// A list's own marker is part of the list, not of the text: programs that read aloud say it, and it is not copied twice.
    fn numbering(&self) -> String {
        let lists = self.markers.iter().enumerate().map(|(at, marker)| {
            format!(
                r#"<w:abstractNum w:abstractNumId="{at}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>"#,
                escaped(marker)
            )
        });
        let lists: String = lists.collect();
        let uses =
            (0..self.markers.len()).map(|at| format!(r#"<w:num w:numId="{}"><w:abstractNumId w:val="{at}"/></w:num>"#, at + 1));
        format!("{HEAD}<w:numbering {WORD}>{lists}{}</w:numbering>", uses.collect::<String>())
    }

    fn relations(&self) -> String {
        let part = |id: &str, kind: &str, target: &str| {
            format!(r#"<Relationship Id="{id}" Type="{RELATIONS}/{kind}" Target="{target}"/>"#)
        };
        let links = self.links.iter().enumerate().map(|(at, address)| {
            format!(
                r#"<Relationship Id="rLink{}" Type="{RELATIONS}/hyperlink" Target="{}" TargetMode="External"/>"#,
                at + 1,
                escaped(address)
            )
        });
        relationships(
            &[
                part("rStyles", "styles", "styles.xml"),
                part("rSettings", "settings", "settings.xml"),
                part("rNumbering", "numbering", "numbering.xml"),
                part("rFooter", "footer", "footer1.xml"),
            ]
            .into_iter()
            .chain(links)
            .collect::<String>(),
        )
    }
}

const fn style_of(level: Level) -> &'static str {
    match level {
        Level::One => "Heading1",
        Level::Two => "Heading2",
        Level::Three => "Heading3",
    }
}

fn run(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("<w:r>{}</w:r>", texts(text)) }
}

/// The inside of a run: line ends and tabs are elements of their own.
fn texts(text: &str) -> String {
    let line = |line: &str| {
        let pieces = line.split('\t').map(|piece| format!(r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(piece)));
        pieces.collect::<Vec<_>>().join("<w:tab/>")
    };
    text.lines().map(line).collect::<Vec<_>>().join("<w:br/>")
}

fn relationships(inside: &str) -> String {
    format!(r#"{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>"#)
}

fn content_types() -> String {
    const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let part = |name: &str, kind: &str| format!(r#"<Override PartName="{name}" ContentType="{kind}"/>"#);
    let parts = [
        part("/word/document.xml", &format!("{TYPE}.document.main+xml")),
        part("/word/styles.xml", &format!("{TYPE}.styles+xml")),
        part("/word/settings.xml", &format!("{TYPE}.settings+xml")),
        part("/word/numbering.xml", &format!("{TYPE}.numbering+xml")),
        part("/word/footer1.xml", &format!("{TYPE}.footer+xml")),
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ];
    format!(
        r#"{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{}</Types>"#,
        parts.concat()
    )
}

fn package_relations() -> String {
    const CORE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relationships(&format!(
        r#"<Relationship Id="rDocument" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="rCore" Type="{CORE}" Target="docProps/core.xml"/><Relationship Id="rApp" Type="{RELATIONS}/extended-properties" Target="docProps/app.xml"/>"#
    ))
}

fn core(paper: &Paper) -> String {
    format!(
        r#"{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:creator>{MADE_BY}</dc:creator><dc:language>{}</dc:language></cp:coreProperties>"#,
        escaped(&paper.title),
        escaped(paper.language)
    )
}

fn app() -> String {
    format!(
        r#"{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>{MADE_BY}</Application></Properties>"#
    )
}

/// Today's Word, not the one of 2007 it otherwise shows such a document as.
fn settings(language: &str) -> String {
    format!(
        r#"{HEAD}<w:settings {WORD}><w:displayBackgroundShape/><w:defaultTabStop w:val="851"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="{}"/></w:settings>"#,
        escaped(language)
    )
}

fn footer(foot: &str) -> String {
    let field = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    format!(
        r#"{HEAD}<w:ftr {WORD}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{}<w:r><w:tab/></w:r>{}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>{}<w:r><w:t>1</w:t></w:r>{}</w:p></w:ftr>"#,
        run(foot),
        field("begin"),
        field("separate"),
        field("end")
    )
}

/// The built-in names are what Word, LibreOffice and agenda systems know headings by; in a Danish Word they are shown in Danish.
fn styles(language: &str) -> String {
    let heading = |id: &str, name: &str, size: u8, before: u16, outline: Option<u8>| {
        let outline = outline.map(|level| format!(r#"<w:outlineLvl w:val="{level}"/>"#)).unwrap_or_default();
        format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="80"/>{outline}</w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>"#
        )
    };
    let paragraph = |id: &str, name: &str, layout: &str, letters: &str| {
        format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr>{layout}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"#
        )
    };
    let line = |side: &str| format!(r#"<w:{side} w:val="single" w:sz="4" w:space="0" w:color="767676"/>"#);
    let all = [
        format!(
            r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="{0}" w:eastAsia="{0}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"#,
            escaped(language)
        ),
        r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#.to_owned(),
        r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>"#.to_owned(),
        heading("Title", "Title", 40, 0, None),
        heading("Heading1", "heading 1", 28, 320, Some(0)),
        heading("Heading2", "heading 2", 24, 240, Some(1)),
        heading("Heading3", "heading 3", 22, 200, Some(2)),
        paragraph("Fact", "Fact", r#"<w:spacing w:after="40"/>"#, ""),
        paragraph("ListParagraph", "List Paragraph", r#"<w:spacing w:after="80"/>"#, ""),
        paragraph("Caption", "caption", r#"<w:keepNext/><w:spacing w:before="160" w:after="80"/>"#, r#"<w:b/><w:sz w:val="20"/>"#),
        paragraph("TableHead", "Table Head", r#"<w:keepNext/><w:spacing w:before="40" w:after="40"/>"#, "<w:b/>"),
        paragraph("TableText", "Table Text", r#"<w:spacing w:before="40" w:after="40"/>"#, ""),
        paragraph("Footer", "footer", r#"<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>"#, r#"<w:sz w:val="18"/>"#),
        r#"<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="00505C"/><w:u w:val="single"/></w:rPr></w:style>"#.to_owned(),
        r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#.to_owned(),
        format!(
            r#"<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{}{}{}{}{}{}</w:tblBorders></w:tblPr></w:style>"#,
            line("top"),
            line("left"),
            line("bottom"),
            line("right"),
            line("insideH"),
            line("insideV")
        ),
    ];
    format!("{HEAD}<w:styles {WORD}>{}</w:styles>", all.concat())
}
