/// <reference lib="esnext.disposable" preserve="true" />
// A database: runs scripts, records how they run, and shows what there is.

import { Connection } from "./connection.ts";
import type { BaseRow, IndexEntries, ResultData, Schema, Trace } from "./engine/engine.js";
import { SqlError } from "./error.ts";
import { options } from "./options.ts";
import { inOrder } from "./parameters.ts";
import { resultFrom } from "./result.ts";
import { Statement } from "./statement.ts";
import { inTransaction } from "./transaction.ts";
import type {
  DatabaseOptions,
  Dialect,
  Limits,
  OnError,
  Page,
  Params,
  Result,
  TableRows,
  Value,
} from "./types.ts";
import { type Lane, type Matrix, type MatrixOptions, matrix } from "./whatif/matrix.ts";
import { tokensOf, writeOf } from "./whatif/write.ts";
import { place } from "./wire.ts";
import type { Writer } from "./writer.ts";

/** A database in memory. */
export class Database {
  readonly #connection: Connection;
  readonly #limits: Partial<Limits>;
  #depth = 0;

  constructor(options: DatabaseOptions = {}) {
    this.#connection = new Connection(options);
    this.#limits = options.limits ?? {};
  }

  /** The database whose behaviour is followed. */
  get dialect(): Dialect {
    return this.#connection.dialect;
  }

  /** Whether a transaction is open. */
  get inTransaction(): boolean {
    return this.transactionState !== "idle";
  }

  /** Where the transaction stands; `failed` is PostgreSQL after an error. */
  get transactionState(): "idle" | "open" | "failed" {
    return this.#usable().transactionState;
  }

  /** The dialect's count of rows changed by the last write; other statements leave it as it is. */
  get changes(): number {
    return this.#usable().number(place.sessionChanges);
  }

  /** Rows changed since the database was opened. */
  get totalChanges(): number {
    return this.#usable().number(place.totalChanges);
  }

  /** The last rowid given; 0 in PostgreSQL, which has RETURNING instead. */
  get lastInsertRowid(): number | bigint {
    return this.#usable().whole(place.lastRowid);
  }

  /** Runs every statement of a script in order. Parameters belong to a script of one statement. */
  exec(sql: string, params?: Params, given: { types?: boolean; onError?: OnError } = {}): Result[] {
    const { types = false, onError = "stop" } = options(given, ["types", "onError"]);
    const goOn = goesOn(onError);
    return this.#run(sql, this.#bind(sql, params, false), types, goOn);
  }

  /** Runs exactly one statement. */
  query(sql: string, params?: Params): Result {
    const [result] = this.#run(sql, this.#bind(sql, params, true), false, false);
    if (result === undefined) throw new Error("a statement that ran has a result");
    return result;
  }

