/** Calculators of shooting: doctrine, barrage, salvo exchange, channels, assignment. */
import {
  barrageOutcome,
  blockedProbability,
  EXACT_INTERCEPTORS_MAX,
  exactAssignment,
  finiteMagazineOutcome,
  greedyAssignment,
  imperfectAssessmentOutcome,
  type SalvoForce,
  salvoLosses,
  saturationOutcome,
  shotsPerThreatRequired,
  stochasticSalvoOutcome,
  waitingProbability,
} from "@pavise/models";
import {
  type Calculator,
  calculator,
  type Finding,
  finding,
  isGiven,
  noSetGiven,
} from "./calculator.ts";
import {
  count,
  OPEN_PROBABILITY,
  optional,
  PROBABILITY,
  probability,
  quantities,
  quantity,
  quantityTable,
} from "./input.ts";

const sspk = probability("chance that one shot stops the threat, single-shot kill probability");

/** A law of a count as far as it is worth printing, with its labels. */
function law(name: string, meaning: string, chances: Float64Array): Finding {
  const last = chances.findLastIndex((chance) => chance >= 1e-6);
  const shown = [...chances.subarray(0, last + 1)];
  return finding(name, meaning, "", shown, { labels: shown.map((_, many) => String(many)) });
}

export const slsCalculator: Calculator = calculator({
  name: "sls",
  title: "Shoot–look–shoot from a magazine: leakers, rounds, and what wrong looks cost",
  inputs: {
    threats: count("threats, met one after another", 1, 200),
    magazine: count("rounds at the start", 0, 500),
    sspk,
    salvoPerLook: quantities(
      {
        unit: "",
        meaning: "rounds fired before each look: 1,1 is shoot–look–shoot, 2 a salvo of two",
        range: { from: 1, to: 20 },
        isWhole: true,
        standard: "1,1",
      },
      1,
      10,
    ),
    declaredIfKilled: optional(probability("chance that a kill is seen as a kill")),
    declaredIfAlive: optional(probability("chance that a miss is taken for a kill")),
  },
  examples: [
    "--threats 8 --magazine 12 --sspk 0.7 --salvo-per-look 1,1",
    "--threats 1 --magazine 10 --sspk 0.7 --salvo-per-look 1,1 --declared-if-killed 0.9 --declared-if-alive 0.1",
  ],
  source:
    "exact recursion over threats and rounds; with wrong looks, the chain alive/dead × engaged/released",
  limits: [
    "shots are independent; time, channels and geometry allow every look asked for",
    "wrong looks are worked out for one threat, one round a look and a magazine that never empties",
  ],
  compute: ({ threats, magazine, sspk: kill, salvoPerLook, ...looks }) => {
    const outcome = finiteMagazineOutcome({ threats, magazine, sspk: kill, salvoPerLook });
    const findings = [
      finding("leakersMean", "threats that get through, on average", "", outcome.leakersMean),
      finding("noLeakProbability", "chance that none gets through", "", outcome.leakers[0]!),
      finding("roundsMean", "rounds fired, on average", "", outcome.shotsMean),
      finding(
        "magazineEmptyProbability",
        "chance that the magazine is empty at the end",
        "",
        outcome.magazineEmptyProbability,
      ),
      law("leakersLaw", "chance that so many get through", outcome.leakers),
    ];
    const assessment = {
      declaredIfKilled: looks.declaredIfKilled,
      declaredIfAlive: looks.declaredIfAlive,
    };
    if (!isGiven("sls", assessment)) return findings;
    if (salvoPerLook.some((salvo) => salvo !== 1)) {
      throw new RangeError(
        `sls: expected one round a look with --declared-if-killed, got ${salvoPerLook.join(",")}`,
      );
    }
    const { leakProbability, shotsMean } = imperfectAssessmentOutcome({
      sspk: kill,
      shotsMax: salvoPerLook.length,
      ...assessment,
    });
    return [
      ...findings,
      finding("leakIfWrongLooks", "with wrong looks, one threat gets through", "", leakProbability),
      finding("roundsIfWrongLooks", "with wrong looks, rounds at one threat", "", shotsMean),
    ];
  },
});

