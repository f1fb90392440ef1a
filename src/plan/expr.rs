//! Expressions: tree → bound. What an operator or function means is asked of the dialect's
//! [`ExprRules`]; comparisons, rows and subqueries are in `compare`, calls in `call`.

use std::rc::Rc;

use super::Planner;
use super::node::{Expr, InList, ScalarQuery};
use super::scope::{Found, Meaning, Scope, written};
use crate::collation::Collation;
use crate::error::{ErrorKind, Refusal, Result};
use crate::span::Span;
use crate::syntax::ast::{self, BinaryOp, ExprKind, Literal, UnaryOp};
use crate::types::Type;
use crate::value::Value;

pub use super::expr_rules::{
    AggregateUse, Aliases, Bind, Call, ExprRules, Having, InColumn, LikeUse, RowValue, ScanOrder,
    TableFunction,
};

/// A bound expression and what is known of its value.
#[derive(Clone, Debug)]
pub struct Bound {
    /// How it is computed.
    pub expr: Expr,
    /// Its type. [`Type::Unknown`] is SQLite's "no affinity" and PostgreSQL's unknown literal.
    pub ty: Type,
    /// The collation that it brings along.
    pub collation: Option<Collated>,
    /// The table and column that it is.
    pub origin: Option<(Rc<str>, Rc<str>)>,
    /// The name of the column that it is, as the query knows it.
    pub label: Option<Rc<str>>,
    /// The declared type of that column.
    pub declared: Rc<str>,
    /// The words that it was bound from.
    pub span: Option<Span>,
}

/// A collation and whether COLLATE named it.
#[derive(Clone, Copy, Debug)]
pub struct Collated {
    /// Which.
    pub collation: &'static Collation,
    /// Named by COLLATE rather than a column's own.
    pub explicit: bool,
    /// Operators pass it on. What stands behind an alias keeps it to itself.
    pub passed_on: bool,
}

impl Bound {
    /// A value of a type.
    pub fn new(expr: Expr, ty: Type) -> Bound {
        let declared = Rc::from("");
        Bound { expr, ty, collation: None, origin: None, label: None, declared, span: None }
    }

    /// A constant of a type.
    pub fn constant(value: Value, ty: Type) -> Bound {
        Bound::new(Expr::Const(value), ty)
    }

    /// Another way to compute the same value.
    pub fn with(&self, expr: Expr) -> Bound {
        Bound { expr, ..self.clone() }
    }

    /// The collation that COLLATE names.
    pub fn explicit(&self) -> Option<Collated> {
        self.collation.filter(|c| c.explicit)
    }

    /// The collation that operators pass on.
    fn passed(&self) -> Option<Collated> {
        self.collation.filter(|c| c.passed_on)
    }

    /// Whether it is the constant NULL.
    pub fn is_null(&self) -> bool {
        matches!(self.expr, Expr::Const(Value::Null))
    }
}

/// The collation of a comparison: what COLLATE names, left side first, else a column's own.
pub fn common_collation<'a>(
    sides: impl Iterator<Item = &'a Bound> + Clone,
    default: &'static Collation,
) -> &'static Collation {
    let explicit = sides.clone().find_map(Bound::explicit);
    explicit.or_else(|| sides.clone().find_map(|b| b.collation)).map_or(default, |c| c.collation)
}

/// The collation that a result of these operands carries on.
pub fn passed_on<'a>(mut sides: impl Iterator<Item = &'a Bound>) -> Option<Collated> {
    sides.find_map(Bound::passed)
}

