// The package as a consumer has it, loaded; and what several tests of it share.

import init, { Database, type DatabaseOptions, SqlError } from "../../pkg/node.js";

await init();

export * from "../../pkg/node.js";
export { init };

/** A database of users with two unique columns. */
export function users(options: DatabaseOptions = {}): Database {
  const db = new Database(options);
  db.exec("CREATE TABLE users(id INTEGER PRIMARY KEY, email TEXT UNIQUE, name TEXT UNIQUE)");
  return db;
}

/** What a body throws, which must be a SqlError. */
export function sqlError(body: () => unknown): SqlError {
  try {
    body();
  } catch (error) {
    if (error instanceof SqlError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
