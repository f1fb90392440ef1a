// By what rows are called, on the real engine: a rowid where one can be asked for, else the key.

import { beforeAll, expect, test } from "vitest";
import init from "../../www/lib/node.ts";
import { outline } from "../../www/state/outline.ts";
import { nth, pointer } from "../../www/text/rows.ts";
import { gateState, laneTitle, rowOrStatement } from "../../www/text.ts";
import { sceneAt, sentences, traced } from "./traced.ts";

beforeAll(() => init());

const USERS =
  "CREATE TABLE u (id INT PRIMARY KEY, email VARCHAR(20) UNIQUE); INSERT INTO u VALUES (200, 'ann');";

test("a row goes by its primary key where its number is the engine's own", () => {
  const mysql = traced("mysql", `${USERS} REPLACE INTO u VALUES (201, 'ann');`);
  const said = sentences(mysql);
  expect(said).toContain("The row with id 200 is written to u.");
  expect(said.join("\n")).toContain("held by the row with id 200. The statement says REPLACE");
  expect(said.join("\n")).toContain("delete the row with id 200, then go on.");
  expect(said).toContain("The row with id 200 is deleted from u.");
  expect(said.join("\n")).not.toMatch(/\brow 1\b/);
  const { hit, lanes } = sceneAt(mysql, mysql.outline.conflicts[0] ?? -1);
  expect(hit?.name).toEqual({ kind: "key", columns: ["id"], values: [200] });
  const gate = lanes[0]?.gates.find((one) => one.state === "closed");
  expect(gate && gateState(gate, hit?.name ?? null)).toBe(
    "closed: the row with id 200 is in the way",
  );
});

test("a key that names the row itself is not said twice", () => {
  const said = sentences(traced("postgresql", `${USERS} INSERT INTO u VALUES (200, 'bob');`));
  expect(said.join("\n")).toContain("id 200 is already in");
  expect(said.join("\n")).not.toContain("held by");
});

test("without a primary key a row goes by the key that collided, or by all that is in it", () => {
  const sql =
    "CREATE TABLE t (a INT UNIQUE, b INT UNIQUE); INSERT INTO t VALUES (1, 2);" +
    " INSERT INTO t VALUES (1, 3) ON CONFLICT (a) DO UPDATE SET b = 4; DELETE FROM t;";
  const said = sentences(traced("postgresql", sql));
  expect(said).toContain("The row (1, 4) is deleted from t.");
  expect(said.join("\n")).not.toContain("held by row");
});

test("SQLite's rowid can be asked for and stays; a table without it goes by its key", () => {
  const rowid = traced("sqlite", `${USERS} INSERT INTO u VALUES (201, 'ann');`);
  expect(sentences(rowid).join("\n")).toContain("held by row 1.");
  const without = traced(
    "sqlite",
    "CREATE TABLE w (a TEXT PRIMARY KEY, b UNIQUE) WITHOUT ROWID; INSERT INTO w VALUES ('x', 1);" +
      " INSERT INTO w VALUES ('y', 1);",
  );
  expect(sentences(without).join("\n")).toContain("held by the row with a 'x'.");
});

test("the row that arrives is not called by the number of one that is there", () => {
  const run = traced("sqlite", `${USERS} INSERT INTO u VALUES (3, 'x'), (4, 'y'), (5, 'ann');`);
  const said = sentences(run);
  expect(said).toContain("A new row arrives: (200, 'ann').");
  expect(said).toContain("The 3rd new row of 3 arrives: (5, 'ann').");
  const frame = run.outline.rows.find((row) => row.ordinal === 3);
  expect(frame && laneTitle(run, frame)).toBe("3rd new row of 3");
  expect([1, 2, 3, 4, 11, 22].map(nth)).toEqual(["1st", "2nd", "3rd", "4th", "11th", "22nd"]);
});

test("of a statement whose steps were cut it is not said how many rows it has", () => {
  const run = traced("sqlite", `${USERS} INSERT INTO u VALUES (3, 'x'), (4, 'y');`);
  const trace = { ...run.trace, complete: false };
  const cut = { ...run, trace, outline: outline(trace) };
  expect(sentences(cut)).toContain("The 2nd new row arrives: (4, 'y').");
  const { row } = sceneAt(cut, cut.outline.rows.at(-1)?.begin ?? -1);
  expect(rowOrStatement(cut, 0, row)).toBe("row 2");
});

test("beside an index entry there is room for the key alone", () => {
  expect(pointer({ kind: "key", columns: ["a", "b"], values: [1, "x"] })).toBe("a 1 and b 'x'");
  expect(pointer({ kind: "rowid", rowid: 7 })).toBe("row 7");
});
