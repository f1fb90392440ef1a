// A Chromium for the browser tests: the one that is there, or Debian's package when it may be
// installed, or an instruction.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { capture, Instruction, step } from "../say.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a Chromium or Chrome. */
export async function findChromium() {
  const found = await usable();
  if (found !== undefined) return found;
  const superuser = await becomeRoot();
  if (superuser !== null && onPath("apt-get") !== undefined) {
    await step("Installing Chromium from the distribution's packages", async () => {
      await capture(...command(superuser, ["apt-get", "update"]));
      await capture(...command(superuser, ["apt-get", "install", "--yes", "chromium"]));
    });
  }
  const installed = await usable();
  if (installed !== undefined) return installed;
  throw new Instruction(
    "The browser tests need Chromium or Chrome: sudo apt-get install chromium\n" +
      "(or set CHROME_PATH to the program you have; or leave them out: npm test -- --skip browser)",
  );
}

async function usable() {
  const candidates = [
    process.env.CHROME_PATH,
    ...names.map(onPath),
    ...elsewhere.filter(existsSync),
  ];
  for (const path of candidates) if (path !== undefined && (await answers(path))) return path;
  return undefined;
}

// A distribution may have a program of that name that only says how to install the real one.
async function answers(path) {
  try {
    return /Chrom/.test(await capture(path, ["--version"]));
  } catch {
    return false;
  }
}

/** What to put before a command to be root: nothing, sudo, or null when neither works. */
async function becomeRoot() {
  if (process.getuid?.() === 0) return [];
  try {
    await capture("sudo", ["-n", "true"]);
    return ["sudo", "-n"];
  } catch {
    return null;
  }
}

function command(prefix, words) {
  const [first, ...rest] = [...prefix, ...words];
  return [first, rest, { env: { DEBIAN_FRONTEND: "noninteractive" } }];
}

function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
