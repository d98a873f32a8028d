/** For a bundle: leaves the fingerprint, or what went wrong, where a page can pick it up. */
import { packedCatalogue } from "@pavise/catalogue/packed";
import { fingerprint } from "./fingerprint.ts";

/** What the page and the bundle share. */
interface Meeting {
  /** Set by the page before the bundle runs. */
  readonly paviseScenario: string;
  /** Left by the bundle, as JSON. */
  paviseFingerprint?: string;
}

const meeting = globalThis as unknown as Meeting;
try {
  meeting.paviseFingerprint = JSON.stringify(
    fingerprint(meeting.paviseScenario, packedCatalogue()),
  );
} catch (error) {
  meeting.paviseFingerprint = JSON.stringify({ failed: String(error) });
}
