import {
  appendFile,
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeDocuments, publishedDocuments, readDocument } from '../support/documents.ts';
import { temporaryFolder } from '../support/files.ts';
import { packageRoot, run } from './support/cli.ts';
import { type Installed, installPackage } from './support/installed.ts';
import { hasTerminal, KEYS, play } from './support/pty.ts';

const isRoot = process.getuid?.() === 0;
/** `yo` gives up root for this user (package downgrade-root). */
const USER = 1000;

let root: string;
let installed: Installed;
beforeAll(async () => {
  root = await temporaryFolder();
  installed = await installPackage(root);
});

type Door = 'bin' | 'yo';

interface Setup {
  readonly user?: number;
  readonly home?: string;
  /** A command beside the run: `wit`. */
  readonly command?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** Goes through a door in a new folder that every user can write, without a terminal. */
async function go(door: Door, words: readonly string[], setup: Setup = {}) {
  const folder = await mkdtemp(join(root, 'run-'));
  const cwd = join(folder, 'here');
  await mkdir(cwd);
  for (const place of [folder, cwd]) await chmod(place, 0o777);
  await copyFile(join(packageRoot, 'examples', 'orders.openapi.yaml'), join(cwd, 'openapi.yaml'));
  for (const [path, text] of Object.entries(setup.files ?? {})) {
    await writeFile(join(cwd, path), text);
  }
  const home = setup.home ?? join(folder, 'home');
  if (setup.home === undefined) {
    await mkdir(home);
    await chmod(home, 0o777);
  }
  const { command } = setup;
  const [program, ...first] =
    door === 'bin'
      ? [installed.bin, ...(command === undefined ? [] : [command])]
      : [installed.yo, `wasm-component${command === undefined ? '' : `:${command}`}`];
  const finished = await run(program ?? '', [...first, ...words], {
    cwd,
    env: { HOME: home, NO_UPDATE_NOTIFIER: '1', LANG: 'C.UTF-8' },
    ...(setup.user !== undefined && { user: setup.user }),
  });
  return { ...finished, cwd, files: await filesIn(cwd) };
}

/** Every file but Git's own, by path. */
async function filesIn(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || path.includes('/.git/')) continue;
    files[path.slice(folder.length + 1)] = await readFile(path, 'utf8');
  }
  return files;
}

/** The result without what differs from run to run. */
function comparable(stdout: string): Record<string, unknown> {
  const { timings, directory, ...rest } = JSON.parse(stdout);
  return { ...rest, steps: Object.keys(timings) };
}

describe('the tarball', () => {
  it('holds what is needed and nothing that Yeoman would take for a generator', () => {
    const top = new Set(installed.packed.map((path) => path.split('/')[0]));
    expect([...top].sort()).toEqual(
      expect.arrayContaining(['dist', 'package.json', 'schemas', 'templates']),
    );
    // Where `yo` looks: */index.* in the package, generators/, lib/generators/ and dist/generators/ (environment
    // 6.3.0).
    const generators = installed.packed.filter((path) =>
      /^(?:(?:dist\/|lib\/)?generators\/)?[^/]+\/index\.[cm]?[jt]s$/u.test(path),
    );
    expect(generators.sort()).toEqual(
      ['app', 'assess', 'check', 'wit'].map((name) => `dist/generators/${name}/index.js`),
    );
    expect(
      installed.packed.filter((path) => /^(?:src|test|generators|examples)\//u.test(path)),
    ).toEqual([]);
  });
});

describe('the package as a library', () => {
  it('converts and reads JSON by the tables, without Yeoman', async () => {
    const script = join(root, 'user', 'library.mjs');
    await writeFile(
      script,
      `import { openapiToWit } from 'generator-wasm-component/openapi';
      import { compileTypes, parseJson } from 'generator-wasm-component/codec';
      const { types, report, world } = await openapiToWit(process.argv[2]);
      const money = compileTypes(types).decode({ ref: 'Money' }, parseJson('{"amount":"1.50","currency":"EUR"}'));
      console.log(JSON.stringify({ world, operations: report.operations, money }));`,
    );
    const document = join(packageRoot, 'examples', 'orders.openapi.yaml');
    const { status, stdout, stderr } = await run(process.execPath, [script, document]);
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      world: 'service',
      operations: 8,
      money: { amount: '1.50', currency: 'EUR' },
    });
  });
});