  /** Prepares exactly one statement. */
  prepare(sql: string): Statement {
    return new Statement(this.#connection, text(sql, "sql"));
  }

  /** Runs a body in a transaction, or in a savepoint where one is open: commits when it returns,
   *  rolls back when it throws. A promise is refused. */
  transaction<T>(body: () => T): T {
    this.#depth += 1;
    try {
      return inTransaction(this, `onconflict_${this.#depth}`, body);
    } finally {
      this.#depth -= 1;
    }
  }

  /** Runs a script and records how. Errors are in the trace, not thrown; the script goes on after
   *  one unless `onError` is `"stop"`. */
  trace(sql: string, params?: Params, given: { onError?: OnError } = {}): Trace {
    const { onError = "continue" } = options(given, ["onError"]);
    return this.#record(sql, params, goesOn(onError), false);
  }

  /** The same as `trace`, and everything is as before afterwards. */
  explainConflict(sql: string, params?: Params): Trace {
    return this.#record(sql, params, true, true);
  }

  /** What a statement would do under every conflict clause of its dialect, or of those that are named.
   *  Everything is as before afterwards. */
  whatIf(sql: string, given: MatrixOptions = {}): Matrix {
    const statement = text(sql, "sql");
    // It must be one statement, all of whose values stand in it.
    this.#bind(statement, undefined, true);
    const open = (dialect: Dialect): Lane =>
      new Database({ dialect, limits: this.#limits }).#lane();
    return matrix(this.#lane(), statement, options(given, ["clauses", "dialects"]), open);
  }

  #lane(): Lane {
    const connection = this.#connection;
    const cells = (table: string) =>
      connection.find<BaseRow[]>((engine) => engine.tableCells(table));
    const write = (sql: string) =>
      writeOf(
        sql,
        tokensOf(
          sql,
          connection.call((engine) => engine.tokens(sql)),
        ),
      );
    return { db: this, cells, write };
  }

  /** The definitions. */
  schema(): Schema {
    return this.#connection.read((engine) => engine.schema());
  }

  /** Rows of a table in the order of their rowids. */
  rows(table: string, page: Page = {}): TableRows {
    const { offset, limit } = checkedPage(page);
    const connection = this.#connection;
    const name = text(table, "table");
    const [columns, total] = connection.find<[string[], number]>((engine) =>
      engine.tableRows(name, offset, limit),
    );
    const rows: Value[][] = [];
    const rowids: (number | bigint)[] = [];
    const { reader, readBigInts } = connection;
    const read = (): void => {
      rows.push(reader.array(columns.length));
      const rowid = reader.next();
      rowids.push(typeof rowid === "bigint" ? rowid : Number(rowid));
    };
    connection.readRows(readBigInts, (engine) => engine.page(), read);
    return { columns, rows, rowids, total };
  }

  /** Entries of an index in the order of their keys. */
  indexEntries(index: string, page: Page = {}): IndexEntries {
    const { offset, limit } = checkedPage(page);
    const name = text(index, "index");
    return this.#connection.find((engine) => engine.indexEntries(name, offset, limit));
  }

  /** Frees everything; twice is harmless. */
  close(): void {
    this.#connection.close();
  }

  /** The same as `close`. */
  [Symbol.dispose](): void {
    this.close();
  }

  #usable(): Connection {
    this.#connection.check();
    return this.#connection;
  }

  /** Writes parameters for a text, which must then be one statement. */
  #bind(sql: string, params: Params | undefined, isOne: boolean): Filled {
    const connection = this.#usable();
    text(sql, "sql");
    const none = { count: 0, textLength: 0, inBytes: true };
    const script = params === undefined && !isOne;
    // Reading a long text twice is worth it only where a parameter may stand in it.
    if (script && !/[?$]/.test(sql)) return none;
    const found = connection.call((engine) => engine.parametersOf(sql));
    if (script && (found === undefined || found === "[]")) return none;
    const names = connection.find<(string | null)[]>(() => found);
    const values = inOrder(params, names);
    const { textLength, inBytes } = connection.write(values, names);
    return { count: values.length, textLength, inBytes };
  }

  #run(sql: string, filled: Filled, types: boolean, goOn: boolean): Result[] {
    const connection = this.#connection;
    const { count, textLength, inBytes } = filled;
    const list = connection.read<ResultData[]>((engine) =>
      engine.exec(sql, count, textLength, inBytes, goOn),
    );
    const results: Result[] = [];
    for (const [at, data] of list.entries()) {
      const error = data.error && new SqlError(data.error, [...results]);
      if (error !== undefined && !goOn) throw error;
      results.push(resultFrom(connection, data, at, types, error));
    }
    return results;
  }

  #record(sql: string, params: Params | undefined, goOn: boolean, undo: boolean): Trace {
    const { count, textLength, inBytes } = this.#bind(sql, params, false);
    return this.#connection.read((engine) =>
      engine.trace(sql, count, textLength, inBytes, goOn, undo),
    );
  }
}

/** What of the engine's input is filled. */
type Filled = { count: number } & Pick<Writer, "textLength" | "inBytes">;

/** A name or script; anything else must not become one by accident. */
function text(value: string, what: string): string {
  if (typeof value === "string") {
    // Browsers before 2023 cannot tell; they replace the half.
    if (value.isWellFormed?.() !== false) return value;
    throw new TypeError(`${what}: the text has half of a surrogate pair`);
  }
  throw new TypeError(`${what} must be a string, not ${value === null ? "null" : typeof value}`);
}

const most = 2 ** 32 - 1;

/** Whether a script goes on after an error. */
function goesOn(onError: OnError): boolean {
  if (onError === "stop" || onError === "continue") return onError === "continue";
  throw new TypeError(`onError must be "stop" or "continue", not ${JSON.stringify(onError)}`);
}

function checkedPage(page: Page): Required<Page> {
  const { offset = 0, limit = most } = options(page, ["offset", "limit"]);
  for (const [name, value] of Object.entries({ offset, limit })) {
    if (!(Number.isInteger(value) || value === Number.POSITIVE_INFINITY) || value < 0) {
      throw new TypeError(`${name} must be an integer, 0 or more`);
    }
  }
  return { offset: Math.min(offset, most), limit: Math.min(limit, most) };
}
