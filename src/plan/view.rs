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
    pub(super) fn insert_through(&self, insert: &ast::Insert) -> Result<Option<ast::Insert>> {
        let Some(view) = self.written_view(&insert.table) else { return Ok(None) };
        let shown = self.shown(&view, "insert into")?;
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
    pub(super) fn update_through(&self, update: &ast::Update) -> Result<Option<ast::Update>> {
        let FromItem::Table { name, alias, .. } = &update.table else { return Ok(None) };
        let Some(view) = self.written_view(name) else { return Ok(None) };
        let shown = self.shown(&view, "update")?;
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

    /// What a view shows, if it is simple enough to be written.
    fn shown(&self, view: &View, verb: &'static str) -> Result<Shown> {
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
        let table = match self.relation(name) {
            Some(Object::Table(table)) => table,
            Some(Object::View(_)) => {
                return Err(ErrorKind::unsupported("writing through a view of a view").nowhere());
            }
            _ => return Err(refuse(one_table)),
        };
        let ident =
            |name: &Rc<str>| ast::Ident { text: name.clone(), quote: None, span: query.span };
        let mut columns = Vec::new();
        for item in &select.items {
            match item {
                SelectItem::Star(_) | SelectItem::TableStar(..) => {
                    columns.extend(table.columns.iter().map(|c| ident(&c.name)));
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
            other => all.push(other.clone()),
        }
    }
    Some(all)
}

/// A statement's condition and the view's, whose columns are the table's.
fn both(own: Option<Expr>, view: Option<Expr>, alias: &ast::Ident) -> Option<Expr> {
    let view = view.map(|mut filter| {
        qualify(&mut filter, alias);
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

fn qualify(expr: &mut Expr, alias: &ast::Ident) {
    if let ExprKind::Column(name) = &mut expr.kind {
        name.table = Some(alias.clone());
    }
    for child in expr.children_mut() {
        qualify(child, alias);
    }
}
