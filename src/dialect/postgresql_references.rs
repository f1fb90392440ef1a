//! PostgreSQL: what `pg_constraint` and `information_schema` say of the columns of constraints, of what
//! foreign keys refer to, of CHECK and of sequences (chapter "The Information Schema").

use super::postgresql_catalog::{int, yes};
use super::postgresql_definition::{Constraint, constraints_of};
use super::postgresql_stored::stored;
use super::postgresql_text::quoted_name;
use crate::catalog::{Catalog, ForeignKey, Index, Object, Table, Term};
use crate::syntax::ast::{Expr, ExprKind, FkAction};
use crate::types::array;
use crate::value::Value;

/// The foreign key that a constraint is.
pub(super) fn foreign_key<'t>(table: &'t Table, constraint: &Constraint) -> Option<&'t ForeignKey> {
    table.foreign_keys.get(constraint.number).filter(|_| constraint.kind == "f")
}

/// A foreign key's action in pg_constraint.
pub(super) fn letter(action: FkAction) -> &'static str {
    match action {
        FkAction::Unsaid | FkAction::NoAction => "a",
        FkAction::Restrict => "r",
        FkAction::Cascade => "c",
        FkAction::SetNull => "n",
        FkAction::SetDefault => "d",
    }
}

/// Numbers of columns; NULL for none.
pub(super) fn numbers(columns: &[usize]) -> Value {
    if columns.is_empty() {
        return Value::Null;
    }
    array::value(&columns.iter().map(|c| int(c + 1)).collect::<Vec<_>>())
}

/// The columns of an index, 0 for expressions.
pub(super) fn index_columns(index: &Index) -> Value {
    let number = |term: &crate::catalog::KeyTerm| match &term.term {
        Term::Column(column) => int(column + 1),
        Term::Expr(..) => int(0),
    };
    let include = index.include.iter().map(|c| int(c + 1));
    array::value(&index.terms.iter().map(number).chain(include).collect::<Vec<_>>())
}

/// The table that a foreign key refers to, and its columns there.
pub(super) fn parent_columns<'c>(
    catalog: &'c Catalog,
    table: &Table,
    key: &ForeignKey,
) -> (Option<&'c Table>, Vec<usize>) {
    let schema = key.parent_schema.as_deref().unwrap_or(&table.schema);
    let Some(parent) = catalog.table(schema, &key.parent) else { return (None, Vec::new()) };
    let columns = match key.parent_columns.is_empty() {
        true => parent.primary_key.clone(),
        false => {
            let find =
                |name: &std::rc::Rc<str>| parent.columns.iter().position(|c| c.name == *name);
            key.parent_columns.iter().filter_map(find).collect()
        }
    };
    (Some(parent), columns)
}

/// The unique index that a foreign key refers to.
fn referred(catalog: &Catalog, table: &Table, key: &ForeignKey) -> Option<(Index, Vec<usize>)> {
    let (parent, wanted) = parent_columns(catalog, table, key);
    let mut sorted = wanted.clone();
    sorted.sort_unstable();
    catalog.indexes_of(parent?.id).iter().find_map(|index| {
        let mut columns = index.columns()?;
        columns.sort_unstable();
        (index.unique && columns == sorted).then(|| ((**index).clone(), wanted.clone()))
    })
}

/// Where a column of a foreign key stands in the key that it refers to.
pub(super) fn position_in_key(
    catalog: &Catalog,
    table: &Table,
    key: &ForeignKey,
    at: usize,
) -> Value {
    let Some((index, wanted)) = referred(catalog, table, key) else { return Value::Null };
    let columns = index.columns().unwrap_or_default();
    let place = wanted.get(at).and_then(|column| columns.iter().position(|c| c == column));
    place.map_or(Value::Null, |place| int(place + 1))
}

/// Notes the columns that an expression looks at.
pub(super) fn used(expr: &Expr, table: &Table, columns: &mut Vec<usize>) {
    if let ExprKind::Column(name) = &expr.kind
        && let Some(at) = table.columns.iter().position(|c| c.name == name.name.text)
        && !columns.contains(&at)
    {
        columns.push(at);
    }
    expr.children().into_iter().for_each(|child| used(child, table, columns));
}

