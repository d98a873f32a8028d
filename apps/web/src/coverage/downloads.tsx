/** Coverage as files: made in the worker when they are asked for. */

import { type ReactNode, useState } from "react";
import { pageEngine } from "../engine/engine.ts";
import type { CoverageAsks, CoverageFiles } from "../engine/message.ts";
import { save } from "../share/download.ts";
import { laterTexts } from "../texts/later-texts.ts";
import { engineFault } from "./use-asked.ts";

const words = laterTexts.coverage;

const KINDS: Readonly<Record<keyof CoverageFiles, readonly [ending: string, kind: string]>> = {
  geoJson: ["geojson", "application/geo+json"],
  csv: ["csv", "text/csv"],
  svg: ["svg", "image/svg+xml"],
};

export function Downloads({ asks }: { asks: CoverageAsks }): ReactNode {
  const [said, setSaid] = useState("");
  const stem = asks.source.scenarioName.replace(/\.(ya?ml|json)$/, "");
  const hand = async (file: keyof CoverageFiles): Promise<void> => {
    setSaid(words.making);
    try {
      const files = await pageEngine().ask("coverageFiles", asks);
      const [ending, kind] = KINDS[file];
      save(`${stem}-coverage.${ending}`, kind, files[file]);
      setSaid("");
    } catch (error) {
      setSaid(engineFault(error).message);
    }
  };
  return (
    <section>
      <h2>{words.downloads}</h2>
      <div className="actions">
        {(Object.keys(KINDS) as (keyof CoverageFiles)[]).map((file) => (
          <button key={file} type="button" onClick={() => void hand(file)}>
            {words[file]}
          </button>
        ))}
      </div>
      <p className="note" role="status">
        {said === "" ? words.downloadHint : said}
      </p>
    </section>
  );
}
