import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compared, keep } from "./folder.ts";
import { GOLDEN_RUNS } from "./run.ts";

test.each(GOLDEN_RUNS)(
  "$name is told as before, else the difference lies beside its file",
  (run) => {
    expect(compared(run)).toBe("same");
  },
);

test("a story with one word changed fails and lies beside the old one", () => {
  const folder = mkdtempSync(join(tmpdir(), "pavise-golden-"));
  try {
    const run = { name: "night", text: () => "t01 arrived\n" };
    expect(compared(run, folder)).toBe("missing");
    keep(run, folder);
    expect(existsSync(join(folder, "night.changed"))).toBe(false);
    expect(compared(run, folder)).toBe("same");
    writeFileSync(join(folder, "night.txt"), "t01 fell short\n");
    expect(compared(run, folder)).toBe("changed");
    expect(readFileSync(join(folder, "night.changed"), "utf8")).toBe("t01 arrived\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
