const EVERY_MS = 50;

/**
 * Asks again and again until `check` gives something truthy, and gives that. Throws after `withinMs` (60 seconds),
 * naming what was waited for and how things stood. A throwing `check` ends the wait at once.
 */
export async function waitFor<Value>(
  what: string,
  check: () => Promise<Value | null | undefined | false>,
  { withinMs = 60_000, describe }: { withinMs?: number; describe?: () => Promise<unknown> } = {},
): Promise<Value> {
  const until = performance.now() + withinMs;
  for (;;) {
    const value = await check();
    if (value) return value;
    if (performance.now() > until) {
      const stands = describe ? ` It stands like this: ${JSON.stringify(await describe())}` : '';
      throw new Error(`Waited ${withinMs} ms in vain for ${what}.${stands}`);
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
