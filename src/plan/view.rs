//! Writes through a view over one table: the same write to the table (PostgreSQL,
//! sql-createview, "Updatable Views").

use std::rc::Rc;

use super::Planner;
use crate::catalog::{Object, View};
use crate::error::{ErrorKind, Refusal, Result};
use crate::span::Span;
use crate::syntax::ast::{self, Expr, ExprKind, FromItem, SelectItem, SetExpr};
use crate::syntax::conflict::Resolution;

/// What a view shows of its table.
struct Shown {
    /// The table.
    table: ast::ObjectName,
    /// The view's name.
    view: Rc<str>,
    /// The view's columns: their names, and what they are of the table.
    columns: Vec<(ast::Ident, Expr)>,
    /// The view's WHERE.
    filter: Option<Expr>,
    /// Bare names may be those of other tables or of variables.
    others: bool,
    /// DEFAULT is the table's, not the view's own, which is NULL.
    own_defaults: bool,
}

impl Shown {
    /// The column of the table that a column of the view is.
    fn base(&self, name: &ast::Ident, verb: &str) -> Result<ast::Ident> {
        match self.columns.iter().find(|(own, _)| own.text == name.text).map(|(_, e)| &e.kind) {
            Some(ExprKind::Column(base)) => Ok(ast::Ident { span: name.span, ..base.name.clone() }),
            Some(_) => Err(Refusal::ViewColumn.of(&[verb, &name.text, &self.view]).nowhere()),
            None => {
                let (name_text, table) = (name.text.to_string(), Some(self.view.to_string()));
                Err(ErrorKind::NoSuchColumn { name: name_text, table }.at(name.span))
            }
        }
    }

    /// Whether a column of the view is not the column of that name.
    fn renames(&self) -> bool {
        self.columns.iter().any(|(own, e)| match &e.kind {
            ExprKind::Column(base) => own.text != base.name.text,
            _ => true,
        })
    }

    /// An expression over the view's row, by the names in `rows`, as one over the table's.
    fn rewrite(&self, expr: &mut Expr, rows: &[&str]) -> Result<()> {
        let ExprKind::Column(name) = &mut expr.kind else {
            if matches!(
                expr.kind,
                ExprKind::Subquery(_) | ExprKind::Exists(_) | ExprKind::InQuery { .. }
            ) && self.renames()
            {
                let what = "queries in a write through a view that renames columns";
                return Err(ErrorKind::unsupported(what).at(expr.span));
            }
            return expr.children_mut().into_iter().try_for_each(|e| self.rewrite(e, rows));
        };
        if name.table.as_ref().is_some_and(|t| !rows.contains(&&*t.text)) {
            return Ok(());
        }
        let text = &name.name.text;
        match self.columns.iter().find(|(own, _)| own.text == *text).map(|(_, e)| e) {
            Some(Expr { kind: ExprKind::Column(base), .. }) => {
                name.name.text = base.name.text.clone();
            }
            Some(made) => {
                let mut made = made.clone();
                qualify(&mut made, name.table.as_ref());
                expr.kind = ExprKind::Paren(Box::new(made));
            }
            // A whole row of the view is its columns.
            None if name.table.is_none()
                && rows.contains(&&**text)
                && matches!(&**text, "old" | "new") =>
            {
                let mut fields = Vec::with_capacity(self.columns.len());
                for (_, field) in &self.columns {
                    let mut field = Expr { span: expr.span, ..field.clone() };
                    qualify(&mut field, Some(&name.name));
                    fields.push(field);
                }
                expr.kind = ExprKind::Row(fields);
            }
            None if name.table.is_none() && (self.others || **text == *self.view) => {}
            None => {
                let kind =
                    ErrorKind::NoSuchColumn { name: super::scope::written(name), table: None };
                return Err(kind.at(expr.span));
            }
        }
        Ok(())
    }

    fn rewrite_set(&self, set: &mut [ast::Assignment], rows: &[&str]) -> Result<()> {
        for assignment in set {
            for column in &mut assignment.columns {
                column.name = self.base(&column.name, "update")?;
            }
            // The view's own it has not (rewriteHandler.c, rewriteTargetListIU).
            let values = match &mut assignment.value.kind {
                ExprKind::Row(values) if assignment.row => &mut values[..],
                _ => std::slice::from_mut(&mut assignment.value),
            };
            for value in values {
                if value.kind == ExprKind::Default && !self.own_defaults {
                    value.kind = ExprKind::Literal(ast::Literal::Null);
                }
                self.rewrite(value, rows)?;
            }
        }
        Ok(())
    }

