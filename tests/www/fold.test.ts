// Which statements of a long script are listed.

import { expect, test } from "vitest";
import { listed } from "../../www/state/fold.ts";
import { failure, lessonTrace } from "./fixture.ts";

const [one] = lessonTrace().statements;

function statements(n: number, failing: readonly number[] = []) {
  if (one === undefined) throw new Error("the lesson has statements");
  return Array.from({ length: n }, (_, i) => ({
    ...one,
    error: failing.includes(i) ? failure : null,
  }));
}

test("a short script is listed whole", () => {
  expect(listed(statements(40), [])).toHaveLength(40);
});

test("of a long one the failed, the one looked at and the last are listed, in order", () => {
  const some = listed(statements(400, [7, 300]), [20, -1]);
  expect(some).toEqual([7, 20, 300, ...Array.from({ length: 10 }, (_, i) => 390 + i)]);
});

test("of very many that failed the first are", () => {
  const all = Array.from({ length: 400 }, (_, i) => i);
  expect(listed(statements(400, all), [])).toHaveLength(50);
});
