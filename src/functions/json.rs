//! SQLite's JSON functions (json1.html; json.c), over texts. A value that is JSON and no mere text
//! (what json.c tells by a subtype) is told by the planner: such arguments come as they are, others
//! through [`QUOTE`].

use std::borrow::Cow;

use super::json5;
use super::{ends_at_nul, text};
use crate::error::ErrorKind;
use crate::plan::function::{Accumulator, Aggregate, Function, Host};
use crate::types::jsonb::Json;
use crate::types::number;
use crate::value::Value;

type Answer = Result<Value, ErrorKind>;

fn fail<T>(message: impl Into<String>) -> Result<T, ErrorKind> {
    Err(ErrorKind::sqlite(message))
}

/// One step of a path.
enum Step {
    Key(String),
    At(usize),
    /// Counted from the end, which is 0.
    Before(usize),
}

fn bad_path<T>(path: &str) -> Result<T, ErrorKind> {
    fail(["bad JSON path: '", &path.replace('\'', "''"), "'"].concat())
}

/// Reads a path that begins with `$`.
fn steps(path: &str) -> Result<Vec<Step>, ErrorKind> {
    let path = ends_at_nul(path);
    let Some(mut rest) = path.strip_prefix('$') else { return bad_path(path) };
    let mut steps = Vec::new();
    while let Some(kind) = rest.chars().next() {
        rest = &rest[kind.len_utf8()..];
        match kind {
            '.' => {
                let (key, after) = match rest.strip_prefix('"') {
                    Some(quoted) => match quoted.split_once('"') {
                        Some(parts) => parts,
                        None => return bad_path(path),
                    },
                    None => rest.split_at(rest.find(['.', '[']).unwrap_or(rest.len())),
                };
                if key.is_empty() && !rest.starts_with('"') {
                    return bad_path(path);
                }
                steps.push(Step::Key(key.to_string()));
                rest = after;
            }
            '[' => {
                let Some((inside, after)) = rest.split_once(']') else { return bad_path(path) };
                let step = match inside.strip_prefix('#') {
                    Some("") => Some(Step::Before(0)),
                    Some(back) => {
                        back.strip_prefix('-').and_then(|n| n.parse().ok()).map(Step::Before)
                    }
                    None => inside.parse().ok().map(Step::At),
                };
                let Some(step) = step else { return bad_path(path) };
                steps.push(step);
                rest = after;
            }
            _ => return bad_path(path),
        }
    }
    Ok(steps)
}

/// The path that `->` means: a key, a number, or a path.
fn arrow_steps(path: &Value) -> Result<Vec<Step>, ErrorKind> {
    if let Value::Int(n) = path {
        let at = n.unsigned_abs() as usize;
        return Ok(vec![if *n < 0 { Step::Before(at) } else { Step::At(at) }]);
    }
    let path = text(path);
    let path = ends_at_nul(&path);
    if path.starts_with('$') {
        return steps(path);
    }
    if path.starts_with('[') && path.ends_with(']') {
        return steps(&["$", path].concat()).or_else(|_| bad_path(path));
    }
    if path.is_empty() {
        return bad_path(path);
    }
    Ok(vec![Step::Key(path.to_string())])
}

fn index(step: &Step, length: usize) -> Option<usize> {
    match step {
        Step::At(at) => Some(*at),
        Step::Before(back) => length.checked_sub(*back),
        Step::Key(_) => None,
    }
}

/// Whether a key as written is this one.
fn same(written: &str, key: &str) -> bool {
    if written.contains('\\') { json5::resolve(written) == key } else { written == key }
}

fn find<'j>(mut json: &'j Json, steps: &[Step]) -> Option<&'j Json> {
    for step in steps {
        json = match (json, step) {
            (Json::Object(members), Step::Key(key)) => {
                &members.iter().find(|(known, _)| same(known, key))?.1
            }
            (Json::Array(items), step) => items.get(index(step, items.len())?)?,
            _ => return None,
        };
    }
    Some(json)
}

/// What an edit does where the place is there, and where it is not.
#[derive(Clone, Copy)]
struct Edit {
    replaces: bool,
    inserts: bool,
}

