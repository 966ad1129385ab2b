import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { componentNeeds } from '../../src/app/component-needs.ts';
import { assess } from '../../src/assessment/assess.ts';
import { serviceNeeds } from '../../src/needs/service-needs.ts';
import { readApiText } from '../../src/openapi/read-api.ts';
import { evidenceOf } from '../assessment/evidence.ts';
import { finding } from '../fit/findings.ts';
import { answersOf } from '../support/answers.ts';
import { documentModel } from '../support/models.ts';

const STORE = readFileSync('test/fixtures/services/monolith-store/openapi.yaml', 'utf8');

/** The store, whose orders alone have queries. */
function store(needs: readonly string[]) {
  const route = (path: string, module: string) =>
    finding('route', 'express', `GET /api/${path}`, { file: `src/${module}/routes.js` });
  const findings = [
    finding('database', 'postgres', '^8.0.0', { file: 'package.json' }),
    route('products', 'catalog'),
    route('customers', 'customers'),
    route('orders', 'orders'),
    route('shipments', 'shipping'),
    finding('data-access', 'query', 'pool.query', { file: 'src/orders/store.js' }),
  ];
  const options = { target: undefined, today: new Date('2026-11-24') };
  const assessment = assess(evidenceOf(findings), options, [readApiText(STORE, 'openapi.yaml')]);
  return documentModel(STORE, {
    name: 'store',
    needs: serviceNeeds(answersOf({ needs })),
    assessment,
  });
}

const names = (needs: ReturnType<typeof componentNeeds>) => needs.chosen.map(({ name }) => name);

it('a store goes to the components whose source uses it, with its variables', () => {
  const service = store(['postgres', 'kv']);
  const [orders, catalog] = ['orders', 'catalog'].map((name) => componentNeeds(service, name));
  expect(orders).toEqual(service.needs);
  expect(catalog && names(catalog)).toContain('kv');
  expect(catalog && names(catalog)).not.toContain('postgres');
  expect(service.needs.variables.length).toBeGreaterThan(0);
  expect(catalog?.variables).toEqual([]);
});

it('what no source shows goes to all of them', () => {
  const service = store(['kv', 'redis']);
  expect(names(componentNeeds(service, 'catalog'))).toEqual(names(service.needs));
  const { assessment: _none, ...unread } = store(['postgres']);
  expect(componentNeeds(unread, 'catalog')).toEqual(unread.needs);
});
