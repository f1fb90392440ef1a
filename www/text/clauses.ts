// What a statement would come to under another clause: its outcome, what is lost by it, the rows after.

import { literal, plain, sameCell } from "../state/cells.ts";
import { nameOf } from "../state/names.ts";
import type { Frame } from "../state/outline.ts";
import { outline } from "../state/outline.ts";
import { readStep } from "../state/steps.ts";
import type { Cell, MatrixCell, Schema, Trace } from "../state/trace.ts";
import { count, tally } from "./counts.ts";
import { capital, theRow } from "./rows.ts";

/** What a statement came to under one clause. */
export function came({ error, outcome: done, undone, transaction }: MatrixCell): string {
  if (error !== null) {
    const back = undone === null ? "" : TOOK_BACK[undone];
    return `error${back}${transaction === "failed" ? ", transaction refuses all" : ""}`;
  }
  const text = done === null ? "" : tally(done);
  return text === "" ? "nothing happens" : text;
}

/** Why it came to an error, in the database's own words. */
export function reason({ error }: MatrixCell): string {
  return error !== null && "message" in error ? String(error.message) : "";
}

const TOOK_BACK = {
  nothing: ", rows before it stay",
  row: ", row undone",
  statement: ", statement undone",
  transaction: ", transaction rolled back",
} as const;

/** The rows of that table that are other than before, as they are now. */
export function rowsChanged({ tables, trace }: MatrixCell): string {
  const table = trace.plans[0]?.table ?? "";
  const first = new Map<string, readonly Cell[] | null>();
  const last = new Map<string, readonly Cell[] | null>();
  for (const change of trace.changes) {
    if (change.kind !== "row" || change.table !== table) continue;
    const id = plain(change.rowid);
    if (!first.has(id)) first.set(id, change.before);
    last.set(id, change.after);
  }
  const said = [...last].flatMap(([id, after]) => {
    // What is gone is told among the losses; in PostgreSQL an old version goes without a loss.
    const same = JSON.stringify(first.get(id)) === JSON.stringify(after);
    return same || after === null ? [] : `(${after.map(literal).join(", ")})`;
  });
  return tables[table] === undefined ? "" : listed(said);
}

/** How many rows are left in the table that the statement is about. */
export function rowsLeft({ tables, trace }: MatrixCell): string {
  const table = trace.plans[0]?.table;
  return table === undefined ? "" : count(tables[table]?.length ?? 0, "row");
}

/** Of data that is lost without an error: rows that are deleted, and new ones that are left out. */
export function losses({ error, outcome: done, trace }: MatrixCell): string[] {
  if (error !== null) return [];
  const deleted = trace.steps.flatMap((raw) => {
    const step = readStep(raw);
    if (step?.kind !== "delete") return [];
    const { table, rowid, at } = step;
    const gone = trace.changes
      .slice(at)
      .find((one) => one.kind === "row" && one.table === table && sameCell(one.rowid, rowid));
    const row = gone?.kind === "row" ? gone.before : null;
    return `${theRow(nameOf({ trace, schema: null }, table, rowid, row))} of ${table}`;
  });
  // What an UPDATE leaves alone is still there.
  const out = isUpdate(trace) ? 0 : (done?.ignored ?? 0);
  const are = deleted.length === 1 ? "is" : "are";
  return [
    ...(deleted.length === 0 ? [] : [`Data lost: ${listed(deleted)} ${are} deleted.`]),
    ...(out === 0 ? [] : [`Data lost: ${count(out, "new row")} left out.`]),
  ];
}

/** Rows that an UPDATE was to change and has not; empty where there is none. */
export function unchanged({ error, trace }: MatrixCell, schema: Schema | null): string {
  if (error !== null || !isUpdate(trace)) return "";
  const rows = outline(trace).rows.filter((row) => row.ended === "ignored");
  if (rows.length === 0) return "";
  const words = rows.length === 1 ? "stays as it was" : "stay as they were";
  const names = rows.map((row) => keptName(trace, schema, row));
  const named = names.every(({ kind }) => kind === "rowid" || kind === "key");
  const who = named ? capital(listed(names.map(theRow))) : count(rows.length, "row");
  return `${who} ${words}.`;
}

/** The trace has only what the row was to become, which has the row's key where no check is about it. */
function keptName(trace: Trace, schema: Schema | null, { table, plan, replaces, values }: Frame) {
  const checks = trace.plans.find((one) => one.id === plan)?.checks ?? [];
  const keeps = checks.every(({ kind }) => kind !== "primary key");
  return nameOf({ trace, schema }, table ?? "", replaces ?? null, keeps ? values : null);
}

function isUpdate({ statements }: Trace): boolean {
  return statements[0]?.command === "UPDATE";
}

function listed(names: readonly string[]): string {
  const most = 3;
  const rest = names.length > most ? [`${names.length - most} more`] : [];
  return [...names.slice(0, most), ...rest].join(", ");
}