/// Puts a value at a place, or takes what is there away.
fn edit(json: &mut Json, steps: &[Step], value: Option<Json>, how: Edit) {
    let Some((step, rest)) = steps.split_first() else {
        if let (true, Some(value)) = (how.replaces, value) {
            *json = value;
        }
        return;
    };
    match (json, step) {
        (Json::Object(members), Step::Key(key)) => {
            let at = members.iter().position(|(known, _)| same(known, key));
            match (at, value) {
                (Some(at), None) if rest.is_empty() => drop(members.remove(at)),
                (Some(at), value) => edit(&mut members[at].1, rest, value, how),
                (None, Some(value)) if how.inserts => {
                    let made = made(rest, value, how);
                    members.extend(made.map(|made| (json5::raw(key), made)));
                }
                (None, _) => {}
            }
        }
        (Json::Array(items), step) => {
            let length = items.len();
            let Some(at) = index(step, length) else { return };
            match value {
                None if rest.is_empty() && at < length => drop(items.remove(at)),
                value if at < length => edit(&mut items[at], rest, value, how),
                Some(value) if at == length && how.inserts => {
                    items.extend(made(rest, value, how));
                }
                _ => {}
            }
        }
        _ => {}
    }
}

/// A value inside the containers that the rest of its path asks for.
fn made(rest: &[Step], value: Json, how: Edit) -> Option<Json> {
    let mut made = match rest.first() {
        None => return Some(value),
        Some(Step::Key(_)) => Json::Object(Vec::new()),
        Some(_) => Json::Array(Vec::new()),
    };
    edit(&mut made, rest, Some(value), how);
    let empty = matches!(&made, Json::Array(items) if items.is_empty())
        || matches!(&made, Json::Object(members) if members.is_empty());
    (!empty).then_some(made)
}

fn read(value: &Value) -> Result<Json, ErrorKind> {
    match value {
        // The text of a JSON kept as a blob.
        Value::Blob(bytes) => match std::str::from_utf8(bytes) {
            Ok(json) => read(&Value::text(json)),
            Err(_) => fail("malformed JSON"),
        },
        value => match json5::parse(&text(value)) {
            Ok((json, _)) => Ok(json),
            Err(_) => fail("malformed JSON"),
        },
    }
}

fn shown(json: &Json) -> Value {
    let mut out = String::new();
    json5::write(json, &mut out, None, 0);
    Value::text(&out)
}

/// A value of JSON as a value of SQL.
fn plain(json: &Json) -> Value {
    match json {
        Json::Plain(word) => match word.as_str() {
            "null" => Value::Null,
            "true" => Value::Int(1),
            "false" => Value::Int(0),
            number => number::leading_number(number),
        },
        Json::Text(raw) => Value::text(&json5::resolve(raw)),
        container => shown(container),
    }
}

fn kind(json: &Json) -> &'static str {
    match json {
        Json::Plain(word) => match word.as_str() {
            "null" => "null",
            "true" => "true",
            "false" => "false",
            number if number.contains(['.', 'e', 'E']) => "real",
            _ => "integer",
        },
        Json::Text(_) => "text",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    }
}

fn quoted(value: &Value) -> Json {
    match value {
        Value::Null => Json::Plain("null".to_string()),
        Value::Text(text) => Json::Text(json5::raw(text)),
        Value::Real(x) if x.is_infinite() => {
            Json::Plain(if *x > 0.0 { "9.0e+999" } else { "-9.0e+999" }.to_string())
        }
        number => Json::Plain(text(number).into_owned()),
    }
}

/// An argument that [`QUOTE`] has made JSON, blobs aside: only where they are used are they an error.
fn argument(value: &Value) -> Result<Cow<'_, str>, ErrorKind> {
    match value {
        Value::Blob(_) => fail("JSON cannot hold BLOB values"),
        json => Ok(text(json)),
    }
}

