/**
 * Pictures of every page of a running Framewatch, wide and narrow, light and dark, for the README and for looking at.
 *
 *   npm run screenshots -- http://127.0.0.1:4747 [folder]
 *
 * Needs Chromium: `CHROMIUM` names it, otherwise the usual places are tried.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [address, folder = 'docs/screenshots'] = process.argv.slice(2);

const pages = [
  { name: 'overview', path: '/' },
  { name: 'framing', path: '/framing' },
  { name: 'articles', path: '/articles' },
  { name: 'article', path: firstArticle },
  { name: 'alerts', path: '/alerts' },
  { name: 'feeds', path: '/feeds' },
  { name: 'seeds', path: '/seeds' },
];

const forms = [
  { name: 'wide-light', width: 1440, height: 900, colorScheme: 'light' },
  { name: 'wide-dark', width: 1440, height: 900, colorScheme: 'dark' },
  { name: 'narrow-light', width: 390, height: 844, colorScheme: 'light' },
  { name: 'narrow-dark', width: 390, height: 844, colorScheme: 'dark' },
];

/** A page taller than this many screens is cut: what follows is more of the same. */
const mostScreens = 2.2;

const switches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

if (!address) {
  console.error('Name the address of a running Framewatch: npm run screenshots -- http://127.0.0.1:4747');
  process.exit(2);
}
await takeAll(new URL(address).origin);

async function takeAll(origin) {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: findChromium(), args: switches });
  let faults = 0;
  try {
    for (const form of forms) faults += await takeForm(browser, origin, form);
  } finally {
    await browser.close();
  }
  if (faults > 0) {
    console.error(`${faults} fault(s) on the way: see above.`);
    process.exitCode = 1;
  }
}

async function takeForm(browser, origin, { name, width, height, colorScheme }) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  let faults = 0;
  page.on('pageerror', (error) => {
    faults += 1;
    console.error(`${page.url()}: ${error.message}`);
  });
  for (const { name: pageName, path } of pages) {
    const target = typeof path === 'string' ? path : await path(origin);
    await page.goto(origin + target);
    await settled(page);
    const file = join(folder, `${pageName}-${name}.png`);
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width, height: Math.min(tall, Math.round(height * mostScreens)) };
    await page.screenshot({ path: file, fullPage: true, clip });
    console.log(file);
  }
  await context.close();
  return faults;
}

/** Live events keep the network busy for ever: a page is ready when nothing on it is loading any more. */
async function settled(page) {
  await page.waitForSelector('main h1, main h2, main h3');
  await page.waitForFunction(() => document.querySelector('[aria-label="Loading"]') === null);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
}

/** The newest article with evidence for several frames shows most of what a reader sees. */
async function firstArticle(origin) {
  const beats = await (await fetch(`${origin}/api/beats`)).json();
  const answer = await fetch(`${origin}/api/articles?limit=100&beat=${beats[0]?.id}`);
  const { items } = await answer.json();
  const frames = ({ labels }) => labels.filter(({ kind }) => kind === 'frame').length;
  const best = items.sort((a, b) => frames(b) - frames(a))[0];
  return `/articles/${best?.id}`;
}

function findChromium() {
  const places = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  const found = places.find((place) => place && existsSync(place));
  if (found) return found;
  console.error(
    'No Chromium was found. Install it, or name it: CHROMIUM=/path/to/chromium npm run screenshots',
  );
  process.exit(2);
}
