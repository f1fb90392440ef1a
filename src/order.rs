//! Sorting, compiled once: a sort of its own for every type of element is some 4 kB of code each.
//! Ties keep their order. What is compared how is for the callers to say.

use std::cmp::Ordering;

/// Sorts the elements by a comparison.
pub fn sort_by<T>(items: &mut [T], compare: &mut dyn FnMut(&T, &T) -> Ordering) {
    let order = sorted_places(items.len(), &mut |a, b| compare(&items[a], &items[b]));
    arrange(items, order);
}

/// Sorts the elements by a number of each.
pub fn sort_by_number<T>(items: &mut [T], number: &mut dyn FnMut(&T) -> i64) {
    sort_by(items, &mut |a, b| number(a).cmp(&number(b)));
}

/// The places 0, 1, … `count` in the order that a comparison of places gives them.
pub fn sorted_places(
    count: usize,
    compare: &mut dyn FnMut(usize, usize) -> Ordering,
) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|a, b| compare(*a, *b));
    places
}

/// Brings to each place the element that stood at `order[place]`, one cycle of swaps at a time.
fn arrange<T>(items: &mut [T], mut order: Vec<usize>) {
    for start in 0..order.len() {
        let mut place = start;
        loop {
            let from = std::mem::replace(&mut order[place], place);
            if from == start {
                break;
            }
            items.swap(place, from);
            place = from;
        }
    }
}
