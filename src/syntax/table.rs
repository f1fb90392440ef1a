//! CREATE TABLE: columns, constraints and options in their order. The constraints themselves are
//! in `constraint.rs` and `table_constraint.rs`.

use std::rc::Rc;

use super::ast::ColumnConstraintKind as Constraint;
use super::ast::{ColumnConstraint, ColumnDef, CreateTable, Ident, ObjectName, OnCommit};
use super::conflict::{OrClause, Resolution};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::{ErrorKind, Result};
use crate::span::Span;

/// A table of which nothing is said yet.
pub(super) fn empty(name: ObjectName, temp: bool) -> CreateTable {
    CreateTable {
        temp,
        if_not_exists: false,
        name,
        columns: Vec::new(),
        constraints: Vec::new(),
        as_query: None,
        or: None,
        no_data: false,
        like: None,
        including: Vec::new(),
        without_rowid: false,
        strict: false,
        on_commit: None,
        options: Vec::new(),
    }
}

impl Parser<'_> {
    /// CREATE TABLE from TABLE on.
    pub(super) fn create_table(&mut self, temp: bool) -> Result<CreateTable> {
        self.expect_word(K::TABLE)?;
        let if_not_exists = self.if_not_exists()?;
        let mut table = empty(self.object_name()?, temp);
        table.if_not_exists = if_not_exists;
        match self.rules.grammar {
            Grammar::Sqlite => self.sqlite_table(&mut table)?,
            Grammar::Postgresql => self.postgresql_table(&mut table)?,
            Grammar::Mysql => self.mysql_table(&mut table)?,
        }
        Ok(table)
    }

    /// Columns first, then constraints, between which commas may be left out (parse.y, rules
    /// `columnlist` and `conslist_opt`).
    fn sqlite_table(&mut self, table: &mut CreateTable) -> Result<()> {
        if self.eat_word(K::AS) {
            table.as_query = Some(self.query()?);
            return Ok(());
        }
        self.expect(Kind::LParen)?;
        self.columns_read.clear();
        loop {
            // A column's name forgets the constraint's name before it (build.c, sqlite3AddColumn).
            let mut sticky = None;
            let column = self.column_def(&mut sticky)?;
            self.note_key(table, &column);
            table.columns.push(column);
            if table.if_not_exists {
                self.columns_read.clear();
            }
            if !self.eat(Kind::Comma) {
                break;
            }
            if self.at_table_constraint() {
                self.sqlite_constraints(table, &mut sticky)?;
                break;
            }
        }
        self.expect(Kind::RParen)?;
        self.sqlite_table_options(table)
    }

    /// Notes a column that is there already (build.c, sqlite3AddColumn).
    fn note_column(&mut self, name: &Ident) {
        if self.columns_read.iter().any(|read| read.eq_ignore_ascii_case(&name.text)) {
            let name_text = name.text.to_string();
            self.note(ErrorKind::DuplicateColumn { name: name_text }.at(name.span));
        }
        self.columns_read.push(name.text.clone());
    }

    /// Notes what is wrong with a column's PRIMARY KEY (build.c, sqlite3AddPrimaryKey). Where the table may
    /// be there already, nothing is wrong with it.
    fn note_key(&mut self, table: &CreateTable, column: &ColumnDef) {
        let is_key = |c: &&ColumnConstraint| matches!(c.kind, Constraint::PrimaryKey { .. });
        let mut keys = table.columns.iter().flat_map(|c| &c.constraints).filter(is_key).count();
        let integer = column.ty.as_ref().is_some_and(|t| t.text.eq_ignore_ascii_case("INTEGER"));
        for constraint in column.constraints.iter().filter(|_| !table.if_not_exists) {
            let Constraint::PrimaryKey { descending, autoincrement } = constraint.kind else {
                continue;
            };
            keys += 1;
            let wrong = match keys {
                1 if autoincrement && (descending || !integer) => {
                    ErrorKind::AutoincrementNotAllowed { without_rowid: false }
                }
                1 => continue,
                _ => ErrorKind::SecondPrimaryKey { table: table.name.name.text.to_string() },
            };
            self.note(wrong.at(constraint.span));
        }
    }

    fn sqlite_constraints(
        &mut self,
        table: &mut CreateTable,
        sticky: &mut Option<Ident>,
    ) -> Result<()> {
        loop {
            if self.at_words(&[K::CONSTRAINT]) && self.at_lone_constraint_name() {
                self.advance();
                *sticky = Some(self.name()?);
            } else {
                table.constraints.push(self.table_constraint(sticky)?);
            }
            if self.eat(Kind::Comma) {
                *sticky = None;
            } else if self.at(Kind::RParen) {
                return Ok(());
            }
        }
    }

    /// `CONSTRAINT name` without a constraint, which SQLite takes.
    fn at_lone_constraint_name(&self) -> bool {
        let mut ahead = Parser::new(self.text, self.token.end as usize, self.rules);
        ahead.name().is_ok() && !ahead.at_any(&[K::PRIMARY, K::UNIQUE, K::CHECK, K::FOREIGN])
    }

    /// `WITHOUT ROWID, STRICT`.
    fn sqlite_table_options(&mut self, table: &mut CreateTable) -> Result<()> {
        // The list may begin with nothing and a comma.
        while self.at_name() || self.eat(Kind::Comma) {
            let start = self.token.start;
            let without = self.eat_word(K::WITHOUT);
            let token = self.token;
            let option = self.name()?;
            if without && option.text.eq_ignore_ascii_case("rowid") {
                table.without_rowid = true;
            } else if !without && option.text.eq_ignore_ascii_case("strict") {
                table.strict = true;
            } else {
                let message = format!("unknown table option: {}", self.text_of(token));
                self.note(self.sqlite_error(message, self.since(start)));
            }
            if !self.at(Kind::Comma) {
                break;
            }
        }
        Ok(())
    }

    /// A column: name, type, constraints. Only SQLite lets the type be left out.
    pub(super) fn column_def(&mut self, sticky: &mut Option<Ident>) -> Result<ColumnDef> {
        let start = self.token.start;
        let name = self.name()?;
        let untyped = self.is(Grammar::Sqlite) && !self.at_sqlite_type_word();
        let ty = if untyped { None } else { Some(self.type_name()?) };
        if self.is(Grammar::Sqlite) {
            self.note_column(&name);
        }
        let constraints = self.column_constraints(sticky).map_err(|mut error| {
            if let ErrorKind::GeneratedColumn { name: unknown } = &mut *error.kind {
                *unknown = name.text.to_string();
            }
            error
        })?;
        Ok(ColumnDef { name, ty, constraints, span: self.since(start) })
    }

    fn postgresql_table(&mut self, table: &mut CreateTable) -> Result<()> {
        if self.at_word(K::OF) || self.at_words(&[K::PARTITION, K::OF]) {
            return Err(self.unsupported(self.word().text()));
        }
        if self.at_words(&[K::ON, K::COMMIT]) {
            self.refuse_table_options()?;
        }
        if self.at(Kind::LParen) && self.at_bare_names() {
            let names = self.name_list()?;
            table.columns = names.into_iter().map(untyped_column).collect();
            self.refuse_table_options()?;
            if !self.at_any(&[K::AS, K::ON]) {
                return Err(self.unexpected());
            }
        } else if !self.at_any(&[K::AS, K::ON]) {
            self.parens(|parser| {
                if parser.at(Kind::RParen) {
                    return Ok(());
                }
                parser.list(|parser| parser.table_element(table)).map(|_| ())
            })?;
        }
        table.on_commit = self.on_commit()?;
        self.refuse_table_options()?;
        if self.eat_word(K::AS) {
            if self.at_word(K::EXECUTE) {
                return Err(self.unsupported("AS EXECUTE"));
            }
            table.as_query = Some(self.query()?);
            table.no_data = self.with_data()?;
        }
        Ok(())
    }

    /// `WITH [NO] DATA`; whether it says NO.
    fn with_data(&mut self) -> Result<bool> {
        if !self.eat_word(K::WITH) {
            return Ok(false);
        }
        let no = self.eat_word(K::NO);
        self.expect_word(K::DATA)?;
        Ok(no)
    }

    /// `(a, b) AS`: names alone, for the columns of a query. The first one tells.
    fn at_bare_names(&self) -> bool {
        let mut ahead = Parser::new(self.text, self.token.end as usize, self.rules);
        ahead.name().is_ok() && matches!(ahead.token.kind, Kind::Comma | Kind::RParen)
    }

    /// `ON COMMIT {PRESERVE ROWS | DELETE ROWS | DROP}`.
    fn on_commit(&mut self) -> Result<Option<OnCommit>> {
        if !self.at_words(&[K::ON, K::COMMIT]) {
            return Ok(None);
        }
        self.expect_words(&[K::ON, K::COMMIT])?;
        if self.eat_word(K::DROP) {
            return Ok(Some(OnCommit::Drop));
        }
        let deletes = self.eat_word(K::DELETE);
        if !deletes && !self.text_of(self.token).eq_ignore_ascii_case("preserve") {
            return Err(self.unexpected());
        }
        if !deletes {
            self.advance();
        }
        self.expect_word(K::ROWS)?;
        Ok(Some(if deletes { OnCommit::Delete } else { OnCommit::Keep }))
    }

    fn refuse_table_options(&mut self) -> Result<()> {
        let what = match self.word() {
            K::INHERITS => "INHERITS",
            K::PARTITION => "PARTITION BY",
            K::USING => "USING method",
            K::WITH => "WITH (storage parameters)",
            K::TABLESPACE => "TABLESPACE",
            _ => return Ok(()),
        };
        Err(self.unsupported(what))
    }

    /// A column, a constraint or LIKE.
    fn table_element(&mut self, table: &mut CreateTable) -> Result<()> {
        if self.eat_word(K::LIKE) {
            table.like = Some(self.object_name()?);
            while let Some(word) = self.eat_any(&[K::INCLUDING, K::EXCLUDING]) {
                let what = self.upper_word()?;
                match word {
                    K::INCLUDING => table.including.push(what),
                    _ => table.including.retain(|w| *w != what),
                }
            }
        } else if self.at_table_constraint() {
            table.constraints.push(self.table_constraint(&mut None)?);
        } else {
            table.columns.push(self.column_def(&mut None)?);
        }
        Ok(())
    }

    fn mysql_table(&mut self, table: &mut CreateTable) -> Result<()> {
        if self.eat_word(K::LIKE) {
            table.like = Some(self.object_name()?);
            return Ok(());
        }
        if self.at(Kind::LParen) && !self.at_paren_query() {
            self.expect(Kind::LParen)?;
            if self.eat_word(K::LIKE) {
                table.like = Some(self.object_name()?);
                self.expect(Kind::RParen)?;
                return Ok(());
            }
            self.list(|parser| parser.mysql_element(table))?;
            self.expect(Kind::RParen)?;
        }
        self.mysql_table_options(&mut table.options)?;
        if self.at_word(K::PARTITION) {
            return Err(self.unsupported("PARTITION BY"));
        }
        table.or = self.ignore();
        if self.at_word(K::REPLACE) {
            let span = self.advance().span();
            table.or = Some(OrClause { resolution: Resolution::Replace, span });
        }
        let named = self.eat_word(K::AS);
        if named || self.at_query() || self.at(Kind::LParen) {
            table.as_query = Some(self.query()?);
        }
        Ok(())
    }

    fn mysql_element(&mut self, table: &mut CreateTable) -> Result<()> {
        if self.at_table_constraint() {
            table.constraints.push(self.table_constraint(&mut None)?);
        } else {
            table.columns.push(self.column_def(&mut None)?);
        }
        Ok(())
    }

    /// `ENGINE=InnoDB AUTO_INCREMENT=10 …`, with or without commas.
    fn mysql_table_options(&mut self, options: &mut Vec<(Rc<str>, Rc<str>)>) -> Result<()> {
        while let Some(option) = self.mysql_table_option()? {
            options.push(option);
            if self.eat(Kind::Comma) && !self.at_table_option() {
                return Err(self.unexpected());
            }
        }
        Ok(())
    }

    pub(super) fn at_table_option(&self) -> bool {
        let words = [
            K::ENGINE,
            K::AUTO_INCREMENT,
            K::DEFAULT,
            K::CHARACTER,
            K::CHARSET,
            K::COLLATE,
            K::COMMENT,
            K::ROW_FORMAT,
            K::KEY_BLOCK_SIZE,
        ];
        self.at_any(&words) || self.at_words(&[K::CHAR, K::SET])
    }

    /// One option: its name in upper case and its value as written.
    pub(super) fn mysql_table_option(&mut self) -> Result<Option<(Rc<str>, Rc<str>)>> {
        let refused = [
            K::AVG_ROW_LENGTH,
            K::CHECKSUM,
            K::COMPRESSION,
            K::CONNECTION,
            K::DATA,
            K::ENCRYPTION,
            K::MAX_ROWS,
            K::MIN_ROWS,
            K::PACK_KEYS,
            K::STATS_PERSISTENT,
            K::TABLESPACE,
            K::UNION,
        ];
        if self.at_any(&refused) {
            return Err(self.unsupported(&format!("table option {}", self.word().text())));
        }
        if !self.at_table_option() {
            return Ok(None);
        }
        if self.eat_word(K::DEFAULT)
            && !self.at_any(&[K::CHARACTER, K::CHAR, K::CHARSET, K::COLLATE])
        {
            return Err(self.unexpected());
        }
        let mut name = self.upper_word()?;
        if matches!(&*name, "CHARACTER" | "CHAR") {
            self.expect_word(K::SET)?;
            name = "CHARSET".into();
        }
        self.eat(Kind::Eq);
        let numeric = matches!(&*name, "AUTO_INCREMENT" | "KEY_BLOCK_SIZE");
        let value = match self.token.kind {
            Kind::Integer => self.advance_text(),
            _ if numeric => return Err(self.unexpected()),
            Kind::Text => self.text()?,
            Kind::Word(K::BINARY | K::DEFAULT) => self.advance_text(),
            _ => self.name()?.text,
        };
        Ok(Some((name, value)))
    }

    /// The options of CREATE DATABASE.
    pub(super) fn database_options(&mut self) -> Result<Vec<(Rc<str>, Rc<str>)>> {
        let mut options = Vec::new();
        while self.at_any(&[K::DEFAULT, K::CHARACTER, K::CHAR, K::CHARSET, K::COLLATE]) {
            let Some(option) = self.mysql_table_option()? else {
                // CHAR without SET.
                self.advance();
                return Err(self.unexpected());
            };
            options.push(option);
        }
        match self.at_word(K::ENCRYPTION) {
            true => Err(self.unsupported("ENCRYPTION")),
            false => Ok(options),
        }
    }

    fn advance_text(&mut self) -> Rc<str> {
        let token = self.advance();
        Rc::from(self.text_of(token))
    }
}

fn untyped_column(name: Ident) -> ColumnDef {
    let span: Span = name.span;
    ColumnDef { name, ty: None, constraints: Vec::new(), span }
}
