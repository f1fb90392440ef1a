//! Which names a statement mentions and as what, so that ALTER TABLE can edit texts. Knows no
//! tables: what a name means is decided by whoever asks.

use super::ast::{
    ColumnConstraintKind, ColumnName, CreateTable, Expr, ExprKind, FromItem, Ident, IndexTerm,
    InsertSource, JoinConstraint, ObjectName, Query, References, SelectItem, SetExpr, Statement,
    StatementKind, TableConstraintKind, TriggerBody, TriggerEvent, With,
};
use super::conflict::{Arm, ArmAction, Target};

/// A name in a statement.
#[derive(Clone, Copy, Debug)]
pub enum Mention<'a> {
    /// A table, and the alias that it has there.
    Table(&'a ObjectName, Option<&'a Ident>),
    /// A column of an expression.
    Column(&'a ColumnName),
    /// A column of this table: of INSERT, SET, UPDATE OF, REFERENCES.
    ColumnOf(&'a ObjectName, &'a Ident),
    /// A column of the table that is being made.
    Own(&'a Ident),
    /// A parameter, which has no name to be edited.
    Param,
}

/// What sees the names.
pub type See<'a, 's> = &'s mut dyn FnMut(Mention<'a>);

/// Shows every name of a statement of SQLite.
pub fn mentions<'a>(statement: &'a Statement, see: See<'a, '_>) {
    match &statement.kind {
        StatementKind::Query(q) => query(q, see),
        StatementKind::Insert(insert) => {
            common(insert.with.as_ref(), see);
            see(Mention::Table(&insert.table, insert.alias.as_ref()));
            for name in insert.columns.iter().flatten() {
                see(Mention::ColumnOf(&insert.table, name));
            }
            match &insert.source {
                InsertSource::DefaultValues => {}
                InsertSource::Values(rows) => rows.iter().flatten().for_each(|e| expr(e, see)),
                InsertSource::Query(q) => query(q, see),
            }
            insert.on_conflict.arms.iter().for_each(|a| arm(a, &insert.table, see));
            items(insert.returning.as_deref().unwrap_or(&[]), see);
        }
        StatementKind::Update(update) => {
            common(update.with.as_ref(), see);
            from(&update.table, see);
            if let FromItem::Table { name, .. } = &update.table {
                for assignment in &update.set {
                    for column in &assignment.columns {
                        see(Mention::ColumnOf(name, &column.name));
                    }
                }
            }
            update.set.iter().for_each(|s| expr(&s.value, see));
            update.from.iter().for_each(|f| from(f, see));
            update.filter.iter().for_each(|e| expr(e, see));
            items(update.returning.as_deref().unwrap_or(&[]), see);
        }
        StatementKind::Delete(delete) => {
            common(delete.with.as_ref(), see);
            match &delete.using {
                Some(using) => from(using, see),
                None => delete.targets.iter().for_each(|table| {
                    see(Mention::Table(table, delete.alias.as_ref()));
                }),
            }
            delete.filter.iter().for_each(|e| expr(e, see));
            items(delete.returning.as_deref().unwrap_or(&[]), see);
        }
        StatementKind::CreateTable(create) => create_table(create, see),
        StatementKind::CreateIndex(create) => {
            see(Mention::Table(&create.table, None));
            terms(&create.terms, see);
            create.filter.iter().for_each(|e| expr(e, see));
        }
        StatementKind::CreateView(create) => query(&create.query, see),
        StatementKind::CreateTrigger(create) => {
            see(Mention::Table(&create.table, None));
            for event in &create.events {
                if let TriggerEvent::Update(names) = event {
                    names.iter().for_each(|n| see(Mention::ColumnOf(&create.table, n)));
                }
            }
            create.when.iter().for_each(|e| expr(e, see));
            if let TriggerBody::Statements(statements) = &create.body {
                statements.iter().for_each(|s| mentions(s, see));
            }
        }
        _ => {}
    }
}

fn create_table<'a>(create: &'a CreateTable, see: See<'a, '_>) {
    for column in &create.columns {
        see(Mention::Own(&column.name));
        for constraint in &column.constraints {
            match &constraint.kind {
                ColumnConstraintKind::Check { expr: e, .. }
                | ColumnConstraintKind::Generated { expr: e, .. } => expr(e, see),
                ColumnConstraintKind::References(to) => references(to, see),
                _ => {}
            }
        }
    }
    for constraint in &create.constraints {
        match &constraint.kind {
            TableConstraintKind::PrimaryKey { terms: t, .. }
            | TableConstraintKind::Unique { terms: t, .. } => terms(t, see),
            TableConstraintKind::Check { expr: e, .. } => expr(e, see),
            TableConstraintKind::ForeignKey { columns, references: to } => {
                columns.iter().for_each(|c| see(Mention::Own(c)));
                references(to, see);
            }
            _ => {}
        }
    }
    create.as_query.iter().for_each(|q| query(q, see));
}

