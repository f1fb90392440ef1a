//! PostgreSQL: the names of aggregates and their types (functions-aggregate).

use super::postgresql_cast::{coerce, is_text, rank};
use super::postgresql_decimal as decimal;
use super::postgresql_expr::BIGINT;
use super::postgresql_types::sql_name;
use crate::collation::BINARY;
use crate::error::ErrorKind;
use crate::functions::aggregate as agg;
use crate::plan::expr::{AggregateUse, Bind, Bound, Call, common_collation};
use crate::plan::function::{Accumulator, Aggregate};
use crate::types::interval::Interval;
use crate::types::{Type, array};
use crate::value::Value;

const NAMES: &[&str] = &[
    "array_agg",
    "avg",
    "bool_and",
    "bool_or",
    "count",
    "every",
    "json_agg",
    "json_object_agg",
    "jsonb_agg",
    "jsonb_object_agg",
    "max",
    "min",
    "string_agg",
    "sum",
];

/// Whether a name is an aggregate's.
pub(super) fn is_aggregate(name: &str, _args: Option<usize>) -> bool {
    NAMES.contains(&name) || is_unmade(name)
}

/// Those that PostgreSQL has and the engine has not.
fn is_unmade(name: &str) -> bool {
    const UNMADE: &str = " any_value bit_and bit_or bit_xor corr covar_pop covar_samp range_agg \
        range_intersect_agg regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope \
        stddev stddev_pop stddev_samp var_pop var_samp variance xmlagg ";
    UNMADE.contains(&[" ", name, " "].concat())
}

/// A call of an aggregate.
pub(super) fn aggregate(call: Call<'_>) -> Bind<AggregateUse> {
    let collation = common_collation(call.args.iter(), &BINARY);
    if is_unmade(call.name) {
        return Err(ErrorKind::unsupported(["aggregate ", call.name].concat()));
    }
    let missing = || {
        let args = if call.star { Vec::new() } else { named(&call.args) };
        ErrorKind::NoSuchFunction { name: call.name.to_string(), args }
    };
    if let Some(made) = super::postgresql_json_text::aggregate(call.name, &call.args) {
        let (function, args, ty) = made?;
        return Ok(AggregateUse { function, args, collation, ty, picks_row: false });
    }
    let (function, ty, wanted): (&'static Aggregate, Type, Vec<Type>) =
        match (call.name, &call.args[..]) {
            ("count", []) if call.star => (&agg::COUNT_ROWS, BIGINT, Vec::new()),
            ("count", [_]) => (&agg::COUNT, BIGINT, Vec::new()),
            ("sum" | "avg", [one]) if one.ty == Type::Unknown => {
                return Err(super::postgresql_functions::ambiguous(call.name, &call.args));
            }
            ("sum", [one]) => match &one.ty {
                Type::Int { bits: 16 | 32, .. } => (&SUM_INT, BIGINT, Vec::new()),
                Type::Int { .. } | Type::Decimal { .. } => {
                    (&decimal::SUM, Type::Decimal { precision: None }, Vec::new())
                }
                ty @ (Type::Float4 | Type::Float8) => (&agg::SUM, ty.clone(), Vec::new()),
                Type::Interval | Type::Time => (&SPANS, Type::Interval, vec![Type::Interval]),
                _ => return Err(missing()),
            },
            ("avg", [one]) => match rank(&one.ty) {
                Some(1..=4) => (&decimal::AVG, Type::Decimal { precision: None }, Vec::new()),
                Some(_) => (&agg::AVG, Type::Float8, vec![Type::Float8]),
                None if matches!(one.ty, Type::Interval | Type::Time) => {
                    (&MEAN_SPAN, Type::Interval, vec![Type::Interval])
                }
                None => return Err(missing()),
            },
            ("min" | "max", [one]) => {
                if matches!(
                    one.ty,
                    Type::Range(_) | Type::Bool | Type::Json | Type::Jsonb | Type::Uuid
                ) {
                    return Err(missing());
                }
                let ty = match &one.ty {
                    ty if is_text(ty) && !matches!(ty, Type::Char(_)) => Type::Text,
                    Type::Unknown => Type::Text,
                    ty => ty.clone(),
                };
                let function = if call.name == "min" { &agg::MIN } else { &agg::MAX };
                (function, ty.clone(), vec![ty])
            }
            ("array_agg", [one]) if !matches!(one.ty, Type::Array(_)) => {
                let ty = if one.ty == Type::Unknown { Type::Text } else { one.ty.clone() };
                (&ARRAY, Type::Array(std::rc::Rc::new(ty.clone())), vec![ty])
            }
            ("bool_and" | "every", [one]) if is_condition(one) => {
                (&ALL, Type::Bool, vec![Type::Bool])
            }
            ("bool_or", [one]) if is_condition(one) => (&ANY, Type::Bool, vec![Type::Bool]),
            ("string_agg", [one, separator]) if joins(&one.ty) && joins(&separator.ty) => {
                (&agg::GROUP_CONCAT, Type::Text, vec![Type::Text, Type::Text])
            }
            _ => return Err(missing()),
        };
    let mut args = Vec::with_capacity(call.args.len());
    for (at, arg) in call.args.into_iter().enumerate() {
        args.push(match wanted.get(at) {
            Some(ty) => coerce(arg, ty)?.expr,
            None => arg.expr,
        });
    }
    Ok(AggregateUse { function, args, collation, ty, picks_row: false })
}

fn named(args: &[Bound]) -> Vec<String> {
    args.iter().map(|a| sql_name(&a.ty)).collect()
}

fn is_condition(bound: &Bound) -> bool {
    matches!(bound.ty, Type::Bool | Type::Unknown)
}

fn joins(ty: &Type) -> bool {
    is_text(ty) || *ty == Type::Unknown
}

/// The sum of integers as bigint.
static SUM_INT: Aggregate = Aggregate { name: "sum", start: |_| Box::new(SumInt(None)) };
static ALL: Aggregate =
    Aggregate { name: "bool_and", start: |_| Box::new(Truth { all: true, result: None }) };
static ANY: Aggregate =
    Aggregate { name: "bool_or", start: |_| Box::new(Truth { all: false, result: None }) };

static ARRAY: Aggregate =
    Aggregate { name: "array_agg", start: |_| Box::new(Elements(Vec::new(), array::value)) };

struct Elements(Vec<Value>, fn(&[Value]) -> Value);

impl Accumulator for Elements {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        self.0.extend(args.first().cloned());
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        Ok(match self.0.is_empty() {
            true => Value::Null,
            false => self.1(&self.0),
        })
    }
}

