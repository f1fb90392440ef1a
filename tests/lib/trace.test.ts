import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Replay } from "./replay.ts";
import { type Cell, Database, type Dialect, type Trace, users } from "./setup.ts";

const people =
  "CREATE TABLE users(id INTEGER PRIMARY KEY, email TEXT UNIQUE, n INTEGER NOT NULL DEFAULT 7);" +
  "INSERT INTO users VALUES (1, 'ann@x', 10), (2, 'bob@x', 20), (3, NULL, 30)";

/** The contract: each is kept as JSON, and `UPDATE=1` writes it anew. */
const contract: { name: string; dialect: Dialect; setup: string; sql: string }[] = [
  {
    name: "abort",
    dialect: "sqlite",
    setup: people,
    sql: "INSERT INTO users(email, n)\nVALUES ('eve@x', 1), ('bob@x', 2);\nSELECT count(*) FROM users",
  },
  {
    name: "replace",
    dialect: "sqlite",
    setup: people,
    sql: "REPLACE INTO users VALUES (1, 'bob@x', NULL)",
  },
  {
    name: "upsert",
    dialect: "sqlite",
    setup: people,
    sql: "INSERT INTO users VALUES (9, 'ann@x', 1), (10, NULL, 2)\n  ON CONFLICT(email) DO UPDATE SET n = n + excluded.n WHERE n > 0",
  },
  {
    name: "transaction",
    dialect: "postgresql",
    setup: "CREATE TABLE t(a serial PRIMARY KEY, b text UNIQUE); INSERT INTO t(b) VALUES ('x')",
    sql: "BEGIN; INSERT INTO t(b) VALUES ('y'); INSERT INTO t(b) VALUES ('x'); SELECT 1; ROLLBACK",
  },
  {
    name: "ignore",
    dialect: "mysql",
    setup:
      "CREATE TABLE t(a int AUTO_INCREMENT PRIMARY KEY, b varchar(9) UNIQUE); INSERT INTO t(b) VALUES ('x')",
    sql: "INSERT IGNORE INTO t(b) VALUES ('é'), ('X'), ('y')",
  },
];

function open(dialect: Dialect, setup: string): Database {
  const db = new Database({ dialect });
  db.exec(setup);
  return db;
}

function indexesOf(db: Database): Map<string, { key: Cell[]; rowid: Cell }[]> {
  const entries = (index: string) =>
    db.indexEntries(index).entries.map(({ key, rowid }) => ({ key, rowid }));
  return new Map(db.schema().indexes.map(({ name }) => [name, entries(name)]));
}

/** Every touched table by what the trace says and by what the database has. */
function compare(db: Database, trace: Trace, before: ReturnType<typeof indexesOf>): void {
  const replay = new Replay(trace, before).seek(trace.changes.length);
  for (const { name } of trace.tables) {
    const { rows, rowids } = db.rows(name);
    const actual = new Map(rowids.map((rowid, at) => [String(rowid), rows[at]]));
    for (const [rowid, row] of replay.tables.get(name) ?? []) {
      expect(row, `row ${rowid} of ${name}`).toEqual(actual.get(rowid));
    }
    const touched = new Set(
      trace.changes.flatMap((c) => (c.kind === "row" ? [String(c.rowid)] : [])),
    );
    for (const rowid of touched) {
      expect(replay.tables.get(name)?.has(rowid)).toBe(actual.has(rowid));
    }
  }
  for (const [name, entries] of indexesOf(db)) expect(replay.indexes.get(name)).toEqual(entries);
}

test.each(contract)("contract: $name", ({ name, dialect, setup, sql }) => {
  const trace = open(dialect, setup).trace(sql);
  const file = new URL(`../contract/${name}.json`, import.meta.url);
  const text = `${JSON.stringify(trace, null, 1)}\n`;
  if (process.env["UPDATE"] !== undefined && process.env["CI"] === undefined)
    writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, "utf8"));
});

test.each(contract)("replay arrives where the database is: $name", ({ dialect, setup, sql }) => {
  const db = open(dialect, setup);
  const before = indexesOf(db);
  const trace = db.trace(sql);
  expect(trace.complete).toBe(true);
  compare(db, trace, before);
});

