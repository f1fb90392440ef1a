// The programs in examples/ print what real SQLite would have them print, and the README's example
// prints what its remarks say.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as onconflict from "onconflict";

const skip = onconflict.Database === undefined ? "the package has no Database yet" : false;

const printed = {
  "data-entry": `
test@example.com, testuser1: created as user 1
test@example.com, testuser2: UNIQUE constraint failed: users.email
test2@example.com, testuser1: UNIQUE constraint failed: users.username
1 row remains; the last id given is 1, the failed rows used up none`,

  concurrency: `
One counter for both:
writer A, user1: created
writer A, user2: created
writer A, user3: created
writer B, user4: created
writer B, user5: created
writer B, user6: created
Both look before either writes:
writer A, user1: created
writer B, user1: UNIQUE constraint failed: users.username
writer A, user2: created
writer B, user2: UNIQUE constraint failed: users.username
writer A, user3: created
writer B, user3: UNIQUE constraint failed: users.username
Both write, and the index decides:
writer A, user1: created
writer B, user2: created
writer A, user3: created
writer B, user4: created
writer A, user5: created
writer B, user6: created`,

  import: `
INSERT, row by row
  SKU123, Laptop: inserted
  SKU124, Monitor: inserted
  SKU123, Keyboard: UNIQUE constraint failed: products.sku
  the table: 1 SKU123 Laptop, 2 SKU124 Monitor
INSERT OR IGNORE, row by row
  SKU123, Laptop: inserted
  SKU124, Monitor: inserted
  SKU123, Keyboard: ignored
  the table: 1 SKU123 Laptop, 2 SKU124 Monitor
INSERT OR REPLACE, row by row
  SKU123, Laptop: inserted
  SKU124, Monitor: inserted
  SKU123, Keyboard: replaced
  the table: 2 SKU124 Monitor, 3 SKU123 Keyboard
INSERT ON CONFLICT(sku) DO UPDATE SET name = excluded.name, row by row
  SKU123, Laptop: inserted
  SKU124, Monitor: inserted
  SKU123, Keyboard: updated
  the table: 1 SKU123 Keyboard, 2 SKU124 Monitor
INSERT OR FAIL, all rows in one statement, after a row of the same transaction
  UNIQUE constraint failed: products.sku
  the transaction is open
  the table: 1 SKU100 Desk, 2 SKU123 Laptop, 3 SKU124 Monitor
INSERT OR ABORT, all rows in one statement, after a row of the same transaction
  UNIQUE constraint failed: products.sku
  the transaction is open
  the table: 1 SKU100 Desk
INSERT OR ROLLBACK, all rows in one statement, after a row of the same transaction
  UNIQUE constraint failed: products.sku
  the transaction is gone
  the table: empty
Found before loading
  SKU123 stands 2 times in the file`,
};

for (const [name, expected] of Object.entries(printed)) {
  test(`examples/${name}.mjs`, { skip }, () => {
    const program = fileURLToPath(new URL(`../../examples/${name}.mjs`, import.meta.url));
    const output = execFileSync(process.execPath, [program], { encoding: "utf8" });
    assert.equal(output.trim(), expected.trim());
  });
}

test("the example in the README", { skip }, () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const program = /```js\n(.*?)```/s.exec(readme)[1];
  const said = [...program.matchAll(/\/\/ +→ (.+)$/gm)].map(([, text]) => text);
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd,
    encoding: "utf8",
  });
  assert.ok(said.length > 3);
  let from = 0;
  for (const text of said) {
    const at = output.indexOf(text, from);
    assert.notEqual(at, -1, `not printed: ${text}\n${output}`);
    from = at + text.length;
  }
});
