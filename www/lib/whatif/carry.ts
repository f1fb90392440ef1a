// A database's tables and rows told in another dialect, as far as collisions need them: columns with
// their nearest types, keys, NOT NULL, CHECK, defaults, unique indexes, foreign keys, rows. What is left
// behind or changed is listed. Makes text only; `matrix.ts` runs it.

import type { Dialect, Index, Schema, Table, TableColumn } from "../types.ts";
import { quoting, respelled } from "./spell.ts";

/** Statements that make the tables, each with the table that it is for; those that are run once all rows
 *  are there, foreign keys among them; what was left behind, and what is not the same. */
export interface Carried {
  tables: { name: string; columns: string[]; sql: string }[];
  keys: { name: string; sql: string; references: boolean }[];
  left: string[];
  changed: string[];
}

type Family = "integer" | "real" | "decimal" | "text" | "blob" | "boolean" | "date" | "timestamp";

const families: readonly [RegExp, Family][] = [
  [/^(bool|boolean|tinyint\(1\))/i, "boolean"],
  [/timestamp|datetime/i, "timestamp"],
  [/^date/i, "date"],
  [/int|serial/i, "integer"],
  [/char|clob|text|uuid|json|enum|set|time|interval/i, "text"],
  [/blob|bytea|binary/i, "blob"],
  [/real|floa|doub/i, "real"],
  [/num|dec/i, "decimal"],
];

const types: Record<Dialect, Record<Family, string>> = {
  sqlite: {
    integer: "INTEGER",
    real: "REAL",
    decimal: "NUMERIC",
    text: "TEXT",
    blob: "BLOB",
    boolean: "BOOLEAN",
    date: "TEXT",
    timestamp: "TEXT",
  },
  postgresql: {
    integer: "bigint",
    real: "double precision",
    decimal: "numeric",
    text: "text",
    blob: "bytea",
    boolean: "boolean",
    date: "date",
    timestamp: "timestamp",
  },
  mysql: {
    integer: "bigint",
    real: "double",
    decimal: "decimal(38,10)",
    text: "text",
    blob: "blob",
    boolean: "boolean",
    date: "date",
    timestamp: "datetime",
  },
};

/** The text of a schema in another dialect; `next` gives a table's number for the next row. */
export function carried(schema: Schema, dialect: Dialect, next: (table: Table) => number): Carried {
  const own = schema.tables.filter((table) => table.kind === "table" && !isBook(table.name));
  const left = [
    ...schema.tables.filter((table) => table.kind === "view").map((view) => `view ${view.name}`),
    ...schema.triggers.map((trigger) => `trigger ${trigger.name}`),
  ];
  const changed: string[] = [];
  if (dialect === "sqlite") changed.push("SQLite holds columns to no length, range or precision");
  const carrier = { schema, dialect, left, changed, quote: quoting(schema.dialect, dialect) };
  const tables = own.map((table) => {
    const columns = table.columns.filter((column) => column.generated === null && !column.hidden);
    for (const column of table.columns) {
      if (!columns.includes(column)) left.push(`generated column ${table.name}.${column.name}`);
    }
    const sql = tableText(carrier, table, columns, next(table));
    return { name: table.name, columns: columns.map((column) => column.name), sql };
  });
  const indexes = own.flatMap((table) => partialIndexes(carrier, table));
  const keys = dialect === "sqlite" ? [] : foreignKeys(carrier, own);
  return { tables, keys: [...indexes, ...keys], left, changed };
}

/** What is carried and where to, and what is to be said of it. */
interface Carrier {
  schema: Schema;
  dialect: Dialect;
  left: string[];
  changed: string[];
  quote: (name: string) => string;
}

const isBook = (name: string): boolean => name.toLowerCase().startsWith("sqlite_");

