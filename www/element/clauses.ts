// The statement under every conflict clause, here and in the other databases: what comes of each.
// Choosing one of this database puts it into the script. Nothing is computed here.

import type { TemplateResult } from "lit";
import { css, html, nothing } from "lit";
import type { State } from "../state/state.ts";
import { canStop } from "../state/state.ts";
import type { Matrix, MatrixCell, MatrixColumn } from "../state/trace.ts";
import { came, losses, reason, rowsChanged, rowsLeft, unchanged } from "../text/clauses.ts";
import { clausesOf, DIALECT_NAMES, TEXT } from "../text.ts";
import { define, Part, ruled, shared } from "./part.ts";

interface Tried {
  column: MatrixColumn;
  cell: MatrixCell;
}

class OnConflictClauses extends Part {
  static override styles = [
    shared,
    ruled,
    css`
      .sheet {
        max-height: none;
      }

      section + section {
        margin-top: 0.75rem;
      }

      /* With the width of the page: this database above the two others. */
      :host([apart]) {
        display: grid;
        gap: 0.5rem 1rem;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }

      :host([apart]) > :first-child {
        grid-column: 1 / -1;
      }

      :host([apart]) section {
        margin: 0;
      }

      :host([apart]) section:first-child th:first-child {
        width: 14rem;
      }

      h4 {
        margin: 0.5rem 0 0.25rem;
        color: var(--soft);
        font: 600 0.8125rem/1.4 var(--sans);
      }

      td,
      th {
        padding: 0.3rem 0.5rem;
      }

      thead th {
        border-top: 0;
        font-family: var(--sans);
        white-space: normal;
      }

      tbody th {
        font-weight: 400;
      }

      td {
        font-family: var(--sans);
      }

      .number {
        white-space: nowrap;
      }

      button {
        min-height: 24px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        font: inherit;
        text-align: start;
        text-decoration: underline;
        cursor: pointer;
      }

      @media (pointer: coarse) {
        button {
          min-width: var(--touch);
          min-height: var(--touch);
        }
      }

      .failed {
        color: var(--blocked);
      }

      .why {
        display: block;
        color: var(--ink);
        font: 0.75rem/1.4 var(--mono);
        overflow-wrap: anywhere;
      }

      .rows {
        display: block;
        color: var(--soft);
        font: 0.75rem/1.4 var(--mono);
        overflow-wrap: anywhere;
      }

      /* The statement that was run belongs to the line above it. */
      .ran td {
        border-top: 0;
        padding-top: 0;
        padding-bottom: 0.5rem;
        color: var(--soft);
        font: 0.8125rem/1.45 var(--sans);
      }

      code {
        display: block;
        padding-inline-start: 0.5rem;
        border-inline-start: 2px solid var(--line);
        color: var(--soft);
        font: 0.75rem/1.5 var(--mono);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
        user-select: all;
      }

      code:not(:last-child),
      .lost {
        margin-bottom: 0.2rem;
      }

      .stays {
        display: block;
      }

      .lost {
        display: block;
        color: var(--changed);
        font-weight: 600;
      }
    `,
  ];

  override render() {
    const { matrix = null, ended = null } = this.state.tried ?? {};
    if (ended === "stopped") return html`<p class="empty">${TEXT.triesStopped}</p>`;
    if (ended !== null) return html`<p class="empty failed">${ended.message}</p>`;
    if (matrix === null) {
      const stop = html`<button @click=${this.#stop}>${TEXT.stop}</button>`;
      return html`<p class="empty">${TEXT.trying} ${canStop(this.state) ? stop : nothing}</p>`;
    }
    const dialects = [...new Set(matrix.columns.map((column) => column.dialect))];
    return dialects.map((dialect) => {
      const own = dialect === this.state.run?.dialect;
      const tried = triedIn(matrix, dialect);
      return html`<section>
        <h4>${DIALECT_NAMES[dialect]}</h4>
        <div class="sheet" role="region" tabindex="0" aria-label=${clausesOf(DIALECT_NAMES[dialect])}>
          <table>
            <thead>
              <tr>
                <th scope="col">${TEXT.clause}</th>
                <th scope="col">${TEXT.cameTo}</th>
                <th scope="col" class="number">${TEXT.rowsAfter}</th>
              </tr>
            </thead>
            <tbody>
              ${tried.map((one) => this.#row(one, own))}
            </tbody>
          </table>
        </div>
      </section>`;
    });
  }

  /** The button goes when it is pressed, so the focus goes to the one that opened this. */
  #stop = (): void => {
    this.dispatch({ kind: "stop" });
    const root = this.getRootNode();
    const around = root instanceof ShadowRoot ? root : this.parentElement;
    around?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
  };

  #row({ column, cell }: Tried, own: boolean): TemplateResult {
    const stays = unchanged(cell, this.state.run?.schema ?? null);
    const use = () => this.dispatch({ kind: "use", sql: column.sql });
    return html`<tr>
        <th scope="row">${
          own ? html`<button @click=${use}>${column.clause}</button>` : column.clause
        }</th>
        <td class=${cell.ok ? "" : "failed"}>
          ${came(cell)}
          ${cell.error === null ? nothing : html`<span class="why">${reason(cell)}</span>`}
          ${losses(cell).map((lost) => html`<span class="lost">${lost}</span>`)}
          ${stays === "" ? nothing : html`<span class="stays">${stays}</span>`}
          <span class="rows">${rowsChanged(cell)}</span>
        </td>
        <td class="number">${rowsLeft(cell)}</td>
      </tr>
      <tr class="ran">
        <td colspan="3"><code>${column.sql}</code>${cell.note ?? nothing}</td>
      </tr>`;
  }
}

/** Whether a key puts the list away; while clauses are tried, Escape stops that. */
export function closes({ key, defaultPrevented }: KeyboardEvent, state: State): boolean {
  return key === "Escape" && !defaultPrevented && !canStop(state);
}

function triedIn({ columns, cells }: Matrix, dialect: string): Tried[] {
  return columns.flatMap((column, at) => {
    const cell = cells[at];
    return cell === undefined || column.dialect !== dialect ? [] : [{ column, cell }];
  });
}

define("on-conflict-clauses", OnConflictClauses);
