//! EXPLAIN QUERY PLAN of queries inside queries (expr.c, sqlite3CodeSubselect, sqlite3CodeRhsOfIN; select.c,
//! sqlite3Select). SQLite numbers all SELECTs of a statement as its parser ends them, and those of views
//! after them.

use std::rc::Rc;

use super::Planner;
use super::explain::{Lines, not_here};
use super::node::{Access, Expr, InQuery, Node, ResultColumn, Scan};
use crate::collation::BINARY;
use crate::error::Result;
use crate::syntax::ast::{
    self, ExprKind, FromItem, InsertSource, Query, SelectItem, SetExpr, Statement, StatementKind,
};
use crate::syntax::conflict::ArmAction;
use crate::types::{Affinity, Type};

/// A query that FROM reads.
struct Source {
    node: *const Node,
    name: Rc<str>,
    columns: Vec<Rc<str>>,
}

/// What is noted of queries while they are planned.
#[derive(Default)]
pub struct Explained {
    last: usize,
    /// Numbers of queries as written.
    queries: Vec<(*const Query, usize)>,
    /// Numbers of planned ones.
    nodes: Vec<(*const Node, usize)>,
    sources: Vec<Source>,
    /// The index has all that is read to find the rows of a write.
    pub(super) covered: std::cell::Cell<bool>,
    /// Rows are written as they are found, so that the table is read all the same (where.c, eOnePass).
    pub(super) one_pass: std::cell::Cell<Option<bool>>,
    /// EXISTS becomes a part of a join.
    pub(super) joins_exists: bool,
}

impl Explained {
    /// Numbers the queries of a statement.
    pub(super) fn of(statement: &Statement) -> Explained {
        let mut own = Explained::default();
        own.statement(statement);
        own
    }

    fn statement(&mut self, statement: &Statement) {
        let with = |own: &mut Explained, with: &Option<ast::With>| {
            for table in with.iter().flat_map(|w| &w.tables) {
                own.statement(&table.body);
            }
        };
        match &statement.kind {
            StatementKind::Query(query) => self.query(query),
            StatementKind::Insert(insert) => {
                with(self, &insert.with);
                match &insert.source {
                    InsertSource::Query(query) => self.query(query),
                    InsertSource::Values(rows) => self.rows(rows),
                    InsertSource::DefaultValues => {}
                }
                for arm in &insert.on_conflict.arms {
                    if let ArmAction::Update { set, filter } = &arm.action {
                        set.iter().for_each(|s| self.expr(&s.value));
                        filter.iter().for_each(|e| self.expr(e));
                    }
                }
                self.items(insert.returning.as_deref().unwrap_or(&[]));
            }
            StatementKind::Update(update) => {
                with(self, &update.with);
                update.set.iter().for_each(|s| self.expr(&s.value));
                update.from.iter().for_each(|f| self.from(f));
                update.filter.iter().for_each(|e| self.expr(e));
                self.items(update.returning.as_deref().unwrap_or(&[]));
            }
            StatementKind::Delete(delete) => {
                with(self, &delete.with);
                delete.filter.iter().for_each(|e| self.expr(e));
                self.items(delete.returning.as_deref().unwrap_or(&[]));
            }
            _ => {}
        }
    }

    fn rows(&mut self, rows: &[Vec<ast::Expr>]) {
        for row in rows {
            row.iter().for_each(|e| self.expr(e));
            self.last += 1;
        }
    }

    fn query(&mut self, query: &Query) {
        for table in query.with.iter().flat_map(|w| &w.tables) {
            self.statement(&table.body);
        }
        // ORDER BY and LIMIT belong to the last SELECT.
        let tail = query.order_by.iter().map(|t| &t.expr).chain(&query.limit).chain(&query.offset);
        self.body(&query.body, &tail.collect::<Vec<_>>());
        self.queries.push((query, self.last));
    }

    fn body(&mut self, body: &SetExpr, tail: &[&ast::Expr]) {
        match body {
            SetExpr::Select(select) => {
                self.items(&select.items);
                select.from.iter().for_each(|f| self.from(f));
                let rest = select.filter.iter().chain(&select.group_by).chain(&select.having);
                rest.for_each(|e| self.expr(e));
                tail.iter().for_each(|e| self.expr(e));
                self.last += 1;
            }
            SetExpr::Values(rows) => self.rows(rows),
            SetExpr::Query(query) => self.query(query),
            SetExpr::Compound { left, right, .. } => {
                self.body(left, &[]);
                self.body(right, tail);
            }
        }
    }

