//! Triggers as plans: when each fires, and the program that it runs. A program is planned once for
//! a statement, however often it is reached, so that a trigger may fire itself.

use std::cell::OnceCell;
use std::rc::Rc;

use super::link::Link;
use super::node::Expr;
use super::scope::{Scope, ScopeItem};
use super::{Plan, PlanRules, Planner};
use crate::catalog::{ObjectId, Table, Trigger};
use crate::error::{ErrorKind, Result};
use crate::syntax::ast::{self, TriggerBody, TriggerEvent, TriggerTime};
use crate::syntax::conflict::{OrClause, Resolution};
use crate::syntax::mention::{Mention, mentions};

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
    /// WHEN, over the old and new row (see `trigger_scope`) one level out.
    pub when: Option<Expr>,
    /// What it runs.
    pub program: Link<OnceCell<Vec<Plan>>>,
    /// The text that the program's spans point into, and where it began in its script.
    pub text: (Rc<str>, u32),
}

/// A program being planned or planned: trigger, outer OR clause, program.
pub type KnownProgram = (ObjectId, Option<Resolution>, Rc<OnceCell<Vec<Plan>>>);

impl Planner<'_> {
    /// The triggers of a table that events of a statement fire, in firing order.
    pub(super) fn plan_triggers(
        &mut self,
        table: &Rc<Table>,
        events: &[Event],
        changed: Option<&[usize]>,
        or: Option<OrClause>,
    ) -> Result<Vec<TriggerUse>> {
        let mut uses = Vec::new();
        let mut triggers = self.catalog.triggers_of(table.id);
        if self.rules.write.newest_trigger_first {
            triggers.reverse();
        }
        for trigger in triggers.iter().filter(|t| t.enabled) {
            for event in &trigger.definition.events {
                let (event, columns) = match event {
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
                if events.contains(&event) && meant {
                    uses.push(self.plan_trigger(trigger, table, event, columns, or)?);
                }
            }
        }
        Ok(uses)
    }

    /// Whether a table has triggers for an event.
    pub(super) fn has_triggers(&self, table: &Table, event: Event) -> bool {
        let is = |e: &TriggerEvent| match e {
            TriggerEvent::Insert => event == Event::Insert,
            TriggerEvent::Update(_) => event == Event::Update,
            TriggerEvent::Delete => event == Event::Delete,
            TriggerEvent::Truncate => false,
        };
        self.catalog.triggers_of(table.id).iter().any(|t| t.definition.events.iter().any(is))
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

    fn plan_trigger(
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
                frame: Some(scope.clone()),
                reach: self.state.reach.clone(),
                programs: self.state.programs.clone(),
                children: self.state.children.clone(),
                ..super::PlanState::default()
            },
        };
        let when = match &trigger.definition.when {
            Some(when) => {
                let inside = Scope::new(Vec::new(), Some(&*scope));
                Some(inner.bind_condition(when, &inside)?)
            }
            None => None,
        };
        let program = inner.plan_program(trigger, or)?;
        Ok(TriggerUse {
            id: trigger.id,
            name: trigger.name.clone(),
            table: table.name.clone(),
            time: trigger.definition.time,
            event,
            columns,
            when,
            program,
            text: (trigger.text.clone(), trigger.base),
        })
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
        let TriggerBody::Statements(statements) = &trigger.definition.body else {
            let what = "triggers with procedural bodies";
            return Err(ErrorKind::unsupported(what).nowhere());
        };
        // Its tables are those of its own schema, which an error names (trigger.c).
        let plan = |statement| self.plan(statement).map_err(|error| self.of_definition(error));
        let plans: Result<Vec<Plan>> = statements.iter().map(plan).collect();
        // Nothing else fills the cell: recursion found it in the list above.
        let _ = program.set(plans?);
        Ok(Link::Down(program))
    }

    /// Checks a trigger's definition as far as CREATE TRIGGER does.
    pub(super) fn plan_create_trigger(
        &mut self,
        create: &Rc<ast::CreateTrigger>,
        span: crate::span::Span,
    ) -> Result<super::ddl::Ddl> {
        (self.rules.ddl.check_name_allowed)(&create.name.name.text)
            .map_err(|kind| kind.at(create.name.name.span))?;
        if create.name.schema.is_some() {
            self.must_schema(&create.name, create.temp)?;
        }
        if (self.rules.ddl.protected_table)(&create.table.name.text).is_some() {
            return Err(super::alter_text::message("cannot create trigger on system table"));
        }
        if let TriggerBody::Statements(statements) = &create.body {
            for statement in statements {
                self.refuse_parameters(statement, "trigger cannot use variables")?;
            }
        }
        let view = self.view_as_table(&create.table)?;
        let is_view = view.is_some();
        let table = match view {
            Some(view) => view,
            None => self.must_table(&create.table).map_err(|error| self.of_definition(error))?,
        };
        if is_view != (create.time == TriggerTime::InsteadOf) {
            let name = create.table.name.text.to_string();
            let time = create.time.name();
            return Err(ErrorKind::TriggerTime { name, time, is_view }.at(create.table.name.span));
        }
        let schema = match (&create.name.schema, create.temp) {
            (Some(schema), _) => schema.text.clone(),
            (None, true) => Rc::from(self.rules.temp_schema),
            (None, false) => table.schema.clone(),
        };
        let space = crate::catalog::Space::Trigger;
        let key = self.catalog.key(&schema, space, &create.name.name.text);
        if self.catalog.get(&key).is_some() {
            if create.if_not_exists {
                return Ok(super::ddl::Ddl::Nothing(None));
            }
            let name = create.name.name.text.to_string();
            return Err(ErrorKind::Exists { kind: "trigger", name }.at(create.name.name.span));
        }
        Ok(super::ddl::Ddl::CreateTrigger(Rc::new(Trigger {
            id: 0,
            schema,
            name: create.name.name.text.clone(),
            table: table.id,
            definition: create.clone(),
            enabled: true,
            sql: Rc::from((self.rules.ddl.stored_sql)(&self.text_of(span))),
            text: self.text_of(span),
            base: span.start,
        })))
    }
}

/// OLD's columns and rowid, then NEW's; which of the two can be named is the event's.
fn trigger_scope(table: &Table, event: Event, rules: &PlanRules) -> Scope<'static> {
    let width = table.columns.len() + 1;
    let item = |name: &str, offset| {
        let mut item = ScopeItem::of_row(table, name, offset, rules);
        item.qualified_only = true;
        item
    };
    let mut items = Vec::new();
    if event != Event::Insert {
        items.push(item("old", 0));
    }
    if event != Event::Delete {
        items.push(item("new", width));
    }
    Scope::new(items, None)
}
