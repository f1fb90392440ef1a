// The one error that this package throws for SQL, with the fields of each dialect's own drivers.

import { fromCell, toCell } from "./cell.ts";
import type { Cell, Conflict, Dialect, ErrorData, Span } from "./engine/engine.js";
import type { Limits, Result } from "./types.ts";

/** An error of SQL. What a dialect does not have is undefined. */
export class SqlError extends Error {
  static {
    Object.defineProperty(SqlError.prototype, "name", { value: "SqlError", configurable: true });
  }

  /** `SQLITE_CONSTRAINT_UNIQUE`, `23505`, `ER_DUP_ENTRY`. */
  readonly code: string;
  /** SQLite: the extended result code. */
  readonly errcode: number | undefined;
  /** SQLite: the words for the primary result code. */
  readonly errstr: string | undefined;
  /** PostgreSQL, spelled as node-postgres does, and the next nine. */
  readonly severity: string | undefined;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  readonly position: string | undefined;
  readonly schema: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;
  readonly dataType: string | undefined;
  readonly constraint: string | undefined;
  readonly routine: string | undefined;
  /** MySQL, spelled as mysql2 does, and the next two. */
  readonly errno: number | undefined;
  readonly sqlState: string | undefined;
  readonly sqlMessage: string | undefined;
  /** The feature, when the error is that onconflict does not have it. */
  readonly unsupported: string | undefined;
  /** The limit that ended the statement. */
  readonly limit: keyof Limits | undefined;
  /** What collided with what. */
  readonly conflict: Conflict | undefined;
  /** The words of SQL that it is about. */
  readonly span: Span | undefined;
  /** Number of its statement in the script, from 0. */
  readonly statementIndex: number;
  /** Results of the statements of the same script that had finished. */
  readonly results: Result[];
  /** The row of `runMany` at which it happened, from 0. */
  readonly batchIndex: number | undefined;

  /** @internal */
  constructor(data: ErrorData & { routine?: string }, results: Result[] = [], batchIndex?: number) {
    super(data.message);
    this.code = data.code;
    this.errcode = data.errcode;
    this.errstr = data.errstr;
    this.severity = data.severity;
    this.detail = data.detail;
    this.hint = data.hint;
    this.position = data.position;
    this.schema = data.schema;
    this.table = data.table;
    this.column = data.column;
    this.dataType = data.dataType;
    this.constraint = data.constraint;
    this.routine = data.routine;
    this.errno = data.errno;
    this.sqlState = data.sqlState;
    this.sqlMessage = data.sqlMessage;
    this.unsupported = data.unsupported;
    this.limit = data.limit;
    this.conflict = data.conflict;
    this.span = data.span;
    this.statementIndex = data.statementIndex;
    this.results = results;
    this.batchIndex = batchIndex;
  }

  /** Plain JSON that `from` makes the same error of. */
  toJSON(): unknown {
    const { results, ...fields } = this;
    const { name, message } = this;
    return { ...fields, name, message, results: results.map(resultToJson) };
  }

  /** The error that `toJSON` was called on. */
  static from(json: unknown): SqlError {
    if (!isErrorJson(json)) throw new TypeError("this is not the JSON of a SqlError");
    return new SqlError(json, (json.results ?? []).map(resultFromJson), json.batchIndex);
  }
}

type ErrorJson = ErrorData & { routine?: string; results?: ResultJson[]; batchIndex?: number };

type ResultJson = Omit<Result, "rows" | "lastInsertRowid" | "insertId" | "error"> & {
  rows: Cell[][];
  lastInsertRowid: Cell;
  insertId?: Cell;
  error?: unknown;
};

function isErrorJson(json: unknown): json is ErrorJson {
  return (
    typeof json === "object" &&
    json !== null &&
    "message" in json &&
    typeof json.message === "string" &&
    "code" in json &&
    typeof json.code === "string" &&
    (!("results" in json) || Array.isArray(json.results))
  );
}

function resultToJson(result: Result): ResultJson {
  const { rows, lastInsertRowid, insertId, error, ...rest } = result;
  return {
    ...rest,
    rows: rows.map((row) => row.map(toCell)),
    lastInsertRowid: toCell(lastInsertRowid),
    ...(insertId === undefined ? {} : { insertId: toCell(insertId) }),
    ...(error === undefined ? {} : { error: error.toJSON() }),
  };
}

function resultFromJson(json: ResultJson): Result {
  const { rows, lastInsertRowid, insertId, error, ...rest } = json;
  return {
    ...rest,
    rows: rows.map((row) => row.map(fromCell)),
    lastInsertRowid: wholeFrom(lastInsertRowid),
    ...(insertId === undefined ? {} : { insertId: wholeFrom(insertId) }),
    ...(error === undefined ? {} : { error: SqlError.from(error) }),
  };
}

/** A cell that is an integer. */
export function wholeFrom(cell: Cell): number | bigint {
  const value = fromCell(cell);
  return typeof value === "bigint" ? value : Number(value);
}

/** An error about the use of the library rather than about SQL, in the codes of each dialect. */
export function misuse(dialect: Dialect, message: string): SqlError {
  const common = { message, statementIndex: 0 };
  switch (dialect) {
    case "sqlite":
      return new SqlError({
        ...common,
        code: "SQLITE_MISUSE",
        errcode: 21,
        errstr: "bad parameter or other API misuse",
      });
    case "postgresql":
      return new SqlError({ ...common, code: "08003", severity: "FATAL" });
    case "mysql":
      return new SqlError({
        ...common,
        code: "CR_SERVER_GONE_ERROR",
        errno: 2006,
        sqlState: "HY000",
        sqlMessage: message,
      });
  }
}

/** The error for a trap of the wasm, which is a fault of this package and of nothing else. */
export function bug(dialect: Dialect, why: unknown): SqlError {
  const error = misuse(
    dialect,
    `onconflict has broken down, which is a bug in it and not in your SQL (${String(why)}); ` +
      "a new page, worker or process starts it again; please report what you ran",
  );
  return Object.defineProperty(error, "cause", { value: why, configurable: true });
}
