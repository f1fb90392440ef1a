//! One database as a program uses it: a store, a session, statements by number, the buffers through
//! which values travel, and a fixed list of numbers that says how the last call went. Every call
//! either succeeds or leaves its error to be fetched.

use std::rc::Rc;

use super::cell::{Cell, cells};
use super::dto::{Column, ErrorData, ResultData};
use super::dto_schema::{IndexEntries, Schema};
use super::dto_trace;
use super::positions::Positions;
use super::wire::{Filled, Input, Output};
use super::{convert, convert_schema, convert_trace};
use crate::catalog::{Index, Object, Table};
use crate::dialect::Dialect;
use crate::error::ErrorKind;
use crate::exec::write::Tally;
use crate::limits::Limits;
use crate::session::{Failure, Prepared, Session, StatementResult};
use crate::span::Span;
use crate::store::{RowCursor, Store};
use crate::syntax::token_spans;
use crate::trace::Trace;
use crate::txn::TxnState;
use crate::value::{Value, ValueRef};

/// Places in [`Engine::report`]. A 64-bit integer has two: as a double and as its bits.
pub mod place {
    /// Address and length of the input's numbers.
    pub const IN_NUMBERS: usize = 0;
    /// Address and length of the input's bytes.
    pub const IN_BYTES: usize = 2;
    /// Addresses of the output's numbers, tags, texts and blobs.
    pub const OUT: usize = 4;
    /// Bytes of the output's texts.
    pub const OUT_TEXT: usize = 8;
    /// Whether they are ASCII.
    pub const OUT_ASCII: usize = 9;
    /// Rows that the statement changed.
    pub const CHANGES: usize = 10;
    /// MySQL's insert id.
    pub const INSERT_ID: usize = 11;
    /// Rows inserted, updated, replaced, deleted, ignored, unchanged.
    pub const TALLY: usize = 13;
    /// The last rowid given.
    pub const LAST_ROWID: usize = 19;
    /// The session's count of the last write.
    pub const SESSION_CHANGES: usize = 21;
    /// The session's count of all writes.
    pub const TOTAL_CHANGES: usize = 22;
    /// 0 idle, 1 open, 2 failed.
    pub const TRANSACTION: usize = 23;
    /// Changes whenever the columns of a statement may have changed.
    pub const SHAPE: usize = 24;
    /// Number of the row at which a batch stopped.
    pub const BATCH_INDEX: usize = 25;
    /// PostgreSQL's count in the command tag, NaN where it has none.
    pub const ROW_COUNT: usize = 26;
    /// Number of places.
    pub const COUNT: usize = 27;
}

/// Cells on one page of rows.
const PAGE: usize = 1 << 14;
/// Bytes of texts and blobs from which on a page is full.
const PAGE_BYTES: usize = 8 << 20;

/// Statements around a batch.
const BATCH: [&str; 3] = [
    "SAVEPOINT onconflict_batch",
    "RELEASE SAVEPOINT onconflict_batch",
    "ROLLBACK TO SAVEPOINT onconflict_batch",
];

/// One database.
pub struct Engine {
    session: Session,
    store: Store,
    statements: Vec<Option<Prepared>>,
    params: Vec<Value>,
    results: Vec<StatementResult>,
    rows: std::vec::IntoIter<Vec<Value>>,
    columns: Vec<Column>,
    shape: f64,
    batches: Vec<Batch>,
    failure: Option<ErrorData>,
    /// Where parameters are put.
    pub input: Input,
    /// Where rows are found.
    pub output: Output,
    /// How the last call went; doubles as their bits.
    pub report: Box<[u64; place::COUNT]>,
}

/// A batch of rows for one statement.
#[derive(Clone, Copy, Default)]
struct Batch {
    /// It began the transaction.
    alone: bool,
    changes: i64,
    insert_id: i64,
    tally: Tally,
}

impl Engine {
    /// An empty database.
    pub fn new(dialect: Dialect, limits: Limits) -> Engine {
        let session = Session::new(dialect, limits);
        let store = session.new_store();
        let mut engine = Engine {
            session,
            store,
            statements: Vec::new(),
            params: Vec::new(),
            results: Vec::new(),
            rows: Vec::new().into_iter(),
            columns: Vec::new(),
            shape: 0.0,
            batches: Vec::new(),
            failure: None,
            input: Input::default(),
            output: Output::default(),
            report: Box::new([0; place::COUNT]),
        };
        engine.reserve(64, 1024);
        engine
    }