static SPANS: Aggregate =
    Aggregate { name: "sum", start: |_| Box::new(Spans { mean: false, sum: None, count: 0 }) };
static MEAN_SPAN: Aggregate =
    Aggregate { name: "avg", start: |_| Box::new(Spans { mean: true, sum: None, count: 0 }) };

/// Intervals, and how many there are.
struct Spans {
    mean: bool,
    sum: Option<Interval>,
    count: u32,
}

impl Accumulator for Spans {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        if let Some(span) = args.first().and_then(Interval::of) {
            self.sum = Some(self.sum.map_or(span, |sum| sum.plus(span)));
            self.count += 1;
        }
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        Ok(self.sum.map_or(Value::Null, |sum| match self.mean {
            true => sum.times(1.0 / f64::from(self.count)).value(),
            false => sum.value(),
        }))
    }
}

struct SumInt(Option<i64>);

impl Accumulator for SumInt {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        if let Some(Value::Int(n)) = args.first() {
            let Some(sum) = self.0.unwrap_or(0).checked_add(*n) else {
                return Err(super::postgresql_values::data_error("22003", "bigint out of range"));
            };
            self.0 = Some(sum);
        }
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        Ok(self.0.map_or(Value::Null, Value::Int))
    }
}

struct Truth {
    all: bool,
    result: Option<bool>,
}

impl Accumulator for Truth {
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind> {
        if let Some(Value::Bool(truth)) = args.first() {
            let so_far = self.result.unwrap_or(self.all);
            self.result = Some(if self.all { so_far && *truth } else { so_far || *truth });
        }
        Ok(false)
    }

    fn result(&self) -> Result<Value, ErrorKind> {
        Ok(self.result.map_or(Value::Null, Value::Bool))
    }
}
