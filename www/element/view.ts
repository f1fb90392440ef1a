// Brings what matters at a step into sight by scrolling the box that it is in, never the page, and
// at once: nothing flies past.

/** Scrolls a sheet down to the row, and across to the first cell of it that matters. */
export function bringIntoView(sheet: Element, row: Element): void {
  const box = sheet.getBoundingClientRect();
  const { top, bottom, height } = row.getBoundingClientRect();
  const stay = [...sheet.querySelectorAll(".title, thead:not(.hidden)")];
  const head = stay.reduce((sum, one) => sum + one.getBoundingClientRect().height, 0);
  const floor = Math.min(box.bottom, window.innerHeight);
  // Where there is room, one row above it is left in sight, to show that it stands among others.
  if (top < box.top + head || bottom > floor) {
    const above = box.top + head + 2 * height <= floor ? height : 0;
    sheet.scrollTop += top - box.top - head - above;
  }
  bringAcross(sheet, row.querySelector(".asked"));
}

/** Scrolls a box sideways to a cell, past the heading of the row that stays where it is. */
export function bringAcross(box: Element, cell: Element | null): void {
  if (cell === null) return;
  const heading = cell.parentElement?.querySelector("th")?.getBoundingClientRect().width ?? 0;
  const { left, right } = cell.getBoundingClientRect();
  const edge = box.getBoundingClientRect();
  if (left < edge.left + heading) box.scrollLeft -= edge.left + heading - left;
  else if (right > edge.right)
    box.scrollLeft += Math.min(right - edge.right, left - edge.left - heading);
}

/**
 * Scrolls a row of gates to the one at which the row stands, with the branch that leaves it, a part of
 * its neighbours, and behind the last gate the table. The gate itself comes before all that.
 */
export function bringGate(track: Element): void {
  const gate = track.querySelector(".standing") ?? track.querySelector(".goal.reached");
  if (gate === null) return;
  const box = track.getBoundingClientRect();
  const across = (element: Element | null) => {
    const { left, right } = (element ?? gate).getBoundingClientRect();
    return { from: left - box.left + track.scrollLeft, to: right - box.left + track.scrollLeft };
  };
  const next = gate.nextElementSibling;
  const [own, branch] = [across(gate), across(gate.querySelector(".branch"))];
  const goal = across(next?.matches(".goal") === true ? next : null);
  const from = Math.min(own.from - NEIGHBOUR, branch.from);
  const to = Math.max(own.to + NEIGHBOUR, branch.to, goal.to);
  const width = track.clientWidth;
  if (to > track.scrollLeft + width) track.scrollLeft = to - width;
  if (from < track.scrollLeft) track.scrollLeft = Math.max(from, own.to - width);
}

const NEIGHBOUR = 48;

/** A box that scrolls is a stop for Tab, so that the keyboard can scroll it; another is none. */
export function stopIfScrolled(box: Element): void {
  const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
  if (scrolls) box.setAttribute("tabindex", "0");
  else box.removeAttribute("tabindex");
}

/** What of an element can be seen: its box as far as the one that scrolls it shows it. */
export function seen(element: Element): {
  left: number;
  right: number;
  top: number;
  bottom: number;
} {
  const own = element.getBoundingClientRect();
  const outer = element.closest(".sheet, .track")?.getBoundingClientRect() ?? own;
  // What has been scrolled away is pointed at from a little inside the edge behind which it is.
  const inset = own.bottom <= outer.top || own.top >= outer.bottom ? 20 : 0;
  const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));
  return {
    left: within(own.left, outer.left, outer.right),
    right: within(own.right, outer.left, outer.right),
    top: within(own.top, outer.top + inset, outer.bottom - inset),
    bottom: within(own.bottom, outer.top + inset, outer.bottom - inset),
  };
}
