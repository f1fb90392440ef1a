// What a browser downloads of each engine: its wasm and the JavaScript that drives it.

import { readFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** Raw, gzip and brotli bytes of wasm and JavaScript together, by engine. */
export function downloads(engines) {
  return engines.map(({ name, files }) => {
    const parts = [...files.wasm, ...files.js].map((path) =>
      readFileSync(new URL(`../${path}`, import.meta.url)),
    );
    const total = (weigh) => parts.reduce((sum, part) => sum + weigh(part).length, 0);
    return {
      name,
      raw: total((part) => part),
      gzip: total((part) => gzipSync(part, { level: 9 })),
      brotli: total((part) => brotliCompressSync(part)),
    };
  });
}
