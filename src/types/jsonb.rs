//! JSON as text: whether it is well formed, and PostgreSQL's jsonb form, in which keys are sorted
//! by length and then by bytes, repeated keys keep the last value and blanks are regular
//! (datatype-json).

use std::cmp::Ordering;

use super::decimal::Decimal;
use crate::order::sort_by;

/// Most levels of nesting.
const MOST_DEPTH: usize = 200;

/// A JSON value. Numbers and strings are kept as written.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`, `true`, `false` or a number, as written.
    Plain(String),
    /// A string, escapes resolved.
    Text(String),
    /// An array.
    Array(Vec<Json>),
    /// An object, in the order written.
    Object(Vec<(String, Json)>),
}

/// Reads a JSON text; none when it is not well formed.
pub fn parse(text: &str) -> Option<Json> {
    let mut reader = Reader { rest: text, depth: 0, expected: "" };
    let value = reader.value()?;
    reader.blanks();
    reader.rest.is_empty().then_some(value)
}

/// The order of two jsonb texts (jsonb_util.c, compareJsonbContainers): by kind, then by size, then by
/// what is in them; an empty array comes before all else.
pub fn compare(a: &str, b: &str) -> Ordering {
    match (a, b) {
        _ if a == b => Ordering::Equal,
        ("[]", _) => Ordering::Less,
        (_, "[]") => Ordering::Greater,
        _ => match (parse(a), parse(b)) {
            (Some(a), Some(b)) => order(&a, &b),
            _ => a.cmp(b),
        },
    }
}

/// A text that is the same for jsonb texts that are equal: numbers without zeros at their end.
pub fn hash_key(text: &str) -> String {
    fn shorten(json: &mut Json) {
        match json {
            Json::Plain(word) => {
                if word.contains('.') {
                    let kept = word.trim_end_matches('0').trim_end_matches('.').len();
                    word.truncate(kept);
                }
                if word == "-0" {
                    word.remove(0);
                }
            }
            Json::Text(_) => {}
            Json::Array(items) => items.iter_mut().for_each(shorten),
            Json::Object(members) => members.iter_mut().for_each(|(_, value)| shorten(value)),
        }
    }
    let Some(mut json) = parse(text) else { return text.to_string() };
    shorten(&mut json);
    json.to_string()
}

/// The order of two values within jsonb.
pub fn order(a: &Json, b: &Json) -> Ordering {
    fn rank(json: &Json) -> u8 {
        match json {
            Json::Plain(word) if word == "null" => 0,
            Json::Text(_) => 1,
            Json::Plain(word) if word.starts_with(is_numeric) => 2,
            Json::Plain(_) => 3,
            Json::Array(_) => 4,
            Json::Object(_) => 5,
        }
    }
    let by_rank = rank(a).cmp(&rank(b));
    match (a, b) {
        _ if by_rank.is_ne() => by_rank,
        (Json::Text(a), Json::Text(b)) => a.cmp(b),
        (Json::Plain(a), Json::Plain(b)) => match (Decimal::parse(a), Decimal::parse(b)) {
            (Some(a), Some(b)) => a.cmp_value(&b),
            _ => a.cmp(b),
        },
        (Json::Array(a), Json::Array(b)) => {
            let mut each = a.iter().zip(b).map(|(a, b)| order(a, b));
            a.len().cmp(&b.len()).then_with(|| each.find(|o| o.is_ne()).unwrap_or(Ordering::Equal))
        }
        (Json::Object(a), Json::Object(b)) => {
            let mut each =
                a.iter().zip(b).map(|((k, a), (l, b))| k.cmp(l).then_with(|| order(a, b)));
            a.len().cmp(&b.len()).then_with(|| each.find(|o| o.is_ne()).unwrap_or(Ordering::Equal))
        }
        _ => Ordering::Equal,
    }
}

/// Why a text is no JSON, in PostgreSQL's words (jsonapi.c, json_errdetail).
pub fn why(text: &str) -> String {
    let mut reader = Reader { rest: text, depth: 0, expected: "JSON value" };
    if reader.value().is_some() {
        reader.expected = "end of input";
    }
    reader.blanks();
    let Some(first) = reader.rest.chars().next() else {
        return "The input string ended unexpectedly.".to_string();
    };
    let rest = reader.rest;
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.');
    let length = match first {
        '"' => rest.len(),
        c if word(c) => rest.find(|c| !word(c)).unwrap_or(rest.len()),
        c => c.len_utf8(),
    };
    let token = &rest[..length];
    // A string that ends is a token of its own.
    let mut again = Reader { rest, depth: 0, expected: "" };
    let sound = match first {
        '"' => again.string().is_some(),
        '{' | '}' | '[' | ']' | ',' | ':' => true,
        _ => again.plain().is_some() && again.rest.len() + length == rest.len(),
    };
    let token = if first == '"' && sound { &rest[..rest.len() - again.rest.len()] } else { token };
    match sound {
        true => format!("Expected {}, but found \"{token}\".", reader.expected),
        false => format!("Token \"{token}\" is invalid."),
    }
}

struct Reader<'t> {
    rest: &'t str,
    depth: usize,
    /// What should come next, for errors.
    expected: &'static str,
}

