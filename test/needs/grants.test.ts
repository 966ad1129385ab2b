import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { auditComponent } from '../../src/build/audit.ts';
import { proveProject } from '../../src/build/prove.ts';
import { needs } from '../../src/needs/index.ts';
import { buildOnce } from '../support/toolchain.ts';
import { changeFile, modelWith, recorder, writtenProject } from './support.ts';

/** The line of spin.toml that grants a need, and how the audit names it when it is gone. */
const LINES: Record<string, { line: RegExp; table?: string; missing: string }> = {
  variables: {
    line: /\[component\.hello\.variables\]\n.*\n/,
    table: 'component.hello.variables',
    missing: 'log_level = "{{ log_level }}"',
  },
  kv: { line: /key_value_stores.*\n/, missing: 'key_value_stores = ["default"]' },
  sqlite: { line: /sqlite_databases.*\n/, missing: 'sqlite_databases = ["default"]' },
  postgres: {
    line: /"postgres:.*?"/,
    missing: '"postgres://{{ postgres_host }}:{{ postgres_port }}"',
  },
  mysql: { line: /"mysql:.*?"/, missing: '"mysql://{{ mysql_host }}:{{ mysql_port }}"' },
  redis: { line: /(?<=hosts = \[)".*?"/, missing: '"{{ redis_address }}"' },
  http: { line: /"https:.*?"(?=\]\n)/, missing: 'allowed_outbound_hosts = ["https:' },
  files: { line: /files = .*\n/, missing: 'files = [{ source = "assets", destination = "/" }]' },
  'redis-trigger': { line: /\[\[trigger\.redis\]\]\n(?:.+\n)+/, missing: '[[trigger.redis]]' },
};

describe('a component and its grants', { timeout: 120_000 }, () => {
  const cases = needs.filter(({ name }) => LINES[name] !== undefined);

  it.each(cases.map((need) => [need.name, need] as const))('%s', async (name, need) => {
    const answers =
      need.asked === 'implied' ? { outbound: ['https://api.example.com'] } : { needs: [name] };
    const directory = await writtenProject(modelWith(answers));
    const bundle = await buildOnce(directory);
    await expect(auditComponent(bundle)).resolves.toMatchObject({ world: 'service' });

    const { line, table = 'component.hello', missing } = LINES[name] ?? { line: /^$/, missing: '' };
    const manifest = join(directory, 'spin.toml');
    await cp(manifest, `${manifest}.whole`);
    await changeFile(manifest, line, '');
    const refused = await auditComponent(bundle).catch((error) => error);
    expect(refused).toMatchObject({ code: 1, hint: expect.stringContaining(missing) });
    if (name !== 'redis-trigger') expect(refused.hint).toContain(`[${table}] in spin.toml`);

    // And a grant that nothing asks for: the same manifest for a component that needs nothing.
    const bare = await writtenProject(modelWith({}));
    await cp(`${manifest}.whole`, join(bare, 'spin.toml'));
    await expect(auditComponent(await buildOnce(bare))).rejects.toMatchObject({
      ...{ code: 1, where: expect.stringContaining('spin.toml') },
      hint: expect.stringMatching(/Remove the (?:line|trigger)/),
    });
  });
});

it('takes a grant of every host for what the world imports, and for nothing else', async () => {
  const everything = ['*://*:*'];
  const calling = await writtenProject(modelWith({ needs: ['redis'], outbound: everything }));
  await changeFile(join(calling, 'spin.toml'), /"\{\{ redis_address \}\}", /, '');
  await expect(auditComponent(await buildOnce(calling))).resolves.toMatchObject({});

  const bare = await writtenProject(modelWith({}));
  await changeFile(join(bare, 'spin.toml'), 'hosts = []', `hosts = ["${everything}"]`);
  await expect(auditComponent(await buildOnce(bare))).rejects.toMatchObject({
    hint: expect.stringContaining('import wasi:http/outgoing-handler@0.2.10 in wit/world.wit'),
  });
}, 120_000);

describe('the proof of a written project', { timeout: 120_000 }, () => {
  it('says of a server that does not run what is not proven and how to start it', async () => {
    vi.stubEnv('SPIN_VARIABLE_POSTGRES_PORT', '1');
    const model = modelWith({ needs: ['kv', 'postgres'] });
    const directory = await writtenProject(model);
    const progress = recorder();
    const { smoke } = await proveProject(model, directory, progress);
    expect(smoke.needs).toEqual([
      { need: 'variables', proven: true },
      { need: 'kv', proven: true },
      {
        need: 'postgres',
        proven: false,
        why: expect.stringContaining('no Postgres at localhost:1'),
      },
    ]);
    expect(progress.warnings.join('\n')).toMatch(/Not proven: .*docker run .*postgres:17/);
    expect(progress.warnings.join('\n')).toContain('SPIN_VARIABLE_POSTGRES_PASSWORD');
    vi.unstubAllEnvs();
  });

  it('fails when the manifest grants another server than the code calls, and names the line', async () => {
    const model = modelWith({ needs: ['postgres'] });
    const directory = await writtenProject(model);
    const line = 'postgres://{{ postgres_host }}:{{ postgres_port }}';
    await changeFile(join(directory, 'spin.toml'), line, 'postgres://elsewhere:5432');
    await expect(proveProject(model, directory, recorder())).rejects.toMatchObject({
      ...{ code: 1, where: 'spin.toml' },
      message: expect.stringContaining(`allowed_outbound_hosts = ["${line}"]`),
    });
  });

  it('opens the stores and databases of every label, and names one that nothing defines', async () => {
    const model = modelWith({ keyValueStores: ['cache', 'default'], sqliteDatabases: ['ledger'] });
    const directory = await writtenProject(model);
    const { smoke } = await proveProject(model, directory, recorder());
    expect(smoke.needs).toEqual([
      { need: 'kv', proven: true },
      { need: 'sqlite', proven: true },
    ]);
    const config = join(directory, 'runtime-config.toml');
    await changeFile(config, 'key_value_store.cache', 'key_value_store.other');
    await expect(proveProject(model, directory, recorder())).rejects.toMatchObject({
      code: 1,
      message: expect.stringMatching(/unknown key_value_stores label "cache".*runtime-config/),
    });
    await changeFile(config, 'key_value_store.other', 'key_value_store.cache');
    await changeFile(join(directory, 'spin.toml'), '["cache", "default"]', '["default"]');
    await expect(proveProject(model, directory, recorder())).rejects.toMatchObject({
      ...{ code: 1, where: 'spin.toml' },
      message: expect.stringContaining('key_value_stores = ["cache", "default"]'),
    });
  });

  it('fails when a variable is not granted, and names the line', async () => {
    const model = modelWith({ needs: ['kv'], variables: ['a=1', 'b=2'] });
    const directory = await writtenProject(model);
    await changeFile(join(directory, 'spin.toml'), 'b = "{{ b }}"\n', '');
    await expect(proveProject(model, directory, recorder())).rejects.toMatchObject({
      ...{ code: 1, where: 'spin.toml' },
      message: expect.stringContaining('[component.hello.variables] in spin.toml: b = "{{ b }}"'),
    });
  });
});
