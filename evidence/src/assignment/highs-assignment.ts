/**
 * The assignment of interceptors to threats by another road: outer approximation with HiGHS.
 *
 * With y the sum of ln(1 − p) over the interceptors at a threat, what is left of it is exp(y), which
 * lies above each of its tangents. So a linear problem with tangents bounds the true one from below;
 * each solution adds tangents at its own points until bound and value meet.
 */
import { createRequire } from "node:module";
import type { AssignmentQuestion } from "@pavise/models";
import { valueSurviving } from "@pavise/models";
import type { Highs } from "highs";

// Its types describe the CommonJS build, whose only export is the loader.
const highs = createRequire(import.meta.url)("highs") as () => Promise<Highs>;

/** Greatest gap between bound and value, as a share: HiGHS lets a row be off by that much. */
const GAP = 1e-6;
const TOLERANCES = { mip_rel_gap: 1e-9, mip_abs_gap: 1e-9, mip_feasibility_tolerance: 1e-9 };
const ROUNDS_MAX = 200;

export interface BoundedAssignment {
  readonly valueSurviving: number;
  /** No assignment leaves less. */
  readonly lowerBound: number;
}

/** A solver, to be loaded once: loading takes a tenth of a second. */
export async function assignmentSolver(): Promise<
  (question: AssignmentQuestion) => BoundedAssignment
> {
  const solver = await highs();
  return (question) => outerApproximation(question, (problem) => solver.solve(problem, TOLERANCES));
}

interface Solution {
  readonly Status: string;
  readonly ObjectiveValue: number;
  readonly Columns: Readonly<Record<string, object>>;
}

/** Kill probabilities must lie below 1: a certain kill has no logarithm. */
function outerApproximation(
  question: AssignmentQuestion,
  solve: (problem: string) => Solution,
): BoundedAssignment {
  const { values, killProbabilities } = question;
  const logs = killProbabilities.map((row) => row.map((p) => Math.log1p(-p)));
  // Tangents to begin with: no shot, and a few.
  const tangents = values.map(() => [0, -0.5, -1, -2, -3]);
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const solution = solve(problemText(values, logs, tangents));
    if (solution.Status !== "Optimal") throw new Error(`HiGHS: ${solution.Status}`);
    const threatOf = logs.map((row, i) => {
      const threat = row.findIndex((_, j) => primal(solution, `x_${i}_${j}`) > 0.5);
      return threat < 0 ? null : threat;
    });
    best = Math.min(best, valueSurviving(question, threatOf));
    const lowerBound = solution.ObjectiveValue;
    if (best - lowerBound <= GAP * best) return { valueSurviving: best, lowerBound };
    for (const [j, points] of tangents.entries()) {
      const y = logs.reduce((sum, row, i) => sum + (threatOf[i] === j ? row[j]! : 0), 0);
      if (!points.includes(y)) points.push(y);
    }
  }
  throw new Error(`outer approximation: bound and value did not meet in ${ROUNDS_MAX} rounds`);
}

function primal(solution: Solution, name: string): number {
  const column = solution.Columns[name];
  return column !== undefined && "Primal" in column ? Number(column.Primal) : 0;
}

/** The linear problem in the LP format: what is left of threat j is z_j. */
function problemText(
  values: readonly number[],
  logs: readonly (readonly number[])[],
  tangents: readonly (readonly number[])[],
): string {
  const signed = (factor: number, name: string) =>
    `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`;
  const lines = [
    "Minimize",
    ` left: ${values.map((value, j) => signed(value, `z_${j}`)).join(" ")}`,
  ];
  lines.push("Subject To");
  for (const [i, row] of logs.entries()) {
    lines.push(` once_${i}: ${row.map((_, j) => `+ x_${i}_${j}`).join(" ")} <= 1`);
  }
  for (const [j, points] of tangents.entries()) {
    for (const [k, point] of points.entries()) {
      const slope = Math.exp(point);
      const shots = logs.map((row, i) => signed(-slope * row[j]!, `x_${i}_${j}`)).join(" ");
      lines.push(` tangent_${j}_${k}: z_${j} ${shots} >= ${slope * (1 - point)}`);
    }
  }
  lines.push("Binary", ` ${logs.flatMap((row, i) => row.map((_, j) => `x_${i}_${j}`)).join(" ")}`);
  return [...lines, "End", ""].join("\n");
}
