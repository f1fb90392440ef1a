//! Evaluates bound expressions. Conditions have a path of their own that makes no values.

use std::cmp::Ordering;

use super::procedure::{self, Given};
use super::{Cx, Flow, query};
use crate::error::{ErrorKind, Result};
use crate::functions::text::within;
use crate::plan::function::Function;
use crate::plan::node::{
    Compare, DomainCast, Expr, Extreme, InList, ProgramCall, Quantified, Raise, ScalarQuery, Stored,
};
use crate::plan::rules::Mode;
use crate::types::number;
use crate::value::{self, Value, ValueRef};

/// The rows that an expression sees: its own query's, then those further out.
#[derive(Clone, Copy)]
pub struct Env<'a> {
    /// The row of the query's own level.
    pub row: &'a [Value],
    /// The level around it.
    pub outer: Option<&'a Env<'a>>,
}

impl<'a> Env<'a> {
    /// A row with nothing around it.
    pub fn of(row: &'a [Value]) -> Env<'a> {
        Env { row, outer: None }
    }

    pub(super) fn get(&self, up: u16, index: u32) -> &'a Value {
        let mut level = self;
        for _ in 0..up {
            match level.outer {
                Some(outer) => level = outer,
                None => return &Value::Null,
            }
        }
        level.row.get(index as usize).unwrap_or(&Value::Null)
    }
}

/// Evaluates an expression.
///
/// # Errors
/// What functions and casts raise; limits.
pub fn eval(cx: &mut Cx<'_>, expr: &Expr, env: &Env<'_>) -> Result<Value> {
    match expr {
        Expr::Const(value) => Ok(value.clone()),
        Expr::Param(n) => Ok(param(cx, *n).clone()),
        Expr::Column { up, index } => Ok(env.get(*up, *index).clone()),
        Expr::Stored(stored) => Ok(stored_value(cx, stored, env).to_value()),
        Expr::Held => Ok(cx.work.held.last().cloned().unwrap_or_default()),
        Expr::Hold { value, body } => {
            let value = eval(cx, value, env)?;
            held(cx, value, |cx| eval(cx, body, env))
        }
        Expr::Call(function, args) => call(cx, function, args, env),
        Expr::Affinity(affinity, operand) => Ok(affinity.apply(eval(cx, operand, env)?)),
        Expr::Cast(cast, operand) => {
            let value = eval(cx, &operand.0, env)?;
            cast(value, &operand.1).map_err(ErrorKind::nowhere)
        }
        Expr::Domain(cast) => eval_domain(cx, cast, env),
        Expr::Coalesce(options) => {
            for option in &**options {
                let value = eval(cx, option, env)?;
                if !value.is_null() {
                    return Ok(value);
                }
            }
            Ok(Value::Null)
        }
        Expr::Extreme(extreme) => eval_extreme(cx, extreme, env),
        Expr::Case { branches, otherwise } => {
            for (condition, result) in &**branches {
                if eval_condition(cx, condition, env)? == Some(true) {
                    return eval(cx, result, env);
                }
            }
            eval(cx, otherwise, env)
        }
        Expr::Scalar(scalar) => eval_scalar(cx, scalar, env),
        Expr::Program(call) => eval_program(cx, call, env),
        Expr::Raise(raise) => Err(eval_raise(cx, raise, env)?),
        Expr::Truth(condition) => Ok(truth_value(eval_condition(cx, condition, env)?)),
        Expr::TruthOfAll(condition) => Ok(truth_value(eval_all(cx, condition, env)?)),
        Expr::And(_)
        | Expr::Or(_)
        | Expr::Not(_)
        | Expr::IsNull { .. }
        | Expr::Compare(_)
        | Expr::InList(_)
        | Expr::InQuery(_)
        | Expr::Exists(_)
        | Expr::Quantified(_) => {
            Ok(eval_condition(cx, expr, env)?.map_or(Value::Null, Value::Bool))
        }
    }
}

fn truth_value(truth: Option<bool>) -> Value {
    truth.map_or(Value::Null, |t| Value::Int(i64::from(t)))
}

