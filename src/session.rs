//! A session: takes a script apart, plans each statement, runs it, and settles what an error
//! undoes. Owns the transaction, the counters and the settings; the store is lent to it, so that
//! several sessions may share one.

mod named;

use std::rc::Rc;

use crate::catalog::{NameKey, Object, Table};
use crate::dialect::{Dialect, Rules};
use crate::error::{Error, ErrorKind, Report, Result, Undo};
use crate::exec::deferred::{self, Pending};
use crate::exec::write::{self, Outcome, Tally};
use crate::exec::{self, Cx, Flow, Work, ddl, procedure, query};
use crate::limits::Limits;
use crate::plan::conflict::When;
use crate::plan::ddl::Ddl;
use crate::plan::dml::Source;
use crate::plan::node::ResultColumn;
use crate::plan::rules::{Counting, LastId};
use crate::plan::{Plan, PlanState, Planner};
use crate::span::Span;
use crate::state::{ForeignCounts, SessionState, Warning};
use crate::store::{Change, Store, UndoLog};
use crate::syntax::ast::{self, Statement, StatementKind};
use crate::syntax::{self, Parsed};
use crate::trace::{Ended, Frame, FrameKind, StepKind, Trace};
use crate::txn::{Misplaced, Savepoint, SavepointOutside, Txn, TxnState};
use crate::value::{Value, ValueRef};

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

/// A statement that is parsed and, where it reads or writes rows, planned.
pub struct Prepared {
    /// Its text.
    pub text: Rc<str>,
    /// Its place in that text.
    pub span: Span,
    /// Its parameters.
    pub params: syntax::Params,
    statement: Statement,
    plan: Option<Rc<Plan>>,
    effects: Effects,
    /// Warnings that planning gave.
    notes: Vec<ErrorKind>,
    version: u64,
    settings: Rc<crate::plan::Settings>,
}

impl Prepared {
    /// Its result columns as it is planned now: an empty list when it gives no rows, none when they
    /// are known only once it ran (PRAGMA, SHOW).
    pub fn columns(&self) -> Option<&[ResultColumn]> {
        Some(self.plan.as_ref()?.columns().unwrap_or(&[]))
    }

    /// The names of its parameters by number, with their marks; none for one without a name.
    pub fn parameters(&self) -> Vec<Option<Rc<str>>> {
        parameter_names(&self.params)
    }

    /// Whether it may be an INSERT that [`Session::execute_direct`] runs.
    pub fn is_direct(&self) -> bool {
        let Some(Plan::Insert(insert)) = self.plan.as_deref() else { return false };
        insert.direct.is_some() && matches!(&insert.source, Source::Rows(rows) if rows.len() == 1)
    }

    /// The version of the definitions that it is planned for; none when it needs no plan.
    pub fn version(&self) -> Option<u64> {
        self.plan.as_ref().map(|_| self.version)
    }
}

/// What planning learned of a statement beside its plan.
#[derive(Clone, Default)]
struct Effects {
    /// An error may leave what it wrote (see [`crate::txn::TxnRules::journal_for_checks`]).
    no_journal: bool,
    /// Tables with AUTOINCREMENT that it may add rows to.
    counted: Vec<Rc<Table>>,
    /// It makes or drops a temporary table, which ends no transaction.
    temporary: bool,
}

