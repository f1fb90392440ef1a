// The engine on a thread of its own, so that the page stays alive and can stop it. Each question is
// answered from a fresh database; nothing is kept between two.

import init, { Database } from "../lib/index.ts";
import { BRIEFLY, LONGEST } from "../state/limits.ts";
import { DIALECTS } from "../state/state.ts";
import type { Question, Reply, Request, RunAnswer, RunRequest, TryRequest } from "./protocol.ts";

/** A collision may come after many others, all of which must be kept to get to it. */
const MOST_STEPS = 100_000;
/** Each of many clauses in three databases. */
const TRY_LIMITS = { timeMs: 2000 };

self.addEventListener("message", async ({ data }: MessageEvent<Question>) => {
  self.postMessage(await reply(data));
});

async function reply({ request, module }: Question): Promise<Reply> {
  try {
    await init({ module });
    return { kind: "done", answer: answer(request) };
  } catch (error) {
    return { kind: "broke", message: error instanceof Error ? error.message : String(error) };
  }
}

function answer(request: Request) {
  return request.kind === "run" ? run(request) : tryClauses(request);
}

function run(request: RunRequest): RunAnswer {
  const { dialect, sql, brief } = request;
  const timeMs = brief ? BRIEFLY : LONGEST;
  const db = new Database({ dialect, limits: { timeMs, traceSteps: MOST_STEPS } });
  try {
    const trace = db.trace(sql);
    const slow = trace.statements.findIndex(({ error }) => error?.limit === "timeMs");
    const end = trace.statements[slow]?.span.end;
    // What comes after it has not been reached.
    if (brief && end !== undefined && slow < trace.statements.length - 1) {
      return run({ ...request, sql: sql.slice(0, end) });
    }
    const error = trace.statements.find((statement) => statement.error !== null)?.error ?? null;
    return { trace, schema: db.schema(), error };
  } finally {
    db.close();
  }
}

function tryClauses({ dialect, before, sql }: TryRequest) {
  const db = new Database({ dialect, limits: TRY_LIMITS });
  try {
    db.exec(before, undefined, { onError: "continue" });
    const others = DIALECTS.filter((other) => other !== dialect);
    return db.whatIf(sql, { dialects: [dialect, ...others] });
  } finally {
    db.close();
  }
}
