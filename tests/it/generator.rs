//! Random SQLite schemas and statements around conflicts, from a seed. Each script draws what it
//! may use, so that most scripts are about few things at once.

use crate::random::Random;

/// What a script is about.
pub(crate) struct Generator<'r> {
    random: &'r mut Random,
    foreign_keys: bool,
    triggers: bool,
    strict: bool,
    without_rowid: bool,
    columns: Vec<Column>,
    /// Conflict targets that an index matches.
    targets: Vec<String>,
}

struct Column {
    name: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Number,
    Text,
    Any,
    Generated,
}

const OR: &[&str] = &["", "", "OR ABORT ", "OR FAIL ", "OR ROLLBACK ", "OR IGNORE ", "OR REPLACE "];

impl<'r> Generator<'r> {
    pub(crate) fn new(random: &'r mut Random) -> Generator<'r> {
        let foreign_keys = random.below(3) == 0;
        let triggers = random.below(3) == 0;
        let strict = random.below(6) == 0;
        let without_rowid = random.below(5) == 0;
        let (columns, targets) = (Vec::new(), Vec::new());
        Generator { random, foreign_keys, triggers, strict, without_rowid, columns, targets }
    }

    fn chance(&mut self, of: u64) -> bool {
        self.random.below(of) == 0
    }

    /// The statements that make the schema.
    pub(crate) fn schema(&mut self) -> Vec<String> {
        let mut all = Vec::new();
        if self.foreign_keys {
            all.push("PRAGMA foreign_keys=ON".into());
        }
        if self.chance(3) {
            all.push("PRAGMA recursive_triggers=ON".into());
        }
        all.push("CREATE TABLE log(n INTEGER PRIMARY KEY, x)".into());
        all.push(self.parent());
        all.push("INSERT INTO p VALUES(1,'k1'),(2,'k2'),(3,'k3')".into());
        all.push(self.table());
        for number in 0..self.random.below(3) {
            all.push(self.index(number));
        }
        if self.triggers {
            for number in 0..=self.random.below(3) {
                all.push(self.trigger(number));
            }
        }
        all
    }

    fn parent(&mut self) -> String {
        let id = self.random.pick(&["INTEGER PRIMARY KEY", "INT PRIMARY KEY", "INT UNIQUE"]);
        let k = self.random.pick(&["TEXT UNIQUE", "TEXT COLLATE NOCASE UNIQUE", "UNIQUE"]);
        format!("CREATE TABLE p(id {id}, k {k})")
    }

    fn clause(&mut self) -> String {
        if !self.chance(3) {
            return String::new();
        }
        let word = self.random.pick(&["ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE"]);
        format!(" ON CONFLICT {word}")
    }

    fn ty(&mut self, kind: Kind) -> &'static str {
        match (kind, self.strict) {
            (Kind::Number, true) => self.random.pick(&["INT", "INTEGER", "REAL"]),
            (Kind::Number, false) => self.random.pick(&["INT", "INTEGER", "REAL", "NUMERIC"]),
            (Kind::Text, _) => "TEXT",
            (_, true) => "ANY",
            (_, false) => self.random.pick(&["", "BLOB", "VARCHAR(9)", "NUMERIC"]),
        }
    }

    fn references(&mut self) -> String {
        if !self.foreign_keys || !self.chance(2) {
            return String::new();
        }
        let target = self.random.pick(&["p(id)", "p(id)", "p(k)", "p", "t"]);
        let mut text = format!(" REFERENCES {target}");
        for event in ["DELETE", "UPDATE"] {
            // A SET NULL of a table on itself keeps SQLite from looking at the rows that a
            // REPLACE writes (fkey.c, isSetNullAction).
            if self.chance(2) && target != "t" {
                let action = self.random.pick(&[
                    "CASCADE",
                    "SET NULL",
                    "SET DEFAULT",
                    "RESTRICT",
                    "NO ACTION",
                ]);
                text += &format!(" ON {event} {action}");
            }
        }
        if self.chance(3) {
            text += " DEFERRABLE INITIALLY DEFERRED";
        }
        text
    }

