//! Procedures: the bodies of triggers, functions and blocks. Their statements and expressions are
//! planned when they are first reached, as the databases do, so that a name that is not there is an
//! error only then. What varies between dialects is in [`ProcedureRules`].

use std::cell::RefCell;
use std::rc::Rc;

use super::node::Expr;
use super::rules::TriggerOrder;
use super::scope::{Scope, ScopeColumn, ScopeItem};
use super::trigger::Event;
use super::{Plan, PlanRules, Planner};
use crate::catalog::{Column, Object, Table};
use crate::collation::BINARY;
use crate::error::{Error, ErrorKind, Refusal, Report, Result};
use crate::span::Span;
use crate::syntax::ast::{self, DeclaredType, LoopKind, ProcStatement};
use crate::types::Type;
use crate::value::Value;

/// What varies in procedures.
pub struct ProcedureRules {
    /// A value as text.
    pub print: fn(&Value) -> String,
    /// The words for an error that a handler catches.
    pub report: fn(&Error, &str) -> Report,
    /// A name that is a variable's and a column's is an error (plpgsql).
    pub names_clash: bool,
    /// An error that was raised, with what the dialect adds to it.
    pub raised: fn(Report) -> Report,
    /// A variable hides a column of its name (MySQL).
    pub variables_hide_columns: bool,
    /// Each statement of a procedure that is called is undone by itself (MySQL).
    pub calls_stand_alone: bool,
    /// Procedures and functions have names of their own, one routine each, whose case does not matter
    /// (MySQL).
    pub routines_apart: bool,
    /// The variables that every program has: whether rows were found, the code and the message of an
    /// error; without a name they are out of reach.
    pub own_variables: [&'static str; 3],
    /// The SQLSTATE of a condition's name.
    pub condition: fn(&str) -> Option<&'static str>,
    /// The warning when a query gives no row to its variables, which then stay as they are, while a
    /// second row is an error; none where they become NULL and further rows do not matter.
    pub no_row: Option<fn() -> ErrorKind>,
    /// The errors of cursors: open already, not open, other variables than columns, no more rows.
    pub cursor: fn(usize) -> ErrorKind,
    /// The error of a trigger whose procedure ends without RETURN.
    pub no_return: fn(trigger: bool, name: &str) -> ErrorKind,
    /// The error of a procedure or function that calls itself, where that may not be (MySQL).
    pub recursive: Option<fn(procedure: bool, name: &str) -> ErrorKind>,
}

/// A procedure.
#[derive(Debug)]
pub struct Program {
    /// The dialect's decisions, for statements that are planned later.
    pub rules: &'static PlanRules,
    /// The table of OLD and NEW.
    pub table: Option<Rc<Table>>,
    /// Its statements.
    pub steps: Vec<Step>,
    /// Each of its statements is undone by itself, and its queries' rows go to the caller.
    pub called: bool,
    /// How many of its variables are parameters that CALL gets back.
    pub outs: usize,
    /// The queries of its cursors.
    pub cursors: Vec<LazyPlan>,
    /// Its variables; their values stand in the frame behind OLD and NEW.
    pub variables: Vec<Variable>,
    /// It may not end without RETURN.
    pub must_return: bool,
    /// Whether the event has OLD and NEW.
    pub has: [bool; 2],
    /// OLD and NEW.
    pub rows: Vec<ScopeItem>,
    /// A column hides a variable of its name (functions in SQL).
    pub columns_win: bool,
    /// So it does where the body says so (`#variable_conflict use_column`).
    pub use_column: bool,
    /// Number of columns of OLD and of NEW, rowids included.
    pub width: usize,
    /// The text that its spans point into, and where that began.
    pub text: (Rc<str>, u32),
    /// Names of the statement's old and new rows as tables.
    pub transitions: Vec<TransitionTable>,
    /// Its name, under which its parameters are known too, and how many these are (PostgreSQL).
    pub named: Option<(Rc<str>, usize)>,
    /// The columns of the rows that it gives, where it gives rows.
    pub gives: Option<Vec<(Rc<str>, Type)>>,
    /// It gives one row, of NULLs where it has none.
    pub one: bool,
}

/// A table of the rows that a statement changed: its name, whether it has the rows after the change,
/// whose they are.
pub type TransitionTable = (Rc<str>, bool, Rc<Table>);

/// A variable.
#[derive(Debug)]
pub struct Variable {
    /// Its name and type; a record's type is known when it is filled.
    pub column: Column,
    /// A record: its values stand behind all others.
    pub record: bool,
    /// It is of no table: its columns are those of the row that fills it.
    pub free: bool,
    /// It may not be assigned.
    pub constant: bool,
    /// It may not be NULL.
    pub not_null: bool,
}

/// The place of the variable that says whether the last statement met a row.
pub const FOUND: usize = 0;
/// The place of the SQLSTATE that a handler caught.
pub const SQLSTATE: usize = 1;
/// The place of the message that a handler caught.
pub const SQLERRM: usize = 2;

/// Something that is planned when it is first reached. `shape` says with which records.
#[derive(Debug)]
pub struct Lazy<A, B> {
    /// As written.
    pub ast: A,
    /// The variables that it sees, innermost last.
    pub visible: Rc<[usize]>,
    planned: RefCell<Option<(u64, Rc<B>)>>,
}

/// An expression of a procedure.
pub type LazyExpr = Lazy<ast::Expr, (Expr, Type)>;
/// A statement of a procedure.
pub type LazyPlan = Lazy<Rc<ast::Statement>, Plan>;

impl<A, B> Lazy<A, B> {
    fn new(ast: A, visible: &Rc<[usize]>) -> Lazy<A, B> {
        Lazy { ast, visible: visible.clone(), planned: RefCell::new(None) }
    }

