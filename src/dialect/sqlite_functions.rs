//! SQLite: the names of functions (lang_corefunc.html, lang_mathfunc.html, lang_datefunc.html,
//! lang_aggfunc.html; compared with SQLite 3.54).

use std::rc::Rc;

use crate::collation::{BINARY, Collation};
use crate::error::ErrorKind;
use crate::functions::{aggregate as agg, date, format, info, json, like, math, text};
use crate::plan::expr::{AggregateUse, Bind, Bound, Call, common_collation, passed_on};
use crate::plan::function::{Aggregate, Function};
use crate::plan::node::{Compare, CompareOp, Expr, Extreme};
use crate::types::Type;
use crate::value::Value;

/// What a name makes of its arguments.
#[derive(Clone, Copy)]
enum Make {
    Call(&'static Function),
    Build(fn(Vec<Bound>) -> Bound),
    /// A call that gives JSON; of its arguments, those from the first number on by steps of the
    /// second are made JSON.
    Json(&'static Function, usize, usize),
    /// SQLite has it and this engine has not.
    Missing,
}

/// Name, least and greatest number of arguments.
type Entry = (&'static str, usize, usize, Make);

const ANY: usize = 1000;

const fn call(name: &'static str, args: usize, function: &'static Function) -> Entry {
    (name, args, args, Make::Call(function))
}

const fn from_to(
    name: &'static str,
    least: usize,
    most: usize,
    function: &'static Function,
) -> Entry {
    (name, least, most, Make::Call(function))
}

static FUNCTIONS: &[Entry] = &[
    call("abs", 1, &math::ABS),
    call("acos", 1, &math::ACOS),
    call("acosh", 1, &math::ACOSH),
    call("asin", 1, &math::ASIN),
    call("asinh", 1, &math::ASINH),
    call("atan", 1, &math::ATAN),
    call("atan2", 2, &math::ATAN2),
    call("atanh", 1, &math::ATANH),
    call("ceil", 1, &math::CEIL),
    call("ceiling", 1, &math::CEIL),
    call("changes", 0, &info::CHANGES),
    from_to("char", 0, ANY, &text::CHAR),
    ("coalesce", 2, ANY, Make::Build(coalesce)),
    from_to("concat", 1, ANY, &text::CONCAT),
    from_to("concat_ws", 2, ANY, &text::CONCAT_WS),
    call("cos", 1, &math::COS),
    call("cosh", 1, &math::COSH),
    from_to("date", 0, ANY, &date::DATE),
    from_to("datetime", 0, ANY, &date::DATETIME),
    call("degrees", 1, &math::DEGREES),
    call("exp", 1, &math::EXP),
    call("floor", 1, &math::FLOOR),
    from_to("format", 0, ANY, &format::FORMAT),
    call("glob", 2, &like::GLOB),
    call("hex", 1, &text::HEX),
    ("if", 2, ANY, Make::Build(iif)),
    ("ifnull", 2, 2, Make::Build(coalesce)),
    ("iif", 2, ANY, Make::Build(iif)),
    call("instr", 2, &text::INSTR),
    ("json", 1, 1, Make::Json(&json::JSON, ANY, 1)),
    ("json_array", 0, ANY, Make::Json(&json::ARRAY, 0, 1)),
    from_to("json_array_length", 1, 2, &json::ARRAY_LENGTH),
    from_to("json_extract", 0, ANY, &json::EXTRACT),
    call("json_error_position", 1, &json::ERROR_POSITION),
    ("json_insert", 0, ANY, Make::Json(&json::INSERT, 2, 2)),
    ("json_object", 0, ANY, Make::Json(&json::OBJECT, 1, 2)),
    ("json_patch", 2, 2, Make::Json(&json::PATCH, ANY, 1)),
    from_to("json_pretty", 1, 2, &json::PRETTY),
    ("json_quote", 1, 1, Make::Json(&json::OR_NULL, 0, 1)),
    ("json_remove", 0, ANY, Make::Json(&json::REMOVE, ANY, 1)),
    ("json_replace", 0, ANY, Make::Json(&json::REPLACE, 2, 2)),
    ("json_set", 0, ANY, Make::Json(&json::SET, 2, 2)),
    from_to("json_type", 1, 2, &json::TYPE),
    from_to("json_valid", 1, 2, &json::VALID),
    from_to("julianday", 0, ANY, &date::JULIANDAY),
    call("last_insert_rowid", 0, &info::LAST_INSERT_ID),
    call("length", 1, &text::LENGTH),
    from_to("like", 2, 3, &like::LIKE),
    ("likelihood", 2, 2, Make::Build(hint)),
    ("likely", 1, 1, Make::Build(likely)),
    call("ln", 1, &math::LN),
    call("log", 1, &math::LOG10),
    call("log", 2, &math::LOG_BASE),
    call("log10", 1, &math::LOG10),
    call("log2", 1, &math::LOG2),
    call("lower", 1, &text::LOWER_ASCII),
    from_to("ltrim", 1, 2, &text::LTRIM),
    ("max", 2, ANY, Make::Build(|args| extreme(args, true))),
    ("min", 2, ANY, Make::Build(|args| extreme(args, false))),
    call("mod", 2, &math::MOD),
    ("nullif", 2, 2, Make::Build(nullif)),
    call("octet_length", 1, &text::OCTET_LENGTH),
    call("pi", 0, &math::PI),
    call("pow", 2, &math::POW),
    call("power", 2, &math::POW),
    from_to("printf", 0, ANY, &format::FORMAT),
    call("quote", 1, &text::QUOTE),
    call("radians", 1, &math::RADIANS),
    call("random", 0, &info::RANDOM),
    call("randomblob", 1, &info::RANDOM_BLOB),
    call("replace", 3, &text::REPLACE),
    from_to("round", 1, 2, &math::ROUND),
    from_to("rtrim", 1, 2, &text::RTRIM),
    call("sign", 1, &math::SIGN),
    call("sin", 1, &math::SIN),
    call("sinh", 1, &math::SINH),
    ("sqlite_compileoption_get", 1, 1, Make::Missing),
    ("sqlite_compileoption_used", 1, 1, Make::Missing),
    ("sqlite_source_id", 0, 0, Make::Build(source_id)),
    ("sqlite_version", 0, 0, Make::Build(version)),
    call("soundex", 1, &text::SOUNDEX),
    call("sqrt", 1, &math::SQRT),
    from_to("strftime", 0, ANY, &date::STRFTIME),
    ("subtype", 1, 1, Make::Missing),
    from_to("substr", 2, 3, &text::SUBSTR),
    from_to("substring", 2, 3, &text::SUBSTR),
    call("tan", 1, &math::TAN),
    call("tanh", 1, &math::TANH),
    from_to("time", 0, ANY, &date::TIME),
    call("timediff", 2, &date::TIMEDIFF),
    call("total_changes", 0, &info::TOTAL_CHANGES),
    from_to("trim", 1, 2, &text::TRIM),
    call("trunc", 1, &math::TRUNC),
    call("typeof", 1, &text::TYPEOF),
    from_to("unhex", 1, 2, &text::UNHEX),
    call("unicode", 1, &text::UNICODE),
    from_to("unixepoch", 0, ANY, &date::UNIXEPOCH),
    call("unistr", 1, &text::UNISTR),
    call("unistr_quote", 1, &text::UNISTR_QUOTE),
    ("unlikely", 1, 1, Make::Build(hint)),
    call("upper", 1, &text::UPPER_ASCII),
    call("zeroblob", 1, &text::ZEROBLOB),
];

/// Name, least and greatest number of arguments, function.
static AGGREGATES: &[(&str, usize, usize, &Aggregate)] = &[
    ("avg", 1, 1, &agg::AVG),
    ("count", 0, 0, &agg::COUNT_ROWS),
    ("count", 1, 1, &agg::COUNT),
    ("group_concat", 1, 2, &agg::GROUP_CONCAT),
    ("json_group_array", 1, 1, &json::GROUP_ARRAY),
    ("json_group_object", 2, 2, &json::GROUP_OBJECT),
    ("max", 1, 1, &agg::MAX),
    ("min", 1, 1, &agg::MIN),
    ("string_agg", 2, 2, &agg::GROUP_CONCAT),
    ("sum", 1, 1, &agg::SUM),
    ("total", 1, 1, &agg::TOTAL),
];

/// Functions that need OVER.
static WINDOW: &[(&str, usize, usize)] = &[
    ("cume_dist", 0, 0),
    ("dense_rank", 0, 0),
    ("first_value", 1, 1),
    ("lag", 1, 3),
    ("last_value", 1, 1),
    ("lead", 1, 3),
    ("nth_value", 2, 2),
    ("ntile", 1, 1),
    ("percent_rank", 0, 0),
    ("rank", 0, 0),
    ("row_number", 0, 0),
];

/// A call of a scalar function.
pub(super) fn function(call: Call<'_>) -> Bind<Bound> {
    let named = |entry: &&Entry| entry.0.eq_ignore_ascii_case(call.name);
    // `f(*)` is a call without arguments (parse.y, rule `expr ::= idj LP STAR RP`).
    let fits = |entry: &&Entry| (entry.1..=entry.2).contains(&call.args.len());
    let Some(entry) = FUNCTIONS.iter().filter(named).find(fits) else {
        if call.args.len() > ANY {
            return Err(super::sqlite_expr::error(
                ["too many arguments on function ", call.name].concat(),
            ));
        }
        let known = FUNCTIONS.iter().any(|e| named(&e))
            || AGGREGATES.iter().any(|a| a.0.eq_ignore_ascii_case(call.name));
        let name = call.name.to_string();
        if let Some((_, least, most)) = WINDOW.iter().find(|w| w.0.eq_ignore_ascii_case(call.name))
        {
            return Err(match (*least..=*most).contains(&call.args.len()) {
                true => ErrorKind::WindowMisuse { name, clause: "" },
                false => ErrorKind::ArgCount { name },
            });
        }
        let lower = call.name.to_ascii_lowercase();
        if lower.starts_with("jsonb") {
            return Err(ErrorKind::unsupported(name));
        }
        return Err(match known {
            true => ErrorKind::ArgCount { name },
            false => ErrorKind::NoSuchFunction { name, args: Vec::new() },
        });
    };
    if entry.0 == "likelihood" {
        let probability = |e: &Bound| match &e.expr {
            Expr::Const(Value::Real(x)) => (0.0..=1.0).contains(x),
            _ => false,
        };
        if !probability(&call.args[1]) {
            let message = "second argument to likelihood() must be a constant between 0.0 and 1.0";
            return Err(super::sqlite_expr::error(message));
        }
    }
    Ok(match entry.3 {
        Make::Call(function) => {
            let carried = passed_on(call.args.iter());
            let like = std::ptr::eq(function, &like::LIKE) && call.case_sensitive_like;
            let function = if like { &like::LIKE_CASE } else { function };
            let args = call.args.into_iter().map(|a| a.expr).collect();
            let expr = Expr::Call(function, args);
            Bound { collation: carried, ..Bound::new(expr, Type::Unknown) }
        }
        Make::Build(build) => build(call.args),
        Make::Json(function, from, step) => {
            let mut args = call.args;
            args.iter_mut().skip(from).step_by(step).for_each(make_json);
            Bound::new(Expr::Call(function, exprs(args).into()), Type::Json)
        }
        Make::Missing => return Err(ErrorKind::unsupported(entry.0)),
    })
}

pub(super) fn is_aggregate(name: &str, args: Option<usize>) -> bool {
    let count = args.unwrap_or(0);
    AGGREGATES.iter().any(|(known, least, most, _)| {
        known.eq_ignore_ascii_case(name) && (*least..=*most).contains(&count)
    })
}

pub(super) fn aggregate(call: Call<'_>) -> Bind<AggregateUse> {
    let count = call.args.len();
    let found = AGGREGATES.iter().find(|(known, least, most, _)| {
        known.eq_ignore_ascii_case(call.name) && (*least..=*most).contains(&count)
    });
    let Some((_, _, _, function)) = found else {
        // Called with OVER, which scalar functions do not take.
        if call.syntax.over.is_some() && !AGGREGATES.iter().any(|a| a.0 == call.name) {
            let name = call.name;
            if !FUNCTIONS.iter().any(|e| e.0.eq_ignore_ascii_case(name)) {
                return Err(ErrorKind::NoSuchFunction { name: name.to_string(), args: Vec::new() });
            }
            let message = [name, "() may not be used as a window function"].concat();
            return Err(super::sqlite_expr::error(message));
        }
        return Err(ErrorKind::ArgCount { name: call.name.to_string() });
    };
    if call.syntax.distinct && count != 1 {
        return Err(super::sqlite_expr::error(
            "DISTINCT aggregates must have exactly one argument",
        ));
    }
    let grouped = function.name.starts_with("json");
    let mut args = call.args;
    if let (true, Some(last)) = (grouped, args.last_mut()) {
        make_json(last);
    }
    Ok(AggregateUse {
        function,
        collation: common_collation(args.iter(), &BINARY),
        args: exprs(args),
        ty: if grouped { Type::Json } else { Type::Unknown },
        picks_row: matches!(function.name, "min" | "max"),
    })
}

/// A value as JSON, if it is not JSON already (json.c tells by a subtype).
fn make_json(arg: &mut Bound) {
    let expr = std::mem::replace(&mut arg.expr, Expr::Held);
    arg.expr = match expr {
        // What is taken out of JSON is JSON.
        Expr::Call(function, args) if function.name == "json_extract" && args.len() == 2 => {
            let found = Expr::Call(&json::ARROW, args);
            Expr::Call(&json::OR_NULL, Rc::from([found]))
        }
        // A query gives its value as a text.
        expr if arg.ty == Type::Json && !matches!(expr, Expr::Scalar(_)) => {
            Expr::Call(&json::OR_NULL, Rc::from([expr]))
        }
        expr => Expr::Call(&json::QUOTE, Rc::from([expr])),
    };
}

fn exprs(args: Vec<Bound>) -> Vec<Expr> {
    args.into_iter().map(|a| a.expr).collect()
}

fn coalesce(args: Vec<Bound>) -> Bound {
    let carried = passed_on(args.iter());
    let expr = Expr::Coalesce(exprs(args).into());
    Bound { collation: carried, ..Bound::new(expr, Type::Unknown) }
}

/// `iif(A, B, C, D, …)`: conditions and values, and a last value for the rest.
fn iif(args: Vec<Bound>) -> Bound {
    let carried = passed_on(args.iter());
    let mut branches = Vec::new();
    let mut otherwise = Expr::Const(Value::Null);
    let mut args = exprs(args).into_iter();
    while let Some(condition) = args.next() {
        match args.next() {
            Some(value) => branches.push((condition, value)),
            None => otherwise = condition,
        }
    }
    let expr = Expr::Case { branches: branches.into(), otherwise: Rc::new(otherwise) };
    Bound { collation: carried, ..Bound::new(expr, Type::Unknown) }
}

/// unlikely() and likelihood() give the value; of its column's affinity and collation nothing is left,
/// nor does an index of the column help. What they say of a condition says nothing here.
fn hint(args: Vec<Bound>) -> Bound {
    match args.first().map(|value| &value.expr) {
        Some(Expr::Column { .. }) | None => likely(args),
        Some(value) => {
            Bound { collation: passed_on(args.iter()), ..Bound::new(value.clone(), Type::Unknown) }
        }
    }
}

/// likely(): a condition in it is looked for in no index.
fn likely(mut args: Vec<Bound>) -> Bound {
    args.truncate(1);
    coalesce(args)
}

fn nullif(args: Vec<Bound>) -> Bound {
    let carried = passed_on(args.iter());
    let collation = first_collation(&args);
    let mut args = exprs(args);
    let (right, left) = (args.pop().unwrap_or(Expr::Held), args.pop().unwrap_or(Expr::Held));
    let op = CompareOp::Eq;
    let compare = Compare { op, left: Expr::Held, right, collation, adjust: None };
    let equal = (Expr::Compare(Rc::new(compare)), Expr::Const(Value::Null));
    let body = Expr::Case { branches: Rc::from([equal]), otherwise: Rc::new(Expr::Held) };
    let expr = Expr::Hold { value: Box::new(left), body: Box::new(body) };
    Bound { collation: carried, ..Bound::new(expr, Type::Unknown) }
}

/// `min` and `max` of several values compare by the first argument's collation.
/// The collation that a function compares its arguments by (expr.c, SQLITE_FUNC_NEEDCOLL).
fn first_collation(args: &[Bound]) -> &'static Collation {
    args.iter().find_map(|a| a.collation).map_or(&BINARY, |c| c.collation)
}

fn extreme(args: Vec<Bound>, greatest: bool) -> Bound {
    let carried = passed_on(args.iter());
    let collation = first_collation(&args);
    let extreme =
        Extreme { args: exprs(args), greatest, skip_nulls: false, collation, adjust: None };
    let expr = Expr::Extreme(Rc::new(extreme));
    Bound { collation: carried, ..Bound::new(expr, Type::Unknown) }
}

fn source_id(_: Vec<Bound>) -> Bound {
    let id = "2026-10-16 14:45:20 555e07ef33f69a0957d24d8e555b702464a131d6f1607f4c3c1e4551e8e6ca76";
    Bound::constant(Value::text(id), Type::Unknown)
}

fn version(_: Vec<Bound>) -> Bound {
    Bound::constant(Value::text("3.54.1"), Type::Unknown)
}
