// What every part of the page shares: it is given a state and a scene, draws them, and asks for
// changes by an event. It changes nothing itself: that is update.ts.

import type { PropertyDeclarations } from "lit";
import { css, LitElement } from "lit";
import type { Scene } from "../state/scene.ts";
import type { State } from "../state/state.ts";
import type { Action } from "../state/update.ts";

/** A wish for a change of state; bubbles to whoever holds the state. */
export class ActionEvent extends Event {
  static readonly type = "on-conflict-action";
  readonly action: Action;

  constructor(action: Action) {
    super(ActionEvent.type, { bubbles: true, composed: true });
    this.action = action;
  }
}

/** Something in a part has been scrolled. */
export const SCROLLED = "on-conflict-scrolled";

export abstract class Part extends LitElement {
  static override properties: PropertyDeclarations = {
    state: { attribute: false },
    scene: { attribute: false },
  };

  declare state: State;
  declare scene: Scene | null;

  /** A scroll inside moves what links drawn on the page point at; by itself it would not be heard. */
  protected override firstUpdated(): void {
    const tell = () => this.dispatchEvent(new Event(SCROLLED, { bubbles: true, composed: true }));
    this.renderRoot.addEventListener("scroll", tell, { capture: true, passive: true });
  }

  protected dispatch(action: Action): void {
    this.dispatchEvent(new ActionEvent(action));
  }
}

/** Defines a tag unless the page already has it, as when two copies are loaded. */
export function define(tag: string, part: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, part);
}

/** Rules that every shadow root wants. */
export const shared = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  :host {
    display: block;
  }

  :host([hidden]) {
    display: none;
  }

  h3 {
    margin: 0 0 0.5rem;
    color: var(--soft);
    font: 600 0.8125rem/1.4 var(--sans);
  }

  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  /* What stands for letters that cannot be seen. */
  .blank {
    color: var(--accent);
  }

  .blank.tag {
    margin-inline: 1px;
    padding-inline: 0.2em;
    border: 1px solid currentColor;
    border-radius: 3px;
    font-size: 0.8125em;
  }

  .empty {
    margin: 0;
    color: var(--soft);
  }

  :focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
  }

  @media (forced-colors: active) {
    svg * {
      forced-color-adjust: auto;
    }
  }
`;

/** Tables of data: the same ruled paper for tables, indexes and results. */
export const ruled = css`
  .sheet {
    --caption: 2.25rem;

    /* What sticks in it stays below what sticks to the page. */
    isolation: isolate;
    overflow: auto;
    max-height: 26rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font: 0.8125rem/1.45 var(--mono);
    font-variant-numeric: tabular-nums;
  }

  caption {
    padding: 0.5rem 0.75rem;
    color: var(--soft);
    font: 0.8125rem/1.4 var(--sans);
    text-align: start;
  }

  /* What is scrolled through keeps its name in sight. */
  caption.title {
    position: sticky;
    z-index: 4;
    inset-block-start: 0;
    height: var(--caption);
    background: var(--surface);
    white-space: nowrap;
  }

  .stay {
    position: sticky;
    display: inline-block;
    inset-inline-start: 0.75rem;
  }

  caption b {
    color: var(--ink);
    font: 600 0.875rem/1.4 var(--mono);
  }

  th,
  td {
    padding: 0.3rem 0.75rem;
    border-top: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: break-word;
  }

  thead th {
    color: var(--soft);
    font-weight: 400;
    white-space: nowrap;
  }

  /*
   * A cell has no greatest width of its own; what is in it has. As wide as its words on one line, up to
   * that; only a word that is longer still is broken.
   */
  .value {
    display: inline-block;
    width: max-content;
    max-width: 20rem;
    overflow-wrap: anywhere;
    text-align: start;
  }

  .number {
    text-align: end;
  }

  .null {
    color: var(--soft);
    font-style: italic;
  }
`;
