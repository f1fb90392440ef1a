// The whole trace as an ordered list that reads as sentences, without the picture. Clicking one
// goes there; the current one is marked and kept in view.

import type { TemplateResult } from "lit";
import { css, html, nothing } from "lit";
import type { Run } from "../state/state.ts";
import type { Step } from "../state/trace.ts";
import type { Move } from "../state/update.ts";
import { calmRows, earlierSteps, laterSteps, sentence, TEXT } from "../text.ts";
import { define, Part, shared } from "./part.ts";
import { actionOfKey } from "./player.ts";

const UP_DOWN: Readonly<Record<string, Move>> = { ArrowUp: "previous", ArrowDown: "next" };

/** So many steps are drawn at a time; the list moves on by half of it. */
const PAGE = 400;

export class OnConflictSteps extends Part {
  static override styles = [
    shared,
    css`
      .scroll {
        overflow-y: auto;
        max-height: var(--steps-height, 26rem);
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }

      ol {
        margin: 0;
        padding: 0.35rem 0;
        list-style: none;
      }

      button {
        display: grid;
        grid-template-columns: max(2.25rem, calc(var(--digits) * 0.5rem)) 1fr;
        gap: 0.5rem;
        width: 100%;
        min-height: 1.75rem;
        padding: 0.25rem 0.75rem 0.25rem 0.5rem;
        border: 0;
        border-inline-start: 3px solid transparent;
        background: none;
        color: var(--soft);
        font: inherit;
        font-size: 0.875rem;
        line-height: 1.4;
        text-align: start;
        cursor: pointer;
        overflow-wrap: anywhere;
      }

      button:hover {
        color: var(--ink);
      }

      button:focus-visible {
        outline-offset: -2px;
      }

      .n {
        color: var(--soft);
        font: 0.75rem/1.65 var(--mono);
        overflow-wrap: normal;
        text-align: end;
      }

      .more {
        margin: 0;
        padding: 0.35rem 0.75rem;
        color: var(--soft);
      }

      .gap {
        border-block: 1px dashed var(--line);
        background: var(--sunken);
        font-size: 0.8125rem;
      }

      .statement {
        margin-top: 0.35rem;
        color: var(--ink);
        font-weight: 600;
      }

      .decide {
        color: var(--blocked);
      }

      [aria-current] {
        border-color: var(--accent);
        background: var(--accent-wash);
        color: var(--ink);
      }

      @media (pointer: coarse) {
        button {
          align-content: center;
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

  override render() {
    const { run, step } = this.state;
    if (run === null || run.trace.steps.length === 0) return html``;
    const { steps } = run.trace;
    const from = Math.max(0, (Math.floor((step / PAGE) * 2) - 1) * (PAGE / 2));
    const to = Math.min(steps.length, from + 2 * PAGE);
    return html`<section>
      <h3 id="steps">${TEXT.steps}</h3>
      <div class="scroll" @keydown=${this.#onKey}>
        ${from === 0 ? nothing : html`<p class="more">${earlierSteps(from)}</p>`}
        <ol aria-labelledby="steps" start=${from + 1}
          .style=${`--digits: ${String(steps.length).length}`}>
          ${steps.slice(from, to).map((s, i) => {
            const [at, left] = [from + i, run.outline.gaps.get(from + i)];
            const item = this.#item(at, sentence(run, at), kindClass(run, at, s), at === step);
            return left === undefined ? item : html`${gap(left)}${item}`;
          })}
        </ol>
        ${to === steps.length ? nothing : html`<p class="more">${laterSteps(steps.length - to)}</p>`}
      </div>
    </section>`;
  }

  protected override updated(): void {
    const scroll = this.renderRoot.querySelector(".scroll");
    const item = this.renderRoot.querySelector("[aria-current]");
    if (!(scroll instanceof HTMLElement) || !(item instanceof HTMLElement)) return;
    // One stop for Tab, wherever the player is; inside the list the focus goes with the step.
    const { activeElement } = this.shadowRoot ?? {};
    if (activeElement != null && item instanceof HTMLElement && activeElement !== item) {
      item.focus({ preventScroll: true });
    }
    // Not scrollIntoView: that would move the page as well.
    const top = item.offsetTop - scroll.offsetTop;
    const bottom = top + item.offsetHeight;
    if (top < scroll.scrollTop) scroll.scrollTop = top - 40;
    else if (bottom > scroll.scrollTop + scroll.clientHeight) {
      scroll.scrollTop = bottom - scroll.clientHeight + 40;
    }
  }

  #item(index: number, words: string, kind: string, current: boolean): TemplateResult {
    return html`<li>
      <button class=${kind} tabindex=${current ? 0 : -1} aria-current=${current ? "step" : nothing}
        @click=${() => this.dispatch({ kind: "seek", step: index })}
      ><span class="n">${index + 1}</span><span>${words}</span></button>
    </li>`;
  }

  #onKey(event: KeyboardEvent): void {
    const known = UP_DOWN[event.key];
    const action = known
      ? { kind: "move" as const, to: known }
      : actionOfKey(event, this.state.playing);
    if (action === null) return;
    event.preventDefault();
    this.dispatch(action);
  }
}

/** Where rows are left out to which nothing has happened. */
function gap(rows: number): TemplateResult {
  return html`<li class="more gap">${calmRows(rows)}</li>`;
}

function kindClass({ outline }: Run, index: number, step: Step): string {
  if (step.kind === "begin" && step.depth === 0) return "statement";
  const unkept = step.kind === "parent" && !step.found && outline.conflicts.includes(index);
  return step.kind === "decide" || step.kind === "failed" || unkept ? "decide" : "";
}

define("on-conflict-steps", OnConflictSteps);
