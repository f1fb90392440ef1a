// The names by which the page knows what the engine tells it. The types themselves are made from
// the engine's own structs and come with the library; nothing here exists at run time.

import type { Change, Check, Trace, TracedStatement } from "../lib/types.ts";

export type {
  Cell,
  Change,
  Dialect,
  Ended,
  Frame as FrameKind,
  Outcome,
  Plan,
  Schema,
  Span,
  Step,
  Trace,
  TracedStatement as TraceStatement,
} from "../lib/types.ts";
export type { Matrix, MatrixCell, MatrixColumn } from "../lib/whatif/matrix.ts";

/** One gate: a check of the conflict plan, what a hit does, and whose word that is. */
export type PlanCheck = Check;
export type CheckKind = Check["kind"];
export type Source = Check["source"];

export type StatementResult = NonNullable<TracedStatement["result"]>;
export type Failure = NonNullable<TracedStatement["error"]>;
export type TableShape = Trace["tables"][number];
export type RowChange = Extract<Change, { kind: "row" }>;
export type EntryChange = Extract<Change, { kind: "entry" }>;
