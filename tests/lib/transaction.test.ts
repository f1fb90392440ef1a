import { expect, test } from "vitest";
import { Database, sqlError, users } from "./setup.ts";

test("it commits what its body did and gives what it returned", () => {
  const db = users();
  const id = db.transaction(() => {
    expect(db.inTransaction).toBe(true);
    return db.query("INSERT INTO users(email) VALUES ('a')").lastInsertRowid;
  });
  expect([id, db.inTransaction, db.rows("users").total]).toEqual([1, false, 1]);
});

test("what its body throws takes back what it did", () => {
  const db = users();
  const thrown = new Error("enough");
  const body = () => {
    db.exec("INSERT INTO users(email) VALUES ('a')");
    throw thrown;
  };
  expect(() => db.transaction(body)).toThrow(thrown);
  expect([db.inTransaction, db.rows("users").total]).toEqual([false, 0]);
});

test.each(["sqlite", "postgresql", "mysql"] as const)(
  "inside another it is a savepoint: %s",
  (dialect) => {
    const db = new Database({ dialect });
    db.exec("CREATE TABLE t(a int PRIMARY KEY)");
    const add = (a: number) => db.exec(`INSERT INTO t VALUES (${a})`);
    db.transaction(() => {
      add(1);
      db.transaction(() => add(2));
      const inner = sqlError(() =>
        db.transaction(() => {
          add(3);
          db.transaction(() => add(4));
          add(1);
        }),
      );
      expect(inner.conflict?.key).toEqual([1]);
      expect(db.transactionState).toBe("open");
      add(5);
    });
    expect(db.query("SELECT a FROM t ORDER BY a").rows).toEqual([[1], [2], [5]]);
  },
);

test("a promise is refused, and what its body did so far is taken back", () => {
  const db = users();
  const body = async () => db.exec("INSERT INTO users(email) VALUES ('a')");
  expect(() => db.transaction(body)).toThrow(TypeError);
  expect([db.inTransaction, db.rows("users").total]).toEqual([false, 0]);
});

test("a commit that does not commit is an error", () => {
  const db = users();
  const lost = () =>
    db.transaction(() => {
      db.exec("INSERT INTO users VALUES (1, 'a', NULL)");
      sqlError(() => db.exec("INSERT OR ROLLBACK INTO users VALUES (1, 'b', NULL)"));
    });
  expect(sqlError(lost).message).toMatch(/not committed/);
  expect([db.inTransaction, db.rows("users").total]).toEqual([false, 0]);
});

test("PostgreSQL's failed transaction is not committed", () => {
  const db = new Database({ dialect: "postgresql" });
  db.exec("CREATE TABLE t(a int PRIMARY KEY)");
  const failed = () =>
    db.transaction(() => {
      db.exec("INSERT INTO t VALUES (1)");
      sqlError(() => db.exec("INSERT INTO t VALUES (1)"));
    });
  expect(sqlError(failed).code).toBe("25P02");
  expect([db.transactionState, db.rows("t").total]).toEqual(["idle", 0]);
});

test("in a transaction that was begun by hand it is a savepoint", () => {
  const db = users();
  db.exec("BEGIN; INSERT INTO users(email) VALUES ('a')");
  expect(() =>
    db.transaction(() => db.exec("INSERT INTO users(email) VALUES ('b'), ('a')")),
  ).toThrow();
  expect(db.inTransaction).toBe(true);
  db.exec("COMMIT");
  expect(db.query("SELECT email FROM users").rows).toEqual([["a"]]);
});
