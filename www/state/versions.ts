// What each row held at any moment of the trace, read from its changes, so that a step which gives
// only a row's address can be told by what is in the row. Made once per trace.

import { cellKey } from "./cells.ts";
import type { Cell, Trace } from "./trace.ts";

/** What a row held from a change on; a row that is gone keeps what it held last. */
interface Version {
  /** How many changes had come before. */
  readonly from: number;
  readonly row: readonly Cell[];
}

/** By table and address; in the order of the changes. */
export type Versions = ReadonlyMap<string, readonly Version[]>;

export function versionsOf({ base, changes }: Trace): Versions {
  const versions = new Map<string, Version[]>();
  const note = (table: string, rowid: Cell, from: number, row: readonly Cell[] | null) => {
    if (row === null) return;
    const key = addressOf(table, rowid);
    const known = versions.get(key);
    if (known === undefined) versions.set(key, [{ from, row }]);
    else known.push({ from, row });
  };
  for (const { table, rowid, row } of base) note(table, rowid, 0, row);
  changes.forEach((change, i) => {
    if (change.kind !== "row") return;
    const { table, rowid, before, after } = change;
    if (!versions.has(addressOf(table, rowid))) note(table, rowid, 0, before);
    note(table, rowid, i + 1, after);
  });
  return versions;
}

/** The row after so many changes; null where the trace never showed it. */
export function rowAt(versions: Versions, table: string, rowid: Cell, changes: number) {
  const known = versions.get(addressOf(table, rowid));
  return known?.findLast(({ from }) => from <= changes)?.row ?? null;
}

function addressOf(table: string, rowid: Cell): string {
  return `${table}\u0000${cellKey(rowid)}`;
}
