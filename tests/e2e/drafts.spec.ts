// Own scripts survive another lesson, another database and a reload.

import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { write } from "./write.ts";

const MINE = "CREATE TABLE mine (a INTEGER);";

function editor(page: Page) {
  return page.locator("on-conflict-editor .cm-content");
}

test("a script is there again, and can be given up for the lesson's", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("on-conflict-gates li.closed")).toBeVisible();
  const over = page.getByRole("button", { name: "Start over" });
  await expect(over).toHaveCount(0);
  await write(page, MINE);
  await expect(over).toBeVisible();
  await page.getByRole("button", { name: "Import" }).click();
  await expect(editor(page)).toContainText("SKU123");
  await expect(over).toHaveCount(0);
  // What is undone here was never written here.
  await editor(page).press("ControlOrMeta+z");
  await expect(editor(page)).toContainText("SKU123");
  await page.getByRole("button", { name: "Data entry" }).click();
  await expect(editor(page)).toHaveText(MINE);
  await page.reload();
  await expect(editor(page)).toHaveText(MINE);
  await expect(page.locator("on-conflict-tables caption")).toContainText("mine");
  await over.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Run" })).toBeFocused();
  await expect(editor(page)).toContainText("CREATE TABLE users");
  await expect(over).toHaveCount(0);
  await page.reload();
  await expect(editor(page)).toContainText("CREATE TABLE users");
});

test("where there is no storage, the page itself remembers", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get() {
        throw new Error("not here");
      },
    });
  });
  await page.goto("/");
  await write(page, MINE);
  await page.getByRole("button", { name: "Import" }).click();
  await page.getByRole("button", { name: "Data entry" }).click();
  await expect(editor(page)).toHaveText(MINE);
});
