// Reads a lesson file: a head of `name: value` lines, prose, one block of SQL for each dialect that
// the lesson speaks. A paragraph that begins with `[mysql]` is for readers of that dialect. A file that does not keep to this fails when the page is built, in its tests.

import type { OpenAt, Script } from "../state/state.ts";
import { DIALECTS } from "../state/state.ts";
import type { Dialect } from "../state/trace.ts";

export interface Lesson {
  readonly id: string;
  readonly title: string;
  readonly dialect: Dialect;
  readonly prose: readonly Paragraph[];
  readonly script: Script;
}

/** Text with `code` in it; plain pieces so that the page can make text nodes of them. */
export interface Paragraph {
  /** The dialect that it is true of; null: of all. */
  readonly dialect: Dialect | null;
  readonly pieces: readonly { readonly code: boolean; readonly text: string }[];
}

export function parseLesson(id: string, file: string): Lesson {
  const parts = /^---\n(.*?)\n---\n(.*)$/s.exec(file.replaceAll("\r\n", "\n"));
  const [, head, body] = parts ?? [];
  if (head === undefined || body === undefined) throw new Error(`${id}: no head between --- lines`);
  const fields = new Map(head.split("\n").map((line) => splitField(id, line)));
  const field = (name: string) => {
    const value = fields.get(name);
    if (value === undefined) throw new Error(`${id}: no ${name}`);
    return value;
  };
  const sql: Partial<Record<Dialect, string>> = {};
  const prose = body.replace(/^```(\w+)\n(.*?)^```$/gms, (_, name: string, text: string) => {
    sql[dialectOf(id, name)] = text.trimEnd();
    return "";
  });
  const dialect = dialectOf(id, field("dialect"));
  if (sql[dialect] === undefined) throw new Error(`${id}: no SQL for ${dialect}`);
  const paragraphs = prose.split(/\n{2,}/).map((p) => p.replace(/\s+/g, " ").trim());
  return {
    id,
    title: field("title"),
    dialect,
    prose: paragraphs.filter((p) => p !== "").map((p) => parseParagraph(id, p)),
    script: { lesson: id, sql, open: parseOpen(id, field("open")) },
  };
}

/** `[mysql] Words` hold in that dialect only. */
function parseParagraph(id: string, text: string): Paragraph {
  const [, name, rest] = /^\[(\w+)\] (.*)$/.exec(text) ?? [];
  const pieces = (rest ?? text)
    .split("`")
    .map((piece, i) => ({ code: i % 2 === 1, text: piece }))
    .filter((piece) => piece.text !== "");
  return { dialect: name === undefined ? null : dialectOf(id, name), pieces };
}

function parseOpen(id: string, text: string): OpenAt {
  if (text === "end") return { kind: "end" };
  const [, kind, number] = /^(conflict|step) (\d+)$/.exec(text) ?? [];
  if (kind === "conflict" || kind === "step") return { kind, number: Number(number) };
  throw new Error(`${id}: cannot open at "${text}"`);
}

function splitField(id: string, line: string): [string, string] {
  const colon = line.indexOf(":");
  if (colon < 0) throw new Error(`${id}: "${line}" is not a name: value`);
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

function dialectOf(id: string, name: string): Dialect {
  const found = DIALECTS.find((dialect) => dialect === name);
  if (found === undefined) throw new Error(`${id}: no such dialect: ${name}`);
  return found;
}
