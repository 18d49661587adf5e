import { Button, NativeSelect, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import type { Bucket } from '@framewatch/contracts';
import { longestByHour, readPeriod } from '../api/period.ts';
import { buckets, type Of, type Range, ranges, type Show, type View } from '../api/view.ts';
import { FilterChips, FilterFields } from './filters.tsx';
import { Icon } from './icons.tsx';
import { useLanguage } from './language.tsx';
import { useSubject } from './subject.tsx';
import { useChangeView } from './use-view.ts';

const Sheet = lazy(async () => ({ default: (await import('./sheet.tsx')).Sheet }));

export type ControlName = 'bucket' | 'show' | 'of' | 'compare' | 'weight';

/** Period, zone and measure, all of them in the address. On narrow screens they wait in a sheet. */
export function Controls({ offer }: { offer: readonly ControlName[] }) {
  const { m } = useLanguage();
  /** Null until the sheet is first asked for. */
  const [open, setOpen] = useState<boolean | null>(null);
  const [filters, setFilters] = useState(false);
  return (
    <section className="controls no-print" aria-label={m.controls.open}>
      <div className="controls-wide">
        <Fields offer={offer} />
        <Button
          size="compact-sm"
          variant={filters ? 'light' : 'subtle'}
          color="gray"
          leftSection={<Icon name="filters" />}
          aria-expanded={filters}
          onClick={() => setFilters(!filters)}
        >
          {m.controls.filters}
        </Button>
      </div>
      {filters ? (
        <div className="filter-fields">
          <FilterFields />
        </div>
      ) : null}
      <button type="button" className="plain controls-narrow" onClick={() => setOpen(true)}>
        <Icon name="filters" /> <Summary offer={offer} />
      </button>
      {open === null ? null : (
        <Suspense>
          <Sheet
            opened={open}
            onClose={() => setOpen(false)}
            title={m.controls.open}
            closeLabel={m.controls.done}
          >
            <div className="controls-sheet">
              <Fields offer={offer} />
              <FilterFields />
              <Button onClick={() => setOpen(false)}>{m.controls.done}</Button>
            </div>
          </Sheet>
        </Suspense>
      )}
      <FilterChips />
    </section>
  );
}

function Summary({ offer }: { offer: readonly ControlName[] }) {
  const { m } = useLanguage();
  const { period, view, format } = useSubject();
  const range =
    period.range === 'custom'
      ? `${format.day(period.from)} – ${format.day(new Date(Date.parse(period.to) - 1))}`
      : m.controls.rangeLong[period.range];
  const parts = [range];
  if (offer.includes('bucket')) parts.push(m.controls.buckets[period.bucket]);
  parts.push(m.controls.zones[period.tz] ?? period.tz);
  if (offer.includes('show')) parts.push(view.show === 'count' ? m.controls.count : m.controls.share);
  return <span>{parts.join(' · ')}</span>;
}

function Fields({ offer }: { offer: readonly ControlName[] }) {
  return (
    <>
      <RangeField />
      {offer.includes('bucket') ? <BucketField /> : null}
      <ZoneField />
      {offer.includes('show') ? <ShowField /> : null}
      {offer.includes('of') ? <OfField /> : null}
      {offer.includes('compare') ? <CompareField /> : null}
      {offer.includes('weight') ? <WeightField /> : null}
    </>
  );
}

/** Another period begins without the bucket and without the opened point of the one before. */
const whole = { bucket: undefined, since: undefined, until: undefined };

function RangeField() {
  const { m } = useLanguage();
  const { period } = useSubject();
  const change = useChangeView();
  const choose = (range: Range) =>
    change(
      range === 'custom'
        ? { ...whole, range, from: period.firstDay, to: period.lastDay }
        : { ...whole, range, from: undefined, to: undefined },
    );
  return (
    <>
      <SegmentedControl<Range>
        size="xs"
        aria-label={m.controls.period}
        value={period.range}
        onChange={choose}
        data={ranges.map((range) => ({ value: range, label: m.controls.range[range] }))}
      />
      {period.range === 'custom' ? (
        <span className="custom-range">
          <TextInput
            size="xs"
            type="date"
            aria-label={m.controls.from}
            value={period.firstDay}
            max={period.lastDay}
            onChange={({ currentTarget }) => currentTarget.value && change({ from: currentTarget.value })}
          />
          <span className="quiet">–</span>
          <TextInput
            size="xs"
            type="date"
            aria-label={m.controls.to}
            value={period.lastDay}
            min={period.firstDay}
            onChange={({ currentTarget }) => currentTarget.value && change({ to: currentTarget.value })}
          />
        </span>
      ) : null}
    </>
  );
}

function BucketField() {
  const { m } = useLanguage();
  const { period, view, status } = useSubject();
  const change = useChangeView();
  const { bucket: _chosen, ...automatic } = view;
  const now = new Date(status.now);
  const offered = buckets.filter((bucket) => bucket !== 'hour' || period.days <= longestByHour);
  return (
    <NativeSelect
      size="xs"
      aria-label={m.controls.bucket}
      value={view.bucket ? period.bucket : ''}
      onChange={({ currentTarget }) =>
        change({ bucket: (currentTarget.value || undefined) as Bucket | undefined })
      }
      data={[
        {
          value: '',
          label: m.controls.automatic(m.controls.buckets[readPeriod(automatic, now, period.tz).bucket]),
        },
        ...offered.map((bucket) => ({ value: bucket, label: m.controls.buckets[bucket] })),
      ]}
    />
  );
}

function ZoneField() {
  const { m } = useLanguage();
  const { period, status } = useSubject();
  const change = useChangeView();
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const zones = [
    ...new Set(['Asia/Tokyo', 'America/New_York', 'UTC', status.defaultTimezone, own, period.tz]),
  ];
  return (
    <NativeSelect
      size="xs"
      aria-label={m.controls.zone}
      title={m.controls.zone}
      value={period.tz}
      onChange={({ currentTarget }) => change({ tz: currentTarget.value })}
      data={zones.map((zone) => ({
        value: zone,
        label: m.controls.zones[zone] ?? (zone === own ? m.controls.ownZone(zone) : zone),
      }))}
    />
  );
}

function ShowField() {
  const { m } = useLanguage();
  const { view } = useSubject();
  const change = useChangeView();
  return (
    <Either<Show>
      name={m.controls.measure}
      value={view.show ?? 'share'}
      onChange={(show) => change({ show })}
      words={{ share: m.controls.share, count: m.controls.count }}
    />
  );
}

function OfField() {
  const { m } = useLanguage();
  const { view } = useSubject();
  const change = useChangeView();
  return (
    <Either<Of>
      name={m.controls.unit}
      value={view.of ?? 'articles'}
      onChange={(of) => change({ of })}
      words={{ articles: m.controls.articles, stories: m.controls.stories }}
    />
  );
}

interface EitherProps<Value extends string> {
  name: string;
  value: Value;
  onChange: (value: Value) => void;
  words: Record<Value, string>;
}

/** A switch between a few values, in the order of their words. */
function Either<Value extends string>({ name, value, onChange, words }: EitherProps<Value>) {
  const values = Object.keys(words) as Value[];
  return (
    <SegmentedControl
      size="xs"
      aria-label={name}
      value={value}
      onChange={(chosen) => onChange(chosen as Value)}
      data={values.map((one) => ({ value: one, label: words[one] }))}
    />
  );
}

function CompareField() {
  const { m } = useLanguage();
  const { view } = useSubject();
  const change = useChangeView();
  return (
    <NativeSelect
      size="xs"
      aria-label={m.controls.compare}
      value={view.compare ?? ''}
      onChange={({ currentTarget }) =>
        change({ compare: (currentTarget.value || undefined) as View['compare'] })
      }
      data={[
        { value: '', label: m.controls.compareWith.none },
        { value: 'before', label: m.controls.compareWith.before },
        { value: 'year', label: m.controls.compareWith.year },
      ]}
    />
  );
}

function WeightField() {
  const { m } = useLanguage();
  const { view } = useSubject();
  const change = useChangeView();
  return (
    <Switch
      size="xs"
      label={m.controls.equalWeight}
      title={m.controls.equalWeightLong}
      checked={view.weight === 'outlets'}
      onChange={({ currentTarget }) => change({ weight: currentTarget.checked ? 'outlets' : undefined })}
    />
  );
}
