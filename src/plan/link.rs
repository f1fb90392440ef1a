//! References between plans. A trigger may fire itself and foreign keys may form a circle; such a
//! plan refers back to one that is still being made, and must not keep it alive.

use std::rc::{Rc, Weak};

/// A reference to a part of a plan.
#[derive(Debug)]
pub enum Link<T> {
    /// To a part that is finished.
    Down(Rc<T>),
    /// Back to a part around this one, which keeps it.
    Back(Weak<T>),
}

impl<T> Link<T> {
    /// A reference to a part that is finished or still being made.
    pub fn to(part: &Rc<T>, finished: bool) -> Link<T> {
        if finished { Link::Down(part.clone()) } else { Link::Back(Rc::downgrade(part)) }
    }

    /// The part; it is there as long as the plan that holds this reference is.
    pub fn get(&self) -> Option<Rc<T>> {
        match self {
            Link::Down(part) => Some(part.clone()),
            Link::Back(part) => part.upgrade(),
        }
    }
}
