import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { decodeText } from './decode-text.ts';

const xml = (text: string, encoding: string, declared = encoding) =>
  new Uint8Array(iconv.encode(`<?xml version="1.0" encoding="${declared}"?><t>${text}</t>`, encoding));
const plain = (text: string, encoding: string) => new Uint8Array(iconv.encode(text, encoding));
const japanese =
  '市議会は火曜日、長い討論の末、公共交通網を拡大し四十台の新しいバスを導入する議案を可決した。';
const russian = 'Совет безопасности обсудил в среду новые предложения о развитии союза между двумя странами.';
const thai = 'สภาผู้แทนราษฎรได้อนุมัติร่างงบประมาณเพื่อการป้องกันประเทศและพันธมิตร';

describe('decodeText', () => {
  it.each([
    ['a byte-order mark', new Uint8Array([0xff, 0xfe, 0x41, 0x00]), 'A', 'utf-16le', 'bom'],
    [
      'UTF-16 without a mark',
      plain('<?xml version="1.0"?><t>é</t>', 'utf-16be'),
      '<t>é</t>',
      'utf-16be',
      'bytes',
    ],
    [
      'escape sequences',
      new Uint8Array([0x1b, 0x24, 0x42, 0x3b, 0x54, 0x1b, 0x28, 0x42]),
      '市',
      'iso-2022-jp',
      'bytes',
    ],
    [
      'valid UTF-8 that is declared as Latin',
      xml('déjà vu', 'utf-8', 'iso-8859-1'),
      'déjà vu',
      'utf-8',
      'utf8',
    ],
    ['a true declaration', xml(russian, 'koi8-r'), russian, 'koi8-r', 'declared'],
    [
      'Latin 1 that holds curly quotes and the euro',
      xml('“5 €”', 'windows-1252', 'iso-8859-1'),
      '“5 €”',
      'windows-1252',
      'declared',
    ],
    ['a false declaration', xml('déjà vu', 'windows-1252', 'utf-8'), 'déjà vu', 'windows-1252', 'fallback'],
    ['nothing declared, Japanese', plain(japanese, 'shift_jis'), japanese, 'shift_jis', 'detected'],
    ['nothing declared, Thai', plain(thai, 'windows-874'), thai, 'windows-874', 'detected'],
  ])('reads %s', (_, bytes, contained, charset, source) => {
    const read = decodeText(bytes, { kind: 'xml' });
    expect(read.text).toContain(contained);
    expect(read).toMatchObject({ charset, source });
  });

  it('takes the header where the document declares nothing', () => {
    const bytes = plain(`<t>${japanese}</t>`, 'euc-jp');
    expect(decodeText(bytes, { kind: 'xml', contentType: 'text/xml; charset="EUC-JP"' })).toEqual({
      text: `<t>${japanese}</t>`,
      charset: 'euc-jp',
      source: 'http',
    });
  });

  it('takes the meta element of a page before a header that any bytes would fit', () => {
    const bytes = plain(`<meta charset="gbk"><p>市议会周二</p>`, 'gbk');
    const read = decodeText(bytes, { kind: 'html', contentType: 'text/html; charset=iso-8859-1' });
    expect(read.text).toContain('市议会周二');
  });

  it('keeps damaged UTF-8 as UTF-8, and a download that was cut inside a character', () => {
    const text = new TextEncoder().encode('één twee drie vier é à ü ô');
    text[1] = 0x20;
    expect(decodeText(text, { kind: 'plain' }).charset).toBe('utf-8');
    const cut = new TextEncoder().encode('naïve 市').slice(0, -1);
    expect(decodeText(cut, { kind: 'plain' }).text).toMatch(/^naïve /);
  });
});
