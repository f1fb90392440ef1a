// The nesting of a flat list of steps: which statement, row and inner row each step belongs to,
// and where the collisions are. Made once per trace. The picture of one step is scene.ts.

import { foreignConflicts } from "./foreign.ts";
import { readStep } from "./steps.ts";
import type { Cell, Ended, FrameKind, Trace } from "./trace.ts";
import type { Versions } from "./versions.ts";
import { versionsOf } from "./versions.ts";

/** What lies between a `begin` and its `end`. */
export interface Frame {
  readonly kind: FrameKind;
  readonly begin: number;
  /** The step that ends it; the last step of its statement where it was cut short. */
  end: number;
  readonly parent: Frame | null;
  readonly statement: number | null;
  readonly table: string | null;
  readonly values: readonly Cell[];
  readonly ordinal: number | null;
  /** How many rows its statement has; 0 where that is not known, or it is not a row of a statement. */
  total: number;
  /** The row that this one takes the place of, for the rows of UPDATE and DO UPDATE. */
  readonly replaces: Cell | undefined;
  readonly name: string | null;
  /** The plan whose checks the frame's own steps name. */
  plan: number | null;
  ended: Ended | null;
}

export interface Outline {
  /** The innermost frame of each step; a begin and an end belong to the frame that they bound. */
  readonly frames: readonly (Frame | null)[];
  readonly statements: readonly (number | null)[];
  /** Steps at which a gate was found closed: something was decided, or a foreign key was not kept. */
  readonly conflicts: readonly number[];
  /** First steps of the rows of statements, in order. */
  readonly rows: readonly Frame[];
  /** Steps before which rows have none, since nothing happened to them, and how many rows. */
  readonly gaps: ReadonlyMap<number, number>;
  readonly versions: Versions;
}

export function outline(trace: Trace): Outline {
  const frames: (Frame | null)[] = [];
  const conflicts: number[] = [];
  const rows: Frame[] = [];
  const statements = statementOfSteps(trace);
  let open: Frame | null = null;
  trace.steps.forEach((step, i) => {
    const statement = statements[i] ?? null;
    if (open !== null && open.statement !== statement) open = null;
    const known = readStep(step);
    if (known?.kind === "begin") {
      open = {
        kind: known.frame,
        begin: i,
        end: lastStepOf(trace, statement),
        parent: open,
        statement,
        table: known.table ?? null,
        values: known.values ?? [],
        ordinal: known.ordinal ?? null,
        total: 0,
        replaces: known.replaces ?? undefined,
        name: known.name ?? null,
        plan: null,
        ended: null,
      };
      if (open.kind === "row" && around(open.parent).every((f) => f.kind !== "row"))
        rows.push(open);
    }
    frames.push(open);
    if (open !== null && open.plan === null && step.plan != null) open.plan = step.plan;
    if (known?.kind === "decide") conflicts.push(i);
    if (known?.kind === "end" && open !== null) {
      open.end = i;
      open.ended = known.ended;
      open = open.parent;
    }
  });
  count(rows, trace);
  const gaps = gapsOf(rows, trace);
  const all = [...conflicts, ...foreignConflicts(trace, { frames, statements })];
  const sorted = all.sort((a, b) => a - b);
  return { frames, statements, conflicts: sorted, rows, gaps, versions: versionsOf(trace) };
}

/** Tells each row of how many it is one. */
function count(rows: readonly Frame[], { complete, statements, steps }: Trace): void {
  const totals = new Map<number | null, number>();
  statements.forEach(({ leftOut }, i) => {
    totals.set(i, leftOut ?? 0);
  });
  for (const { statement } of rows) totals.set(statement, (totals.get(statement) ?? 0) + 1);
  // Of a statement whose steps were cut not all rows are here.
  if (!complete) {
    const last = steps.length - 1;
    totals.delete(statements.findLastIndex(({ firstStep }) => firstStep <= last));
  }
  for (const row of rows) row.total = totals.get(row.statement) ?? 0;
}

function gapsOf(rows: readonly Frame[], { statements }: Trace): Map<number, number> {
  const gaps = new Map<number, number>();
  rows.forEach((row, i) => {
    const { statement, ordinal, end, total } = row;
    if (statement === null || ordinal === null || !statements[statement]?.leftOut) return;
    const next = rows[i + 1];
    const following = next?.statement === statement ? next.ordinal : total + 1;
    const missing = (following ?? 0) - ordinal - 1;
    if (missing > 0) gaps.set(end + 1, missing);
  });
  return gaps;
}

/** The frame and all around it, from outside in. */
export function around(frame: Frame | null): Frame[] {
  return frame === null ? [] : [...around(frame.parent), frame];
}

function statementOfSteps(trace: Trace): (number | null)[] {
  const statements: (number | null)[] = trace.steps.map(() => null);
  for (const [n, { firstStep, lastStep }] of trace.statements.entries()) {
    statements.fill(n, firstStep, lastStep + 1);
  }
  return statements;
}

function lastStepOf(trace: Trace, statement: number | null): number {
  const found = statement === null ? undefined : trace.statements[statement];
  return found?.lastStep ?? trace.steps.length - 1;
}
