import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readAlertsFile, readFeedsFile, readSettingsFile } from '@framewatch/config';
import type { FileProblem } from '@framewatch/contracts';
import type { KeeperContext } from './config-keeper.ts';
import { ALERTS_FILE, FEEDS_FILE, SETTINGS_FILE } from './names.ts';

/** Stores the feeds of feeds.yaml and makes the feed table say the same. Unreadable: the last good ones stay. */
export async function keepFeeds(context: KeeperContext, path: string): Promise<void> {
  const text = await textOf(path, FEEDS_FILE);
  const file = typeof text === 'string' ? readFeedsFile(text, FEEDS_FILE) : null;
  if (file === null || !file.readable)
    return keepLast(context, 'feeds', FEEDS_FILE, file?.problems ?? [text as FileProblem], { feeds: [] });
  const { added, removed } = await context.store.feeds.syncFromConfig(file.feeds, context.now());
  await accept(context, 'feeds', FEEDS_FILE, { content: { feeds: file.feeds }, problems: file.problems });
  if (added + removed > 0) context.log('info', `feeds: ${added} added, ${removed} removed`);
}

/** Stores rules and channels of alerts.yaml. Unreadable: the last good ones stay. */
export async function keepAlerts(context: KeeperContext, path: string): Promise<void> {
  const text = await textOf(path, ALERTS_FILE);
  const file = typeof text === 'string' ? readAlertsFile(text, ALERTS_FILE) : null;
  if (file === null || !file.readable)
    return keepLast(context, 'alerts', ALERTS_FILE, file?.problems ?? [text as FileProblem], {
      channels: [],
      rules: [],
    });
  const rules = file.rules.map(({ line: _line, ...rule }) => rule);
  await accept(context, 'alerts', ALERTS_FILE, {
    content: { channels: file.channels, rules },
    problems: file.problems,
  });
}

/**
 * Stores the settings of framewatch.yaml. With any mistake in them the last good ones stay as a whole: a default in the
 * place of a mistyped pause could be less polite than what was meant.
 */
export async function keepSettings(context: KeeperContext, path: string): Promise<void> {
  const text = await textOf(path, SETTINGS_FILE);
  const file = typeof text === 'string' ? readSettingsFile(text, SETTINGS_FILE) : null;
  if (file === null || file.problems.length > 0)
    return keepLast(
      context,
      'settings',
      SETTINGS_FILE,
      file?.problems ?? [text as FileProblem],
      file?.settings ?? {},
    );
  await accept(context, 'settings', SETTINGS_FILE, { content: file.settings, problems: [] });
}

/** The content in force goes on, with the problems shown; `first` where there was none before. */
export async function keepLast(
  context: KeeperContext,
  kind: string,
  file: string,
  problems: FileProblem[],
  first: unknown,
): Promise<void> {
  const last = await context.store.configVersions.findNewest(kind);
  await accept(context, kind, file, { content: last?.content ?? first, problems });
}

/** Stores a version if it differs from the one in force, and tells everybody. Returns whether it did. */
export async function accept(
  { store, now, log }: KeeperContext,
  kind: string,
  file: string,
  { content, problems }: { content: unknown; problems: FileProblem[] },
): Promise<boolean> {
  const hash = createHash('sha256')
    .update(JSON.stringify(content) ?? '')
    .digest('hex');
  if (!(await store.configVersions.accept(kind, { hash, content, problems }))) return false;
  for (const { file: where, line, message, remedy } of problems)
    log('warn', `${where}:${line}: ${message} ${remedy}`);
  await store.events.publish({ kind: 'config', file, problems: problems.length, at: now().toISOString() });
  return true;
}

/** A file's text, or why there is none. */
async function textOf(path: string, file: string): Promise<string | FileProblem> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return {
      file,
      line: 0,
      message: isMissing
        ? 'The file is missing.'
        : `The file cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      remedy: isMissing
        ? 'Put it back, for example from version control; until then what it said before stays in force.'
        : 'Look at who may read it; until then what it said before stays in force.',
    };
  }
}
