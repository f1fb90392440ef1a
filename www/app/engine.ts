// The page's one door to the engine. Asynchronous although the engine is not, so that it can move
// into a worker without anyone noticing.

import init, { Database } from "../lib/index.ts";
import { DIALECTS } from "../state/state.ts";
import type { Dialect, Failure, Matrix, Schema, Trace } from "../state/trace.ts";

/** While a statement runs the page stands still, so it may not run for long. */
const LIMITS = { timeMs: 2000 };

export interface EngineRun {
  readonly trace: Trace;
  readonly schema: Schema;
  /** The first error of the script. */
  readonly error: Failure | null;
}

/** Runs the whole script on a fresh database and tells how. Rejects only if the engine breaks. */
export async function run(dialect: Dialect, sql: string): Promise<EngineRun> {
  await init();
  const db = new Database({ dialect, limits: LIMITS });
  try {
    const trace = db.trace(sql);
    const error = trace.statements.find((statement) => statement.error !== null)?.error ?? null;
    return { trace, schema: db.schema(), error };
  } finally {
    db.close();
  }
}

/** What a statement that comes after `before` would do with other clauses and in other databases. */
export async function tryClauses(dialect: Dialect, before: string, sql: string): Promise<Matrix> {
  await init();
  const db = new Database({ dialect, limits: LIMITS });
  try {
    db.exec(before, undefined, { onError: "continue" });
    const others = DIALECTS.filter((other) => other !== dialect);
    return db.whatIf(sql, { dialects: [dialect, ...others] });
  } finally {
    db.close();
  }
}
