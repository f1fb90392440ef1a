//! ALTER TABLE the way SQLite does it (alter.c): the texts of definitions are edited and read
//! again, and what cannot be read any more is the error.

use std::rc::Rc;

use super::Planner;
use super::ddl::{Ddl, NewIndex, NewTable};
use super::node::{Expr, ResultColumn};
use super::references::{Reference, References};
use super::scope::Scope;
use crate::catalog::{Index, IndexOrigin, NameKey, Object, Space, Table, Trigger, View};
use crate::error::{Error, ErrorKind, Result};
use crate::order::sort_by_number;
use crate::span::Span;
use crate::syntax::ast::{self, AlterAction, ColumnName, Ident, ObjectName, StatementKind};
use crate::syntax::mention::{Mention, mentions};
use crate::types::Type;

/// Definitions in the place of others, and what happens to the rows.
#[derive(Debug)]
pub struct AlterText {
    /// The table as it was.
    pub old: Rc<Table>,
    /// The table as it will be, under the same number.
    pub new: Rc<Table>,
    /// What goes.
    pub removed: Vec<(NameKey, Object)>,
    /// What comes, each under the number that it had.
    pub added: Vec<(NameKey, Object)>,
    /// What happens to the rows.
    pub rows: RowChange,
    /// Why there may be no rows.
    pub empty: Option<&'static str>,
    /// What every row must satisfy.
    pub checks: Vec<Expr>,
    /// The table's indexes over rows of the new shape.
    pub indexes: Vec<NewIndex>,
    /// The column of its result, which has no rows.
    pub shown: Option<ResultColumn>,
}

/// What ALTER TABLE does to rows.
#[derive(Debug)]
pub enum RowChange {
    /// Nothing.
    Keep,
    /// They get a value at the end: a constant, or computed from the row.
    Add(Expr),
    /// They lose the value of this column.
    Drop(usize),
}

/// Edits of one text: what stands at a span, and what takes its place.
type Edits = Vec<(Span, String)>;

/// A text that is kept, as it is edited.
struct KeptText {
    /// It made the table that is altered.
    own: bool,
    /// The table's bare name means that table in it.
    bare: bool,
    /// What was found out of its names.
    references: References,
}

impl KeptText {
    /// Whether a name is that of a table.
    fn means(&self, name: &ObjectName, table: &Table) -> bool {
        match (self.references.at(name.name.span), &name.schema) {
            (Some(found), _) => found.table == Some(table.id),
            (None, _) if !name.name.text.eq_ignore_ascii_case(&table.name) => false,
            (None, Some(schema)) => schema.text.eq_ignore_ascii_case(&table.schema),
            (None, None) => self.bare,
        }
    }
}

