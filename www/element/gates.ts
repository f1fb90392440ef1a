// The picture that carries the product: the plan as a row of gates, the candidate row on its way
// through them, and the branch it takes at a closed one. The state of each gate is worked out in
// state/lanes.ts; the shapes are glyph.ts, the words text.ts.

import type { TemplateResult } from "lit";
import { html, nothing } from "lit";
import type { Consequence } from "../state/consequence.ts";
import type { Decision, Gate, Lane } from "../state/lanes.ts";
import type { RowName } from "../state/names.ts";
import { nameAt } from "../state/names.ts";
import type { Run } from "../state/state.ts";
import type { Cell, Ended } from "../state/trace.ts";
import { pointer } from "../text/rows.ts";
import {
  checkKind,
  effect,
  gateColumns,
  gateCondition,
  gateSource,
  gateState,
  inTransaction,
  laneTitle,
  noGates,
  noRows,
  rowFate,
  TEXT,
} from "../text.ts";
import { branchStyle } from "./branch.style.ts";
import { candidateStyle } from "./candidate.style.ts";
import { cellText } from "./cell.ts";
import { gatesStyle } from "./gates.style.ts";
import { gateGlyph } from "./glyph.ts";
import { ICONS } from "./icons.ts";
import { narrowStyle } from "./narrow.style.ts";
import { define, Part, shared } from "./part.ts";
import { bringAcross, bringGate, stopIfScrolled } from "./view.ts";

/** More rows than this are not at a glance any more. */
const MAX_STRIP = 60;

const SHAPES: Record<Consequence["kind"], "stop" | "skip" | "delete" | "update" | "other"> = {
  stop: "stop",
  skip: "skip",
  delete: "delete",
  update: "update",
  fill: "update",
  unknown: "other",
};

const FATES: Record<Ended, string> = {
  inserted: "+",
  updated: "~",
  replaced: "±",
  deleted: "−",
  ignored: "↷",
  unchanged: "=",
  failed: "✕",
  done: "·",
};

export class OnConflictGates extends Part {
  static override styles = [shared, candidateStyle, gatesStyle, branchStyle, narrowStyle];

  override render() {
    const { run } = this.state;
    // What there is to see is not known yet; why not stands in a notice.
    if (run === null) return html``;
    const lanes = this.scene?.lanes ?? [];
    return html`<section aria-label=${TEXT.gates}>
      ${this.#strip()}
      ${lanes.length === 0 ? html`<p class="empty">${noRows(run, this.state.step)}</p>` : nothing}
      ${lanes.map((lane, i) => this.#lane(run, lane, i === lanes.length - 1))}
    </section>`;
  }

  /** The closed gate's sign, from which the drawn link to its index entry starts. */
  get anchor(): Element | null {
    return this.renderRoot.querySelector(".lane.inner .gate.closed .sign");
  }

  protected override updated(): void {
    for (const table of this.renderRoot.querySelectorAll(".candidate")) {
      stopIfScrolled(table);
      bringAcross(table, table.querySelector("td.asked"));
    }
    for (const track of this.renderRoot.querySelectorAll(".track")) {
      stopIfScrolled(track);
      bringGate(track);
    }
  }

