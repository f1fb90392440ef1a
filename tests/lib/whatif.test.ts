import { expect, test } from "vitest";
import {
  Database,
  type Dialect,
  type Matrix,
  type MatrixCell,
  type MatrixColumn,
  users,
} from "./setup.ts";

/** Rows of a table under each clause, or the error's code. */
function told({ columns, cells }: Matrix, table = "users"): Record<string, unknown> {
  const entries = columns.map(({ clause }, at) => {
    const cell = cells[at];
    const error = cell?.error as { code: string } | null;
    return [clause, cell?.ok ? cell.tables[table] : error?.code];
  });
  return Object.fromEntries(entries);
}

function colliding(dialect: Dialect = "sqlite"): Database {
  const db = new Database({ dialect });
  db.exec(`CREATE TABLE users(id INTEGER PRIMARY KEY, email VARCHAR(40) UNIQUE, n INTEGER);
    INSERT INTO users VALUES (1,'ann',10),(2,'bob',20)`);
  return db;
}

const insert = "INSERT INTO users(id, email, n) VALUES (9,'bob',99)";

test("every clause of SQLite, and nothing is done", () => {
  const db = colliding();
  const before = [db.rows("users").rows, db.totalChanges];
  const found = told(db.whatIf(insert));
  const kept = [
    [1, "ann", 10],
    [2, "bob", 20],
  ];
  expect(found).toEqual({
    INSERT: "SQLITE_CONSTRAINT_UNIQUE",
    "OR ROLLBACK": "SQLITE_CONSTRAINT_UNIQUE",
    "OR ABORT": "SQLITE_CONSTRAINT_UNIQUE",
    "OR FAIL": "SQLITE_CONSTRAINT_UNIQUE",
    "OR IGNORE": kept,
    "OR REPLACE": [
      [1, "ann", 10],
      [9, "bob", 99],
    ],
    "ON CONFLICT DO NOTHING": kept,
    "ON CONFLICT DO UPDATE": [
      [1, "ann", 10],
      [2, "bob", 99],
    ],
  });
  expect([db.rows("users").rows, db.totalChanges]).toEqual(before);
});

test("the statement keeps its own words for the clause that it has", () => {
  const db = colliding();
  const own = `${insert} ON CONFLICT(email) DO UPDATE SET n = n + excluded.n WHERE n < 50 RETURNING n`;
  const { columns } = db.whatIf(own);
  const sql = (clause: string) => columns.find((column) => column.clause === clause)?.sql;
  expect(sql("ON CONFLICT DO UPDATE")).toBe(own);
  expect(sql("OR IGNORE")).toBe(
    "INSERT OR IGNORE INTO users(id, email, n) VALUES (9,'bob',99) RETURNING n",
  );
});

test("what an error takes back, and in which state it leaves the transaction", () => {
  const db = colliding();
  db.exec("BEGIN; INSERT INTO users VALUES (3,'cid',30)");
  const many = "INSERT INTO users VALUES (8,'eve',1),(9,'bob',99)";
  const { columns, cells } = db.whatIf(many);
  const seen = columns.map(({ clause }, at) => {
    const cell = cells[at];
    return [clause, cell?.undone, cell?.transaction, cell?.tables.users?.length];
  });
  expect(seen.slice(0, 4)).toEqual([
    ["INSERT", "statement", "open", 3],
    ["OR ROLLBACK", "transaction", "idle", 2],
    ["OR ABORT", "statement", "open", 3],
    ["OR FAIL", "nothing", "open", 4],
  ]);
  expect([db.inTransaction, db.rows("users").total]).toEqual([true, 3]);
});

test.each([
  ["postgresql", { INSERT: "23505", "ON CONFLICT DO NOTHING": 2, "ON CONFLICT DO UPDATE": 2 }],
  [
    "mysql",
    { INSERT: "ER_DUP_ENTRY", "INSERT IGNORE": 2, REPLACE: 2, "ON DUPLICATE KEY UPDATE": 2 },
  ],
] as const)("the clauses of %s", (dialect, expected) => {
  const db = colliding(dialect);
  const found = Object.entries(told(db.whatIf(insert))).map(([clause, rows]) => [
    clause,
    Array.isArray(rows) ? rows.length : rows,
  ]);
  expect(Object.fromEntries(found)).toEqual(expected);
});