impl Planner<'_> {
    pub(super) fn plan_alter_text(
        &mut self,
        name: &ast::ObjectName,
        actions: &[AlterAction],
        span: Span,
    ) -> Result<Ddl> {
        let [action] = actions else {
            return Err(ErrorKind::unsupported("ALTER TABLE").at(span));
        };
        let table = match self.relation(name) {
            Some(Object::Table(table)) => table.clone(),
            Some(Object::View(view)) => {
                let view = &view.name;
                return Err(message(match action {
                    AlterAction::AddColumn { .. } => "Cannot add a column to a view".to_string(),
                    AlterAction::DropColumn { .. } => {
                        format!("cannot drop column from view \"{view}\"")
                    }
                    AlterAction::RenameColumn(..) => {
                        format!("cannot rename columns of view \"{view}\"")
                    }
                    _ => format!("view {view} may not be altered"),
                }));
            }
            _ => {
                if let Some(system) = (self.rules.ddl.protected_table)(&name.name.text) {
                    return Err(self.protected(system, "altered").at(name.name.span));
                }
                let schema = name.schema.as_ref().map(|s| format!("{}.", s.text));
                let name_text = format!("{}{}", schema.unwrap_or_default(), name.name.text);
                return Err(ErrorKind::NoSuchTable { name: name_text }.at(name.name.span));
            }
        };
        if table.name.to_ascii_lowercase().starts_with("sqlite_") {
            return Err(self.protected(&table.name, "altered").at(name.name.span));
        }
        let (alter, after) = match action {
            AlterAction::RenameTable(to, _) => (self.text_rename_table(&table, to), "rename"),
            AlterAction::RenameColumn(from, to) => {
                (self.text_rename_column(&table, from, to), "rename")
            }
            AlterAction::DropColumn { name, .. } => {
                (self.text_drop_column(&table, name), "drop column")
            }
            AlterAction::AddColumn { column, .. } => (self.text_add_column(&table, column), ""),
            action => (self.text_constraint(&table, action, span), ""),
        };
        if !after.is_empty() {
            // What makes no sense already is told of before what would make none.
            let is_later = |e: &Error| matches!(*e.kind, ErrorKind::InObject { .. });
            if alter.as_ref().err().is_none_or(is_later) {
                self.check_texts(&table.schema)?;
            }
        }
        let alter = alter?;
        if !after.is_empty() {
            self.check_texts_after(&alter, after)?;
        }
        Ok(Ddl::AlterText(Box::new(alter)))
    }

    fn text_rename_table(&mut self, table: &Rc<Table>, to: &Ident) -> Result<AlterText> {
        if self.catalog.get(&self.catalog.key(&table.schema, Space::Relation, &to.text)).is_some() {
            let what = "there is already another table or index with this name";
            return Err(message(format!("{what}: {}", to.text)));
        }
        (self.rules.ddl.check_name_allowed)(&to.text).map_err(|kind| kind.at(to.span))?;
        let quoted = quote(&to.text);
        let own = table.clone();
        let mut change = self.edited(table, &|statement, text| {
            let mut edits = Edits::new();
            if let (StatementKind::CreateTable(create), true) = (&statement.kind, text.own) {
                edits.push((create.name.name.span, quoted.clone()));
            }
            let mut see = |mention: Mention<'_>| {
                let (name, meant) = match mention {
                    Mention::Table(name, _) => (&name.name, text.means(name, &own)),
                    Mention::Column(ColumnName { table: Some(table), name, .. }) => {
                        let found = text.references.at(name.span);
                        // SQLite takes the row of an upsert for the table, and renames it as well.
                        let upserted = table.text.eq_ignore_ascii_case("excluded");
                        let is_own =
                            |f: Reference| f.table == Some(own.id) && (f.by_name || upserted);
                        if found.is_some_and(is_own) && upserted {
                            edits.push((table.span, quoted.clone()));
                            return;
                        }
                        (table, found.map_or(text.bare, is_own))
                    }
                    _ => return,
                };
                if meant && name.text.eq_ignore_ascii_case(&own.name) {
                    edits.push((name.span, quoted.clone()));
                }
            };
            mentions(statement, &mut see);
            edits
        })?;
        let new = Rc::make_mut(&mut change.new);
        new.name = to.text.clone();
        let (new, id) = (change.new.clone(), table.id);
        for (key, object) in &mut change.added {
            match object {
                Object::Table(t) if t.id == id => {
                    *object = Object::Table(new.clone());
                    *key = self.catalog.key(&new.schema, Space::Relation, &new.name);
                }
                Object::Index(index) if index.origin != IndexOrigin::CreateIndex => {
                    let number = index.name.rsplit('_').next().unwrap_or("1");
                    let name = format!("sqlite_autoindex_{}_{number}", new.name);
                    *key = self.catalog.key(&new.schema, Space::Relation, &name);
                    *object =
                        Object::Index(Rc::new(Index { name: Rc::from(name), ..(**index).clone() }));
                }
                _ => {}
            }
        }
        Ok(change)
    }

    fn text_rename_column(
        &mut self,
        table: &Rc<Table>,
        from: &Ident,
        to: &Ident,
    ) -> Result<AlterText> {
        if table.column(&from.text, self.rules.column_names).is_none() {
            return Err(message(format!("no such column: \"{}\"", from.text)));
        }
        let quoted = quote(&to.text);
        let own = table.clone();
        let change = self.edited(table, &|statement, text| {
            let mut edits = Edits::new();
            let mut names: Vec<Rc<str>> = vec![own.name.clone()];
            let mut concerned = text.own;
            mentions(statement, &mut |mention| {
                if let Mention::Table(name, alias) = mention
                    && text.means(name, &own)
                {
                    concerned = true;
                    names.extend(alias.map(|a| a.text.clone()));
                }
            });
            if let StatementKind::CreateTrigger(create) = &statement.kind
                && text.means(&create.table, &own)
            {
                names.extend([Rc::from("new"), Rc::from("old")]);
            }
            names.push(Rc::from("excluded"));
            let mut see = |mention: Mention<'_>| {
                let name = match mention {
                    Mention::Own(name) if text.own => name,
                    Mention::ColumnOf(table, name) if text.means(table, &own) => name,
                    Mention::Column(column)
                        if let Some(found) = text.references.at(column.name.span) =>
                    {
                        match found.table == Some(own.id) {
                            true => &column.name,
                            false => return,
                        }
                    }
                    // What was not come upon is taken for what it looks like.
                    Mention::Column(column) => match &column.table {
                        Some(table)
                            if names.iter().any(|n| n.eq_ignore_ascii_case(&table.text)) =>
                        {
                            &column.name
                        }
                        None if concerned => &column.name,
                        _ => return,
                    },
                    _ => return,
                };
                if name.text.eq_ignore_ascii_case(&from.text) {
                    let plain = to.quote.is_none() && name.quote.is_none();
                    edits.push((
                        name.span,
                        if plain { to.text.to_string() } else { quoted.clone() },
                    ));
                }
            };
            mentions(statement, &mut see);
            edits
        });
        change.map_err(|error| self.after(error, table, "rename"))
    }

    fn text_add_column(&mut self, table: &Rc<Table>, column: &ast::ColumnDef) -> Result<AlterText> {
        use ast::ColumnConstraintKind as Kind;
        let has = |wanted: fn(&Kind) -> bool| column.constraints.iter().any(|c| wanted(&c.kind));
        if table.column(&column.name.text, self.rules.column_names).is_some() {
            let name = column.name.text.to_string();
            return Err(ErrorKind::DuplicateColumn { name }.at(column.name.span));
        }
        if has(|k| matches!(k, Kind::PrimaryKey { .. })) {
            return Err(message("Cannot add a PRIMARY KEY column"));
        }
        if has(|k| matches!(k, Kind::Unique { .. })) {
            return Err(message("Cannot add a UNIQUE column"));
        }
        let statement = self.parse_again(&table.sql)?;
        let StatementKind::CreateTable(create) = &statement.kind else {
            return Err(ErrorKind::unsupported("ALTER TABLE of this table").nowhere());
        };
        let at = end_of_columns(&table.sql, create);
        let text = self.text_of(column.span);
        let sql = format!("{}, {}{}", &table.sql[..at], text.trim_end(), &table.sql[at..]);
        let new = self.table_again(table, &sql).map_err(|e| match &*e.kind {
            ErrorKind::DuplicateColumn { .. } | ErrorKind::NoSuchCollation { .. } => e,
            _ => of_object(&e, "table", &table.name, "add column"),
        })?;
        let number = new.columns.len() - 1;
        let added = &new.columns[number];
        let default = match (&added.generated, &added.default) {
            (Some(generated), _) => {
                let scope = self.table_scope(&new, None);
                self.bind(&generated.expr, &scope)?.expr
            }
            (None, Some(default)) => self.bind(&default.expr, &Scope::default())?.expr,
            (None, None) => Expr::Const(crate::value::Value::Null),
        };
        let mut change = self.unchanged(table);
        // What rows that are there cannot have (alter.c, sqlite3AlterFinishAddColumn). Whether there are
        // any is asked by a query, which shows.
        let null = matches!(default, Expr::Const(crate::value::Value::Null));
        let refers = new.foreign_keys.len() > table.foreign_keys.len();
        change.empty = match (&added.generated, &added.not_null) {
            _ if refers && !null && self.settings.foreign_keys => {
                Some("Cannot add a REFERENCES column with non-NULL default value")
            }
            (Some(generated), _) if generated.stored => Some("cannot add a STORED column"),
            (None, Some(_)) if null => Some("Cannot add a NOT NULL column with default value NULL"),
            (None, _) if !matches!(default, Expr::Const(_)) => {
                Some("Cannot add a column with non-constant default")
            }
            _ => None,
        };
        change.shown = change.empty.map(|why| {
            ResultColumn::computed(&["raise(ABORT,'", why, "')"].concat(), Type::Unknown)
        });
        if has(|k| matches!(k, Kind::Check { .. })) {
            let scope = self.table_scope(&new, None);
            for check in &new.checks {
                change.checks.push(self.bind_condition(&check.expr, &scope)?);
            }
        }
        change.rows = RowChange::Add(default);
        change.new = new;
        self.with_table(&mut change)?;
        Ok(change)
    }

    fn text_drop_column(&mut self, table: &Rc<Table>, name: &Ident) -> Result<AlterText> {
        let Some(number) = table.column(&name.text, self.rules.column_names) else {
            return Err(message(format!("no such column: \"{}\"", name.text)));
        };
        let statement = self.parse_again(&table.sql)?;
        let StatementKind::CreateTable(create) = &statement.kind else {
            return Err(ErrorKind::unsupported("ALTER TABLE of this table").nowhere());
        };
        // A constraint of the table is met when its text is read again.
        let unique =
            |c: &ast::ColumnConstraint| matches!(c.kind, ast::ColumnConstraintKind::Unique { .. });
        let kind = match () {
            () if table.primary_key.contains(&number) => Some("PRIMARY KEY"),
            () if create.columns[number].constraints.iter().any(unique) => Some("UNIQUE"),
            () => None,
        };
        if let Some(kind) = kind {
            return Err(message(format!("cannot drop {kind} column: \"{}\"", name.text)));
        }
        if table.columns.len() == 1 {
            let text = &name.text;
            return Err(message(format!("cannot drop column \"{text}\": no other columns exist")));
        }
        let start = create.columns[number].name.span.start as usize;
        let sql = match create.columns.get(number + 1) {
            Some(next) => {
                let next = next.name.span.start as usize;
                format!("{}{}", &table.sql[..start], &table.sql[next..])
            }
            None => {
                let comma = table.sql[..start].rfind(',').unwrap_or(start);
                let end = end_of_columns(&table.sql, create);
                format!("{}{}", &table.sql[..comma], &table.sql[end..])
            }
        };
        let new = self.table_again(table, &sql);
        let mut change = self.unchanged(table);
        change.rows = RowChange::Drop(number);
        change.new = new.map_err(|e| of_object(&e, "table", &table.name, "drop column"))?;
        self.with_table(&mut change)?;
        Ok(change)
    }

    /// An ALTER that changes nothing yet.
    pub(super) fn unchanged(&self, table: &Rc<Table>) -> AlterText {
        AlterText {
            old: table.clone(),
            new: table.clone(),
            removed: Vec::new(),
            added: Vec::new(),
            rows: RowChange::Keep,
            empty: None,
            checks: Vec::new(),
            indexes: Vec::new(),
            shown: None,
        }
    }

    /// Puts the new table and its indexes, read again over it, in the place of the old ones.
    fn with_table(&mut self, change: &mut AlterText) -> Result<()> {
        let (old, new) = (change.old.clone(), change.new.clone());
        let key = self.catalog.key(&old.schema, Space::Relation, &old.name);
        change.removed.push((key.clone(), Object::Table(old.clone())));
        change.added.push((key, Object::Table(new.clone())));
        for index in self.catalog.indexes_of(old.id) {
            let key = self.catalog.key(&index.schema, Space::Relation, &index.name);
            let again = self.index_again(&index, &old, &new);
            let again = again.map_err(|e| of_object(&e, "index", &index.name, "drop column"));
            let mut again = again?;
            if !again.ties.is_empty() {
                again.ties = self.ties(&new, self.primary_index(&old).as_deref());
            }
            let scope = self.table_scope(&new, None);
            let computed = match again.is_plain() {
                true => None,
                false => Some(self.plan_computed(&again, &scope)?),
            };
            change.removed.push((key, Object::Index(index)));
            change.indexes.push(NewIndex {
                columns: super::create_index::term_texts(&again.terms, &new),
                index: again,
                table: new.name.clone(),
                computed,
                exclusion: None,
                space: Space::Relation,
            });
        }
        Ok(())
    }

    /// Edits every text that may speak of a table and reads it again.
    fn edited(
        &mut self,
        table: &Rc<Table>,
        edit: &dyn Fn(&ast::Statement, &KeptText) -> Edits,
    ) -> Result<AlterText> {
        let mut change = self.unchanged(table);
        // In the TEMP database a bare name may be that of a table there.
        let look = |s: &str| self.catalog.get(&self.catalog.key(s, Space::Relation, &table.name));
        let bare = self.search_path().find_map(look);
        let first = matches!(bare, Some(Object::Table(t)) if t.id == table.id);
        let own_schema = table.schema.to_ascii_lowercase();
        let mut objects: Vec<(NameKey, Object)> = Vec::new();
        for (key, object) in self.catalog.objects() {
            let programs = matches!(object, Object::View(_) | Object::Trigger(_));
            if key.schema == own_schema || key.schema == "temp" && programs {
                objects.push((key.clone(), object.clone()));
            }
        }
        let kept = |own: bool, references| KeptText { own, bare: true, references };
        let none = || References::new(Rc::from(""));
        let new_sql = self.edited_text(&table.sql, &kept(true, none()), edit)?;
        change.new = self.table_again(table, new_sql.as_deref().unwrap_or(&table.sql))?;
        for (key, object) in objects {
            let bare = key.schema == own_schema || first;
            let again = match &object {
                Object::Table(t) if t.id == table.id => Some(Object::Table(change.new.clone())),
                Object::Table(t) => match self.edited_text(&t.sql, &kept(false, none()), edit)? {
                    Some(sql) => Some(Object::Table(self.table_again(t, &sql)?)),
                    None => None,
                },
                Object::Index(index) if index.table == table.id => {
                    let sql = match &index.sql {
                        Some(sql) => self.edited_text(sql, &kept(false, none()), edit)?,
                        None => None,
                    };
                    let index =
                        Index { sql: sql.map(Rc::from).or(index.sql.clone()), ..(**index).clone() };
                    let again = self.index_again(&index, table, &change.new)?;
                    Some(Object::Index(Rc::new(again)))
                }
                Object::View(view) => {
                    let references = self.references_of_view(view)?;
                    let text = KeptText { own: false, bare, references };
                    match self.edited_text(&view.sql, &text, edit)? {
                        Some(sql) => Some(Object::View(Rc::new(self.view_again(view, &sql)?))),
                        None => None,
                    }
                }
                Object::Trigger(trigger) => {
                    let references = self.references_of_trigger(trigger)?;
                    let text = KeptText { own: false, bare, references };
                    match self.edited_text(&trigger.sql, &text, edit)? {
                        Some(sql) => {
                            Some(Object::Trigger(Rc::new(self.trigger_again(trigger, &sql)?)))
                        }
                        None => None,
                    }
                }
                _ => None,
            };
            if let Some(again) = again {
                change.removed.push((key.clone(), object));
                change.added.push((key, again));
            }
        }
        Ok(change)
    }

    /// What the names of a view's text mean, as far as it makes sense.
    pub(super) fn references_of_view(&self, view: &Rc<View>) -> Result<References> {
        let view = self.view_again(view, &view.sql)?;
        self.noting(&view.sql, |planner| drop(planner.plan_view(&view)))
    }

    /// What the names of a trigger's text mean, as far as it makes sense.
    fn references_of_trigger(&mut self, trigger: &Rc<Trigger>) -> Result<References> {
        let trigger = Rc::new(self.trigger_again(trigger, &trigger.sql)?);
        let noted =
            self.noting(&trigger.text, |planner| drop(planner.check_trigger_text(&trigger)))?;
        let on = &trigger.definition.table;
        noted.note(on.name.span, Some(trigger.table), true);
        Ok(noted)
    }

    fn noting(&self, text: &Rc<str>, plan: impl FnOnce(&mut Planner<'_>)) -> Result<References> {
        let references = Rc::new(References::new(text.clone()));
        self.reading("", |planner| {
            planner.state.references = Some(references.clone());
            plan(planner);
            planner.state.references = None;
            Ok(())
        })?;
        Ok(Rc::try_unwrap(references).unwrap_or_else(|_| References::new(text.clone())))
    }

    /// A text with its edits; none when there is nothing to edit.
    fn edited_text(
        &self,
        text: &str,
        kept: &KeptText,
        edit: &dyn Fn(&ast::Statement, &KeptText) -> Edits,
    ) -> Result<Option<String>> {
        let statement = self.parse_again(text)?;
        let mut edits = edit(&statement, kept);
        if edits.is_empty() {
            return Ok(None);
        }
        sort_by_number(&mut edits, &mut |(span, _)| -i64::from(span.start));
        edits.dedup_by_key(|(span, _)| span.start);
        let mut text = text.to_string();
        for (span, new) in edits {
            text.replace_range(span.start as usize..span.end as usize, &new);
        }
        Ok(Some(text))
    }

    /// Reads a kept text.
    pub(super) fn parse_again(&self, text: &str) -> Result<ast::Statement> {
        match crate::syntax::parse_next(text, 0, self.rules.ddl.syntax) {
            Some(parsed) => parsed.statement.map_err(Error::elsewhere),
            None => Err(ErrorKind::unsupported("ALTER TABLE of this table").nowhere()),
        }
    }

    /// A planner of another text than the statement's.
    fn reading<T>(
        &self,
        text: &str,
        read: impl FnOnce(&mut Planner<'_>) -> Result<T>,
    ) -> Result<T> {
        let mut inner = Planner {
            catalog: self.catalog,
            rules: self.rules,
            text,
            base: 0,
            settings: self.settings,
            state: super::PlanState::default(),
        };
        read(&mut inner).map_err(Error::elsewhere)
    }

    pub(super) fn table_again(&mut self, table: &Table, sql: &str) -> Result<Rc<Table>> {
        let statement = self.parse_again(sql)?;
        let StatementKind::CreateTable(create) = &statement.kind else {
            return Err(ErrorKind::unsupported("ALTER TABLE of this table").nowhere());
        };
        // A renamed table's conditions may speak of it by its new name.
        let (schema, name) = (table.schema.clone(), create.name.name.text.clone());
        let NewTable { table: again, .. } =
            self.reading(sql, |planner| planner.build_table(create, schema, name, statement.span))?;
        Ok(Rc::new(Table { id: table.id, sql: Rc::from(sql), ..again }))
    }

    /// An index whose terms stand in another table.
    fn index_again(&mut self, index: &Index, old: &Table, new: &Table) -> Result<Index> {
        let Some(sql) = index.sql.clone() else {
            let renamed = old.columns.len() == new.columns.len();
            let mut again = index.clone();
            for term in &mut again.terms {
                let crate::catalog::Term::Column(column) = &mut term.term else { continue };
                if !renamed {
                    let name = &old.columns[*column].name;
                    let found = new.column(name, self.rules.column_names);
                    let missing =
                        || ErrorKind::NoSuchColumn { name: name.to_string(), table: None };
                    *column = found.ok_or_else(|| missing().nowhere())?;
                }
            }
            return Ok(again);
        };
        let statement = self.parse_again(&sql)?;
        let StatementKind::CreateIndex(create) = &statement.kind else { return Ok(index.clone()) };
        self.reading(&sql, |planner| {
            let terms = planner.key_terms(&create.terms, new)?;
            let scope = planner.table_scope(new, None);
            if let Some(filter) = &create.filter {
                planner.bind_condition(filter, &scope)?;
            }
            let filter = create.filter.as_ref().map(|f| (f.clone(), planner.text_of(f.span)));
            Ok(Index { terms, filter, sql: Some(sql.clone()), ..index.clone() })
        })
    }

    pub(super) fn view_again(&self, view: &View, sql: &str) -> Result<View> {
        let statement = self.parse_again(sql)?;
        let StatementKind::CreateView(create) = statement.kind else { return Ok(view.clone()) };
        Ok(View { query: create.query, sql: Rc::from(sql), ..view.clone() })
    }

    fn trigger_again(&self, trigger: &Trigger, sql: &str) -> Result<Trigger> {
        let statement = self.parse_again(sql)?;
        let StatementKind::CreateTrigger(create) = statement.kind else {
            return Ok(trigger.clone());
        };
        let text: Rc<str> = Rc::from(sql);
        Ok(Trigger { definition: create, sql: text.clone(), text, base: 0, ..trigger.clone() })
    }

    fn after(&self, error: Error, table: &Table, what: &'static str) -> Error {
        match &*error.kind {
            ErrorKind::DuplicateColumn { .. } => of_object(&error, "table", &table.name, what),
            _ => error,
        }
    }
}

/// What is wrong in a text that is kept; `after` is empty before anything is done.
pub(super) fn of_object(
    error: &Error,
    kind: &'static str,
    name: &str,
    after: &'static str,
) -> Error {
    match &*error.kind {
        ErrorKind::Unsupported { .. } | ErrorKind::Limit { .. } => error.clone(),
        why => {
            let (name, why) = (name.to_string(), Box::new(why.clone()));
            ErrorKind::InObject { kind, name, after, why }.nowhere()
        }
    }
}

/// Where a column can be added: before the table's constraints or the closing parenthesis.
fn end_of_columns(sql: &str, create: &ast::CreateTable) -> usize {
    let end = create.columns.last().map_or(0, |c| c.span.end as usize);
    sql[end..].find([',', ')']).map_or(end, |more| end + more)
}

pub(super) fn quote(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

pub(super) fn message(text: impl Into<String>) -> Error {
    ErrorKind::sqlite(text).nowhere()
}
