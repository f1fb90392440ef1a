//! What stands in FROM: tables, queries and functions. How they are joined is in `join.rs`.

use std::rc::Rc;

use super::ast::{
    BinaryOp, ColumnName, Expr, ExprKind, FromItem, Ident, Indexed, Literal, ObjectName, Query,
    SelectItem, SetExpr, TypeName,
};
use super::expr::plain_select;
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::Result;
use crate::span::Span;

impl Parser<'_> {
    /// The items after FROM; none for MySQL's `FROM DUAL`.
    pub(super) fn from(&mut self) -> Result<Option<FromItem>> {
        if self.is(Grammar::Mysql) && self.eat_word(K::DUAL) {
            return Ok(None);
        }
        self.join_list().map(Some)
    }

    /// One item without its joins.
    pub(super) fn join_item(&mut self) -> Result<FromItem> {
        let start = self.token.start;
        let lateral = !self.is(Grammar::Sqlite) && self.eat_word(K::LATERAL);
        if self.at(Kind::LParen) {
            return self.paren_item(lateral, start);
        }
        self.only();
        self.refuse_odd_item()?;
        if self.is(Grammar::Postgresql) && self.is_value_word(self.word()) {
            return self.value_item(start);
        }
        let name = self.item_name()?;
        if self.at(Kind::LParen) && !self.is(Grammar::Mysql) {
            let args = self.call_arguments()?;
            let numbered = self.at_words(&[K::WITH, K::ORDINALITY]);
            if numbered {
                self.expect_words(&[K::WITH, K::ORDINALITY])?;
            }
            let (alias, columns, types) = self.alias_and_columns(true)?;
            let span = self.since(start);
            return match types.is_empty() {
                true => Ok(FromItem::Function { name, args, alias, columns, numbered, span }),
                false => self.named_record_set(&name, args, alias, columns, types, span),
            };
        }
        if lateral {
            return Err(self.unexpected());
        }
        self.plain_table(name)
    }

    /// PostgreSQL's `FROM current_user`, a table of one row.
    fn value_item(&mut self, start: u32) -> Result<FromItem> {
        let word = Ident { quote: None, ..self.ident(self.token) };
        let value = self.primary()?;
        let span = self.since(start);
        let (alias, columns) = self.alias_and_names()?;
        let alias = alias.unwrap_or(word);
        let item = SelectItem::Expr { expr: value, alias: Some(alias.clone()) };
        let query = Rc::new(plain_select(vec![item], None, span));
        Ok(FromItem::Subquery { query, alias: Some(alias), columns, lateral: false, span })
    }

    /// PostgreSQL's `ONLY`: no table has others that inherit from it.
    pub(super) fn only(&mut self) {
        if self.is(Grammar::Postgresql) {
            self.eat_word(K::ONLY);
        }
    }

    fn refuse_odd_item(&self) -> Result<()> {
        let what = match (self.word(), self.rules.grammar) {
            (K::ROWS, Grammar::Postgresql) if self.peek_word() == K::FROM => "ROWS FROM",
            (K::JSON_TABLE, Grammar::Postgresql | Grammar::Mysql) => "JSON_TABLE",
            (K::XMLTABLE, Grammar::Postgresql) => "XMLTABLE",
            _ => return Ok(()),
        };
        Err(self.unsupported(what))
    }

    /// A table's name; PostgreSQL lets functions that look like names stand in FROM too.
    fn item_name(&mut self) -> Result<ObjectName> {
        let word = self.word();
        if self.rules.functions.contains(word) && self.is(Grammar::Postgresql) {
            let token = self.advance();
            return match self.at(Kind::LParen) {
                true => Ok(ObjectName { schema: None, name: self.ident(token) }),
                false => Err(self.unexpected()),
            };
        }
        let name = self.object_name()?;
        if self.at(Kind::Dot) && self.is(Grammar::Postgresql) {
            return Err(self.unsupported("names of other databases"));
        }
        Ok(name)
    }

    fn plain_table(&mut self, name: ObjectName) -> Result<FromItem> {
        if self.at_word(K::PARTITION) && self.is(Grammar::Mysql) {
            return Err(self.unsupported("PARTITION"));
        }
        if self.at(Kind::Star) && self.is(Grammar::Postgresql) {
            self.advance();
        }
        let (alias, columns) = match self.is(Grammar::Postgresql) {
            true => self.alias_and_names()?,
            false => (self.table_alias()?, Vec::new()),
        };
        if self.at_word(K::TABLESAMPLE) && self.is(Grammar::Postgresql) {
            return Err(self.unsupported("TABLESAMPLE"));
        }
        let indexed = self.indexed()?;
        Ok(FromItem::Table { name, alias, columns, indexed })
    }

    /// SQLite's `INDEXED BY name` and `NOT INDEXED`, MySQL's hints.
    pub(super) fn indexed(&mut self) -> Result<Option<Indexed>> {
        if self.is(Grammar::Mysql) {
            let mut keys = Vec::new();
            while self.at_any(&[K::USE, K::FORCE, K::IGNORE])
                && matches!(self.peek_word(), K::INDEX | K::KEY)
            {
                self.advance();
                self.advance();
                if self.eat_word(K::FOR) && !self.eat_word(K::JOIN) {
                    if !self.eat_word(K::GROUP) {
                        self.expect_word(K::ORDER)?;
                    }
                    self.expect_word(K::BY)?;
                }
                self.expect(Kind::LParen)?;
                while !self.at(Kind::RParen) {
                    keys.push(match self.at_word(K::PRIMARY) {
                        true => {
                            let key = self.advance();
                            self.ident(key)
                        }
                        false => self.name()?,
                    });
                    if !self.eat(Kind::Comma) {
                        break;
                    }
                }
                self.expect(Kind::RParen)?;
            }
            return Ok((!keys.is_empty()).then_some(Indexed::Hints(keys)));
        }
        if !self.is(Grammar::Sqlite) {
            return Ok(None);
        }
        if self.eat_word(K::INDEXED) {
            self.expect_word(K::BY)?;
            return Ok(Some(Indexed::By(self.name()?)));
        }
        if self.eat_word(K::NOT) {
            self.expect_word(K::INDEXED)?;
            return Ok(Some(Indexed::Not));
        }
        Ok(None)
    }

    /// `( query )` or `( a JOIN b … )`.
    fn paren_item(&mut self, lateral: bool, start: u32) -> Result<FromItem> {
        let outer = self.enter()?;
        self.advance();
        let item = if self.at_query() || self.at_nested_query() {
            self.paren_query(lateral, start)?
        } else {
            self.paren_join()?
        };
        self.leave(outer);
        Ok(item)
    }

    fn paren_query(&mut self, lateral: bool, start: u32) -> Result<FromItem> {
        let inner_start = self.token.start;
        let inner_parens = self.at(Kind::LParen);
        let query = self.query()?;
        let span = self.since(inner_start);
        if !self.at(Kind::RParen) && inner_parens {
            return self.paren_join_after(query, span);
        }
        self.expect(Kind::RParen)?;
        let (alias, columns) = self.alias_and_names()?;
        Ok(FromItem::Subquery { query, alias, columns, lateral, span: self.since(start) })
    }

    /// `((SELECT …) a JOIN b …)`: what was read as a query turned out to be the first item.
    fn paren_join_after(&mut self, query: Rc<Query>, span: Span) -> Result<FromItem> {
        let bare = query.with.is_none() && query.order_by.is_empty() && query.limit.is_none();
        let SetExpr::Query(query) = &query.body else { return Err(self.unexpected()) };
        let query = query.clone();
        if !bare {
            return Err(self.unexpected());
        }
        let (alias, columns) = self.alias_and_names()?;
        let first = FromItem::Subquery { query, alias, columns, lateral: false, span };
        let item = self.join_list_after(first, span.start)?;
        self.close_paren_join(item)
    }

    fn paren_join(&mut self) -> Result<FromItem> {
        let item = self.join_list()?;
        self.close_paren_join(item)
    }

    fn close_paren_join(&mut self, item: FromItem) -> Result<FromItem> {
        self.expect(Kind::RParen)?;
        if self.at_word(K::AS) || self.at_name() && !self.at_item_end_word() {
            return Err(self.unsupported("an alias of a join"));
        }
        Ok(item)
    }

    /// Whether, behind further parentheses, a query begins.
    fn at_nested_query(&self) -> bool {
        if !self.at(Kind::LParen) || self.is(Grammar::Sqlite) {
            return false;
        }
        let mut ahead = Parser::new(self.text, self.token.start as usize, self.rules);
        while ahead.eat(Kind::LParen) {}
        ahead.at_query()
    }

    fn at_item_end_word(&self) -> bool {
        matches!(self.token.kind, Kind::Word(word) if self.rules.not_table_alias.contains(word))
    }

    /// `AS alias (a, b)`.
    fn alias_and_names(&mut self) -> Result<(Option<Ident>, Vec<Ident>)> {
        let (alias, columns, _) = self.alias_and_columns(false)?;
        Ok((alias, columns))
    }

    /// `AS alias (a, b)`, or where it may be with a type behind each column.
    fn alias_and_columns(
        &mut self,
        typed: bool,
    ) -> Result<(Option<Ident>, Vec<Ident>, Vec<TypeName>)> {
        let alias = self.table_alias()?;
        let mut types = Vec::new();
        if alias.is_none() || !self.at(Kind::LParen) || self.is(Grammar::Sqlite) {
            return Ok((alias, Vec::new(), types));
        }
        let columns = self.parens(|parser| {
            parser.list(|parser| {
                let column = parser.name()?;
                if typed && parser.at_name() {
                    types.push(parser.type_name()?);
                } else if !types.is_empty() {
                    return Err(parser.unexpected());
                }
                Ok(column)
            })
        })?;
        Ok((alias, columns, types))
    }

    /// `jsonb_to_recordset(…) AS t(a type, …)`: each member of each element, cast to its type.
    fn named_record_set(
        &self,
        name: &ObjectName,
        args: Vec<Expr>,
        alias: Option<Ident>,
        columns: Vec<Ident>,
        types: Vec<TypeName>,
        span: Span,
    ) -> Result<FromItem> {
        if &*name.name.text != "jsonb_to_recordset" {
            return Err(self.unsupported("column definition lists"));
        }
        if types.iter().any(|ty| ty.dimensions > 0) {
            return Err(self.unsupported("arrays in jsonb_to_recordset"));
        }
        let columns = columns.into_iter().zip(types).collect();
        Ok(record_set("jsonb_array_elements", args, columns, alias, span))
    }
}

