//! Names that must not stand in the program: a municipality's, and the machine's it was written on.

use super::code::{Source, lines_with_word};

/// Denmark's 98 municipalities. What one of them does differently stands in its model, never in the program.
const MUNICIPALITIES: [&str; 98] = [
    "Aabenraa",
    "Aalborg",
    "Aarhus",
    "Albertslund",
    "Allerød",
    "Assens",
    "Ballerup",
    "Billund",
    "Bornholm",
    "Brøndby",
    "Brønderslev",
    "Dragør",
    "Egedal",
    "Esbjerg",
    "Fanø",
    "Favrskov",
    "Faxe",
    "Fredensborg",
    "Fredericia",
    "Frederiksberg",
    "Frederikshavn",
    "Frederikssund",
    "Furesø",
    "Faaborg-Midtfyn",
    "Gentofte",
    "Gladsaxe",
    "Glostrup",
    "Greve",
    "Gribskov",
    "Guldborgsund",
    "Haderslev",
    "Halsnæs",
    "Hedensted",
    "Helsingør",
    "Herlev",
    "Herning",
    "Hillerød",
    "Hjørring",
    "Holbæk",
    "Holstebro",
    "Horsens",
    "Hvidovre",
    "Høje-Taastrup",
    "Hørsholm",
    "Ikast-Brande",
    "Ishøj",
    "Jammerbugt",
    "Kalundborg",
    "Kerteminde",
    "Kolding",
    "København",
    "Køge",
    "Langeland",
    "Lejre",
    "Lemvig",
    "Lolland",
    "Lyngby-Taarbæk",
    "Læsø",
    "Mariagerfjord",
    "Middelfart",
    "Morsø",
    "Norddjurs",
    "Nordfyns",
    "Nyborg",
    "Næstved",
    "Odder",
    "Odense",
    "Odsherred",
    "Randers",
    "Rebild",
    "Ringkøbing-Skjern",
    "Ringsted",
    "Roskilde",
    "Rudersdal",
    "Rødovre",
    "Samsø",
    "Silkeborg",
    "Skanderborg",
    "Skive",
    "Slagelse",
    "Solrød",
    "Sorø",
    "Stevns",
    "Struer",
    "Svendborg",
    "Syddjurs",
    "Sønderborg",
    "Thisted",
    "Tønder",
    "Tårnby",
    "Vallensbæk",
    "Varde",
    "Vejen",
    "Vejle",
    "Vesthimmerlands",
    "Viborg",
    "Vordingborg",
    "Ærø",
];

/// Municipalities named in what runs, in code or in quotes, as people write them or as addresses do. Remarks may name one:
/// they cite documents.
pub fn municipalities(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|s| s.runs()) {
        let (code, quoted) = source.program();
        let texts = std::iter::once((1, code.as_str())).chain(quoted.iter().map(|q| (q.line, q.text.as_str())));
        for (first, text) in texts {
            for name in MUNICIPALITIES {
                let lines = lines_with_word(text, name).into_iter().chain(lines_with_word(text, &address(name)));
                for line in lines {
                    faults.push(format!(
                        "{}:{}: names {name}. What is {name}'s own belongs in its model or its demonstration content.",
                        source.path,
                        first + line - 1
                    ));
                }
            }
        }
    }
    faults
}

/// The name as it stands in addresses. Names that are also common words keep their capital, so that the word may be used.
fn address(name: &str) -> String {
    if ["Greve", "Odder", "Skive", "Varde", "Vejen", "Assens"].contains(&name) {
        return name.to_owned();
    }
    name.to_lowercase().replace('æ', "ae").replace('ø', "oe").replace('å', "aa")
}

/// Beginnings of paths that exist on one machine only, put together here so that this file does not hold them itself.
const FOLDERS: [&str; 4] = ["tmp", "root", "home", "work"];
/// A socket needs a short path, so a server for tests stands at one that is named.
const MAY: [&str; 3] = ["scripts/postgres.sh", "crates/testkit/src/engines.rs", ".gitignore"];

/// Paths of one machine, in any file.
pub fn machines(sources: &[Source]) -> Vec<String> {
    let mut faults = Vec::new();
    for source in sources.iter().filter(|s| !MAY.contains(&s.path.as_str())) {
        for folder in FOLDERS {
            let path = format!("/{folder}/");
            for (at, _) in source.text.match_indices(&path) {
                let in_path = source.text[..at].ends_with(|c: char| c.is_alphanumeric() || "._-}])$*".contains(c));
                if !in_path {
                    let line = source.text[..at].matches('\n').count() + 1;
                    faults.push(format!("{}:{line}: {path} is a folder of one machine. Take the path as an argument, or stay within the repository.", source.path));
                }
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::*;

    #[test]
    fn a_municipality_in_code_or_quotes_is_found_and_one_in_a_remark_or_test_is_not() {
        let named = |text| municipalities(&example("crates/web/src/page.rs", text)).len();
        assert_eq!(named("if slug == \"silkeborg\" {}"), 1);
        assert_eq!(named("let a = \"Høje-Taastrup\";"), 1);
        assert_eq!(named("struct Hvidovre;"), 1);
        assert_eq!(named("// as in Sorø's portrait\n#[cfg(test)]\nmod tests { const A: &str = \"Sorø\"; }"), 0);
        assert_eq!(named("let a = \"på vejen\"; let Vejlederen = 1;"), 0);
    }

    #[test]
    fn a_path_of_one_machine_is_found() {
        let found = |text: String| machines(&example("docs/a.md", &text)).len();
        assert_eq!(found(format!("see /{}/x", "tmp")), 1);
        assert_eq!(found(format!("docs/{}/x and $HOME/{}/x", "tmp", "work")), 0);
    }
}
