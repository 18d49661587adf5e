import type { Headline } from '@framewatch/contracts';
import { Link } from '@tanstack/react-router';
import { useHeadline, useTrend } from '../../api/queries.ts';
import { carriedOver } from '../../api/view.ts';
import type { Format } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';
import type { Messages } from '../../ui/messages/en.ts';
import { LinesSkeleton, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';

/** The presets have a sentence on what changed; a custom range is told by what it holds. */
export function HeadlineSentence() {
  const { period } = useSubject();
  return period.range === 'custom' ? <CustomSentence /> : <PresetSentence />;
}

function CustomSentence() {
  const { m } = useLanguage();
  const { beat, period, view, format } = useSubject();
  const of = view.of ?? 'articles';
  const query = useTrend({ chart: 'coverage', beat: beat.id, period, of, by: 'none', filters: view });
  const total = query.data?.series[0]?.total;
  const [from, to] = [format.day(period.from), format.day(new Date(Date.parse(period.to) - 1))];
  return (
    <div className="headline">
      <h1 className="headline-first">
        {total
          ? m.headline.custom(format.number(total.numerator), format.number(total.denominator), from, to)
          : '…'}
      </h1>
    </div>
  );
}

function PresetSentence() {
  const { m } = useLanguage();
  const { beat, period, format, view, label } = useSubject();
  const query = useHeadline(beat.id, period.days, period.tz);
  return (
    <div className="headline">
      <Loaded query={query} skeleton={<LinesSkeleton lines={2} height={26} />} time={format.time}>
        {(headline) => (
          <>
            <h1 className="headline-first">
              {headline.relevant === 0 ? m.headline.none(headline.days) : countSentence(headline, m, format)}
            </h1>
            {headline.relevant === 0 ? null : (
              <p className="headline-second">
                {headline.movedFrame ? (
                  <>
                    {moveSentence(
                      headline.movedFrame,
                      label('frame', headline.movedFrame.frame).name,
                      m,
                      format,
                    )}{' '}
                    <span className="quiet small">
                      {m.headline.basis(
                        format.number(headline.movedFrame.n),
                        format.number(headline.movedFrame.nBefore),
                      )}
                    </span>{' '}
                    <Link to="/articles" search={{ ...carriedOver(view), frame: headline.movedFrame.frame }}>
                      {m.headline.seeWhy} →
                    </Link>
                  </>
                ) : headline.change === null ? (
                  <span className="quiet">{m.headline.notCompared(headline.whyNoChange ?? '')}</span>
                ) : (
                  <span className="quiet">{m.headline.noMove}</span>
                )}
              </p>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}

function countSentence(headline: Headline, m: Messages, format: Format): string {
  const { days, change } = headline;
  const start = m.headline.relevant(format.number(headline.relevant), format.number(headline.outlets), days);
  if (change === null) return start + m.headline.stop;
  if (Math.abs(change) < 0.005) return start + m.headline.same(days);
  const percent = format.percent(Math.abs(change));
  return start + (change > 0 ? m.headline.more(percent, days) : m.headline.fewer(percent, days));
}

function moveSentence(
  moved: NonNullable<Headline['movedFrame']>,
  frame: string,
  m: Messages,
  format: Format,
): string {
  const [before, now] = [format.percent(moved.shareBefore), format.percent(moved.shareNow)];
  return moved.shareNow > moved.shareBefore
    ? m.headline.rose(frame, before, now)
    : m.headline.fell(frame, before, now);
}
