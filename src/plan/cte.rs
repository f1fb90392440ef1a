//! WITH: common table expressions, recursive ones too.

use std::cell::Cell;
use std::rc::Rc;

use super::Planner;
use super::column_names::Names;
use super::node::{Expr, Keep, Node, Recursive, ResultColumn};
use super::scope::{Scope, ScopeItem};
use crate::error::{Error, ErrorKind, Refusal, Result};
use crate::span::Span;
use crate::syntax::ast::{self, CompoundOp, SetExpr, StatementKind};
use crate::syntax::mention::{Mention, mentions, mentions_of_body};

/// A common table expression that is in sight.
#[derive(Clone, Debug)]
pub struct Common {
    name: Rc<str>,
    columns: Vec<ResultColumn>,
    body: Body,
    /// The statement that defines it.
    statement: Rc<ast::Statement>,
    /// Depth of queries at which it was defined.
    depth: usize,
    /// How many others stand one on the other below it, itself included.
    height: usize,
    /// It may give other rows when it is run again.
    varies: bool,
}

#[derive(Clone, Debug)]
enum Body {
    /// Its rows; `keep` is set when it is referred to more than once.
    Query { id: usize, query: Rc<Node>, keep: Rc<Cell<Keep>>, references: Rc<Cell<usize>> },
    /// It looks at rows around it.
    Dependent(Rc<Node>),
    /// It is being defined and may not be read.
    Circular,
    /// What is wrong with it, once it is read.
    Broken(Error),
    /// It is being defined: the rows that its recursive part works on.
    Working { id: usize, used: Rc<Cell<bool>> },
}

/// How many common table expressions may stand one on the other.
const MAX_HEIGHT: usize = 100;

/// A reference to a common table expression.
pub(super) struct Reference {
    pub(super) node: Node,
    pub(super) columns: Vec<ResultColumn>,
    pub(super) dependent: bool,
}

