//! Writes through a view over one table: the same write to the table (PostgreSQL,
//! sql-createview, "Updatable Views").

use std::rc::Rc;

use super::Planner;
use crate::catalog::{Object, View};
use crate::error::{ErrorKind, Result};
use crate::syntax::ast::{self, Expr, ExprKind, FromItem, SelectItem, SetExpr};

/// What a view shows of its table.
struct Shown {
    /// The table.
    table: ast::ObjectName,
    /// Its columns that the view has.
    columns: Vec<ast::Ident>,
    /// The view's WHERE.
    filter: Option<Expr>,
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
                Err(ErrorKind::CheckOptionOfView { why }.nowhere())
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
            qualify(&mut filter, None);
            found.push((view.name.clone(), filter));
        }
    }

    /// Notes what a row must satisfy that is written through a view.
    fn note_conditions(&mut self, view: &View) {
        if self.state.view_checks.is_empty() {
            let mut found = Vec::new();
            self.conditions(view, false, &mut found);
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
        let mut changed = insert.clone();
        changed.alias = insert.alias.clone().or_else(|| Some(insert.table.name.clone()));
        changed.columns = insert.columns.clone().or_else(|| match &insert.source {
            ast::InsertSource::DefaultValues => None,
            ast::InsertSource::Values(rows) => {
                let width = rows.first().map_or(0, Vec::len);
                Some(shown.columns.iter().take(width).cloned().collect())
            }
            ast::InsertSource::Query(_) => Some(shown.columns.clone()),
        });
        changed.returning = returned(&insert.returning, &shown);
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
        let shown = self.shown(&view, "update")?;
        self.note_conditions(&view);
        let mut changed = update.clone();
        let alias = alias.clone().unwrap_or_else(|| name.name.clone());
        changed.filter = both(update.filter.clone(), shown.filter.clone(), &alias);
        changed.returning = returned(&update.returning, &shown);
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
        let shown = self.shown(&view, "delete from")?;
        let mut changed = delete.clone();
        let alias = delete.alias.clone().unwrap_or_else(|| name.name.clone());
        changed.filter = both(delete.filter.clone(), shown.filter.clone(), &alias);
        changed.returning = returned(&delete.returning, &shown);
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
        let shown = self.shown(&view, "merge into")?;
        self.note_conditions(&view);
        let mut changed = merge.clone();
        let alias = merge.alias.clone().unwrap_or_else(|| merge.table.name.clone());
        for branch in &mut changed.branches {
            if branch.when == ast::MergeWhen::NotMatchedBySource && shown.filter.is_some() {
                return Err(ErrorKind::unsupported("WHEN NOT MATCHED BY SOURCE of a view").nowhere());
            }
            if let ast::MergeAction::Insert { columns, values: Some(values), .. } =
                &mut branch.action
                && columns.is_none()
            {
                *columns = Some(shown.columns.iter().take(values.len()).cloned().collect());
            }
        }
        if let Some(on) = both(Some(merge.on.clone()), shown.filter.clone(), &alias) {
            changed.on = on;
        }
        changed.returning = returned(&merge.returning, &shown);
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
        let Some(FromItem::Table { name, .. }) = &select.from else {
            return Err(refuse(one_table));
        };
        let ident =
            |name: &Rc<str>| ast::Ident { text: name.clone(), quote: None, span: query.span };
        let all: Vec<ast::Ident> = match self.relation(name) {
            Some(Object::Table(table)) => table.columns.iter().map(|c| ident(&c.name)).collect(),
            Some(Object::View(below)) => self.shown_above(below, verb, above)?.columns,
            _ => return Err(refuse(one_table)),
        };
        let mut columns = Vec::new();
        for item in &select.items {
            match item {
                SelectItem::Star(_) | SelectItem::TableStar(..) => {
                    columns.extend(all.iter().cloned());
                }
                SelectItem::Expr { expr, alias } => match &expr.kind {
                    ExprKind::Column(column)
                        if alias.as_ref().is_none_or(|a| a.text == column.name.text) =>
                    {
                        columns.push(column.name.clone());
                    }
                    ExprKind::Column(_) => {
                        let what = "writing through a view that renames columns";
                        return Err(ErrorKind::unsupported(what).nowhere());
                    }
                    ExprKind::Function(call) if self.is_aggregate_call(call) => {
                        return Err(refuse(
                            "Views that return aggregate functions are not automatically updatable.",
                        ));
                    }
                    _ => {
                        let what = "writing through a view that has expressions";
                        return Err(ErrorKind::unsupported(what).nowhere());
                    }
                },
            }
        }
        if !view.columns.is_empty() {
            let what = "writing through a view that renames columns";
            return Err(ErrorKind::unsupported(what).nowhere());
        }
        let table = ast::ObjectName { schema: name.schema.clone(), name: name.name.clone() };
        Ok(Shown { table, columns, filter: select.filter.clone() })
    }
}

/// `*` is the view's columns.
fn returned(items: &Option<Vec<SelectItem>>, shown: &Shown) -> Option<Vec<SelectItem>> {
    let mut all = Vec::new();
    for item in items.as_ref()? {
        match item {
            SelectItem::Star(span) => all.extend(shown.columns.iter().map(|name| {
                let name = ast::Ident { span: *span, ..name.clone() };
                let column = ast::ColumnName { schema: None, table: None, name };
                let expr = Expr { kind: ExprKind::Column(column), span: *span };
                SelectItem::Expr { expr, alias: None }
            })),
            // Of the row under any of its names.
            SelectItem::TableStar(of, span) if of.schema.is_none() => {
                all.extend(shown.columns.iter().map(|name| {
                    let name = ast::Ident { span: *span, ..name.clone() };
                    let column =
                        ast::ColumnName { schema: None, table: Some(of.name.clone()), name };
                    let expr = Expr { kind: ExprKind::Column(column), span: *span };
                    SelectItem::Expr { expr, alias: None }
                }));
            }
            other => all.push(other.clone()),
        }
    }
    Some(all)
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
