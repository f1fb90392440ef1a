//! The values of tokens: strings without quotes and escapes, numbers, bytes. Does not find where a
//! token ends; that is the lexer's work.

use std::borrow::Cow;
use std::rc::Rc;

use super::ast::Literal;

/// A quoted text without its quotes, doubled quotes made single.
pub(crate) fn unquoted(text: &str) -> Cow<'_, str> {
    let inner = inside(text);
    let (pair, single) = match text.as_bytes().first() {
        Some(b'\'') => ("''", "'"),
        Some(b'"') => ("\"\"", "\""),
        Some(b'`') => ("``", "`"),
        _ => return Cow::Borrowed(inner),
    };
    if inner.contains(pair) {
        return Cow::Owned(inner.replace(pair, single));
    }
    Cow::Borrowed(inner)
}

/// What stands between the first and the last character.
pub(crate) fn inside(text: &str) -> &str {
    let mut characters = text.chars();
    characters.next();
    characters.next_back();
    characters.as_str()
}

/// A string of MySQL, whose escapes begin with `\` (string-literals.html, table 11.1).
pub(crate) fn mysql_text(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return unquoted(text);
    }
    let quote = text.chars().next().unwrap_or('\'');
    let mut result = String::with_capacity(text.len());
    let mut rest = inside(text).chars();
    while let Some(character) = rest.next() {
        if character == quote {
            rest.next();
            result.push(quote);
        } else if character != '\\' {
            result.push(character);
        } else {
            match rest.next() {
                Some('0') => result.push('\0'),
                Some('b') => result.push('\u{8}'),
                Some('n') => result.push('\n'),
                Some('r') => result.push('\r'),
                Some('t') => result.push('\t'),
                Some('Z') => result.push('\u{1a}'),
                // Kept as they are for the patterns of LIKE.
                Some(wildcard @ ('%' | '_')) => result.extend(['\\', wildcard]),
                Some(other) => result.push(other),
                None => {}
            }
        }
    }
    Cow::Owned(result)
}

/// `E'…'` of PostgreSQL (sql-syntax-lexical.html, 4.1.2.2); none for an invalid escape.
pub(crate) fn escape_text(text: &str) -> Option<String> {
    let mut result = Vec::with_capacity(text.len());
    let mut rest = inside(text.get(1..)?).chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '\'' => {
                rest.next();
                result.push(b'\'');
            }
            '\\' => match rest.next()? {
                'b' => result.push(8),
                'f' => result.push(12),
                'n' => result.push(b'\n'),
                'r' => result.push(b'\r'),
                't' => result.push(b'\t'),
                'x' if rest.peek().is_some_and(char::is_ascii_hexdigit) => {
                    result.push(code(&mut rest, 0, 2, 16)? as u8);
                }
                'u' => push_char(&mut result, exact_code(&mut rest, 4)?)?,
                'U' => push_char(&mut result, exact_code(&mut rest, 8)?)?,
                octal @ '0'..='7' => {
                    result.push(code(&mut rest, octal.to_digit(8)?, 2, 8)? as u8);
                }
                other => push_char(&mut result, other as u32)?,
            },
            other => push_char(&mut result, other as u32)?,
        }
    }
    String::from_utf8(result).ok()
}

type Characters<'a> = std::iter::Peekable<std::str::Chars<'a>>;

/// Up to `most` digits after what is already known.
fn code(rest: &mut Characters, known: u32, most: usize, radix: u32) -> Option<u32> {
    let mut value = known;
    for _ in 0..most {
        let Some(digit) = rest.peek().and_then(|character| character.to_digit(radix)) else {
            break;
        };
        value = value.checked_mul(radix)?.checked_add(digit)?;
        rest.next();
    }
    Some(value)
}

fn exact_code(rest: &mut Characters, digits: usize) -> Option<u32> {
    let before = rest.clone().count();
    let value = code(rest, 0, digits, 16)?;
    (before - rest.clone().count() == digits).then_some(value)
}

fn push_char(result: &mut Vec<u8>, code: u32) -> Option<()> {
    let character = char::from_u32(code)?;
    result.extend_from_slice(character.encode_utf8(&mut [0u8; 4]).as_bytes());
    Some(())
}

