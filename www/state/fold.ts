// Which statements of a long script are listed: those that failed and the last ones, with the one that
// is being looked at. The rest is there on demand.

import type { TraceStatement } from "./trace.ts";

/** So many are listed without folding any. */
const FEW = 40;
const LAST = 10;
const FAILED = 40;

/** Numbers of the statements to list, in order. */
export function listed(statements: readonly TraceStatement[], looked: readonly number[]): number[] {
  const all = statements.map((_, i) => i);
  if (all.length <= FEW) return all;
  const failed = all.filter((i) => statements[i]?.error != null).slice(0, FAILED);
  const kept = new Set([...failed, ...looked, ...all.slice(-LAST)]);
  return all.filter((i) => kept.has(i));
}
