// What the Import lesson tells to try comes out as it says, when it is followed word for word.

import { beforeAll, expect, test } from "vitest";
import { LESSONS } from "../../www/app/lessons.ts";
import init from "../../www/lib/node.ts";
import type { Dialect } from "../../www/state/trace.ts";
import { traced } from "./traced.ts";

beforeAll(() => init());

const script = (dialect: Dialect) =>
  LESSONS.find(({ id }) => id === "import")?.script.sql[dialect] ?? "";

/** The second load without its clause's line, and with another beginning. */
function instead(dialect: Dialect, line: RegExp, beginning: string) {
  const sql = script(dialect).replace(line, "");
  const at = sql.lastIndexOf("INSERT INTO");
  const changed = `${sql.slice(0, at)}${beginning}${sql.slice(at + "INSERT INTO".length)}`;
  const { statements } = traced(dialect, changed).trace;
  expect(statements.length).toBe(7);
  const [load, rows] = statements.slice(-2);
  const names = rows?.result?.rows.map(([, sku, name]) => `${sku} ${name}`);
  const ids = rows?.result?.rows.map(([id]) => id);
  return { error: load?.error?.code ?? null, warnings: load?.result?.warnings.length, names, ids };
}

const FIRST = ["SKU123 Laptop", "SKU124 Monitor"];

test("SQLite's clauses", () => {
  const line = /^ON CONFLICT.*\n/m;
  const ignored = instead("sqlite", line, "INSERT OR IGNORE INTO");
  expect(ignored).toMatchObject({ error: null, names: FIRST });
  const replaced = instead("sqlite", line, "INSERT OR REPLACE INTO");
  expect(replaced).toMatchObject({ error: null, names: ["SKU124 Monitor", "SKU123 Keyboard"] });
  expect(replaced.ids?.[1]).not.toBe(ignored.ids?.[0]);
  const failed = instead("sqlite", line, "INSERT OR FAIL INTO");
  expect(failed).toMatchObject({ error: "SQLITE_CONSTRAINT_UNIQUE", names: FIRST });
});

test("MySQL's statements", () => {
  const line = /^AS incoming_row ON DUPLICATE KEY UPDATE.*\n/m;
  const ignored = instead("mysql", line, "INSERT IGNORE INTO");
  expect(ignored).toMatchObject({ error: null, warnings: 1, names: FIRST });
  const replaced = instead("mysql", line, "REPLACE INTO");
  expect(replaced).toMatchObject({ error: null, names: ["SKU124 Monitor", "SKU123 Keyboard"] });
});

test("PostgreSQL's other action", () => {
  const sql = script("postgresql").replace("DO NOTHING", "DO UPDATE SET name = excluded.name");
  const { statements } = traced("postgresql", sql).trace;
  expect(statements.at(-2)?.error?.code).toBe("21000");
});