impl Planner<'_> {
    /// Binds an expression. The left side of a long chain such as `a + b + c` is walked rather than nested,
    /// since the stack of a browser is small.
    ///
    /// # Errors
    /// Names that are not there or not clear, operands that do not fit; the limit of depth.
    pub fn bind(&mut self, expr: &ast::Expr, scope: &Scope<'_>) -> Result<Bound> {
        let mut links = Vec::new();
        let mut at = expr;
        let mut bound = loop {
            if let Some(key) = self.bind_group_key(at, scope) {
                break key;
            }
            match &at.kind {
                ExprKind::Binary(op, left, right) if is_plain(*op) => {
                    links.push((at.span, *op, right));
                    at = left;
                }
                _ => break self.bind_nested(at, scope)?,
            }
        };
        while let Some((span, op, right)) = links.pop() {
            let right = self.bind(right, scope)?;
            let sign = self.operator_span(bound.span, right.span);
            bound = (self.rules.expr.binary)(op, bound, right)
                .map_err(|kind| at_operator(kind, sign).or_at(span))?;
            bound.span = bound.span.or(Some(span));
            if self.state.parameters.is_some() {
                self.note_parameters(&bound.expr);
            }
        }
        Ok(bound)
    }

    /// Binds an expression one level down.
    fn bind_nested(&mut self, expr: &ast::Expr, scope: &Scope<'_>) -> Result<Bound> {
        self.state.nested += 1;
        let bound = match self.state.nested > self.settings.depth {
            true => Err(ErrorKind::Limit { what: "depth" }.nowhere()),
            false => self.bind_kind(expr, scope),
        };
        self.state.nested -= 1;
        let mut bound = bound.map_err(|e| e.or_at(expr.span))?;
        // Of an expression in parentheses the words are those inside.
        bound.span = bound.span.or(Some(expr.span));
        if self.state.parameters.is_some() {
            self.note_parameters(&bound.expr);
        }
        Ok(bound)
    }

    /// Binds a condition. `word` names the place for the error about values that are none.
    ///
    /// # Errors
    /// As [`Planner::bind`]; a type that is no condition.
    pub fn bind_condition(&mut self, expr: &ast::Expr, scope: &Scope<'_>) -> Result<Expr> {
        self.bind_condition_of(expr, scope, "WHERE")
    }

    /// Binds the condition of a clause, which its errors name.
    pub(super) fn bind_condition_of(
        &mut self,
        expr: &ast::Expr,
        scope: &Scope<'_>,
        word: &'static str,
    ) -> Result<Expr> {
        self.bind_part_of(expr, scope, word, word)
    }

    /// The same of a part that AND joins to others, for which `part` is the word.
    pub(super) fn bind_part_of(
        &mut self,
        expr: &ast::Expr,
        scope: &Scope<'_>,
        word: &'static str,
        part: &'static str,
    ) -> Result<Expr> {
        let outer = std::mem::replace(&mut self.state.clause, word);
        let whole = matches!(word, "WHERE" | "HAVING" | "JOIN/ON");
        let bound = match whole {
            true => self.within(word, |p| p.bind(expr, scope)),
            _ => self.bind(expr, scope),
        };
        self.state.clause = outer;
        let bound = bound?;
        let bound = (self.rules.expr.condition)(bound, part).map_err(|kind| kind.at(expr.span))?;
        if whole && self.state.folds {
            // Behind a part that is false nothing is looked at.
            self.state.settled &= part == "AND";
            if !self.state.settled {
                let folded = self.note_folded(&bound);
                self.state.settled = matches!(folded, Some(Value::Bool(false)));
            }
        }
        Ok(bound)
    }

    /// Binds something that stands in a clause, which errors about unknown names may tell.
    pub(super) fn within<T>(
        &mut self,
        clause: &'static str,
        bind: impl FnOnce(&mut Self) -> Result<T>,
    ) -> Result<T> {
        bind(self).map_err(|mut error| {
            if error.clause.is_none() {
                error.clause = Some(clause);
            }
            error
        })
    }

    /// Whether the dialect calls the rowid by this name.
    pub fn is_rowid_name(&self, name: &str) -> bool {
        self.rules.expr.row_place.is_none()
            && self.rules.expr.rowid_names.iter().any(|n| n.eq_ignore_ascii_case(name))
    }

    /// An expression that is one of the keys of its grouped query.
    fn bind_group_key(&mut self, expr: &ast::Expr, scope: &Scope<'_>) -> Option<Bound> {
        let grouping = scope.grouping.as_ref().filter(|_| !scope.in_aggregate.get())?;
        if matches!(expr.kind, ExprKind::Column(_) | ExprKind::Literal(_)) {
            return None;
        }
        let same = |key: &ast::Expr| super::conflict::same_expr(key, expr, self.rules.column_names);
        let at = grouping.keys.iter().position(|(key, _)| same(key))?;
        Some(grouping.keys[at].1.with(Expr::Column { up: 0, index: at as u32 }))
    }

    /// The parameter of the function around that a number means (PostgreSQL).
    fn own_parameter(&self, number: u32, span: Span) -> Option<ast::ColumnName> {
        let frame = self.state.frame.as_ref().filter(|_| self.rules.expr.whole_rows)?;
        let is = |i: &&super::scope::ScopeItem| {
            i.qualified_only && i.table.is_none() && i.rowid.is_none()
        };
        let item = frame.items.iter().rfind(is)?;
        let column = item.columns.get((number as usize).checked_sub(1)?)?;
        let ident = |text: &Rc<str>| ast::Ident { text: text.clone(), quote: None, span };
        let (table, name) = (Some(ident(&item.name)), ident(&column.name));
        Some(ast::ColumnName { schema: None, table, name })
    }

    /// What nests goes through here again and again, so that each kind has a stack frame of its own
    /// (`inline(never)`) rather than a share of one that holds them all.
    fn bind_kind(&mut self, expr: &ast::Expr, scope: &Scope<'_>) -> Result<Bound> {
        let rules = &self.rules.expr;
        let span = expr.span;
        let bound = match &expr.kind {
            ExprKind::Literal(literal) => (rules.literal)(literal),
            ExprKind::Param(ast::Param::Number(n))
                if let Some(name) = self.own_parameter(*n, span) =>
            {
                return self.bind_column(&name, scope);
            }
            ExprKind::Param(ast::Param::Number(n) | ast::Param::Named(n, _)) => {
                let framed = rules.whole_rows && self.state.frame.is_some();
                match rules.no_parameter.filter(|_| framed || self.state.no_params) {
                    Some(tell) => Err(tell(&self.text_of(span))),
                    None => self.parameter(*n),
                }
            }
            ExprKind::Column(name) => return self.bind_column(name, scope),
            ExprKind::Unary(op, operand) => return self.bind_unary(*op, operand, scope),
            ExprKind::Binary(op, left, right) => return self.bind_logic(*op, left, right, scope),
            ExprKind::IsNull { expr: row, not } if self.is_row(row, scope) => {
                // All of its fields are.
                let fields = self.bind_row(row, scope)?.into_iter();
                let all = fields.map(|f| Expr::IsNull { expr: Rc::new(f.expr), not: *not });
                Ok((rules.truth)(Expr::And(all.collect())))
            }
            ExprKind::IsNull { expr, not } => {
                let operand = self.bind(expr, scope)?;
                self.leave_parameter(&operand);
                let operand = Rc::new(operand.expr);
                Ok((rules.truth)(Expr::IsNull { expr: operand, not: *not }))
            }
            ExprKind::IsTruth { expr, value, not } => {
                let condition = self.bind_condition_of(expr, scope, "IS TRUE")?;
                Ok((rules.truth)(is_truth(condition, *value, *not)))
            }
            ExprKind::Is { left, right, not } => {
                return self.bind_is(left, right, *not, scope);
            }
            ExprKind::Between { expr, low, high, not } => {
                return self.bind_between(expr, low, high, *not, scope);
            }
            ExprKind::InList { expr, list, not } => {
                return self.bind_in_list(expr, list, *not, scope);
            }
            ExprKind::InQuery { expr, query, not } => {
                return self.bind_in_query(expr, query, *not, scope);
            }
            ExprKind::Like { op, expr, pattern, escape, not } => {
                let case_sensitive = self.settings.case_sensitive_like;
                let like = LikeUse { op: *op, not: *not, case_sensitive };
                return self.bind_like(like, [expr, pattern], escape.as_deref(), scope);
            }
            ExprKind::Case { operand, branches, otherwise } => {
                return self.bind_case(operand.as_deref(), branches, otherwise.as_deref(), scope);
            }
            ExprKind::Cast { expr: operand, ty } => {
                return self.bind_cast(operand, ty, span, scope);
            }
            ExprKind::Collate(operand, name) => {
                return self.bind_collate(operand, name, span, scope);
            }
            ExprKind::Function(call) => return self.bind_call(call, expr.span, scope),
            ExprKind::Exists(query) => {
                let (node, _) = self.plan_subquery(query, scope, Some(1))?;
                Ok((rules.truth)(Expr::Exists(node)))
            }
            ExprKind::Subquery(query) => {
                let values = self.bind_scalar_query(query, 1, scope);
                let mut values = values.map_err(|error| at_query(error, span))?;
                values.pop().ok_or(ErrorKind::RowMisused)
            }
            ExprKind::Quantified { left, op, all, right } => {
                return self.bind_quantified(left, *op, *all, right, scope);
            }
            ExprKind::Paren(inner) => {
                let bound =
                    self.bind(inner, scope).map_err(|error| {
                        match &super::compare::opened(inner).kind {
                            ExprKind::Subquery(_) => at_query(error, span),
                            _ => error,
                        }
                    });
                let mut bound = bound?;
                (bound.origin, bound.declared) = (None, Rc::from(""));
                Ok(bound)
            }
            ExprKind::Raise(raise) => return self.bind_raise(raise, scope),
            ExprKind::Variable { .. } if self.state.making_view => Err(ErrorKind::VariableInView),
            ExprKind::Variable { name, system } => (rules.variable)(name, *system),
            ExprKind::Row(_) => {
                let fields = self.bind_row(expr, scope)?;
                fields.iter().for_each(|field| self.leave_parameter(field));
                (rules.composite)(None, fields)
            }
            ExprKind::Default => Err((rules.misplaced_default)()),
            ExprKind::Array(items) => {
                let items: Result<Vec<Bound>> = items.iter().map(|i| self.bind(i, scope)).collect();
                (rules.array)(items?)
            }
            ExprKind::Index { expr, index } => {
                let array = self.bind(expr, scope)?;
                let mut index = (**index).clone();
                if self.state.frame.is_some()
                    && matches!(&expr.kind, ExprKind::Column(name)
                        if &*name.name.text == super::trigger::TRIGGER_ARGUMENTS)
                {
                    let span = index.span;
                    let one = ExprKind::Literal(ast::Literal::Integer(1));
                    let one = Box::new(ast::Expr { kind: one, span });
                    let kind = ExprKind::Binary(ast::BinaryOp::Add, Box::new(index), one);
                    index = ast::Expr { kind, span };
                }
                (rules.subscript)(array, self.bind(&index, scope)?)
            }
            ExprKind::Field(row, name) => {
                return match &super::compare::opened(row).kind {
                    ExprKind::Column(table) if table.table.is_none() && self.is_row(row, scope) => {
                        let table = Some(table.name.clone());
                        let name = ast::ColumnName { schema: None, table, name: name.clone() };
                        self.bind_column(&name, scope)
                    }
                    _ => Err(ErrorKind::unsupported("fields of rows").at(span)),
                };
            }
            ExprKind::Interval { value, unit } => {
                let value = self.bind(value, scope)?;
                (rules.interval)(value, unit.as_deref())
            }
        };
        bound.map_err(|kind| kind.at(expr.span))
    }

    #[inline(never)]
    fn bind_like(
        &mut self,
        like: LikeUse,
        [operand, pattern]: [&ast::Expr; 2],
        escape: Option<&ast::Expr>,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let rules = &self.rules.expr;
        let operand = self.bind(operand, scope)?;
        let pattern = self.bind(pattern, scope)?;
        let escape = match escape {
            Some(escape) => Some(self.bind(escape, scope)?),
            None => None,
        };
        let at = self.operator_span(operand.span, pattern.span);
        let condition = (rules.like)(like, operand, pattern, escape);
        condition.map(rules.truth).map_err(|kind| at_operator(kind, at))
    }

    #[inline(never)]
    /// What a text names that becomes a regclass or regnamespace must be there.
    fn check_named(&self, ty: &str, text: &str, span: Span) -> Result<()> {
        let folded = |name: &str| match name.trim().strip_prefix('"') {
            Some(rest) => rest.trim_end_matches('"').to_string(),
            None => name.trim().to_lowercase(),
        };
        if ty.eq_ignore_ascii_case("regnamespace") && !self.is_schema(&folded(text)) {
            return Err(ErrorKind::NoSuchDatabase { name: folded(text) }.at(span));
        }
        let number = text.starts_with(|c: char| c.is_ascii_digit());
        if !ty.eq_ignore_ascii_case("regclass") || number {
            return Ok(());
        }
        let parts = text.split_once('.').map(|(schema, name)| (folded(schema), folded(name)));
        let (schema, name) = parts.map_or((None, folded(text)), |(s, n)| (Some(s), n));
        let schema = schema.as_deref();
        let ident = |text: &str| ast::Ident { text: text.into(), quote: None, span };
        let named = ast::ObjectName { schema: schema.map(ident), name: ident(&name) };
        if self.object(schema, crate::catalog::Space::Relation, &name).is_some()
            || (self.rules.ddl.known_relation)(&named)
        {
            return Ok(());
        }
        let name = schema.map_or(name.clone(), |schema| [schema, ".", &name].concat());
        Err(ErrorKind::NoSuchTable { name }.at(span))
    }

    fn bind_cast(
        &mut self,
        operand: &ast::Expr,
        ty: &ast::TypeName,
        span: Span,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let rules = &self.rules.expr;
        if let ExprKind::Literal(ast::Literal::Text(text)) = &operand.kind
            && !rules.names_relation.is_empty()
        {
            self.check_named(&ty.name, text, operand.span)?;
            if ty.name.eq_ignore_ascii_case("regtype")
                && ty.dimensions == 0
                && !text.starts_with(|c: char| c.is_ascii_digit())
            {
                // The type of a value of that type.
                let sql = ["SELECT pg_typeof(NULL::", text, ")"].concat();
                let parsed = crate::syntax::parse_next(&sql, 0, self.rules.ddl.syntax);
                let statement = parsed.map(|p| p.statement).transpose();
                let at = |mut error: crate::error::Error| {
                    error.span = Some(operand.span);
                    error
                };
                if let Some(ast::StatementKind::Query(query)) =
                    statement.map_err(at)?.as_ref().map(|s| &s.kind)
                    && let Some(made) = super::insert::item(query, 0)
                {
                    return self.bind(made, &Scope::default()).map_err(at);
                }
            }
        }
        let literal = matches!(&operand.kind, ExprKind::Literal(Literal::Text(_) | Literal::Null));
        let written = operand.span;
        let operand = match &operand.kind {
            // An array without elements has the type that it is brought to.
            ExprKind::Array(items) if items.is_empty() => Bound {
                span: Some(operand.span),
                ..Bound::constant(Value::text("{}"), Type::Unknown)
            },
            _ => self.bind(operand, scope)?,
        };
        let opens = &*self.text_of(Span { end: span.start + 1, ..span }) == "(";
        let prefix = !opens && span.start < operand.span.map_or(0, |s| s.start);
        let sign = self.operator_span(operand.span, Some(ty.span)).filter(|_| !prefix);
        let cast = match self.user_type(ty) {
            Some(found) if found.has_conditions() => {
                if ty.dimensions > 0 {
                    return Err(
                        ErrorKind::unsupported("arrays of domains with conditions").at(span)
                    );
                }
                let bound = (rules.cast_type)(operand, self.type_of(ty)?)
                    .map_err(|kind| kind.at(sign.unwrap_or(span)))?;
                return self.bind_domain(bound, &found);
            }
            Some(_) => (rules.cast_type)(operand, self.type_of(ty)?),
            None => (rules.cast)(operand, ty),
        };
        // Of a constant with a type the place is the constant's.
        let start = match literal {
            true => written.start,
            false => span.start,
        };
        let cast = cast.map(|bound| Bound { span: Some(Span { start, ..span }), ..bound });
        let row = super::procedure::relation_of_type(ty);
        cast.map_err(|kind| match kind {
            ErrorKind::UnknownType { .. } if self.relation(&row).is_some() => {
                ErrorKind::unsupported("casts to types of rows").at(ty.span)
            }
            ErrorKind::UnknownType { .. } => kind.at(ty.span),
            kind => kind.at(sign.unwrap_or(span)),
        })
    }

    #[inline(never)]
    fn bind_collate(
        &mut self,
        operand: &ast::Expr,
        name: &ast::Ident,
        span: Span,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let mut bound = self.bind(operand, scope)?;
        let Some(collation) = (self.rules.ddl.collation)(&name.text) else {
            let sign = self.operator_span(bound.span, Some(name.span));
            let name = name.text.to_string();
            return Err(ErrorKind::NoSuchCollation { name }.at(sign.unwrap_or(span)));
        };
        if self.rules.expr.whole_rows && !super::table::is_collated(&bound.ty) {
            let sign = self.operator_span(Some(operand.span), Some(name.span));
            let words = (self.rules.ddl.type_words)(&bound.ty);
            return Err(Refusal::NotCollatable.of(&[&words]).at(sign.unwrap_or(span)));
        }
        bound.collation = Some(Collated { collation, explicit: true, passed_on: true });
        (bound.origin, bound.declared) = (None, Rc::from(""));
        Ok(bound)
    }

    #[inline(never)]
    fn bind_column(&mut self, name: &ast::ColumnName, scope: &Scope<'_>) -> Result<Bound> {
        let span = name.table.as_ref().map_or(name.name.span, |t| t.span.to(name.name.span));
        if let Some(found) = self.variable_first(name, scope) {
            return self.column(found, scope).map_err(|kind| kind.at(span));
        }
        match scope.look_up(name, self.rules).map_err(|kind| kind.at(span))? {
            Meaning::Column(found) => {
                self.note_column(name, found, scope);
                if name.table.is_none() && scope.levels_in(found.up) {
                    self.refuse_variable(&name.name)?;
                }
                self.column(found, scope).map_err(|kind| kind.at(span))
            }
            Meaning::Alias(expr) => self.bind_alias(expr, scope),
            Meaning::Nothing { .. }
                if self.rules.expr.whole_rows && scope.whole_row(name, self.rules).is_some() =>
            {
                let rowid = scope.rowid_of(name, self.rules);
                let rowid = rowid.map(|(up, index)| Expr::Column { up, index });
                // Of a query's rows beside others those that are all NULL are taken for ones that an
                // outer join makes.
                let joined = scope.items.len() > 1;
                let rowid = rowid.or(joined.then_some(Expr::Const(Value::Null)));
                let row = ast::Expr { kind: ExprKind::Column(name.clone()), span };
                let fields = self.bind_row_or_value(&row, scope)?;
                (self.rules.expr.composite)(rowid, fields).map_err(|kind| kind.at(span))
            }
            Meaning::Nothing { qualifier } => Err(match &name.table {
                Some(table) if !qualifier && self.state.unseen.as_deref() == Some(&*table.text) => {
                    ErrorKind::UnseenQualifier {
                        table: table.text.to_string(),
                        column: written(name),
                    }
                }
                Some(table)
                    if !qualifier
                        && self.rules.expr.names_suggested
                        && let Some(alias) = scope.alias_of(&table.text) =>
                {
                    let (table, alias) = (table.text.to_string(), alias.to_string());
                    ErrorKind::AliasedQualifier { table, alias }
                }
                Some(table) if !qualifier => ErrorKind::NoSuchQualifier {
                    table: table.text.to_string(),
                    column: written(name),
                },
                None if name.name.quote == Some('"') && !self.rules.expr.names_suggested => {
                    ErrorKind::NoSuchColumn {
                        name: (self.rules.expr.quoted_column)(&name.name.text),
                        table: None,
                    }
                }
                _ => self.no_such_column(name, scope),
            }
            .at(span)),
        }
    }

    /// Whether a relation of the catalogs has columns that are not here.
    pub(super) fn is_partial(&self, item: &super::scope::ScopeItem) -> bool {
        match &item.columns[..] {
            [first, .., last] if first.origin.is_none() => {
                (self.rules.expr.is_partial)(&first.name, &last.name)
            }
            _ => false,
        }
    }

    /// There is no such column; with those that are almost called so where the dialect tells.
    pub(super) fn no_such_column(&self, name: &ast::ColumnName, scope: &Scope<'_>) -> ErrorKind {
        let mut level = Some(scope);
        while let Some(scope) = level {
            let has = |item| (self.rules.expr.system_column)(item, &name.name.text);
            if scope.items.iter().any(has) {
                return ErrorKind::unsupported(["the system column ", &name.name.text].concat());
            }
            level = scope.outer;
        }
        let column = &name.name.text;
        if let (Some(table), Some(frame)) = (&name.table, &self.state.frame)
            && self.rules.expr.whole_rows
            && frame.items.iter().any(|item| {
                item.name == table.text && (item.unlisted || matches!(&*table.text, "old" | "new"))
            })
        {
            let (record, field) = (table.text.to_string(), column.to_string());
            return ErrorKind::NoSuchField { record, field };
        }
        let hides = |item: &super::scope::ScopeItem| {
            self.is_partial(item) && name.table.as_ref().is_none_or(|t| t.text == item.name)
        };
        if scope.items.iter().any(hides) {
            return ErrorKind::unsupported(["column ", &**column, " of a catalog"].concat());
        }
        let of = |item: &&super::scope::ScopeItem| {
            name.table.is_none() && item.columns.iter().any(|c| c.name == *column)
        };
        if self.rules.expr.names_suggested
            && let Some(item) = self.state.also.iter().find(of)
        {
            let (name, table) = (column.to_string(), item.name.to_string());
            return ErrorKind::UnseenColumn { name, table };
        }
        let similar = match self.rules.expr.names_suggested {
            true => scope.similar_columns(name, &self.state.also),
            false => Vec::new(),
        };
        match similar.is_empty() {
            true => ErrorKind::NoSuchColumn { name: written(name), table: None },
            false => ErrorKind::SimilarColumn { name: written(name), similar },
        }
    }

    /// The variable of a bare name, where variables hide columns ("Local Variable Scope and
    /// Resolution").
    fn variable_first(&self, name: &ast::ColumnName, scope: &Scope<'_>) -> Option<Found> {
        let frame =
            self.state.frame.as_ref().filter(|_| self.rules.procedure.variables_hide_columns)?;
        if name.table.is_some() {
            return None;
        }
        let is = |item: &super::scope::ScopeItem| {
            item.name.is_empty()
                && item.columns.iter().any(|c| c.name.eq_ignore_ascii_case(&name.name.text))
        };
        let item = frame.items.iter().position(is)?;
        let mut up = 0;
        while scope.levels_in(up) {
            up += 1;
        }
        let last: *const Scope<'_> = scope.level(up);
        std::ptr::eq(last.cast::<u8>(), Rc::as_ptr(frame).cast::<u8>()).then_some(Found {
            up,
            item,
            column: Some(0),
            own: false,
        })
    }

    /// A bare name that is a column's and a procedure's variable's as well (plpgsql-implementation,
    /// "Variable Substitution").
    pub(super) fn refuse_variable(&self, name: &ast::Ident) -> Result<()> {
        let Some(frame) = &self.state.frame else { return Ok(()) };
        let is = |item: &super::scope::ScopeItem| {
            item.name.is_empty() && item.columns.iter().any(|c| *c.name == *name.text)
        };
        match self.rules.procedure.names_clash && frame.items.iter().any(is) {
            true => Err(ErrorKind::AmbiguousVariable { name: name.text.to_string() }.at(name.span)),
            false => Ok(()),
        }
    }

    /// The column of a scope, as its groups have it when the query is grouped.
    pub(super) fn column(&self, found: Found, scope: &Scope<'_>) -> Bind<Bound> {
        let level = scope.level(found.up);
        let item = &level.items[found.item];
        let position = item.position(found.column);
        let place = |position: usize| -> Bind<Expr> {
            let index = match &level.grouping {
                Some(grouping) if !level.in_aggregate.get() => grouping.column(level, position)?,
                _ => position as u32,
            };
            Ok(Expr::Column { up: found.up, index })
        };
        if item.bare {
            return Ok(Bound::new(place(position)?, Type::Unknown));
        }
        if let (None, Some((function, ty))) = (found.column, self.rules.expr.row_place) {
            let expr = Expr::Call(function, Rc::from([place(position)?]));
            return Ok(Bound::new(expr, ty()));
        }
        let Some(column) = found.column else {
            let integer = Type::Affinity(crate::types::Affinity::Integer, None);
            // A result column that is the rowid has its column's name (expr.c, columnType).
            let origin = match item.rowid_column {
                Some(column) => item.columns[column].origin.clone(),
                None => Some((item.name.clone(), Rc::from("rowid"))),
            };
            let declared = Rc::from("INTEGER");
            let label = origin.as_ref().map(|(_, column)| column.clone());
            return Ok(Bound { origin, label, declared, ..Bound::new(place(position)?, integer) });
        };
        let definition = &item.columns[column];
        let mut expr = place(position)?;
        if !definition.also.is_empty() && !found.own {
            let mut all = vec![expr];
            for other in &definition.also {
                level.mark(*other);
                all.push(place(*other)?);
            }
            expr = Expr::Coalesce(all.into());
        }
        Ok(Bound {
            expr,
            ty: definition.ty.clone(),
            collation: Some(Collated {
                collation: definition.collation,
                explicit: false,
                passed_on: false,
            }),
            origin: definition.origin.clone(),
            label: Some(definition.name.clone()),
            declared: definition.declared.clone(),
            span: None,
        })
    }

    /// The expression behind an alias. One that refers to itself runs into the limit.
    fn bind_alias(&mut self, expr: &ast::Expr, scope: &Scope<'_>) -> Result<Bound> {
        self.state.depth += 1;
        if self.state.depth > self.settings.depth {
            return Err(ErrorKind::Limit { what: "depth" }.at(expr.span));
        }
        let bound = self.bind(expr, scope);
        self.state.depth -= 1;
        // The parser marks what COLLATE is part of, before anyone knows what a name means (parse.y).
        bound.map(|mut bound| {
            bound.collation = bound.collation.map(|c| Collated { passed_on: false, ..c });
            bound
        })
    }

    #[inline(never)]
    fn bind_unary(&mut self, op: UnaryOp, operand: &ast::Expr, scope: &Scope<'_>) -> Result<Bound> {
        if op == UnaryOp::Not {
            let condition = self.bind_condition_of(operand, scope, "NOT")?;
            return Ok((self.rules.expr.truth)(Expr::Not(Rc::new(condition))));
        }
        let mut inner = operand;
        while let ExprKind::Paren(expr) = &inner.kind {
            inner = expr;
        }
        if op == UnaryOp::Minus
            && let ExprKind::Literal(Literal::Number(text)) = &inner.kind
            && let Ok(n) = format!("-{text}").parse::<i64>()
        {
            let literal = Literal::Integer(n);
            return (self.rules.expr.literal)(&literal).map_err(|kind| kind.at(operand.span));
        }
        let bound = self.bind(operand, scope)?;
        // The sign is the word before.
        let named = self.rules.expr.whole_rows;
        let at = if named { self.sign_before(operand.span) } else { operand.span };
        (self.rules.expr.unary)(op, bound).map_err(|kind| kind.at(at))
    }

    /// The letter before some words.
    fn sign_before(&self, words: Span) -> Span {
        let text = self.text_of(Span { start: 0, end: words.start, ..words });
        let start = text.trim_end_matches(|c: char| c == '(' || c.is_whitespace()).len();
        Span { start: self.base + start.saturating_sub(1) as u32, ..words }
    }

    #[inline(never)]
    fn bind_logic(
        &mut self,
        op: BinaryOp,
        left: &ast::Expr,
        right: &ast::Expr,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let rules = &self.rules.expr;
        if let Some(compare) = comparison(op) {
            let condition = self.bind_comparison(compare, left, right, scope)?;
            return Ok((rules.truth)(condition));
        }
        match op {
            BinaryOp::And | BinaryOp::Or => {
                let mut all = Vec::new();
                self.bind_chain(op, left, scope, &mut all)?;
                self.bind_chain(op, right, scope, &mut all)?;
                let all = all.into();
                Ok((rules.truth)(match op {
                    BinaryOp::And => Expr::And(all),
                    _ => Expr::Or(all),
                }))
            }
            // The only one left: `bind` sees to the plain ones.
            _ => {
                let left = self.bind_condition_of(left, scope, "XOR")?;
                let right = self.bind_condition_of(right, scope, "XOR")?;
                Ok((rules.truth)(xor(left, right)))
            }
        }
    }

    /// The keyword right before something.
    fn word_before(&self, span: Span, word: &str) -> Span {
        let before = self.text_of(Span { start: self.base, end: span.start, ..span });
        match before.to_ascii_uppercase().rfind(word) {
            Some(at) => Span { start: self.base + at as u32, ..span },
            None => span,
        }
    }

    /// The words between two operands.
    pub(super) fn operator_span(&self, left: Option<Span>, right: Option<Span>) -> Option<Span> {
        let (left, right) = (left?, right?);
        let between = Span { start: left.end, end: right.start, ..left };
        let text = self.text_of(between);
        let skipped = text.find(|c: char| !c.is_whitespace() && c != ')')?;
        Some(Span { start: left.end + skipped as u32, ..between })
    }

    /// The operands of `a AND b AND c` in one list.
    fn bind_chain(
        &mut self,
        op: BinaryOp,
        expr: &ast::Expr,
        scope: &Scope<'_>,
        all: &mut Vec<Expr>,
    ) -> Result<()> {
        let mut rights = Vec::new();
        let mut first = expr;
        while let ExprKind::Binary(inner, left, right) = &first.kind
            && *inner == op
        {
            rights.push(right);
            first = left;
        }
        let word = if op == BinaryOp::And { "AND" } else { "OR" };
        all.push(self.bind_condition_of(first, scope, word)?);
        rights.iter().rev().try_for_each(|right| self.bind_chain(op, right, scope, all))
    }

    #[inline(never)]
    fn bind_case(
        &mut self,
        operand: Option<&ast::Expr>,
        branches: &[(ast::Expr, ast::Expr)],
        otherwise: Option<&ast::Expr>,
        scope: &Scope<'_>,
    ) -> Result<Bound> {
        let rules = &self.rules.expr;
        let operand = match operand {
            Some(operand) => Some(self.bind(operand, scope)?),
            None => None,
        };
        let held = operand.as_ref().map(|o| o.with(Expr::Held));
        let mut conditions = Vec::new();
        let mut results = Vec::new();
        for (when, then) in branches {
            conditions.push(match &held {
                Some(held) => {
                    let value = self.bind(when, scope)?;
                    let equal = super::node::CompareOp::Eq;
                    (rules.compare)(equal, held.clone(), value)
                        .map_err(|kind| kind.at(self.word_before(when.span, "WHEN")))?
                }
                None => self.bind_condition_of(when, scope, "CASE/WHEN")?,
            });
            results.push(self.bind(then, scope)?);
        }
        results.push(match otherwise {
            Some(otherwise) => self.bind(otherwise, scope)?,
            None => Bound::constant(Value::Null, Type::Unknown),
        });
        // ELSE is looked at first (parse_expr.c, transformCaseExpr).
        let turned = usize::from(rules.whole_rows);
        results.rotate_right(turned);
        let ty = (rules.common)(&mut results, "CASE").map_err(ErrorKind::nowhere)?;
        results.rotate_left(turned);
        let collation = passed_on(results.iter());
        let otherwise = Rc::new(results.pop().map_or(Expr::Const(Value::Null), |b| b.expr));
        let branches = conditions.into_iter().zip(results.into_iter().map(|b| b.expr)).collect();
        let case = Expr::Case { branches, otherwise };
        let expr = match operand {
            Some(operand) => Expr::Hold { value: Box::new(operand.expr), body: Box::new(case) },
            None => case,
        };
        Ok(Bound { collation, ..Bound::new(expr, ty) })
    }

    #[inline(never)]
    fn bind_raise(&mut self, raise: &ast::Raise, scope: &Scope<'_>) -> Result<Bound> {
        if self.state.frame.is_none() {
            return Err(ErrorKind::RaiseOutsideTrigger.nowhere());
        }
        use super::conflict::Scope as Undo;
        use crate::syntax::conflict::Resolution;
        if matches!(raise, ast::Raise::Error(Resolution::Abort, _)) {
            self.state.reach.abort.set(true);
        }
        let (scope, message) = match raise {
            ast::Raise::Ignore => (None, None),
            ast::Raise::Error(resolution, message) => {
                let undo = match resolution {
                    Resolution::Rollback => Undo::Transaction,
                    Resolution::Fail => Undo::Nothing,
                    Resolution::Abort | Resolution::Ignore | Resolution::Replace => Undo::Statement,
                };
                (Some(undo), Some(self.bind(message, scope)?.expr))
            }
        };
        let raise = super::node::Raise { scope, message };
        Ok(Bound::new(Expr::Raise(Rc::new(raise)), Type::Unknown))
    }

    /// The columns of `(query)` as values: it must have this many.
    #[inline(never)]
    pub(super) fn bind_scalar_query(
        &mut self,
        query: &ast::Query,
        width: usize,
        scope: &Scope<'_>,
    ) -> Result<Vec<Bound>> {
        // A second row is asked for only where it is an error.
        let rows = if self.rules.expr.one_row.is_some() { 2 } else { 1 };
        let (node, columns) = self.plan_subquery(query, scope, Some(rows))?;
        if columns.len() != width {
            let kind = ErrorKind::SubqueryColumns { found: columns.len(), expected: width };
            return Err(kind.at(query.span));
        }
        let (one_row, collates) = (self.rules.expr.one_row, self.rules.expr.queries_collate);
        let value = |(column, result): (usize, super::node::ResultColumn)| {
            let query = ScalarQuery { query: node.clone(), column, one_row };
            Bound {
                expr: Expr::Scalar(Rc::new(query)),
                collation: collates.then_some(Collated {
                    collation: result.collation,
                    explicit: false,
                    passed_on: false,
                }),
                ..Bound::new(Expr::Held, result.ty)
            }
        };
        Ok(columns.into_iter().enumerate().map(value).collect())
    }

    /// The columns of a query that gives a row: the right side of `(a, b) = (SELECT …)`.
    ///
    /// # Errors
    /// As planning a query; another number of columns.
    pub fn bind_row_query(
        &mut self,
        query: &ast::Query,
        width: usize,
        scope: &Scope<'_>,
    ) -> Result<Vec<Expr>> {
        let values = self.bind_scalar_query(query, width, scope)?;
        Ok(values.into_iter().map(|b| b.expr).collect())
    }
}

