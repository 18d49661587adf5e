import type { LabelInfo, LabelKind } from '@framewatch/contracts';
import { Link } from '@tanstack/react-router';
import { carriedOver } from '../../api/view.ts';
import { Swatch } from '../../charts/components/marker-shape.tsx';
import { nameOf } from '../../ui/filters.tsx';
import { pickText, useLanguage } from '../../ui/language.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { DriftPanel } from './drift-panel.tsx';
import { LabelFigures, ModelFiguresPanel } from './label-figures.tsx';
import { TryText } from './try-text.tsx';

/** What the classifier was told: frames, topics and briefs, and a place to try it on any text. */
export function SeedsPage() {
  const { m, lang } = useLanguage();
  const { beat, format, view } = useSubject();
  return (
    <div className="seeds-page">
      <header className="page-head">
        <h1>{m.seeds.title}</h1>
        <p className="quiet">
          {beat.model
            ? m.seeds.model(beat.model.version, format.dayTime(beat.model.activatedAt))
            : m.seeds.noModel}
        </p>
      </header>
      <p className="seeds-intro">
        <strong>{pickText(beat.name, lang)}.</strong> {pickText(beat.description, lang)}{' '}
        <span className="quiet">{m.seeds.intro}</span>
      </p>
      <TryText />
      <ModelFiguresPanel />
      <section className="panel" aria-label={m.review.title}>
        <h2>{m.review.title}</h2>
        <p className="seeds-intro">
          {m.review.invitation}{' '}
          <Link to="/review" search={carriedOver(view)}>
            {m.review.start}
          </Link>
        </p>
      </section>
      <DriftPanel />
      <Labels kind="frame" title={m.seeds.frames} />
      <Labels kind="topic" title={m.seeds.topics} />
      <Briefs />
    </div>
  );
}

function Labels({ kind, title }: { kind: LabelKind; title: string }) {
  const { beat } = useSubject();
  const labels = beat.labels.filter((label) => label.kind === kind).sort((a, b) => a.position - b.position);
  return (
    <section className="panel" aria-label={title}>
      <h2>
        {title} <span className="quiet">{labels.length}</span>
      </h2>
      <ul className="seed-labels">
        {labels.map((info) => (
          <SeedLabel key={info.id} info={info} />
        ))}
      </ul>
    </section>
  );
}

function SeedLabel({ info }: { info: LabelInfo }) {
  const { m, lang } = useLanguage();
  const { label } = useSubject();
  const { name, look } = label(info.kind, info.id);
  const cues = Object.entries(info.cues).filter(([, words]) => words.length > 0);
  const total = cues.reduce((sum, [, words]) => sum + words.length, 0);
  return (
    <li className="seed-label">
      <h3>
        {info.kind === 'frame' ? <Swatch {...look} /> : null} {name}
      </h3>
      <p>{pickText(info.definition, lang)}</p>
      {info.codebook ? <p className="quiet small">{m.seeds.codebook(info.codebook)}</p> : null}
      <LabelFigures kind={info.kind} id={info.id} />
      {total > 0 ? (
        <details className="small">
          <summary>{m.seeds.cues(total)}</summary>
          {cues.map(([language, words]) => (
            <p key={language} lang={language}>
              <span className="quiet">{nameOf('language', language, lang)}:</span> {words.join(' · ')}
            </p>
          ))}
        </details>
      ) : null}
    </li>
  );
}

function Briefs() {
  const { m } = useLanguage();
  const { beat } = useSubject();
  if (beat.briefs.length === 0) return null;
  return (
    <section className="panel" aria-label={m.seeds.briefs}>
      <h2>
        {m.seeds.briefs} <span className="quiet">{beat.briefs.length}</span>
      </h2>
      {beat.briefs.map(({ id, title, manner, text }) => (
        <details key={id} id={`brief-${id}`} className="brief">
          <summary>
            {title} <span className="quiet small">{manner}</span>
          </summary>
          <div className="serif brief-text">
            {text.split(/\n{2,}/).map((paragraph) => (
              <p key={paragraph.slice(0, 60)}>{paragraph}</p>
            ))}
          </div>
        </details>
      ))}
    </section>
  );
}
