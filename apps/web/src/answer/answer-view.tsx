import { Fragment, type MouseEvent, type ReactNode, useMemo } from "react";
import { Share } from "../share/share.tsx";
import { saveTable } from "../share/share-actions.ts";
import { Fault, FaultView } from "../shell/fault.tsx";
import { routeStore } from "../state/route.ts";
import { useStore } from "../state/store.ts";
import { type StudyState, studyStore } from "../state/study-store.ts";
import { StudyPanel } from "../study/study-panel.tsx";
import { texts } from "../texts/texts.ts";
import { SideBySide } from "./side-by-side.tsx";
import { WidthsApart } from "./widths-apart.tsx";

/** The answer of the study that is open, between what it can be changed by and where it leads. */
export function AnswerView(): ReactNode {
  const study = useStore(studyStore);
  if (study.notes === null && study.fault !== null) {
    return <FaultView fault={study.fault} />;
  }
  return (
    <div className="answer-view">
      <StudyPanel />
      <div className="answer-body">
        {study.fault === null ? null : <Fault fault={study.fault} />}
        <Answer study={study} />
      </div>
      {study.news === null ? null : (
        <aside className="answer-side" aria-label={texts.answer.contents}>
          <Contents study={study} />
          <Share />
        </aside>
      )}
    </div>
  );
}

/** The parts of the page, to go to. */
function Contents({ study: { news } }: { study: StudyState }): ReactNode {
  const words = texts.answer;
  const titles = [
    words.figure,
    words.widths.heading,
    ...((news?.answer.summary.options.length ?? 0) > 1 ? [words.beside.heading] : []),
    ...(news?.sections ?? []).flatMap(({ title }) => (title === null ? [] : [title])),
  ];
  return (
    <nav className="contents" aria-label={words.contents}>
      <h2>{words.contents}</h2>
      <ol>
        {titles.map((title, index) => (
          <li key={title}>
            <button type="button" className="plain" onClick={() => goToPart(index)}>
              {title}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function goToPart(index: number): void {
  const part = document.querySelectorAll<HTMLElement>(".sections > section")[index];
  if (part === undefined) return;
  part.tabIndex = -1;
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: "start" });
}

function goToShare(): void {
  document.querySelector<HTMLElement>(".share button")?.focus();
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
        <code data-hash={studyHash}>{studyHash}</code>{" "}
        <button type="button" className="plain to-share" onClick={goToShare}>
          {words.share}
        </button>
      </p>
      {linkedHash === null ? null : (
        <p className="small">{isSame ? words.sameHash : words.otherHash(linkedHash)}</p>
      )}
    </div>
  );
}

/**
 * Links in what the report has drawn. A number leads to its cell at the end of the page, a table is
 * handed over as a file, a source opens beside the laboratory; none may become the address.
 */
function follow(event: MouseEvent<HTMLElement>): void {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const to = link?.getAttribute("href") ?? "";
  if (link === null) return;
  if (to.startsWith("#")) {
    event.preventDefault();
    leadToCell(to.slice(1));
  } else if (/^\w+\.csv$/.test(to)) {
    event.preventDefault();
    void saveTable(to);
  } else {
    link.target = "_blank";
    link.rel = "noreferrer noopener";
  }
}

function leadToCell(id: string): void {
  const cell = document.getElementById(id);
  if (cell === null) return;
  const folded = cell.closest("details");
  if (folded !== null) folded.open = true;
  cell.tabIndex = -1;
  cell.focus();
  cell.scrollIntoView({ block: "center" });
}

function Sections({ study: { news, notes, isStale } }: { study: StudyState }): ReactNode {
  const sections = useMemo(
    () => (news?.sections ?? []).map((each) => ({ ...each, inner: { __html: each.markup } })),
    [news],
  );
  if (news === null) return null;
  return (
    // Links inside are followed by key and by click alike: a click is what both become.
    <div className={isStale ? "sections stale" : "sections"} onClickCapture={follow}>
      {sections.map(({ title, inner }, index) => (
        <Fragment key={title ?? "figure"}>
          <section>
            {title === null ? null : <h2>{title}</h2>}
            <Drawn inner={inner} />
          </section>
          {index > 0 ? null : (
            <>
              <WidthsApart answer={news.answer} />
              <SideBySide answer={news.answer} notes={notes} />
            </>
          )}
        </Fragment>
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
