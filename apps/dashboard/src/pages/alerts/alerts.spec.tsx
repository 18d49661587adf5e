import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { syntheticAnswers } from '../../../dev/answers.ts';
import { type Answers, renderPage } from '../../../dev/render-page.tsx';

const patient = { timeout: 20_000 };
jest.setTimeout(30_000);

beforeEach(() => localStorage.clear());
afterEach(cleanup);

/** The usual answers, but for one method and path. */
const but = (method: string, path: string, answer: ReturnType<Answers>): Answers => {
  const usual = syntheticAnswers('full');
  return (url, init) =>
    (init?.method ?? 'GET') === method && url.startsWith(path) ? answer : usual(url, init);
};
const rows = () => document.querySelectorAll<HTMLElement>('[data-alert]');
const sent = (page: ReturnType<typeof renderPage>, path: string) =>
  page.asked
    .filter(({ url, body }) => url.startsWith(`/api${path}`) && body !== undefined)
    .map(({ body }) => body);

describe('the inbox', () => {
  it('says why an alert fired, what joined it, and where it is held until when', async () => {
    renderPage('/alerts?rule=who-pays', syntheticAnswers('full'));
    await screen.findAllByText(/and 4 more articles of this story/, {}, patient);
    const first = within(rows()[0] as HTMLElement);
    expect(first.getByText(/framed as Who pays/)).toBeTruthy();
    expect(await first.findByText(/News desk: comes with the digest, .*, with 11 others/)).toBeTruthy();
    expect(first.getByText(/Newsroom: failed, tries again/)).toBeTruthy();
  });

  it('is narrowed by its address, and writes what is chosen into it', async () => {
    const page = renderPage('/alerts?kind=spike&unread=1', syntheticAnswers('full'));
    const kind = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Kind' }, patient);
    expect(kind.value).toBe('spike');
    expect(page.asked.some(({ url }) => /alerts\?kind=spike&unread=1&limit/.test(url))).toBe(true);
    fireEvent.change(kind, { target: { value: 'new-story' } });
    await waitFor(() => expect(page.address()).toBe('/alerts?kind=new-story&unread=1'));
  });

  it('marks a row with r and takes back what was marked by mistake', async () => {
    const page = renderPage('/alerts', syntheticAnswers('full'));
    await screen.findByRole('button', { name: 'Mark all as read' }, patient);
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.body, { key: 'r' });
    await waitFor(() => expect(sent(page, '/alerts/read')).toEqual([{ ids: ['5000'], read: true }]));
    fireEvent.click(screen.getByRole('button', { name: 'Mark all as read' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent(page, '/alerts/read')).toHaveLength(3));
    expect(sent(page, '/alerts/read')[2]).toMatchObject({
      read: false,
      ids: expect.not.arrayContaining(['5000']),
    });
  });

  it('tells what came while nobody looked, by rule', async () => {
    localStorage.setItem('framewatch.alerts.seen', new Date(Date.now() - 30 * 86_400_000).toISOString());
    renderPage('/alerts', syntheticAnswers('full'));
    const away = await screen.findByRole('region', { name: 'While you were away' }, patient);
    expect(within(away).getByRole('link', { name: /^New relevant articles: \d+$/ })).toBeTruthy();
    fireEvent.click(within(away).getByRole('button', { name: 'Got it' }));
    expect(screen.queryByRole('region', { name: 'While you were away' })).toBeNull();
  });

  it('says why it is empty', async () => {
    renderPage('/alerts', syntheticAnswers('first'));
    expect(await screen.findByText('No alert yet', {}, patient)).toBeTruthy();
  });
});

describe('the rules', () => {
  it('are told in words, with mistakes of the file on top and channels that fail', async () => {
    renderPage('/alerts/rules', syntheticAnswers('full'));
    expect(
      await screen.findByText(/Tell me once of every new story on US-Japan alliance/, {}, patient),
    ).toBeTruthy();
    expect(screen.getByText('config/alerts.yaml:41')).toBeTruthy();
    expect((await screen.findAllByText('(failing)')).length).toBeGreaterThan(0);
  });

  it('are switched off with the version that was seen, and on again by undo', async () => {
    const page = renderPage('/alerts/rules', syntheticAnswers('full'));
    fireEvent.click(await screen.findByRole('switch', { name: '“Sudden rise in coverage” is on' }, patient));
    fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(sent(page, '/alert-rules/spikes')).toHaveLength(2));
    expect(sent(page, '/alert-rules/spikes')).toMatchObject([
      { version: '1', rule: { enabled: false } },
      { version: '2', rule: { enabled: true } },
    ]);
  });

  it('say so when the file was changed meanwhile', async () => {
    const conflict = { type: 'about:blank', title: 'Conflict', status: 409, detail: 'changed' };
    renderPage('/alerts/rules', but('PUT', '/alert-rules/', { status: 409, body: conflict }));
    fireEvent.click(await screen.findByRole('switch', { name: '“Sudden rise in coverage” is on' }, patient));
    expect(await screen.findByText(/alerts\.yaml was changed meanwhile/)).toBeTruthy();
  });
});

