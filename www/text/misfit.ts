// What is said beside the error of a script that is something else than SQL, or another database's.

import type { Misfit } from "../state/misfit.ts";
import type { Dialect } from "../state/trace.ts";
import { DIALECT_NAMES } from "./labels.ts";

/** `here`: the database that is chosen. */
export function misfits(found: Misfit, here: Dialect): string {
  if (found.kind === "clause") {
    const owners = found.of.map((of) => DIALECT_NAMES[of]).join(" and ");
    return `${found.words} belongs to ${owners}; ${DIALECT_NAMES[here]} does not have it.`;
  }
  return (
    `This is an error message of ${DIALECT_NAMES[found.from]}, not SQL. Paste the statements that led ` +
    "to it instead: CREATE TABLE, the rows that were there, and the INSERT or UPDATE that failed."
  );
}

export function runIn(dialect: Dialect): string {
  return `Run it in ${DIALECT_NAMES[dialect]}`;
}

export function seeLesson(title: string): string {
  return `See such an error step by step: ${title}`;
}
