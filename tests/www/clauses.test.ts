// What is said of a statement under other clauses, on the real engine.

import { beforeAll, expect, test } from "vitest";
import init, { Database } from "../../www/lib/node.ts";
import { losses, rowsChanged } from "../../www/text/clauses.ts";

beforeAll(() => init());

test("clauses that lose rows say so in words", () => {
  const db = new Database({ dialect: "mysql" });
  db.exec("CREATE TABLE u (id INT PRIMARY KEY, email VARCHAR(20) UNIQUE)");
  db.exec("INSERT INTO u VALUES (200, 'ann')");
  const { columns, cells } = db.whatIf("INSERT INTO u VALUES (300, 'ann')", {
    dialects: ["mysql", "sqlite", "postgresql"],
  });
  db.close();
  const of = (dialect: string, clause: string) => {
    const at = columns.findIndex((one) => one.dialect === dialect && one.clause === clause);
    const cell = cells[at];
    if (cell === undefined) throw new Error(`${clause} was not tried`);
    return cell;
  };
  expect(losses(of("mysql", "INSERT"))).toEqual([]);
  expect(losses(of("mysql", "REPLACE"))).toEqual([
    "Data lost: the row with id 200 of u is deleted.",
  ]);
  expect(losses(of("mysql", "INSERT IGNORE"))).toEqual(["Data lost: 1 new row left out."]);
  expect(losses(of("mysql", "ON DUPLICATE KEY UPDATE"))).toEqual([]);
  expect(losses(of("sqlite", "OR REPLACE"))[0]).toMatch(/^Data lost: row \d+ of u is deleted\.$/);
  expect(losses(of("postgresql", "ON CONFLICT DO NOTHING"))).toHaveLength(1);
  expect(rowsChanged(of("mysql", "REPLACE"))).toBe("(300, 'ann')");
});
