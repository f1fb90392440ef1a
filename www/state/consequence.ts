// What came of a decision, read from the steps that follow it rather than from its word: IGNORE
// skips a row in SQLite and repairs a NULL in MySQL, REPLACE of a NULL needs a default that may
// not be there. The words for it are text.ts.

import { sameCell } from "./cells.ts";
import type { Frame, Outline } from "./outline.ts";
import { readStep } from "./steps.ts";
import type { Cell, Trace, TraceStatement } from "./trace.ts";

export type Consequence =
  | {
      readonly kind: "stop";
      readonly failed: boolean;
      /** Where it is the COMMIT that is stopped: what becomes of the transaction. */
      readonly commit?: "rolled back" | "open";
      /** The row that was to be updated is one that the same statement has written. */
      readonly twice?: boolean;
    }
  | { readonly kind: "skip" }
  | { readonly kind: "delete"; readonly rows: readonly Cell[] }
  | { readonly kind: "update" }
  | { readonly kind: "fill"; readonly column: string; readonly value: Cell }
  /** The trace ends before it is known. */
  | { readonly kind: "unknown" };

export function consequence(trace: Trace, marked: Outline, decision: number): Consequence {
  const frame = marked.frames[decision] ?? null;
  const statement = marked.statements[decision] ?? null;
  const deleted: Cell[] = [];
  for (let i = decision + 1; i < trace.steps.length; i++) {
    if ((marked.statements[i] ?? null) !== statement) break;
    const step = readStep(trace.steps[i]);
    const where = marked.frames[i] ?? null;
    if (step?.kind === "begin" && isRewrite(where, frame)) return { kind: "update" };
    // What triggers and foreign keys do on the way is theirs.
    if (where !== frame && step?.kind !== "failed") continue;
    switch (step?.kind) {
      case "delete":
        deleted.push(step.rowid);
        continue;
      case "default":
        return { kind: "fill", column: step.column, value: step.value };
      case "filter":
        return { kind: "update" };
      case "failed":
        return stop(trace, statement, decision);
      case "end":
        if (deleted.length > 0) break;
        if (step.ended === "failed") return stop(trace, statement, decision);
        if (step.ended === "ignored") return { kind: "skip" };
        // MySQL leaves a row alone that an update would not change.
        return step.ended === "updated" || step.ended === "unchanged"
          ? { kind: "update" }
          : { kind: "unknown" };
      default:
        break;
    }
    break;
  }
  return deleted.length > 0 ? { kind: "delete", rows: deleted } : { kind: "unknown" };
}

function isRewrite(inner: Frame | null, outer: Frame | null): boolean {
  return inner?.kind === "row" && inner.parent === outer && inner.replaces !== undefined;
}

function stop(trace: Trace, statement: number | null, decision: number): Consequence {
  const of = statement === null ? undefined : trace.statements[statement];
  // The error may leave a transaction that refuses everything until it is rolled back.
  const failed = of?.transaction === "failed";
  if (of !== undefined && isTwice(trace, of, decision))
    return { kind: "stop", failed, twice: true };
  if (of?.command !== "COMMIT") return { kind: "stop", failed };
  return { kind: "stop", failed, commit: of.transaction === "open" ? "open" : "rolled back" };
}

/** Whether the row in the way has been written by the same statement, which is then refused. */
function isTwice(trace: Trace, { error, firstStep }: TraceStatement, decision: number): boolean {
  const step = readStep(trace.steps[decision]);
  if (step?.kind !== "decide" || error?.code !== CARDINALITY) return false;
  const written = trace.changes.slice(trace.steps[firstStep]?.at ?? 0, step.at);
  return written.some(
    (change) =>
      change.kind === "row" && change.after !== null && sameCell(change.rowid, step.other),
  );
}

/** cardinality_violation, of SQL's standard. */
const CARDINALITY = "21000";
