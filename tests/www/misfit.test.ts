// Error messages and other databases' clauses are told from SQL that is only wrong.

import { beforeAll, expect, test } from "vitest";
import init from "../../www/lib/node.ts";
import { misfit } from "../../www/state/misfit.ts";
import type { Dialect } from "../../www/state/trace.ts";
import { misfits } from "../../www/text/misfit.ts";
import { traced } from "./traced.ts";

beforeAll(() => init());

const of = (dialect: Dialect, sql: string) => misfit(traced(dialect, sql));

const ALL: readonly Dialect[] = ["sqlite", "postgresql", "mysql"];

test("a message is known as one, in whatever a client puts around it", () => {
  const messages: [string, Dialect, string | null][] = [
    ["UNIQUE constraint failed: users.email", "sqlite", "key taken"],
    ["Error: UNIQUE constraint failed: users.email", "sqlite", "key taken"],
    ["Runtime error near line 3: UNIQUE constraint failed: t.a (19)", "sqlite", "key taken"],
    ["sqlite3.IntegrityError: NOT NULL constraint failed: t.a", "sqlite", null],
    ["ERROR 1062 (23000): Duplicate entry 'a' for key 't.k'", "mysql", "key taken"],
    ["ERROR 1062 (23000) at line 3: Duplicate entry 'a' for key 't.k'", "mysql", "key taken"],
    ["Duplicate entry 'o''k' for key 'users.email'", "mysql", "key taken"],
    [
      'ERROR:  duplicate key value violates unique constraint "k"\nDETAIL:  Key (email)=(a;b) already exists.',
      "postgresql",
      "key taken",
    ],
    ['duplicate key value violates unique constraint "k"', "postgresql", "key taken"],
    [
      "ERROR:  ON CONFLICT DO UPDATE command cannot affect row a second time",
      "postgresql",
      "row changed twice",
    ],
    ['ERROR:  null value in column "a" violates not-null constraint', "postgresql", null],
  ];
  for (const dialect of ALL) {
    for (const [message, from, about] of messages) {
      expect([message, of(dialect, message)]).toEqual([message, { kind: "message", from, about }]);
    }
  }
  const after = "CREATE TABLE t(a INT);\nERROR 1062 (23000): Duplicate entry 'a' for key 't.k'";
  expect(of("sqlite", after)).toMatchObject({ kind: "message", from: "mysql" });
});

test("another database's clause is named with those who have it", () => {
  const table = "CREATE TABLE t(a INT PRIMARY KEY); ";
  const upsert = "INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE a = 2";
  for (const dialect of ["sqlite", "postgresql"] as const) {
    const found = of(dialect, table + upsert);
    expect(found).toEqual({ kind: "clause", words: "ON DUPLICATE KEY UPDATE", of: ["mysql"] });
  }
  expect(of("mysql", table + upsert)).toBeNull();
  for (const dialect of ["mysql", "postgresql"] as const) {
    const found = of(dialect, `${table}insert or\nreplace INTO t VALUES (1);`);
    expect(found).toEqual({ kind: "clause", words: "INSERT OR REPLACE", of: ["sqlite"] });
    expect(found && misfits(found, dialect)).toMatch(/^INSERT OR REPLACE belongs to SQLite; /);
  }
  expect(of("postgresql", `${table}REPLACE INTO t VALUES (1)`)).toMatchObject({
    words: "REPLACE INTO",
    of: ["sqlite", "mysql"],
  });
  expect(of("mysql", `${table}INSERT INTO t VALUES (1) ON CONFLICT (a) DO NOTHING`)).toMatchObject({
    words: "ON CONFLICT",
    of: ["sqlite", "postgresql"],
  });
});

test("what is only wrong, or stands in quotes, is neither", () => {
  expect(of("sqlite", "SELECT 'ON DUPLICATE KEY UPDATE' FRM t x y")).toBeNull();
  expect(of("sqlite", "SELECT 1 FROM nowhere")).toBeNull();
  expect(of("postgresql", "INSERT INTO t VALUE (1) -- INSERT OR REPLACE")).toBeNull();
  expect(of("sqlite", "CREATE TABLE t(a); INSERT INTO t VALUES ('ERROR: x')")).toBeNull();
});