test("in other dialects the same tables are made, and differences are said", () => {
  const db = colliding();
  const matrix = db.whatIf(insert.replace("INSERT", "INSERT OR REPLACE"), {
    dialects: ["sqlite", "postgresql", "mysql"],
  });
  const at = (dialect: string, clause: string) => {
    const place = matrix.columns.findIndex((c) => c.dialect === dialect && c.clause === clause);
    const [column, cell] = [matrix.columns[place], matrix.cells[place]];
    if (column === undefined || cell === undefined) throw new Error(`no ${clause} in ${dialect}`);
    return { ...column, ...cell };
  };
  const update = at("postgresql", "ON CONFLICT DO UPDATE");
  expect(update.sql).toBe(
    "INSERT INTO users(id, email, n) VALUES (9,'bob',99) ON CONFLICT (email) DO UPDATE SET n = excluded.n",
  );
  expect(update.note).toContain("PostgreSQL has no REPLACE");
  expect(update.tables?.users).toEqual([
    [1, "ann", 10],
    [2, "bob", 99],
  ]);
  const replace = at("mysql", "REPLACE");
  expect([replace.sql, replace.note, replace.tables?.users?.length]).toEqual([
    "REPLACE INTO users(id, email, n) VALUES (9,'bob',99)",
    null,
    2,
  ]);
});

test("an upsert is told in MySQL's words and back", () => {
  const db = colliding();
  const upsert = `${insert} ON CONFLICT(email) DO UPDATE SET n = users.n + excluded.n`;
  const mysql = db.whatIf(upsert, { dialects: ["mysql"], clauses: ["on duplicate key update"] });
  expect(mysql.columns.map((column) => column.sql)).toEqual([
    `${insert} AS new ON DUPLICATE KEY UPDATE n = users.n + new.n`,
  ]);
  expect(mysql.cells[0]?.tables.users).toEqual([
    [1, "ann", 10],
    [2, "bob", 119],
  ]);
  const other = colliding("mysql");
  const back = other.whatIf(`${insert} ON DUPLICATE KEY UPDATE n = VALUES(n)`, {
    dialects: ["postgresql"],
    clauses: ["ON CONFLICT DO UPDATE"],
  });
  expect(back.columns[0]?.sql).toBe(`${insert} ON CONFLICT (email) DO UPDATE SET n = excluded.n`);
});

test("a clause without a counterpart is named with the reason", () => {
  const matrix = colliding().whatIf(insert.replace("INSERT", "INSERT OR ROLLBACK"), {
    dialects: ["postgresql", "mysql"],
    clauses: ["INSERT"],
  });
  expect(matrix.cells.map((cell) => cell.note)).toEqual([
    expect.stringContaining("PostgreSQL has no OR ROLLBACK"),
    expect.stringContaining("MySQL has no OR ROLLBACK"),
  ]);
});

test("what could not be carried along is listed", () => {
  const db = users();
  db.exec("CREATE VIEW v AS SELECT 1; CREATE UNIQUE INDEX some ON users(name) WHERE id > 5");
  const { cells } = db.whatIf("INSERT INTO users(email) VALUES ('a')", {
    dialects: ["postgresql"],
    clauses: ["INSERT"],
  });
  expect(cells[0]?.note).toBe("Left behind: view v.");
});

test("foreign keys are carried along, and a REPLACE elsewhere deletes by them", () => {
  const db = new Database();
  db.exec(`PRAGMA foreign_keys = ON;
    CREATE TABLE u(id INTEGER PRIMARY KEY, e TEXT UNIQUE);
    CREATE TABLE o(id INTEGER PRIMARY KEY, u INTEGER REFERENCES u ON DELETE CASCADE,
      e TEXT REFERENCES u(e) DEFERRABLE INITIALLY DEFERRED);
    INSERT INTO u VALUES (1, 'a'); INSERT INTO o VALUES (10, 1, 'a'), (11, 1, NULL);`);
  const asked = { dialects: ["mysql" as const], clauses: ["REPLACE"] };
  const { cells } = db.whatIf("INSERT INTO u VALUES (1, 'b')", asked);
  expect([cells[0]?.ok, cells[0]?.error?.code]).toEqual([false, "ER_ROW_IS_REFERENCED_2"]);
  db.exec("UPDATE o SET e = NULL");
  const [free] = db.whatIf("INSERT INTO u VALUES (1, 'b')", asked).cells;
  expect([free?.ok, free?.tables.u, free?.tables.o]).toEqual([true, [[1, "b"]], []]);
  expect(free?.note).toBe(
    "Not the same: u.e is a VARCHAR(255), since MySQL makes no key of a TEXT; " +
      "o.e is a VARCHAR(255), since MySQL makes no key of a TEXT; the foreign key of o(e) is asked at once.",
  );
  const back = new Database({ dialect: "mysql" });
  back.exec(`CREATE TABLE u(id INT PRIMARY KEY); CREATE TABLE o(u INT, FOREIGN KEY (u) REFERENCES u(id) ON DELETE CASCADE);
    INSERT INTO u VALUES (1); INSERT INTO o VALUES (1);`);
  const [sqlite] = back.whatIf("REPLACE INTO u VALUES (1)", {
    dialects: ["sqlite"],
    clauses: ["OR REPLACE"],
  }).cells;
  expect(sqlite?.tables.o).toEqual([]);
  db.exec("PRAGMA foreign_keys = OFF");
  expect(db.whatIf("INSERT INTO u VALUES (1, 'b')", asked).cells[0]?.tables.o).toBeUndefined();
});

