// What the house's commands print, and how they run others: a title, a sign of life while it takes
// long, the time at the end, and the full output only when it went wrong.

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The folder of the project: every command runs there, wherever it was started. */
export const root = fileURLToPath(new URL("..", import.meta.url));

const heartbeat = 10_000;

/** Prints a line for a person to read. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** A command that ended with an error; `output` is all it printed. */
export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.output = output;
  }
}

/** Something the reader has to do; printed without a stack. */
export class Instruction extends Error {}

/** Runs a command quietly and returns what it printed. Throws CommandFailed. */
export function capture(command, args = [], { env = {}, input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env } });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new CommandFailed([command, ...args].join(" "), signal ?? code, output));
    });
    child.stdin.end(input);
  });
}

/** Waits for `work` and meanwhile says now and then that it goes on. */
export async function withSignOfLife(work) {
  const began = Date.now();
  const tell = () => say(`  still working, ${Math.round((Date.now() - began) / 1000)} s`);
  const timer = setInterval(tell, heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Does one long step: says that it began, that it goes on, and how long it took. */
export async function step(title, work) {
  const began = Date.now();
  say(`· ${title} …`);
  const result = await withSignOfLife(work);
  say(`  done, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return result;
}

/** Runs the main function of a command; an error ends it with a message that can be acted on. */
export async function main(body) {
  try {
    await body();
  } catch (error) {
    if (error instanceof CommandFailed) process.stderr.write(error.output);
    const expected = error instanceof CommandFailed || error instanceof Instruction;
    process.stderr.write(`\n${expected ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}
