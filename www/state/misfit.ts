// What a script that cannot be read may be instead: an error message, or SQL with a clause that another
// database has. Looked at only once the engine has refused the words. What is said of it is text/misfit.ts.

import type { Run } from "./state.ts";
import type { Dialect } from "./trace.ts";

export type Misfit =
  | { readonly kind: "message"; readonly from: Dialect; readonly about: About | null }
  | { readonly kind: "clause"; readonly words: string; readonly of: readonly Dialect[] };

/** What a message tells of, as far as it makes a difference here. */
export type About = "key taken" | "row changed twice";

/** How each database's messages begin, within what a client or driver puts before them. */
const MESSAGES: readonly { from: Dialect; is: RegExp }[] = [
  {
    from: "sqlite",
    is: /^(?:[\w .:()-]*[:,] )?(?:UNIQUE|NOT NULL|CHECK|FOREIGN KEY|PRIMARY KEY) constraint failed\b/i,
  },
  { from: "sqlite", is: /^(?:Parse|Runtime) error\b|^SQLITE_CONSTRAINT|^(?:\w+\.)*SqliteError\b/ },
  {
    from: "mysql",
    is: /^(?:\w+\.\w+: )?\(?(?:ERROR|Error)?:? ?\(?\d{4}\b[ ,]*(?:\([0-9A-Z]{5}\)|["'])/,
  },
  { from: "mysql", is: /^(?:[\w.]*Error: |ER_\w+: )?Duplicate entry '.*' for key\b|^ER_[A-Z_]+\b/ },
  { from: "postgresql", is: /^(?:psql:\S+ )?(?:ERROR|FATAL|FEHLER): / },
  {
    from: "postgresql",
    is: /^(?:[\w.:]* ?)?(?:duplicate key value|null value in column|(?:new row|insert or update|update or delete) .*) violates\b|^(?:DETAIL|HINT): /,
  },
];

const ABOUT: readonly { about: About; is: RegExp }[] = [
  { about: "row changed twice", is: /cannot affect row a second time/i },
  {
    about: "key taken",
    is: /UNIQUE constraint failed|duplicate key value|Duplicate entry|\b1062\b|\b23505\b/i,
  },
];

/** Clauses by the databases that have them; a database that is asked has none of its others'. */
const CLAUSES: readonly { is: RegExp; of: readonly Dialect[] }[] = [
  { is: /\bON\s+DUPLICATE\s+KEY\s+UPDATE\b/i, of: ["mysql"] },
  { is: /\b(?:INSERT|UPDATE)\s+IGNORE\b/i, of: ["mysql"] },
  {
    is: /\b(?:INSERT|UPDATE)\s+OR\s+(?:ROLLBACK|ABORT|FAIL|IGNORE|REPLACE)\b/i,
    of: ["sqlite"],
  },
  { is: /\bON\s+CONFLICT\s+ON\s+CONSTRAINT\b/i, of: ["postgresql"] },
  { is: /\bON\s+CONFLICT\s*(?:\(|DO\b|WHERE\b)/i, of: ["sqlite", "postgresql"] },
  { is: /\bREPLACE\s+INTO\b/i, of: ["sqlite", "mysql"] },
];

export function misfit({ sql, dialect, error }: Run): Misfit | null {
  // All three say so in their own way, and none says it of anything else.
  if (error === null || !/syntax/i.test(error.message)) return null;
  const at = error.span?.start ?? 0;
  const bare = withoutWords(sql);
  const start = bare.lastIndexOf(";", Math.max(0, at - 1)) + 1;
  const message = messageIn(sql.slice(start));
  if (message !== null) return message;
  const end = bare.indexOf(";", at);
  const statement = bare.slice(start, end < 0 ? undefined : end);
  for (const { is, of } of CLAUSES) {
    const [words] = is.exec(statement) ?? [];
    if (words === undefined || of.includes(dialect)) continue;
    const tidy = words
      .replace(/\s+/g, " ")
      .replace(/\s*\($/, "")
      .toUpperCase();
    return { kind: "clause", words: tidy.replace(/ (?:DO|WHERE)$/, ""), of };
  }
  return null;
}

function messageIn(text: string): Misfit | null {
  const trimmed = text.trimStart();
  const found = MESSAGES.find(({ is }) => is.test(trimmed));
  if (found === undefined) return null;
  const about = ABOUT.find(({ is }) => is.test(trimmed))?.about ?? null;
  return { kind: "message", from: found.from, about };
}

/** As long as before, without what stands in quotes and remarks. */
function withoutWords(sql: string): string {
  const quoted = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\//g;
  return sql.replace(quoted, (words) => " ".repeat(words.length));
}
