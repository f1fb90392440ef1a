//! Transactions: autocommit, savepoints, and what an error does to them.

use std::rc::Rc;

use crate::catalog::NameRule;
use crate::store::{Mark, UndoLog};

/// What varies between dialects in transactions.
#[derive(Debug)]
pub struct TxnRules {
    /// An error inside a transaction makes it refuse everything until it is rolled back.
    pub error_fails_transaction: bool,
    /// Definitions commit what is open (MySQL).
    pub ddl_commits: bool,
    /// BEGIN inside a transaction.
    pub begin_inside: Misplaced,
    /// COMMIT without a transaction.
    pub commit_outside: Misplaced,
    /// ROLLBACK without a transaction.
    pub rollback_outside: Misplaced,
    /// SAVEPOINT without a transaction.
    pub savepoint_outside: SavepointOutside,
    /// A failed COMMIT rolls back (PostgreSQL) rather than staying open (SQLite).
    pub failed_commit_rolls_back: bool,
    /// A savepoint takes the place of an older one of the same name (MySQL).
    pub savepoint_replaces: bool,
    /// Inside a transaction an error that no check raised leaves what a statement wrote, unless a
    /// check could have aborted it (SQLite, see [`crate::plan::Reach`]).
    pub journal_for_checks: bool,
    /// When two savepoint names are the same.
    pub names: NameRule,
}

/// What a transaction statement at the wrong time does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misplaced {
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// Nothing.
    Nothing,
    /// What is open is committed first.
    Commit,
}

/// What SAVEPOINT without a transaction does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavepointOutside {
    /// It begins one, which its RELEASE commits.
    Begins,
    /// An error.
    Error,
    /// Nothing.
    Nothing,
}

/// Where a session's transaction stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TxnState {
    /// Each statement by itself.
    #[default]
    Idle,
    /// Open.
    Open,
    /// Refused until rolled back.
    Failed,
}

impl TxnState {
    /// Its name in results.
    pub fn name(self) -> &'static str {
        match self {
            TxnState::Idle => "idle",
            TxnState::Open => "open",
            TxnState::Failed => "failed",
        }
    }
}

/// A savepoint.
#[derive(Clone, Debug)]
pub struct Savepoint {
    /// Its name.
    pub name: Rc<str>,
    /// Where to go back to.
    pub mark: Mark,
    /// It began the transaction, so releasing it commits.
    pub begins: bool,
    /// How much was put off by then.
    pub pending: usize,
    /// Violations of deferred foreign keys at that time (SQLite).
    pub deferred: i64,
    /// Those of keys that a setting defers.
    pub put_off: i64,
}

/// A session's transaction.
#[derive(Clone, Debug, Default)]
pub struct Txn {
    /// Where it stands.
    pub state: TxnState,
    /// It may not write.
    pub read_only: bool,
    /// Its isolation level, where it was set.
    pub level: Option<&'static str>,
    /// A statement has looked at tables.
    pub queried: bool,
    /// Its savepoints, oldest first.
    pub savepoints: Vec<Savepoint>,
    /// Where in the log it began.
    pub start: Option<Mark>,
}

impl Txn {
    /// Sets a savepoint, in the place of an older one that has its name by the rule `replaces`.
    pub fn save(&mut self, point: Savepoint, replaces: Option<NameRule>) {
        if let Some(old) = replaces.and_then(|rule| self.find(&point.name, rule)) {
            self.savepoints.remove(old);
        }
        self.savepoints.push(point);
    }

    /// Begins one.
    pub fn begin(&mut self, undo: &UndoLog) {
        *self = Txn { state: TxnState::Open, start: Some(undo.mark()), ..Txn::default() };
    }

    /// Where to go back to for a whole rollback.
    pub fn start(&self, undo: &UndoLog) -> Mark {
        self.start.unwrap_or(undo.mark())
    }

    /// The newest savepoint of a name.
    pub fn find(&self, name: &str, rule: NameRule) -> Option<usize> {
        self.savepoints.iter().rposition(|s| rule.same(&s.name, name))
    }
}
