//! real: how it is printed where it becomes a text, and what it is as numeric. It is kept as the shortest decimal that reads back the
//! same, so that `1.1` is `1.1`.

use super::postgresql_values::print;
use crate::plan::function::Function;
use crate::types::Type;
use crate::value::Value;

/// As a text.
pub(super) static TEXT: Function = Function {
    name: "text",
    strict: true,
    pure: true,
    call: |_, args| {
        let mut value = args[0].clone();
        shorten(&mut value);
        Ok(Value::text(&print(&value)))
    },
};

/// As numeric, with the six digits that are sure (numeric.c, float4_numeric).
pub(super) static NUMERIC: Function = Function {
    name: "numeric",
    strict: true,
    pure: true,
    call: |_, args| {
        let six = |x: f64| format!("{x:.5e}").parse().unwrap_or(x);
        let value = match args[0] {
            Value::Real(x) if x.is_finite() => Value::Real(six(x)),
            ref other => other.clone(),
        };
        super::postgresql_values::convert(value, &Type::Decimal { precision: None })
    },
};

/// A real has an exponent from 1e6 on (float.c, float4out).
fn shorten(value: &mut Value) {
    if let Value::Real(x) = value
        && x.is_finite()
        && x.abs() >= 1e6
    {
        let text = format!("{x:e}");
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        *value = Value::text(&format!("{mantissa}e+{exponent:0>2}"));
    }
}
