// Seeking: any way of getting to a step arrives at the same tables and indexes.

import { expect, test } from "vitest";
import type { Playback } from "../../www/state/player.ts";
import { indexKey, inverse, seek, seekChange, start } from "../../www/state/player.ts";
import { lessonTrace } from "./fixture.ts";

const trace = lessonTrace();
const last = trace.steps.length - 1;

/** A playback without its position in the trace and without tables that are merely empty. */
function content({ tables, indexes, objects }: Playback) {
  const full = <T>(map: ReadonlyMap<string, readonly T[]>) =>
    [...map].filter(([, items]) => items.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return { tables: full(tables), indexes: full(indexes), objects: [...objects] };
}

test("the end of the trace holds the row that replaced the first", () => {
  const end = seek(trace, start(trace), last);
  expect(end.tables.get("users")).toEqual([
    { rowid: 2, row: [2, "test@example.com", "testuser3"] },
  ]);
  expect(end.indexes.get(indexKey("users", "sqlite_autoindex_users_1"))).toEqual([
    { key: ["test@example.com"], rowid: 2 },
  ]);
});

test("back at the start nothing is there, not even the table", () => {
  const end = seek(trace, start(trace), last);
  const back = seekChange(trace, end, 0);
  expect(content(back)).toEqual(content(start(trace)));
  expect(back.objects.get("users")).toBeNull();
});

test("every step looks the same however it is reached", () => {
  const straight = trace.steps.map((_, k) => content(seek(trace, start(trace), k)));
  // A small generator of its own, so that a failure can be repeated.
  let seed = 7;
  const random = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed;
  };
  let now = start(trace);
  for (let i = 0; i < 500; i++) {
    const k = random() % trace.steps.length;
    now = seek(trace, now, k);
    expect(content(now)).toEqual(straight[k]);
  }
});

test("a step that says a row is written shows it written", () => {
  const place = trace.steps.findIndex((step) => step.kind === "place");
  expect(seek(trace, start(trace), place - 1).tables.get("users")).toBeUndefined();
  expect(seek(trace, start(trace), place).tables.get("users")?.length).toBe(1);
});

test("seeking leaves the playback it started from as it was", () => {
  const begin = start(trace);
  const middle = seek(trace, begin, 12);
  const before = content(middle);
  seek(trace, middle, last);
  seek(trace, middle, 0);
  expect(content(middle)).toEqual(before);
});

test("the inverse of an inverse is the change", () => {
  for (const change of trace.changes) {
    expect(inverse(inverse(change))).toEqual(change);
  }
});

test("rows of the base stand in rowid order, beyond 2^53 too", () => {
  const based = {
    ...trace,
    base: [
      { table: "t", rowid: { int: "9223372036854775807" }, row: ["z"] },
      { table: "t", rowid: 10, row: ["b"] },
      { table: "t", rowid: 9, row: ["a"] },
    ],
  };
  expect(
    start(based)
      .tables.get("t")
      ?.map((row) => row.row[0]),
  ).toEqual(["a", "b", "z"]);
});