impl Planner<'_> {
    /// A number for rows that are kept for the statement.
    pub(super) fn new_shared(&mut self) -> usize {
        self.state.next_shared += 1;
        self.state.next_shared - 1
    }

    /// Brings the tables of WITH into sight. The caller takes them out again.
    pub(super) fn define_common(
        &mut self,
        with: &ast::With,
        outer: Option<&Scope<'_>>,
    ) -> Result<()> {
        let mut tables: Vec<&ast::CommonTable> = with.tables.iter().collect();
        let mut sound = tables.len();
        if self.rules.expr.common_tables_meet {
            (tables, sound) = self.in_order_of_use(with)?;
        }
        if self.rules.expr.whole_rows {
            self.check_with(with)?;
            if with.recursive {
                (tables, sound) = self.in_order_of_use(with)?;
            }
            if let Some(circle) = tables.get(sound) {
                let what = "mutual recursion between tables of WITH";
                return Err(ErrorKind::unsupported(what).at(circle.name.span));
            }
        }
        if !self.rules.expr.common_tables_meet && !self.rules.expr.whole_rows {
            let rule = self.rules.table_names;
            for (number, table) in tables.iter().enumerate() {
                let same =
                    |other: &&ast::CommonTable| rule.same(&other.name.text, &table.name.text);
                if tables[..number].iter().any(same) {
                    let name = table.name.text.to_string();
                    return Err(ErrorKind::RepeatedName { name }.at(table.name.span));
                }
            }
        }
        let in_sight = self.state.common.len();
        for (number, table) in tables.into_iter().enumerate() {
            // A query that nobody reads is not planned.
            let folds = std::mem::take(&mut self.state.folds);
            let planned = match number < sound {
                true => self.plan_common(with, table, outer),
                false => {
                    let name = table.name.text.to_string();
                    Err(ErrorKind::RecursionMisuse { name }.at(table.name.span))
                }
            };
            self.state.folds = folds;
            let common = match planned {
                // What nobody reads is not looked at (SQLite).
                Err(error) if self.rules.expr.common_tables_meet => {
                    self.state.common.truncate(in_sight + number);
                    let (name, statement) = (table.name.text.clone(), table.body.clone());
                    let (columns, depth) = (Vec::new(), self.state.depth);
                    let body = Body::Broken(error);
                    Common { name, columns, body, statement, depth, height: 0, varies: false }
                }
                common => common?,
            };
            self.state.common.push(common);
        }
        Ok(())
    }

    /// The tables of a WITH, each after those that it names, and how many are not in a circle.
    fn in_order_of_use<'w>(
        &self,
        with: &'w ast::With,
    ) -> Result<(Vec<&'w ast::CommonTable>, usize)> {
        let rule = self.rules.table_names;
        let mut left: Vec<&ast::CommonTable> = Vec::new();
        for table in &with.tables {
            if left.iter().any(|other| rule.same(&other.name.text, &table.name.text)) {
                let message = format!("duplicate WITH table name: {}", table.name.text);
                return Err(super::alter_text::message(&message));
            }
            left.push(table);
        }
        let mut ordered = Vec::new();
        while !left.is_empty() {
            let ready = left.iter().position(|table| {
                let mut waits = false;
                mentions(&table.body, &mut |mention| {
                    let Mention::Table(name, _) = mention else { return };
                    let named = |other: &&ast::CommonTable| {
                        !std::ptr::eq(*other, *table)
                            && rule.same(&other.name.text, &name.name.text)
                    };
                    waits |= name.schema.is_none() && left.iter().any(named);
                });
                !waits
            });
            let Some(ready) = ready else { break };
            ordered.push(left.remove(ready));
        }
        let sound = ordered.len();
        ordered.append(&mut left);
        Ok((ordered, sound))
    }

    /// Plans a write with the tables of its WITH in sight.
    pub(super) fn with_common<T>(
        &mut self,
        with: Option<&ast::With>,
        plan: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<T> {
        let Some(with) = with else { return plan(self) };
        let in_sight = self.state.common.len();
        let frame = self.state.frame.clone();
        let planned = self.define_common(with, frame.as_deref()).and_then(|()| plan(self));
        self.state.common.truncate(in_sight);
        planned
    }

    /// What PostgreSQL refuses before it looks at the tables (parse_cte.c, transformWithClause and
    /// checkWellFormedRecursion).
    fn check_with(&self, with: &ast::With) -> Result<()> {
        for (number, table) in with.tables.iter().enumerate() {
            let name = &table.name.text;
            if with.tables[..number].iter().any(|other| other.name.text == *name) {
                return Err(Refusal::WithTwice.of(&[name]).at(table.name.span));
            }
            let StatementKind::Query(query) = &table.body.kind else { continue };
            if !with.recursive || !refers(&query.body, name, &mut Vec::new()) {
                continue;
            }
            let SetExpr::Compound { op: CompoundOp::Union, left, right, .. } = &query.body else {
                return Err(Refusal::RecursiveForm.of(&[name]).at(table.name.span));
            };
            let mut spans = Vec::new();
            if refers(left, name, &mut spans) {
                let of = [&**name, "within its non-recursive term"];
                return Err(Refusal::RecursiveReference.of(&of).at(spans[0]));
            }
            refers(right, name, &mut spans);
            if let Some(again) = spans.get(1) {
                let of = [&**name, "more than once"];
                return Err(Refusal::RecursiveReference.of(&of).at(*again));
            }
            let order = query.order_by.first().map(|term| ("ORDER BY", term.expr.span));
            let limit = query.limit.as_ref().map(|limit| ("LIMIT", limit.span));
            let offset = query.offset.as_ref().map(|offset| ("OFFSET", offset.span));
            if let Some((clause, span)) = order.or(offset).or(limit) {
                return Err(Refusal::RecursiveClause.of(&[clause]).at(span));
            }
            if let SetExpr::Select(select) = &**right {
                let call = select.items.iter().find_map(|item| match item {
                    ast::SelectItem::Expr { expr, .. } => self.aggregate_in(expr),
                    _ => None,
                });
                let call =
                    call.or_else(|| select.having.as_ref().and_then(|h| self.aggregate_in(h)));
                if let Some(span) = call {
                    return Err(Refusal::RecursiveAggregate.of(&[]).at(span));
                }
            }
        }
        Ok(())
    }

    /// Where an aggregate is called in an expression.
    fn aggregate_in(&self, expr: &ast::Expr) -> Option<Span> {
        match &expr.kind {
            ast::ExprKind::Function(call)
                if call.over.is_none() && self.is_aggregate_call(call) =>
            {
                Some(expr.span)
            }
            _ => expr.children().into_iter().find_map(|child| self.aggregate_in(child)),
        }
    }

    fn plan_common(
        &mut self,
        with: &ast::With,
        table: &ast::CommonTable,
        outer: Option<&Scope<'_>>,
    ) -> Result<Common> {
        let StatementKind::Query(query) = &table.body.kind else {
            return self.plan_common_write(table);
        };
        let below = std::mem::take(&mut self.state.tallest);
        let before = outer.map_or(0, Scope::reached);
        let outside = std::mem::take(&mut self.state.varies);
        let recursive = match with.recursive || self.rules.expr.common_tables_meet {
            true => self.plan_recursive(table, query, outer)?,
            false => None,
        };
        let (node, mut columns) = match recursive {
            Some(found) => found,
            None => {
                if self.rules.expr.common_tables_meet {
                    let (name, depth) = (table.name.text.clone(), self.state.depth);
                    let (body, columns) = (Body::Circular, Vec::new());
                    let statement = table.body.clone();
                    let (height, varies) = (0, false);
                    let common = Common { name, columns, body, statement, depth, height, varies };
                    self.state.common.push(common);
                }
                let known = self.state.common.len();
                let plan = self.plan_query(query, outer);
                let mut plan = plan.map_err(|error| self.not_in_sight(with, error))?;
                self.name_columns(&query.body, &mut plan.columns, Names::Written);
                if self.rules.expr.common_tables_meet {
                    self.state.common.truncate(known - 1);
                }
                (plan.node, plan.columns)
            }
        };
        rename(&mut columns, table, self.rules.expr.whole_rows)?;
        let query = Rc::new(self.read_as_typed(query, node, &columns));
        self.note_source(&query, Some(&table.name.text), &columns, None);
        let body = match outer.is_some_and(|o| o.reached() != before) {
            true => Body::Dependent(query),
            false => Body::Query {
                id: self.new_shared(),
                query,
                keep: Rc::default(),
                references: Rc::default(),
            },
        };
        let mut common = self.common(table, columns, body, below)?;
        common.varies = self.state.varies;
        self.state.varies |= outside;
        Ok(common)
    }

    /// A table that is not there may be one of the WITH that is not yet (parse_relation.c,
    /// parserOpenTable).
    fn not_in_sight(&self, with: &ast::With, error: Error) -> Error {
        match (&*error.kind, error.span) {
            (ErrorKind::NoSuchTable { name }, Some(span))
                if self.rules.expr.whole_rows
                    && with.tables.iter().any(|t| *t.name.text == **name) =>
            {
                Refusal::NotInSight.of(&[name, name]).at(span)
            }
            _ => error,
        }
    }

    /// A table of WITH that stands on those that were looked at since `below` was put by.
    fn common(
        &mut self,
        table: &ast::CommonTable,
        columns: Vec<ResultColumn>,
        body: Body,
        below: usize,
    ) -> Result<Common> {
        let height = std::mem::replace(&mut self.state.tallest, below) + 1;
        if height > MAX_HEIGHT {
            return Err(ErrorKind::Limit { what: "depth" }.at(table.name.span));
        }
        let (name, depth) = (table.name.text.clone(), self.state.depth);
        let (statement, varies) = (table.body.clone(), false);
        Ok(Common { name, columns, body, statement, depth, height, varies })
    }

    /// An INSERT, UPDATE, DELETE or MERGE in WITH: its rows are those of its RETURNING. It runs
    /// once, with the statement.
    fn plan_common_write(&mut self, table: &ast::CommonTable) -> Result<Common> {
        let below = std::mem::take(&mut self.state.tallest);
        let plan = self.plan(&table.body)?;
        let returned = plan.columns().map(<[ResultColumn]>::to_vec);
        let mut columns = returned.unwrap_or_default();
        rename(&mut columns, table, self.rules.expr.whole_rows)?;
        let width = columns.len();
        let query = Rc::new(Node::Write { plan: Rc::new(plan), width });
        let (id, keep) = (self.new_shared(), Rc::new(Cell::new(Keep::Rows)));
        let shared =
            Node::Shared { id, query: query.clone(), width, keep: keep.clone(), label: None };
        self.state.writes.push(Rc::new(shared));
        let body = Body::Query { id, query, keep, references: Rc::default() };
        self.common(table, columns, body, below)
    }

    /// A UNION of which a later part refers to the table itself.
    fn plan_recursive(
        &mut self,
        table: &ast::CommonTable,
        query: &ast::Query,
        outer: Option<&Scope<'_>>,
    ) -> Result<Option<(Node, Vec<ResultColumn>)>> {
        let mut parts = Vec::new();
        flatten(&query.body, true, &mut parts);
        let distinct = parts.last().is_some_and(|(all, _)| !all);
        if parts.len() < 2 || query.with.is_some() {
            return Ok(None);
        }
        let lookups = self.state.next_shared;
        let Ok(first) = self.plan_part(parts[0].1, outer) else { return Ok(None) };
        let mut columns = first.columns;
        let unnamed = columns.clone();
        if rename(&mut columns, table, self.rules.expr.whole_rows).is_err() {
            return Ok(None);
        }
        let id = self.state.next_working;
        self.state.next_working += 1;
        let used = Rc::new(Cell::new(false));
        self.state.common.push(Common {
            name: table.name.text.clone(),
            columns: columns.clone(),
            body: Body::Working { id, used: used.clone() },
            statement: table.body.clone(),
            depth: self.state.depth,
            height: 0,
            varies: false,
        });
        let mut node = first.node;
        let mut step = Vec::new();
        let planned =
            self.plan_steps(table, &parts[1..], outer, &used, &mut node, &mut step, &columns);
        self.state.common.pop();
        planned?;
        if step.is_empty() {
            self.state.next_shared = lookups;
            return Ok(None);
        }
        let width = columns.len();
        let item = ScopeItem::of_query(
            &table.name.text,
            &columns,
            &[],
            0,
            self.rules.expr.untyped_is_text,
        );
        let scope = Scope::new(vec![item], None);
        let known = if self.rules.expr.recursion_explained { &unnamed } else { &columns };
        let order_by = self.result_order(query, known, &scope, outer)?;
        let (limit, offset) = self.bind_limit(query)?;
        let recursive = Recursive {
            id,
            most: self.rules.recursion_limit,
            first: node,
            step,
            distinct,
            width,
            limit,
            offset,
            order_by,
        };
        Ok(Some((Node::Recursive(Box::new(recursive)), columns)))
    }

    /// What a step gives as values of the first part's types, where those count.
    fn as_first(&self, step: Node, first: &Node, columns: &[ResultColumn]) -> Node {
        let Some(bring) = self.rules.expr.recursive_value else { return step };
        let of_first = |at: usize| match first {
            Node::Project { exprs, .. } => exprs.get(at),
            Node::Values(rows) => rows.first().and_then(|row| row.get(at)),
            _ => None,
        };
        let exprs = columns.iter().enumerate().map(|(at, column)| {
            bring(Expr::Column { up: 0, index: at as u32 }, column, of_first(at))
        });
        super::compound::converted(step, exprs.collect())
    }

    /// The parts after the first: those that refer to the table are steps, the others are more
    /// of its first rows.
    #[allow(clippy::too_many_arguments, reason = "called once")]
    fn plan_steps(
        &mut self,
        table: &ast::CommonTable,
        parts: &[(bool, &SetExpr)],
        outer: Option<&Scope<'_>>,
        used: &Rc<Cell<bool>>,
        first: &mut Node,
        step: &mut Vec<Node>,
        columns: &[ResultColumn],
    ) -> Result<()> {
        let explained = self.rules.expr.recursion_explained;
        let last = parts.last().is_none_or(|(all, _)| *all);
        for (all, part) in parts {
            used.set(false);
            let plan = self.plan_part(part, outer)?;
            if used.get()
                && self.rules.expr.recursion_explained
                && let SetExpr::Select(select) = *part
                && self.is_grouped(select, &[], None)?
            {
                let words = "recursive aggregate queries not supported";
                return Err(super::alter_text::message(words));
            }
            if plan.columns.len() != columns.len() {
                return Err(ErrorKind::CompoundColumns { op: "UNION" }.nowhere());
            }
            if used.get() && self.rules.expr.whole_rows {
                self.check_types(table, columns, &plan.columns)?;
            }
            // The recursive parts come last, all behind the same operator (select.c, resolveFromTermToCte).
            let misplaced = if used.get() { *all != last } else { !step.is_empty() };
            if explained && misplaced {
                let words = ["circular reference: ", &table.name.text].concat();
                return Err(super::alter_text::message(words));
            }
            if used.get() {
                step.push(self.as_first(plan.node, first, columns));
                continue;
            }
            let left = std::mem::replace(first, Node::One);
            *first = Node::Compound {
                op: CompoundOp::Union,
                all: *all || !explained,
                left: Box::new(left),
                right: Box::new(plan.node),
                collations: columns.iter().map(|c| c.collation).collect(),
                sorted: false,
            };
        }
        Ok(())
    }

    /// The first rows say the types of a recursive table.
    fn check_types(
        &self,
        table: &ast::CommonTable,
        first: &[ResultColumn],
        step: &[ResultColumn],
    ) -> Result<()> {
        let words = self.rules.ddl.type_words;
        for (at, (a, b)) in first.iter().zip(step).enumerate() {
            let mut pair = [super::compound::as_bound(at, a), super::compound::as_bound(at, b)];
            let Ok(common) = (self.rules.expr.common)(&mut pair, "UNION") else { continue };
            let (given, all) = (words(&a.ty), words(&common));
            if given != all && a.ty != crate::types::Type::Unknown {
                let number = (at + 1).to_string();
                let of = [&*table.name.text, &number, &given, &all];
                let StatementKind::Query(query) = &table.body.kind else { break };
                let mut body = &query.body;
                while let SetExpr::Compound { left, .. } = body {
                    body = left;
                }
                let span = match body {
                    SetExpr::Select(select) => match select.items.get(at) {
                        Some(ast::SelectItem::Expr { expr, .. }) => expr.span,
                        _ => table.name.span,
                    },
                    _ => table.name.span,
                };
                return Err(Refusal::RecursiveType.of(&of).at(span));
            }
        }
        Ok(())
    }

    /// Whether a name is that of a common table expression in sight.
    pub(super) fn is_common(&self, name: &ast::Ident) -> bool {
        let rule = self.rules.table_names;
        self.state.common.iter().any(|c| rule.same(&c.name, &name.text))
    }

    /// As [`Planner::flattened`] for a common table expression in sight.
    pub(super) fn flattened_common<'q>(
        &mut self,
        name: &ast::Ident,
        label: Option<&str>,
        names: &[Rc<str>],
        scope: &mut Scope<'_>,
    ) -> Option<super::from::Source<'q>> {
        let rule = self.rules.table_names;
        let at = self.state.common.iter().rposition(|c| rule.same(&c.name, &name.text))?;
        let common = &self.state.common[at];
        let own: Vec<_> = common.columns.iter().map(|c| c.name.clone()).collect();
        let statement = common.statement.clone();
        let (Body::Query { .. }, StatementKind::Query(query)) = (&common.body, &statement.kind)
        else {
            return None;
        };
        let names = if names.is_empty() { &own } else { names };
        // It is computed once: what would be computed for each reference is left as it is.
        if !super::flatten::is_simple(query) {
            return None;
        }
        // It sees what was defined before it.
        let later = self.state.common.split_off(at);
        let source = self.flattened(query, (label.unwrap_or(&name.text), names), false, scope);
        self.state.common.extend(later);
        source
    }

    /// The rows behind a name, when it is a common table expression in sight.
    pub(super) fn common_table(
        &mut self,
        name: &ast::Ident,
        scope: &Scope<'_>,
    ) -> Result<Option<Reference>> {
        let rule = self.rules.table_names;
        let found = self.state.common.iter().rev().find(|c| rule.same(&c.name, &name.text));
        let Some(common) = found else { return Ok(None) };
        self.state.tallest = self.state.tallest.max(common.height);
        let columns = common.columns.clone();
        let width = columns.len();
        let (node, dependent) = match &common.body {
            Body::Query { query, .. }
                if columns.is_empty() && matches!(**query, Node::Write { .. }) =>
            {
                return Err(ErrorKind::NoReturning { name: name.text.to_string() }.at(name.span));
            }
            Body::Query { id, query, keep, references } => {
                references.set(references.get() + 1);
                self.state.varies |= common.varies;
                if references.get() > 1 || scope.outer.is_some() {
                    keep.set(if common.varies { Keep::First } else { Keep::Rows });
                }
                let (id, query, keep) = (*id, query.clone(), keep.clone());
                (Node::Shared { id, query, width, keep, label: None }, false)
            }
            Body::Dependent(query) => {
                if self.state.depth != common.depth {
                    let what = "a correlated common table expression in a subquery";
                    return Err(ErrorKind::unsupported(what).at(name.span));
                }
                (Node::Derived { query: query.clone(), width, lateral: false, label: None }, true)
            }
            Body::Broken(error) => return Err(error.clone()),
            Body::Circular => {
                let name = name.text.to_string();
                return Err(ErrorKind::RecursionMisuse { name }.nowhere());
            }
            Body::Working { id, used } => {
                let words = match (used.replace(true), self.state.depth > common.depth) {
                    _ if !self.rules.expr.recursion_explained => "",
                    (true, true) => "multiple recursive references: ",
                    (true, false) => "multiple references to recursive table: ",
                    (false, true) => "circular reference: ",
                    (false, false) => "",
                };
                if !words.is_empty() {
                    return Err(super::alter_text::message([words, &name.text].concat()));
                }
                (Node::WorkingTable { id: *id, width, label: None }, false)
            }
        };
        Ok(Some(Reference { node, columns, dependent }))
    }

    /// The sort keys of ORDER BY over result columns alone.
    pub(super) fn result_order(
        &mut self,
        query: &ast::Query,
        columns: &[ResultColumn],
        scope: &Scope<'_>,
        outer: Option<&Scope<'_>>,
    ) -> Result<Vec<super::node::SortKey>> {
        let mut keys = Vec::new();
        for (number, term) in query.order_by.iter().enumerate() {
            let (expr, collation) = self.strip_collation(&term.expr)?;
            self.refuse_constant(expr, "ORDER BY")?;
            let at = match position(expr, "ORDER", number, columns.len())? {
                Some(at) => Some(at),
                None => named(expr, columns, self.rules.column_names),
            };
            let at = match at {
                None if self.rules.expr.order_by_any_part => {
                    self.result_of_part(expr, &query.body, outer)
                }
                at => at,
            };
            let mut bound = match at {
                Some(at) => {
                    scope.mark(at);
                    let found =
                        super::scope::Found { up: 0, item: 0, column: Some(at), own: false };
                    self.column(found, scope).map_err(ErrorKind::nowhere)?
                }
                None => {
                    let kind = match &expr.kind {
                        ast::ExprKind::Column(name)
                            if name.table.is_none() && self.rules.expr.whole_rows =>
                        {
                            let name = &name.name.text;
                            if let Some(part) = part_with(&query.body, name) {
                                let of = [&**name, name, &part.to_string()];
                                return Err(Refusal::ColumnOfPart.of(&of).at(expr.span));
                            }
                            ErrorKind::NoSuchColumn { name: name.to_string(), table: None }
                        }
                        ast::ExprKind::Column(name) => match self.rules.expr.no_such_result {
                            Some(make) => make(name),
                            None => ErrorKind::OrderNotResult { term: number + 1 },
                        },
                        _ => ErrorKind::OrderNotResult { term: number + 1 },
                    };
                    return Err(kind.at(expr.span));
                }
            };
            if let Some(collation) = collation {
                bound.collation =
                    Some(super::expr::Collated { collation, explicit: true, passed_on: true });
            }
            keys.push(self.sort_key(bound, term));
        }
        Ok(keys)
    }

    /// LIMIT and OFFSET.
    pub(super) fn bind_limit(
        &mut self,
        query: &ast::Query,
    ) -> Result<(Option<Expr>, Option<Expr>)> {
        let scope = Scope::default();
        let mut bind = |expr: &Option<ast::Expr>, word| match expr {
            Some(expr) => {
                let bound = self.bind(expr, &scope)?;
                let limit = (self.rules.expr.limit)(bound, word);
                limit.map(Some).map_err(|kind| kind.at(expr.span))
            }
            None => Ok(None),
        };
        Ok((bind(&query.limit, "LIMIT")?, bind(&query.offset, "OFFSET")?))
    }
}

