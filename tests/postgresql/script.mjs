// Runs a file of SQL, statements separated by `;;` and databases by `RESET`, in the engine and in
// PGlite, and shows every difference: node tests/postgresql/script.mjs engine-binary file.sql [all].
// A statement may begin with its parameters: `-- $ [1, "a"]`.

import { readFileSync } from "node:fs";
import { openOurs, openTheirs, plain, shown } from "./pair.mjs";

const [binary, file, all] = process.argv.slice(2);
const theirs = await openTheirs();
if (!theirs) {
  console.error("PGlite is not installed; nothing was compared");
  process.exit(1);
}
const ours = openOurs(binary);
let [same, different] = [0, 0];
for (const sql of readFileSync(file, "utf8")
  .split(";;")
  .map((s) => s.trim())
  .filter(Boolean)) {
  if (sql === "RESET") {
    await theirs.reset();
    await ours.reset();
    continue;
  }
  const params = JSON.parse(/^-- \$ (.*)/.exec(sql)?.[1] ?? "[]");
  const [a, b] = [shown(await ours.run(sql, params)), shown(await theirs.run(sql, params))].map(
    plain,
  );
  if (a === b) {
    same += 1;
    if (all) console.log(`= ${sql}\n    ${a}`);
    continue;
  }
  different += 1;
  console.log(`! ${sql}\n    here   ${a}\n    theirs ${b}`);
}
console.log(`${same} the same, ${different} different`);
ours.close();
await theirs.close();
