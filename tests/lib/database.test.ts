import { expect, test } from "vitest";
import { Database, type Dialect, init, sqlError, users } from "./setup.ts";

test("init may be called again and again", async () => {
  await Promise.all([init(), init({ url: "nowhere" })]);
});

test("a dialect, limit or text that is none is named", () => {
  expect(() => new Database({ dialect: "oracle" as Dialect })).toThrow(/no dialect "oracle"/);
  expect(() => new Database({ limits: { row: 1 } as object })).toThrow(/no limit row/);
  expect(() => new Database({ limits: { rows: -1 } })).toThrow(/limit rows/);
  expect(() => new Database({ limits: null as never })).toThrow("limits must be an object");
  expect(() => users().exec(1 as unknown as string)).toThrow(TypeError);
  expect(() => users().rows("users", { offset: -1 })).toThrow(/offset/);
  expect(new Database().dialect).toBe("sqlite");
});

test("exec gives a result for every statement", () => {
  const db = users();
  const script = "INSERT INTO users VALUES (1, 'ä', NULL);\n SELECT email, id FROM users;;";
  const [insert, select, ...more] = db.exec(script);
  expect(insert).toMatchObject({ command: "INSERT", changes: 1, columns: [], rows: [] });
  expect(select).toMatchObject({ columns: ["email", "id"], rows: [["ä", 1]], changes: 0 });
  expect(select?.span).toEqual({ source: 0, start: 42, end: 69, line: 2, column: 2 });
  expect(script.slice(select?.span.start, select?.span.end)).toBe("SELECT email, id FROM users");
  expect(more).toEqual([]);
  expect([db.exec(""), db.exec(" -- nothing\n")]).toEqual([[], []]);
});

test("exec tells the type of each cell when asked", () => {
  const db = new Database();
  const [result] = db.exec("SELECT 1, 1.0, 'a', x'00', NULL, 9223372036854775807", undefined, {
    types: true,
  });
  expect(result?.types).toEqual([["integer", "real", "text", "blob", "null", "integer"]]);
  expect(db.query("SELECT 1").types).toBeUndefined();
});

test("an error ends a script, or is noted and the script goes on", () => {
  const script =
    "INSERT INTO users VALUES (1, 'a', 'b'); INSERT INTO users VALUES (1, 'c', 'd'); SELECT 5";
  const stopped = users();
  const error = sqlError(() => stopped.exec(script));
  expect(error.statementIndex).toBe(1);
  expect(error.results.map(({ command, changes }) => [command, changes])).toEqual([["INSERT", 1]]);
  const results = users().exec(script, undefined, { onError: "continue" });
  expect(results.map((result) => result.error?.code)).toEqual([
    undefined,
    "SQLITE_CONSTRAINT_PRIMARYKEY",
    undefined,
  ]);
  expect(results[2]?.rows).toEqual([[5]]);
});

test("query takes exactly one statement", () => {
  const db = users();
  expect(db.query("SELECT ?1 + 1", [2]).rows).toEqual([[3]]);
  for (const sql of ["", "SELECT 1; SELECT 2"]) {
    expect(sqlError(() => db.query(sql)).message).toMatch(/no statement|more than one statement/);
  }
  db.exec("INSERT INTO users VALUES (?, ?, NULL)", [4, "d"]);
  expect(db.rows("users").rows).toEqual([[4, "d", null]]);
});

test("the counters are SQLite's: a SELECT leaves them, a failed INSERT resets one", () => {
  const db = users();
  db.exec("INSERT INTO users VALUES (7, 'a', 'b'), (8, 'c', 'd')");
  db.exec("SELECT 1");
  expect([db.changes, db.totalChanges, db.lastInsertRowid]).toEqual([2, 2, 8]);
  db.exec("INSERT OR IGNORE INTO users VALUES (8, 'x', 'y')");
  expect([db.changes, db.totalChanges, db.lastInsertRowid]).toEqual([0, 2, 8]);
});

