// What stands on buttons, over tables and in notices: words that are the same at every step.

import type { Dialect } from "../state/trace.ts";

export const DIALECT_NAMES: Record<Dialect, string> = {
  sqlite: "SQLite",
  postgresql: "PostgreSQL",
  mysql: "MySQL",
};

export const TEXT = {
  title: "onconflict",
  tagline: "What happens to a row that collides",
  lesson: "Lesson and script",
  stage: "What happened",
  lessons: "Lessons",
  dialect: "Database",
  editor: "SQL script",
  run: "Run",
  again: "Try again",
  noWorker: "The worker in which the SQL engine runs could not be started. Is the network there?",
  link: "Copy link",
  linkHint:
    "A link to this script and step. All of it stands in the link, nothing is sent anywhere.",
  linkCopied: "Link copied",
  linkShown: "The link stands in the address bar",
  startOver: "Start over",
  startOverHint: "Back to the lesson's own script",
  running: "Running…",
  runHint: "Ctrl or ⌘ + Enter",
  stop: "Stop",
  stopHint: "Esc stops it.",
  stopping: "Stopped. Looking how far it gets…",
  stopped:
    "Stopped before it had finished. You see how far it gets when no statement may take longer than a second.",
  triesStopped: "Stopped before every clause had been tried. The run shown here is as it was.",
  stale: "The script has changed since this run.",
  steps: "Steps",
  tables: "Tables",
  indexes: "Unique indexes",
  statements: "Statements",
  result: "Result",
  gates: "The gates this row must pass",
  player: "Step player",
  first: "First step",
  previous: "Previous step",
  next: "Next step",
  last: "Last step",
  nextConflict: "Next conflict",
  play: "Play",
  pause: "Pause",
  help: "Help: keys and signs",
  rowsOf: "Rows of this statement",
  refused: "ROLLBACK: the transaction had failed, nothing was saved",
  emptyScript: "The script has no statement yet.",
  noSteps: "There is nothing to step through.",
  noTables: "No tables at this step.",
  noIndexes: "No unique indexes at this step.",
  through: ": the row is in",
  noGates: "No constraint watches what this row changes, so there is no gate to pass.",
  gatesCut: "The steps that were kept end before the gates of this row.",
  foreignLater:
    "No key and no CHECK watches this row. Its foreign key is judged once the statement is done.",
  foreignUnasked: "No key and no CHECK watches this row, and its foreign key is not asked here.",
  twice: "this statement has already written that row, and PostgreSQL refuses to change it twice",
  noParent: "The table that the foreign key asks is not there.",
  foreignOnly:
    "No row is on its way to a gate here: a foreign key of another row is what stops it.",
  noChecks: "This statement puts no row through any check.",
  loading: "Loading the engine…",
  sequence: "Sequence",
  rowAddress: "Row",
  key: "Key",
  pointsTo: "Points to",
  theTable: "the table itself",
  arrives: "New",
  inTheWay: "in the way",
  noValue: "no value",
  emptyText: "empty text",
  neverCollides: "never collides",
  close: "Close",
  tryClauses: "What would other clauses do?",
  trying: "Trying each clause…",
  clause: "Clause",
  cameTo: "What comes of it",
  rowsAfter: "Rows after",
  theme: { auto: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" },
} as const;

/** What keys do while the player has the focus. */
export const KEYS: readonly { keys: string; does: string }[] = [
  { keys: "← →  or  , .", does: "one step back or forward" },
  { keys: "Page Up  Page Down", does: "previous or next row" },
  { keys: "Home  End", does: "first or last step" },
  { keys: "c", does: "next conflict" },
  { keys: "Space", does: "play or pause" },
  { keys: "Esc", does: "stop playing, or a run" },
];

/** What the marks beside gates, rows and entries stand for. */
export const SIGNS: readonly { sign: string; means: string }[] = [
  { sign: "✓", means: "the gate is free" },
  { sign: "✕", means: "in the way: the gate is closed" },
  { sign: "△", means: "was closed, has been cleared" },
  { sign: "↷", means: "does not apply to this row" },
  { sign: "▸", means: "the row that is asked about again" },
  { sign: "+ ~ −", means: "row or entry added, changed, deleted" },
];