export const barrageCalculator: Calculator = calculator({
  name: "barrage",
  title: "A fixed number of shots at every threat, and how many shots a goal takes",
  inputs: {
    threats: count("threats", 1, 1000),
    sspk,
    shotsPerThreat: count("shots at every threat", 0, 50),
    trackProbability: probability("chance that a threat is tracked at all", "1"),
    commonModeProbability: probability("chance that the defence as a whole works", "1"),
    wantedNoLeakProbability: optional(
      quantity({
        unit: "",
        meaning: "wanted chance that none gets through",
        range: OPEN_PROBABILITY,
      }),
    ),
  },
  examples: [
    "--threats 4 --sspk 0.8 --shots-per-threat 2 --track-probability 0.98 --wanted-no-leak-probability 0.9",
  ],
  source:
    "D. Wilkening, A Simple Model for Calculating Ballistic Missile Defense Effectiveness, Science & Global Security 8:2 (1999)",
  limits: [
    "shots and tracks are independent but for the common mode; no looks, no channels, no time",
    "the wanted chance is worked out for a defence that works",
  ],
  compute: ({ wantedNoLeakProbability, ...raid }) => {
    const outcome = barrageOutcome(raid);
    const findings = [
      finding("killProbability", "chance that one threat is stopped", "", outcome.killProbability),
      finding("noLeakProbability", "chance that none gets through", "", outcome.leakers[0]!),
      finding("leakersMean", "threats that get through, on average", "", outcome.leakersMean),
      finding("interceptors", "interceptors fired", "", outcome.interceptors),
      law("leakersLaw", "chance that so many get through", outcome.leakers),
    ];
    if (wantedNoLeakProbability === undefined) return findings;
    const { threats, sspk: kill, trackProbability } = raid;
    const shots = shotsPerThreatRequired(threats, kill, trackProbability, wantedNoLeakProbability);
    const whole = shots === null ? null : Math.ceil(shots);
    return [
      ...findings,
      finding("shotsPerThreatWanted", "shots per threat that the wanted chance takes", "", whole, {
        whyNone: "no number of shots makes up for threats that are not tracked or not hit",
      }),
    ];
  },
});

const force = (whose: string, most: number) =>
  optional(quantity({ unit: "", meaning: whose, range: { from: 0, to: most } }));
const staying = (whose: string) =>
  optional(quantity({ unit: "", meaning: whose, range: { above: 0, to: 1000 } }));

export const salvoCalculator: Calculator = calculator({
  name: "salvo",
  title: "Salvo exchange: net hits of one salvo by chance, or Hughes's two forces",
  inputs: {
    shots: optional(count("threats in the salvo", 0, 500)),
    shotGoodProbability: optional(probability("chance that one would hit if left alone")),
    interceptors: optional(count("interceptors, one at each good threat", 0, 500)),
    interceptProbability: optional(probability("chance that an interceptor stops its threat")),
    shipsA: force("ships of force A", 1000),
    strikingA: force("good shots of each ship of A", 1000),
    defendingA: force("shots each ship of A stops", 1000),
    stayingA: staying("hits that put a ship of A out of action"),
    shipsB: force("ships of force B", 1000),
    strikingB: force("good shots of each ship of B", 1000),
    defendingB: force("shots each ship of B stops", 1000),
    stayingB: staying("hits that put a ship of B out of action"),
  },
  examples: [
    "--shots 10 --shot-good-probability 0.8 --interceptors 6 --intercept-probability 0.7",
    "--ships-a 3 --striking-a 4 --defending-a 1 --staying-a 2 --ships-b 2 --striking-b 4 --defending-b 3 --staying-b 2",
  ],
  source:
    "W. Hughes, Naval Research Logistics 42 (1995); after M. Armstrong, Operations Research 53:5 (2005)",
  limits: [
    "one salvo, fired by both at once; no scouting, no seduction, no second salvo",
    "Hughes: averages only; by chance: one interceptor at each good threat, as long as they last",
  ],
  compute: (values) => {
    const { shots, shotGoodProbability, interceptors, interceptProbability } = values;
    const salvo = { shots, shotGoodProbability, interceptors, interceptProbability };
    const { shipsA, strikingA, defendingA, stayingA } = values;
    const { shipsB, strikingB, defendingB, stayingB } = values;
    const a = { shipsA, strikingA, defendingA, stayingA };
    const b = { shipsB, strikingB, defendingB, stayingB };
    const forces = { ...a, ...b };
    const isSalvo = isGiven("salvo", salvo);
    const areForces = isGiven("salvo", forces);
    if (!isSalvo && !areForces) throw noSetGiven("salvo", [salvo, forces]);
    return [...(isSalvo ? netHits(salvo) : []), ...(areForces ? exchange(forces) : [])];
  },
});

function netHits(salvo: {
  readonly shots: number;
  readonly shotGoodProbability: number;
  readonly interceptors: number;
  readonly interceptProbability: number;
}): Finding[] {
  const { hits, hitsMean } = stochasticSalvoOutcome({
    ...salvo,
    goodProbability: salvo.shotGoodProbability,
  });
  return [
    finding("hitsMean", "hits, on average", "", hitsMean),
    finding("noHitProbability", "chance of no hit", "", hits[0]!),
    law("hitsLaw", "chance of so many hits", hits),
  ];
}

function exchange(forces: Readonly<Record<`${keyof SalvoForce}${"A" | "B"}`, number>>): Finding[] {
  const a: SalvoForce = {
    ships: forces.shipsA,
    striking: forces.strikingA,
    defending: forces.defendingA,
    staying: forces.stayingA,
  };
  const b: SalvoForce = {
    ships: forces.shipsB,
    striking: forces.strikingB,
    defending: forces.defendingB,
    staying: forces.stayingB,
  };
  return [
    finding("lossesA", "ships of A out of action", "", salvoLosses(b, a)),
    finding("lossesB", "ships of B out of action", "", salvoLosses(a, b)),
  ];
}

