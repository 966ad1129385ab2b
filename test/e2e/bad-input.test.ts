import { mkdir, open, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/files.ts';
import { runBin } from './support/cli.ts';

/** What a refusal says; `where` may begin with the folder of the run, written `./`. */
interface Refusal {
  readonly message: RegExp;
  readonly where: string;
  readonly hint?: RegExp;
}

interface Case extends Refusal {
  readonly files?: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}

/** A document that is fine but for its paths. */
const document = (paths: string) =>
  `openapi: 3.0.3\ninfo: {title: Orders, version: 1.0.0}\n${paths}`;
const answering = (response: string) =>
  document(`paths: {/orders: {get: {responses: {'200': ${response}}}}}\n`);

const fromText = (name: string, text: string): Pick<Case, 'files' | 'words'> => ({
  files: { [name]: text },
  words: ['--from', name],
});

const documents: readonly (readonly [string, Case])[] = [
  [
    'no such file',
    { words: ['--from', 'nope.yaml'], message: /^No such file/, where: './nope.yaml' },
  ],
  [
    'a folder with nothing readable',
    {
      files: { 'api/notes.txt': '' },
      words: ['--from', 'api'],
      message: /^No file in the folder is of a kind that is read/,
      where: './api',
      hint: /openapi\.yaml/,
    },
  ],
  [
    'a web address',
    {
      words: ['--from', 'https://example.com/openapi.json'],
      message: /^Nothing is fetched from the network/,
      where: 'https://example.com/openapi.json',
      hint: /curl -o openapi\.json https:\/\/example\.com\/openapi\.json/,
    },
  ],
  [
    'a Swagger UI page',
    {
      ...fromText('ui.html', '<!DOCTYPE html>\n<html><link href="./swagger-ui.css"></html>'),
      message: /^This is a Swagger UI page/,
      where: './ui.html',
      hint: /\/v3\/api-docs/,
    },
  ],
  [
    'a Postman collection',
    {
      ...fromText('calls.json', '{"info": {"_postman_id": "1", "name": "Orders"}, "item": []}'),
      message: /^This is a Postman collection/,
      where: './calls.json',
      hint: /Export it as OpenAPI/,
    },
  ],
  [
    'AsyncAPI',
    {
      ...fromText(
        'events.yaml',
        'asyncapi: 2.6.0\ninfo: {title: x, version: 1.0.0}\nchannels: {}\n',
      ),
      message: /^This is an AsyncAPI document/,
      where: './events.yaml',
      hint: /HTTP/,
    },
  ],
  [
    'a GraphQL schema',
    {
      ...fromText('schema.graphql', 'type Query {\n  order(id: ID!): Order!\n}\n'),
      message: /^This is a GraphQL schema/,
      where: './schema.graphql',
      hint: /OpenAPI/,
    },
  ],
  [
    'broken JSON',
    {
      ...fromText('openapi.json', '{"openapi": "3.0.3",\n "info": {"title" "x"}}'),
      message: /^This is not valid JSON: expected ":"/,
      where: './openapi.json:2:19',
    },
  ],
  [
    'broken YAML',
    {
      ...fromText('openapi.yaml', 'openapi: 3.0.3\ninfo:\n  title: x\n bad: [\n'),
      message: /^This is not valid YAML/,
      where: './openapi.yaml:4:2',
    },
  ],
  [
    'no paths',
    {
      ...fromText('openapi.yaml', document('')),
      message: /no operation: it has no "paths"/,
      where: './openapi.yaml#/paths',
      hint: /GET \/orders/,
    },
  ],
  [
    'empty paths',
    {
      ...fromText('openapi.yaml', document('paths: {}\n')),
      message: /no operation: its "paths" are empty/,
      where: './openapi.yaml#/paths',
      hint: /GET \/orders/,
    },
  ],
  [
    'a reference that leads nowhere',
    {
      ...fromText('openapi.yaml', answering("{$ref: '#/components/responses/Nope'}")),
      message: /"#\/components\/responses\/Nope" leads nowhere/,
      where: './openapi.yaml#/paths/~1orders/get/responses/200',
      hint: /Correct the \$ref/,
    },
  ],
  [
    'a reference to a file that is not there',
    {
      ...fromText('openapi.yaml', answering("{$ref: './common.yaml#/Order'}")),
      message: /"\.\/common\.yaml#\/Order" names a file that is not there/,
      where: './openapi.yaml#/paths/~1orders/get/responses/200',
      hint: /add the file/,
    },
  ],
  ...['../common.yaml', '/etc/passwd', 'https://example.com/common.yaml'].map(
    (file): [string, Case] => [
      `a reference to ${file}`,
      {
        ...fromText('openapi.yaml', answering(`{$ref: '${file}#/Order'}`)),
        message:
          /^The reference ".*#\/Order" (?:leads out|is an absolute path|names a web address)/,
        where: './openapi.yaml#/paths/~1orders/get/responses/200',
        hint: /npx @redocly\/cli bundle .*openapi\.yaml"? -o bundled\.yaml/,
      },
    ],
  ),
  [
    'a device',
    { words: ['--from', '/dev/null'], message: /neither a file nor/, where: '/dev/null' },
  ],
];

const flags: readonly (readonly [string, Case])[] = [
  [
    'a name that is no id',
    {
      words: ['My Shop!'],
      message: /^"My Shop!" is not a name/,
      where: 'the first argument',
      hint: /^Try my-shop\.$/,
    },
  ],
  [
    'a name without a letter that ids take',
    {
      words: ['--name', '注文'],
      message: /^"注文" is not a name/,
      where: '--name',
      hint: /^Try hello\.$/,
    },
  ],
  [
    'a name that is a device on Windows',
    { words: ['con'], message: /reserved/, where: 'the first argument', hint: /con-service/ },
  ],
  [
    'an unknown flag',
    {
      words: ['--langauge', 'ts'],
      message: /^Unknown flag: "--langauge"\.$/,
      where: '--langauge',
      hint: /^Did you mean --language\?$/,
    },
  ],
  [
    'a switch with a value',
    { words: ['--yes=false'], message: /^--yes takes no value/, where: '--yes' },
  ],
  [
    'an operation that is none',
    { words: ['--operation', 'GET orders'], message: /starts with \//, where: '--operation' },
  ],
  [
    'operations beside a document',
    {
      ...fromText('openapi.yaml', answering('{description: Fine}')),
      words: ['--from', 'openapi.yaml', '--operation', 'GET /orders'],
      message: /from a document or from operations/,
      where: '--from, --operation',
      hint: /Leave one of them out/,
    },
  ],
  [
    'a base path that is none',
    {
      words: ['--base-path', 'https://example.com/v1?x'],
      message: /is not a base path/,
      where: '--base-path',
      hint: /^Try \/v1\.$/,
    },
  ],
  [
    'the root of the disk',
    { words: ['--out', '/'], message: /root of a disk/, where: '--out', hint: /Name a folder/ },
  ],
];

const answers: readonly (readonly [string, Case])[] = [
  [
    'an unknown key',
    'answers.yaml',
    'langauge: ts\n',
    /not an answer/,
    '#/langauge',
    /language\?$/,
  ],
  ['a wrong type', 'answers.json', '{"name": 7}', /^name is a string, not a number/, '#/name'],
  ['a wrong item', 'answers.yaml', 'operations: [GET /a, 1]\n', /not a number/, '#/operations/1'],
  ['a wrong value', 'answers.yaml', 'language: rust\n', /"rust" is not/, '#/language', /ts, js/],
  ['a list', 'answers.yaml', '- name: orders\n', /not an object/, '#', /"name"/],
  ['broken YAML', 'answers.yaml', 'name: x\n bad: [\n', /not valid YAML/, ':2:5'],
].map(([what, file, text, message, at, hint]) => [
  `an answers file with ${what}`,
  {
    files: { [String(file)]: String(text) },
    words: ['--answers', String(file)],
    message: message as RegExp,
    where: `${file}${at}`,
    ...(hint instanceof RegExp && { hint }),
  },
]);

/** Runs the words with `--json`; expects the refusal on both streams, and the folder as it was. */
async function expectRefusal(given: Case, cwd: string): Promise<void> {
  const before = await readdir(cwd, { recursive: true });
  const words = [...given.words, '--no-build', '--no-git', '--json'];
  const { status, stdout, stderr } = await runBin(words, { cwd });
  expect(status, stderr).toBe(2);
  // Stacks are for bugs.
  expect(stderr).not.toMatch(/^ {4,}at |node:internal/mu);
  const { ok, error } = JSON.parse(stdout);
  expect({ ok, code: error.code }).toEqual({ ok: false, code: 2 });
  expect(error.message).toMatch(given.message);
  expect(error.where).toBe(given.where.replace(/^\.\//u, `${cwd}/`));
  if (given.hint !== undefined) expect(error.hint).toMatch(given.hint);
  for (const text of [error.message, error.hint ?? '']) expect(stderr).toContain(text);
  expect(await readdir(cwd, { recursive: true })).toEqual(before);
}

async function folderWith(files: Case['files'] = {}): Promise<string> {
  const cwd = await temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), text);
  }
  return cwd;
}

describe.each([
  ['documents', documents],
  ['flags', flags],
  ['answers', answers],
] as const)('refuses, and writes nothing: %s', (_what, cases) => {
  it.concurrent.each(cases)('%s', async (_name, given) => {
    await expectRefusal(given, await folderWith(given.files));
  });
});

describe('refuses, and writes nothing', () => {
  it('more than 50 MB', async () => {
    const cwd = await temporaryFolder();
    const file = await open(join(cwd, 'openapi.yaml'), 'w');
    await file.truncate(51 * 1024 * 1024);
    await file.close();
    const given = {
      words: ['--from', 'openapi.yaml'],
      message: /too large: 51 MB, and at most 50 MB/,
      where: './openapi.yaml',
      hint: /Split the document/,
    };
    await expectRefusal(given, cwd);
  });

  it('files in its way, one by one', async () => {
    const cwd = await folderWith({ 'hello/README.md': 'mine', 'hello/spin.toml': 'mine' });
    const given = {
      words: ['--out', 'hello'],
      message:
        /^2 files would be overwritten; nothing was written\.\n {2}README\.md \(was there before\)\n {2}spin\.toml \(was there before\)$/,
      where: '--on-conflict',
      hint: /--on-conflict skip keeps them/,
    };
    await expectRefusal(given, cwd);
  });

  it('a file where the folder should be', async () => {
    const cwd = await folderWith({ hello: 'mine' });
    const given = {
      words: ['hello'],
      message: /^A file is where a folder should be/,
      where: './hello/.gitattributes',
    };
    await expectRefusal(given, cwd);
  });
});
