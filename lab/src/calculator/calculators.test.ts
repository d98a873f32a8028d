import { InputError } from "@pavise/catalogue";
import { describe, expect, test } from "vitest";
import { answerData, answerLines, calculatedText } from "./answer-text.ts";
import { type Calculator, type Finding, fieldFromName, optionFromName } from "./calculator.ts";
import { calculators } from "./calculators.ts";

function named(name: string): Calculator {
  const found = calculators.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no calculator ${name}`);
  return found;
}

/** Texts of an example by name of the input, as a command line would hand them over. */
function textsOf(calculator: Calculator, example: string): Record<string, string> {
  const words = example.split(" ");
  const names = new Map(Object.keys(calculator.inputs).map((name) => [optionFromName(name), name]));
  const texts: Record<string, string> = {};
  for (let i = 0; i < words.length; i += 2) texts[names.get(words[i]!)!] = words[i + 1]!;
  return texts;
}

function value(name: string, texts: Record<string, string>, found: string): Finding["value"] {
  const finding = named(name)
    .answer(texts)
    .findings.find((each) => each.name === found);
  if (finding === undefined) throw new Error(`${name} finds no ${found}`);
  return finding.value;
}

describe("every calculator", () => {
  test.each(calculators.map((each) => [each.name, each] as const))(
    "%s: every example has an answer, with source and limits, on lines of 100",
    (_, calculator) => {
      expect(calculator.examples.length).toBeGreaterThan(0);
      expect(calculator.source).not.toBe("");
      expect(calculator.limits.length).toBeGreaterThan(0);
      for (const example of calculator.examples) {
        const answer = calculator.answer(textsOf(calculator, example));
        const numbers = answer.findings.flatMap(({ value: found }) => found ?? []);
        expect(numbers.length).toBeGreaterThan(0);
        expect(numbers.every(Number.isFinite)).toBe(true);
        const lines = answerLines(calculator, answer, 100);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
        const data = JSON.parse(JSON.stringify(answerData(calculator, answer)));
        expect(data).toMatchObject({ calculator: calculator.name, source: calculator.source });
      }
    },
  );

  test.each(calculators.map((each) => [each.name, each] as const))(
    "%s: refuses words, and says which option and what it accepts",
    (_, calculator) => {
      for (const [name, input] of Object.entries(calculator.inputs)) {
        const place = optionFromName(name);
        expect(() => input.read("many", place)).toThrow(
          new RegExp(`^${place}.*: expected .*, got "many"$`),
        );
        expect(() => input.read("many", place)).toThrow(InputError);
      }
    },
  );

  test("has no name twice, and every name carries its unit last", () => {
    expect(new Set(calculators.map(({ name }) => name)).size).toBe(calculators.length);
    expect(optionFromName("ballisticCoefficientKgM2")).toBe("--ballistic-coefficient-kg-m2");
    expect(fieldFromName("speedMS")).toBe("speed_m_s");
  });
});

describe("what they answer", () => {
  test("a radar at 20 m sees a threat at 50 m out to 47.6 km", () => {
    const seen = value("horizon", { heightM: "20", threatHeightM: "50" }, "lineOfSightKm");
    expect(seen).toBeCloseTo(47.579, 3);
  });

  test("needs 13.18 dB for 90 % detection of a steady echo at one false alarm in a million", () => {
    const texts = { detectionProbability: "0.9", swerling: "0" };
    expect(value("snr", texts, "snrDb")).toBeCloseTo(13.183, 3);
  });

  test("a twentieth of the cross-section is as detectable at 47 % of the range", () => {
    const texts = { referenceRangeKm: "400", referenceRcsM2: "4", rcsM2: "0.2", rangeKm: "200" };
    expect(value("detection", texts, "equivalentRangeKm")).toBeCloseTo(400 * 0.05 ** 0.25, 9);
  });

  test("three of five scans at one half make a track after five scans one time in two", () => {
    const chances = value("track", { detectionProbability: "0.5" }, "trackProbability");
    expect((chances as number[])[4]).toBe(0.5);
    expect(value("track", { detectionProbability: "0.5" }, "wantedAfterS")).toBeNull();
  });

  test("450 km take 310 s on the arc of least energy, and lofted to 300 km longer", () => {
    expect(value("ballistic", { rangeKm: "450" }, "flightS")).toBeCloseTo(309.79, 2);
    const lofted = value("ballistic", { rangeKm: "450", apogeeKm: "300" }, "flightS");
    expect(lofted).toBeGreaterThan(490);
  });

  test("81 of 263 is 25.5 to 36.6 % by Wilson", () => {
    const [lower, upper] = value(
      "interval",
      { successes: "81", trials: "263" },
      "wilson",
    ) as number[];
    expect(lower).toBeCloseTo(0.2553, 4);
    expect(upper).toBeCloseTo(0.3662, 4);
  });

  test("the best assignment leaves 2.9 where the greedy one leaves 9.2", () => {
    const texts = { values: "10,9", killProbabilities: "0.9,0.9;0.8,0" };
    expect(value("assignment", texts, "valueSurviving")).toBeCloseTo(2.9, 12);
    expect(value("assignment", texts, "greedyValueSurviving")).toBeCloseTo(9.2, 12);
  });

  test("an interceptor slower than a threat that leaves never meets it", () => {
    const texts = {
      threatPositionM: "0,1000,0",
      threatVelocityMS: "0,900,0",
      interceptorSpeedMS: "800",
    };
    expect(value("intercept", texts, "meetingS")).toBeNull();
    const lines = answerLines(named("intercept"), named("intercept").answer(texts), 100);
    expect(lines.join("\n")).toContain("none: the interceptor never catches it");
  });
});

describe("what they refuse", () => {
  const refusals: [string, Record<string, string>, string][] = [
    [
      "horizon",
      { heightM: "-5", threatHeightM: "50" },
      '--height-m: expected a number from 0 to 50,000 m, got "-5"',
    ],
    [
      "horizon",
      { heightM: "5" },
      "--threat-height-m: expected height of the threat above the surface: a number from 0 to 1,000,000 m, got nothing",
    ],
    ["snr", { detectionProbability: "1" }, 'expected a number above 0 and below 1, got "1"'],
    [
      "track",
      { detectionProbability: "0.5", detections: "5", window: "3" },
      "calc track: expected whole numbers with 1 ≤ detections ≤ window ≤ 8, got 5 of 3",
    ],
    ["sls", { threats: "2.5" }, '--threats: expected a whole number from 1 to 200, got "2.5"'],
    [
      "channels",
      { channels: "9", engagementS: "12", threats: "20" },
      "calc channels: expected --window-s, --shots-per-engagement, --magazine together with --threats, got nothing",
    ],
    [
      "channels",
      { channels: "9", engagementS: "12" },
      "calc channels: expected --arrivals-per-min, or --threats --window-s --shots-per-engagement --magazine, got neither",
    ],
    [
      "interval",
      { successes: "9", trials: "8" },
      "calc interval: expected at most as many successes as trials, got 9 of 8",
    ],
    [
      "geodesic",
      { fromDeg: "95,44", toDeg: "33,44" },
      '--from-deg: expected latitude from -90 to 90 and longitude from -180 to 180, as 33.8,42.4, got "95,44"',
    ],
    [
      "assignment",
      { values: "1,2", killProbabilities: "0.5,0.5;0.5" },
      "calc assignment: expected 2 probabilities in [0, 1], got 0.5",
    ],
    [
      "ballistic",
      { rangeKm: "450", ballisticCoefficientKgM2: "5000" },
      "calc ballistic: expected --from-deg and --to-deg with --ballistic-coefficient-kg-m2, got --range-km",
    ],
  ];

  test.each(refusals)("%s %j: %s", (name, texts, says) => {
    let message = "";
    try {
      named(name).answer(texts);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      message = (error as Error).message;
    }
    expect(message).toContain(says);
  });
});

describe("numbers on a page", () => {
  test("carry five digits, and what is not quite 1 is never 1", () => {
    expect(calculatedText(53427.318)).toBe("53,427");
    expect(calculatedText(0.5)).toBe("0.5");
    expect(calculatedText(0.9999999)).toBe(">0.99999");
    expect(calculatedText(1.23456e-7)).toBe("1.2346e−7");
    expect(calculatedText(-0.05)).toBe("−0.05");
    expect(calculatedText(8192)).toBe("8,192");
  });
});
