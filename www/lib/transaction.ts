// A body of JavaScript in a transaction: what is said to the database before and after it.

import type { Database } from "./database.ts";
import { SqlError } from "./error.ts";

/** Runs a body in a transaction, or in a savepoint of this name where one is open. */
export function inTransaction<T>(db: Database, savepoint: string, body: () => T): T {
  if (typeof body !== "function") throw new TypeError("the body of a transaction is a function");
  const isOutermost = db.transactionState === "idle";
  db.exec(isOutermost ? "BEGIN" : `SAVEPOINT ${savepoint}`);
  let value: T;
  try {
    value = body();
    if (isPromise(value)) {
      throw new TypeError("the body of a transaction must not be asynchronous: it gave a promise");
    }
  } catch (error) {
    takeBack(db, isOutermost, savepoint);
    throw error;
  }
  try {
    commit(db, isOutermost, savepoint);
  } catch (error) {
    takeBack(db, isOutermost, savepoint);
    throw error;
  }
  return value;
}

function commit(db: Database, isOutermost: boolean, savepoint: string): void {
  if (!isOutermost) {
    db.exec(`RELEASE SAVEPOINT ${savepoint}`);
    return;
  }
  if (db.transactionState === "idle") throw notCommitted(db);
  const [result] = db.exec("COMMIT");
  if (result?.command !== "COMMIT") throw notCommitted(db);
}

/** Rolls back, unless an error in the body has ended the transaction or the savepoint already. */
function takeBack(db: Database, isOutermost: boolean, savepoint: string): void {
  if (db.transactionState === "idle") return;
  const words = isOutermost
    ? "ROLLBACK"
    : `ROLLBACK TO SAVEPOINT ${savepoint}; RELEASE SAVEPOINT ${savepoint}`;
  try {
    db.exec(words);
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
  }
}

/** The transaction had ended before its end: nothing of it, or not all of it, is committed. */
function notCommitted(db: Database): SqlError {
  const message = "the transaction was not committed: something inside it had ended it";
  const common = { message, statementIndex: 0 };
  switch (db.dialect) {
    case "sqlite":
      return new SqlError({
        ...common,
        code: "SQLITE_ERROR",
        errcode: 1,
        errstr: "SQL logic error",
      });
    case "postgresql":
      return new SqlError({ ...common, code: "25P02", severity: "ERROR" });
    case "mysql":
      return new SqlError({
        ...common,
        code: "ER_ERROR_DURING_COMMIT",
        errno: 1180,
        sqlState: "HY000",
        sqlMessage: message,
      });
  }
}

function isPromise(value: unknown): boolean {
  return typeof value === "object" && value !== null && "then" in value;
}
