// npm run bench: onconflict beside sql.js and SQLite's own wasm, in one run, with the limits that the
// project has set itself (MISSED says that one is not kept).
//
//   --rows 1000,10000     table sizes            --lines insert,lookup   lines whose name has the word
//   --rounds 5            turns of each line     --json                  the figures as JSON
//   --help                this
//
// Beside the lines that are timed there are "size", "start" and "memory".

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import "./memories.mjs";
import { downloads } from "./downloads.mjs";
import { loadEngines } from "./engines/all.mjs";
import { lines } from "./lines.mjs";
import { printGrowth, printLines, printMemory, printSizes, printStart } from "./report.mjs";
import { measureLine, median } from "./rounds.mjs";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000,10000,100000" },
    lines: { type: "string", default: "" },
    rounds: { type: "string" },
    json: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  const [about] = readFileSync(import.meta.filename, "utf8").split("\n\n");
  process.stdout.write(`${about.replaceAll(/^\/\/ ?/gm, "")}\n`);
  process.exit(0);
}
const sizes = values.rows.split(",").map(Number);
const wanted = (name) => values.lines.split(",").some((word) => name.includes(word));
const roundsFor = (rows) =>
  Number(values.rounds ?? (rows >= 100_000 ? 3 : rows >= 10_000 ? 7 : 15));
const memoryRows = 1_000_000;

const { loaded, missing } = await loadEngines();
const say = (line) => values.json || process.stdout.write(`${line}\n`);
if (missing !== null) say(`${missing}\n`);

const figures = { lines: [] };
for (const rows of sizes) {
  const timed = [];
  for (const line of lines.filter(({ name }) => wanted(name))) {
    timed.push({ line, rows, times: measureLine(line, loaded, rows, roundsFor(rows)) });
  }
  if (timed.length > 0) printLines(say, rows, timed);
  figures.lines.push(...timed.map(({ line, ...rest }) => ({ name: line.name, ...rest })));
}
printGrowth(say, figures.lines, sizes);
if (wanted("size")) {
  figures.sizes = downloads(loaded);
  printSizes(say, figures.sizes);
}
if (wanted("start")) {
  figures.start = startTimes();
  printStart(say, figures.start);
}
if (wanted("memory")) {
  figures.memory = loaded.map(({ name }) => ({ name, ...fresh("memory", name, memoryRows) }));
  printMemory(say, figures.memory);
}
if (values.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);

function startTimes() {
  const times = loaded.map(({ name }) => ({ name, all: [] }));
  for (let round = 0; round < 7; round += 1) {
    for (const { name, all } of times) all.push(fresh("start", name).milliseconds);
  }
  return times.map(({ name, all }) => ({ name, milliseconds: median(all) }));
}

function fresh(what, name, ...rest) {
  const program = fileURLToPath(new URL("fresh.mjs", import.meta.url));
  const file = name === "sql.js" ? "sqljs" : name;
  const output = execFileSync(process.execPath, [
    "--expose-gc",
    program,
    what,
    file,
    ...rest.map(String),
  ]);
  return JSON.parse(output.toString());
}
