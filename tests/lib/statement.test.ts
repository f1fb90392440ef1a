import { expect, test } from "vitest";
import { Database, sqlError, users } from "./setup.ts";

test("run says what was written", () => {
  const db = users();
  const insert = db.prepare("INSERT OR IGNORE INTO users(email, name) VALUES (?, ?)");
  const nothing = { inserted: 0, updated: 0, replaced: 0, deleted: 0, ignored: 0, unchanged: 0 };
  expect(insert.run("a", "ann")).toEqual({
    changes: 1,
    lastInsertRowid: 1,
    outcome: { ...nothing, inserted: 1 },
  });
  expect(insert.run(["a", "bob"])).toEqual({
    changes: 0,
    lastInsertRowid: 1,
    outcome: { ...nothing, ignored: 1 },
  });
  const replace = db.prepare("REPLACE INTO users VALUES (1, 'b', 'ann')");
  expect(replace.run().outcome).toEqual({ ...nothing, replaced: 1, deleted: 1 });
  const upsert = db.prepare(
    "INSERT INTO users(email) VALUES ('b') ON CONFLICT DO UPDATE SET name = 'eve'",
  );
  expect(upsert.run().outcome).toEqual({ ...nothing, updated: 1 });
});

test("rows come as objects, arrays or single values", () => {
  const db = users();
  db.exec("INSERT INTO users VALUES (1, 'a', 'ann'), (2, 'b', NULL)");
  const all = db.prepare("SELECT id, name FROM users ORDER BY id");
  expect(all.all()).toEqual([
    { id: 1, name: "ann" },
    { id: 2, name: null },
  ]);
  expect(all.get()).toEqual({ id: 1, name: "ann" });
  expect([...all.raw().iterate()]).toEqual([
    [1, "ann"],
    [2, null],
  ]);
  expect(all.pluck().all()).toEqual([1, 2]);
  expect(all.pluck(false).get()).toEqual({ id: 1, name: "ann" });
  expect(db.prepare("SELECT * FROM users WHERE id = ?").get(9)).toBeUndefined();
});

test("a column may have any name, and of two with one name the last counts", () => {
  const row = new Database().prepare(`SELECT 1 AS a, 2 AS a, 3 AS "__proto__", 4 AS ""`).get();
  expect(Object.entries(row ?? {})).toEqual([
    ["a", 2],
    ["__proto__", 3],
    ["", 4],
  ]);
});

test("a long result arrives whole", () => {
  const db = users();
  const rows = Array.from({ length: 30_000 }, (_, i) => [i, `ä${i}@x`, null]);
  db.prepare("INSERT INTO users VALUES (?, ?, ?)").runMany(rows);
  const read = db.prepare("SELECT * FROM users ORDER BY id").raw();
  expect(read.all()).toEqual(rows);
  expect(db.rows("users").rows).toEqual(rows);
  let sum = 0;
  for (const id of db.prepare("SELECT id FROM users").pluck().iterate()) sum += Number(id);
  expect(sum).toBe((29_999 * 30_000) / 2);
});

test("columns tell where they come from, also after the table has changed", () => {
  const db = users();
  const statement = db.prepare("SELECT *, id + 1 AS next FROM users");
  const names = () => statement.columns().map(({ name }) => name);
  expect(statement.columns()[1]).toEqual({
    name: "email",
    table: "users",
    column: "email",
    type: "TEXT",
  });
  expect(statement.columns()[3]).toEqual({ name: "next", table: null, column: null, type: null });
  db.exec("INSERT INTO users VALUES (1, 'a', 'ann')");
  expect(statement.get()).toEqual({ id: 1, email: "a", name: "ann", next: 2 });
  db.exec("DROP TABLE users; CREATE TABLE users(id, age); INSERT INTO users VALUES (1, 30)");
  expect(statement.get()).toEqual({ id: 1, age: 30, next: 2 });
  expect(names()).toEqual(["id", "age", "next"]);
});

test("RETURNING gives rows", () => {
  const db = users();
  const insert = db.prepare("INSERT INTO users(email) VALUES (?) RETURNING id, email");
  expect(insert.get("a")).toEqual({ id: 1, email: "a" });
  expect(insert.all("b")).toEqual([{ id: 2, email: "b" }]);
  expect(insert.run("c").changes).toBe(1);
});

test("a statement about the session gives rows, too", () => {
  const pragma = new Database().prepare("PRAGMA foreign_keys");
  expect(pragma.get()).toEqual({ foreign_keys: 0 });
  expect(pragma.raw().all()).toEqual([[0]]);
});

test("prepare takes exactly one statement and keeps its text", () => {
  const db = users();
  expect(db.prepare(" SELECT 1; ").sql).toBe(" SELECT 1; ");
  for (const sql of ["", "-- nothing", "SELECT 1; SELECT 2"]) {
    expect(sqlError(() => db.prepare(sql)).message).toMatch(/no statement|more than one statement/);
  }
  const error = sqlError(() => db.prepare("SELECT 1 FRM users x y"));
  expect([error.code, error.errcode]).toEqual(["SQLITE_ERROR", 1]);
});

test("a disposed statement says so, and a second dispose is harmless", () => {
  const db = users();
  const statement = db.prepare("SELECT 1");
  const other = db.prepare("SELECT 2").pluck();
  statement[Symbol.dispose]();
  statement[Symbol.dispose]();
  const third = db.prepare("SELECT 3").pluck();
  expect(sqlError(() => statement.get()).message).toBe("the statement is disposed of");
  expect([other.get(), third.get()]).toEqual([2, 3]);
});
