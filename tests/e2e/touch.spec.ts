// For fingers everything that can be pressed is 44 px high and wide, with a long page of it all open.

import { expect, test } from "@playwright/test";

test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

const SQL = `CREATE TABLE t(id INTEGER PRIMARY KEY, k TEXT UNIQUE);
WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 300)
INSERT INTO t SELECT n, 'k' || n FROM c;
SELECT * FROM t;
INSERT INTO t VALUES (400, 'x'), (401, 'k7');
INSERT OR REPLACE INTO u VALUES (1) ON DUPLICATE KEY UPDATE a = 1;`;

test("controls are large enough", async ({ page }) => {
  await page.goto(`/#${new URLSearchParams({ lesson: "own", in: "sqlite", sql: SQL })}`);
  await expect(page.locator("on-conflict-player .sentence")).toContainText("k 'k7'");
  await page
    .getByRole("button", { name: /^What would other clauses do/ })
    .first()
    .click();
  await expect(page.locator("on-conflict-clauses table").first()).toBeVisible();
  const small = await page.evaluate(() => {
    const found: string[] = [];
    const look = (root: Document | ShadowRoot) => {
      for (const one of root.querySelectorAll("*")) {
        if (one.shadowRoot) look(one.shadowRoot);
        if (!one.matches("button, summary, label, input[type=range]")) continue;
        const { width, height } = one.getBoundingClientRect();
        if (width > 0 && (height < 44 || width < 44)) {
          found.push(`${one.textContent?.trim() || one.ariaLabel}: ${width} x ${height}`);
        }
      }
    };
    look(document);
    return found;
  });
  expect(small).toEqual([]);
});
