import type { RuleInWords, SentenceWords } from './sentence-words.ts';

const either = (names: readonly string[]) => names.join('または');
const some = (names: readonly string[], told: (text: string) => string) =>
  names.length > 0 ? told(either(names)) : '';

/** 記事を限る条件。 */
function conditions(rule: RuleInWords): string {
  const parts = [
    some(rule.topics, (names) => `トピックが${names}`),
    some(rule.frames, (names) => `フレームが${names}`),
    some(rule.outlets, (names) => `媒体が${names}`),
    some(rule.groups, (names) => `媒体の種類が${names}`),
    some(rule.languages, (names) => `言語が${names}`),
    some(
      rule.words.map((word) => `「${word}」`),
      (names) => `${names}を含む`,
    ),
    rule.minimumRelevance === null ? '' : `関連度が${rule.minimumRelevance}以上`,
    rule.minimumScore === null ? '' : `スコアが${rule.minimumScore}以上`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `（${parts.join('、')}）`;
}

/** ルールを日本語の文にする。 */
export const sentenceJa: SentenceWords = {
  'new-article': (rule) => `「${rule.beat}」の新しい記事${conditions(rule)}が出るたびに知らせる。`,
  'new-story': (rule) =>
    `「${rule.beat}」の新しい話題${conditions(rule)}を一度だけ知らせる。後の記事はまとめる。`,
  'first-coverage': (rule) =>
    `媒体が「${rule.beat}」${conditions(rule)}を${rule.after === null ? '初めて' : `${rule.after}ぶりに`}取り上げたら知らせる。`,
  spike: (rule) =>
    `${rule.window}に「${rule.beat}」${conditions(rule)}の記事が普段より大幅に増え、${rule.minimumArticles}件以上になったら知らせる。`,
  'framing-shift': (rule) =>
    `「${rule.beat}」${conditions(rule)}のフレームの構成が${rule.window}の前後で変わったら知らせる（記事${rule.minimumArticles}件以上）。`,
  'feed-trouble': (rule) =>
    `フィード${some(rule.outlets, (names) => `（${names}）`)}の${either(rule.troubles)}を知らせる。`,
  tell: ({ channels, urgent, coolDown }) =>
    [
      channels.length > 0
        ? `送信先は${channels.join('、')}${urgent ? '（静かな時間帯でもすぐに）' : ''}。`
        : '',
      coolDown === null ? '' : `一度出たら、続くものは${coolDown}まとめる。`,
    ].join(''),
};
