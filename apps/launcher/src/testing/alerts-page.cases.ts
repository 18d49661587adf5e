import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AlertPage, AlertRulesAnswer, DeliveryLog, Snooze } from '@framewatch/contracts';
import { type Press, waitFor } from '@framewatch/testing';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Product } from './product.ts';
import type { Received } from './receiver.ts';

/** What the cases need of the product that is under test; asked for when they run. */
export interface Stage {
  press: Press;
  product: Product;
  page: Page;
  received: readonly Received[];
}

/** A remark in alerts.yaml that has to outlive every change made in the dashboard. */
export const REMARK = '# Agreed at the desk: one rule each.';
const RULE = { name: 'Who pays for it', id: 'who-pays-for-it' };
const patient = { timeout: 60_000 };

/** The Alerts page in a browser: a rule from its making to the delivery of what it held. */
export function alertsPageCases(stage: () => Stage): void {
  it('makes a rule in plain words, says what it would have raised, and writes it into alerts.yaml', async () => {
    const { page, product } = stage();
    await page.goto(`${product.address}/alerts/new-rule`);
    await page.getByRole('combobox', { name: 'Frames' }).fill('Who');
    await page.getByRole('option', { name: 'Who pays' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: /^desk/ }).check();
    await page.getByRole('textbox', { name: 'Name of the rule' }).fill(RULE.name);
    await page.getByText(/^Would (not )?have fired/).waitFor(patient);
    await page.getByText(/Tell me of every new article on .* framed as Who pays/).waitFor();
    await page.getByRole('button', { name: 'Save the rule' }).click();
    await page.getByText(`“${RULE.name}” is saved`).waitFor(patient);
    const yaml = await readFile(join(product.configFolder, 'alerts.yaml'), 'utf8');
    expect(yaml).toContain(REMARK);
    expect(yaml).toMatch(/id: who-pays-for-it\n\s+name: Who pays for it/);
    await waitFor('the rule to be in force', async () =>
      (await product.get<AlertRulesAnswer>('/api/alert-rules')).rules.some(({ id }) => id === RULE.id),
    );
  });

  it('shows its alert live, with the sentence that made it fire, and delivers it', async () => {
    const { page, product, press, received } = stage();
    await page.goto(`${product.address}/alerts?rule=${RULE.id}`);
    await page.getByText('No alert matches').waitFor();
    const published = press.publish({ relevant: true, frames: ['burden_sharing'], outlet: 'potomac-ledger' });
    await page.getByRole('link', { name: published.title }).waitFor(patient);
    expect(await page.locator('.alert-row blockquote').count()).toBeGreaterThan(0);
    await waitFor('the desk to be told', () =>
      Promise.resolve(toldOf(received, published.title).length === 1),
    );
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await waitFor('the alert to be read', async () => (await inbox(product)).unread === 0);
  });

  it('holds what a snoozed rule raises, says so, and delivers it once the snooze is ended', async () => {
    const { page, product, press, received } = stage();
    await page.goto(`${product.address}/alerts/rules`);
    await page.getByRole('button', { name: `Snooze “${RULE.name}”` }).click();
    await page.getByRole('menuitem', { name: 'Until I end it' }).click();
    // The page says it twice: beside the rule, and for a while in the notice with the way back.
    await page.locator('p.snoozed', { hasText: 'Snoozed until you end it' }).waitFor();
    await waitFor('the snooze to be stored', async () => {
      const inForce = await product.get<Snooze[]>('/api/alert-snoozes');
      return inForce.length === 1 && inForce[0]?.ruleId === RULE.id;
    });
    const published = press.publish({ relevant: true, frames: ['burden_sharing'], outlet: 'potomac-ledger' });
    await page.getByRole('link', { name: 'Inbox' }).click();
    const row = page
      .locator('.alert-row')
      .filter({ hasText: published.title })
      .filter({ hasText: RULE.name });
    await row.getByText('desk: snoozed until you end it').waitFor(patient);
    expect(toldOf(received, published.title)).toEqual([]);
    await page.goto(`${product.address}/alerts/rules`);
    await page.getByRole('button', { name: `End the snooze of “${RULE.name}”` }).click();
    await waitFor('the desk to be told', () =>
      Promise.resolve(toldOf(received, published.title).length === 1),
    );
    await page.goto(`${product.address}/alerts/deliveries?rule=${RULE.id}&state=sent`);
    const log = await product.get<DeliveryLog>(
      `/api/alert-deliveries?rule=${RULE.id}&state=sent&channel=desk`,
    );
    expect(log.items.map(({ title }) => title)).toContain(published.title);
    await page.locator('.log').getByText(published.title).first().waitFor(patient);
  });

  it('switches a rule off and on again, and deletes it after asking, with a way back', async () => {
    const { page, product } = stage();
    const rule = async () =>
      (await product.get<AlertRulesAnswer>('/api/alert-rules')).rules.find(({ id }) => id === RULE.id);
    await page.goto(`${product.address}/alerts/rules`);
    await page.getByRole('switch', { name: `“${RULE.name}” is on` }).click({ force: true });
    await page.getByText(`“${RULE.name}” is off.`).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(`“${RULE.name}” is on.`).waitFor(patient);
    await waitFor('the rule to be on', async () => (await rule())?.enabled === true);
    await page.getByRole('button', { name: `More for “${RULE.name}”` }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('button', { name: 'Delete the rule' }).click();
    await page.getByText(`“${RULE.name}” is deleted.`).waitFor(patient);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(`“${RULE.name}” is back.`).waitFor(patient);
    expect(await readFile(join(product.configFolder, 'alerts.yaml'), 'utf8')).toContain(REMARK);
  });

  it('has nothing that axe objects to, in both themes and both languages', async () => {
    const { page, product } = stage();
    for (const scheme of ['light', 'dark'] as const)
      for (const language of ['en', 'ja']) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await page.goto(`${product.address}/alerts`);
        await page.evaluate(`localStorage.setItem('framewatch.language', '${language}')`);
        for (const path of ['', '/rules', '/new-rule', `/rules/${RULE.id}`, '/channels', '/deliveries']) {
          await page.goto(`${product.address}/alerts${path}`);
          await page
            .locator(`html[lang=${language}] .alerts-page :is(.alert-row, .rule, form, .channel-card, .log)`)
            .first()
            .waitFor(patient);
          expect({ path, scheme, language, found: await axe(page) }).toMatchObject({ found: [] });
        }
      }
    await page.evaluate(`localStorage.setItem('framewatch.language', 'en')`);
  }, 180_000);
}

/** Violations of WCAG 2.2, levels A and AA, on the page as it stands. */
async function axe(page: Page): Promise<string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(source);
  return page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map((node) => node.html).join(' ')))`);
}

function toldOf(received: readonly Received[], title: string): Received[] {
  return received.filter(
    ({ body }) => JSON.stringify(body).includes(RULE.id) && JSON.stringify(body).includes(title),
  );
}

const inbox = (product: Product) => product.get<AlertPage>(`/api/alerts?rule=${RULE.id}`);
