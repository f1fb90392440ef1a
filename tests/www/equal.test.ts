// Why keys that are spelt differently collide, on the real engine.

import { beforeAll, expect, test } from "vitest";
import init from "../../www/lib/node.ts";
import type { Dialect } from "../../www/state/trace.ts";
import { sentences, traced } from "./traced.ts";

beforeAll(() => init());

function collision(dialect: Dialect, sql: string): string {
  const run = traced(dialect, sql);
  return sentences(run)[run.outline.conflicts[0] ?? -1] ?? "";
}

test("a collation that takes no heed of case is named", () => {
  const sqlite =
    "CREATE TABLE u (id INTEGER PRIMARY KEY, email TEXT UNIQUE COLLATE NOCASE);" +
    " INSERT INTO u VALUES (1, 'Ann'); INSERT INTO u VALUES (2, 'ANN');";
  expect(collision("sqlite", sqlite)).toContain(
    "held by row 1: email 'ANN' equals 'Ann' under NOCASE.",
  );
  const mysql =
    "CREATE TABLE u (email VARCHAR(20), n INT, UNIQUE (email, n));" +
    " INSERT INTO u VALUES ('Ann', 1); INSERT INTO u VALUES ('ANN', 1);";
  expect(collision("mysql", mysql)).toContain(
    ": email 'ANN' equals 'Ann' under utf8mb4_0900_ai_ci.",
  );
});

test("spaces at the end that do not count are told", () => {
  const mysql =
    "CREATE TABLE u (id INT PRIMARY KEY, a VARCHAR(20) COLLATE utf8mb4_general_ci UNIQUE);" +
    " INSERT INTO u VALUES (1, 'x'); INSERT INTO u VALUES (2, 'x  ');";
  expect(collision("mysql", mysql)).toContain(
    "a 'x··' equals 'x' under utf8mb4_general_ci, to which spaces at the end do not count.",
  );
});

test("numbers of two kinds are equal as numbers", () => {
  const sql = "CREATE TABLE u (a UNIQUE); INSERT INTO u VALUES (1); INSERT INTO u VALUES (1.0);";
  expect(collision("sqlite", sql)).toContain("a 1.0 equals 1 as a number.");
});

test("a text that its column's type makes a number is told as it was given", () => {
  const sql =
    "CREATE TABLE u (n INT UNIQUE); INSERT INTO u VALUES (1); INSERT INTO u VALUES ('1');";
  expect(collision("sqlite", sql)).toMatch(/^n 1 \(given as '1'\) is already in/);
});

test("what reads as it was given is not said twice", () => {
  const sql =
    "CREATE TABLE u (d INT[] UNIQUE); INSERT INTO u VALUES ('{1,2}'); INSERT INTO u VALUES ('{1,2}');";
  expect(collision("postgresql", sql)).not.toContain("given");
});

test("keys of an expression are compared as the index holds them", () => {
  const sql =
    "CREATE TABLE u (a TEXT); CREATE UNIQUE INDEX low ON u (lower(a));" +
    " INSERT INTO u VALUES ('X'); INSERT INTO u VALUES ('x');";
  const said = collision("sqlite", sql);
  expect(said).toContain("'x' is already in");
  expect(said).not.toContain("equals");
});

test("keys that are spelt alike need no reason", () => {
  const sql = "CREATE TABLE u (a UNIQUE); INSERT INTO u VALUES ('x'); INSERT INTO u VALUES ('x');";
  expect(collision("sqlite", sql)).not.toMatch(/equals|given/);
});
