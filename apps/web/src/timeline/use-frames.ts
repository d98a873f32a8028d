import { useEffect } from "react";
import type { Playback } from "./playback.ts";

/** Lets a clock run with the frames of the screen while it plays. */
export function useFrames(playback: Playback): void {
  useEffect(() => {
    let frame = 0;
    let before = 0;
    const draw = (now: number): void => {
      playback.advance((now - before) / 1000);
      before = now;
      frame = playback.state().isPlaying ? requestAnimationFrame(draw) : 0;
    };
    const start = (): void => {
      if (frame !== 0 || !playback.state().isPlaying) return;
      before = performance.now();
      frame = requestAnimationFrame(draw);
    };
    const stop = playback.listen(start);
    start();
    return () => {
      stop();
      cancelAnimationFrame(frame);
    };
  }, [playback]);
}
