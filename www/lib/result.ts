// Results as callers get them: the engine's data about a statement, and its rows as values.

import type { Connection } from "./connection.ts";
import type { ResultData } from "./engine/engine.js";
import { type SqlError, wholeFrom } from "./error.ts";
import type { Result, Value } from "./types.ts";
import { tag } from "./wire.ts";

/** SQLite's storage classes by tag. */
const storageClass: Readonly<Record<number, string>> = {
  [tag.null]: "null",
  [tag.int]: "integer",
  [tag.real]: "real",
  [tag.big]: "integer",
  [tag.text]: "text",
  [tag.blob]: "blob",
};

/** The result of a statement, number `at` of the script that ran last. */
export function resultFrom(
  connection: Connection,
  data: ResultData,
  at: number,
  withTypes: boolean,
  error: SqlError | undefined,
): Result {
  const { columns, columnTypes, rows: _, lastInsertRowid, insertId, error: __, ...rest } = data;
  const rows: Value[][] = [];
  const types: string[][] = [];
  const reader = connection.reader;
  const readTyped = (): void => {
    const row: Value[] = [];
    types.push(
      columns.map((_, column) => {
        const type = columnTypes?.[column] ?? storageClass[reader.tag] ?? "unknown";
        row.push(reader.next());
        return type;
      }),
    );
    rows.push(row);
  };
  if (columns.length > 0) {
    const read = withTypes ? readTyped : (): number => rows.push(reader.array(columns.length));
    connection.readRows(connection.readBigInts, (engine) => engine.rowsOf(at), read);
  }
  const whole = (cell: typeof lastInsertRowid): number | bigint =>
    connection.readBigInts === true ? BigInt(wholeFrom(cell)) : wholeFrom(cell);
  return {
    columns,
    rows,
    ...(withTypes ? { types } : {}),
    lastInsertRowid: whole(lastInsertRowid),
    ...rest,
    ...(insertId === undefined ? {} : { insertId: whole(insertId) }),
    ...(error === undefined ? {} : { error }),
  };
}
