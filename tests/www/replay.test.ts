// The lessons on the real engine: what the player arrives at is what the database holds, in every
// dialect, and every lesson opens at a closed gate.

import { beforeAll, expect, test } from "vitest";
import { LESSONS } from "../../www/app/lessons.ts";
import init, { Database } from "../../www/lib/node.ts";
import { outline } from "../../www/state/outline.ts";
import { indexKey, seek, seekChange, start } from "../../www/state/player.ts";
import { scene } from "../../www/state/scene.ts";
import { DIALECTS } from "../../www/state/state.ts";
import { sentence } from "../../www/text.ts";

beforeAll(() => init());

const CASES = LESSONS.flatMap((lesson) =>
  DIALECTS.map((dialect) => ({ lesson, dialect, name: `${lesson.id} in ${dialect}` })),
);

function traced({ lesson, dialect }: (typeof CASES)[number]) {
  const sql = lesson.script.sql[dialect] ?? "";
  const db = new Database({ dialect });
  const trace = db.trace(sql);
  return { sql, db, trace, marked: outline(trace) };
}

test.each(CASES)("$name: the player ends where the database is", (lesson) => {
  const { db, trace } = traced(lesson);
  const end = seekChange(trace, start(trace), trace.changes.length);
  for (const { name, indexes } of trace.tables) {
    const { rows, rowids } = db.rows(name);
    const played = end.tables.get(name) ?? [];
    expect(played.map((row) => row.row)).toEqual(rows);
    expect(played.map((row) => row.rowid)).toEqual(rowids);
    for (const index of indexes) {
      const { entries } = db.indexEntries(index.name);
      const keys = entries.map(({ key, rowid }) => ({ key, rowid }));
      expect(end.indexes.get(indexKey(name, index.name)) ?? []).toEqual(keys);
    }
  }
  db.close();
});

test.each(CASES)("$name: opens at a closed gate, and every step can be told", (lesson) => {
  const { sql, db, trace, marked } = traced(lesson);
  const schema = db.schema();
  const run = { dialect: lesson.dialect, sql, trace, schema, outline: marked, error: null };
  const [first = -1] = marked.conflicts;
  const opened = scene(trace, marked, seek(trace, start(trace), first), first, schema);
  expect(opened.lanes.at(-1)?.gates.map((gate) => gate.state)).toContain("closed");
  expect(opened.hit?.rowid).toBe(1);
  expect(opened.marks.map((mark) => mark.role)).toContain("decides");
  for (let step = 0; step < trace.steps.length; step++) {
    expect(sentence(run, step)).toMatch(/^.{6,}/);
    expect(() => scene(trace, marked, seek(trace, start(trace), step), step, schema)).not.toThrow();
  }
  db.close();
});

test("rows that a trigger writes are not rows of the statement", () => {
  const db = new Database({ dialect: "sqlite" });
  const trace = db.trace(
    "CREATE TABLE t (a); CREATE TABLE log (b);" +
      "CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); END;" +
      "INSERT INTO t VALUES (1), (2);",
  );
  const marked = outline(trace);
  expect(marked.rows.map((row) => row.table)).toEqual(["t", "t"]);
  db.close();
});
