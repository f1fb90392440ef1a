//! Texts through the lexer and the parser, in the dialect that the first byte picks. Nothing may panic
//! or hang; statements must come in order, inside the text, and each must end past its beginning.
//!
//! `cargo +nightly fuzz run syntax -- -max_total_time=600`

#![no_main]

use libfuzzer_sys::fuzz_target;
use onconflict::dialect::Dialect;
use onconflict::syntax::{parse_next, token_spans};

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let Ok(sql) = std::str::from_utf8(rest) else { return };
    let (_, dialect) = Dialect::ALL[*first as usize % Dialect::ALL.len()];
    let rules = dialect.rules().syntax;
    let mut end = 0;
    for span in token_spans(sql, rules) {
        assert!(end <= span.start && span.start < span.end, "tokens come one after the other");
        assert!(sql.get(span.start as usize..span.end as usize).is_some(), "inside the text");
        end = span.end;
    }
    let mut from = 0;
    while let Some(parsed) = parse_next(sql, from, rules) {
        assert!(parsed.next > from && parsed.next <= sql.len(), "every statement gets further");
        assert!(sql.get(parsed.span.start as usize..parsed.span.end as usize).is_some());
        from = parsed.next;
    }
});
