// Rows out of the memory of the wasm, as src/api/wire.rs writes them: for each value a tag and a
// number, all texts joined, all blobs.

import { bytes, doubles, integers, renew } from "./memory.ts";
import type { ReadBigInts, Value } from "./types.ts";
import { place, tag } from "./wire.ts";

// A mark at the beginning of a text is part of it.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Up to this length a loop over the letters is faster than a decoder. */
const shortText = 32;

/** Reads the values of a page, one after the other. */
export class Reader {
  readonly #report: number;
  #bigInts: ReadBigInts = false;
  #slot = 0;
  #tagAt = 0;
  #text = "";
  #textAt = 0;
  #blobAt = 0;

  /** `report` is where the engine's report stands among doubles. */
  constructor(report: number) {
    this.#report = report;
  }

  /** Begins a page. */
  begin(bigInts: ReadBigInts): void {
    renew();
    const report = this.#report;
    this.#bigInts = bigInts;
    this.#slot = (doubles[report + place.outNumbers] ?? 0) / 8;
    this.#tagAt = doubles[report + place.outTags] ?? 0;
    this.#blobAt = doubles[report + place.outBlobs] ?? 0;
    this.#textAt = 0;
    const length = doubles[report + place.outTextLength] ?? 0;
    const at = doubles[report + place.outText] ?? 0;
    this.#text = length === 0 ? "" : readText(at, length, doubles[report + place.outIsAscii] === 1);
  }

  /** The tag of the next value. */
  get tag(): number {
    return bytes[this.#tagAt] ?? 0;
  }

  /** Reads the next value. */
  next(): Value {
    const kind = bytes[this.#tagAt];
    const slot = this.#slot;
    this.#tagAt += 1;
    this.#slot += 1;
    switch (kind) {
      case tag.int: {
        const number = doubles[slot] ?? 0;
        if (this.#bigInts === false) return number;
        return this.#bigInts === true ? BigInt(number) : String(number);
      }
      case tag.real:
        return doubles[slot] ?? 0;
      case tag.big: {
        const number = integers[slot] ?? 0n;
        return this.#bigInts === "string" ? String(number) : number;
      }
      case tag.text: {
        const from = this.#textAt;
        this.#textAt += doubles[slot] ?? 0;
        return this.#text.substring(from, this.#textAt);
      }
      case tag.blob: {
        const from = this.#blobAt;
        this.#blobAt += doubles[slot] ?? 0;
        return bytes.slice(from, this.#blobAt);
      }
      case tag.false:
        return false;
      case tag.true:
        return true;
      default:
        return null;
    }
  }

  /** Reads a row as an array. */
  array(width: number): Value[] {
    const row: Value[] = [];
    for (let i = 0; i < width; i += 1) row.push(this.next());
    return row;
  }

  /** Reads a row as an object; of columns with one name the last counts. */
  object(names: readonly string[]): Record<string, Value> {
    const row: Record<string, Value> = {};
    for (const name of names) {
      const value = this.next();
      if (name === "__proto__") define(row, name, value);
      else row[name] = value;
    }
    return row;
  }
}

function define(row: object, name: string, value: Value): void {
  Object.defineProperty(row, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

function readText(at: number, length: number, isAscii: boolean): string {
  if (!isAscii || length > shortText) return decoder.decode(bytes.subarray(at, at + length));
  let text = "";
  for (let i = at; i < at + length; i += 1) text += String.fromCharCode(bytes[i] ?? 0);
  return text;
}