    /// The error of the last call that failed.
    pub fn take_failure(&mut self) -> Option<ErrorData> {
        self.failure.take()
    }

    /// Makes room for parameters.
    pub fn reserve(&mut self, numbers: usize, bytes: usize) {
        self.input.reserve(numbers, bytes);
        let Input { numbers, bytes } = &self.input;
        let places =
            [numbers.as_ptr() as usize, numbers.len(), bytes.as_ptr() as usize, bytes.len()];
        for (at, number) in places.into_iter().enumerate() {
            self.note(place::IN_NUMBERS + at, number as f64);
        }
    }

    /// Runs every statement of a script; the first error ends it unless `go_on`. The rows of each
    /// result are fetched afterwards.
    pub fn exec(&mut self, sql: &str, filled: Filled, go_on: bool) -> Vec<ResultData> {
        self.read(filled);
        self.results = self.session.run(&mut self.store, sql, &self.params, go_on, None);
        let dialect = self.session.dialect();
        let results = self.results.iter().enumerate();
        let script = Positions::new(sql);
        let data = results.map(|(at, one)| convert::result(dialect, one, &script, at)).collect();
        self.note_session();
        data
    }

    /// The rows of a result of the last script: its first page, as the number of rows on it.
    pub fn rows_of(&mut self, result: usize) -> usize {
        let rows = self.results.get_mut(result).map(|r| std::mem::take(&mut r.rows));
        self.rows = rows.unwrap_or_default().into_iter();
        self.page()
    }

    /// The next page of rows, as the number of rows on it; 0 after the last.
    pub fn page(&mut self) -> usize {
        self.output.clear();
        let mut rows = 0;
        while self.output.tags.len() < PAGE
            && self.output.text.len() + self.output.blobs.len() < PAGE_BYTES
            && let Some(row) = self.rows.next()
        {
            row.iter().for_each(|value| self.output.write(value.borrow()));
            rows += 1;
        }
        self.note_output();
        rows
    }

    /// Prepares a statement and gives its number, or none and an error.
    pub fn prepare(&mut self, sql: &str) -> Option<usize> {
        match self.session.prepare(&self.store, sql) {
            Ok(prepared) => {
                let free = self.statements.iter().position(Option::is_none);
                let number = free.unwrap_or(self.statements.len());
                if free.is_none() {
                    self.statements.push(None);
                }
                self.statements[number] = Some(prepared);
                self.note_session();
                Some(number)
            }
            Err(failure) => {
                self.note_session();
                let (dialect, place) = (self.session.dialect(), Span::new(0, sql.len()));
                let script = Positions::new(sql);
                self.failure = Some(convert::error(dialect, &failure, &script, place, 0));
                None
            }
        }
    }

    /// Forgets a prepared statement.
    pub fn release(&mut self, number: usize) {
        if let Some(statement) = self.statements.get_mut(number) {
            *statement = None;
        }
    }

    /// The names of a prepared statement's parameters.
    pub fn parameters(&self, number: usize) -> Vec<Option<String>> {
        let prepared = self.statements.get(number).and_then(Option::as_ref);
        prepared.map_or_else(Vec::new, |p| strings(&p.parameters()))
    }

    /// The names of the parameters of a text that is one statement, or none and an error.
    pub fn parameters_of(&mut self, sql: &str) -> Option<Vec<Option<String>>> {
        match self.session.parameters(sql) {
            Ok(names) => Some(strings(&names)),
            Err(kind) => self.fail(kind),
        }
    }

    /// The result columns of a prepared statement as it is planned now. PRAGMA, SHOW and their like
    /// have theirs only after they ran.
    pub fn columns(&self, number: usize) -> Vec<Column> {
        let prepared = self.statements.get(number).and_then(Option::as_ref);
        match prepared.map(Prepared::columns) {
            Some(Some(columns)) => convert::columns(self.session.dialect(), columns),
            Some(None) => self.columns.clone(),
            None => Vec::new(),
        }
    }

    /// Runs a prepared statement for what it writes.
    pub fn run(&mut self, number: usize, filled: Filled) -> bool {
        if self.run_direct(number, filled) {
            return true;
        }
        self.read(filled);
        self.execute(number).is_some()
    }

    /// Runs a prepared INSERT from the parameters as they lie there, if it is one for that.
    fn run_direct(&mut self, number: usize, filled: Filled) -> bool {
        let prepared = self.statements.get(number).and_then(Option::as_ref);
        let Some(prepared) = prepared.filter(|prepared| prepared.is_direct()) else { return false };
        let params: Vec<_> = self.input.read(filled).collect();
        match self.session.execute_direct(&mut self.store, prepared, &params) {
            Some(tally) => {
                self.note_result(tally.written() as i64, 0, tally);
                self.note_row_count(Some(tally.written()));
                true
            }
            None => false,
        }
    }

