//! Columns and calls, which begin alike, and the calls with a grammar of their own (EXTRACT,
//! TRIM, SUBSTRING …), brought into the plain form that [`FunctionCall`] describes.

use std::rc::Rc;

use super::ast::{
    Exclude, Expr, ExprKind, Frame, FrameBound, FrameUnit, FunctionCall, Ident, Literal,
    ObjectName, OrderTerm, Window,
};
use super::expr::plain_call;
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::{ErrorKind, Result};

/// The function that an argument `name => value` is read as a call of: no one can write its name.
pub(crate) const NAMED: &str = "\u{1}=>";

impl Parser<'_> {
    /// `c`, `t.c`, `s.t.c`, `f(…)`, `s.f(…)`.
    pub(super) fn column_or_call(&mut self) -> Result<Expr> {
        let (start, first) = (self.token.start, self.mark());
        let word = self.word();
        let called = word != K::NONE && self.peek().kind == Kind::LParen;
        let function_only = self.rules.functions.contains(word);
        if called && (function_only || !self.rules.reserved.contains(word)) {
            let special = self.special_call(word)?;
            if let Some(kind) = special {
                return Ok(Expr { kind, span: self.since(start) });
            }
        }
        let name = if function_only {
            let token = self.advance();
            if !called {
                return Err(self.unexpected());
            }
            self.ident(token)
        } else {
            self.name()?
        };
        if self.at(Kind::LParen) && !self.rules.not_functions.contains(word) {
            return self.call(ObjectName { schema: None, name });
        }
        let mut column = self.column_name_rest(name)?;
        if self.at(Kind::Text) && column.table.is_some() && self.is(Grammar::Postgresql) {
            self.go_back(first);
            return self.typed_text();
        }
        let qualified = column.table.is_some() && column.schema.is_none();
        if self.at(Kind::LParen) && qualified && !self.is(Grammar::Sqlite) {
            let schema = column.table.take();
            return self.call(ObjectName { schema, name: column.name });
        }
        Ok(Expr { kind: ExprKind::Column(column), span: self.since(start) })
    }

    /// A call from its opening parenthesis on.
    fn call(&mut self, name: ObjectName) -> Result<Expr> {
        let start = name.schema.as_ref().map_or(name.name.span.start, |schema| schema.span.start);
        // A level of its own: a call takes much of the stack.
        let outer = self.enter()?;
        let mut call = Box::new(plain_call(name, Vec::new()));
        let apart = self.apart(&call.name);
        self.expect(Kind::LParen)?;
        if apart && self.at(Kind::Star) {
            return Err(self.unexpected());
        }
        if self.eat(Kind::Star) {
            call.star = true;
        } else if !self.at(Kind::RParen) {
            self.arguments(&mut call)?;
        }
        self.expect(Kind::RParen)?;
        self.after_call(&mut call)?;
        self.leave(outer);
        if apart {
            let name = call.name.name.text.to_string();
            return Err(ErrorKind::Apart { name }.at(call.name.name.span));
        }
        let kind = ExprKind::Function(call);
        Ok(Expr { kind, span: self.since(start) })
    }

    /// Whether something stands between the name of a function, which is here none of its own then, and
    /// its parenthesis ("Function Name Parsing and Resolution").
    fn apart(&self, name: &ObjectName) -> bool {
        let is = |known: &&&str| known.eq_ignore_ascii_case(&name.name.text);
        name.schema.is_none()
            && name.name.span.end < self.token.start
            && self.rules.adjacent.iter().find(is).is_some()
    }

    /// `(a, b)` of a call that takes nothing but arguments.
    pub(super) fn call_arguments(&mut self) -> Result<Vec<Expr>> {
        self.expect(Kind::LParen)?;
        let args = if self.at(Kind::RParen) { Vec::new() } else { self.list(Parser::argument)? };
        self.expect(Kind::RParen)?;
        Ok(args)
    }

    fn arguments(&mut self, call: &mut FunctionCall) -> Result<()> {
        call.distinct = self.eat_word(K::DISTINCT);
        if !call.distinct && self.at_word(K::ALL) {
            self.advance();
        }
        if self.at_word(K::VARIADIC) && self.is(Grammar::Postgresql) {
            return Err(self.unsupported("VARIADIC"));
        }
        if !self.is(Grammar::Sqlite) || !self.at_word(K::ORDER) {
            call.args = self.list(Parser::argument)?;
        }
        if self.at_word(K::USING) && self.is(Grammar::Mysql) {
            return Err(self.unsupported("USING in a call"));
        }
        if self.at_word(K::ORDER) {
            call.order_by = self.order_by()?;
        }
        if self.is(Grammar::Mysql) && self.eat_word(K::SEPARATOR) {
            if self.token.kind != Kind::Text {
                return Err(self.unexpected());
            }
            call.separator = Some(self.text()?);
        }
        Ok(())
    }

    fn argument(&mut self) -> Result<Expr> {
        let argument = self.expr()?;
        let named = self.at(Kind::FatArrow) || self.at(Kind::ColonEq);
        if !named || !self.is(Grammar::Postgresql) {
            return Ok(argument);
        }
        if !matches!(&argument.kind, ExprKind::Column(name) if name.table.is_none()) {
            return Err(self.unexpected());
        }
        let sign = self.advance().span();
        let span = argument.span;
        let ident = Ident { text: Rc::from(NAMED), quote: None, span: sign };
        let name = ObjectName { schema: None, name: ident };
        let call = plain_call(name, vec![argument, self.expr()?]);
        Ok(Expr { kind: ExprKind::Function(Box::new(call)), span: self.since(span.start) })
    }

    /// What may follow a call: FILTER and OVER. All these words may be names elsewhere.
    fn after_call(&mut self, call: &mut FunctionCall) -> Result<()> {
        if self.at_words(&[K::WITHIN, K::GROUP]) && !self.is(Grammar::Mysql) {
            return Err(self.unsupported("WITHIN GROUP"));
        }
        if self.at_any(&[K::IGNORE, K::RESPECT]) && self.peek_word() == K::NULLS {
            return Err(self.unsupported("IGNORE NULLS"));
        }
        // Reserved enough in PostgreSQL to be nothing else here.
        let followed =
            |parser: &Self| parser.is(Grammar::Postgresql) || parser.peek().kind == Kind::LParen;
        if self.at_word(K::FILTER) && followed(self) && !self.is(Grammar::Mysql) {
            self.advance();
            call.filter = Some(self.parens(|parser| {
                parser.expect_word(K::WHERE)?;
                parser.expr()
            })?);
        }
        if !self.at_word(K::OVER) {
            return Ok(());
        }
        self.window_of(call, followed(self))?;
        if call.distinct && call.over.is_some() && self.is(Grammar::Sqlite) {
            let message = "DISTINCT is not supported for window functions".to_owned();
            self.note(self.sqlite_error(message, self.token.span()));
        }
        Ok(())
    }

    /// OVER and its window; `followed` by parentheses, or else it is a name.
    fn window_of(&mut self, call: &mut FunctionCall, followed: bool) -> Result<()> {
        if self.is_name(self.peek()) {
            self.advance();
            let base = Some(self.name()?);
            let (partition_by, order_by) = (Vec::new(), Vec::<OrderTerm>::new());
            call.over = Some(Window { base, whole: true, partition_by, order_by, frame: None });
            return Ok(());
        }
        if !followed {
            return Ok(());
        }
        self.advance();
        call.over = Some(self.parens(Parser::window)?);
        Ok(())
    }

    /// What stands in the parentheses of a window.
    pub(super) fn window(&mut self) -> Result<Window> {
        let begins = [K::PARTITION, K::ORDER, K::ROWS, K::RANGE, K::GROUPS];
        let base = if self.at_name() && !self.at_any(&begins) { Some(self.name()?) } else { None };
        let mut partition_by = Vec::new();
        if self.eat_word(K::PARTITION) {
            self.expect_word(K::BY)?;
            partition_by = self.list(Parser::expr)?;
        }
        let order_by = if self.at_word(K::ORDER) { self.order_by()? } else { Vec::new() };
        let unit = match self.eat_any(&begins[2..]) {
            None => {
                return Ok(Window { base, whole: false, partition_by, order_by, frame: None });
            }
            Some(K::ROWS) => FrameUnit::Rows,
            Some(K::RANGE) => FrameUnit::Range,
            Some(_) => FrameUnit::Groups,
        };
        let start = self.token.span();
        let frame = Some(Box::new(self.frame(unit)?));
        if let Some(Frame { unit, exclude, .. }) = frame.as_deref()
            && self.is(Grammar::Mysql)
            && (*unit == FrameUnit::Groups || *exclude != Exclude::Nothing)
        {
            return Err(self.unsupported("GROUPS and EXCLUDE in window frames"));
        }
        if let Some(Frame { start: (from, _), end: (to, _), .. }) = frame.as_deref()
            && (*from == FrameBound::Last || *to == FrameBound::First || from > to)
        {
            match self.is(Grammar::Sqlite) {
                true => {
                    self.note(self.sqlite_error("unsupported frame specification".into(), start))
                }
                false => return Err(self.unsupported("frames that cannot be")),
            }
        }
        Ok(Window { base, whole: false, partition_by, order_by, frame })
    }

    fn frame(&mut self, unit: FrameUnit) -> Result<Frame> {
        let between = self.eat_word(K::BETWEEN);
        let start = self.frame_bound(true)?;
        let end = match between {
            true => {
                self.expect_word(K::AND)?;
                self.frame_bound(false)?
            }
            false => (FrameBound::Current, None),
        };
        let mut exclude = Exclude::Nothing;
        if self.eat_word(K::EXCLUDE) {
            exclude = match self.eat_any(&[K::NO, K::CURRENT, K::GROUP, K::TIES]) {
                Some(K::NO) => {
                    self.expect_word(K::OTHERS)?;
                    Exclude::Nothing
                }
                Some(K::CURRENT) => {
                    self.expect_word(K::ROW)?;
                    Exclude::Row
                }
                Some(K::GROUP) => Exclude::Group,
                Some(_) => Exclude::Ties,
                None => return Err(self.unexpected()),
            };
        }
        Ok(Frame { unit, start, end, exclude })
    }

    fn frame_bound(&mut self, start: bool) -> Result<(FrameBound, Option<Expr>)> {
        if self.at_word(K::CURRENT) && self.peek_word() == K::ROW {
            self.advance();
            self.advance();
            return Ok((FrameBound::Current, None));
        }
        let unbounded =
            self.at_word(K::UNBOUNDED) && matches!(self.peek_word(), K::PRECEDING | K::FOLLOWING);
        let offset = match unbounded {
            true => {
                self.advance();
                None
            }
            false => Some(self.expr()?),
        };
        let bound = match (self.word(), offset.is_none()) {
            (K::PRECEDING, true) if start => FrameBound::First,
            (K::FOLLOWING, true) if !start => FrameBound::Last,
            (K::PRECEDING, false) => FrameBound::Preceding,
            (K::FOLLOWING, false) => FrameBound::Following,
            _ => return Err(self.unexpected()),
        };
        self.advance();
        Ok((bound, offset))
    }

    /// Calls whose arguments are not a plain list. None leaves everything as it is.
    fn special_call(&mut self, word: K) -> Result<Option<ExprKind>> {
        if self.is(Grammar::Sqlite) {
            return Ok(None);
        }
        let mysql = self.is(Grammar::Mysql);
        let token = self.token;
        let mut name = self.ident(token);
        let parse = match word {
            K::EXTRACT => Parser::extract,
            K::TRIM if mysql => Parser::mysql_trim,
            K::SUBSTRING | K::SUBSTR | K::MID => Parser::substring,
            K::POSITION => Parser::position,
            K::OVERLAY if !mysql => Parser::overlay,
            K::TIMESTAMPDIFF | K::TIMESTAMPADD if mysql => Parser::timestamp_unit_call,
            K::TRIM => {
                let (function, args) = self.postgresql_trim()?;
                name.text = function.into();
                let name = ObjectName { schema: None, name };
                return Ok(Some(ExprKind::Function(Box::new(plain_call(name, args)))));
            }
            K::CONVERT if mysql => return self.convert().map(Some),
            K::MATCH if mysql => return Err(self.unsupported("full-text search")),
            K::JSON_TABLE | K::XMLTABLE | K::GROUPING => return Err(self.unsupported(word.text())),
            _ => return Ok(None),
        };
        self.advance();
        let args = self.parens(parse)?;
        let name = ObjectName { schema: None, name };
        Ok(Some(ExprKind::Function(Box::new(plain_call(name, args)))))
    }

    /// `YEAR FROM d`: the unit as a text in lower case, and the value.
    fn extract(&mut self) -> Result<Vec<Expr>> {
        let unit = match self.token.kind {
            Kind::Text if !self.is(Grammar::Mysql) => self.primary()?,
            // `YEAR_MONTH` and its like are reserved (MySQL).
            _ if !self.at_name() && !self.text_of(self.token).contains('_') => {
                return Err(self.unexpected());
            }
            _ => self.unit()?,
        };
        self.expect_word(K::FROM)?;
        Ok(vec![unit, self.expr()?])
    }

    /// A unit of time as a text in lower case.
    fn unit(&mut self) -> Result<Expr> {
        let span = self.token.span();
        let unit = self.upper_word()?.to_ascii_lowercase();
        Ok(Expr { kind: ExprKind::Literal(Literal::Text(unit.into())), span })
    }

    /// PostgreSQL has a function for each side of `TRIM(LEADING a FROM b)`.
    fn postgresql_trim(&mut self) -> Result<(&'static str, Vec<Expr>)> {
        self.advance();
        self.expect(Kind::LParen)?;
        let name = match self.eat_any(&[K::BOTH, K::LEADING, K::TRAILING]) {
            Some(K::LEADING) => "ltrim",
            Some(K::TRAILING) => "rtrim",
            _ => "btrim",
        };
        let mut args = Vec::new();
        if !self.at_word(K::FROM) {
            args = self.list(Parser::expr)?;
        }
        if self.eat_word(K::FROM) {
            let texts = self.list(Parser::expr)?;
            args.splice(0..0, texts);
        }
        self.expect(Kind::RParen)?;
        Ok((name, args))
    }

    /// MySQL's takes off a whole text, not a set of letters: `trim(s)` or `trim(s, text, side)`.
    fn mysql_trim(&mut self) -> Result<Vec<Expr>> {
        let span = self.token.span();
        let text = |text: &str| {
            let kind = ExprKind::Literal(Literal::Text(text.into()));
            Expr { kind, span }
        };
        let side = self.eat_any(&[K::BOTH, K::LEADING, K::TRAILING]);
        let first = if self.at_word(K::FROM) { None } else { Some(self.expr()?) };
        if side.is_none() && !self.at_word(K::FROM) {
            return Ok(Vec::from_iter(first));
        }
        self.expect_word(K::FROM)?;
        let from = self.expr()?;
        let side = text(side.unwrap_or(K::BOTH).text());
        Ok(vec![from, first.unwrap_or_else(|| text(" ")), side])
    }

    /// `a FROM b FOR c`, or the plain form.
    fn substring(&mut self) -> Result<Vec<Expr>> {
        let mut args = vec![self.expr()?];
        if self.at_word(K::SIMILAR) {
            return Err(self.unsupported("SUBSTRING(… SIMILAR …)"));
        }
        if self.eat_word(K::FROM) {
            args.push(self.expr()?);
            if self.eat_word(K::FOR) {
                args.push(self.expr()?);
            }
        } else if self.eat_word(K::FOR) {
            let length = self.expr()?;
            let start = if self.eat_word(K::FROM) {
                self.expr()?
            } else {
                Expr { kind: ExprKind::Literal(Literal::Integer(1)), span: length.span }
            };
            args.extend([start, length]);
        } else {
            self.more_arguments(&mut args)?;
        }
        Ok(args)
    }

    fn more_arguments(&mut self, args: &mut Vec<Expr>) -> Result<()> {
        while self.eat(Kind::Comma) {
            args.push(self.expr()?);
        }
        Ok(())
    }

    /// `a IN b`, in the order written.
    fn position(&mut self) -> Result<Vec<Expr>> {
        // The operand must not take IN for its own operator.
        let needle = self.expr_from(super::operator::levels(self.rules.grammar).between_low)?;
        self.expect_word(K::IN)?;
        Ok(vec![needle, self.expr()?])
    }

    /// `a PLACING b FROM c FOR d`, or the plain form.
    fn overlay(&mut self) -> Result<Vec<Expr>> {
        let mut args = vec![self.expr()?];
        if self.eat_word(K::PLACING) {
            args.push(self.expr()?);
            self.expect_word(K::FROM)?;
            args.push(self.expr()?);
            if self.eat_word(K::FOR) {
                args.push(self.expr()?);
            }
        } else {
            self.more_arguments(&mut args)?;
        }
        Ok(args)
    }

    /// MySQL's `CONVERT(a, type)`.
    fn convert(&mut self) -> Result<ExprKind> {
        self.advance();
        self.expect(Kind::LParen)?;
        let expr = self.boxed_expr()?;
        if self.at_word(K::USING) {
            return Err(self.unsupported("CONVERT(… USING …)"));
        }
        self.expect(Kind::Comma)?;
        let ty = self.cast_type()?;
        self.expect(Kind::RParen)?;
        Ok(ExprKind::Cast { expr, ty })
    }

    /// `DAY, a, b` of TIMESTAMPDIFF and TIMESTAMPADD.
    fn timestamp_unit_call(&mut self) -> Result<Vec<Expr>> {
        let mut args = vec![self.unit()?];
        for _ in 0..2 {
            self.expect(Kind::Comma)?;
            args.push(self.expr()?);
        }
        Ok(args)
    }

    /// `INTERVAL …`: a length of time, in PostgreSQL perhaps a column of that name.
    pub(super) fn interval(&mut self) -> Result<Expr> {
        if self.is(Grammar::Mysql) {
            return self.mysql_interval();
        }
        let start = self.token.start;
        if !matches!(self.peek().kind, Kind::Text | Kind::EscapeText | Kind::DollarText) {
            return self.column_or_call();
        }
        self.advance();
        let value = Box::new(self.primary()?);
        let units = [K::YEAR, K::MONTH, K::DAY, K::HOUR, K::MINUTE, K::SECOND];
        let unit = if self.at_any(&units) { Some(self.upper_word()?) } else { None };
        Ok(Expr { kind: ExprKind::Interval { value, unit }, span: self.since(start) })
    }

    /// `INTERVAL 1 DAY`, or the function `INTERVAL(a, b, …)`.
    fn mysql_interval(&mut self) -> Result<Expr> {
        let word = self.advance();
        let value = self.expr()?;
        let kind = if let ExprKind::Row(args) = value.kind {
            let name = ObjectName { schema: None, name: self.ident(word) };
            ExprKind::Function(Box::new(plain_call(name, args)))
        } else {
            ExprKind::Interval { value: Box::new(value), unit: Some(self.upper_word()?) }
        };
        Ok(Expr { kind, span: self.since(word.start) })
    }
}
