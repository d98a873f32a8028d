/** Which program this is; filled by the build. */
import type { ProgramIdentity } from "@pavise/report";

export const programIdentity: ProgramIdentity = { version: "0.1.0", commit: null, modified: false };
