//! Triggers as plans: when each fires, and the program that it runs. A program is planned once for
//! a statement, however often it is reached, so that a trigger may fire itself.

use std::cell::OnceCell;
use std::rc::Rc;

use super::ddl::Elsewhere;
use super::link::Link;
use super::node::Expr;
use super::procedure::{Parts, Program};
use super::rules::{Place, TriggerOrder};
use super::scope::{Scope, ScopeItem};
use super::{Plan, PlanRules, Planner};
use crate::catalog::{
    Body as FunctionBody, Function, NameKey, Object, ObjectId, Returns, Space, Table, Trigger,
};
use crate::error::{ErrorKind, Refusal, Result};
use crate::order::sort_by;
use crate::syntax::ast::{self, TriggerBody, TriggerEvent, TriggerTime};
use crate::syntax::conflict::{OrClause, Resolution};
use crate::syntax::mention::{Mention, mentions};
use crate::types::Type;
use crate::value::Value;

/// What happens to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// It is added.
    Insert,
    /// It changes.
    Update,
    /// It goes.
    Delete,
}

/// A trigger as a statement uses it.
#[derive(Debug)]
pub struct TriggerUse {
    /// Its number.
    pub id: ObjectId,
    /// Its name.
    pub name: Rc<str>,
    /// Its table's name.
    pub table: Rc<str>,
    /// Before or after.
    pub time: TriggerTime,
    /// On what.
    pub event: Event,
    /// UPDATE OF: it fires only when one of these columns is set.
    pub columns: Option<Vec<usize>>,
    /// When it runs, if it waits for the end of the statement at least.
    pub waits: super::conflict::When,
    /// SET CONSTRAINTS says when.
    pub deferrable: bool,
    /// For each row, not once for the statement.
    pub each_row: bool,
    /// RETURNING is computed after it (SQLite's TEMP triggers; trigger.c, sqlite3TriggerList).
    pub before_returning: bool,
    /// It sees the old and the new rows of the whole statement as tables.
    pub transitions: bool,
    /// WHEN, over the old and new row (see `trigger_scope`) one level out.
    pub when: Option<Expr>,
    /// What it runs.
    pub body: Body,
    /// The text that the program's spans point into, and where it began in its script.
    pub text: (Rc<str>, u32),
}

/// The arguments of CREATE TRIGGER, which are counted from 0 (plpgsql-trigger).
pub(super) const TRIGGER_ARGUMENTS: &str = "tg_argv";

/// What a trigger runs.
#[derive(Debug)]
pub enum Body {
    /// Statements (SQLite).
    Plans(Link<OnceCell<Vec<Plan>>>),
    /// A procedure, and the values of its special variables.
    Procedure(Rc<Program>, Vec<Value>),
}

/// A program being planned or planned: trigger, outer OR clause, program.
pub type KnownProgram = (ObjectId, Option<Resolution>, Rc<OnceCell<Vec<Plan>>>);

