/** What becomes of an element in an entry's HTML. Elements without a rule go, and their content stays. */
export interface TagRule {
  /** In lower case, without a prefix. */
  name: string;
  /** The start tag without attributes. */
  tag: string;
  /** The content is no text for people and goes as well. */
  hidden: boolean;
  isVoid: boolean;
  /** Open elements that end where this one begins (HTML, optional tags). */
  ends: ReadonlySet<string>;
  /** Attributes that stay: no event handlers, classes, ids, styles. */
  attributes: ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();
const words = (list: string): string[] => list.split(' ');

const plain =
  'address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em ' +
  'figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p picture pre q rp rt ruby s samp ' +
  'section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr abbr a img ' +
  'audio video source track';

const kept = words(plain);

/** Elements whose content is no text for people. What stands in others that go (frames, drawings, formulas) stays as text. */
const hidden = new Set(words('script style template'));

const voids = new Set(words('br hr img col source track wbr'));

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

export const urlAttributes: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'cite']);

const blocks = words(
  'address article aside blockquote div dl figure footer h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul',
);
/** An open element of the value's kind ends where one of the key's kind begins (HTML, optional tags). */
const endsOpen = new Map<string, ReadonlySet<string>>([
  ...blocks.map((name): [string, ReadonlySet<string>] => [name, new Set(['p'])]),
  ['li', new Set(['li', 'p'])],
  ['dt', new Set(['dt', 'dd', 'p'])],
  ['dd', new Set(['dt', 'dd', 'p'])],
  ['tr', new Set(['tr', 'td', 'th'])],
  ['td', new Set(['td', 'th', 'p'])],
  ['th', new Set(['td', 'th', 'p'])],
]);

const attributeNames = new Map<string, string>([
  ['xml:base', 'xml:base'],
  ...[...everywhere, ...Object.values(own).flatMap(words)].map((name): [string, string] => [name, name]),
]);

/** The name in lower case of an attribute that some element keeps; empty for any other. */
export function attributeName(written: string): string {
  return (
    attributeNames.get(written) ??
    (/[A-Z]/.test(written) ? (attributeNames.get(written.toLowerCase()) ?? '') : '')
  );
}

const rules: ReadonlyMap<string, TagRule> = new Map(
  [...kept, ...hidden].map((name): [string, TagRule] => [
    name,
    {
      name,
      tag: `<${name}>`,
      hidden: hidden.has(name),
      isVoid: voids.has(name),
      ends: endsOpen.get(name) ?? none,
      attributes: new Set([...everywhere, ...words(own[name] ?? '')]),
    },
  ]),
);

/** Rules by names as they are written; bounded, since anybody may write anything. */
const byWrittenName = new Map<string, TagRule | undefined>();

/** The rule for a tag's name in any case and with any prefix; undefined for an element that goes and leaves its content. */
export function ruleFor(written: string): TagRule | undefined {
  const known = byWrittenName.get(written);
  if (known !== undefined) return known;
  const rule = rules.get(written.slice(written.lastIndexOf(':') + 1).toLowerCase());
  if (rule !== undefined && byWrittenName.size < 2_000) byWrittenName.set(written, rule);
  return rule;
}
