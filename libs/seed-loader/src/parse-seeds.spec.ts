import { beatSeedsSchema, type FileProblem } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { parseSeeds } from './parse-seeds.ts';
import type { SeedFile } from './seed-file.ts';

const BEAT = `# the beat
id: small-beat
name: { en: Small, ja: 小 }
description: { en: A small beat., ja: 小さな主題。 }
languages: [en, ja]
conceptGroups:
  - id: japan
    name: { en: Japan, ja: 日本 }
    terms:
      en: [Japan, Tokyo]
      ja: [日本]
`;

const FRAME = `id: who_pays
name: { en: Who pays, ja: 負担 }
definition: { en: A bargain over money., ja: 費用をめぐる取引。 }
cues:
  en:
    - fair share
    - foot the bill
  ja:
    - 思いやり予算
negativeCues:
  en:
    - pay rise
exemplars:
  en:
    - They asked who should pay.
  ja:
    - 誰が払うのか。
`;

const TOPIC = FRAME.replace('who_pays', 'talks');

const BRIEF = `---
title: A piece about money
manner: Newspaper, report
published: 2022-01
language: en
topics: [talks]
frames:
  - who_pays
---
It argues that the bill is too high.
`;

const FILES: Readonly<Record<string, string>> = {
  'beat.yaml': BEAT,
  'frames/who_pays.yaml': FRAME,
  'topics/talks.yaml': TOPIC,
  'briefs/money.md': BRIEF,
};

/** The small beat with some files changed; null takes a file away. */
function files(changes: Record<string, string | null> = {}): SeedFile[] {
  return Object.entries({ ...FILES, ...changes }).flatMap(([path, text]) =>
    text === null ? [] : [{ path, text }],
  );
}

function problemsOf(changes: Record<string, string | null>): FileProblem[] {
  const result = parseSeeds(files(changes), 'small-beat');
  return 'problems' in result ? result.problems : [];
}

function parsed(changes: Record<string, string | null> = {}) {
  const result = parseSeeds(files(changes), 'small-beat');
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result;
}

describe('parseSeeds on a sound beat', () => {
  it('gives exactly what the contract says', () => {
    const { seeds } = parsed();
    expect(beatSeedsSchema.parse(seeds)).toEqual(seeds);
    expect(seeds.labels.map((label) => [label.kind, label.id])).toEqual([
      ['topic', 'talks'],
      ['frame', 'who_pays'],
    ]);
    expect(seeds.labels[1]?.exemplars).toEqual([
      { language: 'en', text: 'They asked who should pay.' },
      { language: 'ja', text: '誰が払うのか。' },
    ]);
    expect(seeds.briefs[0]).toMatchObject({
      id: 'money',
      frames: ['who_pays'],
      text: 'It argues that the bill is too high.',
    });
  });

  it('leaves out the README, the gold set and what editors leave behind', () => {
    const strays = {
      'README.md': 'read me',
      'gold/a.jsonl': '{',
      '.DS_Store': 'x',
      'frames/.who_pays.yaml.swp': 'x',
      'frames/who_pays.yaml~': 'x',
    };
    expect(problemsOf(strays)).toEqual([]);
  });

  it('reads files saved on Windows', () => {
    const windows = Object.fromEntries(
      Object.entries(FILES).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
    );
    expect(parsed(windows).hash).toBe(parsed().hash);
  });
});

describe('the hash', () => {
  it('does not change with comments, layout, the order of fields or of files', () => {
    const reordered = `# a note\n${FRAME.replace('id: who_pays\n', '').replace('    - fair share', '    # a note\n    - "fair share"')}id: who_pays\n`;
    expect(parsed({ 'frames/who_pays.yaml': reordered }).hash).toBe(parsed().hash);
    const backwards = parseSeeds(files().reverse(), 'small-beat');
    expect(backwards).toEqual(parsed());
  });

  it.each([
    ['a cue', { 'frames/who_pays.yaml': FRAME.replace('fair share', 'fairer share') }],
    ['a word of a brief', { 'briefs/money.md': BRIEF.replace('too high', 'too low') }],
    ['a concept term', { 'beat.yaml': BEAT.replace('Tokyo', 'Osaka') }],
  ])('changes with %s', (_, change) => {
    expect(parsed(change).hash).not.toBe(parsed().hash);
  });
});

