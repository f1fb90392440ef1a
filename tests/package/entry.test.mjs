// The package as a program imports it: by name, through its own map of entry points.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import init, { version } from "onconflict";
import * as inline from "onconflict/inline";

test("the Node entry loads its wasm", async () => {
  await init();
  assert.match(version(), /^\d+\.\d+\.\d+/);
});

test("importing compiles no wasm and touches no document", () => {
  const program = `
    for (const name of ["compile", "instantiate", "Module", "Instance"])
      WebAssembly[name] = () => { throw new Error(name) };
    await import("onconflict"); await import("onconflict/inline");`;
  execFileSync(process.execPath, ["--input-type=module", "--eval", program]);
});

test("the inline entry offers the same and needs no file", async () => {
  await inline.default();
  assert.equal(inline.version(), version());
});
