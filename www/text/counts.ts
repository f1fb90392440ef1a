// Numbers of things, in words.

import type { Outcome } from "../state/trace.ts";

export function tally(done: Outcome): string {
  const kinds = ["inserted", "updated", "replaced", "deleted", "ignored", "unchanged"] as const;
  return kinds
    .filter((kind) => done[kind] > 0)
    .map((kind) => `${done[kind]} ${kind}`)
    .join(", ");
}

export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}