/// `condition IS [NOT] TRUE`, `FALSE` or `UNKNOWN`.
/// A query with too many columns is reported at its parentheses.
fn at_query(error: crate::error::Error, span: Span) -> crate::error::Error {
    match &*error.kind {
        ErrorKind::SubqueryColumns { found, expected } => {
            ErrorKind::SubqueryColumns { found: *found, expected: *expected }.at(span)
        }
        _ => error,
    }
}

fn is_truth(condition: Expr, value: Option<bool>, not: bool) -> Expr {
    use super::node::{Compare, CompareOp};
    let truth = Expr::Truth(Rc::new(condition));
    let Some(value) = value else { return Expr::IsNull { expr: Rc::new(truth), not } };
    Expr::Compare(Rc::new(Compare {
        op: if not { CompareOp::IsNot } else { CompareOp::Is },
        left: truth,
        right: Expr::Const(Value::Int(i64::from(value))),
        collation: &crate::collation::BINARY,
        adjust: None,
    }))
}

fn xor(left: Expr, right: Expr) -> Expr {
    use super::node::{Compare, CompareOp};
    Expr::Compare(Rc::new(Compare {
        op: CompareOp::Ne,
        left: Expr::Truth(Rc::new(left)),
        right: Expr::Truth(Rc::new(right)),
        collation: &crate::collation::BINARY,
        adjust: None,
    }))
}

