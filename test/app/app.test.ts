import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planApp } from '../../src/app/plan-app.ts';
import { proposedNames, readApp } from '../../src/app/read-app.ts';
import { serviceNeeds } from '../../src/needs/service-needs.ts';
import type { ServiceModel } from '../../src/service/model.ts';
import { checkWit } from '../../src/wit/check/check.ts';
import { WORLD } from '../../src/wit/printing/print.ts';
import { answersOf } from '../support/answers.ts';
import { documentModel, ordersModel } from '../support/models.ts';

const STORE = readFileSync('test/fixtures/services/monolith-store/openapi.yaml', 'utf8');

function store(changes: Partial<Omit<ServiceModel, 'api' | 'typed'>> = {}): ServiceModel {
  return documentModel(STORE, { name: 'store', ...changes });
}

describe('a service as an app', () => {
  it('has the components that are wanted, in the order of the proposal', () => {
    const all = readApp(store(), ['all']);
    expect(all.components.map(({ folder }) => folder)).toEqual([
      'components/catalog',
      'components/customers',
      'components/orders',
      'components/shipping',
    ]);
    expect(all.left).toEqual([]);
    const two = readApp(store(), ['orders', 'catalog']);
    expect(two.components.map(({ model }) => model.name)).toEqual(['catalog', 'orders']);
    expect(two.left).toEqual([
      { name: 'customers', routes: ['/api/customers/...'] },
      { name: 'shipping', routes: ['/api/shipments/...'] },
    ]);
    // What others answer is not taken from them, however few components are made.
    const one = readApp(store(), ['orders']);
    expect(one.components.map(({ routes }) => routes)).toEqual([['/api/orders/...']]);
  });

  it('divides operations and types among them, with nothing lost', () => {
    const { service, components } = readApp(store(), ['all']);
    const operations = components.flatMap(({ model }) => model.api.operations);
    expect(new Set(operations)).toEqual(new Set(service.api.operations));
    expect(operations).toHaveLength(service.api.operations.length);
    for (const { model } of components) {
      expect(model.typed.report).toMatchObject({ operations: 3, emitted: 3, demotions: [] });
      expect(model.typed.package).toEqual({
        namespace: 'acme',
        name: model.name,
        version: '0.1.0',
      });
    }
  });

  it('has the types that several components use in one package', () => {
    const { components } = readApp(store(), ['all']);
    const shared = components.map(({ model }) => [...(model.shared?.labels ?? [])]);
    expect(shared).toEqual([['money'], ['address'], ['money'], ['address']]);
    const [first] = components;
    expect(first?.model.shared?.wit).toContain('package acme:store-types@0.1.0;');
    expect(first?.model.shared?.wit.match(/record \w+/gu)).toEqual([
      'record money',
      'record address',
    ]);
    // Orders and customers have nothing in common.
    const two = readApp(store(), ['orders', 'customers']);
    expect(two.components.map(({ model }) => model.shared)).toEqual([undefined, undefined]);
  });

  it.each<[readonly string[], RegExp]>([
    [['order'], /"order" is none of the components/u],
    [['catalog', 'nothing-like-it'], /"nothing-like-it" is none/u],
  ])('refuses %j', (names, message) => {
    expect(() => readApp(store(), names)).toThrow(message);
    expect(() => readApp(store(), names)).toThrow(
      expect.objectContaining({ code: 2, hint: expect.stringContaining('catalog, customers') }),
    );
  });

  it('refuses to cut what is one component, and says why', () => {
    expect(() => readApp(ordersModel(), ['all'])).toThrow(/One component, no cut: it has \d/u);
    expect(proposedNames(ordersModel().api)).toBeUndefined();
    expect(proposedNames(store().api)).toEqual(['catalog', 'customers', 'orders', 'shipping']);
  });
});

