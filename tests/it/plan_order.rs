//! The trace tells the truth about order: for every INSERT and UPDATE of the vectors, and of some
//! random scripts, the checks in the trace's plan come in the order in which the real SQLite's
//! program (EXPLAIN) reaches them.
//!
//! The program's jumps are followed from its start, along a path on which every check passes, to the
//! instruction that writes the row. Seeks, foreign keys (which read by cursors of their own) and
//! sub-programs are left out. The update part of an upsert is followed by itself, from the check
//! that leads to it, and compared with the plan of that arm.
//!
//! Compared are NOT NULL (HaltIfNull), CHECK that stops (the Halt that the path jumps over), the
//! rowid (NotExists) and keys (NoConflict). Under IGNORE, NOT NULL and CHECK are nothing but jumps
//! in the program; they are left out of both sides. The program checks some NOT NULLs twice, of
//! which the first counts. What it does not check at all (the key of a table WITHOUT ROWID that has
//! no other index, under REPLACE) is in the plan alone, since the row that goes is to be shown.

use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use libtest_mimic::{Failed, Trial};
use onconflict::dialect::Dialect;
use onconflict::dialect::sqlite_syntax::SYNTAX;
use onconflict::limits::Limits;
use onconflict::plan::conflict::{Action, CheckKind, ConflictPlan};
use onconflict::session::Session;
use onconflict::syntax::parse_next;
use onconflict::trace::{Frame, StepKind, Trace};
use rusqlite::Connection;
use serde_json::Value as Json;

use crate::differential;

/// Random scripts of an ordinary run; `PLANS=5000` runs so many, `SCRIPT=a.sql` a file's sections.
const SCRIPTS: u64 = 150;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        Trial::test("plan_order::vectors", || in_deep_thread(vectors)),
        Trial::test("plan_order::random", || in_deep_thread(random)),
    ]
}

fn in_deep_thread(run: fn() -> Result<(), Failed>) -> Result<(), Failed> {
    let thread = std::thread::Builder::new().stack_size(256 << 20).spawn(run)?;
    thread.join().unwrap_or_else(|_| Err("it panicked".into()))
}

fn vectors() -> Result<(), Failed> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors/sqlite.json");
    let file: Json = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let mut seen = Seen::default();
    for case in file["cases"].as_array().ok_or("no cases")? {
        let steps = case["steps"].as_array().into_iter().flatten();
        let script: Vec<String> =
            steps.filter_map(|s| s["sql"].as_str().map(str::to_string)).collect();
        compare(case["id"].as_str().unwrap_or_default(), &script, &mut seen)?;
    }
    seen.judge(2_500)
}

fn random() -> Result<(), Failed> {
    let wanted = std::env::var("PLANS").ok().and_then(|n| n.parse().ok()).unwrap_or(SCRIPTS);
    let mut seen = Seen::default();
    if let Ok(path) = std::env::var("SCRIPT") {
        let text = std::fs::read_to_string(path)?;
        for section in text.split("-- @dialect sqlite") {
            let (mut script, mut from) = (Vec::new(), 0);
            while let Some(parsed) = parse_next(section, from, &SYNTAX) {
                from = parsed.next;
                script.push(parsed.span.of(section).to_string());
            }
            compare("script", &script, &mut seen)?;
        }
        return seen.judge(0);
    }
    for seed in 1..=wanted {
        compare(&format!("seed {seed}"), &differential::script(seed), &mut seen)?;
    }
    seen.judge(wanted as usize)
}

/// What was compared so far.
#[derive(Default)]
struct Seen {
    plans: usize,
    differences: Vec<String>,
}

impl Seen {
    fn judge(self, least: usize) -> Result<(), Failed> {
        eprintln!("plan order: {} plans, {} differ", self.plans, self.differences.len());
        match self.differences.first() {
            Some(_) => Err(self.differences.join("\n").into()),
            None if self.plans < least => Err("too few plans were compared".into()),
            None => Ok(()),
        }
    }
}

