import type { AlertRuleConfig, RulePreview } from '@framewatch/contracts';
import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useRulePreview } from '../../../api/alerts.ts';
import { QuoteLine } from '../../../ui/label-chip.tsx';
import { useSubject } from '../../../ui/subject.tsx';
import { problemText } from '../problem-text.ts';
import { useWhen } from '../use-when.ts';
import { useWhyText } from '../use-why-text.ts';
import { useWords } from '../words/use-words.tsx';
import { DayBars } from './day-bars.tsx';
import type { PartProps } from './kind-field.tsx';
import { TooManyWarning } from './too-many-warning.tsx';

/** A change is waited out for so long before it is looked back again. */
const pauseMs = 600;

/** What the rule would have raised, asked anew as it changes. */
export function LookBack({ rule, ...parts }: PartProps & { rule: AlertRuleConfig }) {
  const words = useWords();
  const { period } = useSubject();
  const canAsk = !('troubles' in rule) || rule.troubles.length > 0;
  const [asked] = useDebouncedValue(JSON.stringify(canAsk ? forPreview(rule) : null), pauseMs);
  const query = useRulePreview(JSON.parse(asked) as AlertRuleConfig | null, period.tz);
  return (
    <section className="look-back" aria-labelledby="look-back-title" aria-busy={query.isFetching}>
      <h3 id="look-back-title">{words.editor.preview}</h3>
      {query.error && !query.isFetching ? (
        <p className="field-error small" role="alert">
          {words.editor.previewFailed}: {problemText(query.error, words)}
        </p>
      ) : query.data ? (
        <Found preview={query.data} stale={query.isFetching} {...parts} />
      ) : (
        <p className="quiet small">{canAsk ? words.editor.previewLoading : words.editor.previewNone}</p>
      )}
    </section>
  );
}

/** What is asked does not depend on the name or on where it is told: writing these asks nothing anew. */
function forPreview(rule: AlertRuleConfig): AlertRuleConfig {
  return { ...rule, id: rule.id || 'preview', name: 'Preview', enabled: true, channels: ['in-app'] };
}

function Found({ preview, stale, ...parts }: PartProps & { preview: RulePreview; stale: boolean }) {
  const words = useWords();
  const { format } = useSubject();
  const [days, setDays] = useState(30);
  const chosen = preview.periods.find((one) => one.days === days) ?? preview.periods.at(-1);
  if (!chosen) return null;
  return (
    <div className={stale ? 'look-back-found stale-figures' : 'look-back-found'}>
      <div className="look-back-head">
        <p aria-live="polite">{words.editor.fired(format.number(chosen.wouldHaveFired), chosen.days)}</p>
        <SegmentedControl
          size="xs"
          aria-label={words.editor.periods}
          value={String(chosen.days)}
          onChange={(value) => setDays(Number(value))}
          data={preview.periods.map((one) => ({
            value: String(one.days),
            label: words.editor.lastDays(one.days),
          }))}
        />
      </div>
      <DayBars perDay={chosen.perDay} days={chosen.days} />
      <TooManyWarning preview={preview} {...parts} />
      <Examples preview={preview} />
      {preview.caveats.length > 0 ? (
        <div className="small quiet">
          <h4>{words.editor.caveats}</h4>
          <ul className="caveats">
            {preview.caveats.map((caveat) => (
              <li key={caveat}>{caveat}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

/** The newest of what would have come, as they would look. */
function Examples({ preview: { shown } }: { preview: RulePreview }) {
  const words = useWords();
  const { moment } = useWhen();
  const whyText = useWhyText();
  if (shown.length === 0) return null;
  return (
    <>
      <h4>{words.editor.shown(shown.length)}</h4>
      <ol className="examples">
        {shown.map((one) => (
          <li key={`${one.at} ${one.title}`}>
            <p className="quiet small tabular">
              {moment(one.at)}
              {one.outlet ? ` · ${one.outlet}` : ''}
            </p>
            <p className="alert-title">{one.title}</p>
            <p className="small">{whyText(one)}</p>
            {one.quotes.slice(0, 1).map((quote) => (
              <QuoteLine key={quote.text} quote={quote} />
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