/// An operator that is not there is reported at the operator, other errors where they happen.
pub(super) fn at_operator(kind: ErrorKind, span: Option<Span>) -> crate::error::Error {
    match kind {
        ErrorKind::NoSuchOperator { .. } => kind.placed(span).nowhere(),
        ErrorKind::Report(ref report) if report.has_position => kind.placed(span).nowhere(),
        kind => kind.nowhere(),
    }
}

/// The comparison that an operator is.
pub(super) fn comparison(op: BinaryOp) -> Option<super::node::CompareOp> {
    use super::node::CompareOp;
    Some(match op {
        BinaryOp::Eq => CompareOp::Eq,
        BinaryOp::Ne => CompareOp::Ne,
        BinaryOp::Lt => CompareOp::Lt,
        BinaryOp::Le => CompareOp::Le,
        BinaryOp::Gt => CompareOp::Gt,
        BinaryOp::Ge => CompareOp::Ge,
        _ => return None,
    })
}

/// Whether an operator only takes two values, neither comparing them nor joining conditions.
fn is_plain(op: BinaryOp) -> bool {
    comparison(op).is_none() && !matches!(op, BinaryOp::And | BinaryOp::Or | BinaryOp::Xor)
}

/// `operand IN (list)` without adjustments.
pub fn in_list(operand: Expr, list: Vec<Expr>, collation: &'static Collation, not: bool) -> Expr {
    Expr::InList(Rc::new(InList { expr: operand, list, collation, adjust: None, not }))
}
