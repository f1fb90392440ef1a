// Which words of the script are marked.

import { expect, test } from "vitest";
import { errorMarks, inScript } from "../../www/state/marks.ts";
import { outline } from "../../www/state/outline.ts";
import { lessonTrace, SCRIPT } from "./fixture.ts";

const trace = lessonTrace();
const spot = { source: 0, start: 0, end: 6, line: 1, column: 1 };
const syntax = { code: "SQLITE_ERROR", message: "near", span: spot, statementIndex: 0 };

test("words of a constraint are found in its CREATE statement", () => {
  const create = SCRIPT.slice(SCRIPT.indexOf("CREATE"), SCRIPT.indexOf(";"));
  const withSource = { ...trace, sources: [`-- first\n${SCRIPT}`, create] };
  const at = create.indexOf("UNIQUE");
  const place = inScript(withSource, { source: 1, start: at, end: at + 6, line: 3, column: 24 });
  expect(withSource.sources[0]?.slice(place?.start, place?.end)).toBe("UNIQUE");
});

test("words that stand in no text of the script are not marked", () => {
  const elsewhere = { ...trace, sources: [SCRIPT, "CREATE TABLE other (a UNIQUE)"] };
  expect(inScript(elsewhere, { ...spot, source: 1 })).toBeNull();
  expect(inScript(trace, { ...spot, end: 0 })).toBeNull();
});

test("an error that no gate tells is marked where it stands; a collision is not", () => {
  expect(errorMarks(trace, outline(trace), null)).toEqual([]);
  const statements = trace.statements.map((s, i) => (i === 0 ? { ...s, error: syntax } : s));
  const failing = { ...trace, statements };
  expect(errorMarks(failing, outline(failing), syntax)).toEqual([
    { start: 0, end: 6, role: "error" },
  ]);
});

test("a script that could not be read at all is marked by its own error", () => {
  const unread = { ...trace, statements: [], steps: [], plans: [], changes: [] };
  expect(errorMarks(unread, outline(unread), syntax)).toEqual([
    { start: 0, end: 6, role: "error" },
  ]);
});