    fn column(&mut self, name: &'static str, kind: Kind) -> String {
        let mut text = format!("{name} {}", self.ty(kind));
        if self.chance(4) {
            text += " NOT NULL";
            text += &self.clause();
        }
        if self.chance(4) {
            let value = match kind {
                Kind::Number => self.random.pick(&["1", "-5", "(2+5)", "NULL"]),
                _ => self.random.pick(&["'k1'", "'z'", "NULL", "('a'||'b')"]),
            };
            text += &format!(" DEFAULT {value}");
        }
        if kind == Kind::Text && self.chance(4) {
            text += self.random.pick(&[" COLLATE NOCASE", " COLLATE RTRIM"]);
        }
        if self.chance(3) {
            text += " UNIQUE";
            text += &self.clause();
            self.targets.push(format!("({name})"));
        }
        if self.chance(6) {
            text += &match kind {
                Kind::Number => format!(" CHECK({name} < 9)"),
                _ => format!(" CHECK({name} <> 'k4')"),
            };
        }
        // A REAL that refers to its own table is compared in a way of its own (vdbe.c, IntReal).
        let references = self.references();
        if !(text.contains("REAL") && references.contains("REFERENCES t")) {
            text += &references;
        }
        self.columns.push(Column { name, kind });
        text
    }

    fn table(&mut self) -> String {
        let mut parts = Vec::new();
        let key = match (self.without_rowid, self.random.below(6)) {
            (true, 0) => "id TEXT PRIMARY KEY".to_string(),
            (true, _) => "id INT PRIMARY KEY".to_string(),
            (false, 0) => "id INT".to_string(),
            (false, 1) => "id INT PRIMARY KEY".to_string(),
            (false, 2) => "id INTEGER PRIMARY KEY AUTOINCREMENT".to_string(),
            (false, _) => "id INTEGER PRIMARY KEY".to_string(),
        };
        let clause = if key.contains("KEY") && !key.contains("AUTO") {
            self.clause()
        } else {
            String::new()
        };
        if key.contains("KEY") {
            self.targets.push("(id)".into());
        }
        if key.contains("INTEGER") {
            self.targets.push("(rowid)".into());
        }
        parts.push(format!("{key}{clause}"));
        self.columns.push(Column { name: "id", kind: Kind::Number });
        parts.push(self.column("a", Kind::Text));
        parts.push(self.column("b", Kind::Number));
        if self.chance(2) {
            parts.push(self.column("c", Kind::Any));
        }
        if self.chance(5) {
            let stored = self.random.pick(&["STORED", "VIRTUAL"]);
            let unique = if self.chance(2) { " UNIQUE" } else { "" };
            if !unique.is_empty() {
                self.targets.push("(g)".into());
            }
            let expr = self.random.pick(&["b + 1", "a || 'g'", "coalesce(b, 0) % 4"]);
            let ty = if self.strict { "ANY" } else { "" };
            parts.push(format!("g {ty} AS ({expr}) {stored}{unique}"));
            self.columns.push(Column { name: "g", kind: Kind::Generated });
        }
        if self.chance(4) {
            let clause = self.clause();
            parts.push(format!("UNIQUE(a, b){clause}"));
            self.targets.push("(b, a)".into());
        }
        if self.chance(8) {
            parts.push("CONSTRAINT sum CHECK(b + 0 <> 7)".into());
        }
        let mut options = Vec::new();
        if self.strict {
            options.push("STRICT");
        }
        if self.without_rowid {
            options.push("WITHOUT ROWID");
        }
        format!("CREATE TABLE t({}){}", parts.join(", "), options.join(", "))
    }

