/** Calculators of sensing: horizon, detection, required signal, track initiation. */
import { dbFromRatio, kilometresFromMetres, metresFromKilometres } from "@pavise/kernel";
import {
  albersheimSnrDb,
  confirmationProbabilities,
  detectionProbability,
  detector,
  equivalentRange,
  horizonArc,
  horizonHeight,
  lineOfSightArc,
  radarConstant,
  requiredSnr,
  type SwerlingCase,
  snrAtRange,
} from "@pavise/models";
import { type Calculator, calculator, finding } from "./calculator.ts";
import {
  count,
  OPEN_PROBABILITY,
  optional,
  PROBABILITY,
  probability,
  quantities,
  quantity,
} from "./input.ts";

const swerling = count("how the echo fluctuates: Swerling case, 0 for a steady one", 0, 4, "1");
const pulses = count("pulses added before the threshold", 1, 1000, "1");
const falseAlarmProbability = quantity({
  unit: "",
  meaning: "chance of a false alarm per range cell after integration",
  range: { from: 1e-12, to: 0.1 },
  standard: "1e-6",
});

export const horizonCalculator: Calculator = calculator({
  name: "horizon",
  title: "How far a sensor sees a threat over the curve of the Earth",
  inputs: {
    heightM: quantity({
      unit: "m",
      meaning: "height of the sensor's antenna above the surface",
      range: { from: 0, to: 50_000 },
    }),
    threatHeightM: quantity({
      unit: "m",
      meaning: "height of the threat above the surface",
      range: { from: 0, to: 1_000_000 },
    }),
    speedMS: optional(
      quantity({
        unit: "m/s",
        meaning: "speed of the threat towards the sensor",
        range: { above: 0, to: 8000 },
      }),
    ),
    distanceKm: optional(
      quantity({
        unit: "km",
        meaning: "a distance at which to ask for the least height in view",
        range: { from: 0, to: 5000 },
      }),
    ),
  },
  examples: [
    "--height-m 20 --threat-height-m 50",
    "--height-m 20 --threat-height-m 50 --speed-m-s 240 --distance-km 100",
  ],
  source:
    "horizon arcs on an Earth of 4/3 × 6,371 km (Blake, NRL Report 6930; Skolnik, Introduction to Radar Systems)",
  limits: [
    "smooth Earth and standard refraction: no hills, no masts, no ducting, no diffraction",
    "in view is not detected: see detection",
  ],
  compute: ({ heightM, threatHeightM, speedMS, distanceKm }) => {
    const arc = lineOfSightArc(heightM, threatHeightM);
    const far = (name: string, meaning: string, metres: number) =>
      finding(name, meaning, "km", kilometresFromMetres(metres));
    const findings = [
      far("lineOfSightKm", "in view out to", arc),
      far("sensorHorizonKm", "the sensor's own horizon", horizonArc(heightM)),
      far("threatHorizonKm", "the threat's own horizon", horizonArc(threatHeightM)),
    ];
    if (speedMS !== undefined) {
      findings.push(
        finding("warningS", "time from coming into view to overhead", "s", arc / speedMS),
      );
    }
    if (distanceKm !== undefined) {
      const least = horizonHeight(heightM, metresFromKilometres(distanceKm));
      findings.push(finding("heightMinM", "least height in view at that distance", "m", least));
    }
    return findings;
  },
});

export const detectionCalculator: Calculator = calculator({
  name: "detection",
  title: "How likely one look of a radar detects a threat, from a published range",
  inputs: {
    referenceRangeKm: quantity({
      unit: "km",
      meaning: "published detection range",
      range: { above: 0, to: 10_000 },
    }),
    referenceRcsM2: quantity({
      unit: "m²",
      meaning: "radar cross-section that range was stated for",
      range: { above: 0, to: 10_000 },
    }),
    referenceDetectionProbability: quantity({
      unit: "",
      meaning: "chance of detection in one look at that range",
      range: { above: 0.1, below: 1 },
      standard: "0.9",
    }),
    rcsM2: quantity({
      unit: "m²",
      meaning: "radar cross-section of the threat",
      range: { above: 0, to: 10_000 },
    }),
    rangeKm: quantities(
      { unit: "km", meaning: "ranges to ask about", range: { above: 0, to: 10_000 } },
      1,
      50,
    ),
    falseAlarmProbability,
    swerling,
    pulses,
  },
  examples: ["--reference-range-km 400 --reference-rcs-m2 4 --rcs-m2 0.1 --range-km 100,150,200"],
  source:
    "radar equation scaled from one published range; exact series of Marcum and Swerling, IRE Trans. IT-6 (1960)",
  limits: [
    "free space: no absorption, multipath, clutter or jamming; beyond the published range the true signal is weaker",
    "a published range rarely states its chance of detection; 0.9 is a convention",
    "one look; the horizon is not asked here",
  ],
  compute: (values) => {
    const { rcsM2, rangeKm, swerling: echo, pulses: added } = values;
    const reference = {
      range: metresFromKilometres(values.referenceRangeKm),
      rcs: values.referenceRcsM2,
      detectionProbability: values.referenceDetectionProbability,
    };
    const radar = detector(echo as SwerlingCase, added, values.falseAlarmProbability);
    const constant = radarConstant(radar, reference);
    const snrs = rangeKm.map((range) => snrAtRange(constant, metresFromKilometres(range), rcsM2));
    const labels = rangeKm.map((range) => `at ${range} km`);
    return [
      {
        ...finding(
          "detectionProbability",
          "chance of detection in one look",
          "",
          snrs.map((snr) => detectionProbability(radar, snr)),
        ),
        labels,
      },
      {
        ...finding("snrDb", "signal-to-noise ratio of one pulse", "dB", snrs.map(dbFromRatio)),
        labels,
      },
      finding(
        "equivalentRangeKm",
        "range at which it is as detectable as the reference",
        "km",
        kilometresFromMetres(equivalentRange(reference, rcsM2)),
      ),
    ];
  },
});

