// All sentences that the page says. Nothing here knows the DOM; a step reads the same in the list,
// in the player and to a screen reader.

import { isNumeric, literal, literals, plain, sameCells } from "./state/cells.ts";
import type { Consequence } from "./state/consequence.ts";
import { consequence } from "./state/consequence.ts";
import { alike, givenAs } from "./state/equal.ts";
import { foreign } from "./state/foreign.ts";
import type { Gate, Lane } from "./state/lanes.ts";
import { isLetThrough } from "./state/later.ts";
import { BRIEFLY, LONGEST } from "./state/limits.ts";
import { words } from "./state/marks.ts";
import type { RowName } from "./state/names.ts";
import { nameAt, nameOf } from "./state/names.ts";
import type { Frame } from "./state/outline.ts";
import { changesAt } from "./state/player.ts";
import type { Run, State } from "./state/state.ts";
import { canStop } from "./state/state.ts";
import { readStep, unreachable } from "./state/steps.ts";
import type {
  Cell,
  CheckKind,
  Dialect,
  Ended,
  Failure,
  FrameKind,
  PlanCheck,
  Source,
  Span,
  Step,
  Trace,
  TraceStatement,
} from "./state/trace.ts";
import { count, grouped, tally } from "./text/counts.ts";
import { equals } from "./text/equal.ts";
import { DIALECT_NAMES, TEXT } from "./text/labels.ts";
import { capital, keyed, newRow, nth, theRow } from "./text/rows.ts";

export { DIALECT_NAMES, KEYS, SIGNS, TEXT } from "./text/labels.ts";

/** The sentence of a step; a step of a kind that is not known here brings its own. */
export function sentence(run: Run, index: number): string {
  const step = run.trace.steps[index];
  const known = readStep(step);
  if (step === undefined || known === null) return step?.text ?? "";
  const check = checkOf(run, step.plan, step.check);
  switch (known.kind) {
    case "begin":
      return began(run, index, known);
    case "end":
      return ended(run, index, known.frame, known.ended);
    case "default":
      return run.trace.steps[index - 1]?.kind === "decide"
        ? `${known.column} becomes ${literal(known.value)}.`
        : `${known.column} is not given, so it takes its default, ${literal(known.value)}.`;
    case "computed":
      return `${known.column} becomes ${literal(known.value)}.`;
    case "coerced":
      return `${known.column} is stored as ${literal(known.after)} instead of ${literal(known.before)}.`;
    case "parent": {
      const key = keyed(known.columns, known.key);
      if (known.found) return `The foreign key is kept: ${known.table} has a row with ${key}.`;
      if (known.columns.length === 0) return `${TEXT.noParent} ${unkept(run, index)}`;
      const missing = `No row of ${known.table} has ${key}, which the foreign key asks for`;
      return run.outline.conflicts.includes(index)
        ? `${missing}. ${unkept(run, index)}`
        : `${missing}. It may yet: that is asked again at the end.`;
    }
    case "sequence":
      return `${counter(run.dialect, known.name)} hands out ${literal(known.value)}.`;
    case "check":
      return check === null ? step.text : checked(check, known.passed);
    case "probe":
      return check === null ? step.text : probed(run, index, check, known);
    case "skipped":
      return check === null ? step.text : skipped(check, known.reason);
    case "decide": {
      const cause = causeOf(run, index);
      const came = consequence(run.trace, run.outline, index);
      const does = effect(known.action, came, (row) => nameAsked(run, index, row));
      return `${cause === null ? "" : `${cause} `}${decided(known, `${does}.`)}`;
    }
    case "filter":
      return known.passed
        ? "The WHERE of the update is true, so the update goes ahead."
        : "The WHERE of the update is not true, so the row that is there stays as it is.";
    case "place":
      return placed(nameOf(run, known.table, known.rowid, known.row), known.table);
    case "delete": {
      const name = nameAt(run, index, known.table, known.rowid);
      return `${capital(theRow(name))} is deleted from ${known.table}.`;
    }
    case "undid":
      // What a sequence has handed out stays so, and may be all that there was.
      return changesAt(run.trace, index) === step.at ? UNDID.nothing : UNDID[known.scope];
    case "warning":
      return `${known.level} ${known.code}: ${known.message}`;
    case "failed":
      return `${referred(known.error)}The statement fails: ${errorWords(run, known.error)}`;
    default:
      return unreachable(known);
  }
}

