//! Runs procedures. OLD, NEW and the variables stand in the frame that the statements of the
//! procedure see around them.

use std::rc::Rc;

use super::expr::{self, Env};
use super::query::{self, KeptSet};
use super::write::{self, Outcome};
use super::{Cx, Flow, SharedRows, ddl, deferred};
use crate::error::{Error, ErrorKind, Refusal, Report, Result, Undo};
use crate::plan::conflict::When;
use crate::plan::node::{Expr, Node, OutTarget, ResultColumn};
use crate::plan::procedure::{
    FOUND, HandlerStep, LazyExpr, LazyPlan, Place, Program, RaiseStep, Returned, SQLERRM, SQLSTATE,
    Shape, Step, frame_scope,
};
use crate::plan::rules::Mode;
use crate::plan::scope::Scope;
use crate::plan::trigger::Event;
use crate::plan::{Plan, PlanState, Planner};
use crate::syntax::ast::CursorUse;
use crate::syntax::{self, Parsed, ast};
use crate::trace::StepKind;
use crate::types::Type;
use crate::value::Value;

/// What a procedure gave.
#[derive(Debug, Default)]
pub(super) enum Given {
    /// It ended without RETURN.
    #[default]
    End,
    /// RETURN without a value, or RETURN NULL of a trigger.
    Nothing,
    /// A row.
    Row(Vec<Value>),
    /// A value.
    Value(Value),
    /// Rows.
    Rows(Vec<Vec<Value>>),
    /// The parameters of a procedure that was called, and the rows that its last statement met.
    Called(Vec<Value>, i64),
}

/// Where a list of statements leaves to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Next,
    Exit,
    Again,
    Return,
}

/// The rows of a cursor, how many have been fetched, and how many columns they have.
type OpenCursor = (Vec<Vec<Value>>, usize, usize);

/// A procedure that runs.
struct Machine<'p> {
    program: &'p Program,
    /// The fields of records that are filled.
    records: Vec<Option<Shape>>,
    /// Changes when they do.
    shape: u64,
    /// What the handler that runs has caught.
    caught: Option<Report>,
    row_count: i64,
    given: Given,
    /// Rows that RETURN QUERY and RETURN NEXT have given.
    rows: Vec<Vec<Value>>,
    /// The label of the loop that is being left.
    leaving: Option<Rc<str>>,
    /// The label of the loop that comes next.
    label: Option<Rc<str>>,
    /// Handlers of the blocks that run, outermost first.
    guards: Vec<Rc<Vec<HandlerStep>>>,
    /// Only handlers before this place take the error that is on its way.
    blocked: Option<usize>,
    /// The rows of cursors that are open, and how many have been fetched.
    cursors: Vec<Option<OpenCursor>>,
}

/// Runs a procedure over a frame: OLD and NEW, then its special variables and parameters from the
/// place of the first on.
///
/// # Errors
/// What its statements raise.
pub(super) fn run(
    cx: &mut Cx<'_>,
    program: &Program,
    mut rows: Vec<Value>,
    given: &[Value],
) -> Result<Given> {
    if cx.depth >= cx.limits.depth {
        return Err(ErrorKind::Limit { what: "depth" }.nowhere());
    }
    let base = 2 * program.width;
    rows.resize(base + program.variables.len(), Value::Null);
    rows[base + FOUND] = Value::Bool(false);
    rows[base + SQLERRM + 1..][..given.len()].clone_from_slice(given);
    let records: Vec<Option<Shape>> = program.variables.iter().map(|_| None).collect();
    let mut machine = Machine {
        program,
        records,
        shape: 0,
        caught: None,
        row_count: 0,
        given: Given::End,
        rows: Vec::new(),
        leaving: None,
        label: None,
        guards: Vec::new(),
        blocked: None,
        cursors: program.cursors.iter().map(|_| None).collect(),
    };
    cx.depth += 1;
    let outer = cx.work.frame.replace(Rc::new(rows));
    let source = cx.work.source.replace(program.text.clone());
    let done = machine.steps(cx, &program.steps);
    // A body that is part of its trigger gives the row as it has made it.
    if !program.must_return && program.table.is_some() && program.has[1] {
        machine.given = machine.returned(cx, &Returned::New)?;
    }
    if let Some(columns) = &program.gives {
        let mut rows = std::mem::take(&mut machine.rows);
        let given = std::mem::replace(&mut machine.given, Given::Nothing);
        machine.given = match given {
            Given::Row(row) if program.one && row.len() == columns.len() => Given::Rows(vec![row]),
            Given::Row(_) if program.one => given,
            Given::Value(value) if program.one && !value.is_null() => Given::Value(value),
            Given::End if program.one && !program.columns_win => Given::End,
            _ => {
                rows.truncate(if program.one { 1 } else { rows.len() });
                if program.one && rows.is_empty() {
                    rows.push(vec![Value::Null; columns.len()]);
                }
                Given::Rows(rows)
            }
        };
    }
    if program.called {
        let from = base + SQLERRM + 1;
        let frame = cx.work.frame.as_deref().map_or(&[][..], |f| &f[from..from + program.outs]);
        machine.given = Given::Called(frame.to_vec(), machine.row_count);
    }
    cx.depth -= 1;
    cx.work.source = source;
    cx.work.frame = outer;
    // Its words are not words of the statement.
    done.map_err(crate::error::Error::elsewhere)?;
    Ok(machine.given)
}

/// What a statement of a procedure must not disturb.
struct Kept {
    shared: Vec<SharedRows>,
    sets: Vec<Option<Rc<KeptSet>>>,
    working: Vec<SharedRows>,
    touched: std::collections::HashSet<
        (crate::catalog::ObjectId, i64),
        std::hash::BuildHasherDefault<rustc_hash::FxHasher>,
    >,
    withs: usize,
    told: Vec<super::Told>,
    ordinal: usize,
    pending: usize,
}

fn keep(cx: &mut Cx<'_>) -> Kept {
    Kept {
        shared: std::mem::take(&mut cx.work.shared),
        sets: std::mem::take(&mut cx.work.sets),
        working: std::mem::take(&mut cx.work.working),
        touched: std::mem::take(&mut cx.work.touched),
        withs: std::mem::take(&mut cx.work.withs),
        told: std::mem::take(&mut cx.work.told),
        ordinal: cx.ordinal,
        pending: cx.pending.len(),
    }
}

