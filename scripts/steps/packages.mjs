// The npm packages of the lock file, installed when it changed.

import { capture, step } from "../say.mjs";
import { unlessDone } from "../stamp.mjs";

/** Makes node_modules agree with package-lock.json. */
export async function installPackages() {
  const about = { inputs: ["package-lock.json"], outputs: ["node_modules/.package-lock.json"] };
  await unlessDone("packages", about, () =>
    step("Installing npm packages", () => capture("npm", ["ci", "--no-audit", "--no-fund"])),
  );
}
