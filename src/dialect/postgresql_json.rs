//! PostgreSQL: json and jsonb: `->`, `->>`, `@>`, `?`, `||` and a few functions (functions-json).
//! A value is its text; jsonb's is in its canonical form.

use std::rc::Rc;

use super::postgresql_cast::coerce;
use super::postgresql_expr::{INT, no_operator};
use super::postgresql_values::{data_error, report};
use crate::error::{ErrorKind, Report};
use crate::plan::expr::{Bind, Bound};
use crate::plan::function::Function;
use crate::plan::node::Expr;
use crate::syntax::ast::BinaryOp;
use crate::types::Type;
use crate::types::jsonb::{Json, order, parse};
use crate::value::Value;

/// Reads a JSON text for a column of a type.
pub(super) fn read(text: &Rc<str>, binary: bool) -> Bind<Value> {
    match parse(text) {
        Some(_) if binary && has_zero_letter(text) => {
            let detail = Some("\\u0000 cannot be converted to text.".to_string());
            let report = report("22P05", "unsupported Unicode escape sequence");
            Err(ErrorKind::Report(Box::new(Report { detail, ..report })))
        }
        Some(json) if binary => Ok(Value::text(&json.canonical().to_string())),
        Some(_) => Ok(Value::Text(text.clone())),
        None => {
            let detail = Some(crate::types::jsonb::why(text));
            let report = report("22P02", "invalid input syntax for type json");
            Err(ErrorKind::Report(Box::new(Report { detail, ..report })))
        }
    }
}

/// Whether a JSON text has the letter 0 as an escape.
fn has_zero_letter(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        rest = &rest[at + 1..];
        if rest.starts_with("u0000") {
            return true;
        }
        let mut letters = rest.chars();
        letters.next();
        rest = letters.as_str();
    }
    false
}

fn json_of(value: &Value) -> Option<Json> {
    match value {
        Value::Text(text) => parse(text),
        _ => None,
    }
}

/// An operator with a side of json or jsonb; none when no side is.
pub(super) fn binary(op: BinaryOp, left: &Bound, right: &Bound) -> Option<Bind<Bound>> {
    let is_json = |ty: &Type| matches!(ty, Type::Json | Type::Jsonb);
    if !is_json(&left.ty) && !is_json(&right.ty) {
        return None;
    }
    let (left, right) = (left.clone(), right.clone());
    let sign = super::postgresql_operators::sign(op);
    let wrong = no_operator(sign, Some(&left.ty), &right.ty);
    let textual = |ty: &Type| super::postgresql_cast::is_text(ty);
    let open = |ty: &Type| *ty == Type::Unknown || *ty == Type::Jsonb;
    let both = open(&left.ty) && open(&right.ty);
    let whole = matches!(right.ty, Type::Int { bits: 16 | 32, .. });
    let key = whole || textual(&right.ty) || right.ty == Type::Unknown;
    let array = matches!(&right.ty, Type::Array(item) if textual(item));
    let (function, wanted, gives): (&'static Function, Type, Type) = match op {
        BinaryOp::Arrow | BinaryOp::LongArrow if is_json(&left.ty) && key => {
            let text = op == BinaryOp::LongArrow;
            let gives = if text { Type::Text } else { left.ty.clone() };
            (if text { &MEMBER_TEXT } else { &MEMBER }, if whole { INT } else { Type::Text }, gives)
        }
        BinaryOp::HashArrow | BinaryOp::HashLongArrow
            if is_json(&left.ty) && (array || right.ty == Type::Unknown) =>
        {
            let text = op == BinaryOp::HashLongArrow;
            let gives = if text { Type::Text } else { left.ty.clone() };
            let path = Type::Array(Rc::new(Type::Text));
            (if text { &AT_PATH_TEXT } else { &AT_PATH }, path, gives)
        }
        BinaryOp::Contains if both => (&CONTAINS, Type::Jsonb, Type::Bool),
        BinaryOp::ContainedBy if both => (&CONTAINED, Type::Jsonb, Type::Bool),
        BinaryOp::HasKey if left.ty == Type::Jsonb && key && !whole => {
            (&HAS_KEY, Type::Text, Type::Bool)
        }
        BinaryOp::Concat if both => (&MERGE, Type::Jsonb, Type::Jsonb),
        // A string takes what else there is as its text.
        BinaryOp::Concat => return None,
        BinaryOp::Sub if left.ty == Type::Jsonb && array => {
            return Some(Err(ErrorKind::unsupported("jsonb without several keys")));
        }
        BinaryOp::Sub if left.ty == Type::Jsonb && key => {
            (&WITHOUT, if whole { INT } else { Type::Text }, Type::Jsonb)
        }
        _ => return Some(Err(wrong)),
    };
    let left_type =
        if gives == Type::Bool || op == BinaryOp::Concat { Type::Jsonb } else { left.ty.clone() };
    let args =
        coerce(left, &left_type).and_then(|left| Ok([left.expr, coerce(right, &wanted)?.expr]));
    Some(args.map(|args| Bound::new(Expr::Call(function, Rc::from(args)), gives)))
}

