import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const room = (path: string): string => fileURLToPath(new URL(`./${path}/src/index.ts`, import.meta.url));

// Tests read the sources, not the build: a test must never pass on a stale dist.
export default defineConfig({
  resolve: {
    alias: {
      "@pavise/kernel": room("kernel"),
      "@pavise/models": room("models"),
      "@pavise/catalogue": room("catalogue"),
      "@pavise/lab": room("lab"),
      "@pavise/report": room("apps/report"),
    },
  },
  test: {
    include: ["**/src/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    testTimeout: 60_000,
  },
});
