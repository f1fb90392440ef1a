// What the page opens with: what its address says, else what was left in this tab, else the first lesson.

import type { State } from "../state/state.ts";
import { initial } from "../state/state.ts";
import { readFragment } from "./address.ts";
import { readKept } from "./kept.ts";
import { FIRST, LESSONS, OWN } from "./lessons.ts";
import { readTheme } from "./theme.ts";

/** What an address leads to; null where it leads nowhere. One that was written by hand may name no
 * lesson, or one that there is no more: its script stands by itself then. */
export function openedBy(fragment: string) {
  const address = readFragment(fragment);
  if (address === null) return null;
  const { step } = address;
  const named = LESSONS.find((one) => one.id === address.lesson);
  const lesson = named ?? (address.sql === null ? FIRST : OWN);
  const { script } = lesson;
  const speaks =
    address.sql !== null || script.sql[address.dialect ?? lesson.dialect] !== undefined;
  const dialect = (speaks ? address.dialect : null) ?? lesson.dialect;
  const open = step === null ? undefined : { kind: "step" as const, number: step };
  return { script, dialect, sql: address.sql ?? script.sql[dialect] ?? "", open };
}

/** By its address, else as it was left, else the first lesson. */
export function firstState(): State {
  const [theme, kept, opened] = [readTheme(), readKept(), openedBy(location.hash)];
  if (opened !== null) {
    const { script, dialect, sql, open } = opened;
    return initial(script, dialect, theme, { sql, drafts: kept?.drafts ?? {}, open, linked: true });
  }
  const lesson = LESSONS.find((one) => one.id === kept?.lesson);
  return kept === null || lesson === undefined
    ? initial(FIRST.script, FIRST.dialect, theme)
    : initial(lesson.script, kept.dialect, theme, kept);
}
