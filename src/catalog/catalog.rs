//! Names to objects.

use std::rc::Rc;

use super::{Function, Index, Sequence, Table, Trigger, UserType, UserTypeKind, View};
use crate::order::sort_by_number;

/// The number of an object. Never used twice, so that a dropped table can come back by undo.
pub type ObjectId = u32;

/// Anything that has a name.
#[derive(Clone, Debug)]
pub enum Object {
    /// A table.
    Table(Rc<Table>),
    /// An index.
    Index(Rc<Index>),
    /// A view.
    View(Rc<View>),
    /// A trigger.
    Trigger(Rc<Trigger>),
    /// A sequence.
    Sequence(Rc<Sequence>),
    /// A function.
    Function(Rc<Function>),
    /// A type.
    Type(Rc<UserType>),
    /// A schema that a statement has made (PostgreSQL): its number and name.
    Schema(ObjectId, Rc<str>),
}

impl Object {
    /// Its kind, lower case.
    pub fn kind(&self) -> &'static str {
        match self {
            Object::Table(_) => "table",
            Object::Index(_) => "index",
            Object::View(_) => "view",
            Object::Trigger(_) => "trigger",
            Object::Sequence(_) => "sequence",
            Object::Function(f) if f.procedure => "procedure",
            Object::Function(_) => "function",
            Object::Schema(..) => "schema",
            Object::Type(found) => match found.kind {
                UserTypeKind::Enum(_) => "type",
                UserTypeKind::Domain(_) => "domain",
            },
        }
    }
}

/// Names in one space exclude each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Space {
    /// Tables and views, and where the dialect says so indexes and sequences.
    Relation,
    /// Indexes of a dialect that names them per table.
    TableIndex,
    /// Triggers.
    Trigger,
    /// Hidden counters.
    Counter,
    /// Functions.
    Function,
    /// Types.
    Type,
    /// Schemas, which belong to none.
    Schema,
}

/// Schema, space and folded name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameKey {
    /// The schema, folded.
    pub schema: String,
    /// The space.
    pub space: Space,
    /// The name, folded; `table` and index with a zero between them in [`Space::TableIndex`].
    pub name: String,
}

/// When two names are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRule {
    /// Byte for byte (PostgreSQL after folding, MySQL's tables).
    Exact,
    /// ASCII letters without case (SQLite), which serves MySQL's columns too.
    IgnoreCase,
}

impl NameRule {
    /// Whether two names are the same.
    pub fn same(self, a: &str, b: &str) -> bool {
        match self {
            NameRule::Exact => a == b,
            NameRule::IgnoreCase => a.eq_ignore_ascii_case(b),
        }
    }

    fn fold(self, name: &str) -> String {
        match self {
            NameRule::Exact => name.to_string(),
            NameRule::IgnoreCase => name.to_ascii_lowercase(),
        }
    }
}

/// All objects by name.
#[derive(Clone, Debug)]
pub struct Catalog {
    /// In the order of their keys.
    objects: Vec<(NameKey, Object)>,
    rule: NameRule,
    next_id: ObjectId,
    version: u64,
}

impl Catalog {
    /// An empty catalog whose objects are named by this rule.
    pub fn new(rule: NameRule) -> Catalog {
        Catalog { objects: Vec::new(), rule, next_id: 1, version: 0 }
    }

    /// Rises with every change; tells a plan that it is stale.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// A number that no object had before.
    pub fn new_id(&mut self) -> ObjectId {
        self.next_id += 1;
        self.next_id - 1
    }

    /// The key of a name.
    pub fn key(&self, schema: &str, space: Space, name: &str) -> NameKey {
        let schema = schema.to_ascii_lowercase();
        NameKey { schema, space, name: self.rule.fold(name) }
    }

    /// The object of a key.
    pub fn get(&self, key: &NameKey) -> Option<&Object> {
        self.place(key).ok().map(|at| &self.objects[at].1)
    }

