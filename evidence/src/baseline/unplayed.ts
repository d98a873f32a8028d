/**
 * What a setup may hold and the baseline does not play. It answers for rules 1 to 17 without
 * launchers apart and terrain.
 */
import type { Setup } from "@pavise/lab";

/** Paths of what the setup asks for and the baseline would leave out. */
function unplayed(setup: Setup): string[] {
  const found: string[] = [];
  const refuse = (path: string, value: unknown): void => {
    if (value !== undefined) found.push(path);
  };
  refuse("terrain", setup.terrain);
  setup.fireUnits.forEach((unit, index) => {
    const at = `fireUnits[${index}]`;
    unit.magazines.forEach((magazine, m) => {
      refuse(`${at}.magazines[${m}].position`, magazine.position);
    });
  });
  return found;
}

/** Throws where the setup asks for something that the baseline would silently leave out. */
export function refuseUnplayed(setup: Setup): void {
  const found = unplayed(setup);
  if (found.length === 0) return;
  throw new RangeError(`baseline: expected a setup without ${found.join(", ")}`);
}
