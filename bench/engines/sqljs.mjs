// sql.js, by its own prepared statements.

import { bulk, ways } from "./sql-text.mjs";

export const name = "sql.js";
export { ways };
export const files = {
  wasm: ["node_modules/sql.js/dist/sql-wasm.wasm"],
  js: ["node_modules/sql.js/dist/sql-wasm.js"],
};

/** Loads the engine; every call of the result opens an empty database. */
export async function load() {
  const { default: initSqlJs } = await import("sql.js");
  const SQL = await initSqlJs();
  return () => open(new SQL.Database());
}

function open(db) {
  return {
    ways,
    exec: (sql) => db.exec(sql),
    row: (sql) => db.exec(sql)[0].values[0],
    bulk: (way, sql, rows) => bulk((text, params) => db.run(text, params), way, sql, rows),
    prepare: (sql) => {
      const statement = db.prepare(sql);
      return {
        run: (params) => statement.run(params),
        get: (params) => statement.get(params),
        free: () => statement.free(),
      };
    },
    close: () => db.close(),
  };
}
