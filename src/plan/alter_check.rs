//! What SQLite looks at before and after ALTER TABLE edits texts: every view and trigger must make
//! sense (alter.c, `renameTestSchema`).

use super::alter_text::{AlterText, of_object};
use super::trigger::Event;
use super::{PlanState, Planner, Settings};
use crate::catalog::{Catalog, NameKey, NameRule, Object, Trigger};
use crate::error::{ErrorKind, Result};
use crate::order::sort_by_number;
use crate::syntax::ast::TriggerEvent;

impl Planner<'_> {
    /// Plans every view and trigger of a database and of the TEMP database as they are.
    pub(super) fn check_texts(&self, schema: &str) -> Result<()> {
        self.check_texts_of(self.catalog, schema, "")
    }

    /// Plans every view and trigger of a database and of the TEMP database as they will be.
    pub(super) fn check_texts_after(&self, change: &AlterText, when: &'static str) -> Result<()> {
        let mut catalog = Catalog::new(NameRule::IgnoreCase);
        for (key, object) in self.catalog.objects() {
            catalog.set(key.clone(), Some(object.clone()));
        }
        for (key, _) in &change.removed {
            catalog.set(key.clone(), None);
        }
        for (key, object) in &change.added {
            catalog.set(key.clone(), Some(object.clone()));
        }
        self.check_texts_of(&catalog, &change.old.schema, when)
    }

    fn check_texts_of(&self, catalog: &Catalog, schema: &str, when: &'static str) -> Result<()> {
        let concerns = |at: &str| at.eq_ignore_ascii_case(schema) || at == "temp";
        // Each text is looked at alone: what its statements bring about is not.
        let settings = Settings { foreign_keys: false, ..self.settings.clone() };
        // In the order of sqlite_schema, the TEMP database's last.
        let concerned = catalog.objects().filter(|(key, _)| concerns(&key.schema));
        let mut texts: Vec<(&NameKey, &Object)> = concerned.collect();
        sort_by_number(&mut texts, &mut |(key, object)| {
            let made = match object {
                Object::View(view) => view.id,
                Object::Trigger(trigger) => trigger.id,
                _ => 0,
            };
            i64::from(made) + if *key.schema == *"temp" { 1 << 32 } else { 0 }
        });
        for (_, object) in texts {
            let mut inner = Planner {
                catalog,
                rules: self.rules,
                text: "",
                base: 0,
                settings: &settings,
                state: PlanState { silent: true, ..PlanState::default() },
            };
            let (kind, name, planned) = match object {
                Object::View(view) => ("view", &view.name, inner.plan_view(view).map(drop)),
                Object::Trigger(trigger) => {
                    ("trigger", &trigger.name, inner.check_trigger_text(trigger))
                }
                _ => continue,
            };
            match planned {
                Err(error) if is_of_names(&error.kind) => {
                    return Err(of_object(&error, kind, name, when));
                }
                _ => {}
            }
        }
        Ok(())
    }

    pub(super) fn check_trigger_text(&mut self, trigger: &std::rc::Rc<Trigger>) -> Result<()> {
        let table = match self.catalog.table_by_id(trigger.table) {
            Some(table) => table.clone(),
            None => match self.view_of_id(trigger.table)? {
                Some(view) => view,
                None => return Ok(()),
            },
        };
        for event in &trigger.definition.events {
            let event = match event {
                TriggerEvent::Insert => Event::Insert,
                TriggerEvent::Update(_) => Event::Update,
                TriggerEvent::Delete => Event::Delete,
                TriggerEvent::Truncate => continue,
            };
            self.plan_trigger(trigger, &table, event, None, None)?;
        }
        Ok(())
    }
}

/// The errors that are found when names are looked up, and no further (resolve.c): a text may call what
/// is not there, or give too many values.
fn is_of_names(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::NoSuchTable { .. }
            | ErrorKind::NoSuchIndex { .. }
            | ErrorKind::NoSuchColumn { table: None, .. }
            | ErrorKind::NoSuchQualifier { .. }
            | ErrorKind::AmbiguousColumn { .. }
            | ErrorKind::RepeatedName { .. }
            | ErrorKind::UsingColumn { .. }
            | ErrorKind::RowMisused
            | ErrorKind::RowWidths { .. }
            | ErrorKind::CompoundColumns { .. }
            | ErrorKind::NamedColumns { .. }
            | ErrorKind::DuplicateColumn { .. }
            | ErrorKind::RecursionMisuse { .. }
            | ErrorKind::CircularView { .. }
    )
}
