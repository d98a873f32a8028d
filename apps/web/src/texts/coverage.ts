/** Words of the view of coverage. */

const against = {
  ballistic: "ballistic missiles",
  rocket: "rockets",
  cruise: "cruise missiles",
  drone: "drones",
  aircraft: "aircraft",
} as const;

const grounds = { smooth: "smooth Earth", coarse: "coarse terrain" } as const;

/** `1 threat`, `2.3 threats`. */
const threats = (count: string): string => (count === "1" ? "1 threat" : `${count} threats`);

export const coverage = {
  name: "Coverage",
  controls: "What is shown",
  option: "Defence",
  layer: "Engagement against",
  layers: { seen: "nothing: detection alone", ...against },
  inRaid: (name: string): string => `${name} (in this raid)`,
  ground: "Ground",
  grounds,
  rcs: "Cross-section",
  rcsOf: (rcs: number): string => `${rcs} m²`,
  height: "Height above the ground",
  heightHelp: "Arrow keys go from height to height",
  loading: "Computing where this defence sees and reaches …",
  loadingNext: "Computing again …",
  failed: "Coverage could not be computed.",
  retry: "Try again",
  flat: "This scenario takes place on a flat world for teaching: there is no map to draw coverage on.",
  flatHelp: "The stage shows its nights on a plane.",
  unarmed: "This defence has no sensor and no fire unit: nothing is seen and nothing is reached.",
  unarmedHelp: "Choose another defence above.",
  map: (option: string, height: string): string => `Map of coverage at ${height}: ${option}`,
  mapName: "Map of coverage",
  mapHelp: "Arrow keys move the map, + and − zoom.",
  noGraphics:
    "This browser shows no map (WebGL 2 is missing). The tables and downloads still work.",
  /** Names on the lines. */
  seenLine: (height: string, rcs: string): string => `detected at ${height} (${rcs})`,
  reachedLine: (of: keyof typeof against, height: string): string =>
    `engaged at ${height}: ${against[of]}`,
  besideLine: (ground: keyof typeof grounds, isSeen: boolean): string =>
    `${isSeen ? "detected" : "engaged"} over ${grounds[ground]}`,
  footprintLine: (unit: string): string => `footprint of ${unit}`,
  headSeen: (height: string, share: string, region: string | null): string =>
    `At ${height} this defence sees over ${region === null ? `${share} km²` : `${share} of ${region}`}`,
  headReached: (of: keyof typeof against, share: string, isArea: boolean): string =>
    ` and reaches ${against[of]} over ${share}${isArea ? " km²" : ""}.`,
  headEnd: ".",
  lead: (rcs: string, ground: keyof typeof grounds): string =>
    `What can be met at all, at the likely values: ${rcs} detected with the reference probability of each radar, over ${grounds[ground]}. Time, luck and doctrine are left out.`,
  table: "By height",
  tableHead: {
    height: "height",
    seen: "detected",
    reached: "engaged",
    radius: "radius km",
    beside: (ground: keyof typeof grounds): string => `engaged, ${grounds[ground]}`,
    besideSeen: (ground: keyof typeof grounds): string => `detected, ${grounds[ground]}`,
  },
  tableNote: (region: string | null): string =>
    region === null
      ? "Areas in km². Radius: of a circle of the same area."
      : `Shares of the airspace of ${region}. Radius: of a circle of the same area.`,
  showHeight: (height: string): string => `Show ${height}`,
  besideUnknown: (ground: keyof typeof grounds, why: string): string =>
    `Not shown over ${grounds[ground]}: ${why}`,
  footprint: "Defended footprint of a fire unit",
  footprintNone: "none",
  footprintUnit: "Fire unit",
  unitOf: (name: string, id: string): string => `${name} (${id})`,
  footprintHelp:
    "Where an asset can stand so that the unit can meet a threat right above it. It is a property of the unit: no direction, path or moment of an attack goes into it. An asset is inside where the unit reaches any of the air over its arrival radius.",
  footprintLoading: "Computing its footprint …",
  footprintOnlySeen: "Choose a class of threat above: a footprint is against one class.",
  footprintEmpty: (of: keyof typeof against, height: string): string =>
    `At ${height} this unit engages no ${against[of]}: its footprint is empty.`,
  footprintAsset: (asset: string, isUnder: boolean): string =>
    `${asset}: ${isUnder ? "inside" : "outside"}`,
  out: "out of use from the start; drawn as if it worked",
  why: "Why is this asset not covered?",
  asset: "Asset",
  above: {
    seen: (heights: string): string => `Over it, detected ${heights}.`,
    notSeen: "Over it, nothing is detected at any of these heights.",
    reached: (of: keyof typeof against, heights: string): string =>
      `Engaged against ${against[of]} ${heights}.`,
    notReached: (of: keyof typeof against): string =>
      `No unit engages ${against[of]} there at any of these heights.`,
    run: (from: string, to: string): string =>
      from === to ? `at ${from}` : `from ${from} to ${to}`,
    and: " and ",
  },
  reasonsLoading: "Playing nights of the study again, to read every refusal …",
  reasonsFailed: (why: string): string => `The nights could not be played: ${why}`,
  arrived: (count: string, asset: string): string =>
    `In the mean of all nights, ${threats(count)} ${count === "1" ? "arrives" : "arrive"} at ${asset}. What would have had to be different:`,
  nothingArrived: (asset: string, nights: string): string =>
    `Nothing arrived at ${asset} in any of ${nights} nights.`,
  nightsAll: (nights: string): string => `Counted in all ${nights} nights of the study.`,
  nightsSome: (nights: string, draws: number, replications: string): string =>
    `Counted in ${nights} nights of the study: the first ${replications} of ${draws} draws.`,
  share: "share of arrivals",
  reason: "reason",
  unit: "fire unit",
  ended: "where its part in them ended",
  showNight: "See such a night",
  showNightOf: (reason: string): string => `See such a night: ${reason}`,
  unitsTitle: "Unit by unit",
  others: "The other defences",
  otherHead: { option: "defence", arrivals: "arrive", reason: "most often" },
  waiting: "…",
  nothing: "nothing arrived",
  noUnit: "no fire unit",
  /** A share is not torn from its sign. */
  listed: (share: string, words: string): string => `${words} ${share.replaceAll(" ", "\u00a0")}`,
  /** What would have to change next, for a threat that arrived. */
  reasons: {
    "switched-off": "The unit was switched off.",
    "failed-or-no-power": "The unit had failed or had no power.",
    "not-ready": "The unit was not ready yet.",
    "outside-sector": "It flew outside the sector of every unit.",
    "below-horizon-or-masked": "The Earth or the ground hid it from the engagement radar.",
    "not-detected-in-time": "It was not seen in time for a shot.",
    "no-order": "No order came: link or post lost, or it was judged harmless.",
    "outside-range": "It stayed outside the range of the interceptors.",
    "outside-height": "It flew above or below the heights of the interceptors.",
    "too-fast": "It was faster than the interceptors allow.",
    "no-channel": "All fire-control channels were busy.",
    "no-interceptor": "No round was left for it.",
    "no-time-left": "It was seen and ordered, and no time was left for a shot.",
    "shots-missed": "It was shot at, and the shots missed.",
    "no-fire-unit": "This defence has no fire unit.",
  },
  states: {
    "switched-off": "switched off",
    "failed-or-no-power": "failed or no power",
    "not-ready": "not ready",
    "outside-sector": "outside its sector",
    "below-horizon-or-masked": "hidden from its radar",
    "not-detected-in-time": "not seen in time",
    "no-order": "no order",
    "outside-range": "outside its range",
    "outside-height": "outside its heights",
    "too-fast": "too fast",
    "no-channel": "no free channel",
    "no-interceptor": "no round left",
    "no-time-left": "no time left",
    engaged: "shot and missed",
    "not-needed": "another unit shot",
  },
  downloads: "Downloads",
  downloadHint: "The picture and the outlines are those that the command line writes.",
  geoJson: "Outlines (GeoJSON)",
  csv: "Table (CSV)",
  svg: "Picture (SVG)",
  making: "Making the file …",
} as const;
