// Random scripts in the engine and in PGlite, compared statement by statement: rows, tags, notices
// and every field of errors. A script that differs is shortened before it is shown.
//
//   cargo build --release --example postgresql
//   node tests/postgresql/differential.mjs target/release/examples/postgresql
//
// DIFFERENTIAL=50000 runs so many statements, SEED=7 one script; SHOW_DIFFERENCES=5 goes on until
// so many differ.

import { script } from "./generator.mjs";
import { isUnsupported, openOurs, openTheirs, shown } from "./pair.mjs";

const binary = process.argv[2];
const wanted = Number(process.env.DIFFERENTIAL ?? 4000);
const limit = Number(process.env.SHOW_DIFFERENCES ?? 1);
const theirs = await openTheirs();
if (!theirs) {
  console.error("PGlite is not installed: nothing was compared with PostgreSQL");
  process.exit(0);
}
const ours = openOurs(binary);

/** Where two runs of a script differ first: number of the statement and both answers. */
async function difference(statements) {
  await theirs.reset();
  await ours.reset();
  for (const [number, sql] of statements.entries()) {
    const mine = await ours.run(sql);
    if (isUnsupported(mine)) return { number, unsupported: mine.at(-1).error.message };
    const [here, there] = [shown(mine), shown(await theirs.run(sql))];
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
    if (differs && !differs.unsupported && differs.number === fewer.length - 1)
      [short, why] = [fewer, differs];
  }
  return [short, why];
}

let [statements, cut, differences] = [0, 0, 0];
const missing = new Map();
const only = process.env.SEED;
for (
  let seed = Number(only ?? process.env.FIRST_SEED ?? 1);
  statements < wanted && differences < limit;
  seed += 1
) {
  const all = script(seed);
  const found = await difference(all);
  statements += found ? found.number + 1 : all.length;
  if (found?.unsupported) {
    cut += 1;
    missing.set(found.unsupported, (missing.get(found.unsupported) ?? 0) + 1);
  } else if (found) {
    differences += 1;
    const [short, why] = await shorten(all, found);
    console.log(
      `seed ${seed}:\n${short.join(";\n")};\n  here   ${why.here}\n  theirs ${why.there}\n`,
    );
  }
  if (only) break;
}
console.log(
  `differential: ${statements} statements, ${cut} scripts cut short, ${differences} differences`,
);
for (const [what, times] of missing) console.log(`  ${times} times: ${what}`);
ours.close();
await theirs.close();
process.exit(differences > 0 ? 1 : 0);
