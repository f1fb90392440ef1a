// What the reader has written outlives a reload: in the tab's own storage, where that is allowed.
// Nothing of it is sent anywhere, and it is gone with the tab.

import type { Drafts } from "../state/drafts.ts";
import type { State } from "../state/state.ts";
import { DIALECTS } from "../state/state.ts";
import type { Dialect } from "../state/trace.ts";

const KEY = "onconflict.scripts";

export interface Kept {
  readonly lesson: string;
  readonly dialect: Dialect;
  readonly sql: string;
  readonly drafts: Drafts;
}

export function keep({ script, dialect, sql, drafts }: State): void {
  const kept: Kept = { lesson: script.lesson, dialect, sql, drafts };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Without storage, or without room in it, the page itself remembers until it is left.
  }
}

export function readKept(): Kept | null {
  try {
    return asKept(JSON.parse(sessionStorage.getItem(KEY) ?? "null"));
  } catch {
    return null;
  }
}

/** What is stored may be from another version of the page, or by another hand. */
function asKept(json: unknown): Kept | null {
  if (typeof json !== "object" || json === null) return null;
  if (!("lesson" in json && "dialect" in json && "sql" in json && "drafts" in json)) return null;
  const { lesson, dialect: named, sql, drafts } = json;
  const dialect = DIALECTS.find((one) => one === named);
  if (typeof lesson !== "string" || typeof sql !== "string" || dialect === undefined) return null;
  if (typeof drafts !== "object" || drafts === null) return null;
  const texts = Object.entries(drafts).filter((entry) => typeof entry[1] === "string");
  return { lesson, dialect, sql, drafts: Object.fromEntries(texts) };
}