/// As [`eval_condition`], but of AND and OR every operand is evaluated.
fn eval_all(cx: &mut Cx<'_>, expr: &Expr, env: &Env<'_>) -> Result<Option<bool>> {
    let (decides, conditions) = match expr {
        Expr::And(conditions) => (false, conditions),
        Expr::Or(conditions) => (true, conditions),
        Expr::Not(condition) => return Ok(eval_all(cx, condition, env)?.map(|truth| !truth)),
        Expr::Truth(condition) | Expr::TruthOfAll(condition) => {
            return eval_all(cx, condition, env);
        }
        _ => return eval_condition(cx, expr, env),
    };
    let mut result = Some(!decides);
    for condition in &**conditions {
        match eval_all(cx, condition, env)? {
            Some(truth) if truth == decides => result = Some(decides),
            None if result != Some(decides) => result = None,
            _ => {}
        }
    }
    Ok(result)
}

/// Evaluates a condition: true, false or unknown.
///
/// # Errors
/// As [`eval`].
pub fn eval_condition(cx: &mut Cx<'_>, expr: &Expr, env: &Env<'_>) -> Result<Option<bool>> {
    match expr {
        Expr::Compare(compare) => eval_compare(cx, compare, env),
        Expr::And(conditions) => {
            let mut result = Some(true);
            for condition in &**conditions {
                match eval_condition(cx, condition, env)? {
                    Some(true) => {}
                    Some(false) => return Ok(Some(false)),
                    None => result = None,
                }
            }
            Ok(result)
        }
        Expr::Or(conditions) => {
            let mut result = Some(false);
            for condition in &**conditions {
                match eval_condition(cx, condition, env)? {
                    Some(false) => {}
                    Some(true) => return Ok(Some(true)),
                    None => result = None,
                }
            }
            Ok(result)
        }
        Expr::Not(condition) => Ok(eval_condition(cx, condition, env)?.map(|truth| !truth)),
        Expr::IsNull { expr, not } => {
            let null = match operand(cx, expr, env)? {
                Operand::Borrowed(value) => value.is_null(),
                Operand::Owned(value) => value.is_null(),
            };
            Ok(Some(null != *not))
        }
        Expr::Truth(condition) | Expr::TruthOfAll(condition) => eval_condition(cx, condition, env),
        Expr::InList(list) => eval_in_list(cx, list, env),
        Expr::InQuery(test) => query::eval_in_query(cx, test, env),
        Expr::Exists(node) => {
            let mut found = false;
            // The query gives one row at most, and is read to its end so that its answer can be kept.
            query::run(cx, node, Some(env), &mut |_, _| {
                found = true;
                Ok(Flow::Continue)
            })?;
            Ok(Some(found))
        }
        Expr::Quantified(test) => eval_quantified(cx, test, env),
        Expr::Hold { value, body } => {
            let value = eval(cx, value, env)?;
            held(cx, value, |cx| eval_condition(cx, body, env))
        }
        Expr::Case { branches, otherwise } => {
            for (condition, result) in &**branches {
                if eval_condition(cx, condition, env)? == Some(true) {
                    return eval_condition(cx, result, env);
                }
            }
            eval_condition(cx, otherwise, env)
        }
        Expr::Const(_)
        | Expr::Param(_)
        | Expr::Column { .. }
        | Expr::Held
        | Expr::Stored(_)
        | Expr::Call(..)
        | Expr::Affinity(..)
        | Expr::Cast(..)
        | Expr::Coalesce(_)
        | Expr::Extreme(_)
        | Expr::Scalar(_)
        | Expr::Program(_)
        | Expr::Domain(_)
        | Expr::Raise(_) => Ok(truth(operand(cx, expr, env)?.borrow())),
    }
}

/// Ends the statement if an expression that must always give the same has asked for the time
/// (SQLite; vdbeapi.c, sqlite3NotPureFunc). `asked_now` is taken back before it is evaluated.
///
/// # Errors
/// It has.
pub(super) fn must_be_pure(cx: &mut Cx<'_>, expr: &Expr, what: &str) -> Result<()> {
    if !std::mem::take(&mut cx.state.asked_now) {
        return Ok(());
    }
    let mut name = "";
    expr.visit(&mut |e| match e {
        // CURRENT_DATE and its like may.
        Expr::Call(function, _) if !function.pure && !function.name.starts_with("current") => {
            name = function.name;
        }
        _ => {}
    });
    if name.is_empty() {
        return Ok(());
    }
    let message = ["non-deterministic use of ", name, "() in ", what].concat();
    Err(ErrorKind::sqlite(message).nowhere())
}

