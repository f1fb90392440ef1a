import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import init, { version } from "../../www/lib/node.ts";

test("the library loads its wasm once, also when asked twice at the same time", async () => {
  await Promise.all([init(), init()]);
  await init();
  expect(version()).toBe(manifest.version);
});
