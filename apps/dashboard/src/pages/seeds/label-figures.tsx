import type { LabelKind, Measure } from '@framewatch/contracts';
import { useLanguage } from '../../ui/language.tsx';
import { useSubject } from '../../ui/subject.tsx';

/** What the figures were measured on, and those of relevance. */
export function ModelFiguresPanel() {
  const { m } = useLanguage();
  const { beat, format } = useSubject();
  const { figures } = beat;
  if (figures === null) return null;
  const { gold } = figures;
  const words = m.seeds.figures;
  return (
    <section className="panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="seeds-intro">
        {gold ? words.gold(format.number(gold.texts), format.number(gold.heldOut)) : words.noGold}{' '}
        <span className="quiet">{words.reading}</span>
      </p>
      {gold ? (
        <div className="seed-relevance">
          <h3>{words.relevance}</h3>
          <LabelFigures kind="relevance" id="relevance" />
        </div>
      ) : null}
    </section>
  );
}

interface LabelFiguresProps {
  kind: LabelKind | 'relevance';
  id: string;
}

/** Precision and recall of one label: on texts written for testing, and beside it from editors' corrections. */
export function LabelFigures({ kind, id }: LabelFiguresProps) {
  const { m } = useLanguage();
  const { figures } = useSubject().beat;
  if (figures === null) return null;
  const isOurs = (one: { kind: string; labelId: string }) => one.kind === kind && one.labelId === id;
  const gold = figures.gold?.labels.find(isOurs);
  const corrected = figures.corrections.find(isOurs)?.measure;
  const words = m.seeds.figures;
  return (
    <table className="label-figures small tabular">
      <thead>
        <tr>
          <th>{gold ? words.written : ''}</th>
          <th scope="col">{words.precision}</th>
          <th scope="col">{words.recall}</th>
          <th scope="col">n</th>
        </tr>
      </thead>
      <tbody>
        {gold ? <MeasureRow name={words.heldOut} measure={gold.heldOut} /> : null}
        {gold ? <MeasureRow name={words.all} measure={gold.all} /> : null}
        {corrected && corrected.n >= figures.leastCorrections ? (
          <MeasureRow name={words.corrections} measure={corrected} />
        ) : (
          <tr>
            <th scope="row">{words.corrections}</th>
            <td colSpan={3} className="quiet">
              {words.tooFew(corrected?.n ?? 0, figures.leastCorrections)}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function MeasureRow({ name, measure }: { name: string; measure: Measure }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <EstimateCell estimate={measure.precision} />
      <EstimateCell estimate={measure.recall} />
      <td>{measure.positives}</td>
    </tr>
  );
}

function EstimateCell({ estimate }: { estimate: Measure['precision'] }) {
  const { format } = useSubject();
  if (estimate === null) return <td>–</td>;
  const { value, low, high } = estimate;
  return (
    <td>
      {format.percent(value)}{' '}
      <span className="quiet interval">
        {Math.round(100 * low)}–{Math.round(100 * high)}
      </span>
    </td>
  );
}
