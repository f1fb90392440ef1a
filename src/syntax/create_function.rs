//! CREATE FUNCTION and DO of PostgreSQL. A plpgsql body is parsed where it stands in the text, so
//! that its spans point into the statement.

use std::rc::Rc;

use super::ast::{
    ColumnName, CreateFunction, DeclaredType, Expr, ExprKind, Ident, ProcStatement, StatementKind,
    TypeName,
};
use super::literal;
use super::parser::Parser;
use super::token::{Keyword as K, Kind, Token};
use crate::error::{Error, ErrorKind, Refusal, Result};

/// The text of a body, its statements in plpgsql, and where it begins.
type FunctionBody = (Rc<str>, Option<Vec<ProcStatement>>, Option<u32>);

/// A body with OUT parameters gives them where it ends: one as its value, several as its row.
fn give_outs(body: &mut Vec<ProcStatement>, one: Option<&Ident>) {
    give_outs_inside(body, one);
    if one.is_some() {
        body.push(ProcStatement::Return(one.map(out_value)));
    } else {
        body.push(ProcStatement::ReturnNext(None));
    }
}

fn out_value(name: &Ident) -> Expr {
    let name = ColumnName { schema: None, table: None, name: name.clone() };
    Expr { span: name.name.span, kind: ExprKind::Column(name) }
}

/// The same where it ends early.
fn give_outs_inside(body: &mut Vec<ProcStatement>, one: Option<&Ident>) {
    let mut at = 0;
    while at < body.len() {
        match &mut body[at] {
            ProcStatement::Return(value @ None) => match one {
                Some(name) => *value = Some(out_value(name)),
                None => {
                    body.insert(at, ProcStatement::ReturnNext(None));
                    at += 1;
                }
            },
            ProcStatement::If { branches, otherwise } => {
                branches.iter_mut().for_each(|(_, body)| give_outs_inside(body, one));
                give_outs_inside(otherwise, one);
            }
            ProcStatement::Loop(_, body, _) => give_outs_inside(body, one),
            ProcStatement::Block { body, handlers } => {
                give_outs_inside(body, one);
                handlers.iter_mut().for_each(|(_, body)| give_outs_inside(body, one));
            }
            _ => {}
        }
        at += 1;
    }
}

