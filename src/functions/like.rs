//! LIKE and GLOB (func.c, patternCompare). The pattern comes first, as in SQLite's `like(X, Y)`.

use super::{ends_at_nul, text};
use crate::error::ErrorKind;
use crate::plan::function::Function;
use crate::types::fold;
use crate::value::Value;

/// LIKE that takes ASCII letters in either case as the same.
pub static LIKE: Function =
    Function { name: "like", strict: false, pure: true, call: |_, args| like(args, Case::Ascii) };
/// LIKE that minds case.
pub static LIKE_CASE: Function =
    Function { name: "like", strict: false, pure: true, call: |_, args| like(args, Case::Exact) };
/// LIKE that takes letters in either case as the same.
pub static LIKE_FOLD: Function =
    Function { name: "ilike", strict: true, pure: true, call: |_, args| like(args, Case::Fold) };
/// LIKE that takes letters in either case, with or without accent, as the same.
pub static LIKE_ACCENT: Function =
    Function { name: "like", strict: true, pure: true, call: |_, args| like(args, Case::Accent) };
/// GLOB.
pub static GLOB: Function = Function {
    name: "glob",
    strict: true,
    pure: true,
    call: |_, args| {
        let (pattern, subject) = (text(&args[0]), text(&args[1]));
        let pattern: Vec<char> = ends_at_nul(&pattern).chars().collect();
        let subject: Vec<char> = ends_at_nul(&subject).chars().collect();
        Ok(Value::Int(i64::from(glob(&pattern, &subject))))
    },
};

/// Which letters are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Each only itself.
    Exact,
    /// `A` to `Z` and `a` to `z`.
    Ascii,
    /// Any letter in either case.
    Fold,
    /// The same, accents aside.
    Accent,
}

impl Case {
    fn same(self, a: char, b: char) -> bool {
        match self {
            Case::Exact => a == b,
            Case::Ascii => a.eq_ignore_ascii_case(&b),
            Case::Fold => a == b || a.to_lowercase().eq(b.to_lowercase()),
            Case::Accent => {
                let plain =
                    |c: char| fold::case_and_accent(c.encode_utf8(&mut [0; 4])).collect::<String>();
                a == b || plain(a) == plain(b)
            }
        }
    }
}

fn like(args: &[Value], case: Case) -> Result<Value, ErrorKind> {
    let escape = match args.get(2) {
        Some(Value::Null) => return Ok(Value::Null),
        Some(escape) => {
            let escape = text(escape);
            let mut letters = escape.chars();
            match (letters.next(), letters.next()) {
                (Some(letter), None) => Some(letter),
                _ => return Err(bad_escape()),
            }
        }
        None => None,
    };
    // The escape is looked at before the NULLs (func.c, likeFunc).
    if args[0].is_null() || args[1].is_null() {
        return Ok(Value::Null);
    }
    let (pattern, subject) = (text(&args[0]), text(&args[1]));
    let (pattern, subject) = match case {
        // SQLite's alone may hold a NUL, at which it ends.
        Case::Ascii | Case::Exact => (ends_at_nul(&pattern), ends_at_nul(&subject)),
        Case::Fold | Case::Accent => (&*pattern, &*subject),
    };
    Ok(Value::Int(i64::from(matches(pattern, subject, escape, case))))
}

fn bad_escape() -> ErrorKind {
    ErrorKind::sqlite("ESCAPE expression must be a single character")
}

/// Whether a text matches a LIKE pattern. Goes back to the last `%` only, so that the work is at
/// most the product of both lengths.
pub fn matches(pattern: &str, subject: &str, escape: Option<char>, case: Case) -> bool {
    let (mut rest, mut left) = (pattern, subject);
    let mut back: Option<(&str, &str)> = None;
    loop {
        let mut letters = rest.chars();
        let fits = match letters.next() {
            Some(c) if Some(c) == escape => {
                // An escape at the end matches nothing.
                let Some(letter) = letters.next() else { return false };
                next_if(left, |c| case.same(letter, c))
            }
            Some('%') => {
                rest = letters.as_str();
                if rest.is_empty() {
                    return true;
                }
                back = Some((rest, left));
                continue;
            }
            Some('_') => next_if(left, |_| true),
            Some(letter) => next_if(left, |c| case.same(letter, c)),
            None if left.is_empty() => return true,
            None => None,
        };
        if let Some(after) = fits {
            (rest, left) = (letters.as_str(), after);
            continue;
        }
        let Some((any, from)) = back else { return false };
        let Some(from) = next_if(from, |_| true) else { return false };
        back = Some((any, from));
        (rest, left) = (any, from);
    }
}

