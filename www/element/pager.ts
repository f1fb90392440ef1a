// Under a list that is too long to be drawn whole: which part of it is shown, and the way to the others.

import type { TemplateResult } from "lit";
import { css, html, nothing } from "lit";
import { pagesOf, shownRows, turnTo } from "../text.ts";
import { ICONS } from "./icons.ts";
import type { Window } from "./window.ts";
import { PAGE, windowFrom } from "./window.ts";

/** Nothing where all of the list is shown; `turn` is told where the wanted page begins. */
export function pager(
  list: string,
  { from, to, total }: Window,
  turn: (from: number) => void,
): TemplateResult | typeof nothing {
  if (total <= PAGE) return nothing;
  const button = (icon: "first" | "previous" | "next" | "last", wanted: number) => {
    const there = windowFrom(total, wanted);
    const off = there.from === from;
    // Disabled for the ear and the eye, yet still there under the pointer and still focused.
    return html`<button aria-disabled=${off} aria-label=${turnTo(icon, there.from + 1, there.to)}
      @click=${(event: Event) => {
        if (off) return;
        if (event.currentTarget instanceof Element) toTop(event.currentTarget);
        turn(there.from);
      }}>${ICONS[icon]}</button>`;
  };
  return html`<nav class="pager" aria-label=${pagesOf(list)}>
    ${button("first", 0)}${button("previous", from - PAGE)}
    <span>${shownRows(from + 1, to, total)}</span>
    ${button("next", from + PAGE)}${button("last", total)}
  </nav>`;
}

/** A page that is turned to is read from its beginning. */
function toTop(button: Element): void {
  const sheet = button.closest(".pager")?.previousElementSibling;
  if (sheet != null) sheet.scrollTop = 0;
}

export const pagerStyle = css`
  .sheet:has(+ .pager) {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }

  .pager {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem;
    padding: 0.15rem 0.25rem;
    border: 1px solid var(--line);
    border-top: 0;
    border-radius: 0 0 var(--radius) var(--radius);
    background: var(--sunken);
    color: var(--soft);
    font: 0.8125rem/1.4 var(--sans);
    font-variant-numeric: tabular-nums;
  }

  .pager + .sheet {
    margin-top: 0.75rem;
  }

  .pager span {
    flex: 1;
    text-align: center;
  }

  .pager button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 2rem;
    min-height: 2rem;
    padding: 0;
    border: 0;
    border-radius: var(--radius);
    background: none;
    color: var(--ink);
    cursor: pointer;
  }

  .pager button:hover:not([aria-disabled="true"]) {
    background: var(--accent-wash);
  }

  .pager button[aria-disabled="true"] {
    color: var(--strong);
    cursor: default;
  }

  @media (pointer: coarse) {
    .pager button {
      min-width: var(--touch);
      min-height: var(--touch);
    }
  }
`;
