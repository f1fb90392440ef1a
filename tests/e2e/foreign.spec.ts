// A foreign key that is not kept is a collision like others: opened at, marked, red, and reached by
// the next conflict.

import { expect, test } from "@playwright/test";
import { write } from "./write.ts";

const SQL = `CREATE TABLE p (id INTEGER PRIMARY KEY);
CREATE TABLE k (pid INTEGER REFERENCES p (id));
INSERT INTO p VALUES (1);
INSERT INTO k VALUES (99);
INSERT INTO k VALUES (1);
DELETE FROM p;`;

test("a script opens at the foreign key that is not kept, and each is a conflict", async ({
  page,
}) => {
  await page.goto("/");
  await expect(page.locator("on-conflict-gates li.closed")).toBeVisible();
  await page.getByRole("radio", { name: "PostgreSQL" }).check({ force: true });
  await write(page, SQL);
  await page.keyboard.press("ControlOrMeta+Enter");
  const sentence = page.locator("on-conflict-player .sentence");
  await expect(sentence).toContainText("No row of p has id 99, which the foreign key asks for.");
  await expect(sentence).toHaveClass(/blocked/);
  await expect(page.locator("on-conflict-player .tick")).toHaveCount(2);
  const gate = page.locator("on-conflict-gates li.gate.closed");
  await expect(gate).toContainText("FOREIGN KEY");
  await expect(gate).toContainText("→ p (id)");
  await expect(page.locator("on-conflict-gates td.asked")).toHaveText("99");
  await expect(page.getByRole("button", { name: /^Show its \d+ steps$/ })).toHaveCount(2);
  await expect(
    page.getByRole("button", { name: "What would other clauses do? Statement 4" }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Next conflict" }).click();
  await expect(sentence).toContainText("The row with id 1 of p is still referred to by (1).");
  await expect(sentence).toHaveClass(/blocked/);
});
