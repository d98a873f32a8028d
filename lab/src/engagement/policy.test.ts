import { describe, expect, it } from "vitest";
import type { CommandPostSetup, Setup } from "../scenario/setup.ts";
import { scene, threatAt } from "./flat.test-scene.ts";
import { journalOf } from "./journal.ts";
import { POLICY_NAMES, type Policy, type PolicyName } from "./policy.ts";
import { Engagement } from "./replicate.ts";
import { tabulate } from "./tabulate.ts";

/**
 * Three threats are tracked when the only battery is ready at 20 s. The first flies slowly at a place
 * worth 1 and is near; the second is fast and far, at the same; the third, at a place worth 9 or as
 * told, is slow and far.
 */
function three(post: Partial<CommandPostSetup>, value: number, hour: number): Setup {
  const base = scene({
    threats: [threatAt("near", hour, 0), threatAt("fast", hour, 1), threatAt("worthy", hour, 2)],
    unit: { channels: 1, readyFromSeconds: hour + 20, assessmentSeconds: 1 },
    magazine: { flyOut: { kind: "speed", speed: 1_000 } },
  });
  const route = (from: number, end: number, speed: number) =>
    ({
      kind: "route",
      waypoints: [
        [from, 0, 5_000],
        [end, 0, 5_000],
      ],
      speeds: [0, speed],
    }) as const;
  const [asset] = base.assets;
  return {
    ...base,
    assets: [asset!, { ...asset!, id: "mint", position: [-3_000, 0, 0], value }],
    courses: [route(40_000, 0, 300), route(90_000, 0, 1_000), route(70_000, -3_000, 400)],
    threats: base.threats.map((threat, k) => ({ ...threat, asset: k === 2 ? 1 : 0 })),
    commandPosts: [{ ...base.commandPosts[0]!, ...post }],
  };
}

function order(policy: PolicyName, replaced?: Policy, value = 9, hour = 0): string {
  const setup = three({ policy }, value, hour);
  const tables = tabulate(setup);
  const engagement = new Engagement(tables, replaced === undefined ? {} : { [policy]: replaced });
  const { records } = journalOf(tables, 0, engagement).journal;
  const ordered = records.filter(({ kind }) => kind === "engagement-ordered");
  return ordered.map(({ threat }) => setup.threats[threat]!.id).join(", ");
}

describe("policies", () => {
  it("weigh together what opens at one instant, when the battery is ready", () => {
    expect(order("earliest-intercept")).toBe("near, fast, worthy");
    expect(order("earliest-impact")).toBe("fast, near, worthy");
    expect(order("value-weighted")).toBe("worthy, near, fast");
  });

  it("value-weighted weighs the time that is left, not the hour: the same order 4,096 s later", () => {
    const weighsTheHour: Policy = (intercept, _impact, value) => Math.floor(intercept / value);
    for (const hour of [0, 4096]) {
      expect(order("value-weighted", undefined, 1.3, hour)).toMatch(/^near, worthy/);
    }
    expect(order("value-weighted", weighsTheHour, 1.3, 0)).toMatch(/^near, worthy/);
    expect(order("value-weighted", weighsTheHour, 1.3, 4096)).toMatch(/^worthy, near/);
  });

  it.each(POLICY_NAMES)(
    "%s can be replaced by a function of one's own: latest impact first",
    (name) => {
      expect(order(name, (_intercept, impact) => 1e6 - impact)).toBe("worthy, near, fast");
    },
  );
});
