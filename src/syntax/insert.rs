//! INSERT and REPLACE. What they say about collisions is in `conflict.rs`.

use std::rc::Rc;

use super::ast::{
    Assignment, Expr, Ident, Insert, InsertSource, ObjectName, Overriding, SetExpr, With,
};
use super::conflict::{OnConflict, OrClause, Resolution};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::Result;

impl Parser<'_> {
    /// An INSERT or REPLACE after its WITH.
    pub(super) fn insert(&mut self, with: Option<With>) -> Result<Insert> {
        let verb = self.advance();
        let replace = verb.kind == Kind::Word(K::REPLACE);
        let or = if replace {
            let resolution = Resolution::Replace;
            Some(OrClause { resolution, span: verb.span() })
        } else {
            self.or_clause()?
        };
        let mut delayed = false;
        if self.is(Grammar::Mysql) {
            // They say when the rows are written; with one session that is now.
            delayed = self.token.kind == Kind::Word(K::DELAYED);
            self.eat_any(&[K::LOW_PRIORITY, K::DELAYED, K::HIGH_PRIORITY]);
        }
        let or = if replace { or } else { self.ignore().or(or) };
        if !self.eat_word(K::INTO) && !self.is(Grammar::Mysql) {
            return Err(self.unexpected());
        }
        let verb = self.since(verb.start);
        let table = self.insert_table()?;
        let alias = if self.is(Grammar::Mysql) { None } else { self.alias_after_as()? };
        let mut insert = Insert {
            with,
            table,
            alias,
            columns: None,
            overriding: None,
            source: InsertSource::DefaultValues,
            row_alias: None,
            load: None,
            on_conflict: OnConflict { or, arms: Vec::new() },
            returning: None,
            replace,
            delayed,
            verb,
        };
        let in_set_form = self.is(Grammar::Mysql) && self.at_word(K::SET);
        if in_set_form {
            self.set_form(&mut insert)?;
        } else {
            self.rows(&mut insert)?;
        }
        if self.is(Grammar::Mysql) && self.at_word(K::AS) {
            insert.row_alias = Some(self.row_alias()?);
        }
        let takes_arms = match insert.source {
            // SQLite's grammar has no clause after DEFAULT VALUES.
            InsertSource::DefaultValues => !self.is(Grammar::Sqlite),
            InsertSource::Values(_) | InsertSource::Query(_) => {
                !replace || !self.is(Grammar::Mysql)
            }
        };
        if takes_arms {
            insert.on_conflict.arms = self.arms()?;
        }
        insert.returning = self.returning()?;
        Ok(insert)
    }

    fn insert_table(&mut self) -> Result<ObjectName> {
        let table = self.object_name()?;
        if self.at_word(K::PARTITION) && self.is(Grammar::Mysql) {
            return Err(self.unsupported("PARTITION"));
        }
        self.note_qualified(&table);
        Ok(table)
    }

    /// The column list and the rows.
    fn rows(&mut self, insert: &mut Insert) -> Result<()> {
        if self.at(Kind::LParen) && !self.at_paren_query() {
            insert.columns = Some(self.insert_columns()?);
        }
        insert.overriding = self.overriding()?;
        insert.source = match self.word() {
            K::DEFAULT if !self.is(Grammar::Mysql) && !self.in_sqlite_trigger() => {
                self.advance();
                self.expect_word(K::VALUES)?;
                InsertSource::DefaultValues
            }
            K::VALUES | K::VALUE if self.is(Grammar::Mysql) => self.mysql_values()?,
            K::VALUES => self.values_or_query()?,
            _ => InsertSource::Query(self.query()?),
        };
        Ok(())
    }

    fn in_sqlite_trigger(&self) -> bool {
        self.in_trigger && self.is(Grammar::Sqlite)
    }

    /// Whether the parenthesis holds a query rather than columns.
    pub(super) fn at_paren_query(&self) -> bool {
        let ahead = Parser::new(self.text, self.token.end as usize, self.rules);
        (ahead.at_query() || ahead.at(Kind::LParen)) && !self.is(Grammar::Sqlite)
    }

    fn insert_columns(&mut self) -> Result<Vec<Ident>> {
        self.parens(|parser| {
            if parser.is(Grammar::Mysql) && parser.at(Kind::RParen) {
                return Ok(Vec::new());
            }
            parser.list(Parser::insert_column)
        })
    }

    /// MySQL lets the table's name stand before the column's.
    fn insert_column(&mut self) -> Result<Ident> {
        if self.is(Grammar::Mysql) {
            return self.column_name().map(|column| column.name);
        }
        let name = self.name()?;
        if self.is(Grammar::Postgresql) && (self.at(Kind::Dot) || self.at(Kind::LBracket)) {
            return Err(self.unsupported("parts of a column"));
        }
        Ok(name)
    }

    pub(super) fn overriding(&mut self) -> Result<Option<Overriding>> {
        if !self.is(Grammar::Postgresql) || !self.eat_word(K::OVERRIDING) {
            return Ok(None);
        }
        let overriding = match self.eat_any(&[K::USER, K::SYSTEM]) {
            Some(K::USER) => Overriding::User,
            Some(_) => Overriding::System,
            None => return Err(self.unexpected()),
        };
        self.expect_word(K::VALUE)?;
        Ok(Some(overriding))
    }

    /// VALUES alone is the rows; as part of a larger query it is that query.
    fn values_or_query(&mut self) -> Result<InsertSource> {
        let mut query = self.query()?;
        let bare = query.order_by.is_empty() && query.limit.is_none() && query.offset.is_none();
        // Nothing else holds the query yet.
        let body = Rc::get_mut(&mut query).map(|query| &mut query.body);
        if let Some(SetExpr::Values(rows)) = body
            && bare
        {
            return Ok(InsertSource::Values(std::mem::take(rows)));
        }
        Ok(InsertSource::Query(query))
    }

    /// `VALUES (…), (…)` where a row may be empty, or `VALUES ROW(…), …`.
    fn mysql_values(&mut self) -> Result<InsertSource> {
        if self.peek_word() == K::ROW {
            return self.values_or_query();
        }
        self.advance();
        let rows = self.list(|parser| {
            parser.parens(|parser| match parser.at(Kind::RParen) {
                true => Ok(Vec::new()),
                false => parser.list(Parser::expr),
            })
        })?;
        Ok(InsertSource::Values(rows))
    }

    /// `SET a = 1, b = 2` is a column list and one row.
    fn set_form(&mut self, insert: &mut Insert) -> Result<()> {
        self.advance();
        let set: Vec<Assignment> = self.list(Parser::assignment)?;
        let mut columns = Vec::new();
        let mut row: Vec<Expr> = Vec::new();
        for assignment in set {
            columns.extend(assignment.columns.into_iter().map(|column| column.name));
            row.push(assignment.value);
        }
        insert.columns = Some(columns);
        insert.source = InsertSource::Values(vec![row]);
        Ok(())
    }

    /// `AS new (a, b)`.
    fn row_alias(&mut self) -> Result<(Ident, Vec<Ident>)> {
        self.advance();
        Ok((self.name()?, self.optional_name_list()?))
    }
}