    fn items(&mut self, items: &[SelectItem]) {
        for item in items {
            if let SelectItem::Expr { expr, .. } = item {
                self.expr(expr);
            }
        }
    }

    fn from(&mut self, from: &FromItem) {
        match from {
            FromItem::Subquery { query, .. } => self.query(query),
            FromItem::Join(join) => {
                self.from(&join.left);
                self.from(&join.right);
                if let ast::JoinConstraint::On(on) = &join.constraint {
                    self.expr(on);
                }
            }
            _ => {}
        }
    }

    fn expr(&mut self, expr: &ast::Expr) {
        expr.children().into_iter().for_each(|child| self.expr(child));
        if let ExprKind::Exists(query)
        | ExprKind::Subquery(query)
        | ExprKind::InQuery { query, .. } = &expr.kind
        {
            self.query(query);
        }
    }

    /// Numbers the queries of a view that is put in the place of its name, each before those inside it.
    pub(super) fn number_view(&mut self, query: &Query) {
        self.last += 1;
        self.queries.push((query, self.last));
        let SetExpr::Select(select) = &query.body else {
            if let SetExpr::Compound { .. } = query.body {
                self.last += 1;
            }
            return;
        };
        let mut exprs: Vec<&ast::Expr> = Vec::new();
        for item in &select.items {
            if let SelectItem::Expr { expr, .. } = item {
                exprs.push(expr);
            }
        }
        exprs.extend(select.filter.iter().chain(&select.group_by).chain(&select.having));
        exprs.reverse();
        while let Some(expr) = exprs.pop() {
            match &expr.kind {
                ExprKind::Exists(query)
                | ExprKind::Subquery(query)
                | ExprKind::InQuery { query, .. } => self.number_view(query),
                _ => exprs.extend(expr.children().into_iter().rev()),
            }
        }
    }
}