    /// What was planned under this version of names, or is now.
    ///
    /// # Errors
    /// As planning.
    pub fn get(&self, version: u64, plan: impl FnOnce(&A) -> Result<B>) -> Result<Rc<B>> {
        if let Some((known, planned)) = &*self.planned.borrow()
            && *known == version
        {
            return Ok(planned.clone());
        }
        let planned = Rc::new(plan(&self.ast)?);
        *self.planned.borrow_mut() = Some((version, planned.clone()));
        Ok(planned)
    }
}

/// A statement of a procedure.
#[derive(Debug)]
pub enum Step {
    /// SQL, and the variables that its first row goes to.
    Sql(LazyPlan, Vec<Place>, bool),
    /// A query whose rows nobody looks at.
    Perform(LazyPlan),
    /// An assignment.
    Assign(Place, LazyExpr),
    /// A variable's first value.
    Declare(usize, Option<LazyExpr>),
    /// IF.
    If(Vec<(LazyExpr, Vec<Step>)>, Vec<Step>),
    /// LOOP and WHILE.
    While(Option<LazyExpr>, Vec<Step>),
    /// FOR over numbers: variable, from, to, step, REVERSE.
    Range(usize, Box<[LazyExpr; 2]>, Option<LazyExpr>, bool, Vec<Step>),
    /// FOR over rows.
    Rows(Vec<Place>, LazyPlan, Vec<Step>),
    /// FOR over the rows of EXECUTE.
    RowsOf(Vec<Place>, LazyExpr, Vec<LazyExpr>, Vec<Step>),
    /// FOREACH.
    Items(Vec<Place>, LazyExpr, Vec<Step>),
    /// A loop with a label.
    Labelled(Rc<str>, Box<Step>),
    /// EXIT, or with the flag CONTINUE, and the label of the loop that is meant.
    Exit(bool, Option<Rc<str>>, Option<LazyExpr>),
    /// RETURN.
    Return(Returned),
    /// RETURN QUERY.
    Give(LazyPlan),
    /// RETURN NEXT.
    GiveRow(Returned),
    /// A record of a table's columns is filled with NULLs.
    Empty(usize, Rc<Table>),
    /// RAISE and SIGNAL.
    Raise(Box<RaiseStep>),
    /// Statements with handlers.
    Guarded(Rc<Vec<HandlerStep>>, Vec<Step>),
    /// OPEN, FETCH or CLOSE of a cursor.
    Cursor(usize, ast::CursorUse, Vec<Place>),
    /// A statement about the transaction.
    Transaction(Rc<ast::Statement>),
    /// A block with handlers: conditions' SQLSTATEs and what they do.
    Block(Vec<Step>, Vec<(Vec<Rc<str>>, Vec<Step>)>),
    /// GET DIAGNOSTICS.
    Diagnostics(Vec<(Place, Rc<str>)>),
    /// EXECUTE, or with the first flag RETURN QUERY EXECUTE; the second is STRICT.
    Execute(LazyExpr, Vec<Place>, Vec<LazyExpr>, (bool, bool)),
    /// PREPARE, EXECUTE and DEALLOCATE with the text or the values.
    Named(ast::Named, Vec<LazyExpr>),
}

/// `DECLARE … HANDLER`.
#[derive(Debug)]
pub struct HandlerStep {
    /// It leaves its block.
    pub exit: bool,
    /// Numbers, SQLSTATEs, classes.
    pub conditions: Vec<Rc<str>>,
    /// What it does.
    pub body: Vec<Step>,
}

/// What RETURN gives.
#[derive(Debug)]
pub enum Returned {
    /// Nothing.
    Nothing,
    /// OLD.
    Old,
    /// NEW.
    New,
    /// `COALESCE(NEW, OLD)`, or with false the other way round.
    Either(bool),
    /// A record.
    Record(usize),
    /// A value.
    Value(LazyExpr),
    /// The first value of a statement.
    First(LazyPlan),
    /// The variables from a place on.
    Variables(usize, usize),
}

/// RAISE.
#[derive(Debug)]
pub struct RaiseStep {
    /// `EXCEPTION`, `NOTICE` …
    pub level: Rc<str>,
    /// The message, in the format of RAISE.
    pub format: Option<Rc<str>>,
    /// The SQLSTATE.
    pub code: Option<Rc<str>>,
    /// The format's arguments.
    pub args: Vec<LazyExpr>,
    /// USING.
    pub using: Vec<(Rc<str>, LazyExpr)>,
}

/// Where a value is put.
#[derive(Clone, Debug)]
pub enum Place {
    /// A variable.
    Variable(usize),
    /// A column of NEW.
    New(usize),
    /// A column of OLD.
    Old(usize),
    /// A field of a record.
    Field(usize, Rc<str>),
    /// A column that OLD or NEW, as it is named, has not: an error when it is reached (PostgreSQL).
    Missing(Rc<str>, Rc<str>),
    /// A variable of the session (MySQL).
    User(Rc<str>),
}

/// What a procedure is made of beside its statements.
pub struct Parts<'a> {
    /// Its statements.
    pub body: &'a [ProcStatement],
    /// OLD and NEW, and the table that they are of.
    pub rows: Vec<ScopeItem>,
    /// The table of OLD and NEW.
    pub table: Option<&'a Rc<Table>>,
    /// Special variables and parameters.
    pub given: Vec<(Option<Rc<str>>, Type)>,
    /// The text that spans point into, and where that began.
    pub text: (Rc<str>, u32),
    /// It is a trigger's for this event.
    pub trigger: Option<Event>,
    /// What it gives, if that is rows.
    pub gives: &'a [(Rc<str>, Type)],
    /// The function's name, where its variables are known under it.
    pub named: Option<&'a str>,
}

