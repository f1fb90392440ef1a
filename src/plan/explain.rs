//! EXPLAIN QUERY PLAN in SQLite's words (eqp.html; wherecode.c, `sqlite3WhereAddExplainText`): the
//! plan that is run, as rows. The numbers are those of the lines, not of a program that is not here.

use super::explain_subquery::{Explained, is_plain};
use super::node::{Access, Expr, GroupOutput, Node, QueryPlan, ResultColumn, Scan, SortKey};
use super::{Plan, Planner, cover};
use crate::catalog::{Index, ObjectId, Table, Term};
use crate::collation::BINARY;
use crate::error::{ErrorKind, Result};
use crate::syntax::ast::{self, CompoundOp};
use crate::types::Type;
use crate::value::Value;

/// The lines so far: each has the number of the line that it belongs to, and its words.
#[derive(Default)]
pub(super) struct Lines(Vec<(usize, String)>);

impl Lines {
    pub(super) fn add(&mut self, parent: usize, words: impl Into<String>) -> usize {
        self.0.push((parent, words.into()));
        self.0.len()
    }
}

pub(super) fn not_here() -> crate::error::Error {
    ErrorKind::unsupported("EXPLAIN QUERY PLAN of this statement").nowhere()
}

impl Planner<'_> {
    /// The plan of a statement as the rows of a query.
    pub(super) fn explain(&mut self, statement: &ast::Statement) -> Result<Plan> {
        let mut lines = Lines::default();
        let mut explained = Explained::of(statement);
        explained.joins_exists =
            matches!(statement.kind, ast::StatementKind::Query(_) | ast::StatementKind::Insert(_));
        self.state.explained = Some(Box::new(explained));
        let plan = self.plan(statement)?;
        if asks_beside(&statement.kind) {
            return Err(not_here());
        }
        let own = |t: &super::dml::Target| t.parents.is_empty();
        match &plan {
            Plan::Query(query) => self.explain_whole(&query.node, &mut lines)?,
            Plan::Insert(insert) if own(&insert.target) => match &insert.source {
                super::dml::Source::Query(query) => self.explain_whole(&query.node, &mut lines)?,
                super::dml::Source::Rows(rows) => {
                    let mut values: Vec<&Expr> = Vec::new();
                    for cell in rows.iter().flatten() {
                        if let super::dml::Cell::Expr(value) = cell {
                            values.push(value);
                        }
                    }
                    let asks = values.iter().any(|value| value.has_query());
                    match rows.len() {
                        1 => {}
                        n if asks => drop(lines.add(0, format!("SCAN {n} CONSTANT ROWS"))),
                        n => drop(lines.add(0, values_words(n))),
                    }
                    self.explain_subqueries(&mut values.into_iter(), 0, &mut lines)?;
                }
            },
            Plan::Update(update) if own(&update.target) => {
                let filter = match &statement.kind {
                    ast::StatementKind::Update(update) => update.filter.as_ref(),
                    _ => None,
                };
                let table = &update.target.table;
                let key = table.rowid_key.map(|k| k.column);
                let moves = update.set_rowid.is_some()
                    || update
                        .set
                        .iter()
                        .any(|(c, _)| Some(*c) == key || table.primary_key.contains(c));
                if !update.joined {
                    let complex = moves || update.returning.is_some();
                    self.explain_pass(&update.target, filter, complex);
                }
                self.explain_query(&update.source, 0, &mut lines)?;
                let mut values = update.set.iter().map(|(_, value)| value);
                self.explain_subqueries(&mut values, 0, &mut lines)?;
            }
            // All rows go at once (delete.c).
            Plan::Delete(delete)
                if delete.target.triggers.is_empty()
                    && own(&delete.target)
                    && (!self.settings.foreign_keys
                        || delete.target.table.foreign_keys.is_empty())
                    && delete.returning.is_none()
                    && matches!(&statement.kind, ast::StatementKind::Delete(d)
                        if d.filter.is_none() && d.limit.is_none()) => {}
            Plan::Delete(delete) if own(&delete.target) => {
                let filter = match &statement.kind {
                    ast::StatementKind::Delete(delete) => delete.filter.as_ref(),
                    _ => None,
                };
                self.explain_pass(&delete.target, filter, delete.returning.is_some());
                self.explain_query(&delete.source, 0, &mut lines)?;
            }
            _ => return Err(not_here()),
        }
        let number = |n: usize| Expr::Const(Value::Int(n as i64));
        let row = |(at, (parent, words)): (usize, &(usize, String))| {
            vec![number(at + 1), number(*parent), number(0), Expr::Const(Value::text(words))]
        };
        let rows = lines.0.iter().enumerate().map(row).collect();
        let column = |name| ResultColumn::computed(name, Type::Unknown);
        let columns = ["id", "parent", "notused", "detail"].map(column).into();
        Ok(Plan::Query(QueryPlan { node: Node::Values(rows), columns }))
    }

    /// Notes whether the rows of a write are written as they are found.
    fn explain_pass(&self, target: &super::dml::Target, filter: Option<&ast::Expr>, complex: bool) {
        let keys = self.settings.foreign_keys && !target.table.foreign_keys.is_empty();
        let one_pass = !complex
            && !target.table.without_rowid
            && !keys
            && target.triggers.is_empty()
            && !filter.is_some_and(super::dml::has_subquery);
        if let Some(explained) = &self.state.explained {
            explained.one_pass.set(Some(one_pass));
        }
    }

    /// Whether the index that a scan is read by has all that it reads.
    pub(super) fn is_covered(&self, scan: &Scan) -> bool {
        let (Access::Index { index, .. } | Access::IndexIn { index, .. }) = &scan.access else {
            return false;
        };
        let table = self.catalog.table_by_id(scan.table);
        table.is_some_and(|table| {
            self.index(table, *index).is_ok_and(|index| cover::covers(scan, table, &index))
        })
    }

    /// A query with nothing around it, which may be one that SQLite puts in the place of the query around it
    /// (select.c, flattenSubquery).
    fn explain_whole(&self, node: &Node, lines: &mut Lines) -> Result<()> {
        if let Node::Project { input, exprs } = node
            && let Node::Derived { query, .. } = &**input
            && !exprs.iter().any(Expr::has_query)
            && matches!(
                **query,
                Node::Limit { .. } | Node::Compound { op: CompoundOp::Union, all: true, .. }
            )
        {
            return self.explain_query(query, 0, lines);
        }
        self.explain_query(node, 0, lines)
    }

    pub(super) fn explain_query(
        &self,
        node: &Node,
        parent: usize,
        lines: &mut Lines,
    ) -> Result<()> {
        match node {
            Node::Values(rows) => {
                if rows.iter().flatten().any(Expr::has_query) {
                    return Err(not_here());
                }
                lines.add(parent, values_words(rows.len()));
            }
            Node::One => drop(lines.add(parent, "SCAN CONSTANT ROW")),
            Node::Scan(Scan { access: Access::Several(ways), .. }) => {
                let Node::Scan(scan) = node else { return Ok(()) };
                if let Some(explained) = &self.state.explained {
                    explained.one_pass.take();
                }
                let parent = lines.add(parent, "MULTI-INDEX OR");
                for (at, way) in ways.iter().enumerate() {
                    let own = lines.add(parent, format!("INDEX {}", at + 1));
                    lines.add(own, self.scan_words(&Scan { access: way.clone(), ..scan.clone() })?);
                }
            }
            Node::Scan(scan) => {
                lines.add(parent, self.scan_words(scan)?);
                self.explain_conditions(scan, true, parent, lines)?;
            }
            Node::Project { input, exprs } => {
                self.explain_sources(input, parent, lines)?;
                self.explain_query(input, parent, lines)?;
                self.explain_subqueries(&mut exprs.iter(), parent, lines)?;
            }
            Node::Filter { input, condition } => {
                self.explain_query(input, parent, lines)?;
                if pushed_down(input, condition) {
                    return Err(not_here());
                }
                self.explain_subqueries(&mut std::iter::once(condition), parent, lines)?;
            }
            Node::Limit { input, limit, offset } => {
                if limit.iter().chain(offset).any(Expr::has_query) {
                    return Err(not_here());
                }
                self.explain_query(input, parent, lines)?;
            }
            Node::Sort { input, keys, given, .. } => {
                if matches!(**input, Node::Compound { .. }) {
                    return self.explain_merge(input, parent, lines);
                }
                self.explain_query(input, parent, lines)?;
                // DISTINCT with its own order is GROUP BY.
                let own = |(at, key): (usize, &SortKey)| {
                    !key.descending
                        && matches!(key.expr, Expr::Column { up: 0, index } if index as usize == at)
                };
                if let Node::Distinct { keys: all, given: false, .. } = &**input
                    && all.len() == keys.len()
                    && keys.iter().enumerate().all(own)
                {
                    return Ok(());
                }
                let words = match (given, keys.len() - given) {
                    (0, _) => "USE TEMP B-TREE FOR ORDER BY".to_string(),
                    (_, 1) => "USE TEMP B-TREE FOR LAST TERM OF ORDER BY".to_string(),
                    (_, n) => format!("USE TEMP B-TREE FOR LAST {n} TERMS OF ORDER BY"),
                };
                lines.add(parent, words);
            }
            Node::Distinct { input, given, .. } => {
                self.explain_query(input, parent, lines)?;
                if !given && !self.in_order(input) {
                    lines.add(parent, "USE TEMP B-TREE FOR DISTINCT");
                }
            }
            Node::Aggregate(group) => {
                let first = lines.0.len();
                // SQLite would read an index that has all; here rows are counted as they lie.
                if let (true, Node::Scan(scan)) = (group.keys.is_empty(), &group.input)
                    && scan.made.is_none()
                    && matches!(scan.access, Access::Full)
                    && let Some(table) = self.catalog.table_by_id(scan.table)
                    && self
                        .catalog
                        .indexes_of(table.id)
                        .iter()
                        .any(|i| cover::covers(scan, table, i))
                {
                    return Err(not_here());
                }
                for output in &group.outputs {
                    if let (GroupOutput::Call(call), true) = (output, group.keys.is_empty())
                        && call.distinct
                    {
                        let words = ["USE TEMP B-TREE FOR ", call.function.name, "(DISTINCT)"];
                        lines.add(parent, words.concat());
                    }
                }
                self.explain_sources(&group.input, parent, lines)?;
                self.explain_query(&group.input, parent, lines)?;
                // The least or greatest value alone is looked up.
                let calls: Vec<_> = group
                    .outputs
                    .iter()
                    .filter_map(|o| match o {
                        GroupOutput::Call(call) => Some(call),
                        _ => None,
                    })
                    .collect();
                if let ([call], []) = (&calls[..], &group.keys[..]) {
                    let call: &super::node::AggregateCall = call;
                    let extreme = matches!(call.function.name, "min" | "max")
                        && call.args.len() == 1
                        && call.filter.is_none();
                    for (_, words) in lines.0[first..].iter_mut().filter(|_| extreme) {
                        if let Some(rest) = words.strip_prefix("SCAN ") {
                            *words = ["SEARCH ", rest].concat();
                        }
                    }
                    // Rows alone are counted by the table's own name (select.c, explainSimpleCount).
                    if let Node::Scan(scan) = &group.input
                        && call.args.is_empty()
                        && call.filter.is_none()
                        && scan.filter.is_none()
                        && lines.0[first].1.starts_with("SCAN ")
                        && let Some(table) = self.catalog.table_by_id(scan.table)
                    {
                        let own = Scan { name: table.name.clone(), ..scan.clone() };
                        lines.0[first].1 = self.scan_words(&own)?;
                    }
                }
                let keys: Vec<&Expr> = group.keys.iter().map(|(key, _)| key).collect();
                if !keys.is_empty()
                    && group.sorted.is_some()
                    && !self.gives_order(&group.input, &keys)
                {
                    lines.add(parent, "USE TEMP B-TREE FOR GROUP BY");
                }
                let mut asked: Vec<&Expr> = keys;
                for call in calls {
                    asked.extend(call.args.iter().chain(&call.filter));
                }
                self.explain_subqueries(&mut asked.into_iter(), parent, lines)?;
            }
            Node::Join(join) => {
                if join.keep_right {
                    return Err(not_here());
                }
                self.explain_query(&join.left, parent, lines)?;
                let ending = if join.keep_left { " LEFT-JOIN" } else { "" };
                let words = match (&join.right, &join.hash[..]) {
                    (Node::Scan(scan), []) => self.scan_words(scan)?,
                    (right, []) => ["SCAN ", &self.scanned(source_under(right))?].concat(),
                    (Node::Scan(scan), pairs) => {
                        let mut columns = Vec::with_capacity(pairs.len());
                        let mut partial = if scan.filter.is_some() { "PARTIAL " } else { "" };
                        match &scan.made {
                            Some(key) if !key.is_empty() => {
                                let table = self.catalog.table_by_id(scan.table);
                                let table = table.ok_or_else(not_here)?;
                                for column in key.iter() {
                                    match table.columns.get(*column) {
                                        Some(own) => columns.push([&*own.name, "=?"].concat()),
                                        None => partial = "PARTIAL ",
                                    }
                                }
                            }
                            // SQLite would make none.
                            Some(_) => return Err(not_here()),
                            None => {
                                for (_, key, _) in pairs {
                                    let word = self.key_word(scan, join, key);
                                    columns.push(word.ok_or_else(not_here)?);
                                }
                            }
                        }
                        let columns = columns.join(" AND ");
                        if join.hash.iter().all(|(.., by)| by.name == BINARY.name) {
                            let words = format!("BLOOM FILTER ON {} ({columns})", scan.name);
                            lines.add(parent, words);
                        }
                        let name = &scan.name;
                        format!("SEARCH {name} USING AUTOMATIC {partial}COVERING INDEX ({columns})")
                    }
                    (right, pairs) => {
                        let under = source_under(right);
                        let mut columns = Vec::with_capacity(pairs.len());
                        for (_, key, _) in pairs {
                            let Expr::Column { up: 0, index } = key else { return Err(not_here()) };
                            let column = (*index as usize).checked_sub(join.left_width);
                            let name = column.and_then(|c| self.column_of_source(under, c));
                            columns.push(name.ok_or_else(not_here)? + "=?");
                        }
                        let (name, columns) = (self.scanned(under)?, columns.join(" AND "));
                        if join.hash.iter().all(|(.., by)| by.name == BINARY.name) {
                            lines.add(parent, format!("BLOOM FILTER ON {name} ({columns})"));
                        }
                        format!("SEARCH {name} USING AUTOMATIC COVERING INDEX ({columns})")
                    }
                };
                lines.add(parent, format!("{words}{ending}"));
                match &join.right {
                    Node::Scan(scan) => self.explain_conditions(scan, false, parent, lines)?,
                    Node::Filter { condition, .. } => {
                        self.explain_subqueries(&mut std::iter::once(condition), parent, lines)?;
                    }
                    _ => {}
                }
                let keys = join.hash.iter().flat_map(|(a, b, _)| [a, b]);
                self.explain_subqueries(&mut keys.chain(&join.on), parent, lines)?;
            }
            Node::Derived { query, .. } | Node::Shared { query, .. } if is_plain(query) => {
                self.explain_query(query, parent, lines)?;
            }
            Node::Derived { .. } | Node::Shared { .. } | Node::WorkingTable { .. } => {
                lines.add(parent, ["SCAN ", &self.scanned(node)?].concat());
            }
            Node::Compound { op: CompoundOp::Union, all: true, left, right, .. }
                if merges(left) =>
            {
                self.explain_query(left, parent, lines)?;
                let own = lines.add(parent, "UNION ALL");
                self.explain_query(right, own, lines)?;
            }
            Node::Compound { op: CompoundOp::Union, all: true, .. } => {
                let parent = lines.add(parent, "COMPOUND QUERY");
                self.explain_parts(node, parent, "LEFT-MOST SUBQUERY", lines)?;
            }
            Node::Compound { .. } => self.explain_merge(node, parent, lines)?,
            _ => return Err(not_here()),
        }
        Ok(())
    }

    /// The queries in the conditions of a scan.
    fn explain_conditions(
        &self,
        scan: &Scan,
        alone: bool,
        parent: usize,
        lines: &mut Lines,
    ) -> Result<()> {
        let keys = super::explain_subquery::keys(&scan.access);
        self.explain_asked(&mut keys.into_iter(), true, parent, lines)?;
        let joins = self.state.explained.as_ref().is_some_and(|e| e.joins_exists);
        let mut joined = Vec::new();
        for condition in super::explain_subquery::conditions(scan) {
            let words = if joins { self.exists_words(condition)? } else { None };
            match words {
                Some(_) if !alone => return Err(not_here()),
                Some(words) => joined.push(words),
                None => self.explain_subqueries(&mut std::iter::once(condition), parent, lines)?,
            }
        }
        for words in joined {
            lines.add(parent, words);
        }
        Ok(())
    }

    /// A compound whose sides are sorted and merged; any other query sorted for that.
    fn explain_merge(&self, node: &Node, parent: usize, lines: &mut Lines) -> Result<()> {
        let Node::Compound { op, all, left, right, .. } = node else {
            let Node::Project { input, exprs } = node else {
                return match node {
                    Node::Values(_) => self.explain_query(node, parent, lines),
                    _ => Err(not_here()),
                };
            };
            // A rowid in front is reason enough to read the table in its order.
            if let Node::Scan(scan) = &**input
                && let Some(at) = exprs.iter().position(|e| self.is_rowid(scan, e))
                && match &scan.access {
                    Access::Full => true,
                    Access::Index { equal, low, high, .. } => {
                        equal.is_empty() && low.is_none() && high.is_none()
                    }
                    _ => false,
                }
            {
                if at > 0 {
                    return Err(not_here());
                }
                lines.add(parent, ["SCAN ", &scan.name].concat());
                return Ok(());
            }
            self.explain_query(node, parent, lines)?;
            match &**input {
                Node::One | Node::Values(_) => {}
                Node::Scan(Scan { access: Access::Unique { .. } | Access::Rowid(_), .. }) => {}
                Node::Scan(_) if self.in_order(node) => {}
                Node::Scan(_) | Node::Join(_) => {
                    lines.add(parent, "USE TEMP B-TREE FOR ORDER BY");
                }
                _ => return Err(not_here()),
            }
            return Ok(());
        };
        let words = match (op, all) {
            (CompoundOp::Union, true) => "MERGE (UNION ALL)",
            (CompoundOp::Union, false) => "MERGE (UNION)",
            (CompoundOp::Intersect, _) => "MERGE (INTERSECT)",
            (CompoundOp::Except, _) => "MERGE (EXCEPT)",
        };
        let own = lines.add(parent, words);
        for (side, node) in [("LEFT", left), ("RIGHT", right)] {
            let at = lines.add(own, side);
            self.explain_merge(node, at, lines)?;
        }
        Ok(())
    }

    /// The sides of a chain of UNION ALL.
    fn explain_parts(
        &self,
        node: &Node,
        parent: usize,
        words: &'static str,
        lines: &mut Lines,
    ) -> Result<()> {
        if let Node::Compound { op: CompoundOp::Union, all: true, left, right, .. } = node {
            self.explain_parts(left, parent, words, lines)?;
            return self.explain_parts(right, parent, "UNION ALL", lines);
        }
        let own = lines.add(parent, words);
        self.explain_query(node, own, lines)
    }

    fn index(&self, table: &Table, id: ObjectId) -> Result<std::rc::Rc<Index>> {
        let found = self.catalog.indexes_of(table.id).into_iter().find(|i| i.id == id);
        found.ok_or_else(not_here)
    }

    /// `SEARCH t USING INDEX i (a=? AND b>?)`.
    pub(super) fn scan_words(&self, scan: &Scan) -> Result<String> {
        let explained = self.state.explained.as_ref();
        let pass = explained.and_then(|e| Some((e, e.one_pass.take()?)));
        let table = self.catalog.table_by_id(scan.table).ok_or_else(not_here)?;
        let name = &scan.name;
        let (id, equal, low, high) = match &scan.access {
            Access::Several(_) => return Err(not_here()),
            // SQLite may find the rows by an index on expressions, which is not done here.
            Access::Full
                if (scan.filter.is_some() || scan.conditions.is_some())
                    && self.catalog.indexes_of(table.id).iter().any(|i| i.columns().is_none()) =>
            {
                return Err(not_here());
            }
            Access::Full => return Ok(format!("SCAN {name}")),
            Access::Rowid(_) | Access::RowidIn(_) => {
                return Ok(format!("SEARCH {name} USING INTEGER PRIMARY KEY (rowid=?)"));
            }
            Access::RowidRange { low, high } => {
                let bounds = bounds("rowid", low.is_some(), high.is_some()).join(" AND ");
                return Ok(format!("SEARCH {name} USING INTEGER PRIMARY KEY ({bounds})"));
            }
            Access::Unique { index, key } => (*index, key.len(), false, false),
            Access::IndexIn { index, equal, .. } => (*index, equal.len() + 1, false, false),
            Access::Index { index, equal, low, high, .. } => {
                (*index, equal.len(), low.is_some(), high.is_some())
            }
        };
        let index = self.index(table, id)?;
        if index.columns().is_none() && scan.filter.is_some() {
            return Err(not_here());
        }
        let own = table.without_rowid && index.columns().as_deref() == Some(&table.primary_key[..]);
        let term = |at: usize| match index.terms.get(at).map(|t| &t.term) {
            Some(Term::Column(c)) => table.columns[*c].name.to_string(),
            _ => "<expr>".to_string(),
        };
        let mut parts: Vec<String> = (0..equal).map(|at| format!("{}=?", term(at))).collect();
        parts.extend(bounds(&term(equal), low, high));
        let covered = match pass {
            // Of a table WITHOUT ROWID the row itself is always looked up (where.c).
            Some((explained, one_pass)) => {
                !one_pass && !table.without_rowid && explained.covered.get()
            }
            None => cover::covers(scan, table, &index),
        };
        let covering = if covered { "COVERING " } else { "" };
        let using = match own {
            true if parts.is_empty() => return Ok(format!("SCAN {name}")),
            true => "PRIMARY KEY".to_string(),
            false => format!("{covering}INDEX {}", index.name),
        };
        Ok(match parts.is_empty() {
            true => format!("SCAN {name} USING {using}"),
            false => format!("SEARCH {name} USING {using} ({})", parts.join(" AND ")),
        })
    }

    /// The column of a scan that is a key of a join.
    fn key_word(&self, scan: &Scan, join: &super::node::Join, key: &Expr) -> Option<String> {
        let Expr::Column { up: 0, index } = key else { return None };
        let at = (*index as usize).checked_sub(join.left_width)?;
        let table = self.catalog.table_by_id(scan.table)?;
        let name = table.columns.get(at).map_or("rowid", |c| &c.name);
        Some(format!("{name}=?"))
    }

    /// Whether the rows of a projection come sorted by all its columns.
    fn in_order(&self, node: &Node) -> bool {
        let Node::Project { input, exprs } = node else { return false };
        self.gives_order(input, &exprs.iter().collect::<Vec<_>>())
    }

    fn is_rowid(&self, scan: &Scan, expr: &Expr) -> bool {
        let Some(table) = self.catalog.table_by_id(scan.table) else { return false };
        match expr {
            Expr::Column { up: 0, index } => {
                let at = *index as usize;
                table.rowid_key.is_some_and(|k| k.column == at) || at == table.columns.len()
            }
            _ => false,
        }
    }

    /// Whether a scan gives the order of columns, whichever comes first.
    fn gives_order(&self, node: &Node, keys: &[&Expr]) -> bool {
        let Node::Scan(scan) = node else { return false };
        let Some(table) = self.catalog.table_by_id(scan.table) else { return false };
        let position = |e: &Expr| match e {
            Expr::Column { up: 0, index } => Some(*index as usize),
            _ => None,
        };
        let rowid = |p: usize| table.rowid_key.is_some_and(|k| k.column == p);
        if let ([key], Access::Full | Access::RowidRange { .. }) = (keys, &scan.access) {
            return position(key).is_some_and(rowid);
        }
        let Access::Index { index, equal, .. } = &scan.access else { return false };
        let Ok(index) = self.index(table, *index) else { return false };
        let terms = index.terms.iter().skip(equal.len()).take(keys.len());
        let ordered: Vec<usize> = terms.filter_map(|t| t.term_column()).collect();
        keys.iter().all(|key| position(key).is_some_and(|p| ordered.contains(&p)))
    }
}

