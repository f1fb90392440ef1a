// How long a played step stays.

import { expect, test } from "vitest";
import { pace } from "../../www/state/pace.ts";

test("a longer sentence stays longer, within bounds", () => {
  const [short, middle, long] = ["The row is in.", "x".repeat(80), "x".repeat(500)].map(pace);
  expect(short).toBeGreaterThanOrEqual(1200);
  expect(middle).toBeGreaterThan(2 * (short ?? 0));
  expect(long).toBe(6000);
});