impl Planner<'_> {
    /// Makes a procedure.
    ///
    /// # Errors
    /// Variables and types that are not there.
    pub fn plan_procedure(&self, parts: Parts<'_>) -> Result<Program> {
        let width = parts.table.map_or(0, |t| t.columns.len() + 1);
        let text = Type::Text;
        let mut builder = Builder {
            rules: self.rules,
            planner: self,
            table: parts.table.map(|t| &**t),
            trigger: parts.trigger.is_some(),
            variables: Vec::new(),
            out: (0, 0),
            conditions: Vec::new(),
            cursor_names: Vec::new(),
            cursors: Vec::new(),
            use_column: false,
            named: parts.named,
            visible: Rc::from([]),
        };
        let [found, code, message] = self.rules.procedure.own_variables;
        builder.add(found, Type::Bool);
        builder.add(code, text.clone());
        builder.add(message, text);
        for (at, (name, ty)) in parts.given.into_iter().enumerate() {
            // One without a name is known by its number alone.
            let number = format!("${}", at + 1);
            builder.add(name.as_deref().unwrap_or(&number), ty);
        }
        // Columns of RETURNS TABLE are variables.
        let first = builder.variables.len();
        for (name, ty) in parts.gives {
            builder.add(name, ty.clone());
        }
        builder.out = (first, parts.gives.len());
        let steps = builder.steps(parts.body)?;
        let (variables, cursors) = (builder.variables, builder.cursors);
        Ok(Program {
            called: false,
            outs: 0,
            cursors,
            rules: self.rules,
            table: parts.table.cloned(),
            steps,
            variables,
            must_return: parts.trigger.is_some()
                && matches!(self.rules.write.trigger_order, TriggerOrder::Name),
            has: [parts.trigger != Some(Event::Insert), parts.trigger != Some(Event::Delete)],
            rows: parts.rows,
            columns_win: false,
            use_column: builder.use_column,
            width,
            text: parts.text,
            transitions: Vec::new(),
            named: None,
            gives: None,
            one: false,
        })
    }
}

