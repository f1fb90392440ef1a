//! INSERT: where each column's value comes from, and whether there are as many as columns.

use std::rc::Rc;

use super::direct;
use super::dml::{Cell, ColumnDefault, ColumnSource, Insert, Returning, Source, has_subquery};
use super::expr::Bound;
use super::node::{Expr, Node, QueryPlan, ResultColumn};
use super::scope::{Scope, ScopeItem};
use super::trigger::Event;
use super::{Late, Planner};
use crate::catalog::Table;
use crate::error::{Error, ErrorKind, Result};
use crate::order::sort_by_number;
use crate::span::Span;
use crate::syntax::ast;
use crate::syntax::conflict::{ArmAction, Resolution};

impl Planner<'_> {
    /// Plans an INSERT or REPLACE.
    ///
    /// # Errors
    /// Unknown names, wrong number of values, a conflict target that nothing matches.
    pub fn plan_insert(&mut self, insert: &ast::Insert) -> Result<Insert> {
        if let Some(through) = self.insert_through(insert)? {
            let planned = self.plan_insert(&through);
            self.state.view_checks.clear();
            return planned;
        }
        let starred = self.rows_written_out(insert);
        let insert = starred.as_ref().unwrap_or(insert);
        let table = self.must_writable(&insert.table)?;
        if insert.delayed {
            let verb = if insert.replace { "REPLACE" } else { "INSERT" };
            self.state.notes.push(ErrorKind::Delayed(verb));
        }
        if let ast::InsertSource::Values(rows) = &insert.source {
            let sets = insert.on_conflict.arms.iter().flat_map(|arm| match &arm.action {
                ArmAction::Update { set, .. } => &set[..],
                ArmAction::Nothing => &[],
            });
            let mut exprs = rows.iter().flatten().chain(sets.map(|s| &s.value));
            self.refuse_own_table(&table, &table.name, &mut exprs)?;
        }
        let beside = match self.rules.write.sequential_set {
            true => self.columns_beside(insert, &table)?,
            false => None,
        };
        let insert = beside.as_ref().map_or(insert, |b| &b.insert);
        self.state.beside = beside.as_ref().map_or(0, |b| b.width);
        let mut events = vec![Event::Insert];
        let single = matches!(&insert.source, ast::InsertSource::Values(rows) if rows.len() == 1)
            || insert.source == ast::InsertSource::DefaultValues;
        let watched = insert.returning.is_some() || self.has_triggers(table.id, Event::Insert);
        if !single || watched {
            self.state.reach.many.set(true);
        }
        let (given, rowid) = self.insert_columns(insert, &table)?;
        self.note_counted(&table);
        let unread = unread_identities(insert, &table, &given);
        let insert = unread.as_ref().unwrap_or(insert);
        let several = matches!(&insert.source, ast::InsertSource::Values(rows) if rows.len() > 1);
        let alias = insert.alias.as_ref().map(|a| &*a.text);
        self.state.also = vec![ScopeItem::of_table(&table, alias, 0)];
        let suggested = self.rules.expr.names_suggested;
        let outer = self.state.unseen.clone();
        if suggested && outer.is_none() {
            self.state.unseen = Some(Rc::from(alias.unwrap_or(&table.name)));
        }
        let (source, width) = match several {
            true => self.seeing_before(&table, |p| p.plan_source_rows(insert, &table, &given))?,
            false => self.plan_source_rows(insert, &table, &given)?,
        };
        self.state.also.clear();
        self.state.unseen = outer;
        let on_conflict = &insert.on_conflict;
        let lenient = self.is_lenient(on_conflict.or);
        let columns = self.column_sources(insert, &table, (&given, width), lenient)?;
        self.check_generated(insert, &table, &columns, &source)?;
        let order = self.column_order(&columns, &source);
        let alias = insert.alias.as_ref().map_or(&*table.name, |a| &a.text);
        let key = table.rowid_key.map(|k| k.column);
        let rowid_given = width > 0
            && (given.contains(&None) || key.is_some_and(|column| given.contains(&Some(column))));
        if rowid_given {
            self.state.reach.abort.set(true);
        }
        let initial = match &source {
            Source::Rows(rows) if reads_row(rows) => self.initial_values(&table)?,
            _ => Vec::new(),
        };
        let more = beside.as_ref().map_or(&[][..], |b| &b.items);
        let queried = matches!(source, Source::Query(_));
        let triggered = !self.catalog.triggers_of(table.id).is_empty();
        let defaults_first = self.rules.write.sequential_set && (queried || !triggered);
        let conflict = match single {
            true => self.plan_insert_conflict(insert, &table, alias, rowid_given, more)?,
            false => self.seeing_before(&table, |p| {
                p.plan_insert_conflict(insert, &table, alias, rowid_given, more)
            })?,
        };
        if conflict.may_delete() {
            events.push(Event::Delete);
        }
        let target = self.plan_target(
            &table,
            &events,
            None,
            self.state.inherited_or.or(insert.on_conflict.or),
        )?;
        let parents_first = !self.state.reach.many.get() && self.state.frame.is_none();
        let returning = self.plan_insert_returning(insert, &table, alias)?;
        let may_touch_twice = self.rules.write.may_touch_twice;
        let raw = self.rules.write.plain_rows
            && target.generated.is_empty()
            && updates_by_rowid_first(&conflict);
        let mut planned = Insert {
            target,
            source,
            columns,
            fields: fields_of(insert),
            order,
            initial,
            triggered,
            defaults_first,
            beside: beside.as_ref().map_or(0, |b| b.width),
            rowid,
            raw,
            touch_once: !may_touch_twice && !conflict.arms.is_empty(),
            parents_first,
            until_error: self.rules.write.writes_until_error,
            conflict: Rc::new(conflict),
            mode: self.settings.mode(lenient),
            returning,
            ignores: on_conflict.or.is_some_and(|or| or.resolution == Resolution::Ignore),
            direct: None,
        };
        planned.direct = direct::of(&planned);
        Ok(planned)
    }

    /// Where the value of each column comes from; `given` are the columns that the source's values go to,
    /// of which it has `width`.
    fn column_sources(
        &mut self,
        insert: &ast::Insert,
        table: &Rc<Table>,
        (given, width): (&[Option<usize>], usize),
        lenient: bool,
    ) -> Result<Vec<ColumnSource>> {
        let mut columns = Vec::with_capacity(table.columns.len());
        for column in 0..table.columns.len() {
            // Of a column that is listed twice the first counts, but of the rowid the last.
            let is_given = |g: &Option<usize>| *g == Some(column);
            let position = match table.rowid_key.is_some_and(|k| k.column == column) {
                true => given.iter().rposition(is_given),
                false => given.iter().position(is_given),
            };
            let position = position.filter(|p| *p < width);
            // OVERRIDING USER VALUE: what is given for an identity does not count.
            let identity = table.columns[column].identity.as_ref().is_some_and(|i| !i.serial);
            let ignored = identity && insert.overriding == Some(ast::Overriding::User);
            let position = position.filter(|_| !ignored);
            let asked = position.is_none_or(|at| match &insert.source {
                ast::InsertSource::Values(rows) => {
                    let is = |row: &Vec<ast::Expr>| matches!(row.get(at), Some(e) if e.kind == ast::ExprKind::Default);
                    rows.iter().any(is)
                }
                _ => false,
            });
            let mut default = match self.column_default(table, column, lenient) {
                // A default that cannot be is none of a row that needs it not.
                Err(_) if !asked => ColumnDefault::Null,
                default => default?,
            };
            // What a BEFORE trigger puts there need not be given (MySQL).
            if matches!(default, ColumnDefault::Required | ColumnDefault::Implicit(_))
                && position.is_none()
                && self.trigger_assigns(table, &table.columns[column].name)
            {
                default = ColumnDefault::Null;
            }
            columns.push(ColumnSource { given: position, default });
        }
        Ok(columns)
    }

    /// The order in which columns get their values. MySQL, and PostgreSQL but for one row of VALUES: those
    /// that are listed, as they are listed; then the others.
    fn column_order(&self, columns: &[ColumnSource], source: &Source) -> Vec<usize> {
        let mut order: Vec<usize> = (0..columns.len()).collect();
        let several = match source {
            Source::Rows(rows) => rows.len() > 1,
            Source::Query(_) => false,
        };
        if self.rules.write.sequential_set || several && self.rules.expr.whole_rows {
            let last = columns.len();
            sort_by_number(&mut order, &mut |c| columns[*c].given.unwrap_or(last) as i64);
        }
        order
    }

    /// RETURNING, which may see the row that was to be inserted.
    fn plan_insert_returning(
        &mut self,
        insert: &ast::Insert,
        table: &Rc<Table>,
        alias: &str,
    ) -> Result<Option<Returning>> {
        let alone = self.rules.write.returning_sees_table_alone;
        let scope = match (alone, &insert.alias) {
            (true, _) => self.table_scope(table, Some(&table.name)),
            // Under its own name it may be named with its schema.
            (false, None) => self.table_scope(table, None),
            (false, Some(_)) => self.table_scope(table, Some(alias)),
        };
        let updates = insert.on_conflict.arms.iter().any(|arm| arm.action != ArmAction::Nothing);
        let updates = updates && !self.rules.write.changed_rows.is_empty();
        self.state.unseen = updates.then(|| Rc::from(self.rules.write.proposed_row));
        if updates {
            let name = Some(self.rules.write.proposed_row);
            self.state.also = vec![ScopeItem::of_table(table, name, 0)];
        }
        let returning = self.plan_changed(insert.returning.as_deref(), table, scope)?;
        self.state.also.clear();
        self.state.unseen = None;
        Ok(returning)
    }

    /// The columns that the source's values go to, none standing for the hidden rowid, and the
    /// position of a value for that.
    pub(super) fn insert_columns(
        &self,
        insert: &ast::Insert,
        table: &Table,
    ) -> Result<(Vec<Option<usize>>, Option<usize>)> {
        let Some(names) = &insert.columns else {
            let visible = 0..table.columns.len();
            let settable = visible.filter(|c| {
                let column = &table.columns[*c];
                !column.invisible
                    && (column.generated.is_none() || !self.rules.write.skip_generated)
            });
            return Ok((settable.map(Some).collect(), None));
        };
        let mut given: Vec<Option<usize>> = Vec::new();
        let mut rowid = None;
        for name in names {
            match table.column(&name.text, self.rules.column_names) {
                Some(column) => {
                    if given.contains(&Some(column)) && self.rules.write.repeated_column_is_error {
                        let written = name.text.to_string();
                        return Err(ErrorKind::RepeatedColumn { name: written }.at(name.span));
                    }
                    if self.rules.write.set_comes_first && table.columns[column].generated.is_some()
                    {
                        return Err(always_generated(table, column, false).at(name.span));
                    }
                    given.push(Some(column));
                }
                None if self.is_rowid_name(&name.text) && !table.without_rowid => {
                    // Another name of the column that is the rowid.
                    let column = table.rowid_key.map(|k| k.column);
                    if column.is_none() {
                        rowid = Some(given.len());
                    }
                    given.push(column);
                }
                None => {
                    let (name, span) = (name.text.to_string(), name.span);
                    let table = Some(self.written_target(insert, table));
                    return Err(ErrorKind::NoSuchColumn { name, table }.at(span));
                }
            }
        }
        Ok((given, rowid))
    }

    /// An INSERT's table in errors: SQLite shows its alias or its schema where they are written.
    fn written_target(&self, insert: &ast::Insert, table: &Table) -> String {
        let written = self.rules.write.target_as_written;
        match (&insert.alias, &insert.table.schema) {
            (Some(alias), _) if written => alias.text.to_string(),
            (None, Some(schema)) if written => {
                [&*schema.text, ".", &*insert.table.name.text].concat()
            }
            (None, None) if written => insert.table.name.text.to_string(),
            _ => table.name.to_string(),
        }
    }

    /// `VALUES (NEW.*)` with the columns of the record in its place; none where there is no such.
    fn rows_written_out(&self, insert: &ast::Insert) -> Option<ast::Insert> {
        let ast::InsertSource::Values(rows) = &insert.source else { return None };
        let frame = self.state.frame.clone().filter(|_| self.rules.expr.whole_rows)?;
        let record = |expr: &ast::Expr| match &expr.kind {
            ast::ExprKind::Column(name) if &*name.name.text == "*" => {
                let (_, columns) = frame.whole_row(name, self.rules)?;
                let free = |i: &ScopeItem| {
                    i.unlisted && name.table.as_ref().is_some_and(|t| t.text == i.name)
                };
                if frame.items.iter().any(free) {
                    return None;
                }
                Some((name.clone(), columns))
            }
            _ => None,
        };
        if !rows.iter().flatten().any(|expr| record(expr).is_some()) {
            return None;
        }
        let mut changed = insert.clone();
        let ast::InsertSource::Values(rows) = &mut changed.source else { return None };
        for row in rows {
            let mut cells = Vec::with_capacity(row.len());
            for expr in std::mem::take(row) {
                let Some((name, columns)) = record(&expr) else {
                    cells.push(expr);
                    continue;
                };
                cells.extend(columns.into_iter().map(|column| {
                    let mut name = name.clone();
                    name.name.text = column;
                    ast::Expr { kind: ast::ExprKind::Column(name), span: expr.span }
                }));
            }
            *row = cells;
        }
        Some(changed)
    }

    /// The rows of an INSERT and how many values each has.
    pub(super) fn plan_source_rows(
        &mut self,
        insert: &ast::Insert,
        table: &Table,
        given: &[Option<usize>],
    ) -> Result<(Source, usize)> {
        let expected = given.len();
        match &insert.source {
            // A list of columns is for values (SQLite; insert.c).
            ast::InsertSource::DefaultValues
                if self.rules.ddl.texts_are_edited && insert.columns.is_some() =>
            {
                let what = format!("0 values for {expected} columns");
                Err(super::alter_text::message(what))
            }
            ast::InsertSource::DefaultValues => Ok((Source::Rows(vec![Vec::new()]), 0)),
            ast::InsertSource::Values(rows) => {
                let frame = self.state.frame.clone();
                let own =
                    self.rules.write.sequential_set.then(|| ScopeItem::of_table(table, None, 0));
                let scope = Scope::new(own.into_iter().collect(), frame.as_deref());
                let mut planned = Vec::with_capacity(rows.len());
                let mut width = expected;
                if self.rules.write.equal_rows
                    && let Some(odd) = rows.iter().find(|r| r.len() != rows[0].len())
                {
                    let span = odd.first().map_or(insert.verb, |e| e.span);
                    let odd = ErrorKind::ValuesColumns.at(span);
                    return Err(self.names_before(rows, &scope, odd));
                }
                // Several rows are a query of their own (SQLite).
                let queried = self.rules.write.equal_rows && rows.len() > 1;
                let clause = if queried { super::OUTER } else { "VALUES" };
                let outer = std::mem::replace(&mut self.state.clause, clause);
                let loaded = insert.load.is_some();
                for (number, row) in rows.iter().enumerate() {
                    // Fields of a file that are missing or too many are told of as its rows are written.
                    width = if loaded { expected } else { row.len() };
                    let extra = row.get(expected).map(|e| e.span);
                    // PostgreSQL looks at a row's names before it counts (analyze.c, transformInsertStmt).
                    let mut bound = Vec::new();
                    if self.rules.write.short_rows {
                        for expr in row {
                            bound.push(match &expr.kind {
                                ast::ExprKind::Default => None,
                                _ => Some(self.bind(expr, &scope)?),
                            });
                        }
                        if row.len() != rows[0].len() {
                            let span = row.first().map_or(insert.verb, |e| e.span);
                            return Err(ErrorKind::ValuesColumns.at(span));
                        }
                    }
                    let counted = self.check_count(insert, table, expected, width, extra);
                    if let Err(error) = counted {
                        return Err(self.names_before(rows, &scope, error.of_row(number + 1)));
                    }
                    let mut cells = Vec::with_capacity(row.len());
                    for (at, expr) in row.iter().take(width).enumerate() {
                        cells.push(match &expr.kind {
                            ast::ExprKind::Default => Cell::Default,
                            _ => {
                                let bound = match bound.get_mut(at).and_then(Option::take) {
                                    Some(bound) => bound,
                                    None => self.bind(expr, &scope)?,
                                };
                                let column = given.get(at);
                                Cell::Expr(self.convert_for(column, table, bound, expr.span)?)
                            }
                        });
                    }
                    while loaded && cells.len() < width {
                        let column = given.get(cells.len()).copied().flatten();
                        let column = column.map(|c| &table.columns[c]);
                        let zero = column.filter(|c| c.default.is_some() || c.not_null.is_some());
                        cells.push(Cell::Expr(Expr::Const(zero.map_or(
                            crate::value::Value::Null,
                            self.rules.write.implicit_default,
                        ))));
                    }
                    planned.push(cells);
                }
                self.state.clause = outer;
                // Rows that look at tables are all read before the first is written (insert.c,
                // readsTable); the dialect that has it so has no DEFAULT here.
                let reads = rows.len() > 1 && rows.iter().flatten().any(has_subquery);
                if self.rules.write.equal_rows && reads {
                    let expr = |cell| match cell {
                        Cell::Expr(expr) => expr,
                        Cell::Default => Expr::Const(crate::value::Value::Null),
                    };
                    let rows = planned.into_iter().map(|row| row.into_iter().map(expr).collect());
                    let (node, columns) = (Node::Values(rows.collect()), Vec::new());
                    return Ok((Source::Query(Box::new(QueryPlan { node, columns })), width));
                }
                Ok((Source::Rows(planned), width))
            }
            ast::InsertSource::Query(query) => {
                let frame = self.state.frame.clone();
                let plan = self.plan_query(query, frame.as_deref())?;
                let width = plan.columns.len() - std::mem::take(&mut self.state.beside);
                let extra = item_span(query, expected).unwrap_or(query.span);
                self.check_count(insert, table, expected, width, Some(extra))?;
                self.check_query(table, given, query, &plan.columns)?;
                Ok((Source::Query(Box::new(plan)), width))
            }
        }
    }

    /// The error that is told of where the number of values is wrong: names in them come first where the
    /// values are a query's (SQLite; insert.c).
    fn names_before(
        &mut self,
        rows: &[Vec<ast::Expr>],
        scope: &Scope<'_>,
        counted: Error,
    ) -> Error {
        if !self.rules.write.equal_rows {
            return counted;
        }
        let of_names =
            |e: &Error| !matches!(*e.kind, ErrorKind::RowMisused | ErrorKind::RowWidths { .. });
        let mut exprs = rows.iter().flatten();
        exprs.find_map(|expr| self.bind(expr, scope).err().filter(of_names)).unwrap_or(counted)
    }

    /// The value of an expression for a column, none standing for the hidden rowid.
    pub(super) fn bind_for(
        &mut self,
        column: Option<&Option<usize>>,
        table: &Table,
        expr: &ast::Expr,
        scope: &Scope<'_>,
    ) -> Result<Expr> {
        let bound = self.bind(expr, scope)?;
        self.convert_for(column, table, bound, expr.span)
    }

    fn convert_for(
        &mut self,
        column: Option<&Option<usize>>,
        table: &Table,
        bound: Bound,
        span: Span,
    ) -> Result<Expr> {
        let Some(Some(column)) = column else { return Ok(bound.expr) };
        self.note_constant(&table.columns[*column], &bound);
        self.parameter_for(&bound, &table.columns[*column].ty)?;
        let span = bound.span.unwrap_or(span);
        let converted = (self.rules.write.convert)(&table.columns[*column], bound);
        self.converted(converted, span)
    }

    /// What converting gave; of a constant that does not fit only what is found late.
    pub(super) fn converted(
        &mut self,
        converted: std::result::Result<Expr, ErrorKind>,
        span: Span,
    ) -> Result<Expr> {
        match converted {
            Err(ErrorKind::Constant(kind)) => {
                self.late(Late::Constant, kind.nowhere());
                Ok(Expr::Const(crate::value::Value::Null))
            }
            converted => converted.map_err(|kind| kind.at(span)),
        }
    }

    fn check_count(
        &self,
        insert: &ast::Insert,
        table: &Table,
        columns: usize,
        values: usize,
        span: Option<Span>,
    ) -> Result<()> {
        let listed = insert.columns.is_some();
        // In MySQL a row of nothing is one of defaults.
        let nothing = values == 0 && !listed && self.rules.write.null_takes_sequence;
        let short = self.rules.write.short_rows && !listed && values < columns;
        if columns == values || short || nothing {
            return Ok(());
        }
        let table = self.written_target(insert, table);
        let kind = ErrorKind::ValueCount { table, columns, values, listed };
        // Too few values are reported at the first column that has none.
        let missing = insert.columns.as_ref().and_then(|names| names.get(values)).map(|n| n.span);
        Err(kind.at(span.or(missing).unwrap_or(insert.table.name.span)))
    }

    /// The columns of an INSERT's query must be ones that can be stored.
    fn check_query(
        &mut self,
        table: &Table,
        given: &[Option<usize>],
        query: &ast::Query,
        results: &[ResultColumn],
    ) -> Result<()> {
        for (at, (column, result)) in given.iter().zip(results).enumerate() {
            let Some(column) = column else { continue };
            let literal = item(query, at).filter(|e| matches!(e.kind, ast::ExprKind::Literal(_)));
            let bound = match literal {
                Some(literal) => self.bind(literal, &Scope::default())?,
                None => {
                    let expr = Expr::Column { up: 0, index: at as u32 };
                    let span = item_span(query, at);
                    Bound { span, ..Bound::new(expr, result.ty.clone()) }
                }
            };
            let span = item_span(query, at).unwrap_or(query.span);
            let converted = (self.rules.write.convert)(&table.columns[*column], bound);
            self.converted(converted, span)?;
        }
        Ok(())
    }

    pub(super) fn column_default(
        &mut self,
        table: &Table,
        column: usize,
        lenient: bool,
    ) -> Result<ColumnDefault> {
        let definition = &table.columns[column];
        if definition.generated.is_some() {
            return Ok(ColumnDefault::Generated);
        }
        if let Some(identity) = &definition.identity {
            let sequence = self.catalog.sequence_by_id(identity.sequence);
            let name = sequence.map_or_else(|| Rc::from(""), |s| s.name.clone());
            let reserved = self.rules.write.null_takes_sequence;
            return Ok(ColumnDefault::Sequence { id: identity.sequence, name, reserved });
        }
        // An INTEGER PRIMARY KEY takes the next rowid, whatever its default is (insert.c).
        let is_rowid = table.rowid_key.is_some_and(|key| key.column == column);
        if let Some(default) = definition.default.as_ref().filter(|_| !is_rowid) {
            // The sequences that it names were found when it was made.
            let home = self.rules.ddl.dependents_are_kept.then(|| table.schema.clone());
            let outer = std::mem::replace(&mut self.state.home, home);
            let bound = self.bind_stored(&default.expr, &Scope::default(), &default.text);
            self.state.home = outer;
            let bound = bound?;
            let bound = Bound::new(bound, definition.ty.clone());
            let converted = (self.rules.write.convert_default)(definition, bound);
            return Ok(ColumnDefault::Expr(converted.map_err(ErrorKind::nowhere)?));
        }
        // The first label is the default of an ENUM that may not be NULL.
        if let (crate::types::Type::Enum(_), Some(_)) = (&definition.ty, &definition.not_null)
            && self.rules.write.missing_default_is_error
        {
            let first = (self.rules.write.implicit_default)(definition);
            return Ok(ColumnDefault::Expr(Expr::Const(first)));
        }
        let required = self.rules.write.missing_default_is_error && definition.not_null.is_some();
        Ok(match (required, lenient) {
            (true, false) => ColumnDefault::Required,
            (true, true) => {
                ColumnDefault::Implicit((self.rules.write.implicit_default)(definition))
            }
            (false, _) => ColumnDefault::Null,
        })
    }

    /// Whether a BEFORE INSERT trigger of a table sets a column of the new row.
    fn trigger_assigns(&self, table: &Table, column: &str) -> bool {
        self.catalog.triggers_of(table.id).iter().any(|trigger| {
            let definition = &trigger.definition;
            matches!(definition.time, ast::TriggerTime::Before)
                && definition.events.iter().any(|e| matches!(e, ast::TriggerEvent::Insert))
                && matches!(&definition.body, ast::TriggerBody::Block(body) if assigns(body, column))
        })
    }

    /// What columns hold before a row's values are computed: their defaults.
    fn initial_values(&mut self, table: &Table) -> Result<Vec<Expr>> {
        let mut values = Vec::with_capacity(table.columns.len());
        for (number, column) in table.columns.iter().enumerate() {
            values.push(match self.column_default(table, number, true)? {
                ColumnDefault::Expr(expr) => expr,
                ColumnDefault::Null => Expr::Const(crate::value::Value::Null),
                _ => Expr::Const((self.rules.write.implicit_default)(column)),
            });
        }
        Ok(values)
    }

    /// A value may not be given for a generated column, nor for an identity that is ALWAYS.
    fn check_generated(
        &mut self,
        insert: &ast::Insert,
        table: &Table,
        columns: &[ColumnSource],
        source: &Source,
    ) -> Result<()> {
        for (number, (source_of, column)) in columns.iter().zip(&table.columns).enumerate() {
            let Some(position) = source_of.given else { continue };
            let always = column.identity.as_ref().is_some_and(|i| i.always);
            if column.generated.is_none() && !always {
                continue;
            }
            let all_default = match source {
                Source::Rows(rows) => {
                    rows.iter().all(|r| matches!(r.get(position), Some(Cell::Default)))
                }
                Source::Query(_) => false,
            };
            if all_default || (always && insert.overriding.is_some()) {
                continue;
            }
            let span = match &insert.columns {
                Some(names) => names[position].span,
                None => insert.table.name.span,
            };
            self.late(Late::Column, always_generated(table, number, false).at(span));
        }
        Ok(())
    }
}