/** What came of a decision, in words that follow its name or stand in a drawn branch. */
export function effect(
  action: string,
  came: Consequence,
  nameOfRow: (rowid: Cell) => RowName,
): string {
  switch (came.kind) {
    case "stop":
      return came.twice === true
        ? `${TEXT.twice}, so ${stopped(action, came)}`
        : stopped(action, came);
    case "skip":
      return "skip this row and go on with the next";
    case "delete":
      return `delete ${came.rows.map((row) => theRow(nameOfRow(row))).join(" and ")}, then go on`;
    case "update":
      return "update the row that is there instead";
    case "fill":
      return `put ${literal(came.value)} in place of the NULL and go on`;
    case "unknown":
      return "decide what becomes of the row";
    default:
      return unreachable(came);
  }
}

function stopped(action: string, came: Extract<Consequence, { kind: "stop" }>): string {
  if (came.commit === "open") return "stop with an error; the transaction stays open";
  if (came.commit === "rolled back") return "stop with an error and roll the transaction back";
  if (came.failed) return "stop with an error; the transaction refuses all until it is rolled back";
  switch (action) {
    case "FAIL":
      return "stop with an error, keep what this statement has already written";
    case "ROLLBACK":
      return "stop with an error and roll the transaction back";
    case "REPLACE":
      return "there is nothing to replace it by, so stop with an error and undo this statement";
    default:
      return "stop with an error and undo this statement";
  }
}

export const SOURCES: Record<Source, string> = {
  statement: "from the statement",
  constraint: "from the constraint",
  default: "by default",
};

const CHECK_NAMES: Record<CheckKind, string> = {
  unique: "UNIQUE",
  "primary key": "PRIMARY KEY",
  rowid: "ROWID",
  "not null": "NOT NULL",
  check: "CHECK",
  "foreign key": "FOREIGN KEY",
  exclusion: "EXCLUDE",
};

/** As SQL writes it; a kind that is newer than the page in its own word. */
export function checkKind({ kind }: PlanCheck): string {
  return CHECK_NAMES[kind] ?? (kind as string).toUpperCase();
}

/** A gate's state in words, for those who do not see its shape; and which row keeps it closed. */
export function gateState(gate: Gate, held: RowName | null, inTransaction = false): string {
  switch (gate.state) {
    case "ahead":
      return "not asked yet";
    case "here":
    case "open":
      return "free";
    case "passed":
      return gate.reason === "asked later"
        ? `asked again ${judgedWhen(gate.check, inTransaction)}`
        : "does not apply";
    case "closed":
      return held === null ? "closed" : `closed: ${theRow(held)} is in the way`;
    case "cleared":
      return "was closed, and has been cleared";
    default:
      return unreachable(gate.state);
  }
}

/** When a gate is asked for good. */
function judgedWhen({ when }: PlanCheck, inTransaction: boolean): string {
  if (when === "statement") return "at the end of the statement";
  return when === "commit" && inTransaction ? "at COMMIT" : "at the end";
}

/** Whose word it is what a gate does, and of one that is judged late, when. */
export function gateSource({ check, state, reason }: Gate, inTransaction: boolean): string {
  if (state === "passed" && reason === "asked later")
    return `asked again ${judgedWhen(check, inTransaction)}`;
  if (check.when === "row" || check.kind === "foreign key") return SOURCES[check.source];
  return judgedWhen(check, inTransaction);
}

/** Whether what the statement has done waits for a COMMIT. */
export function inTransaction({ trace }: Run, statement: number | null): boolean {
  const of = statement === null ? undefined : trace.statements[statement];
  return of?.transaction === "open" || of?.command === "COMMIT";
}

/** What a gate is about: columns, a constraint without any, or the key of another table. */
export function gateColumns({ check, parent }: Gate): string {
  if (parent !== null && parent.columns.length > 0)
    return `→ ${parent.table} (${parent.columns.join(", ")})`;
  if (check.condition !== undefined) return check.constraint ?? check.condition;
  return check.columns.length > 0 ? check.columns.join(", ") : (check.constraint ?? "");
}

