// What each statement of the script came to: counts, rows, warnings, or its error with the place.
// Clicking a statement takes the player to it.

import type { PropertyDeclarations, PropertyValues, TemplateResult } from "lit";
import { css, html, nothing } from "lit";
import { isNumeric } from "../state/cells.ts";
import { listed } from "../state/fold.ts";
import type { Run } from "../state/state.ts";
import type { Failure, StatementResult, TraceStatement } from "../state/trace.ts";
import {
  codes,
  errorWords,
  leftOut,
  outcome,
  place,
  rowsOf,
  showAll,
  shownStatements,
  stepsOf,
  TEXT,
  tryClausesOf,
} from "../text.ts";
import { cellText } from "./cell.ts";
import { closes } from "./clauses.ts";
import { pager, pagerStyle } from "./pager.ts";
import { define, Part, ruled, shared } from "./part.ts";
import { Turned } from "./window.ts";

export class OnConflictResult extends Part {
  static override properties: PropertyDeclarations = {
    ...Part.properties,
    apart: { type: Boolean },
    whole: { state: true },
  };

  static override styles = [
    shared,
    ruled,
    pagerStyle,
    css`
      ol {
        margin: 0;
        padding: 0;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        list-style: none;
      }

      li + li {
        border-top: 1px solid var(--line);
      }

      li > button {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.75rem;
        width: 100%;
        min-height: 2rem;
        padding: 0.4rem 0.75rem;
        border: 0;
        border-inline-start: 3px solid transparent;
        border-radius: var(--radius);
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }

      li > button:hover .sql {
        text-decoration: underline;
      }

      [aria-current] {
        border-inline-start-color: var(--accent);
      }

      .folded,
      .gap {
        margin: 0 0 0.5rem;
        color: var(--soft);
        font-size: 0.8125rem;
      }

      .gap {
        margin: 0;
        padding: 0.2rem 0.75rem 0.2rem calc(0.75rem + 3px);
        background: var(--sunken);
      }

      .sql {
        overflow: hidden;
        font: 0.8125rem/1.5 var(--mono);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .came {
        color: var(--soft);
        font-size: 0.8125rem;
      }

      .failed .came {
        color: var(--blocked);
      }

      .error {
        padding: 0.6rem 0.75rem 0.7rem;
        border-inline-start: 3px solid var(--blocked);
        background: var(--blocked-wash);
      }

      .error p {
        margin: 0;
        overflow-wrap: anywhere;
      }

      .message {
        font: 600 0.8125rem/1.5 var(--mono);
      }

      .more {
        color: var(--soft);
        font-size: 0.8125rem;
      }

      .link {
        min-height: 24px;
        padding: 0;
        border: 0;
        background: none;
        color: var(--accent);
        font: inherit;
        font-size: 0.8125rem;
        text-decoration: underline;
        cursor: pointer;
      }

      .try {
        padding: 0.25rem 0.75rem 0.6rem calc(0.75rem + 3px);
      }

      .sheet {
        margin: 0 0.75rem 0.6rem;
      }

      .sheet:has(+ .pager) {
        margin-bottom: 0;
      }

      .pager {
        margin: 0 0.75rem 0.6rem;
      }

      .warning {
        margin: 0;
        padding: 0 0.75rem 0.5rem;
        color: var(--changed);
        font-size: 0.8125rem;
      }

      @media (pointer: coarse) {
        li > button,
        .link {
          align-items: center;
          min-height: var(--touch);
        }
      }

      /* Where the system chooses the colours, a see-through border would show as one. */
      @media (forced-colors: active) {
        button:not([aria-current]) {
          border-color: Canvas;
        }
      }
    `,
  ];

  /** What other clauses would do is shown elsewhere, where there is more room. */
  declare apart: boolean;
  /** The run of which every statement is to be listed. */
  declare whole: Run | null;

  #turned = new Turned();

  constructor() {
    super();
    this.apart = false;
    this.whole = null;
  }

  override render() {
    const { run } = this.state;
    if (run === null) return html``;
    const { statements } = run.trace;
    if (statements.length === 0 && run.error === null) return html``;
    // A script that could not be read has no statement to stand beside its error.
    const loose = run.error !== null && !statements.some((s) => s.error !== null);
    return html`<section>
      <h3>${TEXT.result}</h3>
      ${loose && run.error !== null ? this.#error(run, run.error, null) : nothing}
      ${statements.length === 0 ? nothing : this.#list(run)}
    </section>`;
  }

