// Foreign keys as gates. They stand in no plan: a row's own steps say which were asked, and where they
// are judged at the end of the statement or transaction, or from the parent's side, the error says
// whose row it was. Which of their steps are collisions is what the next conflict leads to.

import { sameCell } from "./cells.ts";
import type { Frame } from "./outline.ts";
import { readStep } from "./steps.ts";
import type { Failure, PlanCheck, Source, Trace } from "./trace.ts";

/** What a foreign key asks for: a row of this table with a key in these columns. */
export interface Parent {
  readonly table: string;
  readonly columns: readonly string[];
}

/** A foreign key that was asked about at a step. */
export interface ForeignKey {
  readonly step: number;
  /** null: asked from the side of the parent, whose row others still refer to. */
  readonly parent: Parent | null;
  readonly found: boolean;
  readonly check: PlanCheck;
}

type Nesting = {
  readonly frames: readonly (Frame | null)[];
  readonly statements: readonly (number | null)[];
};

/** The steps at which a foreign key has stopped a row or its statement, or left a row out. */
export function foreignConflicts(trace: Trace, { frames, statements }: Nesting): number[] {
  const found: number[] = [];
  const missing = new Map<Frame, number>();
  trace.steps.forEach((raw, i) => {
    const step = readStep(raw);
    const frame = frames[i] ?? null;
    if (step?.kind === "parent" && frame !== null) {
      if (step.found) return;
      missing.set(frame, i);
    }
    // A deferred key may be missing for now: the row goes on, and it is asked again later.
    if (step?.kind === "place" && frame !== null) missing.delete(frame);
    if (step?.kind === "end" && frame !== null) {
      const at = missing.get(frame);
      const stopped = step.ended === "failed" || step.ended === "ignored";
      if (at !== undefined && stopped) found.push(at);
    }
    if (step?.kind === "failed" && foreign(step.error) !== null) {
      const told = found.at(-1);
      if (told === undefined || statements[told] !== statements[i]) found.push(i);
    }
  });
  return found;
}

/** The foreign keys that the row was asked about, those that are judged after it included. */
export function foreignKeysOf(
  trace: Trace,
  marked: Nesting & { readonly conflicts: readonly number[]; readonly rows: readonly Frame[] },
  frame: Frame,
): ForeignKey[] {
  const asked: ForeignKey[] = [];
  const last = frame.statement === null ? frame.end : endOf(trace, frame.statement);
  const later = stoppedRow(trace, marked.rows, frame.statement) === frame;
  const error = errorOf(trace, frame.statement);
  for (let i = frame.begin; i <= last; i++) {
    if (i > frame.end && !later) break;
    const own = marked.frames[i] === frame;
    const after = later && marked.conflicts.includes(i) && i > frame.end;
    const step = own || after ? readStep(trace.steps[i]) : null;
    if (step?.kind === "parent") {
      const { table, columns, found } = step;
      const parent = { table, columns };
      // Asked a second time, it is the same gate.
      const before = asked.find((key) => !key.found && sameParent(key.parent, parent));
      const check = before?.check ?? checkOf(trace, asked.length, found ? null : error, frame, i);
      asked.push({ step: i, parent, found, check });
    }
    if (step?.kind === "failed" && after) {
      const check = checkOf(trace, asked.length, error, frame, i);
      asked.push({ step: i, parent: null, found: false, check });
    }
  }
  return asked;
}

function sameParent(a: Parent | null, b: Parent): boolean {
  return a?.table === b.table && a.columns.join() === b.columns.join();
}

/** The collision that an error tells of, if it is one of a foreign key. */
export function foreign(error: Failure | null | undefined) {
  return error?.conflict?.kind === "foreign key" ? error.conflict : null;
}

function checkOf(
  trace: Trace,
  nth: number,
  error: Failure | null,
  frame: Frame,
  step: number,
): PlanCheck {
  const told = foreign(error);
  const ignored = frame.ended === "ignored" && step <= frame.end;
  const bare = trace.dialect === "sqlite" ? "ABORT" : "ERROR";
  const source: Source = ignored ? "statement" : (told?.clauseOrigin ?? "default");
  return {
    // Not a number that a plan would give.
    id: -1 - nth,
    kind: "foreign key",
    constraint: told?.constraint ?? null,
    index: null,
    columns: [...(told?.columns ?? [])],
    when: step > frame.end ? "statement" : "row",
    action: ignored ? "IGNORE" : (told?.clause ?? bare),
    source,
    span: null,
  };
}

/** The row of the statement whose key the error names; the last where none shows it. */
export function stoppedRow(
  trace: Trace,
  rows: readonly Frame[],
  statement: number | null,
): Frame | undefined {
  const told = foreign(errorOf(trace, statement));
  const mine = told === null ? [] : rows.filter((row) => row.statement === statement);
  if (told === null) return undefined;
  const names = trace.tables.find((shape) => shape.name === told.table)?.columns ?? [];
  const places = told.columns.map((column) => names.indexOf(column));
  const holds = (row: Frame) =>
    row.table === told.table &&
    places.every((at, i) => sameCell(row.values[at] ?? null, told.key[i] ?? null));
  return mine.findLast(holds) ?? mine.at(-1);
}

function errorOf(trace: Trace, statement: number | null): Failure | null {
  return statement === null ? null : (trace.statements[statement]?.error ?? null);
}

function endOf(trace: Trace, statement: number): number {
  return trace.statements[statement]?.lastStep ?? trace.steps.length - 1;
}
