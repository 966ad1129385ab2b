import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { toJavaScript } from '../../scripts/javascript.mjs';
import { temporaryFolder } from '../support/files.ts';

const runtime = fileURLToPath(new URL('../../templates/runtime', import.meta.url));
const sources = readdirSync(runtime).filter((name) => name !== 'table.ts');

describe('toJavaScript', () => {
  test.each<[typescript: string, javascript: string]>([
    [
      "import type { A } from './a.ts';\nimport { b } from './b.ts';\nb();",
      "import { b } from './b.js';\nb();\n",
    ],
    ["export { b } from '../b.ts';", "export { b } from '../b.js';\n"],
    ["const b = await import('./b.ts');", "const b = await import('./b.js');\n"],
    ["const name = 'not/a/module.ts';", "const name = 'not/a/module.ts';\n"],
    [
      '/** About A. */\nexport interface A {\n  a: 1;\n}\n\n/** About b. */\nconst b = 1 as number;',
      '/** About b. */\nconst b = 1;\n',
    ],
    ['// about A\ntype A = 1;\n// about b\nconst b = 1;', '// about b\nconst b = 1;\n'],
  ])('%j', (typescript, javascript) => {
    const [header, ...rest] = toJavaScript(typescript, 'x.js').split('\n\n');
    expect(header).toMatch(/^\/\/ @ts-nocheck /);
    expect(rest.join('\n\n')).toBe(javascript);
  });
});

describe('the runtime as JavaScript', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await temporaryFolder();
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    for (const name of sources) {
      const script = name.replace(/\.ts$/, '.js');
      const source = readFileSync(join(runtime, name), 'utf8');
      writeFileSync(join(folder, script), toJavaScript(source, script));
    }
    // A process a file.
  }, 60_000);

  test('imports nothing but itself', () => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
      const specifiers = [
        ...readFileSync(join(folder, name), 'utf8').matchAll(/ from '([^']+)'/g),
      ].map((match) => match[1]);
      for (const specifier of specifiers) expect(specifier).toMatch(/^\.\/[\w-]+\.js$/);
    }
  });

  test('runs in plain Node', () => {
    const handler = pathToFileURL(join(folder, 'handler.js')).href;
    const script = `
      import { createHandler } from ${JSON.stringify(handler)};
      const ok = { kind: 'one', status: 200, payload: { media: 'application/json', format: 'json', type: 's64' } };
      const route = { id: 'run', method: 'GET', path: '/', params: [], call: 'positional', ok, errors: [] };
      const { fetch } = createHandler({ types: {}, routes: [route] }, { run: () => 5n });
      console.log(await (await fetch(new Request('http://localhost/'))).text());
    `;
    const args = ['--input-type=module', '--eval', script];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe('5\n');
  });
});

test('nothing the engine lacks is used: no Intl, no property escapes, no host call at module level', () => {
  for (const name of sources) {
    const text = readFileSync(join(runtime, name), 'utf8');
    expect(text, name).not.toMatch(
      /\bIntl\b|\\p\{|Date\.now|Math\.random|performance\.|setTimeout/,
    );
  }
});
