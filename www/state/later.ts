// Unique keys that are judged later than their row is written: at the end of the statement or at COMMIT.
// A step that judges one says which key, not whose; whose it was is found by where the row was let through.

import { sameCells } from "./cells.ts";
import type { Frame } from "./outline.ts";
import { readStep } from "./steps.ts";
import type { Cell, PlanCheck, Trace } from "./trace.ts";

/** A row whose key is judged after it was written. */
export interface Judged {
  readonly row: Frame;
  /** The step that looks the key up again. */
  readonly probe: number;
  /** The row's address. */
  readonly rowid: Cell;
}

type Nesting = {
  readonly frames: readonly (Frame | null)[];
  readonly statements: readonly (number | null)[];
};

interface Lookup {
  readonly key: readonly Cell[];
  readonly table: string;
  readonly index: string | null;
}

/** Whether the key that is taken is let through for now. */
export function isLetThrough(check: PlanCheck, hit: Cell, own: boolean): boolean {
  return check.when !== "row" && hit !== null && !own;
}

/** The row that was last judged at the step, by a frame of checks that were kept for the end. */
export function judgedAt(trace: Trace, marked: Nesting, step: number): Judged | null {
  const statement = marked.statements[step] ?? null;
  for (let i = step; i >= 0 && (marked.statements[i] ?? null) === statement; i--) {
    const frame = marked.frames[i] ?? null;
    if (frame?.kind === "row") return null;
    if (frame?.kind === "deferred" && lookupAt(trace, i) !== null) {
      return judgedBy(trace, marked, frame, i);
    }
  }
  return null;
}

/** Several rows may have had the same key: they are judged in the order in which they were written. */
function judgedBy(trace: Trace, marked: Nesting, frame: Frame, probe: number): Judged | null {
  const asked = lookupAt(trace, probe);
  if (asked === null) return null;
  let before = 0;
  for (let i = frame.begin; i < probe; i++) {
    if (marked.frames[i] === frame && isSame(lookupAt(trace, i), asked)) before++;
  }
  const waiting: Judged[] = [];
  for (let i = beginOf(trace, marked, frame, asked); i < frame.begin; i++) {
    const row = marked.frames[i] ?? null;
    if (row?.kind !== "row" || !isSame(lookupAt(trace, i), asked)) continue;
    const step = readStep(trace.steps[i]);
    const rowid = placeOf(trace, marked, row);
    if (step?.kind === "probe" && step.hit !== null && !step.own && rowid !== null) {
      waiting.push({ row, probe, rowid });
    }
  }
  return waiting[before] ?? null;
}

/** What is judged now has come since then: since its transaction began, or it was judged before. */
function beginOf({ statements, ...trace }: Trace, marked: Nesting, frame: Frame, asked: Lookup) {
  const mine = frame.statement ?? 0;
  const idle = statements.slice(0, mine).findLastIndex((one) => one.transaction === "idle");
  const first = statements[idle + 1]?.firstStep ?? 0;
  for (let i = frame.begin - 1; i >= first; i--) {
    const judges = marked.frames[i]?.kind === "deferred";
    if (judges && isSame(lookupAt({ statements, ...trace }, i), asked)) return i;
  }
  return first;
}

function lookupAt(trace: Trace, at: number): Lookup | null {
  const step = readStep(trace.steps[at]);
  if (step?.kind !== "probe") return null;
  const plan = trace.plans.find((one) => one.id === step.plan);
  const check = plan?.checks.find((one) => one.id === step.check);
  if (plan === undefined || check === undefined || check.when === "row") return null;
  return { key: step.key, table: plan.table, index: check.index };
}

function isSame(a: Lookup | null, b: Lookup): boolean {
  return a !== null && a.table === b.table && a.index === b.index && sameCells(a.key, b.key);
}

function placeOf(trace: Trace, marked: Nesting, row: Frame): Cell {
  for (let i = row.end; i >= row.begin; i--) {
    const step = marked.frames[i] === row ? readStep(trace.steps[i]) : null;
    if (step?.kind === "place") return step.rowid;
  }
  return null;
}
