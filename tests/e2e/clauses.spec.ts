// Other clauses by keyboard: the focus is never lost, and Escape puts them away.

import type { Page } from "@playwright/test";
import { expect, test } from "@playwright/test";

/** What has the focus, through all shadow roots. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute("aria-label") ?? at?.textContent?.trim() ?? "";
  });
}

const OFFER = "What would other clauses do? Statement 3";

for (const width of [1440, 800, 390]) {
  test(`a clause is chosen and put away by keyboard at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/");
    const offer = page.locator("on-conflict-result").getByRole("button", { name: OFFER });
    const panel = page.locator("on-conflict-clauses");
    await offer.focus();
    await page.keyboard.press("Enter");
    await expect(panel.locator("table").first()).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    expect(await focused(page)).toBe(OFFER);

    await page.keyboard.press("Enter");
    await expect(panel.locator("table").first()).toBeVisible();
    await panel.getByRole("button", { name: "OR ROLLBACK" }).focus();
    await page.keyboard.press("Escape");
    await expect(panel).toHaveCount(0);
    expect(await focused(page)).toBe(OFFER);

    await page.keyboard.press("Enter");
    await panel.getByRole("button", { name: "OR ROLLBACK" }).focus();
    await page.keyboard.press("Enter");
    await expect(panel).toHaveCount(0);
    await expect.poll(() => focused(page)).toMatch(/^INSERT OR ROLLBACK INTO .*SQLITE_CONSTRAINT/);
  });
}