    fn index(&mut self, number: u64) -> String {
        let unique = if self.chance(4) { "" } else { "UNIQUE " };
        let term = self.random.pick(&[
            "a",
            "b",
            "a, b",
            "b DESC",
            "a COLLATE NOCASE",
            "lower(a)",
            "b % 3",
            "b, a DESC",
            "a COLLATE RTRIM, b",
        ]);
        let filter =
            self.random.pick(&["", "", " WHERE b > 2", " WHERE a IS NOT NULL", " WHERE id < 4"]);
        if !unique.is_empty() {
            self.targets.push(format!("({}){filter}", term.replace(" DESC", "")));
        }
        format!("CREATE {unique}INDEX i{number} ON t({term}){filter}")
    }

    fn trigger(&mut self, number: u64) -> String {
        let time = self.random.pick(&["BEFORE", "AFTER"]);
        let event = self.random.pick(&["INSERT", "UPDATE", "UPDATE OF a", "UPDATE OF b", "DELETE"]);
        let row = if event == "DELETE" { "old" } else { "new" };
        let when = match self.random.below(3) {
            0 => format!(" WHEN {row}.b > 2"),
            1 => format!(" WHEN {row}.a IS NOT 'k2'"),
            _ => String::new(),
        };
        let mut body = format!("INSERT INTO log(x) VALUES('{number}{event} ' || {row}.id);");
        if self.chance(2) {
            body += &format!(" {};", self.action(row));
        }
        let on = if self.chance(6) { "p" } else { "t" };
        let (when, body) = match on {
            "p" => {
                let event = event.split(' ').next().unwrap_or("");
                let body = format!("INSERT INTO log(x) VALUES('p{number}{event} ' || {row}.id);");
                return format!("CREATE TRIGGER r{number} {time} {event} ON p BEGIN {body} END");
            }
            _ => (when, body),
        };
        format!("CREATE TRIGGER r{number} {time} {event} ON t{when} BEGIN {body} END")
    }

    fn action(&mut self, row: &str) -> String {
        let or = self.random.pick(OR);
        match self.random.below(8) {
            0 => format!("INSERT {or}INTO t(a, b) VALUES('k1', {row}.b)"),
            1 => format!("UPDATE {or}t SET b = b + 1 WHERE id <> {row}.id"),
            2 => format!("DELETE FROM t WHERE id = {row}.id - 1"),
            3 => format!("DELETE FROM t WHERE id = {row}.id"),
            4 => format!("INSERT {or}INTO p VALUES({row}.b, {row}.a)"),
            5 => format!("UPDATE {or}t SET a = 'k3' WHERE id = {row}.id"),
            6 => {
                let what =
                    self.random.pick(&["IGNORE", "ABORT, 'no'", "FAIL, 'no'", "ROLLBACK, 'no'"]);
                format!("SELECT CASE WHEN {row}.b = 3 THEN RAISE({what}) END")
            }
            _ => format!(
                "INSERT {or}INTO t(id, a) VALUES({row}.id + 1, 'k4') ON CONFLICT DO NOTHING"
            ),
        }
    }

    fn value(&mut self, kind: Kind) -> String {
        match (kind, self.random.below(12)) {
            (_, 0) => "NULL".into(),
            (Kind::Number, 1) => {
                self.random.pick(&["'2'", "2.5", "'x'", "1e3", "x'31'", "-1"]).into()
            }
            (Kind::Text, 1) => self.random.pick(&["1", "2.0", "'K1'", "'k1 '", "x'6b31'"]).into(),
            (Kind::Number, n) => (n % 8).to_string(),
            (Kind::Any, n) if n % 2 == 0 => (n % 5).to_string(),
            (_, n) => format!("'k{}'", n % 5),
        }
    }

    fn kind_of(&self, name: &str) -> Kind {
        self.columns.iter().find(|c| c.name == name).map_or(Kind::Any, |c| c.kind)
    }