impl Planner<'_> {
    /// Notes the number of a subquery that has been planned.
    pub(super) fn note_subquery(&mut self, node: &Rc<Node>, query: &Query) {
        if let Some(explained) = &mut self.state.explained {
            let number = explained.queries.iter().rev().find(|(q, _)| std::ptr::eq(*q, query));
            let number = number.map_or(0, |(_, number)| *number);
            explained.nodes.push((Rc::as_ptr(node), number));
        }
    }

    /// Notes a query that FROM reads: its name, or its number.
    pub(super) fn note_source(
        &mut self,
        node: &Rc<Node>,
        name: Option<&Rc<str>>,
        columns: &[ResultColumn],
        query: Option<&Query>,
    ) {
        if let Some(explained) = &mut self.state.explained {
            let is = |(q, _): &&(*const Query, usize)| query.is_some_and(|q2| std::ptr::eq(*q, q2));
            let number = explained.queries.iter().rev().find(is).map_or(0, |(_, number)| *number);
            let name = match name {
                Some(name) => name.clone(),
                None => Rc::from(format!("(subquery-{number})")),
            };
            let columns = columns.iter().map(|c| c.name.clone()).collect();
            explained.sources.push(Source { node: Rc::as_ptr(node), name, columns });
        }
    }

    fn source_of(&self, node: &Rc<Node>) -> Option<&Source> {
        let explained = self.state.explained.as_ref()?;
        explained.sources.iter().rev().find(|s| std::ptr::eq(s.node, Rc::as_ptr(node)))
    }

    /// The name by which a query is scanned.
    pub(super) fn scanned(&self, node: &Node) -> Result<String> {
        match node {
            Node::Derived { query, label, .. } | Node::Shared { query, label, .. } => {
                let name = label.as_ref().or_else(|| Some(&self.source_of(query)?.name));
                Ok(name.ok_or_else(not_here)?.to_string())
            }
            Node::WorkingTable { label: Some(label), .. } => Ok(label.to_string()),
            _ => Err(not_here()),
        }
    }

    /// The name of a column of a query in FROM.
    pub(super) fn column_of_source(&self, node: &Node, column: usize) -> Option<String> {
        match node {
            Node::Derived { query, .. } | Node::Shared { query, .. } => {
                Some(self.source_of(query)?.columns.get(column)?.to_string())
            }
            _ => None,
        }
    }

    /// The lines of the queries that FROM reads, which come before those of its loops.
    pub(super) fn explain_sources(
        &self,
        node: &Node,
        parent: usize,
        lines: &mut Lines,
    ) -> Result<()> {
        let mut found = Vec::new();
        sources(node, false, &mut found);
        for (at, (query, right)) in found.iter().enumerate() {
            let same = |(other, _): &&(&Rc<Node>, bool)| Rc::ptr_eq(other, query);
            if found[..at].iter().any(|f| same(&f)) {
                continue;
            }
            let again = found[at + 1..].iter().any(|f| same(&f));
            let words = if at > 0 || *right || again { "MATERIALIZE " } else { "CO-ROUTINE " };
            let name = &self.source_of(query).ok_or_else(not_here)?.name;
            let own = lines.add(parent, [words, name].concat());
            match &***query {
                Node::Recursive(recursive) => {
                    let setup = lines.add(own, "SETUP");
                    self.explain_query(&recursive.first, setup, lines)?;
                    for step in &recursive.step {
                        let at = lines.add(own, "RECURSIVE STEP");
                        self.explain_query(step, at, lines)?;
                    }
                    if !recursive.order_by.is_empty() || recursive.step.len() > 1 {
                        return Err(not_here());
                    }
                }
                _ => self.explain_query(query, own, lines)?,
            }
        }
        Ok(())
    }

    /// The lines of the subqueries in expressions.
    pub(super) fn explain_subqueries(
        &self,
        exprs: &mut dyn Iterator<Item = &Expr>,
        parent: usize,
        lines: &mut Lines,
    ) -> Result<()> {
        self.explain_asked(exprs, false, parent, lines)
    }

    /// The same; rows may be found by the values of lists.
    pub(super) fn explain_asked(
        &self,
        exprs: &mut dyn Iterator<Item = &Expr>,
        driving: bool,
        parent: usize,
        lines: &mut Lines,
    ) -> Result<()> {
        enum Found {
            One(Rc<Node>),
            List(Rc<InQuery>),
        }
        let (mut found, mut known) = (Vec::new(), true);
        for expr in exprs {
            expr.visit(&mut |e| match e {
                Expr::Scalar(scalar) => found.push(Found::One(scalar.query.clone())),
                Expr::Exists(query) => found.push(Found::One(query.clone())),
                Expr::InQuery(test) => found.push(Found::List(test.clone())),
                Expr::Quantified(_) => known = false,
                _ => {}
            });
        }
        for found in found {
            let (node, correlated, what) = match &found {
                Found::One(query) => {
                    (query, !matches!(**query, Node::Shared { .. }), "SCALAR SUBQUERY ")
                }
                Found::List(test) => (&test.query, test.kept.is_none(), "LIST SUBQUERY "),
            };
            let number = self.state.explained.as_ref().and_then(|explained| {
                let is = |(n, _): &&(*const Node, usize)| std::ptr::eq(*n, Rc::as_ptr(node));
                Some(explained.nodes.iter().rev().find(is)?.1)
            });
            let number = number.filter(|n| *n > 0 && known).ok_or_else(not_here)?;
            let correlation = if correlated { "CORRELATED " } else { "" };
            let own = lines.add(parent, format!("{correlation}{what}{number}"));
            let query = match &**node {
                Node::Shared { query, .. } => query,
                _ => node,
            };
            self.explain_query(query, own, lines)?;
            if let Found::List(test) = &found {
                if test.exprs.len() > 1 || self.is_searched(query, test, driving) {
                    return Err(not_here());
                }
                let binary = test.collations.iter().all(|by| by.name == BINARY.name);
                if !correlated && !driving && binary {
                    lines.add(own, "CREATE BLOOM FILTER");
                }
            }
        }
        Ok(())
    }

    /// Whether SQLite would look IN's values up in the table that its query reads, which here is done in
    /// a list (expr.c, sqlite3FindInIndex).
    fn is_searched(&self, node: &Node, test: &InQuery, driving: bool) -> bool {
        let Node::Project { input, exprs } = node else { return false };
        let (Node::Scan(scan), [Expr::Column { up: 0, index }]) = (&**input, &exprs[..]) else {
            return false;
        };
        let Some(table) = self.catalog.table_by_id(scan.table) else { return false };
        let column = *index as usize;
        let rowid = table.rowid_key.is_some_and(|k| k.column == column);
        let number = |a: Affinity| !matches!(a, Affinity::Text | Affinity::Blob);
        let own = match table.columns.get(column).map(|c| &c.ty) {
            Some(Type::Affinity(affinity, _)) => *affinity,
            _ => Affinity::Integer,
        };
        let wanted = test.affinities.first().copied().flatten();
        if wanted.is_some_and(number) && !number(own) {
            return false;
        }
        let leads = |i: &Rc<crate::catalog::Index>| {
            i.filter.is_none()
                && (!driving || i.unique && i.terms.len() == 1)
                && i.terms.first().is_some_and(|t| t.term_column() == Some(column))
        };
        scan.filter.is_none()
            && keys(&scan.access).is_empty()
            && (rowid
                || column >= table.columns.len()
                || self.catalog.indexes_of(table.id).iter().any(leads))
    }

    /// The words of an EXISTS that SQLite makes a part of the join around it (select.c, existsToJoin);
    /// none where it does not.
    pub(super) fn exists_words(&self, condition: &Expr) -> Result<Option<String>> {
        let open = match condition {
            Expr::Truth(inner) | Expr::TruthOfAll(inner) => inner,
            other => other,
        };
        let Expr::Exists(query) = open else { return Ok(None) };
        let mut node = &**query;
        let mut shared = false;
        loop {
            node = match node {
                Node::Limit { input, .. } | Node::Project { input, .. } => input,
                Node::Shared { query, .. } => {
                    shared = true;
                    query
                }
                Node::Scan(scan) => {
                    let equal = scan.filter.as_ref().is_some_and(|filter| {
                        let mut equal = false;
                        filter.visit(&mut |e| {
                            if let Expr::Compare(compare) = e {
                                equal |= compare.op == super::node::CompareOp::Eq;
                            }
                        });
                        equal
                    });
                    let words = self.scan_words(scan)?;
                    // SQLite would make an index, or read it first.
                    if shared || equal && words.starts_with("SCAN ") {
                        return Err(not_here());
                    }
                    let named = [&scan.name, " EXISTS"].concat();
                    return Ok(Some(words.replacen(&*scan.name, &named, 1)));
                }
                _ => return Ok(None),
            };
        }
    }
}