impl Planner<'_> {
    /// Makes the procedure of a block that stands by itself.
    pub(super) fn plan_do(&self, body: &[ProcStatement], span: Span) -> Result<Program> {
        let text = (self.text_of(span), span.start);
        let (rows, given) = (Vec::new(), Vec::new());
        self.plan_procedure(Parts {
            body,
            rows,
            table: None,
            given,
            text,
            trigger: None,
            gives: &[],
            named: None,
        })
    }
}

/// Puts a procedure together.
struct Builder<'b, 'p> {
    rules: &'static PlanRules,
    planner: &'b Planner<'p>,
    table: Option<&'b Table>,
    trigger: bool,
    variables: Vec<Variable>,
    /// The variables that RETURN NEXT gives: the first, and how many.
    out: (usize, usize),
    /// Names of conditions and what they stand for.
    conditions: Vec<(Rc<str>, Rc<str>)>,
    /// Names of cursors, and their queries.
    cursor_names: Vec<Rc<str>>,
    cursors: Vec<LazyPlan>,
    /// The variables that are in sight, innermost last.
    visible: Rc<[usize]>,
    /// A column hides a variable of its name.
    use_column: bool,
    /// The function's name.
    named: Option<&'b str>,
}

impl Builder<'_, '_> {
    fn add(&mut self, name: &str, ty: Type) -> usize {
        let mut column = variable(name, ty);
        column.collation = (self.rules.ddl.column_collation)(None, &column.ty);
        let (record, free, constant, not_null) = Default::default();
        self.variables.push(Variable { column, record, free, constant, not_null });
        let slot = self.variables.len() - 1;
        self.visible = self.visible.iter().copied().chain([slot]).collect();
        slot
    }

    fn steps(&mut self, body: &[ProcStatement]) -> Result<Vec<Step>> {
        let mut steps = Vec::with_capacity(body.len());
        let mut handlers = Vec::new();
        for statement in body {
            match statement {
                ProcStatement::Handler { exit, conditions, body } => {
                    let mut known = Vec::with_capacity(conditions.len());
                    for condition in conditions {
                        known.push(self.named_condition(condition)?);
                    }
                    let body = self.steps(body)?;
                    handlers.push(HandlerStep { exit: *exit, conditions: known, body });
                }
                statement => steps.extend(self.step(statement)?),
            }
        }
        if !handlers.is_empty() {
            steps = vec![Step::Guarded(Rc::new(handlers), steps)];
        }
        Ok(steps)
    }

    /// What the name of a condition stands for; numbers, SQLSTATEs and classes stand for themselves.
    fn named_condition(&self, name: &Rc<str>) -> Result<Rc<str>> {
        if name.bytes().all(|b| !b.is_ascii_lowercase()) {
            return Ok(name.clone());
        }
        let known = self.conditions.iter().rev().find(|(known, _)| known == name);
        known.map(|(_, of)| of.clone()).ok_or_else(|| {
            let (kind, name) = ("Undefined CONDITION", name.to_string());
            ErrorKind::NoSuchObject { kind, name }.nowhere()
        })
    }

