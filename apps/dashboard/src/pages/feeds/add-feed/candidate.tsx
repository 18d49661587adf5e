import type { FeedCandidate } from '@framewatch/contracts';
import { Button } from '@mantine/core';
import { useLanguage } from '../../../ui/language.tsx';
import { useSubject } from '../../../ui/subject.tsx';

/** One feed that was found: what it is, how fresh, and the newest of what it holds. */
export function Candidate({ candidate, onChoose }: { candidate: FeedCandidate; onChoose?: () => void }) {
  const { m } = useLanguage();
  const { format } = useSubject();
  const { url, title, kind, format: written, entries, entriesPerDay, newestAt, line, warnings } = candidate;
  const facts = [
    `${m.addFeed.kind[kind]} (${written})`,
    m.addFeed.entries(format.number(entries)),
    ...(entriesPerDay === null ? [] : [m.addFeed.perDay(format.number(entriesPerDay))]),
    ...(newestAt === null ? [] : [m.addFeed.newest(format.dayTime(newestAt))]),
  ];
  const name = title ?? url;
  return (
    <article className="add-feed-candidate" aria-label={name}>
      <header>
        <div>
          <h4>{name}</h4>
          <p className="small address">{url}</p>
          <p className="small quiet">{facts.join(' · ')}</p>
        </div>
        {line === null ? (
          onChoose ? (
            <Button
              size="xs"
              variant="default"
              onClick={onChoose}
              aria-label={`${m.addFeed.choose}: ${name}, ${url}`}
            >
              {m.addFeed.choose}
            </Button>
          ) : null
        ) : (
          <span className="small quiet">{m.addFeed.known(line)}</span>
        )}
      </header>
      {warnings.length > 0 ? (
        <ul className="add-feed-warnings small">
          {warnings.map((warning) => (
            <li key={warning}>{m.addFeed.warnings[warning]}</li>
          ))}
        </ul>
      ) : null}
      <ol className="add-feed-items small">
        {candidate.items.map((item, index) => (
          <li key={item.url ?? index}>
            <span className="quiet nowrap tabular">
              {item.publishedAt ? format.dayTime(item.publishedAt) : m.addFeed.noDate}
            </span>
            <span>
              {item.url ? (
                <a href={item.url} target="_blank" rel="noreferrer">
                  {item.title || item.url}
                </a>
              ) : (
                item.title
              )}
              {item.firstWords ? <span className="quiet add-feed-words"> {item.firstWords}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </article>
  );
}
