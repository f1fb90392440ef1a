//! What a name that is none was perhaps meant to be, for PostgreSQL's hints (parse_relation.c,
//! searchRangeTableForCol and errorMissingRTE).

use std::rc::Rc;

use super::scope::{Scope, ScopeItem};
use crate::syntax::ast::ColumnName;

/// Greatest distance at which names are alike.
const MOST: usize = 3;

impl Scope<'_> {
    /// The one or two columns that a name is nearest to, as `table.column`.
    pub fn similar_columns(&self, name: &ColumnName, also: &[ScopeItem]) -> Vec<String> {
        let typed = &*name.name.text;
        let (mut least, mut found) = (MOST + 1, Vec::new());
        let mut level = Some(self);
        let mut last = also;
        while let Some(items) = level.map(|l| &l.items[..]).or(Some(last).filter(|l| !l.is_empty()))
        {
            if level.is_none() {
                last = &[];
            }
            for item in items.iter().filter(|i| is_table(i)) {
                let wrong = name.table.as_ref().map_or(0, |t| distance(&t.text, &item.name));
                for column in &item.columns {
                    let far = distance(&column.name, typed);
                    if far > typed.len() / 2 || far + wrong > least {
                        continue;
                    }
                    if far + wrong < least {
                        least = far + wrong;
                        found.clear();
                    }
                    if found.len() == 2 {
                        // Too many are alike; of this distance none is taken any more.
                        found.clear();
                        least = least.saturating_sub(1);
                    } else if least <= MOST {
                        found.push(format!("{}.{}", item.name, column.name));
                    }
                }
            }
            level = level.and_then(|l| l.outer);
        }
        found
    }

    /// The alias of a table whose own name stands before the point.
    pub fn alias_of(&self, table: &str) -> Option<Rc<str>> {
        let mut level = Some(self);
        while let Some(scope) = level {
            let is = |item: &&ScopeItem| {
                is_table(item)
                    && item
                        .columns
                        .first()
                        .and_then(|c| c.origin.as_ref())
                        .is_some_and(|o| *o.0 == *table)
            };
            if let Some(item) = scope.items.iter().find(is) {
                return Some(item.name.clone());
            }
            level = scope.outer;
        }
        None
    }
}

/// OLD, NEW and variables are no tables.
fn is_table(item: &ScopeItem) -> bool {
    !matches!(&*item.name, "" | "old" | "new" | "\0") && !item.unlisted
}

/// Levenshtein's distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, letter) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (n, other) in b.iter().enumerate() {
            let changed = corner + usize::from(letter != *other);
            corner = row[n + 1];
            row[n + 1] = changed.min(row[n] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}
