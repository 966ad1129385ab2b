import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/command-line/command-line.ts';
import { flagTables } from '../../src/command-line/reference.ts';
import type { Answers } from '../../src/questions/answers.ts';
import { reproducingCommand } from '../../src/questions/command.ts';
import { answersOf } from '../support/answers.ts';

const starter = answersOf();

const document = { title: 'Orders', version: '2', description: undefined, basePath: '/v2' };

describe('the reproducing command', () => {
  it.each<[string, Partial<Answers>, string]>([
    ['nothing but defaults', {}, 'hello --yes'],
    ['what the machine decides', { git: false, install: true }, 'hello --yes'],
    ['a language', { language: 'js' }, 'hello --language js --yes'],
    [
      'operations',
      { interface: 'operations', operations: ['GET /a', 'PUT /{b}'], description: '' },
      'hello --operation "GET /a" --operation "PUT /{b}" --yes',
    ],
    ['quotes', { description: `it's "$HOME"` }, `hello --description 'it'\\''s "$HOME"' --yes`],
    ['a dash', { description: '-x' }, 'hello --description=-x --yes'],
    ['components', { components: ['a', 'b'] }, 'hello --components a,b --yes'],
    ['nothing at all', { description: '' }, 'hello --description= --yes'],
  ])('says %s', (_what, change, want) => {
    const command = reproducingCommand({ ...starter, ...change }, '/work/hello', undefined);
    expect(command).toBe(`npx generator-wasm-component ${want}`);
  });

  it('sees the document from the folder that holds the project', () => {
    const answers: Answers = {
      ...starter,
      ...{ name: 'orders', interface: 'openapi', from: '/work/api/openapi.yaml', description: '' },
      ...{ version: '2.0.0', basePath: '' },
    };
    expect(reproducingCommand(answers, '/work/orders', document)).toBe(
      'npx generator-wasm-component orders --from api/openapi.yaml --base-path= --yes',
    );
    expect(reproducingCommand({ ...answers, basePath: '/v2' }, '/work/app/there', document)).toBe(
      'npx generator-wasm-component orders --from ../api/openapi.yaml --out ./there --yes',
    );
  });

  it('is read back as the same answers', () => {
    const answers: Answers = {
      ...starter,
      ...{ interface: 'operations', operations: ['GET /a/{b}'], description: 'plain-words' },
      ...{ namespace: 'acme', version: '1.0.0', basePath: '/v1', stubs: 'examples' },
      ...{ packageManager: 'bun', origin: 'go', language: 'js', components: ['a', 'b-c'] },
    };
    const command = reproducingCommand(answers, '/work/hello', undefined);
    const words = [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map((match) => match[1] ?? match[2]);
    const read = readCommandLine(words.slice(2) as string[], '/work');
    expect({ ...starter, ...Object.fromEntries(read.answers) }).toEqual({
      ...answers,
      interface: 'none', // implied by the operations when the answers are gathered
    });
    expect(read.options.yes).toBe(true);
  });
});

it('the tables name every flag once', () => {
  const tables = flagTables();
  expect(tables).toMatch(/^\| `--from DOCUMENT` +\| `from` +\|/mu);
  expect(tables).toContain('| `--on-conflict ask\\|skip\\|overwrite\\|fail` |');
  expect(tables).toContain('`--install`, `--skip-install`');
  for (const line of tables.split('\n').filter((row) => row !== ''))
    expect(line).toMatch(/^\|.*\|$/);
});