impl Planner<'_> {
    /// An expression without the COLLATE around it, and that collation.
    pub(super) fn strip_collation<'e>(
        &self,
        expr: &'e ast::Expr,
    ) -> Result<(&'e ast::Expr, Option<&'static crate::collation::Collation>)> {
        match &expr.kind {
            ast::ExprKind::Collate(inner, name) => {
                let Some(collation) = (self.rules.ddl.collation)(&name.text) else {
                    let name = name.text.to_string();
                    return Err(ErrorKind::NoSuchCollation { name }.at(expr.span));
                };
                Ok((self.strip_collation(inner)?.0, Some(collation)))
            }
            ast::ExprKind::Paren(inner) => self.strip_collation(inner),
            _ => Ok((expr, None)),
        }
    }

    /// A constant that is no position, where rows are ordered or grouped by it (PostgreSQL; parse_clause.c,
    /// findTargetlistEntrySQL92).
    pub(super) fn refuse_constant(&self, expr: &ast::Expr, clause: &str) -> Result<()> {
        let expr = super::compare::opened(expr);
        let constant = match &expr.kind {
            ast::ExprKind::Literal(ast::Literal::Integer(n)) => i32::try_from(*n).is_err(),
            ast::ExprKind::Literal(literal) => !matches!(literal, ast::Literal::Current(_)),
            _ => false,
        };
        match constant && self.rules.expr.whole_rows {
            true => Err(Refusal::ConstantKey.of(&[clause]).at(expr.span)),
            false => Ok(()),
        }
    }
}