/** What a constraint that goes by its name asks for; empty where that is said already. */
export function gateCondition({ check }: Gate): string {
  return check.constraint === null ? "" : (check.condition ?? "");
}

/** Why a row has no gate. */
export function noGates({ trace, schema }: Run, { frame, table }: Lane): string {
  if (!trace.complete && frame !== null && frame.ended === null) return TEXT.gatesCut;
  const { constraints = [] } = schema?.tables.find((one) => one.name === table) ?? {};
  if (!constraints.some((one) => one.kind === "foreign key")) return TEXT.noGates;
  return trace.dialect === "postgresql" ? TEXT.foreignLater : TEXT.foreignUnasked;
}

/** An error in the database's words; of the page's own limit it is said in numbers. */
export function errorWords({ time = LONGEST }: Run, { message, limit }: Failure): string {
  if (limit !== "timeMs") return message;
  const seconds = count(time / 1000, "second");
  if (time === BRIEFLY) return `Stopped: this statement takes longer than ${seconds}.`;
  return `Ended after ${seconds}. That is the longest that a statement may take here.`;
}

/** Why there is no row to draw at the step. */
export function noRows(run: Run, step: number): string {
  if (run.trace.statements.length === 0 && run.error === null) return TEXT.emptyScript;
  if (run.trace.steps.length === 0) return TEXT.noSteps;
  const statement = run.trace.statements[run.outline.statements[step] ?? -1];
  return foreign(statement?.error) === null ? TEXT.noChecks : TEXT.foreignOnly;
}

export function position(run: Run, step: number, row: Place | null) {
  return [stepOf(run, step), rowOf(row)].filter((part) => part !== "").join(" · ");
}

interface Place {
  readonly ordinal: number;
  readonly total: number;
}

export function stepOf(run: Run, step: number): string {
  return `Step ${step + 1} of ${run.trace.steps.length}`;
}

/** A row that is alone needs no number. */
function rowOf(row: Place | null): string {
  if (row === null || row.ordinal === 0 || row.total === 1) return "";
  return `row ${row.ordinal}${row.total === 0 ? "" : ` of ${row.total}`}`;
}

/** Under the number of the step: the row, or where there is none to count, the statement. */
export function rowOrStatement(run: Run, step: number, row: Place | null): string {
  const statement = run.outline.statements[step] ?? null;
  const which = statement === null ? "" : statementOf(run, statement);
  return rowOf(row) || which;
}

function statementOf({ trace }: Run, statement: number): string {
  return `statement ${statement + 1} of ${trace.statements.length}`;
}

/** As long as both can become in this run, so that room is kept for them. */
export function longest(run: Run): { step: string; row: string } {
  const { steps, statements } = run.trace;
  const counts = statements.map(() => 0);
  for (const { statement } of run.outline.rows) {
    if (statement !== null) counts[statement] = (counts[statement] ?? 0) + 1;
  }
  const total = counts.reduce((most, n) => Math.max(most, n), 0);
  const row = rowOf({ ordinal: total, total });
  const which = statementOf(run, statements.length - 1);
  return {
    step: stepOf(run, steps.length - 1),
    row: row.length > which.length ? row : which,
  };
}

export function checkName(check: PlanCheck): string {
  const { condition, constraint } = check;
  if (condition !== undefined) return `CHECK ${constraint ?? ""} (${condition})`.replace("  ", " ");
  return `${checkKind(check)} ${columnsOf(check)}`.trim();
}

/** Over the table of a row on its way: which row it is, and whose doing. */
export function laneTitle(run: Run, frame: Frame, judged = false): string {
  if (judged) return `${laneTitle(run, frame)}, asked again`;
  const { parent } = frame;
  const replaced = rewritten(run, frame);
  const which = replaced === null ? newRow(frame) : `${capital(theRow(replaced))} as rewritten`;
  return parent?.kind === "trigger" ? `${which}, by trigger ${parent.name ?? ""}` : which;
}

/** The row that the frame's own takes the place of. */
function rewritten(run: Run, { begin, table, replaces }: Frame): RowName | null {
  return replaces === undefined ? null : nameAt(run, begin, table ?? "", replaces);
}

