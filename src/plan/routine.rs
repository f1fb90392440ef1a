//! CREATE FUNCTION, and calls of functions that statements have made.

use std::rc::Rc;

use super::Planner;
use super::ddl::Ddl;
use super::expr::Bound;
use super::node::{Expr, ProgramCall};
use super::procedure::Parts;
use super::scope::Scope;
use crate::catalog::{Body, Function, Object, Returns, Space};
use crate::error::{ErrorKind, Result};
use crate::span::Span;
use crate::syntax::{self, ast};
use crate::types::Type;

impl Planner<'_> {
    /// Plans CREATE FUNCTION.
    ///
    /// # Errors
    /// Types that are not there; a body that is none; a name that is taken.
    pub(super) fn plan_create_function(
        &mut self,
        create: &ast::CreateFunction,
        span: Span,
    ) -> Result<Ddl> {
        let schema = self.must_schema(&create.name, false)?;
        let named = |ty: &ast::TypeName| self.type_of(ty);
        let mut params = Vec::with_capacity(create.params.len());
        for (name, ty) in &create.params {
            params.push((name.as_ref().map(|n| n.text.clone()), named(ty)?));
        }
        let returns = match &create.returns {
            None => Returns::Void,
            Some(ty) if ty.name.eq_ignore_ascii_case("trigger") => Returns::Trigger,
            Some(ty) if ty.name.eq_ignore_ascii_case("void") => Returns::Void,
            Some(ty) => Returns::Value(named(ty)?),
        };
        let body = match (&create.block, &*create.language) {
            (Some(block), _) => Body::Block(block.clone()),
            (None, "sql") => Body::Statements(self.sql_body(&create.body)?),
            (None, _) => {
                let (kind, name) = ("language", create.language.to_string());
                return Err(ErrorKind::NoSuchObject { kind, name }.nowhere());
            }
        };
        let name = create.name.name.text.clone();
        let key = self.catalog.key(&schema, Space::Function, &name);
        if let Some(Object::Function(known)) = self.catalog.get(&key) {
            let same = known.params.len() == params.len()
                && known.params.iter().zip(&params).all(|(a, b)| a.1 == b.1);
            if !same {
                return Err(ErrorKind::unsupported("several functions of one name").nowhere());
            }
            if !create.or_replace {
                return Err(ErrorKind::FunctionExists { name: name.to_string() }.nowhere());
            }
            if known.returns != returns {
                let args = params.iter().map(|(_, ty)| (self.rules.ddl.type_words)(ty)).collect();
                return Err(ErrorKind::ReturnTypeChanged { name: name.to_string(), args }.nowhere());
            }
        }
        let text = match body {
            Body::Block(_) => (self.text_of(span), span.start),
            Body::Statements(_) => (create.body.clone(), 0),
        };
        let function =
            Function { id: 0, schema, name, params, returns, body, text: text.0, base: text.1 };
        if let (Body::Block(_), false) = (&function.body, function.returns == Returns::Trigger) {
            self.plan_function(&function)?;
        }
        Ok(Ddl::CreateFunction(Rc::new(function)))
    }

    /// The statements of a body in SQL.
    fn sql_body(&self, text: &Rc<str>) -> Result<Rc<Vec<Rc<ast::Statement>>>> {
        let mut statements = Vec::new();
        let mut from = 0;
        while let Some(parsed) = syntax::parse_next(text, from, self.rules.ddl.syntax) {
            from = parsed.next;
            let statement = parsed.statement.map_err(crate::error::Error::elsewhere)?;
            statements.push(Rc::new(statement));
        }
        Ok(Rc::new(statements))
    }

    /// The procedure of a function.
    fn plan_function(&self, function: &Function) -> Result<super::procedure::Program> {
        let given = function.params.clone();
        let text = (function.text.clone(), function.base);
        let (rows, table, trigger) = (Vec::new(), None, None);
        match &function.body {
            Body::Block(body) => {
                self.plan_procedure(Parts { body, rows, table, given, text, trigger })
            }
            Body::Statements(statements) => {
                let returns = function.returns != Returns::Void;
                let parts = Parts { body: &[], rows, table, given, text, trigger };
                Ok(self.plan_procedure(parts)?.of_statements(statements, returns))
            }
        }
    }

    /// A call of a function that a statement has made; none when there is no such.
    pub(super) fn bind_program(
        &mut self,
        name: &ast::ObjectName,
        args: &[ast::Expr],
        scope: &Scope<'_>,
    ) -> Result<Option<Bound>> {
        let Some(function) = self.function(name) else { return Ok(None) };
        if function.params.len() != args.len() || function.returns == Returns::Trigger {
            return Ok(None);
        }
        let mut bound = Vec::with_capacity(args.len());
        for (arg, (_, ty)) in args.iter().zip(&function.params) {
            let given = self.bind(arg, scope)?;
            let column = super::procedure::variable("", ty.clone());
            // An argument that is of no such type means another function, which is not there.
            if !(self.rules.expr.takes)(&given.ty, ty) {
                return Ok(None);
            }
            bound.push(
                (self.rules.write.convert)(&column, given).map_err(|kind| kind.at(arg.span))?,
            );
        }
        let program = Rc::new(self.plan_function(&function)?);
        let ty = match &function.returns {
            Returns::Value(ty) => ty.clone(),
            Returns::Void | Returns::Trigger => Type::Catalog("void"),
        };
        let params =
            function.params.iter().map(|(_, ty)| super::procedure::variable("", ty.clone()));
        let call = ProgramCall {
            program,
            args: bound,
            params: params.collect(),
            returns: super::procedure::variable("", ty.clone()),
            void: function.returns == Returns::Void,
        };
        Ok(Some(Bound::new(Expr::Program(Rc::new(call)), ty)))
    }
}
