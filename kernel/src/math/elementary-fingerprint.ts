/** One text that says whether this engine computes the elementary functions as all others do. */
import { hashDigest, hashDouble, hashState } from "../event/hash.ts";
import { threefry2x32 } from "../random/threefry.ts";
import * as elementary from "./elementary.ts";
import * as probability from "./probability.ts";

/** A function of one number, and the arguments it is asked for, from two uniform numbers. */
type Probe = readonly [
  (a: number, b: number) => number,
  (u: number) => number,
  (v: number) => number,
];

const ARGUMENTS = 2000;
/** The quantiles of beta and t search for their root and cost a thousand times as much. */
const ARGUMENTS_SLOW = 25;

const within =
  (lower: number, upper: number) =>
  (u: number): number =>
    lower + (upper - lower) * u;
/** Magnitudes from 2^−52 up to near `greatest`, more of them small. */
const steep =
  (greatest: number) =>
  (u: number): number =>
    u * u * u * u * greatest;

const unused = within(0, 1);
const angle = within(-1000, 1000);

const PROBES: readonly Probe[] = [
  [elementary.sin, angle, unused],
  [elementary.cos, angle, unused],
  [elementary.tan, angle, unused],
  [elementary.sin, steep(1e12), unused],
  [elementary.asin, within(-1, 1), unused],
  [elementary.acos, within(-1, 1), unused],
  [elementary.atan, within(-50, 50), unused],
  [elementary.atan2, within(-1e7, 1e7), within(-1e7, 1e7)],
  [elementary.exp, within(-700, 700), unused],
  [elementary.expm1, within(-2, 2), unused],
  [elementary.ln, steep(1e9), unused],
  [elementary.log1p, within(-0.9, 3), unused],
  [elementary.log10, steep(1e9), unused],
  [elementary.pow, steep(1e4), within(-20, 20)],
  [elementary.hypot, within(-1e7, 1e7), within(-1e7, 1e7)],
  [elementary.cbrt, within(-1e9, 1e9), unused],
  [elementary.sqrt, steep(1e15), unused],
  [elementary.erf, within(-4, 4), unused],
  [elementary.erfc, within(-5, 25), unused],
  [elementary.gammaLn, steep(1e4), unused],
  [elementary.gammaIncompleteLower, within(0.1, 60), within(0, 100)],
  [elementary.gammaIncompleteUpper, within(0.1, 60), within(0, 100)],
  [probability.normalCdf, within(-9, 9), unused],
  [probability.normalQuantile, within(0, 1), unused],
];

const PROBES_SLOW: readonly Probe[] = [
  [(p, a) => probability.betaQuantile(p, a, 3.5), within(0, 1), within(0.5, 400)],
  [(p, n) => probability.studentTQuantile(p, n), within(0, 1), within(1, 300)],
  [(p, n) => probability.chiSquareQuantile(p, n), within(0, 1), within(1, 60)],
  [(x, n) => probability.chiSquareUpperTail(x, n), within(0, 90), within(1, 60)],
  [(x, a) => probability.betaCdf(x, a, 7), within(0, 1), within(0.5, 400)],
  [(p, n) => probability.binomialCdf(5, Math.ceil(n), p), within(0, 1), within(6, 300)],
];

/**
 * 16 hexadecimal digits over some 48,000 values of every elementary function, special function and
 * quantile of the kernel. Two engines on which it differs do not compute the same results; the test
 * beside this file holds it to one committed text. Takes about 0.1 s.
 */
export function elementaryFingerprint(): string {
  const state = hashState();
  const block = new Uint32Array(2);
  const take = (probes: readonly Probe[], first: number, count: number): void => {
    probes.forEach(([value, a, b], place) => {
      for (let i = 0; i < count; i++) {
        threefry2x32(0x9a7, first + place, i, 0, block);
        const u = (block[0]! + 0.5) / 4294967296;
        const v = (block[1]! + 0.5) / 4294967296;
        hashDouble(state, value(a(u), b(v)));
      }
    });
  };
  take(PROBES, 0, ARGUMENTS);
  take(PROBES_SLOW, 1000, ARGUMENTS_SLOW);
  return hashDigest(state);
}
