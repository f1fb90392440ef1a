//! Queries: WITH, SELECT, VALUES, compounds. What stands in FROM is in `from.rs`, what follows the
//! selects in `query_tail.rs`.

use std::rc::Rc;

use super::ast::{
    CommonTable, CompoundOp, Distinct, Expr, ExprKind, FromItem, Query, Select, SelectItem,
    SetExpr, With,
};
use super::expr::{plain_query, select_star};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::{ErrorKind, Result};
use crate::span::Span;

impl Parser<'_> {
    /// Whether a query begins here, leaving parentheses aside.
    pub(super) fn at_query(&self) -> bool {
        match self.word() {
            K::SELECT | K::WITH => true,
            // VALUES may be a function (MySQL) or a column (PostgreSQL).
            K::VALUES => {
                self.is(Grammar::Sqlite)
                    || matches!(
                        (self.peek().kind, self.rules.grammar),
                        (Kind::LParen, Grammar::Postgresql) | (Kind::Word(K::ROW), Grammar::Mysql)
                    )
            }
            K::TABLE => !self.is(Grammar::Sqlite),
            _ => false,
        }
    }

    /// A query with everything around it.
    pub(super) fn query(&mut self) -> Result<Rc<Query>> {
        let start = self.token.start;
        let with = self.with()?;
        self.query_with(with, start)
    }

    /// A query after its WITH.
    pub(super) fn query_with(&mut self, with: Option<With>, start: u32) -> Result<Rc<Query>> {
        let outer = self.enter()?;
        let body = self.set_expr()?;
        let query = self.query_rest(with, body, start)?;
        self.leave(outer);
        Ok(query)
    }

    /// A query whose first SELECT is written as another word, to be taken.
    pub(super) fn query_from_select(&mut self, start: u32) -> Result<Rc<Query>> {
        let outer = self.enter()?;
        let first = SetExpr::Select(self.select()?);
        let body = self.compound_rest(first, false)?;
        let query = self.query_rest(None, body, start)?;
        self.leave(outer);
        Ok(query)
    }

    /// The rest of a query whose first part was read as a parenthesised expression.
    pub(super) fn query_after(&mut self, first: Rc<Query>, span: Span) -> Result<Rc<Query>> {
        let outer = self.enter()?;
        let left = SetExpr::Query(first);
        let body = self.compound_rest(left, false)?;
        let query = self.query_rest(None, body, span.start)?;
        self.leave(outer);
        Ok(query)
    }

    /// Whether a query in parentheses goes on behind them.
    pub(super) fn continues_query(&self) -> bool {
        let words =
            [K::UNION, K::INTERSECT, K::EXCEPT, K::ORDER, K::LIMIT, K::OFFSET, K::FETCH, K::FOR];
        !self.is(Grammar::Sqlite) && self.at_any(&words)
    }

    pub(super) fn with(&mut self) -> Result<Option<With>> {
        if !self.eat_word(K::WITH) {
            return Ok(None);
        }
        let recursive = self.eat_word(K::RECURSIVE);
        let tables = self.list(Parser::common_table)?;
        if self.at_any(&[K::SEARCH, K::CYCLE]) && self.is(Grammar::Postgresql) {
            return Err(self.unsupported(self.word().text()));
        }
        Ok(Some(With { recursive, tables }))
    }

    fn common_table(&mut self) -> Result<CommonTable> {
        let name = self.name()?;
        let columns = self.optional_name_list()?;
        self.expect_word(K::AS)?;
        if !self.is(Grammar::Mysql) {
            // Says how the rows are computed, not which.
            if self.eat_word(K::NOT) {
                self.expect_word(K::MATERIALIZED)?;
            } else {
                self.eat_word(K::MATERIALIZED);
            }
        }
        let body = self.parens(Parser::common_table_body)?;
        Ok(CommonTable { name, columns, body: Rc::from(body) })
    }

    /// ORDER BY, LIMIT and locking after the selects.
    fn query_rest(&mut self, with: Option<With>, body: SetExpr, start: u32) -> Result<Rc<Query>> {
        let mut query = Query { with, ..plain_query(body, Span::default()) };
        // VALUES alone takes neither in SQLite (parse.y, rule `values`).
        let last = match &query.body {
            SetExpr::Compound { right, .. } => right,
            body => body,
        };
        let bare = self.is(Grammar::Sqlite) && matches!(last, SetExpr::Values(_));
        if self.at_word(K::ORDER) && !bare {
            query.order_by = self.order_by()?;
        }
        if !bare {
            self.limits(&mut query)?;
        }
        self.check_order_before_compound(&query)?;
        query.locks = self.locking()?;
        if self.is(Grammar::Postgresql) && query.locks.is_some() && query.limit.is_none() {
            self.limits(&mut query)?;
        }
        query.span = self.since(start);
        Ok(Rc::new(query))
    }

    /// SQLite's words for `SELECT … ORDER BY … UNION …` (parse.y, parserDoubleLinkSelect): of several
    /// such parts the last is told of.
    fn check_order_before_compound(&mut self, query: &Query) -> Result<()> {
        let (Some(mut op), true) = (self.compound_words(), self.is(Grammar::Sqlite)) else {
            return Ok(());
        };
        let Some(mut clause) = last_clause(query) else { return Ok(()) };
        let span = self.token.span();
        // An error of syntax further on comes first.
        loop {
            self.compound_rest(SetExpr::Values(Vec::new()), false)?;
            let mut rest = plain_query(SetExpr::Values(Vec::new()), Span::default());
            if self.at_word(K::ORDER) {
                rest.order_by = self.order_by()?;
            }
            self.limits(&mut rest)?;
            let Some(next) = self.compound_words() else { break };
            if let Some(later) = last_clause(&rest) {
                (clause, op) = (later, next);
            }
        }
        let message = [clause, " clause should come after ", op, " not before"].concat();
        let error = self.sqlite_error(message, span);
        match self.token.kind {
            Kind::End | Kind::Semicolon | Kind::RParen => Err(error),
            _ => Err(self.unexpected()),
        }
    }

    /// The words that put another part to a query, where they come next.
    fn compound_words(&self) -> Option<&'static str> {
        Some(match self.word() {
            K::UNION if self.peek_word() == K::ALL => "UNION ALL",
            K::UNION => "UNION",
            K::INTERSECT => "INTERSECT",
            K::EXCEPT => "EXCEPT",
            _ => return None,
        })
    }

    fn set_expr(&mut self) -> Result<SetExpr> {
        let left = self.simple_query()?;
        self.compound_rest(left, false)
    }

    /// UNION and its like after a first query. INTERSECT binds tighter, except in SQLite.
    fn compound_rest(&mut self, mut left: SetExpr, only_intersect: bool) -> Result<SetExpr> {
        let mut terms = 1;
        while let Some(op) = self.compound_op() {
            if only_intersect && op != CompoundOp::Intersect {
                break;
            }
            let word = self.advance();
            let all = self.eat_word(K::ALL);
            if !all && !self.is(Grammar::Sqlite) {
                self.eat_word(K::DISTINCT);
            }
            let span = self.since(word.start);
            let mut right = self.simple_query()?;
            terms += 1;
            // SQLITE_MAX_COMPOUND_SELECT (limits.html).
            if terms > 500 && self.is(Grammar::Sqlite) {
                self.note(self.sqlite_error("too many terms in compound SELECT".into(), span));
            }
            if op != CompoundOp::Intersect && !self.is(Grammar::Sqlite) {
                right = self.compound_rest(right, true)?;
            }
            left =
                SetExpr::Compound { op, all, left: Box::new(left), right: Box::new(right), span };
            self.grow()?;
        }
        Ok(left)
    }

    fn compound_op(&self) -> Option<CompoundOp> {
        match self.word() {
            K::UNION => Some(CompoundOp::Union),
            K::INTERSECT => Some(CompoundOp::Intersect),
            K::EXCEPT => Some(CompoundOp::Except),
            _ => None,
        }
    }

    fn simple_query(&mut self) -> Result<SetExpr> {
        match self.word() {
            K::SELECT => self.select().map(SetExpr::Select),
            K::VALUES => self.values(),
            K::TABLE if !self.is(Grammar::Sqlite) => self.table_query(),
            K::NONE if self.at(Kind::LParen) && !self.is(Grammar::Sqlite) => {
                self.parens(Parser::query).map(SetExpr::Query)
            }
            _ => Err(self.unexpected()),
        }
    }

    /// `TABLE t` is `SELECT * FROM t`.
    fn table_query(&mut self) -> Result<SetExpr> {
        let start = self.advance().start;
        let name = self.object_name()?;
        let item = FromItem::Table { name, alias: None, columns: Vec::new(), indexed: None };
        Ok(select_star(item, self.since(start)).body)
    }

    /// `VALUES (…), (…)`; in MySQL each row is `ROW(…)`.
    fn values(&mut self) -> Result<SetExpr> {
        self.advance();
        let mysql = self.is(Grammar::Mysql);
        let mut before: Option<usize> = None;
        let rows = self.list(|parser| {
            if mysql {
                parser.expect_word(K::ROW)?;
            }
            let row = parser.paren_list(Parser::expr)?;
            // Rows of constants are counted as they are read (insert.c, sqlite3MultiValues).
            if parser.is(Grammar::Sqlite)
                && before.is_some_and(|width| width != row.len())
                && row.iter().all(is_constant)
            {
                parser.note(ErrorKind::ValuesColumns.at(row[0].span));
            }
            before = row.iter().all(has_no_affinity).then_some(row.len());
            Ok(row)
        })?;
        Ok(SetExpr::Values(rows))
    }

    fn select(&mut self) -> Result<Box<Select>> {
        let start = self.advance().start;
        // Filled in place: a Select on the stack would be paid for on every level of nesting.
        let mut select = Box::new(Select {
            distinct: self.distinct()?,
            items: Vec::new(),
            from: None,
            filter: None,
            group_by: Vec::new(),
            rollup: false,
            having: None,
            windows: Vec::new(),
            span: Span::default(),
        });
        if !self.is(Grammar::Postgresql) || !self.at_end_of_items() {
            // MySQL has `*` at the start only.
            let mut first = true;
            select.items = self.list(|parser| {
                if !first && parser.at(Kind::Star) && parser.is(Grammar::Mysql) {
                    return Err(parser.unexpected());
                }
                first = false;
                parser.select_item()
            })?;
        }
        if self.at_word(K::INTO) && !self.is(Grammar::Sqlite) {
            self.select_into()?;
        }
        if self.eat_word(K::FROM) {
            select.from = self.from()?;
        }
        select.filter = self.where_clause()?;
        if self.eat_word(K::GROUP) {
            self.expect_word(K::BY)?;
            select.group_by = self.group_by()?;
            if self.is(Grammar::Mysql) && self.at_words(&[K::WITH, K::ROLLUP]) {
                self.advance();
                self.advance();
                select.rollup = true;
            }
        }
        if self.eat_word(K::HAVING) {
            select.having = Some(self.expr()?);
        }
        if self.at_word(K::WINDOW) && !self.is(Grammar::Sqlite) || self.at_window_clause() {
            self.advance();
            select.windows = self.list(|parser| {
                let name = parser.name()?;
                parser.expect_word(K::AS)?;
                Ok((name, parser.parens(Parser::window)?))
            })?;
        }
        select.span = self.since(start);
        Ok(select)
    }

    fn at_end_of_items(&self) -> bool {
        matches!(self.token.kind, Kind::End | Kind::Semicolon | Kind::RParen)
            || self.at_any(&[K::FROM, K::WHERE, K::GROUP, K::HAVING, K::WINDOW, K::INTO])
            || self.continues_query()
    }

    fn distinct(&mut self) -> Result<Distinct> {
        if self.is(Grammar::Mysql) {
            return self.select_options();
        }
        if self.eat_word(K::ALL) || !self.eat_word(K::DISTINCT) {
            return Ok(Distinct::No);
        }
        if self.is(Grammar::Postgresql) && self.eat_word(K::ON) {
            return self.paren_list(Parser::expr).map(Distinct::On);
        }
        Ok(Distinct::Yes)
    }

    /// What may stand behind SELECT in MySQL, in any order.
    fn select_options(&mut self) -> Result<Distinct> {
        let (mut distinct, mut all) = (Distinct::No, false);
        let kept = [
            K::HIGH_PRIORITY,
            K::SQL_BIG_RESULT,
            K::SQL_BUFFER_RESULT,
            K::SQL_SMALL_RESULT,
            // Tables are joined in the order of FROM anyway.
            K::STRAIGHT_JOIN,
        ];
        loop {
            if self.at_any(&[K::SQL_CALC_FOUND_ROWS, K::SQL_NO_CACHE]) {
                return Err(self.unsupported(self.word().text()));
            }
            match self.eat_any(&[K::ALL, K::DISTINCT, K::DISTINCTROW]) {
                Some(K::ALL) => all = true,
                Some(_) => distinct = Distinct::Yes,
                None if self.eat_any(&kept).is_some() => {}
                None if all && distinct == Distinct::Yes => {
                    return Err(self.unsupported("ALL and DISTINCT"));
                }
                None => return Ok(distinct),
            }
        }
    }

    fn group_by(&mut self) -> Result<Vec<Expr>> {
        if self.is(Grammar::Postgresql) && self.at_any(&[K::ALL, K::DISTINCT]) {
            return Err(self.unsupported("GROUP BY ALL"));
        }
        self.list(Parser::group_term)
    }

    fn group_term(&mut self) -> Result<Expr> {
        if !self.is(Grammar::Sqlite) {
            let sets = self.at_any(&[K::ROLLUP, K::CUBE, K::GROUPING])
                && (self.peek().kind == Kind::LParen || self.peek_word() == K::SETS);
            let none = self.is(Grammar::Postgresql)
                && self.at(Kind::LParen)
                && self.peek().kind == Kind::RParen;
            if sets || none {
                return Err(self.unsupported("grouping sets"));
            }
        }
        self.expr()
    }

    /// A result column of SELECT or RETURNING.
    pub(super) fn select_item(&mut self) -> Result<SelectItem> {
        let start = self.token.start;
        if self.eat(Kind::Star) {
            return Ok(SelectItem::Star(self.since(start)));
        }
        if self.at_name() && self.peek().kind == Kind::Dot {
            let mark = self.mark();
            let name = self.name()?;
            self.advance();
            if self.eat(Kind::Star) {
                let name = super::ast::ObjectName { schema: None, name };
                return Ok(SelectItem::TableStar(name, self.since(start)));
            }
            // SQLite has no `s.t.*`; its error is at the star.
            let deeper = self.peek().kind == Kind::Dot && !self.is(Grammar::Sqlite);
            if deeper && let Ok(table) = self.any_name() {
                self.advance();
                if self.eat(Kind::Star) {
                    let name = super::ast::ObjectName { schema: Some(name), name: table };
                    return Ok(SelectItem::TableStar(name, self.since(start)));
                }
            }
            self.go_back(mark);
        }
        let expr = self.expr()?;
        let alias = self.label()?;
        Ok(SelectItem::Expr { expr, alias })
    }

    pub(super) fn where_clause(&mut self) -> Result<Option<Expr>> {
        if !self.eat_word(K::WHERE) {
            return Ok(None);
        }
        if self.at_words(&[K::CURRENT, K::OF]) && self.is(Grammar::Postgresql) {
            return Err(self.unsupported("WHERE CURRENT OF"));
        }
        self.expr().map(Some)
    }

    /// `RETURNING …`, where the dialect has it.
    pub(super) fn returning(&mut self) -> Result<Option<Vec<SelectItem>>> {
        if self.is(Grammar::Mysql) || !self.eat_word(K::RETURNING) {
            return Ok(None);
        }
        let mut names: Vec<(Rc<str>, Rc<str>)> = Vec::new();
        if self.is(Grammar::Postgresql) && self.eat_word(K::WITH) {
            names = self.paren_list(|parser| {
                let row = parser.name()?.text;
                parser.expect_word(K::AS)?;
                Ok((parser.name()?.text, row))
            })?;
        }
        let mut items = self.list(Parser::select_item)?;
        for item in &mut items {
            match item {
                SelectItem::Expr { expr, .. } => rename_rows(expr, &names),
                SelectItem::TableStar(name, ..) => rename_row(&mut name.name.text, &names),
                SelectItem::Star(_) => {}
            }
        }
        Ok(Some(items))
    }
}

