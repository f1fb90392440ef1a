//! UPDATE and DELETE, and the assignments that UPDATE shares with the conflict clauses.

use super::ast::{
    Assignment, ColumnName, Delete, Expr, ExprKind, FromItem, ObjectName, Update, With,
};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::{ErrorKind, Result};

impl Parser<'_> {
    /// An UPDATE after its WITH.
    pub(super) fn update(&mut self, with: Option<With>) -> Result<Update> {
        self.advance();
        let or = self.or_clause()?;
        if self.is(Grammar::Mysql) {
            self.eat_word(K::LOW_PRIORITY);
        }
        let or = self.ignore().or(or);
        let table = match self.is(Grammar::Mysql) {
            true => self.join_list()?,
            false => self.target_table()?,
        };
        self.expect_word(K::SET)?;
        let set = self.list(Parser::assignment)?;
        let from = match !self.is(Grammar::Mysql) && self.eat_word(K::FROM) {
            true => Some(self.join_list()?),
            false => None,
        };
        let mut update = Update {
            with,
            or,
            table,
            set,
            from,
            filter: self.where_clause()?,
            order_by: Vec::new(),
            limit: None,
            offset: None,
            returning: None,
        };
        if self.is(Grammar::Mysql) {
            if self.at_word(K::ORDER) {
                update.order_by = self.order_by()?;
            }
            update.limit = self.row_limit()?;
        }
        update.returning = self.returning()?;
        Ok(update)
    }

    /// `LIMIT n`: with UPDATE and DELETE there is no offset.
    fn row_limit(&mut self) -> Result<Option<Expr>> {
        if self.eat_word(K::LIMIT) { self.limit_value().map(Some) } else { Ok(None) }
    }

    /// The one table of UPDATE or DELETE.
    fn target_table(&mut self) -> Result<FromItem> {
        self.only();
        let name = self.object_name()?;
        self.note_qualified(&name);
        let alias = if self.is(Grammar::Sqlite) {
            self.alias_after_as()?
        } else if self.at_word(K::SET) {
            None
        } else {
            self.table_alias()?
        };
        if self.in_trigger && self.is(Grammar::Sqlite) {
            self.refuse_index_in_trigger()?;
        }
        Ok(FromItem::Table { name, alias, columns: Vec::new(), indexed: self.indexed()? })
    }

    /// Notes the first table with a schema that a trigger writes.
    pub(super) fn note_qualified(&mut self, table: &ObjectName) {
        if let Some(schema) = &table.schema
            && self.in_trigger
        {
            self.qualified.get_or_insert(schema.span.to(table.name.span));
        }
    }

    fn refuse_index_in_trigger(&self) -> Result<()> {
        let clause = match self.word() {
            K::INDEXED => "INDEXED BY",
            K::NOT => "NOT INDEXED",
            _ => return Ok(()),
        };
        let message = format!(
            "the {clause} clause is not allowed on UPDATE or DELETE statements within triggers"
        );
        Err(self.sqlite_error(message, self.token.span()))
    }

    /// `a = 1`, `(a, b) = (1, 2)`.
    pub(super) fn assignment(&mut self) -> Result<Assignment> {
        let start = self.token.start;
        let row = self.at(Kind::LParen) && !self.is(Grammar::Mysql);
        let columns = match row {
            true => self.paren_list(Parser::assigned_column)?,
            false => vec![self.assigned_column()?],
        };
        let colon = self.is(Grammar::Mysql) && self.eat(Kind::ColonEq);
        if !(colon || self.is(Grammar::Sqlite) && self.eat(Kind::EqEq)) {
            self.expect(Kind::Eq)?;
        }
        let value = self.expr()?;
        if row && self.is(Grammar::Sqlite) {
            self.check_row_width(columns.len(), &value);
        }
        Ok(Assignment { columns, row, value, span: self.since(start) })
    }

    /// SQLite counts what is no subquery as it reads it (expr.c, sqlite3ExprListAppendVector).
    fn check_row_width(&mut self, columns: usize, value: &Expr) {
        let values = match &value.kind {
            ExprKind::Subquery(_) => columns,
            ExprKind::Row(list) => list.len(),
            _ => 1,
        };
        if values != columns {
            self.note(ErrorKind::AssignmentCount { columns, values }.at(value.span));
        }
    }

    /// SQLite has no qualifier here: `SET excluded.b = 1` is a syntax error at the dot.
    fn assigned_column(&mut self) -> Result<ColumnName> {
        if self.is(Grammar::Sqlite) {
            let name = self.name()?;
            return Ok(ColumnName { schema: None, table: None, name });
        }
        let column = self.column_name()?;
        if self.at(Kind::LBracket) {
            return Err(self.unsupported("parts of a column"));
        }
        Ok(column)
    }

    /// A DELETE after its WITH.
    pub(super) fn delete(&mut self, with: Option<With>) -> Result<Delete> {
        self.advance();
        let mut delete = Delete {
            with,
            ignore: None,
            targets: Vec::new(),
            alias: None,
            indexed: None,
            using: None,
            filter: None,
            order_by: Vec::new(),
            limit: None,
            offset: None,
            returning: None,
        };
        if self.is(Grammar::Mysql) {
            self.mysql_delete(&mut delete)?;
            return Ok(delete);
        }
        self.expect_word(K::FROM)?;
        if let FromItem::Table { name, alias, indexed, .. } = self.target_table()? {
            (delete.targets, delete.alias, delete.indexed) = (vec![name], alias, indexed);
        }
        if self.is(Grammar::Postgresql) && self.eat_word(K::USING) {
            delete.using = Some(self.join_list()?);
        }
        delete.filter = self.where_clause()?;
        delete.returning = self.returning()?;
        Ok(delete)
    }

    /// `DELETE FROM t …`, `DELETE a, b FROM …`, `DELETE FROM a, b USING …`.
    fn mysql_delete(&mut self, delete: &mut Delete) -> Result<()> {
        self.eat_word(K::LOW_PRIORITY);
        self.eat_word(K::QUICK);
        delete.ignore = self.ignore().map(|clause| clause.span);
        let from_first = self.eat_word(K::FROM);
        delete.targets = self.list(Parser::delete_target)?;
        let several = if from_first {
            self.eat_word(K::USING)
        } else {
            self.expect_word(K::FROM)?;
            true
        };
        if several {
            delete.using = Some(self.join_list()?);
            delete.filter = self.where_clause()?;
            return Ok(());
        }
        if delete.targets.len() > 1 {
            return Err(self.unexpected());
        }
        if self.at_word(K::PARTITION) {
            return Err(self.unsupported("PARTITION"));
        }
        delete.alias = self.table_alias()?;
        delete.filter = self.where_clause()?;
        if self.at_word(K::ORDER) {
            delete.order_by = self.order_by()?;
        }
        delete.limit = self.row_limit()?;
        Ok(())
    }

    /// `t` or `t.*`.
    fn delete_target(&mut self) -> Result<ObjectName> {
        let first = self.name()?;
        if !self.eat(Kind::Dot) || self.eat(Kind::Star) {
            return Ok(ObjectName { schema: None, name: first });
        }
        let name = ObjectName { schema: Some(first), name: self.any_name()? };
        if self.eat(Kind::Dot) {
            self.expect(Kind::Star)?;
        }
        Ok(name)
    }
}
