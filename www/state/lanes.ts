// The rows under way at a step, each with the gates of its plan: which have been asked, what they
// answered, where the row stands now and which branch it has taken. The tables beside them, and
// what is lit there, are scene.ts.

import type { Consequence } from "./consequence.ts";
import { consequence } from "./consequence.ts";
import type { ForeignKey, Parent } from "./foreign.ts";
import { foreignKeysOf, stoppedRow } from "./foreign.ts";
import type { Judged } from "./later.ts";
import { isLetThrough, judgedAt } from "./later.ts";
import type { Frame, Outline } from "./outline.ts";
import { around } from "./outline.ts";
import { readStep } from "./steps.ts";
import type { Cell, Ended, Plan, PlanCheck, Step, Trace } from "./trace.ts";

/**
 * - ahead: not asked yet, or never
 * - here: being asked at this step
 * - open: asked, and nothing was in the way
 * - passed: does not apply to this row (NULL in the key, not in a partial index …)
 * - closed: something is in the way and decides the row's fate
 * - cleared: something was in the way and has been taken out of it
 */
export type GateState = "ahead" | "here" | "open" | "passed" | "closed" | "cleared";

export interface Gate {
  readonly check: PlanCheck;
  /** Where it is a foreign key: what it asks for. */
  readonly parent: Parent | null;
  readonly state: GateState;
  readonly key: readonly Cell[] | null;
  readonly hit: Cell | null;
  readonly reason: string | null;
}

export interface Decision {
  readonly step: number;
  readonly gate: number;
  readonly action: string;
  readonly source: PlanCheck["source"];
  readonly consequence: Consequence;
}

/** One row on its way through the gates. */
export interface Lane {
  readonly frame: Frame | null;
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly Cell[];
  /** Columns that the engine filled in or converted on the way. */
  readonly touched: ReadonlySet<string>;
  readonly gates: readonly Gate[];
  /** The gate before which the row stands; -1 at the start, the number of gates when through. */
  readonly position: number;
  /** The branch that has been taken, from its decision until the row is through. */
  readonly decision: Decision | null;
  readonly ended: Ended | null;
  /** The row is in already, and what was let through for now is judged. */
  readonly judged: Judged | null;
}

/** What is done to make the next row, before it sets out. */
const MAKING: ReadonlySet<string> = new Set(["default", "computed", "coerced", "sequence"]);

/**
 * The rows under way, outermost first; between rows and after them the one that came last, since
 * what is undone then is its doing; before the first, the gates that wait for it.
 */
export function lanesAt(trace: Trace, marked: Outline, step: number): Lane[] {
  const rows = around(marked.frames[step] ?? null).filter((f) => f.kind === "row");
  if (rows.length > 0) return rows.map((row) => laneOf(trace, marked, row, step));
  const judged = judgedAt(trace, marked, step);
  if (judged !== null) return [laneOf(trace, marked, judged.row, step, judged)];
  const statement = marked.statements[step] ?? null;
  const last = lastRow(trace, marked, statement, step);
  const making = MAKING.has(trace.steps[step]?.kind ?? "");
  if (last !== undefined && !making) return [laneOf(trace, marked, last, step)];
  const waiting = trace.plans.find((p) => p.statement === statement);
  return waiting === undefined ? [] : [waitingLane(trace, waiting)];
}

/** The row that came last; after a foreign key has stopped the statement, the one whose it is. */
function lastRow(trace: Trace, marked: Outline, statement: number | null, step: number) {
  const last = marked.rows.findLast((row) => row.statement === statement && row.begin < step);
  const first = marked.conflicts.find((at) => at > (last?.end ?? step));
  const stopped = first === undefined || first > step ? undefined : statement;
  return stopped == null ? last : (stoppedRow(trace, marked.rows, stopped) ?? last);
}

function waitingLane(trace: Trace, plan: Plan): Lane {
  return {
    frame: null,
    table: plan.table,
    columns: columnsOf(trace, plan.table),
    values: [],
    touched: new Set(),
    gates: plan.checks.map((check) => gate(check, "ahead")),
    position: -1,
    decision: null,
    ended: null,
    judged: null,
  };
}