/// The members of each JSON value that a function gives, cast to the types of columns.
pub(crate) fn record_set(
    function: &str,
    args: Vec<Expr>,
    columns: Vec<(Ident, TypeName)>,
    alias: Option<Ident>,
    span: Span,
) -> FromItem {
    let ident = |text: &str| Ident { text: Rc::from(text), quote: None, span };
    let expr = |kind| Expr { kind, span };
    let mut items = Vec::with_capacity(columns.len());
    for (column, ty) in columns {
        let element = ColumnName { schema: None, table: None, name: ident("value") };
        let key = Literal::Text(column.text.clone());
        // Members that are JSON stay what they are.
        let whole = matches!(&*ty.name, "JSON" | "JSONB");
        let op = if whole { BinaryOp::Arrow } else { BinaryOp::LongArrow };
        let sides = [ExprKind::Column(element), ExprKind::Literal(key)];
        let [left, right] = sides.map(|kind| Box::new(expr(kind)));
        let member = ExprKind::Binary(op, left, right);
        let cast = ExprKind::Cast { expr: Box::new(expr(member)), ty };
        items.push(SelectItem::Expr { expr: expr(cast), alias: Some(column) });
    }
    let from = FromItem::Function {
        name: ObjectName { schema: None, name: ident(function) },
        args,
        alias: Some(ident("value")),
        columns: Vec::new(),
        numbered: false,
        span,
    };
    let query = Rc::new(super::expr::select_from(items, from, span));
    FromItem::Subquery { query, alias, columns: Vec::new(), lateral: true, span }
}
