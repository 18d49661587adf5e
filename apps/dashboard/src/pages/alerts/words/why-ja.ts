import type { WhyWords } from './sentence-words.ts';

const troubles = { silent: 'が沈黙しています', failing: 'が失敗しています', gone: 'が消滅しました' };

/** アラートの理由を日本語で述べる。 */
export const whyJa: WhyWords = (part, names) => {
  const subject = (id: string | null) => (id === null ? 'テーマ全体' : nameOf(id));
  // 理由はトピックかフレームかを区別しないことがある。
  const nameOf = (id: string) => {
    const topic = names.label('topic', id, undefined);
    return topic === id ? names.label('frame', id, undefined) : topic;
  };
  switch (part.code) {
    case 'relevant':
      return `テーマに関連します（${part.corrected ? '編集者の判断' : names.score(part.score)}${part.edited ? '、更新後' : ''}）。`;
    case 'labels':
      return `${part.kind === 'topic' ? 'トピック' : 'フレーム'}：${part.ids
        .map((id, n) => `${names.label(part.kind, id, undefined)}（${names.score(part.scores[n] ?? 0)}）`)
        .join('、')}。`;
    case 'outlet':
      return `媒体：${part.name}。`;
    case 'group':
      return `媒体の種類：${names.group(part.group)}。`;
    case 'language':
      return `言語：${names.language(part.language)}。`;
    case 'words':
      return `${part.words.map((word) => `「${word}」`).join('、')}を含みます。`;
    case 'spike':
      return `${subject(part.subject)}：${part.window} に ${part.observed} 件（通常は約 ${Math.round(part.expected)} 件）。`;
    case 'framing-shift':
      return `${names.label('frame', part.frame, undefined)}：${part.window} は ${part.of} 件中 ${part.count} 件、その前は ${part.ofBefore} 件中 ${part.countBefore} 件。`;
    case 'first-coverage':
      return part.before === null
        ? `${part.outlet}が${subject(part.topic)}を初めて取り上げました。`
        : `${part.outlet}が${subject(part.topic)}を取り上げたのは ${names.moment(part.before)} 以来です。`;
    case 'feed-trouble':
      return `フィード${troubles[part.trouble]}（${names.moment(part.since)} から）。`;
  }
};
