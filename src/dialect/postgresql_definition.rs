//! PostgreSQL: constraints by name and kind, and definitions as `pg_get_constraintdef` and
//! `pg_get_indexdef` write them (ruleutils.c).

use super::postgresql_stored::stored;
use super::postgresql_text::quoted_name;
use super::postgresql_types::full_name;
use super::postgresql_values::report;
use crate::catalog::{Catalog, Index, IndexOrigin, KeyTerm, NameRule, ObjectId, Table, Term};
use crate::error::{ErrorKind, Report};
use crate::plan::conflict::used_columns;
use crate::plan::expr::Bind;
use crate::plan::node::ResultColumn;
use crate::plan::rules::{ColumnChange, Place};
use crate::span::Span;
use crate::syntax::ast::{BinaryOp, Deferrable, Expr, ExprKind, FkAction, Literal};
use crate::types::Type;

/// Types that a B-tree does not take, operators that exclude nothing (indexcmds.c, ResolveOpClass
/// and ComputeIndexAttrs).
fn refuse_terms(table: &Table, index: &Index) -> Result<(), ErrorKind> {
    let refused = |code: &str, message: String, detail: &str, hint: &str| {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_string());
        let (detail, hint) = (given(detail), given(hint));
        Err(ErrorKind::Report(Box::new(Report { detail, hint, ..report(code, message) })))
    };
    for (at, term) in index.terms.iter().enumerate() {
        let Term::Column(column) = term.term else { continue };
        let ty = &table.columns[column].ty;
        let words = super::postgresql_types::sql_name(ty);
        let operator = index.exclusion.as_ref().and_then(|operators| operators.get(at));
        if *ty == Type::Json {
            let message =
                "data type json has no default operator class for access method \"btree\"";
            let hint = "You must specify an operator class for the index or define a default operator class for the data type.";
            return refused("42704", message.to_string(), "", hint);
        }
        let ranges = matches!(ty, Type::Range(_) | Type::Array(_));
        match operator {
            Some(BinaryOp::Overlaps) if !ranges => {
                let message = format!("operator does not exist: {words} && {words}");
                let hint = "No operator matches the given name and argument types. You might need to add explicit type casts.";
                return refused("42883", message, "", hint);
            }
            Some(
                op @ (BinaryOp::Lt
                | BinaryOp::Le
                | BinaryOp::Gt
                | BinaryOp::Ge
                | BinaryOp::Contains
                | BinaryOp::ContainedBy),
            ) => {
                let of = if ranges { "anyrange" } else { &words };
                let message = format!("operator {}({of},{of}) is not commutative", sign(*op));
                let detail = "Only commutative operators can be used in exclusion constraints.";
                return refused("42809", message, detail, "");
            }
            _ => {}
        }
    }
    Ok(())
}

