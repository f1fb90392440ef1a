// The engine works beside the page: what runs away can be stopped, and the page lives on meanwhile.

import { expect, test } from "@playwright/test";
import { write } from "./write.ts";

const ENDLESS =
  "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c;";

test.beforeEach(async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("on-conflict-editor .cm-content")).toBeVisible();
  await expect(page.locator("on-conflict-gates li.closed")).toBeVisible();
});

test("a runaway script is stopped by its button, and the next run works", async ({ page }) => {
  const stop = page.getByRole("button", { name: "Stop", exact: true });
  await expect(stop).toBeHidden();
  await write(
    page,
    `CREATE TABLE t (a UNIQUE);\nINSERT INTO t VALUES (1);\n${ENDLESS}\nDROP TABLE t;`,
  );
  await page.getByRole("button", { name: "Run" }).click();
  await expect(stop).toBeVisible();
  await expect(page.getByRole("status")).toContainText("Running");
  // The page answers while the engine is at work.
  await page.getByRole("button", { name: "First step" }).click();
  await expect(page.getByRole("slider")).toHaveValue("1");
  await stop.focus();
  await page.keyboard.press("Enter");
  await expect(stop).toBeHidden();
  await expect(page.locator(".notice")).toContainText("Looking how far it gets");
  await expect(page.getByRole("button", { name: "Run" })).toBeFocused();
  // What had finished is there, and the statement that had not is named.
  await expect(page.locator(".notice")).toContainText("You see how far it gets");
  await expect(page.getByRole("status")).toContainText("Stopped");
  const statements = page.locator("on-conflict-result li");
  await expect(statements).toHaveCount(3);
  await expect(statements.nth(1)).toContainText("1 inserted");
  await expect(statements.nth(2)).toContainText(
    "Stopped: this statement takes longer than 1 second.",
  );
  await page.getByRole("button", { name: "Last step" }).click();
  await expect(page.locator("on-conflict-tables caption").first()).toContainText("t 1 row");

  await write(page, "CREATE TABLE after_it (a INTEGER);");
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.locator("on-conflict-tables caption").first()).toContainText("after_it");
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("Escape stops it from the editor", async ({ page }) => {
  await write(page, ENDLESS);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".notice")).toContainText("Stopped");
  await expect(page.locator("on-conflict-editor .cm-content")).toBeFocused();
});

test("a new run takes the place of one that is under way", async ({ page }) => {
  await write(page, ENDLESS);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("button", { name: "Stop", exact: true })).toBeVisible();
  await write(page, "CREATE TABLE second (a INTEGER);");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.locator("on-conflict-tables caption").first()).toContainText("second");
});

test("trying clauses can be stopped, which leaves the run as it was", async ({ page }) => {
  await write(
    page,
    `CREATE TABLE t (a INTEGER PRIMARY KEY);\nINSERT INTO t VALUES (1);\nINSERT INTO t ${ENDLESS.replace(
      "FROM c)",
      "FROM c WHERE n < 3000000)",
    )}`,
  );
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.locator("on-conflict-result li")).toHaveCount(3);
  await page.locator("on-conflict-result li").last().getByRole("button").first().click();
  await page.getByRole("button", { name: "What would other clauses do?" }).last().click();
  const stop = page.locator("on-conflict-clauses").getByRole("button", { name: "Stop" });
  await stop.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("on-conflict-clauses")).toContainText("Stopped");
  const close = page.getByRole("button", { name: "Close" });
  await expect(close).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("on-conflict-clauses")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Statement 3$/ })).toBeFocused();
  await expect(page.locator("on-conflict-tables caption")).toContainText("t 1 row");
});

test("a runaway script that is there again after a reload can be stopped", async ({ page }) => {
  const stop = page.getByRole("button", { name: "Stop", exact: true });
  await write(page, ENDLESS);
  await page.reload();
  await expect(stop).toBeVisible();
  await expect(page.locator(".stage .notice")).toContainText("Running");
  await expect(page.getByText("There is nothing to step through.")).toHaveCount(0);
  await stop.click();
  await expect(page.locator(".notice")).toContainText("Stopped");
  await page.locator("on-conflict-editor").click();
  await write(page, "CREATE TABLE after_it (a INTEGER);");
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.locator("on-conflict-tables caption").first()).toContainText("after_it");
});
