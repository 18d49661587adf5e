import type { Alert } from '@framewatch/contracts';
import { Link } from '@tanstack/react-router';
import { carriedOver } from '../../../api/view.ts';
import { useSubject } from '../../../ui/subject.tsx';
import { useWhen } from '../use-when.ts';
import { useWords } from '../words/use-words.tsx';

/** Later articles of the same story, folded into the alert and opened in place. */
export function Updates({ alert: { updates, beat } }: { alert: Alert }) {
  const words = useWords();
  const { view } = useSubject();
  const when = useWhen();
  if (updates.count === 0) return null;
  const search = { ...carriedOver(view), ...(beat === null ? {} : { beat }) };
  return (
    <details className="updates small">
      <summary>{words.updates.and(updates.count)}</summary>
      {updates.latest.length < updates.count ? (
        <p className="quiet">{words.updates.latest(updates.latest.length)}</p>
      ) : null}
      <ul>
        {updates.latest.map(({ articleId, title, outlet, at }) => (
          <li key={articleId}>
            <span className="quiet nowrap tabular">{when.moment(at)}</span>{' '}
            <Link to="/articles/$id" params={{ id: articleId }} search={search}>
              {title}
            </Link>{' '}
            <span className="quiet">{outlet}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