macro_rules! functions {
    ($($(#[$doc:meta])* $id:ident, $name:literal, $strict:literal, $call:expr;)*) => {
        $(
            $(#[$doc])*
            pub static $id: Function =
                Function { name: $name, strict: $strict, pure: true, call: $call };
        )*
    };
}

functions! {
    /// `json(X)`.
    JSON, "json", true, |_, args| Ok(shown(&read(&args[0])?));
    /// `json_valid(X)`.
    VALID, "json_valid", false, valid;
    /// `json_error_position(X)`: the letter at which it is no longer JSON5, or 0.
    ERROR_POSITION, "json_error_position", true, |_, args| {
        let place = json5::parse(&text(&args[0])).err();
        Ok(Value::Int(place.unwrap_or(0) as i64))
    };
    /// `json_pretty(X, INDENT)`.
    PRETTY, "json_pretty", false, |_, args| {
        if args[0].is_null() {
            return Ok(Value::Null);
        }
        let indent = match args.get(1) {
            Some(Value::Null) | None => "    ".into(),
            Some(indent) => text(indent),
        };
        let mut out = String::new();
        json5::write(&read(&args[0])?, &mut out, Some(&indent), 0);
        Ok(Value::text(&out))
    };
    /// What makes any value JSON; a blob stays one.
    QUOTE, "json_quote", false, |_, args| Ok(match &args[0] {
        Value::Blob(_) => args[0].clone(),
        value => shown(&quoted(value)),
    });
    /// JSON as it is, NULL as `null`.
    OR_NULL, "json_quote", false, |_, args| Ok(match &args[0] {
        Value::Null => Value::text("null"),
        json => Value::text(&argument(json)?),
    });
    /// `json_array(X, …)`.
    ARRAY, "json_array", false, |_, args| {
        let parts = args.iter().map(argument).collect::<Result<Vec<_>, _>>()?;
        Ok(Value::text(&["[", &parts.join(","), "]"].concat()))
    };
    /// `json_object(K, X, …)`.
    OBJECT, "json_object", false, object;
    /// `json_type(X, PATH)`.
    TYPE, "json_type", false, |_, args| {
        if is_unknown(args)? {
            return Ok(Value::Null);
        }
        let json = read(&args[0])?;
        let found = found(&json, args.get(1))?;
        Ok(found.map_or(Value::Null, |found| Value::text(kind(found))))
    };
    /// `json_array_length(X, PATH)`.
    ARRAY_LENGTH, "json_array_length", false, |_, args| {
        if is_unknown(args)? {
            return Ok(Value::Null);
        }
        let json = read(&args[0])?;
        Ok(match found(&json, args.get(1))? {
            Some(Json::Array(items)) => Value::Int(items.len() as i64),
            Some(_) => Value::Int(0),
            None => Value::Null,
        })
    };
    /// `json_extract(X, PATH, …)`.
    EXTRACT, "json_extract", false, extract;
    /// `X -> PATH`.
    ARROW, "->", false, |_, args| {
        if is_unknown(args)? {
            return Ok(Value::Null);
        }
        let json = read(&args[0])?;
        Ok(find(&json, &arrow_steps(&args[1])?).map_or(Value::Null, shown))
    };
    /// `X ->> PATH`.
    LONG_ARROW, "->>", false, |_, args| {
        if is_unknown(args)? {
            return Ok(Value::Null);
        }
        let json = read(&args[0])?;
        Ok(find(&json, &arrow_steps(&args[1])?).map_or(Value::Null, plain))
    };
    /// `json_set(X, PATH, V, …)`.
    SET, "json_set", false, |_, args| edited(args, "json_set", true, true);
    /// `json_insert(X, PATH, V, …)`.
    INSERT, "json_insert", false, |_, args| edited(args, "json_insert", false, true);
    /// `json_replace(X, PATH, V, …)`.
    REPLACE, "json_replace", false, |_, args| edited(args, "json_replace", true, false);
    /// `json_remove(X, PATH, …)`.
    REMOVE, "json_remove", false, |_, args| {
        if is_unknown(args)? {
            return Ok(Value::Null);
        }
        let mut json = read(&args[0])?;
        for path in &args[1..] {
            let steps = steps(&text(path))?;
            if steps.is_empty() {
                return Ok(Value::Null);
            }
            edit(&mut json, &steps, None, Edit { replaces: false, inserts: false });
        }
        Ok(shown(&json))
    };
    /// `json_patch(T, P)` (RFC 7396).
    PATCH, "json_patch", false, |_, args| {
        if is_unknown(args)? {
            return Ok(Value::Null);
        }
        let mut json = read(&args[0])?;
        patch(&mut json, read(&args[1])?);
        Ok(shown(&json))
    };
}

/// Flags: 1 is JSON, 2 JSON5; 4 and 8 are of the binary form, which is not here (json1.html).
fn valid(_: &mut dyn Host, args: &[Value]) -> Answer {
    let flags = match args.get(1) {
        Some(flags) => super::int(flags),
        None => 1,
    };
    if !(1..16).contains(&flags) {
        return fail("FLAGS parameter to json_valid() must be between 1 and 15");
    }
    let valid = match &args[0] {
        Value::Null => return Ok(Value::Null),
        Value::Blob(_) => false,
        value => json5::parse(&text(value))
            .is_ok_and(|(_, strict)| flags & 2 != 0 || strict && flags & 1 != 0),
    };
    Ok(Value::Int(i64::from(valid)))
}

fn found<'j>(json: &'j Json, path: Option<&Value>) -> Result<Option<&'j Json>, ErrorKind> {
    Ok(match path {
        Some(path) => find(json, &steps(&text(path))?),
        None => Some(json),
    })
}

fn object(_: &mut dyn Host, args: &[Value]) -> Answer {
    if !args.len().is_multiple_of(2) {
        return fail("json_object() requires an even number of arguments");
    }
    let mut out = String::from("{");
    for pair in args.chunks(2) {
        member(&mut out, &pair[0], &pair[1], "json_object() labels must be TEXT")?;
    }
    out.push('}');
    Ok(Value::text(&out))
}

/// Adds `"key":value` to an object that is being written.
fn member(out: &mut String, key: &Value, value: &Value, refusal: &str) -> Result<(), ErrorKind> {
    let Value::Text(key) = key else { return fail(refusal) };
    if out.len() > 1 {
        out.push(',');
    }
    Json::Text(key.to_string()).compact(out);
    out.push(':');
    out.push_str(&argument(value)?);
    Ok(())
}

/// Whether an argument is NULL or there is none; a text that is no JSON is told of first.
fn is_unknown(args: &[Value]) -> Result<bool, ErrorKind> {
    let unknown = args.is_empty() || args.iter().any(Value::is_null);
    if unknown && args.first().is_some_and(|json| !json.is_null()) {
        read(&args[0])?;
    }
    Ok(unknown)
}

fn extract(_: &mut dyn Host, args: &[Value]) -> Answer {
    if args.len() < 2 || args[0].is_null() {
        return Ok(Value::Null);
    }
    let json = read(&args[0])?;
    if let [_, path] = args {
        if path.is_null() {
            return Ok(Value::Null);
        }
        return Ok(find(&json, &steps(&text(path))?).map_or(Value::Null, plain));
    }
    let mut all = Vec::new();
    for path in &args[1..] {
        if path.is_null() {
            return Ok(Value::Null);
        }
        let found = find(&json, &steps(&text(path))?).cloned();
        all.push(found.unwrap_or(Json::Plain("null".to_string())));
    }
    Ok(shown(&Json::Array(all)))
}

fn edited(args: &[Value], name: &str, replaces: bool, inserts: bool) -> Answer {
    if args.is_empty() {
        return Ok(Value::Null);
    }
    if args.len().is_multiple_of(2) {
        return fail([name, "() needs an odd number of arguments"].concat());
    }
    if args[0].is_null() {
        return Ok(Value::Null);
    }
    let mut json = read(&args[0])?;
    for pair in args[1..].chunks(2) {
        if !pair[0].is_null() {
            let steps = steps(&text(&pair[0]))?;
            edit(
                &mut json,
                &steps,
                Some(read(&Value::text(&argument(&pair[1])?))?),
                Edit { replaces, inserts },
            );
        }
    }
    Ok(shown(&json))
}

fn patch(target: &mut Json, with: Json) {
    let Json::Object(changes) = with else {
        *target = with;
        return;
    };
    if !matches!(target, Json::Object(_)) {
        *target = Json::Object(Vec::new());
    }
    let Json::Object(members) = target else { return };
    for (key, change) in changes {
        let name = json5::resolve(&key);
        let at = members.iter().position(|(known, _)| same(known, &name));
        let removes = matches!(&change, Json::Plain(word) if word == "null");
        match (at, removes) {
            (Some(at), true) => drop(members.remove(at)),
            (Some(at), false) => patch(&mut members[at].1, change),
            (None, true) => {}
            (None, false) => {
                let mut made = Json::Plain("null".to_string());
                patch(&mut made, change);
                members.push((key, made));
            }
        }
    }
}

/// `json_group_array(X)`.
pub static GROUP_ARRAY: Aggregate =
    Aggregate { name: "json_group_array", start: |_| Box::new(Group("[".to_string())) };
/// `json_group_object(K, X)`.
pub static GROUP_OBJECT: Aggregate =
    Aggregate { name: "json_group_object", start: |_| Box::new(Group("{".to_string())) };

struct Group(String);

impl Accumulator for Group {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        match args {
            [key, value] if !key.is_null() => {
                let refusal = "json_group_object() labels must be TEXT";
                member(&mut self.0, &Value::text(&text(key)), value, refusal)?;
            }
            [value] => {
                if self.0.len() > 1 {
                    self.0.push(',');
                }
                self.0.push_str(&argument(value)?);
            }
            _ => {}
        }
        super::text::within(self.0.len())?;
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        let end = if self.0.starts_with('[') { "]" } else { "}" };
        Ok(Value::text(&[&self.0, end].concat()))
    }
}