/// The result column that a whole number stands for, from 0.
pub(super) fn position(
    expr: &ast::Expr,
    clause: &'static str,
    number: usize,
    columns: usize,
) -> Result<Option<usize>> {
    let Some(n) = whole_number(expr).filter(|n| i32::try_from(*n).is_ok()) else {
        return Ok(None);
    };
    match usize::try_from(n) {
        Ok(n) if (1..=columns).contains(&n) => Ok(Some(n - 1)),
        _ => {
            let term = number + 1;
            Err(ErrorKind::PositionRange { clause, term, columns, written: n }.at(expr.span))
        }
    }
}

fn whole_number(expr: &ast::Expr) -> Option<i64> {
    match &expr.kind {
        ast::ExprKind::Literal(ast::Literal::Integer(n)) => Some(*n),
        ast::ExprKind::Unary(ast::UnaryOp::Minus, inner) => whole_number(inner)?.checked_neg(),
        ast::ExprKind::Unary(ast::UnaryOp::Plus, inner) => whole_number(inner),
        ast::ExprKind::Paren(inner) | ast::ExprKind::Collate(inner, _) => whole_number(inner),
        _ => None,
    }
}

fn named(
    expr: &ast::Expr,
    columns: &[ResultColumn],
    rule: crate::catalog::NameRule,
) -> Option<usize> {
    let ast::ExprKind::Column(name) = &expr.kind else { return None };
    if name.table.is_some() {
        return None;
    }
    columns.iter().position(|c| rule.same(&c.name, &name.name.text))
}