/// A virtual generated column may be in no key (ddl-generated-columns; indexcmds.c, DefineIndex).
pub(super) fn refuse_table(table: &Table, indexes: &[Index]) -> Result<(), ErrorKind> {
    let is_virtual =
        |column: &usize| table.columns[*column].generated.as_ref().is_some_and(|g| !g.stored);
    let in_expr = |expr: &Expr| used_columns(expr, table, NameRule::Exact).iter().any(is_virtual);
    let refuse = |what: &str| {
        let message = [what, " on virtual generated columns are not supported"].concat();
        Err(ErrorKind::Report(Box::new(report("0A000", message))))
    };
    for index in indexes {
        refuse_terms(table, index)?;
        let in_term = |term: &KeyTerm| match &term.term {
            Term::Column(column) => is_virtual(column),
            Term::Expr(expr, _) => in_expr(expr),
        };
        let filtered = index.filter.as_ref().is_some_and(|(filter, _)| in_expr(filter));
        if filtered || index.terms.iter().any(in_term) {
            return refuse(match index.origin {
                IndexOrigin::PrimaryKey => "primary keys",
                IndexOrigin::Unique => "unique constraints",
                IndexOrigin::CreateIndex => "indexes",
            });
        }
    }
    // Names are told apart when the second of them is made: checks, then indexes.
    for (at, check) in table.checks.iter().enumerate() {
        // Those of domains are not the table's.
        let Some(name) = check.name.as_ref().filter(|_| check.domain.is_none()) else { continue };
        if table.checks[..at].iter().any(|c| c.name.as_ref() == Some(name)) {
            let message = format!("check constraint \"{name}\" already exists");
            return Err(ErrorKind::Report(Box::new(report("42710", message))));
        }
        if indexes.iter().any(|i| i.origin != IndexOrigin::CreateIndex && i.name == *name) {
            let (constraint, table) = (name.to_string(), table.name.to_string());
            return Err(ErrorKind::ConstraintExists { constraint, table });
        }
    }
    let not_nulls = || table.columns.iter().filter_map(|c| c.not_null.as_ref()?.name.as_ref());
    for (at, name) in not_nulls().enumerate() {
        if not_nulls().take(at).any(|before| before == name) {
            let (constraint, table) = (name.to_string(), table.name.to_string());
            return Err(ErrorKind::ConstraintExists { constraint, table });
        }
    }
    match table.foreign_keys.iter().any(|key| key.columns.iter().any(is_virtual)) {
        true => refuse("foreign key constraints"),
        false => Ok(()),
    }
}

/// A constraint of a table.
pub(super) struct Constraint {
    /// Its number.
    pub(super) oid: i64,
    /// Its name.
    pub(super) name: String,
    /// `p`, `u`, `c`, `n`, `f`, `x`.
    pub(super) kind: &'static str,
    /// DEFERRABLE.
    pub(super) deferrable: Deferrable,
    /// Its index.
    pub(super) index: Option<ObjectId>,
    /// The table that a foreign key refers to.
    pub(super) parent: Option<ObjectId>,
    /// Its columns.
    pub(super) columns: Vec<usize>,
    /// Its place among the table's constraints of its kind.
    pub(super) number: usize,
}

/// The constraints of a table.
pub(super) fn constraints_of(catalog: &Catalog, table: &Table) -> Vec<Constraint> {
    let mut all = Vec::new();
    let none = Deferrable::No;
    let make = |name: String, kind, deferrable, number| Constraint {
        oid: 0,
        name,
        kind,
        deferrable,
        index: None,
        parent: None,
        columns: Vec::new(),
        number,
    };
    for (number, index) in catalog.indexes_of(table.id).iter().enumerate() {
        let kind = match index.origin {
            IndexOrigin::PrimaryKey => "p",
            IndexOrigin::Unique if index.exclusion.is_some() => "x",
            IndexOrigin::Unique => "u",
            IndexOrigin::CreateIndex => continue,
        };
        let mut constraint = make(index.name.to_string(), kind, index.deferrable, number);
        constraint.index = Some(index.id);
        constraint.columns = index.columns().unwrap_or_default();
        all.push(constraint);
    }
    let own = table.checks.iter().enumerate().filter(|(_, c)| c.domain.is_none());
    for (number, check) in own {
        let name = check.name.as_deref().unwrap_or_default().to_string();
        let mut constraint = make(name, "c", none, number);
        super::postgresql_references::used(&check.expr, table, &mut constraint.columns);
        constraint.columns.sort_unstable();
        all.push(constraint);
    }
    for (number, column) in table.columns.iter().enumerate() {
        let Some(not_null) = &column.not_null else { continue };
        let name = match &not_null.name {
            Some(name) => name.to_string(),
            None => not_null_name(&table.name, &column.name),
        };
        let mut constraint = make(name, "n", none, number);
        constraint.columns = vec![number];
        all.push(constraint);
    }
    for (number, key) in table.foreign_keys.iter().enumerate() {
        let name = key.name.as_deref().unwrap_or_default().to_string();
        let mut constraint = make(name, "f", key.deferrable, number);
        let schema = key.parent_schema.as_deref().unwrap_or(&table.schema);
        constraint.parent = catalog.table(schema, &key.parent).map(|t| t.id);
        constraint.columns.clone_from(&key.columns);
        all.push(constraint);
    }
    // Constraints have no numbers of their own here; these are stable while the table is.
    for (at, constraint) in all.iter_mut().enumerate() {
        constraint.oid = 1_000_000 + i64::from(table.id) * 1000 + at as i64;
    }
    all
}