/// A value for a column that is always computed, or that always takes the next number.
pub(super) fn always_generated(table: &Table, column: usize, update: bool) -> ErrorKind {
    let identity = table.columns[column].generated.is_none();
    let column = table.columns[column].name.to_string();
    ErrorKind::AlwaysGenerated { table: table.name.to_string(), column, identity, update }
}

/// OVERRIDING USER VALUE: what one row gives for an identity is read if it is a string, and not computed
/// (rewriteHandler.c, rewriteTargetListIU).
fn unread_identities(
    insert: &ast::Insert,
    table: &Table,
    given: &[Option<usize>],
) -> Option<ast::Insert> {
    let (Some(ast::Overriding::User), ast::InsertSource::Values(_)) =
        (insert.overriding, &insert.source)
    else {
        return None;
    };
    let mut insert = insert.clone();
    let ast::InsertSource::Values(rows) = &mut insert.source else { return None };
    let [row] = &mut rows[..] else { return None };
    for (position, column) in given.iter().enumerate() {
        let identity = column.and_then(|c| table.columns.get(c)?.identity.as_ref());
        if let (Some(false), Some(cell)) = (identity.map(|i| i.serial), row.get_mut(position))
            && !matches!(cell.kind, ast::ExprKind::Literal(ast::Literal::Text(_)))
        {
            cell.kind = ast::ExprKind::Default;
        }
    }
    Some(insert)
}