    /// RETURNING over the view's row.
    fn returned(
        &self,
        items: &Option<Vec<SelectItem>>,
        rows: &[&str],
    ) -> Result<Option<Vec<SelectItem>>> {
        let Some(items) = items else { return Ok(None) };
        let mut all = Vec::new();
        for item in items {
            match item {
                SelectItem::Star(span) => self.all(&mut all, None, *span),
                // Of the row under any of its names.
                SelectItem::TableStar(of, span)
                    if of.schema.is_none() && rows.contains(&&*of.name.text) =>
                {
                    self.all(&mut all, Some(&of.name), *span);
                }
                SelectItem::Expr { expr, alias } => {
                    let (mut changed, mut alias) = (expr.clone(), alias.clone());
                    self.rewrite(&mut changed, rows)?;
                    if let ExprKind::Column(name) = &expr.kind {
                        alias = alias.or_else(|| Some(name.name.clone()));
                    }
                    all.push(SelectItem::Expr { expr: changed, alias });
                }
                other => all.push(other.clone()),
            }
        }
        Ok(Some(all))
    }

    /// All columns of the view, of one of its rows.
    fn all(&self, items: &mut Vec<SelectItem>, row: Option<&ast::Ident>, span: Span) {
        for (name, expr) in &self.columns {
            let mut expr = Expr { span, ..expr.clone() };
            if row.is_some() {
                qualify(&mut expr, row);
            }
            items.push(SelectItem::Expr { expr, alias: Some(name.clone()) });
        }
    }
}

