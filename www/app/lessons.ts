// The lessons in the order the page offers them. Each is one text file in lessons/.

import type { Lesson } from "./lesson.ts";
import { parseLesson } from "./lesson.ts";
import concurrency from "./lessons/concurrency.md?raw";
import dataEntry from "./lessons/data-entry.md?raw";
import importing from "./lessons/import.md?raw";

export const FIRST: Lesson = parseLesson("data-entry", dataEntry);

export const LESSONS: readonly Lesson[] = [
  FIRST,
  parseLesson("concurrency", concurrency),
  parseLesson("import", importing),
];
