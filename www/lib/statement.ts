/// <reference lib="esnext.disposable" preserve="true" />
// A prepared statement: binds values, runs it in one call of the engine, and reads its rows.

import type { Connection } from "./connection.ts";
import { misuse } from "./error.ts";
import { inOrder, paramsFrom } from "./parameters.ts";
import type { Column, Parameter, Params, ReadBigInts, RunResult, Value } from "./types.ts";
import { place } from "./wire.ts";
import { checkTexts, type Writer } from "./writer.ts";

/** Rows of parameters that cross to the engine at once, and letters of their texts. */
const batchRows = 2048;
const batchUnits = 1 << 17;

// Who drops a statement without disposing of it must not keep its plan for ever.
const abandoned = new FinalizationRegistry<{ connection: Connection; number: number }>(release);

function release({ connection, number }: { connection: Connection; number: number }): void {
  if (connection.isUsable) connection.call((engine) => engine.release(number));
}

/** A prepared statement. */
export class Statement {
  /** Its text. */
  readonly sql: string;
  readonly #connection: Connection;
  readonly #number: number;
  readonly #parameters: readonly (string | null)[];
  #bigInts: ReadBigInts;
  #form: "object" | "raw" | "pluck" = "object";
  #shape = Number.NaN;
  #names: readonly string[] = [];
  #isDisposed = false;

  /** @internal */
  constructor(connection: Connection, sql: string) {
    this.sql = sql;
    this.#connection = connection;
    this.#bigInts = connection.readBigInts;
    this.#number = connection.call((engine) => engine.prepare(sql));
    if (this.#number < 0) throw connection.failure();
    this.#parameters = connection.read((engine) => engine.parameters(this.#number));
    abandoned.register(this, { connection, number: this.#number }, this);
  }

  /** Runs it for what it writes. */
  run(...params: Parameter[] | [Params]): RunResult {
    const { textLength, inBytes } = this.#bind(paramsFrom(params));
    const connection = this.#connection;
    let good: boolean;
    try {
      good = connection.engine.run(this.#number, this.#parameters.length, textLength, inBytes);
    } catch (why) {
      throw connection.trapped(why);
    }
    if (!good) throw connection.failure();
    return connection.runResult();
  }

  /** Runs it once for each row of parameters; all or none. The counts are totals. */
  runMany(rows: Iterable<Params>): RunResult {
    const connection = this.#usable();
    if (typeof rows?.[Symbol.iterator] !== "function" || typeof rows === "string") {
      throw new TypeError("rows must be a list of rows, each with its parameters");
    }
    if (!connection.call((engine) => engine.beginBatch())) throw connection.failure();
    try {
      let batch: (readonly unknown[])[] = [];
      let first = 0;
      for (const row of rows) {
        batch.push(inOrder(row, this.#parameters));
        if (batch.length < batchRows) continue;
        this.#runBatch(batch, first);
        first += batch.length;
        batch = [];
      }
      this.#runBatch(batch, first);
    } catch (error) {
      if (connection.isUsable) connection.call((engine) => engine.undoBatch());
      throw error;
    }
    if (!connection.call((engine) => engine.endBatch())) throw connection.failure();
    return connection.runResult();
  }

  /** The first row, or undefined: an object keyed by column name; after `raw()` it is `Value[]`. */
  get<R = Record<string, Value>>(...params: Parameter[] | [Params]): R | undefined;
  get(...params: Parameter[] | [Params]): unknown {
    return this.#query(params, true)[0];
  }

  /** All rows: objects keyed by column name, or arrays after `raw()`. */
  all<R = Record<string, Value>>(...params: Parameter[] | [Params]): R[];
  all(...params: Parameter[] | [Params]): unknown[] {
    return this.#query(params, false);
  }

  /** The rows one after the other. The statement has run to its end before the first. */
  iterate<R = Record<string, Value>>(...params: Parameter[] | [Params]): IterableIterator<R>;
  iterate(...params: Parameter[] | [Params]): IterableIterator<unknown> {
    return this.#query(params, false).values();
  }

  /** Its result columns. */
  columns(): Column[] {
    return this.#usable().read((engine) => engine.columns(this.#number));
  }

  /** Rows as arrays. */
  raw(on = true): this {
    this.#form = on ? "raw" : "object";
    return this;
  }

  /** Only the first value of each row. */
  pluck(on = true): this {
    this.#form = on ? "pluck" : "object";
    return this;
  }

  /** Every integer as a bigint. */
  setReadBigInts(on: boolean): this {
    if (typeof on !== "boolean") throw new TypeError(`on must be true or false, not ${String(on)}`);
    this.#bigInts = on;
    return this;
  }

  /** Forgets it; twice is harmless. */
  [Symbol.dispose](): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    abandoned.unregister(this);
    release({ connection: this.#connection, number: this.#number });
  }

  #usable(): Connection {
    if (this.#isDisposed) throw misuse(this.#connection.dialect, "the statement is disposed of");
    return this.#connection;
  }

  #bind(params: readonly unknown[] | Params): Writer {
    return this.#usable().write(inOrder(params, this.#parameters), this.#parameters);
  }

  #runBatch(rows: readonly (readonly unknown[])[], first: number): void {
    const names = this.#parameters;
    const width = names.length;
    const connection = this.#usable();
    const writer = connection.writer;
    let from = 0;
    while (from < rows.length) {
      writer.begin((rows.length - from) * width);
      let to = from;
      while (to < rows.length && writer.textUnits < batchUnits) {
        const row = rows[to] ?? [];
        const at = (to - from) * width;
        for (let i = 0; i < width; i += 1) writer.put(at + i, row[i], names[i] ?? i);
        to += 1;
      }
      writer.end((to - from) * width);
      const { textLength, inBytes } = writer;
      if (!inBytes) for (const row of rows.slice(from, to)) checkTexts(row, names);
      const good = connection.call((engine) =>
        engine.runBatch(this.#number, to - from, width, textLength, inBytes),
      );
      if (!good) throw connection.failure(first + connection.number(place.batchIndex));
      from = to;
    }
  }

  #query(args: readonly unknown[], first: boolean): unknown[] {
    const { textLength, inBytes } = this.#bind(paramsFrom(args));
    const connection = this.#connection;
    const count = this.#parameters.length;
    let rows: number;
    try {
      rows = connection.engine.query(this.#number, count, textLength, inBytes, first);
    } catch (why) {
      throw connection.trapped(why);
    }
    if (rows < 0) throw connection.failure();
    this.#learnColumns();
    const list: unknown[] = [];
    while (rows > 0) {
      this.#readPage(rows, list);
      rows = first ? 0 : connection.call((engine) => engine.page());
    }
    return list;
  }

  #learnColumns(): void {
    const shape = this.#connection.number(place.shape);
    if (shape === this.#shape) return;
    this.#names = this.columns().map(({ name }) => name);
    this.#shape = shape;
  }

  #readPage(rows: number, list: unknown[]): void {
    const reader = this.#connection.reader;
    const width = this.#names.length;
    reader.begin(this.#bigInts);
    for (let i = 0; i < rows; i += 1) {
      if (this.#form === "object") list.push(reader.object(this.#names));
      else if (this.#form === "raw") list.push(reader.array(width));
      else list.push(reader.array(width)[0]);
    }
  }
}