macro_rules! json_function {
    ($name:ident, $label:literal, $body:expr) => {
        pub(super) static $name: Function = Function {
            name: $label,
            strict: true,
            pure: true,
            call: |_, args| {
                let body: fn(&[Value]) -> Value = $body;
                Ok(body(args))
            },
        };
    };
}

json_function!(MEMBER, "->", |args| {
    member(args).map_or(Value::Null, |json| Value::text(&json.to_string()))
});
json_function!(MEMBER_TEXT, "->>", |args| member(args).map_or(Value::Null, as_text));
json_function!(AT_PATH, "#>", |args| {
    at_path(args).map_or(Value::Null, |json| Value::text(&json.to_string()))
});
json_function!(AT_PATH_TEXT, "#>>", |args| at_path(args).map_or(Value::Null, as_text));
json_function!(LENGTH, "jsonb_array_length", |args| match json_of(&args[0]) {
    Some(Json::Array(items)) => Value::Int(items.len() as i64),
    _ => Value::Null,
});
json_function!(SAME, "to_jsonb", |args| match &args[0] {
    Value::Text(text) => canonical(text),
    _ => Value::Null,
});
json_function!(TO_JSONB, "to_jsonb", |args| Value::text(&as_json(&args[0]).to_string()));
json_function!(SET, "jsonb_set", |args| {
    let (Some(mut whole), Some(new)) = (json_of(&args[0]), json_of(&args[2])) else {
        return Value::Null;
    };
    let create = !matches!(args.get(3), Some(Value::Bool(false)));
    let path = crate::types::array::items_of(&args[1]).unwrap_or_default();
    set(&mut whole, &path, new, create);
    Value::text(&whole.canonical().to_string())
});

/// A JSON text in jsonb's form.
pub(super) fn canonical(text: &str) -> Value {
    parse(text).map_or(Value::Null, |json| Value::text(&json.canonical().to_string()))
}

/// Puts a value at a path, of which all but the last part must be there.
fn set(whole: &mut Json, path: &[Value], new: Json, create: bool) {
    let Some((Value::Text(key), rest)) = path.split_first() else { return };
    let place = match whole {
        Json::Object(members) => match members.iter().position(|(known, _)| **known == **key) {
            Some(at) => &mut members[at].1,
            None => {
                if create && rest.is_empty() {
                    members.push((key.to_string(), new));
                }
                return;
            }
        },
        Json::Array(items) => {
            let length = items.len() as i64;
            let Ok(at) = key.parse::<i64>() else { return };
            let at = if at < 0 { at + length } else { at };
            match usize::try_from(at).ok().filter(|at| *at < items.len()) {
                Some(at) => &mut items[at],
                None => {
                    if create && rest.is_empty() {
                        items.insert(if at < 0 { 0 } else { items.len() }, new);
                    }
                    return;
                }
            }
        }
        _ => return,
    };
    match rest.is_empty() {
        true => *place = new,
        false => set(place, rest, new, create),
    }
}

fn at_path(args: &[Value]) -> Option<Json> {
    let mut found = args[0].clone();
    for part in crate::types::array::items_of(&args[1])? {
        let number = match (&part, json_of(&found)?) {
            (Value::Text(text), Json::Array(_)) => Value::Int(text.parse().ok()?),
            _ => part,
        };
        found = Value::text(&member(&[found, number])?.to_string());
    }
    json_of(&found)
}

fn as_text(json: Json) -> Value {
    match json {
        Json::Plain(word) if word == "null" => Value::Null,
        Json::Text(text) => Value::text(&text),
        json => Value::text(&json.to_string()),
    }
}

/// The rows of `jsonb_array_elements` and its like.
pub(super) fn elements(args: &[Value], text: bool) -> Bind<Vec<Vec<Value>>> {
    let one = |json: Json| if text { as_text(json) } else { Value::text(&json.to_string()) };
    match json_of(&args[0]) {
        Some(Json::Array(items)) => Ok(items.into_iter().map(|item| vec![one(item)]).collect()),
        Some(Json::Object(_)) => Err(data_error("22023", "cannot extract elements from an object")),
        Some(_) => Err(data_error("22023", "cannot extract elements from a scalar")),
        None => Ok(Vec::new()),
    }
}

