import { each, share, within } from "./rule.ts";
import type { Subject } from "./subject.ts";
import { formula } from "./subject.ts";

/** Subjects of detection and track initiation. */
export const radarSubjects: Record<string, Subject> = {
  radar_albersheim: formula({ snr_db: within("dB") }),
  radar_cumulative_closing: formula({
    scans: each({ pd: within("pd_abs"), cum_pd: within("pd_abs"), p_confirmed: within("pd_abs") }),
    // Ranges of scans, 2.5 km apart: a thousandth of a kilometre is the same scan.
    range_at_cum_pd_0p9_km: within("pd_abs"),
    range_at_confirm_0p9_km: within("pd_abs"),
  }),
  radar_equation_mahafza: formula({
    published_km: share("rel", { answeredAs: ["direct_km"] }),
    direct_km: share("rel", { answeredAs: ["published_km"] }),
  }),
  radar_equation_mathworks: formula(
    {
      published_m: share("rel", { answeredAs: ["mine"] }),
      published_db: within("dB", { answeredAs: ["mine"] }),
    },
    { mine: "the published value again, by another hand" },
  ),
  radar_m_of_n: formula({
    p_confirmed_by_scan: within("abs"),
    binomial_first_window: within("abs"),
  }),
  radar_pd_table: formula({ pd: within("pd_abs") }),
  radar_reference_range_scaling: formula({
    // Detection probability rises by less than 1 per decibel, so its tolerance read in decibels
    // is the stricter of the two.
    snr_db: within("pd_abs"),
    pd: within("pd_abs"),
    range_for_ref_pd_km: share("range_rel"),
  }),
  // Read in decibels for the same reason.
  radar_required_snr: formula({ snr_db: within("pd_abs") }),
};
