//! MySQL's stored procedures and functions, and what only its bodies have: labels, handlers, cursors,
//! diagnostics ("Compound Statement Syntax"). The statements that it shares with plpgsql are in
//! `procedure.rs`.

use std::rc::Rc;

use super::ast::{
    CreateFunction, CursorUse, ExprKind, FunctionCall, LoopKind, ProcStatement, Show, Statement,
    StatementKind,
};
use super::parser::Parser;
use super::token::{Keyword as K, Kind};
use crate::error::{Error, ErrorKind, Report, Result};

/// What the body that is being read belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyOf {
    Trigger,
    Function,
    Procedure,
}

/// A parameter of a procedure that is a variable of its caller.
pub const OUT: u8 = 1;
/// One whose value goes both ways.
pub const INOUT: u8 = 2;

impl Parser<'_> {
    /// CREATE PROCEDURE and CREATE FUNCTION from their second word on.
    pub(super) fn create_routine(&mut self) -> Result<StatementKind> {
        let procedure = self.at_word(K::PROCEDURE);
        self.advance();
        let if_not_exists = self.if_not_exists()?;
        let name = self.object_name()?;
        self.expect(Kind::LParen)?;
        let (mut params, mut ways) = (Vec::new(), Vec::new());
        while !self.at(Kind::RParen) {
            let way = match procedure {
                true => self.eat_any(&[K::IN, K::OUT, K::INOUT]),
                false => None,
            };
            ways.push(match way {
                Some(K::OUT) => OUT,
                Some(K::INOUT) => INOUT,
                _ => 0,
            });
            params.push((Some(self.name()?), self.type_name()?));
            if !self.eat(Kind::Comma) {
                break;
            }
        }
        self.expect(Kind::RParen)?;
        let returns = match procedure {
            true => None,
            false => {
                self.expect_word(K::RETURNS)?;
                Some(self.type_name()?)
            }
        };
        // The binary log, which is on, takes no function that might write and does not say so
        // ("Stored Program Binary Logging").
        if !self.characteristics()? && !procedure {
            let message = "This function has none of DETERMINISTIC, NO SQL, or READS SQL DATA in its declaration and binary logging is enabled (you *might* want to use the less safe log_bin_trust_function_creators variable)";
            return Err(said(1418, "HY000", "ER_BINLOG_UNSAFE_ROUTINE", message.into()));
        }
        self.body_of = if procedure { BodyOf::Procedure } else { BodyOf::Function };
        let (text, start) = (self.text, self.token.start);
        let block = self.mysql_body()?;
        let body = self.since(start).of(text);
        let returned = self.returned;
        (self.body_of, self.returned) = (BodyOf::Trigger, false);
        if !procedure && !returned {
            let message = ["No RETURN found in FUNCTION play.", &name.name.text].concat();
            return Err(said(1320, "42000", "ER_SP_NORETURN", message));
        }
        Ok(StatementKind::CreateFunction(Box::new(CreateFunction {
            body_at: None,
            out: None,
            strict: false,
            defaults: Vec::new(),
            or_replace: false,
            if_not_exists,
            name,
            params,
            ways,
            returns,
            rows: false,
            table: Vec::new(),
            procedure,
            language: "sql".into(),
            body: body.into(),
            block: Some(Rc::new(block)),
        })))
    }

    /// What is said of a routine between its parameters and its body; whether it is said that it
    /// writes nothing or always gives the same.
    fn characteristics(&mut self) -> Result<bool> {
        let mut safe = false;
        loop {
            let words: &[K] = match self.word() {
                K::COMMENT => {
                    self.advance();
                    self.text()?;
                    continue;
                }
                K::LANGUAGE => &[K::LANGUAGE, K::SQL],
                K::DETERMINISTIC => {
                    safe = true;
                    &[K::DETERMINISTIC]
                }
                K::NOT => &[K::NOT, K::DETERMINISTIC],
                K::NO => {
                    safe = true;
                    &[K::NO, K::SQL]
                }
                K::READS => {
                    safe = true;
                    &[K::READS, K::SQL, K::DATA]
                }
                K::MODIFIES => &[K::MODIFIES, K::SQL, K::DATA],
                K::SQL => {
                    self.expect_words(&[K::SQL, K::SECURITY])?;
                    if !self.eat_word(K::DEFINER) {
                        self.name()?;
                    }
                    continue;
                }
                K::NONE if self.text_of(self.token).eq_ignore_ascii_case("contains") => {
                    self.advance();
                    &[K::SQL]
                }
                _ => return Ok(safe),
            };
            self.expect_words(words)?;
        }
    }

    /// `CALL name [(arguments)]`.
    pub(super) fn mysql_call(&mut self) -> Result<StatementKind> {
        self.advance();
        let name = self.object_name()?;
        let mut args = Vec::new();
        if self.eat(Kind::LParen) {
            if !self.at(Kind::RParen) {
                args = self.list(Parser::expr)?;
            }
            self.expect(Kind::RParen)?;
        }
        Ok(StatementKind::Call(Box::new(FunctionCall {
            name,
            args,
            star: false,
            distinct: false,
            order_by: Vec::new(),
            filter: None,
            over: None,
            separator: None,
        })))
    }

    /// `DO a, b` is a SELECT whose row nobody looks at.
    pub(super) fn mysql_do(&mut self) -> Result<ProcStatement> {
        let start = self.token.start;
        Ok(ProcStatement::Perform(self.query_from_select(start)?))
    }

    /// A statement that only bodies of MySQL have; none when it is no such.
    pub(super) fn mysql_only(&mut self) -> Result<Option<ProcStatement>> {
        Ok(Some(match self.word() {
            K::WHILE | K::REPEAT | K::LOOP => self.mysql_loop(None)?,
            K::LEAVE | K::ITERATE => {
                let again = self.at_word(K::ITERATE);
                self.advance();
                let label = self.label_name()?;
                if !self.labels.contains(&label) {
                    let verb = if again { "ITERATE" } else { "LEAVE" };
                    let message = [verb, " with no matching label: ", &label].concat();
                    return Err(said(1308, "42000", "ER_SP_LILABEL_MISMATCH", message));
                }
                ProcStatement::Exit(again, Some(label), None)
            }
            K::RETURN => {
                self.advance();
                if self.body_of != BodyOf::Function {
                    let message = "RETURN is only allowed in a FUNCTION".to_string();
                    return Err(said(1313, "42000", "ER_SP_BADRETURN", message));
                }
                self.returned = true;
                ProcStatement::Return(Some(self.expr()?))
            }
            K::GET => self.mysql_diagnostics()?,
            K::PREPARE | K::EXECUTE | K::DEALLOCATE => {
                if self.body_of != BodyOf::Procedure {
                    let message = "Dynamic SQL is not allowed in stored function or trigger";
                    return Err(said(
                        1336,
                        "0A000",
                        "ER_STMT_NOT_ALLOWED_IN_SF_OR_TRG",
                        message.into(),
                    ));
                }
                let StatementKind::Named(named) = self.named()? else { return Ok(None) };
                ProcStatement::Named(named)
            }
            K::SIGNAL | K::RESIGNAL => self.signal()?,
            K::DO => self.mysql_do()?,
            K::OPEN | K::CLOSE => {
                let how = if self.at_word(K::OPEN) { CursorUse::Open } else { CursorUse::Close };
                self.advance();
                ProcStatement::Cursor(self.label_name()?, how, Vec::new())
            }
            K::FETCH => {
                self.advance();
                if !self.eat_words(&[K::NEXT, K::FROM]) {
                    self.eat_word(K::FROM);
                }
                let name = self.label_name()?;
                self.expect_word(K::INTO)?;
                let targets = self.list(Parser::column_name)?;
                ProcStatement::Cursor(name, CursorUse::Fetch, targets)
            }
            K::COMMIT | K::ROLLBACK | K::START | K::SAVEPOINT | K::RELEASE => {
                let statement = self.statement()?;
                if self.body_of != BodyOf::Procedure
                    && !matches!(
                        statement.kind,
                        StatementKind::Savepoint(_)
                            | StatementKind::Release(_)
                            | StatementKind::Rollback { to: Some(_), .. }
                    )
                {
                    return Err(no_commit());
                }
                ProcStatement::Transaction(Rc::new(statement))
            }
            K::CREATE | K::ALTER | K::DROP | K::RENAME | K::TRUNCATE
                if self.body_of != BodyOf::Procedure && self.peek_word() != K::TEMPORARY =>
            {
                self.statement()?;
                return Err(no_commit());
            }
            K::BEGIN => self.labelled_block(None)?,
            _ if self.at_name() && self.peek().kind == Kind::Colon => {
                let label = self.label_name()?;
                self.advance();
                self.labels.push(label.clone());
                let labelled = match self.word() {
                    K::BEGIN => self.labelled_block(Some(label))?,
                    K::WHILE | K::REPEAT | K::LOOP => self.mysql_loop(Some(label))?,
                    _ => return Err(self.unexpected()),
                };
                self.labels.pop();
                labelled
            }
            _ => return Ok(None),
        }))
    }

    /// A label or cursor: its case does not matter.
    fn label_name(&mut self) -> Result<Rc<str>> {
        Ok(Rc::from(self.name()?.text.to_ascii_lowercase()))
    }

    /// The label behind END, which must be the one before.
    fn end_label(&mut self, label: Option<&Rc<str>>) -> Result<()> {
        if !self.at_name() {
            return Ok(());
        }
        let token = self.token;
        let end = self.label_name()?;
        match label {
            Some(label) if **label == *end => Ok(()),
            Some(_) => {
                let message = ["End-label ", &end, " without match"].concat();
                Err(said(1310, "42000", "ER_SP_LABEL_MISMATCH", message))
            }
            None => Err(self.unexpected_at(token)),
        }
    }

    fn labelled_block(&mut self, label: Option<Rc<str>>) -> Result<ProcStatement> {
        self.advance();
        let body = self.statements(&[K::END])?;
        self.expect_word(K::END)?;
        self.end_label(label.as_ref())?;
        Ok(ProcStatement::Loop(LoopKind::Once, body, label))
    }

    /// `WHILE condition DO … END WHILE`, `REPEAT … UNTIL condition END REPEAT`, `LOOP … END LOOP`.
    fn mysql_loop(&mut self, label: Option<Rc<str>>) -> Result<ProcStatement> {
        let outer = self.enter()?;
        let word = self.word();
        self.advance();
        let (mut kind, mut ends) = (LoopKind::Forever, [K::END]);
        if word == K::WHILE {
            kind = LoopKind::While(self.expr()?);
            self.expect_word(K::DO)?;
        } else if word == K::REPEAT {
            ends = [K::UNTIL];
        }
        let mut body = self.statements(&ends)?;
        if word == K::REPEAT {
            self.advance();
            body.push(ProcStatement::Exit(false, None, Some(self.expr()?)));
        }
        self.expect_words(&[K::END, word])?;
        self.end_label(label.as_ref())?;
        self.leave(outer);
        Ok(ProcStatement::Loop(kind, body, label))
    }

    /// `DECLARE … HANDLER FOR conditions statement`, from its second word on.
    pub(super) fn mysql_handler(&mut self) -> Result<ProcStatement> {
        let word = self.word();
        if word == K::UNDO {
            return Err(self.unexpected());
        }
        self.advance();
        self.advance();
        self.expect_word(K::FOR)?;
        let conditions = self.list(Parser::mysql_condition)?;
        let mut body = Vec::new();
        self.procedural(&mut body)?;
        Ok(ProcStatement::Handler { exit: word == K::EXIT, conditions, body })
    }

    /// `1062`, `SQLSTATE '23000'`, a name, or a class of conditions in upper case.
    fn mysql_condition(&mut self) -> Result<Rc<str>> {
        let classes = [K::SQLEXCEPTION, K::SQLWARNING];
        if let Some(class) = self.eat_any(&classes) {
            return Ok(Rc::from(class.text()));
        }
        match self.token.kind {
            Kind::Word(K::SQLSTATE) => self.sqlstate(),
            Kind::Word(K::NOT) => {
                self.advance();
                match self.upper_word()? {
                    word if &*word == "FOUND" => Ok(Rc::from("NOT FOUND")),
                    _ => Err(self.unexpected()),
                }
            }
            Kind::Integer => {
                let token = self.advance();
                Ok(Rc::from(self.text_of(token)))
            }
            _ => self.label_name(),
        }
    }

    /// `SQLSTATE [VALUE] 'xxxxx'`.
    fn sqlstate(&mut self) -> Result<Rc<str>> {
        self.advance();
        self.eat_word(K::VALUE);
        if !self.at(Kind::Text) {
            return Err(self.unexpected());
        }
        let state = self.text()?;
        let right = state.len() == 5 && state.bytes().all(|b| b.is_ascii_alphanumeric());
        if !right || state.starts_with("00") {
            let message = ["Bad SQLSTATE: '", &state, "'"].concat();
            return Err(said(1407, "42000", "ER_SP_BAD_SQLSTATE", message));
        }
        Ok(state)
    }

    /// `DECLARE name CONDITION FOR …` and `DECLARE name CURSOR FOR …`, from the second word behind the
    /// name on.
    pub(super) fn mysql_named(&mut self, name: &str) -> Result<ProcStatement> {
        let name = Rc::from(name.to_ascii_lowercase());
        let cursor = self.at_word(K::CURSOR);
        self.advance();
        self.expect_word(K::FOR)?;
        Ok(match cursor {
            true => ProcStatement::DeclareCursor(name, Rc::new(self.statement()?)),
            false => ProcStatement::Condition(name, self.mysql_condition()?),
        })
    }

    /// `SIGNAL condition SET item = …`, `RESIGNAL [condition] [SET …]`.
    fn signal(&mut self) -> Result<ProcStatement> {
        let again = self.at_word(K::RESIGNAL);
        self.advance();
        let sqlstate = match self.token.kind {
            Kind::Word(K::SQLSTATE) => self.sqlstate()?,
            Kind::Word(K::SET) | Kind::Semicolon | Kind::End if again => Rc::from(""),
            _ => self.label_name()?,
        };
        let mut items = Vec::new();
        if self.eat_word(K::SET) {
            items = self.list(|parser| {
                let name = parser.upper_word()?;
                parser.expect(Kind::Eq)?;
                Ok((name, parser.expr()?))
            })?;
        }
        Ok(ProcStatement::Signal { sqlstate, items, again })
    }

    /// GET DIAGNOSTICS outside of bodies.
    pub(super) fn get_diagnostics(&mut self) -> Result<StatementKind> {
        self.advance();
        if self.text_of(self.token).eq_ignore_ascii_case("stacked") {
            let message = "GET STACKED DIAGNOSTICS when handler not active".to_string();
            return Err(said(1887, "0Z002", "ER_GET_STACKED_DA_WITHOUT_ACTIVE_HANDLER", message));
        }
        self.eat_word(K::CURRENT);
        self.expect_word(K::DIAGNOSTICS)?;
        let condition = match self.eat_word(K::CONDITION) {
            true => Some(self.primary()?),
            false => None,
        };
        let items = self.list(|parser| {
            if parser.token.kind != Kind::UserVariable {
                return Err(parser.unexpected());
            }
            let ExprKind::Variable { name, .. } = parser.variable() else {
                return Err(parser.unexpected());
            };
            parser.expect(Kind::Eq)?;
            Ok((name, parser.upper_word()?))
        })?;
        Ok(StatementKind::Show(Show::Diagnostics(condition, items)))
    }

    /// `GET [CURRENT | STACKED] DIAGNOSTICS [CONDITION 1] @a = item, …`.
    fn mysql_diagnostics(&mut self) -> Result<ProcStatement> {
        self.advance();
        if !self.at_word(K::DIAGNOSTICS) {
            self.advance();
        }
        self.expect_word(K::DIAGNOSTICS)?;
        if self.eat_word(K::CONDITION) {
            // There is one: its number may stand in a variable.
            if self.at(Kind::Integer) && self.text_of(self.token) != "1" {
                return Err(self.unsupported("GET DIAGNOSTICS of other conditions than the first"));
            }
            self.advance();
        }
        let items = self.list(|parser| {
            let target = parser.target_of_into()?;
            parser.expect(Kind::Eq)?;
            Ok((target, parser.upper_word()?))
        })?;
        Ok(ProcStatement::Diagnostics(items))
    }

    /// The words of a user after DEFINER.
    pub(super) fn skip_definer(&mut self) -> Result<()> {
        self.expect_words(&[K::DEFINER])?;
        self.expect(Kind::Eq)?;
        match self.at(Kind::Text) {
            true => drop(self.text()?),
            false => drop(self.any_name()?),
        }
        if self.at(Kind::UserVariable) {
            self.advance();
        } else if self.eat(Kind::LParen) {
            self.expect(Kind::RParen)?;
        }
        Ok(())
    }

    /// A query of a body whose rows go nowhere: a procedure's go to its caller.
    pub(super) fn rows_shown(&self, statement: &Statement) -> Result<()> {
        let of = match self.body_of {
            BodyOf::Procedure => return Ok(()),
            BodyOf::Function => "function",
            BodyOf::Trigger => return Err(ErrorKind::NoDestination.at(statement.span)),
        };
        let message = ["Not allowed to return a result set from a ", of].concat();
        Err(said(1415, "0A000", "ER_SP_NO_RETSET", message))
    }
}

