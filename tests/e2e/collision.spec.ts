// Whatever the size of the tables and of the screen, the collision is in sight: the row in the way
// under the candidate, its entry in the index that decides, and on a phone before all else.

import type { Locator, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { write } from "./write.ts";

const LONG = "0".repeat(25);
const MANY = `CREATE TABLE docs (id INTEGER PRIMARY KEY, slug TEXT UNIQUE, body TEXT, tag TEXT UNIQUE,
  hash TEXT UNIQUE, lang TEXT UNIQUE);
CREATE TABLE other (id INTEGER PRIMARY KEY);
WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 150)
INSERT INTO docs SELECT n, 'slug-' || n || '${LONG}', '${LONG}', 't' || n, 'h' || n, 'l' || n FROM c;
INSERT INTO docs VALUES (500, 'slug-77${LONG}', 'x', 'tt', 'hh', 'll');
INSERT OR REPLACE INTO docs VALUES (501, 'zz', 'x', 't140', 'hh', 'll');`;

async function run(page: Page, sql: string) {
  await page.goto("/");
  await expect(page.locator("on-conflict-gates li.closed")).toBeVisible();
  await write(page, sql);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.locator(".notice")).toHaveCount(0);
}

/** Whether all of it can be seen, both on the screen and in the box that scrolls it. */
async function inSight(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const box = element.closest(".sheet")?.getBoundingClientRect();
    const floor = Math.min(window.innerHeight, box?.bottom ?? Number.POSITIVE_INFINITY);
    return top >= Math.max(0, box?.top ?? 0) && bottom <= floor;
  });
}

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
] as const) {
  test(`the entry and the row in the way are in sight at ${width} x ${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await run(page, MANY);
    const sentence = page.locator("on-conflict-player .sentence");
    await expect(sentence).toContainText("slug 'slug-77");
    const index = page.locator("on-conflict-index .sheet").first();
    await expect(index).toHaveAttribute("aria-label", "Index of docs on slug");
    const entry = index.locator("tr.hit");
    await expect(entry).toContainText("row 77");
    expect(await inSight(entry)).toBe(true);
    await page.getByRole("button", { name: "Next conflict" }).click();
    await expect(page.locator("on-conflict-index .sheet").first()).toHaveAttribute(
      "aria-label",
      "Index of docs on tag",
    );
    expect(await inSight(page.locator("on-conflict-index tr.hit"))).toBe(true);
    const row = page.locator("on-conflict-tables tr.hit");
    const cell = row.locator("td.asked");
    await expect(cell).toHaveText("t140");
    // Across as well as down.
    const [inner, outer] = await Promise.all([
      cell.boundingBox(),
      page.locator("on-conflict-tables .sheet").first().boundingBox(),
    ]);
    expect((inner?.x ?? 0) + (inner?.width ?? 0)).toBeLessThanOrEqual(
      (outer?.x ?? 0) + (outer?.width ?? 0) + 0.5,
    );
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
  });
}

test("long keys are not cut off, and the drawn links end at what can be seen", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await run(page, MANY);
  const key = page.locator("on-conflict-index tr.hit .key");
  await expect(key).toContainText("slug-77");
  const wide = await page
    .locator("on-conflict-index .sheet")
    .first()
    .evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth);
  expect(wide).toBe(0);
  const right = (box: { x: number; width: number } | null) => (box?.x ?? 0) + (box?.width ?? 0);
  const stage = await page.locator(".picture").boundingBox();
  for (const path of await page.locator("on-conflict-wires path[marker-end]").all()) {
    expect(right(await path.boundingBox())).toBeLessThanOrEqual(right(stage) + 20);
  }
});

test("a link follows what it points at when that is scrolled", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await run(page, MANY);
  const sheet = page.locator("on-conflict-index .sheet").first();
  const link = page.locator("on-conflict-wires path[marker-end]").first();
  await expect(link).toBeVisible();
  const before = await link.getAttribute("d");
  await sheet.evaluate((box) => {
    box.scrollTop = 0;
  });
  await expect(link).not.toHaveAttribute("d", before ?? "");
  const [drawn, box] = await Promise.all([link.boundingBox(), sheet.boundingBox()]);
  expect((drawn?.y ?? 0) + (drawn?.height ?? 0)).toBeLessThanOrEqual(
    (box?.y ?? 0) + (box?.height ?? 0),
  );
});

test("a collision after ten thousand rows is found; of a longer script it is said what is kept", async ({
  page,
}) => {
  const rows = (n: number, between = "") =>
    "CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT UNIQUE);\n" +
    `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${n}) ` +
    `INSERT INTO t SELECT n, 'v' || n FROM c;\n${between}INSERT INTO t VALUES (0, 'v777');`;
  await run(page, rows(10_000));
  await expect(page.locator("on-conflict-player .sentence")).toContainText("b 'v777' is already");
  // Where every row collides, none gives way.
  await write(page, rows(30_000, "INSERT OR IGNORE INTO t SELECT -a, b FROM t;\n"));
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.locator(".stage .notice")).toContainText("only its first 100,000 steps", {
    timeout: 15_000,
  });
  await expect(page.getByText("only its first 100,000 steps")).toHaveCount(1);
  await expect(page.locator("on-conflict-result .message")).toContainText(
    "UNIQUE constraint failed",
  );
  // A number of six digits stays whole, in the room that is its own.
  const number = page.locator("on-conflict-steps [aria-current] .n");
  await page.getByRole("button", { name: "Last step" }).click();
  await expect(number).toHaveText("100000");
  await expect(number).toHaveCSS("overflow-wrap", "normal");
  const room = await number.evaluate((n) => n.clientWidth - n.scrollWidth);
  expect(room).toBeGreaterThanOrEqual(0);
});

test("the row in the way stands under the candidate", async ({ page }) => {
  await page.goto("/");
  const rows = page.locator("on-conflict-gates .candidate tbody tr");
  await expect(rows.nth(0)).toContainText("testuser2");
  await expect(rows.nth(1).getByRole("rowheader")).toContainText("row 1");
  await expect(rows.nth(1).locator("td.asked")).toHaveText("test@example.com");
  const top = () =>
    page.locator("on-conflict-gates .track").evaluate((e) => e.getBoundingClientRect().top);
  const before = await top();
  await page.getByRole("button", { name: "Next step" }).click();
  await expect(rows.nth(1)).toHaveAttribute("aria-hidden", "true");
  expect(await top()).toBe(before);
});

test("on a phone a run folds the editor and brings its collision into sight", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await run(page, MANY);
  const summary = page.locator(".fold > summary");
  await expect(page.locator("on-conflict-editor")).toBeHidden();
  await expect(summary).toContainText("INSERT INTO docs VALUES (500");
  await expect(summary).toBeFocused();
  for (const part of [
    "on-conflict-player .sentence",
    "on-conflict-gates tr.held",
    "on-conflict-gates li.closed",
  ]) {
    expect(await inSight(page.locator(part)), part).toBe(true);
  }
  await page.keyboard.press("Enter");
  await expect(page.locator("on-conflict-editor .cm-content")).toBeVisible();
  // The order of reading: player, gates, result, tables.
  const tops = await Promise.all(
    ["player", "gates", "result", "tables", "index", "steps"].map(async (part) => {
      const box = await page.locator(`on-conflict-${part}`).boundingBox();
      return box?.y ?? 0;
    }),
  );
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
});

test("a script that cannot be read leaves the editor open on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await run(page, "SELEC 1;");
  await expect(page.getByRole("alert")).toContainText("syntax error");
  await expect(page.locator("on-conflict-editor .cm-content")).toBeVisible();
});

test("the bar of the player keeps its shape from step to step", async ({ page }) => {
  await run(page, MANY);
  const places = () =>
    page.locator("on-conflict-player .bar").evaluate((bar) =>
      [...bar.querySelectorAll("button, input")].map((control) => {
        const { x, y, width } = control.getBoundingClientRect();
        return [x, y, width];
      }),
    );
  const first = await places();
  expect(new Set(first.slice(0, 5).map(([, y]) => y)).size).toBe(1);
  for (const move of ["First step", "Next step", "Last step"]) {
    await page.getByRole("button", { name: move }).click();
    expect(await places()).toEqual(first);
  }
});

test("help hides nothing and Escape closes it", async ({ page }) => {
  await page.goto("/");
  const button = page.getByRole("button", { name: "Help: keys and signs" });
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  const help = page.getByRole("group", { name: "Help: keys and signs" });
  await expect(help).toContainText("the gate is closed");
  const [over, gates] = await Promise.all([
    help.boundingBox(),
    page.locator("on-conflict-gates").boundingBox(),
  ]);
  expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual(gates?.y ?? 0);
  await help.focus();
  await page.keyboard.press("Escape");
  await expect(help).toHaveCount(0);
  await expect(button).toBeFocused();
});

test("every colliding statement offers other clauses, which say why they fail", async ({
  page,
}) => {
  await page.goto("/");
  const offers = page.getByRole("button", { name: /^What would other clauses do\?/ });
  await expect(offers).toHaveCount(2);
  await offers.nth(1).click();
  const table = page.locator("on-conflict-clauses table").first();
  await expect(table.getByRole("columnheader")).toHaveText([
    "Clause",
    "What comes of it",
    "Rows after",
  ]);
  await expect(table.getByRole("row", { name: /^OR FAIL/ })).toContainText(
    "UNIQUE constraint failed: users.username",
  );
  await expect(table.getByRole("rowheader", { name: "OR FAIL" })).toBeVisible();
  // What was run is there to be read and copied, in the other databases too.
  await expect(table.locator("code").first()).toHaveText(/^INSERT INTO users/);
  await expect(page.locator("on-conflict-clauses")).toContainText(
    /VALUES \([^)]*\) AS new ON DUPLICATE KEY UPDATE/,
  );
  await expect(table.getByRole("row", { name: /^OR REPLACE/ })).toContainText(
    "Data lost: row 1 of users is deleted.",
  );
});

const WIDE_ROW = [
  "email",
  "username",
  "phone",
  "passport",
  "tax_number",
  "iban",
  "nickname",
  "badge",
];

for (const taken of ["badge", "passport", "email"]) {
  test(`of many gates the one that is closed is in view, with its branch: ${taken}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const row = (id: number) =>
      WIDE_ROW.map((name) => `'${name}-${name === taken ? 1 : id}'`).join(", ");
    const note = `A long note. ${"It goes on, in words of ordinary length. ".repeat(4)}`;
    await run(
      page,
      `CREATE TABLE person (${WIDE_ROW.map((name) => `${name} TEXT UNIQUE`).join(", ")}, note);
      INSERT INTO person VALUES (${row(1)}, '${note}'); INSERT INTO person VALUES (${row(2)}, '');`,
    );
    const gate = page.locator("on-conflict-gates li.closed");
    await expect(gate).toContainText(taken);
    const goal = taken === "email" ? [page.locator("on-conflict-gates .goal .table")] : [];
    const box = await page.locator("on-conflict-gates .track").boundingBox();
    const [left, right] = [box?.x ?? 0, (box?.x ?? 0) + (box?.width ?? 0)];
    for (const part of [gate, gate.locator(".branch"), gate.locator(".label"), ...goal]) {
      const own = await part.boundingBox();
      expect(own?.x ?? 0).toBeGreaterThanOrEqual(left - 1);
      expect((own?.x ?? 0) + (own?.width ?? 0)).toBeLessThanOrEqual(right + 1);
    }
    // A long value beside them makes no short one break.
    const cell = page.locator("on-conflict-tables tr.hit td.asked .value");
    expect((await cell.boundingBox())?.height).toBeLessThan(30);
  });
}

test("a long script lists what failed and its end, and all of it on demand", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const inserts = Array.from({ length: 400 }, (_, i) => `INSERT INTO t VALUES (${i % 399});`);
  await run(page, `CREATE TABLE t (a INTEGER PRIMARY KEY);\n${inserts.join("\n")}`);
  const list = page.locator("on-conflict-result");
  await expect(list.locator(".error")).toHaveCount(1);
  const before = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(before).toBeLessThan(3000);
  await list.getByRole("button", { name: "Show all 401" }).press("Enter");
  await expect(list.locator("li > button")).toHaveCount(401);
  await expect(list.locator("li > button").first()).toBeFocused();
});
