// Plays a trace's changes forwards and backwards: the tables and the indexes as they stood at a
// step. Every function gives a new Playback and leaves the old one as it was; only what a seek
// touches is copied. What a step means and what to light up is scene.ts.

import { cellKey, compareRowids, sameCell, sameCells } from "./cells.ts";
import type { Cell, Change, EntryChange, RowChange, Trace } from "./trace.ts";

export interface StoredRow {
  readonly rowid: Cell;
  readonly row: readonly Cell[];
}

export interface StoredEntry {
  readonly key: readonly Cell[];
  readonly rowid: Cell;
}

export interface Playback {
  /** How many of the trace's changes are applied. */
  readonly at: number;
  /** Rows by table, in rowid order. */
  readonly tables: ReadonlyMap<string, readonly StoredRow[]>;
  /** Entries by index, in key order. */
  readonly indexes: ReadonlyMap<string, readonly StoredEntry[]>;
  /** SQL text of what was made while the trace ran; null once dropped or not yet made. */
  readonly objects: ReadonlyMap<string, string | null>;
  readonly sequences: ReadonlyMap<string, Cell>;
}

/** The state before the first change. */
export function start(trace: Trace): Playback {
  const tables = new Map<string, StoredRow[]>();
  for (const { table, rowid, row } of trace.base) {
    const rows = tables.get(table) ?? [];
    rows.splice(find(rows, rowid).at, 0, { rowid, row });
    tables.set(table, rows);
  }
  const objects = new Map<string, string | null>();
  const sequences = new Map<string, Cell>();
  for (const change of trace.changes) {
    if (change.kind === "object" && !objects.has(change.name)) {
      objects.set(change.name, change.before);
    }
    if (change.kind === "sequence" && !sequences.has(change.name)) {
      sequences.set(change.name, change.before);
    }
  }
  return { at: 0, tables, indexes: new Map(), objects, sequences };
}

/** The state as it is shown at a step. */
export function seek(trace: Trace, from: Playback, step: number): Playback {
  return seekChange(trace, from, changesAt(trace, step));
}

// A step is noted before what it leads to, so `at` does not count the changes that it announces.
// Where the step itself says that something is written or taken back, the reader is to see it done.
const DEEDS: ReadonlySet<string> = new Set(["place", "delete", "undid"]);

/** How many changes have been applied in what a step shows. */
export function changesAt(trace: Trace, step: number): number {
  if (step < 0) return 0;
  const noted = trace.steps[step];
  if (noted === undefined) return trace.changes.length;
  if (!DEEDS.has(noted.kind)) return noted.at;
  return trace.steps[step + 1]?.at ?? trace.changes.length;
}

/** The state with exactly the first `goal` changes applied. */
export function seekChange(trace: Trace, from: Playback, goal: number): Playback {
  const target = Math.max(0, Math.min(goal, trace.changes.length));
  if (target === from.at) return from;
  const draft = new Draft(from);
  let at = from.at;
  for (; at < target; at++) draft.apply(trace.changes[at]);
  for (; at > target; at--) draft.apply(inverse(trace.changes[at - 1]));
  return draft.finish(target);
}

/** What tells an index from those of its name on other tables. */
export function indexKey(table: string, index: string): string {
  return `${table}\u0000${index}`;
}

/** The change that takes this one back. */
export function inverse(change: Change | undefined): Change | undefined {
  if (change === undefined) return undefined;
  if (change.kind === "entry") return { ...change, added: !change.added };
  return { ...change, before: change.after, after: change.before } as Change;
}

/** Copies a table or an index the first time it is written to. */
class Draft {
  #from: Playback;
  #tables = new Map<string, StoredRow[]>();
  #indexes = new Map<string, StoredEntry[]>();
  #objects = new Map<string, string | null>();
  #sequences = new Map<string, Cell>();

  constructor(from: Playback) {
    this.#from = from;
  }

  apply(change: Change | undefined): void {
    switch (change?.kind) {
      case undefined:
        return;
      case "row":
        applyRow(own(this.#tables, this.#from.tables, change.table), change);
        return;
      case "entry":
        applyEntry(
          own(this.#indexes, this.#from.indexes, indexKey(change.table, change.index)),
          change,
        );
        return;
      case "object":
        this.#objects.set(change.name, change.after);
        return;
      case "sequence":
        this.#sequences.set(change.name, change.after);
        return;
    }
  }

  finish(at: number): Playback {
    return {
      at,
      tables: over(this.#from.tables, this.#tables),
      indexes: over(this.#from.indexes, this.#indexes),
      objects: over(this.#from.objects, this.#objects),
      sequences: over(this.#from.sequences, this.#sequences),
    };
  }
}

function own<T>(mine: Map<string, T[]>, theirs: ReadonlyMap<string, readonly T[]>, name: string) {
  const have = mine.get(name);
  if (have !== undefined) return have;
  const copy = [...(theirs.get(name) ?? [])];
  mine.set(name, copy);
  return copy;
}

function over<V>(below: ReadonlyMap<string, V>, above: ReadonlyMap<string, V>) {
  return above.size === 0 ? below : new Map([...below, ...above]);
}

function applyRow(rows: StoredRow[], change: RowChange): void {
  const { at, found } = find(rows, change.rowid);
  const put = change.after === null ? [] : [{ rowid: change.rowid, row: change.after }];
  rows.splice(at, found ? 1 : 0, ...put);
}

function applyEntry(entries: StoredEntry[], { key, rowid, added, position }: EntryChange): void {
  if (added) {
    entries.splice(position, 0, { key, rowid });
    return;
  }
  // With a base that holds touched rows only, a position may count entries we were not given.
  const here = entries[position];
  const at = here && isEntry(here, key, rowid) ? position : indexOfEntry(entries, key, rowid);
  if (at >= 0) entries.splice(at, 1);
}

function isEntry(entry: StoredEntry, key: readonly Cell[], rowid: Cell): boolean {
  return sameCell(entry.rowid, rowid) && sameCells(entry.key, key);
}

function indexOfEntry(entries: readonly StoredEntry[], key: readonly Cell[], rowid: Cell): number {
  return entries.findIndex((entry) => isEntry(entry, key, rowid));
}

/** Where the row stands, or would stand, by binary search. */
function find(rows: readonly StoredRow[], rowid: Cell): { at: number; found: boolean } {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && compareRowids(row.rowid, rowid) < 0) low = middle + 1;
    else high = middle;
  }
  const row = rows[low];
  return { at: low, found: row !== undefined && cellKey(row.rowid) === cellKey(rowid) };
}
