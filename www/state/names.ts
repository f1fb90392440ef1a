// By what a reader knows a row. SQLite's rowid can be seen and asked for; elsewhere, and in a table
// WITHOUT ROWID, a row's number is the engine's own, and the row goes by its primary key or, without
// one, by all that is in it. The words around it are text/rows.ts.

import type { Run } from "./state.ts";
import type { Cell, Schema, Trace } from "./trace.ts";
import { rowAt } from "./versions.ts";

export type RowName =
  | { readonly kind: "rowid"; readonly rowid: Cell }
  | { readonly kind: "key"; readonly columns: readonly string[]; readonly values: readonly Cell[] }
  | { readonly kind: "values"; readonly values: readonly Cell[] }
  | { readonly kind: "unknown" };

type Known = Pick<Run, "trace" | "schema">;

/** A row of the table by what is in it; `asked` are the columns to fall back on. */
export function nameOf(
  { trace, schema }: Known,
  table: string,
  rowid: Cell,
  row: readonly Cell[] | null,
  asked: readonly string[] = [],
): RowName {
  if (hasRowids(trace, schema, table)) return { kind: "rowid", rowid };
  if (row === null) return { kind: "unknown" };
  const names = trace.tables.find((shape) => shape.name === table)?.columns ?? [];
  for (const columns of [primaryKey(trace, schema, table), asked]) {
    const places = columns.map((column) => names.indexOf(column));
    if (places.length === 0 || places.includes(-1)) continue;
    return { kind: "key", columns, values: places.map((at) => row[at] ?? null) };
  }
  return { kind: "values", values: row };
}

/** The same for a row that a step gives the address of. */
export function nameAt(
  run: Run,
  index: number,
  table: string,
  rowid: Cell,
  asked: readonly string[] = [],
): RowName {
  const changes = run.trace.steps[index]?.at ?? 0;
  return nameOf(run, table, rowid, rowAt(run.outline.versions, table, rowid, changes), asked);
}

function hasRowids(trace: Trace, schema: Schema | null, table: string): boolean {
  if (trace.dialect !== "sqlite") return false;
  return schema?.tables.find((one) => one.name === table)?.withoutRowid !== true;
}

function primaryKey(trace: Trace, schema: Schema | null, table: string): readonly string[] {
  for (const plan of trace.plans) {
    const check = plan.table === table && plan.checks.find((c) => c.kind === "primary key");
    if (check) return check.columns;
  }
  const declared = schema?.tables.find((one) => one.name === table)?.columns ?? [];
  return declared
    .filter((column) => column.primaryKey > 0)
    .sort((a, b) => a.primaryKey - b.primaryKey)
    .map((column) => column.name);
}
