import type { FileProblem } from '@framewatch/contracts';
import { useLanguage } from '../../ui/language.tsx';

/** Mistakes in the files that people edit: where each is and how to mend it. */
export function ConfigProblems({ problems }: { problems: readonly FileProblem[] }) {
  const { m } = useLanguage();
  const known = new Map(
    problems.map((problem) => [`${problem.file}:${problem.line}:${problem.message}`, problem]),
  );
  if (known.size === 0) return null;
  return (
    <section id="problems" className="config-problems" aria-labelledby="problems-title">
      <h2 id="problems-title">{m.feeds.problemsTitle}</h2>
      <ul>
        {[...known].map(([key, { file, line, message, remedy }]) => (
          <li key={key}>
            <p>
              <code>{m.feeds.problemAt(file, line)}</code> {message}
            </p>
            <p className="quiet">
              {m.feeds.remedy}: {remedy}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
