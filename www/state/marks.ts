// Which words of the script speak at a step: the statement under way, the part the step is about,
// the words that decide at a closed gate, and where an error stands.

import type { Lane } from "./lanes.ts";
import type { Outline } from "./outline.ts";
import { readStep } from "./steps.ts";
import type { Failure, Span, Trace } from "./trace.ts";

export type MarkRole = "statement" | "here" | "decides" | "error";

/** A stretch of the script, in UTF-16 code units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly role: MarkRole;
}

export function marksAt(
  trace: Trace,
  statement: number | null,
  step: number,
  lane: Lane | undefined,
): Mark[] {
  const marks: Mark[] = [];
  const add = (span: Span | null | undefined, role: MarkRole) => {
    const place = inScript(trace, span ?? null);
    if (place !== null) marks.push({ ...place, role });
  };
  const known = readStep(trace.steps[step]);
  const of = statement === null ? undefined : trace.statements[statement];
  add(of?.span, "statement");
  if (known?.kind === "decide") {
    const check = lane?.gates[lane.position]?.check;
    add(check?.span ?? trace.steps[step]?.span ?? verb(trace, of?.span), "decides");
  } else if (known?.kind !== "begin" && known?.kind !== "end") {
    add(trace.steps[step]?.span, "here");
  }
  return marks;
}

/** Where errors stand that are not told by a closed gate, such as those of syntax. */
export function errorMarks(trace: Trace, marked: Outline, error: Failure | null): Mark[] {
  const told = (first: number, last: number) =>
    marked.conflicts.some((at) => at >= first && at <= last);
  const loose = trace.statements
    .filter((s) => s.error !== null && !told(s.firstStep, s.lastStep))
    .map((s) => s.error);
  const all = loose.length === 0 && marked.conflicts.length === 0 ? [error] : loose;
  return all.flatMap((failure) => {
    const place = inScript(trace, failure?.span ?? null);
    return place === null ? [] : [{ ...place, role: "error" as const }];
  });
}

/** The bare `INSERT` or `UPDATE`: where no clause speaks, it is what says the default. */
function verb(trace: Trace, span: Span | undefined): Span | null {
  if (span === undefined) return null;
  const length = /^\w*/.exec(words(trace, span))?.[0].length ?? 0;
  return { ...span, end: span.start + length };
}

/** Where in the script the words stand; those of a constraint are found in its CREATE statement. */
export function inScript(trace: Trace, span: Span | null): { start: number; end: number } | null {
  if (span === null || span.end <= span.start) return null;
  if (span.source === 0) return { start: span.start, end: span.end };
  const [script, source] = [trace.sources[0], trace.sources[span.source]];
  const offset = script === undefined || source === undefined ? -1 : script.indexOf(source);
  return offset < 0 ? null : { start: offset + span.start, end: offset + span.end };
}

/** The words of a span, wherever they stand. */
export function words(trace: Trace, span: Span | null): string {
  return span === null ? "" : (trace.sources[span.source]?.slice(span.start, span.end) ?? "");
}
