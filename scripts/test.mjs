// npm test: everything that must hold, part by part. One line a part, the full output of a part only
// when it fails, and at the end one line of totals over all of them.
//
//   npm test -- --only rust          groups or parts, separated by commas
//   npm test -- --skip browser
//   npm test -- --list

import { parseArgs } from "node:util";
import { parts } from "./parts.mjs";
import { CommandFailed, Instruction, main, say, withSignOfLife } from "./say.mjs";
import { setUp } from "./setup.mjs";

await main(async () => {
  const wanted = choose(parts);
  if (wanted === null) return;
  await setUp();
  const results = [];
  for (const part of wanted) {
    const result = await run(part);
    report(part, result);
    results.push(result);
  }
  const passed = sum(results.map((result) => result.passed));
  const failed = sum(results.map((result) => result.failed));
  say(`\n${passed} passed, ${failed} failed`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
});

function choose(all) {
  const values = asked();
  if (values.list) {
    for (const part of all) say(`${part.group.padEnd(9)}${part.name}`);
    return null;
  }
  const named = (list, part) =>
    list.split(",").some((word) => [part.group, part.name].includes(word));
  const known = [...new Set(all.flatMap((part) => [part.group, part.name]))];
  for (const word of [values.only, values.skip].flatMap((list) => list?.split(",") ?? [])) {
    if (!known.includes(word))
      throw new Instruction(`No part is called "${word}"; there is: ${known.join(", ")}`);
  }
  const kept = all
    .filter((part) => values.only === undefined || named(values.only, part))
    .filter((part) => values.skip === undefined || !named(values.skip, part));
  if (kept.length === 0) throw new Instruction("Nothing is left to test.");
  const needed = new Set(kept.flatMap((part) => [part.name, ...(part.needs ?? [])]));
  return all.filter((part) => needed.has(part.name));
}

// A runner that found no tests has failed, and so has one that reports only passes but ends with an error.
async function run(part) {
  const began = Date.now();
  const done = (counts) => ({ ...counts, seconds: (Date.now() - began) / 1000 });
  try {
    const output = await withSignOfLife(part.run);
    const counts = part.count === undefined ? { passed: 1, failed: 0 } : part.count(output);
    if (counts.passed + counts.failed > 0) return done({ ...counts, output });
    return done({ passed: 0, failed: 1, output: `${output}\nIt ran no tests.` });
  } catch (error) {
    if (!(error instanceof CommandFailed || error instanceof Instruction)) throw error;
    const output = error instanceof CommandFailed ? error.output : error.message;
    const { passed, failed } = part.count?.(output) ?? { passed: 0, failed: 1 };
    return done({ passed, failed: Math.max(failed, 1), output });
  }
}

function report(part, { passed, failed, seconds, output }) {
  const count =
    part.count === undefined ? "" : `${passed} passed${failed > 0 ? `, ${failed} failed` : ""}`;
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  say(`${failed > 0 ? "FAIL" : "ok  "} ${part.name.padEnd(22)}${time}   ${count}`.trimEnd());
  for (const [, test, why] of output.matchAll(/^ok \d+ - (.+) # SKIP (.+)$/gm)) {
    say(`     skipped: ${test}: ${why}`);
  }
  if (failed > 0) say(`${output.trimEnd()}\n`);
}

function sum(numbers) {
  return numbers.reduce((total, n) => total + n, 0);
}

function asked() {
  const options = { only: { type: "string" }, skip: { type: "string" }, list: { type: "boolean" } };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Instruction(`${error.message.split(".")[0]}; there are --only, --skip and --list`);
  }
}