/// Whether the row with the same rowid is updated before anything but NULLs is checked.
fn updates_by_rowid_first(plan: &super::conflict::ConflictPlan) -> bool {
    use super::conflict::{Action, CheckKind};
    let mut checks = plan.checks.iter().filter(|c| !matches!(c.kind, CheckKind::NotNull { .. }));
    checks.next().is_some_and(|check| {
        matches!((&check.kind, &check.action), (CheckKind::Rowid { .. }, Action::UpdateOther(_)))
    })
}

/// Whether any value looks at a column of the row itself.
fn reads_row(rows: &[Vec<Cell>]) -> bool {
    let mut found = false;
    for cell in rows.iter().flatten() {
        if let Cell::Expr(expr) = cell {
            expr.visit(&mut |e| found |= matches!(e, Expr::Column { up: 0, .. }));
        }
    }
    found
}

/// The expression of a query's result column, where it is written out.
pub(super) fn item(query: &ast::Query, at: usize) -> Option<&ast::Expr> {
    let ast::SetExpr::Select(select) = &query.body else { return None };
    let written = |i: &ast::SelectItem| matches!(i, ast::SelectItem::Expr { .. });
    if !select.items.iter().take(at + 1).all(written) {
        return None;
    }
    match select.items.get(at)? {
        ast::SelectItem::Expr { expr, .. } => Some(expr),
        ast::SelectItem::Star(_) | ast::SelectItem::TableStar(..) => None,
    }
}