  #list(run: Run): TemplateResult {
    const { statements } = run.trace;
    const { step, tried } = this.state;
    const looked = [run.outline.statements[step] ?? -1, tried?.statement ?? -1];
    const some = this.whole === run ? statements.map((_, i) => i) : listed(statements, looked);
    const folded = some.length < statements.length;
    return html`${
      folded
        ? html`<p class="folded">
            ${shownStatements(some.length)}
            <button class="link" @click=${() => {
              this.whole = run;
            }}>${showAll(statements.length)}</button>
          </p>`
        : nothing
    }
      <ol>
        ${some.map((i, n) => {
          const statement = statements[i];
          const before = i - (some[n - 1] ?? -1) - 1;
          return statement === undefined
            ? nothing
            : html`${before === 0 ? nothing : html`<li class="gap">${leftOut(before)}</li>`}
                ${this.#statement(run, statement, i)}`;
        })}
      </ol>`;
  }

  /** Puts the focus on a statement and what it came to. */
  focusStatement(statement: number): void {
    const button = `[data-statement="${statement}"]`;
    this.renderRoot.querySelector<HTMLElement>(button)?.focus({ preventScroll: true });
  }

  /** Puts the focus on the wish for other clauses of a statement. */
  focusClauses(statement: number): void {
    const button = `[aria-label="${CSS.escape(tryClausesOf(statement))}"]`;
    this.renderRoot.querySelector<HTMLElement>(button)?.focus();
  }

  /** The focus goes with the button that is gone, to the first of what it has brought. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("whole") || this.whole === null) return;
    this.renderRoot.querySelector<HTMLElement>("li > button")?.focus({ preventScroll: true });
  }

  #statement(run: Run, statement: TraceStatement, index: number): TemplateResult {
    const { start, end } = statement.span;
    const sql = run.sql.slice(start, end).replace(/\s+/g, " ").trim();
    const { error, result } = statement;
    const current = run.outline.statements[this.state.step] === index;
    return html`<li class=${error === null ? "" : "failed"}>
      <button data-statement=${index} aria-current=${current ? "true" : nothing} title=${sql}
        @click=${() => this.dispatch({ kind: "seek", step: statement.firstStep })}
      ><span class="sql">${sql}</span><span class="came">${outcome(run, statement)}</span></button>
      ${error === null ? nothing : this.#error(run, error, statement)}
      ${result?.warnings.map((w) => html`<p class="warning">${w.level} ${w.code}: ${w.message}</p>`)}
      ${result !== null && result.columns.length > 0 ? this.#grid(result, index) : nothing}
      ${
        (current || error !== null || collides(run, statement)) && WRITES.has(statement.command)
          ? this.#clauses(index)
          : nothing
      }
    </li>`;
  }

  /** The other clauses that the statement could have. */
  #clauses(index: number): TemplateResult {
    const { state } = this;
    const open = state.tried?.statement === index;
    const onKey = (event: KeyboardEvent) => {
      if (!open || !closes(event, state)) return;
      event.preventDefault();
      this.dispatch({ kind: "try", statement: index });
      this.focusClauses(index);
    };
    return html`<div class="try" @keydown=${onKey}>
      <button class="link" aria-expanded=${open ? "true" : "false"} aria-label=${tryClausesOf(index)}
        @click=${() => this.dispatch({ kind: "try", statement: index })}
      >${TEXT.tryClauses}</button>
      ${open && !this.apart ? html`<on-conflict-clauses .state=${state}></on-conflict-clauses>` : nothing}
    </div>`;
  }

  #grid({ columns, rows }: StatementResult, statement: number): TemplateResult {
    const label = rowsOf(statement);
    const shown = this.#turned.window(label, rows.length, 0, this.state.run);
    const turn = (from: number) => {
      this.#turned.turn(label, from, this.state.run);
      this.requestUpdate();
    };
    return html`<div class="sheet" role="region" tabindex="0" aria-label=${label}>
      <table>
        <thead>
          <tr>
            ${columns.map((column, i) => {
              const number = isNumeric(rows[0]?.[i] ?? null) ? "number" : "";
              return html`<th scope="col" class=${number}>${column}</th>`;
            })}
          </tr>
        </thead>
        <tbody>
          ${rows.slice(shown.from, shown.to).map(
            (row) => html`<tr>
              ${row.map((cell) => html`<td class=${isNumeric(cell) ? "number" : ""}><div class="value">${cellText(cell)}</div></td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>${pager(label, shown, turn)}`;
  }

  #error(run: Run, error: Failure, statement: TraceStatement | null): TemplateResult {
    const opens = statement === null ? undefined : stopOf(run, statement);
    // A collision is told by the player; what never came to one has only this to say it.
    const told = statement !== null && collides(run, statement);
    return html`<div class="error" role=${told ? nothing : "alert"}>
      <p class="message">${errorWords(run, error)}</p>
      <p class="more">${codes(error)}${place(error.span ?? null)}</p>
      ${error.detail ? html`<p class="more">${error.detail}</p>` : nothing}
      ${error.hint ? html`<p class="more">${error.hint}</p>` : nothing}
      ${
        opens === undefined || statement === null
          ? nothing
          : html`<button class="link" @click=${() => this.dispatch({ kind: "seek", step: opens })}>
              ${stepsOf(statement)}
            </button>`
      }
    </div>`;
  }
}

/** Where a statement was stopped: at its last collision, or where it is said that it fails. */
function stopOf({ trace, outline }: Run, { firstStep, lastStep }: TraceStatement) {
  const collision = outline.conflicts.findLast((at) => at >= firstStep && at <= lastStep);
  if (collision !== undefined) return collision;
  for (let i = lastStep; i >= firstStep; i--) if (trace.steps[i]?.kind === "failed") return i;
  return undefined;
}

/** Whether one of its rows has met a closed gate. */
function collides({ outline }: Run, { firstStep, lastStep }: TraceStatement): boolean {
  return outline.conflicts.some((at) => at >= firstStep && at <= lastStep);
}

/** What can have a conflict clause. */
const WRITES = new Set(["INSERT", "UPDATE"]);

define("on-conflict-result", OnConflictResult);
