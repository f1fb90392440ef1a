//! Prepared statements: a text is parsed, and planned unless the session itself carries it out.

use std::rc::Rc;

use super::kind::{ends_failed_transaction, is_session_statement, is_temporary};
use super::{Failure, Session};
use crate::catalog::Table;
use crate::error::{Error, ErrorKind, Result};
use crate::plan::dml::Source;
use crate::plan::node::ResultColumn;
use crate::plan::parameters::{Parameters, Types};
use crate::plan::{Plan, PlanState, Planner};
use crate::span::Span;
use crate::store::Store;
use crate::syntax::ast::Statement;
use crate::syntax::{self, Parsed};
use crate::txn::TxnState;

/// A statement that is parsed and, where it reads or writes rows, planned.
pub struct Prepared {
    /// Its text.
    pub text: Rc<str>,
    /// Its place in that text.
    pub span: Span,
    /// Its parameters.
    pub params: syntax::Params,
    /// The types of its parameters that follow from what they are used for (PostgreSQL).
    pub types: Types,
    /// Its names that are longer than names may be, in full.
    pub long_names: Vec<Rc<str>>,
    pub(super) statement: Statement,
    pub(super) plan: Option<Rc<Plan>>,
    pub(super) effects: Effects,
    /// Warnings that planning gave.
    pub(super) notes: Vec<ErrorKind>,
    pub(super) version: u64,
    pub(super) settings: Rc<crate::plan::Settings>,
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

    /// Whether it may be a query that [`Session::look_up`] runs.
    pub fn is_lookup(&self) -> bool {
        let Some(Plan::Query(query)) = self.plan.as_deref() else { return false };
        crate::exec::lookup::shape(&query.node).is_some()
    }

    /// The version of the definitions that it is planned for; none when it needs no plan.
    pub fn version(&self) -> Option<u64> {
        self.plan.as_ref().map(|_| self.version)
    }
}

/// What planning learned of a statement beside its plan.
#[derive(Clone, Default)]
pub(super) struct Effects {
    /// An error may leave what it wrote (see [`crate::txn::TxnRules::journal_for_checks`]).
    pub(super) no_journal: bool,
    /// Tables with AUTOINCREMENT that it may add rows to.
    pub(super) counted: Vec<Rc<Table>>,
    /// It locks rows, by these words.
    pub(super) locks: Option<&'static str>,
    /// It makes or drops a temporary table, which ends no transaction.
    pub(super) temporary: bool,
    /// No transaction block may be open.
    pub(super) alone: bool,
}

