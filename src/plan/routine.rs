//! CREATE FUNCTION, and calls of functions that statements have made.

use std::rc::Rc;

use super::Planner;
use super::ddl::Ddl;
use super::expr::Bound;
use super::node::{Expr, OutTarget, ProgramCall};
use super::procedure::Parts;
use super::scope::Scope;
use crate::catalog::{Body, Function, NameKey, Object, Returns, Space, Table};
use crate::error::{ErrorKind, Refusal, Result};
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
        self.check_schema(&create.name)?;
        let schema = self.must_schema(&create.name, false)?;
        let named = |ty: &ast::TypeName| {
            let row = super::procedure::relation_of_type(ty);
            self.type_of(ty).map_err(|error| match self.relation(&row) {
                Some(_) => ErrorKind::unsupported("functions of whole rows").at(ty.span),
                None if ty.name.eq_ignore_ascii_case("record") && self.rules.expr.whole_rows => {
                    ErrorKind::unsupported("functions that return record").at(ty.span)
                }
                None => error,
            })
        };
        if create.block.is_none() && &*create.language != "sql" {
            let (kind, name) = ("language", create.language.to_string());
            return Err(ErrorKind::NoSuchObject { kind, name }.nowhere());
        }
        let mut params = Vec::with_capacity(create.params.len());
        for (name, ty) in &create.params {
            params.push((name.as_ref().map(|n| n.text.clone()), named(ty)?));
        }
        let of = create.returns.as_ref().and_then(|ty| self.table_of(ty)).map(|table| table.id);
        let one = of.is_some() && !create.rows;
        let returns = match &create.returns {
            _ if !create.table.is_empty() => {
                let mut columns = Vec::with_capacity(create.table.len());
                for (name, ty) in &create.table {
                    let name = name.as_ref().map_or_else(|| Rc::from(""), |n| n.text.clone());
                    columns.push((name, named(ty)?));
                }
                Returns::Rows(columns, true)
            }
            None if !create.procedure && self.rules.expr.whole_rows => {
                return Err(Refusal::NoResultType.of(&[]).nowhere());
            }
            None => Returns::Void,
            Some(ty) if create.rows => Returns::Rows(self.rows_of(ty, &create.name.name)?, false),
            Some(ty) if ty.name.eq_ignore_ascii_case("trigger") => Returns::Trigger,
            Some(ty) if ty.name.eq_ignore_ascii_case("void") => Returns::Void,
            Some(ty) if one => Returns::Rows(self.rows_of(ty, &create.name.name)?, false),
            Some(ty) => Returns::Value(named(ty).map_err(crate::error::Error::elsewhere)?),
        };
        let body = match &create.block {
            Some(block) => Body::Block(block.clone()),
            None => Body::Statements(self.sql_body(&create.body, create.body_at)?),
        };
        let name = create.name.name.text.clone();
        let key = self.routine_key(&schema, &name, create.procedure);
        if self.rules.procedure.routines_apart && self.catalog.get(&key).is_some() {
            let kind = if create.procedure { "PROCEDURE" } else { "FUNCTION" };
            let exists = ErrorKind::Exists { kind, name: name.to_string() };
            return match create.if_not_exists {
                true => Ok(self.nothing(Some(exists))),
                false => Err(exists.nowhere()),
            };
        }
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
        let (procedure, base) = (create.procedure, text.1);
        let (ways, text) = (create.ways.clone(), text.0);
        let defaults = create.defaults.clone().into();
        let strict = create.strict;
        let out = create.out.as_ref().map(|name| name.text.clone());
        let function = Function {
            id: 0,
            schema,
            name,
            params,
            out,
            strict,
            defaults,
            ways,
            returns,
            of,
            one,
            procedure,
            body,
            text,
            base,
        };
        match &function.body {
            Body::Block(_) if function.returns == Returns::Trigger => {}
            Body::Block(_) => drop(self.plan_function(&function)?),
            Body::Statements(statements) => {
                self.check_statements(&function, statements, create.body_at)?;
            }
        }
        Ok(Ddl::CreateFunction(key, Rc::new(function)))
    }

    /// The statements of a body in SQL.
    fn sql_body(&self, text: &Rc<str>, at: Option<u32>) -> Result<Rc<Vec<Rc<ast::Statement>>>> {
        let mut statements = Vec::new();
        let mut from = 0;
        while let Some(parsed) = syntax::parse_next(text, from, self.rules.ddl.syntax) {
            from = parsed.next;
            let statement = parsed.statement.map_err(|error| moved(error, at))?;
            statements.push(Rc::new(statement));
        }
        Ok(Rc::new(statements))
    }

    /// What the statements of a body in SQL have wrong (functions.c, `check_sql_fn_retval`).
    fn check_statements(
        &self,
        function: &Function,
        statements: &[Rc<ast::Statement>],
        at: Option<u32>,
    ) -> Result<()> {
        let program = self.plan_function(function)?;
        if program.variables.iter().any(|v| v.record) {
            return Ok(());
        }
        let visible: Vec<usize> = (0..program.variables.len()).collect();
        let records: Vec<_> = visible.iter().map(|_| None).collect();
        let scope = super::procedure::frame_scope(&program, &records, &visible);
        let frame = Some(Rc::new(scope));
        let mut last = None;
        for statement in statements {
            let state = super::PlanState { frame: frame.clone(), ..Default::default() };
            let (catalog, rules, settings) = (self.catalog, self.rules, self.settings);
            let text = &*function.text;
            let mut inner = Planner { catalog, rules, text, base: 0, settings, state };
            let planned = inner.plan(statement);
            // Parameters by the function's name, and by what is not told apart here.
            if let Err(error) = &planned
                && matches!(&*error.kind, ErrorKind::NoSuchQualifier { .. })
            {
                return Ok(());
            }
            last = Some(planned.map_err(|error| moved(error, at))?);
        }
        let Returns::Value(ty) = &function.returns else { return Ok(()) };
        let words = (self.rules.ddl.type_words)(ty);
        let refused = |why: Refusal, found: &str| Err(why.of(&[&words, found]).nowhere());
        match last.as_ref().and_then(|plan| plan.columns()) {
            None => refused(Refusal::ReturnNothing, ""),
            Some([column]) => {
                let found = match &column.ty {
                    Type::Unknown => Type::Text,
                    found => found.clone(),
                };
                let to = super::procedure::variable("", ty.clone());
                let given = Bound::new(Expr::Held, found.clone());
                match (self.rules.write.convert)(&to, given) {
                    Err(_) => {
                        let found = (self.rules.ddl.type_words)(&found);
                        refused(Refusal::ReturnMismatch, &found)
                    }
                    Ok(_) => Ok(()),
                }
            }
            Some(_) => refused(Refusal::ReturnColumns, ""),
        }
    }

    /// The procedure of a function.
    fn plan_function(&self, function: &Function) -> Result<super::procedure::Program> {
        let given = function.params.clone();
        let text = (function.text.clone(), function.base);
        let (rows, table, trigger) = (Vec::new(), None, None);
        let named = self.rules.ddl.dependents_are_kept.then_some(&*function.name);
        let gives: &[(Rc<str>, Type)] = match &function.returns {
            Returns::Rows(columns, true) => columns,
            _ => &[],
        };
        let mut program = match &function.body {
            Body::Block(body) => self.plan_procedure(Parts {
                body,
                rows,
                table,
                given,
                text,
                trigger,
                gives,
                named,
            })?,
            Body::Statements(statements) => {
                let parts =
                    Parts { body: &[], rows, table, given, text, trigger, gives: &[], named };
                self.plan_procedure(parts)?.of_statements(statements, &function.returns)
            }
        };
        if self.rules.procedure.calls_stand_alone && function.procedure {
            program.called = true;
            program.outs = function.params.len();
        }
        if self.rules.ddl.dependents_are_kept {
            program.named = Some((function.name.clone(), function.params.len()));
        }
        if let Returns::Rows(columns, _) = &function.returns {
            program.gives = Some(columns.clone());
            program.one = function.one;
        }
        Ok(program)
    }

    /// The table whose rows a type is.
    fn table_of(&self, ty: &ast::TypeName) -> Option<&Rc<Table>> {
        if ty.dimensions > 0 || !self.rules.expr.whole_rows || self.type_of(ty).is_ok() {
            return None;
        }
        match self.relation(&super::procedure::relation_of_type(ty)) {
            Some(Object::Table(table)) => Some(table),
            _ => None,
        }
    }

    /// The columns of `SETOF type`.
    fn rows_of(&self, ty: &ast::TypeName, function: &ast::Ident) -> Result<Vec<(Rc<str>, Type)>> {
        if ty.name.eq_ignore_ascii_case("record") {
            return Err(ErrorKind::unsupported("SETOF record").at(ty.span));
        }
        let error = match self.type_of(ty) {
            Ok(ty) => return Ok(vec![(function.text.clone(), ty)]),
            Err(error) => error,
        };
        let table = self.table_of(ty).ok_or(error)?;
        Ok(table.columns.iter().map(|c| (c.name.clone(), c.ty.clone())).collect())
    }

    /// A function in FROM that a statement has made, with its columns; none when there is no such.
    pub(super) fn bind_rows(
        &mut self,
        name: &ast::ObjectName,
        args: &[ast::Expr],
        scope: &Scope<'_>,
    ) -> Result<Option<(Rc<ProgramCall>, Vec<super::node::ResultColumn>)>> {
        let Some(Bound { expr: Expr::Program(call), .. }) =
            self.bind_program(name, args, scope, false)?
        else {
            return Ok(None);
        };
        let columns = call.returns.iter().map(|column| super::node::ResultColumn {
            name: match &*column.name {
                "" => name.name.text.clone(),
                _ => column.name.clone(),
            },
            origin: None,
            ty: column.ty.clone(),
            declared: Rc::from(""),
            collation: column.collation,
            collates: true,
        });
        let columns = columns.collect();
        Ok(Some((call, columns)))
    }

    /// Whether a call is of a function that a statement has made and that gives rows.
    pub(super) fn gives_rows(&self, name: &ast::ObjectName) -> bool {
        self.function(name).is_some_and(|f| matches!(f.returns, Returns::Rows(..)))
    }

    /// Plans CALL.
    pub(super) fn plan_call(&mut self, call: &ast::FunctionCall) -> Result<super::Plan> {
        let name = &call.name;
        let around = self.state.frame.clone();
        let scope = Scope::new(Vec::new(), around.as_deref());
        if let Some(Bound { expr, .. }) = self.bind_program(name, &call.args, &scope, true)? {
            return Ok(super::Plan::Call(Box::new(expr)));
        }
        if self.rules.procedure.routines_apart {
            let name = self.written_name(name);
            return Err(ErrorKind::NoSuchProcedure { name, args: Vec::new() }.nowhere());
        }
        let args = self.types_of(&call.args, &scope)?;
        let name = (name.name.text.to_string(), name.name.span);
        Err(ErrorKind::NoSuchProcedure { name: name.0, args }.at(name.1))
    }

    fn types_of(&mut self, args: &[ast::Expr], scope: &Scope<'_>) -> Result<Vec<String>> {
        let mut types = Vec::with_capacity(args.len());
        for arg in args {
            types.push((self.rules.ddl.type_words)(&self.bind(arg, scope)?.ty));
        }
        Ok(types)
    }

    /// A call of a function that a statement has made; none when there is no such.
    pub(super) fn bind_program(
        &mut self,
        name: &ast::ObjectName,
        args: &[ast::Expr],
        scope: &Scope<'_>,
        call: bool,
    ) -> Result<Option<Bound>> {
        let Some(function) = self.routine(name, call) else {
            let known = self.check_schema(name);
            return known.map(|()| None).map_err(|error| {
                error.or_at(name.schema.as_ref().map_or(name.name.span, |s| s.span))
            });
        };
        if self.rules.procedure.routines_apart && function.params.len() != args.len() {
            let (wanted, given) = (function.params.len(), args.len());
            let name = function.name.to_string();
            return Err(ErrorKind::ArgumentCount { name, call, wanted, given }.nowhere());
        }
        if function.procedure != call {
            let (args, procedure) = (self.types_of(args, scope)?, !call);
            let (name, span) = (name.name.text.to_string(), name.name.span);
            return Err(ErrorKind::WrongCall { name, args, procedure }.at(span));
        }
        let mut ordered = Vec::new();
        let args = match args.iter().find(|arg| is_named(arg)) {
            None => args,
            Some(named) => {
                let unknown = || ErrorKind::unsupported("these named arguments").at(named.span);
                ordered.extend(in_order(&function, args).ok_or_else(unknown)?);
                &ordered
            }
        };
        let missing = function.params.len().wrapping_sub(args.len());
        if missing > function.defaults.len() {
            return Ok(None);
        }
        let mut filled = Vec::new();
        let args = match missing {
            0 => args,
            _ => {
                filled.extend_from_slice(args);
                filled.extend_from_slice(&function.defaults[function.defaults.len() - missing..]);
                &filled
            }
        };
        if function.returns == Returns::Trigger {
            return Err(Refusal::TriggerCalled.of(&[]).nowhere().elsewhere());
        }
        let mut bound = Vec::with_capacity(args.len());
        let mut outs = Vec::new();
        for (number, (arg, (_, ty))) in args.iter().zip(&function.params).enumerate() {
            let way = function.ways.get(number).copied().unwrap_or(0);
            if way != 0 {
                outs.push((number, self.out_target(&function, number, arg, scope)?));
            }
            if way == syntax::OUT {
                bound.push(Bound::constant(crate::value::Value::Null, ty.clone()).expr);
                continue;
            }
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
        let column = super::procedure::variable;
        let returns = match &function.returns {
            Returns::Value(ty) => {
                vec![column(function.out.as_deref().unwrap_or_default(), ty.clone())]
            }
            Returns::Rows(columns, _) => {
                columns.iter().map(|(name, ty)| column(name, ty.clone())).collect()
            }
            Returns::Void | Returns::Trigger => vec![column("", Type::Catalog("void"))],
        };
        let ty = returns.first().map_or(Type::Unknown, |c| c.ty.clone());
        let params = function.params.iter().map(|(name, ty)| {
            super::procedure::variable(name.as_deref().unwrap_or_default(), ty.clone())
        });
        let call = ProgramCall {
            name: function.name.clone(),
            program,
            args: bound,
            params: params.collect(),
            returns,
            void: function.returns == Returns::Void,
            strict: function.strict,
            outs,
        };
        Ok(Some(Bound::new(Expr::Program(Rc::new(call)), ty)))
    }

    /// The key of a function's or procedure's name.
    pub(super) fn routine_key(&self, schema: &str, name: &str, procedure: bool) -> NameKey {
        let own = self.rules.procedure.routines_apart;
        let mut name = if own { name.to_ascii_lowercase() } else { name.to_string() };
        if own && procedure {
            name.push('\0');
        }
        self.catalog.key(schema, Space::Function, &name)
    }

    /// A function or procedure that a statement has made.
    fn routine(&self, name: &ast::ObjectName, procedure: bool) -> Option<Rc<Function>> {
        if !self.rules.procedure.routines_apart {
            return self.function(name);
        }
        let schema = name.schema.as_ref().map(|s| s.text.clone());
        let schema = schema.or_else(|| self.state.home.clone());
        let schema = schema.as_deref().unwrap_or(self.database());
        match self.catalog.get(&self.routine_key(schema, &name.name.text, procedure))? {
            Object::Function(function) => Some(function.clone()),
            _ => None,
        }
    }

    /// The variable that an argument of an OUT parameter is.
    fn out_target(
        &mut self,
        function: &Function,
        number: usize,
        arg: &ast::Expr,
        scope: &Scope<'_>,
    ) -> Result<OutTarget> {
        match &arg.kind {
            ast::ExprKind::Variable { name, .. } => return Ok(OutTarget::User(name.clone())),
            ast::ExprKind::Column(_) => {
                let bound = self.bind(arg, scope)?;
                if let Expr::Column { index, .. } = bound.expr {
                    let mut column = super::procedure::variable("", bound.ty);
                    column.collation = (self.rules.ddl.column_collation)(None, &column.ty);
                    return Ok(OutTarget::Frame(index as usize, Box::new(column)));
                }
            }
            _ => {}
        }
        let (name, number) = (function.name.to_string(), number + 1);
        Err(ErrorKind::NoOutVariable { name, number }.nowhere())
    }
}

