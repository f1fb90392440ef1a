// Every conflict clause of each dialect, a statement written with one of them, and what each clause
// is called elsewhere. The differences that remain are said (semantics compared with SQLite 3.54,
// PostgreSQL 18 and MySQL 8.4).

import type { Dialect } from "../types.ts";
import { type Arm, type Token, unquoted, type Write } from "./write.ts";

/** What a clause is for, whatever its dialect calls it. */
export type Intent =
  | "plain"
  | "rollback"
  | "abort"
  | "fail"
  | "ignore"
  | "replace"
  | "nothing"
  | "update";

/** A clause of a dialect. */
export interface Clause {
  name: string;
  intent: Intent;
}

const inserts: Record<Dialect, readonly Clause[]> = {
  sqlite: [
    { name: "INSERT", intent: "plain" },
    { name: "OR ROLLBACK", intent: "rollback" },
    { name: "OR ABORT", intent: "abort" },
    { name: "OR FAIL", intent: "fail" },
    { name: "OR IGNORE", intent: "ignore" },
    { name: "OR REPLACE", intent: "replace" },
    { name: "ON CONFLICT DO NOTHING", intent: "nothing" },
    { name: "ON CONFLICT DO UPDATE", intent: "update" },
  ],
  postgresql: [
    { name: "INSERT", intent: "plain" },
    { name: "ON CONFLICT DO NOTHING", intent: "nothing" },
    { name: "ON CONFLICT DO UPDATE", intent: "update" },
  ],
  mysql: [
    { name: "INSERT", intent: "plain" },
    { name: "INSERT IGNORE", intent: "ignore" },
    { name: "REPLACE", intent: "replace" },
    { name: "ON DUPLICATE KEY UPDATE", intent: "update" },
  ],
};

const updates: Record<Dialect, readonly Clause[]> = {
  sqlite: [
    { name: "UPDATE", intent: "plain" },
    { name: "OR ROLLBACK", intent: "rollback" },
    { name: "OR ABORT", intent: "abort" },
    { name: "OR FAIL", intent: "fail" },
    { name: "OR IGNORE", intent: "ignore" },
    { name: "OR REPLACE", intent: "replace" },
  ],
  postgresql: [{ name: "UPDATE", intent: "plain" }],
  mysql: [
    { name: "UPDATE", intent: "plain" },
    { name: "UPDATE IGNORE", intent: "ignore" },
  ],
};

/** The names of all clauses. */
export const allClauses: ReadonlySet<string> = new Set(
  [inserts, updates].flatMap((of) => Object.values(of).flat()).map(({ name }) => name),
);

/** The clauses that a statement may have in a dialect. */
export function clausesOf(dialect: Dialect, { verb }: Write): readonly Clause[] {
  return (verb === "UPDATE" ? updates : inserts)[dialect];
}

/** What a statement asks for as it is written. */
export function intentOf(write: Write): Intent {
  if (write.verb === "REPLACE") return "replace";
  const arm = write.arms[0];
  if (arm !== undefined) return arm.set === null ? "nothing" : "update";
  return (write.or?.toLowerCase() as Intent | undefined) ?? "plain";
}

/** What writing a clause needs to know of the table. */
export interface Shape {
  columns: readonly string[];
  /** The columns of the key that collides, or of the first key. */
  key: readonly string[];
  /** Columns of the primary key. */
  primary: readonly string[];
  /** The condition of the key, if it is one of some rows. */
  where: string | null;
  /** A name as it is written. */
  spell: (name: string) => string;
}

/** The statement with another clause, in another dialect perhaps. */
export function written(write: Write, dialect: Dialect, { intent }: Clause, shape: Shape): string {
  const mysql = dialect === "mysql";
  const after = mysql ? "" : write.after;
  if (write.verb === "UPDATE") {
    const or = intent === "plain" ? "" : mysql ? "IGNORE" : `OR ${intent.toUpperCase()}`;
    return joined(write.before, "UPDATE", or, write.body, after);
  }
  const tail = armText(write, dialect, intent, shape);
  if (mysql) {
    const verb = { ignore: "INSERT IGNORE INTO", replace: "REPLACE INTO" }[intent as "ignore"];
    const alias = intent === "update" && hasRows(write) ? "AS new" : "";
    return joined(verb ?? "INSERT INTO", mysqlBody(write), alias, tail);
  }
  const words = ["plain", "nothing", "update"].includes(intent) ? "" : `OR ${intent.toUpperCase()}`;
  // A query's last join would take ON for its own.
  const bare = tail !== "" && /\bSELECT\b/i.test(write.body) && !/\bWHERE\b/i.test(write.body);
  const apart = bare && dialect === "sqlite" ? "WHERE true" : "";
  return joined(write.before, "INSERT", words, "INTO", write.body, apart, tail, after);
}