/// The text after its first letter, when that is as wanted.
fn next_if(text: &str, wanted: impl Fn(char) -> bool) -> Option<&str> {
    let mut letters = text.chars();
    letters.next().filter(|c| wanted(*c)).map(|_| letters.as_str())
}

/// Whether a text matches a GLOB pattern: `*`, `?`, `[a-z]`, `[^a-z]`.
fn glob(pattern: &[char], subject: &[char]) -> bool {
    let (mut p, mut s) = (0, 0);
    let mut back: Option<(usize, usize)> = None;
    loop {
        let next = match pattern.get(p) {
            Some('*') => {
                back = Some((p, s));
                p += 1;
                continue;
            }
            None if s == subject.len() => return true,
            None => None,
            Some(_) if s == subject.len() => return false,
            Some('?') => Some(p + 1),
            Some('[') => class(&pattern[p..], subject[s]).map(|length| p + length),
            Some(c) => (*c == subject[s]).then_some(p + 1),
        };
        match (next, back) {
            (Some(next), _) => (p, s) = (next, s + 1),
            (None, Some((any, from))) if from < subject.len() => {
                back = Some((any, from + 1));
                (p, s) = (any + 1, from + 1);
            }
            (None, _) => return false,
        }
    }
}

/// Matches one letter with `[…]` and gives the length of the class; none when it does not match
/// or is not closed.
fn class(pattern: &[char], letter: char) -> Option<usize> {
    let mut at = 1;
    let inverted = pattern.get(at) == Some(&'^');
    at += usize::from(inverted);
    let mut seen = false;
    let mut previous = None;
    if pattern.get(at) == Some(&']') {
        seen = letter == ']';
        at += 1;
    }
    loop {
        let c = *pattern.get(at)?;
        if c == ']' {
            break;
        }
        let end = pattern.get(at + 1).copied();
        match (c, previous, end) {
            ('-', Some(low), Some(high)) if high != ']' => {
                seen |= (low..=high).contains(&letter);
                previous = None;
                at += 2;
            }
            _ => {
                seen |= c == letter;
                previous = Some(c);
                at += 1;
            }
        }
    }
    (seen != inverted).then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::{Case, glob, matches};

    fn like(pattern: &str, subject: &str) -> bool {
        matches(pattern, subject, Some('\\'), Case::Ascii)
    }

    #[test]
    fn like_has_two_wildcards_and_an_escape() {
        assert!(like("a%c", "ABBC"));
        assert!(like("%b%b%", "abcb"));
        assert!(like("_é_", "aéb"));
        assert!(like("100\\%", "100%"));
        assert!(!like("100\\%", "1000"));
        assert!(!like("a_", "a"));
        assert!(!like("abc\\", "abc"));
        assert!(like("%", "") && like("", "") && !like("", "a"));
        assert!(!matches("É", "é", None, Case::Ascii));
        assert!(matches("É", "é", None, Case::Fold));
        assert!(matches("E", "é", None, Case::Accent));
    }

    #[test]
    fn glob_has_classes() {
        let glob = |pattern: &str, subject: &str| {
            let letters = |text: &str| text.chars().collect::<Vec<_>>();
            glob(&letters(pattern), &letters(subject))
        };
        assert!(glob("a*[0-9]?", "abc7x"));
        assert!(glob("[^a-c]", "d") && !glob("[^a-c]", "b"));
        assert!(glob("[]]", "]") && !glob("[ab", "a"));
        assert!(!glob("A*", "abc"));
    }
}