/// The rows of `jsonb_each` and its like.
pub(super) fn members(args: &[Value], text: bool) -> Bind<Vec<Vec<Value>>> {
    let one = |json: Json| if text { as_text(json) } else { Value::text(&json.to_string()) };
    match json_of(&args[0]) {
        Some(Json::Object(members)) => Ok(members
            .into_iter()
            .map(|(key, value)| vec![Value::text(&key), one(value)])
            .collect()),
        Some(_) => Err(ErrorKind::unsupported("members of what is no object")),
        None => Ok(Vec::new()),
    }
}

json_function!(CONTAINS, "@>", |args| contained(&args[1], &args[0]));
json_function!(CONTAINED, "<@", |args| contained(&args[0], &args[1]));
json_function!(HAS_KEY, "?", |args| {
    let Value::Text(wanted) = &args[1] else { return Value::Null };
    let is_text = |item: &Json| matches!(item, Json::Text(text) if **text == **wanted);
    match json_of(&args[0]) {
        Some(Json::Object(members)) => {
            Value::Bool(members.iter().any(|(key, _)| **key == **wanted))
        }
        Some(Json::Array(items)) => Value::Bool(items.iter().any(is_text)),
        Some(json) => Value::Bool(is_text(&json)),
        None => Value::Null,
    }
});
json_function!(MERGE, "||", |args| {
    let merged = match (json_of(&args[0]), json_of(&args[1])) {
        (Some(Json::Object(mut a)), Some(Json::Object(b))) => {
            a.extend(b);
            Json::Object(a)
        }
        (Some(a), Some(b)) => Json::Array([items(a), items(b)].concat()),
        _ => return Value::Null,
    };
    Value::text(&merged.canonical().to_string())
});
/// `jsonb - 'key'`, `jsonb - 1`.
static WITHOUT: Function = Function {
    name: "-",
    strict: true,
    pure: true,
    call: |_, args| {
        let json = match (json_of(&args[0]), &args[1]) {
            (Some(Json::Object(_)), Value::Int(_)) => {
                let message = "cannot delete from object using integer index";
                return Err(data_error("22023", message));
            }
            (Some(Json::Object(mut members)), Value::Text(key)) => {
                members.retain(|(known, _)| **known != **key);
                Json::Object(members)
            }
            (Some(Json::Array(mut items)), Value::Int(at)) => {
                let at = if *at < 0 { at + items.len() as i64 } else { *at };
                if let Some(at) = usize::try_from(at).ok().filter(|at| *at < items.len()) {
                    items.remove(at);
                }
                Json::Array(items)
            }
            (Some(Json::Array(mut items)), Value::Text(key)) => {
                items.retain(|item| !matches!(item, Json::Text(text) if **text == **key));
                Json::Array(items)
            }
            (Some(_), _) => return Err(data_error("22023", "cannot delete from scalar")),
            (None, _) => return Ok(Value::Null),
        };
        Ok(Value::text(&json.to_string()))
    },
};

/// A jsonb as a number or a boolean, which it must be.
pub(super) fn plain(value: Value, ty: &Type) -> Bind<Value> {
    let number = *ty != Type::Bool;
    let kind = match json_of(&value) {
        None => return Ok(Value::Null),
        Some(Json::Plain(word)) if word == "null" => return Ok(Value::Null),
        Some(Json::Plain(word)) => {
            let truth = word == "true" || word == "false";
            if truth != number {
                let exact = Type::Decimal { precision: None };
                let read_as = if number { &exact } else { ty };
                let read = super::postgresql_values::read(&Rc::from(&*word), read_as)?;
                return super::postgresql_values::convert(read, ty);
            }
            if truth { "boolean" } else { "numeric" }
        }
        Some(Json::Object(_)) => "object",
        Some(Json::Array(_)) => "array",
        Some(Json::Text(_)) => "string",
    };
    let name = super::postgresql_types::sql_name(ty);
    Err(data_error("22023", ["cannot cast jsonb ", kind, " to type ", &name].concat()))
}

json_function!(TYPE_OF, "jsonb_typeof", |args| match json_of(&args[0]) {
    Some(Json::Object(_)) => Value::text("object"),
    Some(Json::Array(_)) => Value::text("array"),
    Some(Json::Text(_)) => Value::text("string"),
    Some(Json::Plain(word)) => Value::text(match &*word {
        "null" => "null",
        "true" | "false" => "boolean",
        _ => "number",
    }),
    None => Value::Null,
});

