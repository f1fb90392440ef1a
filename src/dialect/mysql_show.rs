//! MySQL: definitions as SHOW and `information_schema` show them ("SHOW Statements",
//! "INFORMATION_SCHEMA Tables"). The texts of expressions are those that were written.

use std::rc::Rc;

use super::mysql::key_rank;
use super::mysql_assign::assign;
use super::mysql_deparse;
use super::mysql_expr::BIGINT;
use super::mysql_foreign;
use super::mysql_types::{self, BIT, bit_width, is_zerofill, print};
use crate::catalog::{Catalog, Column, Index, IndexOrigin, Object, Space, Table, Term, Trigger};
use crate::collation::{BINARY, Collation};
use crate::order::{sort_by, sort_by_number};
use crate::plan::Settings;
use crate::plan::expr::TableFunction;
use crate::plan::function::Host;
use crate::plan::node::ResultColumn;
use crate::plan::rules::{Assigned, Mode};
use crate::syntax::ast::{ExprKind, FkAction, Literal, ObjectName, TriggerEvent};
use crate::types::Type;
use crate::value::Value;

/// A name between backquotes.
pub(super) fn quoted(name: &str) -> String {
    format!("`{}`", name.replace('`', "``"))
}

fn text_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A column's type as MySQL 8.4 writes it, without the display widths of old.
pub(super) fn type_text(column: &Column) -> String {
    let plain = |name: &str| name.to_string();
    let labels = |name: &str, labels: &[Rc<str>]| {
        let labels: Vec<_> = labels.iter().map(|l| text_quoted(l)).collect();
        format!("{name}({})", labels.join(","))
    };
    let declared = column.declared.to_ascii_lowercase();
    let number =
        matches!(column.ty, Type::Int { .. } | Type::Decimal { .. } | Type::Float4 | Type::Float8);
    if number && mysql_types::is_unsigned(&declared) {
        let mut signed = column.clone();
        signed.declared = Rc::from("");
        if let Type::Int { unsigned, .. } = &mut signed.ty {
            *unsigned = false;
        }
        if matches!(column.ty, Type::Decimal { .. }) {
            signed.declared = declared.replace("unsigned", "").replace("zerofill", "").into();
        }
        let mut text = type_text(&signed);
        let zeros = mysql_types::is_zerofill(&declared);
        // A display width is shown with ZEROFILL only.
        if zeros && matches!(column.ty, Type::Int { .. }) {
            text += &format!("({})", mysql_types::display_width(&column.ty, &declared));
        }
        return text + if zeros { " unsigned zerofill" } else { " unsigned" };
    }
    match &column.ty {
        Type::Int { bits, unsigned } => {
            let name = match bits {
                8 if declared.starts_with("bool") || declared.starts_with("tinyint(1)") => {
                    "tinyint(1)"
                }
                8 => "tinyint",
                16 => "smallint",
                24 => "mediumint",
                32 => "int",
                _ => "bigint",
            };
            if *unsigned { format!("{name} unsigned") } else { plain(name) }
        }
        Type::Decimal { precision } => {
            let (digits, scale) = precision.unwrap_or((10, 0));
            let name = match declared.get(..5) {
                Some("float") => "float",
                Some("doubl" | "real(") => "double",
                _ => "decimal",
            };
            format!("{name}({digits},{scale})")
        }
        Type::Float4 => plain("float"),
        Type::Float8 => plain("double"),
        Type::Varchar(length) => format!("varchar({length})"),
        Type::Char(length) => format!("char({length})"),
        Type::Text | Type::Bytes { limit: None, .. } => {
            plain(declared.split([' ', '(']).next().unwrap_or("text"))
        }
        Type::Bytes { limit: Some(length), fixed } => {
            format!("{}({length})", if *fixed { "binary" } else { "varbinary" })
        }
        Type::Date => plain("date"),
        Type::Time => plain("time"),
        Type::Timestamp { zone, fraction } => {
            let name = if *zone { "timestamp" } else { "datetime" };
            if *fraction > 0 { format!("{name}({fraction})") } else { plain(name) }
        }
        Type::Catalog("bit") => format!("bit({})", bit_width(&declared)),
        Type::Catalog(name) => plain(name),
        Type::Enum(ty) => labels("enum", &ty.labels),
        Type::Set(ty) => labels("set", &ty.labels),
        Type::Jsonb => plain("json"),
        _ => declared,
    }
}

/// What a DEFAULT is.
enum Shown {
    Nothing,
    /// A constant.
    Constant(String),
    /// A constant of BIT.
    Bits(String),
    /// CURRENT_TIMESTAMP or another expression, in its words.
    Words(String),
}

