/** Tables for a terminal of 100 columns: lines of text, each bright or dim. */
import type { StudyAnswer } from "../study/answer.ts";
import type { DifferenceSummary, OptionSummary, Parameter, Quantity } from "../study/summary.ts";
import {
  halfWidth,
  moneyText,
  moneyWidthText,
  percentText,
  roundedText,
  widthText,
} from "./number.ts";
import { pairsOf } from "./pair-words.ts";
import { pathText } from "./path-text.ts";
import { reasonText } from "./reason.ts";
import {
  brightRow,
  column,
  dim,
  dimRow,
  type Row,
  type TableLine,
  tabled,
} from "./text-columns.ts";

/** More assets than this have no columns of their own. */
const ASSET_COLUMNS_MAX = 2;

function meanText({ mean, both }: Quantity): string {
  return roundedText(mean, halfWidth(both));
}

/**
 * The main table: each option with its means, what a reader should bet on (both widths at once)
 * below, and a third line that keeps luck, ignorance and precision of the arrivals apart.
 */
export function outcomeTable({ summary }: StudyAnswer): TableLine[] {
  const assets = assetsShown(summary.options[0]!);
  const columns = [
    column("option", 17, "left"),
    column("arrived", 9),
    ...assets.map((asset) => column(asset, 11)),
    column("nothing", 10),
    column("rounds", 10),
    column("limited by", 20, "left"),
  ];
  const rows: Row[] = [];
  for (const option of summary.options) {
    const limits = option.limits.map(
      ({ reason, share }) => `${reasonText(reason)} ${percentText(share)}`,
    );
    rows.push(
      brightRow(
        option.id,
        meanText(option.arrivals.total),
        ...assets.map((asset) => meanText(option.arrivals[asset]!)),
        percentText(option.nothingArrives.mean),
        meanText(option.roundsSpent),
        limits[0] ?? "–",
      ),
      dimRow(
        "",
        widthText(option.arrivals.total.both),
        ...assets.map((asset) => widthText(option.arrivals[asset]!.both)),
        percentWidth(option.nothingArrives),
        widthText(option.roundsSpent.both),
        limits[1] ?? "",
      ),
      { ...dimRow(`  ${widthsText(option.arrivals.total)}`), whole: true },
    );
  }
  return [
    ...tabled(columns, rows),
    dim(""),
    dim("Below each mean: 10 % to 90 % of all nights of all draws. “Nothing” is the chance that"),
    dim("nothing arrives; below it, how far public data let it range (it has no luck of its own)."),
  ];
}

function assetsShown({ arrivals }: OptionSummary): string[] {
  const assets = Object.keys(arrivals).filter((name) => name !== "total");
  return assets.length <= ASSET_COLUMNS_MAX ? assets : [];
}

function percentWidth({ ignorance }: Parameter): string {
  const [lower, upper] = ignorance.map(percentText) as [string, string];
  return lower === upper ? lower : `${lower.replace(" %", "")} to ${upper}`;
}

function widthsText(arrivals: Quantity): string {
  const { luck, ignorance, precision, ignoranceShare } = arrivals;
  return (
    `luck ${widthText(luck)} · ignorance ${widthText(ignorance)} · ` +
    `mean ±${roundedText(precision, precision)} · ` +
    `${percentText(ignoranceShare)} of the doubt is ignorance`
  );
}

/** What was spent and what was fielded; the two are never added up. */
export function costTable({ summary }: StudyAnswer): TableLine[] {
  const columns = [
    column("cost", 18, "left"),
    column("rounds spent", 18),
    column("attack spent", 18),
    column("fielded", 20),
    column("rounds fielded", 14),
  ];
  const rows = summary.options.flatMap(
    ({ id, costSpent_usd: { defence, attack }, costFielded_usd: fielded, roundsFielded }) => [
      brightRow(
        id,
        moneyText(defence.mean, halfWidth(defence.both)),
        moneyText(attack.mean, halfWidth(attack.both)),
        moneyText(fielded.mean, halfWidth(fielded.ignorance)),
        roundedText(roundsFielded.mean, halfWidth(roundsFielded.ignorance)),
      ),
      dimRow(
        "",
        moneyWidthText(defence.both),
        moneyWidthText(attack.both),
        moneyWidthText(fielded.ignorance),
        widthText(roundsFielded.ignorance),
      ),
    ],
  );
  return tabled(columns, rows);
}

/** Every option against the first, on the same luck. Empty where there is one option only. */
export function differenceTable({ summary }: StudyAnswer): TableLine[] {
  const [first, ...others] = summary.options;
  if (first === undefined || others.length === 0) return [];
  const columns = [
    column(`less ${first.id}`, 18, "left"),
    column("arrived", 12),
    column("ignorance", 16),
    column("fewer in", 12),
    column("said", 34, "left"),
  ];
  const rows = others.flatMap((option) => {
    const difference = option.difference[first.id]!;
    const { arrivals, fewerShare } = difference;
    return [
      brightRow(
        option.id,
        meanText(arrivals),
        widthText(arrivals.ignorance),
        percentText(fewerShare),
        verdictText(difference),
      ),
      dimRow("", widthText(arrivals.both), "", "of draws", splitText(difference)),
    ];
  });
  return tabled(columns, rows);
}

/**
 * The options after the first among themselves, every pair once, the later less the earlier. Empty
 * where there are fewer than two of them.
 */
export function pairTable(answer: StudyAnswer): TableLine[] {
  const [first] = answer.summary.options;
  const pairs = pairsOf(answer).filter(({ against }) => against.id !== first?.id);
  if (pairs.length === 0) return [];
  const columns = [
    column("option", 17, "left"),
    column("less", 17, "left"),
    column("arrived", 8),
    column("fewer in", 9),
    column("said", 41, "left"),
  ];
  const rows = pairs.map(({ option, against, difference }) => {
    const { arrivals, fewerShare, splitBy } = difference;
    const turns = splitBy === undefined ? "" : `: ${pathText(splitBy)}`;
    const verdict = difference.verdict === "undecided" ? "undecided" : verdictText(difference);
    const texts = [option.id, against.id, meanText(arrivals), percentText(fewerShare)];
    return brightRow(...texts, verdict + turns);
  });
  return tabled(columns, rows);
}

function verdictText({ verdict }: DifferenceSummary): string {
  if (verdict === "undecided") return "public data cannot decide";
  if (verdict === "identical") return "the same fates in every night";
  return verdict === "no-difference" ? "no difference" : verdict;
}

function splitText({ splitBy }: DifferenceSummary): string {
  return splitBy === undefined ? "" : pathText(splitBy);
}
