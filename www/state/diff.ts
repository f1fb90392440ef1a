// What differs between two moments of a table or an index, with what has gone kept in its place
// for one step. Pure comparison; how it looks is for the elements.

import { cellKey, sameCell } from "./cells.ts";
import type { StoredEntry, StoredRow } from "./player.ts";
import type { Cell } from "./trace.ts";

export type Fate = "same" | "added" | "changed" | "gone";

export interface RowView {
  readonly fate: Fate;
  readonly rowid: Cell;
  readonly row: readonly Cell[];
  /** The row before, when it changed. */
  readonly before: readonly Cell[] | null;
}

export interface EntryView {
  readonly fate: Fate;
  readonly key: readonly Cell[];
  readonly rowid: Cell;
}

export function diffRows(before: readonly StoredRow[], now: readonly StoredRow[]): RowView[] {
  // At most steps nothing has changed, and there may be many rows.
  if (before === now) {
    return now.map(({ rowid, row }) => ({ fate: "same", rowid, row, before: null }));
  }
  const was = new Map(before.map((row) => [cellKey(row.rowid), row]));
  const merged = merge(before, now, (row) => cellKey(row.rowid));
  return merged.map(({ item, gone }): RowView => {
    const { rowid, row } = item;
    if (gone) return { fate: "gone", rowid, row, before: null };
    const old = was.get(cellKey(rowid));
    if (old === undefined) return { fate: "added", rowid, row, before: null };
    return old.row === row
      ? { fate: "same", rowid, row, before: null }
      : { fate: "changed", rowid, row, before: old.row };
  });
}

export function diffEntries(
  before: readonly StoredEntry[],
  now: readonly StoredEntry[],
): EntryView[] {
  if (before === now) return now.map(({ key, rowid }) => ({ fate: "same", key, rowid }));
  const id = (entry: StoredEntry) => JSON.stringify([entry.key, entry.rowid]);
  const was = new Set(before.map(id));
  return merge(before, now, id).map(({ item, gone }): EntryView => {
    const fate = gone ? "gone" : was.has(id(item)) ? "same" : "added";
    return { fate, key: item.key, rowid: item.rowid };
  });
}

/** Which cells of a changed row are new. */
export function isChanged(view: RowView, column: number): boolean {
  if (view.before === null) return false;
  return !sameCell(view.before[column] ?? null, view.row[column] ?? null);
}

/** `now` in its order, with each item that has gone after the one that it used to follow. */
function merge<T>(before: readonly T[], now: readonly T[], id: (item: T) => string) {
  const staying = new Set(now.map(id));
  const after = new Map<string | null, T[]>();
  let last: string | null = null;
  for (const item of before) {
    const key = id(item);
    if (staying.has(key)) last = key;
    else after.set(last, [...(after.get(last) ?? []), item]);
  }
  const ghosts = (key: string | null) =>
    (after.get(key) ?? []).map((item) => ({ item, gone: true }));
  return [...ghosts(null), ...now.flatMap((item) => [{ item, gone: false }, ...ghosts(id(item))])];
}
