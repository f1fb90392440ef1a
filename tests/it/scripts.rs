//! Golden scripts: every file in `tests/scripts` is one test. A file is valid SQL of its dialect;
//! what is expected stands in comments that begin with `-- | `, written by this harness
//! (`UPDATE=1 cargo test scripts`) and reviewed by people.
//!
//! Directives: `-- @dialect sqlite` begins a section with a fresh database (several names run it
//! in each and demand the same output); `-- @trace`, `-- @changes`, `-- @tables` and
//! `-- @indexes` ask for more output of the next statement, with `on` for the rest of the section.

use std::fmt::Write as _;
use std::path::Path;

use libtest_mimic::{Failed, Trial};
use onconflict::api::sentence::Sentence;
use onconflict::catalog::Object;
use onconflict::dialect::Dialect;
use onconflict::limits::Limits;
use onconflict::session::{Session, StatementResult};
use onconflict::store::Store;
use onconflict::trace::{StepKind, Trace, TracedChange};
use onconflict::value::Value;

use crate::{replay, sections};

const OUTPUT: &str = "-- |";

pub(crate) fn trials() -> Vec<Trial> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts");
    sections::paths()
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&root).unwrap_or(&path).with_extension("");
            let name = name.to_string_lossy().replace('/', "::");
            Trial::test(format!("scripts::{name}"), move || run_file(&path))
        })
        .collect()
}

fn run_file(path: &Path) -> Result<(), Failed> {
    let old = std::fs::read_to_string(path)?;
    let new = rewrite(&old)?;
    if old == new {
        return Ok(());
    }
    if std::env::var_os("UPDATE").is_some() {
        if std::env::var_os("CI").is_some() {
            return Err("scripts are not updated in CI".into());
        }
        std::fs::write(path, new)?;
        return Ok(());
    }
    let wanted: Vec<&str> = old.lines().collect();
    let got: Vec<&str> = new.lines().collect();
    let first =
        wanted.iter().zip(&got).position(|(a, b)| a != b).unwrap_or(wanted.len().min(got.len()));
    let mut message = format!("differs from line {} on\n", first + 1);
    let range = first.saturating_sub(3)..first + 12;
    for (label, lines) in [("committed", &wanted), ("now", &got)] {
        let _ = writeln!(message, "{label}:");
        for line in lines.get(range.start..range.end.min(lines.len())).unwrap_or(&[]) {
            let _ = writeln!(message, "  {line}");
        }
    }
    Err(message.into())
}

#[derive(Clone, Copy, Default)]
struct Wanted {
    trace: bool,
    changes: bool,
    tables: bool,
    indexes: bool,
}

/// One database of a section.
struct Run {
    session: Session,
    store: Store,
}

struct Section {
    runs: Vec<Run>,
    always: Wanted,
    next: Wanted,
}

/// The file with its output made anew.
fn rewrite(old: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut section: Option<Section> = None;
    let mut sql = String::new();
    for line in old.lines().filter(|l| !l.starts_with(OUTPUT)) {
        let _ = writeln!(out, "{line}");
        if let Some(directive) = line.strip_prefix("-- @") {
            directive_line(directive, &mut section)?;
            continue;
        }
        if sql.is_empty() && (line.trim().is_empty() || line.starts_with("-- ")) {
            continue;
        }
        let _ = writeln!(sql, "{line}");
        // A body in dollar quotes is one statement, whatever lines are in it.
        // So is LOAD DATA with its rows.
        // So is a body of MySQL that begins on a line of its own, up to an END that does so too.
        let body = ["CREATE PROCEDURE", "CREATE FUNCTION"].iter().any(|w| sql.starts_with(w))
            && sql.lines().any(|l| l.trim_end().ends_with("BEGIN"));
        let ends = match sql.starts_with("load data") {
            true => line == "\\.",
            false if body => line.starts_with("END"),
            false => line.trim_end().ends_with(';') && sql.matches("$$").count().is_multiple_of(2),
        };
        if !ends {
            continue;
        }
        let section = section.as_mut().ok_or("a statement before the first -- @dialect")?;
        out.push_str(&section_output(section, &std::mem::take(&mut sql))?);
    }
    if !sql.is_empty() {
        return Err(format!("a statement without a semicolon at its end: {sql}"));
    }
    Ok(out)
}

