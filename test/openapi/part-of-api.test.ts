import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { partOfApi } from '../../src/openapi/part-of-api.ts';
import { readApiText } from '../../src/openapi/read-api.ts';
import { typeApi } from '../../src/wit/lower.ts';

const FILE = 'test/fixtures/services/monolith-store/openapi.yaml';
const api = readApiText(readFileSync(FILE, 'utf8'), FILE);

it('a part of an API has its operations and the schemas in their reach, and nothing else', () => {
  const orders = api.operations.filter(({ path }) => path.startsWith('/api/orders'));
  const part = partOfApi(api, orders);
  expect(part.operations).toEqual(orders);
  expect([...part.schemas.values()].map(({ name }) => name)).toEqual(['PurchaseOrder', 'Money']);
  const { interfaces, report } = typeApi(part, { namespace: 'acme', name: 'orders', version: '1' });
  expect(interfaces.map(({ label }) => label)).toEqual(['orders']);
  expect(report).toMatchObject({ operations: 3, emitted: 3 });
});

it('the whole of an API is the API', () => {
  expect(partOfApi(api, api.operations)).toEqual(api);
});
