// The page as an address.

import { expect, test } from "vitest";
import { fragmentOf, readFragment } from "../../www/app/address.ts";
import { FIRST, OWN } from "../../www/app/lessons.ts";
import { openedBy } from "../../www/app/opening.ts";
import { initial } from "../../www/state/state.ts";
import { update } from "../../www/state/update.ts";
import { lessonTrace, SCRIPT } from "./fixture.ts";

const script = { lesson: "one", sql: { sqlite: SCRIPT }, open: { kind: "end" as const } };

function ran(state = initial(script, "sqlite", "auto")) {
  const id = state.pending?.id ?? 0;
  return update(state, { kind: "ran", id, trace: lessonTrace(), schema: null, error: null });
}

test("a lesson and a step; the lesson's own script is not repeated", () => {
  const state = update(ran(), { kind: "seek", step: 4 });
  expect(fragmentOf(state)).toBe("#lesson=one&in=sqlite&step=5");
  expect(readFragment("#lesson=one&in=sqlite&step=5")).toEqual({
    lesson: "one",
    dialect: "sqlite",
    sql: null,
    step: 5,
  });
});

test("an own script, whatever is in it; without a step while it has not been run", () => {
  const sql = "SELECT 'a&b=c#d%20 +é😀';\n-- <b>";
  const state = update(ran(), { kind: "edit", sql });
  expect(readFragment(fragmentOf(state))).toEqual({
    lesson: "one",
    dialect: "sqlite",
    sql,
    step: null,
  });
});

test("what is no address of this page leads nowhere", () => {
  for (const other of ["", "#", "#steps", "#in=oracle", "#step=3"]) {
    expect(readFragment(other)).toBeNull();
  }
});

test("an address may leave out the lesson, the database or both", () => {
  const none = { lesson: null, dialect: null, sql: null, step: null };
  expect(readFragment("#lesson=one")).toEqual({ ...none, lesson: "one" });
  expect(readFragment("#lesson=one&in=oracle")).toEqual({ ...none, lesson: "one" });
  expect(readFragment("#in=mysql")).toEqual({ ...none, dialect: "mysql" });
  expect(readFragment("#sql=SELECT+1&in=mysql")).toEqual({
    ...none,
    sql: "SELECT 1",
    dialect: "mysql",
  });
  const { script, dialect, sql } = openedBy("#sql=SELECT+1&in=mysql") ?? {};
  expect([script?.lesson, dialect, sql]).toEqual([OWN.script.lesson, "mysql", "SELECT 1"]);
  expect(openedBy("#lesson=gone&in=postgresql")?.sql).toBe(FIRST.script.sql.postgresql);
});

test("a step is a number from 1", () => {
  for (const step of ["0", "-1", "x", "1.5"]) {
    expect(readFragment(`#lesson=one&in=mysql&step=${step}`)?.step).toBeNull();
  }
});

test("what an address leads to is run and opened at its step", () => {
  const opened = update(ran(), {
    kind: "open",
    script,
    dialect: "sqlite",
    sql: SCRIPT,
    open: { kind: "step", number: 3 },
  });
  expect(ran(opened).step).toBe(2);
});
