// A cell as a piece of a page: NULL, empty text and blobs told apart in words, the rest as text, with a mark
// for what of it cannot be seen.

import type { TemplateResult } from "lit";
import { html } from "lit";
import type { Piece } from "../state/blanks.ts";
import { literalPieces, plainPieces } from "../state/cells.ts";
import type { Cell } from "../state/trace.ts";
import { TEXT } from "../text.ts";

/** Text without quotes, as in a table. */
export function cellText(cell: Cell): TemplateResult {
  if (cell === null) return html`<span class="null" title=${TEXT.noValue}>NULL</span>`;
  if (cell === "") return html`<span class="null">${TEXT.emptyText}</span>`;
  return html`${plainPieces(cell).map(piece)}`;
}

/** A key: text in quotes, several values in parentheses. */
export function cellLiterals(cells: readonly Cell[]): TemplateResult {
  const [one] = cells;
  if (cells.length === 1 && one !== undefined) return cellLiteral(one);
  return html`(${cells.map((cell, i) => html`${i === 0 ? "" : ", "}${cellLiteral(cell)}`)})`;
}

function cellLiteral(cell: Cell): TemplateResult {
  if (cell === null) return html`<span class="null" title=${TEXT.noValue}>NULL</span>`;
  return html`${literalPieces(cell).map(piece)}`;
}

function piece({ text, name }: Piece): TemplateResult {
  if (name === null) return html`${text}`;
  // Letters could be the text's own; a sign is told by its colour.
  const kind = /\w/.test(text) ? "blank tag" : "blank";
  return html`<span class=${kind} role="img" aria-label=${name} title=${name}>${text}</span>`;
}