    /// All objects in the order of their keys.
    pub fn objects(&self) -> impl Iterator<Item = (&NameKey, &Object)> {
        self.objects.iter().map(|(key, object)| (key, object))
    }

    /// Sets or removes an object. Called by the store alone, as part of a change.
    pub fn set(&mut self, key: NameKey, object: Option<Object>) {
        self.version += 1;
        match (self.place(&key), object) {
            (Ok(at), Some(object)) => self.objects[at].1 = object,
            (Err(at), Some(object)) => self.objects.insert(at, (key, object)),
            (Ok(at), None) => drop(self.objects.remove(at)),
            (Err(_), None) => {}
        }
    }

    /// Where the object of a key stands, or would.
    fn place(&self, key: &NameKey) -> Result<usize, usize> {
        self.objects.binary_search_by(|(other, _)| other.cmp(key))
    }

    /// A table by schema and name.
    pub fn table(&self, schema: &str, name: &str) -> Option<&Rc<Table>> {
        match self.get(&self.key(schema, Space::Relation, name))? {
            Object::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Whether a statement has made a schema of this name.
    pub fn has_schema(&self, name: &str) -> bool {
        self.get(&self.key("", Space::Schema, name)).is_some()
    }

    /// A table by number.
    pub fn table_by_id(&self, id: ObjectId) -> Option<&Rc<Table>> {
        self.tables().find(|t| t.id == id)
    }

    /// A sequence by number.
    pub fn sequence_by_id(&self, id: ObjectId) -> Option<&Rc<Sequence>> {
        self.objects.iter().map(|(_, object)| object).find_map(|o| match o {
            Object::Sequence(s) if s.id == id => Some(s),
            _ => None,
        })
    }

    /// All tables by name.
    pub fn tables(&self) -> impl Iterator<Item = &Rc<Table>> {
        self.objects.iter().map(|(_, object)| object).filter_map(|o| match o {
            Object::Table(table) => Some(table),
            _ => None,
        })
    }

    /// The indexes of a table, oldest first.
    pub fn indexes_of(&self, table: ObjectId) -> Vec<Rc<Index>> {
        let mut found: Vec<_> = self
            .objects
            .iter()
            .filter_map(|(_, o)| match o {
                Object::Index(index) if index.table == table => Some(index.clone()),
                _ => None,
            })
            .collect();
        sort_by_number(&mut found, &mut |i| i64::from(i.id));
        found
    }

    /// Whether the key or foreign key of a name can be deferred; none when there is no such
    /// constraint.
    pub fn deferrable(&self, name: &str) -> Option<crate::syntax::ast::Deferrable> {
        let of_index = |(_, object): &(NameKey, Object)| match object {
            Object::Index(index) if *index.name == *name => Some(index.deferrable),
            Object::Trigger(t) if *t.name == *name => t.definition.constraint,
            _ => None,
        };
        let foreign = |table: &Rc<Table>| {
            let mut keys = table.foreign_keys.iter();
            keys.find(|k| k.name.as_deref() == Some(name)).map(|k| k.deferrable)
        };
        let key = self.objects.iter().find_map(of_index);
        key.or_else(|| self.tables().find_map(foreign))
    }

    /// The triggers of a table or view, oldest first but for FOLLOWS and PRECEDES.
    pub fn triggers_of(&self, table: ObjectId) -> Vec<Rc<Trigger>> {
        let mut found: Vec<_> = self
            .objects
            .iter()
            .filter_map(|(_, o)| match o {
                Object::Trigger(trigger) if trigger.table == table => Some(trigger.clone()),
                _ => None,
            })
            .collect();
        sort_by_number(&mut found, &mut |t| i64::from(t.id));
        for at in 0..found.len() {
            if let Some((after, other)) = &found[at].definition.place
                && let Some(to) = found[..at].iter().position(|t| t.name == other.text)
            {
                let to = to + usize::from(*after);
                found[to..=at].rotate_right(1);
            }
        }
        found
    }
}
