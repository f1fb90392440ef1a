//! Random schemas and statements for MySQL: every spelling of conflict handling over keys of every
//! kind, with few values, so that most rows collide.

use crate::random::Random;

/// Makes statements over tables that it has made.
pub(crate) struct Generator<'r> {
    random: &'r mut Random,
    /// The columns of `t` after `id`.
    columns: Vec<(&'static str, Kind)>,
    /// The first column of the key over two.
    composite: Option<&'static str>,
    numbered: bool,
    parent: bool,
    triggers: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Int,
    Tiny,
    Text,
    Date,
    Enum,
    Decimal,
}

impl<'r> Generator<'r> {
    pub(crate) fn new(random: &'r mut Random) -> Generator<'r> {
        Generator {
            random,
            columns: Vec::new(),
            composite: None,
            numbered: false,
            parent: false,
            triggers: false,
        }
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.random.below(n) == 0
    }

    /// CREATE TABLE of `p`, `t`, `c` and `log`, some rows, triggers.
    pub(crate) fn schema(&mut self) -> Vec<String> {
        let mut all = Vec::new();
        self.parent = self.one_in(3);
        self.numbered = self.one_in(2);
        let auto = if self.numbered { " AUTO_INCREMENT" } else { "" };
        let mut parts = vec![format!("id INT{auto} PRIMARY KEY")];
        let kinds = [
            ("a", Kind::Int, "INT"),
            ("b", Kind::Text, "VARCHAR(6)"),
            ("c", Kind::Tiny, "TINYINT"),
            ("d", Kind::Date, "DATE"),
            ("e", Kind::Enum, "ENUM('x','y','z')"),
            ("f", Kind::Decimal, "DECIMAL(4,1)"),
        ];
        let triggers = self.one_in(3);
        self.triggers = triggers;
        for (name, kind, ty) in kinds {
            if self.columns.len() > 1 && self.one_in(2) {
                continue;
            }
            // When NULL is refused depends on triggers too.
            // NULL in an ENUM that may not be NULL is the first label from MariaDB 10.11.15 on.
            let strict = !triggers && kind != Kind::Enum;
            let null = if self.one_in(3) && strict { " NOT NULL" } else { "" };
            let default = match (self.one_in(3), kind) {
                (true, Kind::Text) => " DEFAULT 'dd'",
                (true, Kind::Int | Kind::Tiny | Kind::Decimal) => " DEFAULT 7",
                // What MariaDB takes for an ENUM without one depends on triggers.
                (_, Kind::Enum) => " DEFAULT 'y'",
                // So does when a missing default is told of.
                (_, Kind::Date) if triggers => " DEFAULT '2024-05-05'",
                (_, Kind::Text) if triggers => " DEFAULT 't'",
                _ if triggers => " DEFAULT 8",
                _ => "",
            };
            let unique = if self.one_in(4) { " UNIQUE" } else { "" };
            parts.push(format!("{name} {ty}{null}{default}{unique}"));
            self.columns.push((name, kind));
        }
        // MariaDB does not fire AFTER UPDATE for a row that stays the same.
        if triggers {
            parts.push("n INT NOT NULL DEFAULT 0".to_string());
        }
        if self.one_in(2) {
            let (first, second) = (self.column().0, self.column().0);
            if first != second {
                parts.push(format!("UNIQUE KEY u ({first}, {second})"));
                self.composite = Some(first);
            }
        }
        // MariaDB takes back what triggers did for one row that a CHECK refuses.
        if self.one_in(3) && !triggers {
            parts.push("CONSTRAINT a_small CHECK (a < 90)".to_string());
        }
        if self.one_in(4) {
            let column = self.column().0;
            parts.push(format!("KEY k ({column})"));
        }
        if self.parent {
            all.push("CREATE TABLE p(id INT PRIMARY KEY, v INT)".to_string());
            all.push("INSERT INTO p VALUES(1,1),(2,2),(3,3),(4,4)".to_string());
            let action = self.action();
            // Neither database lets a CHECK look at a column that an action changes.
            parts.retain(|part| !part.contains("CHECK") || action.is_empty());
            parts.push(format!("CONSTRAINT fk_a FOREIGN KEY (a) REFERENCES p (id){action}"));
        }
        all.push(format!("CREATE TABLE t({})", parts.join(", ")));
        if self.one_in(4) {
            let action = self.action();
            all.push(format!(
                "CREATE TABLE c(n INT PRIMARY KEY, tid INT, CONSTRAINT fk_c FOREIGN KEY (tid) REFERENCES t (id){action})"
            ));
        } else {
            all.push("CREATE TABLE c(n INT PRIMARY KEY, tid INT)".to_string());
        }
        all.push("CREATE TABLE log(n INT AUTO_INCREMENT PRIMARY KEY, ev VARCHAR(60))".to_string());
        if triggers {
            for (time, event) in [
                ("BEFORE", "INSERT"),
                ("AFTER", "INSERT"),
                ("BEFORE", "UPDATE"),
                ("AFTER", "UPDATE"),
                ("BEFORE", "DELETE"),
                ("AFTER", "DELETE"),
            ] {
                if self.one_in(2) {
                    continue;
                }
                let row = if event == "DELETE" { "OLD" } else { "NEW" };
                let log = format!(
                    "INSERT INTO log(ev) VALUES(CONCAT('{time} {event} ',{row}.id,' ',IFNULL({row}.a,'-')))"
                );
                let body = match (time, event, self.random.below(3)) {
                    ("BEFORE", "INSERT" | "UPDATE", 0) => {
                        format!("BEGIN SET NEW.b = LEFT(CONCAT(NEW.b,'+'),6); {log}; END")
                    }
                    ("BEFORE", "INSERT" | "UPDATE", 1) => format!(
                        "BEGIN IF NEW.a = 5 THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'five'; END IF; {log}; END"
                    ),
                    _ => log,
                };
                let name = format!("tr_{}_{}", time.to_lowercase(), event.to_lowercase());
                all.push(format!("CREATE TRIGGER {name} {time} {event} ON t FOR EACH ROW {body}"));
            }
        }
        all
    }

    fn action(&mut self) -> String {
        let actions = ["", "", " CASCADE", " SET NULL", " RESTRICT", " NO ACTION"];
        let delete = self.random.pick(&actions);
        let update = self.random.pick(&actions);
        let clause = |event: &str, action: &str| match action {
            "" => String::new(),
            action => format!(" ON {event}{action}"),
        };
        clause("DELETE", delete) + &clause("UPDATE", update)
    }

    fn column(&mut self) -> (&'static str, Kind) {
        let at = self.random.below(self.columns.len() as u64) as usize;
        self.columns[at]
    }

    fn value(&mut self, kind: Kind) -> String {
        if self.one_in(12) {
            return "NULL".to_string();
        }
        if self.one_in(15) {
            return self
                .random
                .pick(&["'abc'", "'12x'", "999", "-1", "''", "2.5", "'tootoolong'"])
                .to_string();
        }
        let of: &[&str] = match kind {
            Kind::Int => &["1", "2", "3", "4", "5", "'2'", "95", "1+1"],
            Kind::Tiny => &["1", "2", "3", "100", "127", "128"],
            Kind::Text => &["'k1'", "'K1'", "'k2'", "'k2 '", "'é'", "'e'", "'k3'", "3"],
            Kind::Date => {
                &["'2024-01-01'", "'2024-1-1'", "20240102", "'2024-02-30'", "'2024-01-03 10:00:00'"]
            }
            Kind::Enum => &["'x'", "'Y'", "'z'", "2", "'q'"],
            Kind::Decimal => &["1", "1.0", "1.04", "'2.5'", "99.9", "12345"],
        };
        self.random.pick(of).to_string()
    }

    fn id(&mut self) -> String {
        let ids = ["1", "2", "3", "4", "5", "6", "10", "NULL", "0", "DEFAULT"];
        let most = if self.numbered { ids.len() } else { 7 };
        self.random.pick(&ids[..most]).to_string()
    }

    /// Columns and as many rows of values, in parentheses.
    fn rows(&mut self) -> (String, Vec<String>) {
        let with_id = !self.numbered || self.one_in(2);
        let mut names: Vec<&str> = if with_id { vec!["id"] } else { Vec::new() };
        let mut kinds = Vec::new();
        for (name, kind) in self.columns.clone() {
            if !self.one_in(6) {
                names.push(name);
                kinds.push(kind);
            }
        }
        let count = 1 + self.random.below(3);
        let rows = (0..count).map(|_| {
            let mut cells = if with_id { vec![self.id()] } else { Vec::new() };
            for kind in &kinds {
                cells.push(self.value(*kind));
            }
            format!("({})", cells.join(","))
        });
        let rows = rows.collect();
        (names.join(","), rows)
    }

    fn source(&mut self) -> (String, String) {
        let (names, rows) = self.rows();
        if self.one_in(6) && !names.is_empty() {
            // Zero dates and labels are copied in ways of their own.
            let plain = names.split(',').filter(|n| !matches!(*n, "d" | "e"));
            let names: Vec<_> = plain.collect();
            let of = names.iter().map(|n| if *n == "id" { "id+1" } else { n });
            let picked: Vec<_> = of.collect();
            if !picked.is_empty() {
                let query = format!("SELECT {} FROM t ORDER BY id", picked.join(","));
                return (names.join(","), query);
            }
        }
        (names, format!("VALUES{}", rows.join(",")))
    }

    fn assignments(&mut self, upsert: bool) -> String {
        let count = 1 + self.random.below(2);
        let set = (0..count).map(|_| {
            let (name, kind) = self.column();
            let value = match (self.random.below(4), kind) {
                (0, Kind::Int | Kind::Tiny | Kind::Decimal) => format!("IFNULL({name},0)+1"),
                (1, _) if upsert => format!("VALUES({name})"),
                (2, Kind::Text) => "LEFT(CONCAT(b,'x'),6)".to_string(),
                _ => self.value(kind),
            };
            format!("{name}={value}")
        });
        let mut set: Vec<_> = set.collect();
        if self.one_in(8) {
            set.push(if self.one_in(2) { "id=id+1".to_string() } else { "id=3".to_string() });
        }
        set.join(", ")
    }

    /// Where WHERE compares the first column of the key of two, MariaDB reads that key or all rows
    /// by its statistics, which lag behind (EXPLAIN shows `range` on `u` for some such statements and
    /// `ALL` for others over the same rows); the order of the rows then shows in what triggers log
    /// and in which of two rows IGNORE leaves.
    fn order(&self, filter: &str) -> &'static str {
        let by_key = |column| filter.starts_with(&format!(" WHERE {column}="));
        if self.composite.is_some_and(by_key) { " ORDER BY id" } else { "" }
    }