/// `t_a_not_null`.
fn not_null_name(table: &str, column: &str) -> String {
    super::postgresql::object_name(table, column, "not_null")
}

fn column_names(table: &Table, columns: &[usize]) -> String {
    let names: Vec<_> = columns.iter().map(|c| quoted_name(&table.columns[*c].name)).collect();
    names.join(", ")
}

/// A term of an index: expressions that are no calls stand in parentheses.
fn term_text(catalog: &Catalog, term: &Term, table: &Table) -> String {
    match term {
        Term::Column(column) => quoted_name(&table.columns[*column].name),
        Term::Expr(expr, text) => {
            let text = stored(catalog, table, expr).unwrap_or_else(|| text.to_string());
            match expr.kind {
                ExprKind::Function(_) => text,
                _ => format!("({text})"),
            }
        }
    }
}

/// `CREATE UNIQUE INDEX …`.
pub(super) fn index_text(catalog: &Catalog, index: &Index, table: &Table) -> String {
    let unique = if index.unique { "UNIQUE " } else { "" };
    let term = |t: &crate::catalog::KeyTerm| {
        let mut text = term_text(catalog, &t.term, table);
        if let Some(class) = &t.class {
            text.push(' ');
            text.push_str(class);
        }
        if t.descending {
            text.push_str(" DESC");
        }
        match t.nulls_first {
            Some(true) => text.push_str(" NULLS FIRST"),
            Some(false) => text.push_str(" NULLS LAST"),
            None => {}
        }
        text
    };
    let terms: Vec<String> = index.terms.iter().map(term).collect();
    let method = method(index, table);
    let mut text = format!(
        "CREATE {unique}INDEX {} ON {}.{} USING {method} ({})",
        quoted_name(&index.name),
        quoted_name(&table.schema),
        quoted_name(&table.name),
        terms.join(", ")
    );
    include(&mut text, &index.include, table);
    if !index.nulls_distinct {
        text.push_str(" NULLS NOT DISTINCT");
    }
    if let Some((filter, source)) = &index.filter {
        let filter = stored(catalog, table, filter).unwrap_or_else(|| format!("({source})"));
        text.push_str(&format!(" WHERE {filter}"));
    }
    text
}

fn include(text: &mut String, columns: &[usize], table: &Table) {
    if !columns.is_empty() {
        text.push_str(&[" INCLUDE (", &column_names(table, columns), ")"].concat());
    }
}

/// GiST is what an exclusion wants that is more than a unique key.
fn method(index: &Index, table: &Table) -> &'static str {
    let equal = |operators: &Vec<BinaryOp>| operators.iter().all(|op| *op == BinaryOp::Eq);
    let range = |t: &crate::catalog::KeyTerm| match t.term {
        Term::Column(column) => matches!(table.columns[column].ty, Type::Range(_)),
        Term::Expr(..) => false,
    };
    match &index.exclusion {
        Some(operators) if !equal(operators) || index.terms.iter().any(range) => "gist",
        _ => "btree",
    }
}

fn sign(op: BinaryOp) -> &'static str {
    super::postgresql_deparse::operator(op).unwrap_or(super::postgresql_operators::sign(op))
}

