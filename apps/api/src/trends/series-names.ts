import type { BeatSeeds, Dimension } from '@framewatch/contracts';

export interface SeriesName {
  key: string;
  name: string;
}

/**
 * Names of a chart's series, in order. Labels of the beat are all drawn, also those that nothing was found for;
 * of outlets, groups, countries and languages only those that were counted.
 */
export function seriesNames(
  by: Dimension,
  counted: readonly { key: string; count: number }[],
  seeds: BeatSeeds,
  outlets: ReadonlyMap<string, string>,
): SeriesName[] {
  switch (by) {
    case 'none':
      return [{ key: '', name: 'All' }];
    case 'topic':
    case 'frame':
      return seeds.labels
        .filter(({ kind }) => kind === by)
        .map(({ id, name }) => ({ key: id, name: name['en'] ?? id }));
    case 'outlet':
      return byCount(counted).map((key) => ({ key, name: outlets.get(key) ?? `Outlet ${key}` }));
    case 'group':
      return byCount(counted).map((key) => ({ key, name: groupName(key) }));
    case 'country':
      return byCount(counted).map((key) => ({ key, name: displayName('region', key) }));
    case 'language':
      return byCount(counted).map((key) => ({ key, name: displayName('language', key) }));
  }
}

function byCount(counted: readonly { key: string; count: number }[]): string[] {
  return [...counted].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).map(({ key }) => key);
}

/** `state-media` as `State media`. */
function groupName(key: string): string {
  const words = key.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function displayName(type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames('en', { type }).of(code) ?? code;
  } catch {
    return code;
  }
}