  /** All rows of the statement at a glance; each leads to its collision, or to where it begins. */
  #strip(): TemplateResult | typeof nothing {
    const { rows, row } = this.scene ?? { rows: [], row: null };
    if (rows.length < 2 || rows.length > MAX_STRIP) return nothing;
    const conflicts = this.state.run?.outline.conflicts ?? [];
    return html`<nav aria-label=${TEXT.rowsOf}>
      <ol class="strip">
        ${rows.map((frame, i) => {
          const to = conflicts.find((at) => at > frame.begin && at < frame.end) ?? frame.begin;
          const current = row?.ordinal === i + 1;
          return html`<li>
            <button class=${frame.ended ?? ""} aria-label=${rowFate(frame)}
              aria-current=${current ? "true" : nothing} title=${rowFate(frame)}
              @click=${() => this.dispatch({ kind: "seek", step: to })}
            >${i + 1} <span>${FATES[frame.ended ?? "failed"]}</span></button>
          </li>`;
        })}
      </ol>
    </nav>`;
  }

  #lane(run: Run, lane: Lane, inner: boolean): TemplateResult {
    const none = html`<p class="empty">${noGates(run, lane)}</p>`;
    return html`<div class="lane ${inner ? "inner" : "outer"}">
      ${this.#candidate(run, lane, inner)}${lane.gates.length === 0 ? none : this.#track(run, lane)}
    </div>`;
  }

  #track(run: Run, lane: Lane): TemplateResult {
    const { gates, position, table } = lane;
    const through = position >= gates.length;
    return html`<ol class="track" .style=${`--gates: ${gates.length}`} aria-label=${TEXT.gates}>
      ${gates.map((gate, i) => this.#gate(run, lane, gate, i))}
      <li class="goal ${through ? "reached" : ""}" .style=${`--at: ${gates.length + 1}`}>
        <span class="way"></span>
        <span class="table"
          ><svg viewBox="0 0 20 16" aria-hidden="true" fill="none" stroke="currentColor"
            stroke-width="1.5"><path d="M1 1h18v14H1zM1 5h18M1 10h18M7 5v10" /></svg
          ><span class="name">${table}</span
          ><span class="hidden">${through ? TEXT.through : ""}</span></span>
      </li>
    </ol>`;
  }

  #candidate(run: Run, lane: Lane, inner: boolean): TemplateResult {
    if (lane.frame === null) {
      return html`<p class="candidate none">No row yet.</p>`;
    }
    const at = lane.gates[lane.position];
    const asked = new Set(at?.check.columns ?? []);
    const title = laneTitle(run, lane.frame, lane.judged !== null);
    return html`<div class="candidate" role="group" aria-label=${title}><table>
      <caption><span>${title}</span></caption>
      <thead>
        <tr>
          <td></td>
          ${lane.columns.map(
            (column) =>
              html`<th scope="col" class=${asked.has(column) ? `asked ${at?.state}` : ""}>${column}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">${TEXT.arrives}</th>
          ${lane.columns.map((column, i) => {
            const classes = [asked.has(column) ? `asked ${at?.state}` : ""];
            if (lane.touched.has(column)) classes.push("filled");
            return html`<td class=${classes.join(" ")}>
              <span class="value">${cellText(lane.values[i] ?? null)}</span>${
                lane.touched.has(column) ? html`<span class="hidden"> (filled in)</span>` : nothing
              }
            </td>`;
          })}
        </tr>
        ${inner && lane.gates.length > 0 ? this.#held(lane) : nothing}
      </tbody>
    </table></div>`;
  }

  /** The row that the candidate runs into, under it column by column; its room is always there. */
  #held(lane: Lane): TemplateResult {
    const hit = this.scene?.hit ?? null;
    if (hit === null || hit.row === null) {
      return html`<tr class="room" aria-hidden="true"><td colspan=${lane.columns.length + 1}>&nbsp;</td></tr>`;
    }
    const { row, name } = hit;
    return html`<tr class="held">
      <th scope="row">
        <span aria-hidden="true">✕</span> ${pointer(name)}<span class="hidden"> ${TEXT.inTheWay}</span>
      </th>
      ${lane.columns.map(
        (column, i) => html`<td class=${hit.columns.includes(column) ? "asked closed" : ""}>
          <span class="value">${cellText(row[i] ?? null)}</span>
        </td>`,
      )}
    </tr>`;
  }

  #gate(run: Run, lane: Lane, gate: Gate, index: number): TemplateResult {
    const { position, decision } = lane;
    const standing = position === index ? "standing" : "";
    const { check, state } = gate;
    const condition = gateCondition(gate);
    const nameOfRow = (rowid: Cell) =>
      nameAt(run, this.state.step, lane.table, rowid, check.columns);
    const held = gate.hit === null ? null : nameOfRow(gate.hit);
    const decided = decision?.gate === index ? decision : null;
    const open = inTransaction(run, run.outline.statements[this.state.step] ?? null);
    const classes = `gate ${state} ${standing} ${decided ? "decided" : ""}`;
    return html`<li class=${classes} .style=${`--at: ${index + 1}`}>
        <span class="label"
          ><span class="kind">${checkKind(check)}</span>
          <span class="columns" title=${gateColumns(gate)}>${gateColumns(gate)}</span>
          ${condition === "" ? nothing : html`<span class="condition" title=${condition}>${condition}</span>`}</span>
        <span class="way">${gateGlyph(state)}${
          standing ? html`<span class="token" aria-hidden="true"></span>` : nothing
        }${badge(state)}</span>
        <span class="hidden">${gateState(gate, held, open)}. On a hit: </span>
        <span class="sign"><b>${check.action}</b> <i>${gateSource(gate, open)}</i></span>
        ${decided === null ? nothing : this.#branch(decided, index, lane.gates.length, nameOfRow)}
      </li>`;
  }

  #branch(
    decision: Decision,
    index: number,
    total: number,
    nameOfRow: (rowid: Cell) => RowName,
  ): TemplateResult {
    const shape = SHAPES[decision.consequence.kind];
    const side = index + 1 > (total + 1) / 2 ? "leftward" : "rightward";
    return html`<span class="slot ${side}">
      <span class="branch ${shape}">
        <span class="icon">${ICONS[shape]}</span>
        <span>${effect(decision.action, decision.consequence, nameOfRow)}</span>
      </span>
    </span>`;
  }
}

function badge(state: Gate["state"]): TemplateResult | typeof nothing {
  switch (state) {
    case "open":
    case "here":
      return html`<span class="badge" aria-hidden="true">✓</span>`;
    case "closed":
      return html`<span class="badge" aria-hidden="true">✕</span>`;
    case "cleared":
      return html`<span class="badge" aria-hidden="true">△</span>`;
    case "passed":
      return html`<span class="badge" aria-hidden="true">↷</span>`;
    case "ahead":
      return nothing;
  }
}

define("on-conflict-gates", OnConflictGates);
