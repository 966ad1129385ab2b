import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { type Expectations, score } from './expectations.ts';
import { chiLinks } from './expected/chi-links.ts';
import { composeShop } from './expected/compose-shop.ts';
import { expressArticles } from './expected/express-articles.ts';
import { expressNotes } from './expected/express-notes.ts';
import { fastapiForecast } from './expected/fastapi-forecast.ts';
import { fastapiItems } from './expected/fastapi-items.ts';
import { fastifyLibrary } from './expected/fastify-library.ts';
import { fastifyRates } from './expected/fastify-rates.ts';
import { flaskInvoices } from './expected/flask-invoices.ts';
import { ginPayments } from './expected/gin-payments.ts';
import { laravelShop } from './expected/laravel-shop.ts';
import { monolithStore } from './expected/monolith-store.ts';
import { nestChat } from './expected/nest-chat.ts';
import { samBookings } from './expected/sam-bookings.ts';
import { serverlessThumbs } from './expected/serverless-thumbs.ts';
import { socksShop } from './expected/socks-shop.ts';
import { springClinic } from './expected/spring-clinic.ts';
import { springOrders } from './expected/spring-orders.ts';
import { springWebfluxCatalog } from './expected/spring-webflux-catalog.ts';

const services = new URL('../fixtures/services/', import.meta.url);

const SERVICES: Readonly<Record<string, Expectations>> = {
  'chi-links': chiLinks,
  'express-articles': expressArticles,
  'fastapi-items': fastapiItems,
  'laravel-shop': laravelShop,
  'socks-shop': socksShop,
  'spring-clinic': springClinic,
  'compose-shop': composeShop,
  'express-notes': expressNotes,
  'fastapi-forecast': fastapiForecast,
  'fastify-library': fastifyLibrary,
  'fastify-rates': fastifyRates,
  'flask-invoices': flaskInvoices,
  'gin-payments': ginPayments,
  'monolith-store': monolithStore,
  'nest-chat': nestChat,
  'sam-bookings': samBookings,
  'serverless-thumbs': serverlessThumbs,
  'spring-orders': springOrders,
  'spring-webflux-catalog': springWebfluxCatalog,
};

it('every service among the fixtures has expectations', () => {
  const folders = readdirSync(services).filter((name) => !name.startsWith('.'));
  expect(Object.keys(SERVICES).toSorted()).toEqual(folders.toSorted());
});

it('a finding too many or too few counts against the reading', async () => {
  const folder = new URL('chi-links/', services);
  const evidence = await readEvidence(fileURLToPath(folder));
  const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
  const without = { ...evidence, findings: evidence.findings.slice(2) };
  expect(score(without, chiLinks, textOf).recall).toBeLessThan(0.95);
  const elsewhere = evidence.findings.map((one, index) => ({
    ...one,
    line: one.line + (index % 9 ? 0 : 1),
  }));
  expect(score({ ...evidence, findings: elsewhere }, chiLinks, textOf).precision).toBeLessThan(
    0.95,
  );
});

describe.each(Object.entries(SERVICES))('%s', (name, expectations) => {
  const folder = new URL(`${name}/`, services);

  it('is read as an expert reads it, file and line included', async () => {
    const evidence = await readEvidence(fileURLToPath(folder));
    const { precision, recall, missing, unexpected } = score(evidence, expectations, (file) =>
      readFileSync(new URL(file, folder), 'utf8'),
    );
    const summary = `${name}: precision ${percent(precision)}, recall ${percent(recall)}`;
    const details = [...missing.map((one) => `- ${one}`), ...unexpected.map((one) => `+ ${one}`)];
    process.stdout.write(`${[summary, ...details].join('\n')}\n`);
    expect(Math.min(precision, recall), [summary, ...details].join('\n')).toBeGreaterThanOrEqual(
      0.95,
    );
  });

  it('keeps every planted secret out of the result', async () => {
    expect(JSON.stringify(await readEvidence(fileURLToPath(folder)))).not.toContain('planted');
  });
});

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
