//! What a session carries from statement to statement: counters, parameters, settings, clock.

use std::rc::Rc;

use crate::plan::Settings;
use crate::plan::parameters::Types;
use crate::value::Value;

/// A session's state. Cloned whole to try something without doing it.
#[derive(Clone, Debug, Default)]
pub struct SessionState {
    /// SQLite's `changes()`, MySQL's `ROW_COUNT()`: of the last INSERT, UPDATE or DELETE.
    pub changes: i64,
    /// SQLite's `total_changes()`.
    pub total_changes: i64,
    /// SQLite's `last_insert_rowid()`, MySQL's `LAST_INSERT_ID()`.
    pub last_insert_id: i64,
    /// The argument of `LAST_INSERT_ID(n)` in the statement that runs (MySQL).
    pub given_id: Option<i64>,
    /// Violations of foreign keys that have not been mended.
    pub foreign: ForeignCounts,
    /// The parameters of the statement that runs.
    pub params: Vec<Value>,
    /// Settings that change plans. Shared, so that a plan knows them again at a glance.
    pub settings: Rc<Settings>,
    /// PostgreSQL's `currval`: sequences used in this session and their values.
    pub current_values: Vec<(u32, i64)>,
    /// PostgreSQL's `lastval()`.
    pub last_sequence: Option<u32>,
    /// What MERGE did with the row that RETURNING shows: `INSERT`, `UPDATE`, `DELETE`.
    pub merge_action: &'static str,
    /// MySQL's warnings and PostgreSQL's notices of the last statement.
    pub warnings: Vec<Warning>,
    /// How many warnings, errors among them, and errors the last statement gave (MySQL).
    pub told: [i64; 2],
    /// State of the random generator.
    pub random: u64,
    /// Milliseconds since 1970 that the statement takes for now, once it has asked: reading the
    /// clock costs as much as a small statement.
    pub now_ms: Option<f64>,
    /// Triggers that run within each other.
    pub triggers: i64,
    /// The time was asked for where that may be an error (SQLite).
    pub asked_now: bool,
    /// Something was made or looked at in the TEMP database, which is there since then (SQLite).
    pub temp_opened: bool,
    /// Least messages that are told: 0 notices, 1 warnings, 2 errors (PostgreSQL).
    pub quiet: u8,
    /// Statements that have a name.
    pub named: Vec<NamedStatement>,
    /// User variables (`@name`) by name; PostgreSQL's settings.
    pub variables: Vec<(String, Value)>,
    /// There may be tables to which COMMIT does something.
    pub on_commit: bool,
    /// What the open transaction has set, and what was before (PostgreSQL).
    pub set: Vec<SetBefore>,
}

/// A setting as it was before a transaction set it.
#[derive(Clone, Debug)]
pub struct SetBefore {
    /// Its name.
    pub name: String,
    /// Its value, where it had one.
    pub value: Option<Value>,
    /// Until the transaction ends (SET LOCAL).
    pub local: bool,
    /// Where bare names were looked up.
    pub path: (Option<Rc<str>>, Vec<Rc<str>>),
}

/// A statement that PREPARE has given a name.
#[derive(Clone, Debug)]
pub struct NamedStatement {
    /// Its name.
    pub name: Rc<str>,
    /// Its text.
    pub text: Rc<str>,
    /// Number of its parameters.
    pub count: u32,
    /// Their types, where they follow from what they are used for.
    pub types: Types,
}

/// Violations of foreign keys by when they are judged (SQLite).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ForeignCounts {
    /// At the end of the statement.
    pub statement: i64,
    /// At the commit.
    pub deferred: i64,
    /// At the commit, since `PRAGMA defer_foreign_keys` said so.
    pub put_off: i64,
}

/// A warning or notice.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// `Note`, `Warning`, `Error` (MySQL); `NOTICE`, `WARNING` (PostgreSQL).
    pub level: &'static str,
    /// The error number (MySQL), 0 in PostgreSQL.
    pub errno: i32,
    /// The symbol (MySQL) or SQLSTATE (PostgreSQL).
    pub code: String,
    /// The SQLSTATE (MySQL).
    pub sqlstate: String,
    /// The text.
    pub message: String,
}

impl SessionState {
    /// Milliseconds since 1970, the same for the whole statement.
    pub fn now(&mut self) -> f64 {
        *self.now_ms.get_or_insert_with(crate::clock::now_ms)
    }

    /// Sets a user variable.
    pub fn set_variable(&mut self, name: &str, value: Value) {
        self.variables.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        self.variables.push((name.to_string(), value));
    }

    /// Sets settings back to what they were before the transaction: all, or those that hold in it.
    pub fn set_back(&mut self, all: bool) {
        for before in std::mem::take(&mut self.set).into_iter().rev() {
            if !all && !before.local {
                continue;
            }
            self.variables.retain(|(known, _)| *known != before.name);
            if let Some(value) = before.value {
                self.variables.push((before.name, value));
            }
            let settings = Rc::make_mut(&mut self.settings);
            (settings.database, settings.attached) = before.path;
        }
    }

    /// The next number of the session's random generator (xorshift64*).
    pub fn next_random(&mut self) -> u64 {
        let mut x = if self.random == 0 { 0x2545_F491_4F6C_DD1D } else { self.random };
        x ^= x >> 12;
        x ^= x << 25;
        x ^= x >> 27;
        self.random = x;
        x.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
}
