import { htmlToText } from './html-text.ts';
import { childrenOf, type FeedElement, firstChild } from './tree.ts';

const AUTHORS = new Set([
  'author',
  'atom:author',
  'dc:creator',
  'creator',
  'itunes:author',
  'googleplay:author',
  'dc:author',
]);
const EDITORS = new Set([...AUTHORS, 'managingeditor', 'dc:publisher']);

/** Who wrote an entry: names where there are names, else the address that stands for one. */
export function peopleOf(element: FeedElement): string[] {
  return namesOf(childrenOf(element, AUTHORS));
}

/** Who answers for a feed. */
export function editorsOf(element: FeedElement): string[] {
  return namesOf(childrenOf(element, EDITORS));
}

function namesOf(elements: readonly FeedElement[]): string[] {
  const names = elements.map((element) => personName(ownName(element)));
  return [...new Set(names.filter((name) => name !== ''))];
}

/** Atom puts name, address and page into elements of their own; RSS writes one line. */
function ownName(element: FeedElement): string {
  const part = firstChild(element, ['name', 'atom:name', 'email', 'atom:email', 'uri', 'rdf:description']);
  return part === undefined ? element.text : part.key === 'rdf:description' ? ownName(part) : part.text;
}

const ADDRESS_FIRST = /^\S+@\S+\s*\((.+)\)$/;
const ADDRESS_LAST = /^(.+?)\s*[<(]\S+@\S+[>)]$/;

/** The name out of `ann@press.example (Ann Lee)` and `Ann Lee <ann@press.example>`. */
export function personName(written: string): string {
  const short = written.slice(0, 500);
  const plain = /<\S+@\S+>/.test(short) ? short.trim() : htmlToText(short);
  return (ADDRESS_FIRST.exec(plain)?.[1] ?? ADDRESS_LAST.exec(plain)?.[1] ?? plain).trim();
}
