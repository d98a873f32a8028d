/** Fly-out, meeting points, lethality, one salvo exchange: answered by functions of `models`. */

import { vector3 } from "@pavise/kernel";
import {
  flyOutTable,
  flyOutTime,
  interceptPoint,
  salvoLosses,
  sigmaFromCep,
  sspkFromCep,
} from "@pavise/models";
import type { Adapter, Answer } from "../adapter.ts";

type Question = Record<string, unknown>;
type Triple = [number, number, number];

function formula(answer: Adapter["answer"]): Adapter {
  return { engine: "formula", answer };
}

function flyOut(question: Question, file: Question): Record<string, Answer> {
  const { range_m, altitude_m, time_s } = file.table as {
    range_m: number[];
    altitude_m: number[];
    time_s: number[][];
  };
  const table = flyOutTable(range_m, altitude_m, time_s);
  const range = question.range_m as number;
  const height = question.altitude_m as number;
  const slantRange = Math.hypot(range, height);
  return { time_s: flyOutTime({ kind: "table", table }, slantRange, range, height) };
}

function meeting(question: Question): Record<string, Answer> {
  const vectorOf = (field: string) => vector3<"flat">(...(question[field] as Triple));
  const met = interceptPoint({
    threatPosition: vectorOf("target_pos_m"),
    threatVelocity: vectorOf("target_vel_m_s"),
    launcherPosition: vectorOf("site_m"),
    interceptorSpeed: question.interceptor_speed_m_s as number,
    launchTime: question.launch_delay_s as number,
  });
  return {
    t_intercept_s: met?.time ?? null,
    point_m: met === null ? null : [met.position.x, met.position.y, met.position.z],
    fly_range_m: met?.distance ?? null,
  };
}

function lethality(question: Question): Record<string, Answer> {
  const { lethal_radius_m, cep_m } = question as { lethal_radius_m: number; cep_m: number };
  const sigma = sigmaFromCep(cep_m);
  return {
    sigma_m: sigma,
    // The normal law written out, and the power of one half: two forms of one probability.
    p: 1 - Math.exp((-lethal_radius_m * lethal_radius_m) / (2 * sigma * sigma)),
    p_halfpower: sspkFromCep(lethal_radius_m, cep_m),
  };
}

function hughes(question: Question): Record<string, Answer> {
  const fields = question as Record<string, number>;
  const forceA = {
    ships: fields.A!,
    striking: fields.alpha!,
    staying: fields.a1_staying!,
    defending: fields.a3_defence!,
  };
  const forceB = {
    ships: fields.B!,
    striking: fields.beta!,
    staying: fields.b1_staying!,
    defending: fields.b3_defence!,
  };
  return { dA: salvoLosses(forceB, forceA), dB: salvoLosses(forceA, forceB) };
}

export const adapters: Record<string, Adapter> = {
  flyout_table: formula(flyOut),
  intercept_geometry: formula(meeting),
  sspk_cep: formula(lethality),
  hughes_salvo: formula(hughes),
};