    fn step(&mut self, statement: &ProcStatement) -> Result<Option<Step>> {
        let seen = self.visible.clone();
        let lazy = |expr: &ast::Expr| LazyExpr::new(expr.clone(), &seen);
        Ok(Some(match statement {
            ProcStatement::Nothing => return Ok(None),
            ProcStatement::ColumnsWin => {
                self.use_column = true;
                return Ok(None);
            }
            ProcStatement::Sql(statement) => {
                Step::Sql(Lazy::new(statement.clone(), &seen), Vec::new(), false)
            }
            ProcStatement::Perform(query) => Step::Perform(query_plan(query, &seen)),
            ProcStatement::Into { statement, targets, strict } => {
                let targets = self.places(targets)?;
                Step::Sql(Lazy::new(statement.clone(), &seen), targets, *strict)
            }
            ProcStatement::Assign { target, value } if self.is_whole_row(target) => {
                self.whole_row(target, value)?
            }
            ProcStatement::Assign { target, value } => {
                Step::Assign(self.place(target)?, lazy(value))
            }
            ProcStatement::Declare { name, ty, value, constant, not_null } => {
                let slot = self.declare(&name.text, ty)?;
                let variable = &mut self.variables[slot];
                (variable.constant, variable.not_null) = (*constant, *not_null);
                if let (Some(table), None) = (self.row_type(ty), value) {
                    return Ok(Some(Step::Empty(slot, table)));
                }
                Step::Declare(slot, value.as_ref().map(lazy))
            }
            ProcStatement::If { branches, otherwise } => {
                let mut planned = Vec::with_capacity(branches.len());
                for (condition, body) in branches {
                    planned.push((lazy(condition), self.steps(body)?));
                }
                Step::If(planned, self.steps(otherwise)?)
            }
            ProcStatement::Loop(kind, body, label) => {
                let looped = self.looped(kind, body)?;
                match label {
                    Some(label) => Step::Labelled(label.clone(), Box::new(looped)),
                    None => looped,
                }
            }
            ProcStatement::Exit(again, label, when) => {
                Step::Exit(*again, label.clone(), when.as_ref().map(lazy))
            }
            ProcStatement::ReturnQuery(statement) => {
                Step::Give(Lazy::new(statement.clone(), &seen))
            }
            ProcStatement::ReturnNext(value) => Step::GiveRow(match value {
                Some(_) => self.returned(value.as_ref()),
                None => Returned::Variables(self.out.0, self.out.1),
            }),
            ProcStatement::Return(value) => Step::Return(self.returned(value.as_ref())),
            ProcStatement::Raise { level, format, condition, args, using } => {
                let code = match condition {
                    Some(condition) => Some(self.code(condition)?),
                    None => None,
                };
                // A condition's name is the message, unless another is given.
                let named = condition.as_ref().filter(|c| Some(*c) != code.as_ref());
                let format = format.as_ref().or(named);
                Step::Raise(Box::new(RaiseStep {
                    level: level.clone(),
                    format: format.cloned(),
                    code,
                    args: args.iter().map(lazy).collect(),
                    using: using.iter().map(|(name, e)| (name.clone(), lazy(e))).collect(),
                }))
            }
            ProcStatement::Signal { sqlstate, items, again } => Step::Raise(Box::new(RaiseStep {
                level: Rc::from(if *again { "RESIGNAL" } else { "SIGNAL" }),
                format: None,
                code: match sqlstate.is_empty() {
                    true => None,
                    false => Some(self.named_condition(sqlstate)?),
                },
                args: Vec::new(),
                using: items.iter().map(|(name, e)| (name.clone(), lazy(e))).collect(),
            })),
            ProcStatement::Handler { .. } => return Ok(None),
            ProcStatement::Condition(name, of) => {
                let of = self.named_condition(of)?;
                self.conditions.push((name.clone(), of));
                return Ok(None);
            }
            ProcStatement::DeclareCursor(name, query) => {
                self.cursor_names.push(name.clone());
                self.cursors.push(Lazy::new(query.clone(), &seen));
                return Ok(None);
            }
            ProcStatement::Cursor(name, how, targets) => {
                let Some(at) = self.cursor_names.iter().rposition(|known| known == name) else {
                    let (kind, name) = ("Undefined CURSOR", name.to_string());
                    return Err(ErrorKind::NoSuchObject { kind, name }.nowhere());
                };
                Step::Cursor(at, *how, self.places(targets)?)
            }
            ProcStatement::Transaction(statement) => Step::Transaction(statement.clone()),
            ProcStatement::Block { body, handlers } => {
                let body = self.steps(body)?;
                let mut planned = Vec::with_capacity(handlers.len());
                for (conditions, body) in handlers {
                    let codes =
                        conditions.iter().map(|c| self.code(c)).collect::<Result<Vec<_>>>()?;
                    planned.push((codes, self.steps(body)?));
                }
                self.visible = seen.clone();
                Step::Block(body, planned)
            }
            ProcStatement::Diagnostics(items) => {
                let mut planned = Vec::with_capacity(items.len());
                for (target, item) in items {
                    planned.push((self.place(target)?, item.clone()));
                }
                Step::Diagnostics(planned)
            }
            ProcStatement::Named(named) => {
                let values = match named {
                    ast::Named::Prepare(_, text, ..) => std::slice::from_ref(text),
                    ast::Named::Execute(_, using) => using,
                    ast::Named::Drop(_) => &[],
                };
                Step::Named(named.clone(), values.iter().map(lazy).collect())
            }
            ProcStatement::Execute { command, targets, strict, using, gives } => {
                let using = using.iter().map(lazy).collect();
                Step::Execute(lazy(command), self.places(targets)?, using, (*gives, *strict))
            }
        }))
    }