/// The queries that FROM reads, and whether they stand on the right side of an outer join.
fn sources<'n>(node: &'n Node, right: bool, found: &mut Vec<(&'n Rc<Node>, bool)>) {
    match node {
        Node::Derived { query, .. } | Node::Shared { query, .. } if !is_plain(query) => {
            found.push((query, right));
        }
        Node::Join(join) => {
            sources(&join.left, right, found);
            sources(&join.right, right || join.keep_left, found);
        }
        Node::Filter { input, .. } => sources(input, right, found),
        _ => {}
    }
}

/// Whether SQLite would make a subquery part of the query around it.
pub(super) fn is_plain(node: &Node) -> bool {
    match node {
        Node::Scan(_) => true,
        Node::Values(rows) => rows.len() > 1,
        Node::Project { input, .. } | Node::Filter { input, .. } => is_plain(input),
        Node::Join(join) => is_plain(&join.left) && is_plain(&join.right),
        _ => false,
    }
}

/// The values by which a scan finds its rows.
pub(super) fn keys(access: &Access) -> Vec<&Expr> {
    let mut found = Vec::new();
    access.keys(&mut |key| found.push(key));
    found
}

/// Whether a scan's conditions hold a query whose rows would be looked for otherwise.
pub(super) fn conditions(scan: &Scan) -> Vec<&Expr> {
    match &scan.filter {
        Some(Expr::And(parts)) => parts.iter().collect(),
        Some(filter) => vec![filter],
        None => Vec::new(),
    }
}
