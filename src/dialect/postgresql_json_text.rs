//! PostgreSQL: json that is put together as text, blanks and all, and jsonb made of the same parts
//! (functions-json, "JSON Creation Functions"; json.c). Compared with PostgreSQL 18 (PGlite).

use std::rc::Rc;

use super::postgresql_json::{SAME, as_json, canonical, jsonified};
use super::postgresql_values::{data_error, print};
use crate::error::ErrorKind;
use crate::plan::expr::{Bind, Bound};
use crate::plan::function::{Accumulator, Aggregate, Function};
use crate::plan::node::Expr;
use crate::types::jsonb::Json;
use crate::types::{Type, array};
use crate::value::Value;

/// The type of a whole row, whose value is its JSON text.
pub(super) const RECORD: Type = Type::Catalog("row as json");

/// A value as the text of its JSON.
pub(super) fn texted(bound: Bound) -> Bind<Expr> {
    match &bound.ty {
        Type::Json | Type::Jsonb => Ok(bound.expr),
        ty if *ty == RECORD => Ok(bound.expr),
        Type::Array(item)
            if !matches!(**item, Type::Json | Type::Jsonb | Type::Timestamp { .. }) =>
        {
            Ok(Expr::Call(&ARRAY_TEXT, Rc::from([bound.expr])))
        }
        _ => jsonified(bound),
    }
}

/// As [`texted`], in jsonb's form.
fn binary(bound: Bound) -> Bind<Expr> {
    Ok(Expr::Call(&SAME, Rc::from([texted(bound)?])))
}

/// A whole row given to one of the functions that take one.
pub(super) fn row(names: &[Rc<str>], rowid: Option<Expr>, fields: Vec<Bound>) -> Bind<Bound> {
    // Without a rowid a row of NULLs is taken for one that is not there.
    let known = rowid.is_some();
    let mut parts = vec![rowid.unwrap_or(Expr::Const(Value::Null))];
    for (name, field) in names.iter().zip(fields) {
        parts.push(Expr::Const(Value::Text(name.clone())));
        parts.push(texted(field)?);
    }
    let function = if known { &ROW } else { &ROW_IF_ANY };
    Ok(Bound::new(Expr::Call(function, parts.into()), RECORD))
}

/// A row as a value: its text. A rowid that is NULL stands for no row; one that is always NULL, for none
/// where all fields are.
pub(super) fn composite(rowid: Option<Expr>, fields: Vec<Bound>) -> Bind<Bound> {
    let mut parts = vec![match rowid {
        Some(Expr::Const(_)) => {
            let fields = fields.iter().map(|f| f.expr.clone());
            Expr::Call(&ANY, fields.collect())
        }
        known => known.unwrap_or(Expr::Const(Value::Int(0))),
    }];
    parts.extend(fields.into_iter().map(|field| field.expr));
    Ok(Bound::new(Expr::Call(&ROW_TEXT, parts.into()), Type::Catalog("record")))
}

/// NULL where all are.
static ANY: Function = Function {
    name: "row",
    strict: false,
    pure: true,
    call: |_, args| Ok(if args.iter().all(Value::is_null) { Value::Null } else { Value::Int(0) }),
};

/// `(1,"a b",)` (rowtypes, "Composite Type Input and Output Syntax").
static ROW_TEXT: Function = Function {
    name: "row",
    strict: false,
    pure: true,
    call: |_, args| {
        let Some((Value::Int(_), fields)) = args.split_first() else { return Ok(Value::Null) };
        let mut text = String::from("(");
        for (at, field) in fields.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            if !field.is_null() {
                crate::types::array::quote_field(&mut text, &print(field));
            }
        }
        text.push(')');
        Ok(Value::text(&text))
    },
};

/// Calls of functions that make json, and jsonb of values that must be made json first.
pub(super) fn function(name: &str, args: Vec<Bound>) -> Option<Bind<Bound>> {
    let (function, ty): (&'static Function, Type) = match (name, &args[..]) {
        ("json_build_object", _) if args.len() % 2 == 1 => {
            return Some(Err(odd_arguments(name)));
        }
        ("json_build_object", _) => {
            let parts = args.into_iter().enumerate().map(|(at, arg)| match at % 2 {
                0 => Ok(arg.expr),
                _ => texted(arg),
            });
            return Some(
                parts
                    .collect::<Bind<Vec<Expr>>>()
                    .map(|parts| Bound::new(Expr::Call(&BUILD_OBJECT, parts.into()), Type::Json)),
            );
        }
        ("to_json" | "to_jsonb", [Bound { ty: Type::Unknown, .. }]) => {
            let message = "could not determine polymorphic type because input has type unknown";
            return Some(Err(data_error("42804", message)));
        }
        ("json_build_array", _) => (&BUILD_ARRAY, Type::Json),
        ("to_json", [_]) => (&PLAIN, Type::Json),
        ("row_to_json", [one]) if one.ty == RECORD => (&PLAIN, Type::Json),
        ("to_jsonb", [one]) => {
            let made = binary(one.clone());
            return Some(made.map(|expr| Bound::new(expr, Type::Jsonb)));
        }
        ("array_to_json", [one]) if matches!(one.ty, Type::Array(_)) => (&PLAIN, Type::Json),
        _ => return None,
    };
    let parts: Bind<Vec<Expr>> = args.into_iter().map(texted).collect();
    Some(parts.map(|parts| Bound::new(Expr::Call(function, parts.into()), ty)))
}

/// What keys without values lead to.
pub(super) fn odd_arguments(name: &str) -> ErrorKind {
    let message = "argument list must have even number of elements";
    let report = super::postgresql_values::report("22023", message);
    let hint = ["The arguments of ", name, "() must consist of alternating keys and values."];
    ErrorKind::Report(Box::new(crate::error::Report { hint: Some(hint.concat()), ..report }))
}

