/**
 * Labels that documents really carry, mapped to the decoder that browsers use for them
 * (WHATWG Encoding Standard, section 4.2), and a few older ones that feeds still declare.
 * Values are iconv-lite names but for those in `platformDecoders`. Labels that are their own value are left out.
 */
const labelGroups: Record<string, string> = {
  'utf-8': 'utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-8n',
  'utf-16le': 'utf-16 utf16 utf16le unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff',
  'utf-16be': 'utf16be unicodefffe',
  'utf-32le': 'utf-32 utf32 utf32le ucs-4 ucs4 iso-10646-ucs-4',
  'utf-32be': 'utf32be',
  'windows-1252':
    'iso-8859-1 iso8859-1 iso_8859-1 iso88591 iso-8859-1:1987 iso_8859-1:1987 latin1 latin-1 l1 ascii us-ascii ansi ' +
    'ansi_x3.4-1968 iso-ir-100 iso-ir-6 cp1252 cp819 ibm819 x-cp1252 win-1252 windows1252 csisolatin1 646 default',
  'windows-1250': 'cp1250 x-cp1250 win-1250 windows1250',
  'windows-1251': 'cp1251 x-cp1251 win-1251 windows1251 win1251',
  'windows-1253': 'cp1253 x-cp1253 windows1253',
  'windows-1254':
    'iso-8859-9 iso8859-9 iso_8859-9 iso88599 latin5 l5 cp1254 x-cp1254 windows1254 csisolatin5',
  'windows-1255': 'cp1255 x-cp1255 windows1255',
  'windows-1256': 'cp1256 x-cp1256 windows1256',
  'windows-1257': 'cp1257 x-cp1257 windows1257',
  'windows-1258': 'cp1258 x-cp1258 windows1258',
  'windows-874': 'tis-620 tis620 iso-8859-11 iso8859-11 cp874 dos-874',
  'iso-8859-2': 'iso8859-2 iso_8859-2 iso88592 latin2 l2 csisolatin2',
  'iso-8859-3': 'iso8859-3 iso_8859-3 latin3 l3',
  'iso-8859-4': 'iso8859-4 iso_8859-4 latin4 l4',
  'iso-8859-5': 'iso8859-5 iso_8859-5 cyrillic csisolatincyrillic',
  'iso-8859-6': 'iso8859-6 iso_8859-6 arabic asmo-708 ecma-114 iso-8859-6-e iso-8859-6-i',
  'iso-8859-7': 'iso8859-7 iso_8859-7 greek greek8 ecma-118 elot_928 sun_eu_greek',
  'iso-8859-8': 'iso8859-8 iso_8859-8 hebrew visual iso-8859-8-e iso-8859-8-i logical',
  'iso-8859-10': 'iso8859-10 latin6 l6',
  'iso-8859-13': 'iso8859-13 latin7 l7',
  'iso-8859-14': 'iso8859-14 latin8 l8',
  'iso-8859-15': 'iso8859-15 iso_8859-15 latin9 latin-9 l9 csisolatin9',
  'iso-8859-16': 'iso8859-16 latin10 l10',
  'koi8-r': 'koi koi8 koi8_r cskoi8r',
  'koi8-u': 'koi8-ru',
  cp866: 'ibm866 866 csibm866',
  cp437: 'ibm437 437',
  cp850: 'ibm850 850',
  cp852: 'ibm852 852',
  macroman: 'macintosh mac x-mac-roman csmacintosh',
  'x-mac-cyrillic': 'x-mac-ukrainian mac-cyrillic maccyrillic',
  gb18030:
    'gbk x-gbk gb2312 gb_2312 gb_2312-80 gb2312-80 csgb2312 chinese csiso58gb231280 iso-ir-58 cp936 ms936 windows-936',
  big5: 'big5-hkscs cn-big5 csbig5 x-x-big5 cp950 windows-950 big-5',
  'euc-kr':
    'euckr euc_kr cseuckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 cp949 ms949 uhc windows-949 iso-ir-149',
  shift_jis: 'shift-jis shiftjis sjis s-jis x-sjis ms_kanji ms932 cp932 windows-31j csshiftjis',
  'euc-jp': 'eucjp euc_jp x-euc-jp x-euc cseucpkdfmtjapanese',
  'iso-2022-jp': 'iso2022-jp iso2022jp csiso2022jp iso-2022-jp-1 iso-2022-jp-2',
};

/** Decoded by the platform: exact there, missing or incomplete in iconv-lite. */
export const platformDecoders: ReadonlySet<string> = new Set([
  'utf-8',
  'utf-16le',
  'utf-16be',
  'iso-2022-jp',
  'x-mac-cyrillic',
]);

/** Encodings in which ASCII markup keeps its bytes, so a declaration that was read as ASCII can be true. */
export const wideEncodings: ReadonlySet<string> = new Set(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']);

/** More than one byte to a character: a run of legacy single bytes seldom decodes cleanly as one of these. */
export const multiByteEncodings: ReadonlySet<string> = new Set([
  'gb18030',
  'big5',
  'euc-kr',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
]);

const canonical: ReadonlyMap<string, string> = new Map(
  Object.entries(labelGroups).flatMap(([name, labels]) =>
    [name, ...labels.split(' ')].map((label): [string, string] => [label, name]),
  ),
);

/** The encoding that a label means, or null for a label nobody knows. */
export function encodingOf(label: string): string | null {
  return canonical.get(label.trim().toLowerCase()) ?? null;
}
