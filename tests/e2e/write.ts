// What several browser tests do to the page.

import type { Page } from "@playwright/test";

/** Puts a script into the full editor, once that has been loaded. */
export async function write(page: Page, sql: string): Promise<void> {
  await page.locator("on-conflict-editor .cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(sql);
}
