//! CREATE: which object, and the small ones (views, sequences, types, domains). Tables, indexes,
//! triggers and functions have files of their own.

use super::ast::{ColumnConstraintKind, CreateView, Database, SequenceOptions, StatementKind};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind, Token};
use crate::error::{Error, ErrorKind, Refusal, Result};

/// What else there is to create, alter and drop, as far as the words are no keywords here.
const OBJECTS: &[&str] = &[
    "access",
    "aggregate",
    "extension",
    "foreign",
    "policy",
    "publication",
    "rule",
    "server",
    "subscription",
    "transform",
];

/// What MySQL creates, drops, starts and shows, and is not here (sql_yacc.yy).
const MYSQL_OBJECTS: &[&str] = &[
    "AGGREGATE",
    "BINARY",
    "BINLOG",
    "CHARACTER",
    "CHARSET",
    "COLLATION",
    "COUNT",
    "CREATE",
    "ENGINE",
    "ENGINES",
    "EVENT",
    "EVENTS",
    "EXTENDED",
    "FULLTEXT",
    "FUNCTION",
    "GRANTS",
    "GROUP_REPLICATION",
    "INSTANCE",
    "LOADABLE",
    "LOGFILE",
    "MASTER",
    "OPEN",
    "PLUGINS",
    "PREPARE",
    "PRIVILEGES",
    "PROCEDURE",
    "PROCESSLIST",
    "PROFILE",
    "PROFILES",
    "RELAYLOG",
    "REPLICA",
    "REPLICAS",
    "RESOURCE",
    "ROLE",
    "SERVER",
    "SLAVE",
    "SPATIAL",
    "STATUS",
    "STORAGE",
    "TABLESPACE",
    "UNDO",
    "USER",
];