    /// Runs a prepared statement for its rows: the first page, as the number of rows on it, or none
    /// and an error. With `first` only the first row is given.
    pub fn query(&mut self, number: usize, filled: Filled, first: bool) -> Option<usize> {
        if let Some(rows) = self.look_up(number, filled) {
            return Some(rows);
        }
        self.read(filled);
        let mut result = self.execute(number)?;
        if first {
            result.rows.truncate(1);
        }
        self.rows = result.rows.into_iter();
        Some(self.page())
    }

    /// Runs a prepared query from the parameters as they lie there, if it looks up one row.
    fn look_up(&mut self, number: usize, filled: Filled) -> Option<usize> {
        let prepared = self.statements.get(number)?.as_ref().filter(|p| p.is_lookup())?;
        self.output.clear();
        let params: Vec<_> = self.input.read(filled).collect();
        let mut give = |value: ValueRef<'_>| self.output.write(value);
        let rows = self.session.look_up(&self.store, prepared, &params, &mut give)?;
        self.shape = prepared.version()? as f64;
        self.rows = Vec::new().into_iter();
        self.note_output();
        self.note_result(0, 0, Tally::default());
        self.note_row_count(Some(rows as u64));
        Some(rows)
    }

    fn read(&mut self, filled: Filled) {
        self.params.clear();
        self.params.extend(self.input.read(filled).map(ValueRef::to_value));
    }

    /// Runs a prepared statement with the parameters read last.
    fn execute(&mut self, number: usize) -> Option<StatementResult> {
        let prepared = self.statements.get_mut(number)?.as_mut()?;
        let result = self.session.execute(&mut self.store, prepared, &mut self.params);
        if let Some(failure) = &result.error {
            let dialect = self.session.dialect();
            self.failure = Some(failure_of(dialect, failure, prepared));
            self.note_session();
            return None;
        }
        match prepared.version() {
            Some(version) => self.shape = version as f64,
            None => {
                let columns = result.columns.as_deref().unwrap_or_default();
                self.columns = convert::columns(self.session.dialect(), columns);
                self.shape = -1.0 - self.shape.abs();
            }
        }
        self.note_result(result.changes, result.insert_id, result.tally);
        self.note_row_count(convert::row_count(&result));
        Some(result)
    }

    /// Begins a batch: a savepoint, or a transaction where none is open.
    pub fn begin_batch(&mut self) -> bool {
        let alone = self.session.transaction() == TxnState::Idle;
        let good = self.step(if alone { "BEGIN" } else { BATCH[0] });
        if good {
            self.batches.push(Batch { alone, ..Batch::default() });
        }
        good
    }

    /// Runs a prepared statement once for each row of parameters. An error ends the batch: everything
    /// in it is undone, and the report says at which of these rows it was.
    pub fn run_batch(&mut self, number: usize, rows: usize, width: usize, filled: Filled) -> bool {
        let prepared = self.statements.get_mut(number).and_then(Option::as_mut);
        let (Some(prepared), Some(batch)) = (prepared, self.batches.last_mut()) else {
            return true;
        };
        let values: Vec<_> = self.input.read(filled).collect();
        let direct = prepared.is_direct();
        for row in 0..rows {
            let values = values.get(row * width..(row + 1) * width).unwrap_or_default();
            if direct
                && let Some(tally) = self.session.execute_direct(&mut self.store, prepared, values)
            {
                batch.changes += tally.written() as i64;
                batch.tally += tally;
                continue;
            }
            self.params.clear();
            self.params.extend(values.iter().map(|value| value.to_value()));
            let result = self.session.execute(&mut self.store, prepared, &mut self.params);
            if let Some(failure) = &result.error {
                let dialect = self.session.dialect();
                let failure = failure_of(dialect, failure, prepared);
                self.undo_batch();
                self.failure = Some(failure);
                self.note(place::BATCH_INDEX, row as f64);
                return false;
            }
            batch.changes += result.changes;
            batch.insert_id = result.insert_id;
            batch.tally += result.tally;
        }
        true
    }

