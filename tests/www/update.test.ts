// The page's state: what each action makes of it.

import { expect, test } from "vitest";
import type { Script, State } from "../../www/state/state.ts";
import { canStop, initial, isStale } from "../../www/state/state.ts";
import type { Action } from "../../www/state/update.ts";
import { target, update } from "../../www/state/update.ts";
import { failure, lessonTrace, SCRIPT } from "./fixture.ts";

const script: Script = {
  lesson: "one",
  sql: { sqlite: SCRIPT, mysql: "SELECT 1" },
  open: { kind: "conflict", number: 1 },
};

function ran(state = initial(script, "sqlite", "auto")): State {
  const id = state.pending?.id ?? 0;
  return update(state, { kind: "ran", id, trace: lessonTrace(), schema: null, error: null });
}

function after(state: State, ...actions: Action[]): State {
  return actions.reduce(update, state);
}

test("a fresh page asks for a run and opens at the collision, saying nothing", () => {
  const fresh = initial(script, "sqlite", "auto");
  expect(fresh.pending).toMatchObject({ sql: SCRIPT, dialect: "sqlite" });
  const state = ran(fresh);
  expect(state.step).toBe(state.run?.outline.conflicts[0]);
  expect(state.spoken).toBeNull();
});

test("without a collision the player opens at the error", () => {
  const { steps, ...rest } = lessonTrace();
  const trace = { ...rest, steps: steps.filter((step) => step.kind !== "decide") };
  const fresh = initial(script, "sqlite", "auto");
  const state = update(fresh, { kind: "ran", id: 1, trace, schema: null, error: null });
  expect(state.run?.trace.steps[state.step]?.kind).toBe("failed");
});

test("an answer to a run that has been overtaken is dropped", () => {
  const twice = after(ran(), { kind: "run" }, { kind: "run" });
  const old = update(twice, {
    kind: "ran",
    id: 2,
    trace: lessonTrace(),
    schema: null,
    error: null,
  });
  expect(old.pending?.id).toBe(3);
  expect(update(old, { kind: "broke", id: 2, message: "late" }).trouble).toBeNull();
});

test("moves stay inside the trace and are said", () => {
  const state = ran();
  const last = (state.run?.trace.steps.length ?? 0) - 1;
  expect(after(state, { kind: "move", to: "last" }, { kind: "move", to: "next" }).step).toBe(last);
  expect(after(state, { kind: "move", to: "first" }, { kind: "move", to: "previous" }).step).toBe(
    0,
  );
  expect(update(state, { kind: "seek", step: 9999 }).step).toBe(last);
  expect(update(state, { kind: "move", to: "next" }).spoken).toBe(state.step + 1);
});

test("the next conflict is the next, and after the last there is none", () => {
  const second = update(ran(), { kind: "move", to: "next conflict" });
  expect(second.step).toBe(second.run?.outline.conflicts[1]);
  expect(target(second, "next conflict")).toBe(second.step);
});

test("rows are walked one by one", () => {
  const state = update(ran(), { kind: "move", to: "first" });
  const rows = state.run?.outline.rows.map((row) => row.begin) ?? [];
  const steps = [1, 2, 3].map((n) =>
    after(state, ...Array<Action>(n).fill({ kind: "move", to: "next row" })),
  );
  expect(steps.map((s) => s.step)).toEqual(rows);
  expect(after(steps[2] ?? state, { kind: "move", to: "previous row" }).step).toBe(rows[1]);
});

test("editing makes what is shown stale, running again makes it fresh", () => {
  const edited = update(ran(), { kind: "edit", sql: "SELECT 2" });
  expect(isStale(edited)).toBe(true);
  expect(isStale(ran(update(edited, { kind: "run" })))).toBe(false);
});

test("a lesson follows the dialect in its own words; an edited script is kept", () => {
  expect(update(ran(), { kind: "dialect", dialect: "mysql" }).sql).toBe("SELECT 1");
  const own = after(ran(), { kind: "edit", sql: "mine" }, { kind: "dialect", dialect: "mysql" });
  expect(own.sql).toBe("mine");
  expect(own.pending).toMatchObject({ dialect: "mysql", sql: "mine" });
});