fn default_of(column: &Column) -> Shown {
    let Some(default) = &column.default else { return Shown::Nothing };
    // A constant is kept as the column's value (unireg.cc, `make_default_value`).
    let constant = |text: &str, value: Value| {
        let zeros = Mode { zero: true, zero_parts: true, ..Mode::LENIENT };
        let number = matches!(column.ty, Type::Int { .. }) && is_zerofill(&column.declared);
        Shown::Constant(match assign(column, value, zeros) {
            Ok(Assigned { value, .. }) if column.ty == BIT && !value.is_null() => {
                let number = print(&value).parse::<u64>().unwrap_or(0);
                return Shown::Bits(format!("b'{number:b}'"));
            }
            Ok(brought) if !brought.value.is_null() && !number => print(&brought.value),
            _ => text.to_string(),
        })
    };
    match &default.expr.kind {
        ExprKind::Literal(Literal::Null) => Shown::Nothing,
        ExprKind::Literal(Literal::Text(text)) => constant(text, Value::Text(text.clone())),
        ExprKind::Literal(Literal::Blob(bytes)) => {
            constant(&default.text, Value::Blob(bytes.clone()))
        }
        ExprKind::Literal(Literal::Integer(n)) => constant(&n.to_string(), Value::Int(*n)),
        ExprKind::Literal(Literal::Number(text)) => constant(text, Value::Text(text.clone())),
        ExprKind::Literal(Literal::Bool(b)) => {
            let number = i64::from(*b);
            constant(&number.to_string(), Value::Int(number))
        }
        ExprKind::Unary(..) => constant(&default.text, Value::Text(default.text.clone())),
        ExprKind::Paren(inner) => {
            Shown::Words(["(", &mysql_deparse::shown(inner, &default.text), ")"].concat())
        }
        _ => Shown::Words(now_text(column)),
    }
}

/// The only functions without parentheses around them are those of the present time.
fn now_text(column: &Column) -> String {
    match column.ty {
        Type::Timestamp { fraction: 1.., .. } => {
            let Type::Timestamp { fraction, .. } = column.ty else { return String::new() };
            format!("CURRENT_TIMESTAMP({fraction})")
        }
        _ => "CURRENT_TIMESTAMP".to_string(),
    }
}

fn column_text(table: &Table, column: &Column) -> String {
    let mut text = format!("  {} {}", quoted(&column.name), type_text(column));
    if let Some(generated) = &column.generated {
        let kind = if generated.stored { "STORED" } else { "VIRTUAL" };
        let words = mysql_deparse::shown(&generated.expr, &generated.text);
        text += &format!(" GENERATED ALWAYS AS ({words}) {kind}");
    }
    let is_text = matches!(
        column.ty,
        Type::Varchar(_) | Type::Char(_) | Type::Text | Type::Enum(_) | Type::Set(_)
    );
    // The set where it is not the table's, the collation where it is not the set's own.
    if is_text {
        let (own, of_table) = (column.collation, collation_of(table));
        let set = mysql_types::charset_of(own);
        if own.name != of_table.name {
            text += &format!(" CHARACTER SET {set}");
        }
        let default = mysql_types::charset(set).is_ok_and(|c| c.name == own.name);
        if own.name != of_table.name && set == "utf8mb4" || !default {
            text += &format!(" COLLATE {}", own.name);
        }
    }
    let stamp = matches!(column.ty, Type::Timestamp { zone: true, .. });
    match &column.not_null {
        Some(_) => text += " NOT NULL",
        None if stamp => text += " NULL",
        None => {}
    }
    let lob = matches!(column.ty, Type::Text | Type::Bytes { limit: None, .. });
    match default_of(column) {
        Shown::Constant(value) => text += &format!(" DEFAULT {}", text_quoted(&value)),
        Shown::Words(words) | Shown::Bits(words) => text += &format!(" DEFAULT {words}"),
        Shown::Nothing if column.generated.is_some() || lob => {}
        Shown::Nothing if column.not_null.is_none() => text += " DEFAULT NULL",
        Shown::Nothing => {}
    }
    if column.on_update.is_some() {
        text += &format!(" ON UPDATE {}", now_text(column));
    }
    if column.identity.is_some() && table.columns.iter().any(|c| Rc::ptr_eq(&c.name, &column.name))
    {
        text += " AUTO_INCREMENT";
    }
    if column.invisible {
        text += " /*!80023 INVISIBLE */";
    }
    text + &comment_text(" COMMENT ", column.comment.as_ref())
}

fn comment_text(word: &str, comment: Option<&Rc<str>>) -> String {
    comment
        .filter(|c| !c.is_empty())
        .map_or_else(String::new, |c| word.to_string() + &text_quoted(c))
}

/// A table's indexes as SHOW orders them: PRIMARY, unique keys without NULLs, unique keys, others.
pub(super) fn indexes(catalog: &Catalog, table: &Table) -> Vec<Rc<Index>> {
    let mut indexes = catalog.indexes_of(table.id);
    sort_by_number(&mut indexes, &mut |i| if i.unique { key_rank(i, table) } else { 3 });
    indexes
}