fn compare(id: &str, script: &[String], seen: &mut Seen) -> Result<(), Failed> {
    let real = differential::open()?;
    let mut session = Session::new(Dialect::Sqlite, Limits::default());
    let mut store = session.new_store();
    for sql in script {
        let word = sql.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let writes = ["INSERT", "REPLACE", "UPDATE"].contains(&&*word);
        let program = if writes { Program::of(&real, sql) } else { None };
        let mut trace = Trace::new(sql, 10_000);
        session.run(&mut store, sql, &[], false, Some(&mut trace));
        run_real(&real, sql);
        let Some((program, plan)) = program.zip(own_plan(&trace)) else { continue };
        let tables: Vec<_> = store.catalog().tables().filter(|t| t.name == plan.table).collect();
        let [table] = tables[..] else { continue };
        let (without_rowid, name) = (table.without_rowid, table.name.to_string());
        let Some(walked) = program.walk(&name, 0) else { continue };
        let mut pairs = vec![(String::new(), planned(&plan, without_rowid), names(&walked))];
        for (number, check) in listed(&plan, without_rowid).into_iter().enumerate() {
            let Action::UpdateOther(arm) = plan.checks[check.1].action else { continue };
            let Some((_, from)) = walked.get(number) else { continue };
            let Some(update) = program.walk(&name, from + 1) else { continue };
            let ours = planned(&plan.arms[arm].plan, without_rowid);
            pairs.push((format!(" (update after {})", check.0), ours, names(&update)));
        }
        for (part, ours, theirs) in pairs {
            seen.plans += 1;
            if ours != theirs && !(without_rowid && ours == [&theirs[..], &["key".into()]].concat())
            {
                let (ours, theirs) = (ours.join(", "), theirs.join(", "));
                let text = format!("{id}: {sql}{part}\n  here   {ours}\n  sqlite {theirs}");
                seen.differences.push(text);
            }
        }
    }
    Ok(())
}

fn run_real(real: &Connection, sql: &str) {
    let Ok(mut statement) = real.prepare(sql) else { return };
    let mut rows = statement.raw_query();
    while let Ok(Some(_)) = rows.next() {}
}

/// The plan of the statement's own rows, if one came to its checks.
fn own_plan(trace: &Trace) -> Option<Rc<ConflictPlan>> {
    let row = |s: &onconflict::trace::Step| {
        matches!(&s.kind, StepKind::Begin(Frame::Row { .. })).then_some(s.depth)
    };
    let depth = trace.steps.iter().find_map(row)? + 1;
    let check = trace.steps.iter().find_map(|s| match &s.kind {
        StepKind::Check { check, .. }
        | StepKind::Probe { check, .. }
        | StepKind::Skipped { check, .. }
        | StepKind::Decide { check, .. }
            if s.depth == depth =>
        {
            Some(check.0)
        }
        _ => None,
    })?;
    Some(trace.plans.get(check)?.plan.clone())
}

/// The checks of a plan that the program shows, each with its number in the plan.
fn listed(plan: &ConflictPlan, without_rowid: bool) -> Vec<(String, usize)> {
    let mut all: Vec<(String, usize)> = Vec::new();
    for (number, check) in plan.checks.iter().enumerate() {
        let stops = matches!(check.action, Action::Stop(_));
        let text = match &check.kind {
            CheckKind::NotNull { .. } if stops || check.action == Action::UseDefault => {
                format!("not null {}", check.columns[0])
            }
            CheckKind::Check { text, .. } if stops => {
                format!("check {}", check.constraint.as_ref().unwrap_or(text))
            }
            CheckKind::NotNull { .. } | CheckKind::Check { .. } => continue,
            CheckKind::Rowid { .. } => "key".to_string(),
            CheckKind::Unique(unique) => match unique.kind.name() {
                "primary key" if without_rowid => "key".to_string(),
                _ => format!("unique {}", unique.name),
            },
            CheckKind::Type { .. } | CheckKind::Exclusion { .. } | CheckKind::Unusable => continue,
        };
        if all.iter().all(|(known, _)| *known != text) {
            all.push((text, number));
        }
    }
    all
}

fn planned(plan: &ConflictPlan, without_rowid: bool) -> Vec<String> {
    listed(plan, without_rowid).into_iter().map(|(text, _)| text).collect()
}

fn names(walked: &[(String, usize)]) -> Vec<String> {
    walked.iter().map(|(text, _)| text.clone()).collect()
}

/// One instruction.
struct Op {
    code: String,
    p1: i64,
    p2: i64,
    p4: String,
}

/// A statement's program, and what its cursors that write stand for.
struct Program {
    ops: Vec<Op>,
    /// Name of the table or index by cursor; `key` is told by [`Program::walk`].
    cursors: HashMap<i64, String>,
    /// Registers that count triggers of REPLACE: on the path they are zero.
    zero: Vec<i64>,
}