test("playing stops at the end and speaks of collisions only", () => {
  let state = after(ran(), { kind: "move", to: "first" }, { kind: "play", on: true });
  const spoken = new Set<number | null>();
  while (state.playing) {
    state = update(state, { kind: "tick" });
    if (state.spoken === state.step) spoken.add(state.spoken);
  }
  const { conflicts } = state.run?.outline ?? { conflicts: [] };
  expect([...spoken]).toEqual([...conflicts, state.step]);
});

test("a script without steps is shown without one", () => {
  const empty = { ...lessonTrace(), steps: [], statements: [], plans: [], changes: [] };
  const fresh = initial(script, "sqlite", "auto");
  const state = update(fresh, { kind: "ran", id: 1, trace: empty, schema: null, error: null });
  expect(after(state, { kind: "move", to: "next" }, { kind: "play", on: true }).step).toBe(0);
});

test("a statement is tried with other clauses, and the one chosen takes its place", () => {
  const state = ran();
  const matrix = { version: 1 as const, columns: [], cells: [] };
  const tried = after(state, { kind: "try", statement: 2 });
  expect(tried.tried).toEqual({ statement: 2, matrix: null, ended: null });
  expect(after(tried, { kind: "tried", statement: 1, matrix }).tried?.matrix).toBeNull();
  const known = after(tried, { kind: "tried", statement: 2, matrix });
  expect(known.tried?.matrix).toBe(matrix);
  expect(after(known, { kind: "try", statement: 2 }).tried).toBeNull();
  const used = after(known, { kind: "use", sql: "INSERT OR IGNORE INTO users DEFAULT VALUES" });
  const lines = used.pending?.sql.trim().split("\n") ?? [];
  expect(lines.at(-2)).toBe("INSERT OR IGNORE INTO users DEFAULT VALUES;");
  expect(lines.at(-1)).toBe(SCRIPT.trim().split("\n").at(-1));
  expect(used.pending?.open).toEqual({ kind: "conflict", number: 1 });
});

const endless = { kind: "edit", sql: "SELECT endless" } as const;

test("what takes long can be stopped, and is run again as far as it gets", () => {
  const before = ran();
  const asked = after(before, endless, { kind: "run" });
  expect(canStop(asked)).toBe(false);
  const slow = update(asked, { kind: "slow" });
  expect(canStop(slow)).toBe(true);
  const stopped = update(slow, { kind: "stop" });
  expect(stopped).toMatchObject({ stopped: true, slow: false, run: before.run });
  expect(stopped.pending).toMatchObject({ brief: true, sql: endless.sql });
  expect(stopped.pending?.id).not.toBe(slow.pending?.id);
  expect(canStop(update(stopped, { kind: "slow" }))).toBe(false);
  expect(update(stopped, { kind: "stop" })).toBe(stopped);
  const again = update(stopped, { kind: "run" });
  expect([again.stopped, again.pending?.brief]).toEqual([false, false]);

  const trace = lessonTrace();
  const answer = { kind: "ran", id: stopped.pending?.id ?? 0, schema: null, error: null } as const;
  const done = update(stopped, { ...answer, trace });
  expect(done).toMatchObject({ stopped: false, pending: null, run: { time: 1000 } });
  const slowly = { ...failure, limit: "timeMs" as const };
  const statements = trace.statements.map((one, i) => (i === 2 ? { ...one, error: slowly } : one));
  const cut = update(stopped, { ...answer, trace: { ...trace, statements } });
  expect(cut).toMatchObject({ stopped: true, pending: null });
});

test("the first run, which nobody asked for, cannot be stopped", () => {
  const fresh = initial(script, "sqlite", "auto");
  expect(canStop(update(fresh, { kind: "slow" }))).toBe(false);
});

test("trying clauses can be stopped or fail, and a run comes before it", () => {
  const trying = after(ran(), { kind: "try", statement: 1 }, { kind: "slow" });
  expect(canStop(trying)).toBe(true);
  const stopped = update(trying, { kind: "stop" });
  expect(stopped.tried?.ended).toBe("stopped");
  expect(stopped.stopped).toBe(false);
  const failed = update(trying, { kind: "untried", statement: 1, message: "no" });
  expect(failed.tried?.ended).toEqual({ message: "no" });
  const running = after(trying, { kind: "run" });
  expect(running.tried).toBeNull();
  expect(update(running, { kind: "try", statement: 1 }).tried).toBeNull();
});
