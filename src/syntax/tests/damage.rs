//! Nothing panics, whatever the text: thousands of damaged statements in every dialect.

use super::{DIALECTS, cases};
use crate::syntax::parse_next;

/// A small generator (xorshift), so that a failure comes again.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

#[test]
fn damaged_statements_are_answered() {
    let mut texts: Vec<String> = Vec::new();
    for (dialect, _) in DIALECTS {
        for case in cases(dialect) {
            for step in case["steps"].as_array().expect("a case has steps") {
                texts.push(step["sql"].as_str().expect("a step has a statement").to_owned());
            }
        }
    }
    texts.sort();
    texts.dedup();
    let pieces = [
        "'",
        "\"",
        "`",
        "[",
        "$$",
        "/*",
        "*/",
        "--",
        "(",
        ")",
        ";",
        "\\",
        "é",
        "😀",
        "\u{0}",
        "?",
        ":x",
        "@",
        "@@",
        "$1",
        "::",
        "END",
        "BEGIN",
        " CASE ",
        " NOT ",
        "ON CONFLICT",
        " WITH ",
        "E'\\x",
        "x'",
        "0x",
        "1e",
        ".",
        ",",
        "*",
        " OR ",
        " SELECT ",
        "INTERVAL ",
        "{",
    ];
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..20_000 {
        let mut text = texts[random.below(texts.len())].clone();
        for _ in 0..=random.below(3) {
            let at = boundary(&text, random.below(text.len() + 1));
            match random.below(4) {
                0 => text.insert_str(at, pieces[random.below(pieces.len())]),
                1 => text.truncate(at),
                2 => {
                    let end = boundary(&text, at + random.below(8)).max(at);
                    text.replace_range(at..end, "");
                }
                _ => {
                    let other = &texts[random.below(texts.len())];
                    text.insert_str(at, &other[boundary(other, random.below(other.len()))..]);
                }
            }
        }
        for (_, rules) in DIALECTS {
            let mut from = 0;
            while let Some(parsed) = parse_next(&text, from, rules) {
                assert!(parsed.next > from && parsed.next <= text.len(), "{text:?} from {from}");
                assert!(!parsed.span.of(&text).is_empty(), "{text:?}");
                from = parsed.next;
            }
        }
    }
}

/// The nearest character boundary at or before a byte.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
