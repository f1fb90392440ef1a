// Random scripts in the engine and in PGlite, compared statement by statement: rows, tags, notices
// and every field of errors. A script that differs is shortened before it is shown.
//
//   cargo build --release --example postgresql
//   node tests/postgresql/differential.mjs target/release/examples/postgresql
//
// DIFFERENTIAL=50000 runs so many statements, SEED=7 one script, FIRST_SEED=7 those from there on;
// SHOW_DIFFERENCES=5 goes on until so many differ. After those of the generator come recorded cases
// changed a little (tests/it/mutation.rs). MUTATED=50000 runs so many statements of those instead, with
// the golden scripts among them.

import { script } from "./generator.mjs";
import { compared, isUnsupported, openOurs, openTheirs } from "./pair.mjs";

const binary = process.argv[2];
const limit = Number(process.env.SHOW_DIFFERENCES ?? 1);
const only = process.env.SEED;
const first = Number(only ?? process.env.FIRST_SEED ?? 1);
const theirs = await openTheirs();
if (!theirs) {
  console.error("PGlite is not installed: nothing was compared with PostgreSQL");
  process.exit(0);
}
const ours = openOurs(binary);
const missing = new Map();
let different = 0;

/** Where two runs of a script differ first: number of the statement and both answers. */
async function difference(statements) {
  await theirs.reset();
  await ours.reset();
  for (const [number, sql] of statements.entries()) {
    const mine = await ours.run(sql);
    if (isUnsupported(mine)) {
      const { message } = mine.at(-1).error;
      missing.set(message, (missing.get(message) ?? 0) + 1);
      // Neither has done it. What a transaction did before goes back in both.
      await ours.run("ROLLBACK");
      await theirs.run("ROLLBACK");
      continue;
    }
    const [here, there] = compared(sql, mine, await theirs.run(sql));
    if (here !== there) return { number, here, there };
  }
  return undefined;
}

/** Leaves out every statement without which the last one still differs. */
async function shorten(statements, found) {
  let short = statements.slice(0, found.number + 1);
  let why = found;
  for (let at = short.length - 2; at >= 0; at -= 1) {
    const fewer = short.filter((_, number) => number !== at);
    const differs = await difference(fewer);
    if (differs?.number === fewer.length - 1) [short, why] = [fewer, differs];
  }
  return [short, why];
}

async function run(what, scriptOf, wanted) {
  let statements = 0;
  for (let seed = first; statements < wanted && different < limit; seed += 1) {
    const all = await scriptOf(seed);
    const found = await difference(all);
    statements += found ? found.number + 1 : all.length;
    if (found) {
      different += 1;
      const [short, { here, there }] = await shorten(all, found);
      console.log(`seed ${seed}:\n${short.join(";\n")};\n  here   ${here}\n  theirs ${there}\n`);
    }
    if (only) break;
  }
  console.log(`${what}: ${statements} statements`);
}

const mutated = process.env.MUTATED;
if (!mutated) await run("differential", script, Number(process.env.DIFFERENTIAL ?? 4000));
if (mutated || !(only || process.env.DIFFERENTIAL))
  await run("mutated", (seed) => ours.changed(seed, Boolean(mutated)), Number(mutated ?? 600));
console.log(`${different} differences`);
for (const [what, times] of missing) console.log(`  ${times} times not here: ${what}`);
ours.close();
await theirs.close();
process.exit(different > 0 ? 1 : 0);
