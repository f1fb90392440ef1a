// Sentences that are easily wrong: which CHECK, why a second update is refused, what a foreign key does.

import { beforeAll, expect, test } from "vitest";
import init from "../../www/lib/node.ts";
import { checkName, errorWords, gateColumns, gateCondition } from "../../www/text.ts";
import { sceneAt, sentences, traced } from "./traced.ts";

beforeAll(() => init());

const CHECKS =
  "CREATE TABLE t(n INT CHECK(n>0) CHECK(n<10), m INT, CHECK(m>n), CONSTRAINT nice CHECK(m<100));" +
  "INSERT INTO t VALUES(20,5);";

test("a CHECK goes by its name, else by its condition, as in the error", () => {
  const run = traced("sqlite", CHECKS);
  const gates = sceneAt(run, run.outline.conflicts[0] ?? -1).lanes[0]?.gates ?? [];
  expect(gates.map((gate) => [gateColumns(gate), gateCondition(gate)])).toEqual([
    ["n>0", ""],
    ["n<10", ""],
    ["m>n", ""],
    ["nice", "m<100"],
  ]);
  expect(sentences(run)).toEqual(
    expect.arrayContaining(["CHECK (n>0) holds.", "CHECK (n<10) does not hold."]),
  );
  expect(run.error?.message).toBe("CHECK constraint failed: n<10");
  const [, , , nice] = run.trace.plans[0]?.checks ?? [];
  expect(nice && checkName(nice)).toBe("CHECK nice (m<100)");
});

test("a row that one statement would change twice is why PostgreSQL refuses it", () => {
  const run = traced(
    "postgresql",
    "CREATE TABLE k(a INT PRIMARY KEY, v INT);INSERT INTO k VALUES(1,1);" +
      "INSERT INTO k VALUES(1,2),(1,3) ON CONFLICT(a) DO UPDATE SET v=excluded.v;",
  );
  const [first = -1, second = -1] = run.outline.conflicts;
  const said = sentences(run);
  expect(said[first]).toContain("DO UPDATE: update the row that is there instead.");
  expect(said[second]).toContain(
    "The statement says DO UPDATE: this statement has already written that row, and PostgreSQL " +
      "refuses to change it twice, so stop with an error and undo this statement.",
  );
});

test("an error of a query in SET is no second change", () => {
  const run = traced(
    "postgresql",
    "CREATE TABLE k(a INT PRIMARY KEY, v INT);INSERT INTO k VALUES(1,1),(2,2);" +
      "INSERT INTO k VALUES(1,2) ON CONFLICT(a) DO UPDATE SET v=(SELECT v FROM k);",
  );
  expect(run.error?.code).toBe("21000");
  expect(sentences(run)[run.outline.conflicts[0] ?? -1]).not.toContain("already written");
});

test("a foreign key says what it does, and an end what has ended", () => {
  const tables =
    "CREATE TABLE u(id INTEGER PRIMARY KEY);" +
    "CREATE TABLE o(id INTEGER PRIMARY KEY,u INTEGER REFERENCES u ON DELETE CASCADE ON UPDATE SET NULL);" +
    "INSERT INTO u VALUES(1),(2);INSERT INTO o VALUES(10,1),(11,2);";
  const sqlite = sentences(
    traced(
      "sqlite",
      `PRAGMA foreign_keys=on;${tables}CREATE TRIGGER w AFTER INSERT ON u BEGIN SELECT 1; END;
       UPDATE u SET id=3 WHERE id=2;REPLACE INTO u VALUES(1);`,
    ),
  );
  expect(sqlite).toEqual(
    expect.arrayContaining([
      "The foreign key of o (u) says ON DELETE CASCADE: the rows of o that refer to the row are deleted with it.",
      "The foreign key of o (u) says ON UPDATE SET NULL: the rows of o that refer to the row get NULL in place of its key.",
      "The foreign key has done its work.",
      "Trigger w is done.",
      "Some checks were kept for the end. By now all is well, so there is nothing left to check.",
      "The checks that were kept for the end are done.",
      "REPLACE is done: 1 replaced, 1 deleted.",
    ]),
  );
  const postgresql = sentences(traced("postgresql", `${tables}DELETE FROM u WHERE id=1;`));
  expect(postgresql).toContain(
    "Foreign key o_u_fkey of o (u) says ON DELETE CASCADE: the rows of o that refer to the row are deleted with it.",
  );
  expect([...sqlite, ...postgresql].join()).not.toContain("called from");
});

test("the page's limit of time is said in seconds", () => {
  const run = traced("sqlite", "SELECT 1;");
  const message = "statement ended: it ran longer than the limit of time allows (timeMs)";
  const error = { code: "SQLITE_ERROR", message, limit: "timeMs", statementIndex: 0 } as const;
  expect(errorWords({ ...run, time: 30_000 }, error)).toBe(
    "Ended after 30 seconds. That is the longest that a statement may take here.",
  );
  expect(errorWords({ ...run, time: 1000 }, error)).toBe(
    "Stopped: this statement takes longer than 1 second.",
  );
  expect(errorWords(run, { ...error, limit: "depth" })).toBe(message);
});