/// Whether a value counts as true: a number that is not zero.
pub fn truth(value: ValueRef<'_>) -> Option<bool> {
    match value {
        ValueRef::Null => None,
        ValueRef::Bool(b) => Some(b),
        ValueRef::Int(n) => Some(n != 0),
        ValueRef::Real(x) => Some(x != 0.0),
        ValueRef::Text(text) => Some(number::leading_real(text) != 0.0),
        ValueRef::Blob(bytes) => Some(number::leading_real(&String::from_utf8_lossy(bytes)) != 0.0),
        ValueRef::Other(ops, bytes) => Some((ops.number)(bytes).is_none_or(|x| x != 0.0)),
    }
}

#[inline(never)]
fn eval_domain(cx: &mut Cx<'_>, cast: &DomainCast, env: &Env<'_>) -> Result<Value> {
    let row = [eval(cx, &cast.value, env)?];
    let refused = |constraint| ErrorKind::Domain { domain: cast.name.to_string(), constraint };
    if cast.not_null && row[0].is_null() {
        return Err(refused(None).nowhere());
    }
    for (check, name) in &cast.checks {
        if eval_condition(cx, check, &Env::of(&row))? == Some(false) {
            return Err(refused(Some(name.to_string())).nowhere());
        }
    }
    let [value] = row;
    Ok(value)
}

/// A column where it is stored.
pub(super) fn stored_value<'c>(cx: &'c Cx<'_>, stored: &Stored, env: &Env<'_>) -> ValueRef<'c> {
    let Value::Int(rowid) = *env.get(0, stored.rowid) else { return ValueRef::Null };
    let slot = cx.store.row(stored.table, rowid);
    slot.map_or(ValueRef::Null, |slot| cx.store.record(slot).value(stored.column as usize))
}

/// A value that need not be copied to be looked at.
enum Operand<'a> {
    Borrowed(&'a Value),
    Owned(Value),
}

impl Operand<'_> {
    fn borrow(&self) -> ValueRef<'_> {
        match self {
            Operand::Borrowed(value) => value.borrow(),
            Operand::Owned(value) => value.borrow(),
        }
    }

    fn into_value(self) -> Value {
        match self {
            Operand::Borrowed(value) => value.clone(),
            Operand::Owned(value) => value,
        }
    }
}

fn operand<'a>(cx: &mut Cx<'_>, expr: &'a Expr, env: &Env<'a>) -> Result<Operand<'a>> {
    Ok(match in_place(expr, env) {
        Some(value) => Operand::Borrowed(value),
        None => Operand::Owned(eval(cx, expr, env)?),
    })
}

/// A column or constant where it stands.
fn in_place<'a>(expr: &'a Expr, env: &Env<'a>) -> Option<&'a Value> {
    match expr {
        Expr::Column { up: 0, index } => env.row.get(*index as usize),
        Expr::Column { up, index } => Some(env.get(*up, *index)),
        Expr::Const(value) => Some(value),
        _ => None,
    }
}

pub(super) fn param<'c>(cx: &'c Cx<'_>, n: u32) -> &'c Value {
    cx.state.params.get((n as usize).wrapping_sub(1)).unwrap_or(&Value::Null)
}

