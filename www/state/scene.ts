// What there is to see at one step, worked out from the trace alone: the rows under way and their
// gates, what is in the way, what has just changed, which words of the script speak. Draws
// nothing and words nothing: that is www/element and www/text.ts.

import { sameCell } from "./cells.ts";
import type { EntryView, RowView } from "./diff.ts";
import { diffEntries, diffRows } from "./diff.ts";
import type { Lane } from "./lanes.ts";
import { lanesAt } from "./lanes.ts";
import type { Mark } from "./marks.ts";
import { marksAt } from "./marks.ts";
import type { RowName } from "./names.ts";
import { nameOf } from "./names.ts";
import type { Frame, Outline } from "./outline.ts";
import { around } from "./outline.ts";
import type { Playback, StoredEntry } from "./player.ts";
import { indexKey, seek } from "./player.ts";
import { readStep } from "./steps.ts";
import type { Cell, Schema, Step, TableShape, Trace } from "./trace.ts";

/** The entry in a unique index that the row runs into, and the row that it points to. */
export interface Hit {
  readonly table: string;
  readonly rowid: Cell;
  readonly index: string | null;
  readonly key: readonly Cell[] | null;
  /** The columns in which both are alike. */
  readonly columns: readonly string[];
  /** The row itself, as it stands at this step. */
  readonly row: readonly Cell[] | null;
  readonly name: RowName;
}

export interface ProbeView {
  readonly table: string;
  readonly index: string | null;
  readonly key: readonly Cell[];
  readonly free: boolean;
}

export interface TableView {
  readonly shape: TableShape;
  /** The declared type of each column, where the table is still there after the script. */
  readonly types: readonly string[];
  readonly rows: readonly RowView[];
  readonly indexes: readonly IndexView[];
}

export interface IndexView {
  /** null: the key by which the table itself is stored. */
  readonly name: string | null;
  /** The condition of a partial index. */
  readonly where: string | null;
  readonly columns: readonly string[];
  readonly entries: readonly EntryView[];
}

export interface Scene {
  readonly step: number;
  readonly known: Step | null;
  readonly statement: number | null;
  readonly lanes: readonly Lane[];
  /** Which row of its statement it is; of how many is 0 where that is not known. */
  readonly row: { readonly ordinal: number; readonly total: number } | null;
  /** All rows of the statement under way. */
  readonly rows: readonly Frame[];
  readonly hit: Hit | null;
  readonly probe: ProbeView | null;
  /** The row whose key is judged after it was written. */
  readonly judged: { readonly table: string; readonly rowid: Cell } | null;
  readonly tables: readonly TableView[];
  readonly sequences: readonly { name: string; value: Cell; before: Cell | undefined }[];
  readonly marks: readonly Mark[];
}

export function scene(
  trace: Trace,
  plan: Outline,
  now: Playback,
  step: number,
  schema: Schema | null = null,
): Scene {
  const statement = plan.statements[step] ?? null;
  const frame = plan.frames[step] ?? null;
  // Where rows have no steps, nothing of theirs is news.
  const before = plan.gaps.has(step) ? now : seek(trace, now, step - 1);
  const rows = plan.rows.filter((row) => row.statement === statement);
  const lanes = lanesAt(trace, plan, step);
  const lane = lanes.at(-1);
  const asked = lastAsked(trace, schema, lane, now, step);
  const tables = shapesOf(trace, schema)
    .filter((shape) => exists(shape.name, before) || exists(shape.name, now))
    .map((shape) => tableView(trace, shape, before, now, schema));
  return {
    step,
    known: readStep(trace.steps[step]),
    statement,
    lanes,
    row: rowCount(rows, frame),
    rows,
    hit: asked?.hit ?? null,
    probe: asked?.probe ?? null,
    judged: lane?.judged ? { table: lane.table, rowid: lane.judged.rowid } : null,
    tables: lane === undefined ? tables : decidingFirst(tables, lane),
    sequences: [...now.sequences]
      .filter(([, value]) => value !== null)
      .map(([name, value]) => ({ name, value, before: changedFrom(before, name, value) })),
    marks: marksAt(trace, statement, step, lane),
  };
}

/** The tables that the trace touches, and after them those that were made and never filled. */
function shapesOf(trace: Trace, schema: Schema | null): TableShape[] {
  const touched = new Set(trace.tables.map((shape) => shape.name));
  const rest = schema?.tables.filter((t) => t.kind === "table" && !touched.has(t.name)) ?? [];
  const untouched = rest.map(({ name, columns }) => ({
    name,
    columns: columns.map((column) => column.name),
    indexes: (schema?.indexes ?? [])
      .filter((index) => index.table === name)
      .map((index) => ({
        name: index.name,
        columns: index.terms.map((term) => term.column ?? term.expression ?? ""),
      })),
  }));
  return [...trace.tables, ...untouched];
}

