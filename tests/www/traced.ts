// A script run by the real engine, as the page has it after a run.

import { Database } from "../../www/lib/node.ts";
import { outline } from "../../www/state/outline.ts";
import { seek, start } from "../../www/state/player.ts";
import { scene } from "../../www/state/scene.ts";
import type { Run } from "../../www/state/state.ts";
import type { Dialect } from "../../www/state/trace.ts";
import { sentence } from "../../www/text.ts";

export function traced(dialect: Dialect, sql: string): Run {
  const db = new Database({ dialect });
  const trace = db.trace(sql);
  const schema = db.schema();
  db.close();
  const error = trace.statements.find((statement) => statement.error !== null)?.error ?? null;
  return { dialect, sql, trace, schema, outline: outline(trace), error };
}

export function sentences(run: Run): string[] {
  return run.trace.steps.map((_, step) => sentence(run, step));
}

export function sceneAt({ trace, outline, schema }: Run, step: number) {
  return scene(trace, outline, seek(trace, start(trace), step), step, schema);
}
