//! Reads JSON as SQLite does, JSON5 included (json1.html, section 2; json.c,
//! `jsonTranslateTextToBlob`). Strings and keys stay as they are written, but for what only JSON5
//! allows in them; `resolve` gives their letters.

use crate::types::jsonb::Json;

/// Most levels of nesting.
const MOST_DEPTH: usize = 200;

pub(super) struct Reader<'t> {
    text: &'t str,
    /// The byte that is read next; where it stops, if it stops.
    at: usize,
    depth: usize,
    /// Something is there that only JSON5 has.
    relaxed: bool,
}

/// A text as JSON, and whether it is strictly so; where it stops to be (in letters, from 1).
pub(super) fn parse(text: &str) -> Result<(Json, bool), usize> {
    let mut reader = Reader { text, at: 0, depth: 0, relaxed: false };
    let value = reader.value();
    if value.is_some() {
        reader.blanks();
    }
    match value {
        Some(value) if reader.at == text.len() => Ok((value, !reader.relaxed)),
        // Something is left behind a whole value.
        Some(_) => Err(1),
        None => Err(text.get(..reader.at).map_or(reader.at, |read| read.chars().count()) + 1),
    }
}

impl Reader<'_> {
    fn peek(&self) -> u8 {
        self.byte(0)
    }

    fn byte(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn blanks(&mut self) {
        loop {
            let rest = self.rest();
            let strict = rest.trim_start_matches([' ', '\t', '\n', '\r']);
            self.at += rest.len() - strict.len();
            let rest = self.rest();
            let relaxed = |c: char| c.is_whitespace() && c != '\u{85}' || c == '\u{feff}';
            let length = match rest.get(..2) {
                Some("//") => rest.find(['\n', '\r']).unwrap_or(rest.len()),
                Some("/*") => match rest.find("*/") {
                    Some(end) if end > 1 => end + 2,
                    _ => return,
                },
                _ => match rest.chars().next() {
                    Some(c) if relaxed(c) => c.len_utf8(),
                    _ => return,
                },
            };
            self.at += length;
            self.relaxed = true;
        }
    }

    fn eat(&mut self, byte: u8) -> bool {
        self.blanks();
        let found = self.peek() == byte;
        self.at += usize::from(found);
        found
    }

    fn value(&mut self) -> Option<Json> {
        self.blanks();
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return None;
        }
        let value = match self.peek() {
            b'{' => self.object(),
            b'[' => self.array(),
            b'"' | b'\'' => self.string().map(Json::Text),
            _ => self.plain().map(Json::Plain),
        };
        self.depth -= 1;
        value
    }

    /// The end of a container, or the comma before its next part.
    fn more(&mut self, end: u8) -> Option<bool> {
        if self.eat(end) {
            return Some(false);
        }
        if !self.eat(b',') {
            return None;
        }
        let trailing = self.eat(end);
        self.relaxed |= trailing;
        Some(!trailing)
    }

    fn object(&mut self) -> Option<Json> {
        self.at += 1;
        let mut members = Vec::new();
        let mut more = !self.eat(b'}');
        while more {
            self.blanks();
            let key = self.key()?;
            if !self.eat(b':') {
                return None;
            }
            members.push((key, self.value()?));
            more = self.more(b'}')?;
        }
        Some(Json::Object(members))
    }

    fn key(&mut self) -> Option<String> {
        if matches!(self.peek(), b'"' | b'\'') {
            return self.string();
        }
        let letter = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$' || !c.is_ascii();
        let rest = self.rest();
        let key = &rest[..rest.find(|c| !letter(c)).unwrap_or(rest.len())];
        if key.is_empty() || key.as_bytes()[0].is_ascii_digit() {
            return None;
        }
        let key = key.to_string();
        self.at += key.len();
        self.relaxed = true;
        Some(key)
    }

    fn array(&mut self) -> Option<Json> {
        self.at += 1;
        let mut items = Vec::new();
        let mut more = !self.eat(b']');
        while more {
            items.push(self.value()?);
            more = self.more(b']')?;
        }
        Some(Json::Array(items))
    }

    fn string(&mut self) -> Option<String> {
        let quote = self.peek();
        self.relaxed |= quote == b'\'';
        self.at += 1;
        let mut out = String::new();
        loop {
            let letter = self.rest().chars().next()?;
            match letter {
                '\\' => {
                    self.at += 1;
                    self.escape(&mut out)?;
                    continue;
                }
                c if c == char::from(quote) => {
                    self.at += 1;
                    return Some(out);
                }
                '"' => out.push_str("\\\""),
                '\0' => return None,
                c if u32::from(c) < 32 => {
                    self.relaxed = true;
                    let mut buffer = [0; 4];
                    out.push_str(&raw(c.encode_utf8(&mut buffer)));
                }
                c => out.push(c),
            }
            self.at += letter.len_utf8();
        }
    }

    /// What stands behind a backslash.
    fn escape(&mut self, out: &mut String) -> Option<()> {
        let letter = self.rest().chars().next()?;
        let hex = |from: usize, to: usize| (from..to).all(|n| self.byte(n).is_ascii_hexdigit());
        let (length, strict) = match letter {
            '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => (1, true),
            'u' if hex(1, 5) => (5, true),
            'x' if hex(1, 3) => {
                out.push_str("\\u00");
                out.push_str(self.text.get(self.at + 1..self.at + 3)?);
                (3, false)
            }
            '0' if !self.byte(1).is_ascii_digit() => {
                out.push_str("\\u0000");
                (1, false)
            }
            'v' => {
                out.push_str("\\u000b");
                (1, false)
            }
            '\'' => {
                out.push('\'');
                (1, false)
            }
            '\r' if self.byte(1) == b'\n' => (2, false),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => (letter.len_utf8(), false),
            _ => return None,
        };
        if strict {
            out.push('\\');
            out.push_str(self.text.get(self.at..self.at + length)?);
        }
        self.relaxed |= !strict;
        self.at += length;
        Some(())
    }

    fn plain(&mut self) -> Option<String> {
        let words = [("true", "true"), ("false", "false"), ("null", "null")];
        for (word, value) in words {
            if self.rest().starts_with(word) && !self.byte(word.len()).is_ascii_alphanumeric() {
                self.at += word.len();
                return Some(value.to_string());
            }
        }
        let mut out = String::new();
        let signed = matches!(self.peek(), b'-' | b'+');
        match self.peek() {
            b'-' => out.push('-'),
            b'+' => self.relaxed = true,
            _ => {}
        }
        self.at += usize::from(signed);
        let words = [("infinity", "9e999"), ("inf", "9e999"), ("nan", "null")];
        let more = [("qnan", "null"), ("snan", "null")];
        for (word, value) in words.into_iter().chain(more) {
            let length = word.len();
            if self.rest().get(..length).is_some_and(|w| w.eq_ignore_ascii_case(word))
                && !self.byte(length).is_ascii_alphanumeric()
                && (value != "null" || !signed)
            {
                self.at += length;
                self.relaxed = true;
                out.push_str(value);
                return Some(out);
            }
        }
        if self.peek() == b'0' && matches!(self.byte(1), b'x' | b'X') {
            let start = self.at + 2;
            self.at = start;
            while self.peek().is_ascii_hexdigit() {
                self.at += 1;
            }
            self.relaxed = true;
            let digits = self.text.get(start..self.at)?;
            match u64::from_str_radix(digits, 16) {
                Ok(n) => out.push_str(&n.to_string()),
                Err(_) if digits.is_empty() => return None,
                Err(_) => out.push_str("9.0e999"),
            }
            return Some(out);
        }
        if self.peek() == b'0' && self.byte(1).is_ascii_digit() {
            self.at += 1;
            return None;
        }
        let whole = self.digits(&mut out);
        if self.peek() == b'.' {
            self.at += 1;
            self.relaxed |= whole == 0;
            out.push_str(if whole == 0 { "0." } else { "." });
            let part = self.digits(&mut out);
            if part == 0 {
                self.relaxed = true;
                if whole == 0 {
                    return None;
                }
                out.push('0');
            }
        } else if whole == 0 {
            return None;
        }
        if matches!(self.peek(), b'e' | b'E') {
            out.push(char::from(self.peek()));
            self.at += 1;
            if matches!(self.peek(), b'-' | b'+') {
                out.push(char::from(self.peek()));
                self.at += 1;
            }
            if self.digits(&mut out) == 0 {
                return None;
            }
        }
        Some(out)
    }

    fn digits(&mut self, out: &mut String) -> usize {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            out.push(char::from(self.peek()));
            self.at += 1;
        }
        self.at - start
    }
}

