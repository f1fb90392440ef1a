//! MySQL: the JSON type and the functions over it ("The JSON Data Type", "JSON Functions"). A value
//! is kept as its text, keys sorted; paths name members and elements, without wildcards.

use super::mysql_expr::call;
use super::mysql_report::entry;
use super::mysql_types::print;
use crate::error::ErrorKind;
use crate::plan::expr::{Bind, Bound};
use crate::plan::function::{Accumulator, Aggregate, Function, Host};
use crate::plan::node::Expr;
use crate::types::Type;
use crate::types::jsonb::{Json, parse};
use crate::value::Value;

/// One step of a path.
enum Leg {
    Member(String),
    Element(usize),
    /// `[last]`, so many before it.
    Last(usize),
}

fn failure(errno: i32, code: &str, message: String) -> ErrorKind {
    let state = if errno == 3143 || errno == 3154 { "42000" } else { "22032" };
    ErrorKind::Report(Box::new(entry(errno, state, code, message)))
}

/// A text that should be JSON; `of` says where it stands.
pub(super) fn read(text: &str, of: &str) -> Bind<Json> {
    parse(text).map(Json::canonical).ok_or_else(|| {
        let (what, at) = super::mysql_json_error::wrong(text);
        let message = format!("Invalid JSON text{of}: \"{what}\" at position {at}.");
        failure(3141, "ER_INVALID_JSON_TEXT_IN_PARAM", message)
    })
}

/// The document in an argument.
fn document(args: &[Value], at: usize, name: &str) -> Bind<Json> {
    let of = format!(" in argument {} to function {name}", at + 1);
    read(&print(&args[at]), &of)
}

fn path(value: &Value) -> Bind<Vec<Leg>> {
    let text = print(value);
    let wrong = |rest: &str| {
        let at = text.len() - rest.len();
        let message =
            format!("Invalid JSON path expression. The error is around character position {at}.");
        failure(3143, "ER_INVALID_JSON_PATH", message)
    };
    let mut legs = Vec::new();
    let mut rest = text.trim().strip_prefix('$').ok_or_else(|| wrong(&text))?.trim_start();
    while !rest.is_empty() {
        if rest.contains('*') {
            return Err(ErrorKind::unsupported("wildcards in JSON paths"));
        }
        if let Some(after) = rest.strip_prefix('[') {
            let end = after.find(']').ok_or_else(|| wrong(rest))?;
            let inner = after[..end].trim();
            let leg = match inner.strip_prefix("last") {
                Some("") => Some(Leg::Last(0)),
                Some(back) => {
                    back.trim().strip_prefix('-').and_then(|n| n.trim().parse().ok()).map(Leg::Last)
                }
                None => inner.parse().ok().map(Leg::Element),
            };
            legs.push(leg.ok_or_else(|| wrong(rest))?);
            rest = after[end + 1..].trim_start();
        } else if let Some(after) = rest.strip_prefix('.') {
            let after = after.trim_start();
            let end = match after.strip_prefix('"') {
                Some(inner) => inner.find('"').map(|at| at + 2).ok_or_else(|| wrong(after))?,
                None => after.find(['.', '[', ' ']).unwrap_or(after.len()),
            };
            let name = after[..end].trim_matches('"');
            if name.is_empty() {
                return Err(wrong(after));
            }
            legs.push(Leg::Member(name.to_string()));
            rest = after[end..].trim_start();
        } else {
            return Err(wrong(rest));
        }
    }
    Ok(legs)
}

/// The place that a leg means in a value; an array of one where the value is no array.
fn step<'j>(json: &'j mut Json, leg: &Leg) -> Option<&'j mut Json> {
    match (json, leg) {
        (Json::Object(members), Leg::Member(name)) => {
            members.iter_mut().find(|(key, _)| key == name).map(|(_, value)| value)
        }
        (Json::Array(items), Leg::Element(at)) => items.get_mut(*at),
        (Json::Array(items), Leg::Last(back)) => {
            let at = items.len().checked_sub(back + 1)?;
            items.get_mut(at)
        }
        (_, Leg::Member(_)) => None,
        (json, Leg::Element(0) | Leg::Last(0)) => Some(json),
        _ => None,
    }
}

fn find<'j>(json: &'j mut Json, legs: &[Leg]) -> Option<&'j mut Json> {
    legs.iter().try_fold(json, step)
}

