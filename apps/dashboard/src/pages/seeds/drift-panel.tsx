import { useDrift } from '../../api/queries.ts';
import { useLanguage } from '../../ui/language.tsx';
import { LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';

/** Whether the news still look like what the model was made for. */
export function DriftPanel() {
  const { m, lang } = useLanguage();
  const { beat, format } = useSubject();
  const query = useDrift(beat.id);
  const words = m.drift;
  return (
    <section className="panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      <Loaded query={query} skeleton={<LinesSkeleton lines={3} height={16} />} time={format.time}>
        {({ scores, now, before, needed, unseen }) => (
          <div className="seeds-intro">
            <p>
              {scores === null
                ? words.tooFew(format.number(now.articles), now.days, format.number(before.articles), needed)
                : words.levels[scores.level]}{' '}
              {scores === null ? null : (
                <span className="quiet small tabular">
                  {words.index(scores.index.toFixed(2), scores.chance.toFixed(2), now.days, before.days)}
                </span>
              )}
            </p>
            {unseen.share === null ? null : (
              <p>
                {words.unseen(format.percent(unseen.share), format.number(unseen.articles))}{' '}
                {unseen.words.length === 0 ? <span className="quiet">{words.noWords}</span> : words.words}
              </p>
            )}
            {unseen.words.length === 0 ? null : (
              <ul className="unseen-words">
                {unseen.words.map(({ word, language, texts, outlets }) => (
                  <li key={`${language} ${word}`}>
                    <span lang={language}>{word}</span>{' '}
                    <span className="quiet small">
                      {words.spread(texts.toLocaleString(lang), outlets.toLocaleString(lang))}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </div>
        )}
      </Loaded>
    </section>
  );
}
