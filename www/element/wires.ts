// The drawn links at a closed gate: from the gate to the index entry in the way, and from the entry
// to the row that it points to. Decoration: everything it says is also in words beside.

import type { PropertyDeclarations } from "lit";
import { css, html, LitElement, svg } from "lit";
import { define } from "./part.ts";
import { seen } from "./view.ts";

export interface Ends {
  readonly gate: Element;
  readonly entry: Element;
  readonly row: Element;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const RADIUS = 8;

export class OnConflictWires extends LitElement {
  static override properties: PropertyDeclarations = { paths: { state: true } };
  static override styles = css`
    :host {
      position: absolute;
      inset: 0;
      pointer-events: none;
    }

    svg {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
      overflow: visible;
    }

    path {
      fill: none;
      stroke: var(--blocked);
      stroke-width: 2;
    }

    .end {
      fill: var(--blocked);
      stroke: none;
    }

    @media (forced-colors: active) {
      path {
        stroke: CanvasText;
      }

      .end {
        fill: CanvasText;
      }
    }
  `;

  declare private paths: readonly string[];

  constructor() {
    super();
    this.paths = [];
  }

  override render() {
    return html`<svg aria-hidden="true">
      <defs>
        <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="5" markerHeight="5"
          orient="auto"><path class="end" d="M0 0l8 4-8 4z" /></marker>
      </defs>
      ${this.paths.map((d) => svg`<path d=${d} marker-end="url(#tip)" />`)}
    </svg>`;
  }

  /** Draws between these, or nothing; to be called whenever they may have moved. */
  connect(ends: Ends | null): void {
    const drawn = ends === null ? [] : this.#route(ends);
    if (drawn.join() !== this.paths.join()) this.paths = drawn;
  }

  #route({ gate, entry, row }: Ends): string[] {
    const origin = this.getBoundingClientRect();
    const box = (element: Element) => {
      const { left, right, top, bottom } = seen(element);
      const [x, y] = [origin.left, origin.top];
      return { left: left - x, right: right - x, top: top - y, bottom: bottom - y };
    };
    const [g, e, r] = [box(gate), box(entry), box(row)];
    const gutter = e.right + 12;
    const turn = g.bottom + 10;
    const middle = (e.top + e.bottom) / 2;
    const target = (r.top + r.bottom) / 2;
    const between = (e.left + r.right) / 2;
    return [
      rounded([
        { x: g.right - 12, y: g.bottom },
        { x: g.right - 12, y: turn },
        { x: gutter, y: turn },
        { x: gutter, y: middle },
        { x: e.right + 1, y: middle },
      ]),
      rounded([
        { x: e.left, y: middle },
        { x: between, y: middle },
        { x: between, y: target },
        { x: r.right + 1, y: target },
      ]),
    ];
  }
}

/** A path through the points whose corners are round where there is room. */
function rounded(points: readonly Point[]): string {
  return points
    .map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]];
      if (before === undefined) return `M${point.x} ${point.y}`;
      if (after === undefined) return `L${point.x} ${point.y}`;
      const room = Math.min(RADIUS, distance(before, point) / 2, distance(point, after) / 2);
      const [from, to] = [towards(point, before, room), towards(point, after, room)];
      return `L${from.x} ${from.y}Q${point.x} ${point.y} ${to.x} ${to.y}`;
    })
    .join("");
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to);
  if (whole === 0) return from;
  const share = length / whole;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

define("on-conflict-wires", OnConflictWires);