fn answer(json: Json) -> Value {
    Value::text(&json.canonical().to_string())
}

/// What any SQL value is as JSON.
static TO_JSON: Function = Function {
    name: "to json",
    strict: false,
    pure: true,
    call: |_, args| {
        Ok(match &args[0] {
            Value::Null => Value::text("null"),
            Value::Text(text) => answer(Json::Text(text.to_string())),
            other => Value::text(&print(other)),
        })
    },
};

/// As JSON, whatever its type is.
pub(super) fn as_json(bound: Bound) -> Expr {
    match bound.ty {
        Type::Jsonb => {
            // NULL is the JSON null where it becomes part of a document.
            let null = Expr::Const(Value::text("null"));
            Expr::Coalesce(vec![bound.expr, null].into())
        }
        _ => call(&TO_JSON, vec![bound.expr]),
    }
}

const fn of(name: &'static str, call: fn(&mut dyn Host, &[Value]) -> Bind<Value>) -> Function {
    Function { name, strict: true, pure: true, call }
}

/// `JSON_EXTRACT(doc, path, …)`: one value, or an array of those found under several paths.
pub(super) static EXTRACT: Function = of("json_extract", |_, args| {
    let mut json = document(args, 0, "json_extract")?;
    let mut found = Vec::new();
    for given in &args[1..] {
        found.extend(find(&mut json, &path(given)?).cloned());
    }
    Ok(match (args.len(), found.len()) {
        (_, 0) => Value::Null,
        (2, _) => answer(found.remove(0)),
        _ => answer(Json::Array(found)),
    })
});
/// `JSON_UNQUOTE(value)`.
pub(super) static UNQUOTE: Function = of("json_unquote", |_, args| {
    let text = print(&args[0]);
    Ok(match parse(&text) {
        Some(Json::Text(inner)) => Value::text(&inner),
        _ => Value::text(&text),
    })
});
/// `JSON_QUOTE(text)`.
pub(super) static QUOTE: Function =
    of("json_quote", |_, args| Ok(answer(Json::Text(print(&args[0])))));
/// `JSON_VALID(value)`.
pub(super) static VALID: Function =
    of("json_valid", |_, args| Ok(Value::Int(i64::from(parse(&print(&args[0])).is_some()))));
/// `JSON_TYPE(value)`.
pub(super) static TYPE: Function = of("json_type", |_, args| {
    Ok(Value::text(match document(args, 0, "json_type")? {
        Json::Object(_) => "OBJECT",
        Json::Array(_) => "ARRAY",
        Json::Text(_) => "STRING",
        Json::Plain(word) => match &*word {
            "null" => "NULL",
            "true" | "false" => "BOOLEAN",
            number if number.contains(['.', 'e', 'E']) => "DOUBLE",
            _ => "INTEGER",
        },
    }))
});
/// `JSON_LENGTH(doc[, path])`.
pub(super) static LENGTH: Function = of("json_length", |_, args| {
    let mut json = document(args, 0, "json_length")?;
    let legs = args.get(1).map_or_else(|| Ok(Vec::new()), path)?;
    Ok(match find(&mut json, &legs) {
        None => Value::Null,
        Some(Json::Array(items)) => Value::Int(items.len() as i64),
        Some(Json::Object(members)) => Value::Int(members.len() as i64),
        Some(_) => Value::Int(1),
    })
});
/// `JSON_KEYS(doc[, path])`.
pub(super) static KEYS: Function = of("json_keys", |_, args| {
    let mut json = document(args, 0, "json_keys")?;
    let legs = args.get(1).map_or_else(|| Ok(Vec::new()), path)?;
    Ok(match find(&mut json, &legs) {
        Some(Json::Object(members)) => {
            answer(Json::Array(members.iter().map(|(key, _)| Json::Text(key.clone())).collect()))
        }
        _ => Value::Null,
    })
});
/// `JSON_MERGE_PATCH(a, b)` (RFC 7396).
pub(super) static MERGE_PATCH: Function = of("json_merge_patch", |_, args| {
    let (json, patch) =
        (document(args, 0, "json_merge_patch")?, document(args, 1, "json_merge_patch")?);
    Ok(answer(patched(json, patch).canonical()))
});

