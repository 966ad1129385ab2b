import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lineDiff } from '../../src/writing/line-diff.ts';
import { isProject, printRemembered, readRemembered } from '../../src/writing/remembered.ts';
import { answersOf } from '../support/answers.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';

const OURS = 'generator-wasm-component';

async function remembering(text: string) {
  const folder = await temporaryFolder();
  await writeFiles(folder, { '.yo-rc.json': text });
  return folder;
}

describe('.yo-rc.json', () => {
  const answers = answersOf({
    name: 'orders',
    description: '',
    namespace: 'acme',
    version: '1.0.0',
    origin: 'go',
    interface: 'openapi',
    from: '/work/api/openapi.yaml',
    basePath: '/v1',
    git: false,
  });

  it('keeps what others wrote, and no absolute path', async () => {
    const folder = await remembering(
      JSON.stringify({ 'generator-node': { a: 1 }, [OURS]: { answers: { name: 'old' } }, last: 2 }),
    );
    const before = await readRemembered(folder);
    const files = new Map([
      ['src/b.ts', 'bb'],
      ['a.ts', 'aa'],
    ]);
    const text = printRemembered(
      before,
      answers,
      new Set(['git', 'version']),
      files,
      '/work/orders',
    );
    expect(text).toBe(`{
  "generator-node": {
    "a": 1
  },
  "${OURS}": {
    "answers": {
      "origin": "go",
      "interface": "openapi",
      "from": "../api/openapi.yaml",
      "name": "orders",
      "language": "ts",
      "namespace": "acme",
      "version": "1.0.0",
      "stubs": "none",
      "packageManager": "npm",
      "git": false
    },
    "files": {
      "a.ts": "aa",
      "src/b.ts": "bb"
    }
  },
  "last": 2
}
`);
  });

  it('is read back as what was written', async () => {
    const empty = await readRemembered(await temporaryFolder());
    const folder = await temporaryFolder();
    const mine = { ...answers, from: join(folder, 'openapi.yaml') };
    const files = new Map([['a.ts', 'aa']]);
    const given = new Set(['git', 'install', 'description', 'version', 'basePath'] as const);
    await writeFiles(folder, { '.yo-rc.json': printRemembered(empty, mine, given, files, folder) });
    const read = await readRemembered(folder);
    const isSomething = (value: unknown) =>
      value !== undefined && !(Array.isArray(value) && value.length === 0);
    const kept = Object.entries(mine).filter(([, value]) => isSomething(value));
    expect(Object.fromEntries(read.answers)).toEqual(Object.fromEntries(kept));
    expect(read.files).toEqual(files);
    expect(printRemembered(read, mine, given, files, folder)).toBe(
      printRemembered(empty, mine, given, files, folder),
    );
  });

  it.each([
    ['{}'],
    [''],
    ['{"generator-node": {"name": "x"}}'],
    [`{"${OURS}": {}}`],
    [`{"${OURS}": {"promptValues": {}}}`],
  ])('%j is no project of ours', async (text) => {
    expect(isProject(await readRemembered(await remembering(text)))).toBe(false);
  });

  it.each([
    ['{', ':1:2'],
    ['[]', ''],
    ['"x"', ''],
    [`{"${OURS}": {"answers": {"langauge": "ts"}}}`, `#/${OURS}/answers/langauge`],
    [`{"${OURS}": {"answers": {"language": 3}}}`, `#/${OURS}/answers/language`],
    [`{"${OURS}": {"answers": []}}`, `#/${OURS}/answers`],
    [`{"${OURS}": {"files": []}}`, `#/${OURS}/files`],
    [`{"${OURS}": {"files": {"a.ts": 1}}}`, `#/${OURS}/files/a.ts`],
  ])('%j is refused where it is wrong', async (text, where) => {
    const folder = await remembering(text);
    await expect(readRemembered(folder)).rejects.toMatchObject({
      code: 2,
      where: join(folder, '.yo-rc.json') + where,
    });
  });

  it('that is a folder is refused', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, { '.yo-rc.json/x': '' });
    await expect(readRemembered(folder)).rejects.toMatchObject({ code: 2 });
  });
});

describe('lineDiff', () => {
  it.each<[string, string, string, string[]]>([
    ['nothing', 'a\nb', 'a\nb', ['  …']],
    ['a line more', 'a\nc', 'a\nb\nc', ['  a', '+ b', '  c']],
    ['a line less', 'a\nb\nc', 'a\nc', ['  a', '- b', '  c']],
    ['a changed line', 'a\nb\nc', 'a\nx\nc', ['  a', '- b', '+ x', '  c']],
    ['everything', 'a', 'b', ['- a', '+ b']],
    ['the start', 'x\n1\n2\n3\n4', '1\n2\n3\n4', ['- x', '  1', '  2', '  …']],
    ['the end', '1\n2\n3\n4', '1\n2\n3\n4\nx', ['  …', '  3', '  4', '+ x']],
    ['a move', 'a\nb\nc', 'b\nc\na', ['- a', '  b', '  c', '+ a']],
  ])('%s', (_what, before, after, want) => {
    expect(lineDiff(before, after)).toEqual(want);
  });

  it('ends for texts that have nothing in common', () => {
    const text = (letter: string) =>
      Array.from({ length: 3000 }, (_, at) => letter + at).join('\n');
    expect(lineDiff(text('a'), text('b')).length).toBe(6000);
  });
});
