import { readFileSync } from "node:fs";
import { terrainFromPacked } from "@pavise/catalogue";
import { describe, expect, it } from "vitest";
import { groundDoubtWords } from "../report/ground-doubt-words.ts";
import { dress } from "../scenario/dress.ts";
import { isLowFlyer, lowFlyers } from "../scenario/low-flyer.ts";
import { realCatalogue, scenarioText } from "../scenario/real-files.test-support.ts";
import { scenarioFromText } from "../scenario/scenario.ts";
import { scenarioSubject } from "../scenario/scenario-subject.ts";
import { executorHere } from "./executor.ts";
import { playStudy } from "./study.ts";
import type { Summary } from "./summary.ts";

const folder = new URL("../../../catalogue/terrain/", import.meta.url);
const about = JSON.parse(readFileSync(new URL("middle_east.json", folder), "utf8"));
const posts = readFileSync(new URL(about.file, folder)).toString("base64");
const shipped = terrainFromPacked({ ...about, posts });
const catalogue = { ...realCatalogue, terrain: () => shipped };

const plan = {
  draws: 2,
  replications: 30,
  curveReplications: 2,
  walkReplications: 0,
  keepReplications: false,
  otherGround: true,
};

async function summaryOf(text: string, options: readonly string[]): Promise<Summary> {
  const scenario = scenarioFromText(text, "s.yaml");
  const subject = scenarioSubject(scenario, catalogue, { seed: 1, options });
  const executor = executorHere(subject, plan, () => 0);
  return (await playStudy(subject, plan, executor, () => 0.5)).answer.summary;
}

const setupOf = (text: string, option: string) =>
  dress(scenarioFromText(text, "s.yaml"), realCatalogue, { option, seed: 1, draw: 0 });
const low = scenarioText("s400-low-flyers");
const over = (text: string): string =>
  text.replace("world: wgs84", "world: wgs84\nterrain: coarse");

describe("a low flyer", () => {
  it("has a leg at or below 500 m: a cruise missile and a drone, no aircraft at 10 km, nothing that falls", () => {
    const setup = setupOf(scenarioText("s400-over-iraq"), "all-round");
    const found = setup.threats.filter((threat) => isLowFlyer(setup, threat));
    expect(found.map(({ id }) => id)).toEqual(["cruise_01", "drone_01"]);
    expect(lowFlyers(setupOf(low, "s400"))).toBe(24);
    expect(lowFlyers(setupOf(scenarioText("ain-al-asad-2020"), "s400"))).toBe(0);
  });

  it("is none that only dives: 600 m and down to its aim is not a low leg, 500 m is", () => {
    const from = (metres: number): string =>
      low.replaceAll(
        /(lat_deg: [\d.]+, lon_deg: [\d.]+, height_above_ground_m: )50/g,
        `$1${metres}`,
      );
    expect(lowFlyers(setupOf(from(600), "s400"))).toBe(0);
    expect(lowFlyers(setupOf(from(500), "s400"))).toBe(24);
  });
});

describe("doubt about terrain", () => {
  it("is the same from either ground, with the sign turned, on the same luck", async () => {
    const options = ["none", "s400-all-round"];
    const [smooth, coarse] = [await summaryOf(low, options), await summaryOf(over(low), options)];
    const [seen, mirrored] = [smooth.groundDoubt!, coarse.groundDoubt!];
    expect([seen.ground, seen.other, seen.lowFlyers]).toEqual(["smooth", "coarse", 24]);
    expect([mirrored.ground, mirrored.other]).toEqual(["etopo5-middle-east", "smooth"]);
    options.forEach((_, index) => {
      const [there, back] = [seen.options[index]!, mirrored.options[index]!];
      expect(there.arrivals).toEqual(coarse.options[index]!.arrivals.total);
      expect(back.arrivals).toEqual(smooth.options[index]!.arrivals.total);
      expect(back.difference.arrivals.mean).toBeCloseTo(-there.difference.arrivals.mean, 12);
    });
    // With nothing to see or shoot, the ground changes no fate; with a battery, it does.
    expect(seen.options[0]!.difference.identicalFates).toBe(true);
    expect(seen.options[1]!.difference.identicalFates).toBe(false);
    const words = groundDoubtWords(smooth)!;
    expect(words).toMatch(
      /^Doubt about terrain: 24 of 24 threats fly low, .* at or below 500 m above the ground\./,
    );
    expect(words).toMatch(
      /Over coarse terrain in place of smooth Earth, .*: none nothing; s400-all/,
    );
  });

  it("says why where nobody knows the other ground, and plays the study all the same", async () => {
    // The same raid in mid-ocean, where no window of heights lies.
    const ocean = low
      .replace(
        "    place: ain_al_asad\n",
        "    lat_deg: 33.78\n    lon_deg: -42.45\n    altitude_m: 0\n",
      )
      .replaceAll("{place: ain_al_asad, height", "{lat_deg: 33.78, lon_deg: -42.45, height")
      .replaceAll(/lon_deg: (4[\d.]+), height/g, "lon_deg: -$1, height");
    const { groundDoubt, options } = await summaryOf(ocean, ["s400"]);
    expect(options[0]!.arrivals.total.mean).toBeGreaterThan(0);
    expect(groundDoubt!.options).toEqual([]);
    expect(groundDoubt!.refused).toMatch(/expected known ground below the leg/);
    expect(groundDoubtWords({ groundDoubt } as Summary)).toMatch(
      /All of this holds over smooth Earth alone, for over coarse terrain it cannot be played: /,
    );
  });

  it("is absent where nothing flies low, and where a plan does not ask for it", async () => {
    const high = await summaryOf(scenarioText("ain-al-asad-2020"), ["s400"]);
    expect(high.groundDoubt).toBeUndefined();
    const scenario = scenarioFromText(low, "s.yaml");
    const subject = scenarioSubject(scenario, catalogue, { seed: 1, options: ["none"] });
    const { otherGround: _, ...bare } = plan;
    const played = await playStudy(
      subject,
      bare,
      executorHere(subject, bare, () => 0),
      () => 0.5,
    );
    expect(played.answer.summary.groundDoubt).toBeUndefined();
  });
});
