//! What is computed of constants before a statement runs: its errors come before anything is done (planner,
//! eval_const_expressions).

use super::Late;
use super::Planner;
use super::expr::Bound;
use super::function::Host;
use super::node::Expr;
use crate::catalog::{Catalog, Column, ObjectId, SequenceState};
use crate::error::ErrorKind;
use crate::state::SessionState;
use crate::types::Type;
use crate::value::Value;

impl Planner<'_> {
    /// Notes the error that computing an expression of constants for a column comes to. What a procedure does
    /// is looked at as it is done.
    pub(super) fn note_constant(&mut self, column: &Column, bound: &Bound) {
        if !self.rules.expr.constants_first || self.state.frame.is_some() || is_plain(&bound.expr) {
            return;
        }
        let mut host = self.no_host();
        let error = match constant(&mut host, &bound.expr) {
            Ok(None) => return,
            Ok(Some(value)) => {
                let value = Bound::constant(value, bound.ty.clone());
                match (self.rules.write.convert)(column, value) {
                    Err(ErrorKind::Constant(kind)) => *kind,
                    _ => return,
                }
            }
            Err(kind) => kind,
        };
        self.late(Late::Constant, error.nowhere());
    }

    /// Notes the error that computing the constants of an expression comes to.
    /// Its value, where it has one.
    pub(super) fn note_folded(&mut self, expr: &Expr) -> Option<Value> {
        if !self.state.folds || self.state.frame.is_some() {
            return None;
        }
        let folded = constant(&mut self.no_host(), expr);
        folded.unwrap_or_else(|kind| {
            self.late(Late::Constant, kind.nowhere());
            None
        })
    }

    fn no_host(&self) -> NoHost<'_> {
        NoHost { state: SessionState::default(), held: None, catalog: self.catalog }
    }
}

fn is_plain(expr: &Expr) -> bool {
    matches!(expr, Expr::Const(_) | Expr::Column { .. } | Expr::Param(_))
}

fn is_moment(ty: &Type) -> bool {
    matches!(ty, Type::Date | Type::Time | Type::Timestamp { .. } | Type::Interval)
}

/// The value of an expression of constants alone; none for any other. What a constant condition leaves out is
/// not looked at (clauses.c, eval_const_expressions_mutator).
fn constant(host: &mut NoHost<'_>, expr: &Expr) -> Result<Option<Value>, ErrorKind> {
    let truth = |value: Option<bool>| value.map_or(Value::Null, Value::Bool);
    Ok(match expr {
        Expr::Const(value) => Some(value.clone()),
        Expr::Held => host.held.clone(),
        Expr::Hold { value, body } => {
            let held = constant(host, value)?;
            let outer = std::mem::replace(&mut host.held, held);
            let value = constant(host, body);
            host.held = outer;
            value?
        }
        Expr::Call(function, args) => {
            let mut values = Vec::with_capacity(args.len());
            for arg in &**args {
                values.extend(constant(host, arg)?);
            }
            if function.strict && values.iter().any(Value::is_null) {
                return Ok(Some(Value::Null));
            }
            if values.len() < args.len() || !function.pure {
                return Ok(None);
            }
            Some((function.call)(host, &values)?)
        }
        Expr::Cast(cast, operand) => match constant(host, &operand.0)? {
            // How a moment is read is the session's matter.
            Some(_) if is_moment(&operand.1) => None,
            Some(value) => Some(cast(value, &operand.1)?),
            None => None,
        },
        Expr::Coalesce(options) => {
            for (at, option) in options.iter().enumerate() {
                if let Some(value) = constant(host, option)?.filter(|value| !value.is_null()) {
                    return Ok((at == 0).then_some(value));
                }
            }
            None
        }
        Expr::And(all) => settled(host, all, false)?.map(truth),
        Expr::Or(any) => settled(host, any, true)?.map(truth),
        Expr::Not(operand) => match constant(host, operand)? {
            Some(Value::Bool(value)) => Some(Value::Bool(!value)),
            value => value.filter(Value::is_null),
        },
        Expr::IsNull { expr, not } => {
            constant(host, expr)?.map(|value| Value::Bool(value.is_null() != *not))
        }
        Expr::Compare(compare) => {
            let (left, right) = (constant(host, &compare.left)?, constant(host, &compare.right)?);
            match (left, right) {
                (Some(left), Some(right)) => Some(truth(compare.of(left.borrow(), right.borrow()))),
                _ => None,
            }
        }
        Expr::Case { branches, otherwise } => {
            let mut open = false;
            for (condition, result) in &**branches {
                let met = constant(host, condition)?;
                let never = matches!(&met, Some(value) if !matches!(value, Value::Bool(true)));
                if never {
                    continue;
                }
                let value = constant(host, result)?;
                if met.is_some() {
                    return Ok(value.filter(|_| !open));
                }
                open = true;
            }
            constant(host, otherwise)?.filter(|_| !open)
        }
        Expr::Extreme(extreme) => {
            extreme.args.iter().try_for_each(|arg| constant(host, arg).map(drop))?;
            None
        }
        Expr::InList(list) => {
            let mut all = std::iter::once(&list.expr).chain(&list.list);
            all.try_for_each(|arg| constant(host, arg).map(drop))?;
            None
        }
        _ => None,
    })
}

/// AND or OR by its constants: none while it is open.
fn settled(
    host: &mut NoHost<'_>,
    parts: &[Expr],
    decides: bool,
) -> Result<Option<Option<bool>>, ErrorKind> {
    let (mut open, mut unknown) = (false, false);
    for part in parts {
        match constant(host, part)? {
            Some(Value::Bool(value)) if value == decides => return Ok(Some(Some(decides))),
            Some(value) => unknown |= value.is_null(),
            None => open = true,
        }
    }
    Ok((!open).then_some((!unknown).then_some(!decides)))
}

/// A session in which nothing can be asked for.
struct NoHost<'c> {
    state: SessionState,
    held: Option<Value>,
    catalog: &'c Catalog,
}

impl Host for NoHost<'_> {
    fn session(&mut self) -> &mut SessionState {
        &mut self.state
    }

    fn catalog(&self) -> &Catalog {
        self.catalog
    }

    fn doubt(&mut self, _: ErrorKind, _: bool) -> Result<(), ErrorKind> {
        Ok(())
    }

    fn sequence(&self, _: ObjectId) -> Option<SequenceState> {
        None
    }

    fn next_value(&mut self, sequence: &str) -> Result<i64, ErrorKind> {
        Err(ErrorKind::NoSuchTable { name: sequence.to_string() })
    }

    fn set_value(&mut self, sequence: &str, _: i64, _: bool) -> Result<(), ErrorKind> {
        Err(ErrorKind::NoSuchTable { name: sequence.to_string() })
    }
}
