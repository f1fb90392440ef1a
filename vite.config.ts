// The page: index.html at the top, built into dist/. The same configuration runs the web unit tests.

import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  server: { host: "localhost", port: 5173 },
  preview: { host: "localhost", port: 4173 },
  build: { target: "es2022" },
  test: { include: ["tests/{www,lib}/**/*.test.ts"] },
});