fn patched(json: Json, patch: Json) -> Json {
    let Json::Object(changes) = patch else { return patch };
    let mut members = match json {
        Json::Object(members) => members,
        _ => Vec::new(),
    };
    for (key, change) in changes {
        let at = members.iter().position(|(known, _)| *known == key);
        let old = at.map_or(Json::Plain("null".into()), |at| members.remove(at).1);
        if !matches!(&change, Json::Plain(word) if word == "null") {
            members.push((key, patched(old, change)));
        }
    }
    Json::Object(members)
}

/// `JSON_CONTAINS_PATH(doc, one_or_all, path)`.
pub(super) static CONTAINS_PATH: Function = of("json_contains_path", |_, args| {
    let mut json = document(args, 0, "json_contains_path")?;
    let legs = path(&args[2])?;
    Ok(Value::Int(i64::from(find(&mut json, &legs).is_some())))
});

/// `JSON_CONTAINS(doc, candidate[, path])`.
pub(super) static CONTAINS: Function = of("json_contains", |_, args| {
    let mut json = document(args, 0, "json_contains")?;
    let candidate = document(args, 1, "json_contains")?;
    let legs = args.get(2).map_or_else(|| Ok(Vec::new()), path)?;
    Ok(find(&mut json, &legs)
        .map_or(Value::Null, |json| Value::Int(i64::from(contains(json, &candidate)))))
});

fn contains(json: &Json, candidate: &Json) -> bool {
    match (json, candidate) {
        (Json::Array(items), Json::Array(all)) => {
            all.iter().all(|one| items.iter().any(|item| contains(item, one)))
        }
        (Json::Array(items), one) => items.iter().any(|item| contains(item, one)),
        (Json::Object(members), Json::Object(all)) => all.iter().all(|(key, one)| {
            members.iter().any(|(known, value)| known == key && contains(value, one))
        }),
        (a, b) => a == b,
    }
}

/// `JSON_REMOVE(doc, path, …)`.
pub(super) static REMOVE: Function = of("json_remove", |_, args| {
    let mut json = document(args, 0, "json_remove")?;
    for given in &args[1..] {
        let mut legs = path(given)?;
        let Some(last) = legs.pop() else {
            let message = "The path expression '$' is not allowed in this context.".to_string();
            return Err(failure(3153, "ER_JSON_VACUOUS_PATH", message));
        };
        match (find(&mut json, &legs), last) {
            (Some(Json::Object(members)), Leg::Member(name)) => {
                members.retain(|(key, _)| *key != name);
            }
            (Some(Json::Array(items)), Leg::Element(at)) if at < items.len() => {
                items.remove(at);
            }
            (Some(Json::Array(items)), Leg::Last(back)) if back < items.len() => {
                items.remove(items.len() - 1 - back);
            }
            _ => {}
        }
    }
    Ok(answer(json))
});
static SET: Function = of("json_set", |_, args| put(args, "json_set", true, true));
static INSERT: Function = of("json_insert", |_, args| put(args, "json_insert", false, true));
static REPLACE: Function = of("json_replace", |_, args| put(args, "json_replace", true, false));
static APPEND: Function = of("json_array_append", |_, args| {
    let mut json = document(args, 0, "json_array_append")?;
    for pair in args[1..].chunks(2) {
        let value = read(&print(&pair[1]), "")?;
        match find(&mut json, &path(&pair[0])?) {
            Some(Json::Array(items)) => items.push(value),
            Some(other) => {
                let first = std::mem::replace(other, Json::Array(Vec::new()));
                *other = Json::Array(vec![first, value]);
            }
            None => {}
        }
    }
    Ok(answer(json))
});

fn put(args: &[Value], name: &str, replaces: bool, adds: bool) -> Bind<Value> {
    let mut json = document(args, 0, name)?;
    for pair in args[1..].chunks(2) {
        let mut legs = path(&pair[0])?;
        let value = read(&print(&pair[1]), "")?;
        if let Some(place) = find(&mut json, &legs) {
            if replaces {
                *place = value;
            }
            continue;
        }
        let Some(last) = legs.pop().filter(|_| adds) else { continue };
        match (find(&mut json, &legs), last) {
            (Some(Json::Object(members)), Leg::Member(key)) => members.push((key, value)),
            (Some(Json::Array(items)), Leg::Element(_)) => items.push(value),
            (Some(Json::Object(_)) | None, _) | (Some(_), Leg::Member(_)) => {}
            (Some(other), _) => {
                let first = std::mem::replace(other, Json::Array(Vec::new()));
                *other = Json::Array(vec![first, value]);
            }
        }
    }
    Ok(answer(json))
}