    fn settable(&self) -> Vec<&'static str> {
        self.columns.iter().filter(|c| c.kind != Kind::Generated).map(|c| c.name).collect()
    }

    fn row(&mut self, columns: &[&'static str]) -> String {
        let mut values = Vec::new();
        for name in columns {
            values.push(self.value(self.kind_of(name)));
        }
        format!("({})", values.join(", "))
    }

    fn columns_given(&mut self) -> Vec<&'static str> {
        let mut columns = self.settable();
        if self.chance(3) {
            let at = self.random.below(columns.len() as u64) as usize;
            columns.remove(at);
        }
        columns
    }

    /// One statement.
    pub(crate) fn statement(&mut self) -> String {
        match self.random.below(28) {
            0 => {
                self.random.pick(&["BEGIN", "BEGIN IMMEDIATE", "SAVEPOINT s", "SAVEPOINT r"]).into()
            }
            1 => self.random.pick(&["COMMIT", "ROLLBACK", "END"]).into(),
            2 => self
                .random
                .pick(&["ROLLBACK TO s", "RELEASE s", "ROLLBACK TO r", "RELEASE r"])
                .into(),
            3 | 4 => self.delete(),
            5..=9 => self.update(),
            10 => self.about_parent(),
            11 => self.odd(),
            12 => self.insert_select(),
            13 | 14 => self.select(),
            _ => self.insert(),
        }
    }

    fn odd(&mut self) -> String {
        match self.random.below(8) {
            0 => "PRAGMA defer_foreign_keys=ON".into(),
            1 => "PRAGMA foreign_key_check".into(),
            2 => "DROP INDEX IF EXISTS i0".into(),
            3 => self.index(0),
            4 => "SELECT count(*), sum(b), max(a) FROM t".into(),
            5 => "SELECT changes(), total_changes(), last_insert_rowid()".into(),
            6 => "INSERT INTO t DEFAULT VALUES".into(),
            _ => "PRAGMA index_list(t)".into(),
        }
    }

    fn about_parent(&mut self) -> String {
        let n = self.random.below(5);
        let or = self.random.pick(OR);
        match self.random.below(5) {
            0 => format!("DELETE FROM p WHERE id = {n}"),
            1 => format!("UPDATE {or}p SET id = id + 1 WHERE id > {n}"),
            2 => format!("UPDATE {or}p SET k = 'k{n}' WHERE id = 2"),
            3 => format!("INSERT {or}INTO p VALUES({n}, 'k{}')", self.random.below(5)),
            _ => "DELETE FROM p".into(),
        }
    }

    fn returning(&mut self) -> &'static str {
        self.random.pick(&["", "", "", "", " RETURNING *", " RETURNING id, a AS x, b + 1"])
    }

    /// Rows in the order in which they are found.
    fn select(&mut self) -> String {
        let condition = self.condition();
        let what = self.random.pick(&["*", "id, b", "a", "b, a", "count(*)"]);
        let order = self.random.pick(&["", "", " ORDER BY b", " ORDER BY a DESC, id"]);
        match self.random.below(8) {
            0 => format!("SELECT b, count(*), max(a) FROM t{condition} GROUP BY b"),
            1 => "SELECT t.id, t.b, k FROM t JOIN p ON p.id = t.b".into(),
            2 => "SELECT t.id, k FROM t LEFT JOIN p ON p.k = t.a WHERE t.b > 1".into(),
            3 => format!("SELECT id FROM t WHERE b IN (SELECT id FROM p) OR a = 'k1'{order}"),
            4 => format!("SELECT DISTINCT b FROM t{condition}"),
            _ => format!("SELECT {what} FROM t{condition}{order}"),
        }
    }

    fn condition(&mut self) -> String {
        match self.random.below(11) {
            0 => String::new(),
            1 => format!(" WHERE id > {}", self.random.below(4)),
            2 => format!(" WHERE a = 'k{}'", self.random.below(5)),
            3 => format!(" WHERE b <= {}", self.random.below(8)),
            5 => format!(" WHERE b > {} AND b < 6", self.random.below(4)),
            6 => format!(" WHERE a > 'k{}'", self.random.below(4)),
            7 => format!(" WHERE b IN ({}, 2, {})", self.random.below(5), self.random.below(5)),
            8 => format!(" WHERE a = 'k{}' AND b >= 2", self.random.below(4)),
            4 => format!(" WHERE id IN ({}, {})", self.random.below(5), self.random.below(5)),
            _ => format!(" WHERE id = {}", self.random.below(5)),
        }
    }

    fn delete(&mut self) -> String {
        let (condition, returning) = (self.condition(), self.returning());
        format!("DELETE FROM t{condition}{returning}")
    }

    fn assignments(&mut self, excluded: bool) -> String {
        let columns = self.settable();
        let mut parts = Vec::new();
        for _ in 0..=self.random.below(2) {
            let name = columns[self.random.below(columns.len() as u64) as usize];
            let value = match self.random.below(5) {
                0 if self.kind_of(name) == Kind::Number => format!("{name} + 1"),
                1 if excluded => format!("excluded.{name}"),
                2 => format!("coalesce({name}, 1)"),
                3 if self.kind_of(name) == Kind::Text => format!("{name} || 'z'"),
                _ => self.value(self.kind_of(name)),
            };
            parts.push(format!("{name} = {value}"));
        }
        parts.join(", ")
    }

    fn update(&mut self) -> String {
        let or = self.random.pick(OR);
        let returning = self.returning();
        if self.chance(10) {
            let set = self.random.pick(&["b = b + 1", "a = p.k", "b = p.id + 1, a = k", "c = 3"]);
            return format!("UPDATE {or}t SET {set} FROM p WHERE p.id = t.b{returning}");
        }
        let set = self.assignments(false);
        let condition = self.condition();
        format!("UPDATE {or}t SET {set}{condition}{returning}")
    }

    fn insert(&mut self) -> String {
        let or = self.random.pick(OR);
        let verb = if self.chance(12) { "REPLACE ".into() } else { format!("INSERT {or}") };
        let columns = self.columns_given();
        let mut rows = Vec::new();
        for _ in 0..=[0, 0, 0, 1, 2][self.random.below(5) as usize] {
            rows.push(self.row(&columns));
        }
        let upsert = self.upsert();
        let returning = self.returning();
        let (columns, rows) = (columns.join(", "), rows.join(", "));
        format!("{verb}INTO t({columns}) VALUES {rows}{upsert}{returning}")
    }

    fn insert_select(&mut self) -> String {
        let or = self.random.pick(OR);
        match self.random.below(3) {
            0 => format!("INSERT {or}INTO t(id, a, b) SELECT id + 1, k, id FROM p ORDER BY 1, 2"),
            1 => {
                format!("INSERT {or}INTO t(a, b) SELECT a, b + 1 FROM t WHERE b > 1 ORDER BY 1, 2")
            }
            _ => {
                let upsert = self.upsert();
                format!(
                    "INSERT {or}INTO t(id, a, b) SELECT id, a, b FROM t WHERE true ORDER BY 1, 2, 3{upsert}"
                )
            }
        }
    }

    fn upsert(&mut self) -> String {
        let mut text = String::new();
        if !self.chance(3) {
            return text;
        }
        if self.chance(2) {
            for _ in 0..=self.random.below(2) {
                let target = match self.targets.len() as u64 {
                    0 => break,
                    n if self.random.below(12) > 0 => {
                        self.targets[self.random.below(n) as usize].clone()
                    }
                    _ => self.random.pick(&["(b)", "(rowid)", "(a COLLATE NOCASE)", "(x)"]).into(),
                };
                text += &format!(" ON CONFLICT{target} {}", self.arm());
            }
        }
        if text.is_empty() || self.chance(3) {
            text += &format!(" ON CONFLICT {}", self.arm());
        }
        text
    }

    fn arm(&mut self) -> String {
        if self.chance(3) {
            return "DO NOTHING".into();
        }
        let set = self.assignments(true);
        let filter = self.random.pick(&["", "", " WHERE t.b > 2", " WHERE excluded.a <> t.a"]);
        format!("DO UPDATE SET {set}{filter}")
    }
}