/** A row of a statement in the strip of its rows. */
export function rowFate(row: Frame): string {
  return `${nth(row.ordinal ?? 1)} row: ${row.ended ?? "cut short"}`;
}

/** What gives the numbers: MySQL has no name for it. */
export function counter(dialect: Dialect, name: string): string {
  return dialect === "mysql" ? "AUTO_INCREMENT" : name;
}

/** What a statement did to rows, or that it failed. */
export function outcome(run: Run, statement: TraceStatement): string {
  const { transaction } = statement;
  const after = transaction === "idle" ? "" : ` · transaction ${transaction}`;
  return `${cameTo(run, statement)}${after}`;
}

function cameTo({ trace }: Run, statement: TraceStatement): string {
  if (statement.error !== null) return statement.error.code;
  if (isRefused(trace, statement)) return TEXT.refused;
  const done = statement.result === null ? "" : tally(statement.result.outcome);
  if (done !== "") return done;
  const rows = statement.result?.rows.length ?? 0;
  return statement.command === "SELECT" ? count(rows, "row") : "done";
}

/** PostgreSQL answers the COMMIT of a failed transaction by rolling it back, which is no error. */
function isRefused(trace: Trace, { command, span }: TraceStatement): boolean {
  return command === "ROLLBACK" && /^(?:commit|end)\b/i.test(words(trace, span));
}

/** Its button's name for those who hear it without the statement beside it. */
export function tryClausesOf(statement: number): string {
  return `${TEXT.tryClauses} Statement ${statement + 1}`;
}

/** Why a script that has been brought along from another database may not run. */
export function writtenFor(dialect: Dialect): string {
  return `This script was written for ${DIALECT_NAMES[dialect]}; its words may mean nothing here.`;
}

/** What the table of clauses of one database is called. */
export function clausesOf(database: string): string {
  return `Other clauses in ${database}`;
}

/** The dialect's own numbers beside its message. */
export function codes(error: Failure): string {
  const number = error.errcode ?? error.errno ?? null;
  return number === null ? error.code : `${error.code} (${number})`;
}

/** What a screen reader hears after a step that someone asked for. */
export function announcement(state: State): string {
  const { run, spoken: step } = state;
  if (canStop(state))
    return `${state.pending === null ? TEXT.trying : TEXT.running} ${TEXT.stopHint}`;
  if (state.stopped) return state.pending === null ? TEXT.stopped : TEXT.stopping;
  // Emptied while it runs, so that the same words are said again after it.
  if (state.pending !== null) return "";
  if (state.tried?.ended === "stopped") return TEXT.triesStopped;
  if (run === null || step === null || run.trace.steps.length === 0) return "";
  return `${position(run, step, null)}. ${sentence(run, step)}`;
}

/** Where an error stands, as an editor counts. */
export function place(span: Span | null): string {
  return span === null ? "" : ` · line ${span.line}, column ${span.column}`;
}

export function stepsOf(statement: TraceStatement): string {
  return `Show its ${count(statement.lastStep - statement.firstStep + 1, "step")}`;
}

export function rows(n: number): string {
  return count(n, "row");
}

/** Why there is no engine, with what the browser says of it. */
export function notLoaded(why: string): string {
  return `The SQL engine (engine.wasm) could not be loaded: ${why}. Is the network there?`;
}

/** Over a list of statements that leaves most of them out. */
export function shownStatements(n: number): string {
  return `${count(n, "statement")} of this script: those that failed, and the last.`;
}

export function showAll(n: number): string {
  return `Show all ${grouped(n)}`;
}

export function leftOut(n: number): string {
  return `${count(n, "statement")} more`;
}

/** What the result of a statement is called. */
export function rowsOf(statement: number): string {
  return `Rows of statement ${statement + 1}`;
}

export function entries(n: number): string {
  return n === 1 ? "1 entry" : `${grouped(n)} entries`;
}

/** Where the engine stopped keeping steps, although the script ran on. */
export function cutAfter(steps: number): string {
  const kept = grouped(steps);
  return `All of the script ran, but only its first ${kept} steps were kept. What came of the rest stands in the result.`;
}

