import type { WordsAnswer, WordSentence } from '@framewatch/contracts';
import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Period } from '../../api/period.ts';
import { useWordsApart } from '../../api/queries.ts';
import { carriedOver } from '../../api/view.ts';
import { useFilterChoices } from '../../ui/filters.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { ChartSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';

type Side = 'a' | 'b';

/** Two groups or outlets, and the words that one of them uses in more of its stories than the other. */
export function WordsApart({ period }: { period: Period }) {
  const { m } = useLanguage();
  const { beat, view, format } = useSubject();
  const { group, outlet } = useFilterChoices();
  const [chosen, choose] = useState<Partial<Record<Side, string>>>({});
  const [a, b] = [chosen.a ?? keyOf('group', group[0]), chosen.b ?? keyOf('group', group[1])];
  const id = useId();
  const query = useWordsApart(
    beat.id,
    period,
    view,
    a && b && a !== b ? { ...asked('a', a), ...asked('b', b) } : null,
  );
  const nameOf = (value: string): string =>
    [
      ...group.map((one) => ({ ...one, value: `group ${one.value}` })),
      ...outlet.map((one) => ({ ...one, value: `outlet ${one.value}` })),
    ].find((one) => one.value === value)?.label ?? value;
  const field = (side: Side, label: string, value: string) => (
    <NativeSelect
      size="xs"
      label={label}
      value={value}
      onChange={({ currentTarget }) => choose({ ...chosen, [side]: currentTarget.value })}
      data={[
        { value: '', label: m.apart.choose },
        { group: m.apart.groups, items: group.map((one) => ({ ...one, value: `group ${one.value}` })) },
        { group: m.apart.outlets, items: outlet.map((one) => ({ ...one, value: `outlet ${one.value}` })) },
      ]}
    />
  );
  return (
    <section className="words-apart" aria-labelledby={id}>
      <h2 id={id}>{m.apart.title}</h2>
      <p className="quiet">{m.apart.intro}</p>
      <div className="words-apart-sides">
        {field('a', m.apart.sideA, a)}
        {field('b', m.apart.sideB, b)}
      </div>
      {a !== '' && a === b ? <p className="quiet">{m.apart.same}</p> : null}
      {a && b && a !== b ? (
        <Loaded query={query} skeleton={<ChartSkeleton height={240} />} time={format.time}>
          {(answer) => <Columns answer={answer} names={{ a: nameOf(a), b: nameOf(b) }} />}
        </Loaded>
      ) : null}
    </section>
  );
}

const keyOf = (kind: 'group' | 'outlet', choice: { value: string } | undefined): string =>
  choice ? `${kind} ${choice.value}` : '';

/** `group wire` as the question of one side. */
function asked(side: Side, value: string): Record<string, string> {
  const [kind = '', id = ''] = value.split(' ', 2);
  return { [`${side}${kind === 'group' ? 'Group' : 'Outlet'}`]: id };
}

function Columns({ answer, names }: { answer: WordsAnswer; names: Record<Side, string> }) {
  const { m, lang } = useLanguage();
  const { format } = useSubject();
  if (Math.min(answer.a.read, answer.b.read) < answer.needed)
    return (
      <p className="quiet">
        {m.apart.tooFew(answer.needed)} {names.a}: {format.number(answer.a.stories)}, {names.b}:{' '}
        {format.number(answer.b.stories)}.
      </p>
    );
  const language = answer.language
    ? (new Intl.DisplayNames(lang, { type: 'language' }).of(answer.language) ?? answer.language)
    : '';
  return (
    <>
      <p className="quiet small">{m.apart.tried(answer.tried, language)}</p>
      {answer.words.length === 0 ? <p>{m.apart.none}</p> : null}
      {answer.words.length === 0 ? null : (
        <div className="words-apart-columns">
          {(['a', 'b'] as const).map((side) => (
            <div key={side}>
              <h3>
                {names[side]} <span className="quiet small">{m.apart.stories(answer[side].read)}</span>
              </h3>
              <Words answer={answer} side={side} />
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function Words({ answer, side }: { answer: WordsAnswer; side: Side }) {
  const { m } = useLanguage();
  const words = answer.words.filter((one) => one.side === side);
  const other = side === 'a' ? 'b' : 'a';
  if (words.length === 0) return <p className="quiet small">{m.apart.nothingOf}</p>;
  return (
    <ul className="words-list">
      {words.map((one) => (
        <li key={one.word}>
          <details>
            <summary>
              <span className="words-list-word">{one.word}</span>
              <span className="words-list-bars" aria-hidden="true">
                <span style={{ width: `${(100 * one[side]) / answer[side].read}%` }} />
                <span style={{ width: `${(100 * one[other]) / answer[other].read}%` }} />
              </span>
              <span className="quiet small tabular">
                {m.apart.counts(one[side], answer[side].read, one[other], answer[other].read)}
              </span>
            </summary>
            <ul className="frame-sentences">
              {one.sentences.map((sentence) => (
                <Sentence key={sentence.articleId} sentence={sentence} />
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}

function Sentence({ sentence }: { sentence: WordSentence }) {
  const { view, format } = useSubject();
  const { text, wordStart, wordEnd } = sentence;
  return (
    <li>
      <blockquote className="quote">
        {text.slice(0, wordStart)}
        <mark>{text.slice(wordStart, wordEnd)}</mark>
        {text.slice(wordEnd)}
      </blockquote>
      <p className="quiet small">
        <Link to="/articles/$id" params={{ id: sentence.articleId }} search={carriedOver(view)}>
          {sentence.outlet}
        </Link>
        , {format.day(sentence.countedAt)}
      </p>
    </li>
  );
}