test.each(contract)(
  "forwards and backwards meet at every step: $name",
  ({ dialect, setup, sql }) => {
    const db = open(dialect, setup);
    const before = indexesOf(db);
    const trace = db.trace(sql);
    const there = new Replay(trace, before);
    const states = trace.steps.map(({ at }) => JSON.stringify(there.seek(at).state()));
    for (const [k, { at }] of [...trace.steps.entries()].reverse()) {
      expect(JSON.stringify(there.seek(at).state())).toBe(states[k]);
    }
    const last = trace.steps.at(-1);
    expect(last?.at).toBe(trace.changes.length);
  },
);

test.each(contract)(
  "explainConflict leaves everything as it was: $name",
  ({ dialect, setup, sql }) => {
    const db = open(dialect, setup);
    const state = () => {
      const { changes, totalChanges, lastInsertRowid, transactionState } = db;
      const tables = db.schema().tables.map(({ name }) => db.rows(name));
      const indexes = [...indexesOf(db)];
      return {
        schema: db.schema(),
        tables,
        indexes,
        changes,
        totalChanges,
        lastInsertRowid,
        transactionState,
      };
    };
    const before = state();
    const explained = db.explainConflict(sql);
    expect(state()).toEqual(before);
    expect(explained).toEqual(db.trace(sql));
  },
);

test("spans point at the words that decide", () => {
  const sql = "SELECT 'ä😀';\nINSERT OR REPLACE INTO users VALUES (1, 'é', NULL)";
  const db = users();
  db.exec("INSERT INTO users VALUES (1, 'x', 'y')");
  const trace = db.trace(sql);
  const decide = trace.steps.find(({ kind }) => kind === "decide");
  const { start, end, line, column } = decide?.span ?? { start: 0, end: 0, line: 0, column: 0 };
  expect([sql.slice(start, end), line, column]).toEqual(["OR REPLACE", 2, 8]);
  expect(trace.statements.map((s) => sql.slice(s.span.start, s.span.end))).toEqual([
    "SELECT 'ä😀'",
    "INSERT OR REPLACE INTO users VALUES (1, 'é', NULL)",
  ]);
});

test("the words of a constraint are in a source of their own", () => {
  const create = "CREATE TABLE t(a, b UNIQUE ON CONFLICT IGNORE)";
  const db = new Database();
  db.exec(`${create}; INSERT INTO t VALUES (1, 2)`);
  const trace = db.trace("INSERT INTO t VALUES (2, 2)");
  const check = trace.plans[0]?.checks.find(({ columns }) => columns.includes("b"));
  expect([check?.action, check?.source]).toEqual(["IGNORE", "constraint"]);
  const { source, start, end } = check?.span ?? { source: 0, start: 0, end: 0 };
  expect(trace.sources[source]?.slice(start, end)).toBe("ON CONFLICT IGNORE");
});

test("in a script that makes its own table they are words of the script", () => {
  const script = "CREATE TABLE t(a UNIQUE ON CONFLICT FAIL); INSERT INTO t VALUES (2), (2)";
  const trace = new Database().trace(script);
  const check = trace.plans[0]?.checks.find(({ columns }) => columns.includes("a"));
  const { source, start, end } = check?.span ?? { source: 1, start: 0, end: 0 };
  expect([source, script.slice(start, end)]).toEqual([0, "ON CONFLICT FAIL"]);
});

