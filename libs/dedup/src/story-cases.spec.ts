import { describe, expect, it } from '@jest/globals';
import { assignStory } from './assign-story.ts';
import { isSameCopy } from './same-copy.ts';
import { storyVector } from './story-vector.ts';
import { textSignature } from './text-signature.ts';

const at = (day: number) => new Date(Date.UTC(2026, 4, day, 3)).toISOString();
const title = 'Hegseth and Whitlock meet in Honolulu over Guam barracks';
const text =
  'Defense Secretary Hegseth and Senator Whitlock met in Honolulu on Friday to settle who pays for the barracks on Guam. Whitlock said that Congress would want to see the bill first. Hegseth promised figures by June. The barracks are to house marines who leave Okinawa.';
const original = {
  title,
  text,
  vector: storyVector(title, text, at(8)),
  signature: textSignature('', text, 'en'),
};
const others = [
  [
    'Tokyo raises main rate to one percent',
    'The central bank in Tokyo raised its main rate to one percent on Friday. Governor Uematsu said that wages were rising faster than prices.',
  ],
  [
    'Typhoon nears Kyushu, ferries stay in port',
    'A typhoon with winds of forty metres a second moved towards Kyushu on Friday. Ferries stayed in port and Kagoshima closed its schools.',
  ],
] as const;
const candidates = [
  { storyId: '1', vector: original.vector },
  ...others.map(([otherTitle, otherText], i) => ({
    storyId: String(i + 2),
    vector: storyVector(otherTitle, otherText, at(8)),
  })),
];

describe('articles that go together', () => {
  it('a retitled article is the same copy and the same story', () => {
    const retitled = storyVector('Who pays for Guam? Talks in Hawaii bring no bill yet', text, at(8));
    expect(assignStory(retitled, candidates).storyId).toBe('1');
    expect(isSameCopy(original.signature, textSignature('', text, 'en'))).toMatchObject({
      same: true,
      similarity: 1,
    });
  });

  it('an edited article is the same copy still', () => {
    const edited = text
      .replace('on Friday', 'late on Friday')
      .replace('promised figures by June', 'promised figures by the end of June');
    expect(isSameCopy(original.signature, textSignature('', edited, 'en'))).toMatchObject({ same: true });
  });

  it('a translated article is the same story, and no copy', () => {
    const japanese =
      'ヘグセス米国防長官とホイットロック上院議員は八日、ホノルルで会談し、グアムの宿舎の費用負担を協議した。ホイットロック氏は議会が先に請求書を見たいとしていると述べた。ヘグセス氏は六月までに数字を示すと約束した。';
    const vector = storyVector('ヘグセス氏とホイットロック氏、ホノルルで会談', japanese, at(8));
    expect(assignStory(vector, candidates).storyId).toBe('1');
    expect(isSameCopy(original.signature, textSignature('', japanese, 'ja')).same).toBe(false);
  });

  it('a follow-up is the same story, and no copy', () => {
    const later =
      'Senator Whitlock said on Sunday that the figures which Hegseth had promised him in Honolulu were too high. The barracks on Guam would cost nine billion dollars, he said, and Congress would not pay for all of it.';
    expect(
      assignStory(storyVector('Guam barracks too dear, says Whitlock', later, at(10)), candidates).storyId,
    ).toBe('1');
    expect(isSameCopy(original.signature, textSignature('', later, 'en')).same).toBe(false);
  });

  it('an event of the same kind elsewhere is another story', () => {
    const elsewhere =
      'Defense Minister Kobayakawa and Senator Abernathy met in Darwin on Friday to settle who pays for the barracks at Tindal. Abernathy said that parliament would want to see the bill first.';
    expect(
      assignStory(
        storyVector('Kobayakawa and Abernathy meet in Darwin over Tindal barracks', elsewhere, at(8)),
        candidates,
      ).storyId,
    ).toBeNull();
  });

  it('the order of the candidates makes no difference', () => {
    const vector = storyVector('Guam barracks: Whitlock asks for the bill', text, at(9));
    expect(assignStory(vector, [...candidates].reverse())).toEqual(assignStory(vector, candidates));
  });
});
