// What a reader of a trace does with it: applies its changes, or takes them back, over its base.

import type { Cell, Change, Trace } from "./setup.ts";

type Entry = { key: Cell[]; rowid: Cell };

/** Tables and indexes at a moment of a trace. */
export class Replay {
  readonly tables = new Map<string, Map<string, Cell[]>>();
  readonly indexes = new Map<string, Entry[]>();
  readonly #changes: Change[];
  #at = 0;

  /** `indexes` are the entries as they were before. */
  constructor(trace: Trace, indexes: ReadonlyMap<string, readonly Entry[]>) {
    this.#changes = trace.changes;
    for (const { name } of trace.tables) this.#table(name);
    for (const { table, rowid, row } of trace.base) this.#table(table).set(String(rowid), row);
    for (const [name, entries] of indexes) this.indexes.set(name, [...entries]);
  }

  /** Goes to where so many changes are applied. */
  seek(at: number): this {
    for (; this.#at < at; this.#at += 1) this.#apply(this.#changes[this.#at], true);
    for (; this.#at > at; this.#at -= 1) this.#apply(this.#changes[this.#at - 1], false);
    return this;
  }

  /** All of it as plain data. */
  state(): unknown {
    const tables = [...this.tables].map(([name, rows]) => [name, [...rows].toSorted()]);
    return { tables: tables.toSorted(), indexes: [...this.indexes].toSorted() };
  }

  #table(name: string): Map<string, Cell[]> {
    const table = this.tables.get(name) ?? new Map<string, Cell[]>();
    this.tables.set(name, table);
    return table;
  }

  #apply(change: Change | undefined, forward: boolean): void {
    if (change === undefined) throw new Error("there is no such change");
    if (change.kind === "row") {
      const after = forward ? change.after : change.before;
      const table = this.#table(change.table);
      if (after === null) table.delete(String(change.rowid));
      else table.set(String(change.rowid), after);
    } else if (change.kind === "entry") {
      const entries = this.indexes.get(change.index) ?? [];
      this.indexes.set(change.index, entries);
      const { key, rowid, position } = change;
      if (change.added === forward) {
        entries.splice(position, 0, { key, rowid });
      } else {
        const [removed] = entries.splice(position, 1);
        if (JSON.stringify(removed) !== JSON.stringify({ key, rowid })) {
          throw new Error(`${JSON.stringify(removed)} stands where ${JSON.stringify(change)} does`);
        }
      }
    }
  }
}
