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
use crate::syntax::ast;
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
        let Some(windows) = &scope.windows else {
            let (name, clause) = (name.to_string(), self.state.clause);
            return Err(ErrorKind::WindowMisuse { name, clause }.at(span));
        };
        if scope.grouping.is_some() {
            return Err(ErrorKind::unsupported("window functions over groups").at(span));
        }
        if call.filter.is_some() || call.distinct || !call.order_by.is_empty() {
            let what = "FILTER, DISTINCT and ORDER BY in window functions";
            return Err(ErrorKind::unsupported(what).at(span));
        }
        let mut args = Vec::with_capacity(call.args.len());
        for arg in &call.args {
            args.push(self.bind(arg, scope)?);
        }
        let partition: Vec<ast::OrderTerm> = over
            .partition_by
            .iter()
            .map(|expr| ast::OrderTerm { expr: expr.clone(), descending: false, nulls_first: None })
            .collect();
        let mut keys = self.bind_order(&partition, scope)?;
        let partition = keys.len();
        keys.extend(self.bind_order(&over.order_by, scope)?);
        let known = NAMES.iter().find(|known| known.0.eq_ignore_ascii_case(name));
        let (function, args, ty) = match known {
            Some((_, function, least, most, of_first)) => {
                if !(*least..=*most).contains(&args.len()) {
                    let args = args.iter().map(|_| String::new()).collect();
                    let name = name.to_string();
                    return Err(match self.rules.ddl.texts_are_edited {
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
        let index = scope.width() + windows.len();
        windows.push(WindowCall { function, args, keys, partition });
        Ok(Bound::new(Expr::Column { up: 0, index: index as u32 }, ty))
    }
}
