//! PostgreSQL's operators: any run of certain signs is one operator, known or not
//! (sql-syntax-lexical.html, section 4.1.3).

use super::token::Kind;

/// Length and kind of the operator that `bytes` begins with.
pub(crate) fn postgres_sign(bytes: &[u8]) -> (usize, Kind) {
    let length = run_length(bytes);
    match bytes.get(..length) {
        Some(sign) if length > 0 => (length, known(sign)),
        _ => (1, Kind::Bad),
    }
}

/// The longest run that holds no comment. A longer run may end in `+` or `-` only if it holds a
/// sign that no standard operator has, so that `a=-1` is two operators.
fn run_length(bytes: &[u8]) -> usize {
    let is_sign = |byte: &u8| b"+-*/<>=~!@#%^&|`?".contains(byte);
    let mut length = bytes.iter().take_while(|byte| is_sign(byte)).count();
    let starts_comment = |pair: &[u8]| pair == b"--" || pair == b"/*";
    if let Some(comment) =
        bytes.get(..length).and_then(|run| run.windows(2).position(starts_comment))
    {
        length = comment;
    }
    let odd = |run: &[u8]| run.iter().any(|byte| b"~!@#%^&|`?".contains(byte));
    while length > 1
        && matches!(bytes.get(length - 1), Some(b'+' | b'-'))
        && bytes.get(..length - 1).is_some_and(|run| !odd(run))
    {
        length -= 1;
    }
    length
}

fn known(sign: &[u8]) -> Kind {
    match sign {
        b"+" => Kind::Plus,
        b"-" => Kind::Minus,
        b"*" => Kind::Star,
        b"/" => Kind::Slash,
        b"%" => Kind::Percent,
        b"^" => Kind::Caret,
        b"=" => Kind::Eq,
        b"<" => Kind::Lt,
        b">" => Kind::Gt,
        b"<=" => Kind::Le,
        b">=" => Kind::Ge,
        b"<>" | b"!=" => Kind::Ne,
        b"||" => Kind::PipePipe,
        b"|" => Kind::Pipe,
        b"&" => Kind::Amp,
        b"&&" => Kind::AmpAmp,
        b"#" => Kind::Hash,
        b"<<" => Kind::ShiftLeft,
        b">>" => Kind::ShiftRight,
        b"->" => Kind::Arrow,
        b"->>" => Kind::LongArrow,
        b"#>" => Kind::HashArrow,
        b"#>>" => Kind::HashLongArrow,
        b"@>" => Kind::Contains,
        b"<@" => Kind::ContainedBy,
        b"?" => Kind::Question,
        b"~" => Kind::Tilde,
        b"~*" => Kind::TildeStar,
        b"!~" => Kind::NotTilde,
        b"!~*" => Kind::NotTildeStar,
        b"~~" => Kind::LikeSign,
        b"~~*" => Kind::ILikeSign,
        b"!~~" => Kind::NotLikeSign,
        b"!~~*" => Kind::NotILikeSign,
        _ => Kind::Operator,
    }
}
