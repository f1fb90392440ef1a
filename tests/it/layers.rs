//! The import table of ARCHITECTURE.md as a test, so that it cannot rot.

use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

/// Module → what it may import. Modules of one line may import each other's parts.
const ALLOWED: &[(&str, &[&str])] = &[
    ("span", &[]),
    ("limits", &[]),
    ("order", &[]),
    ("clock", &["wasm"]),
    ("value", &["collation", "types"]),
    ("collation", &["types", "value"]),
    ("types", &["order", "collation", "value", "error"]),
    ("error", &["span", "value"]),
    ("syntax", &["span", "value", "error", "types"]),
    ("catalog", &["order", "value", "collation", "types", "error", "span", "syntax"]),
    ("state", &["value", "error", "plan", "clock"]),
    (
        "plan",
        &["order", "span", "value", "collation", "types", "error", "catalog", "syntax", "state"],
    ),
    ("functions", &["value", "collation", "types", "error", "plan", "state", "clock"]),
    ("store", &["order", "value", "collation", "catalog", "types", "error"]),
    ("trace", &["span", "value", "error", "plan", "store", "catalog"]),
    (
        "exec",
        &[
            "order",
            "span",
            "value",
            "collation",
            "types",
            "error",
            "catalog",
            "plan",
            "store",
            "trace",
            "state",
            "limits",
            "clock",
            "functions",
            "syntax",
            "txn",
        ],
    ),
    ("txn", &["error", "store", "catalog", "plan"]),
    (
        "dialect",
        &[
            "order",
            "syntax",
            "plan",
            "txn",
            "catalog",
            "value",
            "collation",
            "types",
            "error",
            "session",
            "state",
            "store",
            "functions",
            "span",
            "clock",
            "limits",
        ],
    ),
    (
        "session",
        &[
            "syntax",
            "plan",
            "txn",
            "catalog",
            "value",
            "types",
            "error",
            "state",
            "store",
            "exec",
            "trace",
            "limits",
            "clock",
            "dialect",
            "span",
            "collation",
        ],
    ),
    (
        "api",
        &[
            "order", "session", "dialect", "trace", "store", "error", "catalog", "value", "span",
            "plan", "limits", "state", "types", "txn", "exec", "syntax",
        ],
    ),
    ("wasm", &["api", "session", "dialect", "limits", "value", "store", "trace", "error"]),
];

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("layers::imports_are_allowed", imports_are_allowed),
        Trial::test("layers::only_dialects_name_dialects", only_dialects_name_dialects),
        Trial::test("layers::serialization_is_at_the_edge", serialization_is_at_the_edge),
    ]
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Failed> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.ends_with("tests") {
            continue;
        }
        if path.is_dir() {
            files(&path, found)?;
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

/// Every source file with its module and its text without tests.
fn sources() -> Result<Vec<(String, PathBuf, String)>, Failed> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files(&root, &mut paths)?;
    let mut all = Vec::new();
    for path in paths {
        let relative = path.strip_prefix(&root)?;
        let module = relative.iter().next().and_then(|p| p.to_str()).unwrap_or_default();
        let module = module.trim_end_matches(".rs").to_string();
        let text = std::fs::read_to_string(&path)?;
        let text = text.split("#[cfg(test)]\nmod").next().unwrap_or_default().to_string();
        all.push((module, path, text));
    }
    Ok(all)
}

fn imports_are_allowed() -> Result<(), Failed> {
    let mut wrong = Vec::new();
    for (module, path, text) in sources()? {
        if module == "lib" {
            continue;
        }
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == module) else {
            wrong.push(format!("{}: module {module} is not in the table", path.display()));
            continue;
        };
        for used in text.split("crate::").skip(1) {
            let end = used.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(used.len());
            let used = &used[..end];
            if !used.is_empty() && used != module && !allowed.contains(&used) {
                wrong.push(format!("{}: {module} may not import {used}", path.display()));
            }
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

fn only_dialects_name_dialects() -> Result<(), Failed> {
    let may = ["dialect", "session", "api", "wasm"];
    let named = |text: &str| text.contains("Dialect::");
    let wrong: Vec<String> = sources()?
        .into_iter()
        .filter(|(module, _, text)| !may.contains(&module.as_str()) && named(text))
        .map(|(_, path, _)| format!("{} names a dialect", path.display()))
        .collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

fn serialization_is_at_the_edge() -> Result<(), Failed> {
    let may = ["api", "wasm"];
    let uses = |text: &str| text.contains("serde") || text.contains("wasm_bindgen");
    let wrong: Vec<String> = sources()?
        .into_iter()
        .filter(|(module, _, text)| !may.contains(&module.as_str()) && uses(text))
        .map(|(_, path, _)| format!("{} serializes", path.display()))
        .collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}
