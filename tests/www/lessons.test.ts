// The lesson files: each reads, and what does not is refused with its name.

import { expect, test } from "vitest";
import { parseLesson } from "../../www/app/lesson.ts";
import { LESSONS } from "../../www/app/lessons.ts";

test("every lesson has a title, prose and SQL in all three dialects", () => {
  expect(LESSONS.map((lesson) => lesson.id)).toEqual([
    "data-entry",
    "concurrency",
    "import",
    "own",
  ]);
  for (const lesson of LESSONS) {
    expect(lesson.title).not.toBe("");
    expect(lesson.prose.length).toBeGreaterThan(0);
    expect(Object.keys(lesson.script.sql).sort()).toEqual(["mysql", "postgresql", "sqlite"]);
  }
});

test("code in prose is told from words, and markup stays text", () => {
  const file =
    "---\ntitle: T\ndialect: sqlite\nopen: end\n---\n\nSay `x` <b>now</b>.\n\n[mysql] Only\nhere.\n\n```sqlite\nSELECT 1;\n```\n";
  const lesson = parseLesson("t", file);
  expect(lesson.prose).toEqual([
    {
      dialect: null,
      pieces: [
        { code: false, text: "Say " },
        { code: true, text: "x" },
        { code: false, text: " <b>now</b>." },
      ],
    },
    { dialect: "mysql", pieces: [{ code: false, text: "Only here." }] },
  ]);
  expect(lesson.script.sql.sqlite).toBe("SELECT 1;");
});

test.each([
  ["no head", "SELECT 1", "no head"],
  ["no title", "---\ndialect: sqlite\nopen: end\n---\n```sqlite\nSELECT 1;\n```\n", "no title"],
  ["no SQL", "---\ntitle: T\ndialect: mysql\nopen: end\n---\nwords\n", "no SQL for mysql"],
  [
    "a strange opening",
    "---\ntitle: T\ndialect: sqlite\nopen: sesame\n---\n```sqlite\nSELECT 1;\n```\n",
    "cannot open",
  ],
  [
    "a strange dialect",
    "---\ntitle: T\ndialect: sqlite\nopen: end\n---\n```oracle\n1\n```\n",
    "oracle",
  ],
])("a lesson with %s is refused", (_, file, complaint) => {
  expect(() => parseLesson("t", file)).toThrow(complaint);
});
