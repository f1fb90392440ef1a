// npm run size: what the built package weighs.

import { main, say } from "./say.mjs";
import { limit, sizeTable } from "./steps/size.mjs";

await main(async () => {
  for (const line of sizeTable()) say(line);
  say(`limit of wasm + glue, gzip: ${limit / 1000} kB`);
});
