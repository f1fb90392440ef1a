// How the gates look as a row. Where there is no room for one: narrow.style.ts.

import { css } from "lit";

export const gatesStyle = css`
  :host {
    container-type: inline-size;
  }

  section {
    padding: 1rem 1.25rem 1.1rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
  }

  @media (min-width: 68rem) and (max-height: 48rem) {
    section {
      padding-block: 0.6rem 0.5rem;
    }
  }

  .lane + .lane {
    margin-top: 1rem;
    padding-top: 1rem;
    border-top: 1px dashed var(--strong);
  }

  .track {
    --rail: var(--strong);

    position: relative;
    display: grid;
    grid-template-columns: repeat(var(--gates), minmax(8.5rem, 1fr)) auto;
    grid-template-rows: repeat(4, auto);
    margin: 0;
    padding: 0.25rem 0 0;
    list-style: none;
    overflow-x: auto;

    /* A shade at an edge behind which there are more gates: it is covered where there are none. */
    background:
      linear-gradient(to right, var(--surface) 40%, transparent) left / 2.5rem 100% no-repeat local,
      linear-gradient(to left, var(--surface) 40%, transparent) right / 2.5rem 100% no-repeat local,
      linear-gradient(to right, var(--line), transparent) left / 0.75rem 100% no-repeat scroll,
      linear-gradient(to left, var(--line), transparent) right / 0.75rem 100% no-repeat scroll;
  }

  /* Room for a branch, so that nothing below moves when one is taken. */
  .lane:only-of-type .track {
    grid-template-rows: auto auto auto minmax(4.25rem, auto);
  }

  .gate,
  .goal {
    display: grid;
    grid-row: 1 / span 4;
    grid-column: var(--at);
    grid-template-rows: subgrid;
    justify-items: center;
    text-align: center;
  }

  .label {
    align-self: end;
    padding: 0 0.5rem 0.35rem;
    line-height: 1.3;
  }

  .kind {
    display: block;
    color: var(--soft);
    font: 600 0.6875rem/1.4 var(--mono);
    letter-spacing: 0.03em;
  }

  .columns {
    font: 600 0.875rem/1.4 var(--mono);
  }

  .condition {
    color: var(--soft);
    font: 0.75rem/1.4 var(--mono);
  }

  /* A long condition is cut after some lines; it stands whole in its title and in the script. */
  .columns,
  .condition {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow-wrap: anywhere;
  }

  .way {
    position: relative;
    display: flex;
    align-items: center;
    justify-self: stretch;
    min-height: 56px;
    color: var(--rail);
  }

  .way::before,
  .way::after {
    content: "";
    flex: 1;
    border-top: 2px solid currentColor;
  }

  .glyph {
    flex: none;
    overflow: visible;
  }

  .glyph path {
    stroke: currentColor;
    stroke-width: 2;
  }

  .glyph .wall {
    stroke: var(--ink);
    stroke-width: 4;
  }

  .glyph .leaf {
    stroke-width: 4;
    stroke-linecap: round;
  }

  .glyph .swing {
    stroke-width: 1;
    stroke-dasharray: 2 3;
  }

  .ahead .glyph .wall {
    stroke: var(--strong);
    stroke-width: 3;
  }

  .ahead .glyph .leaf {
    stroke-width: 2;
    stroke-dasharray: 2 5;
  }

  .ahead .rail,
  .glyph .beyond {
    stroke-dasharray: 2 5;
  }

  .ahead .way::before,
  .ahead .way::after,
  .closed .way::after,
  .goal:not(.reached) .way::before,
  .goal:not(.reached) .way::after {
    border-top-style: dotted;
  }

  /* The way the row has come is the row's own colour; what a gate answered is the gate's. */
  .open,
  .here,
  .passed,
  .cleared,
  .closed,
  .goal.reached {
    --rail: var(--accent);
  }

  .closed .way::after,
  .closed .glyph .beyond {
    color: var(--strong);
    stroke: var(--strong);
  }

  .open,
  .here {
    --answer: var(--free);
  }

  .closed {
    --answer: var(--blocked);
  }

  .cleared {
    --answer: var(--changed);
  }

  .passed {
    --answer: var(--soft);
  }

  .glyph .leaf,
  .glyph .swing {
    stroke: var(--answer, var(--strong));
  }

  .closed .glyph .leaf {
    stroke-width: 6;
    stroke-linecap: butt;
  }

  .badge {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: calc(50% - 2.1rem);
    color: var(--answer);
    font: 700 0.875rem/1 var(--sans);
  }

  .token {
    position: absolute;
    inset-inline-start: calc(50% - 27px);
    width: 18px;
    height: 12px;
    border: 2px solid var(--surface);
    border-radius: 3px;
    background: var(--accent);
    box-shadow: 0 0 0 2px var(--accent);
    animation: arrive var(--quick) ease-out;
  }

  @keyframes arrive {
    from {
      translate: -1.5rem 0;
      opacity: 0;
    }
  }

  .goal .way {
    grid-row: 2;
    grid-column: 1;
    width: 1.5rem;
    justify-self: start;
  }

  .goal {
    grid-template-columns: 1.5rem max-content;
    align-items: center;
  }

  .goal .table {
    display: flex;
    grid-row: 2;
    grid-column: 2;
    align-items: center;
    gap: 0.4rem;
    padding: 0.4rem 0.6rem;
    border: 1px dashed var(--strong);
    border-radius: 3px;
    color: var(--soft);
    font: 0.8125rem/1.2 var(--mono);
  }

  .goal svg {
    width: 1.25rem;
    height: 1rem;
  }

  .goal.reached .table {
    border: 1px solid var(--free);
    background: var(--free-wash);
    color: var(--free);
    font-weight: 600;
  }
`;
