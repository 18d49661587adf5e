import { composeTitle, composeUpdate } from './compose.ts';
import type { Random } from './random.ts';
import type { ArticleRecord } from './record.ts';

const hour = 3_600_000;

/** Some articles are retitled or edited within a day and a half; what they are about and how they frame it stays. */
export function addEdits(record: ArticleRecord, random: Random): void {
  if (!random.chance(0.07)) return;
  const at = new Date(Date.parse(record.published) + (1 + random.next() * 35) * hour).toISOString();
  const { title, paragraphs } = record.versions[0];
  const retitled = random.chance(0.5) ? composeTitle(record.assignment, random) : title;
  const isEdited = retitled === title || random.chance(0.4);
  const edited = isEdited ? [...paragraphs, composeUpdate(record.assignment, random)] : paragraphs;
  record.versions.push({ at, title: retitled, paragraphs: edited });
}
