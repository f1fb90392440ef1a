// Values to and from cells, the form of a value in plain JSON.

import type { Cell } from "./engine/engine.js";
import type { Value } from "./types.ts";

/** A value as a cell. A number that is an integer is one; any other is a real. */
export function toCell(value: Value): Cell {
  switch (typeof value) {
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0)
        ? value
        : { real: realText(value) };
    case "bigint":
      return { int: value.toString() };
    case "string":
    case "boolean":
      return value;
    default:
      return value === null ? null : { blob: toHex(value) };
  }
}

/** A cell as a value; what has no JavaScript form is its text. */
export function fromCell(cell: Cell): Value {
  if (cell === null || typeof cell !== "object") return cell;
  if ("real" in cell) return Number(cell.real);
  if ("int" in cell) return BigInt(cell.int);
  if ("blob" in cell) return fromHex(cell.blob);
  return cell.text;
}

function realText(value: number): string {
  return Object.is(value, -0) ? "-0.0" : String(value);
}

function toHex(blob: Uint8Array): string {
  return Array.from(blob, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function fromHex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}
