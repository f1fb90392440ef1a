//! MySQL: what the recursive part of WITH gives are values of the first part's types, whose texts are
//! as long as the first part's ("WITH (Common Table Expressions)", "Recursive Common Table
//! Expressions": an error in strict mode, else a warning and what fits).

use std::rc::Rc;

use super::mysql_assign::assign;
use super::mysql_expr::{BIGINT, call};
use super::mysql_types::{DEFAULT_COLLATION, print};
use crate::catalog::Column;
use crate::functions::int;
use crate::plan::function::Function;
use crate::plan::node::{Expr, ResultColumn};
use crate::plan::rules::Mode;
use crate::types::Type;
use crate::value::Value;

/// A value for a column of the first part, as far as its type is known.
pub(super) fn value(given: Expr, column: &ResultColumn, first: Option<&Expr>) -> Expr {
    let constant = match first {
        Some(Expr::Const(value)) => Some(value),
        _ => None,
    };
    let (kind, digits, scale) = match (&column.ty, constant) {
        (Type::Varchar(length) | Type::Char(length), _) => (0, *length, 0),
        (Type::Text, Some(Value::Text(text))) => (0, text.chars().count() as u32, 0),
        (Type::Int { unsigned: false, .. }, _) => (1, 0, 0),
        (Type::Decimal { precision: Some((digits, scale)) }, _) => {
            (2, u32::from(*digits), u32::from(*scale))
        }
        (Type::Decimal { precision: None }, Some(value)) => {
            let text = print(value);
            let digits = text.bytes().filter(u8::is_ascii_digit).count() as u32;
            let scale = text.split_once('.').map_or(0, |(_, fraction)| fraction.len() as u32);
            (2, digits, scale)
        }
        _ => return given,
    };
    let numbers = [kind, digits, scale].map(|n| Expr::Const(Value::Int(i64::from(n))));
    let name = Expr::Const(Value::Text(column.name.clone()));
    call(&BROUGHT, [given, name].into_iter().chain(numbers).collect())
}

static BROUGHT: Function = Function {
    name: "recursive value",
    strict: false,
    pure: true,
    call: |host, args| {
        let [given, name, kind, digits, scale] = args else { return Ok(Value::Null) };
        let ty = match int(kind) {
            0 => Type::Varchar(int(digits) as u32),
            1 => BIGINT,
            _ => Type::Decimal { precision: Some((int(digits) as u16, int(scale) as u16)) },
        };
        let column = Column {
            name: Rc::from(&*print(name)),
            ty,
            declared: Rc::from(""),
            not_null: None,
            default: None,
            collation: &DEFAULT_COLLATION,
            generated: None,
            identity: None,
            on_update: None,
            invisible: false,
            comment: None,
        };
        let mode = Mode { strict: host.session().settings.strict, ..Mode::STRICT };
        let brought = assign(&column, given.clone(), mode)?;
        if let (Some(warning), "Warning") = (brought.warning, brought.level) {
            host.doubt(*warning, false)?;
        }
        Ok(brought.value)
    },
};
