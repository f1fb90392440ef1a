// What there is to see at a step, on the hand-written trace of the first lesson.

import { expect, test } from "vitest";
import { outline } from "../../www/state/outline.ts";
import { seek, start } from "../../www/state/player.ts";
import { scene } from "../../www/state/scene.ts";
import type { Schema, Step } from "../../www/state/trace.ts";
import { lessonTrace, SCRIPT } from "./fixture.ts";

const trace = lessonTrace();
const marked = outline(trace);

function at(step: number) {
  return scene(trace, marked, seek(trace, start(trace), step), step);
}

function decision(n: number) {
  const step = marked.conflicts[n];
  if (step === undefined) throw new Error(`no conflict ${n}`);
  return at(step);
}

test("there are two collisions and three rows", () => {
  expect(marked.conflicts.length).toBe(2);
  expect(marked.rows.map((row) => row.ended)).toEqual(["inserted", "failed", "replaced"]);
});

test("at the closed gate two gates are open, the third names the entry in the way", () => {
  const { lanes, hit } = decision(0);
  expect(lanes[0]?.gates.map((gate) => gate.state)).toEqual(["open", "open", "closed"]);
  expect(lanes[0]?.position).toBe(2);
  expect(lanes[0]?.values).toEqual([2, "test@example.com", "testuser2"]);
  expect(lanes[0]?.decision).toMatchObject({ action: "ABORT", source: "default", gate: 2 });
  expect(hit).toEqual({
    table: "users",
    rowid: 1,
    index: "sqlite_autoindex_users_1",
    key: ["test@example.com"],
    columns: ["email"],
    row: [1, "test@example.com", "testuser1"],
    name: { kind: "rowid", rowid: 1 },
  });
});

test("the words that decide are marked in the script", () => {
  const deciding = (n: number) =>
    decision(n)
      .marks.filter((mark) => mark.role === "decides")
      .map(({ start, end }) => SCRIPT.slice(start, end));
  expect(deciding(1)).toEqual(["OR REPLACE"]);
  expect(deciding(0)).toEqual(["INSERT"]);
});

test("a gate that nothing stands before is only known of", () => {
  const begin = trace.statements[2]?.firstStep ?? 0;
  expect(at(begin).lanes[0]?.gates.map((gate) => gate.state)).toEqual(["ahead", "ahead", "ahead"]);
  expect(at(begin).hit).toBeNull();
});

test("while a statement is being undone, the row that failed stays before its gate", () => {
  const undid = trace.steps.findIndex((step) => step.kind === "undid");
  const { lanes } = at(undid);
  expect(lanes[0]?.gates.at(-1)?.state).toBe("closed");
  expect(lanes[0]?.ended).toBe("failed");
});

test("a replaced row is a ghost for one step, and its gate is cleared when the row goes on", () => {
  const step = (marked.conflicts[1] ?? 0) + 1;
  const deleted = at(step).tables[0];
  expect(deleted?.rows.map((row) => row.fate)).toEqual(["gone"]);
  expect(deleted?.indexes.map((index) => index.entries.map((entry) => entry.fate))).toEqual([
    ["gone"],
    ["gone"],
    ["gone"],
  ]);
  expect(at(step).lanes[0]?.gates.at(-1)?.state).toBe("cleared");
  const placed = at(step + 1);
  expect(placed.tables[0]?.rows.map((row) => row.fate)).toEqual(["added"]);
  expect(placed.lanes[0]?.gates.at(-1)?.state).toBe("cleared");
  expect(placed.lanes[0]?.position).toBe(3);
});

test("a table is not there before it is made", () => {
  const bare = { ...trace, steps: trace.steps.slice(0, 1) };
  const first = scene(bare, outline(bare), start(bare), 0);
  expect(first.tables).toEqual([]);
});

test("a table that was made and never filled is shown, empty", () => {
  // The part of a schema that is looked at.
  const schema = {
    tables: [{ name: "bare", kind: "table", columns: [{ name: "a", type: "TEXT" }] }],
    indexes: [
      {
        name: "bare_a",
        table: "bare",
        unique: true,
        where: null,
        terms: [{ column: "a", expression: null }],
      },
    ],
  } as unknown as Schema;
  const last = trace.steps.length - 1;
  const shown = scene(trace, marked, seek(trace, start(trace), last), last, schema).tables;
  expect(shown.map((table) => table.shape.name)).toEqual(["users", "bare"]);
  expect(shown[1]).toMatchObject({ types: ["TEXT"], rows: [], indexes: [{ columns: ["a"] }] });
});

test("the key without an index of its own is the table itself", () => {
  const own = decision(0).tables[0]?.indexes.find((index) => index.name === null);
  expect(own).toMatchObject({ columns: ["user_id"] });
  expect(own?.entries.map((entry) => entry.key)).toEqual([[1]]);
});

test("the index that is asked stands before the others", () => {
  const firsts = [1, 2, 3].map(
    (back) => at((marked.conflicts[0] ?? 0) - back).tables[0]?.indexes[0],
  );
  expect(firsts.map((index) => index?.columns)).toEqual([["email"], ["username"], ["user_id"]]);
});

test("an update that is a row of its own has a lane of its own", () => {
  const decide = marked.conflicts[0] ?? 0;
  const inner: Step = {
    kind: "begin",
    frame: "row",
    table: "users",
    values: [1, "test@example.com", "again"],
    replaces: 1,
    depth: 2,
    at: 4,
    span: null,
    text: "",
  };
  const nested = { ...trace, steps: trace.steps.toSpliced(decide + 1, 2, inner) };
  const shown = scene(nested, outline(nested), start(nested), decide + 1);
  expect(shown.lanes.length).toBe(2);
  expect(shown.lanes[1]?.frame?.replaces).toBe(1);
  expect(shown.row).toEqual({ ordinal: 1, total: 1 });
});