/// What stands between the tags of `$tag$…$tag$`, and how long a tag is.
pub(crate) fn dollar_text(text: &str) -> (&str, usize) {
    let tag = text.get(1..).and_then(|rest| rest.find('$')).map_or(0, |length| length + 2);
    (text.get(tag..text.len().saturating_sub(tag)).unwrap_or(""), tag)
}

/// A number of decimal digits, a point and an exponent.
pub(crate) fn number(text: &str) -> Literal {
    if !text.contains('_') {
        return plain_number(text);
    }
    plain_number(&text.replace('_', ""))
}

fn plain_number(text: &str) -> Literal {
    match text.parse::<i64>() {
        Ok(integer) => Literal::Integer(integer),
        Err(_) => Literal::Number(Rc::from(text)),
    }
}

/// `0x1F`, `0o17`, `0b11` as a number; none when it does not fit 128 bits. SQLite's are 64 bits in
/// two's complement (lang_expr.html, "Literal Values").
pub(crate) fn radix_number(text: &str, wraps: bool) -> Option<Literal> {
    let radix = match text.as_bytes().get(1)? | 0x20 {
        b'x' => 16,
        b'o' => 8,
        _ => 2,
    };
    let value = u128::from_str_radix(&text.get(2..)?.replace('_', ""), radix).ok()?;
    if wraps {
        return u64::try_from(value).ok().map(|bits| Literal::Integer(bits as i64));
    }
    Some(plain_number(&value.to_string()))
}

/// The bytes of hexadecimal digits; an odd first digit stands alone.
pub(crate) fn hex_bytes(digits: &str) -> Rc<[u8]> {
    let nibbles: Vec<u8> =
        digits.chars().filter_map(|digit| digit.to_digit(16)).map(|digit| digit as u8).collect();
    nibbles
        .rchunks(2)
        .rev()
        .map(|pair| pair.iter().fold(0, |byte, nibble| byte << 4 | nibble))
        .collect()
}

/// The bytes of binary digits, filled with zeros on the left.
pub(crate) fn bit_bytes(digits: &str) -> Rc<[u8]> {
    let bits: Vec<u8> = digits.bytes().map(|digit| digit & 1).collect();
    bits.rchunks(8).rev().map(|byte| byte.iter().fold(0, |value, bit| value << 1 | bit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_quotes_are_one() {
        assert_eq!(unquoted("'it''s'"), "it's");
        assert_eq!(unquoted("\"a\"\"b\""), "a\"b");
        assert_eq!(unquoted("[a b]"), "a b");
        assert_eq!(unquoted("''"), "");
    }

    #[test]
    fn mysql_escapes() {
        assert_eq!(mysql_text(r"'a\nb\'c''d\%e\q'"), "a\nb'c'd\\%eq");
    }

    #[test]
    fn postgresql_escapes() {
        assert_eq!(escape_text(r"E'\x41\102\u00e9''\\'").as_deref(), Some("ABé'\\"));
        assert_eq!(escape_text(r"E'\u12'"), None);
        assert_eq!(escape_text(r"E'\xff'"), None);
    }

    #[test]
    fn dollar_quotes() {
        assert_eq!(dollar_text("$$a$$"), ("a", 2));
        assert_eq!(dollar_text("$f$a$$b$f$"), ("a$$b", 3));
    }

    #[test]
    fn numbers_that_fit_are_integers() {
        assert_eq!(number("1_000"), Literal::Integer(1000));
        assert_eq!(number("1e3"), Literal::Number("1e3".into()));
        assert_eq!(number("9223372036854775808"), Literal::Number("9223372036854775808".into()));
        assert_eq!(radix_number("0xffffffffffffffff", true), Some(Literal::Integer(-1)));
        assert_eq!(radix_number("0b101", false), Some(Literal::Integer(5)));
    }

    #[test]
    fn digits_become_bytes() {
        assert_eq!(&*hex_bytes("00ff1"), [0, 0x0f, 0xf1]);
        assert_eq!(&*bit_bytes("100000001"), [1, 1]);
    }
}
