// Loads the wasm once, from wherever it is given or else from where this entry keeps it. Knows
// neither files nor addresses: index.ts, node.ts and inline.ts say where to look.

import initGlue from "./engine/engine.js";
import { setMemory } from "./memory.ts";
import { options } from "./options.ts";

/** Where the wasm comes from when it is not beside the package. */
export interface Source {
  module?: WebAssembly.Module;
  bytes?: BufferSource;
  url?: string | URL;
  response?: Response | Promise<Response>;
}

const sourceNames = ["module", "bytes", "url", "response"];

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
  const { module, bytes, url, response } = options(from ?? {}, sourceNames);
  const source = module ?? bytes ?? url ?? response ?? (await usual());
  try {
    const { memory } = await initGlue({ module_or_path: source });
    setMemory(memory);
  } catch (error) {
    if (!(source instanceof URL || typeof source === "string")) throw error;
    throw new Error(
      `there is no engine to be had from ${source}; a bundler must leave the wasm beside the package ` +
        '(Vite: optimizeDeps.exclude: ["onconflict"]), or import "onconflict/inline", which carries it',
      { cause: error },
    );
  }
}
