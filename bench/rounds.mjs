// Runs a line on all engines in turns, so that what disturbs the machine disturbs all alike, and
// takes medians. Every run is checked; a wrong answer ends the benchmark.

import { performance } from "node:perf_hooks";

// Up to here a first turn is not counted: compiling the code would be most of it.
const warmUpTo = 10_000;

/** µs a row by engine: the median of the rounds, of the engine's fastest way. */
export function measureLine(line, engines, rows, rounds) {
  const runs = engines.flatMap((engine) =>
    line.ways(engine).map((way) => ({ engine, way, times: [] })),
  );
  if (rows <= warmUpTo) for (const run of runs) once(line, run, rows);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < runs.length; turn += 1) {
      const run = runs[(turn + round) % runs.length];
      run.times.push(once(line, run, rows));
    }
  }
  const result = {};
  for (const { engine, way, times } of runs) {
    const time = median(times) / line.count(rows);
    if (result[engine.name] === undefined || time < result[engine.name].time) {
      result[engine.name] = { time, way };
    }
  }
  return result;
}

/** The middle value, or the mean of the two. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function once(line, { engine, way }, rows) {
  const db = engine.open();
  try {
    const { timed, check } = line.prepare(db, rows, way);
    globalThis.gc?.();
    const began = performance.now();
    timed();
    const microseconds = (performance.now() - began) * 1000;
    check();
    return microseconds;
  } catch (error) {
    error.message = `${engine.name}, ${line.name}, ${rows} rows: ${error.message}`;
    throw error;
  } finally {
    db.close();
  }
}