test("errors are in the trace; it goes on, or stops when asked", () => {
  const script =
    "INSERT INTO users VALUES (1, 'a', 'b'); INSERT INTO users VALUES (1, 'c', 'd'); SELECT 5";
  const trace = users().trace(script);
  const [first, second, third] = trace.statements;
  expect([first?.error, second?.result]).toEqual([null, null]);
  expect(second?.error).toMatchObject({ code: "SQLITE_CONSTRAINT_PRIMARYKEY", statementIndex: 1 });
  expect(third?.result?.rows).toEqual([[5]]);
  const failed = trace.steps.find((step) => step.kind === "failed");
  expect(failed).toMatchObject({ error: second?.error });
  for (const [at, { firstStep, lastStep }] of trace.statements.entries()) {
    expect(trace.steps[firstStep]).toMatchObject({ kind: "begin", frame: "statement", depth: 0 });
    expect(trace.steps[lastStep]).toMatchObject({ kind: "end", frame: "statement", depth: 0 });
    expect(firstStep).toBe(at === 0 ? 0 : (trace.statements[at - 1]?.lastStep ?? 0) + 1);
  }
  expect(users().trace(script, undefined, { onError: "stop" }).statements).toHaveLength(2);
});

test("parameters, large integers and blobs cross in plain JSON", () => {
  const db = new Database();
  db.exec("CREATE TABLE t(a, b, c)");
  const trace = db.trace("INSERT INTO t VALUES (:a, :b, :c) RETURNING *", {
    a: 2n ** 63n - 1n,
    b: new Uint8Array([0, 255]),
    c: 1,
  });
  const cells = [{ int: "9223372036854775807" }, { blob: "00ff" }, 1];
  expect(trace.statements[0]?.result?.rows).toEqual([cells]);
  expect(trace.changes).toMatchObject([{ kind: "row", before: null, after: cells }]);
  expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
  expect(db.explainConflict("INSERT INTO t VALUES (1.0, -1.5e300, 'x')").changes).toMatchObject([
    { after: [{ real: "1.0" }, { real: "-1.5e300" }, "x"] },
  ]);
});

test("past its budget a trace says what it left out, and the statement goes on", () => {
  const db = users({ limits: { traceSteps: 10 } });
  const trace = db.trace("INSERT INTO users(email) VALUES ('a'), ('b'), ('c'), ('d'), ('e')");
  expect([trace.complete, trace.steps.length <= 10, trace.omitted > 0]).toEqual([
    false,
    true,
    true,
  ]);
  expect(db.rows("users").total).toBe(5);
});

test("rows to which nothing happens give way, so that what comes after many is traced", () => {
  const db = new Database({ dialect: "sqlite" });
  const trace = db.trace(`CREATE TABLE t(id INTEGER PRIMARY KEY, k TEXT UNIQUE);
    INSERT INTO t VALUES (1, 'k9000');
    WITH RECURSIVE c(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM c WHERE n < 30000)
    INSERT OR IGNORE INTO t SELECT n, 'k' || n FROM c;
    INSERT INTO t VALUES (40000, 'k5');`);
  const [, , many, last] = trace.statements;
  expect(trace.complete).toBe(true);
  expect(trace.steps.length).toBeLessThan(5000);
  const rows = trace.steps.filter(
    (step, i) => step.kind === "begin" && step.frame === "row" && i > (many?.firstStep ?? 0),
  );
  expect(rows.at(-2)).toMatchObject({ ordinal: 8999, values: [9000, "k9000"] });
  // Those that have steps, those that have none: all but the one of the last statement.
  expect(rows.length - 1 + (many?.leftOut ?? 0)).toBe(29_999);
  expect(many?.result?.outcome).toMatchObject({ inserted: 29_998, ignored: 1 });
  expect(last?.leftOut).toBeUndefined();
  expect(trace.steps.findLast((step) => step.kind === "decide")).toMatchObject({ other: 5 });
  // The rows themselves are all there.
  const placed = trace.changes.filter((change) => change.kind === "row");
  expect(placed.length).toBe(29_999);
  db.close();
});

test("an exclusion constraint is asked with the values that it compares", () => {
  const db = new Database({ dialect: "postgresql" });
  db.exec(`CREATE TABLE stay(during int4range, EXCLUDE USING gist (during WITH &&));
    INSERT INTO stay VALUES ('[1,5)')`);
  const { steps } = db.trace("INSERT INTO stay VALUES ('[3,8)')");
  const probes = steps.flatMap((step) => (step.kind === "probe" ? [[step.key, step.hit]] : []));
  expect(probes).toEqual([[[{ type: "range", text: "[3,8)" }], 1]]);
});
