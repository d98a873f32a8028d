import { describe, expect, it } from "vitest";
import { dress } from "./dress.ts";
import { realCatalogue, scenarioText } from "./real-files.test-support.ts";
import { scenarioFromText } from "./scenario.ts";
import { type Changes, dressedUnits } from "./two-units.test-support.ts";

const radar = {
  id: "early",
  role: "early-warning",
  command_post: "centre",
  position: { east_m: 0, north_m: 9000, altitude_m: 0 },
  step: { range_km: 100, detection_probability: 0.5 },
  period_s: 10,
};

const doubtful = {
  id: "town",
  drop_time_s: 4,
  policy: "value-weighted",
  order_delay_s: 2,
  link_reliability: 0.9,
  lost_at_s: 30,
  identification_s: { aircraft: 60, drone: 15 },
  hold_fire: ["aircraft"],
  misjudgement: { probability: 0.2, halving_s: 5 },
};

const dressedDoubts = {
  dropSeconds: 4,
  policy: "value-weighted",
  identificationSeconds: { aircraft: 60, drone: 15 },
  holdFire: ["aircraft"],
  misjudgement: { probability: 0.2, halvingSeconds: 5 },
};

describe("command posts", () => {
  it("take policy, doubts and weaknesses as written, and nothing where nothing is", () => {
    const [post] = dressedUnits({ option: { command_posts: [doubtful] } }).commandPosts;
    const weak = { orderDelaySeconds: 2, linkReliability: 0.9, lostAtSeconds: 30 };
    expect(post).toEqual({ id: "town", ...dressedDoubts, ...weak });
    expect(dressedUnits().commandPosts).toEqual([{ id: "town", dropSeconds: 0 }]);
  });

  it("follow a wish: --set options.one.command_posts.town.order_delay_s=7", () => {
    const wish = "options.one.command_posts.town.order_delay_s=7";
    const setup = dressedUnits({ option: { command_posts: [doubtful] } }, null, [wish]);
    expect(setup.commandPosts[0]!.orderDelaySeconds).toBe(7);
  });

  it("weigh an asset as its value is written, 1 where it is not", () => {
    expect(dressedUnits({ asset: { value: 3 } }).assets[0]!.value).toBe(3);
    expect(dressedUnits().assets[0]).not.toHaveProperty("value");
  });

  it.each([
    [{ ...doubtful, policy: "guess" }, /policy/],
    [{ ...doubtful, hold_fire: ["bird"] }, /hold_fire/],
    [{ ...doubtful, misjudgement: { probability: 2, halving_s: 5 } }, /from 0 to 1/],
    [{ ...doubtful, link_reliabilty: 1 }, /the field link_reliability/],
  ])("refuses %j", (post, message) => {
    expect(() => dressedUnits({ option: { command_posts: [post] } })).toThrow(message);
  });
});

describe("control", () => {
  it("autonomous makes each unit a post with the rules it had, without link and loss", () => {
    const option = { control: "autonomous", command_posts: [doubtful] };
    const setup = dressedUnits({ option });
    expect(setup.commandPosts).toEqual([
      { id: "north", ...dressedDoubts },
      { id: "south", ...dressedDoubts },
    ]);
    expect(setup.fireUnits.map((unit) => unit.commandPost)).toEqual([0, 1]);
  });

  it("centralised puts all under one post, with posts to fall back on where it can be lost", () => {
    const posts = [{ ...doubtful, id: "centre" }];
    const option = { control: "centralised", command_posts: posts, sensors: [radar] };
    const setup = dressedUnits({ north: { command_post: "elsewhere" }, option });
    expect(setup.commandPosts.map(({ id }) => id)).toEqual(["centre", "north", "south"]);
    expect(setup.commandPosts[1]).toEqual({ id: "north", ...dressedDoubts });
    expect(setup.fireUnits.map((unit) => unit.commandPost)).toEqual([0, 0]);
    expect(setup.fireUnits.map((unit) => unit.fallbackPost)).toEqual([1, 2]);
    expect(setup.sensors[0]!.commandPost).toBe(0);
    const lasting = dressedUnits({ option: { control: "centralised" } });
    expect(lasting.commandPosts.map(({ id }) => id)).toEqual(["centre"]);
    expect(lasting.fireUnits[0]).not.toHaveProperty("fallbackPost");
  });

  it("coordinated is as written: two posts, one with a fallback", () => {
    const setup = dressedUnits({
      north: { command_post: "left", fallback_post: "spare" },
      south: { command_post: "right" },
    });
    expect(setup.commandPosts.map(({ id }) => id)).toEqual(["left", "right", "spare"]);
    expect(setup.fireUnits.map((unit) => unit.fallbackPost)).toEqual([2, undefined]);
  });

  it.each<[string, Changes, RegExp]>([
    ["a fallback that others obey", { north: { fallback_post: "town" } }, /nothing reports to/],
    [
      "a fallback of two posts",
      {
        north: { command_post: "left", fallback_post: "spare" },
        south: { command_post: "right", fallback_post: "spare" },
      },
      /for units of one post/,
    ],
    [
      "a fallback that is lost itself",
      {
        north: { fallback_post: "spare" },
        option: { command_posts: [{ id: "spare", lost_at_s: 9 }] },
      },
      /not lost itself/,
    ],
    [
      "a fallback under control: autonomous",
      { north: { fallback_post: "spare" }, option: { control: "autonomous" } },
      /no fallback_post under control: autonomous/,
    ],
    [
      "a common sensor under control: autonomous",
      { option: { control: "autonomous", sensors: [radar] } },
      /none hears them/,
    ],
    [
      "two posts under control: centralised",
      { option: { control: "centralised", command_posts: [{ id: "a" }, { id: "b" }] } },
      /one command post/,
    ],
    ["an unknown control", { option: { control: "loose" } }, /control/],
  ])("refuses %s", (_what, changes, message) => {
    expect(() => dressedUnits(changes)).toThrow(message);
  });
});

