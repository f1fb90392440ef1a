import { expect, test } from "vitest";
import { Database, type Params, sqlError, users } from "./setup.ts";

const insert = "INSERT INTO users(id, email, name) VALUES (?, ?, ?)";
const rows = (count: number, from = 1): Params[] =>
  Array.from({ length: count }, (_, i) => [from + i, `e${from + i}`, null]);

test("the counts are those of the whole batch", () => {
  const db = users();
  db.exec("INSERT INTO users VALUES (3, 'x', 'y')");
  const result = db
    .prepare(`${insert} ON CONFLICT(id) DO UPDATE SET name = 'met'`)
    .runMany(rows(5));
  expect(result).toEqual({
    changes: 5,
    lastInsertRowid: 5,
    outcome: { inserted: 4, updated: 1, replaced: 0, deleted: 0, ignored: 0, unchanged: 0 },
  });
  expect([db.inTransaction, db.totalChanges]).toEqual([false, 6]);
});

test("rows may be named, and come from any iterable", () => {
  const db = new Database();
  db.exec("CREATE TABLE t(a, b)");
  const statement = db.prepare("INSERT INTO t VALUES (:a, :b)");
  function* generate() {
    for (let i = 0; i < 5000; i += 1) yield { b: `ö${i}`, a: i % 2 === 0 ? null : -i };
  }
  expect(statement.runMany(generate()).changes).toBe(5000);
  expect(db.rows("t", { offset: 4998 }).rows).toEqual([
    [null, "ö4998"],
    [-4999, "ö4999"],
  ]);
  expect(statement.runMany([]).changes).toBe(0);
});

test("texts of every length and blobs keep their places", () => {
  const db = new Database();
  db.exec("CREATE TABLE t(a, b, c)");
  const given = Array.from({ length: 3000 }, (_, i) => [
    "ab".repeat(i % 97),
    i % 3 === 0 ? new Uint8Array(i % 50) : "€".repeat(i % 5),
    i % 7 === 0 ? 2n ** 60n + BigInt(i) : i / 2,
  ]);
  db.prepare("INSERT INTO t VALUES (?, ?, ?)").runMany(given);
  expect(db.rows("t").rows).toEqual(given);
});

test.each([0, 1, 2047, 2048, 4100])("an error at row %i undoes the batch and names it", (at) => {
  const db = users();
  db.exec(`BEGIN; INSERT INTO users VALUES (0, 'e${at + 1}', 'kept')`);
  const error = sqlError(() => db.prepare(insert).runMany(rows(4500)));
  expect([error.batchIndex, error.message]).toEqual([at, "UNIQUE constraint failed: users.email"]);
  expect(error.conflict?.existing).toEqual([{ rowid: 0, row: [0, `e${at + 1}`, "kept"] }]);
  expect([db.inTransaction, db.rows("users").total]).toEqual([true, 1]);
  db.exec("COMMIT");
  expect(db.rows("users").total).toBe(1);
});

test("alone, a batch that fails leaves no transaction behind", () => {
  const db = users();
  const error = sqlError(() => db.prepare(insert).runMany([...rows(2), [9, "e1", null]]));
  expect([error.batchIndex, db.inTransaction, db.rows("users").total]).toEqual([2, false, 0]);
});

test("where the error ends the transaction all is undone, and it says so", () => {
  const db = users();
  db.exec("BEGIN; INSERT INTO users VALUES (100, 'e2', NULL)");
  const statement = db.prepare(insert.replace("INSERT", "INSERT OR ROLLBACK"));
  const error = sqlError(() => statement.runMany(rows(3)));
  expect([error.batchIndex, error.conflict?.undone]).toEqual([1, "transaction"]);
  expect([db.inTransaction, db.rows("users").total]).toEqual([false, 0]);
});

test("OR FAIL keeps nothing of a batch, since the batch is undone as a whole", () => {
  const db = users();
  const statement = db.prepare(insert.replace("INSERT", "INSERT OR FAIL"));
  expect(sqlError(() => statement.runMany([...rows(2), ...rows(1)])).batchIndex).toBe(2);
  expect(db.rows("users").total).toBe(0);
});

test("what an iterable or a value throws undoes the batch and is passed on", () => {
  const db = users();
  function* broken(): Generator<Params> {
    yield* rows(3000);
    throw new RangeError("no more");
  }
  expect(() => db.prepare(insert).runMany(broken())).toThrow(new RangeError("no more"));
  const wrong: unknown[] = [...rows(1), [2, new Date(), null]];
  expect(() => db.prepare(insert).runMany(wrong as Params[])).toThrow(/parameter 2: an object/);
  expect(() => db.prepare(insert).runMany([[1]])).toThrow("has 3 parameters and 1 value was given");
  expect([db.inTransaction, db.rows("users").total]).toEqual([false, 0]);
});

test("a batch may run inside another's iteration", () => {
  const db = users();
  db.exec("CREATE TABLE log(id)");
  const [outer, inner] = [db.prepare(insert), db.prepare("INSERT INTO log VALUES (?)")];
  function* generate(): Generator<Params> {
    for (const row of rows(3)) {
      inner.runMany([[1], [2]]);
      yield row;
    }
  }
  outer.runMany(generate());
  expect([db.rows("users").total, db.rows("log").total, db.inTransaction]).toEqual([3, 6, false]);
});

test("PostgreSQL and MySQL count in their own ways", () => {
  const postgresql = new Database({ dialect: "postgresql" });
  postgresql.exec("CREATE TABLE t(a int PRIMARY KEY)");
  const many = postgresql.prepare("INSERT INTO t VALUES ($1)").runMany([[1], [2]]);
  expect(many).toMatchObject({ changes: 2, rowCount: 2, lastInsertRowid: 0 });
  expect(
    sqlError(() => postgresql.prepare("INSERT INTO t VALUES ($1)").runMany([[3], [1]])),
  ).toMatchObject({ code: "23505", batchIndex: 1 });
  expect([postgresql.transactionState, postgresql.rows("t").total]).toEqual(["idle", 2]);
  const mysql = new Database({ dialect: "mysql" });
  mysql.exec("CREATE TABLE t(a int PRIMARY KEY, b int)");
  const upsert = mysql.prepare("INSERT INTO t VALUES (?, ?) ON DUPLICATE KEY UPDATE b = VALUES(b)");
  const counted = upsert.runMany([
    [1, 1],
    [1, 2],
    [1, 2],
  ]);
  expect(counted).toMatchObject({ affectedRows: 3, insertId: 0 });
});
