import { expect, test } from "vitest";
import { fixedText, moneyText, percentText, roundedText, widthText } from "./number.ts";
import { pathText } from "./path-text.ts";

test("shows two significant digits of the half-width: 5.2347 ± 1.3 is 5.2, ± 0.13 is 5.23", () => {
  expect(roundedText(5.2347, 1.3)).toBe("5.2");
  expect(roundedText(5.2347, 0.13)).toBe("5.23");
  expect(roundedText(5.2347, 13)).toBe("5");
  expect(roundedText(5234.7, 130)).toBe("5,230");
});

test("rounds the half-width first: ± 0.0996 is ± 0.10 and leaves two decimals", () => {
  expect(roundedText(1.23456, 0.0996)).toBe("1.23");
});

test("shows what has no width as a whole number, or with two decimals", () => {
  expect(roundedText(16, 0)).toBe("16");
  expect(roundedText(0.125, 0)).toBe("0.13");
});

test("writes counts as counts: 1 to 11, not 1.0 to 11.0", () => {
  expect(widthText([1, 11])).toBe("1 to 11");
  expect(widthText([1.234, 4.321])).toBe("1.2 to 4.3");
  expect(widthText([3, 3])).toBe("3");
});

test("never shows a small chance as none, nor a large one as certain", () => {
  expect(percentText(0.0004)).toBe("<1 %");
  expect(percentText(0.9996)).toBe(">99 %");
  expect(percentText(0)).toBe("0 %");
  expect(percentText(1)).toBe("100 %");
});

test("writes money by its size: 1,234,000,000 ± 400,000,000 is $1.23 bn", () => {
  expect(moneyText(1_234_000_000, 400_000_000)).toBe("$1.23 bn");
  expect(moneyText(28_000_000, 9_000_000)).toBe("$28 m");
  expect(moneyText(0, 0)).toBe("$0");
});

test("has a minus sign for what is less than nothing, and none for nothing", () => {
  expect(fixedText(-1.26, 1)).toBe("−1.3");
  expect(fixedText(-0.01, 1)).toBe("0.0");
});

test("names a path by its quantity, then by whose it is", () => {
  const told: Record<string, string> = {
    "systems.s400.reaction_time_s": "the reaction time of s400",
    "threats.qiam1.rcs_m2": "the cross-section of qiam1",
    "assumptions.kill_probability_ballistic": "the kill probability against ballistic threats",
    "systems.sampt.interceptors.aster30b1.altitude_max_km":
      "the greatest altitude of aster30b1 of sampt",
    "systems.s400.interceptors.48n6e3.ballistic.height_max_km":
      "the greatest height against ballistic threats of 48n6e3 of s400",
    "systems.*.kill_probability": "the kill probability of all systems",
    "raid.strike.split.assets.erbil": "how many are sent at erbil",
    "raid.strike.count": "how many threats are fired",
  };
  const ofOptions = {
    "options.late.units.battery_1.ready_from_s": "the moment at which battery 1 is ready (late)",
    "options.late.command_posts.common.order_delay_s": "the order delay of common (late)",
  };
  for (const [path, words] of Object.entries({ ...told, ...ofOptions })) {
    expect(pathText(path)).toBe(words);
  }
});
