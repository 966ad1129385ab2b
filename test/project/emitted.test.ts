import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ProjectFile } from '../../src/project/file.ts';
import { planProject } from '../../src/project/plan.ts';
import type { ServiceModel } from '../../src/service/model.ts';
import { biomeReport } from '../support/biome.ts';
import { javascriptBuilt, sources, typecheck, writeProjects } from '../support/emitted.ts';
import { documentModel, ordersModel, starterModel } from '../support/models.ts';
import { nastyDocument } from '../support/nasty-document.ts';

const nasty = () =>
  documentModel(JSON.stringify(nastyDocument), { title: nastyDocument.info.title });

const written = new URL('../fixtures/written-photos/photos.openapi.yaml', import.meta.url);
const photos = () => documentModel(readFileSync(written, 'utf8'), { name: 'photos' });

const models: Record<string, ServiceModel> = {
  starter: starterModel(),
  orders: ordersModel(),
  nasty: nasty(),
  photos: { ...photos(), stubs: 'examples' },
  ...(javascriptBuilt && {
    'starter-js': starterModel({ language: 'js', basePath: '/v1' }),
    'orders-js': ordersModel({ language: 'js', stubs: 'examples' }),
    'photos-js': { ...photos(), language: 'js' },
    'nasty-js': { ...nasty(), language: 'js', stubs: 'examples' },
  }),
};

describe.each(Object.keys(models))('the project %s', (name) => {
  let files: readonly ProjectFile[];
  let folder: string;

  beforeAll(async () => {
    files = await planProject(models[name] as ServiceModel);
    folder = await writeProjects({ [name]: files });
  });

  it('passes its own strict type check', async () => {
    expect(await typecheck(join(folder, name))).toBe('');
  });

  it('is formatted as our formatter would, and lint finds nothing', async () => {
    expect(await biomeReport(sources(name, files))).toBe('');
  });
});

describe('the type check of a project', () => {
  it('names an operation that the service lacks', async () => {
    const files = (await planProject(ordersModel())).map((file) =>
      file.path === 'src/orders.ts'
        ? { ...file, content: file.content.replace('  getHealth()', '  getHealt()') }
        : file,
    );
    const folder = await writeProjects({ orders: files });
    expect(await typecheck(join(folder, 'orders'))).toMatch(/orders\.ts.*getHealth/su);
  });
});

describe('the README’s Hono example', () => {
  it('serves the service behind middleware, and type-checks', async () => {
    const files = await planProject(starterModel());
    const readme = files.find(({ path }) => path === 'README.md')?.content ?? '';
    const example = /```ts\n(import \{ Hono \}[\s\S]*?)```/u.exec(readme)?.[1] ?? '';
    const mounted = files.map((file) =>
      file.path === 'src/component.ts' ? { ...file, content: example } : file,
    );
    const folder = await writeProjects({ hello: mounted });
    expect(await typecheck(join(folder, 'hello'))).toBe('');

    const answer = await fetchEvents(join(folder, 'hello'));
    const found = await answer(new Request('http://host/greetings/Ada'));
    expect([found.status, found.headers.get('x-served-by')]).toEqual([200, 'hello']);
    expect(await found.json()).toEqual({ message: 'Hello, Ada.', name: 'Ada' });
    const missing = await answer(new Request('http://host/greetings/nobody'));
    expect([missing.status, missing.headers.get('x-served-by')]).toEqual([404, 'hello']);
  });
});

/** Bundles a project's src/component.ts and runs its fetch listener, as the engine would. */
async function fetchEvents(project: string): Promise<(request: Request) => Promise<Response>> {
  const build = await rolldown({ input: join(project, 'src/component.ts'), cwd: project });
  const file = join(project, 'dist', 'component.mjs');
  await build.write({ file, format: 'esm' });
  await build.close();
  type Listener = (event: { request: Request; respondWith(answer: unknown): void }) => void;
  const listeners: Listener[] = [];
  Object.assign(globalThis, {
    addEventListener: (_type: string, listener: Listener) => listeners.push(listener),
  });
  await import(pathToFileURL(file).href);
  return (request) =>
    new Promise((resolve) => {
      listeners[0]?.({ request, respondWith: (answer) => resolve(answer as Response) });
    });
}
