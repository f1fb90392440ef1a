//! What functions may ask of the running session.

use super::{Cx, sequence};
use crate::catalog::{Catalog, Object, ObjectId, SequenceState};
use crate::error::{Error, ErrorKind};
use crate::plan::function::Host;
use crate::state::SessionState;
use crate::store::Change;
use crate::value::Value;

impl Host for Cx<'_> {
    fn session(&mut self) -> &mut SessionState {
        self.state
    }

    fn catalog(&self) -> &Catalog {
        self.store.catalog()
    }

    fn doubt(&mut self, kind: ErrorKind, once: bool) -> Result<(), ErrorKind> {
        if self.work.strict {
            return Err(kind);
        }
        let same = |(_, known, _): &(&str, ErrorKind, usize)| match (known, &kind) {
            (ErrorKind::Report(a), ErrorKind::Report(b)) => a == b,
            _ => false,
        };
        if !(once && self.work.warnings.iter().any(same)) {
            self.warn("Warning", kind);
        }
        Ok(())
    }

    fn sequence(&self, id: ObjectId) -> Option<SequenceState> {
        self.store.sequence(id)
    }

    fn rows(&self, table: ObjectId) -> usize {
        self.store.count(table)
    }

    fn transition(&self, new: bool) -> Vec<Vec<Value>> {
        self.work.transition[usize::from(new)].clone()
    }

    fn next_value(&mut self, name: &str) -> Result<i64, ErrorKind> {
        let id = must_sequence(self, name)?;
        self.must_write("nextval()")?;
        sequence::next_value(self, id).map_err(Error::into_kind)
    }

    fn set_value(&mut self, name: &str, value: i64, called: bool) -> Result<(), ErrorKind> {
        let id = must_sequence(self, name)?;
        self.must_write("setval()")?;
        let before = self.store.sequence(id);
        let after = Some(SequenceState { value, called, logged: 0 });
        self.write(&Change::Sequence { id, before, after, restart: false }, &[]);
        Ok(())
    }
}

impl Cx<'_> {
    /// # Errors
    /// The transaction is READ ONLY.
    pub(super) fn must_write(&self, command: &'static str) -> Result<(), ErrorKind> {
        match self.txn.read_only {
            true => Err(ErrorKind::ReadOnlyTransaction { command }),
            false => Ok(()),
        }
    }
}

fn must_sequence(cx: &Cx<'_>, name: &str) -> Result<ObjectId, ErrorKind> {
    let (schema, bare) = match name.split_once('.') {
        Some((schema, bare)) => (Some(schema), bare),
        None => (None, name),
    };
    let mut objects = cx.store.catalog().objects();
    let found = objects.find_map(|(_, object)| match object {
        Object::Sequence(s) if *s.name == *bare && schema.is_none_or(|n| *s.schema == *n) => {
            Some(s.id)
        }
        _ => None,
    });
    found.ok_or_else(|| ErrorKind::NoSuchTable { name: name.to_string() })
}
