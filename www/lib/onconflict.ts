// What every entry of the package offers once the wasm is loaded.

export { Database } from "./database.ts";
export { SqlError } from "./error.ts";
export type { Source } from "./load.ts";
export type { Statement } from "./statement.ts";
export type * from "./types.ts";
export { version } from "./version.ts";
export type { Matrix, MatrixCell, MatrixColumn, MatrixOptions } from "./whatif/matrix.ts";
