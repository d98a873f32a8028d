import { log10, pow } from "@pavise/kernel";

export const LIGHT_SPEED = 299_792_458;

export function ratioFromDb(levelDb: number): number {
  return pow(10, levelDb / 10);
}

export function dbFromRatio(ratio: number): number {
  return 10 * log10(ratio);
}
