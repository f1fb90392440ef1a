// Parameters as callers give them — a list, an object of names, or one by one — into the order that a
// statement numbers them.

import type { Params } from "./types.ts";
import { nameOf } from "./writer.ts";

/** The arguments of `run` and its like as one list or one object of names. */
export function paramsFrom(args: readonly unknown[]): readonly unknown[] | Params {
  const [first] = args;
  if (args.length !== 1) return args;
  if (Array.isArray(first)) return first;
  return isNamed(first) ? first : args;
}

/** An object of names; whatever else an object may be is a value, or an error as one. */
function isNamed(value: unknown): value is Record<string, never> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Values in the order of the statement's parameters, whose names are given with their marks. */
export function inOrder(
  params: readonly unknown[] | Params | undefined,
  names: readonly (string | null)[],
): readonly unknown[] {
  const values = params ?? [];
  if (Array.isArray(values)) {
    if (values.length !== names.length) throw wrongCount(names.length, values.length);
    return values;
  }
  if (!isNamed(values)) throw new TypeError("parameters must be an array or an object of names");
  return byName(values, names);
}

function byName(
  values: Readonly<Record<string, unknown>>,
  names: readonly (string | null)[],
): unknown[] {
  const keys = new Map(Object.keys(values).map((key) => [bare(key), key]));
  const used = new Set<string>();
  const list = names.map((name, at) => {
    if (name === null) {
      throw new TypeError(`${nameOf(at)} has no name: give the values in an array`);
    }
    const key = Object.hasOwn(values, name) ? name : keys.get(bare(name));
    if (key === undefined) throw new TypeError(`there is no value for parameter ${name}`);
    used.add(key);
    return values[key];
  });
  for (const key of keys.values()) {
    if (!used.has(key)) {
      const known = names.filter((name) => name !== null).join(", ") || "none";
      throw new TypeError(`the statement has no parameter ${key}; its parameters: ${known}`);
    }
  }
  return list;
}

function bare(name: string): string {
  return /^[:@$?]/.test(name) ? name.slice(1) : name;
}

function wrongCount(wanted: number, given: number): TypeError {
  const parameters = wanted === 1 ? "1 parameter" : `${wanted} parameters`;
  const values = given === 1 ? "1 value was" : `${given} values were`;
  return new TypeError(`the statement has ${parameters} and ${values} given`);
}