fn references<'a>(to: &'a References, see: See<'a, '_>) {
    see(Mention::Table(&to.table, None));
    to.columns.iter().for_each(|c| see(Mention::ColumnOf(&to.table, c)));
}

fn arm<'a>(arm: &'a Arm, table: &'a ObjectName, see: See<'a, '_>) {
    if let Target::Columns { terms: t, filter } = &arm.target {
        terms(t, see);
        filter.iter().for_each(|e| expr(e, see));
    }
    if let ArmAction::Update { set, filter } = &arm.action {
        for assignment in set {
            for column in &assignment.columns {
                see(Mention::ColumnOf(table, &column.name));
            }
            expr(&assignment.value, see);
        }
        filter.iter().for_each(|e| expr(e, see));
    }
}

fn terms<'a>(terms: &'a [IndexTerm], see: See<'a, '_>) {
    terms.iter().for_each(|t| expr(&t.expr, see));
}

fn items<'a>(items: &'a [SelectItem], see: See<'a, '_>) {
    for item in items {
        match item {
            SelectItem::Expr { expr: e, .. } => expr(e, see),
            SelectItem::TableStar(name, _) => see(Mention::Table(name, None)),
            SelectItem::Star(_) => {}
        }
    }
}

fn common<'a>(with: Option<&'a With>, see: See<'a, '_>) {
    with.iter().flat_map(|w| &w.tables).for_each(|t| mentions(&t.body, see));
}

/// Shows every name of a query.
pub fn mentions_of_query<'a>(q: &'a Query, see: See<'a, '_>) {
    query(q, see);
}

/// Shows every name of an expression.
pub fn mentions_of_expr<'a>(e: &'a Expr, see: See<'a, '_>) {
    expr(e, see);
}

fn query<'a>(q: &'a Query, see: See<'a, '_>) {
    common(q.with.as_ref(), see);
    set_expr(&q.body, see);
    q.order_by.iter().for_each(|t| expr(&t.expr, see));
    [&q.limit, &q.offset].into_iter().flatten().for_each(|e| expr(e, see));
}

/// Shows every name of one part of a query.
pub fn mentions_of_body<'a>(body: &'a SetExpr, see: See<'a, '_>) {
    set_expr(body, see);
}

fn set_expr<'a>(body: &'a SetExpr, see: See<'a, '_>) {
    match body {
        SetExpr::Select(select) => {
            select.from.iter().for_each(|f| from(f, see));
            items(&select.items, see);
            let rest = select.filter.iter().chain(&select.group_by).chain(&select.having);
            rest.for_each(|e| expr(e, see));
            for (_, window) in &select.windows {
                let keys = window.order_by.iter().map(|t| &t.expr);
                window.partition_by.iter().chain(keys).for_each(|e| expr(e, see));
            }
        }
        SetExpr::Values(rows) => rows.iter().flatten().for_each(|e| expr(e, see)),
        SetExpr::Query(q) => query(q, see),
        SetExpr::Compound { left, right, .. } => {
            set_expr(left, see);
            set_expr(right, see);
        }
    }
}

fn from<'a>(item: &'a FromItem, see: See<'a, '_>) {
    match item {
        FromItem::Table { name, alias, .. } => see(Mention::Table(name, alias.as_ref())),
        FromItem::Subquery { query: q, .. } => query(q, see),
        FromItem::Function { args, .. } => args.iter().for_each(|e| expr(e, see)),
        FromItem::Join(join) => {
            from(&join.left, see);
            from(&join.right, see);
            if let JoinConstraint::On(condition) = &join.constraint {
                expr(condition, see);
            }
        }
    }
}

fn expr<'a>(e: &'a Expr, see: See<'a, '_>) {
    match &e.kind {
        ExprKind::Column(name) => see(Mention::Column(name)),
        ExprKind::Param(_) => see(Mention::Param),
        ExprKind::Exists(q) | ExprKind::Subquery(q) | ExprKind::InQuery { query: q, .. } => {
            query(q, see);
        }
        _ => {}
    }
    e.children().into_iter().for_each(|child| expr(child, see));
}