fn term_text(table: &Table, term: &crate::catalog::KeyTerm) -> String {
    let text = match &term.term {
        Term::Column(column) => quoted(&table.columns[*column].name),
        Term::Expr(expr, text) => format!("({})", mysql_deparse::shown(expr, text)),
    };
    let prefix = term.prefix.map_or_else(String::new, |n| format!("({n})"));
    format!("{text}{prefix}{}", if term.descending { " DESC" } else { "" })
}

fn collation_of(table: &Table) -> &'static Collation {
    table.collation.unwrap_or(&mysql_types::DEFAULT_COLLATION)
}

/// The statement that SHOW CREATE TABLE shows. `next` is the next AUTO_INCREMENT value.
pub(super) fn create_table(catalog: &Catalog, table: &Table, next: Option<i64>) -> String {
    let mut lines: Vec<String> = table.columns.iter().map(|c| column_text(table, c)).collect();
    for index in indexes(catalog, table) {
        let terms: Vec<_> = index.terms.iter().map(|t| term_text(table, t)).collect();
        let terms = terms.join(",");
        let name = quoted(&index.name);
        let hidden = if index.options.invisible { " /*!80000 INVISIBLE */" } else { "" };
        let comment = comment_text(" COMMENT ", index.options.comment.as_ref());
        lines.push(match (index.origin, index.unique) {
            (IndexOrigin::PrimaryKey, _) => format!("  PRIMARY KEY ({terms}){comment}"),
            (_, true) => format!("  UNIQUE KEY {name} ({terms}){comment}{hidden}"),
            (_, false) => format!("  KEY {name} ({terms}){comment}{hidden}"),
        });
    }
    for key in &table.foreign_keys {
        lines.push(format!("  {}", mysql_foreign::written(key, table, true)));
    }
    for check in &table.checks {
        let name = quoted(check.name.as_deref().unwrap_or_default());
        let off = if check.enforced { "" } else { " /*!80016 NOT ENFORCED */" };
        lines.push(format!(
            "  CONSTRAINT {name} CHECK ({}){off}",
            mysql_deparse::shown(&check.expr, &check.text)
        ));
    }
    let next = next.filter(|n| *n > 1).map_or_else(String::new, |n| format!(" AUTO_INCREMENT={n}"));
    let comment = comment_text(" COMMENT=", table.comment.as_ref());
    let collation = collation_of(table);
    let set = mysql_types::charset_of(collation);
    let plain = mysql_types::charset(set).is_ok_and(|c| c.name == collation.name);
    let collated = match plain && set != "utf8mb4" {
        true => String::new(),
        false => [" COLLATE=", collation.name].concat(),
    };
    let temporary = if &*table.schema == "temp" { "TEMPORARY " } else { "" };
    format!(
        "CREATE {temporary}TABLE {} (\n{}\n) ENGINE=InnoDB{next} DEFAULT CHARSET={set}{collated}{comment}",
        quoted(&table.name),
        lines.join(",\n")
    )
}

/// `PRI`, `UNI`, `MUL` or nothing: the keys that a column is in.
fn key_of(catalog: &Catalog, table: &Table, column: usize) -> &'static str {
    if table.primary_key.contains(&column) {
        return "PRI";
    }
    let all = indexes(catalog, table);
    // Without a primary key the first unique key without NULLs stands for it.
    let stand_in =
        all.first().filter(|i| table.primary_key.is_empty() && i.unique && key_rank(i, table) == 1);
    if stand_in.and_then(|i| i.columns()).is_some_and(|c| c.contains(&column)) {
        return "PRI";
    }
    let first = |i: &&Rc<Index>| i.terms.first().and_then(|t| t.term_column()) == Some(column);
    let own = |i: &Rc<Index>| i.unique && i.terms.len() == 1;
    match (all.iter().any(|i| first(&i)), all.iter().filter(first).any(own)) {
        (false, _) => "",
        (true, true) => "UNI",
        (true, false) => "MUL",
    }
}

fn extra_of(column: &Column) -> String {
    let mut parts = Vec::new();
    if column.identity.is_some() {
        parts.push("auto_increment".to_string());
    }
    if let Shown::Words(_) = default_of(column) {
        parts.push("DEFAULT_GENERATED".to_string());
    }
    if column.on_update.is_some() {
        parts.push(format!("on update {}", now_text(column)));
    }
    if let Some(generated) = &column.generated {
        let kind = if generated.stored { "STORED" } else { "VIRTUAL" };
        parts.push(format!("{kind} GENERATED"));
    }
    if column.invisible {
        parts.push("INVISIBLE".to_string());
    }
    parts.join(" ")
}

fn default_value(column: &Column) -> Value {
    match default_of(column) {
        Shown::Nothing => Value::Null,
        Shown::Constant(text) | Shown::Words(text) | Shown::Bits(text) => Value::text(&text),
    }
}

