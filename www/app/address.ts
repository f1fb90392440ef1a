// The page as an address: lesson, database, own script and step, all behind the # and so never sent to
// a server. What it is opened with is checked: it may have been written by anyone.

import { isUnedited } from "../state/drafts.ts";
import type { State } from "../state/state.ts";
import { DIALECTS, isStale } from "../state/state.ts";
import type { Dialect } from "../state/trace.ts";

export interface Address {
  readonly lesson: string;
  readonly dialect: Dialect;
  /** null: the lesson's own script. */
  readonly sql: string | null;
  /** From 1, as the player counts; null: where the script opens by itself. */
  readonly step: number | null;
}

export function fragmentOf(state: State): string {
  const fields = new URLSearchParams({ lesson: state.script.lesson, in: state.dialect });
  if (state.run !== null && !isStale(state)) fields.set("step", String(state.step + 1));
  if (!isUnedited(state)) fields.set("sql", state.sql);
  return `#${fields}`;
}

export function readFragment(fragment: string): Address | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const lesson = fields.get("lesson");
  const dialect = DIALECTS.find((one) => one === fields.get("in"));
  if (lesson === null || dialect === undefined) return null;
  const step = Number(fields.get("step"));
  return {
    lesson,
    dialect,
    sql: fields.get("sql"),
    step: Number.isSafeInteger(step) && step > 0 ? step : null,
  };
}

/** Changes the address without a new entry in the browser's history. */
export function setFragment(fragment: string): void {
  if (location.hash === fragment) return;
  history.replaceState(null, "", `${location.pathname}${location.search}${fragment}`);
}
