// The lines of the benchmark: what is set up, what is timed, and how the answer is checked. A line
// knows an engine only through its adapter, so the same work is asked of all of them.

import { answer, firstRows, insertSql, merged, question, secondRows, table } from "./data.mjs";
import { statementLines } from "./statements.mjs";

const plain = { verb: "INSERT", tail: "" };
const writes = [
  { name: "insert", sql: plain, starts: "empty" },
  { name: "or ignore", sql: { verb: "INSERT OR IGNORE", tail: "" }, settle: (old) => old },
  { name: "or replace", sql: { verb: "INSERT OR REPLACE", tail: "" }, settle: (_, row) => row },
  {
    name: "upsert",
    sql: { verb: "INSERT", tail: "ON CONFLICT(email) DO UPDATE SET n = excluded.n" },
    settle: ([id, email, username], [, , , n]) => [id, email, username, n],
  },
];

const oneByOne = {
  ways: () => ["run"],
  timed: (db, sql, rows) => () => {
    const statement = db.prepare(insertSql(sql));
    db.exec("BEGIN");
    for (const row of rows) statement.run(row);
    db.exec("COMMIT");
    statement.free();
  },
};

const inBulk = {
  ways: (engine) => engine.ways,
  timed: (db, sql, rows, way) => () => db.bulk(way, sql, rows),
};

const capped = (count) => Math.min(count, 10_000);

// A peer pays for opening its database at every statement that is not in a transaction, so both are
// asked: as programs mostly do, and as suits the peers best.
const alone = (_, body) => body();
const inTransaction = (db, body) => {
  db.exec("BEGIN");
  body();
  db.exec("COMMIT");
};

/** Each line: { name, wanted, count(rows), ways(engine), prepare(db, rows, way) → { timed, check } }. */
export const lines = [
  ...writes.map((write) =>
    writeLine(`${write.name}, run a row`, write, { ratio: 0.5, to: "sql.js" }, oneByOne),
  ),
  ...writes.map((write) =>
    writeLine(`${write.name}, bulk`, write, { ratio: 1 / 3, to: "fastest" }, inBulk),
  ),
  {
    name: "unique error, caught",
    wanted: null,
    count: capped,
    ways: () => ["run"],
    prepare: errors,
  },
  lookupLine("lookup by unique text", "email", 1, alone),
  lookupLine("lookup by key", "id", 0, alone),
  lookupLine("by text, in transaction", "email", 1, inTransaction),
  lookupLine("by key, in transaction", "id", 0, inTransaction),
  ...statementLines,
];

function writeLine(name, { sql, starts, settle }, wanted, how) {
  return {
    name,
    wanted,
    count: (rows) => rows,
    ways: how.ways,
    prepare: (db, rows, way) => {
      const first = firstRows(rows);
      const base = starts === "empty" ? [] : first;
      const given = starts === "empty" ? first : secondRows(rows);
      db.exec(table);
      if (base.length > 0) db.bulk(db.ways[0], plain, base);
      const expected = answer(starts === "empty" ? given : merged(base, given, settle));
      return {
        timed: how.timed(db, sql, given, way),
        check: () => same(db.row(question), expected),
      };
    },
  };
}

function errors(db, rows) {
  const first = firstRows(rows);
  const colliding = secondRows(rows).filter((_, at) => at % 2 === 0);
  let caught = 0;
  db.exec(table);
  db.bulk(db.ways[0], plain, first);
  const timed = () => {
    const statement = db.prepare(insertSql(plain));
    db.exec("BEGIN");
    for (let i = 0; i < capped(rows); i += 1) {
      try {
        statement.run(colliding[i % colliding.length]);
      } catch (error) {
        if (error.message.includes("UNIQUE constraint failed: users.email")) caught += 1;
      }
    }
    db.exec("COMMIT");
    statement.free();
  };
  const check = () => same([caught, ...db.row(question)], [capped(rows), ...answer(first)]);
  return { timed, check };
}

function lookupLine(name, column, place, around) {
  const prepare = (db, rows) => {
    const first = firstRows(rows);
    // A stride that shares no factor with the count visits every row in no order.
    const stride = 7919;
    const picked = Array.from({ length: capped(rows) }, (_, at) => first[(at * stride) % rows]);
    let sum = 0;
    db.exec(table);
    db.bulk(db.ways[0], plain, first);
    const look = () => {
      const statement = db.prepare(`SELECT n FROM users WHERE ${column} = ?`);
      for (const row of picked) sum += statement.get([row[place]])[0];
      statement.free();
    };
    const timed = () => around(db, look);
    return { timed, check: () => same([sum], [picked.reduce((total, row) => total + row[3], 0)]) };
  };
  return {
    name,
    wanted: { ratio: 0.5, to: "sql.js" },
    count: capped,
    ways: () => ["run"],
    prepare,
  };
}

function same(got, expected) {
  const [a, b] = [got, expected].map((list) => list.map(String).join(" | "));
  if (a !== b) throw new Error(`wrong answer: ${a}\n  expected: ${b}`);
}
