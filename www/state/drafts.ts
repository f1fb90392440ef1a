// The reader's own scripts, one for each lesson and database, for as long as the page is open. Where
// they outlive a reload is app/kept.ts.

import type { Script, State } from "./state.ts";
import type { Dialect } from "./trace.ts";

/** Own scripts by place; what is the lesson's own word for word is not here. */
export type Drafts = Readonly<Record<string, string>>;

/** Where a script belongs. */
export function placeOf(script: Script, dialect: Dialect): string {
  return `${script.lesson}/${dialect}`;
}

/** Whether the script is the lesson's, word for word. */
export function isUnedited({ script, dialect, sql }: State): boolean {
  return script.sql[dialect] === sql;
}

/** The drafts with what now stands in the editor. */
export function withDraft(state: State): Drafts {
  if (state.linked) return state.drafts;
  const place = placeOf(state.script, state.dialect);
  if (!isUnedited(state)) return { ...state.drafts, [place]: state.sql };
  const { [place]: _, ...others } = state.drafts;
  return others;
}
