//! ANALYZE writes what it counts into sqlite_stat1 (analyze.c; fileformat2.html, 2.6.3), which is
//! for people to read here: plans are chosen as without it. VACUUM numbers rows anew that nothing
//! but their rowid tells apart (vacuum.c).

use std::rc::Rc;

use crate::catalog::{Index, IndexOrigin, Object, Space, Table, Term};
use crate::error::{ErrorKind, Result};
use crate::order::sort_by_number;
use crate::session::Session;
use crate::store::Store;
use crate::syntax::ast::{ObjectName, TriggerEvent};
use crate::value::Value;

fn quoted(name: &str) -> String {
    ["\"", &name.replace('"', "\"\""), "\""].concat()
}

fn literal(text: &str) -> String {
    ["'", &text.replace('\'', "''"), "'"].concat()
}

/// Runs a query of the engine's own and gives its first row as integers.
fn numbers(session: &mut Session, store: &mut Store, sql: &str) -> Vec<i64> {
    let results = session.run(store, sql, &[], false, None);
    let row = results.first().and_then(|result| result.rows.first());
    let number = |value: &Value| if let Value::Int(n) = value { *n } else { 0 };
    row.into_iter().flatten().map(number).collect()
}

/// ANALYZE: everything, a database, a table or an index.
///
/// # Errors
/// What is named is not there.
pub(super) fn analyze(
    session: &mut Session,
    store: &mut Store,
    name: Option<&ObjectName>,
) -> Result<()> {
    let is_schema = |n: &&ObjectName| {
        let attached = session.state.settings.attached.iter().map(|s| &**s);
        let known = ["main"].into_iter().chain(attached);
        n.schema.is_none()
            && known.into_iter().any(|schema| schema.eq_ignore_ascii_case(&n.name.text))
    };
    let whole = name.filter(is_schema).map(|n| n.name.text.clone());
    let mut wanted: Vec<(Rc<Table>, Option<Rc<Index>>)> = Vec::new();
    for (_, object) in store.catalog().objects() {
        let named = |schema: &str, own: &str| match (name, &whole) {
            (Some(_), Some(whole)) => schema.eq_ignore_ascii_case(whole),
            (Some(name), None) => {
                let at = name.schema.as_ref().is_none_or(|s| s.text.eq_ignore_ascii_case(schema));
                at && name.name.text.eq_ignore_ascii_case(own)
            }
            (None, _) => true,
        };
        match object {
            Object::Table(t) if named(&t.schema, &t.name) => wanted.push((t.clone(), None)),
            Object::Index(i) if name.is_some() && whole.is_none() && named(&i.schema, &i.name) => {
                if let Some(table) = store.catalog().table_by_id(i.table) {
                    wanted.push((table.clone(), Some(i.clone())));
                }
            }
            _ => {}
        }
    }
    if let (Some(name), None, true) = (name, &whole, wanted.is_empty()) {
        if let Some(schema) = &name.schema {
            let is = |s: &str| s.eq_ignore_ascii_case(&schema.text);
            let (text, own) = (&schema.text, &name.name.text);
            let message = match ["main", "temp"].into_iter().any(is)
                || session.state.settings.attached.iter().any(|s| is(s))
            {
                true => ["no such table: ", text, ".", own].concat(),
                false => ["unknown database ", text].concat(),
            };
            return Err(ErrorKind::sqlite(message).nowhere());
        }
        let text = name.name.text.to_ascii_lowercase();
        let is_view =
            |o: &Object| matches!(o, Object::View(v) if v.name.eq_ignore_ascii_case(&text));
        let view = store.catalog().objects().any(|(_, o)| is_view(o));
        if !view && text != "temp" && !text.starts_with("sqlite_") {
            return Err(
                ErrorKind::NoSuchTable { name: name.name.text.to_string() }.at(name.name.span)
            );
        }
    }
    let temp = |t: &Table| t.schema.eq_ignore_ascii_case("temp");
    let system = |t: &Table| t.name.to_ascii_lowercase().starts_with("sqlite_");
    wanted.retain(|(t, _)| !system(t) && (name.is_some() || !temp(t)));
    sort_by_number(&mut wanted, &mut |(t, _)| -i64::from(t.id));
    let (changes, total) = (session.state.changes, session.state.total_changes);
    let rowid = session.state.last_insert_id;
    let mut schemas: Vec<Rc<str>> = vec![Rc::from("main")];
    schemas.extend(wanted.iter().map(|(t, _)| t.schema.clone()));
    schemas.dedup();
    for schema in schemas {
        let key = store.catalog().key(&schema, Space::Relation, "sqlite_stat1");
        if store.catalog().get(&key).is_none() {
            let table = super::sqlite::plain_table(
                &schema,
                "sqlite_stat1",
                &["tbl", "idx", "stat"],
                "CREATE TABLE sqlite_stat1(tbl,idx,stat)",
            );
            let table = Rc::new(Table { id: store.new_id(), ..table });
            session.define(store, vec![(key, Some(Object::Table(table)))])?;
        }
        if name.is_none() || whole.is_some() {
            let sql = format!("DELETE FROM {}.sqlite_stat1", quoted(&schema));
            session.run(store, &sql, &[], false, None);
        }
    }
    for (table, only) in wanted {
        count(session, store, &table, only.as_deref());
    }
    (session.state.changes, session.state.total_changes) = (changes, total);
    session.state.last_insert_id = rowid;
    Ok(())
}

