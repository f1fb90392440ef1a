// What options may hold: a name that is not known is an error rather than nothing.

/** Options as an object that has none but these names. */
export function options<T extends object>(given: T, names: readonly string[]): T {
  if (typeof given !== "object" || given === null) {
    throw new TypeError(`options must be an object; there are ${names.join(", ")}`);
  }
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue;
    throw new TypeError(`there is no option ${name}; there are ${names.join(", ")}`);
  }
  return given;
}
