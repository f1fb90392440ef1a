// How a row is called: one that is there already by its rowid or its key, one that arrives by its
// turn. What it is called by is worked out in state/names.ts.

import { literal, plain } from "../state/cells.ts";
import type { RowName } from "../state/names.ts";
import type { Frame } from "../state/outline.ts";
import type { Cell } from "../state/trace.ts";

/** `row 1`, `the row with id 200`, for the middle of a sentence. */
export function theRow(name: RowName): string {
  switch (name.kind) {
    case "rowid":
      return `row ${plain(name.rowid)}`;
    case "key":
      return `the row with ${keyed(name.columns, name.values)}`;
    case "values":
      return `the row (${name.values.map(literal).join(", ")})`;
    case "unknown":
      return "the row that is there";
  }
}

/** The same where there is room for little: `row 1`, `id 200`. */
export function pointer(name: RowName): string {
  switch (name.kind) {
    case "key":
      return keyed(name.columns, name.values);
    case "values":
      return `(${name.values.map(literal).join(", ")})`;
    default:
      return theRow(name);
  }
}

/** For the beginning of a sentence. */
export function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** `id 200`, `a 1 and b 'x'`. */
export function keyed(columns: readonly string[], values: readonly Cell[]): string {
  return columns.map((name, i) => `${name} ${literal(values[i] ?? null)}`).join(" and ");
}

/** A row on its way to a table: `New row`, `2nd new row of 3`. */
export function newRow({ ordinal, total }: Pick<Frame, "ordinal" | "total">): string {
  if (ordinal === null || total === 1) return "New row";
  return `${nth(ordinal)} new row${total === 0 ? "" : ` of ${total}`}`;
}

export function nth(n: number): string {
  const ends: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd" };
  return `${n}${ends[ORDINALS.select(n)] ?? "th"}`;
}

const ORDINALS = new Intl.PluralRules("en", { type: "ordinal" });
