/**
 * The engine in its worker. One file plays two parts: the lead, which the page talks to, and the
 * players that the lead calls up under another name. So everything is fetched once.
 */
import type { StudySource } from "@pavise/lab";
import { Crew, Stopped } from "./crew.ts";
import type {
  EngineFault,
  FromEngine,
  Questions,
  ToEngine,
  Topic,
  WorkerScope,
} from "./message.ts";
import { notesOf, pictureOf } from "./notes-from.ts";
import { faultOf, groundHeight, openedInPage, ownCatalogue, withGround } from "./opened.ts";
import { serveAsPlayer } from "./player.ts";
import { programIdentity } from "./program.ts";
import { type PlayedStudy, playTask, type Told } from "./study-lead.ts";

const PLAYER = "player";
const scope = self as unknown as WorkerScope;

type Answers = {
  readonly [T in Topic]: (asks: Questions[T]["asks"]) => Promise<Questions[T]["says"]>;
};

const afterAnswer = () => import("./after-answer.ts");

/** The last study that was played whole, with the source it was played from. */
let played: { readonly source: string; readonly study: PlayedStudy } | undefined;

const answers: Answers = {
  notes: async ({ source }) => notesOf(openedInPage(source)),
  picture: async ({ source }) => pictureOf(openedInPage(source)),
  replay: async ({ source, option, request }) =>
    (await afterAnswer()).toldNight(openedInPage(source), option, request),
  coverage: async (asks) => (await afterAnswer()).coverageTold(asks),
  footprint: async (asks) => (await afterAnswer()).footprintTold(asks),
  coverageFiles: async (asks) => (await afterAnswer()).coverageFiles(asks),
  reasons: async (asks) => (await afterAnswer()).toldReasons(asks),
  desk: async ({ source, option }) => (await afterAnswer()).deskOf(source, option),
  guide: async () => (await afterAnswer()).formGuide(ownCatalogue()),
  ground: async ([latitudeDeg, longitudeDeg]) => groundHeight(latitudeDeg, longitudeDeg),
  table: async ({ source, name }) =>
    (await afterAnswer()).studyTable(playedStudy(source).answer, name),
  report: async ({ source }) => {
    const study = playedStudy(source);
    return (await afterAnswer()).wholeReport({ source, ...study, identity: programIdentity });
  },
};

function playedStudy(source: StudySource): PlayedStudy {
  if (played?.source !== JSON.stringify(source)) throw new Error("the study is not played yet");
  return played.study;
}

function serveAsLead(): void {
  let crew: Crew | undefined;
  let current = 0;
  const say = (message: FromEngine): void => scope.postMessage(message);
  const fail = (id: number, error: unknown): void => {
    if (error instanceof Stopped) return;
    const carried = (error as { fault?: EngineFault }).fault;
    say({ kind: "fault", id, fault: carried ?? faultOf(error) });
  };
  const play = async ({ id, task }: Extract<ToEngine, { kind: "play" }>): Promise<void> => {
    current = id;
    const isHeard = (): boolean => current === id;
    try {
      const told: Told = {
        isHeard,
        news: (news) => isHeard() && say({ kind: "news", id, news }),
        progress: (done, total) => isHeard() && say({ kind: "progress", id, done, total }),
      };
      const study = await withGround(() => playTask(task, crew!, told));
      played = { source: JSON.stringify(task.source), study };
    } catch (error) {
      if (isHeard()) fail(id, error);
    }
  };
  scope.onmessage = ({ data }: MessageEvent<ToEngine>) => {
    if (data.kind === "crew") {
      const address = scope.location.href;
      const make = (): Worker => new Worker(address, { type: "module", name: PLAYER });
      crew = new Crew(data.players, make);
    } else if (data.kind === "play") {
      void play(data);
    } else if (data.kind === "stop") {
      if (data.id !== current) return;
      current = 0;
      crew?.stop();
    } else {
      const { id, topic, asks } = data;
      const answer = answers[topic] as (asks: unknown) => Promise<Questions[Topic]["says"]>;
      withGround(() => answer(asks)).then(
        (says) => say({ kind: "says", id, says }),
        (error: unknown) => fail(id, error),
      );
    }
  };
}

if (scope.name === PLAYER) serveAsPlayer(scope);
else serveAsLead();
