// The types of values, options and results. What crosses from the engine as plain data has its types
// made from the Rust side; here is what is JavaScript's own.

import type { Dialect, Outcome, Span, Warning } from "./engine/engine.js";
import type { SqlError } from "./error.ts";

export type {
  BaseRow,
  Cell,
  Change,
  Check,
  Collision,
  Column,
  Conflict,
  ConflictKind,
  Constraint,
  Dialect,
  Ended,
  ErrorData,
  Frame,
  Index,
  IndexEntries,
  IndexEntry,
  IndexTerm,
  Outcome,
  Plan,
  Schema,
  Sequence,
  Span,
  Step,
  StepKind,
  Table,
  TableColumn,
  Trace,
  TracedStatement,
  TransactionState,
  Trigger,
  Undone,
  Warning,
} from "./engine/engine.js";

/** A value of SQL in JavaScript. */
export type Value = null | number | bigint | string | boolean | Uint8Array;

/** A value of a parameter. */
export type Parameter = Value | ArrayBuffer;

/** Parameters: by position, or by name with or without : @ $. */
export type Params = readonly Parameter[] | Readonly<Record<string, Parameter>>;

/** A row keyed by column name, or an array after `raw()`. */
export type Row = Record<string, Value> | Value[];

/** What a statement may use before it ends with an error that names the limit. */
export interface Limits {
  /** Rows of one result. */
  rows: number;
  /** Steps of evaluation in one statement. */
  steps: number;
  /** Steps kept of one trace. */
  traceSteps: number;
  /** Nesting of expressions, queries and triggers. */
  depth: number;
  /** Bytes of stored rows. */
  memory: number;
  /** Milliseconds of one statement. */
  timeMs: number;
  /** Bytes of one script. */
  sqlLength: number;
}

/** How integers come out: numbers when safe and else bigints, always bigints, or text. */
export type ReadBigInts = boolean | "string";

/** How a database is opened. */
export interface DatabaseOptions {
  dialect?: Dialect;
  readBigInts?: ReadBigInts;
  limits?: Partial<Limits>;
}

/** What an error does to the rest of a script. */
export type OnError = "stop" | "continue";

/** What a statement gave. */
export interface Result {
  columns: string[];
  rows: Value[][];
  /** With `{ types: true }`: the storage class or type of each cell. */
  types?: string[][];
  /** Rows changed by this statement; 0 for what changes nothing. */
  changes: number;
  lastInsertRowid: number | bigint;
  command: string;
  /** PostgreSQL's command tag. */
  tag?: string;
  outcome: Outcome;
  warnings: Warning[];
  /** Where the statement stands in the script. */
  span: Span;
  /** PostgreSQL. */
  rowCount?: number;
  /** MySQL. */
  affectedRows?: number;
  /** MySQL. */
  insertId?: number | bigint;
  /** MySQL. */
  info?: string;
  /** Only with `onError: "continue"`. */
  error?: SqlError;
}

/** What a prepared statement wrote. */
export interface RunResult {
  changes: number;
  lastInsertRowid: number | bigint;
  outcome: Outcome;
  /** PostgreSQL. */
  rowCount?: number;
  /** MySQL. */
  affectedRows?: number;
  /** MySQL. */
  insertId?: number | bigint;
}

/** A part of a table or index. */
export interface Page {
  offset?: number;
  limit?: number;
}

/** Some rows of a table, with the rowid of each, and how many there are in all. */
export interface TableRows {
  columns: string[];
  rows: Value[][];
  rowids: (number | bigint)[];
  total: number;
}
