// Tables, indexes and results of any length can be looked through to the end.

import { expect, test } from "@playwright/test";

const SQL = `CREATE TABLE t(id INTEGER PRIMARY KEY, k TEXT UNIQUE);
WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 30000)
INSERT INTO t SELECT n, 'k' || n FROM c;
SELECT * FROM t;
INSERT INTO t VALUES (40000, 'k7777');`;

test("every row can be paged to by keyboard, and a step brings the list back", async ({ page }) => {
  await page.goto(`/#${new URLSearchParams({ lesson: "own", in: "sqlite", sql: SQL })}`);
  // The rows without trouble give way, so that the collision after them is there.
  await expect(page.locator("on-conflict-player .sentence")).toContainText("held by row 7777");
  const pager = page.locator("on-conflict-tables .pager");
  await expect(pager).toContainText("7,727 to 7,826 of 30,000");
  const next = pager.getByRole("button", { name: "Next page" });
  await expect(next).toHaveAccessibleName("Next page: 7,827 to 7,926");
  await next.focus();
  await page.keyboard.press("Enter");
  await expect(pager).toContainText("7,827 to 7,926 of 30,000");
  await expect(page.locator("on-conflict-tables tbody tr").first()).toContainText("k7827");
  await expect(next).toBeFocused();
  await pager.getByRole("button", { name: "Last page" }).click();
  await expect(page.locator("on-conflict-tables tbody tr").last()).toContainText("k30000");
  await expect(next).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Previous step" }).click();
  await expect(pager).toContainText("7,727 to 7,826 of 30,000");

  const result = page.locator("on-conflict-result");
  await expect(result.locator(".sheet")).toContainText("k1");
  await result.getByRole("button", { name: "Last page" }).click();
  await expect(result.locator("tbody tr").last()).toContainText("k30000");
  const index = page.locator("on-conflict-index .pager").first();
  await index.getByRole("button", { name: "First page" }).click();
  await expect(page.locator("on-conflict-index tbody tr").first()).toContainText("'k1'");
});
