/** `npm run report:pages`: the named odd and hostile pages, what was sent and what came out of each. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../libs/extraction/dist/odd-pages/odd-pages.js', import.meta.url));
if (!existsSync(built)) {
  console.error('The extraction is not built yet: run `npx tsc -b libs/extraction` first.');
  process.exit(2);
}
const { ODD_PAGES, readOddPage } = await import(built);
/** The sentences that the cases share. */
const COMMON = /(?:<p>(?:The council voted|市議会は)[^<]*<\/p>\s*)+/g;
let wrong = 0;

ODD_PAGES.forEach((page, i) => {
  const found = readOddPage(page);
  const faults = faultsOf(page, found);
  if (faults.length > 0) wrong += 1;
  console.log(`${String(i + 1).padStart(3)}  ${page.name}`);
  console.log(`     sent  ${sent(page)}`);
  console.log(`     came  ${came(found)}`);
  for (const fault of faults) console.log(`     WRONG ${fault}`);
});
console.log(`\n${ODD_PAGES.length} pages, ${wrong} wrong`);
process.exitCode = wrong === 0 ? 0 : 1;

function sent({ html, url, contentType }) {
  const text = typeof html === 'string' ? html : new TextDecoder().decode(html);
  const size = `${html.length.toLocaleString('en')} ${typeof html === 'string' ? 'letters' : 'bytes'}`;
  const body = text.slice(Math.max(0, text.indexOf('<body'))).replace(COMMON, '[…]');
  return `${size}${contentType ? `, ${contentType}` : ''}${url ? `, ${url}` : ''}: ${short(body, 200)}`;
}

function came(found) {
  if (found.kind !== 'article') return `${found.reason}: ${found.detail}`;
  const { paragraphs, text, title, authors, published, language, truncated, method } = found;
  return [
    `article${truncated === null ? '' : `, ${truncated === 'cut' ? 'cut short' : 'before a paywall'}`}`,
    `${paragraphs.length} paragraphs, ${text.length.toLocaleString('en')} letters by ${method}`,
    `“${title}”`,
    authors.join(' and ') || 'no author',
    published?.written ?? 'no date',
    language,
  ].join(' · ');
}

function faultsOf({ verdict, keeps = [], loses = [], facts = {}, day }, found) {
  const kind = found.kind === 'article' ? 'article' : found.reason;
  return [
    ...(kind === verdict ? [] : [`taken for ${kind}, is ${verdict}`]),
    ...keeps.filter((words) => !found.text.includes(words)).map((words) => `lost “${short(words, 60)}”`),
    ...loses.filter((words) => found.text.includes(words)).map((words) => `kept “${short(words, 60)}”`),
    ...Object.entries(facts)
      .filter(([key, value]) => JSON.stringify(found[key]) !== JSON.stringify(value))
      .map(([key, value]) => `${key} is ${JSON.stringify(found[key])}, not ${JSON.stringify(value)}`),
    ...(day === undefined || found.published?.written.startsWith(day)
      ? []
      : [`day is ${found.published?.written}, not ${day}`]),
  ];
}

function short(text, most) {
  const line = text
    .slice(0, most * 4)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most)}…`;
}
