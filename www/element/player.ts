// The step player: buttons, slider, keyboard, and the sentence of the step. Which step a move
// leads to is decided in state/update.ts. Keys count only while the player has the focus.

import type { PropertyDeclarations, TemplateResult } from "lit";
import { css, html, nothing } from "lit";
import type { Scene } from "../state/scene.ts";
import type { Action, Move } from "../state/update.ts";
import { target } from "../state/update.ts";
import { KEYS, longest, position, rowOrStatement, SIGNS, sentence, stepOf, TEXT } from "../text.ts";
import { ICONS } from "./icons.ts";
import { define, Part, shared } from "./part.ts";

const MOVES: Readonly<Record<string, Move>> = {
  ArrowLeft: "previous",
  ",": "previous",
  ArrowRight: "next",
  ".": "next",
  PageUp: "previous row",
  PageDown: "next row",
  Home: "first",
  End: "last",
  c: "next conflict",
};

const MAX_TICKS = 40;

/** What a key asks for, shared with whatever else steps by keyboard. */
export function actionOfKey(event: KeyboardEvent, playing: boolean): Action | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const move = MOVES[event.key];
  if (move !== undefined) return { kind: "move", to: move };
  if (event.key === "Escape" && playing) return { kind: "play", on: false };
  return null;
}

export class OnConflictPlayer extends Part {
  static override properties: PropertyDeclarations = { ...Part.properties, help: { state: true } };

  static override styles = [
    shared,
    css`
      :host {
        container-type: inline-size;
      }

      section {
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }

      .bar {
        display: flex;
        align-items: center;
        gap: 0.5rem 0.75rem;
        padding: 0.5rem 0.75rem;
      }

      .buttons {
        display: flex;
      }

      button {
        display: inline-flex;
        align-items: center;
        gap: 0.4rem;
        justify-content: center;
        min-width: 2.25rem;
        min-height: 2.25rem;
        padding: 0 0.5rem;
        border: 1px solid transparent;
        border-radius: var(--radius);
        background: none;
        color: var(--ink);
        font: inherit;
        cursor: pointer;
      }

      button:hover:not([aria-disabled="true"]) {
        background: var(--accent-wash);
      }

      button[aria-disabled="true"] {
        color: var(--strong);
        cursor: default;
      }

      .more {
        display: flex;
        gap: 0.25rem;
      }

      .conflict {
        border-color: var(--line);
        white-space: nowrap;
      }

      .scrub {
        position: relative;
        flex: 1 1 12rem;
        min-width: 9rem;
      }

      input {
        position: relative;
        display: block;
        width: 100%;
        height: 2rem;
        margin: 0;
        accent-color: var(--accent);
        background: none;
        cursor: pointer;
      }

      .tick {
        position: absolute;
        inset-block-start: -0.35rem;
        color: var(--blocked);
        font: 700 0.6875rem/1 var(--sans);
        translate: -50% 0;
      }

      /* As wide as its longest: the invisible one is what takes the room. */
      .count {
        display: grid;
        color: var(--soft);
        font-variant-numeric: tabular-nums;
        line-height: 1.25;
        white-space: nowrap;
      }

      .count .row {
        font-size: 0.8125rem;
      }

      .count > * {
        display: grid;
        text-align: end;
      }

      .count > * > *,
      .count > *::before {
        grid-area: 1 / 1;
      }

      .count > *::before {
        content: attr(data-room);
        visibility: hidden;
      }

      .sentence {
        min-height: calc(2 * 1.45em + 1.5rem + 1px);
        margin: 0;
        padding: 0.75rem 1.25rem;
        border-top: 1px solid var(--line);
        font-size: 1.125rem;
        line-height: 1.45;
        letter-spacing: -0.006em;
        overflow-wrap: anywhere;
        text-wrap: pretty;
        border-inline-start: 4px solid transparent;
        border-end-start-radius: var(--radius);
      }

      .sentence.free {
        border-inline-start: 4px double var(--free);
      }

      .sentence.blocked {
        border-inline-start-color: var(--blocked);
      }

      .sentence.changed {
        border-inline-start: 4px dashed var(--changed);
      }

      .help {
        display: flex;
        flex-wrap: wrap;
        gap: 0.75rem 2.5rem;
        overflow: auto;
        max-height: 40vh;
        padding: 0.75rem 1.25rem;
        border-top: 1px solid var(--line);
        background: var(--sunken);
        font-size: 0.875rem;
      }

      [aria-expanded="true"] {
        background: var(--accent-wash);
        color: var(--accent);
      }

      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        align-content: start;
        gap: 0.1rem 1rem;
        margin: 0;
      }

      dt {
        font: 0.8125rem/1.5 var(--mono);
        white-space: pre;
      }

      dd {
        margin: 0;
        color: var(--soft);
      }

      @media (pointer: coarse) {
        button {
          min-width: var(--touch);
          min-height: var(--touch);
        }

        input {
          height: var(--touch);
        }
      }

      @container (max-width: 48rem) {
        .words {
          position: absolute;
          overflow: hidden;
          width: 1px;
          height: 1px;
          clip-path: inset(50%);
        }
      }

      @container (max-width: 36rem) {
        .bar {
          display: grid;
          grid-template: "buttons count count" auto "scrub scrub more" auto / auto 1fr auto;
          gap: 0.25rem 0.5rem;
          padding: 0.25rem 0.5rem;
        }

        .buttons {
          grid-area: buttons;
        }

        .count {
          grid-area: count;
          justify-self: end;
        }

        .scrub {
          grid-area: scrub;
          min-width: 0;
          margin-inline-start: 0.5rem;
        }

        .more {
          grid-area: more;
          justify-self: end;
        }

        .help {
          padding: 0.5rem 0.75rem;
        }
      }

      @container (max-width: 420px) {
        .count {
          font-size: 0.8125rem;
        }
      }

      @container (max-width: 350px) {
        .bar {
          grid-template: "buttons buttons" auto "scrub scrub" auto "count more" auto / 1fr auto;
        }

        .buttons {
          justify-content: space-between;
        }

        .count {
          justify-self: start;
        }

        .count > * {
          text-align: start;
        }
      }

      @container (max-width: 36rem) {

        .sentence {
          padding: 0.5rem 0.75rem;
          font-size: 1rem;
        }
      }
    `,
  ];

