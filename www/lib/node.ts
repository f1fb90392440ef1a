// The entry for Node: the wasm is read from the disk, beside this file.

import { readFile } from "node:fs/promises";
import { load, type Source } from "./load.ts";

export * from "./onconflict.ts";

/** Loads the wasm once. Safe to call again and concurrently. */
export default function init(from?: Source): Promise<void> {
  return load(from, () => readFile(new URL("./engine/engine.wasm", import.meta.url)));
}
