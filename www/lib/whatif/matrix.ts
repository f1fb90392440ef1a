// What would happen under other clauses, and in other dialects: the statement is written with each
// clause and run, and everything is as before afterwards.

import type { Database } from "../database.ts";
import { SqlError } from "../error.ts";
import type {
  BaseRow,
  Cell,
  Dialect,
  ErrorData,
  Outcome,
  Table,
  Trace,
  TransactionState,
  Undone,
} from "../types.ts";
import { carried, familyOf } from "./carry.ts";
import {
  allClauses,
  type Clause,
  clausesOf,
  counterpart,
  intentOf,
  isPossible,
  leftOut,
  type Shape,
  written,
} from "./clauses.ts";
import { isReserved, quoting, respelled, spelling } from "./spell.ts";
import { unquoted, type Write } from "./write.ts";

/** A statement under each clause. `cells` stand in the order of `columns`. */
export interface Matrix {
  version: 1;
  columns: MatrixColumn[];
  cells: MatrixCell[];
}

/** A clause and the statement written with it. */
export interface MatrixColumn {
  dialect: Dialect;
  clause: string;
  sql: string;
}

/** What came of it. */
export type MatrixCell = MatrixRun &
  (
    | { ok: true; error: null; outcome: Outcome }
    | { ok: false; error: ErrorData; outcome: Outcome | null }
  );

/** What there is of a run, whatever came of it. */
export interface MatrixRun {
  /** Rows of the tables that were touched, as they are after it. */
  tables: Record<string, Cell[][]>;
  /** What the error took back. */
  undone: Undone | null;
  transaction: TransactionState;
  deleted: number;
  /** Triggers that fired, in order. */
  triggers: string[];
  /** Sequences that moved, and where they stand. */
  sequences: Record<string, Cell>;
  /** What a translation changes, or why there is none. */
  note: string | null;
  trace: Trace;
}

/** What of the matrix is wanted. */
export interface MatrixOptions {
  /** Clauses by name; all by default. */
  clauses?: string[];
  /** Dialects, and no others; the database's own by default. */
  dialects?: Dialect[];
}

/** A database to run a statement in, the rows of its tables as plain data, and a statement taken apart as
 *  its dialect reads it: none when no clause goes with it. */
export interface Lane {
  db: Database;
  cells: (table: string) => BaseRow[];
  write: (sql: string) => Write | null;
}

const most = 10_000;

/** Makes the matrix of a statement. */
export function matrix(
  own: Lane,
  statement: string,
  options: MatrixOptions,
  open: (dialect: Dialect) => Lane,
): Matrix {
  for (const [name, list] of Object.entries(options)) {
    if (list === undefined || Array.isArray(list)) continue;
    throw new TypeError(`${name} must be a list of names`);
  }
  checkClauses(options.clauses);
  const result: Matrix = { version: 1, columns: [], cells: [] };
  for (const dialect of options.dialects ?? [own.db.dialect]) {
    const away = dialect !== own.db.dialect;
    const lane = away ? open(dialect) : own;
    try {
      const { left, changed, refused } = away
        ? carry(own, lane)
        : { left: [], changed: [], refused: [] };
      const sql = respelled(statement, own.db.dialect, dialect, reservedIn(own, lane));
      const write = lane.write(sql);
      const lost = refused.find(
        ({ table }) => write === null || table.toLowerCase() === bareName(write),
      );
      if (lost !== undefined) {
        // Of a table without its rows every clause would tell something else than is asked.
        result.columns.push({ dialect, clause: "", sql });
        result.cells.push(refusedCell(lane, lost));
        continue;
      }
      left.push(...refused.map(({ table, error }) => `${table} (${error.message})`));
      const open = away && own.db.transactionState === "open";
      if (open) lane.db.exec("BEGIN");
      for (const { column, note } of variants(lane, sql, write, own.db.dialect, options.clauses)) {
        result.columns.push(column);
        const notes = [
          note,
          left.length > 0 ? `Left behind: ${left.join(", ")}.` : null,
          changed.length > 0 ? `Not the same: ${changed.join("; ")}.` : null,
          open ? "What the open transaction wrote before counts as committed here." : null,
        ];
        const text = notes.filter((one) => one !== null).join(" ");
        result.cells.push(cellOf(lane, column.sql, text === "" ? null : text));
      }
    } finally {
      if (away) lane.db.close();
    }
  }
  return result;
}

interface Variant {
  column: MatrixColumn;
  note: string | null;
}

