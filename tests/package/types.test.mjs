// The package's types as a strict program sees them, under each way TypeScript resolves a module.

import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const compiler = at("../../node_modules/typescript/bin/tsc");

for (const [module, resolution] of [
  ["node16", "node16"],
  ["nodenext", "nodenext"],
  ["esnext", "bundler"],
]) {
  test(`a strict consumer compiles under ${resolution}`, () => {
    const options = ["--strict", "--noEmit", "--ignoreConfig", "--target", "es2022"];
    const how = ["--module", module, "--moduleResolution", resolution, "--types", "node"];
    execFileSync(process.execPath, [compiler, ...options, ...how, at("consumer.mts")], {
      encoding: "utf8",
    });
  });
}
