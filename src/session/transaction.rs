//! Transactions: begun, committed, rolled back; savepoints; what an error takes back.

use std::rc::Rc;

use super::{Session, StatementResult};
use crate::error::{ErrorKind, Result, Undo};
use crate::exec::ddl::run_ddl;
use crate::exec::deferred;
use crate::exec::write::Outcome;
use crate::plan::conflict::When;
use crate::plan::{PlanState, Planner};
use crate::state::ForeignCounts;
use crate::store::Store;
use crate::syntax::ast::{self, StatementKind};
use crate::trace::{StepKind, Trace};
use crate::txn::{Misplaced, Savepoint, SavepointOutside, Txn, TxnState};

impl Session {
    pub(super) fn begin(&mut self, store: &mut Store, trace: Option<&mut Trace>) -> Result<()> {
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
        if !self.state.settings.locks.is_empty() {
            Rc::make_mut(&mut self.state.settings).locks.clear();
        }
        self.txn.begin(&self.undo);
        Ok(())
    }

    pub(super) fn commit_statement(
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

    pub(super) fn rollback_statement(
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

    pub(crate) fn warn(&mut self, kind: ErrorKind) {
        let warning = (self.rules.warning)("WARNING", &kind, 0);
        self.state.warnings.push(warning);
    }

    /// SET CONSTRAINTS: holds until the transaction ends; IMMEDIATE judges at once.
    pub(super) fn set_constraints(
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
                Some(ast::Deferrable::No) if !deferred => continue,
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

    pub(super) fn savepoint(&mut self, name: &ast::Ident) -> Result<()> {
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
        let mark = self.undo.mark();
        let (deferred, put_off) = (self.state.foreign.deferred, self.state.foreign.put_off);
        let name = name.text.clone();
        let pending = self.pending.len();
        let point = Savepoint { name, mark, begins, pending, deferred, put_off };
        let rules = &self.rules.txn;
        self.txn.save(point, rules.savepoint_replaces.then_some(rules.names));
        Ok(())
    }

    fn must_savepoint(&self, name: &ast::Ident, word: &'static str) -> Result<usize> {
        let outside = self.rules.txn.savepoint_outside == SavepointOutside::Error;
        if outside && self.txn.state == TxnState::Idle {
            return Err(ErrorKind::NoTransaction { word }.nowhere());
        }
        self.txn
            .find(&name.text, self.rules.txn.names)
            .ok_or_else(|| ErrorKind::NoSuchSavepoint { name: name.text.to_string() }.at(name.span))
    }

    pub(super) fn release(
        &mut self,
        store: &mut Store,
        name: &ast::Ident,
        trace: Option<&mut Trace>,
    ) -> Result<()> {
        let found = self.must_savepoint(name, "RELEASE SAVEPOINT")?;
        if self.txn.savepoints[found].begins {
            return self.commit(store, trace);
        }
        self.txn.savepoints.truncate(found);
        Ok(())
    }

    pub(super) fn rollback_to(
        &mut self,
        store: &mut Store,
        name: &ast::Ident,
        trace: Option<&mut Trace>,
    ) -> Result<()> {
        let found = self.must_savepoint(name, "ROLLBACK TO SAVEPOINT")?;
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

    /// Ends the open transaction as COMMIT does.
    ///
    /// # Errors
    /// What was put off and does not hold.
    pub fn commit_now(&mut self, store: &mut Store) -> Result<()> {
        self.commit(store, None)
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

    /// Whether a statement of the transaction has looked at tables, and whether a savepoint is set.
    pub(crate) fn is_under_way(&self) -> (bool, bool) {
        (self.txn.queried, !self.txn.savepoints.is_empty())
    }

    /// Tells of what happened on the way.
    pub(super) fn tell(&mut self, warnings: Vec<(&'static str, ErrorKind, usize)>) {
        for (level, kind, row) in warnings {
            let warning = (self.rules.warning)(level, &kind, row);
            self.state.warnings.push(warning);
        }
    }

    /// Commits: judges what was put off until now, then makes all final.
    pub(super) fn commit(
        &mut self,
        store: &mut Store,
        mut trace: Option<&mut Trace>,
    ) -> Result<()> {
        let counts = self.state.foreign;
        if !self.pending.is_empty() || counts.deferred + counts.put_off != 0 {
            let mut cx = self.cx(store, trace.as_deref_mut());
            let judged = deferred::judge(&mut cx, When::Commit);
            let told = std::mem::take(&mut cx.work.warnings);
            self.tell(told);
            judged?;
        }
        if self.state.on_commit {
            self.end_temporary(store, trace);
        }
        self.forget(store);
        self.end_transaction();
        Ok(())
    }

    /// Does to temporary tables what ON COMMIT says (tablecmds.c, PreCommit_on_commit_actions).
    fn end_temporary(&mut self, store: &mut Store, mut trace: Option<&mut Trace>) {
        let ends = |t: &&Rc<crate::catalog::Table>| {
            matches!(t.on_commit, Some(ast::OnCommit::Delete | ast::OnCommit::Drop))
        };
        let tables: Vec<_> = store.catalog().tables().filter(ends).cloned().collect();
        self.state.on_commit = !tables.is_empty();
        for table in tables {
            let span = crate::span::Span::default();
            let ident = |text: &Rc<str>| ast::Ident { text: text.clone(), quote: None, span };
            let schema = Some(ident(&table.schema));
            let names = vec![ast::ObjectName { schema, name: ident(&table.name) }];
            let kind = match table.on_commit {
                Some(ast::OnCommit::Drop) => StatementKind::Drop(ast::Drop {
                    temp: false,
                    kind: ast::ObjectKind::Table,
                    if_exists: true,
                    names,
                    params: Vec::new(),
                    on: None,
                    cascade: true,
                }),
                _ => StatementKind::Truncate {
                    tables: names,
                    restart_identity: false,
                    cascade: false,
                },
            };
            let settings = self.state.settings.clone();
            let mut planner = Planner {
                catalog: store.catalog(),
                rules: &self.rules.plan,
                text: "",
                base: 0,
                settings: &settings,
                state: PlanState::default(),
            };
            let planned = planner.plan_ddl(&ast::Statement { kind, span });
            let mut cx = self.cx(store, trace.as_deref_mut());
            if let Ok(plan) = planned {
                let _ = run_ddl(&mut cx, &plan, &mut Outcome::default());
            }
            cx.work.warnings.clear();
        }
    }

    fn rollback(&mut self, store: &mut Store, trace: Option<&mut Trace>) {
        let start = self.txn.start(&self.undo);
        self.pending.clear();
        self.undo_to(store, start, Undo::Transaction, trace);
        self.forget(store);
        self.state.set_back(true);
        self.end_transaction();
    }

    /// `PRAGMA defer_foreign_keys` holds until the transaction ends.
    pub(crate) fn end_transaction(&mut self) {
        self.txn = Txn::default();
        self.state.set_back(false);
        self.state.foreign = ForeignCounts::default();
        let settings = &self.state.settings;
        if settings.defer_foreign_keys || !settings.constraints.is_empty() {
            let settings = Rc::make_mut(&mut self.state.settings);
            settings.defer_foreign_keys = false;
            settings.constraints.clear();
        }
    }

    pub(super) fn fail_transaction(&mut self) {
        if self.rules.txn.error_fails_transaction && self.txn.state == TxnState::Open {
            self.txn.state = TxnState::Failed;
        }
    }

    /// Takes back what an error undoes. This is the whole difference between FAIL, ABORT and
    /// ROLLBACK.
    pub(super) fn settle(
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
                    self.end_transaction();
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
    pub(super) fn forget(&mut self, store: &mut Store) {
        if !self.sandbox {
            self.undo.commit(store);
        }
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
}
