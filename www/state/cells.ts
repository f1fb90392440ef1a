// How a cell is compared and written as text. No words around it: those are text.ts.

import type { Cell } from "./trace.ts";

/** Equal texts for equal cells of equal type, for use as a key of a Map. */
export function cellKey(cell: Cell): string {
  return JSON.stringify(cell);
}

export function sameCell(a: Cell, b: Cell): boolean {
  return a === b || cellKey(a) === cellKey(b);
}

export function sameCells(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.length === b.length && a.every((cell, i) => sameCell(cell, b[i] ?? null));
}

/** Orders row ids: numbers by size, everything else after them by its text. */
export function compareRowids(a: Cell, b: Cell): number {
  const x = whole(a);
  const y = whole(b);
  if (x !== null && y !== null) return x < y ? -1 : x > y ? 1 : 0;
  if (x !== null) return -1;
  if (y !== null) return 1;
  const [left, right] = [cellKey(a), cellKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** As it stands in SQL: text in quotes, so that NULL, '' and 'NULL' cannot be taken for another. */
export function literal(cell: Cell): string {
  if (typeof cell !== "string") return plain(cell);
  const { shown, rest } = shortened(cell);
  return `'${shown.replaceAll("'", "''")}'${rest}`;
}

/** Longest text that is shown whole, and how much of a longer one is. */
const longest = 120;
const beginning = 80;

/** The beginning of a long text, and how long it is. */
function shortened(text: string): { shown: string; rest: string } {
  if (text.length <= longest) return { shown: text, rest: "" };
  // Half of a surrogate pair is no letter.
  const shown = text.slice(0, beginning).replace(/[\uD800-\uDBFF]$/, "");
  return { shown: `${shown}…`, rest: ` (${text.length.toLocaleString("en")} characters)` };
}

/** As it stands in a table: text without quotes. */
export function plain(cell: Cell): string {
  if (cell === null) return "NULL";
  if (cell === true) return "true";
  if (cell === false) return "false";
  if (typeof cell === "string") return cut(cell);
  if (typeof cell !== "object") return String(cell);
  if ("real" in cell) return cell.real;
  if ("int" in cell) return cell.int;
  if ("blob" in cell) return cut(`x'${cell.blob}'`);
  return cut(cell.text);
}

function cut(text: string): string {
  const { shown, rest } = shortened(text);
  return shown + rest;
}

/** A key or a row: one value bare, several in parentheses. */
export function literals(cells: readonly Cell[]): string {
  const all = cells.map(literal).join(", ");
  return cells.length === 1 ? all : `(${all})`;
}

/** Whether the value is written to the right, as numbers are. */
export function isNumeric(cell: Cell): boolean {
  if (typeof cell === "number") return true;
  if (cell === null || typeof cell !== "object") return false;
  return "real" in cell || "int" in cell || ("type" in cell && cell.type === "numeric");
}

function whole(cell: Cell): bigint | null {
  if (typeof cell === "number" && Number.isInteger(cell)) return BigInt(cell);
  if (cell !== null && typeof cell === "object" && "int" in cell) return BigInt(cell.int);
  return null;
}
