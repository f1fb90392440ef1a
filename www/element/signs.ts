// The marks at the edge of a line: added, changed, gone, in the way. Each has a shape, a word for
// those who do not see it, and a colour; the same in tables and in indexes.

import type { TemplateResult } from "lit";
import { css, html } from "lit";
import type { Fate } from "../state/diff.ts";

const SHAPES: Record<Fate, string> = { same: "", added: "+", changed: "~", gone: "−" };
const WORDS: Record<Fate, string> = {
  same: "",
  added: "added: ",
  changed: "changed: ",
  gone: "deleted: ",
};

/** `judged`: the row itself, which is in already while its key is asked about again. */
export function sign(fate: Fate, hit: boolean, judged = false): TemplateResult {
  const word = `${hit ? "in the way: " : ""}${judged ? "asked about again: " : ""}${WORDS[fate]}`;
  const shape = fate === "same" ? (hit ? "✕" : judged ? "▸" : "") : SHAPES[fate];
  return html`<span class="mark" aria-hidden="true">${shape}</span><span class="hidden">${word}</span>`;
}

export const signs = css`
  tbody th {
    position: relative;
    font-weight: 400;
    white-space: nowrap;
  }

  .mark {
    display: inline-block;
    width: 1.25rem;
    font: 700 0.875rem/1 var(--sans);
  }

  .address {
    color: var(--soft);
  }

  tbody tr {
    background: var(--surface);
    transition: background-color var(--quick);
  }

  tr.added {
    background: var(--free-wash);
  }

  tr.added .mark {
    color: var(--free);
  }

  tr.changed {
    background: var(--changed-wash);
  }

  tr.changed .mark {
    color: var(--changed);
  }

  tr.gone {
    background: repeating-linear-gradient(
      -45deg,
      var(--surface) 0 6px,
      color-mix(in srgb, var(--line) 55%, var(--surface)) 6px 7px
    );
    color: var(--soft);
  }

  tr.gone td,
  tr.gone .address,
  tr.gone .key {
    text-decoration: line-through;
  }

  tr.hit {
    background: var(--blocked-wash);
  }

  tr.hit th {
    box-shadow: inset 4px 0 0 var(--blocked);
  }

  tr.judged th {
    box-shadow: inset 4px 0 0 var(--accent);
  }

  tr.judged {
    background: var(--accent-wash);
  }

  tr.judged .mark,
  tr.judged .address {
    color: var(--accent);
    font-weight: 700;
  }

  tr.hit td.asked,
  tr.hit .key {
    color: var(--blocked);
    font-weight: 700;
  }

  tr.hit .mark,
  tr.hit .address {
    color: var(--blocked);
    font-weight: 700;
  }

  ins {
    text-decoration: none;
    border-bottom: 2px solid currentColor;
  }
`;