export const snrCalculator: Calculator = calculator({
  name: "snr",
  title: "Signal-to-noise ratio that a detection with a wanted chance requires",
  inputs: {
    detectionProbability: quantity({
      unit: "",
      meaning: "wanted chance of detection in one look",
      range: OPEN_PROBABILITY,
    }),
    falseAlarmProbability,
    swerling,
    pulses,
  },
  examples: [
    "--detection-probability 0.9 --swerling 0",
    "--detection-probability 0.9 --swerling 1 --pulses 10",
  ],
  source:
    "inverse of the exact series of Marcum and Swerling, IRE Trans. IT-6 (1960); Albersheim, Proc. IEEE 69 (1981), for comparison",
  limits: [
    "square-law detector, pulses added without loss, one threshold",
    "Albersheim's formula is for a steady echo only and up to 4 dB off at low chances of detection",
  ],
  compute: (values) => {
    const { swerling: echo, pulses: added, falseAlarmProbability: falseAlarm } = values;
    const radar = detector(echo as SwerlingCase, added, falseAlarm);
    const snr = requiredSnr(radar, values.detectionProbability);
    const findings = [
      finding("snrDb", "required signal-to-noise ratio of one pulse", "dB", dbFromRatio(snr)),
      finding("snr", "the same as a ratio of powers", "", snr),
    ];
    if (echo !== 0) return findings;
    const albersheim = albersheimSnrDb(values.detectionProbability, falseAlarm, added);
    return [...findings, finding("albersheimSnrDb", "by Albersheim's formula", "dB", albersheim)];
  },
});

export const trackCalculator: Calculator = calculator({
  name: "track",
  title: "When detections become a track: M within any N consecutive scans",
  inputs: {
    detectionProbability: quantities(
      {
        unit: "",
        meaning: "chance of detection in a scan: one for all scans, or one a scan",
        range: PROBABILITY,
      },
      1,
      200,
    ),
    detections: count("detections that make a track, M", 1, 8, "3"),
    window: count("within so many consecutive scans, N", 1, 8, "5"),
    scans: count("scans to look at", 1, 200, "10"),
    scanPeriodS: quantity({
      unit: "s",
      meaning: "time from scan to scan",
      range: { above: 0, to: 600 },
      standard: "10",
    }),
    wantedProbability: probability("chance of a track that is wanted", "0.9"),
  },
  examples: ["--detection-probability 0.5 --detections 3 --window 5 --scan-period-s 6"],
  source: "exact Markov chain over the last N − 1 scans (sliding window, not blocks)",
  limits: ["scans are independent of one another", "a track once formed is not lost here"],
  compute: (values) => {
    const given = values.detectionProbability;
    const scans = given.length === 1 ? values.scans : given.length;
    const perScan = Array.from({ length: scans }, (_, scan) => given[scan] ?? given[0]!);
    const confirmed = [...confirmationProbabilities(perScan, values.detections, values.window)];
    const first = confirmed.findIndex((chance) => chance >= values.wantedProbability);
    return [
      {
        ...finding("trackProbability", "chance of a track by the end of scan", "", confirmed),
        labels: confirmed.map((_, scan) => String(scan + 1)),
      },
      {
        ...finding(
          "wantedAfterS",
          "the wanted chance is reached, counted from the first scan, after",
          "s",
          first < 0 ? null : first * values.scanPeriodS,
        ),
        whyNone: `not within ${scans} scans`,
      },
    ];
  },
});
