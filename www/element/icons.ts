// Line icons, drawn here so that nothing is fetched. All are decoration: the words stand beside.

import type { SVGTemplateResult } from "lit";
import { svg } from "lit";

function icon(body: SVGTemplateResult): SVGTemplateResult {
  return svg`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" fill="none"
    stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"
    >${body}</svg>`;
}

export const ICONS = {
  first: icon(svg`<path d="M5 4v12M15 4l-7 6 7 6z" />`),
  previous: icon(svg`<path d="M13 4l-7 6 7 6z" />`),
  next: icon(svg`<path d="M7 4l7 6-7 6z" />`),
  last: icon(svg`<path d="M15 4v12M5 4l7 6-7 6z" />`),
  conflict: icon(svg`<path d="M3 10h5M10 4v12M13 7l4 6M17 7l-4 6" />`),
  play: icon(svg`<path d="M6 4l10 6-10 6z" fill="currentColor" />`),
  pause: icon(svg`<path d="M7 4v12M13 4v12" stroke-width="2.5" />`),
  auto: icon(svg`<circle cx="10" cy="10" r="6" /><path d="M10 4a6 6 0 0 1 0 12z"
    fill="currentColor" />`),
  light: icon(svg`<circle cx="10" cy="10" r="3.25" /><path d="M10 2v2M10 16v2M2 10h2M16 10h2M4.3
    4.3l1.5 1.5M14.2 14.2l1.5 1.5M4.3 15.7l1.5-1.5M14.2 5.8l1.5-1.5" />`),
  dark: icon(svg`<path d="M15.5 12A6.5 6.5 0 0 1 8 4.5a6.5 6.5 0 1 0 7.5 7.5z" />`),
  stop: icon(svg`<path d="M7 2.5h6L17.5 7v6L13 17.5H7L2.5 13V7zM7.5 7.5l5 5M12.5 7.5l-5 5" />`),
  stopRun: icon(svg`<path d="M6 6h8v8H6z" fill="currentColor" />`),
  skip: icon(svg`<path d="M2.5 13c2-7 9-8 12.5-2M15.5 6v5.5H10M8.5 16.5h3" />`),
  delete: icon(svg`<rect x="3" y="3" width="14" height="14" rx="2" /><path d="M7 10h6" />`),
  update: icon(svg`<path d="M10 4.5 16 15.5H4z" />`),
  other: icon(svg`<path d="M4 10h12M12 6l4 4-4 4" />`),
} as const;