fn yes(is: bool) -> Value {
    Value::text(if is { "YES" } else { "NO" })
}

/// SHOW COLUMNS.
pub(super) fn columns(catalog: &Catalog, table: &Table) -> Vec<Vec<Value>> {
    let row = |(number, column): (usize, &Column)| {
        vec![
            Value::Text(column.name.clone()),
            Value::text(&type_text(column)),
            yes(column.not_null.is_none()),
            Value::text(key_of(catalog, table, number)),
            default_value(column),
            Value::text(&extra_of(column)),
        ]
    };
    table.columns.iter().enumerate().map(row).collect()
}

/// The names of SHOW COLUMNS.
pub(super) const COLUMNS: [&str; 6] = ["Field", "Type", "Null", "Key", "Default", "Extra"];

/// The names of SHOW INDEX.
pub(super) const INDEX: [&str; 15] = [
    "Table",
    "Non_unique",
    "Key_name",
    "Seq_in_index",
    "Column_name",
    "Collation",
    "Cardinality",
    "Sub_part",
    "Packed",
    "Null",
    "Index_type",
    "Comment",
    "Index_comment",
    "Visible",
    "Expression",
];

/// SHOW INDEX. How many different keys there are is an estimate of InnoDB's, which is left open.
pub(super) fn index_rows(catalog: &Catalog, table: &Table) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for index in indexes(catalog, table) {
        for (number, term) in index.terms.iter().enumerate() {
            let column = term.term_column().map(|c| &table.columns[c]);
            let nullable = column.is_none_or(|c| c.not_null.is_none());
            rows.push(vec![
                Value::Text(table.name.clone()),
                Value::Int(i64::from(!index.unique)),
                Value::Text(index.name.clone()),
                Value::Int(number as i64 + 1),
                column.map_or(Value::Null, |c| Value::Text(c.name.clone())),
                Value::text(if term.descending { "D" } else { "A" }),
                Value::Null,
                term.prefix.map_or(Value::Null, |n| Value::Int(i64::from(n))),
                Value::Null,
                Value::text(if nullable { "YES" } else { "" }),
                Value::text("BTREE"),
                Value::text(""),
                Value::text(index.options.comment.as_deref().unwrap_or_default()),
                yes(!index.options.invisible),
                match &term.term {
                    Term::Column(_) => Value::Null,
                    Term::Expr(expr, text) => Value::text(&mysql_deparse::shown(expr, text)),
                },
            ]);
        }
    }
    rows
}

/// A column of a result that is no table's.
pub(super) fn result_column(name: &str, ty: Type) -> ResultColumn {
    ResultColumn {
        name: Rc::from(name),
        origin: None,
        ty,
        declared: Rc::from(""),
        collation: &BINARY,
        collates: false,
    }
}

type Rows = fn(&dyn Host, &Table) -> Vec<Vec<Value>>;