/** What is wrong · the changed file · its text · the line · what the message holds · what the remedy holds. */
const MISTAKES: [string, string, string | null, number, RegExp, RegExp][] = [
  ['an unknown field', 'frames/who_pays.yaml', FRAME.replace('cues:', 'ques:'), 4, /"ques"/, /"cues"/],
  [
    'an unknown field far from any',
    'frames/who_pays.yaml',
    `${FRAME}weather: fine\n`,
    18,
    /"weather"/,
    /the fields here are: id, name/,
  ],
  [
    'an unknown field of a concept group',
    'beat.yaml',
    BEAT.replace('    terms:', '    term:'),
    9,
    /"term"/,
    /"terms"/,
  ],
  [
    'a missing field',
    'frames/who_pays.yaml',
    FRAME.replace(/definition.*\n/, ''),
    1,
    /"definition" is missing/,
    /Add "definition"/,
  ],
  [
    'an empty field',
    'frames/who_pays.yaml',
    FRAME.replace('id: who_pays', 'id:'),
    1,
    /"id" should be a text, but is empty/,
    /Fill it in/,
  ],
  [
    'an id unlike its file name',
    'frames/who_pays.yaml',
    FRAME.replace('who_pays', 'who_paid'),
    1,
    /file is called "who_pays"/,
    /who_paid\.yaml/,
  ],
  [
    'an id in the wrong letters',
    'beat.yaml',
    BEAT.replace('small-beat', 'Small Beat'),
    2,
    /"id" is "Small Beat"/,
    /Write it as/,
  ],
  [
    'a beat unlike its folder',
    'beat.yaml',
    BEAT.replace('small-beat', 'big-beat'),
    2,
    /folder is called "small-beat"/,
    /id: small-beat/,
  ],
  [
    'a topic and a frame of one id',
    'frames/talks.yaml',
    FRAME.replace('who_pays', 'talks'),
    0,
    /topic with the id "talks"/,
    /Rename/,
  ],
  [
    'a brief with an unknown frame',
    'briefs/money.md',
    BRIEF.replace('  - who_pays', '  - who_pay'),
    8,
    /no file frames\/who_pay\.yaml/,
    /"who_pays"/,
  ],
  [
    'a brief with a topic among its frames',
    'briefs/money.md',
    BRIEF.replace('  - who_pays', '  - talks'),
    8,
    /no file frames\/talks/,
    /belongs under topics/,
  ],
  [
    'a brief in another language',
    'briefs/money.md',
    BRIEF.replace('language: en', 'language: de'),
    5,
    /language de/,
    /beat\.yaml/,
  ],
  [
    'a brief without fields',
    'briefs/money.md',
    'Just text.',
    1,
    /does not start with its fields/,
    /three dashes/,
  ],
  [
    'a brief without text',
    'briefs/money.md',
    BRIEF.replace(/It argues.*\n/, ''),
    9,
    /no text/,
    /your own words/,
  ],
  [
    'a date in words',
    'briefs/money.md',
    BRIEF.replace('2022-01', 'January 2022'),
    4,
    /January 2022/,
    /2022-01-31/,
  ],
  [
    'a year without quotation marks',
    'briefs/money.md',
    BRIEF.replace('2022-01', '2022'),
    4,
    /number 2022/,
    /"2022"/,
  ],
  [
    'an empty cue list',
    'frames/who_pays.yaml',
    FRAME.replace(' ja:\n    - 思いやり予算', ' ja: []'),
    8,
    /"cues" has nothing in the language ja/,
    /Add ja/,
  ],
  [
    'a language without cues',
    'frames/who_pays.yaml',
    FRAME.replace('  ja:\n    - 思いやり予算\n', ''),
    4,
    /nothing in the language ja/,
    /Add ja/,
  ],
  [
    'a name in one language only',
    'frames/who_pays.yaml',
    FRAME.replace(', ja: 負担', ''),
    2,
    /"name" has nothing in the language ja/,
    /Add ja/,
  ],
  [
    'a language that the beat does not read',
    'frames/who_pays.yaml',
    `${FRAME}  ko:\n    - 누가 내나\n`,
    18,
    /speaks ko/,
    /beat\.yaml/,
  ],
  [
    'a language name instead of a code',
    'frames/who_pays.yaml',
    FRAME.replace('cues:\n  en:', 'cues:\n  English:'),
    5,
    /"English" stands where a language/,
    /en or ja/,
  ],
  [
    'a cue twice',
    'frames/who_pays.yaml',
    FRAME.replace('foot the bill', 'Fair-Share'),
    7,
    /twice.*line 6/,
    /Remove one/,
  ],
  [
    'a cue for and against',
    'frames/who_pays.yaml',
    FRAME.replace('pay rise', 'fair share'),
    12,
    /among the negative cues/,
    /Remove it/,
  ],
  [
    'a concept term twice',
    'beat.yaml',
    BEAT.replace('Tokyo', 'japan'),
    10,
    /"japan" stands twice/,
    /Remove one/,
  ],
  [
    'two concept groups of one id',
    'beat.yaml',
    BEAT + BEAT.slice(BEAT.indexOf('  - id')),
    12,
    /Two concept groups/,
    /another id/,
  ],
  [
    'a tab as indentation',
    'frames/who_pays.yaml',
    FRAME.replace('    - fair share', '\t- fair share'),
    6,
    /tab/,
    /spaces/,
  ],
  [
    'a field written twice',
    'frames/who_pays.yaml',
    `${FRAME}id: who_pays\n`,
    18,
    /written twice/,
    /Keep one/,
  ],
  ['a bracket left open', 'beat.yaml', BEAT.replace('[en, ja]', '[en, ja'), 6, /./, /./],
  [
    'a number as a cue',
    'frames/who_pays.yaml',
    FRAME.replace('foot the bill', '1989'),
    7,
    /should be a text, but is the number 1989/,
    /"1989"/,
  ],
  [
    'a colon inside a cue',
    'frames/who_pays.yaml',
    FRAME.replace('foot the bill', 'bill: footed'),
    7,
    /group of fields/,
    /quotation marks/,
  ],
  [
    'one text in place of a list',
    'frames/who_pays.yaml',
    FRAME.replace('en:\n    - fair share\n    - foot the bill', 'en: fair share'),
    5,
    /should be a list/,
    /dash/,
  ],
  ['an empty cue', 'frames/who_pays.yaml', FRAME.replace('foot the bill', '""'), 7, /empty/, /remove/],
  ['a file in an unknown folder', 'frame/other.yaml', FRAME, 0, /in no place/, /folder frames/],
  ['a file with the wrong ending', 'frames/other.yml', FRAME, 0, /end in \.yaml/, /Rename/],
  [
    'a reference that grows without end',
    'topics/talks.yaml',
    'a: &a [x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d]\n',
    1,
    /alias/i,
    /references/,
  ],
  ['no beat.yaml', 'beat.yaml', null, 0, /missing/, /Copy/],
  ['no topics', 'topics/talks.yaml', null, 0, /no topics/, /at least one/],
];

