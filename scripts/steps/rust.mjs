// The Rust side's tools: a toolchain with the wasm target, and wasm-pack at the version below.

import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { capture, Instruction, root, step } from "../say.mjs";
import { oldestRust } from "./prerequisites.mjs";

const wasmPack = "0.15.1";
const target = "wasm32-unknown-unknown";

/** PATH with the project's own tools first: .tools/bin (wasm-pack), node_modules/.bin (wasm-opt). */
export const toolPath = {
  PATH: [join(root, ".tools/bin"), join(root, "node_modules/.bin"), process.env.PATH].join(
    delimiter,
  ),
};

/** Makes sure that cargo works here, that it is new enough, and that it can build for wasm. */
export async function installRust() {
  if ((await versionOf("rustc")) === null) {
    const channel = /channel = "(.+)"/.exec(
      readFileSync(join(root, "rust-toolchain.toml"), "utf8"),
    )[1];
    await step(`Installing the Rust toolchain "${channel}"`, () =>
      capture("rustup", ["toolchain", "install", channel, "--profile", "minimal"]),
    );
  }
  const version = await versionOf("rustc");
  if (version === null || isOlder(version, oldestRust())) {
    throw new Instruction(
      `Rust ${oldestRust()} or newer is needed, this is ${version ?? "none"}:\n  rustup update stable`,
    );
  }
  const present = await capture("rustup", ["target", "list", "--installed"]);
  if (!present.includes(target)) {
    await step(`Adding the Rust target ${target}`, () =>
      capture("rustup", ["target", "add", target]),
    );
  }
}

/** Makes sure of rustfmt and clippy, which only the tests need. */
export async function installRustComponents() {
  const present = await capture("rustup", ["component", "list", "--installed"]);
  const missing = ["rustfmt", "clippy"].filter((name) => !present.includes(name));
  if (missing.length === 0) return;
  await step(`Adding ${missing.join(" and ")}`, () =>
    capture("rustup", ["component", "add", ...missing]),
  );
}

/** Makes sure of the pinned wasm-pack: on PATH, or else built once into .tools. */
export async function installWasmPack() {
  if ((await versionOf("wasm-pack")) === wasmPack) return;
  await step(`Building wasm-pack ${wasmPack} into .tools (once, some minutes)`, () =>
    capture("cargo", ["install", "--root", ".tools", "--locked", `wasm-pack@${wasmPack}`]),
  );
  if (!existsSync(join(root, ".tools/bin/wasm-pack")))
    throw new Error("cargo installed no wasm-pack");
}

async function versionOf(command) {
  try {
    const text = await capture(command, ["--version"], { env: toolPath });
    return /\d+\.\d+\.\d+/.exec(text)?.[0] ?? null;
  } catch {
    return null;
  }
}

function isOlder(version, than) {
  const [a, b] = [version, than].map((text) => text.split(".").map(Number));
  const at = [0, 1, 2].find((i) => (a[i] ?? 0) !== (b[i] ?? 0));
  return at !== undefined && (a[at] ?? 0) < (b[at] ?? 0);
}
