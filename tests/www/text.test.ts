// What the page says of a step.

import { beforeAll, expect, test } from "vitest";
import init from "../../www/lib/node.ts";
import { literal, plain } from "../../www/state/cells.ts";
import { outline } from "../../www/state/outline.ts";
import type { Run } from "../../www/state/state.ts";
import type { Step, Trace } from "../../www/state/trace.ts";
import { longest, outcome, rowOrStatement, sentence, stepOf } from "../../www/text.ts";
import { lessonTrace, SCRIPT } from "./fixture.ts";
import { sentences, traced } from "./traced.ts";

beforeAll(() => init());

function runOf(trace: Trace): Run {
  return {
    dialect: "sqlite",
    sql: SCRIPT,
    trace,
    schema: null,
    outline: outline(trace),
    error: null,
  };
}

const run = runOf(lessonTrace());

test("a decision names what is in the way, whose word it is, and what it does", () => {
  const [first, second] = run.outline.conflicts;
  expect(sentence(run, first ?? -1)).toBe(
    "email 'test@example.com' is already in the unique index of email, held by row 1. " +
      "No clause says otherwise, so ABORT: stop with an error and undo this statement.",
  );
  expect(sentence(run, second ?? -1)).toContain(
    "The statement says REPLACE: delete row 1, then go on.",
  );
});

test("room is kept for the longest number of a step, and of a row or statement", () => {
  const room = longest(run);
  for (let i = 0; i < run.trace.steps.length; i++) {
    expect(stepOf(run, i).length).toBeLessThanOrEqual(room.step.length);
    expect(rowOrStatement(run, i, null).length).toBeLessThanOrEqual(room.row.length);
  }
  expect(rowOrStatement(run, 0, null)).toBe("statement 1 of 4");
  expect(rowOrStatement(run, 0, { ordinal: 1, total: 1 })).toBe("statement 1 of 4");
  expect(rowOrStatement(run, 0, { ordinal: 2, total: 3 })).toBe("row 2 of 3");
});

test("every step has a sentence", () => {
  for (let i = 0; i < run.trace.steps.length; i++) {
    expect(sentence(run, i)).toMatch(/^.{6,}\.$|^The statement fails: |^Statement \d: /);
  }
});

test("a step of a kind unknown here is told in its own words", () => {
  const step = { kind: "teleport", depth: 1, at: 0, span: null, text: "It went elsewhere." };
  const trace = { ...lessonTrace(), steps: [step as unknown as Step] };
  expect(sentence(runOf(trace), 0)).toBe("It went elsewhere.");
});

test("a step whose check is in no plan is told in its own words", () => {
  const step: Step = {
    kind: "probe",
    key: [1],
    hit: null,
    own: false,
    depth: 1,
    at: 0,
    span: null,
    text: "Probe.",
    plan: 99,
    check: 1,
  };
  expect(sentence(runOf({ ...lessonTrace(), steps: [step] }), 0)).toBe("Probe.");
});

test("a row's own entry is not in its way", () => {
  const at = run.trace.steps.findIndex((step) => step.kind === "probe");
  const step = run.trace.steps[at];
  const steps = step?.kind !== "probe" ? [] : [{ ...step, own: true, hit: null }];
  expect(sentence(runOf({ ...lessonTrace(), steps }), 0)).toContain("this row's own entry");
});

test("a long text is cut, and its length told", () => {
  expect(literal("x".repeat(120))).toBe(`'${"x".repeat(120)}'`);
  expect(literal("x".repeat(4000))).toBe(`'${"x".repeat(80)}…' (4,000 characters)`);
  expect(plain(`${"x".repeat(79)}😀${"y".repeat(99)}`)).toBe(`${"x".repeat(79)}… (179 characters)`);
});

test("a COMMIT that PostgreSQL answers with ROLLBACK is told as one", () => {
  const table = "CREATE TABLE t (a INT PRIMARY KEY); BEGIN; INSERT INTO t VALUES (1);";
  const failed = traced("postgresql", `${table} INSERT INTO t VALUES (1); COMMIT;`);
  const [last] = failed.trace.statements.slice(-1);
  const words = "ROLLBACK: the transaction had failed, nothing was saved";
  expect(last && outcome(failed, last)).toBe(words);
  expect(sentences(failed).at(-1)).toBe(`${words}.`);
  const meant = traced("postgresql", `${table} ROLLBACK;`);
  const [end] = meant.trace.statements.slice(-1);
  expect(end && outcome(meant, end)).toBe("done");
});
