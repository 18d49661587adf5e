import { readFileSync } from 'node:fs';
import { type AlertRuleConfig, alertRuleConfigSchema } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { readAlertsFile } from './alerts-file.ts';
import { addRuleToFile, removeRuleFromFile, replaceRuleInFile } from './alerts-file-edit.ts';
import { ruleAsYaml } from './written-rule.ts';

const shipped = readFileSync(new URL('../../../config/alerts.yaml', import.meta.url), 'utf8');
const rule = (changes: object = {}): AlertRuleConfig =>
  alertRuleConfigSchema.parse({
    id: 'made',
    name: 'Made: “here” # yes',
    on: 'new-story',
    beat: 'us-japan-alliance',
    topics: ['host_nation_support'],
    words: ['日米同盟', 'a, b'],
    minimumScore: 0.8,
    channels: ['in-app'],
    ...changes,
  });
const rulesOf = (text: string) => {
  const { rules, problems } = readAlertsFile(text, 'f');
  expect(problems).toEqual([]);
  return rules.map(({ line: _line, ...read }) => read);
};
const FILE = `# Ours.
rules:
  # About bases.
  - id: bases
    name: "Bases"   # as the desk calls them
    on: new-article
    # The beat.
    beat: us-japan-alliance
    topics: [us_forces_bases] # one topic
    minimumScore: 0.5
    channels: [in-app]
  - { id: flow, name: Flow, on: spike, beat: us-japan-alliance, channels: [in-app] } # in one line
#>  - id: example
#>    name: Left as it is
`;

describe('addRuleToFile', () => {
  it('leaves every other character alone, the examples too, and takes itself out again', () => {
    const added = addRuleToFile(shipped, rule());
    expect(rulesOf(added).at(-1)).toEqual(rule());
    expect(added.replace(`\n\n${ruleAsYaml(rule())}`, '')).toBe(shipped);
  });
  it('keeps what is commented out after the last rule', () => {
    const added = addRuleToFile(FILE, rule());
    expect(added.replace(`\n\n${ruleAsYaml(rule())}`, '')).toBe(FILE);
    expect(removeRuleFromFile(added, 'made').replace('# in one line\n\n', '# in one line\n')).toBe(FILE);
  });
  it.each([
    'rules: []\n',
    'rules: [] # none yet\n#>  - id: x\n',
    'channels: []\nrules: []',
    'rules: [{ id: a, name: A, on: spike, beat: b, channels: [in-app] }]\n',
  ])('adds to %j', (text) => {
    const added = addRuleToFile(text, rule());
    expect(rulesOf(added)).toEqual([...rulesOf(text), rule()]);
    for (const comment of text.match(/#.*/g) ?? []) expect(added).toContain(comment);
  });
  it('keeps the line ends of Windows', () => {
    const added = addRuleToFile(FILE.replaceAll('\n', '\r\n'), rule());
    expect(added.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(rulesOf(added)).toHaveLength(3);
  });
  it('refuses a file with a mistake', () => {
    expect(() => addRuleToFile('rules: [', rule())).toThrow('mend it first');
    expect(() => addRuleToFile('rules:\n', rule())).toThrow('mend it first');
  });
});

describe('replaceRuleInFile', () => {
  const bases = (changes: object) =>
    alertRuleConfigSchema.parse({
      id: 'bases',
      name: 'Bases',
      on: 'new-article',
      beat: 'us-japan-alliance',
      topics: ['us_forces_bases'],
      minimumScore: 0.5,
      channels: ['in-app'],
      ...changes,
    });
  it('touches only the lines of what changed', () => {
    const changed = replaceRuleInFile(
      FILE,
      'bases',
      bases({ topics: ['us_forces_bases', 'okinawa'], enabled: false }),
    );
    expect(changed).toBe(
      FILE.replace('[us_forces_bases] #', '[us_forces_bases, okinawa] #').replace(
        'channels: [in-app]\n',
        'channels: [in-app]\n    enabled: false\n',
      ),
    );
  });
  it('takes the line of a key out that is gone, and changes nothing where nothing changed', () => {
    const { minimumScore: _gone, ...rest } = bases({}) as { minimumScore?: number };
    expect(replaceRuleInFile(FILE, 'bases', rest as AlertRuleConfig)).toBe(
      FILE.replace('    minimumScore: 0.5\n', ''),
    );
    expect(replaceRuleInFile(FILE, 'bases', bases({}))).toBe(FILE);
  });
  it('changes the kind of a rule, and keeps the comments', () => {
    const changed = replaceRuleInFile(FILE, 'bases', rule({ id: 'bases' }));
    expect(rulesOf(changed)[0]).toEqual(rule({ id: 'bases' }));
    for (const comment of ['# About bases.', '# The beat.', '# in one line', '#>  - id: example'])
      expect(changed).toContain(comment);
  });
  it('changes a rule in one line', () => {
    const flow = rulesOf(FILE)[1] as AlertRuleConfig;
    const changed = replaceRuleInFile(FILE, 'flow', { ...flow, enabled: false });
    expect(rulesOf(changed)[1]).toEqual({ ...flow, enabled: false });
    expect(changed).toContain('} # in one line\n#>');
  });
  it('turns each shipped example off and on again, and leaves all else alone', () => {
    const examples = shipped.replace(/^#>/gm, '');
    for (const one of rulesOf(examples)) {
      const off = replaceRuleInFile(examples, one.id, { ...one, enabled: false });
      expect(rulesOf(off).find(({ id }) => id === one.id)?.enabled).toBe(false);
      expect(replaceRuleInFile(off, one.id, one).replace('\n    enabled: true', '')).toBe(examples);
    }
  });
  it('says that a rule is gone', () => {
    expect(() => replaceRuleInFile(FILE, 'nothing', rule())).toThrow('no rule nothing');
  });
});

describe('removeRuleFromFile', () => {
  it('cuts the lines of the rule and nothing else', () => {
    expect(removeRuleFromFile(FILE, 'flow')).toBe(FILE.replace(/ {2}- \{ id: flow.*\n/, ''));
  });
  it('leaves an empty list behind the last one, and the examples', () => {
    const empty = removeRuleFromFile(shipped, 'new-relevant-articles');
    expect(rulesOf(empty)).toEqual([]);
    expect(empty.match(/^#>/gm)?.length).toBe(shipped.match(/^#>/gm)?.length);
    expect(rulesOf(addRuleToFile(empty, rule()))).toEqual([rule()]);
  });
});
