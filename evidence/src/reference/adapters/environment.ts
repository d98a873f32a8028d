/** The standard atmosphere: answered by the pure functions of `models`. */
import { geopotentialAltitude, standardAir } from "@pavise/models";
import type { Adapter } from "../adapter.ts";

const published: Adapter = {
  engine: "formula",
  answer: (question) => {
    const air = standardAir(question.z_m as number);
    return { T_K: air.temperature, p_Pa: air.pressure, rho: air.density };
  },
};

const computed: Adapter = {
  engine: "formula",
  answer: (question) => {
    const altitude = question.z_m as number;
    const air = standardAir(altitude);
    return {
      H_m: geopotentialAltitude(altitude),
      T_K: air.temperature,
      p_Pa: air.pressure,
      rho: air.density,
      a_m_s: air.soundSpeed,
    };
  },
};

export const adapters: Record<string, Adapter> = {
  atmosphere_ussa76: computed,
  atmosphere_ussa76_nasa: published,
};
