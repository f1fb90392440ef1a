// What needs a process of its own: start-up, from import to the first answer, and how far
// memory grows with a table. Run as `node --expose-gc bench/fresh.mjs start|memory <engine> [rows]`; prints JSON.

import { performance } from "node:perf_hooks";
import { memoryBytes } from "./memories.mjs";

const [what, name, count] = process.argv.slice(2);
const began = performance.now();

const tasks = {
  start: async () => {
    const db = (await engine()).open();
    if (Number(db.row("SELECT 1 + 1")[0]) !== 2) throw new Error("wrong answer");
    return { milliseconds: performance.now() - began };
  },
  memory: async () => {
    const [{ open, bulk }, { answer, firstRows, question, table }] = await Promise.all([
      engine(),
      import("./data.mjs"),
    ]);
    const db = open();
    const rows = firstRows(Number(count));
    db.exec(table);
    const before = held();
    bulk(db, rows);
    const after = held();
    if (db.row(question).join() !== answer(rows).join()) throw new Error("wrong answer");
    return {
      rows: rows.length,
      wasm: after.wasm - before.wasm,
      outside: after.outside - before.outside,
    };
  },
};

// Only the engine asked for is imported. A peer gets its rows one by one: its bulk forms would count
// the text of the rows as growth.
async function engine() {
  const { load, ways } = await import(`./engines/${name}.mjs`);
  const own = ways.includes("runMany");
  const sql = { verb: "INSERT", tail: "" };
  const bulk = (db, rows) => {
    if (own) return db.bulk("runMany", sql, rows);
    const statement = db.prepare("INSERT INTO users VALUES (?, ?, ?, ?)");
    db.exec("BEGIN");
    for (const row of rows) statement.run(row);
    db.exec("COMMIT");
    return statement.free();
  };
  return { open: await load(), bulk };
}

// sql.js keeps its file outside the wasm memory, in buffers of JavaScript.
function held() {
  globalThis.gc();
  return { wasm: memoryBytes(), outside: process.memoryUsage().arrayBuffers };
}

process.stdout.write(JSON.stringify(await tasks[what]()));
