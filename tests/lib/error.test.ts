import { expect, test } from "vitest";
import { Database, type Dialect, SqlError, sqlError, users } from "./setup.ts";

const table = "CREATE TABLE users(id int PRIMARY KEY, email varchar(20) UNIQUE, n int NOT NULL)";

function collide(dialect: Dialect): SqlError {
  const db = new Database({ dialect });
  db.exec(`${table}; INSERT INTO users VALUES (1, 'a', 5)`);
  return sqlError(() => db.exec("SELECT 1; INSERT INTO users VALUES (2, 'b', 6), (3, 'a', 7)"));
}

test("a collision in SQLite", () => {
  const error = collide("sqlite");
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: "SqlError",
    message: "UNIQUE constraint failed: users.email",
    code: "SQLITE_CONSTRAINT_UNIQUE",
    errcode: 2067,
    errstr: "constraint failed",
    statementIndex: 1,
    span: { source: 0, start: 10, end: 59, line: 1, column: 11 },
    conflict: {
      kind: "unique",
      table: "users",
      index: "sqlite_autoindex_users_2",
      columns: ["email"],
      key: ["a"],
      incoming: { ordinal: 2, row: [3, "a", 7] },
      existing: [{ rowid: 1, row: [1, "a", 5] }],
      also: [],
      clause: "ABORT",
      clauseOrigin: "default",
      undone: "statement",
    },
  });
  for (const name of ["severity", "detail", "errno", "sqlState", "limit", "batchIndex"] as const) {
    expect(error).toHaveProperty(name, undefined);
  }
  expect(error.stack).toMatch(/^SqlError: UNIQUE constraint failed/);
});

test("a collision in PostgreSQL has node-postgres' fields", () => {
  expect(collide("postgresql")).toMatchObject({
    message: 'duplicate key value violates unique constraint "users_email_key"',
    code: "23505",
    severity: "ERROR",
    detail: "Key (email)=(a) already exists.",
    schema: "public",
    table: "users",
    constraint: "users_email_key",
    column: undefined,
    errcode: undefined,
    errno: undefined,
    conflict: { constraint: "users_email_key", undone: "statement" },
  });
});

test("a position in PostgreSQL counts characters from 1", () => {
  const db = new Database({ dialect: "postgresql" });
  const error = sqlError(() => db.exec("SELECT '😀', nothing"));
  expect(error).toMatchObject({ code: "42703", position: "13", span: { start: 13, column: 14 } });
});

test("a collision in MySQL has mysql2's fields", () => {
  const message = "Duplicate entry 'a' for key 'users.email'";
  expect(collide("mysql")).toMatchObject({
    message,
    code: "ER_DUP_ENTRY",
    errno: 1062,
    sqlState: "23000",
    sqlMessage: message,
    errcode: undefined,
    severity: undefined,
    conflict: { index: "email", key: ["a"] },
  });
});

test("every collision of a row is told, with the word that decided", () => {
  const db = users();
  db.exec("INSERT INTO users VALUES (1, 'a', 'x'), (2, 'b', 'y')");
  const { conflict } = sqlError(() =>
    db.exec("INSERT OR FAIL INTO users VALUES (3, 'c', 'z'), (1, 'b', 'y')"),
  );
  const { clause, clauseOrigin, undone, incoming, also } = conflict ?? {};
  expect([clause, clauseOrigin, undone, incoming?.ordinal]).toEqual([
    "FAIL",
    "statement",
    "nothing",
    2,
  ]);
  expect(conflict?.kind).toBe("primary key");
  expect(
    also?.map(({ columns, existing }) => [columns, existing.map(({ rowid }) => rowid)]),
  ).toEqual([
    [["name"], [2]],
    [["email"], [2]],
  ]);
  expect(db.rows("users").total).toBe(3);
});

test("NOT NULL and CHECK are conflicts, too", () => {
  const db = new Database();
  db.exec("CREATE TABLE t(a NOT NULL, b CHECK (b > 0))");
  const missing = sqlError(() => db.exec("INSERT INTO t VALUES (NULL, 1)"));
  expect(missing.conflict).toMatchObject({ kind: "not null", columns: ["a"], existing: [] });
  const wrong = sqlError(() => db.exec("INSERT INTO t VALUES (1, -1)"));
  expect(wrong).toMatchObject({
    errcode: 275,
    conflict: { kind: "check", incoming: { row: [1, -1] } },
  });
});

test("a syntax error points at its place and changes nothing", () => {
  const db = users();
  const error = sqlError(() =>
    db.exec("INSERT INTO users(id) VALUES (1);\nSELECT 'é' FRM users x"),
  );
  expect(error).toMatchObject({ code: "SQLITE_ERROR", statementIndex: 1 });
  expect(error.span).toMatchObject({ line: 2 });
  expect(error.conflict).toBeUndefined();
});

test("what is not there is named", () => {
  const error = sqlError(() => new Database().exec("ATTACH 'a/x' AS y"));
  expect(error.unsupported).toBeTruthy();
  expect(error.code).toBe("SQLITE_ERROR");
});

test("an error travels as JSON and comes back the same", () => {
  const db = users({ readBigInts: true });
  const script =
    "INSERT INTO users VALUES (1, 'a', x'00ff'); SELECT *, 1.5 FROM users; INSERT INTO users VALUES (1, 'a', 'n')";
  const error = sqlError(() => db.exec(script));
  const revived = SqlError.from(JSON.parse(JSON.stringify(error)));
  expect(revived).toBeInstanceOf(SqlError);
  expect(revived.message).toBe(error.message);
  expect({ ...revived }).toEqual({ ...error });
  expect(revived.results[1]?.rows).toEqual([[1n, "a", new Uint8Array([0, 255]), 1.5]]);
  expect(() => SqlError.from({ message: "x" })).toThrow(TypeError);
  expect(() => SqlError.from(null)).toThrow(TypeError);
});