/// `EXCLUDE USING gist (r WITH &&) WHERE (a)`.
fn exclusion_text(catalog: &Catalog, table: &Table, name: &str) -> String {
    let indexes = catalog.indexes_of(table.id);
    let Some(index) = indexes.iter().find(|i| *i.name == *name) else { return String::new() };
    let operators = index.exclusion.iter().flatten();
    let terms: Vec<String> = index
        .terms
        .iter()
        .zip(operators)
        .map(|(t, op)| [&*term_text(catalog, &t.term, table), " WITH ", sign(*op)].concat())
        .collect();
    let method = method(index, table);
    let mut text = ["EXCLUDE USING ", method, " (", &terms.join(", "), ")"].concat();
    if let Some((filter, source)) = &index.filter {
        let filter = stored(catalog, table, filter).unwrap_or_else(|| source.to_string());
        text.push_str(&[" WHERE (", &filter, ")"].concat());
    }
    text
}

/// `UNIQUE (a, b)`, `CHECK ((a > 0))`, `FOREIGN KEY …`.
pub(super) fn constraint_text(catalog: &Catalog, table: &Table, constraint: &Constraint) -> String {
    let columns = column_names(table, &constraint.columns);
    let mut text = match constraint.kind {
        "p" => format!("PRIMARY KEY ({columns})"),
        "u" => {
            let indexes = catalog.indexes_of(table.id);
            let index = indexes.get(constraint.number);
            let distinct = index.is_none_or(|i| i.nulls_distinct);
            let mut text =
                format!("UNIQUE {}({columns})", if distinct { "" } else { "NULLS NOT DISTINCT " });
            include(&mut text, index.map_or(&[], |i| &i.include), table);
            text
        }
        "c" => {
            let check = table.checks.get(constraint.number);
            let source = check.map_or("", |c| &c.text);
            let text = check.and_then(|c| stored(catalog, table, &c.expr));
            format!("CHECK ({})", text.unwrap_or_else(|| format!("({source})")))
        }
        "n" => format!("NOT NULL {columns}"),
        "f" => foreign_key_text(table, constraint),
        _ => exclusion_text(catalog, table, &constraint.name),
    };
    match constraint.deferrable {
        Deferrable::No => {}
        Deferrable::Immediate => text.push_str(" DEFERRABLE"),
        Deferrable::Deferred => text.push_str(" DEFERRABLE INITIALLY DEFERRED"),
    }
    if !is_enforced(table, constraint) {
        text.push_str(" NOT ENFORCED");
    } else if table.unproven.iter().any(|name| **name == *constraint.name) {
        text.push_str(" NOT VALID");
    }
    text
}

/// Whether a constraint is not a CHECK that is NOT ENFORCED.
pub(super) fn is_enforced(table: &Table, constraint: &Constraint) -> bool {
    let check = table.checks.get(constraint.number).filter(|_| constraint.kind == "c");
    check.is_none_or(|check| check.enforced)
}

fn foreign_key_text(table: &Table, constraint: &Constraint) -> String {
    let Some(key) = table.foreign_keys.get(constraint.number) else { return String::new() };
    let parents: Vec<_> = key.parent_columns.iter().map(|c| quoted_name(c)).collect();
    let mut text = format!(
        "FOREIGN KEY ({}) REFERENCES {}({})",
        column_names(table, &key.columns),
        quoted_name(&key.parent),
        parents.join(", ")
    );
    if key.full {
        text.push_str(" MATCH FULL");
    }
    for (word, action) in [("UPDATE", key.on_update), ("DELETE", key.on_delete)] {
        if action == FkAction::NoAction {
            continue;
        }
        text.push_str(&[" ON ", word, " ", action.words()].concat());
        if word == "DELETE" && !key.set_columns.is_empty() {
            text.push_str(&[" (", &column_names(table, &key.set_columns), ")"].concat());
        }
    }
    text
}

