//! Window functions: calls with OVER, which see the rows of their query beside the present one. They
//! are computed over the rows of FROM and WHERE and stand behind these.

use std::cell::RefCell;
use std::rc::Rc;

use super::Planner;
use super::expr::{Bind, Bound};
use super::node::{AggregateCall, Expr, SortKey};
use super::scope::Scope;
use crate::error::{ErrorKind, Result};
use crate::span::Span;
use crate::syntax::ast::{self, Exclude, FrameBound, FrameUnit};
use crate::value::Value;

/// The window calls of a query.
pub type Windows = RefCell<Vec<WindowCall>>;

/// One window call.
#[derive(Clone, Debug)]
pub struct WindowCall {
    /// What is computed.
    pub function: WindowFunction,
    /// Its arguments.
    pub args: Vec<Expr>,
    /// PARTITION BY and then ORDER BY.
    pub keys: Vec<SortKey>,
    /// How many of the keys are of PARTITION BY.
    pub partition: usize,
    /// `FILTER (WHERE …)`.
    pub filter: Option<Expr>,
    /// The rows that are looked at; none: those up to the present one and those that tie with it.
    pub frame: Option<WindowFrame>,
    /// Where in a row its value stands.
    pub index: usize,
}

/// The frame of a window call.
#[derive(Clone, Debug)]
pub struct WindowFrame {
    /// What its bounds count.
    pub unit: FrameUnit,
    /// The first and the last row.
    pub bounds: [(FrameBound, Option<Expr>); 2],
    /// What it leaves out.
    pub exclude: Exclude,
    /// Refuses the value of an offset.
    pub check: fn(FrameUnit, bool, &Value) -> Bind<()>,
}

/// What a window call computes.
#[derive(Clone, Debug)]
pub enum WindowFunction {
    /// An aggregate over the rows up to the present one and those that tie with it.
    Aggregate(Rc<AggregateCall>),
    /// One of the functions that are called with OVER alone.
    Named(Named, fn(Named, &[Value]) -> Bind<()>),
}

/// The functions that are called with OVER alone.
#[allow(missing_docs, reason = "they are the names in SQL")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    RowNumber,
    Rank,
    DenseRank,
    PercentRank,
    CumeDist,
    Ntile,
    Lag,
    Lead,
    FirstValue,
    LastValue,
    NthValue,
}

/// Their names, numbers of arguments, and whether the value is that of the first argument.
const NAMES: &[(&str, Named, usize, usize, bool)] = &[
    ("row_number", Named::RowNumber, 0, 0, false),
    ("rank", Named::Rank, 0, 0, false),
    ("dense_rank", Named::DenseRank, 0, 0, false),
    ("percent_rank", Named::PercentRank, 0, 0, false),
    ("cume_dist", Named::CumeDist, 0, 0, false),
    ("ntile", Named::Ntile, 1, 1, false),
    ("lag", Named::Lag, 1, 3, true),
    ("lead", Named::Lead, 1, 3, true),
    ("first_value", Named::FirstValue, 1, 1, true),
    ("last_value", Named::LastValue, 1, 1, true),
    ("nth_value", Named::NthValue, 2, 2, true),
];

