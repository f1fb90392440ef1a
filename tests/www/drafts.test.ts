// What the reader has written is there again when they come back to its lesson and database.

import { expect, test } from "vitest";
import { isUnedited } from "../../www/state/drafts.ts";
import type { Script, State } from "../../www/state/state.ts";
import { initial } from "../../www/state/state.ts";
import type { Action } from "../../www/state/update.ts";
import { update } from "../../www/state/update.ts";

function lesson(id: string): Script {
  const sql = { sqlite: `${id} in SQLite`, mysql: `${id} in MySQL` };
  return { lesson: id, sql, open: { kind: "end" } };
}

const [one, two] = [lesson("one"), lesson("two")];

function after(...actions: Action[]): State {
  return actions.reduce(update, initial(one, "sqlite", "auto"));
}

const edit = (sql: string): Action => ({ kind: "edit", sql });
const open = (script: Script): Action => ({ kind: "lesson", script, dialect: "sqlite" });
const mysql: Action = { kind: "dialect", dialect: "mysql" };
const sqlite: Action = { kind: "dialect", dialect: "sqlite" };

test("another lesson and back", () => {
  expect(after(edit("mine"), open(two)).sql).toBe("two in SQLite");
  const back = after(edit("mine"), open(two), open(one));
  expect(back.sql).toBe("mine");
  expect(back.pending).toMatchObject({ sql: "mine", open: { kind: "conflict", number: 1 } });
});

test("each database has its own, and what was not touched there goes along", () => {
  const there = after(edit("mine"), mysql);
  expect(there.sql).toBe("mine");
  expect(after(edit("mine"), mysql, edit("for MySQL"), sqlite).sql).toBe("mine");
  expect(after(edit("mine"), mysql, edit("for MySQL"), sqlite, mysql).sql).toBe("for MySQL");
  expect(after(edit("mine"), mysql, sqlite, edit("other"), mysql).sql).toBe("other");
});

test("a script brought along from another database is known as such until it is changed", () => {
  const there = after(edit("mine"), mysql);
  expect(there.from).toBe("sqlite");
  expect(update(there, sqlite).from).toBeNull();
  expect(update(there, edit("mine too")).from).toBeNull();
  expect(update(there, open(two)).from).toBeNull();
  // The lesson's own script is written for each.
  expect(after(mysql).from).toBeNull();
});

test("starting over brings the lesson's script, for good", () => {
  const fresh = after(edit("mine"), { kind: "start over" });
  expect(fresh.sql).toBe("one in SQLite");
  expect(isUnedited(fresh)).toBe(true);
  expect(fresh.pending?.open).toEqual({ kind: "end" });
  expect(update(update(fresh, open(two)), open(one)).sql).toBe("one in SQLite");
});

test("a page opens with what was kept of the visit before", () => {
  const drafts = { "one/sqlite": "mine", "two/sqlite": "mine too" };
  const state = initial(one, "sqlite", "auto", { sql: "mine", drafts });
  expect(state.pending).toMatchObject({ sql: "mine", open: { kind: "conflict", number: 1 } });
  expect(update(state, open(two)).sql).toBe("mine too");
});
