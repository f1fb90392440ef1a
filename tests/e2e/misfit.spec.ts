// What is pasted but cannot be read: it is said what it is, and where to go with it.

import { expect, test } from "@playwright/test";
import { write } from "./write.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("on-conflict-gates li.closed")).toBeVisible();
});

test("an error message leads to the lesson that shows such an error", async ({ page }) => {
  await page.getByRole("button", { name: "Yours" }).click();
  await write(page, "ERROR 1062 (23000): Duplicate entry '<b>a</b>' for key 'users.email'");
  await page.keyboard.press("ControlOrMeta+Enter");
  const advice = page.locator(".advice");
  await expect(advice).toContainText("This is an error message of MySQL, not SQL.");
  await advice.getByRole("button", { name: /Data entry/ }).click();
  await expect(page.getByRole("radio", { name: "MySQL" })).toBeChecked();
  await expect(page.locator("on-conflict-player .sentence")).toContainText("email");
  await expect(advice).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Run" })).toBeFocused();
});

test("a script with another database's clause can be run there", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const sql = `CREATE TABLE t (a INT PRIMARY KEY);
INSERT INTO t VALUES (1), (1) ON DUPLICATE KEY UPDATE a = 5;`;
  await write(page, sql);
  await page.keyboard.press("ControlOrMeta+Enter");
  const advice = page.locator(".advice");
  await expect(advice).toContainText("ON DUPLICATE KEY UPDATE belongs to MySQL; SQLite does not");
  await expect(advice).toBeInViewport();
  await advice.getByRole("button", { name: "Run it in MySQL" }).click();
  await expect(page.locator("on-conflict-player .sentence")).toContainText("a 1 is already in");
  await expect(page.locator(".cm-content")).toContainText("a = 5");
});