fn rename(columns: &mut [ResultColumn], table: &ast::CommonTable, some: bool) -> Result<()> {
    let named = table.columns.len();
    if some {
        if named > columns.len() {
            let of = [&*table.name.text, &columns.len().to_string(), &named.to_string()];
            return Err(Refusal::WithColumns.of(&of).at(table.name.span));
        }
        for (column, name) in columns.iter_mut().zip(&table.columns) {
            column.name = name.text.clone();
        }
        return Ok(());
    }
    if named > 0 && named != columns.len() {
        let (table_name, found) = (table.name.text.to_string(), columns.len());
        let kind = ErrorKind::NamedColumns { table: table_name, found, named };
        return Err(kind.at(table.name.span));
    }
    for (column, name) in columns.iter_mut().zip(&table.columns) {
        column.name = name.text.clone();
    }
    Ok(())
}

/// The part of a compound, from 1, that has a column of that name written out.
fn part_with(body: &SetExpr, name: &str) -> Option<usize> {
    let mut parts = vec![body];
    let mut number = 0;
    while let Some(part) = parts.pop() {
        if let SetExpr::Compound { left, right, .. } = part {
            parts.extend([&**right, &**left]);
            continue;
        }
        number += 1;
        let SetExpr::Select(select) = part else { continue };
        let has = select.items.iter().any(|item| match item {
            ast::SelectItem::Expr { alias: Some(alias), .. } => *alias.text == *name,
            ast::SelectItem::Expr { expr, .. } => {
                matches!(&expr.kind, ast::ExprKind::Column(c) if *c.name.text == *name)
            }
            _ => false,
        });
        if has {
            return Some(number);
        }
    }
    None
}

/// Whether a query reads a table of that name, and where.
fn refers(body: &SetExpr, name: &str, spans: &mut Vec<Span>) -> bool {
    mentions_of_body(body, &mut |mention| {
        if let Mention::Table(table, _) = mention
            && table.schema.is_none()
            && *table.name.text == *name
        {
            spans.push(table.name.span);
        }
    });
    !spans.is_empty()
}

/// The parts of a chain of UNIONs, each with whether repeats are kept. The last says it for all.
fn flatten<'q>(body: &'q SetExpr, all: bool, parts: &mut Vec<(bool, &'q SetExpr)>) {
    match body {
        SetExpr::Compound { op: CompoundOp::Union, all: own, left, right, .. } => {
            flatten(left, all, parts);
            parts.push((*own, right));
        }
        other => parts.push((all, other)),
    }
}
