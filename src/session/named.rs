//! Statements by name: PREPARE, EXECUTE, DEALLOCATE.

use std::rc::Rc;

use super::{Failure, Session, StatementResult};
use crate::error::{Error, ErrorKind, Refusal, Result};
use crate::exec;
use crate::plan::node::ResultColumn;
use crate::plan::scope::Scope;
use crate::span::Span;
use crate::state::NamedStatement;
use crate::store::Store;
use crate::syntax::ast::{self, StatementKind};
use crate::trace::Trace;
use crate::types::Type;
use crate::value::Value;

impl Session {
    /// Prepares, runs or forgets a statement by name.
    pub(super) fn run_named(
        &mut self,
        store: &mut Store,
        named: &ast::Named,
        result: &mut StatementResult,
        trace: Option<&mut Trace>,
    ) -> Result<()> {
        match named {
            ast::Named::Prepare(name, text, types, added) => {
                self.prepare_named(store, name, text, (*types, added))
            }
            ast::Named::Execute(name, using) => {
                *result = self.execute_named(store, name, using, trace)?;
                Ok(())
            }
            ast::Named::Drop(None) => {
                self.state.named.clear();
                Ok(())
            }
            ast::Named::Drop(Some(name)) => {
                let at = self.named(name).ok_or_else(|| missing(name, "DEALLOCATE PREPARE"))?;
                self.state.named.remove(at);
                Ok(())
            }
        }
    }

    /// Where a prepared statement stands among those that are known.
    fn named(&self, name: &ast::Ident) -> Option<usize> {
        let names = self.rules.plan.column_names;
        self.state.named.iter().position(|known| names.same(&known.name, &name.text))
    }

    fn prepare_named(
        &mut self,
        store: &mut Store,
        name: &ast::Ident,
        text: &ast::Expr,
        (types, added): (Option<u32>, &[(u32, u32)]),
    ) -> Result<()> {
        let value = self.evaluate(store, text)?;
        let mut sql = (self.rules.plan.procedure.print)(&value);
        let known = self.named(name);
        if self.rules.names_replace {
            known.map(|at| self.state.named.remove(at));
        }
        if self.rules.names_replace {
            if value.is_null() {
                sql = "NULL".into();
            }
            self.one_statement(&sql)?;
        }
        self.preparing = !self.rules.names_replace;
        let prepared = self.prepare(store, &sql);
        self.preparing = false;
        let prepared = prepared.map_err(|failure| {
            let mut error =
                self.of_inner(failure, (!self.rules.names_replace).then_some(text.span));
            // Without the types that were put in behind parameters.
            if let Some(span) = &mut error.span {
                let before = added.iter().filter(|(at, _)| text.span.start + at < span.start);
                let more: u32 = before.map(|(_, length)| length).sum();
                (span.start, span.end) = (span.start - more, span.end - more);
            }
            error
        })?;
        if matches!(prepared.statement.kind, StatementKind::Named(_)) {
            return Err(ErrorKind::unsupported("PREPARE of PREPARE").at(name.span));
        }
        if known.is_some() && !self.rules.names_replace {
            let name = name.text.to_string();
            return Err(ErrorKind::StatementExists { name }.nowhere());
        }
        let count = types.unwrap_or(0).max(prepared.params.count);
        let (name, text) = (name.text.clone(), Rc::from(&*sql));
        let types = prepared.types;
        self.state.named.push(NamedStatement { name, text, count, types });
        Ok(())
    }

    /// MySQL reads a text that holds nothing as a query, and finds the second statement in its way.
    fn one_statement(&self, sql: &str) -> Result<()> {
        let syntax = self.rules.syntax;
        let Some(first) = crate::syntax::parse_next(sql, 0, syntax) else {
            return Err(ErrorKind::EmptyQuery.nowhere());
        };
        let second = match first.statement {
            Ok(_) => crate::syntax::parse_next(sql, first.next, syntax),
            Err(_) => None,
        };
        match second {
            Some(second) => {
                let found = crate::error::Found::Token(String::new());
                let error = ErrorKind::Syntax(found).at(second.span);
                Err(self.of_inner(self.failure(error, sql), None))
            }
            None => Ok(()),
        }
    }

