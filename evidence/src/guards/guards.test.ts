import { describe, expect, it } from "vitest";
import { sinText } from "./guard.ts";
import { guards, isContent } from "./guards.ts";
import { plantedRepository, projectRepository } from "./repository.ts";

const project = projectRepository();

describe.each(guards.map((guard) => [guard.name, guard] as const))(
  "the guard of %s",
  (_, guard) => {
    it.each(guard.plants.map((plant) => [String(plant.says), plant] as const))(
      "catches %s",
      (_, plant) => {
        const { sins } = guard.inspect(plantedRepository(plant.files));
        expect(sins.map(sinText).join("\n")).toMatch(plant.says);
      },
    );

    it("is not content with having looked at nothing", () => {
      expect(isContent(guard, { looked: 0, sins: [] })).toBe(false);
    });

    it("looks at the project and finds no sin", () => {
      const { looked, sins } = guard.inspect(project);
      expect(looked).toBeGreaterThan(5);
      expect(sins.map(sinText)).toEqual([]);
    });
  },
);
