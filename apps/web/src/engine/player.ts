/** A player: opens the study it is told to and plays jobs of it, one after the other. */
import { JobPlayer } from "@pavise/lab";
import type { FromPlayer, ToPlayer, WorkerScope } from "./message.ts";
import { faultOf, openedInPage, withGround } from "./opened.ts";

/** Answers messages of the engine until the worker is ended. */
export function serveAsPlayer(scope: WorkerScope): void {
  let opening: Promise<JobPlayer> | undefined;
  scope.onmessage = async ({ data }: MessageEvent<ToPlayer>) => {
    const { id } = data;
    if (data.kind === "open") {
      const { source, plan } = data;
      opening = withGround(() => {
        return new JobPlayer(openedInPage(source).subject, plan, () => performance.now());
      });
      // Whoever waits for it hears of the failure.
      opening.catch(() => {});
      return;
    }
    let said: FromPlayer;
    try {
      const player = await opening!;
      const result = await withGround(() => player.play(data.job));
      said = { kind: "result", id, index: data.index, result };
    } catch (error) {
      said = { kind: "fault", id, fault: faultOf(error) };
    }
    scope.postMessage(said);
  };
}
