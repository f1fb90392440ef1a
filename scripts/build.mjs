// npm run build: the npm package in pkg/ and the page in dist/, ready to be published.

import { capture, main, say, step } from "./say.mjs";
import { setUp } from "./setup.mjs";
import { buildPackage } from "./steps/package.mjs";
import { toolPath } from "./steps/rust.mjs";
import { sizeTable } from "./steps/size.mjs";

await main(async () => {
  await setUp();
  await buildPackage();
  await step("Building the page", () => capture("vite", ["build"], { env: toolPath }));
  for (const line of sizeTable()) say(line);
});
