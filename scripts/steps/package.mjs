// Builds pkg/, the npm package: the wasm and its glue by wasm-pack, www/lib by the TypeScript
// compiler, and a package.json that follows from the one at the top.

import {
  copyFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { capture, root, step } from "../say.mjs";
import { unlessDone } from "../stamp.mjs";
import { toolPath } from "./rust.mjs";

const crate = ["src", ".cargo", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml"];
const texts = ["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];

/** Brings pkg/ up to date; says whether anything had to be built. */
export async function buildPackage() {
  const rustc = await capture("rustc", ["--version"]);
  const wasm = {
    inputs: crate,
    words: [rustc],
    outputs: ["pkg/engine/engine.wasm", "www/lib/engine/engine.js"],
  };
  const rebuilt = await unlessDone("wasm", wasm, () =>
    step("Building the engine for wasm (the first time with wasm-bindgen: minutes)", buildWasm),
  );
  const lib = {
    inputs: ["www/lib", "tsconfig.lib.json", "tsconfig.json"],
    outputs: ["pkg/index.js"],
  };
  const compiled = await unlessDone("lib", lib, () => step("Compiling www/lib", compileLib));
  writeManifest();
  for (const text of texts) copyFileSync(join(root, text), join(root, "pkg", text));
  return rebuilt || compiled;
}

// wasm-pack writes beside a .gitignore that would keep everything out of the npm package, and names
// the wasm after wasm-bindgen's habit. A copy goes to www/lib/engine, so that the sources of the
// library import the glue by the same relative path as the package does.
async function buildWasm() {
  const args = ["build", "--release", "--target", "web", "--no-pack", "--out-name", "engine"];
  rmSync(join(root, "pkg/engine"), { recursive: true, force: true });
  await capture("wasm-pack", [...args, "--out-dir", "pkg/engine"], { env: toolPath });
  const made = join(root, "pkg/engine");
  renameSync(join(made, "engine_bg.wasm"), join(made, "engine.wasm"));
  for (const left of [".gitignore", "engine_bg.wasm.d.ts"])
    rmSync(join(made, left), { force: true });
  writeBase64(made);
  const beside = join(root, "www/lib/engine");
  rmSync(beside, { recursive: true, force: true });
  cpSync(made, beside, { recursive: true });
}

function writeBase64(folder) {
  const text = readFileSync(join(folder, "engine.wasm")).toString("base64");
  writeFileSync(join(folder, "base64.js"), `export const base64 = "${text}";\n`);
  writeFileSync(
    join(folder, "base64.d.ts"),
    "/** The wasm as text. */\nexport const base64: string;\n",
  );
}

async function compileLib() {
  const old = readdirSync(join(root, "pkg")).filter((name) => /\.(js|d\.ts)$/.test(name));
  for (const name of old) rmSync(join(root, "pkg", name));
  await capture("tsc", ["--project", "tsconfig.lib.json"], { env: toolPath });
}

// One map of entry points, in the package.json at the top: there its addresses lead into pkg/, which
// is how examples and tests import "onconflict" before it is published. What lies outside pkg/ (the
// page's modules, which have side effects) is no business of the package.
function writeManifest() {
  const top = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { private: _, scripts, dependencies, devDependencies, ...kept } = top;
  const sideEffects = top.sideEffects.filter((path) => path.startsWith("./pkg/"));
  const text = JSON.stringify({ ...kept, sideEffects }, null, 2).replaceAll('"./pkg/', '"./');
  writeFileSync(join(root, "pkg/package.json"), `${text}\n`);
}
