//! Functions as plans refer to them, and what they may ask of the running session.

use crate::catalog::{Catalog, ObjectId, SequenceState};
use crate::collation::Collation;
use crate::error::ErrorKind;
use crate::state::SessionState;
use crate::value::Value;

/// What a function may reach while it runs.
pub trait Host {
    /// Counters, settings, clock.
    fn session(&mut self) -> &mut SessionState;

    /// The definitions.
    fn catalog(&self) -> &Catalog;

    /// Something that is a warning, or an error where a statement writes strictly (MySQL); told of
    /// once where it is the same for each row.
    ///
    /// # Errors
    /// It is an error.
    fn doubt(&mut self, kind: ErrorKind, once: bool) -> Result<(), ErrorKind>;

    /// Where a sequence stands.
    fn sequence(&self, id: ObjectId) -> Option<SequenceState>;

    /// How many rows a table has.
    fn rows(&self, _table: ObjectId) -> usize {
        0
    }

    /// The old or the new rows of the statement that fired the trigger.
    fn transition(&self, _new: bool) -> Vec<Vec<Value>> {
        Vec::new()
    }

    /// The next value of a sequence, by name.
    ///
    /// # Errors
    /// The sequence is not there or is used up.
    fn next_value(&mut self, sequence: &str) -> Result<i64, ErrorKind>;

    /// Sets a sequence, by name: value and whether it was handed out.
    ///
    /// # Errors
    /// The sequence is not there, or the value lies outside its bounds.
    fn set_value(&mut self, sequence: &str, value: i64, called: bool) -> Result<(), ErrorKind>;
}

/// A scalar function or operator.
pub struct Function {
    /// Its name, lower case.
    pub name: &'static str,
    /// NULL for any NULL argument, without calling it.
    pub strict: bool,
    /// Gives the same for the same arguments.
    pub pure: bool,
    /// Computes it.
    pub call: fn(&mut dyn Host, &[Value]) -> Result<Value, ErrorKind>,
}

/// The next value of the sequence that its argument names.
pub static NEXT_VALUE: Function = Function {
    name: "nextval",
    strict: true,
    pure: false,
    call: |host, args| match &args[0] {
        Value::Text(name) => host.next_value(name).map(Value::Int),
        _ => Ok(Value::Null),
    },
};

/// DEFAULT of a column, its first argument, that has none: an error or the second argument.
pub static NO_DEFAULT: Function = Function {
    name: "default",
    strict: false,
    pure: false,
    call: |host, args| {
        if let Value::Text(column) = &args[0] {
            host.doubt(ErrorKind::NoDefault { column: column.to_string() }, false)?;
        }
        Ok(args[1].clone())
    },
};

/// An aggregate function.
pub struct Aggregate {
    /// Its name, lower case.
    pub name: &'static str,
    /// A fresh accumulator, given how its arguments compare.
    pub start: fn(&'static Collation) -> Box<dyn Accumulator>,
}

/// The state of an aggregate over one group.
pub trait Accumulator {
    /// Takes one row's arguments. Says whether the result now comes from this row, which only
    /// min and max know.
    ///
    /// # Errors
    /// What the aggregate raises, such as an integer overflow.
    fn step(&mut self, args: &[Value]) -> Result<bool, ErrorKind>;

    /// The result.
    ///
    /// # Errors
    /// What the aggregate raises.
    fn result(&self) -> Result<Value, ErrorKind>;
}

impl std::fmt::Debug for Function {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl std::fmt::Debug for Aggregate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}
