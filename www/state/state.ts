// All that the page knows, as data. How it changes is update.ts; how a run is made is
// www/app/engine.ts; what it looks like is www/element.

import type { Drafts } from "./drafts.ts";
import { isUnedited } from "./drafts.ts";
import type { Outline } from "./outline.ts";
import type { Playback } from "./player.ts";
import type { Dialect, Failure, Matrix, Schema, Trace } from "./trace.ts";

/** Where to put the player after a run. */
export type OpenAt =
  | { kind: "conflict"; number: number }
  | { kind: "step"; number: number }
  | { kind: "end" };

/** A script ready to be run in several dialects, from a lesson file. */
export interface Script {
  readonly lesson: string;
  readonly sql: Partial<Record<Dialect, string>>;
  readonly open: OpenAt;
}

/** A run that has been asked for; the page hands it to the engine and answers with `ran`. */
export interface Pending {
  readonly id: number;
  readonly dialect: Dialect;
  readonly sql: string;
  readonly open: OpenAt;
  /** The first run of a page load was not asked for by anyone, so nothing is announced. */
  readonly quiet: boolean;
  /** The script was stopped, and is run again only as far as it gets in a short time. */
  readonly brief: boolean;
}

/** What the engine made of a script. */
export interface Run {
  readonly dialect: Dialect;
  readonly sql: string;
  readonly trace: Trace;
  readonly schema: Schema | null;
  readonly outline: Outline;
  readonly error: Failure | null;
  /** How long a statement had, in milliseconds. */
  readonly time?: number;
}

/** The statement of the run that is tried with other clauses, and what came of it once known. */
export interface Tried {
  readonly statement: number;
  readonly matrix: Matrix | null;
  /** Why there is and will be no matrix. */
  readonly ended: "stopped" | { readonly message: string } | null;
}

export type Theme = "auto" | "light" | "dark";

export interface State {
  readonly dialect: Dialect;
  readonly sql: string;
  /** The database that the script was written for, when it has been brought along from there. */
  readonly from: Dialect | null;
  /** The script is an address's and has not been changed since: it is no draft of the reader's. */
  readonly linked: boolean;
  /** The lesson shown; its script may have been edited since. */
  readonly script: Script;
  readonly drafts: Drafts;
  readonly pending: Pending | null;
  /** How many runs have been asked for; the number of the next is one more. */
  readonly asked: number;
  readonly run: Run | null;
  /** Why there is no run: the engine did not start or broke down. */
  readonly trouble: string | null;
  readonly step: number;
  readonly now: Playback | null;
  readonly playing: boolean;
  /** The step to tell a screen reader about; null: nothing new to say. */
  readonly spoken: number | null;
  readonly theme: Theme;
  readonly tried: Tried | null;
  /** Whether the engine has been at work for so long that it may be stopped. */
  readonly slow: boolean;
  /** Whether the last run was stopped; what is shown, once it is there, is how far it got. */
  readonly stopped: boolean;
}

export const DIALECTS: readonly Dialect[] = ["sqlite", "postgresql", "mysql"];

export const FIRST_CONFLICT: OpenAt = { kind: "conflict", number: 1 };

/** The page before its first run, which is already asked for; with the scripts of the visit before. */
export function initial(
  script: Script,
  dialect: Dialect,
  theme: Theme,
  kept: {
    readonly sql: string;
    readonly drafts: Drafts;
    readonly open?: OpenAt | undefined;
    readonly linked?: boolean;
  } | null = null,
): State {
  const lessons = script.sql[dialect] ?? "";
  const sql = kept?.sql ?? lessons;
  const open = kept?.open ?? (sql === lessons ? script.open : FIRST_CONFLICT);
  return {
    dialect,
    sql,
    from: null,
    linked: kept?.linked ?? false,
    script,
    drafts: kept?.drafts ?? {},
    asked: 1,
    pending: { id: 1, dialect, sql, open, quiet: true, brief: false },
    run: null,
    trouble: null,
    step: 0,
    now: null,
    playing: false,
    spoken: null,
    theme,
    tried: null,
    slow: false,
    stopped: false,
  };
}

/** Whether clauses are being tried. */
export function isTrying({ tried }: State): boolean {
  return tried !== null && tried.matrix === null && tried.ended === null;
}

/** Whether there is something to stop: a lesson's own script, which the page runs by itself, is only
 * slow while the engine is being loaded. */
export function canStop(state: State): boolean {
  const { pending } = state;
  if (pending === null) return state.slow && isTrying(state);
  return state.slow && !pending.brief && !(pending.quiet && isUnedited(state));
}

/** Whether what is shown was made from what now stands in the editor. */
export function isStale(state: State): boolean {
  const { run } = state;
  return run !== null && (run.sql !== state.sql || run.dialect !== state.dialect);
}