/** Of rows that have no steps. */
export function calmRows(n: number): string {
  return `${count(n, "more row")}, to which nothing happened, ${n === 1 ? "has" : "have"} no steps of ${n === 1 ? "its" : "their"} own.`;
}

/** Which part of a long list is shown. */
export function shownRows(from: number, to: number, total: number): string {
  return `${grouped(from)} to ${grouped(to)} of ${grouped(total)}`;
}

/** What the buttons are called that lead to the other parts. */
export function turnTo(which: "first" | "previous" | "next" | "last", from: number, to: number) {
  return `${capital(which)} page: ${grouped(from)} to ${grouped(to)}`;
}

export function pagesOf(list: string): string {
  return `Pages of ${list}`;
}

export function earlierSteps(n: number): string {
  return `${count(n, "earlier step")} before these`;
}

export function laterSteps(n: number): string {
  return `${count(n, "later step")} after these`;
}

export function freeSlot(key: readonly Cell[]): string {
  return `✓ ${literals(key)} is free`;
}

/** On an index's card where there are indexes of several tables. */
export function ofTable(table: string): string {
  return `of ${table}`;
}

export function indexTitle(table: string, index: { columns: readonly string[] }): string {
  return `Index of ${table} on ${index.columns.join(", ")}`;
}

const UNDID = {
  nothing: "No row had been written yet, so there is nothing to take back.",
  statement: "Everything this statement had written is taken back.",
  transaction: "The whole transaction is rolled back.",
  row: "What had been written for this row is taken back.",
} as const;

function began(run: Run, index: number, step: Extract<Step, { kind: "begin" }>): string {
  const statement = run.outline.statements[index] ?? null;
  switch (step.frame) {
    case "statement": {
      const span = statement === null ? null : (run.trace.statements[statement]?.span ?? null);
      return `Statement ${(statement ?? 0) + 1}: ${shorten(words(run.trace, span), 72)}`;
    }
    case "row": {
      const values = `(${(step.values ?? []).map(literal).join(", ")})`;
      const frame = run.outline.frames[index] ?? null;
      const replaced = frame === null ? null : rewritten(run, frame);
      if (replaced !== null) return `${capital(theRow(replaced))} is to become ${values}.`;
      return `${arriving(frame)} arrives: ${values}.`;
    }
    case "trigger":
      return `Trigger ${step.name ?? ""} fires.`;
    case "fk action":
      return follows(step);
    case "deferred":
      return run.trace.steps[index + 1]?.kind === "end"
        ? "Some checks were kept for the end. By now all is well, so there is nothing left to check."
        : "Now come the checks that were kept for the end.";
    default:
      return unreachable(step.frame);
  }
}

/** What a foreign key does when the row that it refers to goes or has a new key. */
function follows({ name, table, columns = [], action = "" }: Extract<Step, { kind: "begin" }>) {
  const [child, key] = [table ?? "its table", columns.join(", ")];
  const who = `${name ? `Foreign key ${name}` : "The foreign key"} of ${child} (${key}) says ${action}`;
  const rows = `the rows of ${child} that refer to the row`;
  switch (action) {
    case "ON DELETE CASCADE":
      return `${who}: ${rows} are deleted with it.`;
    case "ON UPDATE CASCADE":
      return `${who}: ${rows} get its new key.`;
    case "ON DELETE SET NULL":
    case "ON UPDATE SET NULL":
      return `${who}: ${rows} get NULL in place of its key.`;
    case "ON DELETE SET DEFAULT":
    case "ON UPDATE SET DEFAULT":
      return `${who}: ${rows} get their default in place of its key.`;
    default:
      return `${who}.`;
  }
}

/** What it was that ends. */
function finished(frame: Exclude<FrameKind, "row" | "statement">, own: Frame | null, how: Ended) {
  switch (frame) {
    case "trigger":
      return own?.name ? `Trigger ${own.name} is done.` : "The trigger is done.";
    case "fk action":
      return "The foreign key has done its work.";
    case "deferred":
      return how === "failed"
        ? "One of the checks at the end does not hold."
        : "The checks that were kept for the end are done.";
    default:
      return unreachable(frame);
  }
}

