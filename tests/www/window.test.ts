// Which rows of a long list are drawn.

import { expect, test } from "vitest";
import { Turned, windowAround, windowFrom } from "../../www/element/window.ts";

test("a short list is shown whole, a long one around what matters, else at its end", () => {
  expect(windowAround(100, -1)).toEqual({ from: 0, to: 100, total: 100 });
  expect(windowAround(10_000, 7776)).toEqual({ from: 7726, to: 7826, total: 10_000 });
  expect(windowAround(10_000, -1)).toEqual({ from: 9900, to: 10_000, total: 10_000 });
  expect(windowAround(0, -1)).toEqual({ from: 0, to: 0, total: 0 });
});

test("a page is full at both ends", () => {
  expect(windowFrom(250, -40)).toEqual({ from: 0, to: 100, total: 250 });
  expect(windowFrom(250, 249)).toEqual({ from: 150, to: 250, total: 250 });
});

test("a page that was turned to stays until something happens in the list", () => {
  const turned = new Turned();
  const [one, two] = [{}, {}];
  turned.turn("t", 300, one);
  expect(turned.window("t", 1000, 7, one).from).toBe(300);
  expect(turned.window("t", 1000, -1, two).from).toBe(300);
  expect(turned.window("other", 1000, -1, two).from).toBe(900);
  expect(turned.window("t", 1000, 500, two).from).toBe(450);
  expect(turned.window("t", 1000, -1, two).from).toBe(900);
});