impl Planner<'_> {
    /// WITH CHECK OPTION is for views that can be written (view.c, DefineView).
    pub(super) fn check_option(&self, view: &View) -> Result<()> {
        if view.check.is_none() {
            return Ok(());
        }
        let Err(error) = self.shown(view, "insert into") else { return Ok(()) };
        match *error.kind {
            ErrorKind::ViewNotWritable { why, .. } => {
                let view = view.name.to_string();
                Err(ErrorKind::CheckOptionOfView { view, why }.nowhere())
            }
            _ => Err(error),
        }
    }

    /// The conditions that a row must satisfy that is written through a view, and whose they are; those
    /// of the views below it stand before its own (rewriteHandler.c, rewriteTargetView).
    fn conditions(&self, view: &View, above: bool, found: &mut Vec<(Rc<str>, Expr)>) {
        // What it stands on has been looked at by `shown`, and leads to a table.
        let SetExpr::Select(select) = &view.query.body else { return };
        if let Some(FromItem::Table { name, .. }) = &select.from
            && let Some(Object::View(below)) = self.relation(name)
        {
            self.conditions(below, above || view.check == Some(true), found);
        }
        if (above || view.check.is_some())
            && let Some(filter) = &select.filter
        {
            let mut filter = filter.clone();
            if let Some(FromItem::Table { name, columns, .. }) = &select.from
                && let Some(Object::Table(table)) = self.relation(name)
            {
                let ident = |c: &crate::catalog::Column| ast::Ident {
                    text: c.name.clone(),
                    quote: None,
                    span: filter.span,
                };
                let all: Vec<ast::Ident> = table.columns.iter().map(ident).collect();
                rebase(&mut filter, columns, &all);
            }
            qualify(&mut filter, None);
            found.push((view.name.clone(), filter));
        }
    }

    /// Notes what a row must satisfy that is written through a view.
    fn note_conditions(&mut self, view: &View) {
        if self.state.view_checks.is_empty() {
            let mut found = Vec::new();
            self.conditions(view, false, &mut found);
            // MySQL names the view that is written, whichever does not have the row.
            if !self.rules.ddl.dependents_are_kept {
                found.iter_mut().for_each(|(name, _)| *name = view.name.clone());
            }
            self.state.view_checks = found;
        }
    }

    /// What a row of a table must satisfy that the statement writes through a view.
    pub(super) fn bind_conditions(
        &mut self,
        table: &Rc<crate::catalog::Table>,
    ) -> Result<Vec<(Rc<str>, super::node::Expr)>> {
        let conditions = std::mem::take(&mut self.state.view_checks);
        let scope = self.table_scope(table, None);
        let mut bound = Vec::with_capacity(conditions.len());
        for (name, condition) in &conditions {
            bound.push((name.clone(), self.bind_condition(condition, &scope)?));
        }
        self.state.view_checks = conditions;
        Ok(bound)
    }

    /// What IGNORE does with rows that are not the view's is not done here.
    fn refuse_skipping(&self, or: Option<crate::syntax::conflict::OrClause>) -> Result<()> {
        match or {
            Some(or)
                if or.resolution == Resolution::Ignore && !self.state.view_checks.is_empty() =>
            {
                Err(ErrorKind::unsupported("IGNORE through a view WITH CHECK OPTION").nowhere())
            }
            _ => Ok(()),
        }
    }

    fn written_view(&self, name: &ast::ObjectName) -> Option<Rc<View>> {
        match self.relation(name) {
            Some(Object::View(view)) if self.rules.write.views_are_written => Some(view.clone()),
            _ => None,
        }
    }

    /// An INSERT into a view as one into its table; none when it names a table.
    ///
    /// # Errors
    /// A view that cannot be written.
    pub(super) fn insert_through(&mut self, insert: &ast::Insert) -> Result<Option<ast::Insert>> {
        let Some(view) = self.written_view(&insert.table) else { return Ok(None) };
        let shown = self.shown(&view, "insert into")?;
        self.note_conditions(&view);
        self.refuse_skipping(insert.on_conflict.or)?;
        let mut changed = insert.clone();
        let alias = insert.alias.clone().unwrap_or_else(|| insert.table.name.clone());
        let named = |width: usize| shown.columns.iter().take(width).map(|(n, _)| n.clone());
        let given = insert.columns.clone().or_else(|| match &insert.source {
            ast::InsertSource::DefaultValues => None,
            ast::InsertSource::Values(rows) => {
                Some(named(rows.first().map_or(0, Vec::len)).collect())
            }
            ast::InsertSource::Query(_) => Some(named(usize::MAX).collect()),
        });
        let base = |name: &ast::Ident| shown.base(name, "insert into");
        let given = given.map(|names: Vec<ast::Ident>| names.iter().map(base).collect());
        changed.columns = given.transpose()?;
        let rows = [&*alias.text, self.rules.write.proposed_row, "old", "new"];
        for arm in &mut changed.on_conflict.arms {
            if let crate::syntax::conflict::Target::Constraint(name) = &arm.target {
                let (constraint, table) = (name.text.to_string(), view.name.to_string());
                return Err(ErrorKind::NoSuchConstraint { constraint, table }.nowhere());
            }
            if let crate::syntax::conflict::Target::Columns { terms, filter } = &mut arm.target {
                let exprs = terms.iter_mut().map(|t| &mut t.expr).chain(filter);
                exprs.into_iter().try_for_each(|e| shown.rewrite(e, &rows))?;
            }
            if let crate::syntax::conflict::ArmAction::Update { set, filter } = &mut arm.action {
                shown.rewrite_set(set, &rows)?;
                filter.iter_mut().try_for_each(|e| shown.rewrite(e, &rows))?;
            }
        }
        changed.returning = shown.returned(&insert.returning, &rows)?;
        changed.alias = Some(alias);
        changed.table = shown.table;
        Ok(Some(changed))
    }

    /// The same for UPDATE.
    ///
    /// # Errors
    /// A view that cannot be written.
    pub(super) fn update_through(&mut self, update: &ast::Update) -> Result<Option<ast::Update>> {
        let FromItem::Table { name, alias, .. } = &update.table else { return Ok(None) };
        let Some(view) = self.written_view(name) else { return Ok(None) };
        let mut shown = self.shown(&view, "update")?;
        shown.others |= update.from.is_some();
        self.note_conditions(&view);
        self.refuse_skipping(update.or)?;
        let mut changed = update.clone();
        let alias = alias.clone().unwrap_or_else(|| name.name.clone());
        let rows = [&*alias.text, "old", "new"];
        shown.rewrite_set(&mut changed.set, &rows)?;
        changed.filter.iter_mut().try_for_each(|e| shown.rewrite(e, &rows))?;
        changed.filter = both(changed.filter, shown.filter.clone(), &alias);
        changed.returning = shown.returned(&update.returning, &rows)?;
        changed.table = FromItem::Table {
            name: shown.table,
            alias: Some(alias),
            columns: Vec::new(),
            indexed: None,
        };
        Ok(Some(changed))
    }

    /// The same for DELETE.
    ///
    /// # Errors
    /// A view that cannot be written.
    pub(super) fn delete_through(&self, delete: &ast::Delete) -> Result<Option<ast::Delete>> {
        let [name] = &delete.targets[..] else { return Ok(None) };
        let Some(view) = self.written_view(name) else { return Ok(None) };
        let mut shown = self.shown(&view, "delete from")?;
        shown.others |= delete.using.is_some();
        let mut changed = delete.clone();
        let alias = delete.alias.clone().unwrap_or_else(|| name.name.clone());
        let rows = [&*alias.text, "old", "new"];
        changed.filter.iter_mut().try_for_each(|e| shown.rewrite(e, &rows))?;
        changed.filter = both(changed.filter, shown.filter.clone(), &alias);
        changed.returning = shown.returned(&delete.returning, &rows)?;
        changed.targets = vec![shown.table];
        changed.alias = Some(alias);
        Ok(Some(changed))
    }

    /// The same for MERGE.
    ///
    /// # Errors
    /// A view that cannot be written.
    pub(super) fn merge_through(&mut self, merge: &ast::Merge) -> Result<Option<ast::Merge>> {
        let Some(view) = self.written_view(&merge.table) else { return Ok(None) };
        let mut shown = self.shown(&view, "merge into")?;
        shown.others = true;
        self.note_conditions(&view);
        let mut changed = merge.clone();
        let alias = merge.alias.clone().unwrap_or_else(|| merge.table.name.clone());
        let rows = [&*alias.text, "old", "new"];
        shown.rewrite(&mut changed.on, &rows)?;
        for branch in &mut changed.branches {
            if branch.when == ast::MergeWhen::NotMatchedBySource && shown.filter.is_some() {
                return Err(
                    ErrorKind::unsupported("WHEN NOT MATCHED BY SOURCE of a view").nowhere()
                );
            }
            branch.filter.iter_mut().try_for_each(|e| shown.rewrite(e, &rows))?;
            match &mut branch.action {
                ast::MergeAction::Update(set) => shown.rewrite_set(set, &rows)?,
                ast::MergeAction::Insert { columns, values: Some(values), .. } => {
                    let all = || shown.columns.iter().map(|(name, _)| name.clone());
                    let given =
                        columns.take().unwrap_or_else(|| all().take(values.len()).collect());
                    let base = |name: &ast::Ident| shown.base(name, "merge into");
                    *columns = Some(given.iter().map(base).collect::<Result<_>>()?);
                }
                _ => {}
            }
        }
        if let Some(on) = both(Some(changed.on.clone()), shown.filter.clone(), &alias) {
            changed.on = on;
        }
        changed.returning = shown.returned(&merge.returning, &rows)?;
        (changed.table, changed.alias) = (shown.table, Some(alias));
        Ok(Some(changed))
    }

    /// What a view shows, if it is simple enough to be written.
    fn shown(&self, view: &View, verb: &'static str) -> Result<Shown> {
        self.shown_above(view, verb, &mut Vec::new())
    }

    /// As [`Planner::shown`], above other views.
    fn shown_above(
        &self,
        view: &View,
        verb: &'static str,
        above: &mut Vec<crate::catalog::ObjectId>,
    ) -> Result<Shown> {
        if above.contains(&view.id) {
            return Err(ErrorKind::CircularView { name: view.name.to_string() }.nowhere());
        }
        if above.len() > self.settings.depth {
            return Err(ErrorKind::Limit { what: "depth" }.nowhere());
        }
        above.push(view.id);
        let refuse = |why: &'static str| {
            let name = view.name.to_string();
            ErrorKind::ViewNotWritable { name, verb, why }.nowhere()
        };
        let query = &view.query;
        if query.with.is_some() {
            return Err(refuse("Views containing WITH are not automatically updatable."));
        }
        if query.limit.is_some() || query.offset.is_some() {
            return Err(refuse(
                "Views containing LIMIT or OFFSET are not automatically updatable.",
            ));
        }
        let SetExpr::Select(select) = &query.body else {
            return Err(refuse(
                "Views containing UNION, INTERSECT, or EXCEPT are not automatically updatable.",
            ));
        };
        if select.distinct != ast::Distinct::No {
            return Err(refuse("Views containing DISTINCT are not automatically updatable."));
        }
        if !select.group_by.is_empty() {
            return Err(refuse("Views containing GROUP BY are not automatically updatable."));
        }
        if select.having.is_some() {
            return Err(refuse("Views containing HAVING are not automatically updatable."));
        }
        let one_table =
            "Views that do not select from a single table or view are not automatically updatable.";
        let Some(FromItem::Table { name, columns: listed, .. }) = &select.from else {
            if let (Some(FromItem::Join { .. }), false) =
                (&select.from, self.rules.ddl.dependents_are_kept)
            {
                return Err(match verb {
                    "delete from" => ErrorKind::JoinedView { name: view.name.to_string() },
                    _ => ErrorKind::unsupported("writes through a view of several tables"),
                }
                .nowhere());
            }
            return Err(refuse(one_table));
        };
        let ident =
            |name: &Rc<str>| ast::Ident { text: name.clone(), quote: None, span: query.span };
        let all: Vec<ast::Ident> = match self.relation(name) {
            Some(Object::Table(table)) => table.columns.iter().map(|c| ident(&c.name)).collect(),
            Some(Object::View(below)) => {
                let below = self.shown_above(below, verb, above)?;
                below.columns.into_iter().map(|(name, _)| name).collect()
            }
            _ => return Err(refuse(one_table)),
        };
        let mut columns = Vec::new();
        let column_of = |name: &ast::Ident| {
            let column = ast::ColumnName { schema: None, table: None, name: name.clone() };
            (name.clone(), Expr { kind: ExprKind::Column(column), span: query.span })
        };
        for item in &select.items {
            match item {
                SelectItem::Star(_) | SelectItem::TableStar(..) => {
                    columns.extend(all.iter().map(column_of));
                }
                SelectItem::Expr { expr, alias } => match &expr.kind {
                    ExprKind::Column(column)
                        if let Some(own) = based(&column.name.text, listed, &all) =>
                    {
                        let name = alias.as_ref().unwrap_or(&column.name);
                        columns.push((name.clone(), column_of(own).1));
                    }
                    ExprKind::Function(call) if self.is_aggregate_call(call) => {
                        return Err(refuse(
                            "Views that return aggregate functions are not automatically updatable.",
                        ));
                    }
                    _ if super::dml::has_subquery(expr) => {
                        let what = "writing through a view that has subqueries";
                        return Err(ErrorKind::unsupported(what).nowhere());
                    }
                    kind => {
                        let mut expr = expr.clone();
                        rebase(&mut expr, listed, &all);
                        qualify(&mut expr, None);
                        let text = alias.as_ref().map_or_else(|| named(kind), |a| a.text.clone());
                        columns.push((ident(&text), expr));
                    }
                },
            }
        }
        for ((name, _), given) in columns.iter_mut().zip(&view.columns) {
            name.text = given.clone();
        }
        let table = ast::ObjectName { schema: name.schema.clone(), name: name.name.clone() };
        let (view, mut filter) = (view.name.clone(), select.filter.clone());
        filter.iter_mut().for_each(|f| rebase(f, listed, &all));
        let own_defaults = !self.rules.ddl.dependents_are_kept;
        let others = self.state.frame.is_some();
        Ok(Shown { table, view, columns, filter, others, own_defaults })
    }
}

