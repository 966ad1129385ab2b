import { cp, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/command-line/command-line.ts';
import { Run } from '../../src/run/run.ts';
import { services } from '../../src/run/services.ts';
import type { Prompt } from '../../src/terminal/prompt.ts';
import { filesIn, temporaryFolder } from '../support/files.ts';
import { memory } from './memory.ts';
import { stubServices } from './stub-services.ts';
import { testHost } from './test-host.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/services', import.meta.url));

let cwd: string;

beforeEach(async () => {
  cwd = await temporaryFolder();
});

/** A copy of a service's folder beside the project to be. */
async function service(name: string): Promise<string> {
  await cp(join(FIXTURES, name), join(cwd, name), { recursive: true });
  return name;
}

interface Setup {
  /** Answers by the name of the prompt; else the proposal is taken. Without it, nobody is there. */
  readonly user?: Record<string, unknown>;
}

async function run(words: readonly string[], { user }: Setup = {}) {
  const host = testHost(cwd);
  const phases = new Run(
    host,
    stubServices({ assess: services.assess, readApi: services.readApi }),
  );
  const editor = memory();
  const asked: Prompt[] = [];
  const adapter = {
    async prompt([prompt]: readonly Prompt[]) {
      if (prompt === undefined) return {};
      asked.push(prompt);
      return { [prompt.name]: user?.[prompt.name] ?? prompt.default };
    },
  };
  const line = [...words, '--no-git', '--json', ...(user === undefined ? ['--yes'] : [])];
  const error = await (async () => {
    await phases.start(() => readCommandLine(line, cwd), true);
    await phases.ask(adapter);
    await phases.understand();
    await phases.decide(editor);
    await phases.commit(editor);
    await phases.install();
    await phases.finish();
  })().catch((thrown) => thrown);
  return { error, result: JSON.parse(host.out()), err: host.err(), asked };
}

async function remembered(name: string) {
  const files = await filesIn(join(cwd, name));
  return JSON.parse(String(files['.yo-rc.json']))['generator-wasm-component'].answers;
}