/** What a statement has that a clause of another dialect has no place for. */
export function leftOut(write: Write, dialect: Dialect, { intent }: Clause): string[] {
  if (dialect !== "mysql") return [];
  const isFiltered = write.arms.some((arm) =>
    arm.set?.some((t) => t.depth === 0 && t.word === "WHERE"),
  );
  return [
    ...(write.after === "" ? [] : ["RETURNING, which MySQL does not have"]),
    ...(intent === "update" && isFiltered
      ? ["the WHERE of DO UPDATE: ON DUPLICATE KEY UPDATE changes every row that collides"]
      : []),
  ];
}

// Rows that a query gives have no alias in MySQL (sql_insert).
const hasRows = ({ body }: Write): boolean => !/\bSELECT\b|\bDEFAULT\s+VALUES\b/i.test(body);

// MySQL's WITH stands behind the table, and a row of defaults is an empty list.
function mysqlBody({ before, body }: Write): string {
  const [, into = body, query = ""] = /^(.*?)(\bSELECT\b.*)$/is.exec(body) ?? [];
  const rows = into.replace(/\bDEFAULT\s+VALUES\s*$/i, "() VALUES ()").trim();
  return joined(rows, before, query);
}

/** Whether a clause can be written for this statement and table. */
export function isPossible(
  write: Write,
  dialect: Dialect,
  { intent }: Clause,
  shape: Shape,
): boolean {
  const isArm = intent === "update" || intent === "nothing";
  // SQLite's grammar has no clause after DEFAULT VALUES (lang_insert.html).
  if (isArm && dialect === "sqlite" && /\bDEFAULT\s+VALUES\s*$/i.test(write.body)) return false;
  return intent !== "update" || shape.key.length > 0 || write.arms.some((arm) => arm.set !== null);
}

function armText(write: Write, dialect: Dialect, intent: Intent, shape: Shape): string {
  if (intent === "nothing") return "ON CONFLICT DO NOTHING";
  if (intent !== "update") return "";
  const given = write.arms.find((arm): arm is Arm & { set: Token[] } => arm.set !== null);
  const proposed = proposedIn(dialect, write);
  const set =
    given === undefined
      ? assignments(write, shape, proposed)
      : said(given.set, dialect, shape, write);
  if (dialect === "mysql") return `ON DUPLICATE KEY UPDATE ${set}`;
  const where = shape.where === null ? "" : ` WHERE ${shape.where}`;
  const target = given?.target || `(${shape.key.map(shape.spell).join(", ")})${where}`;
  return `ON CONFLICT ${target} DO UPDATE SET ${set}`;
}

/** How the row that was to be written is called: `excluded`, MySQL's row alias, or VALUES() where there is
 *  none. */
function proposedIn(dialect: Dialect, write: Write): (column: string) => string {
  if (dialect !== "mysql") return (column) => `excluded.${column}`;
  return hasRows(write) ? (column) => `new.${column}` : (column) => `VALUES(${column})`;
}

// Every column that the statement gives, save those of the key.
function assignments(write: Write, shape: Shape, proposed: (column: string) => string): string {
  const known = (given: string): string =>
    shape.columns.find((column) => column === given) ??
    shape.columns.find((column) => column.toLowerCase() === given.toLowerCase()) ??
    given;
  const given = write.columns?.map(known) ?? shape.columns;
  const keys = [...shape.key, ...shape.primary].map((column) => column.toLowerCase());
  const others = given.filter((column) => !keys.includes(column.toLowerCase()));
  const set = others.length > 0 ? others : shape.key.slice(0, 1);
  return set
    .map(shape.spell)
    .map((column) => `${column} = ${proposed(column)}`)
    .join(", ");
}

