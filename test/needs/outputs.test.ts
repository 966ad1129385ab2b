import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { needs } from '../../src/needs/index.ts';
import type { Need } from '../../src/needs/need.ts';
import { grantsOf } from '../../src/needs/service-grants.ts';
import type { Answers } from '../../src/questions/answers.ts';
import type { ServiceModel } from '../../src/service/model.ts';
import { checkWit } from '../../src/wit/check/check.ts';
import { modelWith, plannedFiles } from './support.ts';

/** What a run is told so that it has the need. */
function asking({ name, asked }: Need): Partial<Answers> {
  return asked === 'implied' ? { outbound: ['https://api.example.com'] } : { needs: [name] };
}

const named = needs.map((need) => [need.name, need] as const);

interface Manifest {
  readonly variables?: Record<string, object>;
  readonly trigger: { readonly redis?: readonly object[] };
  readonly component: Record<string, Table>;
}

interface Table {
  readonly allowed_outbound_hosts: readonly string[];
  readonly key_value_stores?: unknown;
  readonly sqlite_databases?: unknown;
  readonly files?: unknown;
  readonly variables?: Record<string, string>;
}

function manifestOf(files: ReadonlyMap<string, string>): Manifest {
  return parse(files.get('spin.toml') ?? '') as unknown as Manifest;
}

/** Where the grant of each need shows in the manifest. Two pairs of needs share theirs. */
const GRANTS: Record<string, (table: Table, manifest: Manifest) => boolean> = {
  variables: ({ variables }) => variables !== undefined,
  kv: ({ key_value_stores }) => key_value_stores !== undefined,
  sqlite: ({ sqlite_databases }) => sqlite_databases !== undefined,
  postgres: ({ allowed_outbound_hosts: hosts }) => hosts.some((host) => /^postgres:/.test(host)),
  mysql: ({ allowed_outbound_hosts: hosts }) => hosts.some((host) => /^mysql:/.test(host)),
  redis: ({ allowed_outbound_hosts: hosts }) => hosts.includes('{{ redis_address }}'),
  http: ({ allowed_outbound_hosts: hosts }) => hosts.some((host) => /^https?:/.test(host)),
  files: ({ files }) => files !== undefined,
  'redis-trigger': (_table, { trigger }) => trigger.redis !== undefined,
  'wasi-keyvalue': ({ key_value_stores }) => key_value_stores !== undefined,
  'wasi-config': ({ variables }) => variables !== undefined,
};

const SHARED = new Map([
  ['kv', 'wasi-keyvalue'],
  ['wasi-keyvalue', 'kv'],
  ['variables', 'wasi-config'],
  ['wasi-config', 'variables'],
]);

/** The names of needs whose output shows, one list for each of the four outputs. */
async function traces(model: ServiceModel) {
  const files = await plannedFiles(model);
  const world = files.get('wit/world.wit') ?? '';
  const manifest = manifestOf(files);
  const table = manifest.component[model.name];
  if (table === undefined) throw new Error('the manifest has no component');
  const having = (has: (need: Need) => boolean) => needs.filter(has).map(({ name }) => name);
  return {
    world: having(({ wit }) =>
      [...wit.imports, ...wit.exports].every((name) => world.includes(` ${name};`)),
    ),
    grant: having(({ name }) => GRANTS[name]?.(table, manifest) === true),
    wrapper: having(({ code }) => files.has(`src/host/${code.wrapper}.ts`)),
    host: having(({ proof }) => files.has(`test/hosts/${proof.host}.mjs`)),
  };
}

