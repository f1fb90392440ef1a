//! The order in which SQLite comes upon the tables and triggers of a database: that of its hash table
//! (hash.c), newest first while it is small.

use std::rc::Rc;

use crate::catalog::{Catalog, Object, Trigger};
use crate::order::sort_by_number;

/// Puts what has a name and was made in this order into the order of the hash. Names that are gone
/// are not known here, though they may have made the hash grow.
pub(super) fn hashed<T>(made: Vec<(Rc<str>, T)>) -> Vec<(Rc<str>, T)> {
    let mut order: Vec<(Rc<str>, T)> = Vec::new();
    let mut size = 0;
    for (at, new) in made.into_iter().enumerate() {
        if at + 1 >= 5 && at + 1 > 2 * size {
            // At most a kilobyte of buckets.
            size = ((at + 1) * 3).min(64);
            let mut again = Vec::new();
            for element in order {
                insert(&mut again, element, size);
            }
            order = again;
        }
        insert(&mut order, new, size);
    }
    order
}

/// Puts triggers of a table, oldest first, into the order in which they fire: those of the TEMP database
/// on a table of another as they come in the hash of all that it has, last first; then the others, newest
/// first (trigger.c, sqlite3TriggerList).
pub(super) fn triggers(catalog: &Catalog, triggers: &mut [Rc<Trigger>]) {
    triggers.reverse();
    let is_temp = |t: &Trigger| t.schema.eq_ignore_ascii_case("temp");
    let at_home =
        |t: &Trigger| catalog.table_by_id(t.table).is_some_and(|of| of.schema == t.schema);
    if !triggers.iter().any(|t| is_temp(t) && !at_home(t)) {
        return;
    }
    let mut all = Vec::new();
    for (_, object) in catalog.objects() {
        if let Object::Trigger(trigger) = object
            && is_temp(trigger)
        {
            all.push((trigger.name.clone(), trigger.id));
        }
    }
    sort_by_number(&mut all, &mut |(_, id)| i64::from(*id));
    let all = hashed(all);
    sort_by_number(triggers, &mut |t| {
        let place = all.iter().rev().position(|(_, id)| *id == t.id);
        place.filter(|_| !at_home(t)).map_or(i64::MAX, |place| place as i64)
    });
}

/// Before the first of its bucket, or before all.
fn insert<T>(order: &mut Vec<(Rc<str>, T)>, new: (Rc<str>, T), size: usize) {
    let bucket = |name: &str| hash(name) as usize % size;
    let same = |old: &(Rc<str>, T)| size > 0 && bucket(&old.0) == bucket(&new.0);
    let at = order.iter().position(same).unwrap_or(0);
    order.insert(at, new);
}

fn hash(name: &str) -> u32 {
    let mut hash: u32 = 0;
    for byte in name.bytes() {
        // Without the bit that tells small letters from capital ones.
        hash = hash.wrapping_add(u32::from(byte & 0xdf)).wrapping_mul(0x9e37_79b1);
    }
    hash
}