test("a database that cannot hold what is there says so instead of guessing", () => {
  const db = new Database();
  db.exec(
    "CREATE TABLE u(id INTEGER PRIMARY KEY, e TEXT UNIQUE); INSERT INTO u VALUES (1, 'a'), (2, 'A')",
  );
  const { columns, cells } = db.whatIf("INSERT INTO u VALUES (3, 'b')", {
    dialects: ["sqlite", "mysql"],
  });
  expect(columns.filter(({ dialect }) => dialect === "mysql").length).toBe(1);
  const last = cells.at(-1);
  expect([last?.ok, last?.note]).toEqual([
    false,
    "MySQL cannot hold table u with the rows that it has here: Duplicate entry 'A' for key 'u.e'",
  ]);
});

test("a statement that no clause goes with is run as it is", () => {
  const { columns, cells } = colliding().whatIf("DELETE FROM users WHERE id = 1");
  expect([columns.length, cells[0]?.deleted, cells[0]?.tables.users?.length]).toEqual([1, 1, 1]);
});

test("triggers that fire are named", () => {
  const db = colliding();
  db.exec("CREATE TRIGGER told AFTER INSERT ON users BEGIN UPDATE users SET n = 0; END");
  const { cells } = db.whatIf(insert, { clauses: ["OR REPLACE"] });
  expect(cells[0]?.triggers).toEqual(["told"]);
});

test("what other grammars write elsewhere is moved", () => {
  const db = colliding();
  const inMysql = (sql: string) =>
    db.whatIf(sql, { dialects: ["mysql"], clauses: ["REPLACE"] }).columns[0]?.sql;
  expect(
    inMysql("WITH z AS (SELECT 9 AS i) INSERT INTO users(id, email) SELECT i, 'bob' FROM z"),
  ).toBe("REPLACE INTO users(id, email) WITH z AS (SELECT 9 AS i) SELECT i, 'bob' FROM z");
  expect(inMysql("INSERT INTO users DEFAULT VALUES")).toBe("REPLACE INTO users () VALUES ()");
  const own = db.whatIf("INSERT INTO users DEFAULT VALUES").columns.map((c) => c.clause);
  expect(own).not.toContain("ON CONFLICT DO NOTHING");
  const unknown = db.whatIf("INSERT INTO nowhere VALUES (1)").columns.map((c) => c.clause);
  expect(unknown).not.toContain("ON CONFLICT DO UPDATE");
});

test("what is asked for must make sense", () => {
  const db = colliding();
  expect(() => db.whatIf(insert, { clauses: ["foo"] })).toThrow(/there is no clause "foo"/);
  expect(() => db.whatIf(`${insert}; ${insert}`)).toThrow(/one statement/);
  expect(() => db.whatIf("INSERT INTO users(email) VALUES (?)")).toThrow(/1 parameter/);
});

test("what is no text or no options is refused in a sentence, and nothing breaks", () => {
  const db = new Database();
  const wrong = db as unknown as { whatIf: (...args: unknown[]) => unknown };
  for (const sql of [undefined, null, 5, {}]) expect(() => wrong.whatIf(sql)).toThrow(TypeError);
  expect(() => wrong.whatIf("SELECT 1", null)).toThrow("options must be an object");
  expect(() => wrong.whatIf("SELECT 1", { clauses: 5 })).toThrow("clauses must be a list");
  expect(() => wrong.whatIf("SELECT 1", { dialects: "mysql" })).toThrow("dialects must be a list");
  expect(db.query("SELECT 1").rows).toEqual([[1]]);
});

test("an open transaction is open in the other databases too", () => {
  const db = new Database();
  db.exec("CREATE TABLE u(id INTEGER PRIMARY KEY, e TEXT UNIQUE); INSERT INTO u VALUES (1, 'a')");
  db.exec("BEGIN; INSERT INTO u VALUES (9, 'z')");
  const { columns, cells } = db.whatIf("INSERT INTO u VALUES (1, 'b')", {
    dialects: ["postgresql"],
  });
  expect(columns[0]?.clause).toBe("INSERT");
  expect(cells[0]?.transaction).toBe("failed");
  expect(cells[0]?.note).toContain("counts as committed here");
});

