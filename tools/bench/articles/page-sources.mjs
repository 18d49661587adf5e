import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pressPages } from './press-pages.mjs';
import { syntheticPages } from './synthetic-pages.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const corpora = process.env.FRAMEWATCH_CORPORA ?? path.join(root, '../shared/corpora');
const evaluator = path.join(corpora, 'extraction/extracteval.mjs');

/** Where pages come from: each says what it is, whether it is here, and loads `{ html, url, contentType }`. */
export const SOURCES = {
  synthetic: {
    says: 'Synthetic pages of many sizes and manners',
    isThere: () => true,
    load: () => syntheticPages(240, 1),
  },
  press: {
    says: 'Pages of the local press (synthetic news, plain pages)',
    isThere: () => true,
    load: async () => (await pressPages(300)).pages,
  },
  corpora: {
    says: 'Real news pages of public corpora',
    isThere: () => existsSync(evaluator),
    load: loadCorpora,
  },
};

async function loadCorpora() {
  const { loadCorpus } = await import(evaluator);
  const folder = path.join(corpora, 'extraction/extractcorpus');
  return loadCorpus(folder, 'dev', ['aeb', 'fundus80', 'fundusnews']).map(({ html, url, enc }) => ({
    html: new TextDecoder(enc ?? 'utf-8').decode(html, { stream: true }),
    url: url ?? '',
    contentType: 'text/html; charset=utf-8',
  }));
}