impl Parser<'_> {
    /// CREATE FUNCTION from FUNCTION on, and CREATE PROCEDURE.
    pub(super) fn create_function(&mut self, or_replace: bool) -> Result<StatementKind> {
        let procedure = self.at_word(K::PROCEDURE);
        self.advance();
        let name = self.object_name()?;
        self.expect(Kind::LParen)?;
        let (mut params, mut defaults) = (Vec::new(), Vec::new());
        let (mut outs, mut inout) = (Vec::new(), false);
        while !self.at(Kind::RParen) {
            let at = self.token.span();
            let way = if procedure { None } else { self.eat_any(&[K::OUT, K::INOUT]) };
            let param = self.parameter()?;
            if way.is_some() {
                outs.push(param.clone());
            }
            inout |= way == Some(K::INOUT);
            if way != Some(K::OUT) {
                params.push(param);
            }
            if self.eat_word(K::DEFAULT) || self.eat(Kind::Eq) {
                defaults.push(self.expr()?);
            } else if !defaults.is_empty() && way != Some(K::OUT) {
                return Err(Refusal::DefaultMissing.of(&[]).at(at));
            }
            if !self.eat(Kind::Comma) {
                break;
            }
        }
        self.expect(Kind::RParen)?;
        let (mut returns, mut rows, mut table) = (None, false, Vec::new());
        if !procedure && self.eat_word(K::RETURNS) {
            if self.eat_word(K::TABLE) {
                table = self.parens(|parser| parser.list(Parser::parameter))?;
            } else {
                rows = self.eat_word(K::SETOF);
                returns = Some(self.type_name()?);
            }
        }
        let (mut language, mut body): (Option<Rc<str>>, Option<Token>) = (None, None);
        let (mut body_expr, mut strict) = (None, false);
        loop {
            if self.eat_word(K::STRICT) {
                strict = true;
                continue;
            }
            if self.at_words(&[K::RETURNS, K::NULL]) {
                self.expect_words(&[K::RETURNS, K::NULL, K::ON, K::NULL])?;
                self.any_name()?;
                strict = true;
                continue;
            }
            if self.at_word(K::RETURN) {
                body = Some(self.advance());
                body_expr = Some(self.expr()?);
            } else if !self.function_option(&mut language, &mut body)? {
                break;
            }
        }
        if !matches!(self.token.kind, Kind::End | Kind::Semicolon) {
            return Err(self.unexpected());
        }
        let Some(token) = body else { return Err(self.missing_in_function("function body")) };
        // The body of the standard is SQL.
        let language = language.or_else(|| body_expr.is_some().then(|| Rc::from("sql")));
        let Some(language) = language else { return Err(self.missing_in_function("language")) };
        let (text, block, body_at) = match &body_expr {
            Some(expr) => {
                let text = ["SELECT ", expr.span.of(self.text)].concat();
                (Rc::from(text), None, Some(expr.span.start.wrapping_sub(7)))
            }
            None => {
                let is = |ty: &TypeName, name: &str| ty.name.eq_ignore_ascii_case(name);
                let gives = match &returns {
                    _ if procedure => "a procedure",
                    _ if rows || !table.is_empty() => "function returning set",
                    _ if !outs.is_empty() => "function with OUT parameters",
                    Some(ty) if is(ty, "void") => "function returning void",
                    _ => "",
                };
                self.body(token, &language, gives)?
            }
        };
        let (mut block, mut out) = (block, None);
        if inout && (outs.len() > 1 || rows || !table.is_empty()) {
            return Err(self.unsupported("INOUT parameters with others"));
        }
        if !outs.is_empty() && table.is_empty() {
            // OUT parameters are what RETURNS says, and variables of the body.
            let single = outs.len() == 1 && !rows;
            if let Some(block) = block.as_mut().filter(|_| !rows) {
                give_outs(block, single.then(|| outs[0].0.as_ref()).flatten());
            }
            match &mut outs[..] {
                [(Some(name), ty)] if single => {
                    if let Some(block) = block.as_mut().filter(|_| !inout) {
                        let ty = DeclaredType::Named(ty.clone());
                        let (name, value) = (name.clone(), None);
                        let (constant, not_null) = (false, false);
                        let variable =
                            ProcStatement::Declare { name, ty, value, constant, not_null };
                        block.insert(0, variable);
                    }
                    returns = Some(ty.clone());
                    out = Some(name.clone());
                }
                _ => (returns, rows, table) = (None, false, outs),
            }
        }
        Ok(StatementKind::CreateFunction(Box::new(CreateFunction {
            or_replace,
            if_not_exists: false,
            name,
            params,
            ways: Vec::new(),
            returns,
            rows,
            table,
            procedure,
            language,
            body: text,
            body_at,
            out,
            strict,
            defaults,
            block: block.map(Rc::new),
        })))
    }

    /// What CREATE FUNCTION must have (functioncmds.c).
    fn missing_in_function(&self, what: &str) -> Error {
        Refusal::FunctionPart.of(&[what]).nowhere()
    }

    /// `[IN] [name] type`.
    pub(super) fn parameter(&mut self) -> Result<(Option<Ident>, TypeName)> {
        if self.at_any(&[K::OUT, K::INOUT, K::VARIADIC]) {
            return Err(self.unsupported(&format!("{} parameters", self.word().text())));
        }
        self.eat_word(K::IN);
        // A name is followed by a type, a type by what ends it.
        let next = self.peek();
        let named = self.at_name()
            && !self.rules.not_functions.contains(self.word())
            && self.is_name(next)
            && !matches!(next.kind, Kind::Word(K::PRECISION | K::VARYING | K::WITH | K::WITHOUT));
        let name = if named { Some(self.name()?) } else { None };
        let ty = self.type_name()?;
        Ok((name, ty))
    }

    /// One of the options after the parameters, in any order.
    fn function_option(
        &mut self,
        language: &mut Option<Rc<str>>,
        body: &mut Option<Token>,
    ) -> Result<bool> {
        match self.word() {
            K::LANGUAGE => {
                self.advance();
                let name = match self.token.kind {
                    Kind::Text => self.text()?,
                    _ => self.any_name()?.text,
                };
                *language = Some(Rc::from(name.to_ascii_lowercase()));
            }
            K::AS => {
                self.advance();
                *body = Some(self.token);
                self.text()?;
                if self.at(Kind::Comma) {
                    return Err(self.unsupported("functions of other languages"));
                }
            }
            // What the planner of PostgreSQL may assume.
            K::IMMUTABLE | K::STABLE | K::VOLATILE | K::LEAKPROOF => {
                self.advance();
            }
            K::PARALLEL => {
                self.advance();
                self.any_name()?;
            }
            K::COST | K::ROWS => {
                self.advance();
                self.integer()?;
            }
            // Who may do what is not known here.
            K::SECURITY => {
                self.advance();
                self.any_name()?;
            }
            K::CALLED => {
                self.expect_words(&[K::CALLED, K::ON, K::NULL])?;
                self.any_name()?;
            }
            K::RETURNS | K::SET | K::WINDOW | K::SUPPORT | K::TRANSFORM | K::EXTERNAL => {
                return Err(self.unsupported(&format!("function option {}", self.word().text())));
            }
            K::BEGIN => return Err(self.unsupported("SQL-standard function bodies")),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// `DO [LANGUAGE plpgsql] $$ … $$`.
    pub(super) fn do_block(&mut self) -> Result<StatementKind> {
        self.advance();
        let (mut language, mut body): (Option<Rc<str>>, Option<Token>) = (None, None);
        loop {
            if self.eat_word(K::LANGUAGE) {
                language = Some(self.any_name()?.text);
            } else if matches!(self.token.kind, Kind::Text | Kind::EscapeText | Kind::DollarText) {
                body = Some(self.token);
                self.text()?;
            } else {
                break;
            }
        }
        let Some(token) = body else { return Err(self.unexpected()) };
        let language = language.unwrap_or_else(|| Rc::from("plpgsql"));
        match self.body(token, &language, "function returning void")?.1 {
            Some(block) => Ok(StatementKind::Do(block)),
            None => {
                let what = format!("DO in language {language}");
                Err(ErrorKind::unsupported(what).at(token.span()))
            }
        }
    }

    /// The text of a body and, for plpgsql, its statements.
    fn body(&mut self, token: Token, language: &str, gives: &'static str) -> Result<FunctionBody> {
        let written = self.text_of(token);
        let plain = match token.kind {
            Kind::DollarText => {
                let (inner, tag) = literal::dollar_text(written);
                Some((token.start as usize + tag, inner))
            }
            Kind::Text => {
                let inner = literal::inside(written);
                (!inner.contains('\'')).then_some((token.start as usize + 1, inner))
            }
            _ => None,
        };
        let mut reader = Parser::new(self.text, token.start as usize, self.rules);
        let text = reader.text()?;
        if language != "plpgsql" {
            return Ok((text, None, plain.map(|(start, _)| start as u32)));
        }
        let Some((start, inner)) = plain else {
            // Places inside such a text are not places of the statement.
            let what = "plpgsql in quotes with quotes inside; use $$ … $$";
            return Err(ErrorKind::unsupported(what).at(token.span()));
        };
        let whole = self.text.get(..start + inner.len()).unwrap_or(self.text);
        let mut parser = Parser::new(whole, start, self.rules);
        parser.gives = Some(gives);
        let block = parser.plpgsql_body()?;
        Ok((text, Some(block), Some(start as u32)))
    }
}