/** The statement and what came of it under the clauses of one dialect. */
function cells(
  db: Database,
  sql: string,
  dialect: Dialect,
): Map<string, MatrixColumn & MatrixCell> {
  const { columns, cells } = db.whatIf(sql, { dialects: [dialect] });
  return new Map(
    columns.map((column, at) => [column.clause, { ...column, ...(cells[at] as MatrixCell) }]),
  );
}

function made(dialect: Dialect, sql: string): Database {
  const db = new Database({ dialect });
  db.exec(sql);
  return db;
}

test("names that a database has to quote are quoted", () => {
  const settings = made(
    "sqlite",
    `CREATE TABLE settings(key TEXT PRIMARY KEY, "order" INT); INSERT INTO settings VALUES('theme',1)`,
  );
  const again = "INSERT INTO settings(key, \"order\") VALUES('theme',2)";
  expect(cells(settings, again, "sqlite").get("ON CONFLICT DO UPDATE")).toMatchObject({
    ok: true,
    sql: `${again} ON CONFLICT (key) DO UPDATE SET "order" = excluded."order"`,
  });
  expect(cells(settings, again, "postgresql").get("ON CONFLICT DO UPDATE")).toMatchObject({
    ok: true,
    tables: { settings: [["theme", 2]] },
  });
  expect(cells(settings, again, "mysql").get("ON DUPLICATE KEY UPDATE")).toMatchObject({
    ok: true,
    sql: "INSERT INTO settings(`key`, `order`) VALUES('theme',2) AS new ON DUPLICATE KEY UPDATE `order` = new.`order`",
    tables: { settings: [["theme", 2]] },
  });
  const users = made(
    "postgresql",
    `CREATE TABLE "Users"("Email" text PRIMARY KEY, "order" int); INSERT INTO "Users" VALUES('a',1)`,
  );
  const insertUser = `INSERT INTO "Users" VALUES('a',2)`;
  expect(cells(users, insertUser, "postgresql").get("ON CONFLICT DO UPDATE")).toMatchObject({
    ok: true,
    sql: `${insertUser} ON CONFLICT ("Email") DO UPDATE SET "order" = excluded."order"`,
  });
  const group = made(
    "mysql",
    "CREATE TABLE `group`(`order` INT PRIMARY KEY, `select` VARCHAR(9)); INSERT INTO `group` VALUES(1,'a')",
  );
  const insertGroup = 'INSERT INTO `group` VALUES(1,"it\\\'s")';
  for (const dialect of ["sqlite", "postgresql"] as const) {
    expect(cells(group, insertGroup, dialect).get("ON CONFLICT DO UPDATE")).toMatchObject({
      ok: true,
      tables: { group: [[1, "it's"]] },
    });
  }
});

test("defaults are carried along, or are said to be left behind", () => {
  const db = made(
    "sqlite",
    `CREATE TABLE u(e TEXT UNIQUE, at TEXT NOT NULL DEFAULT (datetime('now')), n INT NOT NULL DEFAULT (1+1),
      r TEXT DEFAULT (hex(randomblob(4))), s TEXT DEFAULT 'x')`,
  );
  for (const dialect of ["postgresql", "mysql"] as const) {
    const cell = cells(db, "INSERT INTO u(e) VALUES ('a')", dialect).get("INSERT");
    expect(cell).toMatchObject({
      ok: true,
      tables: { u: [["a", expect.anything(), 2, null, "x"]] },
    });
    expect(cell?.note).toContain("Left behind: DEFAULT hex(randomblob(4)) of u.r.");
  }
  const stamps = made("postgresql", "CREATE TABLE s(a int, t timestamptz NOT NULL DEFAULT now())");
  for (const dialect of ["sqlite", "mysql"] as const) {
    expect(cells(stamps, "INSERT INTO s(a) VALUES (1)", dialect).get("INSERT")).toMatchObject({
      ok: true,
    });
  }
});