impl Parser<'_> {
    /// CREATE and what follows.
    pub(super) fn create(&mut self) -> Result<StatementKind> {
        let start = self.advance();
        let or_replace = !self.is(Grammar::Sqlite) && self.eat_words(&[K::OR, K::REPLACE]);
        self.definer()?;
        let scoped = self.is(Grammar::Postgresql) && self.eat_any(&[K::GLOBAL, K::LOCAL]).is_some();
        let temp = self.eat_any(&[K::TEMP, K::TEMPORARY]).is_some();
        if scoped && !temp {
            return Err(self.unexpected());
        }
        if !temp && self.is(Grammar::Postgresql) {
            // Durability is all that it changes.
            self.eat_word(K::UNLOGGED);
        }
        if self.is(Grammar::Postgresql)
            && self.text_of(self.token).eq_ignore_ascii_case("extension")
        {
            return self.create_extension(start);
        }
        let unique = !temp && self.at_word(K::UNIQUE);
        if unique {
            self.advance();
        }
        match self.word() {
            K::INDEX if !temp && !or_replace => {
                Ok(StatementKind::CreateIndex(Box::new(self.create_index(unique)?)))
            }
            _ if unique => Err(self.unexpected()),
            K::TABLE if !or_replace => {
                Ok(StatementKind::CreateTable(Box::new(self.create_table(temp)?)))
            }
            K::VIEW => self.create_view(temp, or_replace),
            K::TRIGGER => self.create_trigger(temp, or_replace),
            K::CONSTRAINT if self.is(Grammar::Postgresql) && self.peek_word() == K::TRIGGER => {
                self.create_trigger(temp, or_replace)
            }
            K::FUNCTION | K::PROCEDURE if self.is(Grammar::Postgresql) => {
                self.create_function(or_replace)
            }
            K::FUNCTION | K::PROCEDURE if self.is(Grammar::Mysql) && !temp && !or_replace => {
                self.create_routine()
            }
            K::DATABASE | K::SCHEMA if self.is(Grammar::Mysql) && !temp && !or_replace => {
                self.database("CREATE DATABASE")
            }
            K::SEQUENCE if self.is(Grammar::Postgresql) => self.create_sequence(),
            K::TYPE if self.is(Grammar::Postgresql) => self.create_type(),
            K::DOMAIN if self.is(Grammar::Postgresql) => self.create_domain(),
            K::SCHEMA if self.is(Grammar::Postgresql) && !temp && !or_replace => {
                self.create_schema()
            }
            K::VIRTUAL if self.is(Grammar::Sqlite) => Err(self.unsupported("CREATE VIRTUAL TABLE")),
            _ if self.is(Grammar::Sqlite) => Err(self.unexpected()),
            K::FULLTEXT | K::SPATIAL => Err(self.unsupported_statement(start)),
            _ => Err(self.unsupported_or_unexpected(start)),
        }
    }

    /// MySQL's `ALGORITHM = UNDEFINED`, `DEFINER = user`, `SQL SECURITY INVOKER`.
    fn definer(&mut self) -> Result<()> {
        while self.is(Grammar::Mysql) {
            match self.word() {
                K::DEFINER => self.skip_definer()?,
                // Which plan a view gets does not show; a view that is always made anew cannot be
                // written.
                K::ALGORITHM => {
                    self.advance();
                    self.expect(Kind::Eq)?;
                    let how = self.upper_word()?;
                    if !matches!(&*how, "UNDEFINED" | "MERGE") {
                        return Err(self.unsupported("views that are made anew"));
                    }
                }
                K::SQL => {
                    self.advance();
                    self.expect_word(K::SECURITY)?;
                    self.advance();
                }
                _ => break,
            }
        }
        Ok(())
    }

    /// The statement that begins at a token is known and not read: both words name it.
    pub(super) fn unsupported_statement(&self, start: Token) -> Error {
        let first = self.text_of(start).to_ascii_uppercase();
        let what = match self.token.kind {
            Kind::Word(_) => {
                format!("{first} {}", self.text_of(self.token).to_ascii_uppercase())
            }
            _ => first,
        };
        ErrorKind::unsupported(what).at(start.span().to(self.token.span()))
    }

    /// CREATE, DROP and ALTER of other things than words are plain errors.
    pub(super) fn unsupported_or_unexpected(&self, start: Token) -> Error {
        let word = self.text_of(self.token);
        if self.is(Grammar::Mysql) {
            return match MYSQL_OBJECTS.iter().any(|o| o.eq_ignore_ascii_case(word)) {
                true => self.unsupported_statement(start),
                false => self.unexpected(),
            };
        }
        match self.word() {
            K::NONE if !OBJECTS.iter().any(|o| o.eq_ignore_ascii_case(word)) => self.unexpected(),
            _ => self.unsupported_statement(start),
        }
    }

    /// CREATE SCHEMA of a name or of the user's; what it holds is made by statements of its own.
    fn create_schema(&mut self) -> Result<StatementKind> {
        self.advance();
        let if_not_exists = self.if_not_exists()?;
        let mut name = None;
        if !self.at_word(K::AUTHORIZATION) {
            name = Some(self.name()?);
        }
        if name.is_none() || self.at_word(K::AUTHORIZATION) {
            self.expect_word(K::AUTHORIZATION)?;
            let owner = self.any_name()?;
            name = name.or(Some(owner));
        }
        if self.at_word(K::CREATE) {
            return Err(self.unsupported("what CREATE SCHEMA makes in it"));
        }
        match name {
            Some(name) => Ok(StatementKind::CreateSchema(name, if_not_exists)),
            None => Err(self.unexpected()),
        }
    }

    /// CREATE EXTENSION of those whose functions are here.
    fn create_extension(&mut self, start: Token) -> Result<StatementKind> {
        let refused = self.unsupported_statement(start);
        self.advance();
        let unless = self.if_not_exists()?;
        let name = self.any_name()?;
        if !matches!(&*name.text, "btree_gist" | "pgcrypto" | "plpgsql" | "uuid-ossp") {
            return Err(refused);
        }
        // Where it is put and which version.
        while !matches!(self.token.kind, Kind::End | Kind::Semicolon) {
            self.advance();
        }
        let (verb, options) = ("CREATE EXTENSION", Vec::new());
        Ok(StatementKind::Database(Database { verb, unless, name, options }))
    }

    /// CREATE DATABASE, DROP DATABASE, USE from their last word on.
    pub(super) fn database(&mut self, verb: &'static str) -> Result<StatementKind> {
        self.advance();
        let unless = match verb {
            "CREATE DATABASE" => self.if_not_exists()?,
            "DROP DATABASE" => self.if_exists()?,
            _ => false,
        };
        let name = self.name()?;
        let options = match verb {
            "CREATE DATABASE" => self.database_options()?,
            _ => Vec::new(),
        };
        Ok(StatementKind::Database(Database { verb, unless, name, options }))
    }

    pub(super) fn create_view(&mut self, temp: bool, or_replace: bool) -> Result<StatementKind> {
        self.advance();
        let mut view = CreateView {
            check: None,
            alters: false,
            temp,
            or_replace,
            if_not_exists: self.if_not_exists()?,
            name: self.object_name()?,
            columns: self.optional_name_list()?,
            query: {
                if self.at_word(K::WITH) && self.is(Grammar::Postgresql) {
                    return Err(self.unsupported("view options"));
                }
                self.expect_word(K::AS)?;
                self.query()?
            },
        };
        if !self.is(Grammar::Sqlite) && self.eat_word(K::WITH) {
            let word = self.text_of(self.token).to_ascii_lowercase();
            let local = word == "local";
            if local || word == "cascaded" {
                self.advance();
            }
            self.expect_words(&[K::CHECK, K::OPTION])?;
            view.check = Some(!local);
        }
        Ok(StatementKind::CreateView(Box::new(view)))
    }

    fn create_sequence(&mut self) -> Result<StatementKind> {
        self.advance();
        let if_not_exists = self.if_not_exists()?;
        let name = self.object_name()?;
        let mut options = SequenceOptions::default();
        while self.sequence_option(&mut options)? {}
        Ok(StatementKind::CreateSequence { name, if_not_exists, options })
    }

    /// `(START WITH 10 …)` or nothing.
    pub(super) fn paren_sequence_options(&mut self) -> Result<SequenceOptions> {
        let mut options = SequenceOptions::default();
        if self.eat(Kind::LParen) {
            while self.sequence_option(&mut options)? {}
            self.expect(Kind::RParen)?;
        }
        Ok(options)
    }

    /// One option of a sequence; false when there is none.
    pub(super) fn sequence_option(&mut self, options: &mut SequenceOptions) -> Result<bool> {
        let word = self.word();
        let peeked = self.peek_word();
        let again = match if word == K::NO { peeked } else { word } {
            K::AS => options.ty.is_some(),
            K::START => options.start.is_some(),
            K::RESTART => options.restart.is_some(),
            K::INCREMENT => options.increment.is_some(),
            K::MINVALUE => options.min.is_some(),
            K::MAXVALUE => options.max.is_some(),
            K::CYCLE => options.cycle.is_some(),
            K::CACHE => options.cache.is_some(),
            K::OWNED => options.owned_by.is_some(),
            _ => false,
        };
        if again {
            return Err(Refusal::OptionTwice.of(&[]).at(self.token.span()));
        }
        match word {
            K::AS => {
                self.advance();
                options.ty = Some(self.type_name()?);
            }
            K::START | K::RESTART => {
                self.advance();
                let with = self.eat_word(K::WITH);
                let number = matches!(self.token.kind, Kind::Integer | Kind::Minus | Kind::Plus);
                let value = if with || number || word == K::START {
                    Some(self.signed_integer()?)
                } else {
                    None
                };
                match word {
                    K::START => options.start = value,
                    _ => options.restart = Some(value),
                }
            }
            K::INCREMENT => {
                self.advance();
                self.eat_word(K::BY);
                options.increment = Some(self.signed_integer()?);
            }
            K::MINVALUE => {
                self.advance();
                options.min = Some(Some(self.signed_integer()?));
            }
            K::MAXVALUE => {
                self.advance();
                options.max = Some(Some(self.signed_integer()?));
            }
            K::NO => {
                self.advance();
                match self.eat_any(&[K::MINVALUE, K::MAXVALUE, K::CYCLE]) {
                    Some(K::MINVALUE) => options.min = Some(None),
                    Some(K::MAXVALUE) => options.max = Some(None),
                    Some(_) => options.cycle = Some(false),
                    None => return Err(self.unexpected()),
                }
            }
            K::CYCLE => {
                self.advance();
                options.cycle = Some(true);
            }
            K::CACHE => {
                // How many numbers a session takes at once; with one session none is lost.
                self.advance();
                options.cache = Some(self.signed_integer()?);
            }
            K::OWNED => {
                self.expect_words(&[K::OWNED, K::BY])?;
                let column = self.column_name()?;
                let none = column.table.is_none() && &*column.name.text == "none";
                options.owned_by = Some((!none).then_some(column));
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// `CREATE TYPE name AS ENUM ('a', 'b')`.
    fn create_type(&mut self) -> Result<StatementKind> {
        self.advance();
        let name = self.object_name()?;
        if !self.at_words(&[K::AS, K::ENUM]) {
            return Err(self.unsupported("types that are no ENUM"));
        }
        self.expect_words(&[K::AS, K::ENUM])?;
        self.expect(Kind::LParen)?;
        let mut labels = Vec::new();
        if !self.at(Kind::RParen) {
            labels = self.list(Parser::text)?;
        }
        self.expect(Kind::RParen)?;
        Ok(StatementKind::CreateEnum { name, labels })
    }

    fn create_domain(&mut self) -> Result<StatementKind> {
        self.advance();
        let name = self.object_name()?;
        self.eat_word(K::AS);
        let base = self.type_name()?;
        let constraints = self.column_constraints(&mut None)?;
        let foreign = |kind: &ColumnConstraintKind| {
            matches!(
                kind,
                ColumnConstraintKind::PrimaryKey { .. }
                    | ColumnConstraintKind::Unique { .. }
                    | ColumnConstraintKind::References(_)
                    | ColumnConstraintKind::Generated { .. }
                    | ColumnConstraintKind::Identity { .. }
            )
        };
        if let Some(constraint) = constraints.iter().find(|constraint| foreign(&constraint.kind)) {
            let what = "this kind of constraint on a domain";
            return Err(ErrorKind::unsupported(what).at(constraint.span));
        }
        Ok(StatementKind::CreateDomain { name, base, constraints })
    }
}
