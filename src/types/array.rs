//! PostgreSQL's arrays of one dimension: their elements one after another (arrays). Which types they
//! are of, and how a text is read as an element, the dialect knows.

use std::cmp::Ordering;

use super::OTHERS;
use crate::collation::BINARY;
use crate::value::{TypeOps, Value, compare};

/// Every array.
pub static ARRAY: TypeOps = TypeOps {
    id: super::id::ARRAY,
    name: "array",
    compare: |a, b| order(&items(a), &items(b)),
    hash_key: |bytes| {
        let mut key = Vec::new();
        for item in items(bytes) {
            match item {
                Value::Other(ops, bytes) => key.extend((ops.hash_key)(&bytes)),
                item => encode(&mut key, &item),
            }
        }
        key
    },
    text: |bytes| text(&items(bytes), plain),
    number: |_| None,
};

/// Element by element, NULL after all others, then the shorter first (array_cmp).
fn order(a: &[Value], b: &[Value]) -> Ordering {
    for (a, b) in a.iter().zip(b) {
        let found = match (a.is_null(), b.is_null()) {
            (false, false) => compare(a.borrow(), b.borrow(), &BINARY),
            (a, b) => a.cmp(&b),
        };
        if found != Ordering::Equal {
            return found;
        }
    }
    a.len().cmp(&b.len())
}

/// An array of these elements.
pub fn value(items: &[Value]) -> Value {
    let mut bytes = Vec::new();
    items.iter().for_each(|item| encode(&mut bytes, item));
    Value::Other(&ARRAY, bytes.into())
}

/// The elements of an array; none of a value that is none.
pub fn items_of(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::Other(ops, bytes) if ops.id == ARRAY.id => Some(items(bytes)),
        _ => None,
    }
}

/// Kind, length, bytes.
fn encode(into: &mut Vec<u8>, item: &Value) {
    let fixed;
    let (kind, bytes): (u8, &[u8]) = match item {
        Value::Null => (250, &[]),
        Value::Int(n) => {
            fixed = n.to_le_bytes();
            (251, &fixed)
        }
        Value::Real(x) => {
            fixed = x.to_le_bytes();
            (252, &fixed)
        }
        Value::Text(text) => (253, text.as_bytes()),
        Value::Blob(bytes) => (254, bytes),
        Value::Bool(truth) => (255, if *truth { &[1] } else { &[0] }),
        Value::Other(ops, bytes) => (ops.id, bytes),
    };
    into.push(kind);
    into.extend((bytes.len() as u32).to_le_bytes());
    into.extend(bytes);
}

fn items(mut bytes: &[u8]) -> Vec<Value> {
    let mut items = Vec::new();
    while let [kind, a, b, c, d, rest @ ..] = bytes {
        let length = u32::from_le_bytes([*a, *b, *c, *d]) as usize;
        let Some((own, after)) = rest.split_at_checked(length) else { break };
        bytes = after;
        let eight: [u8; 8] = own.try_into().unwrap_or_default();
        items.push(match kind {
            251 => Value::Int(i64::from_le_bytes(eight)),
            252 => Value::Real(f64::from_le_bytes(eight)),
            253 => Value::text(&String::from_utf8_lossy(own)),
            254 => Value::Blob(own.into()),
            255 => Value::Bool(own == [1]),
            kind => match OTHERS.get(usize::from(*kind)) {
                Some(ops) => Value::Other(ops, own.into()),
                None => Value::Null,
            },
        });
    }
    items
}

fn plain(value: &Value) -> String {
    match value {
        Value::Int(n) => n.to_string(),
        Value::Real(x) => x.to_string(),
        Value::Text(text) => text.to_string(),
        Value::Bool(truth) => if *truth { "t" } else { "f" }.to_string(),
        Value::Other(ops, bytes) => (ops.text)(bytes),
        Value::Null | Value::Blob(_) => String::new(),
    }
}

/// `{1,NULL,"a b"}`: what would not read back is quoted (arrays-io).
pub fn text(items: &[Value], print: fn(&Value) -> String) -> String {
    let mut text = String::from("{");
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        if item.is_null() {
            text.push_str("NULL");
            continue;
        }
        let own = print(item);
        let special = |c: char| matches!(c, '{' | '}' | '"' | ',' | '\\') || c.is_whitespace();
        let nested = matches!(item, Value::Other(ops, _) if ops.id == ARRAY.id);
        if nested || !own.is_empty() && !own.contains(special) && !own.eq_ignore_ascii_case("null")
        {
            text.push_str(&own);
            continue;
        }
        text.push('"');
        for letter in own.chars() {
            if matches!(letter, '"' | '\\') {
                text.push('\\');
            }
            text.push(letter);
        }
        text.push('"');
    }
    text.push('}');
    text
}

/// Takes `{a,"b c",NULL}` apart; NULL is none.
///
/// # Errors
/// The detail of PostgreSQL's error; nothing for what has more than one dimension.
pub fn parse(text: &str) -> Result<Vec<Option<String>>, Option<&'static str>> {
    const ENDED: Result<Vec<Option<String>>, Option<&str>> = Err(Some("Unexpected end of input."));
    let mut letters = text.trim().chars().peekable();
    match letters.next() {
        Some('{') => {}
        Some('[') => return Err(None),
        _ => {
            return Err(Some("Array value must start with \"{\" or dimension information."));
        }
    }
    let mut items = Vec::new();
    let mut closed = false;
    while !closed {
        while letters.next_if(|c| c.is_whitespace()).is_some() {}
        let (mut item, mut quoted, mut any) = (String::new(), false, false);
        loop {
            let Some(letter) = letters.next() else { return ENDED };
            match letter {
                '{' if !any => return Err(None),
                '{' => return Err(Some("Unexpected \"{\" character.")),
                ',' => break,
                '}' => {
                    closed = true;
                    break;
                }
                '"' if any => return Err(Some("Incorrectly quoted array element.")),
                '"' => {
                    (quoted, any) = (true, true);
                    loop {
                        match letters.next() {
                            None => return ENDED,
                            Some('"') => break,
                            Some('\\') => item.extend(letters.next()),
                            Some(letter) => item.push(letter),
                        }
                    }
                    while letters.next_if(|c| c.is_whitespace()).is_some() {}
                }
                _ if quoted => return Err(Some("Incorrectly quoted array element.")),
                '\\' => {
                    any = true;
                    item.extend(letters.next());
                }
                letter => {
                    any = true;
                    item.push(letter);
                }
            }
        }
        if !any {
            if closed && items.is_empty() {
                break;
            }
            return Err(Some(match closed {
                true => "Unexpected \"}\" character.",
                false => "Unexpected \",\" character.",
            }));
        }
        let item = if quoted { item } else { item.trim_end().to_string() };
        let null = !quoted && item.eq_ignore_ascii_case("null");
        items.push((!null).then_some(item));
    }
    match letters.next() {
        None => Ok(items),
        Some(_) => Err(Some("Junk after closing right brace.")),
    }
}

/// A field of a row as text: quoted where it must be (rowtypes, "Composite Type Input and Output
/// Syntax").
pub fn quote_field(into: &mut String, field: &str) {
    let special = |c: char| matches!(c, '"' | '\\' | '(' | ')' | ',') || c.is_ascii_whitespace();
    if !field.is_empty() && !field.contains(special) {
        into.push_str(field);
        return;
    }
    into.push('"');
    for c in field.chars() {
        if matches!(c, '"' | '\\') {
            into.push(c);
        }
        into.push(c);
    }
    into.push('"');
}
