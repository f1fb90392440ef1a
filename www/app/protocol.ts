// What the page and its worker say to each other: plain data, one answer to each question.

import type { Dialect, Failure, Matrix, Schema, Trace } from "../state/trace.ts";

export interface RunRequest {
  readonly kind: "run";
  readonly dialect: Dialect;
  readonly sql: string;
  /** Only as far as it gets before a statement that takes long. */
  readonly brief: boolean;
}

/** What a statement that comes after `before` would do with other clauses and in other databases. */
export interface TryRequest {
  readonly kind: "try";
  readonly dialect: Dialect;
  readonly before: string;
  readonly sql: string;
}

export type Request = RunRequest | TryRequest;

export interface RunAnswer {
  readonly trace: Trace;
  readonly schema: Schema;
  /** The first error of the script. */
  readonly error: Failure | null;
}

export type AnswerTo<R extends Request> = R extends RunRequest ? RunAnswer : Matrix;

/** A question with the wasm to answer it with, which the page has compiled once for all workers. */
export interface Question {
  readonly request: Request;
  readonly module: WebAssembly.Module;
}

export type Reply =
  | { readonly kind: "done"; readonly answer: RunAnswer | Matrix }
  | { readonly kind: "broke"; readonly message: string };
