import { readdirSync } from "node:fs";
import type { Adapter } from "./adapter.ts";
import type { Adapters } from "./runner.ts";

interface AdapterModule {
  adapters?: Record<string, Adapter>;
  calculators?: Record<string, Adapter>;
}

function add(into: Record<string, Adapter>, from: Record<string, Adapter>, module: string): void {
  for (const [name, adapter] of Object.entries(from)) {
    if (into[name] !== undefined) throw new Error(`${module}: a second adapter for ${name}`);
    into[name] = adapter;
  }
}

/** Everything in `adapters/`: a file that lies there takes part, without being listed anywhere. */
export async function shippedAdapters(): Promise<Adapters> {
  const folder = new URL("./adapters/", import.meta.url);
  const found: Adapters = { adapters: {}, calculators: {} };
  const names = readdirSync(folder).filter(
    (name) => /\.[jt]s$/.test(name) && !/\.(d|test)\.ts$/.test(name),
  );
  for (const name of names.sort()) {
    const module = (await import(new URL(name, folder).href)) as AdapterModule;
    add(found.adapters, module.adapters ?? {}, name);
    add(found.calculators, module.calculators ?? {}, name);
  }
  return found;
}