function tableText(
  carrier: Carrier,
  table: Table,
  columns: readonly TableColumn[],
  next: number,
): string {
  const { schema, dialect, changed, quote } = carrier;
  const primary = columns
    .filter((column) => column.primaryKey > 0)
    .sort((a, b) => a.primaryKey - b.primaryKey)
    .map((column) => column.name);
  const uniques = uniqueKeys(carrier, table, columns, primary);
  const references = table.constraints.filter(({ kind }) => kind === "foreign key");
  const keyed = new Set([primary, ...uniques, ...references.map((key) => key.columns)].flat());
  const parts = columns.map((column) => {
    const counts = primary.length === 1 && column.name === primary[0];
    const isKey = keyed.has(column.name);
    const place = `${table.name}.${column.name}`;
    const { text, type } = columnText(carrier, column, isKey, counts ? next : null, place);
    // Types of one family hold the same values, but for this.
    if (isKey && type.includes("(255)") && !column.type.includes("(")) {
      changed.push(
        `${place} is a ${type.toUpperCase()}, since MySQL makes no key of a ${column.type || "TEXT"}`,
      );
    }
    if (isKey) noteCollation(carrier, column, place);
    return text;
  });
  if (primary.length > 0) parts.push(`PRIMARY KEY (${primary.map(quote).join(", ")})`);
  for (const unique of uniques) parts.push(`UNIQUE (${unique.map(quote).join(", ")})`);
  const spelled = (sql: string): string => respelled(sql, schema.dialect, dialect, new Set());
  for (const { kind, sql } of table.constraints) if (kind === "check") parts.push(spelled(sql));
  // SQLite adds none to a table that is there, and asks for the other table only when rows come.
  if (dialect === "sqlite") parts.push(...references.map((key) => spelled(key.sql)));
  return `CREATE TABLE ${quote(table.name)} (${parts.join(", ")})`;
}

/** Says that a key's texts compare otherwise elsewhere; MySQL's own default is without case, as NOCASE. */
function noteCollation(
  { schema, dialect, left }: Carrier,
  column: TableColumn,
  place: string,
): void {
  const { collation } = column;
  if (collation === null || /^(binary|c|posix|default|ucs_basic)$/i.test(collation)) return;
  if (dialect === "mysql" && /^nocase$/i.test(collation)) return;
  // What MySQL's default is, its user did not choose.
  const word = schema.dialect === "mysql" ? "MySQL's collation" : `collation ${collation}`;
  left.push(`${word} of ${place}`);
}

/** Foreign keys for tables that are there. A key of names that need quotes stays behind. */
function foreignKeys(carrier: Carrier, own: readonly Table[]): Carried["keys"] {
  const { schema, dialect, left, changed, quote } = carrier;
  const keys: Carried["keys"] = [];
  for (const table of own) {
    for (const key of table.constraints) {
      if (key.kind !== "foreign key") continue;
      const about = `foreign key of ${table.name}(${key.columns.join(", ")})`;
      const parts = /^FOREIGN KEY \([\w, ]+\) REFERENCES (\w+)(?: \(([\w, ]+)\))?([A-Z ]*)$/i.exec(
        key.sql,
      );
      const [, name = "", columns, rest = ""] = parts ?? [];
      const parent = schema.tables.find((other) => other.name.toLowerCase() === name.toLowerCase());
      const primary = (parent?.columns ?? [])
        .filter((column) => column.primaryKey > 0)
        .sort((a, b) => a.primaryKey - b.primaryKey)
        .map((column) => column.name);
      const named = columns?.split(",").map((column) => column.trim()) ?? primary;
      if (parts === null || named.length === 0) {
        left.push(about);
        continue;
      }
      const isLate = dialect === "mysql" && rest.includes(" DEFERRABLE");
      if (isLate && rest.endsWith("DEFERRED")) changed.push(`the ${about} is asked at once`);
      const words = isLate ? rest.slice(0, rest.indexOf(" DEFERRABLE")) : rest;
      const list = (names: readonly string[]): string => `(${names.map(quote).join(", ")})`;
      const sql = `ALTER TABLE ${quote(table.name)} ADD FOREIGN KEY ${list(key.columns)} REFERENCES ${quote(parent?.name ?? name)} ${list(named)}${words}`;
      keys.push({ name: about, sql, references: true });
    }
  }
  return keys;
}

// Whole columns only: a key of expressions or of some rows says different things elsewhere.
function uniqueKeys(
  { schema, left }: Carrier,
  table: Table,
  columns: readonly TableColumn[],
  primary: readonly string[],
): string[][] {
  const known = new Set(columns.map((column) => column.name));
  const keys: string[][] = [];
  for (const { kind, columns: own, sql } of table.constraints) {
    if (kind === "exclusion") left.push(`exclusion constraint on ${table.name}(${own.join(", ")})`);
    if (sql.includes("NULLS NOT DISTINCT")) {
      left.push(`NULLS NOT DISTINCT of ${table.name}(${own.join(", ")})`);
    }
  }
  for (const index of schema.indexes) {
    if (index.table !== table.name || !index.unique || isComputed(index)) continue;
    const terms = index.terms.flatMap((term) => term.column ?? []);
    if (!terms.every((term) => known.has(term))) left.push(`unique index ${index.name}`);
    else if (terms.join() !== primary.join()) keys.push(terms);
  }
  return keys;
}

const isComputed = ({ terms, where }: Index): boolean =>
  where !== null || terms.some((term) => term.column === null);