impl Session {
    /// The names of the parameters of a text.
    ///
    /// # Errors
    /// [`ErrorKind::StatementCount`] when it is not exactly one statement.
    pub fn parameters(&self, sql: &str) -> std::result::Result<Vec<Option<Rc<str>>>, ErrorKind> {
        let text: Rc<str> = Rc::from(sql);
        let Some(parsed) = syntax::parse_next(&text, 0, self.rules.syntax) else {
            return Err(ErrorKind::StatementCount { none: true });
        };
        let is_one = parsed.statement.is_err()
            || syntax::parse_next(&text, parsed.next, self.rules.syntax).is_none();
        match is_one {
            true => Ok(parameter_names(&parsed.params)),
            false => Err(ErrorKind::StatementCount { none: false }),
        }
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
            return Err(fail(ErrorKind::StatementCount { none: true }.nowhere()));
        };
        if parsed.statement.is_ok()
            && syntax::parse_next(&text, parsed.next, self.rules.syntax).is_some()
        {
            return Err(fail(ErrorKind::StatementCount { none: false }.nowhere()));
        }
        let prepared = self.prepare_parsed(store, &text, parsed, false);
        prepared.map_err(|error| {
            self.fail_transaction();
            self.failure(error, &text)
        })
    }

    pub(super) fn prepare_parsed(
        &self,
        store: &Store,
        text: &Rc<str>,
        parsed: Parsed,
        no_params: bool,
    ) -> Result<Prepared> {
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
            types: Vec::new(),
            long_names: parsed.long_names,
            statement,
            plan: None,
            effects: Effects::default(),
            notes: Vec::new(),
            version: 0,
            settings: Rc::default(),
        };
        self.plan_given(store, &mut prepared, no_params)?;
        Ok(prepared)
    }

    /// A planner for a text, by the definitions of the store.
    pub(crate) fn planner<'a>(&'a self, store: &'a Store, text: &'a str) -> Planner<'a> {
        Planner {
            catalog: store.catalog(),
            rules: &self.rules.plan,
            text,
            base: 0,
            settings: &self.state.settings,
            state: PlanState::default(),
        }
    }

    /// What is wrong with the part of a statement that is judged before its error of syntax.
    fn earlier_error(&self, store: &Store, text: &str, span: Span, error: Error) -> Error {
        let own = text.get(span.start as usize..span.end as usize).unwrap_or("");
        let at = error.span.map_or(own.len(), |s| (s.start.saturating_sub(span.start)) as usize);
        let Some(part) = (self.rules.read_before)(own, at) else { return error };
        let parsed = syntax::parse_next(&part, 0, self.rules.syntax).map(|p| p.statement);
        let Some(Ok(statement)) = parsed else { return error };
        let mut planner = self.planner(store, &part);
        match planner.plan(&statement) {
            Err(found) => found.into_kind().at(span),
            Ok(_) => error,
        }
    }

    pub(super) fn plan(&self, store: &Store, prepared: &mut Prepared) -> Result<()> {
        self.plan_given(store, prepared, false)
    }

    /// Plans a statement that may be given no parameters.
    fn plan_given(&self, store: &Store, prepared: &mut Prepared, no_params: bool) -> Result<()> {
        if is_session_statement(&prepared.statement.kind) {
            return Ok(());
        }
        if self.txn.read_only && !self.rules.txn.ddl_commits {
            // Before any name is looked up (utility.c, PreventCommandIfReadOnly).
            let command = super::kind::command_of(&prepared.statement.kind);
            let verb = command.split(' ').next().unwrap_or_default();
            if matches!(verb, "CREATE" | "ALTER" | "DROP" | "TRUNCATE") {
                return Err(ErrorKind::ReadOnlyTransaction { command }.nowhere());
            }
        }
        let mut planner = self.planner(store, &prepared.text);
        if !self.state.settings.locks.is_empty() {
            super::locks::refuse_unlocked(&planner, &prepared.statement)?;
        }
        planner.state.no_params = no_params;
        planner.state.analyzed = self.preparing;
        let count = prepared.params.count;
        if count > 0 && self.rules.plan.expr.whole_rows {
            planner.state.parameters = Some(Parameters::default());
        }
        let long = prepared.long_names.iter();
        let long = long.map(|name| ErrorKind::LongName { name: name.to_string() });
        let planned = planner.plan(&prepared.statement).map_err(|mut error| {
            error.notes = long.clone().chain(std::mem::take(&mut planner.state.notes)).collect();
            error
        });
        prepared.plan = Some(Rc::new(planned?));
        if count > 0 {
            let own = prepared.span.of(&prepared.text);
            planner.check_parameters(count, &|n| own.contains(&["$", &n.to_string()].concat()))?;
            prepared.types = planner.state.parameters.take().unwrap_or_default().types;
        }
        let reach = &planner.state.reach;
        let journal = reach.many.get() && reach.abort.get();
        prepared.effects = Effects {
            no_journal: self.rules.txn.journal_for_checks && !journal,
            counted: reach.counted.borrow().clone(),
            locks: reach.locks.get(),
            temporary: is_temporary(&prepared.statement.kind),
            alone: matches!(&prepared.statement.kind, crate::syntax::ast::StatementKind::CreateIndex(c) if c.concurrently),
        };
        prepared.notes = planner.state.notes;
        prepared.notes.extend(long);
        prepared.version = store.catalog().version();
        prepared.settings = self.state.settings.clone();
        Ok(())
    }
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