/// Aggregates that make json or jsonb: the aggregate, its arguments and its type.
pub(super) fn aggregate(
    name: &str,
    args: &[Bound],
) -> Option<Bind<(&'static Aggregate, Vec<Expr>, Type)>> {
    let (aggregate, ty): (&'static Aggregate, Type) = match (name, args) {
        // Rows and arrays stand on lines of their own.
        ("json_agg", [one]) if one.ty == RECORD || matches!(one.ty, Type::Array(_)) => {
            (&LINES, Type::Json)
        }
        ("json_agg", [_]) => (&ITEMS, Type::Json),
        ("jsonb_agg", [_]) => (&BINARY_ITEMS, Type::Jsonb),
        ("json_object_agg", [_, _]) => (&MEMBERS, Type::Json),
        ("jsonb_object_agg", [_, _]) => (&BINARY_MEMBERS, Type::Jsonb),
        _ => return None,
    };
    let mut exprs: Bind<Vec<Expr>> = args.iter().cloned().map(texted).collect();
    if let (Ok(exprs), [key, _]) = (&mut exprs, args) {
        exprs[0] = key.expr.clone();
    }
    Some(exprs.map(|exprs| (aggregate, exprs, ty)))
}

/// A JSON text; a NULL is `null`.
fn part(value: &Value) -> &str {
    match value {
        Value::Text(text) => text,
        _ => "null",
    }
}

fn list(parts: &[Value], between: &str) -> Value {
    let parts: Vec<&str> = parts.iter().map(part).collect();
    Value::text(&["[", &parts.join(between), "]"].concat())
}

/// The key of a member, as a JSON string.
fn key(value: &Value) -> String {
    Json::Text(print(value)).to_string()
}

fn members(parts: &[Value], colon: &str, between: &str) -> String {
    let pairs = parts.chunks(2).map(|pair| [&key(&pair[0]), colon, part(&pair[1])].concat());
    pairs.collect::<Vec<_>>().join(between)
}

macro_rules! json_text {
    ($name:ident, $label:literal, $call:expr) => {
        static $name: Function = Function { name: $label, strict: false, pure: true, call: $call };
    };
}

json_text!(PLAIN, "to_json", |_, args| Ok(args[0].clone()));
json_text!(BUILD_ARRAY, "json_build_array", |_, args| Ok(list(args, ", ")));
json_text!(ROW, "row", |_, args| Ok(match args[0].is_null() {
    true => Value::Null,
    false => row_text(args),
}));
json_text!(ROW_IF_ANY, "row", |_, args| {
    let values = args[1..].chunks(2).map(|pair| &pair[1]);
    Ok(match values.clone().all(Value::is_null) {
        true => Value::Null,
        false => row_text(args),
    })
});
json_text!(ARRAY_TEXT, "array_to_json", |_, args| Ok(match &args[0] {
    Value::Null => Value::Null,
    value => Value::text(&array_text(value)),
}));
json_text!(BUILD_OBJECT, "json_build_object", |_, args| {
    if args.iter().step_by(2).any(Value::is_null) {
        return Err(data_error("22004", "null value not allowed for object key"));
    }
    Ok(Value::text(&["{", &members(args, " : ", ", "), "}"].concat()))
});

/// The object of a whole row, whose rowid comes before its members.
fn row_text(args: &[Value]) -> Value {
    Value::text(&["{", &members(&args[1..], ":", ","), "}"].concat())
}

fn array_text(value: &Value) -> String {
    match array::items_of(value) {
        Some(items) => {
            let items: Vec<String> = items.iter().map(array_text).collect();
            ["[", &items.join(","), "]"].concat()
        }
        None => as_json(value).to_string(),
    }
}

macro_rules! gathering {
    ($name:ident, $label:literal, $finish:expr) => {
        pub(super) static $name: Aggregate =
            Aggregate { name: $label, start: |_| Box::new(Gathered(Vec::new(), $finish)) };
    };
}

gathering!(ITEMS, "json_agg", |parts| Ok(list(parts, ", ")));
gathering!(LINES, "json_agg", |parts| {
    let mut text = String::from("[");
    for (at, value) in parts.iter().enumerate() {
        text.push_str(match (at, value.is_null()) {
            (0, _) => "",
            (_, true) => ", ",
            (_, false) => ", \n ",
        });
        text.push_str(part(value));
    }
    text.push(']');
    Ok(Value::text(&text))
});
gathering!(BINARY_ITEMS, "jsonb_agg", |parts| Ok(canonical(part(&list(parts, ",")))));
gathering!(MEMBERS, "json_object_agg", |parts| {
    no_null_key(parts, "null value not allowed for object key")?;
    Ok(Value::text(&["{ ", &members(parts, " : ", ", "), " }"].concat()))
});
gathering!(BINARY_MEMBERS, "jsonb_object_agg", |parts| {
    no_null_key(parts, "field name must not be null")?;
    let text = ["{", &members(parts, ":", ","), "}"].concat();
    Ok(canonical(&text))
});

fn no_null_key(parts: &[Value], message: &str) -> Bind<()> {
    match parts.iter().step_by(2).any(Value::is_null) {
        true => Err(data_error(if message.starts_with('n') { "22004" } else { "22023" }, message)),
        false => Ok(()),
    }
}

/// All arguments one after the other, and what is made of them.
struct Gathered(Vec<Value>, fn(&[Value]) -> Bind<Value>);

impl Accumulator for Gathered {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        self.0.extend_from_slice(args);
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        match self.0.is_empty() {
            true => Ok(Value::Null),
            false => self.1(&self.0),
        }
    }
}
