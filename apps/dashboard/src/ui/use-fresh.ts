import { useEffect, useRef, useState } from 'react';

/** How long a row stays marked as just arrived. */
const freshMs = 20_000;

/** Ids that came into a list after it was first shown; each is forgotten after a while. */
export function useFresh(ids: readonly string[] | undefined): ReadonlySet<string> {
  const known = useRef<Set<string> | null>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const key = ids?.join(' ');
  useEffect(() => {
    if (key === undefined) return;
    const now = key === '' ? [] : key.split(' ');
    const before = known.current;
    known.current = new Set([...(before ?? []), ...now]);
    const added = before ? now.filter((id) => !before.has(id)) : [];
    if (added.length === 0) return;
    setFresh((current) => new Set([...current, ...added]));
    setTimeout(
      () => setFresh((current) => new Set([...current].filter((id) => !added.includes(id)))),
      freshMs,
    );
  }, [key]);
  return fresh;
}
