// Looks for what the project cannot set up by itself and names what is missing, with the one line
// that installs it. Installs nothing.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { capture, Instruction, root } from "../say.mjs";

const oldestNode = [20, 19];

/** Throws an Instruction that lists everything that is missing. */
export async function checkPrerequisites() {
  const missing = [];
  const need = async (present, what, how) => {
    if (!(await present)) missing.push(`  ${what}\n      ${how}`);
  };
  await need(
    nodeIsNewEnough(),
    `Node ${oldestNode.join(".")} or newer (this is ${process.version})`,
    hints.node,
  );
  await need(runs("npm", ["--version"]), "npm", hints.node);
  await need(runs("git", ["--version"]), "git", hints.git());
  await need(anyRuns(["cc", "gcc", "clang"]), "a C linker (cc)", hints.cc());
  await need(runs("rustup", ["--version"]), "Rust, through rustup", hints.rustup);
  if (missing.length > 0) throw new Instruction(`Missing on this machine:\n${missing.join("\n")}`);
}

/** The oldest Rust that the crate builds with, as Cargo.toml says. */
export function oldestRust() {
  const manifest = readFileSync(join(root, "Cargo.toml"), "utf8");
  const found = /^rust-version = "(.+)"$/m.exec(manifest);
  if (found === null) throw new Error("Cargo.toml has no rust-version");
  return found[1];
}

const mac = process.platform === "darwin";
const hints = {
  node: "see https://nodejs.org/en/download, or with nvm: nvm install 22",
  git: () => (mac ? "xcode-select --install" : "sudo apt-get install git"),
  cc: () => (mac ? "xcode-select --install" : "sudo apt-get install build-essential"),
  rustup: "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh",
};

function nodeIsNewEnough() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
}

async function anyRuns(commands) {
  for (const command of commands) if (await runs(command, ["--version"])) return true;
  return false;
}

async function runs(command, args) {
  try {
    await capture(command, args);
    return true;
  } catch {
    return false;
  }
}
