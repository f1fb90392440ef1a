// What is said of a statement under other clauses, on the real engine.

import { beforeAll, expect, test } from "vitest";
import init, { Database } from "../../www/lib/node.ts";
import { losses, rowsChanged, unchanged } from "../../www/text/clauses.ts";

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

test("an UPDATE that leaves a row alone loses nothing", () => {
  const db = new Database({ dialect: "sqlite" });
  db.exec("CREATE TABLE t(id INTEGER PRIMARY KEY, k VARCHAR(9) UNIQUE)");
  db.exec("INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c')");
  const tried = (sql: string) => db.whatIf(sql, { dialects: ["sqlite", "mysql"] });
  const of = ({ columns, cells }: ReturnType<typeof tried>, clause: string) => {
    const cell = cells[columns.findIndex((one) => one.clause === clause)];
    if (cell === undefined) throw new Error(`${clause} was not tried`);
    return [losses(cell), unchanged(cell, db.schema())];
  };
  const one = tried("UPDATE t SET k = 'a' WHERE id = 2");
  expect(of(one, "OR IGNORE")).toEqual([[], "Row 2 stays as it was."]);
  expect(of(one, "UPDATE IGNORE")).toEqual([[], "The row with id 2 stays as it was."]);
  expect(of(one, "OR REPLACE")).toEqual([["Data lost: row 1 of t is deleted."], ""]);
  const two = tried("UPDATE t SET k = 'a' WHERE id > 1");
  expect(of(two, "OR IGNORE")).toEqual([[], "Row 2, row 3 stay as they were."]);
  expect(of(two, "OR REPLACE")).toEqual([["Data lost: row 1 of t, row 2 of t are deleted."], ""]);
  db.close();
});
