// How a cell is compared and written as text. No words around it: those are text.ts.

import type { Piece } from "./blanks.ts";
import { pieces } from "./blanks.ts";
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
  return joined(literalPieces(cell));
}

/** The same in pieces, so that marks for what cannot be seen may look like marks. */
export function literalPieces(cell: Cell): Piece[] {
  if (typeof cell !== "string") return plainPieces(cell);
  const { shown, rest } = shortened(cell);
  return [bare("'"), ...pieces(shown.replaceAll("'", "''")), bare(`'${rest}`)];
}

/** What a text says that is not text. */
const MISTAKEN = /^(?:null|empty text|'.*'|x'(?:[0-9a-f]{2})*')$/i;

/** Longest text that is shown whole, and how much of a longer one is. */
const longest = 120;
const beginning = 80;

/** The beginning of a long text, and how long it is. */
function shortened(text: string): { shown: string; rest: string } {
  if (text.length <= longest) return { shown: text, rest: "" };
  // Half of a surrogate pair is no letter.
  const shown = text.slice(0, beginning).replace(/[\uD800-\uDBFF]$/, "");
  // A letter outside the first plane is two units and one character.
  const characters = [...text].length;
  return { shown: `${shown}…`, rest: ` (${characters.toLocaleString("en")} characters)` };
}

/** As it stands in a table: text without quotes. */
export function plain(cell: Cell): string {
  return joined(plainPieces(cell));
}

/** Text without quotes, but for what could be taken for something else without them. */
export function plainPieces(cell: Cell): Piece[] {
  if (cell === null) return [bare("NULL")];
  if (typeof cell === "string") return MISTAKEN.test(cell) ? literalPieces(cell) : cut(cell);
  if (typeof cell !== "object") return [bare(String(cell))];
  if ("real" in cell) return [bare(cell.real)];
  if ("int" in cell) return [bare(cell.int)];
  if ("blob" in cell) return cut(`x'${cell.blob}'`);
  return cut(cell.text);
}

function cut(text: string): Piece[] {
  const { shown, rest } = shortened(text);
  return rest === "" ? pieces(shown) : [...pieces(shown), bare(rest)];
}

function bare(text: string): Piece {
  return { text, name: null };
}

function joined(all: readonly Piece[]): string {
  return all.map(({ text }) => text).join("");
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
