// A cell as a piece of a page: NULL, empty text and blobs told apart in words, the rest as text.

import type { TemplateResult } from "lit";
import { html } from "lit";
import { literal, plain } from "../state/cells.ts";
import type { Cell } from "../state/trace.ts";

/** Text without quotes, as in a table. */
export function cellText(cell: Cell): TemplateResult {
  if (cell === null) return html`<span class="null">NULL</span>`;
  if (cell === "") return html`<span class="null">empty text</span>`;
  return html`${plain(cell)}`;
}

/** Text in quotes, as in a key or in SQL. */
export function cellLiteral(cell: Cell): TemplateResult {
  if (cell === null) return html`<span class="null">NULL</span>`;
  return html`${literal(cell)}`;
}