    fn looped(&mut self, kind: &LoopKind, body: &[ProcStatement]) -> Result<Step> {
        let seen = self.visible.clone();
        let lazy = |expr: &ast::Expr| LazyExpr::new(expr.clone(), &seen);
        Ok(match kind {
            LoopKind::Once => Step::Block(self.steps(body)?, Vec::new()),
            LoopKind::Forever => Step::While(None, self.steps(body)?),
            LoopKind::While(condition) => Step::While(Some(lazy(condition)), self.steps(body)?),
            LoopKind::Range { name, bounds, step, reverse } => {
                let slot = self.add(&name.text, Type::Int { bits: 32, unsigned: false });
                let bounds = Box::new([lazy(&bounds.0), lazy(&bounds.1)]);
                let body = self.steps(body)?;
                self.visible = seen.clone();
                Step::Range(slot, bounds, step.as_ref().map(lazy), *reverse, body)
            }
            LoopKind::Rows(targets, statement) => {
                let targets = self.places(targets)?;
                Step::Rows(targets, Lazy::new(statement.clone(), &seen), self.steps(body)?)
            }
            LoopKind::Execute(targets, command, using) => {
                let using = using.iter().map(lazy).collect();
                Step::RowsOf(self.places(targets)?, lazy(command), using, self.steps(body)?)
            }
            LoopKind::Items(targets, value) => {
                Step::Items(self.places(targets)?, lazy(value), self.steps(body)?)
            }
        })
    }

