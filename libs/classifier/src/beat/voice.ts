import type { Voice } from '@framewatch/contracts';
import type { AnalysedText, Sentence } from '../text/analyse.ts';

/**
 * Whose words each sentence is: reported where it is quoted or attributed ("said", "according to", と述べた),
 * with the speaker where the text names one, else the outlet's own.
 */
export function readVoices(text: AnalysedText, language: string): Voice[] {
  let speaker: string | null = null;
  return text.sentences.map((sentence) => {
    const words = wordsOf(text, sentence);
    const reported = language === 'ja' ? reportedInJapanese(words) : reportedInEnglish(words);
    if (reported === null) return { kind: 'outlet' };
    if (reported.speaker !== null) speaker = reported.speaker;
    return { kind: 'reported', speaker: reported.speaker ?? (reported.refersBack ? speaker : null) };
  });
}

interface Reported {
  readonly speaker: string | null;
  /** Whether the speaker is named earlier (he, she, the official, or nobody in a running quotation). */
  readonly refersBack: boolean;
}

function wordsOf(text: AnalysedText, { span }: Sentence): string {
  return (span.field === 'title' ? text.title : text.text).slice(span.start, span.end).slice(0, MAX_SENTENCE);
}

/** A sentence is looked at no further than this; it keeps hostile texts linear. */
const MAX_SENTENCE = 1_500;

const VERBS =
  'said|says|say|told|added|warned|warns|argued|argues|wrote|writes|noted|stated|insisted|stressed|explained|acknowledged|replied|responded|remarked|observed|cautioned|suggested|conceded|admitted|assured|urged|claimed';
/** A name: capitalised words, with small ones between them as in Ministry of Defense. */
const NAME = "[A-Z][\\w’'.-]*(?: (?:(?:of|the|de|van|and) )?[A-Z][\\w’'.-]*){0,6}";
const CITED = /\b[Aa]ccording to ([^,.;:”"]{2,60})/;
const AFTER_VERB = new RegExp(
  `[,”"] ?(?:${VERBS}) (?:the )?(${NAME})(?=[,.;:”"]|$| (?:of|from|at|in|who|on)\\b)`,
);
const BEFORE_VERB = new RegExp(
  `(${NAME})(?:, [^,]{2,90}(?:, [^,]{2,60})?,)? (?:has |have |had |also |later )?(?:${VERBS})\\b`,
);
const ANY_VERB = new RegExp(`\\b(?:${VERBS})\\b`);
const QUOTED = /[“"][^”"]{25,}|^[“"]/;

function reportedInEnglish(sentence: string): Reported | null {
  const cited = sentence.includes('ccording to ') ? CITED.exec(sentence) : null;
  if (cited !== null) return { speaker: nameIn(cited[1]), refersBack: false };
  if (!ANY_VERB.test(sentence))
    return QUOTED.test(sentence) ? { speaker: null, refersBack: /^[“"]/.test(sentence) } : null;
  const named = nameIn(AFTER_VERB.exec(sentence)?.[1]) ?? nameIn(BEFORE_VERB.exec(sentence)?.[1]);
  return { speaker: named, refersBack: named === null };
}

const NOT_A_NAME = /^(?:He|She|It|They|We|I|A|An|And|But|That|This|Officials|In|On|At|As|However|Meanwhile)$/;
/** "Ann Reed of Example University": the name alone, but whole bodies such as Ministry of Defense. */
const BODY =
  /^(?:Ministry|Department|Institute|University|Council|Association|Bank|House|Board|Office|Secretary|Minister|Chief|Chamber|Commander|Director|Academy|Committee)\b| (?:Secretary|Minister|Chief|Director|Department|Ministry|Council|Institute|Office)$/;

function nameIn(found: string | undefined): string | null {
  const [before = '', ...after] = (found ?? '')
    .replace(/^(?:the|The|And|But) /, '')
    .trim()
    .split(' of ');
  const name = (after.length > 0 && BODY.test(before) ? [before, ...after].join(' of ') : before).replace(
    /[.,]+$/,
    '',
  );
  return name.length < 3 || NOT_A_NAME.test(name) || /[’']s$/.test(name) ? null : name;
}

const JA_REPORTED =
  /(?:と(?:述べ|語|話|指摘|強調|説明|主張|批判|警告|訴え|表明|明らかに|コメント|発言)|によると|によれば)/;
const JA_SPEAKER = /^(?:[^。「」]{0,30}?[、，])?([^。、「」]{2,24}?)(?:氏|さん)?(?:は|が|も)[、「]?/;
const JA_CITED = /^([^。、「」]{2,24}?)(?:氏)?に(?:よると|よれば)/;

function reportedInJapanese(sentence: string): Reported | null {
  const reported = JA_REPORTED.test(sentence);
  if (!reported) return /「[^」]{15,}」/.test(sentence) ? { speaker: null, refersBack: true } : null;
  const speaker = JA_CITED.exec(sentence)?.[1] ?? JA_SPEAKER.exec(sentence)?.[1] ?? null;
  return { speaker, refersBack: speaker === null };
}