/// The tables of `information_schema` that scripts read: name, columns, rows of one table. Columns
/// whose names begin with `#` are numbers.
static TABLES: &[(&str, &[&str], Rows)] = &[
    (
        "TABLES",
        &[
            "TABLE_SCHEMA",
            "TABLE_NAME",
            "TABLE_TYPE",
            "ENGINE",
            "#AUTO_INCREMENT",
            "TABLE_COLLATION",
            "#TABLE_ROWS",
            "TABLE_COMMENT",
        ],
        |host, table| {
            let next = next_value(host, table).map_or(Value::Null, Value::Int);
            let mut row = of_table(table);
            row.extend([Value::text("BASE TABLE"), Value::text("InnoDB"), next]);
            row.push(Value::text(collation_of(table).name));
            row.push(Value::Int(host.rows(table.id) as i64));
            row.push(Value::text(table.comment.as_deref().unwrap_or_default()));
            vec![row]
        },
    ),
    (
        "COLUMNS",
        &[
            "TABLE_SCHEMA",
            "TABLE_NAME",
            "COLUMN_NAME",
            "#ORDINAL_POSITION",
            "COLUMN_DEFAULT",
            "IS_NULLABLE",
            "DATA_TYPE",
            "COLUMN_TYPE",
            "COLUMN_KEY",
            "EXTRA",
            "COLLATION_NAME",
            "COLUMN_COMMENT",
            "#CHARACTER_MAXIMUM_LENGTH",
            "#NUMERIC_PRECISION",
            "#NUMERIC_SCALE",
            "GENERATION_EXPRESSION",
            "#DATETIME_PRECISION",
            "CHARACTER_SET_NAME",
        ],
        |host, table| {
            let shown = columns(host.catalog(), table);
            let rows = shown.into_iter().zip(&table.columns).enumerate();
            rows.map(|(number, (shown, column))| {
                let Ok([name, ty, null, key, default, extra]) = <[Value; 6]>::try_from(shown)
                else {
                    return Vec::new();
                };
                let whole = type_text(column);
                let bare = whole.split([' ', '(']).next().unwrap_or_default();
                let is_text = matches!(
                    column.ty,
                    Type::Varchar(_) | Type::Char(_) | Type::Text | Type::Enum(_) | Type::Set(_)
                );
                let of_text = |name: &str| if is_text { Value::text(name) } else { Value::Null };
                let collation = of_text(column.collation.name);
                let mut row = of_table(table);
                row.extend([name, Value::Int(number as i64 + 1), default, null]);
                row.extend([Value::text(bare), ty, key, extra, collation]);
                row.push(Value::text(column.comment.as_deref().unwrap_or_default()));
                row.extend(sizes(column));
                let computed = column.generated.as_ref();
                let computed = computed.map(|g| mysql_deparse::shown(&g.expr, &g.text));
                row.push(Value::text(&computed.unwrap_or_default()));
                row.push(match column.ty {
                    Type::Timestamp { fraction, .. } => Value::Int(i64::from(fraction)),
                    Type::Time => Value::Int(0),
                    _ => Value::Null,
                });
                row.push(of_text(mysql_types::charset_of(column.collation)));
                row
            })
            .collect()
        },
    ),
    (
        "STATISTICS",
        &[
            "TABLE_SCHEMA",
            "TABLE_NAME",
            "#NON_UNIQUE",
            "INDEX_NAME",
            "#SEQ_IN_INDEX",
            "COLUMN_NAME",
            "COLLATION",
            "#SUB_PART",
            "NULLABLE",
            "INDEX_TYPE",
            "EXPRESSION",
        ],
        |host, table| {
            let rows = index_rows(host.catalog(), table).into_iter().map(|row| {
                let pick = [1, 2, 3, 4, 5, 7, 9, 10, 14];
                let picked = pick.iter().filter_map(|at| row.get(*at).cloned());
                of_table(table).into_iter().chain(picked).collect()
            });
            rows.collect()
        },
    ),
    (
        "CHECK_CONSTRAINTS",
        &["CONSTRAINT_CATALOG", "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME", "CHECK_CLAUSE"],
        |_, table| {
            let row = |check: &crate::catalog::Check| {
                let name = check.name.as_deref().unwrap_or_default();
                let clause = mysql_deparse::shown(&check.expr, &check.text);
                ["def", &*table.schema, name, &*clause].map(Value::text).to_vec()
            };
            table.checks.iter().map(row).collect()
        },
    ),
    (
        "TABLE_CONSTRAINTS",
        &[
            "CONSTRAINT_SCHEMA",
            "CONSTRAINT_NAME",
            "TABLE_SCHEMA",
            "TABLE_NAME",
            "CONSTRAINT_TYPE",
            "ENFORCED",
        ],
        |host, table| {
            let row = |name: &str, kind: &str| {
                let mut row = vec![Value::Text(table.schema.clone()), Value::text(name)];
                row.extend(of_table(table));
                row.push(Value::text(kind));
                row.push(yes(true));
                row
            };
            let mut rows = Vec::new();
            for index in indexes(host.catalog(), table).iter().filter(|i| i.unique) {
                let primary = index.origin == IndexOrigin::PrimaryKey;
                rows.push(row(&index.name, if primary { "PRIMARY KEY" } else { "UNIQUE" }));
            }
            let name = |name: &Option<Rc<str>>| name.clone().unwrap_or_else(|| Rc::from(""));
            rows.extend(table.foreign_keys.iter().map(|k| row(&name(&k.name), "FOREIGN KEY")));
            for check in &table.checks {
                let mut row = row(&name(&check.name), "CHECK");
                row[5] = yes(check.enforced);
                rows.push(row);
            }
            rows
        },
    ),
    (
        "KEY_COLUMN_USAGE",
        &[
            "CONSTRAINT_SCHEMA",
            "CONSTRAINT_NAME",
            "TABLE_SCHEMA",
            "TABLE_NAME",
            "COLUMN_NAME",
            "#ORDINAL_POSITION",
            "REFERENCED_TABLE_NAME",
            "REFERENCED_COLUMN_NAME",
            "REFERENCED_TABLE_SCHEMA",
        ],
        |host, table| {
            let mut rows = Vec::new();
            let mut push = |name: &str, number: usize, column: usize, parent: [Value; 2]| {
                let mut row = vec![Value::Text(table.schema.clone()), Value::text(name)];
                row.extend(of_table(table));
                row.push(Value::Text(table.columns[column].name.clone()));
                row.push(Value::Int(number as i64 + 1));
                let schema = || Value::Text(table.schema.clone());
                let of = if parent[0].is_null() { Value::Null } else { schema() };
                row.extend(parent);
                row.push(of);
                rows.push(row);
            };
            for index in indexes(host.catalog(), table).iter().filter(|i| i.unique) {
                for (number, column) in index.columns().into_iter().flatten().enumerate() {
                    push(&index.name, number, column, [Value::Null, Value::Null]);
                }
            }
            for key in &table.foreign_keys {
                let name = key.name.as_deref().unwrap_or_default();
                for (number, column) in key.columns.iter().enumerate() {
                    let theirs = key.parent_columns.get(number);
                    let theirs = theirs.map_or(Value::Null, |c| Value::Text(c.clone()));
                    push(name, number, *column, [Value::Text(key.parent.clone()), theirs]);
                }
            }
            rows
        },
    ),
    (
        "REFERENTIAL_CONSTRAINTS",
        &[
            "CONSTRAINT_SCHEMA",
            "CONSTRAINT_NAME",
            "UPDATE_RULE",
            "DELETE_RULE",
            "TABLE_NAME",
            "REFERENCED_TABLE_NAME",
            "UNIQUE_CONSTRAINT_SCHEMA",
            "UNIQUE_CONSTRAINT_NAME",
            "MATCH_OPTION",
        ],
        |host, table| {
            let word = |action: FkAction| Value::text(action.words());
            let row = |key: &crate::catalog::ForeignKey| {
                vec![
                    Value::Text(table.schema.clone()),
                    Value::text(key.name.as_deref().unwrap_or_default()),
                    word(key.on_update),
                    word(key.on_delete),
                    Value::Text(table.name.clone()),
                    Value::Text(key.parent.clone()),
                    Value::Text(table.schema.clone()),
                    parent_key(host.catalog(), table, key),
                    Value::text("NONE"),
                ]
            };
            table.foreign_keys.iter().map(row).collect()
        },
    ),
];

