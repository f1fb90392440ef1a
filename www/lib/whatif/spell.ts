// How each dialect spells names and literals, as far as they differ: quotes around names, strings in
// double quotes, backslashes, bytes. Knows no tables and runs nothing but what asks for a name.

import type { Database } from "../database.ts";
import type { Dialect } from "../types.ts";

const marks: Record<Dialect, string> = { sqlite: '"', postgresql: '"', mysql: "`" };

/** Quotes a name. PostgreSQL reads names without quotes in small letters, so names that come from
 *  elsewhere are made so. */
export function quoting(from: Dialect, to: Dialect): (name: string) => string {
  const mark = marks[to];
  const folds = to === "postgresql" && from !== to;
  return (name) => {
    const own = folds ? name.toLowerCase() : name;
    return mark + own.replaceAll(mark, mark + mark) + mark;
  };
}

/** Spells a name without quotes where the dialect of a database lets it. */
export function spelling(db: Database, from: Dialect): (name: string) => string {
  const quote = quoting(from, db.dialect);
  const isPlain =
    db.dialect === "postgresql" && from === "postgresql" ? /^[a-z_]\w*$/ : /^[a-z_]\w*$/i;
  return (name) => (isPlain.test(name) && !isReserved(db, name) ? name : quote(name));
}

/** Whether a word cannot be a name of a table or column as it is. */
export function isReserved(db: Database, name: string): boolean {
  try {
    db.prepare(`CREATE TABLE is_reserved_${name} (${name} INTEGER)`)[Symbol.dispose]();
    return false;
  } catch {
    return true;
  }
}

const comments = /--[^\n]*|\/\*[\s\S]*?\*\//;
const others = /"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|\w+/;
const escaped = /'(?:[^'\\]|\\[\s\S]|'')*'/;
const plain = /'(?:[^']|'')*'/;

// In MySQL a backslash keeps the mark behind it from ending a string.
const piecesOf = (dialect: Dialect): RegExp => {
  const string = (dialect === "mysql" ? escaped : plain).source;
  return new RegExp(`${comments.source}|\\bx'[0-9a-f]*'|${string}|${others.source}`, "gi");
};

/** A statement as another dialect spells it; `reserved` are names that it has to quote, in small letters. */
export function respelled(
  sql: string,
  from: Dialect,
  to: Dialect,
  reserved: ReadonlySet<string>,
): string {
  if (from === to) return sql;
  const quote = quoting(from, to);
  const wraps = (piece: string): string => piece.slice(1, -1);
  return sql.replace(piecesOf(from), (piece: string): string => {
    const mark = piece[0] ?? "";
    if (mark === "-" || mark === "/") return piece;
    if (mark === "'") return stringText(wraps(piece).replaceAll("''", "'"), from, to);
    if (/^x'/i.test(piece)) return to === "postgresql" ? `'\\x${piece.slice(2, -1)}'` : piece;
    if (mark === '"' && from === "mysql") {
      return stringText(wraps(piece).replaceAll('""', '"'), from, to);
    }
    if (mark === '"' || mark === "`") return quote(wraps(piece).replaceAll(mark + mark, mark));
    if (mark === "[") return from === "sqlite" ? quote(wraps(piece)) : piece;
    return reserved.has(piece.toLowerCase()) ? quote(piece) : piece;
  });
}

const escapes: Record<string, string> = {
  "0": "\0",
  b: "\b",
  n: "\n",
  r: "\r",
  t: "\t",
  Z: "\x1a",
};

/** A string that was read in one dialect, written in another. To MySQL alone a backslash is more. */
function stringText(inner: string, from: Dialect, to: Dialect): string {
  const meant = (_: string, letter: string): string => escapes[letter] ?? letter;
  const text = from === "mysql" ? inner.replace(/\\([\s\S])/g, meant) : inner;
  const doubled = text.replaceAll("'", "''");
  return `'${to === "mysql" ? doubled.replaceAll("\\", "\\\\") : doubled}'`;
}
