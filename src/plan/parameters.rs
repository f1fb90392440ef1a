//! The types of parameters, which follow from what each is first used for (PostgreSQL; parse_param.c,
//! variable_paramref_hook and variable_coerce_param_hook).

use super::Planner;
use super::expr::Bound;
use super::node::Expr;
use crate::error::{Error, ErrorKind, Refusal, Result};
use crate::span::Span;
use crate::types::Type;

/// Types by number, from 1; none of one that may be anything.
pub type Types = Vec<Option<Type>>;

/// What is known of a statement's parameters.
#[derive(Debug, Default)]
pub struct Parameters {
    /// Their types.
    pub types: Types,
    /// Those that stood where any type will do before theirs was known, and where.
    left: Vec<(u32, Span)>,
}

impl Planner<'_> {
    /// A parameter, of its type where that is known already.
    pub(super) fn parameter(&self, number: u32) -> std::result::Result<Bound, ErrorKind> {
        let bound = Bound::new(Expr::Param(number), Type::Unknown);
        match self.state.parameters.as_ref().and_then(|p| p.types.get(number as usize - 1)) {
            Some(Some(ty)) => (self.rules.expr.cast_type)(bound, ty.clone()),
            _ => Ok(bound),
        }
    }

    /// Notes what parameters were brought to within an expression.
    pub(super) fn note_parameters(&mut self, expr: &Expr) {
        let Some(known) = &mut self.state.parameters else { return };
        expr.visit(&mut |e| {
            if let Expr::Cast(_, operand) = e
                && let (Expr::Param(number), ty) = &**operand
            {
                let at = *number as usize - 1;
                known.types.resize(known.types.len().max(at + 1), None);
                known.types[at].get_or_insert_with(|| ty.clone());
            }
        });
    }

    /// A parameter as the value of a column: it must not have another type already.
    pub(super) fn parameter_for(&mut self, bound: &Bound, ty: &Type) -> Result<()> {
        let (Expr::Param(number), Some(known)) = (&bound.expr, &mut self.state.parameters) else {
            return Ok(());
        };
        let at = *number as usize - 1;
        known.types.resize(known.types.len().max(at + 1), None);
        let words = |ty: &Type| (self.rules.ddl.type_words)(ty);
        // Lengths are no part of it.
        let other = known.types[at].as_ref().map(words).filter(|known| *known != words(ty));
        match other {
            Some(other) => {
                let refused =
                    Refusal::ParameterTypes.of(&[&number.to_string(), &other, &words(ty)]);
                Err(refused.placed(bound.span).nowhere())
            }
            None => {
                known.types[at].get_or_insert_with(|| ty.clone());
                Ok(())
            }
        }
    }

    /// Notes a parameter that stands where any type will do.
    pub(super) fn leave_parameter(&mut self, bound: &Bound) {
        if let (Expr::Param(number), Some(known), Some(span)) =
            (&bound.expr, &mut self.state.parameters, bound.span)
        {
            known.left.push((*number, span));
        }
    }

    /// The same of arguments.
    pub(super) fn leave_parameters(&mut self, function: &str, args: &[Bound]) {
        if let Some((_, from)) =
            self.rules.expr.takes_any.iter().find(|(name, _)| *name == function)
        {
            args.iter().skip(*from).for_each(|arg| self.leave_parameter(arg));
        }
    }

    /// Every parameter must have got a type; one that got it late is not of one type throughout
    /// (check_variable_parameters).
    ///
    /// # Errors
    /// A parameter whose type cannot be told.
    pub fn check_parameters(&self, count: u32, used: &dyn Fn(u32) -> bool) -> Result<()> {
        let Some(known) = &self.state.parameters else { return Ok(()) };
        let has_type =
            |number: u32| known.types.get(number as usize - 1).is_some_and(Option::is_some);
        if let Some((number, span)) = known.left.iter().find(|(number, _)| has_type(*number)) {
            let kind = Refusal::ParameterUnclear.of(&[&number.to_string()]);
            return Err(kind.at(*span));
        }
        let left = |number: u32| known.left.iter().any(|(n, _)| *n == number);
        let unclear = (1..=count).find(|n| !has_type(*n) && (left(*n) || !used(*n)));
        unclear.map_or(Ok(()), |number| Err(untyped(number)))
    }
}

fn untyped(number: u32) -> Error {
    Refusal::ParameterUntyped.of(&[&number.to_string()]).nowhere()
}
