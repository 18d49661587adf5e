import { type BackgroundSnapshot, findUnseen } from '@framewatch/classifier';
import type { DriftAnswer } from '@framewatch/contracts';
import { stability } from '@framewatch/measures';
import type { ApiContext } from '../runtime/api-context.ts';

const NOW_DAYS = 14;
const BEFORE_DAYS = 56;
/** On each side; the index of fewer says little (see `chance`). */
const NEEDED = 100;
const BINS = 10;
/** Texts that are searched for new words. */
const MOST_TEXTS = 300;
const MOST_WORDS = 12;
const DAY_MS = 86_400_000;

/** Whether the stream still looks like what the model in force was made for: its scores, and words it never met. */
export async function measureDrift({ beats, store, now }: ApiContext, beatId: string): Promise<DriftAnswer> {
  const { active } = await beats.find(beatId);
  const model = active && (await store.models.findById(active.id));
  const cut = new Date(now().getTime() - NOW_DAYS * DAY_MS);
  const from = new Date(cut.getTime() - BEFORE_DAYS * DAY_MS);
  const [scores, texts] = model
    ? await Promise.all([
        store.review.countScores(model.id, from, cut, BINS),
        store.review.findRelevantTexts(model.id, cut, MOST_TEXTS),
      ])
    : [{ before: [], now: [] }, []];
  const unseen = findUnseen(
    texts.map(({ title, text, language, outletId }) => ({ text: `${title}\n${text}`, language, outletId })),
    (model?.background ?? { languages: {} }) as BackgroundSnapshot,
  );
  const [n, m] = [total(scores.before), total(scores.now)];
  return {
    beat: beatId,
    modelVersion: active?.version ?? null,
    activatedAt: active?.activatedAt?.toISOString() ?? null,
    before: { days: BEFORE_DAYS, articles: n },
    now: { days: NOW_DAYS, articles: m },
    scores: n < NEEDED || m < NEEDED ? null : judge(scores.before, scores.now),
    needed: NEEDED,
    unseen: { articles: texts.length, share: unseen.share, words: unseen.words.slice(0, MOST_WORDS) },
  };
}

function judge(before: number[], now: number[]): DriftAnswer['scores'] {
  const found = stability(before, now);
  if (found === null) return null;
  const isChance = found.index < 0.1 || found.index < found.chance;
  return { ...found, level: isChance ? 'steady' : found.index < 0.25 ? 'moved' : 'much' };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