describe('both doors', () => {
  it.each([
    ['the starter', ['--yes', '--no-build', '--json', '--no-git']],
    [
      'what the parser of yo would lose',
      [
        ...['--yes', 'shop', '--namespace', 'acme', '--service-version', '1.10.0', '--description'],
        ...['7', '--operation', 'GET /orders/{id}', '--operation', 'POST /orders', '--no-build'],
        ...['--skip-install', '--no-git', '--json'],
      ],
    ],
    [
      'a document, in JavaScript',
      [
        ...['--from', 'openapi.yaml', '--language', 'js', '--stubs', 'examples', '--no-git'],
        ...['--out', 'deep/there', '--no-build', '--json'],
      ],
    ],
    ['a dry run', ['--from', 'openapi.yaml', '--dry-run', '--json']],
    ['an answers file', ['--answers', 'answers.yaml', '--no-build', '--json', '--yes']],
  ])('write the same bytes and say the same: %s', async (_what, words) => {
    const setup = { files: { 'answers.yaml': 'name: shop\nnamespace: acme\ngit: false\n' } };
    const [bin, yo] = [await go('bin', words, setup), await go('yo', words, setup)];
    expect(bin.status, bin.stderr).toBe(0);
    expect(yo.status, yo.stderr).toBe(0);
    expect(yo.files).toEqual(bin.files);
    expect(comparable(yo.stdout)).toEqual(comparable(bin.stdout));
  });

  it('convert a document alike, and write it', async () => {
    const setup = { command: 'wit' };
    const [bin, yo] = [
      await go('bin', ['openapi.yaml'], setup),
      await go('yo', ['openapi.yaml'], setup),
    ];
    expect([bin.status, yo.status], yo.stderr).toEqual([0, 0]);
    expect(bin.stdout).toContain('world service {');
    expect(yo.stdout).toBe(bin.stdout);
    const written = await go('yo', ['--from', 'openapi.yaml', '--out', 'wit'], setup);
    expect(Object.keys(written.files).sort()).toEqual(['openapi.yaml', 'wit/world.wit']);
    const wrong = await go('yo', ['--form', 'openapi.yaml'], setup);
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('Did you mean --from?');
  });

  it('assess a folder alike', async () => {
    const setup = {
      command: 'assess',
      files: { 'package.json': '{"dependencies":{"express":"4.19.2","sharp":"0.33.0"}}' },
    };
    const words = ['.', '--json'];
    const [bin, yo] = [await go('bin', words, setup), await go('yo', words, setup)];
    expect([bin.status, yo.status], yo.stderr).toEqual([0, 0]);
    const [first, second] = [bin, yo].map(({ stdout }) => JSON.parse(stdout));
    expect(first.findings).toContainEqual(expect.objectContaining({ what: 'sharp', line: 1 }));
    expect(second.findings).toEqual(first.findings);
    expect(second.verdict).toEqual(first.verdict);
  });

  it('check a manifest alike', async () => {
    const setup = {
      command: 'check',
      files: { 'spin.toml': 'spin_manifest_version = 2\n[application]\nnmae = "shop"\n' },
    };
    const [bin, yo] = [await go('bin', ['--json'], setup), await go('yo', ['--json'], setup)];
    expect([bin.status, yo.status], yo.stderr).toEqual([1, 1]);
    const [first, second] = [bin, yo].map(({ stdout }) => JSON.parse(stdout));
    expect(first.problems.map(({ rule }: { rule: string }) => rule).sort()).toEqual([
      'missing-field',
      'missing-field',
      'unknown-field',
    ]);
    expect(second.problems).toEqual(first.problems);
  });

  it('write nothing in a dry run, not even a folder', async () => {
    for (const door of ['bin', 'yo'] as const) {
      const { status, cwd } = await go(door, ['--dry-run']);
      expect(status).toBe(0);
      expect(await readdir(cwd)).toEqual(['openapi.yaml']);
    }
  });

  it.each([
    ['an unknown flag', ['--langauge', 'ts'], 2, /Did you mean --language\?/],
    ['no such document', ['--from', 'nope.yaml'], 2, /No such file/],
    ['a name that is none', ['My Shop'], 2, /Try my-shop\./],
    ['a missing answer', ['--interface', 'openapi'], 2, /no answer for: --from DOCUMENT/],
    ['a wrong answers file', ['--answers', 'wrong.json'], 2, /wrong\.json#\/langauge/],
    ['a file in the way', ['--out', 'openapi.yaml'], 2, /a file is where a folder should be/i],
  ])('refuse %s alike', async (_what, words, status, message) => {
    const setup = { files: { 'wrong.json': '{"langauge": "ts"}' } };
    const given = ['openapi.yaml', 'wrong.json'];
    for (const door of ['bin', 'yo'] as const) {
      const told = await go(door, words, setup);
      expect(told.status, `${door}: ${told.stderr}`).toBe(status);
      expect(told.stderr).toMatch(message);
      // A stack is for bugs.
      expect(told.stderr).not.toMatch(/^ +at .*:\d+\)?$/mu);
      expect(told.stdout).toBe('');
      expect(Object.keys(told.files).sort()).toEqual(given);
    }
    const json = [...words, '--json'];
    const [bin, yo] = [await go('bin', json, setup), await go('yo', json, setup)];
    expect([bin.status, yo.status]).toEqual([status, status]);
    const error = ({ stdout, cwd }: typeof bin) =>
      JSON.stringify(JSON.parse(stdout).error).replaceAll(cwd, 'HERE');
    expect(error(yo)).toBe(error(bin));
  });

  it('print the same help and version', async () => {
    for (const flag of ['--help', '--version']) {
      const [bin, yo] = [await go('bin', [flag]), await go('yo', [flag])];
      expect([bin.status, yo.status]).toEqual([0, 0]);
      expect(yo.stdout.trim()).toBe(bin.stdout.trim());
      expect(bin.stdout).not.toBe('');
    }
  });

  it.skipIf(!isRoot)('work for an ordinary user', async () => {
    for (const door of ['bin', 'yo'] as const) {
      const told = await go(door, ['--no-build', '--json'], { user: USER });
      expect(told.status, told.stderr).toBe(0);
      expect(JSON.parse(told.stdout).ok).toBe(true);
    }
  });

  it.skipIf(!isRoot)('work for root, whose home yo loses', async () => {
    for (const door of ['bin', 'yo'] as const) {
      const told = await go(door, ['--no-build', '--json'], { home: '/root' });
      expect(told.status, told.stderr).toBe(0);
    }
  });

  it('our own needs no home', async () => {
    const home = join(root, 'read-only-home');
    await mkdir(home, { mode: 0o555 });
    for (const place of [home, join(root, 'no-such-home')]) {
      const told = await go('bin', ['--no-build', '--json'], {
        home: place,
        ...(isRoot && { user: USER }),
      });
      expect(told.status, told.stderr).toBe(0);
    }
    expect(await readdir(home)).toEqual([]);
  });

  it('prove a project through yo, and end by themselves', async () => {
    const told = await go('yo', ['--yes', '--json', '--no-git']);
    expect(told.status, told.stderr).toBe(0);
    const { ok, smoke, component } = JSON.parse(told.stdout);
    expect({ ok, failed: smoke.failed }).toEqual({ ok: true, failed: 0 });
    expect(component.exports).toContain('wasi:http/incoming-handler@0.2.10');
  });
});

