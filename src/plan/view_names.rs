//! Views keep what they were made of (PostgreSQL: a view is its parsed query): `*` is the columns that
//! there were, and a table or column that is renamed goes on under its old name. What a view keeps here is
//! its text, so that `FROM p` becomes `FROM q AS p(id, code)`. Compared with PostgreSQL 18.

use std::rc::Rc;

use super::Planner;
use super::alter_text::quote;
use crate::catalog::{NameKey, Object, ObjectId, Space, View};
use crate::error::{ErrorKind, Refusal, Result};
use crate::order::sort_by_number;
use crate::span::Span;
use crate::syntax::ast::{self, AlterAction};
use crate::syntax::mention::{Mention, mentions};

/// What the stars of a query stand for, by where they are.
pub(crate) type Stars = std::cell::RefCell<Vec<(Span, String)>>;

/// A table or view whose name, or one of whose columns, changes.
pub(super) struct Renamed<'a> {
    /// Its number.
    pub id: ObjectId,
    /// Its schema and name as they were.
    pub old: (&'a str, &'a str),
    /// As they will be.
    pub new: (&'a str, &'a str),
    /// Its columns as they were, where one of them changes.
    pub columns: &'a [Rc<str>],
}

impl Planner<'_> {
    /// A view with its stars written out.
    pub(super) fn without_stars(&self, view: &View, base: u32, stars: Stars) -> Result<View> {
        let mut text = view.sql.to_string();
        let mut edits = stars.into_inner();
        sort_by_number(&mut edits, &mut |(at, _)| -i64::from(at.start));
        edits.dedup_by_key(|(at, _)| at.start);
        for (at, words) in edits {
            let place =
                at.start.saturating_sub(base) as usize..at.end.saturating_sub(base) as usize;
            let written = text.get(place.clone()).unwrap_or_default();
            if written.ends_with('*') {
                text.replace_range(place, &words);
            } else if let (Some("TABLE"), Some(table)) =
                (written.get(..5).map(str::to_ascii_uppercase).as_deref(), written.get(5..))
            {
                let words = ["SELECT ", &words, " FROM", table].concat();
                text.replace_range(place, &words);
            }
        }
        self.view_again(view, &text)
    }

    /// Changes the views over what is renamed so that they say the same as before.
    pub(super) fn views_follow(
        &mut self,
        renamed: &Renamed<'_>,
        changed: &mut Vec<(NameKey, Object)>,
    ) -> Result<()> {
        let mut list = String::new();
        for name in renamed.columns {
            list.push_str(if list.is_empty() { "(" } else { ", " });
            list.push_str(&quote(name));
        }
        if !list.is_empty() {
            list.push(')');
        }
        let moved = renamed.old.0 != renamed.new.0;
        let (schema, name) = (quote(renamed.new.0), quote(renamed.new.1));
        let mut views: Vec<Rc<View>> = Vec::new();
        for (_, object) in self.catalog.objects() {
            if let Object::View(view) = object {
                views.push(view.clone());
            }
        }
        for view in views {
            let references = self.references_of_view(&view)?;
            let mut edits: Vec<(Span, String)> = Vec::new();
            let statement = self.parse_again(&view.sql)?;
            mentions(&statement, &mut |mention| {
                let Mention::Table(table, alias) = mention else { return };
                if references.at(table.name.span).is_none_or(|r| r.table != Some(renamed.id)) {
                    return;
                }
                let mut place = table.name.span;
                let mut words = match (&table.schema, moved) {
                    (given, true) => {
                        place.start = given.as_ref().map_or(place.start, |s| s.span.start);
                        [&schema, ".", &name].concat()
                    }
                    _ => name.clone(),
                };
                let Some(alias) = alias else {
                    words.push_str(&[" AS ", &quote(renamed.old.1), &list].concat());
                    edits.push((place, words));
                    return;
                };
                edits.push((place, words));
                let after = view.sql.get(alias.span.end as usize..).unwrap_or_default();
                if !after.trim_start().starts_with('(') {
                    let end = Span { start: alias.span.end, ..alias.span };
                    edits.push((end, list.clone()));
                }
            });
            if edits.is_empty() {
                continue;
            }
            sort_by_number(&mut edits, &mut |(at, _)| -i64::from(at.start));
            let mut text = view.sql.to_string();
            for (at, words) in edits {
                text.replace_range(at.start as usize..at.end as usize, &words);
            }
            let again = self.view_again(&view, &text)?;
            let key = self.catalog.key(&view.schema, Space::Relation, &view.name);
            changed.push((key, Object::View(Rc::new(again))));
        }
        Ok(())
    }

    /// `ALTER VIEW … RENAME COLUMN`, which ALTER TABLE may say as well.
    pub(super) fn rename_view_column(
        &mut self,
        view: &Rc<View>,
        from: &ast::Ident,
        to: &ast::Ident,
    ) -> Result<super::ddl::Ddl> {
        let mut names: Vec<Rc<str>> = Vec::new();
        for (at, column) in self.plan_view(view)?.columns.iter().enumerate() {
            names.push(view.columns.get(at).unwrap_or(&column.name).clone());
        }
        let Some(at) = names.iter().position(|name| *name == from.text) else {
            let name = from.text.to_string();
            return Err(ErrorKind::NoSuchColumn { name, table: None }.nowhere());
        };
        if names.contains(&to.text) {
            let (name, table) = (to.text.to_string(), view.name.to_string());
            return Err(ErrorKind::ColumnExists { name, table }.nowhere());
        }
        let own = (&*view.schema, &*view.name);
        let renamed = Renamed { id: view.id, old: own, new: own, columns: &names };
        let mut changed = Vec::new();
        self.views_follow(&renamed, &mut changed)?;
        let mut again = (**view).clone();
        names[at] = to.text.clone();
        again.columns = names;
        let key = self.catalog.key(&view.schema, Space::Relation, &view.name);
        changed.push((key, Object::View(Rc::new(again))));
        Ok(super::ddl::Ddl::Change(changed, None))
    }

    /// ALTER TABLE of a view: its names may change.
    pub(super) fn alter_view(
        &mut self,
        name: &ast::ObjectName,
        view: &Rc<View>,
        actions: &[AlterAction],
    ) -> Result<super::ddl::Ddl> {
        let what = match &actions[0] {
            AlterAction::RenameTable(to, None) => {
                return self.plan_rename(ast::ObjectKind::View, false, name, to);
            }
            AlterAction::RenameColumn(from, to) => return self.rename_view_column(view, from, to),
            AlterAction::Nothing => return Ok(self.nothing(None)),
            AlterAction::AddColumn { .. } => "ADD COLUMN",
            AlterAction::DropColumn { .. } => "DROP COLUMN",
            AlterAction::AddConstraint(_) => "ADD CONSTRAINT",
            AlterAction::DropConstraint { .. } => "DROP CONSTRAINT",
            AlterAction::Validate(_) => "VALIDATE CONSTRAINT",
            AlterAction::Defer(..) => "ALTER CONSTRAINT",
            AlterAction::SetNotNull(_, true) => "ALTER COLUMN ... SET NOT NULL",
            AlterAction::SetNotNull(_, false) => "ALTER COLUMN ... DROP NOT NULL",
            AlterAction::SetExpression(_, Some(_), _) => "ALTER COLUMN ... SET EXPRESSION",
            AlterAction::SetExpression(..) => "ALTER COLUMN ... DROP EXPRESSION",
            _ => return Err(ErrorKind::unsupported("this ALTER of a view").at(name.name.span)),
        };
        Err(Refusal::NotOfViews.of(&[what, &view.name]).nowhere())
    }
}
