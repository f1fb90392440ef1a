//! Expressions by precedence climbing: what follows an operand. The operands are in `primary.rs`,
//! the levels in `operator.rs`. Chains such as `a AND b AND c` are built in a loop; the guard in
//! `parser.rs` bounds both chains and nesting.

use std::rc::Rc;

use super::ast::{
    BinaryOp, Expr, ExprKind, FromItem, FunctionCall, Ident, LikeOp, Literal, ObjectName, Query,
    Select, SelectItem, SetExpr, UnaryOp,
};
use super::operator::{Infix, compares, infix, levels};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::{Error, Result};
use crate::span::Span;

impl Parser<'_> {
    pub(super) fn expr(&mut self) -> Result<Expr> {
        self.expr_from(0)
    }

    pub(super) fn boxed_expr(&mut self) -> Result<Box<Expr>> {
        self.expr().map(Box::new)
    }

    /// An expression whose operators bind at least as tightly as `min`.
    pub(super) fn expr_from(&mut self, min: u8) -> Result<Expr> {
        // Most of a long list of VALUES is constants, which end where a comma stands.
        if self.is_lone_constant() {
            return self.constant_primary();
        }
        let outer = self.enter()?;
        let mut left = self.operand(min)?;
        // What binds tighter than the last operator belonged to its right side.
        let mut most = u8::MAX;
        while let Some((level, operator)) = infix(self.token.kind, self.rules) {
            if level < min || level > most || !self.infix_stands(operator, &left) {
                break;
            }
            left = self.infix_rest(Box::new(left), level, operator)?;
            most = match levels(self.rules.grammar).single.contains(&level) {
                _ if self.is_closed(&left) => u8::MAX,
                true => level - 1,
                false => level,
            };
            self.grow()?;
        }
        self.leave(outer);
        Ok(left)
    }

    fn is_lone_constant(&self) -> bool {
        matches!(self.token.kind, Kind::Integer | Kind::Text | Kind::Param)
            && matches!(self.text.as_bytes().get(self.token.end as usize), Some(b',' | b')'))
    }

    /// The value of `DEFAULT` in a column's definition, which must not take what follows it
    /// (`NOT NULL`, `COLLATE` …) for its own (gram.y of PostgreSQL, rule `b_expr`).
    pub(super) fn bare_expr(&mut self) -> Result<Expr> {
        let outer = self.enter()?;
        let min = levels(self.rules.grammar).default;
        let mut left = self.operand(min)?;
        while let Some((level, operator)) = infix(self.token.kind, self.rules) {
            if level < min || matches!(operator, Infix::Collate | Infix::AtTimeZone) {
                break;
            }
            left = self.infix_rest(Box::new(left), level, operator)?;
            self.grow()?;
        }
        self.leave(outer);
        Ok(left)
    }

    /// Whether an expression ends by itself, as `a IS NULL` does, so that any operator may follow.
    /// MySQL's grammar keeps comparisons and the like out of arithmetic without parentheses.
    fn is_closed(&self, expr: &Expr) -> bool {
        use ExprKind::{Cast, Collate, InList, InQuery, Index, IsNull, IsTruth, Quantified};
        !self.is(Grammar::Mysql)
            && matches!(
                expr.kind,
                IsNull { .. }
                    | IsTruth { .. }
                    | InList { .. }
                    | InQuery { .. }
                    | Cast { .. }
                    | Collate(..)
                    | Index { .. }
                    | Quantified { .. }
            )
    }

    /// Whether the operator can follow here: NOT only before its partner, since elsewhere it
    /// begins `NOT NULL`.
    fn infix_stands(&self, operator: Infix, left: &Expr) -> bool {
        match operator {
            Infix::Not if self.is(Grammar::Postgresql) => {
                matches!(self.peek_word(), K::BETWEEN | K::IN | K::LIKE | K::ILIKE | K::SIMILAR)
            }
            Infix::AtTimeZone => matches!(self.peek_word(), K::TIME | K::LOCAL),
            // gram.y, rule `c_expr`: only these may be indexed without parentheses.
            Infix::Subscript => {
                use ExprKind::{Column, Field, Index, Param, Paren, Subquery};
                matches!(
                    left.kind,
                    Column(_) | Field(..) | Index { .. } | Param(_) | Paren(_) | Subquery(_)
                )
            }
            _ => true,
        }
    }

    /// Prefix operators, or a primary.
    fn operand(&mut self, min: u8) -> Result<Expr> {
        let levels = levels(self.rules.grammar);
        let (op, level) = match self.token.kind {
            Kind::Minus => (UnaryOp::Minus, levels.sign),
            Kind::Plus => (UnaryOp::Plus, levels.sign),
            Kind::Tilde => (UnaryOp::BitNot, levels.tilde),
            Kind::Bang => (UnaryOp::Not, levels.sign),
            Kind::Word(K::NOT) if levels.not_anywhere || min <= levels.not => {
                (UnaryOp::Not, levels.not)
            }
            kind if self.is_odd_prefix(kind) => {
                let unsupported = self.unsupported_operator();
                self.advance();
                // A forgotten placeholder, `?`, is told of by what follows it.
                self.operand(levels.sign)?;
                return Err(unsupported);
            }
            _ => return self.primary(),
        };
        let start = self.advance().start;
        let operand = self.expr_from(level)?;
        Ok(Expr { kind: ExprKind::Unary(op, Box::new(operand)), span: self.since(start) })
    }

    /// Any operator of PostgreSQL may be a prefix by its grammar.
    fn is_odd_prefix(&self, kind: Kind) -> bool {
        self.is(Grammar::Postgresql)
            && !matches!(kind, Kind::Word(_))
            && matches!(infix(kind, self.rules), Some((7, _)))
    }

    fn unsupported_operator(&self) -> Error {
        self.unsupported(&format!("operator {}", self.text_of(self.token)))
    }

    /// The rest of an expression after its left side, from the operator on.
    fn infix_rest(&mut self, left: Box<Expr>, level: u8, operator: Infix) -> Result<Expr> {
        let start = left.span.start;
        let kind = match operator {
            Infix::Binary(op) => self.binary(left, op, level),
            Infix::Like(op) => self.like(left, op, false),
            Infix::NotLike(op) => self.like(left, op, true),
            Infix::SafeEq => self.safe_eq(left, level),
            Infix::Is => self.is_rest(left),
            Infix::IsNull | Infix::NotNull => {
                self.advance();
                Ok(ExprKind::IsNull { expr: left, not: operator == Infix::NotNull })
            }
            Infix::Between => self.between(left, false),
            Infix::In => self.is_in(left, false),
            Infix::Not => self.not_rest(left),
            Infix::Collate => self.collate(left),
            Infix::AtTimeZone => self.at_time_zone(*left, level),
            Infix::Cast => self.double_colon(left),
            Infix::Subscript => self.subscript(left),
            Infix::Unsupported => Err(self.unsupported_operator()),
        };
        Ok(Expr { kind: kind?, span: self.since(start) })
    }

    fn binary(&mut self, left: Box<Expr>, op: BinaryOp, level: u8) -> Result<ExprKind> {
        self.advance();
        if compares(op) && self.at_quantifier() {
            return self.quantified(left, op);
        }
        let right = Box::new(self.expr_from(level + 1)?);
        if op == BinaryOp::And && self.is(Grammar::Sqlite) && is_false(&left, &right) {
            return Ok(ExprKind::Literal(Literal::Integer(0)));
        }
        Ok(ExprKind::Binary(op, left, right))
    }

    fn safe_eq(&mut self, left: Box<Expr>, level: u8) -> Result<ExprKind> {
        self.advance();
        let right = Box::new(self.expr_from(level + 1)?);
        Ok(ExprKind::Is { left, right, not: false })
    }

    fn collate(&mut self, left: Box<Expr>) -> Result<ExprKind> {
        self.advance();
        Ok(ExprKind::Collate(left, self.collation_name()?))
    }

    fn double_colon(&mut self, left: Box<Expr>) -> Result<ExprKind> {
        self.advance();
        Ok(ExprKind::Cast { expr: left, ty: self.type_name()? })
    }

    /// The name after COLLATE.
    pub(super) fn collation_name(&mut self) -> Result<Ident> {
        let word = matches!(self.token.kind, Kind::Word(K::BINARY));
        if word || self.at(Kind::Text) && !self.is(Grammar::Postgresql) {
            let token = self.advance();
            return Ok(self.ident(token));
        }
        let name = self.name()?;
        if self.at(Kind::Dot) && self.is(Grammar::Postgresql) {
            self.advance();
            return self.any_name();
        }
        Ok(name)
    }

    fn at_quantifier(&self) -> bool {
        self.at_any(&[K::ANY, K::SOME, K::ALL])
            && match self.rules.grammar {
                Grammar::Sqlite => false,
                Grammar::Postgresql => true,
                Grammar::Mysql => self.peek().kind == Kind::LParen,
            }
    }

    fn quantified(&mut self, left: Box<Expr>, op: BinaryOp) -> Result<ExprKind> {
        let all = self.advance().kind == Kind::Word(K::ALL);
        let start = self.expect(Kind::LParen)?.start;
        let right = if self.at_query() {
            let query = self.query()?;
            self.expect(Kind::RParen)?;
            Expr { kind: ExprKind::Subquery(query), span: self.since(start) }
        } else {
            let array = self.expr()?;
            self.expect(Kind::RParen)?;
            array
        };
        Ok(ExprKind::Quantified { left, op, all, right: Box::new(right) })
    }

    fn like(&mut self, left: Box<Expr>, op: LikeOp, not: bool) -> Result<ExprKind> {
        let levels = levels(self.rules.grammar);
        let by_sign = !matches!(self.advance().kind, Kind::Word(_));
        if op == LikeOp::Similar {
            self.expect_word(K::TO)?;
        }
        if self.at_quantifier() {
            return Err(self.unsupported("LIKE ANY"));
        }
        // A sign binds as other operators do.
        let after = match op {
            LikeOp::Regexp if self.is(Grammar::Mysql) => levels.between_low,
            _ if by_sign => levels.after_like + 1,
            _ => levels.after_like,
        };
        let pattern = Box::new(self.expr_from(after)?);
        let escape = if !by_sign && self.eat_word(K::ESCAPE) {
            Some(Box::new(self.expr_from(levels.after_escape)?))
        } else {
            None
        };
        Ok(ExprKind::Like { op, expr: left, pattern, escape, not })
    }

    fn is_rest(&mut self, expr: Box<Expr>) -> Result<ExprKind> {
        self.advance();
        let not = self.eat_word(K::NOT);
        if !self.is(Grammar::Mysql) && self.eat_word(K::DISTINCT) {
            self.expect_word(K::FROM)?;
            let right = self.expr_from(levels(self.rules.grammar).after_is)?;
            return Ok(match self.is(Grammar::Sqlite) {
                true => is(expr, right, !not),
                false => ExprKind::Is { left: expr, right: Box::new(right), not: !not },
            });
        }
        if self.is(Grammar::Sqlite) {
            let right = self.expr_from(levels(self.rules.grammar).after_is)?;
            return Ok(is(expr, right, not));
        }
        let value = match self.word() {
            K::NULL => {
                self.advance();
                return Ok(ExprKind::IsNull { expr, not });
            }
            K::TRUE => Some(true),
            K::FALSE => Some(false),
            K::UNKNOWN => None,
            K::JSON | K::DOCUMENT | K::NORMALIZED | K::NFC | K::NFD | K::NFKC | K::NFKD
                if self.is(Grammar::Postgresql) =>
            {
                return Err(self.unsupported(&format!("IS {}", self.text_of(self.token))));
            }
            _ => return Err(self.unexpected()),
        };
        self.advance();
        Ok(ExprKind::IsTruth { expr, value, not })
    }

    fn between(&mut self, left: Box<Expr>, not: bool) -> Result<ExprKind> {
        let levels = levels(self.rules.grammar);
        self.advance();
        if self.is(Grammar::Postgresql) && self.at_word(K::SYMMETRIC) {
            return Err(self.unsupported("BETWEEN SYMMETRIC"));
        }
        if self.is(Grammar::Postgresql) {
            self.eat_word(K::ASYMMETRIC);
        }
        let low = Box::new(self.expr_from(levels.between_low)?);
        self.expect_word(K::AND)?;
        let high = Box::new(self.expr_from(levels.between_high)?);
        Ok(ExprKind::Between { expr: left, low, high, not })
    }

    fn is_in(&mut self, expr: Box<Expr>, not: bool) -> Result<ExprKind> {
        self.advance();
        if !self.at(Kind::LParen) && self.is(Grammar::Sqlite) {
            let query = Rc::new(self.table_as_query()?);
            return Ok(ExprKind::InQuery { expr, query, not });
        }
        self.expect(Kind::LParen)?;
        if self.at_query() {
            let query = self.query()?;
            self.expect(Kind::RParen)?;
            return Ok(ExprKind::InQuery { expr, query, not });
        }
        let empty = self.at(Kind::RParen) && self.is(Grammar::Sqlite);
        let list = if empty { Vec::new() } else { self.list(Parser::expr)? };
        self.expect(Kind::RParen)?;
        Ok(ExprKind::InList { expr, list, not })
    }

    /// SQLite's `IN table`: the query `SELECT * FROM table`.
    fn table_as_query(&mut self) -> Result<Query> {
        let start = self.token.start;
        let name = self.object_name()?;
        let from = if self.at(Kind::LParen) {
            let args = self.call_arguments()?;
            let (alias, columns, span) = (None, Vec::new(), self.since(start));
            FromItem::Function { name, args, alias, columns, numbered: false, span }
        } else {
            FromItem::Table { name, alias: None, columns: Vec::new(), indexed: None }
        };
        Ok(select_star(from, self.since(start)))
    }

    /// After an operand: `NOT LIKE`, `NOT IN`, `NOT BETWEEN` and SQLite's `NOT NULL`.
    fn not_rest(&mut self, left: Box<Expr>) -> Result<ExprKind> {
        self.advance();
        match infix(self.token.kind, self.rules) {
            Some((_, Infix::Like(op))) if self.word() != K::NONE => self.like(left, op, true),
            Some((_, Infix::In)) => self.is_in(left, true),
            Some((_, Infix::Between)) => self.between(left, true),
            _ if self.is(Grammar::Sqlite) && self.eat_word(K::NULL) => {
                Ok(ExprKind::IsNull { expr: left, not: true })
            }
            _ => Err(self.unexpected()),
        }
    }

    /// `a AT TIME ZONE b` is the function `timezone(b, a)`, as in PostgreSQL itself.
    fn at_time_zone(&mut self, left: Expr, level: u8) -> Result<ExprKind> {
        let start = self.advance().start;
        if self.at_word(K::LOCAL) {
            return Err(self.unsupported("AT LOCAL"));
        }
        self.expect_words(&[K::TIME, K::ZONE])?;
        let name = made_name("timezone", self.since(start));
        let zone = self.expr_from(level + 1)?;
        Ok(ExprKind::Function(Box::new(plain_call(name, vec![zone, left]))))
    }

    fn subscript(&mut self, left: Box<Expr>) -> Result<ExprKind> {
        self.advance();
        if self.at(Kind::Colon) {
            return Err(self.unsupported("array slices"));
        }
        let index = self.boxed_expr()?;
        // `[1:n]` reads as a parameter named n.
        let slice = matches!(self.token.kind, Kind::Colon | Kind::Param);
        if slice && self.text_of(self.token).starts_with(':') {
            return Err(self.unsupported("array slices"));
        }
        self.expect(Kind::RBracket)?;
        Ok(ExprKind::Index { expr: left, index })
    }
}

