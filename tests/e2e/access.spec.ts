// The page for those who do not see it, do not use a mouse, or have little room.

import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import type { AxeResults } from "axe-core";
import { write } from "./write.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

async function audit(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: AXE });
  const found = await page.evaluate(async (): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    return axe.run(document, { resultTypes: ["violations"] });
  });
  return found.violations.flatMap((v) =>
    v.nodes.map((node) => `${v.id}: ${node.target.flat().join(" ")}: ${node.failureSummary}`),
  );
}

async function open(page: Page) {
  await page.goto("/");
  await expect(page.locator("on-conflict-editor .cm-content")).toBeVisible();
  await expect(page.locator("on-conflict-gates li.closed")).toBeVisible();
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`the audit finds nothing in ${colorScheme}, at the gate and at the end`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await open(page);
    expect(await audit(page)).toEqual([]);
    await page.getByRole("button", { name: "Last step" }).click();
    expect(await audit(page)).toEqual([]);
  });
}

for (const width of [320, 720, 1440]) {
  test(`nor with everything open at ${width} px, and when the script has been edited`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page);
    await page.getByRole("button", { name: "Help: keys and signs" }).click();
    await page
      .getByRole("button", { name: /^What would other clauses do/ })
      .first()
      .click();
    await expect(page.locator("on-conflict-clauses table").first()).toBeVisible();
    expect(await audit(page)).toEqual([]);
    expect(await tooSmall(page)).toEqual([]);
    await page.locator("on-conflict-editor .cm-content").press("a");
    await expect(page.getByText("The script has changed since this run.")).toBeVisible();
    expect(await audit(page)).toEqual([]);
  });
}

/** What a finger would miss: less than 24 px either way. */
async function tooSmall(page: Page): Promise<string[]> {
  const targets = await page.locator("button, summary, input[type=range]").all();
  const found: string[] = [];
  for (const target of targets) {
    const box = await target.boundingBox();
    if (box !== null && Math.min(box.width, box.height) < 24) {
      found.push(await target.evaluate((element) => element.outerHTML));
    }
  }
  return found;
}

test("by keyboard alone: out of the editor, run, step, pick a step from the list", async ({
  page,
}) => {
  await open(page);
  await page.locator("on-conflict-editor .cm-content").focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Run" })).toBeFocused();
  await page.keyboard.press("Enter");
  const next = page.getByRole("button", { name: "Next step" });
  for (let i = 0; i < 20 && !(await focused(next)); i++) await page.keyboard.press("Tab");
  await expect(next).toBeFocused();
  const before = await page.getByRole("slider").inputValue();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("slider")).toHaveValue(String(Number(before) + 1));
  const current = page.locator("on-conflict-steps [aria-current=step]");
  for (let i = 0; i < 20 && !(await focused(current)); i++) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("slider")).toHaveValue(before);
  await expect(current).toBeFocused();
});

async function focused(target: ReturnType<Page["locator"]>): Promise<boolean> {
  return target.evaluate((element) => {
    const root = element.getRootNode();
    return (
      (root instanceof ShadowRoot || root instanceof Document) && root.activeElement === element
    );
  });
}

test("where the full editor cannot be loaded, the plain field runs as well", async ({ page }) => {
  await page.route("**/codemirror*", (route) => route.abort());
  await page.goto("/");
  const field = page.getByRole("textbox", { name: "SQL script" });
  await expect(page.locator("on-conflict-gates li.closed")).toBeVisible();
  await field.fill("CREATE TABLE plain (a TEXT UNIQUE);");
  await field.press("ControlOrMeta+Enter");
  await expect(page.locator("on-conflict-tables caption").first()).toContainText("plain");
});

for (const part of ["**/*.wasm", "**/worker*"]) {
  test(`where ${part} cannot be loaded, the page says so, and a run tries again`, async ({
    page,
  }) => {
    await page.route(part, (route) => route.abort());
    await page.goto("/");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(/The SQL engine \(engine\.wasm\) could|The worker in which/);
    await page.unroute(part);
    await alert.getByRole("button", { name: "Try again" }).press("Enter");
    await expect(page.getByRole("button", { name: "Run" })).toBeFocused();
    await expect(page.locator("on-conflict-gates li.closed")).toBeVisible();
  });
}

for (const width of [320, 360, 768, 1440]) {
  test(`nothing is wider than a page of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  });
}

test("with motion reduced nothing moves", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await open(page);
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
});

test("a lesson is called by its title, and which one is open is told", async ({ page }) => {
  await open(page);
  const lessons = page.getByRole("navigation", { name: "Lessons" });
  const first = lessons.getByRole("button", { name: "Data entry", exact: true });
  await expect(first).toHaveAttribute("aria-current", "true");
});

test("where the system chooses the colours, the chosen database is told by more than weight", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await open(page);
  const ground = (name: string) =>
    page
      .locator("on-conflict-dialects label", { hasText: name })
      .evaluate((label) => getComputedStyle(label).backgroundColor);
  expect(await ground("SQLite")).not.toBe(await ground("MySQL"));
  const ink = await page.evaluate(() => getComputedStyle(document.body).color);
  await expect(page.locator("on-conflict-wires path[marker-end]").first()).toHaveCSS("stroke", ink);
});

test("on a phone no key is named beside Run, and a stopped run is told of there", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await expect(page.locator(".runbar .keys")).toBeHidden();
  await write(
    page,
    "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c;",
  );
  await page.getByRole("button", { name: "Run" }).click();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.locator(".script .notice.stopped")).toBeVisible();
  await expect(page.locator(".stage .notice")).toHaveCount(0);
});