static ARRAY: Function = of("json_array", |_, args| {
    let items: Bind<Vec<Json>> = args.iter().map(|value| read(&print(value), "")).collect();
    Ok(answer(Json::Array(items?)))
});
static OBJECT: Function = of("json_object", |_, args| members(args));

fn members(args: &[Value]) -> Bind<Value> {
    let mut members = Vec::with_capacity(args.len() / 2);
    for pair in args.chunks(2) {
        members.push((print(&pair[0]), read(&print(&pair[1]), "")?));
    }
    Ok(answer(Json::Object(members)))
}

/// `JSON_OBJECTAGG(key, value)`: the last value of a key stays.
pub(super) static MEMBERS: Aggregate =
    Aggregate { name: "json_objectagg", start: |_| Box::new(Members(Vec::new())) };

struct Members(Vec<Value>);

impl Accumulator for Members {
    fn step(&mut self, args: &[Value]) -> Bind<bool> {
        if args[0].is_null() {
            let message = "JSON documents may not contain NULL member names.".to_string();
            return Err(failure(3158, "ER_JSON_DOCUMENT_NULL_KEY", message));
        }
        self.0.extend_from_slice(args);
        Ok(false)
    }

    fn result(&self) -> Bind<Value> {
        match self.0.is_empty() {
            true => Ok(Value::Null),
            false => members(&self.0),
        }
    }
}

fn made(function: &'static Function, args: Vec<Expr>) -> Bound {
    Bound::new(call(function, args), Type::Jsonb)
}

/// Functions that take SQL values: which arguments are documents, paths and keys, and which values.
fn with_values(
    function: &'static Function,
    args: Vec<Bound>,
    is_value: fn(usize) -> bool,
    pairs: bool,
) -> Bind<Bound> {
    if pairs && args.len() % 2 != usize::from(!is_value(0) && !is_value(1)) {
        return Err(ErrorKind::ArgCount { name: function.name.to_string() });
    }
    let args = args.into_iter().enumerate();
    let exprs = args.map(|(at, arg)| if is_value(at) { as_json(arg) } else { arg.expr });
    Ok(made(function, exprs.collect()))
}

/// `JSON_SET(doc, path, value, …)`.
pub(super) fn set(args: Vec<Bound>) -> Bind<Bound> {
    with_values(&SET, args, |at| at > 0 && at % 2 == 0, true)
}
/// `JSON_INSERT(doc, path, value, …)`.
pub(super) fn insert(args: Vec<Bound>) -> Bind<Bound> {
    with_values(&INSERT, args, |at| at > 0 && at % 2 == 0, true)
}
/// `JSON_REPLACE(doc, path, value, …)`.
pub(super) fn replace(args: Vec<Bound>) -> Bind<Bound> {
    with_values(&REPLACE, args, |at| at > 0 && at % 2 == 0, true)
}
/// `JSON_ARRAY_APPEND(doc, path, value, …)`.
pub(super) fn append(args: Vec<Bound>) -> Bind<Bound> {
    with_values(&APPEND, args, |at| at > 0 && at % 2 == 0, true)
}
/// `JSON_ARRAY(value, …)`.
pub(super) fn array(args: Vec<Bound>) -> Bind<Bound> {
    with_values(&ARRAY, args, |_| true, false)
}
/// `JSON_OBJECT(key, value, …)`.
pub(super) fn object(args: Vec<Bound>) -> Bind<Bound> {
    with_values(&OBJECT, args, |at| at % 2 == 1, true)
}

/// `column->path`, and with true `column->>path`.
pub(super) fn arrow(left: Bound, right: Bound, unquoted: bool) -> Bound {
    let found = made(&EXTRACT, vec![left.expr, right.expr]);
    match unquoted {
        true => Bound::new(call(&UNQUOTE, vec![found.expr]), Type::Text),
        false => found,
    }
}

/// A JSON value beside one that is none: a string is its text.
pub(super) fn compared(bound: Bound) -> Bound {
    match bound.ty {
        Type::Jsonb => Bound::new(call(&UNQUOTE, vec![bound.expr]), Type::Text),
        _ => bound,
    }
}
