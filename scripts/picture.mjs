// npm run picture: takes the README's picture from the built page (npm run build makes it).

import { chromium } from "@playwright/test";
import { preview } from "vite";
import { main, root, say } from "./say.mjs";
import { findChromium } from "./steps/chromium.mjs";

const file = "docs/playground.png";

await main(async () => {
  const server = await preview({ root, preview: { port: 4175, strictPort: true } });
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(server.resolvedUrls.local[0]);
    await page.waitForLoadState("networkidle");
    await page.screenshot({ path: `${root}/${file}`, animations: "disabled" });
    say(`wrote ${file}`);
  } finally {
    await browser.close();
    await server.close();
  }
});
