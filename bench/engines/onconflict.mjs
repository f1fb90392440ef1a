// onconflict, as built in pkg/ and imported by its own name.

import { insertSql } from "../data.mjs";

export const name = "onconflict";
export const ways = ["runMany"];
export const files = { wasm: ["pkg/engine/engine.wasm"], js: ["pkg/engine/engine.js"] };

/** Loads the engine; every call of the result opens an empty database. */
export async function load() {
  const { default: init, Database } = await import("onconflict");
  if (Database === undefined) throw new Error("the package in pkg/ has no Database");
  await init();
  return () => open(new Database({ dialect: "sqlite" }));
}

function open(db) {
  return {
    ways,
    exec: (sql) => db.exec(sql),
    row: (sql) => db.query(sql).rows[0],
    bulk: (_, sql, rows) => {
      const statement = db.prepare(insertSql(sql));
      statement.runMany(rows);
      statement[Symbol.dispose]();
    },
    prepare: (sql) => {
      const statement = db.prepare(sql).raw();
      return {
        run: (params) => statement.run(params),
        get: (params) => statement.get(params),
        free: () => statement[Symbol.dispose](),
      };
    },
    close: () => db.close(),
  };
}
