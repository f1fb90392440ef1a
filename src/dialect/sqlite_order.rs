//! The order in which SQLite comes upon the tables of a database: that of its hash table (hash.c),
//! newest first while it is small.

use std::rc::Rc;

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
