// How the sign under a gate looks, and the branch that goes out from it when the gate is closed.

import { css } from "lit";

export const branchStyle = css`
  .sign {
    align-self: start;
    max-width: calc(100% - 0.5rem);
    padding: 0.15rem 0.5rem;
    border: 1px solid var(--line);
    border-radius: 3px;
    color: var(--soft);
    font-size: 0.75rem;
    line-height: 1.4;
  }

  .sign b {
    display: block;
    color: var(--ink);
    font: 600 0.75rem/1.4 var(--mono);
    white-space: nowrap;
  }

  .sign i {
    font-style: normal;
    white-space: nowrap;
  }

  .decided .sign {
    border-color: currentColor;
    background: var(--blocked-wash);
    color: var(--blocked);
  }

  .decided .sign b {
    color: var(--blocked);
  }

  .decided.cleared .sign {
    background: var(--changed-wash);
    color: var(--changed);
  }

  .decided.cleared .sign b {
    color: var(--changed);
  }

  .branch {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.6rem;
    flex: none;
    width: max-content;
    max-width: 27rem;
    padding: 0.45rem 0.8rem;
    border: 2px solid var(--blocked);
    border-radius: var(--radius);
    background: var(--blocked-wash);
    color: var(--ink);
    line-height: 1.35;
    text-align: start;
  }

  .branch .icon {
    display: flex;
    color: var(--blocked);
  }

  .branch::before {
    content: "";
    position: absolute;
    inset-block-end: 100%;
    inset-inline-start: calc(var(--stem) - 1px);
    height: 1.35rem;
    border-inline-start: 2px solid var(--blocked);
  }

  /* Takes no width, so that a long branch moves no gate. */
  .slot {
    display: flex;
    width: 0;
    margin-top: 1.25rem;
  }

  .slot.rightward .branch {
    --stem: 4rem;

    margin-inline-start: -4rem;
  }

  .slot.leftward {
    justify-content: flex-end;
  }

  .slot.leftward .branch {
    --stem: calc(100% - 4rem);

    margin-inline-end: -4rem;
  }

  .branch.delete,
  .branch.update {
    border-color: var(--changed);
    background: var(--changed-wash);
  }

  .branch.delete .icon,
  .branch.update .icon {
    color: var(--changed);
  }

  .branch.delete::before,
  .branch.update::before {
    border-color: var(--changed);
  }

  .branch.skip {
    border-style: dashed;
  }
`;