describe('the editor', () => {
  const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save the rule' }));
  const name = () => screen.findByRole<HTMLInputElement>('textbox', { name: /Name of the rule/ }, patient);

  it('reads as a sentence, looks back, and sends the rule with an id of its own', async () => {
    const page = renderPage('/alerts/new-rule?kind=spike', syntheticAnswers('full'));
    fireEvent.change(await name(), { target: { value: 'Spikes' } });
    expect(screen.getByText(/far more is written on US-Japan alliance than usual/)).toBeTruthy();
    expect(
      await screen.findByText(/^Would have fired \d+ times in the last 30 days/, {}, patient),
    ).toBeTruthy();
    save();
    await waitFor(() => expect(page.address()).toBe('/alerts/rules'));
    expect(sent(page, '/alert-rules').at(-1)).toMatchObject({
      version: '1',
      rule: { id: 'spikes-2', name: 'Spikes', on: 'spike', window: 'day', minimumArticles: 5 },
    });
    expect(await screen.findByText(/“Spikes” is saved/)).toBeTruthy();
  });

  it('puts what is missing and what the server refuses beside its field', async () => {
    renderPage('/alerts/new-rule', syntheticAnswers('full'));
    const field = await name();
    save();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(field));
    fireEvent.change(field, { target: { value: 'refuse me' } });
    save();
    expect((await screen.findAllByText(/some other text/)).length).toBe(2);
  });

  it('keeps unsaved changes for the next time, and lets one start over', async () => {
    renderPage('/alerts/rules/spikes', syntheticAnswers('full'));
    fireEvent.change(await name(), { target: { value: 'Half a thought' } });
    cleanup();
    renderPage('/alerts/rules/spikes', syntheticAnswers('full'));
    expect((await name()).value).toBe('Half a thought');
    fireEvent.click(screen.getByRole('button', { name: 'Start over' }));
    expect((await name()).value).toBe('Sudden rise in coverage');
  });

  it('offers a choice when somebody else changed the same file', async () => {
    const conflict = { type: 'about:blank', title: 'Conflict', status: 409, detail: 'changed' };
    renderPage('/alerts/rules/spikes', but('PUT', '/alert-rules/', { status: 409, body: conflict }));
    await name();
    save();
    expect(await screen.findByRole('button', { name: 'Save mine over it' })).toBeTruthy();
  });

  it('gives the YAML to paste where the file cannot be written', async () => {
    const answer = { saved: false, yaml: '  - id: spikes', version: '1' };
    renderPage('/alerts/rules/spikes', but('PUT', '/alert-rules/', { body: answer }));
    await name();
    save();
    expect(await screen.findByText(/- id: spikes/)).toBeTruthy();
    expect(screen.getByText(/takes the place of the entry with the same id/)).toBeTruthy();
  });
});

describe('channels and deliveries', () => {
  it('say since when a channel fails and what was told to it, and what a test met with', async () => {
    renderPage('/alerts/channels', syntheticAnswers('full'));
    expect(await screen.findByText(/^Fails since/, {}, patient)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Send a test to Newsroom' }));
    expect(await screen.findByText(/^The test failed: The server answered 503/)).toBeTruthy();
  });

  it('list each try, and send again what was given up', async () => {
    const page = renderPage('/alerts/deliveries?state=failed&channel=newsroom', syntheticAnswers('full'));
    const [again] = await screen.findAllByRole('button', { name: /^Try again:/ }, patient);
    expect(page.asked.some(({ url }) => url === '/api/alert-deliveries?channel=newsroom&state=failed')).toBe(
      true,
    );
    fireEvent.click(again as HTMLElement);
    expect(await screen.findByText('It is being sent again.')).toBeTruthy();
    expect(sent(page, '/alert-deliveries')).toHaveLength(1);
  });
});