fn held<R>(
    cx: &mut Cx<'_>,
    value: Value,
    body: impl FnOnce(&mut Cx<'_>) -> Result<R>,
) -> Result<R> {
    cx.work.held.push(value);
    let result = body(cx);
    cx.work.held.pop();
    result
}

/// Up to three arguments stay on the stack.
fn call(cx: &mut Cx<'_>, function: &Function, args: &[Expr], env: &Env<'_>) -> Result<Value> {
    match args {
        [] => invoke(cx, function, &[]),
        [a] => {
            let args = [eval(cx, a, env)?];
            invoke(cx, function, &args)
        }
        [a, b] => {
            let args = [eval(cx, a, env)?, eval(cx, b, env)?];
            invoke(cx, function, &args)
        }
        [a, b, c] => {
            let args = [eval(cx, a, env)?, eval(cx, b, env)?, eval(cx, c, env)?];
            invoke(cx, function, &args)
        }
        _ => {
            let mut values = Vec::with_capacity(args.len());
            for arg in args {
                values.push(eval(cx, arg, env)?);
            }
            invoke(cx, function, &values)
        }
    }
}

fn invoke(cx: &mut Cx<'_>, function: &Function, args: &[Value]) -> Result<Value> {
    if function.strict && args.iter().any(Value::is_null) {
        return Ok(Value::Null);
    }
    within(args.iter().map(Value::bytes).sum()).map_err(ErrorKind::nowhere)?;
    let value = (function.call)(cx, args).map_err(ErrorKind::nowhere)?;
    within(value.bytes()).map_err(ErrorKind::nowhere)?;
    Ok(value)
}

fn eval_compare(cx: &mut Cx<'_>, compare: &Compare, env: &Env<'_>) -> Result<Option<bool>> {
    if let (None, Some(left), Some(right)) =
        (compare.adjust, in_place(&compare.left, env), in_place(&compare.right, env))
    {
        return Ok(compare.of(left.borrow(), right.borrow()));
    }
    let left = operand(cx, &compare.left, env)?;
    let right = operand(cx, &compare.right, env)?;
    if let Some(adjust) = compare.adjust {
        let (left, right) = adjust(left.into_value(), right.into_value());
        return Ok(compare.of(left.borrow(), right.borrow()));
    }
    Ok(compare.of(left.borrow(), right.borrow()))
}

/// No match is unknown when a NULL was among the values; an empty list matches nothing, NULL
/// neither.
fn eval_in_list(cx: &mut Cx<'_>, test: &InList, env: &Env<'_>) -> Result<Option<bool>> {
    if test.list.is_empty() {
        return Ok(Some(test.not));
    }
    let left = operand(cx, &test.expr, env)?;
    if left.borrow().is_null() {
        return Ok(None);
    }
    let mut unknown = false;
    for candidate in &test.list {
        let right = operand(cx, candidate, env)?;
        if right.borrow().is_null() {
            unknown = true;
            continue;
        }
        let equal = match test.adjust {
            None => value::compare(left.borrow(), right.borrow(), test.collation),
            Some(adjust) => {
                let (left, right) = adjust(left.borrow().to_value(), right.into_value());
                value::compare(left.borrow(), right.borrow(), test.collation)
            }
        };
        if equal == Ordering::Equal {
            return Ok(Some(!test.not));
        }
    }
    Ok(if unknown { None } else { Some(test.not) })
}

fn eval_extreme(cx: &mut Cx<'_>, extreme: &Extreme, env: &Env<'_>) -> Result<Value> {
    let mut best: Option<Value> = None;
    // Of equal values the greatest is the first and the least is the last (func.c, minmaxFunc).
    let better = |order: Ordering| match extreme.greatest {
        true => order == Ordering::Greater,
        false => order != Ordering::Greater,
    };
    let mut null = false;
    for arg in &extreme.args {
        let value = eval(cx, arg, env)?;
        if value.is_null() {
            null = true;
            continue;
        }
        let wins = best.as_ref().is_none_or(|best| match extreme.adjust {
            None => better(value::compare(value.borrow(), best.borrow(), extreme.collation)),
            Some(adjust) => {
                let (a, b) = adjust(value.clone(), best.clone());
                better(value::compare(a.borrow(), b.borrow(), extreme.collation))
            }
        });
        if wins {
            best = Some(value);
        }
    }
    Ok(best.filter(|_| extreme.skip_nulls || !null).unwrap_or_default())
}

fn eval_scalar(cx: &mut Cx<'_>, scalar: &ScalarQuery, env: &Env<'_>) -> Result<Value> {
    if let Some(value) = query::kept_cell(cx, &scalar.query, scalar.column) {
        return Ok(value);
    }
    let mut first = None;
    query::run(cx, &scalar.query, Some(env), &mut |_, row| {
        match (&first, scalar.one_row) {
            (None, _) => first = Some(row.get(scalar.column).cloned().unwrap_or_default()),
            (Some(_), Some(error)) => return Err(error().nowhere()),
            (Some(_), None) => {}
        }
        Ok(Flow::Continue)
    })?;
    Ok(first.unwrap_or_default())
}

fn eval_quantified(cx: &mut Cx<'_>, test: &Quantified, env: &Env<'_>) -> Result<Option<bool>> {
    let left = eval(cx, &test.left, env)?;
    let mut result = Some(test.all);
    query::run(cx, &test.query, Some(env), &mut |cx, row| {
        let here = Env { row, outer: Some(env) };
        let left = left.clone();
        match held(cx, left, |cx| eval_condition(cx, &test.compare, &here))? {
            Some(truth) if truth != test.all => {
                result = Some(truth);
                return Ok(Flow::Stop);
            }
            Some(_) => {}
            None => result = None,
        }
        Ok(Flow::Continue)
    })?;
    Ok(result)
}

/// What RAISE raises; the session looks at what it undoes.
fn eval_raise(cx: &mut Cx<'_>, raise: &Raise, env: &Env<'_>) -> Result<crate::error::Error> {
    let message = match &raise.message {
        Some(message) => crate::functions::text_of(&eval(cx, message, env)?),
        None => String::new(),
    };
    let mut error = ErrorKind::Raised { ignore: raise.scope.is_none(), message }.nowhere();
    error.undo = raise.scope.unwrap_or_default();
    Ok(error)
}

/// The value of a function that a statement has made.
fn eval_program(cx: &mut Cx<'_>, call: &ProgramCall, env: &Env<'_>) -> Result<Value> {
    let value = match run_program(cx, call, env)? {
        Given::Value(value) => value,
        // One in SQL gives NULL.
        _ if call.void && call.program.columns_win => return Ok(Value::Null),
        _ if call.void => return Ok(Value::text("")),
        Given::Nothing => Value::Null,
        Given::Row(_) | Given::Rows(_) | Given::Called(..) => {
            return Err(ErrorKind::unsupported("functions that give rows as a value").nowhere());
        }
        Given::End => {
            return Err((call.program.rules.procedure.no_return)(false, &call.name).nowhere());
        }
    };
    brought(call, 0, value)
}

/// A value of a function, brought to its type.
fn brought(call: &ProgramCall, at: usize, value: Value) -> Result<Value> {
    let assign = call.program.rules.write.assign;
    let Some(column) = call.returns.get(at) else { return Ok(value) };
    Ok(assign(column, value, Mode::STRICT).map_err(ErrorKind::nowhere)?.value)
}

/// The rows of one that gives rows; one that gives a value has one row.
pub(super) fn program_rows(
    cx: &mut Cx<'_>,
    call: &ProgramCall,
    env: &Env<'_>,
) -> Result<Vec<Vec<Value>>> {
    if call.program.gives.is_none() {
        return Ok(vec![vec![eval_program(cx, call, env)?]]);
    }
    let mut rows = match run_program(cx, call, env)? {
        Given::Rows(rows) => rows,
        Given::End if call.program.one => {
            return Err((call.program.rules.procedure.no_return)(false, &call.name).nowhere());
        }
        Given::Nothing if call.program.one => vec![vec![Value::Null; call.returns.len()]],
        Given::Row(_) | Given::Value(_) => {
            return Err(ErrorKind::unsupported("this record of a function").nowhere());
        }
        _ => Vec::new(),
    };
    for row in &mut rows {
        for (at, value) in row.iter_mut().enumerate() {
            *value = brought(call, at, std::mem::take(value))?;
        }
    }
    Ok(rows)
}

pub(super) fn run_program(cx: &mut Cx<'_>, call: &ProgramCall, env: &Env<'_>) -> Result<Given> {
    let assign = call.program.rules.write.assign;
    // MySQL's routines may not call themselves.
    let (called, refuse) = (call.program.called, call.program.rules.procedure.recursive);
    if let Some(refuse) = refuse {
        if cx.work.calls.iter().any(|(name, kind)| *name == call.name && *kind == called) {
            return Err(refuse(called, &call.name).nowhere());
        }
        cx.work.calls.push((call.name.clone(), called));
    }
    let given = run_called(cx, call, env, assign);
    if refuse.is_some() {
        cx.work.calls.pop();
    }
    given
}

fn run_called(
    cx: &mut Cx<'_>,
    call: &ProgramCall,
    env: &Env<'_>,
    assign: crate::plan::rules::Assign,
) -> Result<Given> {
    let mut args = Vec::with_capacity(call.args.len());
    for (arg, column) in call.args.iter().zip(&call.params) {
        let value = eval(cx, arg, env)?;
        args.push(assign(column, value, Mode::STRICT).map_err(ErrorKind::nowhere)?.value);
    }
    if call.strict && args.iter().any(Value::is_null) {
        return Ok(Given::Nothing);
    }
    let outer = std::mem::replace(&mut cx.state.params, args.clone());
    let given = procedure::run(cx, &call.program, Vec::new(), &args);
    cx.state.params = outer;
    given
}