fn restore(cx: &mut Cx<'_>, kept: Kept) {
    (cx.work.shared, cx.work.sets, cx.work.working) = (kept.shared, kept.sets, kept.working);
    (cx.work.touched, cx.work.withs, cx.ordinal) = (kept.touched, kept.withs, kept.ordinal);
    cx.work.told = kept.told;
}

impl Machine<'_> {
    fn steps(&mut self, cx: &mut Cx<'_>, steps: &[Step]) -> Result<Then> {
        for step in steps {
            cx.tick()?;
            let done = self.step(cx, step);
            let then = match self.guards.is_empty() {
                true => done?,
                false => self.guarded(cx, step, done)?,
            };
            if then != Then::Next {
                return Ok(then);
            }
        }
        Ok(Then::Next)
    }

    fn step(&mut self, cx: &mut Cx<'_>, step: &Step) -> Result<Then> {
        match step {
            Step::Sql(plan, targets, strict) => self.sql(cx, plan, targets, *strict)?,
            Step::Perform(plan) => {
                let (rows, _) = self.run_plan(cx, plan)?;
                self.met(cx, rows.len() as i64);
            }
            Step::Assign(place, value) => {
                let (value, _) = self.eval(cx, value)?;
                self.put(cx, place, value)?;
            }
            Step::Declare(slot, value) => {
                let value = match value {
                    Some(value) => self.eval(cx, value)?.0,
                    None => Value::Null,
                };
                if !self.program.variables[*slot].record {
                    self.put(cx, &Place::Variable(*slot), value)?;
                }
            }
            Step::If(branches, otherwise) => {
                for (condition, body) in branches {
                    if self.holds(cx, condition)? {
                        return self.steps(cx, body);
                    }
                }
                return self.steps(cx, otherwise);
            }
            Step::Labelled(label, looped) => {
                self.label = Some(label.clone());
                return self.step(cx, looped);
            }
            Step::While(condition, body) => {
                let label = self.label.take();
                loop {
                    cx.tick()?;
                    if let Some(condition) = condition
                        && !self.holds(cx, condition)?
                    {
                        break;
                    }
                    if let Some(then) = self.turn(cx, body, label.as_ref())? {
                        return Ok(then);
                    }
                }
            }
            Step::Range(slot, bounds, step, reverse, body) => {
                let [from, to] = &**bounds;
                return self.range(cx, (*slot, from, to, step.as_ref(), *reverse), body);
            }
            Step::Rows(targets, plan, body) => return self.rows(cx, targets, plan, body),
            Step::RowsOf(targets, command, using, body) => {
                let (rows, columns) = self.run_text(cx, command, using)?;
                return self.each(cx, targets, &columns, rows, body);
            }
            Step::Items(targets, list, body) => return self.items(cx, targets, list, body),
            Step::Exit(again, label, when) => {
                if let Some(when) = when
                    && !self.holds(cx, when)?
                {
                    return Ok(Then::Next);
                }
                self.leaving.clone_from(label);
                return Ok(if *again { Then::Again } else { Then::Exit });
            }
            Step::Return(returned) => {
                self.given = self.returned(cx, returned)?;
                return Ok(Then::Return);
            }
            Step::Give(plan) => {
                let (rows, columns) = self.run_plan(cx, plan)?;
                self.give(cx, rows, &columns)?;
            }
            Step::GiveRow(returned) => {
                let row = match self.returned(cx, returned)? {
                    Given::Row(row) => row,
                    Given::Value(value) => vec![value],
                    _ => return Ok(Then::Next),
                };
                query::keep(cx, self.rows.len(), &row)?;
                self.rows.push(row);
            }
            Step::Empty(slot, table) => {
                let column = |c: &crate::catalog::Column| ResultColumn {
                    name: c.name.clone(),
                    origin: None,
                    ty: c.ty.clone(),
                    declared: c.declared.clone(),
                    collation: c.collation,
                    collates: true,
                };
                let columns: Vec<_> = table.columns.iter().map(column).collect();
                let row = vec![Value::Null; columns.len()];
                self.fill_record(cx, *slot, &columns, row);
            }
            Step::Raise(raise) => self.raise(cx, raise)?,
            Step::Block(body, handlers) if handlers.is_empty() => {
                let label = self.label.take();
                let then = self.steps(cx, body)?;
                if then == Then::Exit && label.is_some() && self.leaving == label {
                    self.leaving = None;
                    return Ok(Then::Next);
                }
                return Ok(then);
            }
            Step::Block(body, handlers) => return self.block(cx, body, handlers),
            Step::Guarded(handlers, body) => {
                let at = self.guards.len();
                self.guards.push(handlers.clone());
                let done = self.steps(cx, body);
                self.guards.truncate(at);
                if self.blocked.is_some_and(|blocked| blocked >= at) {
                    self.blocked = None;
                }
                let then = done?;
                if then == Then::Exit && self.leaving == Some(exit_label(at)) {
                    self.leaving = None;
                    return Ok(Then::Next);
                }
                return Ok(then);
            }
            Step::Cursor(at, how, targets) => self.cursor(cx, *at, *how, targets)?,
            Step::Transaction(statement) => {
                cx.work.warnings.clear();
                cx.transact(&statement.kind, self.program.rules.column_names)?;
                self.row_count = 0;
                cx.state.changes = 0;
            }
            Step::Diagnostics(items) => {
                for (place, item) in items {
                    let value = self.diagnostic(item)?;
                    self.put(cx, place, value)?;
                }
            }
            Step::Named(named, values) => self.named(cx, named, values)?,
            Step::Execute(command, targets, using, how) => {
                self.execute(cx, command, targets, using, *how)?;
            }
        }
        Ok(Then::Next)
    }

    /// One turn of a loop; some when it is the last.
    fn turn(
        &mut self,
        cx: &mut Cx<'_>,
        body: &[Step],
        label: Option<&Rc<str>>,
    ) -> Result<Option<Then>> {
        let then = self.steps(cx, body)?;
        // A loop around this one is meant.
        if self.leaving.is_some() && self.leaving.as_ref() != label {
            return Ok(Some(then));
        }
        self.leaving = None;
        Ok(match then {
            Then::Next | Then::Again => None,
            Then::Exit => Some(Then::Next),
            Then::Return => Some(Then::Return),
        })
    }

    /// FOR over numbers: variable, from, to, BY, REVERSE.
    fn range(
        &mut self,
        cx: &mut Cx<'_>,
        (slot, from, to, step, reverse): (usize, &LazyExpr, &LazyExpr, Option<&LazyExpr>, bool),
        body: &[Step],
    ) -> Result<Then> {
        let mut bound = |machine: &mut Self, expr: &LazyExpr| -> Result<i64> {
            match machine.eval(cx, expr)?.0 {
                Value::Int(n) => Ok(n),
                _ => Err(ErrorKind::unsupported("a FOR bound that is no integer").nowhere()),
            }
        };
        let label = self.label.take();
        let (mut at, to) = (bound(self, from)?, bound(self, to)?);
        let step = match step {
            Some(step) => bound(self, step)?.max(1),
            None => 1,
        };
        while if reverse { at >= to } else { at <= to } {
            cx.tick()?;
            self.put(cx, &Place::Variable(slot), Value::Int(at))?;
            if let Some(then) = self.turn(cx, body, label.as_ref())? {
                return Ok(then);
            }
            at = if reverse { at.saturating_sub(step) } else { at.saturating_add(step) };
        }
        Ok(Then::Next)
    }

    fn rows(
        &mut self,
        cx: &mut Cx<'_>,
        targets: &[Place],
        plan: &LazyPlan,
        body: &[Step],
    ) -> Result<Then> {
        let (rows, columns) = self.run_plan(cx, plan)?;
        self.each(cx, targets, &columns, rows, body)
    }

    /// FOREACH over the elements of an array.
    fn items(
        &mut self,
        cx: &mut Cx<'_>,
        targets: &[Place],
        list: &LazyExpr,
        body: &[Step],
    ) -> Result<Then> {
        let value = self.eval(cx, list)?.0;
        let Some(items) = crate::types::array::items_of(&value) else {
            return Err(Refusal::NullLoop.of(&[]).nowhere());
        };
        let rows = items.into_iter().map(|item| vec![item]).collect();
        self.each(cx, targets, &[], rows, body)
    }

    /// The turns of a loop over rows.
    fn each(
        &mut self,
        cx: &mut Cx<'_>,
        targets: &[Place],
        columns: &[ResultColumn],
        rows: Vec<Vec<Value>>,
        body: &[Step],
    ) -> Result<Then> {
        let label = self.label.take();
        let any = !rows.is_empty();
        let mut then = Then::Next;
        for row in rows {
            self.fill(cx, targets, columns, Some(row))?;
            if let Some(last) = self.turn(cx, body, label.as_ref())? {
                then = last;
                break;
            }
        }
        self.set(cx, FOUND, Value::Bool(any));
        Ok(then)
    }

    /// A statement, and where the values of its first row go.
    fn sql(
        &mut self,
        cx: &mut Cx<'_>,
        plan: &LazyPlan,
        targets: &[Place],
        strict: bool,
    ) -> Result<()> {
        let (mut rows, columns) = self.run_plan(cx, plan)?;
        let count = rows.len();
        if targets.is_empty() {
            if !columns.is_empty() && self.program.called {
                return self.show_rows(cx, columns, rows);
            }
            if !columns.is_empty() {
                return Err(ErrorKind::NoDestination.nowhere());
            }
            let count = self.row_count;
            self.met(cx, count);
            return Ok(());
        }
        let no_row = self.program.rules.procedure.no_row;
        if no_row.is_some() && columns.len() != targets.len() {
            return Err(ErrorKind::CompoundColumns { op: "INTO" }.nowhere());
        }
        if count == 0
            && let Some(no_row) = no_row
        {
            cx.warn("Warning", no_row());
            return Ok(());
        }
        let wrong = strict && count != 1 || no_row.is_some() && count > 1;
        // MySQL's variables have the first row by then.
        if !wrong || no_row.is_some() {
            let first = if count > 0 { Some(rows.swap_remove(0)) } else { None };
            self.fill(cx, targets, &columns, first)?;
        }
        if wrong {
            return Err(ErrorKind::NotOneRow { none: count == 0 }.nowhere());
        }
        self.met(cx, count.min(1) as i64);
        Ok(())
    }

    /// Adds rows to what the function gives, which must be of its types.
    fn give(
        &mut self,
        cx: &mut Cx<'_>,
        rows: Vec<Vec<Value>>,
        columns: &[ResultColumn],
    ) -> Result<()> {
        let wanted = self.program.gives.as_deref().unwrap_or_default();
        let wrong = |detail| Err(ErrorKind::WrongRows { detail }.nowhere());
        let (count, expected) = (columns.len(), wanted.len());
        if count != expected {
            return wrong(format!(
                "Number of returned columns ({count}) does not match expected column count ({expected})."
            ));
        }
        let words = self.program.rules.ddl.type_words;
        for (at, ((name, ty), column)) in wanted.iter().zip(columns).enumerate() {
            let (given, wanted) = (words(&column.ty), words(ty));
            if given != wanted && column.ty != Type::Unknown {
                return wrong(format!(
                    "Returned type {given} does not match expected type {wanted} in column \"{name}\" (position {}).",
                    at + 1
                ));
            }
        }
        self.met(cx, rows.len() as i64);
        for row in rows {
            query::keep(cx, self.rows.len(), &row)?;
            self.rows.push(row);
        }
        Ok(())
    }

    /// Notes how many rows a statement met.
    fn met(&mut self, cx: &mut Cx<'_>, count: i64) {
        self.row_count = count;
        self.set(cx, FOUND, Value::Bool(count > 0));
    }

    /// Puts a row into variables, or into one record; no row is all NULLs.
    fn fill(
        &mut self,
        cx: &mut Cx<'_>,
        targets: &[Place],
        columns: &[ResultColumn],
        row: Option<Vec<Value>>,
    ) -> Result<()> {
        let row = row.unwrap_or_else(|| vec![Value::Null; columns.len()]);
        if let [Place::Variable(slot)] = targets
            && self.program.variables[*slot].record
        {
            self.fill_record(cx, *slot, columns, row);
            return Ok(());
        }
        let mut values = row.into_iter();
        for target in targets {
            self.put(cx, target, values.next().unwrap_or_default())?;
        }
        Ok(())
    }

    fn fill_record(
        &mut self,
        cx: &mut Cx<'_>,
        slot: usize,
        columns: &[ResultColumn],
        row: Vec<Value>,
    ) {
        let same = |(a, b): (&(Rc<str>, Type), &ResultColumn)| a.0 == b.name && a.1 == b.ty;
        let known = self.records[slot].as_ref().filter(|(_, fields)| {
            fields.len() == columns.len() && fields.iter().zip(columns).all(same)
        });
        let frame = Rc::make_mut(cx.work.frame.get_or_insert_default());
        let place = match known {
            Some((place, _)) => *place,
            None => {
                let fields = columns.iter().map(|c| (c.name.clone(), c.ty.clone())).collect();
                let place = frame.len();
                frame.resize(place + columns.len(), Value::Null);
                self.records[slot] = Some((place, fields));
                self.shape += 1;
                place
            }
        };
        for (at, value) in row.into_iter().enumerate() {
            frame[place + at] = value;
        }
    }

    /// Sets a variable.
    fn set(&self, cx: &mut Cx<'_>, slot: usize, value: Value) {
        let place = 2 * self.program.width + slot;
        Rc::make_mut(cx.work.frame.get_or_insert_default())[place] = value;
    }

    /// Brings a value to the type of its place and puts it there.
    fn put(&self, cx: &mut Cx<'_>, place: &Place, value: Value) -> Result<()> {
        let assign = self.program.rules.write.assign;
        let (at, column) = match place {
            Place::Variable(slot) => {
                let variable = &self.program.variables[*slot];
                if variable.record {
                    return Err(ErrorKind::unsupported("an assignment to a record").nowhere());
                }
                (2 * self.program.width + slot, &variable.column)
            }
            Place::Old(column) => {
                let Some(table) = &self.program.table else { return Ok(()) };
                (*column, &table.columns[*column])
            }
            Place::New(column) => {
                let Some(table) = &self.program.table else { return Ok(()) };
                (self.program.width + column, &table.columns[*column])
            }
            Place::Missing(record, field) => {
                let (record, field) = (record.to_string(), field.to_string());
                return Err(ErrorKind::NoSuchField { record, field }.nowhere());
            }
            Place::User(name) => {
                cx.state.set_variable(name, value);
                return Ok(());
            }
            Place::Field(slot, field) => {
                let record = &self.program.variables[*slot].column.name;
                let Some((place, fields)) = &self.records[*slot] else {
                    return Err(
                        ErrorKind::RecordUnassigned { record: record.to_string() }.nowhere()
                    );
                };
                let Some(at) = fields.iter().position(|(name, _)| name == field) else {
                    let (record, field) = (record.to_string(), field.to_string());
                    return Err(ErrorKind::NoSuchField { record, field }.nowhere());
                };
                let column = crate::plan::procedure::variable("", fields[at].1.clone());
                let value = assign(&column, value, Mode::STRICT).map_err(ErrorKind::nowhere)?.value;
                Rc::make_mut(cx.work.frame.get_or_insert_default())[place + at] = value;
                return Ok(());
            }
        };
        let lenient = self.program.rules.write.ignore_is_lenient && !cx.state.settings.strict;
        let mode = if lenient { cx.state.settings.mode(true) } else { Mode::STRICT };
        let assigned = assign(column, value, mode).map_err(ErrorKind::nowhere)?;
        if let Place::Variable(slot) = place
            && self.program.variables[*slot].not_null
            && assigned.value.is_null()
        {
            return Err(Refusal::NullVariable.of(&[&column.name]).nowhere());
        }
        if let Place::New(_) = place {
            let (column, value) = (column.name.clone(), assigned.value.clone());
            cx.emit(None, || StepKind::Computed { column, value });
        }
        Rc::make_mut(cx.work.frame.get_or_insert_default())[at] = assigned.value;
        Ok(())
    }

    /// The names that something in it sees.
    fn scope(&self, visible: &[usize]) -> Rc<Scope<'static>> {
        Rc::new(frame_scope(self.program, &self.records, visible))
    }

    fn planner<'c>(&self, cx: &'c Cx<'_>, visible: &[usize]) -> Planner<'c>
    where
        Self: 'c,
    {
        Planner {
            catalog: cx.store.catalog(),
            rules: self.program.rules,
            text: &self.program.text.0,
            base: self.program.text.1,
            settings: &cx.state.settings,
            state: PlanState {
                frame: Some(self.scope(visible)),
                transitions: self.program.transitions.clone(),
                ..PlanState::default()
            },
        }
    }

    /// What plans depend on: records' fields and definitions.
    fn version(&self, cx: &Cx<'_>) -> u64 {
        self.shape << 40 ^ cx.store.catalog().version()
    }

    fn run_plan(
        &mut self,
        cx: &mut Cx<'_>,
        lazy: &LazyPlan,
    ) -> Result<(Vec<Vec<Value>>, Vec<ResultColumn>)> {
        let version = self.version(cx);
        // A query of no table leaves the messages ("SHOW WARNINGS Statement").
        let alone = match &lazy.ast.kind {
            ast::StatementKind::Query(query) => match &query.body {
                ast::SetExpr::Select(select) => select.from.is_none(),
                _ => false,
            },
            _ => false,
        };
        if self.program.called && !alone {
            cx.work.warnings.clear();
        }
        let seen = &lazy.visible;
        let plan = lazy.get(version, |ast| self.planner(cx, seen).plan(ast));
        let plan = plan.map_err(|error| self.unassigned(seen, error))?;
        if let Some(in_use) = self.program.rules.write.table_in_use
            && let Some(table) = plan.written()
            && cx.work.busy.iter().any(|busy| *busy == table.name)
        {
            return Err(in_use(&table.name).nowhere());
        }
        self.run_planned(cx, &plan)
    }

    fn run_planned(
        &mut self,
        cx: &mut Cx<'_>,
        plan: &Plan,
    ) -> Result<(Vec<Vec<Value>>, Vec<ResultColumn>)> {
        let main = match plan {
            // The first of several writes is the one that is told of.
            Plan::With(with) if matches!(with.main, Plan::Query(_)) => {
                match with.writes.first().map(|node| &**node) {
                    Some(Node::Write { plan, .. }) => plan.main(),
                    _ => plan.main(),
                }
            }
            _ => plan.main(),
        };
        let command = match main {
            Plan::Insert(_) => "INSERT",
            Plan::Update(_) => "UPDATE",
            Plan::Delete(_) => "DELETE",
            Plan::Merge(_) => "MERGE",
            Plan::Instead(instead) => match instead.event {
                Event::Insert => "INSERT",
                Event::Update => "UPDATE",
                Event::Delete => "DELETE",
            },
            Plan::Ddl(_) if cx.must_write("").is_err() => {
                let what = "definitions by procedures in read-only transactions";
                return Err(ErrorKind::unsupported(what).nowhere());
            }
            _ => "",
        };
        if !command.is_empty() {
            cx.must_write(command).map_err(ErrorKind::nowhere)?;
        }
        let kept = keep(cx);
        let (from, bytes) = (kept.pending, cx.kept);
        let mut outcome = Outcome::default();
        let call = matches!(plan, Plan::Call(_));
        if self.program.called && !call {
            if matches!(plan, Plan::Ddl(_)) {
                cx.commit();
            }
            cx.begin_by_itself();
        }
        let mark = cx.undo.mark();
        let done = run_statement(cx, plan, &mut outcome)
            .and_then(|()| deferred::judge_from(cx, When::StatementEnd, from));
        restore(cx, kept);
        // Its rows live no longer than the step that they are for.
        cx.kept = bytes;
        if let Err(error) = done {
            // The statement is undone here, so that a handler may go on.
            if !call && (self.program.called || !self.guards.is_empty()) {
                cx.pending.truncate(from);
                cx.take_back(mark, Undo::Statement);
            }
            return Err(error);
        }
        let columns = plan.columns().map(<[ResultColumn]>::to_vec).unwrap_or_default();
        self.row_count = match plan.main() {
            Plan::Query(_) => outcome.rows.len() as i64,
            _ => outcome.changes,
        };
        if self.program.called {
            let rows = matches!(plan.main(), Plan::Query(_));
            cx.state.changes = if rows { -1 } else { outcome.changes };
            if let (Plan::Insert(_), Some(id)) = (plan.main(), outcome.generated_id) {
                cx.state.last_insert_id = id;
            }
        }
        Ok((outcome.rows, columns))
    }

    fn eval(&mut self, cx: &mut Cx<'_>, lazy: &LazyExpr) -> Result<(Value, Type)> {
        let bound = lazy.get(self.version(cx), |ast| {
            let mut planner = self.planner(cx, &lazy.visible);
            let around = planner.state.frame.clone();
            let bound = planner.bind(ast, &Scope::new(Vec::new(), around.as_deref()))?;
            Ok((bound.expr, bound.ty))
        });
        let bound = bound.map_err(|error| self.unassigned(&lazy.visible, error))?;
        let value = in_frame(cx, |cx, env| expr::eval(cx, &bound.0, env))?;
        Ok((value, bound.1.clone()))
    }

    /// A name before a point may be that of a record which has no fields yet.
    fn unassigned(&self, visible: &[usize], error: Error) -> Error {
        let ErrorKind::NoSuchQualifier { table, .. } = &*error.kind else { return error };
        let is = |slot: &&usize| {
            let variable = &self.program.variables[**slot];
            variable.record
                && *variable.column.name == *table.as_str()
                && self.records[**slot].is_none()
        };
        match visible.iter().any(|slot| is(&slot)) {
            true => ErrorKind::RecordUnassigned { record: table.clone() }.nowhere(),
            false => error,
        }
    }

    fn holds(&mut self, cx: &mut Cx<'_>, lazy: &LazyExpr) -> Result<bool> {
        let bound = lazy.get(self.version(cx), |ast| {
            let mut planner = self.planner(cx, &lazy.visible);
            let around = planner.state.frame.clone();
            let scope = Scope::new(Vec::new(), around.as_deref());
            if self.program.rules.expr.whole_rows {
                // Whatever it is is brought to boolean (pl_exec.c, exec_eval_boolean).
                let bound = planner.bind(ast, &scope)?;
                let cast = (self.program.rules.expr.cast_type)(bound, Type::Bool);
                return Ok((cast.map_err(ErrorKind::nowhere)?.expr, Type::Bool));
            }
            let condition: Expr = planner.bind_condition(ast, &scope)?;
            Ok((condition, Type::Bool))
        });
        let bound = bound.map_err(|error| self.unassigned(&lazy.visible, error))?;
        Ok(in_frame(cx, |cx, env| expr::eval_condition(cx, &bound.0, env))? == Some(true))
    }

    fn returned(&mut self, cx: &mut Cx<'_>, returned: &Returned) -> Result<Given> {
        let width = self.program.width;
        let part = |cx: &Cx<'_>, from: usize, length: usize| {
            let frame = cx.work.frame.as_deref();
            Given::Row(frame.map_or_else(Vec::new, |f| f[from..from + length].to_vec()))
        };
        Ok(match returned {
            Returned::Nothing => Given::Nothing,
            Returned::Old if self.program.has[0] => part(cx, 0, width),
            Returned::New if self.program.has[1] => part(cx, width, width),
            Returned::Old | Returned::New => Given::Nothing,
            Returned::Either(new_first) => {
                let [old, new] = self.program.has;
                let new = if *new_first { new } else { !old };
                self.returned(cx, if new { &Returned::New } else { &Returned::Old })?
            }
            Returned::Record(slot) => match &self.records[*slot] {
                Some((place, fields)) => part(cx, *place, fields.len()),
                None => Given::Nothing,
            },
            Returned::Variables(from, count) => part(cx, 2 * width + from, *count),
            Returned::Value(value) => Given::Value(self.eval(cx, value)?.0),
            Returned::First(plan) => {
                let (rows, _) = self.run_plan(cx, plan)?;
                let first = rows.into_iter().next().and_then(|row| row.into_iter().next());
                Given::Value(first.unwrap_or_default())
            }
        })
    }

    /// A block with handlers: what an error in it undoes is the block's work.
    fn block(
        &mut self,
        cx: &mut Cx<'_>,
        body: &[Step],
        handlers: &[(Vec<Rc<str>>, Vec<Step>)],
    ) -> Result<Then> {
        let (mark, pending) = (cx.undo.mark(), cx.pending.len());
        let depth = cx.depth;
        let error = match self.steps(cx, body) {
            Ok(then) => return Ok(then),
            Err(error) => error,
        };
        if matches!(*error.kind, ErrorKind::Limit { .. }) {
            return Err(error);
        }
        let report = (self.program.rules.procedure.report)(&error, "");
        let fits = |code: &Rc<str>| {
            // OTHERS does not take failed assertions.
            **code == *"others" && report.sqlstate != "P0004"
                || **code == *report.sqlstate
                || code.ends_with("000") && report.sqlstate.starts_with(&code[..2])
        };
        let Some((_, handler)) = handlers.iter().find(|(codes, _)| codes.iter().any(fits)) else {
            return Err(error);
        };
        cx.depth = depth;
        cx.pending.truncate(pending);
        cx.take_back(mark, Undo::Statement);
        self.set(cx, SQLSTATE, Value::text(&report.sqlstate));
        self.set(cx, SQLERRM, Value::text(&report.message));
        let outer = self.caught.replace(report);
        let then = self.steps(cx, handler);
        self.caught = outer;
        then
    }

    /// What comes of a statement where handlers are: they take its error, or the last of its warnings
    /// that they wait for (sp_rcontext.cc, handle_sql_condition).
    fn guarded(&mut self, cx: &mut Cx<'_>, step: &Step, done: Result<Then>) -> Result<Then> {
        let report = self.program.rules.procedure.report;
        let error = match done {
            Err(error) => error,
            Ok(then) => {
                let told = matches!(
                    step,
                    Step::Sql(..) | Step::Perform(_) | Step::Assign(..) | Step::Raise(_)
                );
                for at in (0..if told { cx.work.warnings.len() } else { 0 }).rev() {
                    let (level, kind, row) = cx.work.warnings[at].clone();
                    let said = report(&kind.nowhere().of_row(row), "");
                    if let Some(found) = self.handler_for(&said, level != "Error") {
                        cx.work.warnings.clear();
                        return self.handled(cx, found, said);
                    }
                }
                return Ok(then);
            }
        };
        if matches!(*error.kind, ErrorKind::Limit { .. } | ErrorKind::Unsupported { .. }) {
            return Err(error);
        }
        let said = report(&error, "");
        match self.handler_for(&said, false) {
            Some(found) => {
                self.row_count = -1;
                cx.state.changes = -1;
                cx.work.warnings.clear();
                self.handled(cx, found, said)
            }
            None => Err(error),
        }
    }

    /// The handler for a condition: the innermost block's, the most particular first.
    fn handler_for(&self, report: &Report, warning: bool) -> Option<(usize, usize)> {
        let state = &*report.sqlstate;
        let class = match state.get(..2) {
            Some("02") => "NOT FOUND",
            Some("01") => "SQLWARNING",
            _ if warning => "SQLWARNING",
            _ => "SQLEXCEPTION",
        };
        let errno = report.errno.to_string();
        for at in (0..self.blocked.unwrap_or(self.guards.len())).rev() {
            for wanted in [&*errno, state, class] {
                let fits = |h: &HandlerStep| h.conditions.iter().any(|c| **c == *wanted);
                if let Some(number) = self.guards[at].iter().position(fits) {
                    return Some((at, number));
                }
            }
        }
        None
    }

    /// Runs a handler, and says where to go on.
    fn handled(
        &mut self,
        cx: &mut Cx<'_>,
        (at, number): (usize, usize),
        report: Report,
    ) -> Result<Then> {
        let handlers = self.guards[at].clone();
        let handler = &handlers[number];
        let inner = self.guards.split_off(at);
        self.blocked = None;
        let outer = self.caught.replace(report);
        let done = self.steps(cx, &handler.body);
        self.guards.extend(inner);
        self.caught = outer;
        match done {
            Ok(Then::Next) if handler.exit => {
                self.leaving = Some(exit_label(at));
                Ok(Then::Exit)
            }
            Err(error) => {
                self.blocked = Some(at);
                Err(error)
            }
            done => done,
        }
    }

    /// OPEN, FETCH, CLOSE.
    fn cursor(
        &mut self,
        cx: &mut Cx<'_>,
        at: usize,
        how: CursorUse,
        targets: &[Place],
    ) -> Result<()> {
        let program = self.program;
        let wrong = |number: usize| Err((program.rules.procedure.cursor)(number).nowhere());
        match (how, &mut self.cursors[at]) {
            (CursorUse::Open, Some(_)) => wrong(0),
            (CursorUse::Open, None) => {
                let (rows, columns) = self.run_plan(cx, &program.cursors[at])?;
                self.cursors[at] = Some((rows, 0, columns.len()));
                Ok(())
            }
            (_, None) => wrong(1),
            (CursorUse::Close, open) => {
                *open = None;
                Ok(())
            }
            (CursorUse::Fetch, Some((_, _, width))) if *width != targets.len() => wrong(2),
            (CursorUse::Fetch, Some((rows, next, _))) => {
                let Some(row) = rows.get_mut(*next) else { return wrong(3) };
                *next += 1;
                let row = std::mem::take(row);
                for (place, value) in targets.iter().zip(row) {
                    self.put(cx, place, value)?;
                }
                Ok(())
            }
        }
    }

    fn diagnostic(&self, item: &str) -> Result<Value> {
        let text = |value: Option<&String>| Value::text(value.map_or("", |v| v));
        let caught = self.caught.as_ref();
        Ok(match (item, caught) {
            ("ROW_COUNT", _) => Value::Int(self.row_count),
            ("NUMBER", caught) => Value::Int(i64::from(caught.is_some())),
            ("MYSQL_ERRNO", Some(r)) => Value::Int(i64::from(r.errno)),
            ("CLASS_ORIGIN" | "SUBCLASS_ORIGIN", Some(r)) => {
                Value::text(if r.errno == 1644 { "" } else { "ISO 9075" })
            }
            (
                "CATALOG_NAME" | "CURSOR_NAME" | "CONSTRAINT_CATALOG" | "CONSTRAINT_SCHEMA",
                Some(_),
            ) => Value::text(""),
            ("RETURNED_SQLSTATE", Some(r)) => Value::text(&r.sqlstate),
            ("MESSAGE_TEXT", Some(r)) => Value::text(&r.message),
            ("PG_EXCEPTION_DETAIL", Some(r)) => text(r.detail.as_ref()),
            ("PG_EXCEPTION_HINT", Some(r)) => text(r.hint.as_ref()),
            ("CONSTRAINT_NAME", Some(r)) => text(r.constraint.as_ref()),
            ("TABLE_NAME", Some(r)) => text(r.table.as_ref()),
            ("COLUMN_NAME", Some(r)) => text(r.column.as_ref()),
            ("SCHEMA_NAME", Some(r)) => text(r.schema.as_ref()),
            _ => {
                let what = format!("diagnostics item {item}");
                return Err(ErrorKind::unsupported(what).nowhere());
            }
        })
    }

    fn raise(&mut self, cx: &mut Cx<'_>, raise: &RaiseStep) -> Result<()> {
        let mut report = Report { sqlstate: "P0001".to_string(), ..Report::default() };
        match (&raise.format, &raise.code) {
            (None, None) if raise.using.is_empty() || &*raise.level == "RESIGNAL" => {
                let Some(caught) = &self.caught else {
                    return Err(ErrorKind::NothingCaught.nowhere());
                };
                report = caught.clone();
            }
            (Some(format), _) => report.message = self.formatted(cx, format, &raise.args)?,
            (None, Some(code)) => report.message = code.to_string(),
            (None, None) => {}
        }
        if let Some(code) = &raise.code {
            report.sqlstate = code.to_string();
        }
        if raise.using.is_empty() && raise.code.is_none() && raise.format.is_none() {
            return Err(ErrorKind::Report(Box::new(report)).nowhere());
        }
        for (name, value) in &raise.using {
            let alone = !raise.level.ends_with("SIGNAL");
            if alone && self.eval(cx, value)?.0.is_null() {
                return Err(Refusal::NullOption.of(&[]).nowhere());
            }
            let text = self.text(cx, value)?;
            match &**name {
                "MESSAGE" | "MESSAGE_TEXT" => report.message = text,
                "DETAIL" => report.detail = Some(text),
                "HINT" => report.hint = Some(text),
                "ERRCODE" => {
                    let code = (self.program.rules.procedure.condition)(&text);
                    let letter = |b: u8| b.is_ascii_digit() || b.is_ascii_uppercase();
                    if alone && code.is_none() && !(text.len() == 5 && text.bytes().all(letter)) {
                        return Err(Refusal::NoCondition.of(&[&text]).nowhere());
                    }
                    report.sqlstate = code.map_or(text, str::to_string);
                }
                "COLUMN" => report.column = Some(text),
                "CONSTRAINT" => report.constraint = Some(text),
                "DATATYPE" => report.data_type = Some(text),
                "TABLE" => report.table = Some(text),
                "SCHEMA" => report.schema = Some(text),
                "MYSQL_ERRNO" => report.errno = text.parse().unwrap_or(0),
                other => {
                    let what = format!("{other} of an error");
                    return Err(ErrorKind::unsupported(what).nowhere());
                }
            }
        }
        if report.message.is_empty() {
            report.message.clone_from(&report.sqlstate);
        }
        if raise.level.ends_with("SIGNAL") && report.sqlstate.starts_with("01") {
            cx.warn("Warning", ErrorKind::Report(Box::new(report)));
            return Ok(());
        }
        let level = match &*raise.level {
            "DEBUG" | "LOG" => return Ok(()),
            "NOTICE" => "NOTICE",
            "INFO" => "INFO",
            "WARNING" => "WARNING",
            _ => "",
        };
        if level.is_empty() && &*raise.level == "RESIGNAL" && raise.code.is_none() {
            return Err(ErrorKind::Report(Box::new(report)).nowhere());
        }
        if level.is_empty() {
            let report = (self.program.rules.procedure.raised)(report);
            return Err(ErrorKind::Report(Box::new(report)).nowhere());
        }
        if report.sqlstate == "P0001" {
            report.sqlstate = if level == "WARNING" { "01000" } else { "00000" }.to_string();
        }
        report.code.clone_from(&report.sqlstate);
        cx.warn(level, ErrorKind::Report(Box::new(report)));
        Ok(())
    }

    /// `%` stands for the next argument, `%%` for itself.
    fn formatted(&mut self, cx: &mut Cx<'_>, format: &str, args: &[LazyExpr]) -> Result<String> {
        let mut args = args.iter();
        let mut text = String::with_capacity(format.len());
        let mut rest = format.chars().peekable();
        while let Some(c) = rest.next() {
            if c != '%' {
                text.push(c);
            } else if rest.next_if_eq(&'%').is_some() {
                text.push('%');
            } else if let Some(arg) = args.next() {
                if let Some(row) = self.whole_row(cx, arg)? {
                    text.push_str(&row);
                    continue;
                }
                let value = self.eval(cx, arg)?.0;
                match value {
                    Value::Null => text.push_str("<NULL>"),
                    value => text.push_str(&(self.program.rules.procedure.print)(&value)),
                }
            }
        }
        Ok(text)
    }

    /// A record, OLD or NEW as text; none of anything else.
    fn whole_row(&mut self, cx: &mut Cx<'_>, lazy: &LazyExpr) -> Result<Option<String>> {
        let ast::ExprKind::Column(ast::ColumnName { table: None, name, .. }) = &lazy.ast.kind
        else {
            return Ok(None);
        };
        let of_name = |slot: &usize| self.program.variables[*slot].column.name == name.text;
        let slot = lazy.visible.iter().rev().copied().find(of_name);
        let returned = match slot {
            Some(slot) if self.program.variables[slot].record => Returned::Record(slot),
            None if &*name.text == "new" && self.program.has[1] => Returned::New,
            None if &*name.text == "old" && self.program.has[0] => Returned::Old,
            _ => return Ok(None),
        };
        let Given::Row(mut row) = self.returned(cx, &returned)? else { return Ok(None) };
        if !matches!(returned, Returned::Record(_)) {
            // The rowid is no column.
            row.pop();
        }
        let mut text = String::from("(");
        for (at, value) in row.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            if !value.is_null() {
                let field = (self.program.rules.procedure.print)(value);
                crate::types::array::quote_field(&mut text, &field);
            }
        }
        text.push(')');
        Ok(Some(text))
    }

    fn text(&mut self, cx: &mut Cx<'_>, value: &LazyExpr) -> Result<String> {
        let value = self.eval(cx, value)?.0;
        Ok((self.program.rules.procedure.print)(&value))
    }

    /// Runs a statement that is made while the procedure runs.
    fn run_text(
        &mut self,
        cx: &mut Cx<'_>,
        command: &LazyExpr,
        using: &[LazyExpr],
    ) -> Result<(Vec<Vec<Value>>, Vec<ResultColumn>)> {
        let text: Rc<str> = Rc::from(self.text(cx, command)?);
        self.run_words(cx, &text, using)
    }

    fn run_words(
        &mut self,
        cx: &mut Cx<'_>,
        text: &Rc<str>,
        using: &[LazyExpr],
    ) -> Result<(Vec<Vec<Value>>, Vec<ResultColumn>)> {
        let mut params = Vec::with_capacity(using.len());
        for value in using {
            params.push(self.eval(cx, value)?.0);
        }
        let syntax = self.program.rules.ddl.syntax;
        let Some(Parsed { statement, .. }) = syntax::parse_next(text, 0, syntax) else {
            return Err(ErrorKind::unsupported("EXECUTE of nothing").nowhere());
        };
        let statement = statement?;
        let mut planner =
            Planner { text, base: 0, state: PlanState::default(), ..self.planner(cx, &[]) };
        let plan = planner.plan(&statement)?;
        let outer = std::mem::replace(&mut cx.state.params, params);
        let done = self.run_planned(cx, &plan);
        cx.state.params = outer;
        done
    }

    /// PREPARE, EXECUTE and DEALLOCATE PREPARE, whose statements are those of the session.
    fn named(&mut self, cx: &mut Cx<'_>, named: &ast::Named, values: &[LazyExpr]) -> Result<()> {
        let names = self.program.rules.column_names;
        let (name, by) = match named {
            ast::Named::Prepare(name, ..) => (name, ""),
            ast::Named::Execute(name, _) => (name, "EXECUTE"),
            ast::Named::Drop(Some(name)) => (name, "DEALLOCATE PREPARE"),
            ast::Named::Drop(None) => return Ok(()),
        };
        let known = cx.state.named.iter().position(|known| names.same(&known.name, &name.text));
        let at = match (named, known) {
            (ast::Named::Prepare(..), known) => {
                let text: Rc<str> = Rc::from(self.text(cx, &values[0])?);
                if let Some(at) = known {
                    cx.state.named.remove(at);
                }
                let parsed = syntax::parse_next(&text, 0, self.program.rules.ddl.syntax);
                let Some(Parsed { statement, params, .. }) = parsed else {
                    return Err(ErrorKind::unsupported("PREPARE of nothing").nowhere());
                };
                let report = self.program.rules.procedure.report;
                let own = |error| ErrorKind::Report(Box::new(report(&error, &text))).nowhere();
                let statement = statement.map_err(own)?;
                let state = PlanState::default();
                Planner { text: &text, base: 0, state, ..self.planner(cx, &[]) }
                    .plan(&statement)
                    .map_err(own)?;
                let (name, count) = (name.text.clone(), params.count);
                cx.state.named.push(crate::state::NamedStatement {
                    name,
                    text,
                    count,
                    types: Vec::new(),
                });
                return Ok(());
            }
            (_, None) => {
                let name = name.text.to_string();
                return Err(ErrorKind::NoSuchStatement { name, by }.nowhere());
            }
            (_, Some(at)) => at,
        };
        if let ast::Named::Drop(_) = named {
            cx.state.named.remove(at);
            return Ok(());
        }
        let statement = cx.state.named[at].clone();
        let (wanted, given) = (statement.count, values.len());
        if wanted as usize != given {
            let name = name.text.to_string();
            return Err(ErrorKind::ExecuteArguments { name, wanted, given }.nowhere());
        }
        let (rows, columns) = self.run_words(cx, &statement.text, values)?;
        match columns.is_empty() {
            true => Ok(()),
            false => self.show_rows(cx, columns, rows),
        }
    }

    /// The rows of a statement that stands alone are those of the CALL.
    fn show_rows(
        &mut self,
        cx: &mut Cx<'_>,
        columns: Vec<ResultColumn>,
        rows: Vec<Vec<Value>>,
    ) -> Result<()> {
        if cx.work.shown.is_some() {
            let what = "several result sets of one CALL";
            return Err(ErrorKind::unsupported(what).nowhere());
        }
        cx.work.shown = Some((columns, rows));
        self.row_count = 0;
        Ok(())
    }

    /// Runs a statement that is made while the procedure runs, and puts its rows where they belong.
    fn execute(
        &mut self,
        cx: &mut Cx<'_>,
        command: &LazyExpr,
        targets: &[Place],
        using: &[LazyExpr],
        (gives, strict): (bool, bool),
    ) -> Result<()> {
        let (mut rows, columns) = self.run_text(cx, command, using)?;
        if gives {
            return self.give(cx, rows, &columns);
        }
        if !targets.is_empty() {
            let none = rows.is_empty();
            if strict && rows.len() != 1 {
                return Err(match none {
                    true => ErrorKind::NotOneRow { none }.nowhere(),
                    false => Refusal::ManyRows.of(&[]).nowhere(),
                });
            }
            let first = if none { None } else { Some(rows.swap_remove(0)) };
            self.fill(cx, targets, &columns, first)?;
        }
        Ok(())
    }
}

