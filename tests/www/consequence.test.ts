// What came of a decision, on the real engine: the same word does different things.

import { beforeAll, expect, test } from "vitest";
import init, { Database } from "../../www/lib/node.ts";
import { consequence } from "../../www/state/consequence.ts";
import { outline } from "../../www/state/outline.ts";
import type { Dialect } from "../../www/state/trace.ts";

beforeAll(() => init());

function outcomes(dialect: Dialect, sql: string) {
  const db = new Database({ dialect });
  const trace = db.trace(sql);
  db.close();
  const marked = outline(trace);
  return marked.conflicts.map((step) => consequence(trace, marked, step));
}

const TABLE = "CREATE TABLE t (a INT PRIMARY KEY, b INT NOT NULL, c INT UNIQUE);";

test("IGNORE leaves a row out in SQLite and puts zero for NULL in MySQL", () => {
  const sqlite = outcomes("sqlite", `${TABLE} INSERT OR IGNORE INTO t VALUES (1, NULL, 1);`);
  expect(sqlite).toEqual([{ kind: "skip" }]);
  const mysql = outcomes("mysql", `${TABLE} INSERT IGNORE INTO t VALUES (1, NULL, 1), (1, 2, 2);`);
  expect(mysql).toEqual([{ kind: "fill", column: "b", value: 0 }, { kind: "skip" }]);
});

test("REPLACE of a NULL takes the default, and stops where there is none", () => {
  const sql =
    "CREATE TABLE d (a, b NOT NULL DEFAULT 7); INSERT OR REPLACE INTO d VALUES (1, NULL);";
  expect(outcomes("sqlite", sql)).toEqual([{ kind: "fill", column: "b", value: 7 }]);
  const none = outcomes("sqlite", `${TABLE} INSERT OR REPLACE INTO t VALUES (1, NULL, 1);`);
  expect(none).toEqual([{ kind: "stop", failed: false }]);
});

test("REPLACE deletes at each gate the rows that are in the way there", () => {
  const sql = `${TABLE} INSERT INTO t VALUES (1, 1, 1), (2, 2, 2); REPLACE INTO t VALUES (1, 9, 2);`;
  const rows = outcomes("sqlite", sql);
  expect(rows).toHaveLength(2);
  expect(rows.every((came) => came.kind === "delete")).toBe(true);
});

test("DO UPDATE updates, also where its WHERE says no", () => {
  const insert = "INSERT INTO t VALUES (1, 1, 1);";
  const upsert = "INSERT INTO t VALUES (1, 2, 3) ON CONFLICT (a) DO UPDATE SET b = 5";
  const sql = `${TABLE} ${insert} ${upsert}; ${upsert} WHERE t.b > 9;`;
  expect(outcomes("postgresql", sql)).toEqual([{ kind: "update" }, { kind: "update" }]);
});

test("an error in a PostgreSQL transaction leaves it refusing everything", () => {
  const insert = "INSERT INTO t VALUES (1, 1, 1);";
  const sql = `${TABLE} ${insert} BEGIN; ${insert} ROLLBACK; ${insert}`;
  expect(outcomes("postgresql", sql)).toEqual([
    { kind: "stop", failed: true },
    { kind: "stop", failed: false },
  ]);
});
