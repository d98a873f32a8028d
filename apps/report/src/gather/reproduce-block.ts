/** What a report carries so that its study can be run again. */
import {
  type OpenedStudy,
  type StudyAnswer,
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
    studyHash: answer.studyHash,
    summary: answer.summary,
  };
}
