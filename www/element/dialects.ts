// Which database's rules hold: three radio buttons that look like one switch.

import { css, html } from "lit";
import { DIALECTS } from "../state/state.ts";
import { DIALECT_NAMES, TEXT } from "../text.ts";
import { define, Part, shared } from "./part.ts";

export class OnConflictDialects extends Part {
  static override styles = [
    shared,
    css`
      fieldset {
        display: flex;
        margin: 0;
        padding: 2px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
      }

      label {
        position: relative;
        display: flex;
        align-items: center;
        min-height: 2rem;
        padding: 0 0.75rem;
        border-radius: 4px;
        color: var(--soft);
        cursor: pointer;
      }

      label:hover {
        color: var(--ink);
      }

      label:has(:checked) {
        background: var(--accent-wash);
        color: var(--accent);
        font-weight: 600;
      }

      label:has(:focus-visible) {
        outline: 2px solid var(--accent);
        outline-offset: 2px;
      }

      input {
        position: absolute;
        opacity: 0;
        inset: 0;
        margin: 0;
        cursor: pointer;
      }

      /* Where the system chooses the colours, weight alone would tell which one is chosen. */
      @media (forced-colors: active) {
        label:has(:checked) {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }

      @media (pointer: coarse) {
        label {
          min-height: var(--touch);
        }
      }
    `,
  ];

  override render() {
    return html`<fieldset>
      <legend class="hidden">${TEXT.dialect}</legend>
      ${DIALECTS.map(
        (dialect) => html`<label>
          <input type="radio" name="dialect" .checked=${this.state.dialect === dialect}
            @change=${() => this.dispatch({ kind: "dialect", dialect })} />${DIALECT_NAMES[dialect]}
        </label>`,
      )}
    </fieldset>`;
  }
}

define("on-conflict-dialects", OnConflictDialects);
