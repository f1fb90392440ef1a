// Loads the wasm once, from wherever it is given or else from where this entry keeps it. Knows
// neither files nor addresses: index.ts, node.ts and inline.ts say where to look.

import initGlue from "./engine/engine.js";
import { setMemory } from "./memory.ts";

/** Where the wasm comes from when it is not beside the package. */
export interface Source {
  module?: WebAssembly.Module;
  bytes?: BufferSource;
  url?: string | URL;
  response?: Response | Promise<Response>;
}

/** What an entry finds by itself. */
export type Found = WebAssembly.Module | BufferSource | URL;

let loading: Promise<void> | undefined;

/** Loads the wasm unless it is loaded or being loaded; after a failure it may be tried again. */
export function load(from: Source | undefined, usual: () => Found | Promise<Found>): Promise<void> {
  loading ??= start(from, usual).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function start(from: Source | undefined, usual: () => Found | Promise<Found>): Promise<void> {
  const given = from?.module ?? from?.bytes ?? from?.url ?? from?.response;
  const { memory } = await initGlue({ module_or_path: given ?? (await usual()) });
  setMemory(memory);
}
