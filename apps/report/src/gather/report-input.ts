/** Everything a report shows, gathered from scenario, catalogue and answer. */
import type { Catalogue } from "@pavise/catalogue";
import {
  citedAnswerWords,
  countedFromList,
  judgedExpectations,
  type OpenedStudy,
  type Scenario,
  type Setup,
  type StudyAnswer,
  type StudyDesign,
  type StudyPlan,
  type StudySource,
  type StudySubject,
  valuesOf,
  width,
} from "@pavise/lab";
import type { ReportIdentity, ReportInput, ReportKillProbability, ReportSource } from "../input.ts";
import { reportMap } from "./report-map.ts";
import { reproduceBlock } from "./reproduce-block.ts";

export type ProgramIdentity = Pick<ReportIdentity, "version" | "commit" | "modified">;

export interface ReportMaterial {
  readonly source: StudySource;
  readonly plan: StudyPlan;
  readonly opened: OpenedStudy;
  readonly answer: StudyAnswer;
  /** The program that ran. */
  readonly identity: ProgramIdentity;
  /** The study file that asked, if one did. */
  readonly design?: StudyDesign;
}

export function reportInput(material: ReportMaterial): ReportInput {
  const { source, plan, opened, answer, identity, design } = material;
  const { scenario, catalogue, overrides, subject } = opened;
  const { written } = scenario;
  const likely = new Map(subject.options.map(({ id }) => [id, subject.setup(id, 0)]));
  const map = reportMap(opened, likely);
  const killProbability = killProbabilityDrawn(subject, plan.draws);
  return {
    scenario: {
      id: written.id,
      title: written.title,
      question: written.question,
      ...(written.description === undefined ? {} : { description: written.description }),
      sources: written.sources ?? [],
    },
    words: citedAnswerWords(answer),
    answer,
    assets: written.assets.map(({ id, title, place }) => ({
      id,
      name: title ?? placeName(catalogue, place) ?? id,
    })),
    options: subject.options.map(({ id }) =>
      reportOption(scenario, catalogue, id, likely.get(id)!),
    ),
    ...(written.check === undefined ? {} : { checkedOption: written.check.option }),
    expectations: judgedExpectations(written.expectations ?? [], answer),
    ...(written.recorded === undefined ? {} : { recorded: recorded(written.recorded) }),
    ...(killProbability === null ? {} : { killProbability }),
    values: valuesOf(scenario, catalogue, overrides),
    sources: sourcesOf(catalogue),
    ...(map === null ? {} : { map }),
    identity: {
      ...identity,
      seed: source.seed,
      catalogueHash: catalogue.hash,
      scenarioHash: scenario.hash,
      ground: groundWords(likely),
      ...(design === undefined ? {} : { design: { file: design.name, hash: design.hash } }),
    },
    reproduce: reproduceBlock(source, plan, opened, answer, design),
  };
}

/** What the study was played over, and the hash of its heights. */
function groundWords(setups: ReadonlyMap<string, Setup>): string {
  const [first] = setups.values();
  const terrain = first?.terrain;
  return terrain === undefined ? "smooth Earth" : `${terrain.title}, hash ${terrain.hash}`;
}

function placeName(catalogue: Catalogue, place: string | undefined): string | undefined {
  return place === undefined ? undefined : catalogue.places.get(place)?.name;
}

function reportOption(scenario: Scenario, catalogue: Catalogue, id: string, setup: Setup) {
  const note = scenario.written.options.find((option) => option.id === id)?.note;
  return {
    id,
    ...(note === undefined ? {} : { note }),
    units: setup.fireUnits.map((unit) => ({
      id: unit.id,
      name: catalogue.systems.get(unit.system)?.name ?? unit.id,
    })),
  };
}

type Recorded = NonNullable<Scenario["written"]["recorded"]>;

function recorded({ arrivals, sources, launched, failed, note }: Recorded) {
  return {
    arrivals,
    sources,
    ...(launched === undefined ? {} : { launched }),
    ...(failed === undefined ? {} : { failed }),
    ...(note === undefined ? {} : { note }),
  };
}

/**
 * The single-shot kill probability over draws 1 … D and at the likely values: of the first interceptor
 * of the first option that has one, against the class of the raid's first threat. Null without one.
 */
function killProbabilityDrawn(subject: StudySubject, draws: number): ReportKillProbability | null {
  const of = (setup: Setup): number | undefined => {
    const [threat] = setup.threats;
    const magazine = setup.fireUnits[0]?.magazines[0];
    return threat === undefined ? undefined : magazine?.killProbability[threat.class];
  };
  for (const { id } of subject.options) {
    const likely = of(subject.setup(id, 0));
    if (likely === undefined) continue;
    const drawn = Array.from({ length: draws }, (_, i) => of(subject.setup(id, i + 1)) ?? likely);
    const [lower, upper] = width(countedFromList(drawn));
    return { lower, likely, upper };
  }
  return null;
}

function sourcesOf(catalogue: Catalogue): Record<string, ReportSource> {
  const entries = [...catalogue.sources].map(([key, source]) => {
    const { title, publisher, date, url, opened } = source;
    const dated = date === null || date === undefined ? {} : { date };
    return [key, { title, publisher, url: url ?? null, opened, ...dated }] as const;
  });
  return Object.fromEntries(entries);
}
