// The version of the engine.

import { version as ofEngine } from "./engine/engine.js";
import { checkLoaded } from "./memory.ts";

/** The version of the engine that is loaded, as "0.1.0". */
export function version(): string {
  checkLoaded();
  return ofEngine();
}
