// The engines by name. Our own may not be built; then the peers are measured without it.

import * as onconflict from "./onconflict.mjs";
import * as sqliteWasm from "./sqlite-wasm.mjs";
import * as sqljs from "./sqljs.mjs";

/** Every engine, ours first. */
export const engines = [onconflict, sqljs, sqliteWasm];

/** The engines that load, each with `open`; `missing` says why ours does not. */
export async function loadEngines() {
  const loaded = [];
  let missing = null;
  for (const engine of engines) {
    try {
      loaded.push({ ...engine, open: await engine.load() });
    } catch (error) {
      if (engine !== onconflict) throw error;
      missing = `onconflict is not measured: ${error.message.split("\n")[0]}. Build it with: npm run build`;
    }
  }
  return { loaded, missing };
}