type Others = fn(&dyn Host) -> Vec<Vec<Value>>;

/// Those whose rows are no table's.
static OTHERS: &[(&str, &[&str], Others)] = &[
    (
        "TRIGGERS",
        &[
            "TRIGGER_SCHEMA",
            "TRIGGER_NAME",
            "EVENT_MANIPULATION",
            "EVENT_OBJECT_SCHEMA",
            "EVENT_OBJECT_TABLE",
            "ACTION_STATEMENT",
            "ACTION_ORIENTATION",
            "ACTION_TIMING",
            "ACTION_REFERENCE_OLD_ROW",
            "ACTION_REFERENCE_NEW_ROW",
        ],
        |host| {
            let mut rows = Vec::new();
            for (key, object) in host.catalog().objects() {
                let Object::Trigger(trigger) = object else { continue };
                let shown = shown_trigger(host.catalog(), trigger);
                let [Some(name), Some(event), Some(table), Some(body), Some(time)] = shown else {
                    continue;
                };
                let schema = || Value::text(&key.schema);
                let mut row = vec![schema(), name, event, schema(), table, body];
                row.extend([Value::text("ROW"), time, Value::text("OLD"), Value::text("NEW")]);
                rows.push(row);
            }
            rows
        },
    ),
    ("ROUTINES", &["ROUTINE_SCHEMA", "ROUTINE_NAME", "ROUTINE_TYPE", "ROUTINE_BODY"], |host| {
        let row = |(_, object): (_, &Object)| match object {
            Object::Function(f) => Some(vec![
                Value::Text(f.schema.clone()),
                Value::Text(f.name.clone()),
                Value::text(if f.procedure { "PROCEDURE" } else { "FUNCTION" }),
                Value::text("SQL"),
            ]),
            _ => None,
        };
        host.catalog().objects().filter_map(row).collect()
    }),
    ("VIEWS", &["TABLE_SCHEMA", "TABLE_NAME", "CHECK_OPTION"], |host| {
        let row = |(_, object): (_, &Object)| match object {
            Object::View(view) => Some(vec![
                Value::Text(view.schema.clone()),
                Value::Text(view.name.clone()),
                Value::text(match view.check {
                    None => "NONE",
                    Some(true) => "CASCADED",
                    Some(false) => "LOCAL",
                }),
            ]),
            _ => None,
        };
        host.catalog().objects().filter_map(row).collect()
    }),
];

/// The name of the unique key that a foreign key refers to.
fn parent_key(catalog: &Catalog, child: &Table, key: &crate::catalog::ForeignKey) -> Value {
    let Some(parent) = table_named(catalog, &child.schema, &key.parent) else { return Value::Null };
    let fits = |index: &&Rc<Index>| {
        let named = index.columns().unwrap_or_default();
        let names = named.iter().map(|c| parent.columns[*c].name.to_ascii_lowercase());
        index.unique && names.eq(key.parent_columns.iter().map(|n| n.to_ascii_lowercase()))
    };
    let indexes = indexes(catalog, parent);
    indexes.iter().find(fits).map_or(Value::Null, |index| Value::Text(index.name.clone()))
}