describe("fire units", () => {
  it("take chances of a wrong assessment and a doctrine by class", () => {
    const [unit] = dressedUnits({
      north: {
        kill_declared: { if_killed: 0.9, if_missed: 0.1 },
        doctrines: { drone: { salvo_per_look: [1], looks_max: 2 } },
      },
    }).fireUnits;
    expect(unit!.killDeclared).toEqual({ ifKilled: 0.9, ifMissed: 0.1 });
    expect(unit!.doctrines).toEqual({ drone: { salvoPerLook: [1], looksMax: 2 } });
    expect(unit!.salvoPerLook).toEqual([2, 1]);
  });

  it("refuse a salvo of 2 where a channel guides 1, and never cut it", () => {
    const north = { interceptors_per_channel: 1 };
    expect(() => dressedUnits({ north })).toThrow(
      /doctrine\.salvo_per_look\[0\]: expected at most 1 rounds.*got 2/,
    );
    const doctrines = { drone: { salvo_per_look: [1, 3], looks_max: 2 } };
    const three = { interceptors_per_channel: 2, doctrines };
    expect(() => dressedUnits({ north: three })).toThrow(
      /doctrines\.drone\.salvo_per_look\[1\]: expected at most 2 rounds.*got 3/,
    );
    expect(() => dressedUnits({ north: { interceptors_per_channel: 2 } })).not.toThrow();
  });

  it("put launchers where they stand", () => {
    const position = { east_m: 4000, north_m: 0, altitude_m: 10 };
    const setup = dressedUnits({ magazine: { position } });
    expect(setup.fireUnits[0]!.magazines[0]!.position).toEqual([4000, 0, 10]);
    expect(() => dressedUnits({ magazine: { position: { lat_deg: 1, lon_deg: 2 } } })).toThrow(
      /magazines\[0\]\.position\.lat_deg/,
    );
  });
});

describe("a unit of a system of the catalogue", () => {
  const text = scenarioText("ain-al-asad-2020");

  function s400(fields: string) {
    const edited = text.replace("load: {48n6e3: 32} # eight launchers of four", fields);
    const scenario = scenarioFromText(edited, "scenario.yaml");
    return dress(scenario, realCatalogue, { option: "s400", seed: 1, draw: 0 }).fireUnits[0]!;
  }

  it("carries several interceptors, tried in the order of its load", () => {
    const types = s400("load: {9m96e2: 16, 48n6e3: 24}").magazines.map((each) => each.interceptor);
    expect(types).toEqual(["9m96e2", "48n6e3"]);
  });

  it("has launchers apart with the rounds of its load, at their own place", () => {
    const apart = "{lat_deg: 33.9, lon_deg: 42.5, altitude_m: 180}";
    const unit = s400(
      `load: {48n6e3: 24}\n        remote_launchers: [{interceptor: 48n6e3, rounds: 8, position: ${apart}}]`,
    );
    const [near, far] = unit.magazines;
    expect(far).toMatchObject({ interceptor: "48n6e3", launchers: [4, 4], stock: 0 });
    expect(far!.position![0]).toBeCloseTo((33.9 * Math.PI) / 180, 12);
    expect({ ...far, launchers: 0, position: 0 }).toEqual({ ...near, launchers: 0, position: 0 });
  });

  it("refuses launchers apart with rounds that it has not loaded", () => {
    const apart = "{lat_deg: 33.9, lon_deg: 42.5, altitude_m: 180}";
    const fields = `load: {48n6e3: 24}\n        remote_launchers: [{interceptor: 40n6e, rounds: 8, position: ${apart}}]`;
    expect(() => s400(fields)).toThrow(/an interceptor in load: 48n6e3/);
  });
});