/// Functions that are not immutable: what they give may change with the time or the settings.
const CHANGING: [&str; 24] = [
    "age",
    "array_to_string",
    "clock_timestamp",
    "concat",
    "concat_ws",
    "currval",
    "format",
    "gen_random_uuid",
    "json_build_array",
    "json_build_object",
    "jsonb_build_array",
    "jsonb_build_object",
    "nextval",
    "now",
    "random",
    "row_to_json",
    "statement_timestamp",
    "to_char",
    "to_date",
    "to_json",
    "to_jsonb",
    "to_number",
    "to_timestamp",
    "transaction_timestamp",
];

/// Casts that are not immutable (pg_proc, provolatile of the functions that read and print values).
pub(super) fn by_settings(from: &Type, to: &Type) -> bool {
    use Type::{Array, Catalog, Date, Enum, Interval, Range, Time, Timestamp, Unknown};
    let zoned = |ty: &Type| matches!(ty, Timestamp { zone: true, .. });
    let printed = |ty: &Type| {
        matches!(ty, Date | Timestamp { .. } | Interval | Array(_) | Range(_) | Enum(_))
            || matches!(ty, Catalog("regclass" | "record"))
    };
    let moment = |ty: &Type| matches!(ty, Date | Time | Timestamp { .. });
    let text = super::postgresql_cast::is_text;
    match (from, to) {
        (Unknown, _) => false,
        (from, to) if text(to) => printed(from),
        (from, to) if text(from) => printed(to) || *to == Time,
        (from, to) => moment(from) && moment(to) && zoned(from) != zoned(to),
    }
}

/// Refuses an expression that may not stand in a definition (parse_expr.c, transformSubLink;
/// heap.c, cookDefault; indexcmds.c, CheckPredicate).
pub(super) fn refuse(expr: &Expr, place: Place<'_>) -> Result<(), ErrorKind> {
    let (name, changing) = match place {
        Place::Default(_) => ("DEFAULT expression", ""),
        Place::Check => ("check constraint", ""),
        Place::Index => {
            ("index expression", "functions in index expression must be marked IMMUTABLE")
        }
        Place::PartialIndex => {
            ("index predicate", "functions in index predicate must be marked IMMUTABLE")
        }
        Place::Target(name) => (name, ""),
        Place::Generated => {
            ("column generation expression", "generation expression is not immutable")
        }
    };
    if let Some(span) = first_query(expr) {
        let message = format!("cannot use subquery in {name}");
        let report = Report { has_position: true, ..report("0A000", message) };
        return Err(ErrorKind::Report(Box::new(report)).placed(Some(span)));
    }
    let changes = |e: &Expr| match &e.kind {
        ExprKind::Function(call) => CHANGING.contains(&&*call.name.name.text),
        ExprKind::Literal(Literal::Current(_)) => true,
        _ => false,
    };
    match !changing.is_empty() && expr.has(&changes) {
        true => Err(super::postgresql_values::data_error("42P17", changing)),
        false => Ok(()),
    }
}

/// Where the first query of an expression stands.
fn first_query(expr: &Expr) -> Option<Span> {
    match &expr.kind {
        ExprKind::Subquery(_) | ExprKind::Exists(_) => Some(expr.span),
        // At the word IN.
        ExprKind::InQuery { expr: left, .. } => {
            Some(Span { start: left.span.end + 1, ..expr.span })
        }
        _ => expr.children().into_iter().find_map(first_query),
    }
}