export const channelsCalculator: Calculator = calculator({
  name: "channels",
  title: "Fire channels under load: a steady stream (Erlang), or a raid all at once",
  inputs: {
    channels: count("engagements that can be held at a time", 1, 1000),
    engagementS: quantity({
      unit: "s",
      meaning: "time one engagement holds its channel",
      range: { above: 0, to: 10_000 },
    }),
    arrivalsPerMin: optional(
      quantity({
        unit: "per minute",
        meaning: "threats that arrive, on average",
        range: { from: 0, to: 10_000 },
      }),
    ),
    threats: optional(count("threats that come all at once", 0, 100_000)),
    windowS: optional(
      quantity({
        unit: "s",
        meaning: "time the raid can be engaged",
        range: { from: 0, to: 100_000 },
      }),
    ),
    shotsPerEngagement: optional(count("rounds of one engagement", 1, 50)),
    magazine: optional(count("rounds at hand", 0, 100_000)),
  },
  examples: [
    "--channels 10 --engagement-s 30 --arrivals-per-min 20",
    "--channels 9 --engagement-s 12 --threats 20 --window-s 40 --shots-per-engagement 2 --magazine 32",
  ],
  source:
    "A. K. Erlang's loss and delay formulas (1917); whole engagements by channels, time and magazine",
  limits: [
    "stream: Poisson arrivals, settled state; waiting assumes exponential engagements and endless patience",
    "raid: all enter and leave together, every engagement takes the same time",
  ],
  compute: ({ channels, engagementS, arrivalsPerMin, ...rest }) => {
    const { threats, windowS, shotsPerEngagement, magazine } = rest;
    const raid = { threats, windowS, shotsPerEngagement, magazine };
    const isRaid = isGiven("channels", raid);
    if (!isRaid && arrivalsPerMin === undefined) {
      throw noSetGiven("channels", [{ arrivalsPerMin }, raid]);
    }
    const findings: Finding[] = [];
    if (arrivalsPerMin !== undefined) {
      findings.push(...stream((arrivalsPerMin / 60) * engagementS, channels));
    }
    if (!isRaid) return findings;
    const outcome = saturationOutcome({
      ...raid,
      channels,
      engagementDuration: engagementS,
      windowDuration: raid.windowS,
    });
    return [
      ...findings,
      finding("engaged", "threats engaged", "", outcome.engaged),
      finding("unengaged", "threats not engaged at all", "", outcome.unengaged),
      finding(
        "engagementsByTime",
        "engagements that channels and time allow",
        "",
        outcome.engagementsByTime,
      ),
    ];
  },
});

function stream(offered: number, channels: number): Finding[] {
  const blocked = blockedProbability(offered, channels);
  return [
    finding("offeredErlang", "load offered", "erlang", offered),
    finding("blockedProbability", "chance that all channels are busy and it passes", "", blocked),
    finding("carriedErlang", "channels busy, on average", "", offered * (1 - blocked)),
    finding(
      "waitingProbability",
      "chance that it must wait, if it can",
      "",
      waitingProbability(offered, channels),
      { whyNone: "the load is all that the channels carry or more, and the queue never settles" },
    ),
  ];
}

export const assignmentCalculator: Calculator = calculator({
  name: "assignment",
  title: "Which interceptor at which threat leaves the least value at risk",
  inputs: {
    values: quantities(
      {
        unit: "",
        meaning: "what each threat destroys if it survives, in any one unit",
        range: { from: 0, to: 1e9 },
      },
      1,
      50,
    ),
    killProbabilities: quantityTable(
      {
        unit: "",
        meaning: "a row for each interceptor: its kill probability against each threat",
        range: PROBABILITY,
      },
      EXACT_INTERCEPTORS_MAX,
      50,
    ),
  },
  examples: ["--values 10,9 --kill-probabilities 0.9,0.9;0.8,0"],
  source:
    "A. S. Manne, Operations Research 6:3 (1958); exact over all sets of interceptors; greedy: den Broeder, Ellison and Emerling, Operations Research 7:3 (1959)",
  limits: [
    "all shots at once, each at one threat; nothing is kept for later and nobody looks in between",
    `at most ${EXACT_INTERCEPTORS_MAX} interceptors`,
  ],
  compute: (raid) => {
    const exact = exactAssignment(raid);
    const greedy = greedyAssignment(raid);
    const labels = raid.killProbabilities.map((_, index) => `interceptor ${index + 1}`);
    const threatOf = (each: typeof exact) =>
      each.threatOf.map((threat) => (threat === null ? 0 : threat + 1));
    return [
      finding("valueSurviving", "value left, best assignment", "", exact.valueSurviving),
      finding("greedyValueSurviving", "value left, greedy assignment", "", greedy.valueSurviving),
      finding("threat", "best: at threat number (0: keep it)", "", threatOf(exact), { labels }),
      finding("greedyThreat", "greedy: at threat number (0: keep it)", "", threatOf(greedy), {
        labels,
      }),
    ];
  },
});