/// The rows of `json_each` and `json_tree`: key, value, type, atom, id, parent, fullkey, path. None
/// for what is no JSON.
///
/// # Errors
/// What is no JSON, or no path.
pub fn rows(args: &[Value], tree: bool) -> Result<Vec<Vec<Value>>, ErrorKind> {
    let Some(first) = args.first().filter(|v| !v.is_null()) else { return Ok(Vec::new()) };
    let json = read(first)?;
    let root = match args.get(1) {
        Some(Value::Null) => return Ok(Vec::new()),
        Some(path) => text(path).into_owned(),
        None => "$".to_string(),
    };
    let steps = steps(&root)?;
    let Some(top) = find(&json, &steps) else { return Ok(Vec::new()) };
    let own = place(&json, &steps);
    let mut rows = Vec::new();
    if tree || !matches!(top, Json::Array(_) | Json::Object(_)) {
        let (path, key) = match root.rfind(['.', '[']) {
            Some(at) => (&root[..at], Value::text(root[at..].trim_matches(['.', '[', ']']))),
            None => (&root[..], Value::Null),
        };
        add(&mut rows, (key, top), own.0, Value::Null, (&root, path));
    }
    below(&mut rows, top, &root, own, tree);
    Ok(rows)
}

/// The id of what a path leads to, and where it begins, its label aside.
fn place(mut json: &Json, steps: &[Step]) -> (i64, i64) {
    let mut own = (0, 0);
    for step in steps {
        let mut at = own.1 + head(inside(json));
        match (json, step) {
            (Json::Array(items), step) => {
                let found = index(step, items.len()).unwrap_or(0);
                let Some(item) = items.get(found) else { return own };
                at += items[..found].iter().map(size).sum::<i64>();
                own = (at, at);
                json = item;
            }
            (Json::Object(members), Step::Key(wanted)) => {
                for (key, item) in members {
                    let label = head(key.len() as i64) + key.len() as i64;
                    if same(key, wanted) {
                        own = (at, at + label);
                        json = item;
                        break;
                    }
                    at += label + size(item);
                }
            }
            _ => return own,
        }
    }
    own
}

