// The entry with the wasm inside: nothing is fetched or read.

import { base64 } from "./engine/base64.js";
import { load, type Source } from "./load.ts";

export * from "./onconflict.ts";

/** Loads the wasm once. Safe to call again and concurrently. */
export default function init(from?: Source): Promise<void> {
  return load(from, () => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}
