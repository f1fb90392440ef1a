// The lessons in the order the page offers them. Each is one text file in lessons/.

import type { About } from "../state/misfit.ts";
import type { Lesson } from "./lesson.ts";
import { parseLesson } from "./lesson.ts";
import concurrency from "./lessons/concurrency.md?raw";
import dataEntry from "./lessons/data-entry.md?raw";
import importing from "./lessons/import.md?raw";
import own from "./lessons/own.md?raw";

export const FIRST: Lesson = parseLesson("data-entry", dataEntry);

/** The place for a script that belongs to no lesson. */
export const OWN: Lesson = parseLesson("own", own);

const IMPORTING = parseLesson("import", importing);

export const LESSONS: readonly Lesson[] = [
  FIRST,
  parseLesson("concurrency", concurrency),
  IMPORTING,
  OWN,
];

/** Where an error is shown of which someone has a message. */
export const LESSON_ABOUT: Readonly<Record<About, Lesson>> = {
  "key taken": FIRST,
  "row changed twice": IMPORTING,
};
