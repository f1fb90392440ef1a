// The page as an address: lesson, database, own script and step, all behind the # and so never sent to
// a server. What it is opened with is checked: it may have been written by anyone.

import { isUnedited } from "../state/drafts.ts";
import type { State } from "../state/state.ts";
import { DIALECTS, isStale } from "../state/state.ts";
import type { Dialect } from "../state/trace.ts";

export interface Address {
  /** null: none is named. */
  readonly lesson: string | null;
  /** null: none is named that there is. */
  readonly dialect: Dialect | null;
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

/** null where it says neither what to show nor in which database. */
export function readFragment(fragment: string): Address | null {
  const fields = new URLSearchParams(fragment.replace(/^#/, ""));
  const lesson = fields.get("lesson");
  const dialect = DIALECTS.find((one) => one === fields.get("in")) ?? null;
  if (lesson === null && dialect === null && !fields.has("sql")) return null;
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
  history.replaceState(history.state, "", `${location.pathname}${location.search}${fragment}`);
}

/** Where the reader is, as an entry of the browser's history keeps it. */
interface Place {
  readonly lesson: string;
  readonly dialect: Dialect;
}

/** Notes where the reader is in the present entry of the browser's history. */
export function notePlace({ script, dialect }: State): void {
  const place: Place = { lesson: script.lesson, dialect };
  history.replaceState(place, "");
}

/** Makes a new entry for where the reader has gone, so that Back leads to where they were. */
export function pushPlace({ script, dialect }: State): void {
  const place: Place = { lesson: script.lesson, dialect };
  history.pushState(place, "", `${location.pathname}${location.search}`);
}

/** The place of an entry; null where it is not of this page's making. */
export function readPlace(entry: unknown): Place | null {
  if (typeof entry !== "object" || entry === null) return null;
  if (!("lesson" in entry && "dialect" in entry)) return null;
  const dialect = DIALECTS.find((one) => one === entry.dialect);
  return typeof entry.lesson === "string" && dialect !== undefined
    ? { lesson: entry.lesson, dialect }
    : null;
}