fn values_words(rows: usize) -> String {
    match rows {
        1 => "SCAN CONSTANT ROW".to_string(),
        rows => format!("SCAN {rows}-ROW VALUES CLAUSE"),
    }
}

/// Whether a compound is not a chain of UNION ALL alone.
fn merges(node: &Node) -> bool {
    match node {
        Node::Compound { op: CompoundOp::Union, all: true, left, .. } => merges(left),
        Node::Compound { .. } => true,
        _ => false,
    }
}

fn bounds(name: &str, low: bool, high: bool) -> Vec<String> {
    let part = |present: bool, sign| present.then(|| format!("{name}{sign}?"));
    part(low, '>').into_iter().chain(part(high, '<')).collect()
}

/// What is below the conditions on a query in FROM.
fn source_under(node: &Node) -> &Node {
    match node {
        Node::Filter { input, .. } => source_under(input),
        other => other,
    }
}

/// Whether SQLite would judge a condition on a query in FROM inside it, and so perhaps read it otherwise
/// (select.c, pushDownWhereTerms).
fn pushed_down(node: &Node, condition: &Expr) -> bool {
    let (Node::Derived { query, .. } | Node::Shared { query, .. }) = node else { return false };
    if is_plain(query) || matches!(**query, Node::Limit { .. }) {
        return false;
    }
    let Node::Project { input, exprs } = &**query else { return true };
    let Node::Aggregate(group) = &**input else { return true };
    let mut pushed = false;
    condition.visit(&mut |e| {
        if let Expr::Column { up: 0, index } = e {
            pushed |= !matches!(exprs.get(*index as usize),
                Some(Expr::Column { up: 0, index }) if *index as usize >= group.keys.len());
        }
    });
    pushed
}

/// Whether a write asks queries in clauses that are not explained here.
fn asks_beside(kind: &ast::StatementKind) -> bool {
    let within = super::dml::has_subquery;
    let items = |items: &Option<Vec<ast::SelectItem>>| {
        items.iter().flatten().any(|item| match item {
            ast::SelectItem::Expr { expr, .. } => within(expr),
            _ => false,
        })
    };
    match kind {
        ast::StatementKind::Insert(insert) => {
            let arms = insert.on_conflict.arms.iter().any(|arm| match &arm.action {
                crate::syntax::conflict::ArmAction::Update { set, filter } => {
                    set.iter().map(|s| &s.value).chain(filter).any(within)
                }
                _ => false,
            });
            arms || items(&insert.returning)
        }
        ast::StatementKind::Update(update) => items(&update.returning),
        ast::StatementKind::Delete(delete) => items(&delete.returning),
        _ => false,
    }
}