impl Planner<'_> {
    /// The triggers of a table that an event of a statement fires at these times, in firing order.
    pub(super) fn plan_triggers(
        &mut self,
        table: &Rc<Table>,
        (event, times): (Event, &[TriggerTime]),
        changed: Option<&[usize]>,
        or: Option<OrClause>,
    ) -> Result<Vec<TriggerUse>> {
        if self.state.silent {
            return Ok(Vec::new());
        }
        let mut uses = Vec::new();
        let mut triggers = self.catalog.triggers_of(table.id);
        match self.rules.write.trigger_order {
            TriggerOrder::Own(order) => order(self.catalog, &mut triggers),
            TriggerOrder::Oldest => {}
            TriggerOrder::Name => sort_by(&mut triggers, &mut |a, b| a.name.cmp(&b.name)),
        }
        triggers.retain(|t| t.enabled && times.contains(&t.definition.time));
        for trigger in &triggers {
            for own in &trigger.definition.events {
                let (own, columns) = match own {
                    TriggerEvent::Insert => (Event::Insert, None),
                    TriggerEvent::Delete => (Event::Delete, None),
                    TriggerEvent::Update(names) if names.is_empty() => (Event::Update, None),
                    TriggerEvent::Update(names) => {
                        let rule = self.rules.column_names;
                        let found = names.iter().filter_map(|n| table.column(&n.text, rule));
                        (Event::Update, Some(found.collect()))
                    }
                    TriggerEvent::Truncate => continue,
                };
                // UPDATE OF other columns is not even planned; a column that is computed is not set.
                let set = |c: &usize| {
                    table.columns[*c].generated.is_none() && changed.is_none_or(|s| s.contains(c))
                };
                let meant = columns.as_ref().is_none_or(|c: &Vec<usize>| c.iter().any(set));
                if own == event && meant {
                    uses.push(self.plan_trigger(trigger, table, event, columns, or)?);
                }
            }
        }
        Ok(uses)
    }

    /// Whether a table has triggers for an event.
    pub(super) fn has_triggers(&self, table: ObjectId, event: Event) -> bool {
        let is = |e: &TriggerEvent| match e {
            TriggerEvent::Insert => event == Event::Insert,
            TriggerEvent::Update(_) => event == Event::Update,
            TriggerEvent::Delete => event == Event::Delete,
            TriggerEvent::Truncate => false,
        };
        self.catalog.triggers_of(table).iter().any(|t| t.definition.events.iter().any(is))
    }

    /// A definition that is kept as a text may not have parameters.
    pub(super) fn refuse_parameters(
        &self,
        statement: &ast::Statement,
        message: &str,
    ) -> Result<()> {
        let mut found = false;
        if self.rules.ddl.texts_are_edited {
            mentions(statement, &mut |m: Mention<'_>| found |= matches!(m, Mention::Param));
        }
        if found { Err(super::alter_text::message(message)) } else { Ok(()) }
    }

    pub(super) fn plan_trigger(
        &mut self,
        trigger: &Rc<Trigger>,
        table: &Rc<Table>,
        event: Event,
        columns: Option<Vec<usize>>,
        or: Option<OrClause>,
    ) -> Result<TriggerUse> {
        let scope = Rc::new(trigger_scope(table, event, self.rules));
        // The program sees its own text, OLD and NEW, and the outer statement's OR clause.
        let mut inner = Planner {
            catalog: self.catalog,
            rules: self.rules,
            text: &trigger.text,
            base: trigger.base,
            settings: self.settings,
            state: super::PlanState {
                inherited_or: or,
                programs_deep: self.state.programs_deep,
                silent: self.state.silent,
                frame: Some(scope.clone()),
                reach: self.state.reach.clone(),
                programs: self.state.programs.clone(),
                children: self.state.children.clone(),
                last_action: self.state.last_action.clone(),
                home: self.home_of(&trigger.schema),
                references: self.state.references.clone(),
                ..super::PlanState::default()
            },
        };
        let when = match &trigger.definition.when {
            Some(when) => {
                let inside = Scope::new(Vec::new(), Some(&*scope));
                let bound = inner.bind_condition(when, &inside);
                let closed = inner.state.home.is_some();
                Some(bound.map_err(|e| if closed { inner.of_definition(e, None) } else { e })?)
            }
            None => None,
        };
        let body = match &trigger.definition.body {
            TriggerBody::Statements(_) => Body::Plans(inner.plan_program(trigger, or)?),
            TriggerBody::Block(block) => {
                let parts = Parts {
                    body: block,
                    rows: scope.items.clone(),
                    table: Some(table),
                    given: Vec::new(),
                    text: (trigger.text.clone(), trigger.base),
                    trigger: Some(event),
                    gives: &[],
                    named: None,
                };
                Body::Procedure(Rc::new(inner.plan_procedure(parts)?), Vec::new())
            }
            TriggerBody::Function(name, args) => {
                inner.plan_trigger_function(trigger, table, event, name, args)?
            }
        };
        Ok(TriggerUse {
            id: trigger.id,
            name: trigger.name.clone(),
            table: table.name.clone(),
            time: trigger.definition.time,
            event,
            columns,
            waits: match trigger.definition.constraint {
                Some(declared)
                    if self.settings.deferred(&trigger.name, declared)
                        == ast::Deferrable::Deferred =>
                {
                    super::conflict::When::Commit
                }
                _ => super::conflict::When::StatementEnd,
            },
            deferrable: trigger.definition.constraint.is_some_and(|d| d != ast::Deferrable::No),
            each_row: trigger.definition.each_row,
            before_returning: trigger.schema != table.schema,
            transitions: trigger.definition.transitions.iter().any(Option::is_some),
            when,
            body,
            text: (trigger.text.clone(), trigger.base),
        })
    }

    /// The procedure that a trigger calls (plpgsql-trigger).
    fn plan_trigger_function(
        &self,
        trigger: &Trigger,
        table: &Rc<Table>,
        event: Event,
        name: &ast::ObjectName,
        args: &[ast::Expr],
    ) -> Result<Body> {
        let function = self.trigger_function(name)?;
        let FunctionBody::Block(block) = &function.body else {
            return Err(ErrorKind::unsupported("trigger functions in SQL").nowhere());
        };
        let definition = &trigger.definition;
        let level = if definition.each_row { "ROW" } else { "STATEMENT" };
        let op = match event {
            Event::Insert => "INSERT",
            Event::Update => "UPDATE",
            Event::Delete => "DELETE",
        };
        let given: [(&str, &str); 8] = [
            ("tg_name", &trigger.name),
            ("tg_when", definition.time.name()),
            ("tg_level", level),
            ("tg_op", op),
            ("tg_relname", &table.name),
            ("tg_table_name", &table.name),
            ("tg_table_schema", &table.schema),
            ("tg_nargs", ""),
        ];
        let text = Type::Text;
        let int = Type::Int { bits: 32, unsigned: false };
        let mut names: Vec<(Option<Rc<str>>, Type)> = Vec::new();
        let mut values = Vec::new();
        for (name, value) in given {
            let counted = name == "tg_nargs";
            names.push((Some(Rc::from(name)), if counted { int.clone() } else { text.clone() }));
            values.push(if counted { Value::Int(args.len() as i64) } else { Value::text(value) });
        }
        let argument = |arg: &ast::Expr| match &arg.kind {
            ast::ExprKind::Literal(ast::Literal::Text(text)) => Value::Text(text.clone()),
            ast::ExprKind::Literal(ast::Literal::Integer(n)) => Value::text(&n.to_string()),
            _ => Value::text(&self.text_of(arg.span)),
        };
        names.push((Some(Rc::from(TRIGGER_ARGUMENTS)), Type::Array(Rc::new(text))));
        let args: Vec<Value> = args.iter().map(argument).collect();
        values.push(crate::types::array::value(&args));
        // A row that the event or a statement trigger does not have is NULL.
        let parts = Parts {
            body: block,
            rows: row_scope(table, [true; 2], self.rules).items,
            table: Some(table),
            given: names,
            text: (function.text.clone(), function.base),
            trigger: Some(event),
            gives: &[],
            named: None,
        };
        let mut program = self.plan_procedure(parts)?;
        if !definition.each_row {
            program.has = [false; 2];
        }
        for (new, name) in definition.transitions.iter().enumerate() {
            if let Some(name) = name {
                program.transitions.push((name.text.clone(), new == 1, table.clone()));
            }
        }
        Ok(Body::Procedure(Rc::new(program), values))
    }

    /// The function that a trigger names.
    pub(super) fn trigger_function(&self, name: &ast::ObjectName) -> Result<Rc<Function>> {
        let missing = || {
            let name = name.name.text.to_string();
            ErrorKind::NoFunction { kind: "function", name, args: Some(Vec::new()) }.nowhere()
        };
        let function = self.function(name).ok_or_else(missing)?;
        match function.returns == Returns::Trigger {
            true => Ok(function),
            false => {
                let name = function.name.to_string();
                Err(ErrorKind::NotTriggerFunction { name }.nowhere())
            }
        }
    }

    /// A function that a statement has made.
    pub(super) fn function(&self, name: &ast::ObjectName) -> Option<Rc<Function>> {
        let schema = name.schema.as_ref().map(|s| &*s.text);
        match self.object(schema, Space::Function, &name.name.text)? {
            Object::Function(function) => Some(function.clone()),
            _ => None,
        }
    }

    fn plan_program(
        &mut self,
        trigger: &Trigger,
        or: Option<OrClause>,
    ) -> Result<Link<OnceCell<Vec<Plan>>>> {
        let resolution = or.map(|or| or.resolution);
        let known = self.state.programs.borrow().iter().find_map(|(id, known, program)| {
            (*id == trigger.id && *known == resolution).then(|| program.clone())
        });
        if let Some(program) = known {
            return Ok(Link::to(&program, program.get().is_some()));
        }
        let program = Rc::new(OnceCell::new());
        self.state.programs.borrow_mut().push((trigger.id, resolution, program.clone()));
        self.state.last_action.set(None);
        let TriggerBody::Statements(statements) = &trigger.definition.body else {
            let what = "triggers with procedural bodies";
            return Err(ErrorKind::unsupported(what).nowhere());
        };
        // Its tables are those of its own schema, which an error names (trigger.c).
        let home = self.home_of(&trigger.schema);
        let outer = std::mem::replace(&mut self.state.home, home);
        let closed = self.state.home.is_some();
        let plan = |statement: &Rc<ast::Statement>| {
            let planned = self.plan(statement);
            planned.map_err(|error| if closed { self.of_definition(error, None) } else { error })
        };
        let plans: Result<Vec<Plan>> = statements.iter().map(plan).collect();
        self.state.home = outer;
        // Nothing else fills the cell: recursion found it in the list above.
        let _ = program.set(plans?);
        Ok(Link::Down(program))
    }

    /// The key of a trigger's name: one of its table's where the dialect has it so (PostgreSQL).
    pub(super) fn trigger_key(&self, schema: &str, table: ObjectId, name: &str) -> NameKey {
        match self.rules.write.trigger_order {
            TriggerOrder::Name => {
                self.catalog.key(schema, Space::Trigger, &format!("{table}\0{name}"))
            }
            _ => self.catalog.key(schema, Space::Trigger, name),
        }
    }

    /// The columns, the condition and the function of a trigger that calls one (trigger.c,
    /// CreateTriggerFiringOn).
    fn check_trigger(
        &mut self,
        create: &ast::CreateTrigger,
        table: &Table,
        is_view: bool,
    ) -> Result<()> {
        let TriggerBody::Function(name, _) = &create.body else { return Ok(()) };
        if is_view && create.time != TriggerTime::InsteadOf {
            return Err(ErrorKind::unsupported("statement triggers of views").nowhere());
        }
        self.check_transitions(create)?;
        for event in &create.events {
            match event {
                TriggerEvent::Update(names) => {
                    for name in names {
                        if table.column(&name.text, self.rules.column_names).is_none() {
                            let (name, table) =
                                (name.text.to_string(), Some(table.name.to_string()));
                            return Err(ErrorKind::NoSuchColumn { name, table }.nowhere());
                        }
                    }
                }
                TriggerEvent::Truncate => {
                    if create.each_row {
                        return Err(Refusal::TruncateEachRow.of(&[]).nowhere());
                    }
                    return Err(ErrorKind::unsupported("TRUNCATE triggers").nowhere());
                }
                TriggerEvent::Insert | TriggerEvent::Delete => {}
            }
        }
        if let Some(when) = create.when.as_ref().filter(|_| !create.each_row)
            && let Some(span) = column_in(when)
        {
            return Err(Refusal::StatementWhen.of(&[]).at(span));
        }
        if let Some(when) = &create.when {
            let found = std::cell::Cell::new(None);
            let generated = |e: &ast::Expr| match &e.kind {
                ast::ExprKind::Column(name)
                    if name.table.as_ref().is_some_and(|t| &*t.text == "new") =>
                {
                    let at = table.column(&name.name.text, self.rules.column_names);
                    found.set(Some((e.span, at)));
                    at.is_some_and(|at| table.columns[at].generated.is_some())
                }
                _ => false,
            };
            if create.time == TriggerTime::Before
                && self.rules.expr.whole_rows
                && when.has(&generated)
                && let Some((span, Some(at))) = found.get()
            {
                return Err(Refusal::WhenGenerated.of(&[&table.columns[at].name]).at(span));
            }
            let has = |wanted: TriggerEvent| create.events.contains(&wanted);
            let (inserts, deletes) = (has(TriggerEvent::Insert), has(TriggerEvent::Delete));
            let scope = row_scope(table, [!inserts, !deletes], self.rules);
            let scope = Scope::new(Vec::new(), Some(&scope));
            let refused = (self.rules.ddl.refuse)(when, Place::Target("trigger WHEN condition"));
            refused.map_err(|kind| kind.at(when.span))?;
            let bound = self.bind_condition_of(when, &scope, "WHEN");
            bound.map_err(|error| match &*error.kind {
                // Of OLD and of NEW.
                ErrorKind::NoSuchColumn { name, .. }
                    if table.column(name, self.rules.column_names).is_some() =>
                {
                    let span = error.span;
                    ErrorKind::AmbiguousColumn { name: name.clone() }.placed(span).nowhere()
                }
                _ => when_error(error, inserts, deletes),
            })?;
        }
        self.trigger_function(name).map(|_| ())
    }

    /// Which triggers have transition tables (trigger.c, CreateTriggerFiringOn).
    fn check_transitions(&self, create: &ast::CreateTrigger) -> Result<()> {
        let [old, new] = &create.transitions;
        if old.is_none() && new.is_none() {
            return Ok(());
        }
        let why = match create.events[..] {
            _ if create.time != TriggerTime::After => Refusal::TransitionTime,
            [TriggerEvent::Truncate] => Refusal::TransitionTruncate,
            [TriggerEvent::Insert] if old.is_some() => Refusal::TransitionOld,
            [TriggerEvent::Delete] if new.is_some() => Refusal::TransitionNew,
            [TriggerEvent::Update(ref columns)] if !columns.is_empty() => {
                Refusal::TransitionColumns
            }
            [_] => match (old, new) {
                (Some(old), Some(new)) if old.text == new.text => Refusal::TransitionNames,
                _ => return Ok(()),
            },
            _ => Refusal::TransitionEvents,
        };
        Err(why.of(&[]).nowhere())
    }

    /// What comes of CREATE TRIGGER where the name is taken; none where it is not.
    fn taken_trigger(
        &self,
        create: &ast::CreateTrigger,
        schema: &str,
        table: &Table,
    ) -> Result<Option<super::ddl::Ddl>> {
        let own = &create.name.name;
        let key = self.trigger_key(schema, table.id, &own.text);
        if self.catalog.get(&key).is_none() || create.or_replace {
            return Ok(None);
        }
        let rules = &self.rules;
        let name = match rules.ddl.trigger_name_first {
            true => self.text_of(own.span).to_string(),
            false => own.text.to_string(),
        };
        if create.if_not_exists {
            return Ok(Some(self.nothing(Some(ErrorKind::Exists { kind: "trigger", name }))));
        }
        let kind = match rules.write.trigger_order {
            TriggerOrder::Name => ErrorKind::TriggerExists { name, table: table.name.to_string() },
            _ => ErrorKind::Exists { kind: "trigger", name },
        };
        Err(kind.at(own.span))
    }

    /// Checks a trigger's definition as far as CREATE TRIGGER does.
    pub(super) fn plan_create_trigger(
        &mut self,
        create: &Rc<ast::CreateTrigger>,
        span: crate::span::Span,
    ) -> Result<super::ddl::Ddl> {
        let name = &create.name.name;
        let allowed = (self.rules.ddl.check_name_allowed)(&name.text);
        let allowed = allowed.map_err(|kind| kind.at(name.span));
        if create.temp && create.name.schema.is_some() && self.rules.ddl.temp_is_a_schema {
            let what = "temporary trigger may not have qualified name";
            return Err(super::alter_text::message(what));
        }
        if create.name.schema.is_some() {
            self.must_schema(&create.name, create.temp)?;
        }
        if self.protected_or_book(&create.table.name.text).is_some() {
            allowed?;
            return Err(super::alter_text::message("cannot create trigger on system table"));
        }
        let named = match create.temp {
            true => create.table.clone(),
            false => self.with_home(Some(&create.name), &create.table, "trigger")?,
        };
        let view = self.triggered_view(&named)?;
        let is_view = view.is_some();
        let table = match view {
            Some(view) => view,
            None => {
                let table = self.must_table(&named);
                let table = table.map_err(|error| match create.temp {
                    true => error,
                    false => self.of_definition(error, Some(&create.name)),
                });
                table.map_err(|error| (self.rules.ddl.of_utility)(error))?
            }
        };
        allowed?;
        let schema = match (&create.name.schema, create.temp) {
            (Some(schema), _) => schema.text.clone(),
            (None, true) => Rc::from(self.rules.temp_schema),
            (None, false) => table.schema.clone(),
        };
        let first = self.rules.ddl.trigger_name_first;
        if first && let Some(told) = self.taken_trigger(create, &schema, &table)? {
            return Ok(told);
        }
        let rows_of_view = is_view && (create.each_row || !self.rules.write.views_are_written);
        if rows_of_view != (create.time == TriggerTime::InsteadOf) {
            let name = create.table.name.text.to_string();
            let time = create.time.name();
            return Err(ErrorKind::TriggerTime { name, time, is_view }.at(create.table.name.span));
        }
        if let TriggerBody::Statements(statements) = &create.body {
            let edited = self.rules.ddl.texts_are_edited;
            if create.when.as_ref().is_some_and(|when| edited && has_parameter(when)) {
                return Err(super::alter_text::message("trigger cannot use variables"));
            }
            for statement in statements {
                self.refuse_parameters(statement, "trigger cannot use variables")?;
            }
        }
        let key = self.trigger_key(&schema, table.id, &create.name.name.text);
        self.check_trigger(create, &table, is_view)?;
        (self.rules.write.refuse_trigger)(create, &table).map_err(ErrorKind::nowhere)?;
        if !first && let Some(told) = self.taken_trigger(create, &schema, &table)? {
            return Ok(told);
        }
        if let Some((_, other)) = &create.place {
            let same = |t: &Rc<Trigger>| {
                let d = &t.definition;
                t.name == other.text && d.time == create.time && d.events == create.events
            };
            if !self.catalog.triggers_of(table.id).iter().any(same) {
                let name = other.text.to_string();
                return Err(ErrorKind::NoSuchObject { kind: "Referenced trigger", name }.nowhere());
            }
        }
        if let TriggerBody::Statements(statements) = &create.body
            && self.home_of(&schema).is_some()
        {
            if let Some(span) = create.qualified.filter(|_| self.rules.ddl.temp_is_a_schema) {
                let words = "qualified table names are not allowed on INSERT, UPDATE, and DELETE \
                             statements within triggers";
                return Err(super::alter_text::message(words).or_at(span));
            }
            let mut elsewhere = Elsewhere { own: &schema, found: None };
            for statement in statements {
                mentions(statement, &mut |mention| elsewhere.see(mention));
            }
            elsewhere.refused("trigger", &create.name.name.text)?;
        }
        let trigger = Trigger {
            id: 0,
            schema,
            name: create.name.name.text.clone(),
            table: table.id,
            definition: create.clone(),
            enabled: true,
            sql: Rc::from((self.rules.ddl.stored_sql)(&self.text_of(span))),
            text: self.text_of(span),
            base: span.start,
        };
        Ok(super::ddl::Ddl::CreateTrigger(Rc::new(trigger), key))
    }
}

