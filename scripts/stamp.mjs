// Skips what is already done: a step's inputs are hashed, and the hash is kept beside the tools.

import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { root } from "./say.mjs";

/** Runs `work` unless `outputs` exist and nothing of `inputs` (files, folders, words) has changed. */
export async function unlessDone(name, { inputs, words = [], outputs }, work) {
  const file = join(root, ".tools/stamps", name);
  const wanted = fingerprint(inputs, words);
  const present = outputs.every((output) => existsSync(join(root, output)));
  if (present && existsSync(file) && readFileSync(file, "utf8") === wanted) return false;
  rmSync(file, { force: true });
  await work();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
  return true;
}

function fingerprint(inputs, words) {
  const hash = createHash("sha256");
  for (const word of words) hash.update(`${word}\0`);
  for (const path of inputs.flatMap(filesOf)) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  }
  return hash.digest("hex");
}

function filesOf(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
