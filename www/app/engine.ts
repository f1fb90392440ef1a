// The page's one door to the engine, which works in a worker (worker.ts). One question at a time: a
// new one ends what is under way, and so does stop(). A worker is ended by force, so that a
// runaway statement cannot refuse; the next one starts from the wasm that is compiled already.

import wasm from "../lib/engine/engine.wasm?url";
import { notLoaded, TEXT } from "../text.ts";
import type { AnswerTo, Question, Reply, Request } from "./protocol.ts";

/** What a question ends with whose worker was ended. */
export class Stopped extends Error {}

let compiled: Promise<WebAssembly.Module> | undefined;
let worker: Worker | undefined;
/** Ends the question under way. */
let abandon: ((why: Stopped) => void) | undefined;
/** What to do should the worker be unable to start or go on. */
let fail: ((message: string) => void) | undefined;

/** Begins to load the engine, so that it is there by the first question. */
export function prepare(): void {
  worker ??= startWorker();
  void module().catch(() => {});
}

/** Rejects with Stopped when it was stopped, and with what it says if the engine breaks. */
export async function ask<R extends Request>(request: R): Promise<AnswerTo<R>> {
  stop();
  let end = (_why: Stopped): void => {};
  const stopped = new Promise<never>((_, reject) => {
    end = reject;
  });
  abandon = end;
  try {
    const wasm = await Promise.race([stopped, module()]);
    return (await Promise.race([stopped, tell({ request, module: wasm })])) as AnswerTo<R>;
  } finally {
    if (abandon === end) abandon = undefined;
  }
}

/** Ends the question under way, if there is one. */
export function stop(): void {
  if (abandon === undefined) return;
  discard();
  abandon(new Stopped());
  abandon = undefined;
  prepare();
}

function tell(question: Question): Promise<unknown> {
  worker ??= startWorker();
  const at = worker;
  return new Promise((resolve, reject) => {
    fail = (message) => {
      // What trapped stays broken.
      discard();
      reject(new Error(message));
    };
    at.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === "done") resolve(data.answer);
      else fail?.(data.message);
    };
    at.postMessage(question);
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  started.onerror = ({ message }) => {
    if (worker !== started) return;
    worker = undefined;
    fail?.(message || TEXT.noWorker);
  };
  return started;
}

function discard(): void {
  worker?.terminate();
  worker = undefined;
  fail = undefined;
}

function module(): Promise<WebAssembly.Module> {
  compiled ??= compile().catch((error: unknown) => {
    compiled = undefined;
    throw error;
  });
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  const response = await fetch(wasm).catch((why: unknown) => {
    throw new Error(notLoaded(why instanceof Error ? why.message : String(why)));
  });
  if (!response.ok) throw new Error(notLoaded(`${response.status} ${response.statusText}`.trim()));
  // A server that does not know the type of wasm serves it as something else.
  const typed = response.headers.get("Content-Type")?.startsWith("application/wasm");
  return typed
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