describe('--from FOLDER', () => {
  it('takes the interface from the OpenAPI document in it', async () => {
    const { result, err } = await run(['--from', await service('fastify-rates')]);
    expect(result).toMatchObject({ ok: true, verdict: { outcome: 'go' } });
    const answers = await remembered(result.name);
    expect(answers).toMatchObject({
      ...{ service: '../fastify-rates', interface: 'openapi', language: 'js', origin: 'express' },
      from: '../fastify-rates/openapi.yaml',
    });
    expect(err).toMatch(/From the service's files: origin express \(package\.json:\d+\)/u);
    expect(err).toMatch(
      /From the service's files: from fastify-rates.openapi\.yaml \(openapi\.yaml, \d/u,
    );
    expect(result.found.map(({ key }: { key: string }) => key)).toContain('language');
  });

  it('takes the interface from the routes in its sources', async () => {
    const { result, err } = await run(['--from', await service('gin-payments')]);
    expect(result).toMatchObject({ ok: true, name: 'gin-payments' });
    const answers = await remembered('gin-payments-component');
    expect(answers).toMatchObject({ origin: 'go', interface: 'operations', language: 'ts' });
    expect(answers.operations.length).toBeGreaterThan(1);
    expect(err).toMatch(/operations \w+ \/\S* and \d+ more \(\S+\.go:\d+ and \d+ more\)/u);
  });

  it('is part of the command that makes the project again, and a second run changes no byte', async () => {
    const name = await service('gin-payments');
    const { result } = await run(['--from', name]);
    expect(result.command).toBe(
      'npx generator-wasm-component gin-payments --from gin-payments --out ./gin-payments-component --yes',
    );
    const before = await filesIn(cwd);
    const again = await run(['--from', name]);
    expect(again.result).toMatchObject({ ok: true });
    expect(await filesIn(cwd)).toEqual(before);
  });

  it('proposes the databases and the servers that the files show, and no more', async () => {
    const { err } = await run(['--from', await service('express-notes'), '--name', 'x']);
    expect(await remembered('x')).toMatchObject({
      needs: ['postgres'],
      outbound: ['http://search:7700'],
    });
    expect(err).toMatch(/needs postgres \(postgres: docker-compose\.yml:\d+ and 1 more\)/u);
    await run(['--from', await service('fastify-rates'), '--name', 'y']);
    expect((await remembered('y')).needs).toBeUndefined();
  });

  it('gives way to what flags say', async () => {
    const flags = ['--origin', 'other', '--operation', 'GET /a', '--language', 'js', 'shop'];
    const { result } = await run(['--from', await service('gin-payments'), ...flags]);
    expect(await remembered('shop')).toMatchObject({
      ...{ origin: 'other', interface: 'operations', operations: ['GET /a'], language: 'js' },
      service: '../gin-payments',
    });
    expect(result.found.map(({ key }: { key: string }) => key)).not.toContain('operations');
  });

  it('stands beside a document that lies elsewhere', async () => {
    await writeFile(join(cwd, 'api.yaml'), DOCUMENT);
    const { result } = await run(['--from', 'api.yaml', '--from', await service('gin-payments')]);
    expect(await remembered(result.name)).toMatchObject({
      ...{ interface: 'openapi', from: '../api.yaml', service: '../gin-payments' },
    });
    expect(result.verdict).toBeDefined();
  });

  it('takes the most telling of several documents and names the others', async () => {
    await mkdir(join(cwd, 'svc', 'docs'), { recursive: true });
    await mkdir(join(cwd, 'svc', 'test'), { recursive: true });
    await writeFile(join(cwd, 'svc', 'docs', 'v1.yaml'), DOCUMENT);
    await writeFile(join(cwd, 'svc', 'test', 'openapi.yaml'), DOCUMENT);
    await writeFile(
      join(cwd, 'svc', 'broken.yaml'),
      DOCUMENT.replace('get:', 'get:\n      parameters: [{ $ref: gone.yaml }]'),
    );
    const { result } = await run(['--from', 'svc', '--name', 'x']);
    expect(await remembered('x')).toMatchObject({ from: '../svc/docs/v1.yaml' });
    expect(result.warnings).toEqual([
      expect.stringMatching(/^broken\.yaml is left aside: /u),
      expect.stringContaining('test/openapi.yaml'),
    ]);
  });

  it('refuses a folder that is not there, and one without anything that is read', async () => {
    expect((await run(['--from', 'gone'])).error).toMatchObject({ code: 2 });
    await mkdir(join(cwd, 'empty'));
    expect((await run(['--from', 'empty'])).error).toMatchObject({ code: 2 });
    const twice = await run(['--from', await service('gin-payments'), '--from', 'empty']);
    expect(twice.error).toMatchObject({ code: 2, message: expect.stringContaining('one service') });
  });
});

describe('a verdict to stay', () => {
  it('is a warning with --yes', async () => {
    const { result } = await run(['--from', await service('flask-invoices')]);
    expect(result).toMatchObject({ ok: true, verdict: { outcome: 'stay' } });
    expect(result.warnings.join('\n')).toContain('The verdict is to stay on containers');
  });

  it('ends the run with --strict-fit: code 3, nothing written, the verdict told', async () => {
    const name = await service('flask-invoices');
    const { error, result } = await run(['--from', name, '--strict-fit', '--name', 'x']);
    expect(error).toMatchObject({ code: 3 });
    expect(result).toMatchObject({ ok: false, error: { code: 3 }, verdict: { outcome: 'stay' } });
    expect(Object.keys(await filesIn(cwd)).filter((file) => !file.startsWith(name))).toEqual([]);
    const goes = await run(['--from', await service('fastify-rates'), '--strict-fit']);
    expect(goes.error).toBeUndefined();
    expect((await run(['x', '--strict-fit'])).error).toMatchObject({ code: 2 });
  });

  it('is asked about before anything else is, and stops there unless the user goes on', async () => {
    const name = await service('flask-invoices');
    const { error, asked } = await run(['--from', name], { user: {} });
    expect(error).toMatchObject({ code: 130 });
    expect(asked.map((prompt) => prompt.name)).toEqual(['goOn']);
    const gone = await run(['--from', name], { user: { goOn: true, name: 'x' } });
    expect(gone.error).toBeUndefined();
    expect(gone.asked.map((prompt) => prompt.name)).toContain('operations');
  });
});

describe('with a user', () => {
  it('proposes what the files show, with the place', async () => {
    const name = await service('fastify-rates');
    const { asked } = await run(['--from', name], { user: { name: 'x' } });
    const origin = asked.find((prompt) => prompt.name === 'origin');
    expect(origin).toMatchObject({ default: 'express' });
    expect(origin?.message).toMatch(/\(package\.json:\d+\)$/u);
    expect(asked.find((prompt) => prompt.name === 'from')).toMatchObject({
      default: join(basename(name), 'openapi.yaml'),
    });
  });

  it('lets the user choose among several documents', async () => {
    await mkdir(join(cwd, 'svc'));
    for (const file of ['a.yaml', 'b.yaml']) await writeFile(join(cwd, 'svc', file), DOCUMENT);
    const other = join(cwd, 'svc', 'b.yaml');
    const { asked } = await run(['--from', 'svc'], { user: { from: other, name: 'x' } });
    expect(asked.find((prompt) => prompt.name === 'from')).toMatchObject({
      type: 'select',
      choices: [{ name: 'svc/a.yaml' }, { name: 'svc/b.yaml' }, { value: '' }],
    });
    expect(await remembered('x')).toMatchObject({ from: '../svc/b.yaml' });
  });

  it('offers to read the folder it runs in when that looks like a service', async () => {
    await writeFile(join(cwd, 'package.json'), '{"dependencies":{"express":"^4"}}');
    const { asked } = await run([], { user: { service: 'none', name: 'x' } });
    expect(asked[0]).toMatchObject({ name: 'service', default: '.' });
    expect((await remembered('x')).service).toBeUndefined();
  });
});

const DOCUMENT = `openapi: 3.0.3
info: { title: Things, version: '1' }
paths:
  /a:
    get:
      responses: { '200': { description: ok } }
`;
