// Rows to which nothing happened have no steps where there are thousands of them.

import { beforeAll, expect, test } from "vitest";
import init from "../../www/lib/node.ts";
import { calmRows, sentence } from "../../www/text.ts";
import { sceneAt, traced } from "./traced.ts";

beforeAll(() => init());

test("a row after many is told by its own number, and those before it are no news", () => {
  const run = traced(
    "sqlite",
    `CREATE TABLE t(id INTEGER PRIMARY KEY, k TEXT UNIQUE);
     INSERT INTO t VALUES (1, 'k9000');
     WITH RECURSIVE c(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM c WHERE n < 9500)
     INSERT OR IGNORE INTO t SELECT n, 'k' || n FROM c;`,
  );
  const row = run.outline.rows.find((one) => one.ordinal === 8999);
  const begin = row?.begin ?? -1;
  expect(sentence(run, begin)).toBe("The 8999th new row of 9499 arrives: (9000, 'k9000').");
  const scene = sceneAt(run, begin);
  expect(scene.row).toEqual({ ordinal: 8999, total: 9499 });
  const [table] = scene.tables;
  expect(table?.rows.length).toBe(8999);
  expect(table?.rows.every(({ fate }) => fate === "same")).toBe(true);
  const [before, after] = [...run.outline.gaps.values()];
  expect(run.outline.gaps.get(begin)).toBe(before);
  const known = run.outline.rows.filter(({ statement }) => statement === 2).length;
  expect((before ?? 0) + (after ?? 0) + known).toBe(9499);
  expect(calmRows(1)).toBe("1 more row, to which nothing happened, has no steps of its own.");
});
