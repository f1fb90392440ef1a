// Reads a step as one of the kinds this page knows. A kind that is newer than the page reads as
// null, and whoever asked falls back to the step's own sentence. Knows nothing of the picture:
// that is scene.ts.

import type { Step } from "./trace.ts";

const KINDS: Readonly<Record<Step["kind"], true>> = {
  begin: true,
  end: true,
  default: true,
  computed: true,
  coerced: true,
  sequence: true,
  check: true,
  probe: true,
  skipped: true,
  decide: true,
  parent: true,
  filter: true,
  place: true,
  delete: true,
  undid: true,
  warning: true,
  failed: true,
};

/** The step, or null for a kind that this page does not know. */
export function readStep(step: Step | undefined): Step | null {
  return step !== undefined && Object.hasOwn(KINDS, step.kind) ? step : null;
}

/** For the end of a switch over a union: a new member then fails to compile. */
export function unreachable(value: never): never {
  throw new Error(`not expected: ${JSON.stringify(value)}`);
}
