// One engine and the way to it: checks that it is open and works, turns a status into an error, and
// reads its report. Database and Statement share one.

import { Engine, type ErrorData } from "./engine/engine.js";
import { bug, misuse, SqlError } from "./error.ts";
import { broken, checkLoaded, doubles, integers, renew, setBroken } from "./memory.ts";
import { options } from "./options.ts";
import { Reader } from "./reader.ts";
import type { DatabaseOptions, Dialect, Limits, ReadBigInts, RunResult } from "./types.ts";
import { place } from "./wire.ts";
import { checkTexts, Writer } from "./writer.ts";

const limitNames: readonly (keyof Limits)[] = [
  "rows",
  "steps",
  "traceSteps",
  "depth",
  "memory",
  "timeMs",
  "sqlLength",
];

const states = ["idle", "open", "failed"] as const;

/** An open engine. */
export class Connection {
  readonly dialect: Dialect;
  readonly readBigInts: ReadBigInts;
  readonly writer: Writer;
  readonly reader: Reader;
  readonly #engine: Engine;
  readonly #report: number;
  #isOpen = true;

  constructor(given: DatabaseOptions) {
    checkLoaded();
    const { dialect = "sqlite", readBigInts, limits } = options(given, optionNames);
    this.dialect = dialect;
    this.readBigInts = bigIntsFrom(readBigInts);
    const engine = Engine.open(String(this.dialect), limitsFrom(limits));
    if (engine === undefined) {
      throw new TypeError(
        `there is no dialect ${JSON.stringify(this.dialect)}: "sqlite", "postgresql" and "mysql" are known`,
      );
    }
    renew();
    this.#engine = engine;
    this.#report = engine.report() / 8;
    this.writer = new Writer(engine, this.#report, this.dialect);
    this.reader = new Reader(this.#report);
  }

  /** The engine, if it can be used. */
  get engine(): Engine {
    if (!this.#isOpen) throw misuse(this.dialect, "the database is closed");
    const why = broken();
    if (why !== undefined) throw bug(this.dialect, why);
    return this.#engine;
  }

  /** Throws when it cannot be used. */
  check(): void {
    void this.engine;
  }

  /** Whether a statement can still be released. */
  get isUsable(): boolean {
    return this.#isOpen && broken() === undefined;
  }

  close(): void {
    if (this.isUsable) this.#engine.free();
    this.#isOpen = false;
  }

  /** What to throw for something that a call of the engine threw: the wasm has trapped. */
  trapped(why: unknown): SqlError {
    setBroken(why);
    return bug(this.dialect, why);
  }

  /** Calls the engine where speed does not matter. */
  call<T>(body: (engine: Engine) => T): T {
    const engine = this.engine;
    try {
      return body(engine);
    } catch (why) {
      // A trap is never one of these: they are about what the caller gave.
      if (why instanceof TypeError) throw why;
      throw this.trapped(why);
    }
  }

  /** What the engine gives as JSON. */
  read<T>(body: (engine: Engine) => string): T {
    return JSON.parse(this.call(body)) as T;
  }

  /** The same for what may not be there; throws why. */
  find<T>(body: (engine: Engine) => string | undefined): T {
    const found = this.call(body);
    if (found === undefined) throw this.failure();
    return JSON.parse(found) as T;
  }

  /** The error of the call that failed. */
  failure(batchIndex?: number): SqlError {
    const data = this.read<ErrorData>((engine) => engine.takeFailure() ?? "null");
    return new SqlError(data, [], batchIndex);
  }

  /** A number of the report. */
  number(at: number): number {
    renew();
    return doubles[this.#report + at] ?? 0;
  }

  /** An integer of the report. */
  whole(at: number): number | bigint {
    renew();
    return this.#whole(at);
  }

  #whole(at: number): number | bigint {
    const number = doubles[this.#report + at] ?? 0;
    if (this.readBigInts !== true && Number.isSafeInteger(number)) return number;
    return integers[this.#report + at + 1] ?? 0n;
  }

  /** Writes a list of parameters into the engine's input. */
  write(values: readonly unknown[], names: readonly (string | null)[]): Writer {
    this.check();
    const writer = this.writer;
    writer.begin(values.length);
    for (let i = 0; i < values.length; i += 1) writer.put(i, values[i], names[i] ?? i);
    writer.end(values.length);
    if (!writer.inBytes) checkTexts(values, names);
    return writer;
  }

  /** Reads rows page by page. `first` gives the number of rows on the first page. */
  readRows(bigInts: ReadBigInts, first: (engine: Engine) => number, read: () => void): void {
    let rows = this.call(first);
    while (rows > 0) {
      this.reader.begin(bigInts);
      for (let i = 0; i < rows; i += 1) read();
      rows = this.call((engine) => engine.page());
    }
  }

  get transactionState(): "idle" | "open" | "failed" {
    return states[this.number(place.transaction)] ?? "idle";
  }

  /** What the last statement or batch wrote. */
  runResult(): RunResult {
    renew();
    const at = this.#report;
    const result: RunResult = {
      changes: doubles[at + place.changes] ?? 0,
      lastInsertRowid: this.#whole(place.lastRowid),
      outcome: {
        inserted: doubles[at + place.tally] ?? 0,
        updated: doubles[at + place.tally + 1] ?? 0,
        replaced: doubles[at + place.tally + 2] ?? 0,
        deleted: doubles[at + place.tally + 3] ?? 0,
        ignored: doubles[at + place.tally + 4] ?? 0,
        unchanged: doubles[at + place.tally + 5] ?? 0,
      },
    };
    if (this.dialect === "postgresql") {
      const rowCount = doubles[at + place.rowCount] ?? Number.NaN;
      if (!Number.isNaN(rowCount)) result.rowCount = rowCount;
    } else if (this.dialect === "mysql") {
      result.affectedRows = result.changes;
      result.insertId = this.#whole(place.insertId);
    }
    return result;
  }
}

const optionNames = ["dialect", "readBigInts", "limits"];

function bigIntsFrom(given: ReadBigInts = false): ReadBigInts {
  if (given === true || given === false || given === "string") return given;
  throw new TypeError(`readBigInts must be true, false or "string", not ${JSON.stringify(given)}`);
}

/** A browser's stack holds no more (limits.rs). */
const mostDepth = 150;

function limitsFrom(limits: Partial<Limits> = {}): Float64Array {
  if (typeof limits !== "object" || limits === null)
    throw new TypeError("limits must be an object");
  for (const [name, limit] of Object.entries(limits)) {
    if (!limitNames.some((known) => known === name)) {
      throw new TypeError(`there is no limit ${name}: the limits are ${limitNames.join(", ")}`);
    }
    if (limit !== undefined && !(typeof limit === "number" && limit >= 0)) {
      throw new TypeError(`the limit ${name} must be a number, 0 or more`);
    }
    if (name === "depth" && limit !== undefined && limit > mostDepth) {
      throw new TypeError(`the limit depth must be ${mostDepth} or less`);
    }
  }
  return Float64Array.from(limitNames, (name) => limits[name] ?? Number.NaN);
}