test("the transaction's state follows the dialect", () => {
  const postgresql = new Database({ dialect: "postgresql" });
  expect([postgresql.inTransaction, postgresql.transactionState]).toEqual([false, "idle"]);
  postgresql.exec("BEGIN");
  expect(postgresql.transactionState).toBe("open");
  expect(sqlError(() => postgresql.exec("SELECT nothing_there")).code).toBe("42703");
  expect([postgresql.inTransaction, postgresql.transactionState]).toEqual([true, "failed"]);
  expect(sqlError(() => postgresql.exec("SELECT 1")).code).toBe("25P02");
  expect(postgresql.query("COMMIT").command).toBe("ROLLBACK");
});

test("PostgreSQL's tag and count", () => {
  const db = new Database({ dialect: "postgresql" });
  const script =
    "CREATE TABLE t(a int); INSERT INTO t VALUES (1), (2); UPDATE t SET a = 3 WHERE a = 1; SELECT a FROM t; DELETE FROM t";
  const told = db.exec(script).map(({ tag, rowCount }) => [tag, rowCount]);
  expect(told).toEqual([
    ["CREATE TABLE", undefined],
    ["INSERT 0 2", 2],
    ["UPDATE 1", 1],
    ["SELECT 2", 2],
    ["DELETE 2", 2],
  ]);
});

test("MySQL's affected rows, insert id, info and warnings", () => {
  const db = new Database({ dialect: "mysql" });
  db.exec("CREATE TABLE t(id int AUTO_INCREMENT PRIMARY KEY, a int UNIQUE)");
  expect(db.query("INSERT INTO t(a) VALUES (1), (2), (3), (4)")).toMatchObject({
    affectedRows: 4,
    insertId: 1,
    info: "Records: 4  Duplicates: 0  Warnings: 0",
  });
  expect(db.query("INSERT INTO t(a) VALUES (9)").info).toBeUndefined();
  expect(db.query("UPDATE t SET a = a + 10 WHERE a < 4")).toMatchObject({
    affectedRows: 3,
    info: "Rows matched: 3  Changed: 3  Warnings: 0",
  });
  const ignored = db.query("INSERT IGNORE INTO t(a) VALUES (4), (5)");
  expect(ignored.info).toBe("Records: 2  Duplicates: 1  Warnings: 1");
  expect(ignored.warnings).toEqual([
    {
      level: "Warning",
      code: "ER_DUP_ENTRY",
      errno: 1062,
      message: "Duplicate entry '4' for key 't.a'",
    },
  ]);
  expect(db.query("INSERT INTO t(a) VALUES (4) ON DUPLICATE KEY UPDATE a = 40").affectedRows).toBe(
    2,
  );
});

test("rows and entries come in pages", () => {
  const db = users();
  db.exec("INSERT INTO users VALUES (3, 'b', NULL), (1, 'c', 'x'), (2, NULL, NULL)");
  expect(db.rows("users", { offset: 1, limit: 1 })).toEqual({
    columns: ["id", "email", "name"],
    rows: [[2, null, null]],
    rowids: [2],
    total: 3,
  });
  expect(db.rows("USERS", { offset: 9 }).rows).toEqual([]);
  expect(db.indexEntries("sqlite_autoindex_users_1", { limit: 2 })).toEqual({
    entries: [
      { key: [null], rowid: 2, distinct: true },
      { key: ["b"], rowid: 3, distinct: false },
    ],
    total: 3,
  });
  expect(sqlError(() => db.rows("nobody")).message).toBe("no such table: nobody");
  expect(sqlError(() => db.indexEntries("nothing")).message).toBe("no such index: nothing");
});