/// `SELECT * FROM item`.
pub(super) fn select_star(from: FromItem, span: Span) -> Query {
    select_from(vec![SelectItem::Star(span)], from, span)
}

/// `SELECT items FROM item`.
pub(super) fn select_from(items: Vec<SelectItem>, from: FromItem, span: Span) -> Query {
    plain_select(items, Some(from), span)
}

/// `SELECT items [FROM item]`.
pub(super) fn plain_select(items: Vec<SelectItem>, from: Option<FromItem>, span: Span) -> Query {
    let select = Select {
        distinct: super::ast::Distinct::No,
        items,
        from,
        filter: None,
        group_by: Vec::new(),
        rollup: false,
        having: None,
        windows: Vec::new(),
        span,
    };
    plain_query(SetExpr::Select(Box::new(select)), span)
}

/// A query with nothing around its body.
pub(super) fn plain_query(body: SetExpr, span: Span) -> Query {
    let (order_by, limit, offset, ties) = (Vec::new(), None, None, false);
    Query { with: None, body, order_by, limit, offset, ties, locks: None, span }
}

/// A name that the parser gives to a form without one.
pub(super) fn made_name(text: &str, span: Span) -> ObjectName {
    ObjectName { schema: None, name: Ident { text: text.into(), quote: None, span } }
}

