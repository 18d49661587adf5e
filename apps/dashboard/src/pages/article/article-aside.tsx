import type { ArticleDetail, LabelKind } from '@framewatch/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { withoutFilters } from '../../api/view.ts';
import { Swatch } from '../../charts/components/marker-shape.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { useSubject } from '../../ui/subject.tsx';

type Only = { kind: LabelKind; labelId: string } | null;

interface AsideProps {
  article: ArticleDetail;
  only: Only;
  onOnly: (only: Only) => void;
}

/** Everything beside the text: why, which sentences, who else, what changed. */
export function ArticleAside({ article, only, onOnly }: AsideProps) {
  return (
    <aside className="article-aside">
      <WhyRelevant article={article} />
      <EvidenceList article={article} only={only} onOnly={onOnly} />
      <SameStory article={article} />
      <Reading article={article} />
    </aside>
  );
}

function Block({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="aside-block">
      <h2>
        {title} {aside}
      </h2>
      {children}
    </section>
  );
}

function WhyRelevant({ article }: { article: ArticleDetail }) {
  const { m } = useLanguage();
  const { format } = useSubject();
  const { relevance, relevanceDetail } = article;
  return (
    <Block
      title={m.article.whyRelevant}
      aside={<span className="quiet tabular aside-score">{format.score(relevance.score)}</span>}
    >
      {relevance.decision === 'yes' ? null : (
        <p>{relevance.decision === 'unclear' ? m.article.unclearTitle : m.article.notRelevant}</p>
      )}
      {article.covered ? null : <p>{m.article.notCovered}</p>}
      {relevanceDetail && relevanceDetail.groups.length > 0 ? (
        <ul className="concepts" aria-label={m.article.concepts}>
          {relevanceDetail.groups.map(({ id, mentions, inLead }) => (
            <li key={id}>
              {id.replaceAll('_', ' ')} <span className="quiet tabular">{m.article.mentions(mentions)}</span>
              {inLead ? <span className="quiet"> {m.article.inLead}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {article.briefs.length > 0 ? (
        <>
          <h3 className="quiet small">{m.article.nearestBriefs}</h3>
          <ul>
            {article.briefs.slice(0, 3).map(({ id, title, similarity }) => (
              <li key={id} className="brief-line">
                <Link to="/seeds" hash={`brief-${id}`}>
                  {title}
                </Link>{' '}
                <span className="quiet tabular" title={m.article.similarity}>
                  {format.score(similarity)}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Block>
  );
}

function EvidenceList({ article, only, onOnly }: AsideProps) {
  const { m } = useLanguage();
  const { label } = useSubject();
  const decided = article.labels.filter(({ decision }) => decision !== 'no');
  const rows = decided
    .map(({ kind, labelId }) => {
      const own = article.evidence.filter(
        (one) => one.kind === kind && one.labelId === labelId && one.weight > 0,
      );
      const reported = own.filter(({ voice }) => voice.kind === 'reported').length;
      return { kind, labelId, sentences: own.length, reported, ...label(kind, labelId) };
    })
    .filter(({ sentences }) => sentences > 0);
  return (
    <Block title={m.article.evidence}>
      {rows.length === 0 ? <p className="quiet">{m.article.noEvidence}</p> : null}
      <ul>
        {rows.map(({ kind, labelId, name, look, sentences, reported }) => {
          const chosen = only?.kind === kind && only.labelId === labelId;
          return (
            <li key={`${kind} ${labelId}`}>
              <button
                type="button"
                className="plain evidence-line"
                aria-pressed={chosen}
                onClick={() => onOnly(chosen ? null : { kind, labelId })}
              >
                {kind === 'frame' ? <Swatch {...look} /> : <span className="no-swatch" />}
                <span>{name}</span>
                <span className="quiet small">{m.article.evidenceCount(sentences, reported)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Block>
  );
}

const mostOthers = 6;

function SameStory({ article }: { article: ArticleDetail }) {
  const { m } = useLanguage();
  const { view, format, label } = useSubject();
  if (article.sameStory.length === 0 && article.agency === null) return null;
  return (
    <Block title={m.article.sameStory}>
      {article.story ? (
        <p className="quiet small">
          <Link to="/articles" search={{ ...withoutFilters(view), story: article.story.id }}>
            {m.article.story(article.story.articles, article.story.outlets)}
          </Link>
        </p>
      ) : null}
      <CopyLine article={article} />
      <ul className="same-story">
        {othersOf(article).map((other) => (
          <li key={other.id}>
            <p className="quiet small">
              {other.outlet} · {format.short(other.countedAt)}
              {other.isCopy ? ` · ${m.article.copy}` : ''}{' '}
              {other.frames.map((frame) => {
                const { name, look } = label('frame', frame);
                return (
                  <span key={frame} role="img" aria-label={name} title={name}>
                    <Swatch {...look} />
                  </span>
                );
              })}
              {other.frames.length === 0 ? m.article.noFrames : ''}
            </p>
            <Link to="/articles/$id" params={{ id: other.id }} search={view}>
              {other.title}
            </Link>
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** Whose text it is, as credited in it or in a copy, and where else it stands. */
function CopyLine({ article }: { article: ArticleDetail }) {
  const { m } = useLanguage();
  const copies = article.sameStory.filter(({ isCopy }) => isCopy);
  if (copies.length === 0 && article.agency === null) return null;
  const outlets = [...new Set(copies.map(({ outlet }) => outlet))];
  return (
    <p className="small">
      {article.agency === null ? m.article.copyOfOther : m.article.copyOf(article.agency)}
      {outlets.length > 0 ? ` · ${m.article.alsoAt(outlets.join(', '))}` : ''}
    </p>
  );
}

/** Copies first, then those nearest in time; the link above leads to all. */
function othersOf({ sameStory, countedAt }: ArticleDetail): ArticleDetail['sameStory'] {
  const distance = (other: string) => Math.abs(Date.parse(other) - Date.parse(countedAt));
  return [...sameStory]
    .sort((a, b) => Number(b.isCopy) - Number(a.isCopy) || distance(a.countedAt) - distance(b.countedAt))
    .slice(0, mostOthers);
}

function Reading({ article }: { article: ArticleDetail }) {
  const { m } = useLanguage();
  const { format } = useSubject();
  const { extraction, page } = article;
  return (
    <Block title={m.article.extraction}>
      <ul className="small quiet">
        <li>
          {[m.article.source[article.textSource], extraction.method].filter(Boolean).join(' · ')}
          {extraction.quality === null ? '' : ` · ${m.article.quality(format.percent(extraction.quality))}`}
        </li>
        {extraction.note ? <li>{extraction.note}</li> : null}
        {page.truncation ? <li>{m.article.truncation[page.truncation]}</li> : null}
        <PageLines article={article} />
        <li>
          {m.article.fates[article.fate]}
          {article.fateReason ? `: ${article.fateReason}` : ''}
        </li>
        <li>{m.article.firstSeen(format.dayTime(article.firstSeenAt))}</li>
        {article.sightings.map(({ feedUrl, seenAt }) => (
          <li key={feedUrl + seenAt} className="address">
            {m.article.seenIn} {feedUrl}
          </li>
        ))}
        {article.modelVersion ? <li>{m.chart.model(article.modelVersion)}</li> : null}
      </ul>
    </Block>
  );
}

/** What the page says of itself: where it stands, when the outlet changed it, and its picture's address. */
function PageLines({ article: { page, outlet } }: { article: ArticleDetail }) {
  const { m } = useLanguage();
  const { format } = useSubject();
  const place = [page.siteName === outlet.name ? null : page.siteName, page.section].filter(Boolean);
  return (
    <>
      {place.length > 0 ? <li>{m.article.place(place.join(' › '))}</li> : null}
      {page.modifiedAt ? <li>{m.article.modified(format.dayTime(page.modifiedAt))}</li> : null}
      {page.leadImage ? (
        <li>
          <a href={page.leadImage} target="_blank" rel="noreferrer noopener">
            {m.article.leadImage}
          </a>
        </li>
      ) : null}
    </>
  );
}
