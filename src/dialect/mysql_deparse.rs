//! MySQL: expressions as SHOW CREATE TABLE writes them: names quoted, operators in parentheses,
//! words in small letters ("SHOW CREATE TABLE Statement"; item.cc, `print`).

use super::mysql_show::quoted;
use crate::syntax::ast::{BinaryOp, Expr, ExprKind, LikeOp, Literal, UnaryOp};

/// The text of an expression; as written where it holds something without a known form.
pub(super) fn shown(expr: &Expr, written: &str) -> String {
    let mut out = String::new();
    if write(expr, &mut out).is_some() { out } else { written.to_string() }
}

fn sign(op: BinaryOp) -> Option<&'static str> {
    Some(match op {
        BinaryOp::Or => "or",
        BinaryOp::Xor => "xor",
        BinaryOp::And => "and",
        BinaryOp::Eq => "=",
        BinaryOp::Ne => "<>",
        BinaryOp::Lt => "<",
        BinaryOp::Le => "<=",
        BinaryOp::Gt => ">",
        BinaryOp::Ge => ">=",
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::IntDiv => "DIV",
        BinaryOp::Mod => "%",
        BinaryOp::BitAnd => "&",
        BinaryOp::BitOr => "|",
        BinaryOp::BitXor => "^",
        BinaryOp::ShiftLeft => "<<",
        BinaryOp::ShiftRight => ">>",
        _ => return None,
    })
}

/// Functions that go by another name there.
const NAMES: [(&str, &str); 9] = [
    ("character_length", "char_length"),
    ("current_date", "curdate"),
    ("current_timestamp", "now"),
    ("lcase", "lower"),
    ("mid", "substr"),
    ("octet_length", "length"),
    ("power", "pow"),
    ("substring", "substr"),
    ("ucase", "upper"),
];

fn list(items: &[Expr], out: &mut String) -> Option<()> {
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        write(item, out)?;
    }
    Some(())
}

/// AND and OR stand in one list with those inside them.
fn chain(op: BinaryOp, expr: &Expr, out: &mut String) -> Option<()> {
    match &expr.kind {
        ExprKind::Paren(inner) => chain(op, inner, out),
        ExprKind::Binary(own, left, right) if *own == op => {
            chain(op, left, out)?;
            out.push_str(if op == BinaryOp::And { " and " } else { " or " });
            chain(op, right, out)
        }
        _ => write(expr, out),
    }
}

fn write(expr: &Expr, out: &mut String) -> Option<()> {
    let not = |not: bool| if not { "not " } else { "" };
    match &expr.kind {
        ExprKind::Literal(Literal::Null) => out.push_str("NULL"),
        ExprKind::Literal(Literal::Bool(b)) => out.push_str(if *b { "true" } else { "false" }),
        ExprKind::Literal(Literal::Integer(n)) => out.push_str(&n.to_string()),
        ExprKind::Literal(Literal::Number(text)) => out.push_str(text),
        ExprKind::Literal(Literal::Text(text)) => {
            out.push_str("_utf8mb4'");
            out.push_str(&text.replace('\\', "\\\\").replace('\'', "\\'"));
            out.push('\'');
        }
        ExprKind::Literal(Literal::Current(word)) => {
            out.push_str(if *word == "CURRENT_DATE" { "curdate()" } else { "now()" });
        }
        ExprKind::Column(name) => out.push_str(&quoted(&name.name.text)),
        ExprKind::Paren(inner) => return write(inner, out),
        ExprKind::Unary(UnaryOp::Minus, inner) => {
            out.push_str("-(");
            write(inner, out)?;
            out.push(')');
        }
        ExprKind::Binary(op @ (BinaryOp::And | BinaryOp::Or), ..) => {
            out.push('(');
            chain(*op, expr, out)?;
            out.push(')');
        }
        ExprKind::Binary(op @ (BinaryOp::Arrow | BinaryOp::LongArrow), left, right) => {
            let unquoted = *op == BinaryOp::LongArrow;
            out.push_str(if unquoted { "json_unquote(json_extract(" } else { "json_extract(" });
            write(left, out)?;
            out.push(',');
            write(right, out)?;
            out.push_str(if unquoted { "))" } else { ")" });
        }
        ExprKind::Binary(op, left, right) => {
            let sign = sign(*op)?;
            out.push('(');
            write(left, out)?;
            out.push(' ');
            out.push_str(sign);
            out.push(' ');
            write(right, out)?;
            out.push(')');
        }
        ExprKind::IsNull { expr, not } => {
            out.push('(');
            write(expr, out)?;
            out.push_str(if *not { " is not null)" } else { " is null)" });
        }
        ExprKind::Between { expr, low, high, not: negated } => {
            out.push('(');
            write(expr, out)?;
            out.push_str(&[" ", not(*negated), "between "].concat());
            write(low, out)?;
            out.push_str(" and ");
            write(high, out)?;
            out.push(')');
        }
        ExprKind::InList { expr, list: items, not: negated } => {
            out.push('(');
            write(expr, out)?;
            out.push_str(&[" ", not(*negated), "in ("].concat());
            list(items, out)?;
            out.push_str("))");
        }
        ExprKind::Like { op, expr, pattern, escape: None, not } => {
            out.push_str(if *not { "(not(" } else { "" });
            let regexp = *op == LikeOp::Regexp;
            out.push_str(if regexp { "regexp_like(" } else { "(" });
            write(expr, out)?;
            out.push_str(if regexp { "," } else { " like " });
            write(pattern, out)?;
            out.push_str(if *not { ")))" } else { ")" });
        }
        ExprKind::Case { operand, branches, otherwise } => {
            out.push_str("(case");
            if let Some(operand) = operand {
                out.push(' ');
                write(operand, out)?;
            }
            for (when, then) in branches {
                out.push_str(" when ");
                write(when, out)?;
                out.push_str(" then ");
                write(then, out)?;
            }
            if let Some(otherwise) = otherwise {
                out.push_str(" else ");
                write(otherwise, out)?;
            }
            out.push_str(" end)");
        }
        ExprKind::Cast { expr, ty } if ty.name.ends_with(" LITERAL") => {
            out.push_str(match &*ty.name {
                "DATE LITERAL" => "DATE",
                "TIME LITERAL" => "TIME",
                _ => "TIMESTAMP",
            });
            write(expr, out)?;
        }
        ExprKind::Cast { expr, ty } => {
            out.push_str("cast(");
            write(expr, out)?;
            out.push_str(" as ");
            out.push_str(&ty.text.to_ascii_lowercase());
            if ty.name.starts_with("CHAR") {
                out.push_str(" charset utf8mb4");
            }
            out.push(')');
        }
        ExprKind::Function(call) if call.over.is_none() && !call.distinct => {
            let name = call.name.name.text.to_ascii_lowercase();
            let other = NAMES.iter().find(|(known, _)| *known == name);
            out.push_str(other.map_or(&*name, |(_, other)| *other));
            out.push('(');
            list(&call.args, out)?;
            out.push(')');
        }
        _ => return None,
    }
    Some(())
}