/// Letters as they stand between the quotes of a string.
pub(super) fn raw(text: &str) -> String {
    let mut out = String::new();
    Json::Text(text.to_string()).compact(&mut out);
    out.pop();
    out.remove(0);
    out
}

/// The letters that a string as written stands for. Half of a pair alone is no letter.
pub(super) fn resolve(raw: &str) -> String {
    let mut out = String::new();
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let code = |from: usize| {
            let digits = rest.get(at + from + 2..at + from + 6)?;
            let starts = rest.get(at + from..at + from + 2) == Some("\\u");
            u32::from_str_radix(digits, 16).ok().filter(|_| starts)
        };
        let mut length = 2;
        let letter = match rest.as_bytes().get(at + 1) {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'u') => {
                length = 6;
                let first = code(0).unwrap_or(0);
                let second = code(6).filter(|low| (0xdc00..0xe000).contains(low));
                let letter = match second {
                    Some(low) if (0xd800..0xdc00).contains(&first) => {
                        length = 12;
                        char::from_u32(0x10000 + ((first - 0xd800) << 10) + low - 0xdc00)
                    }
                    _ => char::from_u32(first),
                };
                letter.unwrap_or('\u{fffd}')
            }
            Some(other) => char::from(*other),
            None => return out,
        };
        out.push(letter);
        rest = rest.get(at + length..).unwrap_or("");
    }
    out.push_str(rest);
    out
}

/// Writes a value, strings as they were written: in one line, or with each part on a line of its
/// own that begins with as many indents as it is deep (json1.html, `json_pretty`).
pub(super) fn write(json: &Json, out: &mut String, indent: Option<&str>, depth: usize) {
    let line = |out: &mut String, depth: usize| {
        if let Some(indent) = indent {
            out.push('\n');
            (0..depth).for_each(|_| out.push_str(indent));
        }
    };
    let count = match json {
        Json::Plain(word) => return out.push_str(word),
        Json::Text(raw) => return quote(raw, out),
        Json::Array(items) => items.len(),
        Json::Object(members) => members.len(),
    };
    let (open, close) = if matches!(json, Json::Array(_)) { ('[', ']') } else { ('{', '}') };
    out.push(open);
    for at in 0..count {
        out.push_str(if at > 0 { "," } else { "" });
        line(out, depth + 1);
        match json {
            Json::Array(items) => write(&items[at], out, indent, depth + 1),
            Json::Object(members) => {
                quote(&members[at].0, out);
                out.push_str(if indent.is_some() { ": " } else { ":" });
                write(&members[at].1, out, indent, depth + 1);
            }
            Json::Plain(_) | Json::Text(_) => {}
        }
    }
    if count > 0 {
        line(out, depth);
    }
    out.push(close);
}

fn quote(raw: &str, out: &mut String) {
    out.push('"');
    out.push_str(raw);
    out.push('"');
}
