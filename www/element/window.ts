// Which part of a long list is drawn: a page of rows around the one that matters, so that a table
// of any size costs the same. Pure arithmetic.

import { shownRows } from "../text.ts";

const PAGE = 100;

export interface Window {
  readonly from: number;
  readonly to: number;
  /** Says what is left out; empty when nothing is. */
  readonly note: string;
}

/** The page that holds `focus`; with none (-1) the last, where new rows arrive. */
export function windowAround(total: number, focus: number): Window {
  if (total <= PAGE) return { from: 0, to: total, note: "" };
  const wanted = (focus < 0 ? total : focus) - PAGE / 2;
  const from = Math.max(0, Math.min(Math.floor(wanted), total - PAGE));
  return { from, to: from + PAGE, note: shownRows(from + 1, from + PAGE) };
}
