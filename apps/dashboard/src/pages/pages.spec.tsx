import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { syntheticAnswers } from '../../dev/answers.ts';
import { type Answers, renderPage } from '../../dev/render-page.tsx';
import { makeArticles } from '../../dev/synthetic.ts';

/** Pages are loaded when opened, so the first sight of one takes longer than the usual second. */
const patient = { timeout: 20_000 };
jest.setTimeout(30_000);

afterEach(cleanup);

describe('the overview', () => {
  it('says plainly that no feed could be reached, and names the demo', async () => {
    renderPage('/', syntheticAnswers('offline'));
    expect(await screen.findByText('No feed could be reached', {}, patient)).toBeTruthy();
    expect(screen.getByText('npm run demo')).toBeTruthy();
  });

  it('ticks off what is done and only that while Framewatch starts', async () => {
    renderPage('/', syntheticAnswers('first'));
    expect(await screen.findByText('Framewatch has started', {}, patient)).toBeTruthy();
    const ticks = screen.getAllByRole('img', { name: /^(done|waiting)$/ });
    expect(ticks.map((tick) => tick.getAttribute('aria-label'))).toEqual([
      'done',
      'waiting',
      'waiting',
      'waiting',
    ]);
  });

  it('marks made-up data so that it cannot be missed', async () => {
    renderPage('/', syntheticAnswers('full'));
    expect(await screen.findByText(/^Synthetic press/, {}, patient)).toBeTruthy();
  });

  it('says what the API says when a chart fails, and leaves the others alone', async () => {
    renderPage('/', failing('/trends/coverage', 'The range is longer than two thousand days.'));
    expect(await screen.findByText('The range is longer than two thousand days.', {}, patient)).toBeTruthy();
    expect(await screen.findByText(/relevant articles from 8 outlets/)).toBeTruthy();
  });

  it('shows the numbers behind the coverage chart, with no number for a blind day', async () => {
    renderPage('/', syntheticAnswers('full'));
    fireEvent.click(await screen.findByRole('button', { name: 'Coverage: Table' }, patient));
    const table = within(screen.getByRole('region', { name: 'Table' }));
    const blind = table.getByText('no feed watched or reached').closest('tr');
    expect(blind?.querySelector('a')).toBeNull();
    expect(blind?.textContent).toContain('–');
  });
});