fn item_span(query: &ast::Query, at: usize) -> Option<Span> {
    let ast::SetExpr::Select(select) = &query.body else { return None };
    // From the first star on, columns are the star's.
    let star = select.items.iter().take(at + 1).find_map(|item| match item {
        ast::SelectItem::Star(span) | ast::SelectItem::TableStar(_, span) => Some(*span),
        ast::SelectItem::Expr { .. } => None,
    });
    star.or_else(|| item(query, at).map(place))
}

/// Where an expression stands: a text with a type where the text does (nodeFuncs.c, exprLocation).
pub(super) fn place(expr: &ast::Expr) -> Span {
    match &expr.kind {
        ast::ExprKind::Cast { expr: inner, .. }
            if matches!(inner.kind, ast::ExprKind::Literal(ast::Literal::Text(_))) =>
        {
            inner.span
        }
        ast::ExprKind::Interval { value, .. } => value.span,
        _ => expr.span,
    }
}

fn assigns(body: &[ast::ProcStatement], column: &str) -> bool {
    use ast::ProcStatement as Step;
    body.iter().any(|step| match step {
        Step::Assign { target, .. } => {
            target.table.as_ref().is_some_and(|row| row.text.eq_ignore_ascii_case("NEW"))
                && target.name.text.eq_ignore_ascii_case(column)
        }
        Step::If { branches, otherwise } => {
            branches.iter().any(|(_, body)| assigns(body, column)) || assigns(otherwise, column)
        }
        Step::Block { body, .. } | Step::Loop(_, body, _) => assigns(body, column),
        _ => false,
    })
}

/// How many fields each row of a file has (LOAD DATA).
fn fields_of(insert: &ast::Insert) -> Vec<usize> {
    match &insert.source {
        ast::InsertSource::Values(rows) if insert.load.is_some() => {
            rows.iter().map(Vec::len).collect()
        }
        _ => Vec::new(),
    }
}