impl Session {
    /// A session of a dialect.
    pub fn new(dialect: Dialect, limits: Limits) -> Session {
        let rules = dialect.rules();
        let settings = Rc::new((rules.settings)());
        Session {
            dialect,
            rules,
            undo: UndoLog::default(),
            txn: Txn::default(),
            pending: Vec::new(),
            state: SessionState { settings, ..SessionState::default() },
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
        let prepared = self.prepare_parsed(store, text, parsed);
        if commits && prepared.is_err() {
            // What is committed has been judged row by row.
            let _ = self.commit(store, trace.as_deref_mut());
        }
        let mut result = match prepared {
            Ok(prepared) => {
                self.state.params.clear();
                self.state.params.extend_from_slice(params);
                let mut result = self.execute_traced(store, &prepared, trace.as_deref_mut());
                if let Some(plan) = &prepared.plan {
                    result.columns = plan.columns().map(<[ResultColumn]>::to_vec);
                }
                result
            }
            Err(error) => {
                self.fail_transaction();
                let failure = self.failure(error, text);
                self.last_warnings = vec![as_warning(&failure)];
                self.count_told();
                StatementResult { span, error: Some(failure), ..StatementResult::default() }
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

    /// The names of the parameters of a text, if it is exactly one statement.
    pub fn parameters(&self, sql: &str) -> Option<Vec<Option<Rc<str>>>> {
        let text: Rc<str> = Rc::from(sql);
        let parsed = syntax::parse_next(&text, 0, self.rules.syntax)?;
        let is_one = parsed.statement.is_err()
            || syntax::parse_next(&text, parsed.next, self.rules.syntax).is_none();
        is_one.then(|| parameter_names(&parsed.params))
    }

    /// Parses and plans one statement, which must be the only one of the text.
    ///
    /// # Errors
    /// Syntax, names, features that are not there; [`ErrorKind::StatementCount`] when there is
    /// not exactly one statement.
    #[allow(clippy::result_large_err, reason = "made once, for a statement that is not there")]
    pub fn prepare(&mut self, store: &Store, sql: &str) -> std::result::Result<Prepared, Failure> {
        let text: Rc<str> = Rc::from(sql);
        let fail = |error| self.failure(error, &text);
        let Some(parsed) = syntax::parse_next(&text, 0, self.rules.syntax) else {
            return Err(fail(ErrorKind::StatementCount.nowhere()));
        };
        if parsed.statement.is_ok()
            && syntax::parse_next(&text, parsed.next, self.rules.syntax).is_some()
        {
            return Err(fail(ErrorKind::StatementCount.nowhere()));
        }
        let prepared = self.prepare_parsed(store, &text, parsed);
        prepared.map_err(|error| {
            self.fail_transaction();
            self.failure(error, &text)
        })
    }

    fn prepare_parsed(&self, store: &Store, text: &Rc<str>, parsed: Parsed) -> Result<Prepared> {
        if text.len() > self.limits.sql_length {
            return Err(ErrorKind::Limit { what: "sqlLength" }.at(parsed.span));
        }
        let statement = match parsed.statement {
            Ok(statement) => statement,
            Err(error) => return Err(self.earlier_error(store, text, parsed.span, error)),
        };
        if self.txn.state == TxnState::Failed && !ends_failed_transaction(&statement.kind) {
            return Err(ErrorKind::TransactionAborted.nowhere());
        }
        let mut prepared = Prepared {
            text: text.clone(),
            span: parsed.span,
            params: parsed.params,
            statement,
            plan: None,
            effects: Effects::default(),
            notes: Vec::new(),
            version: 0,
            settings: Rc::default(),
        };
        self.plan(store, &mut prepared)?;
        Ok(prepared)
    }

    /// What is wrong with the part of a statement that is judged before its error of syntax.
    fn earlier_error(&self, store: &Store, text: &str, span: Span, error: Error) -> Error {
        let own = text.get(span.start as usize..span.end as usize).unwrap_or("");
        let at = error.span.map_or(own.len(), |s| (s.start.saturating_sub(span.start)) as usize);
        let Some(part) = (self.rules.read_before)(own, at) else { return error };
        let parsed = syntax::parse_next(&part, 0, self.rules.syntax).map(|p| p.statement);
        let Some(Ok(statement)) = parsed else { return error };
        let mut planner = Planner {
            catalog: store.catalog(),
            rules: &self.rules.plan,
            text: &part,
            base: 0,
            settings: &self.state.settings,
            state: PlanState::default(),
        };
        match planner.plan(&statement) {
            Err(found) => found.into_kind().at(span),
            Ok(_) => error,
        }
    }

    fn plan(&self, store: &Store, prepared: &mut Prepared) -> Result<()> {
        if is_session_statement(&prepared.statement.kind) {
            return Ok(());
        }
        let mut planner = Planner {
            catalog: store.catalog(),
            rules: &self.rules.plan,
            text: &prepared.text,
            base: 0,
            settings: &self.state.settings,
            state: PlanState::default(),
        };
        prepared.plan = Some(Rc::new(planner.plan(&prepared.statement)?));
        let reach = &planner.state.reach;
        let journal = reach.many.get() && reach.abort.get();
        prepared.effects = Effects {
            no_journal: self.rules.txn.journal_for_checks && !journal,
            counted: reach.counted.borrow().clone(),
            temporary: is_temporary(&prepared.statement.kind),
        };
        prepared.notes = planner.state.notes;
        prepared.version = store.catalog().version();
        prepared.settings = self.state.settings.clone();
        Ok(())
    }

    /// Runs a prepared statement, planning it again if definitions have changed. The result does not
    /// repeat the columns that [`Prepared::columns`] knows.
    pub fn execute(
        &mut self,
        store: &mut Store,
        prepared: &mut Prepared,
        params: &mut Vec<Value>,
    ) -> StatementResult {
        self.state.warnings.clear();
        if self.txn.state == TxnState::Failed && !ends_failed_transaction(&prepared.statement.kind)
        {
            let error = ErrorKind::TransactionAborted.nowhere();
            let error = Some(self.failure(error, &prepared.text));
            return StatementResult { error, span: prepared.span, ..StatementResult::default() };
        }
        let stale = prepared.plan.is_some()
            && (prepared.version != store.catalog().version()
                || !Rc::ptr_eq(&prepared.settings, &self.state.settings)
                    && prepared.settings != self.state.settings);
        if stale && let Err(error) = self.plan(store, prepared) {
            self.fail_transaction();
            let error = Some(self.failure(error, &prepared.text));
            return StatementResult { error, span: prepared.span, ..StatementResult::default() };
        }
        std::mem::swap(&mut self.state.params, params);
        let mut result = self.execute_traced(store, prepared, None);
        std::mem::swap(&mut self.state.params, params);
        result.span = prepared.span;
        result.transaction = self.txn.state;
        result.last_insert_id = self.state.last_insert_id;
        result
    }

    /// Runs a prepared INSERT of one row whose values are these parameters, where nothing else is to be
    /// done for it. None when it has to be executed; nothing was then done.
    pub fn execute_direct(
        &mut self,
        store: &mut Store,
        prepared: &Prepared,
        params: &[ValueRef<'_>],
    ) -> Option<Tally> {
        let Some(Plan::Insert(insert)) = prepared.plan.as_deref() else { return None };
        let direct = insert.direct.as_ref()?;
        let idle = self.txn.state == TxnState::Idle;
        let usable = prepared.version == store.catalog().version()
            && Rc::ptr_eq(&prepared.settings, &self.state.settings)
            && prepared.notes.is_empty()
            && self.txn.state != TxnState::Failed
            && !self.state.settings.query_only()
            && !(idle && self.state.settings.manual_commit);
        let Source::Rows(rows) = &insert.source else { return None };
        let [cells] = &rows[..] else { return None };
        if !usable {
            return None;
        }
        let mut cx = self.cx(store, None);
        let tally = exec::direct::insert(&mut cx, &insert.target, direct, cells, params)?;
        self.state.warnings.clear();
        self.last_warnings.clear();
        self.state.told = [0, 0];
        (self.state.now_ms, self.state.given_id) = (None, None);
        self.state.changes = tally.written() as i64;
        self.state.total_changes += self.state.changes;
        if idle {
            self.forget(store);
        }
        Some(tally)
    }

    fn execute_traced(
        &mut self,
        store: &mut Store,
        prepared: &Prepared,
        trace: Option<&mut Trace>,
    ) -> StatementResult {
        let mut result = StatementResult {
            command: command_of(&prepared.statement.kind),
            ..StatementResult::default()
        };
        for kind in &prepared.notes {
            self.state.warnings.push((self.rules.warning)("Warning", kind, 0));
        }
        let done = match &prepared.plan {
            Some(plan) => {
                let effects = &prepared.effects;
                self.execute_plan(store, plan.clone(), effects, &mut result, trace)
            }
            None => self.execute_session(store, prepared, &mut result, trace),
        };
        if let Err(error) = done {
            result.error = Some(self.failure(error, &prepared.text));
        }
        if result.error.is_some() {
            result.rows.clear();
        }
        // What is explained counts as a statement that wrote nothing (SQLite).
        if let StatementKind::Explain { statement, .. } = &prepared.statement.kind
            && self.rules.plan.write.counting == Counting::Written
            && !matches!(statement.kind, StatementKind::Query(_))
        {
            self.state.changes = 0;
        }
        if self.rules.plan.write.counting == Counting::Mysql {
            // ROW_COUNT(): -1 after an error or a result set, 0 after definitions.
            let rows = prepared
                .plan
                .as_ref()
                .map_or(result.columns.is_some(), |plan| matches!(plan.main(), Plan::Query(_)));
            let counted = result.error.is_none() && !rows;
            self.state.changes = if counted { result.changes } else { -1 };
        }
        if !self.state.warnings.is_empty() {
            let quiet = self.state.quiet;
            let told = |w: &&Warning| match w.level {
                "NOTICE" => quiet < 1,
                "WARNING" => quiet < 2,
                _ => true,
            };
            result.warnings.extend(self.state.warnings.iter().filter(told).cloned());
        }
        // What reads no table leaves the messages ("SHOW WARNINGS Statement").
        let quiet = result.error.is_none() && result.warnings.is_empty();
        let shows = match &prepared.statement.kind {
            StatementKind::Show(_) => true,
            StatementKind::Query(query) => match &query.body {
                ast::SetExpr::Select(select) => select.from.is_none() && quiet,
                _ => false,
            },
            _ => prepared.plan.is_none() && quiet,
        };
        if !shows && (!quiet || !self.last_warnings.is_empty()) {
            self.last_warnings.clone_from(&result.warnings);
            self.last_warnings.extend(result.error.as_ref().map(as_warning));
        }
        if !shows {
            self.count_told();
        }
        result
    }

    fn count_told(&mut self) {
        let errors = self.last_warnings.iter().filter(|w| w.level == "Error").count();
        self.state.told = [self.last_warnings.len() as i64, errors as i64];
    }

    fn execute_plan(
        &mut self,
        store: &mut Store,
        plan: Rc<Plan>,
        effects: &Effects,
        result: &mut StatementResult,
        mut trace: Option<&mut Trace>,
    ) -> Result<()> {
        let is_ddl = matches!(*plan, Plan::Ddl(_));
        let writes = matches!(
            plan.main(),
            Plan::Insert(_) | Plan::Update(_) | Plan::Delete(_) | Plan::Merge(_) | Plan::Instead(_)
        ) || matches!(&*plan, Plan::With(with) if !with.writes.is_empty());
        // Temporary tables are not written to in MySQL's sense.
        let temporary = effects.temporary && self.rules.txn.ddl_commits;
        let read_only = self.txn.read_only && !temporary;
        let query_only = self.state.settings.query_only();
        if self.txn.read_only && matches!(*plan, Plan::Do(_) | Plan::Call(_)) {
            return Err(ErrorKind::unsupported("procedures in read-only transactions").nowhere());
        }
        if (read_only || query_only) && (writes || is_ddl) {
            if writes && query_only {
                self.state.changes = 0;
            }
            self.fail_transaction();
            return Err(ErrorKind::ReadOnlyTransaction { command: result.command }.nowhere());
        }
        if is_ddl && self.rules.txn.ddl_commits && !effects.temporary {
            self.commit(store, trace.as_deref_mut())?;
        } else if self.state.settings.manual_commit && self.txn.state == TxnState::Idle {
            self.txn.begin(&self.undo);
        }
        self.state.now_ms = None;
        self.state.given_id = None;
        let mark = self.undo.mark();
        let pending = self.pending.len();
        self.state.foreign.statement = 0;
        let foreign = self.state.foreign;
        let mut outcome = Outcome::default();
        let mut cx = self.cx(store, trace.as_deref_mut());
        let counted_before = cx.state.total_changes;
        cx.open_book(&effects.counted);
        let done = run_plan(&mut cx, &plan, &mut outcome);
        if done.is_ok() {
            cx.close_book();
        }
        let warnings = std::mem::take(&mut cx.work.warnings);
        self.tell(warnings);
        let settled = match done {
            Ok(()) if self.txn.state == TxnState::Idle => self.commit(store, trace.as_deref_mut()),
            done => done,
        };
        // Nor is a new or dropped temporary table taken back by ROLLBACK (MySQL).
        if effects.temporary
            && self.rules.txn.ddl_commits
            && settled.is_ok()
            && matches!(&*plan, Plan::Ddl(Ddl::CreateTable(_) | Ddl::Drop(_)))
        {
            self.undo.keep_since(mark);
        }
        // What FAIL keeps is committed like anything else.
        let settled = match settled {
            Err(error) if error.undo == Undo::Nothing && self.txn.state == TxnState::Idle => {
                self.commit(store, trace.as_deref_mut()).and(Err(error))
            }
            settled => settled,
        };
        if let Err(mut error) = settled {
            let stays = effects.no_journal && self.txn.state == TxnState::Open;
            self.nested_too_deep(&mut error, counted_before, stays);
            let undo = error.undo;
            let open = self.txn.state == TxnState::Open;
            let left = writes && effects.no_journal && open && undo == Undo::Statement;
            let settled = if left { Undo::Nothing } else { undo };
            self.settle(store, mark, pending, settled, trace);
            if settled == Undo::Statement {
                self.state.foreign = foreign;
            }
            // What DROP TABLE deleted counts only if it stays deleted.
            if matches!(&*plan, Plan::Ddl(Ddl::Drop(dropped)) if !dropped.emptied.is_empty()) {
                self.state.changes = 0;
            }
            // Rows that were written before the error count here (sql_class.cc, cleanup_after_query).
            if let Plan::Insert(insert) = plan.main()
                && insert.target.last_id == LastId::FirstGenerated
                && let Some(id) = outcome.generated_id
            {
                self.state.last_insert_id = id;
            }
            if writes {
                self.state.changes = if undo == Undo::Nothing { outcome.changes } else { 0 };
                self.state.total_changes += self.state.changes;
            }
            self.fail_transaction();
            return Err(error);
        }
        if writes {
            self.state.changes = outcome.changes;
            self.state.total_changes += outcome.changes;
        }
        self.finish_result(&plan, outcome, result);
        Ok(())
    }

    fn finish_result(&mut self, plan: &Plan, mut outcome: Outcome, result: &mut StatementResult) {
        // Rows of CREATE TABLE … AS count in MySQL.
        if matches!(plan, Plan::Ddl(Ddl::CreateTableAs(..))) && self.rules.txn.ddl_commits {
            outcome.changes = outcome.records as i64;
        }
        // So does the row of SELECT … INTO.
        if matches!(plan, Plan::Do(_)) && self.rules.txn.ddl_commits {
            outcome.changes = i64::from(self.state.warnings.is_empty());
        }
        if let Plan::Insert(insert) = plan.main()
            && insert.target.last_id == LastId::FirstGenerated
        {
            if let Some(id) = outcome.generated_id {
                self.state.last_insert_id = id;
            }
            result.bulk = match &insert.source {
                crate::plan::dml::Source::Rows(rows) => rows.len() > 1,
                crate::plan::dml::Source::Query(_) => true,
            };
            let tally = &outcome.tally;
            let copied = tally.inserted + tally.replaced + tally.updated > 0;
            let given = self.state.given_id.or(outcome.packet_id.filter(|_| copied));
            result.insert_id = outcome.generated_id.or(given).unwrap_or(0);
            result.ignores = insert.ignores;
        }
        if let Plan::Ddl(Ddl::AlterTable(alter)) = plan.main() {
            // A table that only gets another name has no rows to tell of.
            result.bulk = alter.table.name == alter.before.name;
        }
        if let Plan::Update(_) = plan.main() {
            result.insert_id = self.state.given_id.unwrap_or(0);
        }
        let Outcome { mut rows, tally, changes, matched, records, .. } = outcome;
        if let (Some(show), Some(columns)) = (self.rules.show, plan.columns()) {
            for (at, column) in columns.iter().enumerate() {
                if column.ty == crate::types::Type::Float4 {
                    rows.iter_mut().for_each(|row| show(&mut row[at]));
                }
            }
        }
        result.rows.extend(rows);
        (result.tally, result.changes, result.matched, result.records) =
            (tally, changes, matched, records);
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
            pending: &mut self.pending,
            work: &mut self.work,
        }
    }

    /// Takes back what an error undoes. This is the whole difference between FAIL, ABORT and
    /// ROLLBACK.
    fn settle(
        &mut self,
        store: &mut Store,
        statement: crate::store::Mark,
        pending: usize,
        undo: Undo,
        trace: Option<&mut Trace>,
    ) {
        match undo {
            Undo::Nothing => {
                if self.txn.state == TxnState::Idle {
                    self.forget(store);
                }
            }
            Undo::Statement => {
                self.pending.truncate(pending);
                self.undo_to(store, statement, undo, trace);
                if self.txn.state == TxnState::Idle {
                    self.forget(store);
                }
            }
            Undo::Transaction => {
                let start = if self.txn.state == TxnState::Idle {
                    statement
                } else {
                    self.txn.start(&self.undo)
                };
                self.pending.clear();
                self.undo_to(store, start, undo, trace);
                self.forget(store);
                self.end_transaction();
            }
        }
    }

    fn undo_to(
        &mut self,
        store: &mut Store,
        mark: crate::store::Mark,
        scope: Undo,
        trace: Option<&mut Trace>,
    ) {
        if self.undo.is_at(mark) {
            return;
        }
        match trace {
            Some(trace) => {
                trace.step(None, StepKind::Undid { scope });
                self.undo.undo_to(mark, store, &mut |store, change, applied| {
                    if applied {
                        trace.after_change(store, change);
                    } else {
                        trace.before_change(store, change);
                    }
                });
            }
            None => self.undo.undo_to(mark, store, &mut |_, _, _| {}),
        }
    }

    /// Forgets the undo records of what is now final.
    fn forget(&mut self, store: &mut Store) {
        if !self.sandbox {
            self.undo.commit(store);
        }
    }

    /// Ends the open transaction as COMMIT does.
    ///
    /// # Errors
    /// What was put off and does not hold.
    pub fn commit_now(&mut self, store: &mut Store) -> Result<()> {
        self.commit(store, None)
    }

    /// The value of an expression that stands in a statement about the session.
    ///
    /// # Errors
    /// Names that are not there; what computing it raises.
    pub fn evaluate(&mut self, store: &mut Store, expr: &ast::Expr) -> Result<Value> {
        let mut planner = Planner {
            catalog: store.catalog(),
            rules: &self.rules.plan,
            text: "",
            base: 0,
            settings: &self.state.settings,
            state: PlanState::default(),
        };
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

    /// SQLite lets triggers nest deeper than this engine can. What fires itself without end comes
    /// to the same error there, with what its further levels would have counted; what they would
    /// have written must not stay.
    fn nested_too_deep(&mut self, error: &mut Error, before: i64, stays: bool) {
        const DEPTH: i64 = 1000;
        let deep = matches!(*error.kind, ErrorKind::Limit { what: "triggers" });
        if !deep || self.rules.plan.write.counting != Counting::Written {
            return;
        }
        let depth = self.limits.depth as i64;
        let counted = self.state.total_changes - before;
        match counted % depth {
            0 if !stays => self.state.total_changes += counted / depth * (DEPTH - depth),
            _ => *error.kind = ErrorKind::Limit { what: "depth" },
        }
    }

    fn fail_transaction(&mut self) {
        if self.rules.txn.error_fails_transaction && self.txn.state == TxnState::Open {
            self.txn.state = TxnState::Failed;
        }
    }

    /// Commits: judges what was put off until now, then makes all final.
    /// Tells of what happened on the way.
    fn tell(&mut self, warnings: Vec<(&'static str, ErrorKind, usize)>) {
        for (level, kind, row) in warnings {
            let warning = (self.rules.warning)(level, &kind, row);
            self.state.warnings.push(warning);
        }
    }

    fn commit(&mut self, store: &mut Store, trace: Option<&mut Trace>) -> Result<()> {
        let counts = self.state.foreign;
        if !self.pending.is_empty() || counts.deferred + counts.put_off != 0 {
            let mut cx = self.cx(store, trace);
            let judged = deferred::judge(&mut cx, When::Commit);
            let told = std::mem::take(&mut cx.work.warnings);
            self.tell(told);
            judged?;
        }
        self.forget(store);
        self.end_transaction();
        Ok(())
    }

    /// `PRAGMA defer_foreign_keys` holds until the transaction ends.
    fn end_transaction(&mut self) {
        self.txn = Txn::default();
        self.state.foreign = ForeignCounts::default();
        let settings = &self.state.settings;
        if settings.defer_foreign_keys || !settings.constraints.is_empty() {
            let settings = Rc::make_mut(&mut self.state.settings);
            settings.defer_foreign_keys = false;
            settings.constraints.clear();
        }
    }

    fn rollback(&mut self, store: &mut Store, trace: Option<&mut Trace>) {
        let start = self.txn.start(&self.undo);
        self.pending.clear();
        self.undo_to(store, start, Undo::Transaction, trace);
        self.forget(store);
        self.end_transaction();
    }

    /// Runs something and takes everything back: rows, definitions, sequences, transaction,
    /// counters, settings.
    pub fn in_sandbox<R>(
        &mut self,
        store: &mut Store,
        body: impl FnOnce(&mut Session, &mut Store) -> R,
    ) -> R {
        let mark = self.undo.mark();
        let (state, txn, pending) = (self.state.clone(), self.txn.clone(), self.pending.clone());
        let outer = std::mem::replace(&mut self.sandbox, true);
        self.undo.set_append_only(true);
        let result = body(self, store);
        self.undo.undo_all(mark, store);
        self.undo.set_append_only(outer);
        self.sandbox = outer;
        (self.state, self.txn, self.pending) = (state, txn, pending);
        result
    }

    /// The database's words for an error.
    pub fn failure(&self, error: Error, text: &str) -> Failure {
        let report = (self.rules.report)(&error, text);
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
            StatementKind::Pragma { .. }
            | StatementKind::Set(_)
            | StatementKind::Show(_)
            | StatementKind::Describe(_)
            | StatementKind::Attach { .. }
            | StatementKind::Vacuum(_)
            | StatementKind::Analyze(_)
            | StatementKind::Utility { .. }
            | StatementKind::Reset { .. }
            | StatementKind::SetTransaction(_)
            | StatementKind::Detach(_) => {
                let (columns, rows) = (self.rules.command)(self, store, &prepared.statement)?;
                result.columns = columns;
                result.rows = rows;
                Ok(())
            }
            _ => Err(ErrorKind::unsupported("this statement").at(span)),
        };
        done.map_err(|error| {
            self.fail_transaction();
            error.or_at(span)
        })
    }

    /// Sets what is said of the transaction's modes.
    pub(crate) fn set_modes(&mut self, modes: ast::TransactionModes) {
        self.txn.read_only = modes.read_only.unwrap_or(self.txn.read_only);
        self.txn.level = modes.level.or(self.txn.level);
    }

    /// Whether the transaction is read-only, and its isolation level, where it was set.
    pub(crate) fn modes(&self) -> (bool, Option<&'static str>) {
        (self.txn.read_only, self.txn.level)
    }

    fn begin(&mut self, store: &mut Store, trace: Option<&mut Trace>) -> Result<()> {
        if self.txn.state != TxnState::Idle {
            match self.rules.txn.begin_inside {
                Misplaced::Error => return Err(ErrorKind::InTransaction.nowhere()),
                Misplaced::Warning => {
                    self.warn(ErrorKind::InTransaction);
                    return Ok(());
                }
                Misplaced::Nothing => return Ok(()),
                Misplaced::Commit => self.commit(store, trace)?,
            }
        }
        self.txn.begin(&self.undo);
        Ok(())
    }

    fn commit_statement(
        &mut self,
        store: &mut Store,
        chain: bool,
        result: &mut StatementResult,
        mut trace: Option<&mut Trace>,
    ) -> Result<()> {
        match self.txn.state {
            TxnState::Idle if chain && self.rules.txn.error_fails_transaction => {
                return Err(ErrorKind::NoTransaction { word: "COMMIT AND CHAIN" }.nowhere());
            }
            TxnState::Idle => self.misplaced(self.rules.txn.commit_outside, "COMMIT")?,
            TxnState::Failed => {
                self.rollback(store, trace);
                result.command = "ROLLBACK";
            }
            TxnState::Open => {
                if let Err(error) = self.commit(store, trace.as_deref_mut()) {
                    if self.rules.txn.failed_commit_rolls_back {
                        self.rollback(store, trace);
                    }
                    return Err(error);
                }
            }
        }
        if chain {
            self.txn.begin(&self.undo);
        }
        Ok(())
    }

    fn rollback_statement(
        &mut self,
        store: &mut Store,
        chain: bool,
        trace: Option<&mut Trace>,
    ) -> Result<()> {
        if self.txn.state == TxnState::Idle {
            if chain && self.rules.txn.error_fails_transaction {
                return Err(ErrorKind::NoTransaction { word: "ROLLBACK AND CHAIN" }.nowhere());
            }
            self.misplaced(self.rules.txn.rollback_outside, "ROLLBACK")?;
        } else {
            self.rollback(store, trace);
        }
        if chain {
            self.txn.begin(&self.undo);
        }
        Ok(())
    }

    fn misplaced(&mut self, what: Misplaced, word: &'static str) -> Result<()> {
        let kind = ErrorKind::NoTransaction { word };
        match what {
            Misplaced::Error => Err(kind.nowhere()),
            Misplaced::Warning => {
                self.warn(kind);
                Ok(())
            }
            Misplaced::Nothing | Misplaced::Commit => Ok(()),
        }
    }

    fn warn(&mut self, kind: ErrorKind) {
        let warning = (self.rules.warning)("WARNING", &kind, 0);
        self.state.warnings.push(warning);
    }

    /// SET CONSTRAINTS: holds until the transaction ends; IMMEDIATE judges at once.
    fn set_constraints(
        &mut self,
        store: &mut Store,
        names: Option<&[ast::ObjectName]>,
        deferred: bool,
        trace: Option<&mut Trace>,
    ) -> Result<()> {
        if self.txn.state == TxnState::Idle {
            self.warn(ErrorKind::NoTransaction { word: "SET CONSTRAINTS" });
        }
        let mut said: Vec<(Option<Rc<str>>, bool)> = Vec::new();
        for name in names.unwrap_or_default() {
            let text = &name.name.text;
            let kind = match store.catalog().deferrable(text) {
                None => ErrorKind::NoSuchObject { kind: "constraint", name: text.to_string() },
                Some(ast::Deferrable::No) => {
                    ErrorKind::NotDeferrable { constraint: text.to_string() }
                }
                Some(ast::Deferrable::Immediate | ast::Deferrable::Deferred) => {
                    said.push((Some(text.clone()), deferred));
                    continue;
                }
            };
            return Err(kind.nowhere());
        }
        if names.is_none() {
            said.push((None, deferred));
        }
        if self.txn.state == TxnState::Idle {
            return Ok(());
        }
        if !deferred {
            let of = |name: &str| said.iter().any(|(n, _)| n.as_deref().is_none_or(|n| n == name));
            let mut cx = self.cx(store, trace);
            let judged = deferred::judge_now(&mut cx, &of);
            let told = std::mem::take(&mut cx.work.warnings);
            self.tell(told);
            judged?;
        }
        Rc::make_mut(&mut self.state.settings).constraints.extend(said);
        Ok(())
    }

    fn savepoint(&mut self, name: &ast::Ident) -> Result<()> {
        let mut begins = false;
        if self.txn.state == TxnState::Idle {
            match self.rules.txn.savepoint_outside {
                SavepointOutside::Begins => {
                    self.txn.begin(&self.undo);
                    begins = true;
                }
                SavepointOutside::Error => {
                    return Err(ErrorKind::NoTransaction { word: "SAVEPOINT" }.nowhere());
                }
                SavepointOutside::Nothing => return Ok(()),
            }
        }
        if self.rules.txn.savepoint_replaces
            && let Some(old) = self.txn.find(&name.text, self.rules.txn.names)
        {
            self.txn.savepoints.remove(old);
        }
        let mark = self.undo.mark();
        let (deferred, put_off) = (self.state.foreign.deferred, self.state.foreign.put_off);
        let name = name.text.clone();
        let pending = self.pending.len();
        self.txn.savepoints.push(Savepoint { name, mark, begins, pending, deferred, put_off });
        Ok(())
    }

    fn must_savepoint(&self, name: &ast::Ident) -> Result<usize> {
        self.txn
            .find(&name.text, self.rules.txn.names)
            .ok_or_else(|| ErrorKind::NoSuchSavepoint { name: name.text.to_string() }.at(name.span))
    }

    fn release(
        &mut self,
        store: &mut Store,
        name: &ast::Ident,
        trace: Option<&mut Trace>,
    ) -> Result<()> {
        let found = self.must_savepoint(name)?;
        if self.txn.savepoints[found].begins {
            return self.commit(store, trace);
        }
        self.txn.savepoints.truncate(found);
        Ok(())
    }

    fn rollback_to(
        &mut self,
        store: &mut Store,
        name: &ast::Ident,
        trace: Option<&mut Trace>,
    ) -> Result<()> {
        let found = self.must_savepoint(name)?;
        self.txn.savepoints.truncate(found + 1);
        let Savepoint { mark, pending, deferred, put_off, .. } = self.txn.savepoints[found];
        self.pending.truncate(pending);
        self.state.foreign = ForeignCounts { statement: 0, deferred, put_off };
        self.undo_to(store, mark, Undo::Transaction, trace);
        if self.txn.state == TxnState::Failed {
            self.txn.state = TxnState::Open;
        }
        Ok(())
    }
}

fn run_plan(cx: &mut Cx<'_>, plan: &Plan, outcome: &mut Outcome) -> Result<()> {
    match plan {
        Plan::Query(query) => {
            query::run(cx, &query.node, None, &mut |cx, row| {
                query::keep(cx, outcome.rows.len(), row)?;
                outcome.rows.push(row.to_vec());
                Ok(Flow::Continue)
            })?;
            Ok(())
        }
        Plan::With(with) => write::run_with(cx, with, &mut |cx| run_plan(cx, &with.main, outcome)),
        Plan::Insert(_) | Plan::Update(_) | Plan::Delete(_) | Plan::Merge(_) | Plan::Instead(_) => {
            write::run_write(cx, plan, outcome)
        }
        Plan::Do(program) => procedure::run_block(cx, program),
        Plan::Call(call) => procedure::run_call(cx, call),
        Plan::Ddl(plan) => ddl::run_ddl(cx, plan, outcome),
    }
}

/// An error as SHOW WARNINGS shows it.
fn as_warning(failure: &Failure) -> Warning {
    let Report { errno, code, message, .. } = &failure.report;
    Warning { level: "Error", errno: *errno, code: code.clone(), message: message.clone() }
}

fn parameter_names(params: &syntax::Params) -> Vec<Option<Rc<str>>> {
    let mut names = vec![None; params.count as usize];
    for (number, name) in &params.names {
        if let Some(place) = names.get_mut(*number as usize - 1) {
            *place = Some(name.clone());
        }
    }
    names
}

/// Statements that a failed transaction still takes.
fn ends_failed_transaction(kind: &StatementKind) -> bool {
    matches!(kind, StatementKind::Commit { .. } | StatementKind::Rollback { .. })
}

/// Statements that the session itself carries out.
fn is_session_statement(kind: &StatementKind) -> bool {
    matches!(
        kind,
        StatementKind::Begin(_)
            | StatementKind::Commit { .. }
            | StatementKind::Rollback { .. }
            | StatementKind::Savepoint(_)
            | StatementKind::Release(_)
            | StatementKind::Pragma { .. }
            | StatementKind::Set(_)
            | StatementKind::Named(_)
            | StatementKind::Show(_)
            | StatementKind::Describe(_)
            | StatementKind::SetConstraints { .. }
            | StatementKind::SetTransaction(_)
            | StatementKind::Attach { .. }
            | StatementKind::Vacuum(_)
            | StatementKind::Analyze(_)
            | StatementKind::Utility { .. }
            | StatementKind::Reset { .. }
            | StatementKind::Detach(_)
    )
}

/// The name of a statement's command, as PostgreSQL's command tags write it.
fn is_temporary(kind: &StatementKind) -> bool {
    match kind {
        StatementKind::CreateTable(create) => create.temp,
        StatementKind::Drop(drop) => drop.temp,
        _ => false,
    }
}

fn command_of(kind: &StatementKind) -> &'static str {
    use ast::ObjectKind;
    match kind {
        StatementKind::Query(_) => "SELECT",
        StatementKind::Insert(insert) if insert.load.is_some() => "LOAD DATA",
        StatementKind::Insert(insert) => {
            let or = insert.on_conflict.or.map(|or| or.span);
            if or == Some(insert.verb) { "REPLACE" } else { "INSERT" }
        }
        StatementKind::Update(_) => "UPDATE",
        StatementKind::Delete(_) => "DELETE",
        StatementKind::Merge(_) => "MERGE",
        StatementKind::Truncate { .. } => "TRUNCATE TABLE",
        StatementKind::CreateTable(create) => match create.as_query {
            Some(_) if create.no_data => "CREATE TABLE AS WITH NO DATA",
            Some(_) => "CREATE TABLE AS",
            None => "CREATE TABLE",
        },
        StatementKind::CreateIndex(_) => "CREATE INDEX",
        StatementKind::CreateView(_) => "CREATE VIEW",
        StatementKind::CreateTrigger(_) => "CREATE TRIGGER",
        StatementKind::CreateFunction(create) if create.procedure => "CREATE PROCEDURE",
        StatementKind::CreateFunction(_) => "CREATE FUNCTION",
        StatementKind::Call(_) => "CALL",
        StatementKind::SetTransaction(_) => "SET",
        StatementKind::AlterType(..) => "ALTER TYPE",
        StatementKind::Rename { kind: ObjectKind::Index, .. } => "ALTER INDEX",
        StatementKind::Rename { kind: ObjectKind::View, .. } => "ALTER VIEW",
        StatementKind::Rename { .. } => "ALTER SEQUENCE",
        StatementKind::CreateSequence { .. } => "CREATE SEQUENCE",
        StatementKind::CreateEnum { .. } => "CREATE TYPE",
        StatementKind::CreateDomain { .. } => "CREATE DOMAIN",
        StatementKind::Drop(drop) => match drop.kind {
            ObjectKind::Table => "DROP TABLE",
            ObjectKind::Index => "DROP INDEX",
            ObjectKind::View => "DROP VIEW",
            ObjectKind::Trigger => "DROP TRIGGER",
            ObjectKind::Sequence => "DROP SEQUENCE",
            ObjectKind::Function => "DROP FUNCTION",
            ObjectKind::Procedure => "DROP PROCEDURE",
            ObjectKind::Type => "DROP TYPE",
            ObjectKind::Domain => "DROP DOMAIN",
        },
        StatementKind::AlterTable { .. } => "ALTER TABLE",
        StatementKind::Named(ast::Named::Prepare(..)) => "PREPARE",
        StatementKind::Named(ast::Named::Drop(None)) => "DEALLOCATE ALL",
        StatementKind::Named(ast::Named::Drop(_)) => "DEALLOCATE",
        StatementKind::Named(_) => "EXECUTE",
        StatementKind::Begin(ast::BeginMode::With(modes)) if modes.start => "START TRANSACTION",
        StatementKind::Begin(_) => "BEGIN",
        StatementKind::Commit { .. } => "COMMIT",
        StatementKind::Rollback { .. } => "ROLLBACK",
        StatementKind::Savepoint(_) => "SAVEPOINT",
        StatementKind::Release(_) => "RELEASE",
        StatementKind::SetConstraints { .. } => "SET CONSTRAINTS",
        StatementKind::Pragma { .. } => "PRAGMA",
        StatementKind::Set(_) => "SET",
        StatementKind::Show(_) => "SHOW",
        StatementKind::Describe(_) => "DESCRIBE",
        StatementKind::Explain { .. } => "EXPLAIN",
        StatementKind::Reindex(_) => "REINDEX",
        StatementKind::Analyze(_) => "ANALYZE",
        StatementKind::Vacuum(_) => "VACUUM",
        StatementKind::Utility { tag, .. } | StatementKind::Reset { tag, .. } => tag,
        StatementKind::Attach { .. } => "ATTACH",
        StatementKind::Detach(_) => "DETACH",
        StatementKind::Do(_) => "DO",
        StatementKind::Copy(_) => "COPY",
        StatementKind::AlterSequence { .. } => "ALTER SEQUENCE",
    }
}