function variants(
  lane: Lane,
  sql: string,
  write: Write | null,
  from: Dialect,
  wanted: string[] | undefined,
): Variant[] {
  const { dialect } = lane.db;
  if (write === null) return [{ column: { dialect, clause: "", sql }, note: null }];
  const shape = shapeOf(lane, write, from);
  const asks = intentOf(write);
  const match = counterpart(asks, from, dialect);
  const possible = chosen(clausesOf(dialect, write), wanted).filter((clause) =>
    isPossible(write, dialect, clause, shape),
  );
  return possible.map((clause) => {
    const asWritten = dialect === from && clause.intent === asks;
    const text = asWritten ? sql : written(write, dialect, clause, shape);
    const missing = asWritten ? [] : leftOut(write, dialect, clause);
    const notes = [
      ...(clause.intent === match.intent && match.note !== null ? [match.note] : []),
      ...(missing.length > 0 ? [`Left out: ${missing.join("; ")}.`] : []),
    ];
    const note = notes.length > 0 ? notes.join(" ") : null;
    return { column: { dialect, clause: clause.name, sql: text }, note };
  });
}

function checkClauses(clauses: string[] | undefined): void {
  for (const clause of clauses ?? []) {
    if (allClauses.has(String(clause).toUpperCase())) continue;
    const known = [...allClauses].join(", ");
    throw new TypeError(`there is no clause ${JSON.stringify(clause)}: ${known} are known`);
  }
}

function chosen(all: readonly Clause[], wanted: string[] | undefined): readonly Clause[] {
  if (wanted === undefined) return all;
  const names = wanted.map((name) => String(name).toUpperCase());
  return all.filter((clause) => names.includes(clause.name));
}

function bareName(write: Write): string {
  return unquoted(write.table.split(".").at(-1) ?? write.table).toLowerCase();
}

/** Names of tables and columns that another database has to quote, in small letters. */
function reservedIn(own: Lane, lane: Lane): Set<string> {
  const found = new Set<string>();
  if (own === lane) return found;
  for (const table of own.db.schema().tables) {
    for (const name of [table.name, ...table.columns.map((column) => column.name)]) {
      const isWord = /^[a-z_]\w*$/i.test(name);
      if (isWord && isReserved(lane.db, name)) found.add(name.toLowerCase());
    }
  }
  return found;
}

/** The table's columns and the key that a plain statement meets. */
function shapeOf(lane: Lane, write: Write, from: Dialect): Shape {
  const { db } = lane;
  const bare = bareName(write);
  const { tables, indexes } = db.schema();
  const table = tables.find(({ name }) => name.toLowerCase() === bare);
  const columns = table?.columns.map((column) => column.name) ?? [];
  const primary = (table?.columns ?? [])
    .filter((column) => column.primaryKey > 0)
    .sort((a, b) => a.primaryKey - b.primaryKey)
    .map((column) => column.name);
  const plain = clausesOf(db.dialect, write)[0];
  const given = (write.columns ?? columns).map((column) => column.toLowerCase());
  const spell = spelling(db, from);
  const empty = { columns, primary, key: primary, where: null, spell };
  const trace = plain && db.explainConflict(written(write, db.dialect, plain, empty));
  const met = trace?.statements.at(-1)?.error?.conflict;
  const isKey = met?.kind === "unique" || met?.kind === "primary key";
  if (isKey && met.columns.length > 0) {
    const partial = indexes.find((index) => index.name === met.index && index.where !== null);
    return { columns, primary, key: met.columns, where: partial?.where ?? null, spell };
  }
  const unique = indexes
    .filter((index) => index.table.toLowerCase() === bare && index.unique && index.where === null)
    .map((index) => index.terms.flatMap((term) => term.column ?? []))
    .find((key) => key.length > 0 && key.every((name) => given.includes(name.toLowerCase())));
  return { columns, primary, key: unique ?? primary, where: null, spell };
}

/** Runs a statement and takes it back. */
function cellOf(lane: Lane, sql: string, note: string | null): MatrixCell {
  const trace = lane.db.explainConflict(sql);
  const last = trace.statements.at(-1);
  const error = last?.error ?? null;
  const outcome = last?.result?.outcome ?? null;
  const begun = trace.steps.flatMap((step) =>
    step.kind === "begin" && step.frame === "trigger" && step.name ? [step.name] : [],
  );
  const sequences: Record<string, Cell> = {};
  for (const change of trace.changes) {
    if (change.kind === "sequence") sequences[change.name] = change.after;
  }
  return {
    ...came(error, outcome),
    tables: Object.fromEntries(
      trace.tables.map(({ name }) => [name, rowsAfter(lane, trace, name)]),
    ),
    undone: error === null ? null : (error.conflict?.undone ?? "statement"),
    transaction: last?.transaction ?? lane.db.transactionState,
    deleted: outcome?.deleted ?? 0,
    triggers: begun,
    sequences,
    note,
    trace,
  };
}

/** Either what it did or why it did not. */
function came(error: ErrorData | null, outcome: Outcome | null) {
  if (error !== null) return { ok: false as const, error, outcome };
  if (outcome !== null) return { ok: true as const, error, outcome };
  throw new Error("a statement that ran has a result");
}

