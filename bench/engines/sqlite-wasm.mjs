// SQLite's own wasm build, by its object interface (oo1).

import { bulk, ways } from "./sql-text.mjs";

export const name = "sqlite-wasm";
export { ways };
export const files = {
  wasm: ["node_modules/@sqlite.org/sqlite-wasm/dist/sqlite3.wasm"],
  js: ["node_modules/@sqlite.org/sqlite-wasm/dist/index.mjs"],
};

/** Loads the engine; every call of the result opens an empty database. */
export async function load() {
  const { default: init } = await import("@sqlite.org/sqlite-wasm");
  const silent = () => {};
  const sqlite3 = await init({ print: silent, printErr: silent });
  Object.assign(sqlite3.config, { log: silent, warn: silent, error: silent, debug: silent });
  return () => open(new sqlite3.oo1.DB(":memory:"));
}

function open(db) {
  return {
    ways,
    exec: (sql) => db.exec(sql),
    row: (sql) => db.selectArray(sql),
    bulk: (way, sql, rows) => bulk((text, bind) => db.exec(text, { bind }), way, sql, rows),
    prepare: (sql) => {
      const statement = db.prepare(sql);
      return { run: run(statement), get: get(statement), free: () => statement.finalize() };
    },
    close: () => db.close(),
  };
}

// After an error the statement must be reset before it can be bound again.
function run(statement) {
  return (params) => {
    try {
      statement.bind(params).stepReset();
    } catch (error) {
      statement.reset();
      throw error;
    }
  };
}

function get(statement) {
  return (params) => {
    statement.bind(params);
    const row = statement.step() ? statement.get([]) : undefined;
    statement.reset();
    return row;
  };
}
