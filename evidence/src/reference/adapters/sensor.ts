/** Radar equation, detection, track initiation: answered by the pure functions of `models`. */
import { dbFromRatio, ratioFromDb } from "@pavise/kernel";
import {
  albersheimSnrDb,
  confirmationProbabilities,
  type Detector,
  detectionProbability,
  detectionProbabilityAtRange,
  detector,
  equivalentRange,
  type RadarDesign,
  radarConstant,
  radarEquationRange,
  radarEquationSnr,
  requiredSnr,
  type SwerlingCase,
  snrAtRange,
} from "@pavise/models";
import type { Adapter, Answer } from "../adapter.ts";

type Question = Record<string, unknown>;

function formula(answer: (question: Question) => Record<string, Answer>): Adapter {
  return { engine: "formula", answer };
}

function detectorOf(question: Question): Detector {
  const { sw, N, pfa } = question as { sw: SwerlingCase; N: number; pfa: number };
  return detector(sw, N, pfa);
}

interface DesignFields {
  freq_hz: number;
  pt_w: number;
  tau_s: number;
  gain_db: number;
  temp_k: number;
  loss_db?: number;
  noise_figure_db?: number;
  rcs_m2: number;
  snr_db: number;
  range_m: number;
}

function designOf(fields: DesignFields): RadarDesign {
  return {
    frequency: fields.freq_hz,
    powerPeak: fields.pt_w,
    pulseLength: fields.tau_s,
    gain: ratioFromDb(fields.gain_db),
    noiseTemperature: fields.temp_k,
    loss: ratioFromDb((fields.loss_db ?? 0) + (fields.noise_figure_db ?? 0)),
  };
}

interface ReferenceFields {
  ref_range_km: number;
  ref_rcs_m2: number;
  ref_pd: number;
  rcs_m2: number;
}

function referenceOf(fields: ReferenceFields) {
  return {
    range: fields.ref_range_km * 1000,
    rcs: fields.ref_rcs_m2,
    detectionProbability: fields.ref_pd,
  };
}

function mahafza(question: Question): Record<string, Answer> {
  const fields = question as unknown as DesignFields;
  const snr = ratioFromDb(fields.snr_db);
  return { direct_km: radarEquationRange(designOf(fields), snr, fields.rcs_m2) / 1000 };
}

function mathworks(question: Question): Record<string, Answer> {
  const fields = question as unknown as DesignFields;
  const design = designOf(fields);
  if (question.fn === "max range") {
    return { mine: radarEquationRange(design, ratioFromDb(fields.snr_db), fields.rcs_m2) };
  }
  return { mine: dbFromRatio(radarEquationSnr(design, fields.range_m, fields.rcs_m2)) };
}

function scaling(question: Question): Record<string, Answer> {
  const fields = question as unknown as ReferenceFields & { range_km: number };
  const single = detectorOf(question);
  const reference = referenceOf(fields);
  const snr = snrAtRange(radarConstant(single, reference), fields.range_km * 1000, fields.rcs_m2);
  return {
    snr_db: dbFromRatio(snr),
    pd: detectionProbability(single, snr),
    range_for_ref_pd_km: equivalentRange(reference, fields.rcs_m2) / 1000,
  };
}

function closing(question: Question): Record<string, Answer> {
  const fields = question as unknown as ReferenceFields & {
    M: number;
    Nwin: number;
    scans: { t_s: number; range_km: number }[];
  };
  const single = detectorOf(question);
  const constant = radarConstant(single, referenceOf(fields));
  const detections = fields.scans.map((scan) =>
    detectionProbabilityAtRange(single, constant, scan.range_km * 1000, fields.rcs_m2),
  );
  // Detected at least once is track initiation by one detection.
  const seen = confirmationProbabilities(detections, 1, 1);
  const confirmed = confirmationProbabilities(detections, fields.M, fields.Nwin);
  const rangeReaching = (chances: Float64Array): Answer =>
    fields.scans[chances.findIndex((chance) => chance >= 0.9)]?.range_km ?? null;
  return {
    scans: fields.scans.map((_, scan) => ({
      pd: detections[scan]!,
      cum_pd: seen[scan]!,
      p_confirmed: confirmed[scan]!,
    })),
    range_at_cum_pd_0p9_km: rangeReaching(seen),
    range_at_confirm_0p9_km: rangeReaching(confirmed),
  };
}

function mOfN(question: Question): Record<string, Answer> {
  const { M, N, p_per_scan } = question as { M: number; N: number; p_per_scan: number[] };
  const confirmed = confirmationProbabilities(p_per_scan, M, N);
  // One binomial law speaks for the first window only when all its scans are alike.
  const window = p_per_scan.slice(0, N);
  const isUniform = p_per_scan.every((probability) => probability === p_per_scan[0]);
  return {
    p_confirmed_by_scan: [...confirmed],
    binomial_first_window: isUniform ? confirmed[window.length - 1]! : null,
  };
}

function albersheim(question: Question): Record<string, Answer> {
  const { pd, pfa, N } = question as { pd: number; pfa: number; N: number };
  return { snr_db: albersheimSnrDb(pd, pfa, N) };
}

export const adapters: Record<string, Adapter> = {
  radar_albersheim: formula(albersheim),
  radar_cumulative_closing: formula(closing),
  radar_equation_mahafza: formula(mahafza),
  radar_equation_mathworks: formula(mathworks),
  radar_m_of_n: formula(mOfN),
  radar_pd_table: formula((question) => ({
    pd: detectionProbability(detectorOf(question), ratioFromDb(question.snr_db as number)),
  })),
  radar_reference_range_scaling: formula(scaling),
  radar_required_snr: formula((question) => ({
    snr_db: dbFromRatio(requiredSnr(detectorOf(question), question.pd as number)),
  })),
};