/** The rows of a table with a trace's changes made, in rowid order. */
function rowsAfter(lane: Lane, trace: Trace, table: string): Cell[][] {
  const rows = new Map(lane.cells(table).map(({ rowid, row }) => [numberOf(rowid), row]));
  for (const change of trace.changes) {
    if (change.kind !== "row" || change.table !== table) continue;
    if (change.after === null) rows.delete(numberOf(change.rowid));
    else rows.set(numberOf(change.rowid), change.after);
  }
  const order = [...rows].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return order.map(([, row]) => row);
}

const numberOf = (rowid: Cell): bigint =>
  BigInt(typeof rowid === "object" && rowid !== null && "int" in rowid ? rowid.int : Number(rowid));

/** A table that another database cannot hold as it is. */
interface Lost {
  table: string;
  error: SqlError | RangeError;
}

interface Carrying {
  left: string[];
  changed: string[];
  refused: Lost[];
}

/** The cell of a database that cannot hold what is there. */
function refusedCell(lane: Lane, { table, error }: Lost): MatrixCell {
  const why = error.message.replace(/^parameter \d+: /, "");
  const note = `${names[lane.db.dialect]} cannot hold table ${table} with the rows that it has here: ${why}`;
  return {
    ...came(dataOf(error, lane.db.dialect), null),
    tables: {},
    undone: null,
    transaction: "idle",
    deleted: 0,
    triggers: [],
    sequences: {},
    note,
    trace: lane.db.trace(""),
  };
}

/** What a database says of a number that it does not have; MySQL is the one that has finite ones alone. */
function dataOf(error: SqlError | RangeError, dialect: Dialect): ErrorData {
  const known =
    error instanceof SqlError
      ? error
      : new SqlError({
          message: error.message,
          statementIndex: 0,
          code: dialect === "mysql" ? "ER_WARN_DATA_OUT_OF_RANGE" : "22003",
        });
  return known.toJSON() as ErrorData;
}

const names: Record<Dialect, string> = {
  sqlite: "SQLite",
  postgresql: "PostgreSQL",
  mysql: "MySQL",
};

/** Makes the tables and rows of one database in another; gives what was left behind or changed, and
 *  tables that it cannot hold. */
function carry(from: Lane, to: Lane): Carrying {
  const { dialect } = to.db;
  const schema = from.db.schema();
  const quote = quoting(from.db.dialect, dialect);
  const next = (table: Table): number => 1 + greatest(from.cells(table.name), table);
  const { tables, keys, left, changed } = carried(schema, dialect, next);
  const refused: Lost[] = [];
  for (const { name, columns, sql } of tables) {
    try {
      to.db.exec(sql);
      const source = from.db.rows(name, { limit: most });
      if (source.total > most) left.push(`rows of ${name} after ${most}`);
      const marks = columns.map((_, at) => (dialect === "postgresql" ? `$${at + 1}` : "?"));
      const places = columns.map((column) => source.columns.indexOf(column));
      const made = to.db
        .schema()
        .tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
      const isTruth = places.map((_, at) => familyOf(made?.columns[at]?.type ?? "") === "boolean");
      const statement = to.db.prepare(
        `INSERT INTO ${quote(name)} (${columns.map(quote).join(", ")}) VALUES (${marks.join(", ")})`,
      );
      statement.runMany(
        source.rows.map((row) =>
          places.map((place, at) => {
            const value = row[place] ?? null;
            const asTruth = dialect === "postgresql" && isTruth[at] && value !== null;
            return asTruth ? Boolean(value) : value;
          }),
        ),
      );
      statement[Symbol.dispose]();
    } catch (error) {
      // A value that the database does not have at all is refused before it gets there.
      if (!(error instanceof SqlError || error instanceof RangeError)) throw error;
      refused.push({ table: name, error });
    }
  }
  const asked = from.db.dialect !== "sqlite" || from.db.query("PRAGMA foreign_keys").rows[0]?.[0];
  if (asked && dialect === "sqlite") to.db.exec("PRAGMA foreign_keys = ON");
  // SQLite asks for them only when it is told to.
  if (!asked && keys.some((key) => key.references)) {
    left.push("foreign keys, as PRAGMA foreign_keys is off");
  }
  for (const key of keys) {
    try {
      if (asked || !key.references) to.db.exec(key.sql);
    } catch (error) {
      left.push(`${key.name} (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  return { left, changed, refused };
}

/** The greatest number in a table's primary key. */
function greatest(rows: readonly BaseRow[], table: Table): number {
  const key = table.columns.findIndex((column) => column.primaryKey === 1);
  return rows.reduce((most, { row }) => {
    const value = row[key];
    return typeof value === "number" && value > most ? value : most;
  }, 0);
}
