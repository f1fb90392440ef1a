//! Whether the store's redundant parts agree: every index with its table. For tests.

use std::collections::BTreeSet;

use super::store::Store;
use crate::catalog::Object;

impl Store {
    /// Compares every index with the rows of its table.
    ///
    /// # Errors
    /// A sentence about the first index that disagrees.
    pub fn check(&self) -> Result<(), String> {
        for (_, object) in self.catalog().objects() {
            let Object::Index(index) = object else { continue };
            let Some(entries) = self.entries(index.id) else {
                return Err(format!("index {} has no storage", index.name));
            };
            let rows: BTreeSet<u32> = self.slots(index.table).map(|slot| slot.raw()).collect();
            let listed = entries.listed();
            let members = match entries.is_plain() {
                true => rows.clone(),
                false => entries.computed_slots(),
            };
            if !members.is_subset(&rows) {
                return Err(format!("index {} has an entry of a row that is gone", index.name));
            }
            if index.unique && entries.hashed_slots() != members {
                return Err(format!("index {}: its hash table is not its rows", index.name));
            }
            if let Some(listed) = listed {
                let all: BTreeSet<u32> = listed.iter().copied().collect();
                if all != members || listed.len() != members.len() {
                    return Err(format!("index {}: its sorted list is not its rows", index.name));
                }
                if !entries.is_sorted(self.arena()) {
                    return Err(format!("index {} is out of order", index.name));
                }
            }
        }
        Ok(())
    }
}