    fn execute_named(
        &mut self,
        store: &mut Store,
        name: &ast::Ident,
        using: &[ast::Expr],
        trace: Option<&mut Trace>,
    ) -> Result<StatementResult> {
        let known = self.named(name).and_then(|at| self.state.named.get(at)).cloned();
        let Some(known) = known else { return Err(missing(name, "EXECUTE")) };
        // What is given to a statement without parameters is not looked at (prepare.c, ExecuteQuery).
        let unread = !self.rules.names_replace && known.count == 0;
        let using = if unread { &[] } else { using };
        let mismatch = |given: usize| {
            let (name, wanted) = (name.text.to_string(), known.count);
            ErrorKind::ExecuteArguments { name, wanted, given }.nowhere()
        };
        if !self.rules.names_replace && known.count as usize != using.len() {
            return Err(mismatch(using.len()));
        }
        let mut values = Vec::with_capacity(using.len());
        for (at, value) in using.iter().enumerate() {
            values.push(match known.types.get(at) {
                Some(Some(ty)) => self.evaluate_as(store, value, at + 1, ty)?,
                _ => self.evaluate(store, value)?,
            });
        }
        let prepared = self.prepare(store, &known.text);
        let prepared = prepared.map_err(|failure| self.of_inner(failure, None))?;
        if known.count as usize != values.len() {
            return Err(mismatch(values.len()));
        }
        self.state.params = values;
        let mut inner = self.execute_traced(store, &prepared, trace);
        self.state.warnings.clear();
        if let Some(failure) = inner.error.take() {
            return Err(self.of_inner(failure, None));
        }
        if let Some(plan) = &prepared.plan {
            inner.columns = plan.columns().map(<[ResultColumn]>::to_vec);
        }
        Ok(inner)
    }

    /// What is given for a parameter of a type, brought to it as to a column (prepare.c, EvaluateParams).
    fn evaluate_as(
        &mut self,
        store: &mut Store,
        value: &ast::Expr,
        number: usize,
        ty: &Type,
    ) -> Result<Value> {
        let rules = &self.rules.plan;
        let mut planner = self.planner(store, "");
        let bound = planner.bind(value, &Scope::default())?;
        if !(rules.write.suits)(&bound.ty, ty) {
            let words = |ty: &Type| (rules.ddl.type_words)(ty);
            let of = [&*number.to_string(), &words(&bound.ty), &words(ty)];
            return Err(Refusal::ParameterValue.of(&of).at(value.span));
        }
        // What is too long is told of where it is stored.
        let ty = match ty {
            Type::Varchar(_) | Type::Char(_) => Type::Text,
            Type::Decimal { .. } => Type::Decimal { precision: None },
            ty => ty.clone(),
        };
        let bound = (rules.expr.cast_type)(bound, ty).map_err(|k| k.at(value.span))?;
        let mut cx = self.cx(store, None);
        exec::expr::eval(&mut cx, &bound.expr, &exec::expr::Env::of(&[]))
    }

    /// An error of the statement that has the name. MySQL's words are made of its own text; PostgreSQL's
    /// have a place in the whole while it is read.
    fn of_inner(&self, failure: Failure, place: Option<Span>) -> Error {
        if self.rules.names_replace {
            return ErrorKind::Report(Box::new(failure.report)).nowhere();
        }
        let mut error = failure.error;
        error.span = match (error.span, place) {
            (Some(span), Some(place)) => Some(Span {
                source: place.source,
                start: place.start + span.start,
                end: place.start + span.end,
            }),
            _ => None,
        };
        error
    }
}

fn missing(name: &ast::Ident, by: &'static str) -> Error {
    ErrorKind::NoSuchStatement { name: name.text.to_string(), by }.nowhere()
}
