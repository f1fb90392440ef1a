// Remembers every WebAssembly memory that comes into being after this module is loaded, since the
// engines do not all show theirs. To be imported before any engine.

const memories = new Set();

/** Bytes of all memories so far. */
export const memoryBytes = () =>
  [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

const { instantiate, Instance } = WebAssembly;

WebAssembly.instantiate = async (source, imports) => {
  const result = await instantiate(source, imports);
  note(result.instance ?? result, imports);
  return result;
};

WebAssembly.Instance = new Proxy(Instance, {
  construct(target, [module, imports]) {
    const instance = new target(module, imports);
    note(instance, imports);
    return instance;
  },
});

function note(instance, imports) {
  const imported = Object.values(imports ?? {}).flatMap((names) => Object.values(names));
  for (const value of [...imported, ...Object.values(instance.exports)]) {
    if (value instanceof WebAssembly.Memory) memories.add(value);
  }
}
