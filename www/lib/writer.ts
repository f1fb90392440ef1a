// Parameters into the memory of the wasm, as src/api/wire.rs reads them: for each value a tag and a
// number, then all texts joined, then all blobs. Checks what a value may be; names the parameter
// that is not.

import type { Dialect, Engine } from "./engine/engine.js";
import { bytes, doubles, integers, renew } from "./memory.ts";
import { place, tag } from "./wire.ts";

const encoder = new TextEncoder();

/** Up to this length a loop over the letters is faster than an encoder. */
const shortText = 96;

const leastInteger = -(2n ** 63n);
const greatestInteger = 2n ** 63n - 1n;

/** A parameter's number from 0, or its name. */
type Label = number | string;

/** Writes lists of parameters for one engine. */
export class Writer {
  /** Bytes of the texts written last. */
  textLength = 0;
  /** Whether lengths of texts are in bytes, as they are when all is ASCII. */
  inBytes = true;
  readonly #engine: Engine;
  readonly #report: number;
  readonly #dialect: Dialect;
  #numbersAt = 0;
  #numbersLength = 0;
  #bytesAt = 0;
  #bytesLength = 0;
  #text = "";
  #blobs: Uint8Array[] = [];

  /** `report` is where the engine's report stands among doubles. */
  constructor(engine: Engine, report: number, dialect: Dialect) {
    this.#engine = engine;
    this.#report = report;
    this.#dialect = dialect;
    this.#locate();
  }

  /** Begins a list that will hold at most `count` values. */
  begin(count: number): void {
    renew();
    if (count > this.#numbersLength || count > this.#bytesLength) this.#grow(count, count);
    this.#text = "";
    if (this.#blobs.length > 0) this.#blobs = [];
  }

  /** Units of the texts so far. */
  get textUnits(): number {
    return this.#text.length;
  }

  /** Writes a value at a place in the list. */
  put(at: number, value: unknown, label: Label): void {
    let kind: number = tag.null;
    let number = 0;
    switch (typeof value) {
      case "number":
        number = value;
        if (!Number.isFinite(value) && !this.#holds(value)) {
          if (this.#dialect === "sqlite") break;
          throw new RangeError(`${nameOf(label)}: MySQL has no ${value}`);
        }
        if (Number.isSafeInteger(value)) kind = Object.is(value, -0) ? tag.real : tag.int;
        else kind = tag.real;
        break;
      case "string":
        kind = tag.text;
        number = value.length;
        this.#text += value;
        break;
      case "bigint":
        if (value < leastInteger || value > greatestInteger) {
          throw new RangeError(`${nameOf(label)}: ${value} does not fit into 64 bits`);
        }
        doubles[(this.#numbersAt >> 3) + at] = 0;
        integers[(this.#numbersAt >> 3) + at] = value;
        bytes[this.#bytesAt + at] = tag.big;
        return;
      case "boolean":
        if (this.#dialect === "postgresql") kind = value ? tag.true : tag.false;
        else [kind, number] = [tag.int, value ? 1 : 0];
        break;
      default: {
        if (value === null) break;
        const blob = blobFrom(value);
        if (blob === undefined) throw new TypeError(`${nameOf(label)}: ${whatIs(value)}`);
        kind = tag.blob;
        number = blob.length;
        this.#blobs.push(blob);
      }
    }
    doubles[(this.#numbersAt >> 3) + at] = number;
    bytes[this.#bytesAt + at] = kind;
  }

  /** Whether the database has such a number: SQLite takes NaN for NULL, MySQL has finite ones alone. */
  #holds(value: number): boolean {
    return this.#dialect === "postgresql" || (this.#dialect === "sqlite" && !Number.isNaN(value));
  }

  /** Ends a list of `count` values. */
  end(count: number): void {
    const text = this.#text;
    const blobs = this.#blobs;
    let needed = count + text.length * 3;
    for (const blob of blobs) needed += blob.length;
    if (needed > this.#bytesLength) this.#grow(0, needed);
    const at = this.#bytesAt + count;
    this.textLength = writeText(text, at, this.#bytesAt + this.#bytesLength);
    this.inBytes = this.textLength === text.length;
    let after = at + this.textLength;
    for (const blob of blobs) {
      bytes.set(blob, after);
      after += blob.length;
    }
  }

  #grow(numbers: number, length: number): void {
    this.#engine.reserve(numbers, length);
    renew();
    this.#locate();
  }

  #locate(): void {
    this.#numbersAt = doubles[this.#report + place.inNumbers] ?? 0;
    this.#numbersLength = doubles[this.#report + place.inNumbers + 1] ?? 0;
    this.#bytesAt = doubles[this.#report + place.inBytes] ?? 0;
    this.#bytesLength = doubles[this.#report + place.inBytes + 1] ?? 0;
  }
}

/** Writes a text as UTF-8; gives its length in bytes. */
function writeText(text: string, at: number, end: number): number {
  const length = text.length;
  if (length <= shortText) {
    let i = 0;
    for (; i < length; i += 1) {
      const unit = text.charCodeAt(i);
      if (unit > 127) break;
      bytes[at + i] = unit;
    }
    if (i === length) return length;
  }
  return encoder.encodeInto(text, bytes.subarray(at, end)).written;
}

/** Throws when a text among values has half of a surrogate pair, which no UTF-8 can hold. */
export function checkTexts(values: readonly unknown[], names: readonly (string | null)[]): void {
  for (const [at, value] of values.entries()) {
    if (typeof value === "string" && loneSurrogate.test(value)) {
      throw new TypeError(`${nameOf(names[at] ?? at)}: the text has half of a surrogate pair`);
    }
  }
}

const loneSurrogate = /\p{Surrogate}/u;

function blobFrom(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : undefined;
}

/** How messages name a parameter. */
export function nameOf(label: Label): string {
  return typeof label === "number" ? `parameter ${label + 1}` : `parameter ${label}`;
}

function whatIs(value: unknown): string {
  const allowed =
    "null, a number, a bigint, a string, a boolean, a Uint8Array or an ArrayBuffer can be a value";
  if (value === undefined) return `undefined is not a value of SQL; ${allowed}`;
  if (typeof value !== "object") return `a ${typeof value} is not a value of SQL; ${allowed}`;
  const name = value?.constructor?.name ?? "object";
  return `an object (${name}) is not a value of SQL; ${allowed}`;
}
