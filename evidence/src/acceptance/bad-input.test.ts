import { basename } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { badInputs } from "./bad-input.ts";
import { contentsOf, inFolder, pavise, refusalFaults } from "./command-line.ts";

// The first call may have to build.
beforeAll(() => {
  inFolder((folder) => {
    const { status, stderr } = pavise(["--version"], folder);
    expect(status, stderr).toBe(0);
  });
}, 300_000);

describe("pavise validate refuses with one error that says where, within 5 s, and writes nothing", () => {
  it.each(badInputs)("$name", ({ write, says }) => {
    inFolder((folder) => {
      const path = write(folder);
      const before = contentsOf(folder);
      const answered = pavise(["validate", path], folder);
      expect(refusalFaults(answered)).toEqual([]);
      expect(answered.stderr.trimEnd()).toMatch(says);
      expect(answered.stderr).toContain(basename(path));
      expect(contentsOf(folder)).toEqual(before);
    });
  });
});
