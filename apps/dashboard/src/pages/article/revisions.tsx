import type { ArticleDetail, ArticleHistory, ArticleRevision, LabelScore } from '@framewatch/contracts';
import { useArticleHistory } from '../../api/queries.ts';
import { useLanguage } from '../../ui/language.tsx';
import { LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { Diff, Pieces } from './diff.tsx';

/** The headline's history, what changed from version to version, how that moved the frames, and when it was read again. */
export function Revisions({ article }: { article: ArticleDetail }) {
  const { m } = useLanguage();
  const { beat, format } = useSubject();
  const query = useArticleHistory(article.id, beat.id);
  return (
    <Loaded query={query} skeleton={<LinesSkeleton lines={2} height={18} />} time={format.time}>
      {(history) =>
        history.revisions.length > 1 || history.readings.length > 0 ? (
          <section className="revisions" aria-labelledby="revisions-title">
            <h2 id="revisions-title">{m.article.revisions}</h2>
            <ol className="revision-list">
              {history.revisions.map((revision, index) => (
                <Revision
                  key={revision.number}
                  revision={revision}
                  before={history.revisions[index - 1]}
                  language={article.language}
                  isNewest={index === history.revisions.length - 1}
                />
              ))}
            </ol>
            <Readings history={history} />
          </section>
        ) : null
      }
    </Loaded>
  );
}

interface RevisionProps {
  revision: ArticleRevision;
  before: ArticleRevision | undefined;
  language: string;
  isNewest: boolean;
}

function Revision({ revision, before, language, isNewest }: RevisionProps) {
  const { m } = useLanguage();
  const { format } = useSubject();
  const { number, seenAt, title, titleDiff, textDiff, changed, notice } = revision;
  const what = before ? changed.map((part) => m.article.changed[part]).join(', ') : m.article.firstVersion;
  const head = (
    <>
      <span className="revision-number">{m.article.revisionTitle(number)}</span>{' '}
      <span className="quiet small">
        {what} · <time dateTime={seenAt}>{format.dayTime(seenAt)}</time>
      </span>
      <span className="serif revision-title" lang={language}>
        {titleDiff ? <Pieces pieces={titleDiff} /> : title}
      </span>
    </>
  );
  if (!before) return <li className="revision">{head}</li>;
  return (
    <li className="revision">
      <details open={isNewest}>
        <summary>{head}</summary>
        {notice ? (
          <p className="revision-notice">
            <span className="quiet small">{m.article.outletSays}:</span> <q lang={language}>{notice}</q>
          </p>
        ) : null}
        {changed.includes('source') ? <p className="quiet small">{m.article.readMoreWhole}</p> : null}
        <LabelMoves before={before} after={revision} />
        {textDiff ? <Diff diff={textDiff} language={language} /> : null}
      </details>
    </li>
  );
}

/** Which frames and topics came and went with a version, and where the relevance moved. */
function LabelMoves({ before, after }: { before: ArticleRevision; after: ArticleRevision }) {
  const { m } = useLanguage();
  const { label, format } = useSubject();
  const [old, young] = [before.judgement, after.judgement];
  if (!old || !young) return null;
  const moves = movesOf(old.labels, young.labels);
  const score = (value: number | null): string => (value === null ? '–' : format.score(value));
  return (
    <div className="label-moves small">
      <p className="quiet tabular">
        {m.article.relevanceMove(format.score(old.relevance.score), format.score(young.relevance.score))}
      </p>
      {moves.length === 0 ? (
        <p className="quiet">{m.article.framesStayed}</p>
      ) : (
        <ul>
          {moves.map(({ kind, labelId, was, is }) => (
            <li key={`${kind} ${labelId}`}>
              <strong>{is === null ? `− ${m.article.framesWent}` : `+ ${m.article.framesCame}`}</strong>{' '}
              {label(kind, labelId).name}{' '}
              <span className="quiet tabular">
                {score(was)} → {score(is)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {old.modelVersion === young.modelVersion ? null : <p className="quiet">{m.article.otherModel}</p>}
    </div>
  );
}

/** Labels that only one of the versions carries for sure. */
function movesOf(before: readonly LabelScore[], after: readonly LabelScore[]) {
  const sure = (labels: readonly LabelScore[]) =>
    new Map(
      labels.filter(({ decision }) => decision === 'yes').map((one) => [`${one.kind} ${one.labelId}`, one]),
    );
  const [old, young] = [sure(before), sure(after)];
  const came = [...young].filter(([key]) => !old.has(key));
  const went = [...old].filter(([key]) => !young.has(key));
  return [
    ...came.map(([, { kind, labelId, score }]) => ({ kind, labelId, was: null, is: score })),
    ...went.map(([, { kind, labelId, score }]) => ({ kind, labelId, was: score, is: null })),
  ];
}

function Readings({ history }: { history: ArticleHistory }) {
  const { m } = useLanguage();
  const { format } = useSubject();
  if (history.readings.length === 0) return null;
  return (
    <div className="readings small quiet">
      <h3>{m.article.readingsTitle}</h3>
      <ul>
        {history.readings.map(({ at, outcome, note }) => (
          <li key={at} title={note ?? undefined}>
            <time dateTime={at} className="tabular">
              {format.dayTime(at)}
            </time>
            : {m.article.readings[outcome]}
          </li>
        ))}
        {history.nextReadingAt ? (
          <li>{m.article.nextReading(format.dayTime(history.nextReadingAt))}</li>
        ) : null}
      </ul>
    </div>
  );
}
