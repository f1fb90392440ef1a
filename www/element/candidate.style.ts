// How the strip of all rows and the table of the candidate row look, above the gates.

import { css } from "lit";

export const candidateStyle = css`
  .strip {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
    margin: 0 0 0.75rem;
    padding: 0;
    list-style: none;
  }

  .strip button {
    min-width: 2.75rem;
    min-height: 1.75rem;
    padding: 0 0.5rem;
    border: 1px solid var(--line);
    border-radius: 3px;
    background: none;
    color: var(--soft);
    font: 0.8125rem/1 var(--mono);
    cursor: pointer;
  }

  @media (pointer: coarse) {
    .strip button {
      min-width: var(--touch);
      min-height: var(--touch);
    }
  }

  .strip button:hover {
    border-color: var(--strong);
  }

  .strip [aria-current] {
    border-color: var(--accent);
    background: var(--accent-wash);
    color: var(--ink);
    font-weight: 600;
  }

  .strip span {
    font-family: var(--sans);
    font-weight: 700;
  }

  .strip .inserted span {
    color: var(--free);
  }

  .strip .failed span,
  .strip .ignored span {
    color: var(--blocked);
  }

  .strip .updated span,
  .strip .replaced span,
  .strip .deleted span {
    color: var(--changed);
  }

  .candidate {
    overflow-x: auto;
    margin: 0 0 0.5rem;
  }

  table {
    border-collapse: collapse;
    font: 0.8125rem/1.4 var(--mono);
  }

  .candidate.none {
    color: var(--soft);
    font-family: var(--sans);
  }

  .candidate caption {
    padding-bottom: 0.3rem;
    color: var(--soft);
    font: 0.8125rem/1.4 var(--sans);
    text-align: start;
    white-space: nowrap;
  }

  .candidate caption span {
    position: sticky;
    inset-inline-start: 0;
  }

  .candidate th,
  .candidate td {
    padding: 0.25rem 0.75rem;
    border: 1px solid var(--line);
    text-align: start;
    transition: background-color var(--quick);
  }

  .candidate thead td {
    border: 0;
  }

  .candidate thead th {
    border-bottom: 0;
    color: var(--soft);
    font-weight: 400;
  }

  .candidate tbody th {
    position: sticky;
    z-index: 1;
    inset-inline-start: 0;
    border: 0;
    padding-inline-start: 0;
    background: var(--surface);
    color: var(--soft);
    font-weight: 400;
    white-space: nowrap;
  }

  .candidate tbody td {
    border-top: 0;
    font-weight: 600;
  }

  .candidate .held th {
    color: var(--blocked);
    font-weight: 600;
  }

  .candidate .held td {
    border-top: 1px dashed var(--strong);
    font-weight: 400;
  }

  .candidate .held .asked {
    font-weight: 600;
  }

  /* A sign from another font must not make its line higher. */
  .candidate .held th span {
    line-height: 0;
  }

  .candidate tbody .room td {
    border-color: transparent;
  }

  .candidate .asked .value {
    display: inline-block;
    width: max-content;
    max-width: min(24rem, 52cqi);
    overflow-wrap: anywhere;
  }

  /* Long values are cut to one line, those that are asked about are not. */
  .candidate tbody td:not(.asked) {
    overflow: hidden;
    max-width: 14rem;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .candidate .filled {
    color: var(--accent);
  }

  .candidate .null {
    color: var(--soft);
    font-weight: 400;
  }

  .asked.here,
  .asked.open {
    background: var(--free-wash);
  }

  .asked.closed {
    background: var(--blocked-wash);
    color: var(--blocked);
  }
`;
