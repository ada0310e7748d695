//! Which floor may import which, and which kinds of work a floor never does.

use cargo_metadata::{DependencyKind, MetadataCommand};

/// A crate with what it depends on: name, and whether only its tests do.
pub struct Floor {
    pub name: String,
    pub uses: Vec<(String, bool)>,
}

/// The table of `ARCHITECTURE.md`: each floor with those it may import. The program and the kit for tests may all.
const TABLE: [(&str, &[&str]); 9] = [
    ("kernel", &[]),
    ("lang", &["kernel"]),
    ("domain", &["kernel"]),
    ("policy", &["kernel", "domain"]),
    ("store", &["kernel", "domain", "policy"]),
    ("app", &["kernel", "domain", "policy", "store"]),
    ("papers", &["kernel", "lang"]),
    ("web", &["kernel", "lang", "domain", "policy", "app", "papers"]),
    ("jobs", &["kernel", "lang", "domain", "policy", "app"]),
];
const WIRED_TO_ALL: [&str; 2] = ["pejl", "testkit"];

/// What a floor never touches, however useful: databases, HTTP, threads of its own.
const NEVER: [(&str, &[&str]); 8] = [
    ("kernel", &["tokio", "sqlx", "axum", "askama", "tracing"]),
    ("lang", &["tokio", "sqlx", "axum", "askama", "tracing"]),
    ("domain", &["tokio", "sqlx", "axum", "askama", "tracing", "fluent-templates"]),
    ("policy", &["tokio", "sqlx", "axum", "askama", "tracing"]),
    ("app", &["sqlx", "axum", "askama", "fluent-templates"]),
    ("papers", &["tokio", "sqlx", "axum", "askama", "tracing"]),
    ("web", &["sqlx"]),
    ("jobs", &["sqlx", "axum", "askama"]),
];

/// The crates of the workspace.
pub fn house() -> Vec<Floor> {
    let metadata = MetadataCommand::new()
        .manifest_path(super::code::top().join("Cargo.toml"))
        .no_deps()
        .other_options(vec!["--offline".to_owned()])
        .exec()
        .expect("cargo metadata");
    let floor = |package: &cargo_metadata::Package| Floor {
        name: package.name.to_string(),
        uses: package.dependencies.iter().map(|d| (d.name.clone(), d.kind == DependencyKind::Development)).collect(),
    };
    metadata.packages.iter().map(floor).collect()
}

fn short(name: &str) -> &str {
    name.strip_prefix("pejl-").unwrap_or(name)
}

/// Imports that the table does not allow. Tests may also use the kit, and what stands below the floor they test.
pub fn imports(house: &[Floor]) -> Vec<String> {
    let mut faults = Vec::new();
    for floor in house {
        let name = short(&floor.name);
        if WIRED_TO_ALL.contains(&name) {
            continue;
        }
        let Some((_, may)) = TABLE.iter().find(|(n, _)| *n == name) else {
            faults
                .push(format!("crates/{name} stands on no floor. Give it a row in the table of ARCHITECTURE.md and of this test."));
            continue;
        };
        for (used, only_in_tests) in &floor.uses {
            let Some(used) = used.strip_prefix("pejl-") else { continue };
            let kit = *only_in_tests && used == "testkit";
            if !may.contains(&used) && !kit {
                let right = if may.is_empty() { "nothing of ours".to_owned() } else { may.join(", ") };
                faults.push(format!("crates/{name}/Cargo.toml: {name} may not import {used}. It may import {right}; let the floor above bring the two together."));
            }
        }
    }
    faults
}

/// Outside crates that belong to another floor's kind of work.
pub fn outside(house: &[Floor]) -> Vec<String> {
    let mut faults = Vec::new();
    for floor in house {
        let name = short(&floor.name);
        let never = NEVER.iter().find(|(n, _)| *n == name).map_or(&[][..], |(_, never)| never);
        for (used, only_in_tests) in &floor.uses {
            if !only_in_tests && never.contains(&used.as_str()) {
                faults.push(format!(
                    "crates/{name}/Cargo.toml: {used} is another floor's work; {name} is given what it needs as a value."
                ));
            }
        }
    }
    faults
}

#[test]
fn an_import_upwards_is_found() {
    let house = |used: &str, only_in_tests| vec![Floor { name: "pejl-web".into(), uses: vec![(used.into(), only_in_tests)] }];
    assert!(imports(&house("pejl-store", false))[0].contains("web may not import store"));
    assert!(imports(&house("pejl-app", false)).is_empty());
    assert!(imports(&house("pejl-testkit", true)).is_empty());
    assert!(!imports(&house("pejl-testkit", false)).is_empty());
}

#[test]
fn another_floors_work_is_found() {
    let house = vec![Floor { name: "pejl-domain".into(), uses: vec![("sqlx".into(), false), ("serde".into(), false)] }];
    assert_eq!(outside(&house).len(), 1);
}