describe.skipIf(!hasTerminal)('in a terminal (needs python3, and not Windows)', () => {
  const { enter, up, down, interrupt } = KEYS;
  /** Every prompt there is, and how it is answered. */
  const prompts: readonly (readonly [string, string])[] = [
    ['What runs the service today?', enter],
    ['Where does its interface come from?', up + enter],
    ['Operations, separated by commas:', `GET /orders, POST /orders${enter}`],
    ['Name of the project:', `shop${enter}`],
    ['Language:', enter],
    ['What does it need of its host?', enter],
    ['Servers that it calls', enter],
    ['Change anything else?', `y${enter}`],
    ['Description:', `A shop${enter}`],
    ['WIT namespace', `acme${enter}`],
    ['Version:', enter],
    ['Base path', enter],
    ['until it is written?', enter],
    ['Configuration variables', enter],
    ['Secrets by name', enter],
    ['Package manager:', enter],
    ['Git repository?', `n${enter}`],
    ['dependencies now?', enter],
  ];

  async function interview(
    door: Door,
    steps: readonly (readonly [string, string])[],
    setup: { readonly cwd?: string; readonly words?: readonly string[] } = {},
  ) {
    const cwd = setup.cwd ?? (await mkdtemp(join(root, 'terminal-')));
    await chmod(cwd, 0o777);
    const words = [...(setup.words ?? []), '--no-build'];
    const program = door === 'bin' ? [installed.bin] : [installed.yo, 'wasm-component'];
    const command = [...program, ...words];
    const { PATH = '' } = process.env;
    const env = { PATH, HOME: cwd, TERM: 'xterm', LANG: 'C.UTF-8', NO_UPDATE_NOTIFIER: '1' };
    return { ...play({ command, cwd, env, steps }), cwd };
  }

  it.each(['bin', 'yo'] as const)('the interview through %s ends in a project', async (door) => {
    const { status, missed, screen, cwd } = await interview(door, prompts);
    expect({ status, missed }, screen).toEqual({ status: 0, missed: null });
    const { 'generator-wasm-component': remembered } = JSON.parse(
      await readFile(join(cwd, 'shop', '.yo-rc.json'), 'utf8'),
    );
    expect(remembered.answers).toMatchObject({
      interface: 'operations',
      operations: ['GET /orders', 'POST /orders'],
      description: 'A shop',
      namespace: 'acme',
      git: false,
      install: false,
    });
  });

  it.each(prompts.map(([text], index) => [text, index] as const))(
    'Ctrl-C at "%s" writes nothing',
    async (text, index) => {
      const steps = [...prompts.slice(0, index), [text, interrupt] as const];
      const { status, missed, screen, cwd } = await interview('bin', steps);
      expect({ status, missed }, screen).toEqual({ status: 130, missed: null });
      expect(screen).toContain('Cancelled. Nothing was written.');
      expect(await readdir(cwd)).toEqual([]);
    },
  );

  /** The prompts about a document that is read, and may be planned for, while they are answered. */
  const ofDocument: readonly (readonly [string, string])[] = [
    ['What runs the service today?', enter],
    ['Where does its interface come from?', enter],
    ['Path of the OpenAPI document:', `none.yaml${enter}`],
    ['No such file', `\u0015openapi.yaml${enter}`],
    ['Name of the project:', `shop${enter}`],
    ['Language:', `${down}${enter}`],
    ['What does it need of its host?', enter],
    ['Servers that it calls', enter],
    ['Change anything else?', enter],
  ];

  async function withDocument(text?: string): Promise<string> {
    const cwd = await mkdtemp(join(root, 'terminal-'));
    const document = join(cwd, 'openapi.yaml');
    if (text === undefined) {
      await copyFile(join(packageRoot, 'examples', 'orders.openapi.yaml'), document);
    } else await writeFile(document, text);
    return cwd;
  }

  it.each(['bin', 'yo'] as const)(
    'the interview about a document through %s ends in what its command makes',
    async (door) => {
      const cwd = await withDocument();
      const { status, missed, screen } = await interview(door, ofDocument, { cwd });
      expect({ status, missed }, screen).toEqual({ status: 0, missed: null });
      const [, again = ''] = /generator-wasm-component (shop [^\r\n]*)/u.exec(screen) ?? [];
      const made = await go('bin', [...again.split(' '), '--no-build', '--no-git']);
      expect(made.status, made.stderr).toBe(0);
      for (const [path, content] of Object.entries(await filesIn(join(cwd, 'shop')))) {
        if (path !== '.yo-rc.json') expect(made.files[`shop/${path}`], path).toBe(content);
      }
    },
  );

  it.each(ofDocument.slice(3).map(([text], index) => [text, index + 3] as const))(
    'Ctrl-C at "%s" ends the work on the document too',
    async (text, index) => {
      const cwd = await withDocument();
      const steps = [...ofDocument.slice(0, index), [text, interrupt] as const];
      const { status, missed, screen } = await interview('bin', steps, { cwd });
      expect({ status, missed }, screen).toEqual({ status: 130, missed: null });
      expect(screen).toContain('Cancelled. Nothing was written.');
      expect(await readdir(cwd)).toEqual(['openapi.yaml']);
    },
  );

  it('Ctrl-C is heard while a large document is read', async () => {
    const paths = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, at) => [
        `/things-${at}/{id}`,
        { get: { responses: { 200: { description: 'Fine' } } } },
      ]),
    );
    const info = { title: 'Large', version: '1' };
    const cwd = await withDocument(JSON.stringify({ openapi: '3.1.0', info, paths }));
    const steps = [
      ...ofDocument.slice(0, 2),
      ['Path of the OpenAPI document:', `openapi.yaml${enter}`],
      ['openapi.yaml', interrupt],
    ] as const;
    const { status, missed, screen } = await interview('bin', steps, { cwd });
    expect({ status, missed }, screen).toEqual({ status: 130, missed: null });
    expect(screen).not.toContain('Name of the project:');
  });

  it.each(['bin', 'yo'] as const)(
    'Ctrl-C during the proof through %s leaves the project, says so, and nothing else',
    async (door) => {
      const cwd = await mkdtemp(join(root, 'terminal-'));
      const TMPDIR = join(cwd, 'tmp');
      await mkdir(TMPDIR);
      for (const folder of [cwd, TMPDIR]) await chmod(folder, 0o777);
      const program = door === 'bin' ? [installed.bin] : [installed.yo, 'wasm-component'];
      const { PATH = '' } = process.env;
      const { status, missed, screen } = play({
        command: [...program, 'hello', '--yes', '--no-git'],
        cwd,
        env: { PATH, HOME: cwd, TMPDIR, TERM: 'xterm', LANG: 'C.UTF-8', NO_UPDATE_NOTIFIER: '1' },
        steps: [['Make the component', interrupt]],
      });
      expect({ status, missed }, screen).toEqual({ status: 130, missed: null });
      const told = 'Cancelled. The project in ';
      expect(screen.split(told)).toHaveLength(2);
      expect(screen.slice(screen.indexOf(told))).toMatch(/complete; it was not proven\.\s*$/u);
      expect((await readdir(TMPDIR)).filter((name) => !name.startsWith('node-compile'))).toEqual(
        [],
      );
      expect(await readdir(join(cwd, 'hello'))).toContain('spin.toml');
    },
  );

  it('Ctrl-C at a conflict leaves the project as it was', async () => {
    const made = await go('bin', ['shop', '--no-build', '--no-git']);
    const edited = join(made.cwd, 'shop', 'wit', 'world.wit');
    await appendFile(edited, '// mine\n');
    const before = await filesIn(made.cwd);
    const steps = [...prompts.slice(0, 2), ...prompts.slice(4, 7)].map(([text]) => [text, enter]);
    const { status, screen, missed } = await interview(
      'bin',
      [
        ...(steps as [string, string][]),
        ['Change anything else?', enter],
        ['wit/world.wit: generated, but you edited it', down + down + enter],
        ['- // mine', ''],
        ['wit/world.wit: generated, but you edited it', interrupt],
      ],
      { cwd: made.cwd, words: ['shop'] },
    );
    expect({ status, missed }, screen).toEqual({ status: 130, missed: null });
    expect(await filesIn(made.cwd)).toEqual(before);
  });

  it('Ctrl-C through yo says the same', async () => {
    const { status, screen, cwd } = await interview('yo', [[prompts[0]?.[0] ?? '', interrupt]]);
    expect(status, screen).toBe(130);
    expect(screen).toContain('Cancelled. Nothing was written.');
    expect(await readdir(cwd)).not.toContain('hello');
  });
});

describeDocuments('the published service documents, through yo', () => {
  // By turns as root (yo gives that up by itself) and as an ordinary user.
  const documents = publishedDocuments('service').map(({ file, operations }, index) => {
    return { file, operations, user: isRoot && index % 2 === 1 ? USER : undefined };
  });

  it.each(documents)('$file as user $user', async ({ file, operations, user }) => {
    const words = ['svc', '--from', 'api.json', '--yes', '--json', '--no-build', '--skip-install'];
    const setup = { files: { 'api.json': readDocument(file) }, ...(user && { user }) };
    const { status, stdout, stderr, files } = await go('yo', words, setup);
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout).api).toMatchObject({ operations, emitted: operations });
    expect(files['svc/wit/world.wit']).toContain('world service');
  });
});