/** The table that the row is on its way to before the others, the index that is asked likewise. */
function decidingFirst(tables: readonly TableView[], lane: Lane): TableView[] {
  const check = lane.gates[lane.position]?.check;
  const asks = check !== undefined && KEYS.has(check.kind);
  const [mine, others] = parted(tables, (table) => table.shape.name === lane.table);
  const sorted = mine.map((table) => {
    const [asked, rest] = parted(table.indexes, ({ name }) => asks && name === check.index);
    return asked.length === 0 ? table : { ...table, indexes: [...asked, ...rest] };
  });
  return [...sorted, ...others];
}

/** The checks that look for a key. */
const KEYS: ReadonlySet<string> = new Set(["unique", "primary key", "rowid", "exclusion"]);

function parted<T>(all: readonly T[], first: (one: T) => boolean): [T[], T[]] {
  return [all.filter(first), all.filter((one) => !first(one))];
}

function changedFrom(before: Playback, name: string, value: Cell): Cell | undefined {
  const was = before.sequences.get(name);
  return was === value ? undefined : was;
}

function exists(name: string, at: Playback): boolean {
  return !at.objects.has(name) || at.objects.get(name) !== null;
}

function tableView(
  trace: Trace,
  shape: TableShape,
  before: Playback,
  now: Playback,
  schema: Schema | null,
): TableView {
  const declared = schema?.tables.find((table) => table.name === shape.name)?.columns;
  const own = schema?.indexes.filter((index) => index.table === shape.name);
  const known = new Map(own?.map((index) => [index.name, index]));
  const rows = diffRows(before.tables.get(shape.name) ?? [], now.tables.get(shape.name) ?? []);
  const unique = shape.indexes.filter(({ name }) => known.get(name)?.unique !== false);
  const indexes = unique.map(({ name, columns }) => ({
    name,
    where: known.get(name)?.where ?? null,
    columns,
    entries: diffEntries(entriesOf(before, shape.name, name), entriesOf(now, shape.name, name)),
  }));
  const stored = ownKey(trace, shape, rows);
  return {
    shape,
    types: declared?.map((column) => column.type) ?? [],
    rows,
    indexes: stored === null ? indexes : [stored, ...indexes],
  };
}

function entriesOf(at: Playback, table: string, index: string): readonly StoredEntry[] {
  return at.indexes.get(indexKey(table, index)) ?? [];
}

/** A key with no index of its own: the rows are stored in its order, so the table is the index. */
function ownKey(trace: Trace, shape: TableShape, rows: readonly RowView[]): IndexView | null {
  const checks = trace.plans.filter((p) => p.table === shape.name).flatMap((p) => p.checks);
  const check = checks.find((c) => c.index === null && c.kind === "primary key");
  if (check === undefined) return null;
  const places = check.columns.map((column) => shape.columns.indexOf(column));
  const entries = rows.map((row): EntryView => {
    const key = places.map((at) => row.row[at] ?? null);
    return { fate: row.fate === "changed" ? "same" : row.fate, key, rowid: row.rowid };
  });
  return { name: null, where: null, columns: check.columns, entries };
}

function rowCount(mine: readonly Frame[], frame: Frame | null): Scene["row"] {
  const outer = around(frame).find((f) => f.kind === "row");
  if (outer === undefined || mine.length === 0) return null;
  return { ordinal: outer.ordinal ?? mine.indexOf(outer) + 1, total: outer.total };
}

/** The probe or the hit that this step is about. */
function lastAsked(
  trace: Trace,
  schema: Schema | null,
  lane: Lane | undefined,
  now: Playback,
  step: number,
): { probe: ProbeView | null; hit: Hit | null } | null {
  const known = readStep(trace.steps[step]);
  const at = lane?.gates[lane.position];
  if (lane === undefined || at === undefined) return null;
  if (known?.kind !== "probe" && known?.kind !== "decide") return null;
  if (at.key === null) return null;
  const { key, hit: rowid } = at;
  const { table } = lane;
  const { index, columns } = at.check;
  const probe = { table, index, key, free: rowid === null };
  if (rowid === null) return { probe, hit: null };
  const held = now.tables.get(table)?.find((stored) => sameCell(stored.rowid, rowid));
  const row = held?.row ?? null;
  const name = nameOf({ trace, schema }, table, rowid, row, columns);
  return { probe, hit: { table, rowid, index, key, columns, row, name } };
}
