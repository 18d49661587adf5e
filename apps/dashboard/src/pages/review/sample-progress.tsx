import type { ReviewAnswer } from '@framewatch/contracts';
import { Progress } from '@mantine/core';
import { useLanguage } from '../../ui/language.tsx';
import { useSubject } from '../../ui/subject.tsx';

/** How far the random sample is, and how much is undecided. */
export function SampleProgress({ answer: { random, unclear } }: { answer: ReviewAnswer }) {
  const { m } = useLanguage();
  const { format } = useSubject();
  const needed = Math.min(random.needed, random.population);
  return (
    <section className="panel review-progress" aria-label={m.review.sample}>
      <p>
        {m.review.judged(format.number(random.judged), format.number(random.needed))}{' '}
        <span className="quiet">
          {random.judged >= random.needed
            ? m.review.enough
            : random.population < random.needed
              ? m.review.tooSmall(format.number(random.population), random.days)
              : m.review.notEnough}
        </span>
      </p>
      <Progress
        value={needed === 0 ? 0 : Math.min(100, (100 * random.judged) / random.needed)}
        aria-label={m.review.sample}
        size="sm"
      />
      <p className="quiet small">{m.review.unclear(format.number(unclear.articles), unclear.days)}</p>
    </section>
  );
}
