//! A session: takes a script apart, plans each statement (`prepared`), runs it (`execute`), and settles
//! what an error undoes (`transaction`). Owns the transaction, the counters and the settings; the store is
//! lent to it, so that several sessions may share one.

mod execute;
mod kind;
mod locks;
mod named;
mod prepared;
mod transaction;

use execute::as_warning;
use kind::{command_of, is_temporary};
pub use prepared::Prepared;

use std::rc::Rc;

use crate::catalog::{NameKey, Object};
use crate::dialect::{Dialect, Rules};
use crate::error::{Error, ErrorKind, Report, Result};
use crate::exec::deferred::Pending;
use crate::exec::write::Tally;
use crate::exec::{self, Cx, Work};
use crate::limits::Limits;
use crate::plan::Settings;
use crate::plan::node::ResultColumn;
use crate::plan::rules::Counting;
use crate::span::Span;
use crate::state::{SessionState, Warning};
use crate::store::{Change, Store, UndoLog};
use crate::syntax::ast::{self, StatementKind};
use crate::syntax::{self, Parsed};
use crate::trace::{Ended, Frame, FrameKind, StepKind, Trace};
use crate::txn::{Txn, TxnState};
use crate::value::Value;

/// A session.
pub struct Session {
    dialect: Dialect,
    rules: &'static Rules,
    undo: UndoLog,
    txn: Txn,
    pending: Vec<Pending>,
    /// Counters and settings.
    pub state: SessionState,
    /// What statements may use.
    pub limits: Limits,
    /// A statement is prepared under a name, to be run later.
    preparing: bool,
    /// What SHOW WARNINGS shows.
    last_warnings: Vec<Warning>,
    /// Commits keep their undo records, so that everything can be taken back.
    sandbox: bool,
    /// Lent to each statement.
    work: Work,
}

/// What a statement gave.
#[derive(Debug, Default)]
pub struct StatementResult {
    /// Where it stands in the script.
    pub span: Span,
    /// `INSERT`, `SELECT`, `CREATE TABLE` …
    pub command: &'static str,
    /// Result columns; none when it gives no rows.
    pub columns: Option<Vec<ResultColumn>>,
    /// Result rows.
    pub rows: Vec<Vec<Value>>,
    /// What became of the rows it wrote.
    pub tally: Tally,
    /// Rows that it counts as changed.
    pub changes: i64,
    /// Rows that an UPDATE met.
    pub matched: u64,
    /// Rows of its source.
    pub records: u64,
    /// It inserts several rows, or those of a query.
    pub bulk: bool,
    /// It says IGNORE.
    pub ignores: bool,
    /// MySQL's insert id in the OK packet, 0 when there is none.
    pub insert_id: i64,
    /// `last_insert_rowid()` or `LAST_INSERT_ID()` after it.
    pub last_insert_id: i64,
    /// Warnings and notices.
    pub warnings: Vec<Warning>,
    /// Its error.
    pub error: Option<Failure>,
    /// The transaction after it.
    pub transaction: TxnState,
}

/// An error, and the database's words for it.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The error.
    pub error: Error,
    /// The words.
    pub report: Report,
}

impl Session {
    /// A session of a dialect.
    pub fn new(dialect: Dialect, limits: Limits) -> Session {
        let rules = dialect.rules();
        let settings = Settings { depth: limits.depth, ..(rules.settings)() };
        Session {
            dialect,
            preparing: false,
            rules,
            undo: UndoLog::default(),
            txn: Txn::default(),
            pending: Vec::new(),
            state: SessionState { settings: Rc::new(settings), ..SessionState::default() },
            limits,
            last_warnings: Vec::new(),
            sandbox: false,
            work: Work::default(),
        }
    }

    /// An empty store for this session's dialect.
    pub fn new_store(&self) -> Store {
        let mut store = Store::new(self.rules.plan.table_names);
        (self.rules.prepare_store)(&mut store);
        store
    }

