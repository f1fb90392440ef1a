// Everything that must be there before anything can be built, in order.

import { installPackages } from "./steps/packages.mjs";
import { checkPrerequisites } from "./steps/prerequisites.mjs";
import { installRust, installWasmPack } from "./steps/rust.mjs";

/** Checks the machine and installs the project's own tools. A second time takes no time. */
export async function setUp() {
  await checkPrerequisites();
  await installPackages();
  await installRust();
  await installWasmPack();
}
