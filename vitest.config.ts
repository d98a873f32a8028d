import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Vitest 5 reports failures with Map.groupBy, which Node 20 lacks: without it a failing run ends in
// a TypeError of the reporter instead of the failures.
Map.groupBy ??= <K, V>(items: Iterable<V>, keyOf: (item: V, index: number) => K): Map<K, V[]> => {
  const groups = new Map<K, V[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

const source = (path: string): string => fileURLToPath(new URL(`./${path}`, import.meta.url));
const room = (path: string): string => source(`${path}/src/index.ts`);

// Tests read the sources, not the build: a test must never pass on a stale dist.
export default defineConfig({
  resolve: {
    alias: {
      "@pavise/kernel": room("kernel"),
      "@pavise/models": room("models"),
      "@pavise/catalogue/packed": source("catalogue/src/packed.ts"),
      "@pavise/catalogue/packed-entries": source("catalogue/src/packed-entries.ts"),
      "@pavise/catalogue/packed-window": source("catalogue/src/packed-window.ts"),
      "@pavise/catalogue": room("catalogue"),
      "@pavise/lab": room("lab"),
      "@pavise/report": room("apps/report"),
    },
  },
  test: {
    include: ["**/src/**/*.test.ts"],
    // Checks of minutes run on purpose only; `npm test` says which it left out.
    exclude: [
      "**/node_modules/**",
      "**/dist/**",
      ...(process.env.PAVISE_LONG === "1" ? [] : ["**/*.long.test.ts"]),
    ],
    // By itself Vitest leaves one core idle: half of a machine that has two.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