impl Planner<'_> {
    /// A call with OVER: its value stands behind the columns of the scope.
    pub(super) fn bind_window(
        &mut self,
        call: &ast::FunctionCall,
        over: &ast::Window,
        span: Span,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let Some(type_of) = self.rules.expr.window_type else {
            return Err(ErrorKind::unsupported("window functions").at(span));
        };
        let name = &call.name.name.text;
        let named = NAMES.iter().any(|known| known.0.eq_ignore_ascii_case(name));
        let count = (!call.star).then_some(call.args.len());
        if self.rules.expr.resolved_in_turn
            && !named
            && !(self.rules.expr.is_aggregate)(name, count)
        {
            // What it is no function of a window for is told before all else.
            (self.rules.expr.aggregate)(self.call_of_nulls(call)).map_err(|kind| kind.at(span))?;
        }
        let Some(windows) = &scope.windows else {
            let (name, clause) = (name.to_string(), self.state.clause);
            return Err(ErrorKind::WindowMisuse { name, clause }.at(span));
        };
        let inner = call.args.iter().find_map(inner_window);
        if scope.in_aggregate.get() || inner.is_some() {
            let (name, clause) = (inner.unwrap_or(name).to_string(), self.state.clause);
            return Err(ErrorKind::WindowMisuse { name, clause }.at(span));
        }
        let known = NAMES.iter().find(|known| known.0.eq_ignore_ascii_case(name));
        let over = &self.whole_window(over, scope.named_windows, false, span)?;
        let refused = [
            (call.filter.is_some() && known.is_some(), NO_FILTER),
            (call.distinct, "DISTINCT is not supported for window functions"),
        ];
        if let Some((_, what)) = refused.iter().find(|(refused, _)| *refused) {
            return Err((self.rules.expr.window_refused)(what).at(span));
        }
        if !call.order_by.is_empty() {
            let name = name.to_string();
            return Err(ErrorKind::AggregateClause { clause: "ORDER BY", name }.at(span));
        }
        let mut args = Vec::with_capacity(call.args.len());
        for arg in &call.args {
            args.push(self.bind(arg, scope)?);
        }
        let filter = match &call.filter {
            Some(filter) => Some(self.bind_condition_of(filter, scope, "FILTER")?),
            None => None,
        };
        let partition: Vec<ast::OrderTerm> = over
            .partition_by
            .iter()
            .map(|expr| ast::OrderTerm { expr: expr.clone(), descending: false, nulls_first: None })
            .collect();
        let mut keys = self.bind_order(&partition, scope)?;
        let partition = keys.len();
        keys.extend(self.bind_order(&over.order_by, scope)?);
        let frame = match &over.frame {
            Some(frame) => Some(self.bind_frame(frame, keys.len() - partition, span)?),
            None => None,
        };
        let (function, args, ty) = match known {
            Some((_, function, least, most, of_first)) => {
                if !(*least..=*most).contains(&args.len()) {
                    let args = args.iter().map(|_| String::new()).collect();
                    let name = name.to_string();
                    return Err(match self.rules.expr.window_arguments_counted {
                        true => ErrorKind::ArgCount { name }.at(span),
                        false => ErrorKind::NoSuchFunction { name, args }.at(span),
                    });
                }
                let ty = match of_first {
                    true => args[0].ty.clone(),
                    false => type_of(*function),
                };
                let args = args.into_iter().map(|a| a.expr).collect();
                (WindowFunction::Named(*function, self.rules.expr.window_args), args, ty)
            }
            None => {
                let found = (self.rules.expr.aggregate)(self.call_of(call, args));
                let found = found.map_err(|kind| kind.at(span))?;
                let aggregate = AggregateCall {
                    function: found.function,
                    args: Vec::new(),
                    distinct: false,
                    collation: found.collation,
                    filter: None,
                    order_by: Vec::new(),
                    picks_row: false,
                };
                (WindowFunction::Aggregate(Rc::new(aggregate)), found.args, found.ty)
            }
        };
        let mut windows = windows.borrow_mut();
        // Over groups it stands among the values of the group.
        let index = match &scope.grouping {
            Some(grouping) => grouping.room() as usize,
            None => scope.width() + windows.len(),
        };
        windows.push(WindowCall { function, args, keys, partition, filter, frame, index });
        Ok(Bound::new(Expr::Column { up: 0, index: index as u32 }, ty))
    }

    /// A window with what the one that it names has.
    fn whole_window(
        &self,
        over: &ast::Window,
        named: &[(ast::Ident, ast::Window)],
        inner: bool,
        span: Span,
    ) -> Result<ast::Window> {
        let mut window = over.clone();
        let Some(base) = &over.base else { return Ok(window) };
        let same =
            |w: &(ast::Ident, ast::Window)| self.rules.column_names.same(&w.0.text, &base.text);
        let refuse = |parts: &[&str]| (self.rules.expr.window_refused)(&parts.concat()).at(span);
        let Some(at) = named.iter().rposition(same) else {
            // Of what is defined further on, SQLite takes nothing.
            if inner && self.rules.expr.windows_look_back {
                return Ok(window);
            }
            return Err(refuse(&["no such window: ", &base.text]));
        };
        let of = self.whole_window(&named[at].1, &named[..at], true, span)?;
        if over.whole {
            return Ok(of);
        }
        let what = match () {
            () if !window.partition_by.is_empty() => "PARTITION clause",
            () if !of.order_by.is_empty() && !window.order_by.is_empty() => "ORDER BY clause",
            () if of.frame.is_some() => "frame specification",
            () => "",
        };
        if !what.is_empty() {
            return Err(refuse(&["cannot override ", what, " of window: ", &base.text]));
        }
        window.partition_by = of.partition_by;
        if window.order_by.is_empty() {
            window.order_by = of.order_by;
        }
        Ok(window)
    }

    fn bind_frame(&mut self, frame: &ast::Frame, order: usize, span: Span) -> Result<WindowFrame> {
        let unit = frame.unit;
        let offsets = [&frame.start, &frame.end];
        if unit == FrameUnit::Range && order != 1 && offsets.iter().any(|b| b.1.is_some()) {
            let what = "RANGE with offset PRECEDING/FOLLOWING requires one ORDER BY expression";
            return Err((self.rules.expr.window_refused)(what).at(span));
        }
        if unit == FrameUnit::Range
            && !self.rules.expr.range_offsets
            && offsets.iter().any(|b| b.1.is_some())
        {
            return Err(ErrorKind::unsupported("RANGE with an offset").at(span));
        }
        let mut bound = |bound: &(FrameBound, Option<ast::Expr>)| {
            let offset = match &bound.1 {
                // What is not constant is as NULL.
                Some(expr) => Some(match self.bind(expr, &Scope::new(Vec::new(), None)) {
                    Ok(bound) => bound.expr,
                    Err(error) if matches!(*error.kind, ErrorKind::NoSuchColumn { .. }) => {
                        Expr::Const(Value::Null)
                    }
                    Err(error) => return Err(error),
                }),
                None => None,
            };
            Ok((bound.0, offset))
        };
        let bounds = [bound(&frame.start)?, bound(&frame.end)?];
        let (exclude, check) = (frame.exclude, self.rules.expr.frame_offset);
        Ok(WindowFrame { unit, bounds, exclude, check })
    }
}

const NO_FILTER: &str = "FILTER clause may only be used with aggregate window functions";

/// The window function in an expression.
fn inner_window(expr: &ast::Expr) -> Option<&str> {
    match &expr.kind {
        ast::ExprKind::Function(call) if call.over.is_some() => Some(&call.name.name.text),
        _ => expr.children().into_iter().find_map(inner_window),
    }
}
