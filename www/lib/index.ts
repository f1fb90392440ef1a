// The entry for browsers: the wasm is fetched from beside this file.

import { load, type Source } from "./load.ts";

export * from "./onconflict.ts";

/** Loads the wasm once. Safe to call again and concurrently. */
export default function init(from?: Source): Promise<void> {
  return load(from, () => new URL("./engine/engine.wasm", import.meta.url));
}