describe('the four outputs of a need', () => {
  it('are absent when nothing is needed', async () => {
    const files = await plannedFiles(modelWith({}));
    expect([...files.keys()].filter((path) => /host\/|hosts\/|SECURITY|\.env/.test(path))).toEqual(
      [],
    );
    expect(files.get('wit/world.wit')).not.toContain('import ');
    expect(files.get('spin.toml')).not.toMatch(/key_value|sqlite|variables|files|redis|readyz/);
    expect(files.get('spin.toml')).toContain('allowed_outbound_hosts = []');
  });

  it.each(named)('come together: %s', async (name, need) => {
    const model = modelWith(asking(need));
    const chosen = model.needs.chosen.map((one) => one.name);
    const found = await traces(model);
    expect(chosen).toContain(name);
    expect(found.world).toEqual(chosen);
    expect(found.wrapper).toEqual(chosen);
    // The trigger is no import: the test calls its door, and nobody has to answer.
    expect(found.host).toEqual(chosen.filter((one) => one !== 'redis-trigger'));
    const shared = chosen.flatMap((one) => SHARED.get(one) ?? []);
    expect(new Set(found.grant)).toEqual(new Set([...chosen, ...shared]));
  });

  it('are all there when everything is needed, in WIT that becomes a component', async () => {
    const model = modelWith({
      needs: needs.filter(({ asked }) => asked === 'choice').map(({ name }) => name),
      outbound: ['https://api.example.com'],
    });
    const all = needs.map(({ name }) => name);
    const host = all.filter((name) => name !== 'redis-trigger');
    expect(await traces(model)).toEqual({ world: all, grant: all, wrapper: all, host });
    const files = [...(await plannedFiles(model))]
      .filter(([path]) => path.startsWith('wit/') && path.endsWith('.wit'))
      .map(([path, text]) => [path.slice('wit/'.length), text] as const);
    await checkWit(new Map(files), 'service');
  });

  it.each(named)('have modules, types, WIT and a host that exist: %s', async (_name, need) => {
    const files = await plannedFiles(modelWith(asking(need)));
    expect(files.has(`src/host/${need.code.wrapper}.ts`)).toBe(true);
    for (const [path, text] of files) {
      if (!/^src\/host\/[\w-]+\.ts$/.test(path)) continue;
      for (const [, module = ''] of text.matchAll(/from '\.\/([^']+)'/g)) {
        expect(files.has(`src/host/${module}`), `${path}: ${module}`).toBe(true);
      }
    }
    for (const type of need.code.types) {
      expect(files.has(`src/host/types/${type}.d.ts`), type).toBe(true);
    }
    const { devDependencies } = JSON.parse(files.get('package.json') ?? '');
    for (const driver of need.proof.drivers) expect(devDependencies).toHaveProperty(driver);
    for (const [path, text] of files) {
      if (!path.startsWith('test/hosts/') || !path.endsWith('.mjs')) continue;
      for (const [, relative = ''] of text.matchAll(/(?:from |URL\()'\.\/([^']+)'/g)) {
        expect(files.has(`test/hosts/${relative}`), `${path}: ${relative}`).toBe(true);
      }
    }
  });
});