    /// Ends a batch that went well.
    pub fn end_batch(&mut self) -> bool {
        let Some(batch) = self.batches.last() else { return true };
        let Batch { alone, changes, insert_id, tally } = *batch;
        let good = self.step(if alone { "COMMIT" } else { BATCH[1] });
        if good {
            self.batches.pop();
        } else {
            let failure = self.failure.take();
            self.undo_batch();
            self.failure = failure;
        }
        self.note_result(changes, insert_id, tally);
        self.note_row_count(Some(changes.unsigned_abs()));
        good
    }

    /// Undoes a batch. Where an error has ended the transaction there is nothing left to undo.
    pub fn undo_batch(&mut self) {
        let Some(batch) = self.batches.pop() else { return };
        if self.session.transaction() == TxnState::Idle {
            self.note_session();
        } else if batch.alone {
            self.step("ROLLBACK");
        } else {
            self.step(BATCH[2]);
            self.step(BATCH[1]);
        }
    }

    /// Runs one statement about the transaction.
    fn step(&mut self, sql: &str) -> bool {
        let results = self.session.run(&mut self.store, sql, &[], false, None);
        let failure = results.iter().find_map(|r| r.error.as_ref());
        let dialect = self.session.dialect();
        let script = Positions::new(sql);
        self.failure = failure.map(|f| convert::error(dialect, f, &script, Span::default(), 0));
        self.note_session();
        self.failure.is_none()
    }

    /// Runs a script and records how; with `undo` everything is as before afterwards.
    pub fn trace(
        &mut self,
        sql: &str,
        filled: Filled,
        go_on: bool,
        undo: bool,
    ) -> dto_trace::Trace {
        self.read(filled);
        let mut trace = Trace::new(sql, self.session.limits.trace_steps);
        let params = &self.params;
        let mut body = |session: &mut Session, store: &mut Store| {
            let results = session.run(store, sql, params, go_on, Some(&mut trace));
            convert_trace::trace(session, &trace, &results)
        };
        let data = if undo {
            self.session.in_sandbox(&mut self.store, body)
        } else {
            body(&mut self.session, &mut self.store)
        };
        self.note_session();
        data
    }

    /// Where the tokens of a text begin and end, in UTF-16 units, one after the other.
    pub fn tokens(&self, sql: &str) -> Vec<u32> {
        let (mut unit, mut byte) = (0, 0);
        let mut at = |next: usize| {
            unit += sql.get(byte..next).map_or(0, |part| part.encode_utf16().count());
            byte = next;
            unit as u32
        };
        let mut ends = Vec::new();
        for span in token_spans(sql, self.session.rules().syntax) {
            ends.extend([at(span.start as usize), at(span.end as usize)]);
        }
        ends
    }

    /// The definitions.
    pub fn schema(&self) -> Schema {
        convert_schema::schema(self.session.dialect(), &self.store)
    }

    /// Rows of a table in rowid order, each with its rowid as a last value: the names of the columns
    /// and the number of all rows, or none and an error. The rows follow in pages.
    pub fn table_rows(
        &mut self,
        name: &str,
        offset: usize,
        limit: usize,
    ) -> Option<(Vec<String>, usize)> {
        let Some(table) = self.find_table(name) else {
            return self.fail(ErrorKind::NoSuchTable { name: name.to_owned() });
        };
        let mut rows = Vec::new();
        let mut from = self.store.nth_rowid(table.id, offset);
        while rows.len() < limit
            && let Some((rowid, slot)) = from.and_then(|f| self.store.at_or_after(table.id, f))
        {
            let mut row: Vec<_> = self.store.record(slot).values().map(|v| v.to_value()).collect();
            row.truncate(table.columns.len());
            row.push(Value::Int(rowid));
            rows.push(row);
            from = rowid.checked_add(1);
        }
        self.rows = rows.into_iter();
        let columns = table.columns.iter().map(|c| c.name.to_string()).collect();
        Some((columns, self.store.count(table.id)))
    }

    /// All rows of a table in rowid order as plain data, or none and an error.
    pub fn table_cells(&mut self, name: &str) -> Option<Vec<dto_trace::BaseRow>> {
        let Some(table) = self.find_table(name) else {
            return self.fail(ErrorKind::NoSuchTable { name: name.to_owned() });
        };
        let mut rows = Vec::new();
        let mut cursor = RowCursor::from(i64::MIN);
        while let Some((rowid, slot)) = self.store.next_row(table.id, &mut cursor) {
            let values = self.store.record(slot).values().take(table.columns.len());
            let row: Vec<_> = values.map(ValueRef::to_value).collect();
            let table = name.to_owned();
            rows.push(dto_trace::BaseRow { table, rowid: Cell::int(rowid), row: cells(&row) });
        }
        Some(rows)
    }