  declare private help: boolean;

  constructor() {
    super();
    this.help = false;
  }

  override render() {
    const { run, step, playing } = this.state;
    if (run === null || run.trace.steps.length === 0) return html``;
    const last = run.trace.steps.length - 1;
    const words = sentence(run, step);
    const row = this.scene?.row ?? null;
    const room = longest(run);
    return html`<section aria-label=${TEXT.player} @keydown=${this.#onKey}>
      <div class="bar">
        <div class="buttons">
          ${this.#button("first", TEXT.first)}${this.#button("previous", TEXT.previous)}
          <button aria-label=${playing ? TEXT.pause : TEXT.play}
            @click=${() => this.dispatch({ kind: "play", on: !playing })}
          >${playing ? ICONS.pause : ICONS.play}</button>
          ${this.#button("next", TEXT.next)}${this.#button("last", TEXT.last)}
        </div>
        <div class="scrub">
          ${ticks(run.outline.conflicts).map(
            (at) => html`<span class="tick" aria-hidden="true" .style=${place(at, last)}>✕</span>`,
          )}
          <input type="range" min="1" max=${last + 1} step="1" aria-label=${TEXT.steps}
            .value=${String(step + 1)} aria-valuetext=${`${position(run, step, row)}: ${words}`}
            @input=${this.#onSlide} />
        </div>
        <div class="count">
          <span data-room=${room.step}><span>${stepOf(run, step)}</span></span>
          <span class="row" data-room=${room.row}><span>${rowOrStatement(run, step, row)}</span></span>
        </div>
        <div class="more"><button class="conflict" aria-disabled=${target(this.state, "next conflict") === step}
          @click=${() => this.dispatch({ kind: "move", to: "next conflict" })}
        >${ICONS.conflict}<span class="words">${TEXT.nextConflict}</span></button>
        <button class="ask" aria-label=${TEXT.help} aria-expanded=${this.help ? "true" : "false"}
          aria-controls="help" @click=${() => {
            this.help = !this.help;
          }}>?</button></div>
      </div>
      ${this.help ? help() : nothing}
      <p class="sentence ${tone(this.scene)}">${words}</p>
    </section>`;
  }

  // Disabled for the ear and the eye, yet still there under the pointer and still focused.
  #button(move: Extract<Move, keyof typeof ICONS>, label: string): TemplateResult {
    const off = target(this.state, move) === this.state.step;
    return html`<button aria-label=${label} aria-disabled=${off}
      @click=${() => this.dispatch({ kind: "move", to: move })}>${ICONS[move]}</button>`;
  }

  #onSlide(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.dispatch({ kind: "seek", step: event.target.valueAsNumber - 1 });
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.help) {
      this.help = false;
      // What had the focus may go with it.
      this.renderRoot.querySelector<HTMLElement>(".ask")?.focus();
      event.preventDefault();
      return;
    }
    const onButton = event.composedPath()[0] instanceof HTMLButtonElement;
    const { playing } = this.state;
    // On a button, Space presses the button.
    const play: Action | null =
      event.key === " " && !onButton ? { kind: "play", on: !playing } : null;
    const action = play ?? actionOfKey(event, playing);
    if (action === null) return;
    event.preventDefault();
    this.dispatch(action);
  }
}

/** Stands in the page, between the buttons and the picture, so that it hides nothing. */
function help(): TemplateResult {
  return html`<div id="help" class="help" role="group" aria-label=${TEXT.help} tabindex="0">
    <dl>${SIGNS.map(({ sign, means }) => html`<dt>${sign}</dt><dd>${means}</dd>`)}</dl>
    <dl>${KEYS.map(({ keys, does }) => html`<dt>${keys}</dt><dd>${does}</dd>`)}</dl>
  </div>`;
}

/** The state colour of the sentence; the words carry the same. */
function tone(scene: Scene | null): string {
  const known = scene?.known;
  const lane = scene?.lanes.at(-1);
  // What is let through for now is neither.
  if (lane?.gates[lane.position]?.reason === "asked later") return "";
  if (known?.kind === "probe") return known.hit === null || known.own ? "free" : "blocked";
  if (known?.kind === "check") return known.passed ? "free" : "blocked";
  if (known?.kind === "parent") return known.found ? "free" : "blocked";
  if (known?.kind === "decide" || known?.kind === "failed") return "blocked";
  return known?.kind === "place" || known?.kind === "delete" || known?.kind === "undid"
    ? "changed"
    : "";
}

/** Past a certain number they would be a bar, and say nothing. */
function ticks(conflicts: readonly number[]): readonly number[] {
  return conflicts.length <= MAX_TICKS ? conflicts : [];
}

/** Where on the slider a step lies: the middle of the thumb travels from one half-thumb inside. */
function place(step: number, last: number): string {
  const share = last === 0 ? 0 : step / last;
  return `inset-inline-start: calc(8px + ${share} * (100% - 16px))`;
}

define("on-conflict-player", OnConflictPlayer);
