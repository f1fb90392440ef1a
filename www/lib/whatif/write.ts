// A write statement taken apart at its conflict clause, by its tokens alone: the words before the
// table, the body, the clause after the rows, RETURNING. Runs nothing and knows no tables.

/** The words of an INSERT, REPLACE or UPDATE. The parts joined by blanks are the statement. */
export interface Write {
  verb: "INSERT" | "REPLACE" | "UPDATE";
  /** WITH and what belongs to it, or nothing. */
  before: string;
  /** SQLite's word after OR, MySQL's IGNORE. */
  or: Resolution | null;
  /** From the table's name to the clause. */
  body: string;
  /** The table as written. */
  table: string;
  /** The columns that are named, or none when all are meant. */
  columns: string[] | null;
  /** `ON CONFLICT …`, `ON DUPLICATE KEY UPDATE …`. */
  arms: Arm[];
  /** RETURNING and what follows it, or nothing. */
  after: string;
}

/** SQLite's algorithms. */
export type Resolution = "ROLLBACK" | "ABORT" | "FAIL" | "IGNORE" | "REPLACE";

/** One clause after the rows. */
export interface Arm {
  /** The parenthesis or constraint between ON CONFLICT and DO, as written; empty for any. */
  target: string;
  /** What follows SET or ON DUPLICATE KEY UPDATE, or none for DO NOTHING. */
  set: Token[] | null;
}

/** A token and the text that it stands in. */
export interface Token {
  text: string;
  /** In capitals, empty for what is no word. */
  word: string;
  start: number;
  end: number;
  /** Parentheses open before it. */
  depth: number;
}

/** Tokens from where they begin and end. */
export function tokensOf(sql: string, ends: Uint32Array): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  for (let at = 0; at + 1 < ends.length; at += 2) {
    const [start = 0, end = 0] = ends.subarray(at, at + 2);
    const text = sql.slice(start, end);
    if (text === ")") depth -= 1;
    const word = /^[A-Za-z_]/.test(text) ? text.toUpperCase() : "";
    tokens.push({ text, word, start, end, depth });
    if (text === "(") depth += 1;
  }
  return tokens;
}

/** The text from the first to the last token, comments and all. */
export function textOf(sql: string, tokens: readonly Token[]): string {
  const [first, last] = [tokens[0], tokens.at(-1)];
  return first === undefined || last === undefined ? "" : sql.slice(first.start, last.end);
}

const resolutions: readonly string[] = ["ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE"];
const isResolution = (word: string): word is Resolution => resolutions.includes(word);

/** Takes a statement apart, or gives none when it writes no rows in a way that can collide. */
export function writeOf(sql: string, all: readonly Token[]): Write | null {
  const end = all.findIndex((token) => token.text === ";");
  const tokens = end < 0 ? all : all.slice(0, end);
  const isVerb = ({ word, depth }: Token): boolean =>
    depth === 0 && ["INSERT", "REPLACE", "UPDATE"].includes(word);
  const first = tokens.findIndex(isVerb);
  const verb = tokens[first]?.word;
  if (verb !== "INSERT" && verb !== "REPLACE" && verb !== "UPDATE") return null;
  let at = first + 1;
  const word = (ahead = 0): string => tokens[at + ahead]?.word ?? "";
  let or: Resolution | null = null;
  const named = word(1);
  if (word() === "OR" && isResolution(named)) {
    or = named;
    at += 2;
  }
  if (word() === "IGNORE") {
    or = "IGNORE";
    at += 1;
  }
  if (word() === "INTO") at += 1;
  const rest = tokens.slice(at);
  const tail = rest.findIndex((token, i) => token.depth === 0 && beginsTail(token, rest[i + 1]));
  const body = tail < 0 ? rest : rest.slice(0, tail);
  const clauses = tail < 0 ? [] : rest.slice(tail);
  const back = clauses.findIndex((token) => token.depth === 0 && token.word === "RETURNING");
  const armTokens = back < 0 ? clauses : clauses.slice(0, back);
  const { table, columns } = target(verb, body);
  return {
    verb,
    before: textOf(sql, tokens.slice(0, first)),
    or,
    body: textOf(sql, withoutRowAlias(body, armTokens)),
    table,
    columns,
    arms: armsOf(sql, armTokens),
    after: back < 0 ? "" : textOf(sql, clauses.slice(back)),
  };
}

function beginsTail({ word }: Token, next: Token | undefined): boolean {
  return word === "RETURNING" || (word === "ON" && isOneOf(next?.word, "CONFLICT", "DUPLICATE"));
}

function isOneOf(word: string | undefined, ...words: string[]): boolean {
  return word !== undefined && words.includes(word);
}

// MySQL's `AS new` between the rows and the clause says nothing without the clause.
function withoutRowAlias(body: readonly Token[], arms: readonly Token[]): readonly Token[] {
  const isAlias = body.at(-2)?.word === "AS" && body.at(-2)?.depth === 0;
  return isAlias && arms[1]?.word === "DUPLICATE" ? body.slice(0, -2) : body;
}

function target(
  verb: Write["verb"],
  body: readonly Token[],
): { table: string; columns: string[] | null } {
  let at = 1;
  while (body[at]?.text === ".") at += 2;
  const table = body
    .slice(0, at)
    .map((token) => token.text)
    .join("");
  if (verb === "UPDATE" || body[at]?.text !== "(") return { table, columns: null };
  const columns: string[] = [];
  for (const token of body.slice(at + 1)) {
    if (token.text === ")" || token.word === "SELECT") break;
    if (token.text !== ",") columns.push(unquoted(token.text));
  }
  const isQuery = isOneOf(body[at + 1]?.word, "SELECT", "WITH", "VALUES");
  return { table, columns: isQuery ? null : columns };
}

function armsOf(sql: string, tokens: readonly Token[]): Arm[] {
  const arms: Arm[] = [];
  const begins = tokens.flatMap((token, at) =>
    token.depth === 0 && token.word === "ON" && beginsTail(token, tokens[at + 1]) ? [at] : [],
  );
  begins.forEach((begin, number) => {
    const own = tokens.slice(begin, begins[number + 1]);
    if (own[1]?.word === "DUPLICATE") {
      arms.push({ target: "", set: own.slice(4) });
      return;
    }
    const act = own.findIndex((token) => token.depth === 0 && token.word === "DO");
    const target = textOf(sql, own.slice(2, act < 0 ? undefined : act));
    const updates = own[act + 1]?.word === "UPDATE";
    arms.push({ target, set: updates ? own.slice(act + 3) : null });
  });
  return arms;
}

/** A name without its quotes. */
export function unquoted(name: string): string {
  const mark = name[0] ?? "";
  if (mark === "[") return name.slice(1, -1);
  if (!['"', "`"].includes(mark)) return name;
  return name.slice(1, -1).replaceAll(mark + mark, mark);
}
