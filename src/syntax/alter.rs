//! ALTER TABLE and ALTER SEQUENCE.

use std::rc::Rc;

use super::ast::{
    AlterAction, AlterDomain, AlterType, Ident, ObjectKind, ObjectName, ProcStatement,
    SequenceOptions, Statement, StatementKind,
};
use super::parser::Parser;
use super::rules::Grammar;
use super::token::{Keyword as K, Kind};
use crate::error::Result;

impl Parser<'_> {
    /// ALTER and what follows.
    pub(super) fn alter(&mut self) -> Result<StatementKind> {
        let start = self.token;
        self.advance();
        match self.word() {
            K::TABLE => self.alter_table(),
            K::SEQUENCE if self.is(Grammar::Postgresql) => self.alter_sequence(),
            K::INDEX if self.is(Grammar::Postgresql) => self.rename_object(ObjectKind::Index),
            K::TRIGGER if self.is(Grammar::Postgresql) => self.rename_object(ObjectKind::Trigger),
            K::VIEW if self.is(Grammar::Postgresql) => self.rename_object(ObjectKind::View),
            K::VIEW if self.is(Grammar::Mysql) => match self.create_view(false, true)? {
                StatementKind::CreateView(mut view) => {
                    view.alters = true;
                    Ok(StatementKind::CreateView(view))
                }
                other => Ok(other),
            },
            K::TYPE if self.is(Grammar::Postgresql) => self.alter_type(),
            K::DOMAIN if self.is(Grammar::Postgresql) => self.alter_domain(),
            _ if self.is(Grammar::Sqlite) => Err(self.unexpected()),
            // MySQL has had no ALTER IGNORE since 5.7.
            K::IGNORE => Err(self.unexpected()),
            _ => Err(self.unsupported_statement(start)),
        }
    }

    fn alter_table(&mut self) -> Result<StatementKind> {
        self.advance();
        let if_exists = self.is(Grammar::Postgresql) && self.if_exists()?;
        self.only();
        let table = self.object_name()?;
        let nothing = matches!(self.token.kind, Kind::End | Kind::Semicolon);
        let actions = match self.rules.grammar {
            // It does nothing there.
            Grammar::Mysql if nothing => Vec::new(),
            Grammar::Sqlite => vec![self.sqlite_action()?],
            Grammar::Postgresql => self.list(Parser::postgresql_action)?,
            Grammar::Mysql => {
                let mut actions = Vec::new();
                self.list(|parser| parser.mysql_actions(&mut actions))?;
                // The name that it has is no change.
                let same = |action: &AlterAction| match action {
                    AlterAction::RenameTable(name, None) => name.text == table.name.text,
                    _ => false,
                };
                actions.retain(|action| !same(action));
                actions
            }
        };
        Ok(StatementKind::AlterTable { table, if_exists, actions })
    }

    /// `a TO b` behind TABLE or a comma.
    fn rename_table(&mut self) -> Result<StatementKind> {
        self.advance();
        let table = self.object_name()?;
        self.expect_word(K::TO)?;
        let actions = vec![self.renamed()?];
        Ok(StatementKind::AlterTable { table, if_exists: false, actions })
    }

    /// A table's new name, which names its database too in MySQL.
    fn renamed(&mut self) -> Result<AlterAction> {
        if !self.is(Grammar::Mysql) {
            return Ok(AlterAction::RenameTable(self.name()?, None));
        }
        let ObjectName { name, schema } = self.object_name()?;
        Ok(AlterAction::RenameTable(name, schema))
    }

    /// MySQL's `RENAME TABLE a TO b, c TO d`: several are a block, each seeing what the ones before
    /// have done.
    pub(super) fn rename_tables(&mut self) -> Result<StatementKind> {
        let start = self.advance().start;
        let mut all = vec![self.rename_table()?];
        while self.at(Kind::Comma) {
            all.push(self.rename_table()?);
        }
        let span = self.since(start);
        Ok(match all.pop() {
            Some(only) if all.is_empty() => only,
            last => {
                let kinds = all.into_iter().chain(last);
                let sql = |kind| ProcStatement::Sql(Rc::new(Statement { kind, span }));
                StatementKind::Do(kinds.map(sql).collect())
            }
        })
    }

    /// One action, or `ADD COLUMN (a INT, b INT)`.
    fn mysql_actions(&mut self, actions: &mut Vec<AlterAction>) -> Result<()> {
        let before = self.mark();
        if self.eat_word(K::ADD) {
            self.eat_word(K::COLUMN);
            if self.at(Kind::LParen) {
                let columns = self.paren_list(|parser| parser.column_def(&mut None))?;
                let add = |column| AlterAction::AddColumn { column, if_not_exists: false };
                actions.extend(columns.into_iter().map(add));
                return Ok(());
            }
            self.go_back(before);
        }
        actions.push(self.mysql_action()?);
        Ok(())
    }

    /// parse.y of SQLite 3.54: RENAME, ADD, DROP.
    fn sqlite_action(&mut self) -> Result<AlterAction> {
        match self.word() {
            K::RENAME => self.rename(),
            K::ALTER => {
                self.advance();
                self.eat_word(K::COLUMN);
                let name = self.name()?;
                let set = self.at_word(K::SET);
                self.expect_words(&[if set { K::SET } else { K::DROP }, K::NOT, K::NULL])?;
                if set {
                    self.constraint_clause()?;
                }
                Ok(AlterAction::SetNotNull(name, set))
            }
            K::ADD if matches!(self.peek_word(), K::CONSTRAINT | K::CHECK) => {
                self.advance();
                let start = self.token.start;
                let name = if self.eat_word(K::CONSTRAINT) { Some(self.name()?) } else { None };
                if !self.at_word(K::CHECK) {
                    return Err(self.unexpected());
                }
                let mut constraint = self.table_constraint(&mut None)?;
                (constraint.name, constraint.span.start) = (name, start);
                Ok(AlterAction::AddConstraint(constraint))
            }
            K::DROP if self.peek_word() == K::CONSTRAINT => {
                self.advance();
                self.advance();
                let name = self.name()?;
                Ok(AlterAction::DropConstraint { name, if_exists: false, cascade: false })
            }
            K::ADD => {
                self.advance();
                self.eat_word(K::COLUMN);
                let column = self.column_def(&mut None)?;
                Ok(AlterAction::AddColumn { column, if_not_exists: false })
            }
            K::DROP => {
                self.advance();
                self.eat_word(K::COLUMN);
                let name = self.name()?;
                Ok(AlterAction::DropColumn { name, if_exists: false, cascade: false })
            }
            _ => Err(self.unexpected()),
        }
    }

    fn rename(&mut self) -> Result<AlterAction> {
        self.advance();
        if self.eat_word(K::TO) || self.is(Grammar::Mysql) && self.eat_word(K::AS) {
            return self.renamed();
        }
        if self.is(Grammar::Postgresql) && self.eat_word(K::CONSTRAINT) {
            let (from, to) = self.old_and_new()?;
            return Ok(AlterAction::RenameConstraint(from, to));
        }
        if self.is(Grammar::Mysql) && self.at_any(&[K::INDEX, K::KEY]) {
            self.advance();
            let (from, to) = self.old_and_new()?;
            return Ok(AlterAction::RenameConstraint(from, to));
        }
        let column = self.eat_word(K::COLUMN);
        if !column && self.is(Grammar::Mysql) {
            return self.renamed();
        }
        let (from, to) = self.old_and_new()?;
        Ok(AlterAction::RenameColumn(from, to))
    }

    fn old_and_new(&mut self) -> Result<(Ident, Ident)> {
        let from = self.name()?;
        self.expect_word(K::TO)?;
        Ok((from, self.name()?))
    }

    fn postgresql_action(&mut self) -> Result<AlterAction> {
        match self.word() {
            K::RENAME => self.rename(),
            K::ADD => {
                self.advance();
                if self.at_table_constraint() {
                    return Ok(AlterAction::AddConstraint(self.table_constraint(&mut None)?));
                }
                self.eat_word(K::COLUMN);
                let if_not_exists = self.if_not_exists()?;
                let column = self.column_def(&mut None)?;
                Ok(AlterAction::AddColumn { column, if_not_exists })
            }
            K::DROP => {
                self.advance();
                let constraint = self.eat_word(K::CONSTRAINT);
                if !constraint {
                    self.eat_word(K::COLUMN);
                }
                let if_exists = self.if_exists()?;
                let name = self.name()?;
                let cascade = self.cascade();
                Ok(match constraint {
                    true => AlterAction::DropConstraint { name, if_exists, cascade },
                    false => AlterAction::DropColumn { name, if_exists, cascade },
                })
            }
            K::ALTER => self.alter_column(),
            K::ENABLE | K::DISABLE => self.enable_trigger(),
            K::VALIDATE => {
                self.advance();
                self.expect_word(K::CONSTRAINT)?;
                Ok(AlterAction::Validate(self.name()?))
            }
            K::OWNER | K::CLUSTER | K::REPLICA => Ok(self.nothing()),
            K::SET | K::RESET if self.peek().kind == Kind::LParen => Ok(self.nothing()),
            K::SET
            | K::RESET
            | K::INHERIT
            | K::NO
            | K::ATTACH
            | K::DETACH
            | K::FORCE
            | K::NOT
            | K::OF => Err(self.unsupported(&format!("ALTER TABLE … {}", self.word().text()))),
            _ => Err(self.unexpected()),
        }
    }

    /// `CASCADE`, `RESTRICT` or nothing; whether it is CASCADE.
    pub(super) fn cascade(&mut self) -> bool {
        self.eat_any(&[K::CASCADE, K::RESTRICT]) == Some(K::CASCADE)
    }

    fn enable_trigger(&mut self) -> Result<AlterAction> {
        let enable = self.advance().kind == Kind::Word(K::ENABLE);
        if !self.eat_word(K::TRIGGER) {
            return Err(self.unsupported("this form of ENABLE or DISABLE"));
        }
        if let Some(word) = self.eat_any(&[K::ALL, K::USER]) {
            return Ok(AlterAction::EnableTrigger(None, enable, word == K::ALL));
        }
        Ok(AlterAction::EnableTrigger(Some(self.name()?), enable, false))
    }

    fn alter_column(&mut self) -> Result<AlterAction> {
        self.advance();
        if self.eat_word(K::CONSTRAINT) {
            let name = self.name()?;
            return match self.deferrable()? {
                Some(deferrable) => Ok(AlterAction::Defer(name, deferrable)),
                None => Err(self.unsupported("this ALTER CONSTRAINT")),
            };
        }
        self.eat_word(K::COLUMN);
        let name = self.name()?;
        match self.word() {
            K::SET => self.alter_column_set(name),
            K::DROP => {
                self.advance();
                match self.word() {
                    K::DEFAULT => {
                        self.advance();
                        Ok(AlterAction::SetDefault(name, None))
                    }
                    K::NOT => {
                        self.expect_words(&[K::NOT, K::NULL])?;
                        Ok(AlterAction::SetNotNull(name, false))
                    }
                    K::IDENTITY => {
                        self.advance();
                        Ok(AlterAction::DropIdentity(name, self.if_exists()?))
                    }
                    K::EXPRESSION => {
                        self.advance();
                        Ok(AlterAction::SetExpression(name, None, self.if_exists()?))
                    }
                    _ => Err(self.unexpected()),
                }
            }
            K::TYPE => self.alter_column_type(name),
            K::ADD => {
                self.advance();
                self.expect_word(K::GENERATED)?;
                let always = self.generated_always()?;
                self.expect_words(&[K::AS, K::IDENTITY])?;
                let options = self.paren_sequence_options()?;
                Ok(AlterAction::AddIdentity(name, always, options))
            }
            K::RESTART => self.alter_identity(name, None),
            _ => Err(self.unexpected()),
        }
    }

    /// `ALWAYS` or `BY DEFAULT`.
    fn generated_always(&mut self) -> Result<bool> {
        if self.eat_word(K::BY) {
            self.expect_word(K::DEFAULT)?;
            return Ok(false);
        }
        self.expect_word(K::ALWAYS)?;
        Ok(true)
    }

    fn alter_column_set(&mut self, name: Ident) -> Result<AlterAction> {
        match self.peek_word() {
            K::DEFAULT => {
                self.expect_words(&[K::SET, K::DEFAULT])?;
                let value = self.expr()?;
                Ok(AlterAction::SetDefault(name, Some(value)))
            }
            K::NOT => {
                self.expect_words(&[K::SET, K::NOT, K::NULL])?;
                Ok(AlterAction::SetNotNull(name, true))
            }
            K::DATA => {
                self.advance();
                self.advance();
                self.alter_column_type(name)
            }
            K::GENERATED => {
                self.expect_words(&[K::SET, K::GENERATED])?;
                let always = self.generated_always()?;
                self.alter_identity(name, Some(always))
            }
            K::START | K::INCREMENT | K::MINVALUE | K::MAXVALUE | K::CYCLE | K::NO | K::CACHE => {
                self.alter_identity(name, None)
            }
            K::STATISTICS | K::STORAGE | K::COMPRESSION => Ok(self.nothing()),
            K::EXPRESSION => {
                self.expect_words(&[K::SET, K::EXPRESSION, K::AS])?;
                self.expect(Kind::LParen)?;
                let value = self.expr()?;
                self.expect(Kind::RParen)?;
                Ok(AlterAction::SetExpression(name, Some(value), false))
            }
            _ => {
                self.advance();
                Err(self.unexpected())
            }
        }
    }

    /// `SET option`, `SET GENERATED …` and `RESTART`, one after another.
    fn alter_identity(&mut self, name: Ident, mut always: Option<bool>) -> Result<AlterAction> {
        let mut options = SequenceOptions::default();
        loop {
            if self.eat_words(&[K::SET, K::GENERATED]) {
                always = Some(self.generated_always()?);
            } else if self.eat_word(K::SET) {
                if !self.sequence_option(&mut options)? {
                    return Err(self.unexpected());
                }
            } else if !self.at_word(K::RESTART) || !self.sequence_option(&mut options)? {
                return Ok(AlterAction::AlterIdentity(name, always, options));
            }
        }
    }

    fn alter_column_type(&mut self, name: Ident) -> Result<AlterAction> {
        self.expect_word(K::TYPE)?;
        let ty = self.type_name()?;
        if self.at_word(K::COLLATE) {
            return Err(self.unsupported("ALTER COLUMN … TYPE … COLLATE"));
        }
        let using = if self.eat_word(K::USING) { Some(self.expr()?) } else { None };
        Ok(AlterAction::SetType(name, ty, using))
    }

    fn mysql_action(&mut self) -> Result<AlterAction> {
        match self.word() {
            K::RENAME => self.rename(),
            K::ADD => self.mysql_add(),
            K::DROP => self.mysql_drop(),
            K::MODIFY => {
                self.advance();
                self.eat_word(K::COLUMN);
                let column = self.column_def(&mut None)?;
                let name = column.name.clone();
                self.placed(name.clone(), AlterAction::ChangeColumn(name, column))
            }
            K::CHANGE => {
                self.advance();
                self.eat_word(K::COLUMN);
                let name = self.name()?;
                let column = self.column_def(&mut None)?;
                self.placed(column.name.clone(), AlterAction::ChangeColumn(name, column))
            }
            K::ALTER => self.mysql_alter_column(),
            // How the change is carried out does not show.
            K::ALGORITHM | K::LOCK => {
                self.advance();
                self.eat(Kind::Eq);
                self.advance();
                Ok(AlterAction::Option("ALGORITHM".into(), "DEFAULT".into()))
            }
            K::CONVERT => {
                self.expect_words(&[K::CONVERT, K::TO])?;
                let mut options = self.database_options()?;
                match options.pop() {
                    Some((name, value)) => {
                        Ok(AlterAction::Option(Rc::from(["CONVERT ", &name].concat()), value))
                    }
                    None => Err(self.unexpected()),
                }
            }
            K::FORCE => {
                self.advance();
                Ok(AlterAction::Option("ALGORITHM".into(), "DEFAULT".into()))
            }
            K::ENABLE | K::DISABLE if self.peek_word() == K::KEYS => {
                self.advance();
                self.advance();
                Ok(AlterAction::Option("KEYS".into(), "".into()))
            }
            K::ORDER
            | K::ENABLE
            | K::DISABLE
            | K::DISCARD
            | K::IMPORT
            | K::PARTITION
            | K::TRUNCATE
            | K::COALESCE
            | K::REORGANIZE
            | K::EXCHANGE
            | K::ANALYZE
            | K::CHECK
            | K::OPTIMIZE
            | K::REBUILD
            | K::REPAIR
            | K::REMOVE => Err(self.unsupported(&format!("ALTER TABLE … {}", self.word().text()))),
            _ => match self.mysql_table_option()? {
                Some((name, value)) => Ok(AlterAction::Option(name, value)),
                None => Err(self.unexpected()),
            },
        }
    }

    fn mysql_add(&mut self) -> Result<AlterAction> {
        self.advance();
        if self.at_word(K::PARTITION) {
            return Err(self.unsupported("ADD PARTITION"));
        }
        if self.at_table_constraint() {
            return Ok(AlterAction::AddConstraint(self.table_constraint(&mut None)?));
        }
        self.eat_word(K::COLUMN);
        let column = self.column_def(&mut None)?;
        self.placed(column.name.clone(), AlterAction::AddColumn { column, if_not_exists: false })
    }

    /// An action about a column, and FIRST or AFTER where it is to be put.
    fn placed(&mut self, column: Ident, action: AlterAction) -> Result<AlterAction> {
        let after = match self.word() {
            K::FIRST => None,
            K::AFTER => {
                self.advance();
                Some(self.name()?)
            }
            _ => return Ok(action),
        };
        if after.is_none() {
            self.advance();
        }
        Ok(AlterAction::Placed(Box::new(action), column, after))
    }

    /// Keys, constraints and columns.
    fn mysql_drop(&mut self) -> Result<AlterAction> {
        self.advance();
        let (if_exists, cascade) = (false, false);
        match self.word() {
            K::PRIMARY => {
                let start = self.advance().start;
                self.expect_word(K::KEY)?;
                let span = self.since(start);
                let name = Ident { text: "PRIMARY".into(), quote: None, span };
                Ok(AlterAction::DropConstraint { name, if_exists, cascade })
            }
            K::FOREIGN => {
                self.advance();
                self.expect_word(K::KEY)?;
                Ok(AlterAction::DropForeign { name: self.name()?, alone: true })
            }
            K::CONSTRAINT => {
                self.advance();
                Ok(AlterAction::DropForeign { name: self.name()?, alone: false })
            }
            K::CHECK => {
                self.advance();
                Ok(AlterAction::DropCheck(self.name()?))
            }
            K::INDEX | K::KEY => {
                self.advance();
                let name = self.name()?;
                Ok(AlterAction::DropConstraint { name, if_exists, cascade })
            }
            K::PARTITION => Err(self.unsupported("DROP PARTITION")),
            _ => {
                self.eat_word(K::COLUMN);
                let name = self.name()?;
                Ok(AlterAction::DropColumn { name, if_exists, cascade })
            }
        }
    }

    /// VISIBLE or INVISIBLE.
    fn visibility(&mut self) -> Result<bool> {
        match self.eat_any(&[K::VISIBLE, K::INVISIBLE]) {
            Some(word) => Ok(word == K::INVISIBLE),
            None => Err(self.unexpected()),
        }
    }

    fn mysql_alter_column(&mut self) -> Result<AlterAction> {
        self.advance();
        if self.eat_word(K::INDEX) {
            let name = self.name()?;
            return Ok(AlterAction::HideIndex(name, self.visibility()?));
        }
        if self.eat_any(&[K::CHECK, K::CONSTRAINT]).is_some() {
            let name = self.name()?;
            let enforced = !self.eat_word(K::NOT);
            self.expect_word(K::ENFORCED)?;
            return Ok(AlterAction::Enforce(name, enforced));
        }
        self.eat_word(K::COLUMN);
        let name = self.name()?;
        if self.eat_word(K::DROP) {
            self.expect_word(K::DEFAULT)?;
            return Ok(AlterAction::SetDefault(name, None));
        }
        self.expect_word(K::SET)?;
        if self.at_any(&[K::VISIBLE, K::INVISIBLE]) {
            return Ok(AlterAction::HideColumn(name, self.visibility()?));
        }
        self.expect_word(K::DEFAULT)?;
        let value = self.bare_expr()?;
        Ok(AlterAction::SetDefault(name, Some(value)))
    }

    /// `[IF EXISTS] name RENAME TO name`.
    fn rename_object(&mut self, kind: ObjectKind) -> Result<StatementKind> {
        self.advance();
        let if_exists = self.if_exists()?;
        let name = self.object_name()?;
        let trigger = kind == ObjectKind::Trigger && self.eat_word(K::ON);
        let mut on = if trigger { Some(self.object_name()?) } else { None };
        // A view's column.
        if kind == ObjectKind::View && self.at_word(K::RENAME) && self.peek_word() != K::TO {
            self.advance();
            self.eat_word(K::COLUMN);
            on = Some(self.object_name()?);
            self.expect_word(K::TO)?;
            return Ok(StatementKind::Rename { kind, if_exists, name, to: self.name()?, on });
        }
        if !self.eat_words(&[K::RENAME, K::TO]) {
            let what = format!("this ALTER {}", kind.name().to_ascii_uppercase());
            return Err(self.unsupported(&what));
        }
        Ok(StatementKind::Rename { kind, if_exists, name, to: self.name()?, on })
    }

    fn alter_type(&mut self) -> Result<StatementKind> {
        self.advance();
        let name = self.object_name()?;
        let change = if self.eat_words(&[K::ADD, K::VALUE]) {
            let if_not_exists = self.if_not_exists()?;
            let label = self.text()?;
            let place = match self.eat_any(&[K::BEFORE, K::AFTER]) {
                Some(word) => Some((word == K::AFTER, self.text()?)),
                None => None,
            };
            AlterType::Add(label, if_not_exists, place)
        } else if self.eat_words(&[K::RENAME, K::VALUE]) {
            let label = self.text()?;
            self.expect_word(K::TO)?;
            AlterType::Label(label, self.text()?)
        } else if self.eat_words(&[K::RENAME, K::TO]) {
            AlterType::Name(self.name()?)
        } else {
            return Err(self.unsupported("this ALTER TYPE"));
        };
        Ok(StatementKind::AlterType(name, change))
    }

    fn alter_domain(&mut self) -> Result<StatementKind> {
        self.advance();
        let name = self.object_name()?;
        let change = match self.word() {
            K::ADD => {
                self.advance();
                let at = self.token;
                let mut constraints = self.column_constraints(&mut None)?;
                if constraints.len() != 1 {
                    return Err(self.unexpected_at(at));
                }
                let not_valid = self.at_words(&[K::NOT, K::VALID]);
                if not_valid {
                    self.expect_words(&[K::NOT, K::VALID])?;
                }
                AlterDomain::Add(Box::new(constraints.remove(0)), not_valid)
            }
            K::VALIDATE => {
                self.expect_words(&[K::VALIDATE, K::CONSTRAINT])?;
                AlterDomain::Validate(self.name()?)
            }
            K::RENAME if self.peek_word() == K::TO => {
                self.expect_words(&[K::RENAME, K::TO])?;
                AlterDomain::Name(self.name()?)
            }
            K::RENAME => {
                self.expect_words(&[K::RENAME, K::CONSTRAINT])?;
                let from = self.name()?;
                self.expect_word(K::TO)?;
                AlterDomain::Rename(from, self.name()?)
            }
            K::DROP if self.peek_word() == K::CONSTRAINT => {
                self.expect_words(&[K::DROP, K::CONSTRAINT])?;
                let if_exists = self.if_exists()?;
                let constraint = self.name()?;
                self.cascade();
                AlterDomain::Drop(constraint, if_exists)
            }
            word @ (K::SET | K::DROP) => {
                self.advance();
                if self.eat_word(K::DEFAULT) {
                    let start = self.token.start;
                    let set = word == K::SET;
                    let default = if set { Some((self.expr()?, self.since(start))) } else { None };
                    AlterDomain::Default(default)
                } else {
                    self.expect_words(&[K::NOT, K::NULL])?;
                    AlterDomain::NotNull(word == K::SET)
                }
            }
            _ => return Err(self.unsupported("this ALTER DOMAIN")),
        };
        Ok(StatementKind::AlterDomain(name, change))
    }

    /// What is said after a word that changes nothing here.
    fn nothing(&mut self) -> AlterAction {
        let mut depth = 0;
        while !matches!(self.token.kind, Kind::End | Kind::Semicolon)
            && (depth > 0 || !self.at(Kind::Comma))
        {
            depth += i32::from(self.at(Kind::LParen)) - i32::from(self.at(Kind::RParen));
            self.advance();
        }
        AlterAction::Nothing
    }

    fn alter_sequence(&mut self) -> Result<StatementKind> {
        self.advance();
        let if_exists = self.if_exists()?;
        let name = self.object_name()?;
        if self.eat_words(&[K::RENAME, K::TO]) {
            let (kind, to) = (ObjectKind::Sequence, self.name()?);
            return Ok(StatementKind::Rename { kind, if_exists, name, to, on: None });
        }
        if self.at_any(&[K::OWNER, K::RENAME, K::SET]) {
            return Err(self.unsupported(&format!("ALTER SEQUENCE … {}", self.word().text())));
        }
        let mut options = SequenceOptions::default();
        if !self.sequence_option(&mut options)? {
            return Err(self.unexpected());
        }
        while self.sequence_option(&mut options)? {}
        Ok(StatementKind::AlterSequence { name, if_exists, options })
    }
}
