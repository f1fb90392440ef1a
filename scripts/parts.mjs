// The parts of npm test in the order they run, cheapest news first. A part without `count` passes or
// fails as one; the others say how many tests they ran.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { capture, root } from "./say.mjs";
import { findChromium } from "./steps/chromium.mjs";
import { counting } from "./steps/count.mjs";
import { buildPackage } from "./steps/package.mjs";
import { installRustComponents, toolPath } from "./steps/rust.mjs";

const wasm = ["--target", "wasm32-unknown-unknown"];
const strict = ["--", "-D", "warnings"];

// Every line that is timed; only the answers count here, which each line checks.
const answers = "insert,or ,upsert,unique,lookup,by ";

const tool = (command, args, env = {}) => capture(command, args, { env: { ...toolPath, ...env } });

/** Every part; --only and --skip understand its name and its group, and run what it needs as well. */
export const parts = [
  {
    name: "format",
    group: "rust",
    run: async () => {
      await installRustComponents();
      return capture("cargo", ["fmt", "--check"]);
    },
  },
  {
    name: "clippy",
    group: "rust",
    run: () => capture("cargo", ["clippy", "--locked", "--all-targets", ...strict]),
  },
  {
    name: "clippy-wasm",
    group: "rust",
    run: () => capture("cargo", ["clippy", "--locked", "--lib", ...wasm, ...strict]),
  },
  {
    name: "cargo-test",
    group: "rust",
    run: () => capture("cargo", ["test", "--locked", "--no-fail-fast"]),
    count: counting.cargo,
  },
  {
    // Random statements beside the real PostgreSQL; says so when PGlite is not there.
    name: "postgresql",
    group: "rust",
    run: async () => {
      await capture("cargo", ["build", "--locked", "--example", "postgresql"]);
      const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");
      const binary = join(target, "debug/examples/postgresql");
      return capture("node", ["tests/postgresql/differential.mjs", binary]);
    },
  },
  {
    name: "cargo-doc",
    group: "rust",
    run: () =>
      capture("cargo", ["doc", "--locked", "--no-deps", "--document-private-items"], {
        env: { RUSTDOCFLAGS: "-D warnings" },
      }),
  },
  {
    name: "wasm-test",
    group: "wasm",
    run: () => tool("wasm-pack", ["test", "--node", "--", "--locked", "--test", "wasm"]),
    count: counting.cargo,
  },
  {
    name: "build",
    group: "package",
    run: async () => {
      await buildPackage();
      return "";
    },
  },
  {
    name: "package-test",
    group: "package",
    needs: ["build"],
    run: () => tool("node", ["--test", "--test-reporter=tap", ...packageTests()]),
    count: counting.node,
  },
  {
    name: "bench-answers",
    group: "package",
    needs: ["build"],
    run: () =>
      tool("node", ["bench/bench.mjs", "--rows", "200", "--rounds", "1", "--lines", answers]),
  },
  {
    name: "lint",
    group: "web",
    run: () => tool("biome", ["ci", "--colors=off", "--error-on-warnings"]),
  },
  { name: "types", group: "web", needs: ["build"], run: () => tool("tsc", ["--noEmit"]) },
  {
    name: "web-test",
    group: "web",
    needs: ["build"],
    run: () => tool("vitest", ["run", "--reporter=default"], { NO_COLOR: "1" }),
    count: counting.vitest,
  },
  { name: "page-build", group: "browser", needs: ["build"], run: () => tool("vite", ["build"]) },
  {
    name: "browser-test",
    group: "browser",
    needs: ["build", "page-build"],
    run: async () =>
      tool("playwright", ["test"], { CHROME_PATH: await findChromium(), NO_COLOR: "1" }),
    count: counting.playwright,
  },
];

// By name: what node makes of a folder or a pattern differs between its versions.
function packageTests() {
  const folder = "tests/package";
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith(".test.mjs"));
  return names.map((name) => join(folder, name));
}
