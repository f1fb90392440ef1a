// Every way in which the page's state changes, as one pure function. Effects (running SQL, timers,
// storage) are the page's: it looks at `pending`, `playing` and `theme`.

import { isUnedited, placeOf, withDraft } from "./drafts.ts";
import { BRIEFLY, LONGEST } from "./limits.ts";
import { outline } from "./outline.ts";
import { seek, start } from "./player.ts";
import type { OpenAt, Run, Script, State, Theme } from "./state.ts";
import { FIRST_CONFLICT, isTrying } from "./state.ts";
import { unreachable } from "./steps.ts";
import type { Dialect, Failure, Matrix, Schema, Trace } from "./trace.ts";

export type Move =
  | "first"
  | "previous"
  | "next"
  | "last"
  | "next conflict"
  | "previous row"
  | "next row";

export type Action =
  | { kind: "edit"; sql: string }
  /** `carry`: with this script, even where another has been written there. */
  | { kind: "dialect"; dialect: Dialect; carry?: boolean }
  | { kind: "lesson"; script: Script; dialect: Dialect }
  | { kind: "open"; script: Script; dialect: Dialect; sql: string; open: OpenAt | undefined }
  | { kind: "start over" }
  | { kind: "run" }
  | { kind: "ran"; id: number; trace: Trace; schema: Schema | null; error: Failure | null }
  | { kind: "broke"; id: number; message: string }
  | { kind: "slow" }
  | { kind: "stop" }
  | { kind: "seek"; step: number }
  | { kind: "move"; to: Move }
  | { kind: "play"; on: boolean }
  | { kind: "tick" }
  | { kind: "theme"; theme: Theme }
  | { kind: "try"; statement: number }
  | { kind: "tried"; statement: number; matrix: Matrix }
  | { kind: "untried"; statement: number; message: string }
  | { kind: "use"; sql: string };

export function update(state: State, action: Action): State {
  switch (action.kind) {
    case "edit":
      return written({ ...state, sql: action.sql, from: null, linked: false, playing: false });
    case "dialect":
      return changeDialect(state, action.dialect, action.carry === true);
    case "lesson":
      return show(written(state), action.script, action.dialect);
    case "open": {
      const { script, dialect, sql, open } = action;
      const next = { ...written(state), script, dialect, sql, from: null, linked: true };
      return ask(next, open ?? openingOf(next));
    }
    case "start over": {
      const { script, dialect } = state;
      const fresh = written({
        ...state,
        sql: script.sql[dialect] ?? "",
        from: null,
        linked: false,
      });
      return ask(fresh, script.open);
    }
    case "run":
      return ask(state, openingOf(state));
    case "ran":
      return ran(state, action);
    case "broke":
      if (action.id !== state.pending?.id) return state;
      return { ...idle(state), run: null, now: null, trouble: action.message };
    case "slow":
      return { ...state, slow: state.pending !== null || isTrying(state) };
    case "stop":
      return stop(state);
    case "seek":
      return said(to(state, action.step));
    case "move":
      return said(to({ ...state, playing: false }, target(state, action.to)));
    case "play":
      return play(state, action.on);
    case "tick":
      return tick(state);
    case "theme":
      return { ...state, theme: action.theme };
    case "try": {
      const { statement } = action;
      // The engine does one thing at a time, and the run comes first.
      if (state.pending !== null) return state;
      const again = state.tried?.statement === statement;
      const tried = again ? null : { statement, matrix: null, ended: null };
      return { ...state, tried, slow: false };
    }
    case "tried": {
      const { statement, matrix } = action;
      if (statement !== state.tried?.statement) return state;
      return { ...state, tried: { statement, matrix, ended: null }, slow: false };
    }
    case "untried": {
      const { statement, message } = action;
      if (statement !== state.tried?.statement) return state;
      return { ...state, tried: { statement, matrix: null, ended: { message } }, slow: false };
    }
    case "use":
      return use(state, action.sql);
    default:
      return unreachable(action);
  }
}

/** The step a move leads to; the present one where it leads nowhere. */
export function target(state: State, move: Move): number {
  const { run, step } = state;
  if (run === null) return step;
  const last = run.trace.steps.length - 1;
  const rows = run.outline.rows.map((row) => row.begin);
  switch (move) {
    case "first":
      return 0;
    case "previous":
      return Math.max(0, step - 1);
    case "next":
      return Math.min(last, step + 1);
    case "last":
      return last;
    case "next conflict":
      return run.outline.conflicts.find((at) => at > step) ?? step;
    case "next row":
      return rows.find((at) => at > step) ?? last;
    case "previous row":
      return rows.findLast((at) => at < step) ?? 0;
    default:
      return unreachable(move);
  }
}