function laneOf(
  trace: Trace,
  marked: Outline,
  frame: Frame,
  step: number,
  judged: Judged | null = null,
): Lane {
  // None where no constraint watches what changes, as when DO UPDATE leaves the keys alone.
  const plan = trace.plans.find((p) => p.id === frame.plan);
  const table = frame.table ?? plan?.table ?? "";
  const columns = columnsOf(trace, table);
  const values = [...frame.values];
  const touched = filledBefore(trace, marked, frame);
  const foreign = foreignKeysOf(trace, marked, frame).filter(
    // One that is judged after the row is not known of before.
    (key) => key.step <= Math.max(step, frame.end),
  );
  const gates = [
    ...(plan?.checks ?? []).map((check) => gate(check, "ahead")),
    ...foreign
      .filter(({ check }, i) => foreign.findIndex((key) => key.check === check) === i)
      .map(({ check, parent }) => ({ ...gate(check, "ahead"), parent })),
  ];
  let position = -1;
  let decision: Decision | null = null;
  let ended: Ended | null = null;
  const judge = (i: number): boolean => {
    const key = foreign.find((one) => one.step === i);
    const at = gates.findIndex((g) => g.check === key?.check);
    const found = gates[at];
    if (key === undefined || found === undefined) return false;
    if (position !== at) leave(gates, position);
    const stops = marked.conflicts.includes(i);
    gates[at] = { ...found, ...answered(key, stops, i === step) };
    position = at;
    if (stops) decision = decidedBy(trace, marked, key, at);
    return true;
  };
  const ask = (i: number, known: Asked) => {
    const at = gates.findIndex((g) => g.check.id === known.check);
    const found = gates[at];
    if (found === undefined) return;
    if (position !== at) leave(gates, position);
    position = at;
    gates[at] = asked(found, known, i === step, judged !== null && i >= judged.probe);
    if (known.kind === "decide") {
      const { action, source } = known;
      const came = consequence(trace, marked, i);
      decision = { step: i, gate: at, action, source, consequence: came };
    }
  };
  for (let i = frame.begin; i <= Math.min(step, frame.end); i++) {
    if (judge(i)) continue;
    // Steps of a row inside this one, such as the updated row of a DO UPDATE, are not its own.
    const known = marked.frames[i] === frame ? readStep(trace.steps[i]) : null;
    if (known === null) continue;
    switch (known.kind) {
      case "default":
      case "computed":
      case "coerced": {
        const column = columns.indexOf(known.column);
        if (column >= 0) values[column] = known.kind === "coerced" ? known.after : known.value;
        touched.add(known.column);
        break;
      }
      case "check":
      case "probe":
      case "skipped":
      case "decide":
        ask(i, known);
        break;
      case "delete":
        leave(gates, position);
        break;
      case "place":
        leave(gates, position);
        position = gates.length;
        break;
      case "end":
        ended = known.ended;
        break;
      default:
        break;
    }
  }
  for (let i = frame.end + 1; i <= step && foreign.length > 0; i++) judge(i);
  for (let i = judged?.probe ?? step + 1; i <= step; i++) {
    const known = readStep(trace.steps[i]);
    if (known?.kind === "probe" || known?.kind === "decide") ask(i, known);
  }
  return { frame, table, columns, values, touched, gates, position, decision, ended, judged };
}

/** What a foreign key answered. One that is not kept and yet stops nothing is asked again later. */
function answered({ found }: ForeignKey, stops: boolean, last: boolean): Partial<Gate> {
  if (found) return { state: last ? "here" : "open" };
  return stops ? { state: "closed" } : { state: "passed", reason: "asked later" };
}

function decidedBy(trace: Trace, marked: Outline, key: ForeignKey, gate: number): Decision {
  const { action, source } = key.check;
  const came = consequence(trace, marked, key.step);
  return { step: key.step, gate, action, source, consequence: came };
}

/** Columns that were filled in while the row was being made, just before it set out. */
function filledBefore(trace: Trace, marked: Outline, frame: Frame): Set<string> {
  const columns = new Set<string>();
  for (let i = frame.begin - 1; i >= 0 && marked.frames[i] === frame.parent; i--) {
    const known = readStep(trace.steps[i]);
    if (known?.kind === "begin" || known?.kind === "end") break;
    if (known !== null && "column" in known) columns.add(known.column);
  }
  return columns;
}

function gate(check: PlanCheck, state: GateState): Gate {
  return { check, parent: null, state, key: null, hit: null, reason: null };
}

type Asked = Extract<Step, { kind: "check" | "probe" | "skipped" | "decide" }>;

function asked(before: Gate, step: Asked, last: boolean, judges: boolean): Gate {
  switch (step.kind) {
    case "skipped":
      return { ...before, state: "passed", reason: step.reason };
    case "check":
      return { ...before, state: step.passed ? "open" : "closed" };
    case "probe": {
      const { key, hit } = step;
      if (!judges && isLetThrough(before.check, hit, step.own)) {
        return { ...before, state: "passed", reason: "asked later", key, hit };
      }
      const free = hit === null || step.own;
      return {
        ...before,
        state: free ? (last ? "here" : "open") : "closed",
        key,
        hit: free ? null : hit,
      };
    }
    case "decide":
      return { ...before, state: "closed" };
  }
}

/** The row has gone on: what was in its way is not there any more. */
function leave(gates: Gate[], position: number): void {
  const left = gates[position];
  if (left?.state === "closed") gates[position] = { ...left, state: "cleared" };
  if (left?.state === "here") gates[position] = { ...left, state: "open" };
}

function columnsOf(trace: Trace, table: string): readonly string[] {
  return trace.tables.find((shape) => shape.name === table)?.columns ?? [];
}
