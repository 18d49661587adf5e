/** What may stay in an entry's HTML. Everything else goes; of `hidden` elements the content goes as well. */
const words = (list: string): string[] => list.split(' ');

const plain =
  'address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p picture pre q rp rt ruby s samp ' +
  'section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr abbr a img ' +
  'audio video source track';

/** Elements that are kept, without their event handlers, classes, ids and styles. */
export const kept: ReadonlySet<string> = new Set(words(plain));

/** Elements whose content is no text for people. What stands in others that go (frames, drawings, formulas) stays as text. */
export const hidden: ReadonlySet<string> = new Set(words('script style template'));

export const voids: ReadonlySet<string> = new Set(words('br hr img col source track wbr'));

const everywhere = words('title dir lang');
const own: Record<string, string> = {
  a: 'href',
  img: 'src srcset alt width height',
  audio: 'src controls',
  video: 'src poster controls width height',
  source: 'src srcset type media',
  track: 'src kind srclang label',
  blockquote: 'cite',
  q: 'cite',
  del: 'cite datetime',
  ins: 'cite datetime',
  time: 'datetime',
  td: 'colspan rowspan',
  th: 'colspan rowspan scope',
  col: 'span',
  ol: 'start type',
};

/** Attributes that an element keeps. */
export const attributesOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...kept].map((name): [string, ReadonlySet<string>] => [
    name,
    new Set([...everywhere, ...words(own[name] ?? '')]),
  ]),
);

export const urlAttributes: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'cite']);

const blocks = words(
  'address article aside blockquote div dl figure footer h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul',
);
/** An open element of the value's kind ends where one of the key's kind begins (HTML, optional tags). */
export const endsOpen: ReadonlyMap<string, ReadonlySet<string>> = new Map<string, ReadonlySet<string>>([
  ...blocks.map((name): [string, ReadonlySet<string>] => [name, new Set(['p'])]),
  ['li', new Set(['li', 'p'])],
  ['dt', new Set(['dt', 'dd', 'p'])],
  ['dd', new Set(['dt', 'dd', 'p'])],
  ['tr', new Set(['tr', 'td', 'th'])],
  ['td', new Set(['td', 'th', 'p'])],
  ['th', new Set(['td', 'th', 'p'])],
]);