impl Reader<'_> {
    fn blanks(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    fn eat(&mut self, letter: char) -> bool {
        self.blanks();
        match self.rest.strip_prefix(letter) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn value(&mut self) -> Option<Json> {
        self.blanks();
        self.expected = "JSON value";
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return None;
        }
        let value = match self.rest.chars().next()? {
            '{' => self.object(),
            '[' => self.array(),
            '"' => self.string().map(Json::Text),
            _ => self.plain(),
        };
        self.depth -= 1;
        value
    }

    fn object(&mut self) -> Option<Json> {
        self.eat('{');
        let mut members = Vec::new();
        if self.eat('}') {
            return Some(Json::Object(members));
        }
        self.expected = "string or \"}\"";
        loop {
            self.blanks();
            let key = self.string()?;
            self.expected = "\":\"";
            if !self.eat(':') {
                return None;
            }
            members.push((key, self.value()?));
            if self.eat('}') {
                return Some(Json::Object(members));
            }
            self.expected = "\",\" or \"}\"";
            if !self.eat(',') {
                return None;
            }
            self.expected = "string";
        }
    }

    fn array(&mut self) -> Option<Json> {
        self.eat('[');
        let mut items = Vec::new();
        if self.eat(']') {
            return Some(Json::Array(items));
        }
        loop {
            items.push(self.value()?);
            if self.eat(']') {
                return Some(Json::Array(items));
            }
            self.expected = "\",\" or \"]\"";
            if !self.eat(',') {
                return None;
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        let mut letters = self.rest.strip_prefix('"')?.char_indices();
        let mut text = String::new();
        while let Some((at, letter)) = letters.next() {
            match letter {
                '"' => {
                    self.rest = &self.rest[at + 2..];
                    return Some(text);
                }
                '\\' => text.push(match letters.next()?.1 {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\u{8}',
                    'f' => '\u{c}',
                    'u' => escaped(&mut letters)?,
                    c @ ('"' | '\\' | '/') => c,
                    _ => return None,
                }),
                c if u32::from(c) < 32 => return None,
                c => text.push(c),
            }
        }
        None
    }

    fn plain(&mut self) -> Option<Json> {
        let end = self.rest.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c));
        let (word, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        let sound = matches!(word, "null" | "true" | "false") || is_number(word);
        self.rest = if sound { rest } else { self.rest };
        sound.then(|| Json::Plain(word.to_string()))
    }
}

fn escaped(letters: &mut std::str::CharIndices<'_>) -> Option<char> {
    let mut code = || {
        let mut digits = (0..4).map(|_| letters.next().and_then(|(_, c)| c.to_digit(16)));
        digits.try_fold(0, |n, digit| Some(n * 16 + digit?))
    };
    let first = code()?;
    if !(0xd800..0xdc00).contains(&first) {
        return char::from_u32(first);
    }
    if letters.next()?.1 != '\\' || letters.next()?.1 != 'u' {
        return None;
    }
    let mut digits = (0..4).map(|_| letters.next().and_then(|(_, c)| c.to_digit(16)));
    let second = digits.try_fold(0, |n, digit| Some(n * 16 + digit?))?;
    char::from_u32(0x10000 + ((first - 0xd800) << 10) + second.checked_sub(0xdc00)?)
}

fn is_number(word: &str) -> bool {
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let word = word.strip_prefix('-').unwrap_or(word);
    let (number, exponent) = match word.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (word, None),
    };
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)))
}

impl Json {
    /// Writes it without blanks.
    pub fn compact(&self, out: &mut String) {
        match self {
            Json::Plain(word) => out.push_str(word),
            Json::Text(text) => {
                let _ = write_string(out, text);
            }
            Json::Array(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    item.compact(out);
                }
                out.push(']');
            }
            Json::Object(members) => {
                out.push('{');
                for (at, (key, value)) in members.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    let _ = write_string(out, key);
                    out.push(':');
                    value.compact(out);
                }
                out.push('}');
            }
        }
    }

    /// Keys sorted, the last of repeated ones kept.
    pub fn canonical(self) -> Json {
        match self {
            Json::Array(items) => Json::Array(items.into_iter().map(Json::canonical).collect()),
            Json::Object(members) => {
                let mut kept: Vec<(String, Json)> = Vec::new();
                for (key, value) in members {
                    kept.retain(|(known, _)| *known != key);
                    kept.push((key, value.canonical()));
                }
                sort_by(&mut kept, &mut |(a, _), (b, _)| {
                    a.len().cmp(&b.len()).then_with(|| a.cmp(b))
                });
                Json::Object(kept)
            }
            // Numbers are numeric.
            Json::Plain(word) if word.contains(['e', 'E']) && word.starts_with(is_numeric) => {
                let text = Decimal::parse(&word).map(|number| number.to_string());
                Json::Plain(text.unwrap_or(word))
            }
            other => other,
        }
    }
}

fn is_numeric(letter: char) -> bool {
    letter == '-' || letter.is_ascii_digit()
}

impl std::fmt::Display for Json {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Json::Plain(word) => f.write_str(word),
            Json::Text(text) => write_string(f, text),
            Json::Array(items) => {
                f.write_str("[")?;
                for (at, item) in items.iter().enumerate() {
                    f.write_str(if at > 0 { ", " } else { "" })?;
                    write!(f, "{item}")?;
                }
                f.write_str("]")
            }
            Json::Object(members) => {
                f.write_str("{")?;
                for (at, (key, value)) in members.iter().enumerate() {
                    f.write_str(if at > 0 { ", " } else { "" })?;
                    write_string(f, key)?;
                    write!(f, ": {value}")?;
                }
                f.write_str("}")
            }
        }
    }
}

fn write_string(f: &mut dyn std::fmt::Write, text: &str) -> std::fmt::Result {
    f.write_str("\"")?;
    for letter in text.chars() {
        match letter {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\t' => f.write_str("\\t")?,
            '\r' => f.write_str("\\r")?,
            '\u{8}' => f.write_str("\\b")?,
            '\u{c}' => f.write_str("\\f")?,
            c if u32::from(c) < 32 => write!(f, "\\u{:04x}", u32::from(c))?,
            c => write!(f, "{c}")?,
        }
    }
    f.write_str("\"")
}