/// The name of a column that is computed and given none.
fn named(kind: &ExprKind) -> Rc<str> {
    match kind {
        ExprKind::Column(column) => column.name.text.clone(),
        ExprKind::Function(call) => call.name.name.text.clone(),
        ExprKind::Cast { expr, .. } => named(&expr.kind),
        _ => Rc::from("?column?"),
    }
}

/// The column of the table that a name is: one that FROM gives it, or its own.
fn based<'a>(name: &str, listed: &[ast::Ident], all: &'a [ast::Ident]) -> Option<&'a ast::Ident> {
    let given = listed.iter().position(|given| *given.text == *name).and_then(|at| all.get(at));
    given.or_else(|| all.iter().skip(listed.len()).find(|own| *own.text == *name))
}

fn rebase(expr: &mut Expr, listed: &[ast::Ident], all: &[ast::Ident]) {
    if let ExprKind::Column(name) = &mut expr.kind
        && let Some(own) = based(&name.name.text, listed, all)
    {
        name.name.text = own.text.clone();
    }
    expr.children_mut().into_iter().for_each(|child| rebase(child, listed, all));
}

/// A statement's condition and the view's, whose columns are the table's.
fn both(own: Option<Expr>, view: Option<Expr>, alias: &ast::Ident) -> Option<Expr> {
    let view = view.map(|mut filter| {
        qualify(&mut filter, Some(alias));
        filter
    });
    match (own, view) {
        (Some(a), Some(b)) => {
            let span = a.span;
            let kind = ExprKind::Binary(ast::BinaryOp::And, Box::new(a), Box::new(b));
            Some(Expr { kind, span })
        }
        (a, b) => a.or(b),
    }
}

fn qualify(expr: &mut Expr, alias: Option<&ast::Ident>) {
    if let ExprKind::Column(name) = &mut expr.kind {
        name.table = alias.cloned();
    }
    for child in expr.children_mut() {
        qualify(child, alias);
    }
}
