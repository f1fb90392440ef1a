// The tables as they stand at the step: what was added, changed or deleted by it, and the row that
// is in the way. The comparison is state/diff.ts.

import type { TemplateResult } from "lit";
import { css, html, nothing } from "lit";
import { isNumeric, plain, sameCell } from "../state/cells.ts";
import type { RowView } from "../state/diff.ts";
import { isChanged } from "../state/diff.ts";
import type { TableView } from "../state/scene.ts";
import type { Cell } from "../state/trace.ts";
import { counter, rows as rowCount, TEXT } from "../text.ts";
import { cellText } from "./cell.ts";
import { define, Part, ruled, shared } from "./part.ts";
import { sign, signs } from "./signs.ts";
import { windowAround } from "./window.ts";

export class OnConflictTables extends Part {
  static override styles = [
    shared,
    ruled,
    signs,
    css`
      .sheet + .sheet {
        margin-top: 0.75rem;
      }

      .type {
        display: block;
        font-size: 0.6875rem;
      }

      s {
        color: var(--soft);
        text-decoration-color: var(--changed);
      }

      td.changed {
        color: var(--changed);
        font-weight: 600;
      }

      td.changed s {
        font-weight: 400;
      }

      .sequences {
        margin: 0.75rem 0 0;
        color: var(--soft);
      }

      .sequences b {
        color: var(--ink);
        font: 0.8125rem/1.5 var(--mono);
      }
    `,
  ];

  override render() {
    const { scene } = this;
    if (scene === null) return html``;
    return html`<section>
      <h3>${TEXT.tables}</h3>
      ${scene.tables.length === 0 ? html`<p class="empty">${TEXT.noTables}</p>` : nothing}
      ${scene.tables.map((table) => this.#table(table))}
      ${scene.sequences.map(
        ({ name, value }) =>
          html`<p class="sequences">${TEXT.sequence} <b>${counter(this.state.dialect, name)}</b>: ${plain(value)}</p>`,
      )}
    </section>`;
  }

  /** The row in the way, where the drawn link ends. */
  get anchor(): Element | null {
    return this.renderRoot.querySelector("tr.hit");
  }

  protected override updated(): void {
    keepInView(this.renderRoot, "tr.hit, tr.added, tr.changed, tr.gone");
  }

  #table({ shape, types, rows }: TableView): TemplateResult {
    const hit = this.scene?.hit?.table === shape.name ? this.scene.hit.rowid : undefined;
    const present = rows.filter((row) => row.fate !== "gone").length;
    const focus = rows.findIndex((row) => isHit(row.rowid, hit) || row.fate !== "same");
    const shown = windowAround(rows.length, focus);
    return html`<div class="sheet" role="region" tabindex="0" aria-label=${`Table ${shape.name}`}>
      <table>
        <caption>
          <b>${shape.name}</b> ${rowCount(present)}${shown.note}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="hidden">${TEXT.rowAddress}</span></th>
            ${shape.columns.map((column, i) => {
              const numbers = rows.some((row) => isNumeric(row.row[i] ?? null));
              return html`<th scope="col" class=${numbers ? "number" : ""}>
                ${column} <span class="type">${types[i] ?? ""}</span>
              </th>`;
            })}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(shown.from, shown.to).map((row) => this.#row(row, isHit(row.rowid, hit)))}
        </tbody>
      </table>
    </div>`;
  }

  #row(view: RowView, hit: boolean): TemplateResult {
    return html`<tr class="${view.fate} ${hit ? "hit" : ""}">
      <th scope="row">${sign(view.fate, hit)}<span class="address">${plain(view.rowid)}</span></th>
      ${view.row.map((cell, column) => {
        const number = isNumeric(cell) ? "number" : "";
        if (!isChanged(view, column)) return html`<td class=${number}>${cellText(cell)}</td>`;
        const before = view.before?.[column] ?? null;
        return html`<td class="changed ${number}">
          <span class="hidden">changed from </span><s>${cellText(before)}</s>
          <span class="hidden"> to </span><ins>${cellText(cell)}</ins>
        </td>`;
      })}
    </tr>`;
  }
}

function isHit(rowid: Cell, hit: Cell | undefined): boolean {
  return hit !== undefined && sameCell(rowid, hit);
}

/** Scrolls a sheet, never the page, to the first row that matters. */
export function keepInView(root: ParentNode, rows: string): void {
  for (const sheet of root.querySelectorAll(".sheet")) {
    const row = sheet.querySelector(rows);
    if (!(sheet instanceof HTMLElement) || !(row instanceof HTMLElement)) continue;
    const top = row.offsetTop - sheet.offsetTop;
    const visible =
      top >= sheet.scrollTop && top + row.offsetHeight <= sheet.scrollTop + sheet.clientHeight;
    if (!visible) sheet.scrollTop = top - sheet.clientHeight / 2;
  }
}

define("on-conflict-tables", OnConflictTables);
