//! What follows from writing rows of a table: triggers that fire, parents that are looked for, children
//! that are looked after.

use std::rc::Rc;

use super::Planner;
use super::foreign::{ForeignChild, ForeignParent};
use super::trigger::{Event, TriggerUse};
use crate::catalog::Table;
use crate::error::Result;
use crate::span::Span;
use crate::syntax::ast::TriggerTime;
use crate::syntax::conflict::{OrClause, Resolution};

/// What follows from writing rows.
pub(super) struct Reactions {
    /// Triggers, in firing order for each event and time.
    pub triggers: Vec<TriggerUse>,
    /// Rows that REPLACE deletes fire them.
    pub replace_fires: bool,
    /// The table's foreign keys.
    pub children: Vec<ForeignChild>,
    /// Foreign keys that refer to it.
    pub parents: Vec<ForeignParent>,
}

impl Planner<'_> {
    /// What follows from the events of a statement, in the order in which SQLite comes upon it
    /// (insert.c, update.c, delete.c): errors are told in it, and whether a parent is looked for may
    /// depend on it (`ForeignChild::left_out`). The arguments are those of `plan_target`.
    pub(super) fn plan_reactions(
        &mut self,
        table: &Rc<Table>,
        events: &[Event],
        set: Option<&[usize]>,
        or: Option<OrClause>,
    ) -> Result<Reactions> {
        const BEFORE: &[TriggerTime] = &[TriggerTime::Before];
        const AFTER: &[TriggerTime] = &[TriggerTime::After];
        const BOTH: &[TriggerTime] = &[TriggerTime::Before, TriggerTime::After];
        let deletes = events.contains(&Event::Delete);
        let beside = deletes && events.len() > 1;
        let own = || events.iter().filter(|e| !beside || **e != Event::Delete);
        // Rows that REPLACE deletes fire triggers by a setting alone, and those run under REPLACE.
        let replace_fires = self.rules.write.replace_fires || self.settings.recursive_triggers;
        let span = or.map_or(Span::default(), |or| or.span);
        let replace = Some(OrClause { resolution: Resolution::Replace, span });
        // Rows that are deleted are looked at by every key.
        let changed = set.filter(|_| !deletes);
        let concerned =
            !table.keys_off && changed.is_none_or(|c| self.needs_foreign_keys(table, c));
        let (mut triggers, mut children, mut parents) = (Vec::new(), Vec::new(), Vec::new());
        // Which columns the programs of a row that changes or goes read is asked of all at once
        // (trigger.c, sqlite3TriggerColmask).
        for event in own() {
            let times = if *event == Event::Insert { BEFORE } else { BOTH };
            triggers.extend(self.plan_triggers(table, (*event, times), set, or)?);
        }
        if beside && replace_fires {
            triggers.extend(self.plan_triggers(table, (Event::Delete, BOTH), set, replace)?);
        }
        // What the keys of others need of a deleted row is looked at first (fkey.c, sqlite3FkOldmask).
        if concerned && deletes {
            parents = self.plan_parents(table, events, changed, set)?;
            self.plan_actions(&mut parents, Event::Delete)?;
        }
        if concerned {
            children = self.plan_children(table, changed, set)?;
        }
        if concerned && !deletes {
            parents = self.plan_parents(table, events, changed, set)?;
        }
        if events.contains(&Event::Update) {
            self.plan_actions(&mut parents, Event::Update)?;
        }
        if events.contains(&Event::Insert) {
            triggers.extend(self.plan_triggers(table, (Event::Insert, AFTER), set, or)?);
        }
        Ok(Reactions { triggers, replace_fires, children, parents })
    }
}
