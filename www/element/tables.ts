// The tables as they stand at the step: what was added, changed or deleted by it, and the row that
// is in the way. The comparison is state/diff.ts.

import type { TemplateResult } from "lit";
import { css, html, nothing } from "lit";
import { isNumeric, plain, sameCell } from "../state/cells.ts";
import type { RowView } from "../state/diff.ts";
import { isChanged } from "../state/diff.ts";
import { nameOf } from "../state/names.ts";
import type { TableView } from "../state/scene.ts";
import type { Cell, TableShape } from "../state/trace.ts";
import { pointer } from "../text/rows.ts";
import { counter, rows as rowCount, TEXT } from "../text.ts";
import { cellText } from "./cell.ts";
import { pager, pagerStyle } from "./pager.ts";
import { define, Part, ruled, shared } from "./part.ts";
import { sign, signs } from "./signs.ts";
import { bringIntoView, stopIfScrolled } from "./view.ts";
import { Turned } from "./window.ts";

export class OnConflictTables extends Part {
  static override styles = [
    shared,
    ruled,
    signs,
    pagerStyle,
    css`
      .sheet + .sheet {
        margin-top: 0.75rem;
      }

      thead th {
        position: sticky;
        z-index: 2;
        inset-block-start: var(--caption);
        background: var(--surface);
        box-shadow: inset 0 -1px 0 var(--line);
      }

      /* The ground of a cell that sticks leaves out its collapsed border, and rows would show there. */
      thead th::before {
        content: "";
        position: absolute;
        z-index: -1;
        inset: -4px 0 1px;
        background: var(--surface);
      }

      tbody tr:first-child > * {
        border-top-color: transparent;
      }

      /* The row's address stays in sight while its columns are looked through. */
      tbody th {
        position: sticky;
        z-index: 1;
        inset-inline-start: 0;
        overflow: hidden;
        width: 1%;
        max-width: 8rem;
        background: inherit;
        text-overflow: ellipsis;
      }

      thead th:first-child {
        z-index: 3;
        inset-inline-start: 0;
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

  #turned = new Turned();

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
    for (const sheet of this.renderRoot.querySelectorAll(".sheet")) {
      stopIfScrolled(sheet);
      const row =
        sheet.querySelector("tr.hit") ?? sheet.querySelector("tr.added, tr.changed, tr.gone");
      if (row !== null) bringIntoView(sheet, row);
    }
  }

  #table({ shape, types, rows }: TableView): TemplateResult {
    const hit = this.scene?.hit?.table === shape.name ? this.scene.hit.rowid : undefined;
    const judged = this.scene?.judged?.table === shape.name ? this.scene.judged.rowid : undefined;
    const present = rows.filter((row) => row.fate !== "gone").length;
    const held = rows.findIndex((row) => isHit(row.rowid, hit));
    const focus = held < 0 ? rows.findIndex((row) => row.fate !== "same") : held;
    const label = `Table ${shape.name}`;
    const shown = this.#turned.window(shape.name, rows.length, focus, this.scene);
    const turn = (from: number) => {
      this.#turned.turn(shape.name, from, this.scene);
      this.requestUpdate();
    };
    return html`<div class="sheet" role="region" aria-label=${label}>
      <table>
        <caption class="title">
          <span class="stay"><b>${shape.name}</b> ${rowCount(present)}</span>
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
          ${rows.slice(shown.from, shown.to).map((row) => this.#row(shape, row, isHit(row.rowid, hit), isHit(row.rowid, judged)))}
        </tbody>
      </table>
    </div>${pager(label, shown, turn)}`;
  }

  #row(shape: TableShape, view: RowView, hit: boolean, judged: boolean): TemplateResult {
    const alike = hit ? (this.scene?.hit?.columns ?? []) : [];
    const { run } = this.state;
    if (run === null) return html``;
    // Where the number is the engine's own, what names the row stands in it already.
    const name = nameOf(run, shape.name, view.rowid, view.row);
    return html`<tr class="${view.fate} ${hit ? "hit" : ""} ${judged ? "judged" : ""}">
      <th scope="row">${sign(view.fate, hit, judged)}<span class=${name.kind === "rowid" ? "address" : "hidden"}>${
        name.kind === "rowid" ? plain(view.rowid) : pointer(name)
      }</span></th>
      ${view.row.map((cell, column) => {
        const asked = alike.includes(shape.columns[column] ?? "") ? "asked" : "";
        const kind = `${isNumeric(cell) ? "number" : ""} ${asked}`;
        if (!isChanged(view, column)) {
          return html`<td class=${kind}><div class="value">${cellText(cell)}</div></td>`;
        }
        const before = view.before?.[column] ?? null;
        return html`<td class="changed ${kind}"><div class="value">
          <span class="hidden">changed from </span><s>${cellText(before)}</s>
          <span class="hidden"> to </span><ins>${cellText(cell)}</ins>
        </div></td>`;
      })}
    </tr>`;
  }
}

function isHit(rowid: Cell, hit: Cell | undefined): boolean {
  return hit !== undefined && sameCell(rowid, hit);
}

define("on-conflict-tables", OnConflictTables);
