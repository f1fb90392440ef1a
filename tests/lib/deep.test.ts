import { describe, expect, test } from "vitest";
import { Database, sqlError } from "./setup.ts";

// V8 compiles what is called often anew, with larger stack frames: once is not enough.
const times = 60;

describe.each(["sqlite", "postgresql", "mysql"] as const)("%s", (dialect) => {
  test("long chains of operators do not exhaust the stack", () => {
    const db = new Database({ dialect });
    const sql = `SELECT 1${" + 1".repeat(900)}`;
    for (let i = 0; i < times; i += 1) expect(Number(db.query(sql).rows[0]?.[0])).toBe(901);
    db.close();
  });

  test("what nests too deep ends with the error of the limit, and the database goes on", () => {
    const db = new Database({ dialect });
    const forms = [
      (n: number) => `SELECT ${"(".repeat(n)}1${")".repeat(n)}`,
      (n: number) => `SELECT ${"(1 = ".repeat(n)}1${")".repeat(n)}`,
      (n: number) => `SELECT ${"(SELECT ".repeat(n)}1${")".repeat(n)}`,
      (n: number) => `SELECT ${"CASE WHEN ".repeat(n)}1 = 1${" THEN 1 = 1 END".repeat(n)}`,
      (n: number) => `SELECT ${"coalesce(1, ".repeat(n)}1${")".repeat(n)}`,
    ];
    for (const form of forms) {
      for (let i = 0; i < times; i += 1) {
        for (const deep of [140, 5000]) {
          try {
            db.query(form(deep));
          } catch (error) {
            expect(error).not.toHaveProperty("message", expect.stringContaining("broken down"));
          }
        }
      }
      expect(sqlError(() => db.query(form(5000))).limit).toBe("depth");
    }
    expect(db.query("SELECT 1").rows).toHaveLength(1);
    db.close();
  });

  test("the limit of depth is the one that was given", () => {
    const nested = (n: number) => `SELECT ${"(1 + ".repeat(n)}1${")".repeat(n)}`;
    const db = new Database({ dialect, limits: { depth: 10 } });
    expect(db.query(nested(4)).rows).toHaveLength(1);
    expect(sqlError(() => db.query(nested(20))).limit).toBe("depth");
    db.close();
  });
});
