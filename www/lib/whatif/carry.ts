// A database's tables and rows told in another dialect, as far as collisions need them: columns with
// their nearest types, keys, NOT NULL, CHECK, defaults, unique indexes, foreign keys, rows. What is left
// behind or changed is listed. Makes text only; `matrix.ts` runs it.

import type { Dialect, Schema, Table, TableColumn } from "../types.ts";

/** Statements that make the tables, each with the table that it is for; those that are run once all rows
 *  are there; what was left behind, and what is not the same. */
export interface Carried {
  tables: { name: string; columns: string[]; sql: string }[];
  keys: { name: string; sql: string }[];
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
  const tables = own.map((table) => {
    const columns = table.columns.filter((column) => column.generated === null && !column.hidden);
    for (const column of table.columns) {
      if (!columns.includes(column)) left.push(`generated column ${table.name}.${column.name}`);
    }
    const sql = tableText(schema, table, columns, dialect, next(table), left, changed);
    return { name: table.name, columns: columns.map((column) => column.name), sql };
  });
  const keys = dialect === "sqlite" ? [] : foreignKeys(schema, own, dialect, left, changed);
  return { tables, keys, left, changed };
}

const isBook = (name: string): boolean => name.toLowerCase().startsWith("sqlite_");

function tableText(
  schema: Schema,
  table: Table,
  columns: readonly TableColumn[],
  dialect: Dialect,
  next: number,
  left: string[],
  changed: string[],
): string {
  const primary = columns
    .filter((column) => column.primaryKey > 0)
    .sort((a, b) => a.primaryKey - b.primaryKey)
    .map((column) => column.name);
  const uniques = uniqueKeys(schema, table, columns, primary, left);
  const references = table.constraints.filter(({ kind }) => kind === "foreign key");
  const keyed = new Set([primary, ...uniques, ...references.map((key) => key.columns)].flat());
  const parts = columns.map((column) => {
    const counts = primary.length === 1 && column.name === primary[0];
    const isKey = keyed.has(column.name);
    const text = columnText(column, dialect, isKey, counts ? next : null);
    // Types of one family hold the same values, but for this.
    if (isKey && text.includes("(255)") && !column.type.includes("(")) {
      changed.push(
        `${table.name}.${column.name} is a VARCHAR(255), since MySQL makes no key of a ${column.type || "TEXT"}`,
      );
    }
    return text;
  });
  if (primary.length > 0) parts.push(`PRIMARY KEY (${primary.map(quoted(dialect)).join(", ")})`);
  for (const unique of uniques) parts.push(`UNIQUE (${unique.map(quoted(dialect)).join(", ")})`);
  for (const { kind, sql } of table.constraints) if (kind === "check") parts.push(sql);
  // SQLite adds none to a table that is there, and asks for the other table only when rows come.
  if (dialect === "sqlite") parts.push(...references.map((key) => key.sql));
  return `CREATE TABLE ${quoted(dialect)(table.name)} (${parts.join(", ")})`;
}

/** Foreign keys for tables that are there. A key of names that need quotes stays behind. */
function foreignKeys(
  schema: Schema,
  own: readonly Table[],
  dialect: Dialect,
  left: string[],
  changed: string[],
): Carried["keys"] {
  const keys: Carried["keys"] = [];
  for (const table of own) {
    for (const key of table.constraints) {
      if (key.kind !== "foreign key") continue;
      const about = `foreign key of ${table.name}(${key.columns.join(", ")})`;
      const parts = /^(FOREIGN KEY \([\w, ]+\) REFERENCES )(\w+)( \([\w, ]+\))?([A-Z ]*)$/i.exec(
        key.sql,
      );
      const [, start, name = "", columns, rest = ""] = parts ?? [];
      const parent = schema.tables.find((other) => other.name.toLowerCase() === name.toLowerCase());
      const primary = (parent?.columns ?? [])
        .filter((column) => column.primaryKey > 0)
        .sort((a, b) => a.primaryKey - b.primaryKey)
        .map((column) => column.name);
      if (start === undefined || (columns ?? primary).length === 0) {
        left.push(about);
        continue;
      }
      const isLate = dialect === "mysql" && rest.includes(" DEFERRABLE");
      if (isLate && rest.endsWith("DEFERRED")) changed.push(`the ${about} is asked at once`);
      const words = isLate ? rest.slice(0, rest.indexOf(" DEFERRABLE")) : rest;
      const target = `${name}${columns ?? ` (${primary.join(", ")})`}`;
      const sql = `ALTER TABLE ${quoted(dialect)(table.name)} ADD ${start}${target}${words}`;
      keys.push({ name: about, sql });
    }
  }
  return keys;
}

// Whole columns only: a key of expressions or of some rows says different things elsewhere.
function uniqueKeys(
  schema: Schema,
  table: Table,
  columns: readonly TableColumn[],
  primary: readonly string[],
  left: string[],
): string[][] {
  const known = new Set(columns.map((column) => column.name));
  const keys: string[][] = [];
  for (const index of schema.indexes) {
    if (index.table !== table.name || !index.unique) continue;
    const terms = index.terms.flatMap((term) => term.column ?? []);
    const plain = terms.length === index.terms.length && index.where === null;
    if (!plain || !terms.every((term) => known.has(term))) left.push(`unique index ${index.name}`);
    else if (terms.join() !== primary.join()) keys.push(terms);
  }
  return keys;
}

function columnText(
  column: TableColumn,
  dialect: Dialect,
  keyed: boolean,
  next: number | null,
): string {
  const family = familyOf(column.type);
  const counts = next !== null && family === "integer";
  const words = [quoted(dialect)(column.name), typeText(column.type, family, dialect, keyed)];
  if (column.notNull && !counts) words.push("NOT NULL");
  if (counts && dialect === "postgresql") {
    words.push(`GENERATED BY DEFAULT AS IDENTITY (START WITH ${next})`);
  }
  if (counts && dialect === "mysql") words.push("AUTO_INCREMENT");
  const isLiteral = /^(-?[0-9.]+|'([^']|'')*'|null|true|false|current_timestamp)$/i;
  if (!counts && column.default !== null && isLiteral.test(column.default)) {
    words.push(`DEFAULT ${column.default}`);
  }
  return words.join(" ");
}

/** The family of a declared type; a column without one takes anything. */
export function familyOf(declared: string): Family {
  return families.find(([pattern]) => pattern.test(declared))?.[1] ?? "text";
}

function typeText(declared: string, family: Family, dialect: Dialect, keyed: boolean): string {
  const sized = /^(var)?char\s*\(\d+\)$/i.test(declared);
  if (family === "text" && sized) return declared;
  // MySQL makes no key of a text without a length.
  if (dialect === "mysql" && keyed && family === "text") return "varchar(255)";
  if (dialect === "mysql" && keyed && family === "blob") return "varbinary(255)";
  return types[dialect][family];
}

/** A name as the dialect reads it; plain ones stay plain, so that the statement finds them. */
export function quoted(dialect: Dialect): (name: string) => string {
  const mark = dialect === "mysql" ? "`" : '"';
  return (name) =>
    /^[a-z_][a-z0-9_]*$/i.test(name) ? name : mark + name.replaceAll(mark, mark + mark) + mark;
}
