import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { figureCss, themeCss } from "@pavise/report";
import { defineConfig, type Plugin } from "vite";
import { parse } from "yaml";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Colours, sizes and faces are those of the report: its tokens become the first style sheet. */
function tokens(): Plugin {
  return {
    name: "pavise-tokens",
    transform: (code, id) =>
      id.endsWith("/src/tokens/tokens.css") ? `${themeCss()}\n${figureCss()}\n${code}` : undefined,
  };
}

/** The shipped scenarios, laid into the module that holds them. */
function scenarios(): Plugin {
  const folder = here("../../scenarios");
  const shipped = () =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".yaml"))
      .sort()
      .map((name) => {
        const text = readFileSync(`${folder}/${name}`, "utf8");
        const { title, question } = parse(text) as { title: string; question: string };
        return { name, text, title, question };
      });
  return {
    name: "pavise-scenarios",
    transform: (code, id) =>
      id.endsWith("/src/gallery/shipped-texts.ts")
        ? code.replace(/= \[\];/, `= ${JSON.stringify(shipped())};`)
        : undefined,
  };
}

export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [tokens(), scenarios()],
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
});