impl Program {
    fn of(real: &Connection, sql: &str) -> Option<Program> {
        let mut roots = HashMap::new();
        for (number, schema) in ["sqlite_schema", "sqlite_temp_schema"].iter().enumerate() {
            let query = format!("SELECT rootpage, name FROM {schema} WHERE rootpage > 0");
            let mut statement = real.prepare(&query).ok()?;
            let mut rows = statement.query(()).ok()?;
            while let Ok(Some(row)) = rows.next() {
                let root: i64 = row.get(0).ok()?;
                let name: String = row.get(1).ok()?;
                roots.insert((number as i64, root), name);
            }
        }
        let mut statement = real.prepare(&format!("EXPLAIN {sql}")).ok()?;
        let mut rows = statement.raw_query();
        let (mut ops, mut cursors): (Vec<Op>, _) = (Vec::new(), HashMap::new());
        let mut zero = Vec::new();
        while let Ok(Some(row)) = rows.next() {
            let number = |at: usize| row.get::<_, i64>(at).unwrap_or_default();
            let text = |at: usize| row.get::<_, Option<String>>(at).ok().flatten();
            // The programs of triggers follow, each counted from 0 again.
            if number(0) < ops.len() as i64 {
                break;
            }
            let op = Op {
                code: text(1).unwrap_or_default(),
                p1: number(2),
                p2: number(3),
                p4: text(5).unwrap_or_default(),
            };
            if op.code == "OpenWrite"
                && let Some(name) = roots.get(&(number(4), op.p2))
            {
                cursors.insert(op.p1, name.clone());
            }
            if op.code == "AddImm" {
                zero.push(op.p1);
            }
            ops.push(op);
        }
        Some(Program { ops, cursors, zero })
    }

    /// The checks on the way to the write of a row of this table, with their addresses.
    fn walk(&self, table: &str, from: usize) -> Option<Vec<(String, usize)>> {
        let mut path = Vec::new();
        let mut dead = vec![false; self.ops.len()];
        dead[..from].fill(true);
        self.reach(table, from, &mut dead, &mut path).then_some(path)
    }

    fn reach(
        &self,
        table: &str,
        from: usize,
        dead: &mut [bool],
        path: &mut Vec<(String, usize)>,
    ) -> bool {
        let (mut at, known) = (from, path.len());
        loop {
            if dead.get(at).copied().unwrap_or(true) {
                path.truncate(known);
                return false;
            }
            dead[at] = true;
            let op = &self.ops[at];
            let cursor = self.cursors.get(&op.p1);
            let of_table = cursor.is_some_and(|name| name == table);
            let target = op.p2 as usize;
            match &*op.code {
                "Insert" | "IdxInsert" if of_table => return true,
                "Halt" => continue,
                "Init" | "Goto" | "InitCoroutine" | "Gosub" => {
                    self.note_check(at, target, path);
                    at = target;
                    continue;
                }
                "HaltIfNull" => {
                    let text = format!("not null {}", op.p4.rsplit('.').next().unwrap_or_default());
                    if path.iter().all(|(known, _)| *known != text) {
                        path.push((text, at));
                    }
                }
                "NotExists" | "NoConflict" if cursor.is_some() => {
                    let name = cursor.map_or("", |name| name);
                    let text = if of_table { "key".into() } else { format!("unique {name}") };
                    path.push((text, at));
                    if self.reach(table, target, dead, path) {
                        return true;
                    }
                    path.pop();
                }
                "IfNot" if self.zero.contains(&op.p1) => {
                    at = target;
                    continue;
                }
                code if JUMPS.contains(&code) => {
                    if self.reach(table, at + 1, dead, path) {
                        return true;
                    }
                    self.note_check(at, target, path);
                    at = target;
                    continue;
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// A jump over the Halt of a CHECK.
    fn note_check(&self, at: usize, target: usize, path: &mut Vec<(String, usize)>) {
        let Some(halt) = target.checked_sub(1).and_then(|t| self.ops.get(t)) else { return };
        if halt.code == "Halt" && halt.p1 == 275 && target > at + 1 {
            path.push((format!("check {}", halt.p4), at));
        }
    }
}

/// Instructions that may jump to their second operand. The next row of a loop is not asked for.
const JUMPS: &[&str] = &[
    "If",
    "IfNot",
    "Eq",
    "Ne",
    "Lt",
    "Le",
    "Gt",
    "Ge",
    "IsNull",
    "NotNull",
    "IfPos",
    "IfNotZero",
    "DecrJumpZero",
    "IfNullRow",
    "Once",
    "MustBeInt",
    "SeekLT",
    "SeekLE",
    "SeekGE",
    "SeekGT",
    "SeekRowid",
    "NotExists",
    "Found",
    "NotFound",
    "NoConflict",
    "Rewind",
    "Last",
    "Sort",
    "SorterSort",
    "IdxGE",
    "IdxGT",
    "IdxLE",
    "IdxLT",
    "RowSetRead",
    "RowSetTest",
    "Filter",
    "FkIfZero",
    "IfEmpty",
    "IsType",
    "ElseEq",
    "Yield",
    "Program",
    "IfNotOpen",
    "IfSizeBetween",
];
