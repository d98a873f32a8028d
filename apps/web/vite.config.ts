import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { figureCss, themeCss } from "@pavise/report";
import { defineConfig, type Plugin } from "vite";
import { parse } from "yaml";
import { groundMap } from "./build/ground-map.ts";
import { symbolDrawings } from "./build/symbol-drawings.ts";

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

/** Writes the keeper with the list of everything that was built, and a name made from it. */
function keeper(): Plugin {
  return {
    name: "pavise-keeper",
    apply: "build",
    writeBundle: ({ dir = here("dist") }) => {
      const inFolder = (folder: string): string[] =>
        readdirSync(join(dir, folder), { withFileTypes: true }).flatMap((entry) => {
          const path = `${folder}${entry.name}`;
          return entry.isDirectory() ? inFolder(`${path}/`) : [path];
        });
      const files = inFolder("")
        .filter((path) => !/^(keeper\.js|\.built)$/.test(path))
        .sort();
      const hash = createHash("sha256");
      for (const file of files) hash.update(file).update(readFileSync(join(dir, file)));
      const name = `pavise-${hash.digest("hex").slice(0, 16)}`;
      const listed = ["./", ...files.map((file) => `./${file}`)];
      const code = readFileSync(here("src/offline/keeper.js"), "utf8")
        .replace("const files = [];", `const files = ${JSON.stringify(listed)};`)
        .replace('const name = "";', `const name = "${name}";`);
      writeFileSync(join(dir, "keeper.js"), code);
    },
  };
}

export default defineConfig({
  root: here("."),
  base: "./",
  plugins: [tokens(), scenarios(), groundMap(), symbolDrawings(), keeper()],
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
});