const ROW_ENDED: Record<Ended, string> = {
  inserted: "The row is in.",
  updated: "The row is updated.",
  replaced: "The row is in, in place of what was in its way.",
  deleted: "The row is gone.",
  ignored: "The row is skipped. It leaves nothing in the table.",
  unchanged: "The row that was there stays as it is.",
  failed: "The row is not written.",
  done: "The row is done.",
};

/** Of a new row in whose place the row that was there has been updated. */
const TURNED_UPDATE = "So the new row has turned into an update of the one that was there.";

function ended(run: Run, index: number, frame: FrameKind, how: Ended): string {
  if (frame === "row") {
    const proposed = run.outline.frames[index]?.replaces === undefined;
    return how === "updated" && proposed ? TURNED_UPDATE : ROW_ENDED[how];
  }
  if (frame !== "statement") return finished(frame, run.outline.frames[index] ?? null, how);
  const statement = run.trace.statements[run.outline.statements[index] ?? -1];
  if (statement === undefined) return "The statement ends.";
  const command = commandOf(run.trace, statement);
  if (how === "failed") return `${command} has failed.`;
  if (isRefused(run.trace, statement)) return `${TEXT.refused}.`;
  const done = statement.result === null ? "" : tally(statement.result.outcome);
  return `${command} is done${done === "" ? "" : `: ${done}`}.`;
}

/** By its own word: REPLACE is an INSERT to the engine. */
function commandOf(trace: Trace, { command, span }: TraceStatement): string {
  if (command === "INSERT" && /^replace\b/i.test(words(trace, span))) return "REPLACE";
  return command === "" ? "The statement" : command;
}

/** On one line, cut where it gets long. */
function shorten(sql: string, length: number): string {
  const line = sql.replace(/\s+/g, " ").trim();
  if (line.length <= length) return line;
  // Half of a surrogate pair is no letter.
  return `${line
    .slice(0, length - 1)
    .replace(/[\uD800-\uDBFF]$/, "")
    .trimEnd()}…`;
}

function checked(check: PlanCheck, passed: boolean): string {
  const columns = columnsOf(check);
  if (check.kind === "not null") {
    return passed ? `${columns} has a value.` : `${columns} is NULL, and NOT NULL forbids that.`;
  }
  return passed ? `${checkName(check)} holds.` : `${checkName(check)} does not hold.`;
}

/** What comes of a foreign key that is not kept: no clause but MySQL's IGNORE has a say in it. */
function unkept(run: Run, index: number): string {
  const came = consequence(run.trace, run.outline, index);
  const does = effect("", came, (row) => nameAsked(run, index, row));
  if (came.kind === "skip") return `The statement says IGNORE: ${does}.`;
  return run.dialect === "mysql"
    ? `No clause says otherwise: ${does}.`
    : `No conflict clause covers foreign keys: ${does}.`;
}

/** Before the error of a row that others still refer to: which row that is. */
function referred(error: Failure): string {
  const told = foreign(error);
  const [child] = told?.existing ?? [];
  if (told === null || child === undefined) return "";
  const row = theRow({ kind: "key", columns: told.columns, values: told.key });
  const by = child.row.length === 0 ? "another row" : `(${child.row.map(literal).join(", ")})`;
  return `${capital(row)} of ${told.table} is still referred to by ${by}. `;
}

function arriving(frame: Frame | null): string {
  if (frame === null || frame.ordinal === null || frame.total === 1) return "A new row";
  return `The ${newRow(frame)}`;
}

function placed(name: RowName, table: string): string {
  if (name.kind === "rowid") return `The row is written to ${table} as ${theRow(name)}.`;
  return name.kind === "key"
    ? `${capital(theRow(name))} is written to ${table}.`
    : `The row is written to ${table}.`;
}

/** The row that a check of the step has met. */
function nameAsked(run: Run, index: number, rowid: Cell): RowName {
  const step = run.trace.steps[index];
  const check = checkOf(run, step?.plan, step?.check);
  const table = run.trace.plans.find((plan) => plan.id === step?.plan)?.table ?? "";
  return nameAt(run, index, table, rowid, check?.columns ?? []);
}