    /// The SQLSTATE of a condition; `others` stays what it is.
    fn code(&self, condition: &Rc<str>) -> Result<Rc<str>> {
        if &**condition == "others" {
            return Ok(condition.clone());
        }
        if let Some(code) = (self.rules.procedure.condition)(condition) {
            return Ok(Rc::from(code));
        }
        if condition.len() == 5 && condition.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Ok(Rc::from(condition.to_ascii_uppercase()));
        }
        Err(Refusal::NoCondition.of(&[condition]).nowhere())
    }

    /// The table whose rows a variable holds.
    fn row_type(&self, ty: &DeclaredType) -> Option<Rc<Table>> {
        let table = match ty {
            DeclaredType::RowOf(name) => self.planner.relation(name),
            DeclaredType::Named(ty) if self.planner.type_of(ty).is_err() => {
                self.planner.relation(&relation_of_type(ty))
            }
            _ => None,
        };
        match table {
            Some(Object::Table(table)) => Some(table.clone()),
            _ => None,
        }
    }

    fn declare(&mut self, name: &str, ty: &DeclaredType) -> Result<usize> {
        let row = self.row_type(ty).is_some();
        let ty = match ty {
            DeclaredType::Named(ty) if !row => self.planner.type_of(ty)?,
            DeclaredType::OfColumn(column) => self.type_of(column)?,
            _ => {
                let slot = self.add(name, Type::Unknown);
                self.variables[slot].record = true;
                self.variables[slot].free = !row;
                return Ok(slot);
            }
        };
        Ok(self.add(name, ty))
    }

    fn type_of(&self, name: &ast::ColumnName) -> Result<Type> {
        let Some(table) = &name.table else {
            let mut slots = self.visible.iter().rev().map(|slot| &self.variables[*slot]);
            let known = slots.find(|v| *v.column.name == *name.name.text);
            return known.map(|v| v.column.ty.clone()).ok_or_else(|| self.missing(name));
        };
        let object = ast::ObjectName { schema: name.schema.clone(), name: table.clone() };
        let Some(Object::Table(found)) = self.planner.relation(&object) else {
            return Err(ErrorKind::NoSuchTable { name: table.text.to_string() }.nowhere());
        };
        let column = found.column(&name.name.text, self.rules.column_names);
        column.map(|c| found.columns[c].ty.clone()).ok_or_else(|| self.missing(name))
    }

    fn missing(&self, name: &ast::ColumnName) -> Error {
        let span = name.table.as_ref().map_or(name.name.span, |t| t.span);
        ErrorKind::NoSuchVariable { name: super::scope::written(name) }.at(span)
    }

    fn places(&self, targets: &[ast::ColumnName]) -> Result<Vec<Place>> {
        targets.iter().map(|t| self.place(t)).collect()
    }

    /// Whether OLD or NEW as a whole is assigned to.
    fn is_whole_row(&self, target: &ast::ColumnName) -> bool {
        let row = |name: &str| ["new", "old"].iter().any(|row| row.eq_ignore_ascii_case(name));
        target.table.is_none() && self.trigger && self.table.is_some() && row(&target.name.text)
    }

    /// `NEW := OLD`, column by column.
    fn whole_row(&self, target: &ast::ColumnName, value: &ast::Expr) -> Result<Step> {
        let (Some(table), ast::ExprKind::Column(from)) = (self.table, &value.kind) else {
            return Err(ErrorKind::unsupported("rows assigned to NEW").at(value.span));
        };
        if !self.is_whole_row(from) {
            return Err(ErrorKind::unsupported("rows assigned to NEW").at(value.span));
        }
        let mut steps = Vec::new();
        for column in table.columns.iter().filter(|c| c.generated.is_none()) {
            let of = |row: &ast::ColumnName| ast::ColumnName {
                schema: None,
                table: Some(row.name.clone()),
                name: ast::Ident { text: column.name.clone(), ..row.name.clone() },
            };
            let kind = ast::ExprKind::Column(of(from));
            let value = LazyExpr::new(ast::Expr { kind, span: value.span }, &self.visible);
            steps.push(Step::Assign(self.place(&of(target))?, value));
        }
        Ok(Step::Block(steps, Vec::new()))
    }

    fn place(&self, target: &ast::ColumnName) -> Result<Place> {
        let slot = |name: &str| {
            let same = |v: &Variable| self.rules.column_names.same(&v.column.name, name);
            self.visible.iter().rev().copied().find(|slot| same(&self.variables[*slot]))
        };
        let field = &target.name.text;
        if let Some(name) = field.strip_prefix('@') {
            return Ok(Place::User(Rc::from(name)));
        }
        let Some(row) = &target.table else {
            let found = slot(field).ok_or_else(|| self.missing(target))?;
            if self.variables[found].constant {
                return Err(Refusal::ConstantAssigned.of(&[field]).at(target.name.span));
            }
            return Ok(Place::Variable(found));
        };
        if let (Some(named), Some(found)) = (self.named, slot(field))
            && *named == *row.text
        {
            return Ok(Place::Variable(found));
        }
        let old = row.text.eq_ignore_ascii_case("old");
        if (old || row.text.eq_ignore_ascii_case("new"))
            && let Some(table) = self.table
        {
            let column = table.column(field, self.rules.column_names);
            if column.is_none() && self.rules.expr.whole_rows {
                return Ok(Place::Missing(row.text.clone(), field.clone()));
            }
            let record =
                ErrorKind::NoSuchField { record: row.text.to_string(), field: field.to_string() };
            let place = if old { Place::Old } else { Place::New };
            return column.map(place).ok_or_else(|| record.nowhere());
        }
        match slot(&row.text) {
            Some(slot) if self.variables[slot].record => Ok(Place::Field(slot, field.clone())),
            _ => Err(self.missing(target)),
        }
    }

    fn returned(&self, value: Option<&ast::Expr>) -> Returned {
        let Some(value) = value else { return Returned::Nothing };
        if let ast::ExprKind::Column(name) = &value.kind
            && name.table.is_none()
        {
            let text = &name.name.text;
            let is = |slot: &&usize| {
                let v = &self.variables[**slot];
                v.column.name == *text && v.record
            };
            let slot = self.visible.iter().rev().find(is).copied();
            match slot {
                Some(slot) => return Returned::Record(slot),
                None if self.trigger && text.eq_ignore_ascii_case("new") => return Returned::New,
                None if self.trigger && text.eq_ignore_ascii_case("old") => return Returned::Old,
                None => {}
            }
        }
        if self.trigger
            && let ast::ExprKind::Function(call) = &value.kind
            && call.name.name.text.eq_ignore_ascii_case("coalesce")
            && let [first, second] = &call.args[..]
        {
            match (self.returned(Some(first)), self.returned(Some(second))) {
                (Returned::New, Returned::Old) => return Returned::Either(true),
                (Returned::Old, Returned::New) => return Returned::Either(false),
                _ => {}
            }
        }
        let null = ast::ExprKind::Literal(ast::Literal::Null);
        if self.trigger && value.kind == null {
            return Returned::Nothing;
        }
        Returned::Value(LazyExpr::new(value.clone(), &self.visible))
    }
}

fn query_plan(query: &Rc<ast::Query>, visible: &Rc<[usize]>) -> LazyPlan {
    let kind = ast::StatementKind::Query(query.clone());
    Lazy::new(Rc::new(ast::Statement { kind, span: query.span }), visible)
}

impl Program {
    /// It is one SELECT into variables.
    pub fn is_select_into(&self) -> bool {
        matches!(&self.steps[..], [Step::Sql(_, into, _)] if !into.is_empty())
    }

