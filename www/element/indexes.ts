// Every unique index as what it is: a list of keys in order, each pointing at a row. Where the
// probe of this step fell, and what it found there. The order is the engine's own.

import type { TemplateResult } from "lit";
import { css, html, nothing } from "lit";
import { sameCell } from "../state/cells.ts";
import type { EntryView } from "../state/diff.ts";
import { nameOf } from "../state/names.ts";
import type { IndexView, TableView } from "../state/scene.ts";
import { rowAt } from "../state/versions.ts";
import { pointer } from "../text/rows.ts";
import { entries, freeSlot, indexTitle, ofTable, TEXT } from "../text.ts";
import { cellLiterals } from "./cell.ts";
import { pager, pagerStyle } from "./pager.ts";
import { define, Part, ruled, shared } from "./part.ts";
import { sign, signs } from "./signs.ts";
import { bringIntoView, stopIfScrolled } from "./view.ts";
import { Turned } from "./window.ts";

export class OnConflictIndex extends Part {
  static override styles = [
    shared,
    ruled,
    signs,
    pagerStyle,
    css`
      .sheet + .sheet {
        margin-top: 0.75rem;
      }

      .sheet.probed {
        border-color: var(--accent);
      }

      .pointer {
        color: var(--soft);
        text-align: end;
        white-space: nowrap;
      }

      tbody th {
        white-space: normal;
        overflow-wrap: anywhere;
      }

      caption.title {
        height: auto;
        white-space: normal;
      }

      .where {
        display: block;
        font-family: var(--mono);
      }

      .distinct {
        color: var(--soft);
        font-family: var(--sans);
      }

      tfoot td {
        background: var(--free-wash);
        color: var(--free);
        font-family: var(--sans);
      }

      tr.hit .pointer {
        color: var(--blocked);
        font-weight: 700;
      }
    `,
  ];

  #turned = new Turned();

  override render() {
    const tables = (this.scene?.tables ?? []).filter((table) => table.indexes.length > 0);
    if (this.scene === null) return html``;
    return html`<section>
      <h3>${TEXT.indexes}</h3>
      ${tables.length === 0 ? html`<p class="empty">${TEXT.noIndexes}</p>` : nothing}
      ${tables.map((table) =>
        table.indexes.map((index) => this.#index(table, index, tables.length > 1)),
      )}
    </section>`;
  }

  /** The entry in the way, where the drawn link from the gate ends and the one to the row begins. */
  get anchor(): Element | null {
    return this.renderRoot.querySelector("tr.hit");
  }

  protected override updated(): void {
    for (const sheet of this.renderRoot.querySelectorAll(".sheet")) {
      stopIfScrolled(sheet);
      const row = sheet.querySelector("tr.hit") ?? sheet.querySelector("tr.added, tr.gone");
      if (row !== null) bringIntoView(sheet, row);
    }
  }

  #index(table: TableView, index: IndexView, several: boolean): TemplateResult {
    const { probe, hit } = this.scene ?? {};
    const probed = probe?.table === table.shape.name && probe.index === index.name;
    // By its row, not by its key: under a collation the keys may be spelt differently.
    const inWay = (entry: EntryView) => probed && hit != null && sameCell(entry.rowid, hit.rowid);
    const held = index.entries.findIndex(inWay);
    const focus = held < 0 ? index.entries.findIndex((entry) => entry.fate !== "same") : held;
    const list = `${table.shape.name}\u0000${index.name}`;
    const shown = this.#turned.window(list, index.entries.length, focus, this.scene);
    const turn = (from: number) => {
      this.#turned.turn(list, from, this.scene);
      this.requestUpdate();
    };
    const present = index.entries.filter((entry) => entry.fate !== "gone").length;
    const title = indexTitle(table.shape.name, index);
    return html`<div class="sheet ${probed ? "probed" : ""}" role="region" aria-label=${title}>
      <table>
        <caption class="title">
          <b>${index.columns.join(", ")}</b> ${several ? html`${ofTable(table.shape.name)} · ` : nothing}${index.name ?? TEXT.theTable} · ${entries(present)}
          ${index.where === null ? nothing : html`<span class="where">WHERE ${index.where}</span>`}
        </caption>
        <thead class="hidden">
          <tr>
            <th scope="col">${TEXT.key}</th>
            <th scope="col">${TEXT.pointsTo}</th>
          </tr>
        </thead>
        <tbody>
          ${index.entries
            .slice(shown.from, shown.to)
            .map((entry) => this.#entry(table.shape.name, entry, inWay(entry)))}
        </tbody>
        ${
          probed && probe?.free
            ? html`<tfoot>
                <tr>
                  <td colspan="2">${freeSlot(probe.key)}</td>
                </tr>
              </tfoot>`
            : nothing
        }
      </table>
    </div>${pager(title, shown, turn)}`;
  }

  #entry(table: string, entry: EntryView, hit: boolean): TemplateResult {
    const { run, now } = this.state;
    if (run === null || now === null) return html``;
    const row = rowAt(run.outline.versions, table, entry.rowid, now.at);
    const to = pointer(nameOf(run, table, entry.rowid, row));
    const distinct = entry.key.includes(null);
    return html`<tr class="${entry.fate} ${hit ? "hit" : ""}">
      <th scope="row">
        ${sign(entry.fate, hit)}<span class="key">${cellLiterals(entry.key)}</span>
        ${distinct ? html`<span class="distinct">${TEXT.neverCollides}</span>` : nothing}
      </th>
      <td class="pointer"><span aria-hidden="true">→</span> ${to}</td>
    </tr>`;
  }
}

define("on-conflict-index", OnConflictIndex);