/// Whether a table of `information_schema` has more columns than these in MySQL.
pub(super) fn is_partial(first: &str, last: &str) -> bool {
    let same = |(_, columns, ..): &(&str, &[&str], Rows)| {
        columns.first() == Some(&first)
            && columns.last().is_some_and(|name| name.trim_start_matches('#') == last)
            && last != "CHECK_CLAUSE"
    };
    TABLES.iter().any(same)
        || OTHERS
            .iter()
            .any(|(_, columns, _)| columns.first() == Some(&first) && columns.last() == Some(&last))
}

/// The greatest length of a text, the digits of a number and those of its fraction.
fn sizes(column: &Column) -> [Value; 3] {
    let digits = |all: i64, scale: Option<i64>| {
        [Value::Null, Value::Int(all), scale.map_or(Value::Null, Value::Int)]
    };
    let length = |n: i64| [Value::Int(n), Value::Null, Value::Null];
    match &column.ty {
        Type::Int { bits, unsigned } => digits(
            match (bits, unsigned) {
                (8, _) => 3,
                (16, _) => 5,
                (24, _) => 7,
                (32, _) => 10,
                (_, false) => 19,
                (_, true) => 20,
            },
            Some(0),
        ),
        Type::Decimal { precision } => {
            let (all, scale) = precision.unwrap_or((10, 0));
            digits(i64::from(all), Some(i64::from(scale)))
        }
        Type::Catalog("bit") => digits(i64::from(bit_width(&column.declared)), None),
        Type::Float4 => digits(12, None),
        Type::Float8 => digits(22, None),
        Type::Varchar(n) | Type::Char(n) | Type::Bytes { limit: Some(n), .. } => {
            length(i64::from(*n))
        }
        Type::Text | Type::Bytes { .. } => length(match column.declared.get(..4) {
            Some(word) if word.eq_ignore_ascii_case("tiny") => 255,
            Some(word) if word.eq_ignore_ascii_case("medi") => 16_777_215,
            Some(word) if word.eq_ignore_ascii_case("long") => 4_294_967_295,
            _ => 65_535,
        }),
        _ => [Value::Null, Value::Null, Value::Null],
    }
}

fn of_table(table: &Table) -> Vec<Value> {
    vec![Value::Text(table.schema.clone()), Value::Text(table.name.clone())]
}

/// The next AUTO_INCREMENT value of a table.
pub(super) fn next_value(host: &dyn Host, table: &Table) -> Option<i64> {
    let identity = table.columns.iter().find_map(|c| c.identity.as_ref())?;
    Some(host.sequence(identity.sequence).map_or(1, |state| state.value))
}

/// A table of `information_schema`.
pub(super) fn system_table(_: &Catalog, schema: Option<&str>, name: &str) -> Option<TableFunction> {
    if !schema.is_some_and(|s| s.eq_ignore_ascii_case("information_schema")) {
        return None;
    }
    let named = |known: &str| known.eq_ignore_ascii_case(name);
    let others = || OTHERS.iter().position(|(known, ..)| named(known)).map(|at| at + TABLES.len());
    let at = TABLES.iter().position(|(known, ..)| named(known)).or_else(others)?;
    let columns = TABLES.get(at).map_or_else(|| OTHERS[at - TABLES.len()].1, |t| t.1);
    let columns = columns.iter().map(|name| match name.strip_prefix('#') {
        Some(name) => result_column(name, BIGINT),
        None => {
            let mut column = result_column(name, Type::Varchar(64));
            column.collation = &mysql_types::DEFAULT_COLLATION;
            column
        }
    });
    let args = vec![crate::plan::node::Expr::Const(Value::Int(at as i64))];
    Some(TableFunction { call: system_rows, args, columns: columns.collect() })
}

fn system_rows(
    host: &mut dyn Host,
    args: &[Value],
) -> Result<Vec<Vec<Value>>, crate::error::ErrorKind> {
    let at = crate::functions::int(&args[0]) as usize;
    let Some((_, _, rows)) = TABLES.get(at) else {
        return Ok(OTHERS[at - TABLES.len()].2(host));
    };
    let mut tables: Vec<Rc<Table>> = host.catalog().tables().cloned().collect();
    sort_by(&mut tables, &mut |a, b| a.name.cmp(&b.name));
    let mut all: Vec<_> = tables.iter().flat_map(|table| rows(host, table)).collect();
    if matches!(args[0], Value::Int(0)) {
        for (_, object) in host.catalog().objects() {
            if let Object::View(view) = object {
                let mut row = vec![Value::Null; 8];
                row[7] = Value::text("VIEW");
                row[0] = Value::Text(view.schema.clone());
                row[1] = Value::Text(view.name.clone());
                row[2] = Value::text("VIEW");
                all.push(row);
            }
        }
    }
    Ok(all)
}

