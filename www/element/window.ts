// Which part of a long list is drawn: a page of rows around the one that matters, so that a table
// of any size costs the same, or the page that the reader has turned to. Pure arithmetic.

export const PAGE = 100;

export interface Window {
  readonly from: number;
  readonly to: number;
  readonly total: number;
}

/** The page that holds `focus`; with none (-1) the last, where new rows arrive. */
export function windowAround(total: number, focus: number): Window {
  return windowFrom(total, (focus < 0 ? total : focus) - PAGE / 2);
}

/** The page that begins there, or as near to it as there are rows to fill it. */
export function windowFrom(total: number, first: number): Window {
  const from = Math.max(0, Math.min(Math.floor(first), total - PAGE));
  return { from, to: Math.min(total, from + PAGE), total };
}

/**
 * Where the reader has turned to, list by list. What happens at another step comes before it: a list in
 * which something does is shown there.
 */
export class Turned {
  #pages = new Map<string, { from: number; moment: unknown }>();

  turn(list: string, from: number, moment: unknown): void {
    this.#pages.set(list, { from, moment });
  }

  window(list: string, total: number, focus: number, moment: unknown): Window {
    const turned = this.#pages.get(list);
    if (turned !== undefined && (focus < 0 || turned.moment === moment)) {
      return windowFrom(total, turned.from);
    }
    this.#pages.delete(list);
    return windowAround(total, focus);
  }
}