/// An error of a body, whose places are those of the statement that makes the function.
fn moved(mut error: crate::error::Error, at: Option<u32>) -> crate::error::Error {
    match (&mut error.span, at) {
        (Some(span), Some(at)) => {
            span.start = span.start.wrapping_add(at);
            span.end = span.end.wrapping_add(at);
            error
        }
        _ => error.elsewhere(),
    }
}

/// Whether an argument is `name => value`.
pub(super) fn is_named(arg: &ast::Expr) -> bool {
    named_argument(arg).is_some()
}

/// The name and the value of an argument `name => value`.
fn named_argument(arg: &ast::Expr) -> Option<(&Rc<str>, &ast::Expr)> {
    let ast::ExprKind::Function(call) = &arg.kind else { return None };
    match &call.args[..] {
        [ast::Expr { kind: ast::ExprKind::Column(name), .. }, value]
            if &*call.name.name.text == syntax::NAMED =>
        {
            Some((&name.name.text, value))
        }
        _ => None,
    }
}

/// All arguments in the order of the parameters; none where they do not fit.
fn in_order(function: &Function, args: &[ast::Expr]) -> Option<Vec<ast::Expr>> {
    let mut given: Vec<Option<&ast::Expr>> = vec![None; function.params.len()];
    let mut by_name = false;
    for (at, arg) in args.iter().enumerate() {
        let (place, value) = match named_argument(arg) {
            Some((name, value)) => {
                by_name = true;
                let is = |(known, _): &(Option<Rc<str>>, Type)| known.as_ref() == Some(name);
                (function.params.iter().position(is)?, value)
            }
            None if by_name => return None,
            None => (at, arg),
        };
        if given.get_mut(place)?.replace(value).is_some() {
            return None;
        }
    }
    let first = function.params.len().checked_sub(function.defaults.len())?;
    let all = given.into_iter().enumerate().map(|(at, value)| {
        let default = || function.defaults.get(at.checked_sub(first)?);
        value.or_else(default).cloned()
    });
    all.collect()
}