test("the schema names what there is", () => {
  const db = new Database();
  db.exec(`CREATE TABLE t(a INTEGER PRIMARY KEY ON CONFLICT REPLACE, b TEXT NOT NULL ON CONFLICT IGNORE
    DEFAULT 'x' COLLATE NOCASE, c, UNIQUE (b, c) ON CONFLICT FAIL, CHECK (c <> 5));
    CREATE UNIQUE INDEX i ON t(c DESC) WHERE c > 1; INSERT INTO t VALUES (1, 'b', 2)`);
  const { tables, indexes, ...rest } = db.schema();
  expect(rest).toEqual({ version: 1, dialect: "sqlite", triggers: [], sequences: [] });
  expect(tables).toHaveLength(1);
  expect(tables[0]).toMatchObject({ schema: "main", name: "t", kind: "table", rows: 1 });
  expect(tables[0]?.columns[1]).toEqual({
    name: "b",
    type: "TEXT",
    notNull: true,
    default: "'x'",
    primaryKey: 0,
    generated: null,
    collation: "NOCASE",
    hidden: false,
  });
  expect(tables[0]?.constraints.map(({ kind, sql }) => [kind, sql])).toEqual([
    ["primary key", "PRIMARY KEY (a) ON CONFLICT REPLACE"],
    ["unique", "UNIQUE (b, c) ON CONFLICT FAIL"],
    ["not null", "NOT NULL ON CONFLICT IGNORE"],
    ["check", "CHECK (c <> 5)"],
  ]);
  expect(indexes.map(({ name, origin, where, entries }) => [name, origin, where, entries])).toEqual(
    [
      ["sqlite_autoindex_t_1", "unique", null, 1],
      ["i", "create index", "c > 1", 1],
    ],
  );
  expect(indexes[1]?.terms).toEqual([
    { column: "c", expression: null, collation: "BINARY", descending: true },
  ]);
});

test("the limit of memory counts what small rows take beside", () => {
  const db = new Database({ limits: { memory: 1_000_000 } });
  db.exec("CREATE TABLE t(a UNIQUE)");
  function* numbers() {
    for (let n = 0; n < 100_000; n += 1) yield [n];
  }
  const insert = db.prepare("INSERT INTO t VALUES (?)");
  const error = sqlError(() => insert.runMany(numbers()));
  // About 90 bytes a row, as the wasm's memory grows by them.
  expect([error.limit, Math.round((error.batchIndex ?? 0) / 1000)]).toEqual(["memory", 11]);
});

test("half a surrogate pair in a text of SQL is refused", () => {
  const db = new Database();
  expect(() => db.exec("SELECT '\ud800'")).toThrow("sql: the text has half of a surrogate pair");
  expect(() => db.prepare("SELECT '\ud800'")).toThrow(TypeError);
});

test("limits end a statement with their name", () => {
  const db = users({ limits: { rows: 2, sqlLength: 200 } });
  db.exec("INSERT INTO users(id) VALUES (1), (2), (3)");
  expect(sqlError(() => db.query("SELECT * FROM users")).limit).toBe("rows");
  expect(sqlError(() => db.query(`SELECT '${"x".repeat(300)}'`)).limit).toBe("sqlLength");
});

test("a closed database says so, and a second close is harmless", () => {
  const db = users();
  const statement = db.prepare("SELECT 1");
  db.close();
  db[Symbol.dispose]();
  statement[Symbol.dispose]();
  const uses = [
    () => db.exec(""),
    () => db.query("SELECT 1"),
    () => db.prepare("SELECT 1"),
    () => db.changes,
    () => db.inTransaction,
    () => db.schema(),
    () => db.trace("SELECT 1"),
    () => db.transaction(() => 1),
  ];
  for (const use of uses) {
    expect(sqlError(use)).toMatchObject({
      message: "the database is closed",
      code: "SQLITE_MISUSE",
    });
  }
  const other = users();
  const kept = other.prepare("SELECT 1");
  other.close();
  expect(sqlError(() => kept.get()).message).toBe("the database is closed");
  expect(sqlError(() => kept.runMany([[]])).message).toBe("the database is closed");
});

test("what is no option, row or body is told in a sentence", () => {
  expect(() => new Database(null as never)).toThrow(TypeError);
  const db = users();
  const statement = db.prepare("INSERT INTO users(email) VALUES (?)");
  expect(() => statement.runMany(5 as never)).toThrow(/rows must be a list/);
  expect(() => db.transaction(5 as never)).toThrow(/is a function/);
  expect(() => db.exec("INSERT INTO users(email) VALUES (?)")).toThrow(/1 parameter/);
  expect(db.rows("users").total).toBe(0);
});

test("REPLACE is an INSERT, however it is written", () => {
  const db = users();
  const commands = db
    .exec("REPLACE INTO users(id) VALUES (1); INSERT OR REPLACE INTO users(id) VALUES (1)")
    .map((result) => result.command);
  expect(commands).toEqual(["INSERT", "INSERT"]);
  db.close();
});
