//! Procedural bodies: MySQL's trigger blocks and PostgreSQL's plpgsql. Both have blocks, IF, DECLARE
//! and plain SQL; each has its own way of assigning and of raising an error.

use std::rc::Rc;

use super::ast::{
    ColumnName, DeclaredType, Expr, ExprKind, Ident, Literal, LoopKind, ObjectName, ProcStatement,
    StatementKind, WITH_ELEMENT,
};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::{ErrorKind, Refusal, Result};

impl Parser<'_> {
    /// The body of a MySQL trigger: a block's statements, or one statement.
    pub(super) fn mysql_body(&mut self) -> Result<Vec<ProcStatement>> {
        self.in_trigger = true;
        let body = if self.eat_word(K::BEGIN) {
            let body = self.statements(&[K::END])?;
            self.expect_word(K::END)?;
            body
        } else {
            let mut body = Vec::new();
            self.procedural(&mut body)?;
            body
        };
        self.in_trigger = false;
        Ok(body)
    }

    /// A plpgsql body: `[DECLARE …] BEGIN … [EXCEPTION …] END`.
    pub(super) fn plpgsql_body(&mut self) -> Result<Vec<ProcStatement>> {
        self.in_trigger = true;
        let mut body = Vec::new();
        // `#variable_conflict …`: what a name is that a variable and a column have.
        if self.text_of(self.token) == "#" {
            self.advance();
            let option = self.token;
            if self.text_of(option) != "variable_conflict" {
                return Err(self.unexpected());
            }
            self.advance();
            match &*self.any_name()?.text {
                "use_column" => body.push(ProcStatement::ColumnsWin),
                "error" => {}
                _ => return Err(self.unsupported("this option of a function's body")),
            }
        }
        self.plpgsql_block(&mut body)?;
        self.eat(Kind::Semicolon);
        self.expect(Kind::End)?;
        self.in_trigger = false;
        Ok(body)
    }

    /// Declarations and statements of a block are put into `body`; with handlers they make a block
    /// of their own.
    fn plpgsql_block(&mut self, whole: &mut Vec<ProcStatement>) -> Result<()> {
        let outer = self.enter()?;
        let mut body = Vec::new();
        if self.eat_word(K::DECLARE) {
            while !self.at_word(K::BEGIN) {
                body.push(self.plpgsql_declaration()?);
                self.expect(Kind::Semicolon)?;
            }
        }
        self.expect_word(K::BEGIN)?;
        let statements = self.statements(&[K::END, K::EXCEPTION])?;
        let mut handlers = Vec::new();
        if self.eat_word(K::EXCEPTION) {
            while self.eat_word(K::WHEN) {
                let mut conditions = vec![self.condition()?];
                while self.eat_word(K::OR) {
                    conditions.push(self.condition()?);
                }
                self.expect_word(K::THEN)?;
                handlers.push((conditions, self.statements(&[K::WHEN, K::END])?));
            }
            if handlers.is_empty() {
                return Err(self.unexpected());
            }
        }
        self.expect_word(K::END)?;
        self.leave(outer);
        if handlers.is_empty() {
            body.extend(statements);
        } else {
            body.push(ProcStatement::Block { body: statements, handlers });
        }
        // Its variables are seen in it alone.
        match body.first() {
            Some(ProcStatement::Declare { .. }) => {
                whole.push(ProcStatement::Block { body, handlers: Vec::new() });
            }
            _ => whole.extend(body),
        }
        Ok(())
    }

    /// A handler's condition: a name in lower case.
    fn condition(&mut self) -> Result<Rc<str>> {
        if self.at_word(K::SQLSTATE) {
            self.advance();
            let at = self.token.span();
            let code = self.text()?;
            let letter = |b: u8| b.is_ascii_digit() || b.is_ascii_uppercase();
            if self.is(Grammar::Postgresql) && (code.len() != 5 || !code.bytes().all(letter)) {
                return Err(Refusal::BadSqlstate.of(&[at.of(self.text)]).at(at));
            }
            return Ok(code);
        }
        Ok(Rc::from(self.any_name()?.text.to_ascii_lowercase()))
    }

    /// Statements, each with its semicolon, up to one of the words.
    pub(super) fn statements(&mut self, until: &[K]) -> Result<Vec<ProcStatement>> {
        let outer = self.enter()?;
        let mut statements = Vec::new();
        while !self.at_any(until) {
            self.procedural(&mut statements)?;
            self.expect(Kind::Semicolon)?;
        }
        self.leave(outer);
        Ok(statements)
    }

    /// One statement; a SET with several assignments becomes several.
    pub(super) fn procedural(&mut self, statements: &mut Vec<ProcStatement>) -> Result<()> {
        let plpgsql = self.is(Grammar::Postgresql);
        if !plpgsql && let Some(statement) = self.mysql_only()? {
            statements.push(statement);
            return Ok(());
        }
        let statement = match self.word() {
            K::IF => self.if_statement()?,
            K::BEGIN | K::DECLARE if plpgsql => return self.plpgsql_block(statements),
            K::DECLARE => return self.mysql_declaration(statements),
            K::RETURN if plpgsql => self.return_statement()?,
            K::RAISE if plpgsql => self.raise_statement()?,
            K::ASSERT if plpgsql => self.assert()?,
            K::PERFORM if plpgsql => self.perform()?,
            K::NULL if plpgsql => {
                self.advance();
                ProcStatement::Nothing
            }
            K::CASE => self.case_statement()?,
            K::LOOP | K::WHILE | K::FOR | K::FOREACH if plpgsql => self.loop_statement(None)?,
            K::EXIT | K::CONTINUE if plpgsql => {
                let again = self.at_word(K::CONTINUE);
                let (word, at) = (self.word().text(), self.token.span());
                self.advance();
                let bare = self.at_word(K::WHEN) || self.at(Kind::Semicolon);
                let label = if bare { None } else { Some(self.any_name()?) };
                match &label {
                    Some(label) if !self.labels.contains(&label.text) => {
                        return Err(Refusal::NoLabel.of(&[&label.text]).at(label.span));
                    }
                    None if self.labels.is_empty() => {
                        let more = if again { "" } else { ", unless it has a label" };
                        return Err(Refusal::NoLoop.of(&[word, more]).at(at));
                    }
                    _ => {}
                }
                let label = label.map(|label| label.text);
                let when = if self.eat_word(K::WHEN) { Some(self.expr()?) } else { None };
                ProcStatement::Exit(again, label, when)
            }
            K::GET if plpgsql => self.diagnostics()?,
            K::EXECUTE if plpgsql => self.execute(false)?,
            K::SET if !plpgsql => return self.procedural_set(statements),
            K::INSERT | K::UPDATE | K::DELETE | K::MERGE | K::REPLACE | K::SELECT | K::WITH => {
                self.sql()?
            }
            K::LOOP
            | K::FOR
            | K::FOREACH
            | K::REPEAT
            | K::LEAVE
            | K::ITERATE
            | K::EXECUTE
            | K::GET
            | K::OPEN
            | K::FETCH
            | K::CLOSE
            | K::MOVE
            | K::ASSERT
            | K::RESIGNAL
            | K::COMMIT
            | K::ROLLBACK
            | K::RETURN
            | K::START
            | K::SAVEPOINT => {
                let what = format!("{} in a procedure", self.word().text());
                return Err(self.unsupported(&what));
            }
            _ if self.at(Kind::ShiftLeft) => {
                self.advance();
                let label = self.any_name()?.text;
                self.expect(Kind::ShiftRight)?;
                match self.at_any(&[K::LOOP, K::WHILE, K::FOR, K::FOREACH]) {
                    true => self.loop_statement(Some(label))?,
                    false => return Err(self.unsupported("labels of blocks")),
                }
            }
            _ if plpgsql && self.at_assignment() => {
                let target = self.column_name()?;
                self.advance();
                ProcStatement::Assign { target, value: self.expr()? }
            }
            _ if !plpgsql && self.at_name() && self.word() == K::NONE => {
                self.advance();
                return Err(self.unexpected());
            }
            _ => self.sql()?,
        };
        statements.push(statement);
        Ok(())
    }

    /// `name :=` or `new.name =`.
    fn at_assignment(&self) -> bool {
        let mut ahead = Parser::new(self.text, self.token.start as usize, self.rules);
        ahead.column_name().is_ok() && matches!(ahead.token.kind, Kind::ColonEq | Kind::Eq)
    }

    fn sql(&mut self) -> Result<ProcStatement> {
        self.into = None;
        if self.is(Grammar::Postgresql) && self.at_name() && self.peek().kind == Kind::LBracket {
            // The array with that element.
            let start = self.token.start;
            let target = self.column_name()?;
            self.expect(Kind::LBracket)?;
            let index = self.expr()?;
            self.expect(Kind::RBracket)?;
            if !self.eat(Kind::ColonEq) {
                self.expect(Kind::Eq)?;
            }
            let value = self.expr()?;
            let span = self.since(start);
            let array = Expr { kind: ExprKind::Column(target.clone()), span };
            let name = Ident { text: Rc::from(WITH_ELEMENT), quote: None, span };
            let name = ObjectName { schema: None, name };
            let call = super::expr::plain_call(name, vec![array, index, value]);
            let value = Expr { kind: ExprKind::Function(Box::new(call)), span };
            return Ok(ProcStatement::Assign { target, value });
        }
        let statement = self.statement()?;
        if self.at_word(K::INTO) {
            self.select_into()?;
        }
        if let Some((targets, strict)) = self.into.take() {
            let statement = Rc::new(statement);
            return Ok(ProcStatement::Into { statement, targets, strict });
        }
        if let StatementKind::Query(_) = &statement.kind
            && !self.is(Grammar::Postgresql)
        {
            self.rows_shown(&statement)?;
        }
        Ok(ProcStatement::Sql(Rc::new(statement)))
    }

    /// `INTO [STRICT] variables` of a query in a body.
    pub(super) fn select_into(&mut self) -> Result<()> {
        if !self.in_trigger && self.is(Grammar::Postgresql) && self.into_table.is_none() {
            self.advance();
            let temp = self.eat_any(&[K::TEMP, K::TEMPORARY]).is_some();
            self.eat_any(&[K::UNLOGGED, K::TABLE]);
            self.eat_word(K::TABLE);
            let name = self.object_name()?;
            self.into_table = Some(Box::new(super::table::empty(name, temp)));
            return Ok(());
        }
        let variables = self.is(Grammar::Mysql) && self.peek().kind == Kind::UserVariable;
        if !(self.in_trigger || variables) || self.into.is_some() {
            return Err(self.unsupported("SELECT INTO"));
        }
        self.advance();
        let strict = self.at_word(K::STRICT);
        if strict {
            self.advance();
        }
        self.into = Some((self.list(Parser::target_of_into)?, strict));
        Ok(())
    }

    /// A variable, or MySQL's `@name`, which stands under that name.
    pub(super) fn target_of_into(&mut self) -> Result<ColumnName> {
        let token = self.token;
        if token.kind != Kind::UserVariable {
            return self.column_name();
        }
        let ExprKind::Variable { name, .. } = self.variable() else {
            return Err(self.unexpected_at(token));
        };
        Ok(user_variable(&name, token.span()))
    }

    /// `CASE [operand] WHEN … THEN … ELSE … END CASE`, as an IF.
    fn case_statement(&mut self) -> Result<ProcStatement> {
        let outer = self.enter()?;
        self.advance();
        let operand = if self.at_word(K::WHEN) { None } else { Some(self.expr()?) };
        let mut branches = Vec::new();
        while self.eat_word(K::WHEN) {
            let start = self.token.start;
            let list = self.list(Parser::expr)?;
            let span = self.since(start);
            let condition = match (&operand, list) {
                (Some(operand), list) => {
                    let expr = Box::new(operand.clone());
                    Expr { kind: ExprKind::InList { expr, list, not: false }, span }
                }
                (None, mut list) => match list.pop() {
                    Some(condition) if list.is_empty() => condition,
                    _ => return Err(self.unexpected()),
                },
            };
            self.expect_word(K::THEN)?;
            branches.push((condition, self.statements(&[K::WHEN, K::ELSE, K::END])?));
        }
        let otherwise = match self.eat_word(K::ELSE) {
            true => self.statements(&[K::END])?,
            false if self.is(Grammar::Mysql) => {
                let item = |name: &str, value| {
                    let kind = ExprKind::Literal(value);
                    (Rc::from(name), Expr { kind, span: crate::span::Span::default() })
                };
                let text = super::ast::Literal::Text("Case not found for CASE statement".into());
                let items = vec![
                    item("MESSAGE_TEXT", text),
                    item("MYSQL_ERRNO", super::ast::Literal::Integer(1339)),
                ];
                vec![ProcStatement::Signal { sqlstate: "20000".into(), items, again: false }]
            }
            // A CASE that nothing fits is an error (plpgsql-control-structures).
            false => vec![ProcStatement::Raise {
                level: "EXCEPTION".into(),
                format: Some("case not found".into()),
                condition: Some("20000".into()),
                args: Vec::new(),
                using: vec![(
                    "HINT".into(),
                    Expr {
                        kind: ExprKind::Literal(Literal::Text(
                            "CASE statement is missing ELSE part.".into(),
                        )),
                        span: self.since(self.token.start),
                    },
                )],
            }],
        };
        self.expect_words(&[K::END, K::CASE])?;
        self.leave(outer);
        Ok(ProcStatement::If { branches, otherwise })
    }

    fn loop_statement(&mut self, label: Option<Rc<str>>) -> Result<ProcStatement> {
        let outer = self.enter()?;
        let word = self.word();
        self.advance();
        let kind = match word {
            K::WHILE => {
                let end = self.place_of_loop()?;
                LoopKind::While(self.part(end, Parser::expr)?)
            }
            K::FOR => self.for_loop()?,
            K::FOREACH => {
                let targets = self.list(Parser::column_name)?;
                if self.text_of(self.token).eq_ignore_ascii_case("slice") {
                    return Err(self.unsupported("SLICE"));
                }
                self.expect_words(&[K::IN, K::ARRAY])?;
                let end = self.place_of_loop()?;
                LoopKind::Items(targets, self.part(end, Parser::expr)?)
            }
            _ => LoopKind::Forever,
        };
        if word != K::LOOP {
            self.expect_word(K::LOOP)?;
        }
        self.labels.push(label.clone().unwrap_or_default());
        let body = self.statements(&[K::END])?;
        self.labels.pop();
        self.expect_words(&[K::END, K::LOOP])?;
        if label.is_some() && !self.at(Kind::Semicolon) {
            self.any_name()?;
        }
        self.leave(outer);
        Ok(ProcStatement::Loop(kind, body, label))
    }

    /// `name IN [REVERSE] a .. b [BY c]`, `targets IN query`.
    fn for_loop(&mut self) -> Result<LoopKind> {
        let targets = self.list(Parser::column_name)?;
        self.expect_word(K::IN)?;
        let reverse = self.eat_word(K::REVERSE);
        let end = self.place_of_loop()?;
        let start = self.token.start as usize;
        let range = self.text.get(start..end).and_then(|text| text.find(".."));
        let queries = [K::SELECT, K::WITH, K::VALUES, K::INSERT, K::UPDATE, K::DELETE, K::MERGE];
        let is_query = self.at_any(&queries);
        if self.eat_word(K::EXECUTE) {
            return self.part(end, |parser| {
                let command = parser.expr()?;
                let using = match parser.eat_word(K::USING) {
                    true => parser.list(Parser::expr)?,
                    false => Vec::new(),
                };
                Ok(LoopKind::Execute(targets, command, using))
            });
        }
        if is_query
            || range.is_none()
            || self.at(Kind::LParen) && !is_number_range(self.text, start, end)
        {
            return Ok(LoopKind::Rows(targets, Rc::new(self.part(end, Parser::statement)?)));
        }
        let dots = start + range.unwrap_or_default();
        let from = self.part(dots, Parser::expr)?;
        self.go_on_at(dots + 2);
        let (to, step) = self.part(end, |parser| {
            let to = parser.expr()?;
            let step = if parser.eat_word(K::BY) { Some(parser.expr()?) } else { None };
            Ok((to, step))
        })?;
        let name = targets.into_iter().next().map(|t| t.name).ok_or_else(|| self.unexpected())?;
        let bounds = Box::new((from, to));
        Ok(LoopKind::Range { name, bounds, step, reverse })
    }

    /// Where the LOOP of a loop's head stands.
    fn place_of_loop(&mut self) -> Result<usize> {
        let mut ahead = Parser::new(self.text, self.token.start as usize, self.rules);
        while !ahead.at_word(K::LOOP) {
            if matches!(ahead.token.kind, Kind::End | Kind::Semicolon) {
                return Err(ahead.unexpected());
            }
            ahead.advance();
        }
        Ok(ahead.token.start as usize)
    }

    /// `GET [CURRENT | STACKED] DIAGNOSTICS a = ROW_COUNT, …`.
    fn diagnostics(&mut self) -> Result<ProcStatement> {
        self.advance();
        while !self.at_word(K::DIAGNOSTICS) {
            if !self.at_name() {
                return Err(self.unexpected());
            }
            self.advance();
        }
        self.advance();
        let items = self.list(|parser| {
            let target = parser.column_name()?;
            if !parser.eat(Kind::ColonEq) {
                parser.expect(Kind::Eq)?;
            }
            Ok((target, parser.upper_word()?))
        })?;
        Ok(ProcStatement::Diagnostics(items))
    }

    /// `EXECUTE command [INTO targets] [USING values]`.
    fn execute(&mut self, gives: bool) -> Result<ProcStatement> {
        self.advance();
        let command = self.expr()?;
        let (mut targets, mut using, mut strict) = (Vec::new(), Vec::new(), false);
        loop {
            if self.eat_word(K::INTO) {
                strict = self.eat_word(K::STRICT);
                targets = self.list(Parser::column_name)?;
            } else if self.eat_word(K::USING) {
                using = self.list(Parser::expr)?;
            } else {
                return Ok(ProcStatement::Execute { command, targets, strict, using, gives });
            }
        }
    }

    fn if_statement(&mut self) -> Result<ProcStatement> {
        let outer = self.enter()?;
        self.advance();
        let ends = [K::ELSEIF, K::ELSIF, K::ELSE, K::END];
        let mut branches = Vec::new();
        loop {
            let condition = self.expr()?;
            self.expect_word(K::THEN)?;
            branches.push((condition, self.statements(&ends)?));
            let another = match self.is(Grammar::Postgresql) {
                true => self.eat_any(&[K::ELSEIF, K::ELSIF]).is_some(),
                false => self.eat_word(K::ELSEIF),
            };
            if !another {
                break;
            }
        }
        let otherwise =
            if self.eat_word(K::ELSE) { self.statements(&[K::END])? } else { Vec::new() };
        self.expect_words(&[K::END, K::IF])?;
        self.leave(outer);
        Ok(ProcStatement::If { branches, otherwise })
    }

    /// `name type [NOT NULL] [{DEFAULT | := | =} value]`.
    fn plpgsql_declaration(&mut self) -> Result<ProcStatement> {
        let name = self.name()?;
        if self.at_any(&[K::ALIAS, K::CURSOR, K::SCROLL]) {
            return Err(self.unsupported(&format!("DECLARE … {}", self.word().text())));
        }
        let constant = self.eat_word(K::CONSTANT);
        let ty = self.declared_type()?;
        let at = self.token.span();
        let not_null = self.at_words(&[K::NOT, K::NULL]);
        if not_null {
            self.advance();
            self.advance();
        }
        let given = self.eat_word(K::DEFAULT) || self.eat(Kind::ColonEq) || self.eat(Kind::Eq);
        let value = if given { Some(self.expr()?) } else { None };
        if not_null && value.is_none() {
            return Err(Refusal::VariableWithoutValue.of(&[&name.text]).at(at));
        }
        Ok(ProcStatement::Declare { name, ty, value, constant, not_null })
    }

    /// A type's name, `column%TYPE`, `table%ROWTYPE` or RECORD.
    fn declared_type(&mut self) -> Result<DeclaredType> {
        if self.at_word(K::RECORD) {
            self.advance();
            return Ok(DeclaredType::Record);
        }
        let mut ahead = Parser::new(self.text, self.token.start as usize, self.rules);
        if let Ok(column) = ahead.column_name()
            && ahead.eat(Kind::Percent)
        {
            let word = ahead.upper_word()?;
            self.go_on_at(ahead.token.start as usize);
            return Ok(match &*word {
                "ROWTYPE" => {
                    DeclaredType::RowOf(ObjectName { schema: column.table, name: column.name })
                }
                _ => DeclaredType::OfColumn(column),
            });
        }
        self.type_name().map(DeclaredType::Named)
    }

    /// A DECLARE, which stands at the start of its block.
    fn mysql_declaration(&mut self, statements: &mut Vec<ProcStatement>) -> Result<()> {
        let declares = |statement: &ProcStatement| {
            matches!(
                statement,
                ProcStatement::Declare { .. }
                    | ProcStatement::Condition(..)
                    | ProcStatement::DeclareCursor(..)
                    | ProcStatement::Handler { .. }
            )
        };
        if !statements.iter().all(declares) {
            return Err(self.unexpected());
        }
        let known = statements.len();
        self.mysql_declared(statements)?;
        (known..statements.len())
            .try_for_each(|at| super::routine::refuse_declared(&statements[..at], &statements[at]))
    }

    /// `DECLARE a, b INT DEFAULT 0`.
    fn mysql_declared(&mut self, statements: &mut Vec<ProcStatement>) -> Result<()> {
        self.advance();
        if self.at_any(&[K::CONTINUE, K::EXIT, K::UNDO]) && self.peek_word() == K::HANDLER {
            statements.push(self.mysql_handler()?);
            return Ok(());
        }
        let names = self.list(Parser::name)?;
        if self.at_any(&[K::CURSOR, K::CONDITION]) {
            let Some(name) = names.first() else { return Err(self.unexpected()) };
            statements.push(self.mysql_named(&name.text)?);
            return Ok(());
        }
        let ty = self.type_name()?;
        let value = if self.eat_word(K::DEFAULT) { Some(self.expr()?) } else { None };
        statements.extend(names.into_iter().map(|name| ProcStatement::Declare {
            name,
            ty: DeclaredType::Named(ty.clone()),
            value: value.clone(),
            constant: false,
            not_null: false,
        }));
        Ok(())
    }

    fn return_statement(&mut self) -> Result<ProcStatement> {
        let start = self.token.span();
        self.advance();
        let rows = self.eat_any(&[K::QUERY, K::NEXT]);
        let set = "function returning set";
        match (self.gives, rows) {
            (Some(gives), Some(word)) if gives != set => {
                return Err(Refusal::NoSetGiven.of(&[word.text()]).at(start));
            }
            (Some(""), None) if self.at(Kind::Semicolon) => {
                return Err(Refusal::MissingExpression.of(&[";"]).at(self.token.span()));
            }
            (Some(gives), None) if !gives.is_empty() && !self.at(Kind::Semicolon) => {
                let why = match gives {
                    "a procedure" => Refusal::ReturnOfProcedure,
                    gives if gives == set => Refusal::ReturnOfSet,
                    _ => Refusal::ReturnGiven,
                };
                return Err(why.of(&[gives]).at(self.token.span()));
            }
            _ => {}
        }
        if rows == Some(K::QUERY) {
            return match self.at_word(K::EXECUTE) {
                true => self.execute(true),
                false => Ok(ProcStatement::ReturnQuery(Rc::new(self.statement()?))),
            };
        }
        let value = if self.at(Kind::Semicolon) { None } else { Some(self.expr()?) };
        Ok(match rows {
            Some(_) => ProcStatement::ReturnNext(value),
            None => ProcStatement::Return(value),
        })
    }

    /// `RAISE level 'format', arguments USING name = value, …`.
    fn raise_statement(&mut self) -> Result<ProcStatement> {
        self.advance();
        let levels = [K::DEBUG, K::LOG, K::INFO, K::NOTICE, K::WARNING, K::EXCEPTION];
        let level = self.eat_any(&levels).unwrap_or(K::EXCEPTION).text();
        let (mut format, mut condition): (Option<Rc<str>>, Option<Rc<str>>) = (None, None);
        let mut args = Vec::new();
        if matches!(self.token.kind, Kind::Text | Kind::EscapeText | Kind::DollarText) {
            format = Some(self.text()?);
            while self.eat(Kind::Comma) {
                args.push(self.expr()?);
            }
            let holes = format.as_deref().unwrap_or("").replace("%%", "").matches('%').count();
            if holes != args.len() {
                return Err(ErrorKind::RaiseCount { many: args.len() > holes }.nowhere());
            }
        } else if !self.at_word(K::USING) && !self.at(Kind::Semicolon) {
            condition = Some(self.condition()?);
        }
        let mut using = Vec::new();
        if self.eat_word(K::USING) {
            using = self.list(|parser| {
                let name = parser.upper_word()?;
                if !parser.eat(Kind::ColonEq) {
                    parser.expect(Kind::Eq)?;
                }
                Ok((name, parser.expr()?))
            })?;
        }
        Ok(ProcStatement::Raise { level: level.into(), format, condition, args, using })
    }

    /// `ASSERT condition [, message]` raises where the condition is not true.
    fn assert(&mut self) -> Result<ProcStatement> {
        let start = self.advance().start;
        let condition = Box::new(self.expr()?);
        let given = if self.eat(Kind::Comma) { Some(self.expr()?) } else { None };
        let span = self.since(start);
        let expr = |kind| Expr { kind, span };
        let text = |text: &str| expr(ExprKind::Literal(Literal::Text(Rc::from(text))));
        let name = super::ast::ObjectName {
            schema: None,
            name: Ident { text: Rc::from("coalesce"), quote: None, span },
        };
        let message = match given {
            Some(given) => {
                let args = vec![given, text("assertion failed")];
                expr(ExprKind::Function(Box::new(super::expr::plain_call(name, args))))
            }
            None => text("assertion failed"),
        };
        let raise = ProcStatement::Raise {
            level: "EXCEPTION".into(),
            format: Some("%".into()),
            condition: None,
            args: vec![message],
            using: vec![("ERRCODE".into(), text("P0004"))],
        };
        let untrue = ExprKind::IsTruth { expr: condition, value: Some(true), not: true };
        Ok(ProcStatement::If { branches: vec![(expr(untrue), vec![raise])], otherwise: Vec::new() })
    }

    /// `PERFORM a FROM …` is a SELECT whose rows nobody looks at.
    fn perform(&mut self) -> Result<ProcStatement> {
        // The word stands where SELECT would.
        let start = self.token.start;
        Ok(ProcStatement::Perform(self.query_from_select(start)?))
    }

    /// `SET NEW.a = 1, b = 2, @c = 3`: columns and local variables are assigned, the others are
    /// SET statements.
    fn procedural_set(&mut self, statements: &mut Vec<ProcStatement>) -> Result<()> {
        let start = self.advance().start;
        let assignments = self.list(|parser| {
            if !parser.at_name() || parser.at_any(&[K::SESSION, K::GLOBAL, K::LOCAL]) {
                let variable = parser.set_variable()?;
                return Ok(Set::Variable(variable));
            }
            let target = parser.column_name()?;
            if !parser.eat(Kind::ColonEq) {
                parser.expect(Kind::Eq)?;
            }
            Ok(Set::Target(target, parser.expr()?))
        })?;
        let span = self.since(start);
        statements.extend(assignments.into_iter().map(|assignment| match assignment {
            Set::Target(target, value) => ProcStatement::Assign { target, value },
            Set::Variable(variable) if variable.user => ProcStatement::Assign {
                target: user_variable(&variable.name.text, span),
                value: variable.value,
            },
            Set::Variable(variable) => ProcStatement::Sql(Rc::new(super::ast::Statement {
                kind: StatementKind::Set(vec![variable]),
                span,
            })),
        }));
        Ok(())
    }
}

/// `@name` as the target of an assignment.
fn user_variable(name: &str, span: crate::span::Span) -> ColumnName {
    let name = super::ast::Ident { text: Rc::from(format!("@{name}")), quote: None, span };
    ColumnName { schema: None, table: None, name }
}

/// One part of a SET inside a body.
enum Set {
    Target(ColumnName, Expr),
    Variable(super::ast::SetVariable),
}

/// Whether the head of a loop that begins with a parenthesis is a range of numbers: its dots stand
/// outside parentheses.
fn is_number_range(text: &str, start: usize, end: usize) -> bool {
    let head = text.get(start..end).unwrap_or_default();
    let before = head.split("..").next().unwrap_or_default();
    before.matches('(').count() == before.matches(')').count()
}
