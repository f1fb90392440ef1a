//! Calls of functions and aggregates.

use std::rc::Rc;

use super::Planner;
use super::dml::ColumnDefault;
use super::expr::{Aliases, Bound, Call};
use super::first_error::is_of_a_name;
use super::node::{AggregateCall, Expr, SortKey};
use super::scope::{Meaning, Scope};
use crate::catalog::{Object, Space};
use crate::error::{Error, ErrorKind, Refusal, Result};
use crate::span::Span;
use crate::syntax::ast;
use crate::types::Type;
use crate::value::Value;

/// The clause of an aggregate that belongs to a query further out, which has no groups.
pub(crate) const OUTER: &str = "an outer query";

impl Planner<'_> {
    #[inline(never)]
    pub(super) fn bind_call(
        &mut self,
        call: &ast::FunctionCall,
        span: Span,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let name = &call.name.name.text;
        if **name == *crate::syntax::NAMED || call.args.iter().any(super::routine::is_named) {
            // Only functions that statements have made know the names of their parameters here.
            let bound = self.bind_program(&call.name, &call.args, scope, false)?;
            let unknown = || ErrorKind::unsupported("named arguments").at(span);
            return bound.ok_or_else(unknown);
        }
        if let Some(over) = &call.over {
            return self.bind_window(call, over, span, scope);
        }
        if self.is_aggregate_call(call) {
            return self.bind_aggregate(call, span, scope);
        }
        if name.eq_ignore_ascii_case(self.rules.write.proposed_row.trim_end_matches("()"))
            && let [argument] = &call.args[..]
        {
            return self.bind_proposed(argument, scope);
        }
        match (&**name, &call.args[..]) {
            ("DEFAULT()", [argument]) => return self.bind_default_of(argument, scope),
            ("merge_action", []) if self.rules.expr.whole_rows && !self.state.merges => {
                return Err(Refusal::MergeActionMisused.of(&[]).at(span));
            }
            (":=", _) => self.state.notes.push(ErrorKind::AssignmentDeprecated),
            _ => {}
        }
        if let Some(ast::Expr { kind: ast::ExprKind::Literal(ast::Literal::Text(text)), span: at }) =
            call.args.first()
            && self.rules.expr.names_relation.contains(&&**name)
            && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
        {
            let text = &text.to_ascii_lowercase();
            let (schema, bare) =
                text.split_once('.').map_or((None, &**text), |(s, n)| (Some(s), n));
            let Some(found) = self.object(schema, Space::Relation, bare) else {
                return Err(ErrorKind::NoSuchTable { name: text.to_string() }.at(*at));
            };
            // What was found by its home is named so that it is found again.
            if let (None, Some(home), Object::Sequence(sequence)) =
                (schema, &self.state.home, found)
                && sequence.schema == *home
                && !self.search_path().any(|s| s == &**home)
            {
                let full: Rc<str> = Rc::from([home, ".", bare].concat());
                let kind = ast::ExprKind::Literal(ast::Literal::Text(full));
                let mut call = call.clone();
                call.args[0] = ast::Expr { kind, span: *at };
                return self.bind_call(&call, span, scope);
            }
        }
        // An extension's function is there once that is.
        if self.rules.expr.whole_rows
            && &**name == "uuid_generate_v4"
            && call.args.is_empty()
            && !self.settings.databases.iter().any(|(name, _)| &**name == "\u{1}uuid-ossp")
        {
            let (name, args) = (name.to_string(), Vec::new());
            return Err(ErrorKind::NoSuchFunction { name, args }.at(span));
        }
        let takes_any = name.eq_ignore_ascii_case(self.rules.expr.any_of_group);
        let any = scope.grouping.as_ref().filter(|_| takes_any);
        let checked = any.map(|grouping| grouping.check.replace(false));
        let args = self.bind_arguments(call, scope);
        if let (Some(grouping), Some(checked)) = (any, checked) {
            grouping.check.set(checked);
        }
        let args = args?;
        self.leave_parameters(name, &args);
        let bound = match (self.rules.expr.function)(self.call_of(call, args)) {
            Err(ErrorKind::NoSuchFunction { name, args }) => {
                match self.bind_program(&call.name, &call.args, scope, false)? {
                    Some(bound) => bound,
                    None => return Err(ErrorKind::NoSuchFunction { name, args }.at(span)),
                }
            }
            bound => bound.map_err(|kind| kind.at(span))?,
        };
        // A function may fail (vdbeaux.c, sqlite3VdbeAddFunctionCall).
        if matches!(bound.expr, Expr::Call(..)) {
            self.state.reach.abort.set(true);
        }
        self.state.varies |= match &bound.expr {
            Expr::Call(function, _) => !function.pure,
            expr => matches!(expr, Expr::Program(_)),
        };
        let clauses = [
            (call.filter.is_some(), "FILTER"),
            (call.distinct && !self.rules.expr.distinct_anywhere, "DISTINCT"),
            (!call.order_by.is_empty(), "ORDER BY"),
        ];
        match clauses.iter().find(|(present, _)| *present) {
            Some((_, clause)) => {
                Err(ErrorKind::AggregateClause { clause, name: name.to_string() }.at(span))
            }
            None => Ok(bound),
        }
    }

    /// MySQL's `VALUES(c)`: the column of the row that was to be inserted, NULL where there is none.
    fn bind_proposed(&mut self, argument: &ast::Expr, scope: &Scope<'_>) -> Result<Bound> {
        let ast::ExprKind::Column(name) = &argument.kind else {
            return Err(ErrorKind::unsupported("VALUES of an expression").at(argument.span));
        };
        let proposed = self.rules.write.proposed_row;
        let Some(item) = scope.items.iter().position(|i| &*i.name == proposed) else {
            self.bind(argument, scope)?;
            return Ok(Bound::constant(Value::Null, Type::Unknown));
        };
        let same =
            |c: &super::scope::ScopeColumn| self.rules.column_names.same(&c.name, &name.name.text);
        let Some(column) = scope.items[item].columns.iter().position(same) else {
            let name = super::scope::written(name);
            return Err(ErrorKind::NoSuchColumn { name, table: None }.at(argument.span));
        };
        if self.state.notes.is_empty() {
            self.state.notes.push(ErrorKind::ValuesDeprecated);
        }
        let found = super::scope::Found { up: 0, item, column: Some(column), own: false };
        self.column(found, scope).map_err(|kind| kind.at(argument.span))
    }

    /// MySQL's `DEFAULT(c)`, of a column whose default is a literal (Miscellaneous Functions).
    fn bind_default_of(&mut self, argument: &ast::Expr, scope: &Scope<'_>) -> Result<Bound> {
        let bound = self.bind(argument, scope)?;
        let named = bound.origin.as_ref().and_then(|(table, column)| {
            let mut schemas = self.search_path();
            let table = schemas.by_ref().filter_map(|s| self.catalog.table(s, table)).next()?;
            Some((table.clone(), table.columns.iter().position(|c| c.name == *column)?))
        });
        let Some((table, column)) = named else {
            return Err(ErrorKind::unsupported("DEFAULT of an expression").at(argument.span));
        };
        let definition = &table.columns[column];
        let expr = match self.column_default(&table, column, false)? {
            ColumnDefault::Expr(expr @ Expr::Const(_)) => expr,
            ColumnDefault::Null => Expr::Const(Value::Null),
            ColumnDefault::Sequence { .. } => {
                Expr::Const((self.rules.write.implicit_default)(definition))
            }
            ColumnDefault::Required => {
                let column = definition.name.to_string();
                return Err(ErrorKind::NoDefault { column }.at(argument.span));
            }
            _ => return Err(ErrorKind::unsupported("DEFAULT of this column").at(argument.span)),
        };
        Ok(Bound { expr, origin: None, ..bound })
    }

    pub(super) fn call_of<'c>(&self, call: &'c ast::FunctionCall, args: Vec<Bound>) -> Call<'c> {
        Call {
            name: &call.name.name.text,
            args,
            star: call.star,
            syntax: call,
            case_sensitive_like: self.settings.case_sensitive_like,
        }
    }

    /// A call with NULLs in the place of its arguments, to ask whether there is such a function.
    pub(super) fn call_of_nulls<'c>(&self, call: &'c ast::FunctionCall) -> Call<'c> {
        let null = || Bound::new(Expr::Const(Value::Null), Type::Unknown);
        self.call_of(call, call.args.iter().map(|_| null()).collect())
    }

    fn bind_arguments(
        &mut self,
        call: &ast::FunctionCall,
        scope: &Scope<'_>,
    ) -> Result<Vec<Bound>> {
        let mut bound = Vec::with_capacity(call.args.len());
        for expr in &call.args {
            bound.push(match self.bind_row_argument(&call.name.name.text, expr, scope)? {
                Some(row) => row,
                None => {
                    let argument = self.bind(expr, scope);
                    argument.map_err(|error| self.error_of_call(call, expr, error))?
                }
            });
        }
        Ok(bound)
    }

    /// The error of a call of which an argument cannot be bound. SQLite looks for the function before that,
    /// but tells what it finds last, and goes as far as the first argument itself (resolve.c,
    /// resolveExprStep).
    fn error_of_call(&self, call: &ast::FunctionCall, argument: &ast::Expr, met: Error) -> Error {
        use ast::ExprKind::{Column, Function};
        let first = call.args.first().is_some_and(|first| std::ptr::eq(first, argument));
        let told = first && matches!(argument.kind, Column(_) | Function(_));
        let looked_up = self.rules.expr.resolved_in_turn && !told && !self.is_aggregate_call(call);
        if !looked_up || !is_of_a_name(&met.kind) {
            return met;
        }
        match (self.rules.expr.function)(self.call_of_nulls(call)) {
            Err(kind @ (ErrorKind::NoSuchFunction { .. } | ErrorKind::ArgCount { .. })) => {
                kind.at(call.name.name.span)
            }
            _ => met,
        }
    }

    /// A table's name as the argument of a function that takes whole rows.
    fn bind_row_argument(
        &mut self,
        function: &str,
        expr: &ast::Expr,
        scope: &Scope<'_>,
    ) -> Result<Option<Bound>> {
        if !self.rules.expr.row_takers.contains(&function) {
            return Ok(None);
        }
        if let ast::ExprKind::Row(_) = &expr.kind {
            let fields = self.bind_row(expr, scope)?;
            let names: Vec<Rc<str>> =
                (1..=fields.len()).map(|n| Rc::from(["f", &n.to_string()].concat())).collect();
            let there = Some(Expr::Const(Value::Int(0)));
            let row = (self.rules.expr.row_value)(&names, there, fields);
            return Ok(Some(row.map_err(|kind| kind.at(expr.span))?));
        }
        let ast::ExprKind::Column(name) = &expr.kind else { return Ok(None) };
        let Some((_, names)) = scope.whole_row(name, self.rules) else { return Ok(None) };
        let rowid = scope.rowid_of(name, self.rules);
        let rowid = rowid.map(|(up, index)| Expr::Column { up, index });
        let fields = self.bind_row_or_value(expr, scope)?;
        let row = (self.rules.expr.row_value)(&names, rowid, fields);
        Ok(Some(row.map_err(|kind| kind.at(expr.span))?))
    }

    /// Whether a call is of an aggregate.
    pub(super) fn is_aggregate_call(&self, call: &ast::FunctionCall) -> bool {
        let count = (!call.star).then_some(call.args.len());
        call.over.is_none() && (self.rules.expr.is_aggregate)(&call.name.name.text, count)
    }

    /// Whether an expression has an aggregate of its own query in it.
    pub(super) fn has_aggregate(&self, expr: &ast::Expr) -> bool {
        self.first_aggregate(expr, None).is_some()
    }

    /// The first aggregate of an expression's own query. Where the query's scope is given, those that
    /// belong to a query around are known and left out.
    pub(super) fn first_aggregate<'e>(
        &self,
        expr: &'e ast::Expr,
        scope: Option<&Scope<'_>>,
    ) -> Option<&'e str> {
        match &expr.kind {
            ast::ExprKind::Function(call) if self.is_aggregate_call(call) => {
                let own = scope.is_none_or(|scope| self.aggregate_level(call, scope) == 0);
                own.then_some(&call.name.name.text)
            }
            _ => expr.children().into_iter().find_map(|child| self.first_aggregate(child, scope)),
        }
    }

    fn bind_aggregate(
        &mut self,
        call: &ast::FunctionCall,
        span: Span,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let clause = self.state.clause;
        let misuse =
            || ErrorKind::AggregateMisuse { name: call.name.name.text.to_string(), clause };
        let up = self.aggregate_level(call, scope);
        if up > 0 {
            let level = scope.level(up);
            if level.grouping.is_none() || level.in_aggregate.get() {
                if let Some(wants) = level.wants_groups {
                    wants.set(true);
                }
                let name = call.name.name.text.to_string();
                return Err(ErrorKind::AggregateMisuse { name, clause: OUTER }.at(span));
            }
            let mut bound = self.bind_aggregate(call, span, level)?;
            if let Expr::Column { up: levels, .. } = &mut bound.expr {
                *levels = up;
            }
            return Ok(bound);
        }
        let nested = scope.grouping.is_some() && scope.in_aggregate.replace(true);
        let Some(grouping) = scope.grouping.as_ref().filter(|_| !nested) else {
            if self.rules.expr.args_before_misuse {
                call.args.iter().try_for_each(|arg| self.bind(arg, scope).map(drop))?;
            }
            return Err(misuse().at(span));
        };
        let parts = self.bind_aggregate_parts(call, scope);
        scope.in_aggregate.set(false);
        let (args, filter, mut order_by) = parts?;
        // DISTINCT sorts (PostgreSQL).
        if let (true, true, Some(first)) =
            (call.distinct && self.rules.expr.sorted_distinct, order_by.is_empty(), args.first())
        {
            let term =
                ast::OrderTerm { expr: call.args[0].clone(), descending: false, nulls_first: None };
            order_by.push(self.sort_key(first.clone(), &term));
        }
        let carried = args.first().and_then(|a| a.collation);
        let found = (self.rules.expr.aggregate)(self.call_of(call, args));
        let found = found.map_err(|kind| kind.at(span))?;
        let aggregate = AggregateCall {
            function: found.function,
            args: found.args,
            distinct: call.distinct,
            collation: found.collation,
            filter,
            order_by,
            picks_row: found.picks_row,
        };
        let index = grouping.aggregate(aggregate);
        let mut bound = Bound::new(Expr::Column { up: 0, index }, found.ty);
        // Of the least or greatest value only what COLLATE named (expr.c, sqlite3ExprCollSeq).
        bound.collation = carried.filter(|c| found.picks_row && c.explicit);
        Ok(bound)
    }

    /// How many levels out the query is that an aggregate belongs to: the innermost one whose columns
    /// it has in it, its own when it has none (resolve.c, sqlite3ReferencesSrcList; SQL:2016 6.9).
    fn aggregate_level(&self, call: &ast::FunctionCall, scope: &Scope<'_>) -> u16 {
        if scope.outer.is_none() {
            return 0;
        }
        let mut level = None;
        let mut left: Vec<&ast::Expr> = call.args.iter().chain(&call.filter).collect();
        while let Some(expr) = left.pop() {
            match &expr.kind {
                ast::ExprKind::Column(name) => {
                    let Ok(Meaning::Column(found)) = scope.look_up(name, self.rules) else {
                        return 0;
                    };
                    let at = scope.level(found.up);
                    // Rows of triggers and variables of procedures are of no query.
                    if !at.items[found.item].qualified_only && !at.items[found.item].name.is_empty()
                    {
                        level = Some(level.map_or(found.up, |up: u16| up.min(found.up)));
                    }
                }
                ast::ExprKind::Exists(_)
                | ast::ExprKind::Subquery(_)
                | ast::ExprKind::InQuery { .. } => return 0,
                _ => left.extend(expr.children()),
            }
        }
        level.unwrap_or(0)
    }

    #[allow(clippy::type_complexity, reason = "three parts of one call, used once")]
    fn bind_aggregate_parts(
        &mut self,
        call: &ast::FunctionCall,
        scope: &Scope<'_>,
    ) -> Result<(Vec<Bound>, Option<Expr>, Vec<SortKey>)> {
        let args = self.bind_arguments(call, scope)?;
        self.leave_parameters(&call.name.name.text, &args);
        args.iter().for_each(|arg| drop(self.note_folded(&arg.expr)));
        let filter = match &call.filter {
            Some(filter) => Some(self.bind_condition_of(filter, scope, "FILTER")?),
            None => None,
        };
        Ok((args, filter, self.bind_order(&call.order_by, scope)?))
    }

    /// Sort keys over the rows of a scope.
    ///
    /// # Errors
    /// As [`Planner::bind`].
    pub fn bind_order(
        &mut self,
        terms: &[ast::OrderTerm],
        scope: &Scope<'_>,
    ) -> Result<Vec<SortKey>> {
        let mut keys = Vec::with_capacity(terms.len());
        for term in terms {
            let bound = self.within("ORDER", |p| p.bind(&term.expr, scope))?;
            keys.push(self.sort_key(bound, term));
        }
        Ok(keys)
    }

    /// The sort key of a bound ORDER BY term.
    pub(super) fn sort_key(&self, bound: Bound, term: &ast::OrderTerm) -> SortKey {
        let rules = &self.rules.expr;
        let bound = (rules.sorted_by)(bound);
        SortKey {
            descending: term.descending,
            nulls_first: term.nulls_first.unwrap_or(rules.nulls_first != term.descending),
            collation: bound.collation.map_or(rules.default_collation, |c| c.collation),
            expr: bound.expr,
        }
    }

    /// Whether WHERE and ON see the aliases of result columns.
    pub(super) fn aliases_everywhere(&self) -> bool {
        self.rules.expr.aliases == Aliases::Everywhere
    }
}
