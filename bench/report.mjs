// Prints the figures as tables, and beside each what is wanted and whether it holds.

const us = "onconflict";
const names = [us, "sql.js", "sqlite-wasm"];

/** One table per size: µs a row by engine, and our ratio to the peers. */
export function printLines(say, rows, timed) {
  say(`${rows.toLocaleString("en")} rows, µs a row`);
  say(columns("", [...names, "us/fastest", "us/sql.js", "wanted", ""]));
  for (const { line, times } of timed) {
    const peers = Object.entries(times).filter(([name]) => name !== us);
    const fastest = Math.min(...peers.map(([, { time }]) => time));
    const ratios = {
      fastest: ratio(times[us]?.time, fastest),
      "sql.js": ratio(times[us]?.time, times["sql.js"].time),
    };
    const cells = names.map((name) => times[name]?.time.toFixed(2) ?? "–");
    const { wanted } = line;
    const limit = wanted === null ? "" : `≤ ${wanted.ratio.toFixed(2)} ${wanted.to}`;
    const shown = [ratios.fastest, ratios["sql.js"]].map((value) => value?.toFixed(2) ?? "–");
    say(
      columns(line.name, [...cells, ...shown, limit, verdict(ratios[wanted?.to], wanted?.ratio)]),
    );
  }
  for (const text of waysTaken(timed)) say(text);
  say("");
}

/** How much dearer a row is in the largest table than in the smallest. */
export function printGrowth(say, lines, sizes) {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (least === most || lines.length === 0) return;
  say(`growth: time a row at ${most} rows / at ${least} rows (an index's: at most sql.js's, or 2)`);
  say(columns("", [...names, ""]));
  for (const { name, rows, times } of lines.filter((line) => line.rows === most)) {
    if (rows !== most) continue;
    const small = lines.find((line) => line.name === name && line.rows === least);
    const growth = names.map((engine) => ratio(times[engine]?.time, small.times[engine]?.time));
    const held = verdict(growth[0], Math.max(2, growth[1]));
    say(columns(name, [...growth.map((value) => value?.toFixed(2) ?? "–"), held]));
  }
  say("");
}

/** Bytes to download. */
export function printSizes(say, sizes) {
  say("download, wasm and its JavaScript as shipped, kB");
  say(columns("", ["raw", "gzip", "brotli", "wanted", ""]));
  for (const { name, raw, gzip, brotli } of sizes) {
    const cells = [raw, gzip, brotli].map((bytes) => (bytes / 1000).toFixed(1));
    const own = name === us ? ["gzip < 200", verdict(gzip, 199_999)] : [];
    say(columns(name, [...cells, ...own]));
  }
  say("");
}

/** Time to the first answer. */
export function printStart(say, starts) {
  say("import to the first answer in a fresh Node, ms");
  for (const { name, milliseconds } of starts) say(columns(name, [milliseconds.toFixed(1)]));
  say("");
}

/** Growth of the wasm memory and of the buffers beside it. */
export function printMemory(say, memory) {
  say(`memory grown by ${memory[0]?.rows.toLocaleString("en")} rows, bytes a row`);
  say(columns("", ["wasm", "outside it", "wanted", ""]));
  for (const { name, wasm, outside, rows } of memory) {
    const own = name === us ? ["wasm ≤ 250", verdict(wasm / rows, 250)] : [];
    say(columns(name, [...[wasm, outside].map((bytes) => (bytes / rows).toFixed(0)), ...own]));
  }
}

function waysTaken(timed) {
  const bulk = timed.filter(({ line }) => line.name.endsWith("bulk"));
  return bulk.map(({ line, times }) => {
    const taken = names
      .filter((name) => times[name] !== undefined)
      .map((name) => `${name} ${times[name].way}`);
    return `  ${line.name}: ${taken.join(", ")}`;
  });
}

const ratio = (a, b) => (a === undefined || b === undefined ? undefined : a / b);
const verdict = (value, limit) =>
  value === undefined || limit === undefined ? "" : value <= limit ? "holds" : "MISSED";

function columns(head, cells) {
  return [head.padEnd(24), ...cells.map((cell) => cell.padStart(16))].join("").trimEnd();
}
