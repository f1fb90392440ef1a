//! Runs a statement: what it did is counted, and what its error undoes is undone.

use std::rc::Rc;

use super::kind::{command_of, ends_failed_transaction};
use super::prepared::{Effects, Prepared};
use super::{Failure, Session, StatementResult};
use crate::error::{Error, ErrorKind, Refusal, Report, Result, Undo};
use crate::exec::write::{self, Outcome, Tally};
use crate::exec::{self, Cx, Flow, ddl, procedure, query};
use crate::plan::Plan;
use crate::plan::ddl::Ddl;
use crate::plan::dml::Source;
use crate::plan::node::{Expr, ResultColumn};
use crate::plan::rules::{Counting, LastId};
use crate::state::Warning;
use crate::store::Store;
use crate::syntax::ast::{self, StatementKind};
use crate::trace::Trace;
use crate::txn::TxnState;
use crate::types::Type;
use crate::value::{Value, ValueRef};

impl Session {
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
        let Source::Rows(rows) = &insert.source else { return None };
        let [cells] = &rows[..] else { return None };
        if !self.is_simple(store, prepared) {
            return None;
        }
        let mut cx = self.cx(store, None);
        let tally = exec::direct::insert(&mut cx, &insert.target, direct, cells, params)?;
        self.begin_anew();
        self.state.changes = tally.written() as i64;
        self.state.total_changes += self.state.changes;
        if self.txn.state == TxnState::Idle {
            self.forget(store);
        }
        Some(tally)
    }

    /// Runs a prepared query that looks up one row by its key with these parameters, and gives the
    /// row's values and the number of rows. None when it has to be executed; nothing was then done.
    pub fn look_up(
        &mut self,
        store: &Store,
        prepared: &Prepared,
        params: &[ValueRef<'_>],
        give: &mut dyn FnMut(ValueRef<'_>),
    ) -> Option<usize> {
        let Some(Plan::Query(query)) = prepared.plan.as_deref() else { return None };
        if !self.is_simple(store, prepared) {
            return None;
        }
        let rows = exec::lookup::row(store, &query.node, params, give)?;
        self.begin_anew();
        if self.rules.plan.write.counting == Counting::Mysql {
            self.state.changes = -1;
        }
        Some(rows)
    }

    /// Whether a statement can be run as it is planned, and nothing is to be done around it.
    fn is_simple(&self, store: &Store, prepared: &Prepared) -> bool {
        let idle = self.txn.state == TxnState::Idle;
        prepared.version == store.catalog().version()
            && Rc::ptr_eq(&prepared.settings, &self.state.settings)
            && prepared.notes.is_empty()
            && prepared.effects.locks.is_none()
            && self.txn.state != TxnState::Failed
            && !self.state.settings.query_only()
            && !(idle && self.state.settings.manual_commit)
    }

    /// Forgets what the statement before has left.
    fn begin_anew(&mut self) {
        self.state.warnings.clear();
        self.last_warnings.clear();
        self.state.told = [0, 0];
        (self.state.now_ms, self.state.given_id) = (None, None);
        self.txn.queried = true;
    }

    pub(super) fn execute_traced(
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
            self.fail_transaction();
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
            let settings = self.state.settings.clone();
            for warning in &mut self.state.warnings {
                let message = std::mem::take(&mut warning.message);
                let mut report = Report { message, ..Report::default() };
                (self.rules.name_database)(&mut report, &settings);
                warning.message = report.message;
            }
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

    pub(super) fn count_told(&mut self) {
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
        let is_ddl = match &*plan {
            Plan::Ddl(_) => true,
            Plan::Do(program) => program.defines(),
            _ => false,
        };
        let writes = matches!(
            plan.main(),
            Plan::Insert(_) | Plan::Update(_) | Plan::Delete(_) | Plan::Merge(_) | Plan::Instead(_)
        ) || matches!(&*plan, Plan::With(with) if !with.writes.is_empty());
        // Temporary tables are not written to in MySQL's sense.
        let temporary = effects.temporary && self.rules.txn.ddl_commits;
        let read_only = self.txn.read_only && !temporary;
        let query_only = self.state.settings.query_only();
        if let (true, Some(locks)) = (self.txn.read_only, effects.locks) {
            let command = match locks {
                "UPDATE" => "SELECT FOR UPDATE",
                "NO KEY UPDATE" => "SELECT FOR NO KEY UPDATE",
                "KEY SHARE" => "SELECT FOR KEY SHARE",
                _ => "SELECT FOR SHARE",
            };
            return Err(ErrorKind::ReadOnlyTransaction { command }.nowhere());
        }
        if effects.alone && self.txn.state == TxnState::Open {
            self.fail_transaction();
            return Err(Refusal::InBlock.of(&["CREATE INDEX CONCURRENTLY"]).nowhere());
        }
        if (read_only || query_only) && (writes || is_ddl) {
            if writes && query_only {
                self.state.changes = 0;
            }
            self.fail_transaction();
            return Err(ErrorKind::ReadOnlyTransaction { command: result.command }.nowhere());
        }
        if let (Plan::Ddl(change), true) = (&*plan, self.rules.txn.error_fails_transaction) {
            let refused = ddl::refuse_pending(change, &self.pending, store.catalog());
            if refused.is_err() {
                self.fail_transaction();
                return refused;
            }
        }
        if is_ddl && self.rules.txn.ddl_commits && !effects.temporary {
            self.commit(store, trace.as_deref_mut())?;
        } else if self.state.settings.manual_commit && self.txn.state == TxnState::Idle {
            self.txn.begin(&self.undo);
        }
        self.txn.queried = true;
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
            // What has no journal of its own goes with the transaction (vdbeaux.c, sqlite3VdbeHalt).
            if stays && matches!(*error.kind, ErrorKind::RowidsUsedUp) {
                error.undo = Undo::Transaction;
            }
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
        if let Plan::Ddl(Ddl::CreateTableFilled(_, filling)) = plan {
            result.bulk = true;
            result.ignores = filling.ignores;
            result.insert_id = outcome.generated_id.unwrap_or(0);
        }
        // So does the row of SELECT … INTO; what else is done without a table counts nothing.
        if let Plan::Do(program) = plan
            && self.rules.txn.ddl_commits
        {
            let found = program.is_select_into() && self.state.warnings.is_empty();
            outcome.changes = i64::from(found);
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
            let undone = |kind: &ErrorKind| matches!(kind, ErrorKind::NoTableOption { .. });
            result.bulk = alter.table.name == alter.before.name
                && alter.table.schema == alter.before.schema
                && !alter.notes.iter().any(undone);
        }
        if let Plan::Update(_) = plan.main() {
            result.insert_id = self.state.given_id.unwrap_or(0);
        }
        let Outcome { mut rows, tally, changes, matched, records, columns, .. } = outcome;
        result.columns = columns;
        if let (Some(show), Some(columns)) = (self.rules.show, plan.columns()) {
            for (at, column) in columns.iter().enumerate() {
                if let Some(show) = show(column) {
                    rows.iter_mut().for_each(|row| show(column, &mut row[at]));
                }
            }
        }
        result.rows.extend(rows);
        (result.tally, result.changes, result.matched, result.records) =
            (tally, changes, matched, records);
        if let Some(count_row) = self.rules.count_row
            && plan.columns().is_none()
            && let Some((name, count)) = count_row(&self.state.settings, result)
        {
            result.columns = Some(vec![ResultColumn::computed(name, Type::Unknown)]);
            result.rows.push(vec![Value::Int(count as i64)]);
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
        Plan::Call(call) => {
            let done = procedure::run_call(cx, call, outcome);
            if let Some((columns, rows)) = cx.work.shown.take() {
                (outcome.columns, outcome.rows) = (Some(columns), rows);
            }
            let alone = matches!(&**call, Expr::Program(call) if call.program.called);
            done.map_err(|mut error| {
                // Each of its statements has been undone by itself.
                if alone {
                    error.undo = Undo::Nothing;
                }
                error
            })
        }
        Plan::Ddl(plan) => ddl::run_ddl(cx, plan, outcome),
    }
}

/// An error as SHOW WARNINGS shows it.
pub(super) fn as_warning(failure: &Failure) -> Warning {
    let Report { errno, code, sqlstate, message, .. } = failure.report.clone();
    Warning { level: "Error", errno, code, sqlstate, message }
}
