// A link shows whoever opens it the same script at the same step.

import { expect, test } from "@playwright/test";
import { write } from "./write.ts";

const SQL = "CREATE TABLE t (a TEXT UNIQUE);\nINSERT INTO t VALUES ('x&y'), ('x&y');";

test("a link leads to the same script, database and step", async ({ page, browser }) => {
  await page.goto("/");
  await expect(page.locator("on-conflict-gates li.closed")).toBeVisible();
  await page.getByRole("radio", { name: "PostgreSQL" }).check({ force: true });
  await write(page, SQL);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.locator("on-conflict-player .sentence")).toContainText("a 'x&y' is already");
  await page.getByRole("button", { name: "Previous step" }).click();
  await page.getByRole("button", { name: "Copy link" }).press("Enter");
  await expect(page.locator(".runbar .over")).toHaveText([
    /^Start over/,
    /^(Link copied|The link)/,
  ]);
  const words = (await page.locator("on-conflict-player .sentence").textContent()) ?? "";
  const step = await page.getByRole("slider").inputValue();

  const other = await (await browser.newContext()).newPage();
  const asked: string[] = [];
  other.on("request", (request) => asked.push(request.url()));
  await other.goto(page.url());
  await expect(other.getByRole("radio", { name: "PostgreSQL" })).toBeChecked();
  await expect(other.locator("on-conflict-player .sentence")).toHaveText(words);
  await expect(other.getByRole("slider")).toHaveValue(step);
  await expect(other.locator("on-conflict-editor .cm-content")).toContainText("'x&y'");
  expect(asked.filter((url) => url.includes("CREATE"))).toEqual([]);

  // What is written there is not hidden by the link when the page is loaded again.
  await write(other, "CREATE TABLE other (a INTEGER);");
  await expect(other.getByText("The script has changed since this run.")).toBeVisible();
  await other.reload();
  await expect(other.locator("on-conflict-tables caption")).toContainText("other");
});

test("a link by hand may name no lesson", async ({ page }) => {
  await page.goto("/#in=mysql&sql=CREATE+TABLE+byhand+(a+int)");
  await expect(page.getByRole("radio", { name: "MySQL" })).toBeChecked();
  await expect(page.locator("on-conflict-tables caption")).toContainText("byhand");
  // Another database and back: the link is not lost.
  await page.getByRole("radio", { name: "SQLite" }).check({ force: true });
  await page.goBack();
  await expect(page.getByRole("radio", { name: "MySQL" })).toBeChecked();
  await expect(page.locator("on-conflict-editor .cm-content")).toContainText("byhand");
});

test("Back leads to the lesson and the database before, with what was written there", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.locator("on-conflict-gates li.closed")).toBeVisible();
  await write(page, "CREATE TABLE mine (a INTEGER);");
  await page.getByRole("radio", { name: "PostgreSQL" }).check({ force: true });
  await page.getByRole("button", { name: "Import" }).click();
  const current = page.locator(".lessons [aria-current]");
  await expect(current).toContainText("Import");
  await page.goBack();
  await expect(current).toContainText("Data entry");
  await expect(page.getByRole("radio", { name: "PostgreSQL" })).toBeChecked();
  await page.goBack();
  await expect(page.getByRole("radio", { name: "SQLite" })).toBeChecked();
  await expect(page.locator("on-conflict-editor .cm-content")).toContainText("mine");
  await page.goForward();
  await expect(page.getByRole("radio", { name: "PostgreSQL" })).toBeChecked();
});