function changeDialect(state: State, dialect: Dialect, carry: boolean): State {
  if (dialect === state.dialect) return state;
  // A lesson says the same in each dialect's own words. A script of one's own goes along to see what
  // it does there, unless something has been written there already.
  const { script, drafts, sql } = state;
  const there = drafts[placeOf(script, dialect)] ?? script.sql[dialect];
  const free = carry || drafts[placeOf(script, dialect)] === undefined;
  const carried = !isUnedited(state) && free;
  const first = state.from ?? state.dialect;
  const from = carried && first !== dialect ? first : null;
  const next = { ...state, dialect, sql: carried ? sql : (there ?? sql), from };
  const linked = carried && state.linked;
  return ask({ ...next, linked }, openingOf(next));
}

/** A lesson with what was written in it, if anything was. */
function show(state: State, script: Script, dialect: Dialect): State {
  const sql = state.drafts[placeOf(script, dialect)] ?? script.sql[dialect] ?? "";
  const next = { ...state, script, dialect, sql, from: null, linked: false };
  return ask(next, openingOf(next));
}

/** The state with what stands in the editor remembered. */
function written(state: State): State {
  return { ...state, drafts: withDraft(state) };
}

function openingOf(state: State): OpenAt {
  return isUnedited(state) ? state.script.open : FIRST_CONFLICT;
}

function ask(state: State, open: OpenAt): State {
  const id = state.asked + 1;
  const { dialect, sql } = state;
  const tried = isTrying(state) ? null : state.tried;
  const pending = { id, dialect, sql, open, quiet: false, brief: false };
  return { ...state, asked: id, playing: false, pending, tried, slow: false, stopped: false };
}

/** Nothing is under way. */
function idle(state: State): State {
  return { ...state, pending: null, slow: false, stopped: false };
}

/** Ends what is under way. A run that was stopped leaves nothing, so the script is run once more, as far as
 * it gets before the statement that takes long. */
function stop(state: State): State {
  const { pending, asked } = state;
  if (pending?.brief) return state;
  if (pending !== null) {
    const again = { ...pending, id: asked + 1, quiet: true, brief: true };
    return { ...idle(state), asked: asked + 1, pending: again, stopped: true };
  }
  if (state.tried === null || !isTrying(state)) return state;
  return { ...idle(state), tried: { ...state.tried, ended: "stopped" } };
}

function ran(state: State, answer: Extract<Action, { kind: "ran" }>): State {
  const { pending } = state;
  if (pending === null || pending.id !== answer.id) return state;
  const { trace, schema, error } = answer;
  const { dialect, sql, open, quiet, brief } = pending;
  const time = brief ? BRIEFLY : LONGEST;
  const run: Run = { dialect, sql, trace, schema, outline: outline(trace), error, time };
  // It may have been nearly done.
  const stopped = brief && trace.statements.some((one) => one.error?.limit === "timeMs");
  const base = { ...idle(state), stopped, run, trouble: null, tried: null };
  const fresh: State = { ...base, now: start(trace) };
  const opened = to(fresh, openingStep(run, open));
  return quiet ? { ...opened, spoken: null } : said(opened);
}

/** Puts other words in the place of the statement that was tried, and runs the script again. */
function use(state: State, sql: string): State {
  const { run, tried } = state;
  const statement = run?.trace.statements[tried?.statement ?? -1];
  if (run === null || statement === undefined) return state;
  const { start, end } = statement.span;
  const stop = run.sql.slice(start, end).endsWith(";") ? ";" : "";
  const script = `${run.sql.slice(0, start)}${sql}${stop}${run.sql.slice(end)}`;
  const before = run.outline.conflicts.filter((at) => at < statement.firstStep).length;
  return ask(written({ ...state, sql: script }), { kind: "conflict", number: before + 1 });
}

function openingStep(run: Run, open: OpenAt): number {
  const { conflicts } = run.outline;
  const last = run.trace.steps.length - 1;
  switch (open.kind) {
    case "conflict":
      return conflicts[open.number - 1] ?? conflicts[0] ?? failure(run) ?? last;
    case "step":
      return open.number - 1;
    case "end":
      return last;
    default:
      return unreachable(open);
  }
}

function failure({ trace }: Run): number | null {
  const at = trace.steps.findIndex((step) => step.kind === "failed");
  return at < 0 ? null : at;
}

function to(state: State, step: number): State {
  const { run, now } = state;
  if (run === null || now === null) return state;
  const clamped = Math.max(0, Math.min(step, run.trace.steps.length - 1));
  return { ...state, step: clamped, now: seek(run.trace, now, clamped) };
}

function said(state: State): State {
  return { ...state, spoken: state.step };
}

function play(state: State, on: boolean): State {
  if (state.run === null || !on) return { ...state, playing: false };
  const atEnd = state.step >= state.run.trace.steps.length - 1;
  return { ...(atEnd ? to(state, 0) : state), playing: true };
}

/** One step of playing: only collisions and the end are worth interrupting a listener for. */
function tick(state: State): State {
  if (!state.playing || state.run === null) return state;
  const next = to(state, state.step + 1);
  const atEnd = next.step >= state.run.trace.steps.length - 1;
  const worth = atEnd || state.run.outline.conflicts.includes(next.step);
  return { ...(worth ? said(next) : next), playing: !atEnd };
}
