import { type MouseEvent, type ReactNode, useMemo } from "react";
import type { EngineFault } from "../engine/message.ts";
import { Share } from "../share/share.tsx";
import { routeStore } from "../state/route.ts";
import { useStore } from "../state/store.ts";
import { type StudyState, studyStore } from "../state/study-store.ts";
import { StudyPanel } from "../study/study-panel.tsx";
import { texts } from "../texts/texts.ts";

/** The answer of the study that is open, beside what it can be changed by. */
export function AnswerView(): ReactNode {
  const study = useStore(studyStore);
  return (
    <div className="answer-view">
      <StudyPanel />
      <div className="answer-body">
        {study.fault === null ? null : <Fault fault={study.fault} />}
        <Answer study={study} />
        {study.news === null ? null : <Share news={study.news} />}
      </div>
    </div>
  );
}

/** What is wrong with what the user wrote, and where. */
export function Fault({ fault }: { fault: EngineFault }): ReactNode {
  const words = texts.answer;
  return (
    <div className="fault" role="alert">
      <p>
        <strong>{words.fault}</strong>
      </p>
      {fault.place === undefined ? (
        <p>{fault.message}</p>
      ) : (
        <dl>
          <dt>{words.faultPlace}</dt>
          <dd>
            <code>{`${fault.place} ${fault.path ?? ""}`}</code>
          </dd>
          <dt>{words.faultExpected}</dt>
          <dd>{fault.expected}</dd>
          <dt>{words.faultGot}</dt>
          <dd>{fault.got}</dd>
        </dl>
      )}
    </div>
  );
}

function Answer({ study }: { study: StudyState }): ReactNode {
  const { news, notes, fault } = study;
  const words = texts.answer;
  if (news === null) {
    if (fault !== null) return null;
    return (
      <header className="answer-head">
        <p className="kicker">{notes === null ? "" : words.kicker(notes.title)}</p>
        <h1>{notes?.question ?? ""}</h1>
        <p className="grey waiting">{words.waiting}</p>
      </header>
    );
  }
  return (
    <>
      <header className="answer-head" aria-busy={study.isStale || !news.isWhole}>
        <p className="kicker">{notes === null ? "" : words.kicker(notes.title)}</p>
        <h1>{notes?.question ?? ""}</h1>
        {news.words.map((sentence) => (
          <p key={sentence} className="lead">
            {sentence}
          </p>
        ))}
        <Progress study={study} />
      </header>
      <Sections study={study} />
    </>
  );
}

function Progress({ study: { news, progress, isStale } }: { study: StudyState }): ReactNode {
  const { linkedHash } = useStore(routeStore);
  const words = texts.answer;
  if (news === null) return null;
  if (isStale && progress === null) return <p className="small grey status">{words.stale}</p>;
  if (!news.isWhole || progress !== null) {
    const { done, total } = progress ?? { done: 0, total: 1 };
    return (
      <div className="status">
        <progress max={total} value={done} aria-label={texts.study.heading} />
        <p className="small grey">
          {isStale ? words.stale : words.progress(String(done), String(total), news.plan.draws)}
        </p>
      </div>
    );
  }
  const { studyHash } = news.answer;
  const isSame = linkedHash === studyHash;
  return (
    <div className="status">
      <p className="small grey">
        {words.whole(news.plan.draws, String(news.plan.replications))} {words.hash}{" "}
        <code data-hash={studyHash}>{studyHash}</code>
      </p>
      {linkedHash === null ? null : (
        <p className="small">{isSame ? words.sameHash : words.otherHash(linkedHash)}</p>
      )}
    </div>
  );
}

/** A number leads to its cell at the end of the page; its link must not become the address. */
function leadToCell(event: MouseEvent<HTMLElement>): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const fragment = link?.getAttribute("href") ?? "";
  if (!fragment.startsWith("#")) return;
  event.preventDefault();
  const cell = document.getElementById(fragment.slice(1));
  if (cell === null) return;
  const folded = cell.closest("details");
  if (folded !== null) folded.open = true;
  cell.tabIndex = -1;
  cell.focus();
  cell.scrollIntoView({ block: "center" });
}

function Sections({ study: { news, isStale } }: { study: StudyState }): ReactNode {
  const sections = useMemo(
    () => (news?.sections ?? []).map((each) => ({ ...each, inner: { __html: each.markup } })),
    [news],
  );
  return (
    // Links inside are followed by key and by click alike: a click is what both become.
    <div className={isStale ? "sections stale" : "sections"} onClickCapture={leadToCell}>
      {sections.map(({ title, inner }) => (
        <section key={title ?? "figure"}>
          {title === null ? null : <h2>{title}</h2>}
          <Drawn inner={inner} />
        </section>
      ))}
    </div>
  );
}

/** Markup that the report has drawn and escaped: the same bytes as in the file it writes. */
function Drawn({ inner }: { inner: { readonly __html: string } }): ReactNode {
  const put = (element: HTMLDivElement | null): void => {
    if (element !== null) element.innerHTML = inner.__html;
  };
  return <div className="drawn" ref={put} />;
}
