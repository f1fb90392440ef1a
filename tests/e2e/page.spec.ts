// What a browser is needed for: the page opens at its collision, keys walk, edits run, nothing is
// ever taken for markup.

import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { write } from "./write.ts";

let complaints: string[] = [];

test.beforeEach(async ({ page }) => {
  complaints = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "localhost") complaints.push(request.url());
  });
  await page.goto("/");
  await expect(slider(page)).toBeVisible();
});

test.afterEach(() => {
  expect(complaints).toEqual([]);
});

function slider(page: Page) {
  return page.getByRole("slider", { name: "Steps" });
}

function sentence(page: Page) {
  return page.locator("on-conflict-player .sentence");
}

test("a fresh load shows the first lesson at its closed gate", async ({ page }) => {
  await expect(page.getByRole("heading", { name: "Data entry" })).toBeVisible();
  await expect(sentence(page)).toContainText("email 'test@example.com' is already in");
  await expect(sentence(page)).toContainText("held by row 1");
  const gate = page.locator("on-conflict-gates li.gate.closed");
  await expect(gate).toContainText("UNIQUE");
  await expect(gate).toContainText("email");
  await expect(gate).toContainText("ABORT");
  await expect(gate.locator(".branch")).toContainText("stop with an error");
  await expect(page.locator("on-conflict-index tr.hit")).toContainText("'test@example.com'");
  await expect(page.locator("on-conflict-tables tr.hit")).toContainText("testuser1");
  const current = page.locator("on-conflict-steps [aria-current=step]");
  await current.scrollIntoViewIfNeeded();
  await expect(current).toBeInViewport({ ratio: 1 });
});

test("arrow keys walk as soon as the page is there, and in the player", async ({ page }) => {
  const at = Number(await slider(page).inputValue());
  await page.keyboard.press("ArrowRight");
  await expect(slider(page)).toHaveValue(String(at + 1));
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(slider(page)).toHaveValue(String(at - 1));
  await page.getByRole("button", { name: "Run" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(slider(page)).toHaveValue(String(at));
  await slider(page).focus();
  await page.keyboard.press("Home");
  await expect(slider(page)).toHaveValue("1");
  await page.keyboard.press("c");
  await expect(slider(page)).toHaveValue(String(at));
  await page.keyboard.press("PageDown");
  await expect(sentence(page)).toContainText("new row arrives");
  await page.keyboard.press("End");
  await expect(page.getByRole("button", { name: "Next step" })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

test("the slider says its step in words, and a step that was asked for is announced", async ({
  page,
}) => {
  await expect(page.getByRole("status")).toHaveText("");
  await slider(page).fill("1");
  await expect(slider(page)).toHaveAttribute(
    "aria-valuetext",
    /^Step 1 of \d+: Statement 1: CREATE TABLE users/,
  );
  await expect(page.getByRole("status")).toHaveText(
    /^Step 1 of \d+\. Statement 1: CREATE TABLE users/,
  );
});

test("edited SQL runs by key and opens at its own collision", async ({ page }) => {
  await write(
    page,
    "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT UNIQUE);\n" +
      "INSERT INTO t VALUES (1, 'x');\nINSERT OR REPLACE INTO t VALUES (2, 'x');",
  );
  await expect(page.getByText("The script has changed since this run.")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(sentence(page)).toContainText(
    "The statement says REPLACE: delete row 1, then go on",
  );
  await expect(page.locator("on-conflict-editor .decides")).toContainText("REPLACE");
  await page.getByRole("button", { name: "Next step" }).click();
  await page.getByRole("button", { name: "Last step" }).click();
  await expect(page.locator("on-conflict-tables tbody tr")).toHaveCount(1);
  await expect(page.locator("on-conflict-tables tbody")).toContainText("x");
});

test("a syntax error is shown with its place, in the script too", async ({ page }) => {
  await write(page, "SELECT 1;\nSELEC 2;");
  await page.getByRole("button", { name: "Run" }).click();
  await expect(page.getByRole("alert")).toContainText("syntax error");
  await expect(page.getByRole("alert")).toContainText("line 2, column 1");
  await expect(page.locator("on-conflict-editor .error")).toHaveText("SELEC");
});

test("another database runs the lesson in its own words", async ({ page }) => {
  const message = page.locator("on-conflict-result .message").first();
  await page.getByRole("radio", { name: "PostgreSQL" }).check({ force: true });
  await expect(message).toContainText("duplicate key value violates");
  await page.getByRole("radio", { name: "MySQL" }).check({ force: true });
  await expect(message).toContainText("Duplicate entry");
});

test("a statement of several rows shows them at a glance, and each leads to its steps", async ({
  page,
}) => {
  await page.getByRole("button", { name: "Import" }).click();
  await expect(sentence(page)).toContainText("sku 'SKU123' is already in");
  const rows = page.getByRole("navigation", { name: "Rows of this statement" });
  await expect(rows.getByRole("button")).toHaveCount(3);
  await expect(rows.getByRole("button", { name: "3rd row: failed" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  await rows.getByRole("button", { name: "1st row: inserted" }).click();
  await expect(sentence(page)).toContainText("The 1st new row of 3 arrives");
  await page.getByRole("button", { name: "Next conflict" }).click();
  await page.getByRole("button", { name: "Next conflict" }).click();
  await expect(sentence(page)).toContainText("The statement says DO UPDATE: update the row");
});

test("text is never markup", async ({ page }) => {
  const evil = "<img src=x onerror=alert(1)>";
  await write(
    page,
    `CREATE TABLE "${evil}" (a TEXT UNIQUE);\n` +
      `INSERT INTO "${evil}" VALUES ('${evil}');\nINSERT INTO "${evil}" VALUES ('${evil}');`,
  );
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(sentence(page)).toContainText(evil);
  await expect(page.locator("on-conflict-tables tbody")).toContainText(evil);
  await expect(page.locator("img")).toHaveCount(0);
});

test("the theme can be chosen and is kept", async ({ page }) => {
  const button = page.getByRole("button", { name: /^Theme/ });
  await button.click();
  await button.click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("other clauses are tried, and one of them takes the statement's place", async ({ page }) => {
  await page.getByRole("button", { name: "What would other clauses do? Statement 3" }).click();
  const tried = page.locator("on-conflict-clauses");
  await expect(tried.getByRole("row", { name: /^OR IGNORE/ })).toContainText("1 ignored");
  await expect(tried.getByRole("row", { name: /^OR ROLLBACK/ })).toContainText(
    "error, transaction rolled back",
  );
  await expect(tried.getByRole("heading", { name: "MySQL" })).toBeVisible();
  await tried.getByRole("button", { name: "OR REPLACE" }).press("Enter");
  await expect(sentence(page)).toContainText("The statement says REPLACE: delete row 1");
  await expect(page.locator("on-conflict-editor .cm-content")).toContainText("INSERT OR REPLACE");
});

test("an index's card says of which table it is where there are several", async ({ page }) => {
  const cards = page.locator("on-conflict-index caption");
  await expect(cards.first()).not.toContainText("of users");
  // Its name can still be read there; in the sentence stands what it is of.
  await expect(cards.first()).toContainText("sqlite_autoindex_users_1");
  await expect(sentence(page)).toContainText("already in the unique index of email");
  await write(
    page,
    "CREATE TABLE a (x TEXT UNIQUE); CREATE TABLE b (x TEXT UNIQUE);\n" +
      "INSERT INTO a VALUES ('1'); INSERT INTO b VALUES ('1'); INSERT INTO b VALUES ('1');",
  );
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(cards).toContainText([/^\s*x of b ·/, /^\s*x of a ·/]);
});