fn column_in(expr: &ast::Expr) -> Option<crate::span::Span> {
    match expr.kind {
        ast::ExprKind::Column(_) => Some(expr.span),
        _ => expr.children().into_iter().find_map(column_in),
    }
}

fn has_parameter(expr: &ast::Expr) -> bool {
    expr.has(&|e| matches!(e.kind, ast::ExprKind::Param(_)))
}

/// A WHEN that names the row which its event does not have.
fn when_error(error: crate::error::Error, inserts: bool, deletes: bool) -> crate::error::Error {
    let row = match &*error.kind {
        ErrorKind::NoSuchQualifier { table, .. } if table == "old" && inserts => "OLD",
        ErrorKind::NoSuchQualifier { table, .. } if table == "new" && deletes => "NEW",
        _ => return error,
    };
    let span = error.span;
    ErrorKind::WhenWithoutRow { row }.placed(span).nowhere()
}

/// OLD's columns and rowid, then NEW's; which of the two can be named is the event's.
fn trigger_scope(table: &Table, event: Event, rules: &PlanRules) -> Scope<'static> {
    row_scope(table, [event != Event::Insert, event != Event::Delete], rules)
}

/// OLD and NEW, as far as they are wanted.
fn row_scope(table: &Table, [old, new]: [bool; 2], rules: &PlanRules) -> Scope<'static> {
    let width = table.columns.len() + 1;
    let item = |name: &str, offset| {
        let mut item = ScopeItem::of_row(table, name, offset, rules);
        item.qualified_only = true;
        item
    };
    let mut items = Vec::new();
    if old {
        items.push(item("old", 0));
    }
    if new {
        items.push(item("new", width));
    }
    Scope::new(items, None)
}