/// What an EXIT handler leaves: the block that its handlers belong to.
fn exit_label(at: usize) -> Rc<str> {
    Rc::from(["\0", &at.to_string()].concat())
}

/// Evaluates with the frame around.
fn in_frame<T>(
    cx: &mut Cx<'_>,
    eval: impl FnOnce(&mut Cx<'_>, &Env<'_>) -> Result<T>,
) -> Result<T> {
    let kept = keep(cx);
    let frame = cx.work.frame.clone();
    let outer = frame.as_deref().map(|f| Env::of(f));
    let done = eval(cx, &Env { row: &[], outer: outer.as_ref() });
    restore(cx, kept);
    done
}

fn run_statement(cx: &mut Cx<'_>, plan: &Plan, outcome: &mut Outcome) -> Result<()> {
    match plan {
        Plan::Query(query) => {
            let frame = cx.work.frame.clone();
            let outer = frame.as_deref().map(|f| Env::of(f));
            query::run(cx, &query.node, outer.as_ref(), &mut |cx, row| {
                query::keep(cx, outcome.rows.len(), row)?;
                outcome.rows.push(row.to_vec());
                Ok(Flow::Continue)
            })?;
            Ok(())
        }
        Plan::With(with) => {
            write::run_with(cx, with, &mut |cx| run_statement(cx, &with.main, outcome))
        }
        Plan::Ddl(plan) => ddl::run_ddl(cx, plan, outcome),
        Plan::Do(program) => run_block(cx, program),
        Plan::Call(call) => run_call(cx, call, outcome),
        plan => write::run_write(cx, plan, outcome),
    }
}

/// Runs a block of its own.
///
/// # Errors
/// What its statements raise.
pub fn run_block(cx: &mut Cx<'_>, program: &Program) -> Result<()> {
    run(cx, program, Vec::new(), &[]).map(|_| ())
}

/// Runs CALL.
///
/// # Errors
/// What the procedure raises.
pub fn run_call(cx: &mut Cx<'_>, call: &Expr, outcome: &mut Outcome) -> Result<()> {
    let Expr::Program(call) = call else { return Ok(()) };
    let Given::Called(mut params, count) =
        in_frame(cx, |cx, env| expr::run_program(cx, call, env))?
    else {
        return Ok(());
    };
    outcome.changes = count.max(0);
    for (number, target) in &call.outs {
        let value = std::mem::take(&mut params[*number]);
        match target {
            OutTarget::User(name) => cx.state.set_variable(name, value),
            OutTarget::Frame(place, column) => {
                let assign = call.program.rules.write.assign;
                let value = assign(column, value, Mode::STRICT).map_err(ErrorKind::nowhere)?.value;
                Rc::make_mut(cx.work.frame.get_or_insert_default())[*place] = value;
            }
        }
    }
    Ok(())
}