/// What ALTER COLUMN may do to a column (tablecmds.c).
pub(super) fn may_change(table: &Table, column: usize, change: ColumnChange) -> Bind<()> {
    use ColumnChange as C;
    let c = &table.columns[column];
    let (name, of) = (&c.name, &table.name);
    let subject = ["column \"", name, "\" of relation \"", of, "\" "].concat();
    let identity = c.identity.as_ref().is_some_and(|i| !i.serial);
    let stored = c.generated.as_ref().map(|g| g.stored);
    let refused = |code: &str, message: String, detail: &str, hint: &str| {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_string());
        let (detail, hint) = (given(detail), given(hint));
        let report = Report { detail, hint, ..report(code, message) };
        Err(ErrorKind::Report(Box::new(report)))
    };
    let is =
        |code: &str, what: &str, hint: &str| refused(code, [&subject, what].concat(), "", hint);
    let of_virtual = |what: &str| {
        let detail =
            ["Column \"", name, "\" of relation \"", of, "\" is a virtual generated column."];
        refused("0A000", ["ALTER TABLE / ", what].concat(), &detail.concat(), "")
    };
    let use_instead =
        |what: &str| ["Use ALTER TABLE ... ALTER COLUMN ... ", what, " instead."].concat();
    match change {
        C::SetDefault if identity => is("42601", "is an identity column", ""),
        C::DropDefault if identity => {
            is("42601", "is an identity column", &use_instead("DROP IDENTITY"))
        }
        C::SetDefault | C::DropDefault if stored.is_some() => {
            let hint = match (change, stored) {
                (C::SetDefault, _) => use_instead("SET EXPRESSION"),
                (_, Some(true)) => use_instead("DROP EXPRESSION"),
                _ => String::new(),
            };
            is("42601", "is a generated column", &hint)
        }
        C::AddIdentity if !matches!(c.ty, Type::Int { .. }) => Err(ErrorKind::IdentityType),
        C::AddIdentity if c.not_null.is_none() => {
            is("55000", "must be declared NOT NULL before identity can be added", "")
        }
        C::AddIdentity if identity => {
            let (column, table) = (name.to_string(), of.to_string());
            Err(ErrorKind::IsIdentity { column, table })
        }
        C::AddIdentity if c.default.is_some() || c.identity.is_some() || stored.is_some() => {
            is("55000", "already has a default value", "")
        }
        C::DropIdentity if !identity => is("55000", "is not an identity column", ""),
        C::SetExpression | C::DropExpression if stored.is_none() => {
            is("55000", "is not a generated column", "")
        }
        C::SetExpression if stored == Some(false) && !table.checks.is_empty() => {
            let what = "SET EXPRESSION is not supported for virtual generated columns in tables with check constraints";
            of_virtual(what)
        }
        C::DropExpression if stored == Some(false) => {
            of_virtual("DROP EXPRESSION is not supported for virtual generated columns")
        }
        C::TypeOfSource(by) => {
            let by = &table.columns[by].name;
            let detail =
                ["Column \"", name, "\" is used by generated column \"", by, "\"."].concat();
            let message = "cannot alter type of a column used by a generated column";
            refused("0A000", message.to_string(), &detail, "")
        }
        _ => Ok(()),
    }
}

/// A view keeps its columns, and gets more behind them (view.c, checkViewColumns).
pub(super) fn may_replace_view(
    old: &[ResultColumn],
    new: &[ResultColumn],
) -> Result<(), ErrorKind> {
    let refuse = |report| Err(ErrorKind::Report(Box::new(report)));
    if new.len() < old.len() {
        return refuse(report("42P16", "cannot drop columns from view"));
    }
    for (old, new) in old.iter().zip(new) {
        let (name, named) = (&old.name, &new.name);
        if name != named {
            let message = format!("cannot change name of view column \"{name}\" to \"{named}\"");
            let hint =
                "Use ALTER VIEW ... RENAME COLUMN ... to change name of view column instead.";
            return refuse(Report { hint: Some(hint.into()), ..report("42P16", message) });
        }
        // What has no type yet is text in a view.
        let of = |ty: &Type| if *ty == Type::Unknown { Type::Text } else { ty.clone() };
        let (old, new) = (of(&old.ty), of(&new.ty));
        if old != new {
            let (from, to) = (full_name(&old), full_name(&new));
            let message =
                format!("cannot change data type of view column \"{name}\" from {from} to {to}");
            return refuse(report("42P16", message));
        }
    }
    Ok(())
}
