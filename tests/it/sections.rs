//! The golden scripts as files and as sections of a dialect; what they expect is the matter of `scripts.rs`.

use std::path::{Path, PathBuf};

use libtest_mimic::Failed;
use onconflict::dialect::Dialect;

/// Every file, always in the same order.
pub(crate) fn paths() -> Vec<PathBuf> {
    let mut paths = Vec::new();
    find(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts"), &mut paths);
    paths.sort();
    paths
}

/// The text of every section of a dialect.
pub(crate) fn sections(dialect: Dialect) -> Result<Vec<String>, Failed> {
    let mut found = Vec::new();
    for path in paths() {
        let text = std::fs::read_to_string(path)?;
        for section in text.split("-- @dialect ").skip(1) {
            let (names, body) = section.split_once('\n').unwrap_or((section, ""));
            if names.split(',').any(|name| name.trim() == dialect.name()) {
                found.push(body.to_string());
            }
        }
    }
    Ok(found)
}

fn find(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            find(&path, paths);
        } else if path.extension().is_some_and(|e| e == "sql") {
            paths.push(path);
        }
    }
}