    fn filter(&mut self) -> String {
        match self.random.below(5) {
            0 => String::new(),
            1 => format!(" WHERE id={}", self.random.below(6)),
            2 => format!(" WHERE id>{}", self.random.below(4)),
            // With triggers MariaDB counts the rows before an error in another way.
            3 if !self.triggers => " WHERE a+0 IS NOT NULL".to_string(),
            _ => {
                let (name, kind) = self.column();
                match kind {
                    Kind::Text => format!(" WHERE {name}='k1'"),
                    Kind::Date => format!(" WHERE {name}='2024-01-01'"),
                    Kind::Enum => format!(" WHERE {name}='x'"),
                    _ => format!(" WHERE {name}={}", self.random.below(4)),
                }
            }
        }
    }

    /// A statement.
    pub(crate) fn statement(&mut self) -> String {
        match self.random.below(20) {
            0..=2 => {
                let (names, source) = self.source();
                format!("INSERT INTO t({names}) {source}")
            }
            3..=5 => {
                let (names, source) = self.source();
                format!("INSERT IGNORE INTO t({names}) {source}")
            }
            6..=8 => {
                let (names, source) = self.source();
                let ignore = if self.one_in(5) { " IGNORE" } else { "" };
                let values = source.starts_with("VALUES");
                let all = self.columns.clone();
                // In MariaDB a column that is updated counts as given.
                self.columns.retain(|(name, _)| names.split(',').any(|n| n == *name));
                let set = if self.columns.is_empty() {
                    "id=id".to_string()
                } else {
                    self.assignments(values)
                };
                self.columns = all;
                // Bare names of the query's own table would be ambiguous.
                let set = if values { set } else { "b='up'".to_string() };
                let set = if self.triggers { format!("{set}, n=t.n+1") } else { set };
                format!("INSERT{ignore} INTO t({names}) {source} ON DUPLICATE KEY UPDATE {set}")
            }
            9..=11 => {
                let (names, source) = self.source();
                format!("REPLACE INTO t({names}) {source}")
            }
            12 | 13 => {
                // MariaDB fires AFTER UPDATE for rows that IGNORE leaves alone.
                let ignore = if self.one_in(3) && !self.triggers { "IGNORE " } else { "" };
                let (set, filter) = (self.assignments(false), self.filter());
                let order =
                    self.random.pick(&["", "", " ORDER BY id DESC", " ORDER BY id LIMIT 1"]);
                let order = if order.is_empty() { self.order(&filter) } else { order };
                format!("UPDATE {ignore}t SET {set}{filter}{order}")
            }
            14 => {
                let ignore = if self.one_in(4) { "IGNORE " } else { "" };
                let filter = self.filter();
                let limit = self.random.pick(&["", " ORDER BY id LIMIT 1", " LIMIT 0"]);
                let limit = if limit.is_empty() { self.order(&filter) } else { limit };
                format!("DELETE {ignore}FROM t{filter}{limit}")
            }
            15 => {
                let n = self.random.below(5);
                let id = self.random.below(5);
                let verb = self.random.pick(&["INSERT", "INSERT IGNORE", "REPLACE"]);
                format!("{verb} INTO c VALUES({n},{id})")
            }
            16 if self.parent => {
                let id = self.random.below(5);
                match self.random.below(3) {
                    0 => format!("DELETE FROM p WHERE id={id}"),
                    1 => format!("UPDATE p SET id=id+10 WHERE id={id}"),
                    _ => format!("REPLACE INTO p VALUES({id},9)"),
                }
            }
            17 => self.random.pick(&["START TRANSACTION", "COMMIT", "ROLLBACK"]).to_string(),
            18 => self
                .random
                .pick(&["SAVEPOINT s1", "ROLLBACK TO SAVEPOINT s1", "RELEASE SAVEPOINT s1"])
                .to_string(),
            _ => self
                .random
                .pick(&[
                    "SELECT LAST_INSERT_ID()",
                    "SELECT COUNT(*), MAX(id) FROM t",
                    "SELECT id FROM t WHERE a IN (1,2,3)",
                    "TRUNCATE TABLE log",
                ])
                .to_string(),
        }
    }
}