    /// Entries of an index in key order, or none and an error.
    pub fn index_entries(
        &mut self,
        name: &str,
        offset: usize,
        limit: usize,
    ) -> Option<IndexEntries> {
        match self.find_index(name) {
            Some(index) => Some(convert_schema::index_entries(&self.store, &index, offset, limit)),
            None => self.fail(ErrorKind::NoSuchIndex { name: name.to_owned() }),
        }
    }

    fn find_table(&self, name: &str) -> Option<Rc<Table>> {
        let catalog = self.store.catalog();
        let found = match name.split_once('.') {
            Some((schema, table)) => catalog.table(schema, table),
            None => None,
        };
        let used = self.session.state.settings.database.as_deref();
        let mut path =
            used.into_iter().chain(self.session.rules().plan.search_path.iter().copied());
        found.or_else(|| path.find_map(|s| catalog.table(s, name))).cloned()
    }

    /// An index by its name, or by its table's name and its own where several share one (MySQL).
    fn find_index(&self, name: &str) -> Option<Rc<Index>> {
        let rule = self.session.rules().plan.table_names;
        let catalog = self.store.catalog();
        let is_named = |index: &Index| {
            let qualified = || {
                let (table, own) = name.split_once('.')?;
                let of = catalog.table_by_id(index.table)?;
                Some(rule.same(&of.name, table) && rule.same(&index.name, own))
            };
            rule.same(&index.name, name) || qualified().unwrap_or(false)
        };
        let mut indexes = catalog.objects().filter_map(|(_, object)| match object {
            Object::Index(index) => Some(index),
            _ => None,
        });
        indexes.find(|index| is_named(index)).cloned()
    }

    fn fail<T>(&mut self, kind: ErrorKind) -> Option<T> {
        let failure = self.session.failure(kind.nowhere(), "");
        let dialect = self.session.dialect();
        let script = Positions::new("");
        self.failure = Some(convert::error(dialect, &failure, &script, Span::default(), 0));
        None
    }

    fn note(&mut self, at: usize, number: f64) {
        self.report[at] = number.to_bits();
    }

    fn note_int(&mut self, at: usize, number: i64) {
        self.report[at] = (number as f64).to_bits();
        self.report[at + 1] = number as u64;
    }

    fn note_result(&mut self, changes: i64, insert_id: i64, tally: Tally) {
        self.note(place::CHANGES, changes as f64);
        self.note_int(place::INSERT_ID, insert_id);
        let Tally { inserted, updated, replaced, deleted, ignored, unchanged } = tally;
        let counts = [inserted, updated, replaced, deleted, ignored, unchanged];
        for (at, count) in counts.into_iter().enumerate() {
            self.note(place::TALLY + at, count as f64);
        }
        self.note_session();
    }

    fn note_row_count(&mut self, rows: Option<u64>) {
        self.note(place::ROW_COUNT, rows.map_or(f64::NAN, |n| n as f64));
    }

    fn note_session(&mut self) {
        let last = match self.session.dialect() {
            Dialect::Sqlite | Dialect::Mysql => self.session.state.last_insert_id,
            Dialect::Postgresql => 0,
        };
        self.note_int(place::LAST_ROWID, last);
        self.note(place::SESSION_CHANGES, self.session.state.changes as f64);
        self.note(place::TOTAL_CHANGES, self.session.state.total_changes as f64);
        let state = match self.session.transaction() {
            TxnState::Idle => 0.0,
            TxnState::Open => 1.0,
            TxnState::Failed => 2.0,
        };
        self.note(place::TRANSACTION, state);
        self.note(place::SHAPE, self.shape);
    }

    fn note_output(&mut self) {
        let Output { numbers, tags, text, blobs } = &self.output;
        let places = [
            numbers.as_ptr() as usize,
            tags.as_ptr() as usize,
            text.as_ptr() as usize,
            blobs.as_ptr() as usize,
            text.len(),
            usize::from(self.output.is_ascii()),
        ];
        for (at, number) in places.into_iter().enumerate() {
            self.note(place::OUT + at, number as f64);
        }
    }
}

fn failure_of(dialect: Dialect, failure: &Failure, prepared: &Prepared) -> ErrorData {
    convert::error(dialect, failure, &Positions::new(&prepared.text), prepared.span, 0)
}

fn strings(names: &[Option<Rc<str>>]) -> Vec<Option<String>> {
    names.iter().map(|name| name.as_ref().map(|n| n.to_string())).collect()
}
