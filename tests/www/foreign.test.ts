// Foreign keys as gates and collisions, on the real engine in all three dialects.

import { beforeAll, expect, test } from "vitest";
import init from "../../www/lib/node.ts";
import { DIALECTS } from "../../www/state/state.ts";
import type { Dialect } from "../../www/state/trace.ts";
import { gateColumns, noGates, noRows } from "../../www/text.ts";
import { sceneAt, sentences, traced } from "./traced.ts";

beforeAll(() => init());

const TABLES =
  "CREATE TABLE p (id INTEGER PRIMARY KEY);" +
  " CREATE TABLE c (cid INTEGER PRIMARY KEY, pid INTEGER, FOREIGN KEY (pid) REFERENCES p (id));" +
  " INSERT INTO p VALUES (1);";

function run(dialect: Dialect, sql: string, tables = TABLES) {
  const pragma = dialect === "sqlite" ? "PRAGMA foreign_keys = ON; " : "";
  return traced(dialect, `${pragma}${tables} ${sql}`);
}

test.each(DIALECTS)("%s: a parent that is missing closes a gate", (dialect) => {
  const missing = run(dialect, "INSERT INTO c VALUES (1, 1), (2, 99), (3, 1);");
  const { conflicts } = missing.outline;
  expect(conflicts).toHaveLength(1);
  const [at = -1] = conflicts;
  expect(sentences(missing)[at]).toMatch(
    /^No row of p has id 99, which the foreign key asks for\. No .*: stop with an error and undo this statement\.$/,
  );
  const [lane] = sceneAt(missing, at).lanes;
  const gate = lane?.gates[lane.position];
  expect(lane?.values).toEqual([2, 99]);
  expect(gate).toMatchObject({ state: "closed", check: { kind: "foreign key", columns: ["pid"] } });
  expect(gate && gateColumns(gate)).toBe("→ p (id)");
  expect(lane?.decision?.consequence.kind).toBe("stop");
});

test.each(DIALECTS)("%s: a row that is referred to stops its deletion", (dialect) => {
  const kept = run(dialect, "INSERT INTO c VALUES (5, 1); DELETE FROM p;");
  const [at = -1] = kept.outline.conflicts;
  expect(kept.outline.conflicts).toHaveLength(1);
  expect(sentences(kept)[at]).toMatch(
    /^The row with id 1 of p is still referred to by \(5, 1\)\. The statement fails: /,
  );
  expect(sceneAt(kept, at).lanes).toEqual([]);
  expect(noRows(kept, at)).toContain("a foreign key of another row");
});

test("a foreign key that is kept is an open gate", () => {
  const kept = run("sqlite", "INSERT INTO c VALUES (1, 1);");
  const asked = kept.trace.steps.findIndex((step) => step.kind === "parent");
  const states = (step: number) => sceneAt(kept, step).lanes[0]?.gates.map((gate) => gate.state);
  expect(states(asked - 1)).toEqual(["here", "ahead"]);
  expect(states(asked)).toEqual(["open", "here"]);
  expect(states(asked + 1)).toEqual(["open", "open"]);
  expect(kept.outline.conflicts).toEqual([]);
});

test("MySQL's IGNORE leaves the row out", () => {
  const ignored = run("mysql", "INSERT IGNORE INTO c VALUES (2, 99);");
  const [at = -1] = ignored.outline.conflicts;
  expect(sentences(ignored)[at]).toContain("The statement says IGNORE: skip this row");
  const [lane] = sceneAt(ignored, at).lanes;
  expect(lane?.decision).toMatchObject({ action: "IGNORE", consequence: { kind: "skip" } });
});

test("a foreign key on a table that is not there says so", () => {
  const tables =
    "SET foreign_key_checks = 0; CREATE TABLE f (a INT, FOREIGN KEY (a) REFERENCES later (id));" +
    " SET foreign_key_checks = 1;";
  const none = run("mysql", "INSERT INTO f VALUES (3);", tables);
  expect(sentences(none)[none.outline.conflicts[0] ?? -1]).toMatch(
    /^The table that the foreign key asks is not there\. No clause says otherwise: stop/,
  );
});

test("a deferred key that is missing for now is no collision until it is judged", () => {
  const tables = TABLES.replace("(id))", "(id) DEFERRABLE INITIALLY DEFERRED)");
  const sql = "BEGIN; INSERT INTO c VALUES (1, 99); COMMIT;";
  const deferred = run("sqlite", sql, tables);
  const asked = deferred.trace.steps.flatMap((step, i) => (step.kind === "parent" ? [i] : []));
  expect(asked).toHaveLength(2);
  expect(deferred.outline.conflicts).toEqual([asked[1]]);
  expect(sentences(deferred)[asked[0] ?? -1]).toContain("asked again at the end");
  expect(sentences(deferred)[asked[1] ?? -1]).toContain("; the transaction stays open.");
  const postgresql = run("postgresql", sql, tables);
  expect(sentences(postgresql)[postgresql.outline.conflicts[0] ?? -1]).toContain(
    "stop with an error and roll the transaction back.",
  );
  const [lane] = sceneAt(deferred, asked[0] ?? -1).lanes;
  expect(lane?.gates.at(-1)).toMatchObject({ state: "passed", reason: "asked later" });
});

test("a row without gates is told why it has none", () => {
  const tables =
    "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE k (pid INTEGER REFERENCES p (id));";
  const insert = "INSERT INTO p VALUES (1); INSERT INTO k VALUES (1);";
  const why = (of: ReturnType<typeof run>) => {
    const last = of.outline.rows.at(-1);
    const [lane] = sceneAt(of, last?.begin ?? -1).lanes;
    return lane === undefined ? "" : noGates(of, lane);
  };
  expect(why(run("postgresql", insert, tables))).toContain("judged once the statement is done");
  expect(why(traced("sqlite", `${tables} ${insert}`))).toContain("its foreign key is not asked");
  const free = run("postgresql", "INSERT INTO f VALUES (1);", "CREATE TABLE f (a INT);");
  expect(why(free)).toContain("No constraint watches");
  const cut = traced("sqlite", "CREATE TABLE u (a UNIQUE); INSERT INTO u VALUES (1);");
  const begin = cut.outline.rows[0]?.begin ?? -1;
  const frame = cut.outline.rows[0];
  if (frame !== undefined) frame.ended = null;
  const [lane] = sceneAt(cut, begin).lanes;
  const short = { ...cut, trace: { ...cut.trace, complete: false } };
  expect(lane && noGates(short, lane)).toContain("The steps that were kept end");
});