function probed(
  run: Run,
  index: number,
  check: PlanCheck,
  step: Extract<Step, { kind: "probe" }>,
): string {
  const judges = run.outline.frames[index]?.kind === "deferred";
  const met = step.hit === null ? "" : before(run, index, check, step.key);
  const what = `${columnsOf(check)} ${literals(step.key)}${met}`;
  const there = check.index === null ? "already taken" : `already in ${indexOf(check)}`;
  if (step.own) {
    return judges
      ? `${what}, asked again, is in no other row by now.`
      : `${what} is ${there}, but that is this row's own entry.`;
  }
  if (step.hit === null) {
    return check.index === null
      ? `${what} is free.`
      : `${what} is free: not in ${indexOf(check)} yet.`;
  }
  const name = nameAsked(run, index, step.hit);
  // What the row goes by may be the very key that is taken.
  const same = name.kind === "key" && sameCells(name.values, step.key);
  const held =
    same && name.columns.join() === check.columns.join() ? "" : `, held by ${theRow(name)}`;
  const table = run.trace.plans.find((plan) => plan.id === step.plan)?.table ?? "";
  const spelt = alike(run, index, table, check, step.key, step.hit).map(equals);
  const found = `${judges ? "Asked again: " : ""}${what} is ${there}${held}${spelt.length === 0 ? "" : `: ${spelt.join(" and ")}`}.`;
  if (judges || !isLetThrough(check, step.hit, step.own)) return found;
  const open = inTransaction(run, run.outline.statements[index] ?? null);
  return `${found} The row goes on for now: the constraint is asked again ${judgedWhen(check, open)}.`;
}

/** SQLite names the indexes of constraints itself, by names that nobody has written. */
function indexOf(check: PlanCheck): string {
  const own = check.index?.startsWith("sqlite_autoindex_") === true;
  return own ? `the unique index of ${columnsOf(check)}` : `index ${check.index}`;
}

/** A value that its column's type has made into another was not written so. */
function before(run: Run, index: number, check: PlanCheck, key: readonly Cell[]): string {
  const [column = "", ...others] = check.columns;
  const [now = null] = key;
  const given = others.length > 0 ? null : givenAs(run, index, column, now);
  // A date or an array reads as it was given.
  if (given === null || (!isNumeric(now) && plain(given) === plain(now))) return "";
  return ` (given as ${literal(given)})`;
}

function skipped(check: PlanCheck, reason: string): string {
  const columns = columnsOf(check);
  switch (reason) {
    case "null in key":
      return `${columns}: a NULL in the key never collides, so nothing is looked up.`;
    case "not in partial index":
      return `The row is not one that ${check.index ?? "the partial index"} holds: nothing to look up.`;
    case "columns unchanged":
      return `${columns} keeps its value, so nothing is looked up.`;
    default:
      return `${checkName(check)} does not apply: ${reason}.`;
  }
}

function decided(step: Extract<Step, { kind: "decide" }>, does: string): string {
  switch (step.source) {
    case "statement":
      return `The statement says ${step.action}: ${does}`;
    case "constraint":
      return `The constraint itself says ${step.action}: ${does}`;
    case "default":
      // ERROR is no word of SQL, only what happens when none is said.
      return step.action === "ERROR"
        ? `No clause says otherwise: ${does}`
        : `No clause says otherwise, so ${step.action}: ${does}`;
    default:
      return unreachable(step.source);
  }
}

/** Why a decision was needed: the sentence of the check or probe just before it. */
function causeOf(run: Run, index: number): string | null {
  const decide = run.trace.steps[index];
  for (let i = index - 1; i >= 0; i--) {
    const step = run.trace.steps[i];
    if (step === undefined || step.depth < (decide?.depth ?? 0)) return null;
    if (step.check !== decide?.check || step.plan !== decide?.plan) continue;
    return step.kind === "decide" ? null : sentence(run, i);
  }
  return null;
}

function checkOf(run: Run, plan: number | undefined, check: number | undefined): PlanCheck | null {
  const found = run.trace.plans.find((p) => p.id === plan);
  return found?.checks.find((c) => c.id === check) ?? null;
}

function columnsOf(check: PlanCheck): string {
  if (check.columns.length > 0) return check.columns.join(", ");
  return check.constraint ?? (check.kind === "rowid" ? "rowid" : "");
}