test("keys of some rows and of expressions are carried along where there are any", () => {
  const db = made(
    "sqlite",
    `CREATE TABLE c(a INT, act BOOL); CREATE UNIQUE INDEX ci ON c(a) WHERE act; INSERT INTO c VALUES(1,true)`,
  );
  const sql = "INSERT INTO c VALUES(1,true)";
  expect(cells(db, sql, "sqlite").get("ON CONFLICT DO UPDATE")).toMatchObject({
    ok: true,
    sql: `${sql} ON CONFLICT (a) WHERE act DO UPDATE SET act = excluded.act`,
  });
  expect(cells(db, sql, "postgresql").get("INSERT")).toMatchObject({ ok: false });
  expect(cells(db, sql, "mysql").get("INSERT")?.note).toBe("Left behind: unique index ci.");
  const lower = made(
    "postgresql",
    "CREATE TABLE l(a varchar(9)); CREATE UNIQUE INDEX low ON l(lower(a)); INSERT INTO l VALUES('A')",
  );
  for (const dialect of ["sqlite", "mysql"] as const) {
    const cell = cells(lower, "INSERT INTO l VALUES('a')", dialect).get("INSERT");
    expect(cell?.ok).toBe(false);
  }
});

test.each([
  ["sqlite", "CREATE TABLE t(a TEXT COLLATE RTRIM UNIQUE)", "mysql", "collation RTRIM of t.a"],
  [
    "sqlite",
    "CREATE TABLE t(a TEXT COLLATE NOCASE UNIQUE)",
    "postgresql",
    "collation NOCASE of t.a",
  ],
  ["sqlite", "CREATE TABLE t(a REFERENCES t(b), b UNIQUE)", "mysql", "PRAGMA foreign_keys is off"],
  [
    "postgresql",
    "CREATE TABLE t(a int UNIQUE NULLS NOT DISTINCT)",
    "mysql",
    "NULLS NOT DISTINCT of t(a)",
  ],
  [
    "postgresql",
    "CREATE TABLE t(a int4range, EXCLUDE USING gist (a WITH &&))",
    "sqlite",
    "exclusion constraint on t(a)",
  ],
  ["postgresql", "CREATE TABLE t(a varchar(2))", "sqlite", "SQLite holds columns to no length"],
  ["mysql", "CREATE TABLE t(a ENUM('x','y'))", "postgresql", "t.a takes any text"],
  ["mysql", "CREATE TABLE t(a INT UNSIGNED)", "postgresql", "t.a takes negative numbers"],
] as const)("of %s: %s", (from, table, to, note) => {
  const cell = cells(made(from, table), "INSERT INTO t(a) VALUES (NULL)", to).get("INSERT");
  expect(cell?.note).toContain(note);
});

test("precision and a number that is none are told as they are", () => {
  const price = made(
    "postgresql",
    "CREATE TABLE p(n numeric(10,2) UNIQUE); INSERT INTO p VALUES (1.5)",
  );
  expect(cells(price, "INSERT INTO p VALUES (1.501)", "mysql").get("INSERT")?.ok).toBe(false);
  const infinite = made("sqlite", "CREATE TABLE t(a UNIQUE, b); INSERT INTO t VALUES (1, 9e999)");
  const mysql = infinite.whatIf("INSERT INTO t VALUES (1, 2)", { dialects: ["sqlite", "mysql"] });
  expect(mysql.cells.at(-1)?.note).toBe(
    "MySQL cannot hold table t with the rows that it has here: MySQL has no Infinity",
  );
  expect(mysql.cells[0]?.ok).toBe(false);
});

test("what an upsert says is told as each database can hear it", () => {
  const sum = made(
    "sqlite",
    "CREATE TABLE t(a INTEGER PRIMARY KEY, n INT); INSERT INTO t VALUES (1, 5)",
  );
  const upsert =
    "INSERT INTO t VALUES (1, 2) ON CONFLICT(a) DO UPDATE SET n = n + excluded.n WHERE n > 9 RETURNING n";
  const postgresql = cells(sum, upsert, "postgresql").get("ON CONFLICT DO UPDATE");
  expect(postgresql).toMatchObject({ ok: true, tables: { t: [[1, 5]] } });
  const mysql = cells(sum, upsert, "mysql").get("ON DUPLICATE KEY UPDATE");
  expect(mysql?.sql).toBe(
    "INSERT INTO t VALUES (1, 2) AS new ON DUPLICATE KEY UPDATE n = t.n + new.n",
  );
  expect(mysql?.tables.t).toEqual([[1, 7]]);
  expect(mysql?.note).toContain(
    "Left out: RETURNING, which MySQL does not have; the WHERE of DO UPDATE",
  );
  const bytes = made(
    "sqlite",
    "CREATE TABLE b(k BLOB PRIMARY KEY); INSERT INTO b VALUES (x'00ff')",
  );
  for (const dialect of ["postgresql", "mysql"] as const) {
    expect(cells(bytes, "INSERT INTO b VALUES (x'00ff')", dialect).get("INSERT")?.ok).toBe(false);
  }
});