/// `RETURNING WITH (OLD AS o)`: `o` is OLD, and OLD is nothing any more.
fn rename_row(name: &mut Rc<str>, names: &[(Rc<str>, Rc<str>)]) {
    if let Some((_, row)) = names.iter().find(|(given, _)| given == name) {
        *name = row.clone();
    } else if names.iter().any(|(_, row)| row == name) {
        *name = Rc::from(format!("{name}\0"));
    }
}

fn rename_rows(expr: &mut super::ast::Expr, names: &[(Rc<str>, Rc<str>)]) {
    if let super::ast::ExprKind::Column(name) = &mut expr.kind
        && let Some(table) = &mut name.table
    {
        rename_row(&mut table.text, names);
    }
    expr.children_mut().into_iter().for_each(|child| rename_rows(child, names));
}

/// What may only stand behind the last part of a query.
fn last_clause(query: &Query) -> Option<&'static str> {
    match (query.order_by.is_empty(), &query.limit) {
        (false, _) => Some("ORDER BY"),
        (true, Some(_)) => Some("LIMIT"),
        (true, None) => None,
    }
}

/// Whether the value of an expression, as it is read, is of no column.
fn has_no_affinity(expr: &Expr) -> bool {
    !expr.has(&|e| {
        let of_column = matches!(e.kind, ExprKind::Column(_) | ExprKind::Subquery(_));
        of_column || matches!(e.kind, ExprKind::Cast { .. })
    })
}

/// Whether SQLite knows that an expression is constant as soon as it is read.
fn is_constant(expr: &Expr) -> bool {
    !expr.has(&|e| {
        matches!(
            e.kind,
            ExprKind::Column(_)
                | ExprKind::Function(_)
                | ExprKind::Subquery(_)
                | ExprKind::Exists(_)
                | ExprKind::InQuery { .. }
        )
    })
}