/// Counts a table's rows and how many different keys its indexes have.
fn count(session: &mut Session, store: &mut Store, table: &Table, only: Option<&Index>) {
    let schema = quoted(&table.schema);
    let source = [&*schema, ".", &quoted(&table.name)].concat();
    let (column, own) = match only {
        Some(index) => ("idx", &index.name),
        None => ("tbl", &table.name),
    };
    let sql = format!("DELETE FROM {schema}.sqlite_stat1 WHERE {column} = {}", literal(own));
    session.run(store, &sql, &[], false, None);
    let mut whole = false;
    let mut indexes = store.catalog().indexes_of(table.id);
    indexes.reverse();
    let mut rows = Vec::new();
    for index in indexes.iter().filter(|i| only.is_none_or(|o| o.id == i.id)) {
        whole |= index.filter.is_none();
        let filter = index.filter.as_ref().map_or(String::new(), |(_, f)| [" WHERE ", f].concat());
        let mut sql = "SELECT count(*)".to_string();
        let mut terms: Vec<String> = Vec::new();
        for term in &index.terms {
            let text = match &term.term {
                Term::Column(c) => quoted(&table.columns[*c].name),
                Term::Expr(_, text) => ["(", text, ")"].concat(),
            };
            terms.push([&*text, " COLLATE ", term.collation.name].concat());
            let list = terms.join(", ");
            sql +=
                &format!(", (SELECT count(*) FROM (SELECT DISTINCT {list} FROM {source}{filter}))");
        }
        sql += &format!(" FROM {source}{filter}");
        let found = numbers(session, store, &sql);
        let Some((all, different)) = found.split_first().filter(|(all, _)| **all > 0) else {
            continue;
        };
        let mut stat = all.to_string();
        for n in different {
            let mut each = (all + n - 1) / n.max(&1);
            if each == 2 && all * 10 <= n * 11 {
                each = 1;
            }
            stat += &[" ", &each.to_string()].concat();
        }
        let own = table.without_rowid && index.origin == IndexOrigin::PrimaryKey;
        rows.push((literal(if own { &table.name } else { &index.name }), stat));
    }
    if !whole && only.is_none() {
        let found = numbers(session, store, &["SELECT count(*) FROM ", &source].concat());
        if let Some(all) = found.first().filter(|all| **all > 0) {
            rows.push(("NULL".to_string(), all.to_string()));
        }
    }
    for (index, stat) in rows {
        let name = literal(&table.name);
        let sql = format!("INSERT INTO {schema}.sqlite_stat1 VALUES({name}, {index}, '{stat}')");
        session.run(store, &sql, &[], false, None);
    }
}

/// Numbers the rows of tables anew that have no key of their own for it.
pub(super) fn renumber(session: &mut Session, store: &mut Store, schema: &str) {
    let (changes, total) = (session.state.changes, session.state.total_changes);
    let mut plain: Vec<Rc<Table>> = store.catalog().tables().cloned().collect();
    plain.retain(|t| {
        let named = t.columns.iter().any(|c| c.name.eq_ignore_ascii_case("_rowid_"));
        // Rows that indexes point to are copied as they are (insert.c, xferOptimization).
        let indexed = !store.catalog().indexes_of(t.id).is_empty();
        let triggers = store.catalog().triggers_of(t.id);
        let mut events = triggers.iter().flat_map(|t| &t.definition.events);
        let watched = events.any(|event| matches!(event, TriggerEvent::Update(_)));
        let keyless = t.rowid_key.is_none() && !t.without_rowid && !indexed;
        keyless && !named && !watched && t.schema.eq_ignore_ascii_case(schema)
    });
    for table in plain {
        let source = [&quoted(schema), ".", &quoted(&table.name)].concat();
        let mut moved = Vec::new();
        let (mut from, mut next) = (i64::MIN, 1);
        while let Some((rowid, _)) = store.at_or_after(table.id, from) {
            if rowid != next {
                moved.push((rowid, next));
            }
            next += 1;
            let Some(after) = rowid.checked_add(1) else { break };
            from = after;
        }
        for (old, new) in moved {
            let sql = format!("UPDATE {source} SET _rowid_ = {new} WHERE _rowid_ = {old}");
            session.run(store, &sql, &[], false, None);
        }
    }
    (session.state.changes, session.state.total_changes) = (changes, total);
}