fn directive_line(directive: &str, section: &mut Option<Section>) -> Result<(), String> {
    if let Some(names) = directive.strip_prefix("dialect ") {
        let mut runs = Vec::new();
        for name in names.split(',') {
            let dialect =
                Dialect::from_name(name.trim()).ok_or(format!("unknown dialect {name}"))?;
            let session = Session::new(dialect, Limits::default());
            let store = session.new_store();
            runs.push(Run { session, store });
        }
        *section = Some(Section { runs, always: Wanted::default(), next: Wanted::default() });
        return Ok(());
    }
    let section = section.as_mut().ok_or("a directive before the first -- @dialect")?;
    for word in directive.split('@') {
        let mut parts = word.split_whitespace();
        let name = parts.next().unwrap_or_default();
        let wanted = match parts.next() {
            Some("on") => &mut section.always,
            None => &mut section.next,
            Some(other) => return Err(format!("unknown word {other} in -- @{directive}")),
        };
        match name {
            "trace" => wanted.trace = true,
            "changes" => wanted.changes = true,
            "tables" => wanted.tables = true,
            "indexes" => wanted.indexes = true,
            other => return Err(format!("unknown directive @{other}")),
        }
    }
    Ok(())
}

fn section_output(section: &mut Section, sql: &str) -> Result<String, String> {
    let (always, next) = (section.always, std::mem::take(&mut section.next));
    let wanted = Wanted {
        trace: always.trace || next.trace,
        changes: always.changes || next.changes,
        tables: always.tables || next.tables,
        indexes: always.indexes || next.indexes,
    };
    let mut outputs: Vec<String> = Vec::new();
    for run in &mut section.runs {
        outputs.push(run.output(sql, wanted)?);
    }
    let first = outputs.remove(0);
    match outputs.iter().find(|o| **o != first) {
        Some(other) => Err(format!("the dialects differ:\n{first}\n{other}")),
        None => Ok(first),
    }
}

impl Run {
    fn output(&mut self, sql: &str, wanted: Wanted) -> Result<String, String> {
        // The same without a trace must give the same; tried first and taken back.
        let untraced = self.session.in_sandbox(&mut self.store, |session, store| {
            let results = session.run(store, sql, &[], true, None);
            results.iter().map(|r| result_text(session, r)).collect::<String>()
        });
        self.store.check()?;
        let start = replay::Start::of(&self.store);
        let mut trace = Trace::new(sql, 100_000);
        let results = self.session.run(&mut self.store, sql, &[], true, Some(&mut trace));
        self.store.check()?;
        replay::agrees(&trace, &start, &self.store)?;
        let traced: String = results.iter().map(|r| result_text(&self.session, r)).collect();
        if traced != untraced {
            return Err(format!("tracing changes the result:\n{untraced}\n{traced}"));
        }
        let mut out = String::new();
        if wanted.trace || wanted.changes {
            out.push_str(&self.trace_text(sql, &trace, wanted));
        }
        out.push_str(&traced);
        if wanted.tables {
            out.push_str(&self.tables_text());
        }
        if wanted.indexes {
            out.push_str(&self.indexes_text());
        }
        Ok(out)
    }

    fn trace_text(&self, sql: &str, trace: &Trace, wanted: Wanted) -> String {
        let mut out = String::new();
        for (number, step) in trace.steps.iter().enumerate() {
            let from = number.checked_sub(1).map_or(0, |n| trace.steps[n].at);
            if wanted.changes {
                for change in &trace.changes[from..step.at] {
                    let _ = writeln!(out, "{OUTPUT}          {}", self.change_text(change));
                }
            }
            if wanted.trace {
                let indent = "  ".repeat(step.depth as usize);
                let failure = match &step.kind {
                    StepKind::Failed { error } => Some(self.session.failure(error.clone(), sql)),
                    _ => None,
                };
                let message = failure.as_ref().map(|f| f.report.message.as_str());
                let text = Sentence { trace, step, message };
                let _ = writeln!(out, "{OUTPUT} step {:<3}{indent}{text}", number + 1);
            }
        }
        out
    }