describe('what is emitted around needs', () => {
  it('has every variable once, and no secret with a value', async () => {
    const model = modelWith({
      needs: ['postgres', 'redis', 'redis-trigger'],
      variables: ['postgres_host=db.internal', 'mode'],
      secrets: ['api_key'],
    });
    const files = await plannedFiles(model);
    const { variables = {}, component } = manifestOf(files);
    expect(variables.postgres_host).toMatchObject({ default: 'db.internal' });
    expect(variables.mode).toMatchObject({ required: true });
    for (const name of ['api_key', 'postgres_password', 'redis_password']) {
      expect(variables[name]).toMatchObject({ required: true, secret: true });
      expect(variables[name]).not.toHaveProperty('default');
      expect(files.get('.env.example')).toMatch(
        new RegExp(`^SPIN_VARIABLE_${name.toUpperCase()}=$`, 'm'),
      );
    }
    expect(Object.keys(component.hello?.variables ?? {})).toEqual(Object.keys(variables));
    expect(files.get('SECURITY.md')).toContain('`api_key`, `postgres_password`, `redis_password`');
  });

  it('gives a component no variable that it has no interface to read', async () => {
    const files = await plannedFiles(modelWith({ needs: ['redis-trigger'] }));
    const { variables = {}, component, trigger } = manifestOf(files);
    expect(Object.keys(variables)).toEqual(['redis_address']);
    expect(component.hello).not.toHaveProperty('variables');
    expect(trigger.redis).toEqual([
      { address: '{{ redis_address }}', channel: 'hello', component: 'hello' },
    ]);
  });

  it('grants hosts of --outbound by the need that calls them', () => {
    const outbound = ['https://api.example.com', 'postgres://replica.internal:5433'];
    const model = modelWith({ outbound });
    expect(model.needs.chosen.map(({ name }) => name)).toEqual(['variables', 'postgres', 'http']);
    expect(grantsOf(model).allowedOutboundHosts).toEqual([
      'postgres://{{ postgres_host }}:{{ postgres_port }}',
      'postgres://replica.internal:5433',
      'https://api.example.com',
    ]);
  });

  it('says of drafts that they are drafts, everywhere', async () => {
    const files = await plannedFiles(modelWith({ needs: ['wasi-keyvalue', 'wasi-config'] }));
    for (const path of [
      'README.md',
      'SECURITY.md',
      'wit/world.wit',
      'src/host/wasi-keyvalue.ts',
      'src/host/wasi-config.ts',
      'src/host/types/wasi-keyvalue.d.ts',
      'src/host/types/wasi-config.d.ts',
      'wit/deps/wasi-keyvalue-0.2.0-draft2/package.wit',
      'wit/deps/wasi-config-0.2.0-draft-2024-09-27/package.wit',
    ]) {
      expect(files.get(path), path).toMatch(/draft/i);
    }
    for (const { stage, label } of needs) {
      expect(/draft/.test(label)).toBe(stage === 'draft');
    }
  });

  it('defines every label that is not `default`, where Spin looks for it', async () => {
    const keyValueStores = ['default', 'cache'];
    const model = modelWith({ keyValueStores, sqliteDatabases: ['order-archive'] });
    const files = await plannedFiles(model);
    expect(model.needs.chosen.map(({ name }) => name)).toEqual(['kv', 'sqlite']);
    expect(manifestOf(files).component.hello).toMatchObject({
      key_value_stores: keyValueStores,
      sqlite_databases: ['order-archive'],
    });
    expect(parse(files.get('runtime-config.toml') ?? '')).toEqual({
      key_value_store: { cache: { type: 'spin', path: '.spin/key-value/cache.db' } },
      sqlite_database: {
        'order-archive': { type: 'spin', path: '.spin/sqlite/order-archive.db' },
      },
    });
    expect(files.get('src/host/grants.ts')).toContain("stores = ['default', 'cache'] as const");
    const readme = files.get('README.md');
    expect(readme).toContain("`openStore('cache')`");
    expect(readme).toContain('spin build --up --runtime-config-file runtime-config.toml');
  });

  it('needs no runtime configuration for `default` and for labels that nobody opens', async () => {
    for (const answers of [{ needs: ['kv', 'sqlite'] }, { needs: ['redis'] }]) {
      const files = await plannedFiles(modelWith(answers));
      expect(files.has('runtime-config.toml')).toBe(false);
      expect(files.get('README.md')).not.toContain('--runtime-config-file');
    }
  });

  it('takes a label for the draft interface too, where that is what was asked for', () => {
    const model = modelWith({ needs: ['wasi-keyvalue'], keyValueStores: ['cache'] });
    expect(model.needs.chosen.map(({ name }) => name)).toEqual(['wasi-keyvalue']);
    expect(grantsOf(model).keyValueStores).toEqual(['cache']);
  });

  it('keeps out of the way of a service that has /readyz', async () => {
    const model = modelWith({ needs: ['kv'] });
    const [route] = model.typed.table.routes;
    if (route === undefined) throw new Error('the starter has a route');
    const taken = {
      ...model,
      typed: {
        ...model.typed,
        table: { ...model.typed.table, routes: [{ ...route, path: '/readyz' }] },
      },
    };
    const files = await plannedFiles(taken);
    expect(files.get('spin.toml')).toContain('route = "/-/readyz"');
    expect(files.get('src/generated/handler.ts')).toContain("'/-/readyz'");
  });
});