/// The table of a name, if there is one.
pub(super) fn table_named<'c>(
    catalog: &'c Catalog,
    schema: &str,
    name: &str,
) -> Option<&'c Rc<Table>> {
    match catalog.get(&catalog.key(schema, Space::Relation, name))? {
        Object::Table(table) => Some(table),
        _ => None,
    }
}

/// The part of a statement behind some words.
fn behind<'t>(text: &'t str, words: &str) -> &'t str {
    let at = text.to_ascii_uppercase().find(words).map_or(0, |at| at + words.len());
    text.get(at..).unwrap_or_default().trim()
}

/// What SHOW says of the session when something was made.
fn surroundings() -> [Value; 3] {
    let collation = mysql_types::DEFAULT_COLLATION.name;
    [Value::text("utf8mb4"), Value::text(collation), Value::text(collation)]
}

/// Its name, event, table, statement and time.
fn shown_trigger(catalog: &Catalog, trigger: &Trigger) -> [Option<Value>; 5] {
    let event = match trigger.definition.events.first() {
        Some(TriggerEvent::Update(_)) => "UPDATE",
        Some(TriggerEvent::Delete) => "DELETE",
        _ => "INSERT",
    };
    let mut body = behind(&trigger.text, "EACH ROW");
    if trigger.definition.place.is_some() {
        // FOLLOWS and the other's name are no part of it.
        for _ in 0..2 {
            body = body.split_once(char::is_whitespace).map_or("", |(_, rest)| rest.trim_start());
        }
    }
    [
        Some(Value::Text(trigger.name.clone())),
        Some(Value::text(event)),
        catalog.table_by_id(trigger.table).map(|table| Value::Text(table.name.clone())),
        Some(Value::text(body)),
        Some(Value::text(trigger.definition.time.name())),
    ]
}

/// SHOW TRIGGERS. When they were made is not known here.
pub(super) fn triggers(catalog: &Catalog, settings: &Settings, schema: &str) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    for (key, object) in catalog.objects() {
        let Object::Trigger(trigger) = object else { continue };
        if key.schema != schema {
            continue;
        }
        let mut row: Vec<Value> = shown_trigger(catalog, trigger).into_iter().flatten().collect();
        row.push(Value::Null);
        row.push(Value::Text(settings.sql_mode.clone()));
        row.push(Value::text("root@localhost"));
        row.extend(surroundings());
        rows.push(row);
    }
    rows
}

/// SHOW CREATE TRIGGER.
///
/// # Errors
/// There is none of that name.
pub(super) fn create_trigger(
    catalog: &Catalog,
    settings: &Settings,
    database: &str,
    name: &ObjectName,
) -> Result<Vec<Value>, crate::error::Error> {
    let schema = name.schema.as_ref().map_or(database, |s| &s.text);
    let key = catalog.key(schema, Space::Trigger, &name.name.text);
    let Some(Object::Trigger(trigger)) = catalog.get(&key) else {
        let name = name.name.text.to_string();
        return Err(crate::error::ErrorKind::NoSuchObject { kind: "trigger", name }.nowhere());
    };
    let text = ["CREATE DEFINER=`root`@`localhost` TRIGGER ", behind(&trigger.text, "TRIGGER")];
    let mut row = vec![
        Value::Text(trigger.name.clone()),
        Value::Text(settings.sql_mode.clone()),
        Value::text(&text.concat()),
    ];
    row.extend(surroundings());
    row.push(Value::Null);
    Ok(row)
}

/// ANALYZE TABLE and its like, which find nothing to do ("Table Maintenance Statements").
pub(super) fn maintained(
    catalog: &Catalog,
    settings: &Settings,
    words: &str,
    name: &ObjectName,
) -> (Option<Vec<ResultColumn>>, Vec<Vec<Value>>) {
    let database = super::mysql_database::current(settings);
    let schema = name.schema.as_ref().map_or(database, |s| &s.text);
    let full = [schema, ".", &name.name.text].concat();
    let row = |kind: &str, text: &str| [&full, words, kind, text].map(Value::text).to_vec();
    let rows = match table_named(catalog, schema, &name.name.text) {
        None => vec![
            row("Error", &["Table '", &full, "' doesn't exist"].concat()),
            row("status", "Operation failed"),
        ],
        Some(_) if words == "optimize" => vec![
            row("note", "Table does not support optimize, doing recreate + analyze instead"),
            row("status", "OK"),
        ],
        Some(_) if words == "repair" => {
            vec![row("note", "The storage engine for the table doesn't support repair")]
        }
        Some(_) => vec![row("status", "OK")],
    };
    let columns = ["Table", "Op", "Msg_type", "Msg_text"];
    (Some(columns.iter().map(|name| result_column(name, Type::Varchar(64))).collect()), rows)
}
