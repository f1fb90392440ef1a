// Where the key in the way is not letter for letter the new one: which of its values differ, and by
// what rule they count as equal. The sentence is text/equal.ts.

import { isNumeric, sameCell } from "./cells.ts";
import type { Run } from "./state.ts";
import type { Cell, PlanCheck } from "./trace.ts";
import { rowAt } from "./versions.ts";

export interface Alike {
  readonly column: string;
  readonly given: Cell;
  readonly held: Cell;
  readonly rule: Rule;
}

export type Rule =
  | { readonly kind: "collation"; readonly name: string; readonly spaces: boolean }
  | { readonly kind: "spaces" }
  | { readonly kind: "number" }
  /** The index is not there any more to be asked. */
  | { readonly kind: "unknown" };

/** The values of the key that are spelt otherwise in the row that was met at the step. */
export function alike(
  run: Run,
  index: number,
  table: string,
  check: PlanCheck,
  key: readonly Cell[],
  met: Cell,
): Alike[] {
  const held = heldKey(run, index, table, check, met);
  if (held === null) return [];
  return key.flatMap((given, i) => {
    const there = held[i] ?? null;
    if (there === null || sameCell(given, there)) return [];
    const rule = ruleOf(collationOf(run, table, check, i), given, there);
    return [{ column: check.columns[i] ?? "", given, held: there, rule }];
  });
}

/** What a value was before its column's type made it into what is compared; null: nothing else. */
export function givenAs({ trace }: Run, index: number, column: string, now: Cell): Cell {
  for (let i = index - 1; i >= 0; i--) {
    const step = trace.steps[i];
    if (step === undefined || step.kind === "end") return null;
    if (step.kind === "begin" && step.frame !== "row") return null;
    if (step.kind !== "coerced" || step.column !== column) continue;
    return sameCell(step.after, now) ? step.before : null;
  }
  return null;
}

function heldKey(run: Run, index: number, table: string, check: PlanCheck, met: Cell) {
  const { trace, outline } = run;
  const at = trace.steps[index]?.at ?? 0;
  const names = trace.tables.find((shape) => shape.name === table)?.columns ?? [];
  const places = check.columns.map((column) => names.indexOf(column));
  const row = rowAt(outline.versions, table, met, at);
  if (!places.includes(-1)) return row === null ? null : places.map((p) => row[p] ?? null);
  // Of an expression only the index holds the value.
  for (let i = at - 1; i >= 0; i--) {
    const change = trace.changes[i];
    if (change?.kind !== "entry" || change.index !== check.index) continue;
    if (change.table === table && sameCell(change.rowid, met)) return change.key;
  }
  return null;
}

function collationOf({ schema }: Run, table: string, check: PlanCheck, term: number) {
  const index = schema?.indexes.find((one) => one.table === table && one.name === check.index);
  return index?.terms[term]?.collation ?? null;
}

function ruleOf(collation: string | null, given: Cell, held: Cell): Rule {
  if (isNumeric(given) && isNumeric(held)) return { kind: "number" };
  const spaces = trimmed(given) !== null && trimmed(given) === trimmed(held);
  const named = collation !== null && collation !== "BINARY";
  if (named) return { kind: "collation", name: collation, spaces };
  return spaces ? { kind: "spaces" } : { kind: "unknown" };
}

function trimmed(cell: Cell): string | null {
  if (typeof cell === "string") return cell.replace(/ +$/, "");
  if (cell === null || typeof cell !== "object" || !("text" in cell)) return null;
  return cell.text.replace(/ +$/, "");
}
