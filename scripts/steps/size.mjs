// How many bytes of the package a browser loads, and the limit they must keep.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { root } from "../say.mjs";

/** Bytes that the engine and its glue may take, gzipped. Wanted is 300,000 with all three dialects
 * whole; what makes it grow is worth a line in the log. */
export const limit = 1_255_000;

/** Raw, gzip and brotli bytes of the wasm, its glue, and both. */
export function measure() {
  const wasm = sizes("pkg/engine/engine.wasm");
  const glue = sizes("pkg/engine/engine.js");
  const both = Object.fromEntries(Object.keys(wasm).map((way) => [way, wasm[way] + glue[way]]));
  return { wasm, glue, "wasm + glue": both };
}

/** The same as a table of lines. */
export function sizeTable() {
  const rows = Object.entries(measure()).map(([name, { raw, gzip, brotli }]) =>
    [
      name.padEnd(12),
      ...[raw, gzip, brotli].map((n) => `${(n / 1000).toFixed(1)} kB`.padStart(10)),
    ].join(""),
  );
  return [
    `${"".padEnd(12)}${["raw", "gzip", "brotli"].map((way) => way.padStart(10)).join("")}`,
    ...rows,
  ];
}

function sizes(path) {
  const bytes = readFileSync(join(root, path));
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes).length,
  };
}