describe('the files of an app', () => {
  const planned = planApp(readApp(store(), ['all']));
  const textOf = async (path: string) =>
    (await planned).find((file) => file.path === path)?.content ?? '';

  it('are a project for each component, and what binds them', async () => {
    const paths = (await planned).map(({ path }) => path);
    expect(paths.filter((path) => !path.startsWith('components/'))).toEqual([
      '.gitattributes',
      '.github/workflows/ci.yml',
      '.gitignore',
      'README.md',
      'package.json',
      'spin.toml',
    ]);
    for (const name of ['catalog', 'customers', 'orders', 'shipping']) {
      expect(paths).toContain(`components/${name}/wit/world.wit`);
      expect(paths).toContain(`components/${name}/src/${name}.ts`);
      expect(paths).toContain(`components/${name}/spin.toml`);
    }
    expect(paths.filter((path) => path.includes('/.github/'))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toEqual(paths.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it('lead each route to its component, and build it in its folder', async () => {
    const manifest = await textOf('spin.toml');
    const routes = [...manifest.matchAll(/route = "(.*)"\ncomponent = "(.*)"/gu)];
    expect(routes.map(([, route, component]) => [route, component])).toEqual([
      ['/api/products/...', 'catalog'],
      ['/api/customers/...', 'customers'],
      ['/api/orders/...', 'orders'],
      ['/api/shipments/...', 'shipping'],
    ]);
    expect(manifest).toContain('source = "components/orders/dist/orders.wasm"');
    expect(manifest).toContain('workdir = "components/orders"');
    expect(manifest.match(/^\[application\]$/gmu)).toHaveLength(1);
  });

  it('say once for the app, and for each component alone, where a store is kept', async () => {
    const needs = serviceNeeds(answersOf({ keyValueStores: ['cache'] }));
    const files = await planApp(readApp(store({ needs }), ['orders', 'catalog']));
    const texts = files.flatMap(({ path, content }) =>
      path.endsWith('runtime-config.toml') ? [[path, content] as const] : [],
    );
    expect(texts.map(([path]) => path)).toEqual([
      'components/catalog/runtime-config.toml',
      'components/orders/runtime-config.toml',
      'runtime-config.toml',
    ]);
    for (const [, text] of texts) expect(text.match(/\[key_value_store\.cache\]/g)).toHaveLength(1);
    const readme = files.find(({ path }) => path === 'README.md')?.content;
    expect(readme).toContain('spin build --up --runtime-config-file runtime-config.toml');
  });

  it('may call each other, and nobody who is not there', async () => {
    const plan = (host: string) => {
      const needs = serviceNeeds(answersOf({ outbound: [host] }));
      return planApp(readApp(store({ needs }), ['orders', 'catalog']));
    };
    const files = await plan('http://catalog.spin.internal');
    for (const path of ['spin.toml', 'components/orders/spin.toml']) {
      const text = files.find((file) => file.path === path)?.content;
      expect(text).toContain('allowed_outbound_hosts = ["http://catalog.spin.internal"]');
    }
    await expect(plan('http://payments.spin.internal')).rejects.toMatchObject({
      ...{ code: 2, message: expect.stringContaining('there is no component "payments"') },
    });
  });

  it('tell of each component whether what it needs is there', async () => {
    const needs = serviceNeeds(answersOf({ needs: ['kv'] }));
    const files = await planApp(readApp(store({ needs }), ['orders', 'catalog']));
    const text = (path: string) => files.find((file) => file.path === path)?.content ?? '';
    for (const name of ['orders', 'catalog']) {
      const route = `route = "/readyz/${name}"\ncomponent = "${name}"`;
      expect(text('spin.toml')).toContain(route);
      expect(text(`components/${name}/spin.toml`)).toContain(route);
      expect(text(`components/${name}/src/generated/handler.ts`)).toContain(`'/readyz/${name}'`);
    }
  });

  it('have WIT that resolves in each component, the shared package included', async () => {
    for (const { folder } of readApp(store(), ['all']).components) {
      const wit = (await planned)
        .filter(({ path }) => path.startsWith(`${folder}/wit/`) && path.endsWith('.wit'))
        .map(({ path, content }) => [path.slice(`${folder}/wit/`.length), content] as const);
      await checkWit(new Map(wit), WORLD);
    }
    expect(await textOf('components/orders/wit/world.wit')).toContain(
      'use acme:store-types/types@0.1.0.{money};',
    );
  });

  it('tell who answers what, and what is left with the old service', async () => {
    expect(await textOf('README.md')).toContain(
      '| [orders](components/orders/README.md) | 3 | `/api/orders/...` |',
    );
    const few = await planApp(readApp(store(), ['orders']));
    const readme = few.find(({ path }) => path === 'README.md')?.content;
    expect(readme).toContain('Not in this app: `catalog` (`/api/products/...`)');
    expect(readme).not.toContain('## Types in common');
  });

  it.each([
    ['npm', 'npm --workspaces run test', false],
    ['pnpm', 'pnpm --recursive run test', true],
    ['yarn', 'yarn workspaces run test', false],
    ['bun', "bun run --filter './components/*' test", false],
  ] as const)('are workspaces of %s', async (packageManager, command, hasFile) => {
    const files = await planApp(readApp(store({ packageManager }), ['orders', 'catalog']));
    const text = files.find(({ path }) => path === 'package.json')?.content ?? '';
    expect(JSON.parse(text)).toMatchObject({
      workspaces: ['components/*'],
      scripts: { test: command },
    });
    expect(files.some(({ path }) => path === 'pnpm-workspace.yaml')).toBe(hasFile);
  });

  it('are called otherwise than every component', async () => {
    const files = await planApp(readApp(store({ name: 'orders' }), ['all']));
    const text = files.find(({ path }) => path === 'package.json')?.content ?? '';
    expect(JSON.parse(text).name).toBe('orders-app');
    const own = files.find(({ path }) => path === 'components/orders/package.json')?.content ?? '';
    expect(JSON.parse(own).name).toBe('orders');
  });

  it('are the same for the same service', async () => {
    expect(await planApp(readApp(store(), ['all']))).toEqual(await planned);
  });
});