    fn change_text(&self, change: &TracedChange) -> String {
        match change {
            TracedChange::Row { table, rowid, before, after } => {
                let image = |sign, row: &Option<Vec<Value>>| match row {
                    Some(row) => format!("{sign} {table} {rowid} {}", tuple(row)),
                    None => String::new(),
                };
                let parts = [image('-', before), image('+', after)];
                parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("  ")
            }
            TracedChange::Entry { index, key, rowid, added, position, .. } => {
                let sign = if *added { '+' } else { '-' };
                format!("{sign} {index}[{position}] {} → {rowid}", tuple(key))
            }
            TracedChange::Object { name, before, after } => match (before, after) {
                (_, Some(sql)) => format!("+ {name}: {sql}"),
                (Some(_), None) | (None, None) => format!("- {name}"),
            },
            TracedChange::Sequence { name, before, after } => {
                format!("{name}: {} → {}", literal(before), literal(after))
            }
        }
    }

    fn tables_text(&self) -> String {
        let mut out = String::new();
        for table in self.store.catalog().tables() {
            let _ = writeln!(out, "{OUTPUT} table {}", table.name);
            let mut from = i64::MIN;
            while let Some((rowid, slot)) = self.store.at_or_after(table.id, from) {
                let row: Vec<String> =
                    self.store.record(slot).values().map(|v| literal(&v.to_value())).collect();
                let _ = writeln!(out, "{OUTPUT}   {}", row.join(" | "));
                let Some(next) = rowid.checked_add(1) else { break };
                from = next;
            }
        }
        out
    }

    fn indexes_text(&self) -> String {
        let mut out = String::new();
        for (_, object) in self.store.catalog().objects() {
            let Object::Index(index) = object else { continue };
            let _ = writeln!(out, "{OUTPUT} index {}", index.name);
            let mut cursor = self.store.seek(index.id, &[], false);
            while let Some(slot) = self.store.next_entry(index.id, &mut cursor) {
                let key = self.store.key_of(index.id, slot);
                let rowid = self.store.record(slot).rowid();
                let _ = writeln!(out, "{OUTPUT}   {} → {rowid}", tuple(&key));
            }
        }
        out
    }
}

fn result_text(session: &Session, result: &StatementResult) -> String {
    let mut out = String::new();
    for warning in &result.warnings {
        let _ = writeln!(out, "{OUTPUT} {} {} {}", warning.level, warning.code, warning.message);
    }
    if let Some(failure) = &result.error {
        let report = &failure.report;
        let _ = writeln!(out, "{OUTPUT} error {} {}", report.code, report.message);
        for (label, text) in [("detail", &report.detail), ("hint", &report.hint)] {
            if let Some(text) = text {
                let text = text.replace('\n', &format!("\n{OUTPUT}     "));
                let _ = writeln!(out, "{OUTPUT}   {label}: {text}");
            }
        }
        return out;
    }
    if let Some(columns) = &result.columns {
        let names: Vec<&str> = columns.iter().map(|c| &*c.name).collect();
        let _ = writeln!(out, "{OUTPUT} {}", names.join(" | "));
        for row in &result.rows {
            let cells: Vec<String> = row.iter().map(literal).collect();
            let _ = writeln!(out, "{OUTPUT} {}", cells.join(" | "));
        }
    }
    let changes = match (result.command, result.changes) {
        ("INSERT" | "REPLACE" | "UPDATE" | "DELETE", 1) => ", 1 row".to_string(),
        ("INSERT" | "REPLACE" | "UPDATE" | "DELETE", n) => format!(", {n} rows"),
        _ => String::new(),
    };
    let line =
        (session.rules().client_line)(result).map_or_else(String::new, |l| format!(" ({l})"));
    let _ = writeln!(out, "{OUTPUT} ok{changes}{line}");
    out
}

fn tuple(values: &[Value]) -> String {
    let values: Vec<String> = values.iter().map(literal).collect();
    format!("({})", values.join(", "))
}

fn literal(value: &Value) -> String {
    match value {
        Value::Null => "NULL".to_string(),
        Value::Int(n) => n.to_string(),
        Value::Real(x) => format!("{x:?}"),
        Value::Text(text) => format!("'{}'", text.replace('\'', "''").replace('\n', "\\n")),
        Value::Blob(bytes) => {
            let hex: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
            format!("x'{hex}'")
        }
        Value::Bool(b) => b.to_string(),
        Value::Other(ops, bytes) => (ops.text)(bytes),
    }
}
