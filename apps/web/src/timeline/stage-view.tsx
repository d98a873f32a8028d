/** The view `stage` of the laboratory: a night of the open scenario. */

import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { NightRequest } from "../replay/night-request.ts";
import type { Replay } from "../replay/replay.ts";
import { FaultView } from "../shell/fault.tsx";
import { emptyState } from "../state/lab-state.ts";
import { labStore } from "../state/lab-store.ts";
import { useStore } from "../state/store.ts";
import { sourceOf, studyStore } from "../state/study-store.ts";
import { laterTexts } from "../texts/later-texts.ts";
import type { CountedStudy } from "./night-picker.tsx";
import { ReplayView } from "./replay-view.tsx";

const LIKELY: NightRequest = { kind: "number", draw: 0, replication: 0 };

export default function StageView(): ReactNode {
  const state = useStore(labStore);
  const { scenario, options: played, seed, sets, night } = state;
  const { notes, news, isStale, fault } = useStore(studyStore);
  const source = useMemo(
    () => sourceOf({ ...emptyState, scenario, options: played, seed, sets }),
    [scenario, played, seed, sets],
  );
  const countedOf = (option: string): CountedStudy | null => {
    const ranks = isStale ? undefined : news?.nights[option];
    return ranks === undefined ? null : { ranks, replications: news!.plan.replications };
  };
  const [asked, setAsked] = useState<{ option: string | null; request: NightRequest }>(() => {
    if (night === null) return { option: null, request: LIKELY };
    const { option, draw, replication } = night;
    return { option, request: { kind: "number", draw, replication } };
  });
  const choose = useCallback((option: string, request: NightRequest) => {
    setAsked({ option, request });
  }, []);
  const shown = useCallback(({ address: { option, draw, replication } }: Replay) => {
    const known = labStore.current().night;
    const isKnown =
      known?.option === option && known.draw === draw && known.replication === replication;
    if (!isKnown) labStore.change({ night: { option, draw, replication } });
  }, []);
  if (source === null) {
    return (
      <div className="replay-note">
        <p>{laterTexts.stage.empty}</p>
        <p>{laterTexts.stage.emptyHelp}</p>
      </div>
    );
  }
  if (notes === null) {
    if (fault === null) return <p className="replay-note">{laterTexts.stage.loading}</p>;
    return <FaultView fault={fault} />;
  }
  const options = notes.options.filter(({ id }) => played?.includes(id) ?? true);
  const { title } = notes;
  return <ReplayView {...{ source, title, options, countedOf, choose, shown }} {...asked} />;
}