// The row that was to be written has another name in each dialect. A column that might be either row's has
// to say whose it is in PostgreSQL, and beside MySQL's alias. MySQL has no WHERE here.
function said(set: readonly Token[], dialect: Dialect, shape: Shape, write: Write): string {
  const proposed = proposedIn(dialect, write);
  const where = set.findIndex((token) => token.depth === 0 && token.word === "WHERE");
  const tokens = dialect === "mysql" && where >= 0 ? set.slice(0, where) : set;
  const columns = shape.columns.map((column) => column.toLowerCase());
  const isQuery = tokens.some((token) => token.word === "SELECT");
  const isAmbiguous = dialect === "postgresql" || (dialect === "mysql" && hasRows(write));
  let text = "";
  let end = tokens[0]?.start ?? 0;
  let isTarget = true;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const [second, third, fourth] = [tokens[at + 1], tokens[at + 2], tokens[at + 3]];
    const before = tokens[at - 1];
    if (token.depth === 0 && [",", "="].includes(token.text)) isTarget = token.text === ",";
    text += " ".repeat(Math.min(1, token.start - end));
    end = token.end;
    const isBare =
      columns.includes(unquoted(token.text).toLowerCase()) &&
      ![before?.text, second?.text].includes(".") &&
      second?.text !== "(";
    const isProposed = ["EXCLUDED", "NEW"].includes(token.word);
    if (isProposed && second?.text === "." && third) {
      text += proposed(third.text);
      [at, end] = [at + 2, third.end];
    } else if (
      token.word === "VALUES" &&
      second?.text === "(" &&
      third !== undefined &&
      fourth?.text === ")"
    ) {
      text += proposed(third.text);
      [at, end] = [at + 3, fourth.end];
    } else if (isBare && !isTarget && isAmbiguous && !isQuery) {
      text += `${write.table}.${token.text}`;
    } else {
      text += token.text;
    }
  }
  return text;
}

const joined = (...parts: string[]): string => parts.filter((part) => part !== "").join(" ");

/** The clause of another dialect that stands for this one, and what differs all the same. */
export interface Counterpart {
  intent: Intent;
  note: string | null;
}

const same = (intent: Intent, note: string | null = null): Counterpart => ({ intent, note });

/** What a statement of one dialect asks for, in another; `faithful` translations have no note. */
export function counterpart(intent: Intent, from: Dialect, to: Dialect): Counterpart {
  if (from === to || intent === "plain") return same(intent);
  return { sqlite: toSqlite, postgresql: toPostgresql, mysql: toMysql }[to](intent, from);
}

function toSqlite(intent: Intent, from: Dialect): Counterpart {
  if (intent === "ignore" && from === "mysql") {
    return same(
      "ignore",
      "MySQL's IGNORE also stores values that do not fit, changed to ones that do; OR IGNORE leaves such a row out or stores it as it is.",
    );
  }
  if (intent === "update" && from === "mysql") {
    return same(
      "update",
      "ON DUPLICATE KEY UPDATE takes whichever key collides; ON CONFLICT names one.",
    );
  }
  return same(intent);
}

function toPostgresql(intent: Intent, from: Dialect): Counterpart {
  switch (intent) {
    case "ignore":
      return same(
        "nothing",
        from === "mysql"
          ? "PostgreSQL skips rows for uniqueness alone: values that do not fit stay errors, and nothing is changed to fit."
          : "PostgreSQL skips rows for uniqueness alone: NOT NULL and CHECK stay errors.",
      );
    case "replace":
      return same(
        "update",
        "PostgreSQL has no REPLACE. DO UPDATE changes the row in the way instead of deleting it: one row, its other columns and its children stay.",
      );
    case "rollback":
      return same(
        "plain",
        "PostgreSQL has no OR ROLLBACK: an error undoes the statement, and the transaction accepts nothing but ROLLBACK.",
      );
    case "fail":
      return same(
        "plain",
        "PostgreSQL has no OR FAIL: a statement that fails leaves no row behind.",
      );
    case "abort":
      return same("plain");
    case "update":
      return from === "mysql"
        ? same(
            "update",
            "ON DUPLICATE KEY UPDATE takes whichever key collides; ON CONFLICT names one.",
          )
        : same("update");
    default:
      return same(intent);
  }
}

function toMysql(intent: Intent, from: Dialect): Counterpart {
  switch (intent) {
    case "nothing":
    case "ignore":
      return same(
        "ignore",
        "MySQL's IGNORE makes other errors warnings too, and stores values that do not fit changed to ones that do.",
      );
    case "rollback":
      return same(
        "plain",
        "MySQL has no OR ROLLBACK: an error undoes the statement, and the transaction stays open.",
      );
    case "fail":
      return same(
        "plain",
        "MySQL has no OR FAIL: with InnoDB a statement that fails leaves no row behind.",
      );
    case "abort":
      return same("plain");
    case "update":
      return same(
        "update",
        from === "mysql"
          ? null
          : "ON CONFLICT names the key that it is for; ON DUPLICATE KEY UPDATE takes whichever collides.",
      );
    default:
      return same(intent);
  }
}
