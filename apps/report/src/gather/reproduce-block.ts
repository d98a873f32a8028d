/** What a report carries so that its study can be run again. */
import {
  type OpenedStudy,
  type StudyAnswer,
  type StudyDesign,
  type StudyPlan,
  type StudySource,
  type Summary,
  writtenGround,
} from "@pavise/lab";

/** The form of the block; readers refuse others. */
export const REPRODUCE_SCHEMA = "pavise-reproduce/1";

/** The block of a study, to be embedded as JSON. */
export function reproduceBlock(
  source: StudySource,
  { draws, replications }: StudyPlan,
  { catalogue }: OpenedStudy,
  answer: StudyAnswer,
  design?: StudyDesign,
): Record<string, unknown> & { readonly summary: Summary } {
  const { scenarioText, scenarioName, seed, sets, options, overlay, sampling, terrain } = source;
  return {
    schema: REPRODUCE_SCHEMA,
    scenarioName,
    scenarioText,
    catalogueHash: catalogue.hash,
    overlay,
    seed,
    draws,
    replications,
    options,
    sets,
    ...(sampling === undefined ? {} : { sampling: sampling.kind }),
    ...(terrain === undefined ? {} : { terrain: writtenGround(terrain) }),
    ...(design === undefined ? {} : { design: designBlock(answer, design) }),
    studyHash: answer.studyHash,
    summary: answer.summary,
  };
}

/** What was asked by a study file, and what came out beside the summary. */
export interface DesignBlock {
  readonly name: string;
  readonly contents: string;
  /** Of what the file says. */
  readonly hash: string;
  readonly found: unknown;
}

function designBlock(answer: StudyAnswer, { name, contents, hash }: StudyDesign): DesignBlock {
  return { name, contents, hash, found: foundBeside(answer) };
}

/** What a study found beside its summary where a study file asked. */
export function foundBeside({ indices = [], sweeps = [], goals = [] }: StudyAnswer): unknown {
  return { indices, sweeps, goals };
}