describe('the article list', () => {
  it('asks for exactly the bucket that was opened, and shows it as a chip that can be taken off', async () => {
    const address =
      '/articles?since=2026-05-02T15:00:00.000Z&until=2026-05-03T15:00:00.000Z&frame=burden_sharing';
    const page = renderPage(address, syntheticAnswers('full'));
    const chip = await screen.findByRole(
      'button',
      { name: /^Remove filter: Exactly Sun, 3 May 2026$/ },
      patient,
    );
    const asked = page.asked.map(({ url }) => new URL(url, 'http://localhost')).find(isList);
    expect(asked?.searchParams.get('from')).toBe('2026-05-02T15:00:00.000Z');
    expect(asked?.searchParams.get('to')).toBe('2026-05-03T15:00:00.000Z');
    expect(asked?.searchParams.get('frame')).toBe('burden_sharing');
    fireEvent.click(chip);
    await waitFor(() => expect(page.address()).toBe('/articles?frame=burden_sharing'));
  });

  it('says why it is empty and what to do', async () => {
    renderPage('/articles?q=nothing-of-the-kind', syntheticAnswers('full'));
    expect(await screen.findByText('No article matches', {}, patient)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Everything collected' })).toBeTruthy();
  });
});

describe('the article', () => {
  it('is corrected with two clicks, and the correction can be taken back', async () => {
    const article = makeArticles(new Date()).find(({ labels }) => labels.length > 0);
    const path = `/articles/${article?.id}`;
    const page = renderPage(path, syntheticAnswers('full', { [`${path}/corrections`]: article }));
    fireEvent.click(await screen.findByRole('button', { name: 'Correct (e)' }, patient));
    fireEvent.click(screen.getByRole('button', { name: /Local burden/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent(page)).toHaveLength(2));
    const [first, second] = sent(page);
    expect(first).toMatchObject({ corrections: [{ kind: 'frame', labelId: 'host_community' }] });
    expect(second).toMatchObject({ corrections: [{ labelId: 'host_community', decision: 'withdraw' }] });
  });

  it.each([
    ['en', 'Reuters', /^Copy of Reuters · also at Harbor Wire$/],
    ['en', null, /^The same text stands at several outlets · also at Harbor Wire$/],
    ['ja', 'Reuters', /^Reutersの配信記事 · .*Harbor Wire/],
    ['ja', null, /^同じ文章が複数の媒体にあります · .*Harbor Wire/],
  ] as const)('says in %s whose copy it is (%s) and where else it stands', async (language, agency, line) => {
    localStorage.setItem('framewatch.language', language);
    const [article, other] = makeArticles(new Date());
    const path = `/articles/${article?.id}`;
    const { id, title, url, countedAt } = other!;
    const copy = { id, title, url, countedAt, outlet: 'Harbor Wire', frames: [], isCopy: true };
    const sameStory = [copy, { ...copy, id: '999999', outlet: 'Beacon Nine', isCopy: false }];
    renderPage(path, syntheticAnswers('full', { [path]: { ...article, agency, sameStory } }));
    expect(await screen.findByText(line, {}, patient)).toBeTruthy();
    localStorage.removeItem('framewatch.language');
  });

  it('says what the page said of itself, and links to its picture without loading it', async () => {
    const article = makeArticles(new Date())[0];
    const leadImage = 'https://example.invalid/bridge.jpg';
    const path = `/articles/${article?.id}`;
    const stated = { siteName: 'Bay Online', section: 'World', modifiedAt: '2026-05-03T02:10:00.000Z' };
    const page = { ...stated, modifiedOffsetMinutes: 540, leadImage, truncation: 'paywall' };
    renderPage(path, syntheticAnswers('full', { [path]: { ...article, page } }));
    expect(await screen.findByText('On the page: Bay Online › World', {}, patient)).toBeTruthy();
    expect(screen.getByText(/^Last changed on .*3 May/)).toBeTruthy();
    expect(screen.getByText(/^A paywall ends the text/)).toBeTruthy();
    expect(screen.getByRole('link', { name: /^Lead image/ }).getAttribute('href')).toBe(leadImage);
    expect(document.querySelector(`img[src="${leadImage}"]`)).toBeNull();
  });
});

describe('adding a feed', () => {
  const answers =
    (added: { status?: number; body: unknown }): Answers =>
    (url, init) =>
      url === '/feeds' && init?.method === 'POST' ? added : syntheticAnswers('full')(url, init);
  const chooseSecond = async () => {
    fireEvent.click(await screen.findByRole('button', { name: 'Add feed' }, patient));
    fireEvent.change(await screen.findByRole('textbox', { name: /Address of the site/ }), {
      target: { value: ' press.example ' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Look' }));
    fireEvent.click(await screen.findByRole('button', { name: /^Choose: .*news\.xml$/ }));
    return screen.findByRole('button', { name: 'Add to feeds.yaml' });
  };
  const fillIn = () => {
    fireEvent.change(screen.getByRole('textbox', { name: /Country/ }), { target: { value: 'jp' } });
    fireEvent.change(screen.getByRole('combobox', { name: /Kind of voice/ }), { target: { value: 'wire' } });
  };

  it('shows what was found, what is watched already and what could not be read', async () => {
    renderPage('/feeds', answers({ body: {} }));
    await chooseSecond();
    fireEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(await screen.findByText('2 feeds found')).toBeTruthy();
    expect(screen.getByText('Watched already, line 12')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^Choose/ })).toHaveLength(1);
    expect(screen.getByText(/finds nothing at this address/)).toBeTruthy();
    expect(screen.getByText(/some articles may be missed/)).toBeTruthy();
  });

  it('waits for what only an editor knows, and sends the entry with the version it was made for', async () => {
    const page = renderPage(
      '/feeds',
      answers({ body: { saved: true, why: null, yaml: '  - url: x', line: 40 } }),
    );
    const save = await chooseSecond();
    expect(save.hasAttribute('disabled')).toBe(true);
    fillIn();
    fireEvent.click(save);
    expect(await screen.findByText(/^Added on line 40 of config\/feeds\.yaml/)).toBeTruthy();
    expect(sent(page)).toEqual([
      { address: 'press.example' },
      {
        feed: {
          url: 'https://press.example/news.xml',
          outlet: 'Made-up press',
          country: 'JP',
          language: 'en',
          group: 'wire',
        },
        fileVersion: 'version-1',
      },
    ]);
  });

  it('says that the file changed meanwhile, and offers to look again', async () => {
    const detail = 'config/feeds.yaml was changed meanwhile, and nothing was written.';
    renderPage(
      '/feeds',
      answers({ status: 409, body: { type: 'about:blank', title: 'Conflict', status: 409, detail } }),
    );
    const save = await chooseSecond();
    fillIn();
    fireEvent.click(save);
    expect((await screen.findByRole('alert')).textContent).toBe(detail);
    fireEvent.click(screen.getByRole('button', { name: 'Look again' }));
    expect(await screen.findByText('2 feeds found')).toBeTruthy();
  });

  it('gives the text to paste where the file cannot be written', async () => {
    renderPage(
      '/feeds',
      answers({ body: { saved: false, why: 'read-only', yaml: '  - url: pasted', line: null } }),
    );
    const save = await chooseSecond();
    fillIn();
    fireEvent.click(save);
    expect(await screen.findByText(/cannot be written from here/)).toBeTruthy();
    expect(screen.getByText(/- url: pasted/)).toBeTruthy();
  });
});

describe('the keyboard', () => {
  it('opens the help with ?, and leads to the search box with /', async () => {
    renderPage('/articles', syntheticAnswers('full'));
    await screen.findByRole('searchbox', { name: 'Search headline and text' }, patient);
    fireEvent.keyDown(document.body, { key: '?' });
    expect(await screen.findByText('Keyboard shortcuts', {}, patient)).toBeTruthy();
  });

  it('walks through the rows with j and k', async () => {
    renderPage('/articles', syntheticAnswers('full'));
    await screen.findAllByText(/^Made-up headline/, {}, patient);
    fireEvent.keyDown(document.body, { key: 'j' });
    const first = document.activeElement;
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(document.activeElement).not.toBe(first);
    fireEvent.keyDown(document.body, { key: 'k' });
    expect(document.activeElement).toBe(first);
    expect(first?.hasAttribute('data-row')).toBe(true);
  });
});

function failing(path: string, detail: string): Answers {
  const usual = syntheticAnswers('full');
  return (url) =>
    url.startsWith(path)
      ? { status: 400, body: { type: 'about:blank', title: 'Bad request', status: 400, detail } }
      : usual(url);
}

function isList(url: URL): boolean {
  return url.pathname === '/api/articles';
}

function sent(page: ReturnType<typeof renderPage>): unknown[] {
  return page.asked.flatMap(({ body }) => (body === undefined ? [] : [body]));
}

describe('the seeds', () => {
  it('show how right each label is on texts written for testing, and from corrections only where there are enough', async () => {
    renderPage('/seeds', syntheticAnswers('full'));
    expect(await screen.findByText(/Measured on 196 texts written for testing/, {}, patient)).toBeTruthy();
    const rowsOf = (name: string) => {
      const label = screen.getByRole('heading', { name }).closest('li');
      return [...(label?.querySelectorAll('tbody tr') ?? [])].map((row) => row.textContent);
    };
    expect(rowsOf('Who pays')).toEqual([
      expect.stringMatching(/^held out64\D%/),
      expect.stringMatching(/^all73\D%/),
      expect.stringMatching(/^editors’ corrections38\D%/),
    ]);
    expect(rowsOf('China and Taiwan')).toEqual(['editors’ correctionstoo few yet: 3 of 30']);
  });
});
