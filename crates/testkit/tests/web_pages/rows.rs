//! The rows of the routes of elements, of agreements, of follow-up and of the wheel: who may go through, and what is sent.

use pejl_domain::chain::Element;
use pejl_testkit::pages::CONSULTANT;

use crate::chain::Chain;
use crate::rounds::{CLOSED, HEAD, LEADER, OPEN};
use crate::routes::{Door, Ground, Row, form};

/// A route of follow-up, on the round that runs; what is frozen, on the closed one.
pub fn round_row(rest: &str, ground: &Ground) -> Option<Row> {
    let at = |path: String, door, fields: &[(&'static str, &str)]| Some(Row { path, door, form: form(fields), file: None });
    let (school, department, objective) = (ground.school.number, ground.department.number, ground.objective.number);
    let Some(of) = rest.strip_prefix("/{year}/{round}") else {
        return match rest {
            "" => at("/testby/opfoelgning".to_owned(), Door::Everybody, &[]),
            "/planlaeg" => at("/testby/opfoelgning/planlaeg".to_owned(), Door::Kept, &[("runde", "aarsstatus"), ("aar", "2018")]),
            _ => None,
        };
    };
    let open = |rest: &str| format!("{OPEN}{rest}");
    let report = || {
        let fields = [("mark", "met"), ("done", "Vi læser hver morgen."), ("goer", "gem")];
        let form = crate::rounds::typed(&school.to_string(), 2, &fields);
        let form = form.into_iter().map(|(name, value)| (&*name.leak(), value)).collect();
        Some(Row { path: open(&format!("{of}?enhed=E-6")), door: Door::Tended(LEADER), form, file: None })
    };
    match of {
        "" | "/resume" | "/mangler" | "/sammenlign" | "/tilbagemeldinger" => at(open(of), Door::Everybody, &[]),
        "/frosset" | "/frosset.json" => at(format!("{CLOSED}{of}?enhed=E-6"), Door::Everybody, &[]),
        "/min" | "/min/gem" => report(),
        "/indberetning/{number}" => at(open(&format!("/indberetning/{department}")), Door::Everybody, &[]),
        "/bilag/{evidence}" => at(open(&format!("/bilag/{}", ground.rounds.evidence)), Door::Everybody, &[]),
        "/godkend" => at(open(of), Door::Tended(CONSULTANT), &[("goal", &ground.rounds.submitted), ("enhed", "E-4")]),
        "/indberetning/{number}/send-tilbage" => {
            let path = open(&format!("/indberetning/{department}/send-tilbage"));
            at(path, Door::Tended(CONSULTANT), &[("version", "2"), ("note", "Hvilke klasser?")])
        }
        "/maal/{number}/dokumentation" => Some(Row {
            path: open(&format!("/maal/{school}/dokumentation")),
            door: Door::Tended(CONSULTANT),
            form: Vec::new(),
            file: Some("klasse;minutter\n4b;21\n"),
        }),
        "/maal/{number}/dokumentation/fjern" => {
            let path = open(&format!("/maal/{school}/dokumentation/fjern"));
            at(path, Door::Tended(CONSULTANT), &[("id", &ground.rounds.evidence)])
        }
        "/plan" => {
            let fields = [
                ("version", "2"),
                ("cut-off", "1/6-2018"),
                ("deadline-institution", "12/6-2018"),
                ("deadline-afdeling", "22/6-2018"),
            ];
            at(open(of), Door::Kept, &fields)
        }
        "/aabn" | "/saml" | "/genaabn" | "/luk" => at(open(of), Door::Kept, &[("version", "2")]),
        "/vurdering" => at(
            open("/vurdering?enhed=E-6"),
            Door::Tended(CONSULTANT),
            &[("version", "0"), ("text", "Et godt halvår."), ("asked", "")],
        ),
        "/bedoem/{number}" => {
            let fields = [("version", "0"), ("mark", "partly"), ("grounds", "Et af to mål er nået.")];
            at(open(&format!("/bedoem/{objective}")), Door::Tended(CONSULTANT), &fields)
        }
        "/tilbagemelding" => {
            at(open("/tilbagemelding?enhed=E-4"), Door::Tended(HEAD), &[("to", "E-6"), ("kind", "praise"), ("text", "Flot.")])
        }
        "/konsekvens" => {
            let fields = [("consequence", "anerkendelse"), ("goal", ""), ("grounds", "Flere læser.")];
            at(open("/konsekvens?enhed=E-6"), Door::Tended(CONSULTANT), &fields)
        }
        "/tilbagemeldinger/{feedback}" => {
            let path = open(&format!("/tilbagemeldinger/{}", ground.rounds.feedback));
            at(path, Door::Tended(LEADER), &[("version", "1"), ("answer", "Til august.")])
        }
        _ => None,
    }
}

/// A route of agreements, on the school's, which is in dialogue.
pub fn agreement_row(rest: &str, ground: &Ground) -> Option<Row> {
    let agreed = &ground.agreed;
    let of = |path: String, door, fields: &[(&'static str, &str)]| Some(Row { path, door, form: form(fields), file: None });
    let tended = Door::Tended(CONSULTANT);
    let leader = Door::Tended(LEADER);
    let Some(deed) = rest.strip_prefix("/{number}") else {
        return match rest {
            "r" => of("/testby/aftaler".to_owned(), Door::Everybody, &[]),
            "r/sigtelinje" => of("/testby/aftaler/sigtelinje?enhed=E-6".to_owned(), Door::Everybody, &[]),
            "r/ny" => {
                let path = "/testby/aftaler/ny?slags=virksomhedsaftale".to_owned();
                of(path, tended, &[("agents", "E-7"), ("from", "2018"), ("years", "1")])
            }
            "r/godkend" => {
                of("/testby/aftaler/godkend?organ=E-4".to_owned(), tended, &[("on", "1/6-2018"), ("case", "EKS-2018-8")])
            }
            "r/naeste-aar" => of("/testby/aftaler/naeste-aar?aar=2018".to_owned(), tended, &[("aar", "2018")]),
            _ => None,
        };
    };
    let at = |door, fields: &[(&'static str, &str)]| {
        let deed = deed.replace("{counter}", &agreed.counter);
        let row = of(format!("{}{deed}", agreed.path), door, fields)?;
        Some(Row { form: row.form.into_iter().chain([("version", agreed.version.clone())]).collect(), ..row })
    };
    match deed {
        "" | "/kontrol" => at(Door::Everybody, &[]),
        "/forskel" => at(Door::Everybody, &[]),
        "/ret" => at(tended, &[("section-0", "Vi læser hver dag."), ("goer", "gem")]),
        "/hoer" | "/dialog" | "/send" | "/opgiv-aendring" | "/naeste-aar" => at(tended, &[]),
        "/input" => at(tended, &[("group", "employees"), ("from", "MED-møde"), ("text", "Vi er med.")]),
        "/send-tilbage" | "/traek-tilbage" | "/rapport-tilbage" | "/afslut" => at(tended, &[("note", "Vi venter.")]),
        "/aendring" => at(tended, &[("reason", "Et nyt budget.")]),
        "/rapport" => at(tended, &[("report", "Det gik godt.")]),
        "/godkend" => at(tended, &[("body", "E-4"), ("on", "1/6-2018"), ("case", "EKS-2018-8"), ("decided", "Godkendt.")]),
        "/underskriv" => at(leader, &[("unit", "E-6"), ("seal", "")]),
        "/modforslag" => {
            let number = ground.draft.number.to_string();
            let fields = [("maal", number.as_str()), ("about", "due"), ("value-due", "1/12-2018"), ("because", "Jul.")];
            let row = at(leader, &fields)?;
            Some(Row { path: format!("{}?maal={number}", row.path), ..row })
        }
        "/modforslag/{counter}" => at(leader, &[("reply", "decline"), ("answer", "Vi læser mere.")]),
        "/modforslag/{counter}/tilbage" => at(leader, &[]),
        _ => None,
    }
}

/// A route of the wheel, on the one step of Testby's.
pub fn wheel_row(rest: &str) -> Option<Row> {
    let at = |rest: &str, door, fields: &[(&'static str, &str)]| {
        Some(Row { path: format!("/testby/aarshjul{rest}"), door, form: form(fields), file: None })
    };
    let Some(of) = rest.strip_prefix("/{year}/{step}") else {
        return if rest.is_empty() { at("", Door::Everybody, &[]) } else { None };
    };
    let here = format!("/2018/maalseminar{of}");
    let tended = Door::Tended(CONSULTANT);
    match of {
        "" => at(&here, Door::Everybody, &[]),
        "/flyt" => at(&here, tended, &[("version", "0"), ("from", "5/2-2018"), ("to", "6/2-2018"), ("reason", "Ferie.")]),
        "/ansvarlig" => at(&here, tended, &[("version", "0"), ("responsible", "")]),
        "/luk" => at(&here, tended, &[("version", "0"), ("on", "28/2-2018"), ("result", "Fem udkast.")]),
        "/laeg-tilbage" | "/genaabn" => at(&here, tended, &[("version", "0")]),
        _ => None,
    }
}

pub fn element_row(kind: &str, deed: &str, chain: &Chain) -> Option<Row> {
    let of = |element: &Element, door, fields: &[(&'static str, &str)]| {
        let rest = match deed {
            "" => String::new(),
            "svar" => "/svar?enhed=E-6".to_owned(), // which unit answers
            _ => format!("/{deed}"),
        };
        let mut form = form(fields);
        form.push(("version", element.version.to_string()));
        Some(Row { path: format!("/testby/{kind}/{}{rest}", element.number), door, form, file: None })
    };
    let tended = Door::Tended(CONSULTANT);
    match deed {
        "" | "udgaver" => {
            let element = match kind {
                "maalsaetning" => &chain.objective,
                "politik" => &chain.policy,
                "handling" => &chain.action,
                "vaerdimarkoer" => &chain.marker,
                "kilde" => &chain.source,
                _ => &chain.school, // Testby's model has no guideposts and no focus areas: the number alone decides
            };
            of(element, Door::Everybody, &[])
        }
        "ret" => of(&chain.draft, tended, &[("title", "Øvelse gør mester"), ("text", "Hver dag.")]),
        "foreslaa" | "traek-tilbage" => of(&chain.draft, tended, &[("note", "Vi venter.")]),
        "ny-udgave" => of(&chain.school, tended, &[("title", "Tredive minutters læsning"), ("note", "Mere tid.")]),
        "saet-i-gang" | "status" | "gevinst" => {
            of(&chain.action, tended, &[("progress", "running"), ("benefit-harvested", "Flere bøger."), ("dropped-because", "")])
        }
        "send-tilbage" => of(&chain.proposed, tended, &[("note", "Hvem gør det?")]),
        "vedtag" => {
            of(&chain.proposed, tended, &[("body", "E-4"), ("on", "1/6-2018"), ("case", "EKS-2018-8"), ("decided", "Vedtaget.")])
        }
        "afloes" => of(&chain.school, tended, &[("by", &chain.proposed.number.to_string())]),
        "afslut" => of(&chain.school, tended, &[("outcome", "met"), ("note", "Nået.")]),
        "knyt" => of(&chain.orphan, tended, &[("under", &chain.department.number.to_string())]),
        "loesn" => of(&chain.school, tended, &[("fra", &chain.department.number.to_string())]),
        "stil-til" => of(&chain.department, tended, &[("unit", "E-7")]),
        "spoerg-igen" => of(&chain.department, tended, &[("unit", "E-6")]),
        "svar" => of(&chain.department, Door::Tended("institution-leader@skole"), &[("enhed", "E-6"), ("answer", "taken-up")]),
        _ => None,
    }
}
