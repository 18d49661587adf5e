const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes as an editor says them: `45 minutes`, `1 hour`, `36 hours`, `3 days`. */
export function duration(minutes: number): string {
  if (minutes < 1) return 'less than a minute';
  if (minutes < 90) return Math.round(minutes) === 60 ? '1 hour' : count(Math.round(minutes), 'minute');
  if (minutes < 2 * DAY) return count(Math.round(minutes / HOUR), 'hour');
  return count(Math.round(minutes / DAY), 'day');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

/** As the end of a sentence: `every hour`, `every 2 hours`. */
export function every(minutes: number): string {
  const words = duration(minutes);
  return `every ${words.startsWith('1 ') ? words.slice(2) : words}`;
}