describe('parseSeeds on mistakes', () => {
  it.each(MISTAKES)('reports %s with file, line and remedy', (_, file, text, line, message, remedy) => {
    const found = problemsOf({ [file]: text }).filter(
      (problem) => problem.file === file || problem.file === 'topics/',
    );
    expect(found).toContainEqual({
      file: expect.any(String),
      line,
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(remedy),
    });
  });

  it('reports the mistakes of all files in one pass, in the order of files and lines', () => {
    const found = problemsOf({
      'beat.yaml': BEAT.replace('languages', 'langages'),
      'frames/who_pays.yaml': FRAME.replace('id: who_pays', 'id: who_paid').replace(
        'foot the bill',
        'fair share',
      ),
      'briefs/money.md': BRIEF.replace('talks', 'talk'),
      'topics/talks.yaml': TOPIC.replace('  en:', '\ten:'),
    });
    expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual([
      'beat.yaml:2',
      'beat.yaml:5',
      'briefs/money.md:6',
      'frames/who_pays.yaml:1',
      'frames/who_pays.yaml:7',
      'topics/talks.yaml:5',
    ]);
  });

  it('lets two labels share a cue', () => {
    expect(problemsOf({ 'topics/talks.yaml': TOPIC.replace('fair share', 'foot a bill') })).toEqual([]);
  });

  it('does not blame briefs for a label whose own file is broken', () => {
    const found = problemsOf({ 'frames/who_pays.yaml': '\tid: who_pays' });
    expect(found.map(({ file }) => file)).not.toContain('briefs/money.md');
  });
});
