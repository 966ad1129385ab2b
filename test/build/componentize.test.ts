import { describe, expect, it } from 'vitest';
import { bundleProject } from '../../src/build/bundle.ts';
import { type ComponentizeOptions, componentizeProject } from '../../src/build/componentize.ts';
import { fixtureProject } from '../support/toolchain.ts';

const component = `import { value } from './value.js';
addEventListener('fetch', (event) => event.respondWith(new Response(String(value))));
export const orders = { getOrder() {}, spin() {} };
`;

async function failure(files: Record<string, string>, options?: ComponentizeOptions) {
  const { project } = await bundleProject(
    await fixtureProject({ 'src/component.js': component, ...files }),
  );
  return componentizeProject(project, options).catch((thrown) => thrown);
}

// A build that fails takes some seconds of one core.
describe('a module level that cannot run at build time', { timeout: 120_000 }, () => {
  it('is told by its line when it throws', async () => {
    const error = await failure({
      'src/value.js':
        "// why\nexport const value = (() => {\n  throw new Error('no config');\n})();\n",
    });
    expect(error).toMatchObject({ name: 'Failure', code: 1, where: 'src/value.js:3:9' });
    expect(error.message).toContain('Error: no config');
  });

  it('is told what to move when it uses randomness', async () => {
    const error = await failure({
      'src/value.js':
        'export const id = () => crypto.randomUUID();\nexport const value = [Math.random()];\n',
    });
    expect(error).toMatchObject({ name: 'Failure', code: 1, where: 'src/value.js:2:23' });
    expect(error.message).toMatch(/Math\.random or crypto is used at module level/);
    expect(error.hint).toMatch(/into the function that needs it/);
  });

  it('is told its line when it breaks the engine', async () => {
    const error = await failure({
      'src/value.js': '\nexport const value = performance.now();\n',
    });
    expect(error).toMatchObject({ name: 'Failure', code: 1, where: 'src/value.js:2:22' });
    expect(error.message).toMatch(/performance\.now is used at module level/);
  });

  it('is stopped when it does not end', async () => {
    const error = await failure(
      { 'src/value.js': 'export let value = 0;\nwhile (value >= 0) value += 1;\n' },
      { timeout: 8000 },
    );
    expect(error).toMatchObject({ name: 'Failure', code: 1 });
    expect(error.message).toMatch(/did not come to an end/);
  });
});

it('names the function that the world exports and the code does not', async () => {
  const error = await failure({
    'src/value.js': 'export const value = 1;\n',
    'src/component.js': `${component.replace('spin() {}', '')}`,
  });
  expect(error).toMatchObject({ name: 'Failure', code: 1 });
  expect(error.message).toMatch(/the function spin of acme:probe\/orders@0\.1\.0/);
}, 120_000);

it('survives WIT that its tools cannot read', async () => {
  const error = await failure({
    'src/value.js': 'export const value = 1;\n',
    'wit/world.wit': 'package acme:probe@0.1.0;\nworld service { export nothing-of-that-name; }\n',
  });
  expect(error).toMatchObject({ name: 'Failure', code: 1 });
  expect(error.message).toMatch(/nothing-of-that-name/);
}, 120_000);