/// `constraint_column_usage`: of foreign keys the columns that they refer to.
pub(super) fn schema_used_columns(catalog: &Catalog) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for table in catalog.tables() {
        for constraint in constraints_of(catalog, table) {
            let (mut of, mut columns): (&Table, _) = (table, constraint.columns.clone());
            if let Some(key) = foreign_key(table, &constraint) {
                let (parent, referred) = parent_columns(catalog, table, key);
                (of, columns) = (parent.unwrap_or(table), referred);
            } else if constraint.kind == "x" {
                continue;
            }
            for column in columns {
                rows.push(vec![
                    Value::text("postgres"),
                    Value::Text(of.schema.clone()),
                    Value::Text(of.name.clone()),
                    Value::Text(of.columns[column].name.clone()),
                    Value::text("postgres"),
                    Value::Text(table.schema.clone()),
                    Value::text(&constraint.name),
                ]);
            }
        }
    }
    rows
}

/// `referential_constraints`.
pub(super) fn schema_references(catalog: &Catalog) -> Vec<Vec<Value>> {
    let rule = |action: FkAction| Value::text(action.words());
    let mut rows = Vec::new();
    for table in catalog.tables() {
        for key in &table.foreign_keys {
            let index = referred(catalog, table, key).map(|(index, _)| index);
            // An index that no constraint made has no name here.
            let index = index.filter(|i| i.origin != crate::catalog::IndexOrigin::CreateIndex);
            rows.push(vec![
                Value::text("postgres"),
                Value::Text(table.schema.clone()),
                Value::text(key.name.as_deref().unwrap_or_default()),
                index.as_ref().map_or(Value::Null, |_| Value::text("postgres")),
                index.as_ref().map_or(Value::Null, |i| Value::Text(i.schema.clone())),
                index.as_ref().map_or(Value::Null, |i| Value::Text(i.name.clone())),
                Value::text(if key.full { "FULL" } else { "NONE" }),
                rule(key.on_update),
                rule(key.on_delete),
            ]);
        }
    }
    rows
}

/// `check_constraints`, NOT NULL among them.
pub(super) fn schema_checks(catalog: &Catalog) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for table in catalog.tables() {
        for constraint in constraints_of(catalog, table) {
            let clause = match (constraint.kind, table.checks.get(constraint.number)) {
                ("n", _) => {
                    let name = &table.columns[constraint.number].name;
                    [&*quoted_name(name), " IS NOT NULL"].concat()
                }
                ("c", Some(check)) => match stored(catalog, table, &check.expr) {
                    Some(text) => text,
                    None => check.text.to_string(),
                },
                _ => continue,
            };
            rows.push(vec![
                Value::text("postgres"),
                Value::Text(table.schema.clone()),
                Value::text(&constraint.name),
                Value::text(&clause),
            ]);
        }
    }
    rows
}

/// `sequences`, those of identities not among them.
pub(super) fn schema_sequences(catalog: &Catalog) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for (_, object) in catalog.objects() {
        let Object::Sequence(sequence) = object else { continue };
        let column = sequence.owner.and_then(|(table, column)| {
            let table = catalog.table_by_id(table)?;
            table.columns.get(column)?.identity.as_ref().map(|i| i.serial)
        });
        if column == Some(false) {
            continue;
        }
        let bits = match sequence.max {
            32_767 => ("smallint", 16),
            2_147_483_647 => ("integer", 32),
            _ => ("bigint", 64),
        };
        let text = |n: i64| Value::text(&n.to_string());
        rows.push(vec![
            Value::text("postgres"),
            Value::Text(sequence.schema.clone()),
            Value::Text(sequence.name.clone()),
            Value::text(bits.0),
            Value::Int(bits.1),
            Value::Int(2),
            Value::Int(0),
            text(sequence.start),
            text(sequence.min),
            text(sequence.max),
            text(sequence.increment),
            yes(sequence.cycle),
        ]);
    }
    rows
}
