// npm start: sets everything up, builds the engine and serves the page on localhost.

import { spawn } from "node:child_process";
import { main, root, say } from "./say.mjs";
import { setUp } from "./setup.mjs";
import { buildPackage } from "./steps/package.mjs";
import { toolPath } from "./steps/rust.mjs";
import { sizeTable } from "./steps/size.mjs";

await main(async () => {
  await setUp();
  if (await buildPackage()) for (const line of sizeTable()) say(`  ${line}`);
  say("· Serving the page; Ctrl+C ends it");
  const server = spawn("vite", process.argv.slice(2), {
    cwd: root,
    env: { ...process.env, ...toolPath },
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
  await new Promise((resolve, reject) => {
    server.on("error", reject);
    server.on("close", (code) => {
      process.exitCode = code ?? 0;
      resolve();
    });
  });
});