    /// The dialect.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The dialect's rules.
    pub fn rules(&self) -> &'static Rules {
        self.rules
    }

    /// The warnings of the last statement that was not SHOW.
    pub fn last_warnings(&self) -> &[Warning] {
        &self.last_warnings
    }

    /// Where the transaction stands.
    pub fn transaction(&self) -> TxnState {
        self.txn.state
    }

    /// Runs every statement of a script in order; the first error ends it unless `go_on`.
    pub fn run(
        &mut self,
        store: &mut Store,
        sql: &str,
        params: &[Value],
        go_on: bool,
        mut trace: Option<&mut Trace>,
    ) -> Vec<StatementResult> {
        let mut results = Vec::new();
        let text: Rc<str> = Rc::from(sql);
        let mut from = 0;
        while let Some(parsed) = syntax::parse_next(&text, from, self.rules.syntax) {
            from = parsed.next;
            if let Some(trace) = trace.as_deref_mut() {
                trace.begin_statement(results.len());
            }
            let result = self.run_parsed(store, &text, parsed, params, trace.as_deref_mut());
            let failed = result.error.is_some();
            results.push(result);
            if failed && !go_on {
                break;
            }
        }
        results
    }

    fn run_parsed(
        &mut self,
        store: &mut Store,
        text: &Rc<str>,
        parsed: Parsed,
        params: &[Value],
        mut trace: Option<&mut Trace>,
    ) -> StatementResult {
        let span = parsed.span;
        self.state.warnings.clear();
        if let Some(trace) = trace.as_deref_mut() {
            trace.step(Some(span), StepKind::Begin(Frame::Statement));
        }
        // A definition ends the transaction even if it comes to nothing (MySQL, "Statements That
        // Cause an Implicit Commit").
        let defines = |statement: &ast::Statement| {
            let verbs = ["CREATE", "DROP", "ALTER", "TRUNCATE"];
            verbs.iter().any(|verb| command_of(&statement.kind).starts_with(verb))
                && !is_temporary(&statement.kind)
        };
        let commits = self.rules.txn.ddl_commits && parsed.statement.as_ref().is_ok_and(defines);
        let counted = self.rules.plan.expr.all_params_given;
        let (next, count) = (parsed.next, parsed.params.count as usize);
        let none = params.is_empty() && self.rules.plan.expr.no_parameter.is_some();
        let mut prepared = self.prepare_parsed(store, text, parsed, none);
        // A script may have more parameters than each of its statements.
        let alone = || {
            let one = |parsed: Parsed| parsed.span == span;
            let syntax = self.rules.syntax;
            syntax::parse_next(text, 0, syntax).is_some_and(one)
                && syntax::parse_next(text, next, syntax).is_none()
        };
        let given = params.len();
        if counted && !none && (count > given || count < given && alone()) {
            let kind = ErrorKind::ParameterCount { given, wanted: count };
            prepared = prepared.and(Err(kind.nowhere()));
        }
        if commits && prepared.is_err() {
            // What is committed has been judged row by row.
            let _ = self.commit(store, trace.as_deref_mut());
        }
        let mut result = match prepared {
            Ok(prepared) => {
                self.state.params.clear();
                self.state.params.extend_from_slice(params);
                let mut result = self.execute_traced(store, &prepared, trace.as_deref_mut());
                if let Some(plan) = &prepared.plan
                    && result.columns.is_none()
                {
                    result.columns = plan.columns().map(<[ResultColumn]>::to_vec);
                }
                result
            }
            Err(error) => {
                self.fail_transaction();
                // A message of its own for each (PostgreSQL); MySQL's list of warnings begins anew.
                let own = self.rules.plan.ddl.dependents_are_kept;
                let notes = error.notes.iter().filter(|_| own);
                let warnings = notes.map(|n| (self.rules.warning)("Warning", n, 0)).collect();
                let failure = self.failure(error, text);
                self.last_warnings = vec![as_warning(&failure)];
                self.count_told();
                if self.rules.plan.write.counting == Counting::Mysql {
                    self.state.changes = -1;
                }
                StatementResult {
                    span,
                    error: Some(failure),
                    warnings,
                    ..StatementResult::default()
                }
            }
        };
        result.span = span;
        result.transaction = self.txn.state;
        result.last_insert_id = self.state.last_insert_id;
        if let Some(trace) = trace {
            let ended = match &result.error {
                Some(failure) => {
                    let error = failure.error.clone();
                    trace.step(error.span, StepKind::Failed { error });
                    Ended::Failed
                }
                None => Ended::Done,
            };
            trace.step(None, StepKind::End(FrameKind::Statement, ended));
        }
        result
    }

    pub(crate) fn cx<'a>(
        &'a mut self,
        store: &'a mut Store,
        trace: Option<&'a mut Trace>,
    ) -> Cx<'a> {
        self.work.begin();
        Cx {
            store,
            undo: &mut self.undo,
            trace,
            state: &mut self.state,
            limits: &self.limits,
            steps: 0,
            kept: 0,
            deadline_ms: None,
            depth: 0,
            ordinal: 0,
            txn: &mut self.txn,
            pending: &mut self.pending,
            work: &mut self.work,
        }
    }

    /// The value of an expression that stands in a statement about the session.
    ///
    /// # Errors
    /// Names that are not there; what computing it raises.
    pub fn evaluate(&mut self, store: &mut Store, expr: &ast::Expr) -> Result<Value> {
        let mut planner = self.planner(store, "");
        let bound = planner.bind(expr, &crate::plan::scope::Scope::default())?;
        let mut cx = self.cx(store, None);
        exec::expr::eval(&mut cx, &bound.expr, &exec::expr::Env::of(&[]))
    }

    /// Sets definitions, or with none removes them, on behalf of a statement about the session.
    ///
    /// # Errors
    /// As at the end of any statement outside a transaction.
    pub fn define(
        &mut self,
        store: &mut Store,
        objects: Vec<(NameKey, Option<Object>)>,
    ) -> Result<()> {
        for (key, after) in objects {
            let before = store.catalog().get(&key).cloned();
            let change = Change::Object { key, before, after };
            store.apply(&change, &[]);
            self.undo.record(&change);
        }
        match self.txn.state {
            TxnState::Idle => self.commit(store, None),
            _ => Ok(()),
        }
    }

    /// Commits, and removes everything in a schema; the tables and views are counted.
    fn drop_schema(
        &mut self,
        store: &mut Store,
        name: &str,
        mut trace: Option<&mut Trace>,
    ) -> Result<()> {
        self.commit(store, trace.as_deref_mut())?;
        let folded = name.to_ascii_lowercase();
        let own = |(key, object): (&NameKey, &Object)| {
            (key.schema == folded).then(|| (key.clone(), object.clone()))
        };
        let gone: Vec<_> = store.catalog().objects().filter_map(own).collect();
        let mut cx = self.cx(store, trace);
        // Indexes and triggers go before what they belong to.
        for owners in [false, true] {
            for (key, object) in &gone {
                if matches!(object.kind(), "table" | "view") == owners {
                    let (key, before) = (key.clone(), Some(object.clone()));
                    cx.write(&Change::Object { key, before, after: None }, &[]);
                    cx.state.changes += i64::from(owners);
                }
            }
        }
        self.commit(store, None)
    }

    /// The database's words for an error.
    pub fn failure(&self, error: Error, text: &str) -> Failure {
        let mut report = (self.rules.report)(&error, text);
        (self.rules.name_database)(&mut report, &self.state.settings);
        Failure { error, report }
    }

    fn execute_session(
        &mut self,
        store: &mut Store,
        prepared: &Prepared,
        result: &mut StatementResult,
        trace: Option<&mut Trace>,
    ) -> Result<()> {
        let span = prepared.span;
        let named = matches!(prepared.statement.kind, StatementKind::Named(_));
        let done = match &prepared.statement.kind {
            StatementKind::Begin(mode) => {
                let modes = match mode {
                    ast::BeginMode::With(modes) => *modes,
                    mode => ast::TransactionModes {
                        read_only: Some(*mode == ast::BeginMode::ReadOnly),
                        ..ast::TransactionModes::default()
                    },
                };
                self.begin(store, trace).map(|()| self.set_modes(modes))
            }
            StatementKind::Commit { chain } => self.commit_statement(store, *chain, result, trace),
            StatementKind::Rollback { to: Some(name), .. } => self.rollback_to(store, name, trace),
            StatementKind::Rollback { to: None, chain } => {
                self.rollback_statement(store, *chain, trace)
            }
            StatementKind::Savepoint(name) => self.savepoint(name),
            StatementKind::Release(name) => self.release(store, name, trace),
            StatementKind::SetConstraints { names, deferred } => {
                self.set_constraints(store, names.as_deref(), *deferred, trace)
            }
            StatementKind::Named(named) => self.run_named(store, named, result, trace),
            // The rest of `is_session_statement` is the dialect's own.
            _ => {
                let mut counted = false;
                if let StatementKind::Database(database) = &prepared.statement.kind {
                    counted = true;
                    self.state.changes = 0;
                    if database.verb == "DROP DATABASE" {
                        self.drop_schema(store, &database.name.text, trace)?;
                    }
                }
                let (columns, rows) = (self.rules.command)(self, store, &prepared.statement)?;
                result.columns = columns;
                result.rows = rows;
                if counted {
                    result.changes = self.state.changes;
                }
                Ok(())
            }
        };
        done.map_err(|error| {
            self.fail_transaction();
            // Outside a transaction an error ends the one that the statement was (SQLite).
            if self.txn.state == TxnState::Idle {
                self.end_transaction();
            }
            // The statement of PREPARE has places of its own (PostgreSQL).
            match named && !self.rules.names_replace {
                true => error,
                false => error.or_at(span),
            }
        })
    }
}
