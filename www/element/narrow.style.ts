// How the gates look where there is no room for a row of them: one below the other, the way beside.

import { css } from "lit";

export const narrowStyle = css`
  @container (max-width: 40rem) {
    section {
      padding: 0.75rem;
    }

    .track {
      display: block;
      background: none;
    }

    .gate {
      display: grid;
      grid-template: "way label sign" auto "branch branch branch" auto / 48px 1fr auto;
      align-items: center;
      justify-items: start;
      text-align: start;
    }

    .way {
      grid-area: way;
      align-self: stretch;
      flex-direction: column;
      width: 48px;
      min-height: 56px;
    }

    .way::before,
    .way::after {
      border-top: 0;
      border-inline-start: 2px solid currentColor;
    }

    .ahead .way::before,
    .ahead .way::after,
    .closed .way::after,
    .goal:not(.reached) .way::before {
      border-inline-start-style: dotted;
    }

    .glyph {
      width: 48px;
      height: 42px;
      rotate: 90deg;
    }

    /* Gates that the row does not stand at make room for the one that it does. */
    .gate:not(.standing) .way {
      min-height: 40px;
    }

    .gate:not(.standing) .glyph {
      width: 40px;
      height: 35px;
    }

    .token {
      inset: 4px auto auto calc(50% - 9px);
    }

    .badge {
      inset: 0.25rem auto auto 0;
    }

    .label {
      grid-area: label;
      align-self: center;
      padding: 0 0.5rem;
    }

    .sign {
      grid-area: sign;
      align-self: center;
      max-width: none;
    }

    .slot {
      grid-area: branch;
      width: 100%;
      margin: 0 0 0.5rem;
    }

    .slot.leftward .branch,
    .slot.rightward .branch {
      --stem: 22px;

      flex: 1;
      width: auto;
      margin: 0;
    }

    .branch::before {
      height: 0.5rem;
    }

    .goal {
      grid-template: "way table" auto / 48px auto;
      justify-content: start;
      justify-items: start;
    }

    .goal .way {
      width: 48px;
      min-height: 2rem;
      grid-area: way;
    }

    .goal .table {
      grid-area: table;
    }
  }
`;
