import { describe, expect, it } from '@jest/globals';
import { csvText } from './csv.ts';

const cell = (text: string | number | boolean | null) => csvText(['a'], [{ a: text }]).split('\r\n')[1];

describe('csvText', () => {
  it('begins with a byte order mark and the names of the columns', () => {
    expect(csvText(['a', 'b'], [{ a: 1, b: true }])).toBe('\ufeffa,b\r\n1,true\r\n');
  });
  it('leaves what is not known empty', () => {
    expect(csvText(['a', 'b'], [{ a: null, b: 'x' }])).toContain('\r\n,x\r\n');
  });
  it('quotes commas, quotes and line breaks', () => {
    expect(cell('Wire, "Harbor"')).toBe('"Wire, ""Harbor"""');
  });
  it('lets no text run as a formula', () => {
    expect(cell('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
    expect(['+1', '-1', '@SUM(A1)', ' =1', '\tx'].map(cell)).toEqual([
      "'+1",
      "'-1",
      "'@SUM(A1)",
      "' =1",
      "'\tx",
    ]);
  });
  it('leaves numbers as numbers, also below zero', () => {
    expect(cell(-0.5)).toBe('-0.5');
  });
});
