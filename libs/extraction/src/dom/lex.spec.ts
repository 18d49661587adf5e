import { describe, expect, it } from '@jest/globals';
import { Tokenizer } from 'htmlparser2';
import { KEPT_ATTRIBUTES } from '../data/kept-attributes.ts';
import { lexHtml } from './lex.ts';

type Token = string | readonly [name: string, attributes: Record<string, string>] | readonly [close: string];

function lex(html: string): Token[] {
  const tokens: Token[] = [];
  lexHtml(html, {
    text: (text) => addText(tokens, text),
    openTag: (name, attributes) => void tokens.push([name, { ...attributes }]),
    closeTag: (name) => void tokens.push([name]),
  });
  return tokens;
}

/** The same page by htmlparser2's tokenizer, the one under cheerio, with the attributes that we do not keep left out. */
function lexByOracle(html: string): Token[] {
  const tokens: Token[] = [];
  let name = '';
  let attributes: Record<string, string> = {};
  let key = '';
  let value = '';
  const open = () => void tokens.push([name, attributes]);
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => addText(tokens, html.slice(start, end)),
      ontextentity: (code) => addText(tokens, String.fromCodePoint(code)),
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        attributes = {};
      },
      onattribname: (start, end) => {
        key = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code);
      },
      onattribend: () => {
        if (KEPT_ATTRIBUTES.has(key)) attributes[key] ??= value;
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (start, end) => void tokens.push([html.slice(start, end).toLowerCase()]),
      oncdata: (start, end, offset) => addText(tokens, html.slice(start, end - offset)),
      oncomment: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return tokens;
}

function addText(tokens: Token[], text: string): void {
  const last = tokens.length - 1;
  if (typeof tokens[last] === 'string') tokens[last] += text;
  else if (text !== '') tokens.push(text);
}

const PIECES = [
  'word ',
  '\n',
  '<p>',
  '</p>',
  '<DIV CLASS="a b">',
  '</DIV>',
  '<br/>',
  '<img src=x.jpg alt=\'a "b"\'>',
  '<a href="/a?b=1&amp;c=2&copy=3" rel = author >',
  '</a >',
  '<span hidden title=>',
  '<a\nhref=x/>',
  '<x-y class=1 class=2 data-z="<p>">',
  '&amp;',
  '&eacute',
  '&nbsp;',
  '&#8217;',
  '&#x',
  '&bogus;',
  '& ',
  '< 3',
  '<3',
  '<>',
  '<!-- a <p> -->',
  '<!-->',
  '<!doctype html>',
  '<?php echo 1 ?>',
  '<![CDATA[ a < b ]]>',
  '<script type="application/ld+json">{"a":"<b>"}</script >',
  '<ſcript>',
  '日本',
];

/** A generator of repeatable noise (Park and Miller). */
function createNoise(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

describe('lexHtml', () => {
  it('cuts pages as htmlparser2 does, 3,000 random ones', () => {
    const noise = createNoise(20_261_122);
    for (let page = 0; page < 3_000; page += 1) {
      const html = Array.from({ length: 1 + noise(14) }, () => PIECES[noise(PIECES.length)]!).join('');
      expect({ html, tokens: lex(html) }).toEqual({ html, tokens: lexByOracle(html) });
    }
  });

  it.each([
    ['style sheets', '<style>p > a { color: red }</style>x', [['style', {}], ['style'], 'x']],
    ['drawings', '<svg><path d="M0"/><title>t</title></svg>x', [['svg', {}], ['svg'], 'x']],
    ['what readers typed', '<textarea><p>y</textarea>x', [['textarea', {}], ['textarea'], 'x']],
  ])('passes over %s', (_what, html, tokens) => {
    expect(lex(html)).toEqual(tokens);
  });

  it('ends a title that nothing closes where the next tag begins', () => {
    expect(lex('<title>Plan<body>x')).toEqual([['title', {}], 'Plan', ['title'], ['body', {}], 'x']);
  });

  it('drops an end tag without a name, as the standard says', () => {
    expect(lex('x</>y')).toEqual(['xy']);
  });

  it('reads on in a drawing that nothing closes', () => {
    expect(lex('<svg><p>x')).toEqual([['svg', {}], ['p', {}], 'x']);
  });

  it('drops a tag that the page ends in', () => {
    expect(lex('x<a href="y')).toEqual(['x']);
    expect(lex('x<a href')).toEqual(['x']);
  });

  it('keeps no more than 20,000 letters of an attribute and five million of a text', () => {
    const [tag] = lex(`<p title="${'t'.repeat(30_000)}">`);
    expect(tag).toEqual(['p', { title: 't'.repeat(20_000) }]);
    expect(lex('x'.repeat(5_000_010))).toEqual(['x'.repeat(5_000_000)]);
  });
});
