/** All calculators, in the order in which an engagement goes. */
import type { Calculator } from "./calculator.ts";
import {
  ballisticCalculator,
  geodesicCalculator,
  interceptCalculator,
  reentryCalculator,
} from "./flight.ts";
import { detectionCalculator, horizonCalculator, snrCalculator, trackCalculator } from "./radar.ts";
import {
  assignmentCalculator,
  barrageCalculator,
  channelsCalculator,
  salvoCalculator,
  slsCalculator,
} from "./shots.ts";
import { intervalCalculator } from "./statistics.ts";

export const calculators: readonly Calculator[] = [
  horizonCalculator,
  detectionCalculator,
  snrCalculator,
  trackCalculator,
  ballisticCalculator,
  reentryCalculator,
  geodesicCalculator,
  interceptCalculator,
  slsCalculator,
  barrageCalculator,
  salvoCalculator,
  channelsCalculator,
  assignmentCalculator,
  intervalCalculator,
];