/** Unique indexes over expressions or some rows, which SQLite and PostgreSQL write alike; MySQL has keys
 *  of expressions, and none of some rows. */
function partialIndexes({ schema, dialect, left, quote }: Carrier, table: Table): Carried["keys"] {
  const keys: Carried["keys"] = [];
  for (const index of schema.indexes) {
    if (index.table !== table.name || !index.unique || !isComputed(index)) continue;
    const about = `unique index ${index.name}`;
    // PostgreSQL writes down that a varchar is read as a text, which is nothing elsewhere.
    const spelled = (sql: string): string =>
      respelled(
        sql.replace(/::(text|character varying)\b/g, ""),
        schema.dialect,
        dialect,
        new Set(),
      );
    if (dialect === "mysql" && index.where !== null) {
      left.push(about);
      continue;
    }
    const terms = index.terms.map(({ column, expression }) =>
      column === null ? `(${spelled(expression ?? "")})` : quote(column),
    );
    const where = index.where === null ? "" : ` WHERE ${spelled(index.where)}`;
    const sql = `CREATE UNIQUE INDEX ${quote(index.name)} ON ${quote(table.name)} (${terms.join(", ")})${where}`;
    keys.push({ name: about, sql, references: false });
  }
  return keys;
}

function columnText(
  { schema, dialect, left, changed, quote }: Carrier,
  column: TableColumn,
  keyed: boolean,
  next: number | null,
  place: string,
): { text: string; type: string } {
  const family = familyOf(column.type);
  const counts = next !== null && family === "integer";
  const type = typeText(column.type, family, dialect, keyed);
  if (/^enum|^set\b/i.test(column.type)) changed.push(`${place} takes any text`);
  if (/unsigned/i.test(column.type)) changed.push(`${place} takes negative numbers`);
  const words = [quote(column.name), type];
  if (column.notNull && !counts) words.push("NOT NULL");
  if (counts && dialect === "postgresql") {
    words.push(`GENERATED BY DEFAULT AS IDENTITY (START WITH ${next})`);
  }
  if (counts && dialect === "mysql") words.push("AUTO_INCREMENT");
  if (!counts && column.default !== null) {
    const known = defaultText(column.default, schema.dialect, dialect);
    // MySQL's texts have computed defaults alone.
    const computed = dialect === "mysql" && ["text", "blob"].includes(type);
    if (known === null) left.push(`DEFAULT ${column.default} of ${place}`);
    else words.push(`DEFAULT ${computed && !known.startsWith("(") ? `(${known})` : known}`);
  }
  return { text: words.join(" "), type };
}

const literal = /^(-?[0-9.]+|'([^']|'')*'|null|true|false)$/i;
const now = /^(current_timestamp|now|localtimestamp)(\(\d?\))?$|^datetime\('now'\)$/i;
const today = /^(current_date|curdate)(\(\))?$|^date\('now'\)$/i;

/** A default as another dialect has it: values, the time, sums of numbers. */
function defaultText(text: string, from: Dialect, to: Dialect): string | null {
  let bare = respelled(text.trim(), from, to, new Set());
  while (/^\([^()]*\)$/.test(bare)) bare = bare.slice(1, -1).trim();
  if (literal.test(bare)) return bare;
  if (now.test(bare)) return "CURRENT_TIMESTAMP";
  if (today.test(bare)) return to === "mysql" ? "(CURRENT_DATE)" : "CURRENT_DATE";
  return /^[0-9.+\-*/() ]+$/.test(bare) ? `(${bare})` : null;
}

/** The family of a declared type; a column without one takes anything. */
export function familyOf(declared: string): Family {
  return families.find(([pattern]) => pattern.test(declared))?.[1] ?? "text";
}

function typeText(declared: string, family: Family, dialect: Dialect, keyed: boolean): string {
  const sized = /^(var)?char\s*\(\d+\)$/i.test(declared);
  if (family === "text" && sized) return declared;
  const [, precision] =
    /^(?:numeric|decimal|dec)\s*(\(\s*\d+\s*(?:,\s*\d+\s*)?\))/i.exec(declared) ?? [];
  if (family === "decimal" && precision)
    return types[dialect].decimal.replace(/\(.*/, "") + precision;
  if (family === "integer" && dialect !== "sqlite" && !/unsigned/i.test(declared)) {
    const small = /^(smallint|int2|smallserial)/i.test(declared);
    if (small) return "smallint";
  }
  // MySQL makes no key of a text without a length.
  if (dialect === "mysql" && keyed && family === "text") return "varchar(255)";
  if (dialect === "mysql" && keyed && family === "blob") return "varbinary(255)";
  return types[dialect][family];
}
