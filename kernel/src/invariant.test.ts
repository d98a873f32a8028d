import { describe, expect, it } from "vitest";
import { InvariantError, invariant } from "./invariant.ts";

describe("invariant", () => {
  it("is silent when the condition holds", () => {
    expect(() => invariant(1 < 2, "one is less than two")).not.toThrow();
  });

  it("names what was broken when it does not", () => {
    expect(() => invariant(false, "a channel was freed twice")).toThrow(InvariantError);
    expect(() => invariant(0, "a channel was freed twice")).toThrow("a channel was freed twice");
  });
});