fn items(json: Json) -> Vec<Json> {
    match json {
        Json::Array(items) => items,
        other => vec![other],
    }
}

fn member(args: &[Value]) -> Option<Json> {
    match (json_of(&args[0])?, &args[1]) {
        (Json::Object(members), Value::Text(key)) => {
            members.into_iter().rev().find(|(known, _)| **known == **key).map(|(_, value)| value)
        }
        (Json::Array(mut items), Value::Int(at)) => {
            let at = if *at < 0 { at + items.len() as i64 } else { *at };
            let at = usize::try_from(at).ok().filter(|at| *at < items.len())?;
            Some(items.swap_remove(at))
        }
        _ => None,
    }
}

fn contained(part: &Value, whole: &Value) -> Value {
    match (json_of(part), json_of(whole)) {
        (Some(part), Some(whole)) => Value::Bool(contains(&whole, &part)),
        _ => Value::Null,
    }
}

fn contains(whole: &Json, part: &Json) -> bool {
    match (whole, part) {
        (Json::Object(whole), Json::Object(part)) => part.iter().all(|(key, wanted)| {
            whole.iter().any(|(known, value)| known == key && contains(value, wanted))
        }),
        (Json::Array(whole), Json::Array(part)) => {
            part.iter().all(|wanted| whole.iter().any(|item| contains(item, wanted)))
        }
        (Json::Array(whole), part @ (Json::Plain(_) | Json::Text(_))) => {
            whole.iter().any(|item| order(item, part).is_eq())
        }
        (whole, part) => order(whole, part).is_eq(),
    }
}

/// A value as JSON, as `to_jsonb` makes it.
pub(super) fn jsonified(bound: Bound) -> Bind<Expr> {
    let function: &'static Function = match &bound.ty {
        Type::Json | Type::Jsonb => &SAME,
        Type::Timestamp { .. } => &MOMENT,
        Type::Array(_) | Type::Range(_) => {
            return Err(ErrorKind::unsupported("arrays and ranges as JSON"));
        }
        _ => &TO_JSONB,
    };
    Ok(Expr::Call(function, Rc::from([bound.expr])))
}

// Moments have a T between day and time, and zones have minutes (json.c, `JsonEncodeDateTime`).
json_function!(MOMENT, "to_jsonb", |args| {
    let mut text = super::postgresql_values::print(&args[0]).replace(' ', "T");
    if text.len() > 3 && matches!(text.as_bytes()[text.len() - 3], b'+' | b'-') {
        text.push_str(":00");
    }
    Value::text(&Json::Text(text).to_string())
});

/// A part of an array or object, which is JSON by now.
fn part(value: &Value) -> Json {
    json_of(value).unwrap_or_else(|| Json::Plain("null".to_string()))
}

/// `jsonb_build_array(value, …)`.
pub(super) static BUILD_ARRAY: Function = Function {
    name: "jsonb_build_array",
    strict: false,
    pure: true,
    call: |_, args| Ok(array(args)),
};

/// An array of the parts.
pub(super) fn array(parts: &[Value]) -> Value {
    Value::text(&Json::Array(parts.iter().map(part).collect()).to_string())
}

/// `jsonb_build_object(key, value, …)`, the keys as texts.
pub(super) static BUILD_OBJECT: Function = Function {
    name: "jsonb_build_object",
    strict: false,
    pure: true,
    call: |_, args| {
        let mut members = Vec::new();
        for (at, pair) in args.chunks(2).enumerate() {
            if pair[0].is_null() {
                let message = format!("argument {}: key must not be null", at * 2 + 1);
                return Err(data_error("22023", message));
            }
            let key = super::postgresql_values::print(&pair[0]);
            members.push((key, pair.get(1).map_or(Json::Plain("null".to_string()), part)));
        }
        Ok(Value::text(&Json::Object(members).canonical().to_string()))
    },
};

/// A value that is no array as JSON.
pub(super) fn as_json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Plain("null".to_string()),
        Value::Bool(truth) => Json::Plain(truth.to_string()),
        Value::Int(_) | Value::Real(_) => Json::Plain(super::postgresql_values::print(value)),
        Value::Other(ops, bytes) if (ops.number)(bytes).is_some() => Json::Plain((ops.text)(bytes)),
        other => Json::Text(super::postgresql_values::print(other)),
    }
}
