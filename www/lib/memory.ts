// The memory of the wasm as typed arrays, renewed whenever it has grown; and whether the wasm still
// works. The only module that holds either.

let memory: WebAssembly.Memory | undefined;
let failure: unknown;

/** Bytes. Call `renew` before a use that follows a call of the engine. */
export let bytes = new Uint8Array(0);
/** Doubles. */
export let doubles = new Float64Array(0);
/** 64-bit integers. */
export let integers = new BigInt64Array(0);

/** Takes the memory of the wasm that was loaded. */
export function setMemory(loaded: WebAssembly.Memory): void {
  memory = loaded;
  view();
}

/** Looks at the memory again if it has grown: the old buffer is then detached and empty. */
export function renew(): void {
  if (bytes.byteLength === 0) view();
}

function view(): void {
  if (memory === undefined) return;
  bytes = new Uint8Array(memory.buffer);
  doubles = new Float64Array(memory.buffer);
  integers = new BigInt64Array(memory.buffer);
}

/** Throws a plain sentence when there is no wasm to work with. */
export function checkLoaded(): void {
  if (memory === undefined) {
    throw new Error("onconflict is not loaded yet: await init() before you open a database");
  }
}

/** Marks the wasm as unusable; `why` is what it threw. */
export function setBroken(why: unknown): void {
  failure ??= why;
}

/** What made the wasm unusable, if anything did. */
export function broken(): unknown {
  return failure;
}