fn no_commit() -> Error {
    let message = "Explicit or implicit commit is not allowed in stored function or trigger.";
    said(1422, "HY000", "ER_COMMIT_NOT_ALLOWED_IN_SF_OR_TRG", message.into())
}

/// What a DECLARE may not stand behind in its block, and names that are taken there (sql_yacc.yy,
/// `sp_decls`).
pub(super) fn refuse_declared(before: &[ProcStatement], new: &ProcStatement) -> Result<()> {
    let handler = |s: &ProcStatement| matches!(s, ProcStatement::Handler { .. });
    let cursor = |s: &ProcStatement| matches!(s, ProcStatement::DeclareCursor(..));
    let (state, twice) = ("42000", |n: &Rc<str>, of: &str| ["Duplicate ", of, ": ", n].concat());
    match new {
        ProcStatement::Declare { .. } | ProcStatement::Condition(..)
            if before.iter().any(|s| handler(s) || cursor(s)) =>
        {
            let message = "Variable or condition declaration after cursor or handler declaration";
            return Err(said(1337, state, "ER_SP_VARCOND_AFTER_CURSHNDLR", message.into()));
        }
        ProcStatement::DeclareCursor(..) if before.iter().any(handler) => {
            let message = "Cursor declaration after handler declaration";
            return Err(said(1338, state, "ER_SP_CURSOR_AFTER_HANDLER", message.into()));
        }
        _ => {}
    }
    for other in before {
        let (errno, code, message) = match (other, new) {
            (ProcStatement::Declare { name: a, .. }, ProcStatement::Declare { name: b, .. })
                if a.text.eq_ignore_ascii_case(&b.text) =>
            {
                (1331, "ER_SP_DUP_VAR", twice(&b.text, "variable"))
            }
            (ProcStatement::Condition(a, _), ProcStatement::Condition(b, _)) if a == b => {
                (1332, "ER_SP_DUP_COND", twice(b, "condition"))
            }
            (ProcStatement::DeclareCursor(a, _), ProcStatement::DeclareCursor(b, _)) if a == b => {
                (1333, "ER_SP_DUP_CURS", twice(b, "cursor"))
            }
            _ => continue,
        };
        return Err(said(errno, state, code, message));
    }
    Ok(())
}

/// An error that only MySQL has.
fn said(errno: i32, state: &str, code: &str, message: String) -> Error {
    let (sqlstate, code) = (state.to_string(), code.to_string());
    let report = Report { errno, sqlstate, code, message, ..Report::default() };
    ErrorKind::Report(Box::new(report)).nowhere()
}
