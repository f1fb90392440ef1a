//! Functions about the session, and chance.

use super::int;
use crate::plan::function::{Function, Host};
use crate::value::Value;

/// `changes()`.
pub static CHANGES: Function = about("changes", |h, _| Ok(Value::Int(h.session().changes)));
/// `total_changes()`.
pub static TOTAL_CHANGES: Function =
    about("total_changes", |h, _| Ok(Value::Int(h.session().total_changes)));
/// `last_insert_rowid()`, `LAST_INSERT_ID()`.
pub static LAST_INSERT_ID: Function =
    about("last_insert_rowid", |h, _| Ok(Value::Int(h.session().last_insert_id)));
/// `random()`.
pub static RANDOM: Function = about("random", |h, _| Ok(Value::Int(next_random(h) as i64)));
/// `randomblob(N)`.
pub static RANDOM_BLOB: Function = about("randomblob", |h, args| {
    let length = int(&args[0]).max(1);
    super::text::within(length as usize)?;
    let bytes: Vec<u8> = (0..length).map(|_| next_random(h) as u8).collect();
    Ok(Value::Blob(bytes.into()))
});
/// A number from 0 up to 1.
pub static RANDOM_REAL: Function =
    about("random", |h, _| Ok(Value::Real((next_random(h) >> 11) as f64 / (1u64 << 53) as f64)));

type Ask = fn(&mut dyn Host, &[Value]) -> Result<Value, crate::error::ErrorKind>;

const fn about(name: &'static str, call: Ask) -> Function {
    Function { name, strict: false, pure: false, call }
}

fn next_random(host: &mut dyn Host) -> u64 {
    host.session().next_random()
}

/// `LAST_INSERT_ID(X)`: remembers X as the id.
pub static SET_LAST_INSERT_ID: Function = about("last_insert_id", |h, args| {
    let id = int(&args[0]);
    h.session().last_insert_id = id;
    h.session().given_id = Some(id);
    Ok(args[0].clone())
});
/// A user variable, by name; NULL when it was never set.
pub static USER_VARIABLE: Function = about("user variable", |h, args| {
    let name = super::text(&args[0]);
    let variables = &h.session().variables;
    let found = variables.iter().find(|(known, _)| known.eq_ignore_ascii_case(&name));
    Ok(found.map_or(Value::Null, |(_, value)| value.clone()))
});
/// `@a := 1`: a user variable is set within an expression.
pub static SET_USER_VARIABLE: Function = about("set user variable", |h, args| {
    h.session().set_variable(&super::text(&args[0]), args[1].clone());
    Ok(args[1].clone())
});
