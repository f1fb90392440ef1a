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
        let mut host = NoHost { state: SessionState::default(), catalog: self.catalog };
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
}

fn is_plain(expr: &Expr) -> bool {
    matches!(expr, Expr::Const(_) | Expr::Column { .. } | Expr::Param(_))
}

fn is_moment(ty: &Type) -> bool {
    matches!(ty, Type::Date | Type::Time | Type::Timestamp { .. } | Type::Interval)
}

/// The value of an expression of constants alone; none for any other. Of CASE nothing is looked at, and of
/// COALESCE the first value.
fn constant(host: &mut NoHost<'_>, expr: &Expr) -> Result<Option<Value>, ErrorKind> {
    Ok(match expr {
        Expr::Const(value) => Some(value.clone()),
        Expr::Call(function, args) => {
            let mut values = Vec::with_capacity(args.len());
            for arg in &**args {
                values.extend(constant(host, arg)?);
            }
            if values.len() < args.len() || !function.pure {
                return Ok(None);
            }
            if function.strict && values.iter().any(Value::is_null) {
                return Ok(Some(Value::Null));
            }
            Some((function.call)(host, &values)?)
        }
        // How a moment is read is the session's matter.
        Expr::Cast(_, operand) if is_moment(&operand.1) => None,
        Expr::Cast(cast, operand) => match constant(host, &operand.0)? {
            Some(value) => Some(cast(value, &operand.1)?),
            None => None,
        },
        Expr::Coalesce(options) => match options.first() {
            Some(first) => constant(host, first)?.filter(|value| !value.is_null()),
            None => None,
        },
        _ => None,
    })
}

/// A session in which nothing can be asked for.
struct NoHost<'c> {
    state: SessionState,
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