fn add(
    rows: &mut Vec<Vec<Value>>,
    (key, json): (Value, &Json),
    id: i64,
    parent: Value,
    (full, path): (&str, &str),
) {
    let atom = match json {
        Json::Array(_) | Json::Object(_) => Value::Null,
        atom => plain(atom),
    };
    let (kind, full, path) = (Value::text(kind(json)), Value::text(full), Value::text(path));
    rows.push(vec![key, plain(json), kind, atom, Value::Int(id), parent, full, path]);
}

/// The rows of what a container holds. `own` is its id and where it begins, its label aside.
fn below(rows: &mut Vec<Vec<Value>>, json: &Json, path: &str, own: (i64, i64), tree: bool) {
    let parent = || if tree { Value::Int(own.0) } else { Value::Null };
    let mut id = own.1 + head(inside(json));
    let mut one = |rows: &mut Vec<Vec<Value>>, key: Value, item: &Json, full: &str, at: i64| {
        add(rows, (key, item), id, parent(), (full, path));
        if tree {
            below(rows, item, full, (id, id + at), tree);
        }
        id += at + size(item);
    };
    match json {
        Json::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let full = [path, "[", &at.to_string(), "]"].concat();
                one(rows, Value::Int(at as i64), item, &full, 0);
            }
        }
        Json::Object(members) => {
            for (key, item) in members {
                let mut letters = key.chars();
                let bare = letters.next().is_some_and(|c| c.is_ascii_alphabetic())
                    && letters.all(|c| c.is_ascii_alphanumeric());
                let full = match bare {
                    true => [path, ".", key].concat(),
                    false => [path, ".\"", key, "\""].concat(),
                };
                let label = key.len() as i64;
                one(rows, Value::text(&json5::resolve(key)), item, &full, head(label) + label);
            }
        }
        Json::Plain(_) | Json::Text(_) => {}
    }
}

/// Bytes of a value in JSONB, by which json.c counts ids (jsonb.html).
fn size(json: &Json) -> i64 {
    let inside = inside(json);
    head(inside) + inside
}

fn head(inside: i64) -> i64 {
    match inside {
        0..=11 => 1,
        12..=255 => 2,
        256..=65535 => 3,
        _ => 5,
    }
}

fn inside(json: &Json) -> i64 {
    match json {
        Json::Plain(word) if matches!(word.as_str(), "null" | "true" | "false") => 0,
        Json::Plain(text) | Json::Text(text) => text.len() as i64,
        Json::Array(items) => items.iter().map(size).sum(),
        Json::Object(members) => {
            let member = |(key, item): &(String, Json)| {
                head(key.len() as i64) + key.len() as i64 + size(item)
            };
            members.iter().map(member).sum()
        }
    }
}
