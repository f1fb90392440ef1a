// The gate as an architect draws a door, seen from above: a wall across the row's way, an opening,
// and a leaf that is shut or swung. Shape tells the states apart, colour only helps.

import type { SVGTemplateResult } from "lit";
import { svg } from "lit";
import type { GateState } from "../state/lanes.ts";

const WALL = svg`<path class="wall" d="M32 0v13M32 43v13" />`;
const THROUGH = svg`<path class="rail" d="M0 28h64" />`;

export function gateGlyph(state: GateState): SVGTemplateResult {
  return svg`<svg class="glyph" viewBox="0 0 64 56" width="64" height="56" aria-hidden="true"
    fill="none">${drawing(state)}</svg>`;
}

function drawing(state: GateState): SVGTemplateResult {
  switch (state) {
    case "ahead":
      return svg`<path class="rail" d="M0 28h64" />${WALL}<path class="leaf" d="M32 14v28" />`;
    case "here":
    case "open":
      return svg`${THROUGH}${WALL}<path class="swing" d="M58 14a28 28 0 0 1-26 28" />
        <path class="leaf" d="M32 14h26" />`;
    case "passed":
      return svg`<path class="rail" d="M0 28h10q8 0 10-10 3-14 12-14t12 14q2 10 10 10h10" />
        <path class="wall" d="M32 12v32" />`;
    case "closed":
      return svg`<path class="rail" d="M0 28h20" /><path class="beyond" d="M44 28h20" />${WALL}
        <path class="leaf" d="M32 13v30" />`;
    case "cleared":
      return svg`${THROUGH}${WALL}<path class="leaf" d="M32 13l6 7M32 43l6-7" />`;
  }
}