    /// It changes definitions only (RENAME TABLE).
    pub fn defines(&self) -> bool {
        let alters = |step: &Step| match step {
            Step::Sql(sql, ..) => matches!(sql.ast.kind, ast::StatementKind::AlterTable { .. }),
            _ => false,
        };
        self.steps.iter().all(alters) && !self.steps.is_empty()
    }

    /// The same variables with statements in SQL; the last gives the value, if there is to be one.
    pub(super) fn of_statements(
        mut self,
        statements: &[Rc<ast::Statement>],
        returns: &crate::catalog::Returns,
    ) -> Program {
        let visible: Rc<[usize]> = (0..self.variables.len()).collect();
        let plans = statements.iter().map(|s| Lazy::new(s.clone(), &visible));
        self.steps = plans.map(Step::Perform).collect();
        self.columns_win = true;
        if *returns != crate::catalog::Returns::Void
            && let Some(Step::Perform(last)) = self.steps.pop()
        {
            self.steps.push(match returns {
                crate::catalog::Returns::Rows(..) => Step::Give(last),
                _ => Step::Return(Returned::First(last)),
            });
        }
        self
    }
}

/// A variable as a column, so that values are brought to its type like any others.
pub fn variable(name: &str, ty: Type) -> Column {
    Column {
        name: Rc::from(name),
        ty,
        declared: Rc::from(""),
        not_null: None,
        default: None,
        collation: &BINARY,
        generated: None,
        identity: None,
        on_update: None,
        invisible: false,
        comment: None,
    }
}

/// Where the fields of a record stand, and what they are.
pub type Shape = (usize, Vec<(Rc<str>, Type)>);

/// The names that a procedure's statements see: OLD and NEW, its variables, and the fields of the
/// records that are filled, each with the place of its first.
pub fn frame_scope(
    program: &Program,
    records: &[Option<Shape>],
    visible: &[usize],
) -> Scope<'static> {
    let column = |name: &Rc<str>, ty: &Type, collation| ScopeColumn {
        name: name.clone(),
        ty: ty.clone(),
        collation,
        declared: Rc::from(""),
        origin: None,
        invisible: false,
        merged: false,
        first: 0,
        place: None,
        also: Vec::new(),
    };
    let item = |name: Rc<str>, columns: Vec<ScopeColumn>, offset| ScopeItem {
        table: None,
        schema: None,
        name,
        width: columns.len(),
        columns,
        offset,
        rowid: None,
        rowid_column: None,
        qualified_only: false,
        scalar: false,
        unlisted: false,
        reads: None,
        bare: false,
        indexed: None,
        chosen: None,
        partial: Default::default(),
        primary_key: Vec::new(),
    };
    let mut items = program.rows.clone();
    let offset = 2 * program.width;
    // A later variable hides an earlier one of its name.
    let shadowed = |at: usize, name: &Rc<str>| {
        visible[at + 1..].iter().any(|slot| program.variables[*slot].column.name == *name)
    };
    for (at, &slot) in visible.iter().enumerate().rev() {
        let variable = &program.variables[slot];
        let name = &variable.column.name;
        let hidden = shadowed(at, name);
        if !variable.record && !hidden && !name.is_empty() {
            let columns = vec![column(name, &variable.column.ty, variable.column.collation)];
            let of = if program.columns_win || program.use_column { "$" } else { "" };
            items.push(item(Rc::from(of), columns, offset + slot));
        }
    }
    if let Some((name, count)) = &program.named {
        let first = program.rules.procedure.own_variables.len();
        let params = program.variables[first..].iter().take(*count);
        let of = |v: &Variable| column(&v.column.name, &v.column.ty, v.column.collation);
        let mut item = item(name.clone(), params.map(of).collect(), offset + first);
        item.qualified_only = true;
        items.push(item);
    }
    for (at, &slot) in visible.iter().enumerate() {
        let variable = &program.variables[slot];
        if let Some((place, fields)) = &records[slot]
            && !shadowed(at, &variable.column.name)
        {
            let columns = fields.iter().map(|(name, ty)| column(name, ty, &BINARY)).collect();
            let mut item = item(variable.column.name.clone(), columns, *place);
            item.qualified_only = true;
            item.unlisted = variable.free;
            items.push(item);
        }
    }
    Scope::new(items, None)
}

/// A type's name as that of a table whose rows are of it.
pub(super) fn relation_of_type(ty: &ast::TypeName) -> ast::ObjectName {
    let text = Rc::from(ty.name.to_ascii_lowercase());
    ast::ObjectName { schema: None, name: ast::Ident { text, quote: None, span: ty.span } }
}
