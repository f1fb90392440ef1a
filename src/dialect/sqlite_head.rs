//! SQLite acts while it parses: a table is looked for once its name is read, a column once the comma
//! behind it is, a trigger's table at BEGIN (parse.y, rules `create_table`, `columnname`,
//! `trigger_decl`). So what is wrong there is told before an error of syntax further on.

use super::sqlite_syntax::SYNTAX;
use crate::syntax::token_spans;

/// The part of a definition that was read before the place of an error, made a whole statement.
pub(super) fn read_before(text: &str, error: usize) -> Option<String> {
    let spans = token_spans(text, &SYNTAX);
    let starts: Vec<usize> = spans.iter().map(|span| span.start as usize).collect();
    let word = |at: usize| spans.get(at).and_then(|s| text.get(s.start as usize..s.end as usize));
    let is = |at: usize, wanted: &str| word(at).is_some_and(|w| w.eq_ignore_ascii_case(wanted));
    if !is(0, "CREATE") {
        return None;
    }
    let kind = if is(1, "TEMP") || is(1, "TEMPORARY") { 2 } else { 1 };
    let read = |at: usize| starts.get(at).is_some_and(|start| *start < error);
    if is(kind, "TRIGGER") {
        let begin = (kind + 1..spans.len()).find(|at| is(*at, "BEGIN"))?;
        return read(begin).then(|| [&text[..starts[begin]], "BEGIN SELECT 1; END"].concat());
    }
    if !is(kind, "TABLE") || is(kind + 1, "IF") {
        return None;
    }
    let open = kind + if is(kind + 2, ".") { 4 } else { 2 };
    if !read(open) || !(is(open, "(") || is(open, "AS")) {
        return None;
    }
    let (mut depth, mut end) = (0, None);
    for (at, start) in starts.iter().enumerate().skip(open) {
        match word(at) {
            Some("(") => depth += 1,
            Some(")") => depth -= 1,
            Some(",") if depth == 1 && read(at) && is(open, "(") => end = Some(*start),
            _ => {}
        }
        if depth == 0 && read(at) && is(open, "(") {
            end = Some(*start);
        }
        if depth == 0 || !read(at) {
            break;
        }
    }
    // What these name is looked for at the table's end only.
    let late = |end: &usize| {
        (open..spans.len()).any(|at| starts[at] < *end && (is(at, "CHECK") || is(at, "AS")))
    };
    Some(match end.filter(|end| !late(end)) {
        Some(end) => [&text[..end], ")"].concat(),
        None => [&text[..starts[open]], "(x)"].concat(),
    })
}
