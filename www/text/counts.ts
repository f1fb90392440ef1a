// Numbers of things, in words.

import type { Outcome } from "../state/trace.ts";

export function tally(done: Outcome): string {
  const kinds = ["inserted", "updated", "replaced", "deleted", "ignored", "unchanged"] as const;
  return kinds
    .filter((kind) => done[kind] > 0)
    .map((kind) => `${grouped(done[kind])} ${kind}`)
    .join(", ");
}

/** With a mark between the thousands, so that it can be read. */
export function grouped(n: number): string {
  return n.toLocaleString("en");
}

export function count(n: number, noun: string): string {
  return `${grouped(n)} ${noun}${n === 1 ? "" : "s"}`;
}
