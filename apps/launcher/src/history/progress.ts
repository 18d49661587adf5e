/** Shows how far something is: one line that is drawn anew on a terminal, a line now and then elsewhere. */
export interface Progress {
  /** `done` of `total`, in whatever unit; `note` is shown beside the bar, and `left` for how long it will take where the caller knows better. */
  show(done: number, total: number, note: string, left?: string): void;
  /** Leaves the last state on the screen. */
  end(): void;
}

interface Screen {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

const WIDTH = 24;
const DRAW_EVERY_MS = 200;
const LINE_EVERY_MS = 10_000;

export function createProgress(label: string, screen: Screen = process.stderr, now = Date.now): Progress {
  const began = now();
  let shownAt = 0;
  let last = '';
  let shown = '';
  const draw = (line: string): void => {
    shown = line;
    screen.write(screen.isTTY ? `\r\x1b[2K${line}` : `${line}\n`);
  };
  return {
    show(done, total, note, left) {
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const filled = Math.round(share * WIDTH);
      const bar = '█'.repeat(filled).padEnd(WIDTH, '░');
      last = `${label} ${bar} ${Math.floor(share * 100)} %  ${note}${left ?? leftOf(share, now() - began)}`;
      if (now() - shownAt < (screen.isTTY ? DRAW_EVERY_MS : LINE_EVERY_MS)) return;
      shownAt = now();
      draw(last);
    },
    end() {
      if (last !== shown) draw(last);
      if (screen.isTTY && last !== '') screen.write('\n');
    },
  };
}

function leftOf(share: number, elapsedMs: number): string {
  if (share <= 0 || share >= 1 || elapsedMs < 2_000) return '';
  return `, ${duration((elapsedMs / share) * (1 - share))} left`;
}

/** A length of time in words, to the unit that matters: `40 s`, `12 min`, `3 h 20 min`, `2 days 4 h`. */
export function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 100) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 100) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} days ${hours % 24} h`;
}