/// A call with nothing but arguments.
pub(super) fn plain_call(name: ObjectName, args: Vec<Expr>) -> FunctionCall {
    FunctionCall {
        name,
        args,
        star: false,
        distinct: false,
        order_by: Vec::new(),
        separator: None,
        filter: None,
        over: None,
    }
}

/// SQLite's IS, for which IS NOT DISTINCT FROM is another spelling.
fn is(expr: Box<Expr>, right: Expr, not: bool) -> ExprKind {
    let mut plain = &right;
    while let ExprKind::Paren(inner) | ExprKind::Collate(inner, _) = &plain.kind {
        plain = inner;
    }
    match plain.kind {
        ExprKind::Literal(Literal::Null) => ExprKind::IsNull { expr, not },
        ExprKind::Literal(Literal::Bool(value)) => {
            ExprKind::IsTruth { expr, value: Some(value), not }
        }
        _ => ExprKind::Is { left: expr, right: Box::new(right), not },
    }
}

/// Whether AND of two operands is 0 for SQLite's parser, which then forgets them (expr.c, sqlite3ExprAnd).
fn is_false(left: &Expr, right: &Expr) -> bool {
    fn zero(expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Paren(inner) => zero(inner),
            kind => matches!(kind, ExprKind::Literal(Literal::Integer(0))),
        }
    }
    let calls = |e: &Expr| matches!(e.kind, ExprKind::Function(_));
    (zero(left) || zero(right)) && !left.has(&calls) && !right.has(&calls)
}
