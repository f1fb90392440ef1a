// A trace of the first lesson, written by hand after SQLite's semantics: what the tests of the
// pure code replay, whatever the engine of the day does.

import type { Cell, Change, Failure, Plan, PlanCheck, Step, Trace } from "../../www/state/trace.ts";

export const SCRIPT = `CREATE TABLE users (
  user_id  INTEGER PRIMARY KEY AUTOINCREMENT,
  email    TEXT UNIQUE,
  username TEXT UNIQUE
);
INSERT INTO users (email, username) VALUES ('test@example.com', 'testuser1');
INSERT INTO users (email, username) VALUES ('test@example.com', 'testuser2');
INSERT OR REPLACE INTO users (email, username) VALUES ('test@example.com', 'testuser3');
`;

const EMAIL = "sqlite_autoindex_users_1";
const USERNAME = "sqlite_autoindex_users_2";

const STARTS = [...SCRIPT.matchAll(/^(?:CREATE|INSERT)/gm)].map((m) => m.index);

/** Collects steps and changes as an engine would: a step notes how many changes came before. */
class Recorder {
  steps: Step[] = [];
  changes: Change[] = [];
  plans: Plan[] = [];

  step(kind: string, depth: number, fields: Record<string, unknown> = {}): void {
    const step = { kind, depth, at: this.changes.length, span: null, text: kind, ...fields };
    // Fields by kind are for the reader of this file to get right, as for the engine.
    this.steps.push(step as unknown as Step);
  }

  plan(statement: number, action: string, source: PlanCheck["source"]): number {
    const id = this.plans.length;
    const from = STARTS[statement] ?? 0;
    const clause = SCRIPT.indexOf("OR REPLACE", from);
    const span =
      source === "default"
        ? null
        : { source: 0, start: clause, end: clause + "OR REPLACE".length, line: 8, column: 8 };
    const rest = { constraint: null, when: "row" as const, action, source, span };
    this.plans.push({
      id,
      table: "users",
      statement,
      checks: [
        { id: 0, kind: "primary key", index: null, columns: ["user_id"], ...rest },
        { id: 1, kind: "unique", index: USERNAME, columns: ["username"], ...rest },
        { id: 2, kind: "unique", index: EMAIL, columns: ["email"], ...rest },
      ],
    });
    return id;
  }

  place(row: [number, string, string], positions: [number, number]): void {
    const [rowid, email, username] = row;
    this.step("place", 2, { table: "users", rowid, row });
    this.changes.push({ kind: "row", table: "users", rowid, before: null, after: row });
    this.entry(EMAIL, email, rowid, true, positions[0]);
    this.entry(USERNAME, username, rowid, true, positions[1]);
  }

  remove(row: [number, string, string]): void {
    const [rowid, email, username] = row;
    this.step("delete", 2, { table: "users", rowid });
    this.entry(EMAIL, email, rowid, false, 0);
    this.entry(USERNAME, username, rowid, false, 0);
    this.changes.push({ kind: "row", table: "users", rowid, before: row, after: null });
  }

  entry(index: string, key: Cell, rowid: Cell, added: boolean, position: number): void {
    const table = "users";
    this.changes.push({ kind: "entry", index, table, key: [key], rowid, added, position });
  }
}

export function lessonTrace(): Trace {
  const r = new Recorder();
  const marks: [number, number][] = [];
  const statement = (body: () => void, ended: string) => {
    const first = r.steps.length;
    r.step("begin", 0, { frame: "statement" });
    body();
    r.step("end", 0, { frame: "statement", ended });
    marks.push([first, r.steps.length - 1]);
  };
  const probe = (plan: number, check: number, key: Cell, hit: Cell | null = null) =>
    r.step("probe", 2, { plan, check, key: [key], hit, own: false });
  const row = (values: Cell[], id: number, body: () => void, ended: string) => {
    r.step("begin", 1, { frame: "row", ordinal: 1, table: "users", values });
    r.step("computed", 2, { column: "user_id", value: id });
    body();
    r.step("end", 1, { frame: "row", ended });
  };

  statement(() => {
    const sql = SCRIPT.slice(0, SCRIPT.indexOf(";"));
    r.changes.push({ kind: "object", name: "users", before: null, after: sql });
  }, "done");

  statement(() => {
    const plan = r.plan(1, "ABORT", "default");
    row(
      [null, "test@example.com", "testuser1"],
      1,
      () => {
        probe(plan, 0, 1);
        probe(plan, 1, "testuser1");
        probe(plan, 2, "test@example.com");
        r.place([1, "test@example.com", "testuser1"], [0, 0]);
      },
      "inserted",
    );
  }, "done");

  statement(() => {
    const plan = r.plan(2, "ABORT", "default");
    row(
      [null, "test@example.com", "testuser2"],
      2,
      () => {
        probe(plan, 0, 2);
        probe(plan, 1, "testuser2");
        probe(plan, 2, "test@example.com", 1);
        r.step("decide", 2, { plan, check: 2, action: "ABORT", source: "default", other: 1 });
      },
      "failed",
    );
    r.step("undid", 1, { scope: "statement" });
    r.step("failed", 1, { error: failure });
  }, "failed");

  statement(() => {
    const plan = r.plan(3, "REPLACE", "statement");
    row(
      [null, "test@example.com", "testuser3"],
      2,
      () => {
        probe(plan, 0, 2);
        probe(plan, 1, "testuser3");
        probe(plan, 2, "test@example.com", 1);
        r.step("decide", 2, { plan, check: 2, action: "REPLACE", source: "statement", other: 1 });
        r.remove([1, "test@example.com", "testuser1"]);
        r.place([2, "test@example.com", "testuser3"], [0, 0]);
      },
      "replaced",
    );
  }, "done");

  const none = { inserted: 0, updated: 0, replaced: 0, deleted: 0, ignored: 0, unchanged: 0 };
  const results = [none, { ...none, inserted: 1 }, null, { ...none, replaced: 1 }];
  return {
    version: 1,
    dialect: "sqlite",
    complete: true,
    omitted: 0,
    sources: [SCRIPT],
    statements: marks.map(([firstStep, lastStep], i) => {
      const start = STARTS[i] ?? 0;
      const end = SCRIPT.indexOf(";", start) + 1;
      const command = i === 0 ? "CREATE TABLE" : "INSERT";
      const outcome = results[i] ?? null;
      const span = { source: 0, start, end, line: 1, column: 1 };
      const counts = { columns: [], rows: [], changes: 0, lastInsertRowid: 0, warnings: [] };
      return {
        span,
        command,
        firstStep,
        lastStep,
        result: outcome === null ? null : { ...counts, command, outcome, span },
        error: outcome === null ? failure : null,
        transaction: "idle",
      };
    }),
    plans: r.plans,
    tables: [
      {
        name: "users",
        columns: ["user_id", "email", "username"],
        indexes: [
          { name: EMAIL, columns: ["email"] },
          { name: USERNAME, columns: ["username"] },
        ],
      },
    ],
    base: [],
    changes: r.changes,
    steps: r.steps,
  };
}

export const failure: Failure = {
  code: "SQLITE_CONSTRAINT_UNIQUE",
  errcode: 2067,
  message: "UNIQUE constraint failed: users.email",
  statementIndex: 2,
};
