import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { parse } from 'smol-toml';
import { beforeAll, describe, expect, it } from 'vitest';
import { readApi } from '../../src/openapi/read-api.ts';
import type { ProjectFile } from '../../src/project/file.ts';
import { planProject } from '../../src/project/plan.ts';
import type { Answers } from '../../src/questions/answers.ts';
import { gatherAnswers } from '../../src/questions/gather.ts';
import type { ServiceModel } from '../../src/service/model.ts';
import { readService } from '../../src/service/read-service.ts';
import { checkWit } from '../../src/wit/check/check.ts';
import { answersTo, wrongAnswers } from '../smoke/sample-service.ts';
import { javascriptBuilt, typecheck, writeProjects } from '../support/emitted.ts';
import { temporaryFolder } from '../support/files.ts';
import { HOSTILE, hostileDocument } from '../support/hostile-documents.ts';
import { documentModel, ordersModel } from '../support/models.ts';

/** Characters that end a line, hide text, turn its direction or have no UTF-8; a tab and a line feed are well. */
const UNSEEN = /[^\P{Cc}\t\n]|[\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/u;

/** HTML, and a link of the document. */
const MARKUP = /<[a-z/!?]|(?<!\\)\]\(javascript:/iu;

const model = documentModel(hostileDocument(HOSTILE.values()));
const projects = {
  'hostile-ts': model,
  ...(javascriptBuilt && { 'hostile-js': { ...model, language: 'js', stubs: 'examples' } }),
} satisfies Record<string, ServiceModel>;

describe.each(Object.entries<ServiceModel>(projects))('the project %s', (name, service) => {
  const { language, stubs } = service;
  let plan: readonly ProjectFile[];
  let files: ReadonlyMap<string, string>;

  beforeAll(async () => {
    plan = await planProject(service);
    files = contents(plan);
  });

  it('has the files of any other project, and the same workflow', async () => {
    const other = contents(await planProject(ordersModel({ name: 'svc', language, stubs })));
    const names = [...files.keys()].filter((path) => path !== 'wit/FIDELITY.md');
    expect(names).toEqual([...other.keys()]);
    const workflow = '.github/workflows/ci.yml';
    expect(files.get(workflow)).toBe(other.get(workflow));
    expect(load(files.get(workflow) ?? '')).toMatchObject({ permissions: { contents: 'read' } });
  });

  it('shows whatever is in it', () => {
    for (const [path, text] of files) {
      expect(UNSEEN.exec(text)?.[0], path).toBeUndefined();
    }
  });

  it('says in code what the document says, as data', async () => {
    const text = files.get(`src/generated/table.${language}`) ?? '';
    const data = text.slice(text.indexOf('= {') + 2).replace(/;\n$/u, '');
    expect(new Function(`return (${data})`)()).toEqual(service.typed.table);
    const paths = new Set(
      JSON.parse(files.get('test/requests.json') ?? '').map(({ path }: { path: string }) => path),
    );
    for (const path of paths) expect(path).toMatch(/^\/[!-~]*$/u);
  });

  it('passes its own strict type check', async () => {
    const folder = await writeProjects({ [name]: plan });
    expect(await typecheck(join(folder, name))).toBe('');
  });

  it('has a README without HTML, links or rows of the document', () => {
    const readme = files.get('README.md') ?? '';
    expect(proseOf(readme)).not.toMatch(MARKUP);
    const rows = readme.split('\n').filter((line) => line.startsWith('|'));
    for (const row of rows) expect(cellsOf(row), row).toBeOneOf([2, 4]);
  });
});

describe('the service of a hostile document', () => {
  it('becomes a component', async () => {
    const files = [...contents(await planProject(model))].flatMap(([path, text]) =>
      path.startsWith('wit/') ? [[path.slice('wit/'.length), text] as const] : [],
    );
    await expect(checkWit(new Map(files), 'service')).resolves.toBeUndefined();
  });

  it('answers every request that is sampled as it should', async () => {
    const answers = await answersTo(model, {});
    expect(answers.length).toBeGreaterThan(HOSTILE.size);
    expect(await wrongAnswers(answers)).toEqual([]);
  });

  it('leaves a report that a terminal can show', () => {
    const { demotions, omissions } = model.typed.report;
    const lines = [
      ...model.api.notes.map(({ message }) => message),
      ...[...demotions, ...omissions].map(({ reason }) => reason),
    ];
    expect(lines.length).toBeGreaterThan(HOSTILE.size);
    for (const line of lines) expect(line).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]{1,300}$/u);
    const pointers = [...model.api.notes, ...demotions, ...omissions].map((one) => one.pointer);
    for (const pointer of pointers) expect(pointer).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
  });
});

describe('a document that calls itself', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await temporaryFolder();
  });

  it.each([...HOSTILE])('%s', async (name, text) => {
    const from = join(folder, `${name}.json`);
    const info = { title: text, version: text, description: text };
    await writeFile(from, hostileDocument([], { info, servers: [{ url: text }] }));
    const answers = await answersFor(from);
    expect(answers.name).toMatch(/^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/u);
    expect(answers.description).not.toMatch(UNSEEN);

    const service = await readService(answers, { destination: folder, command: 'npx x' });
    const files = contents(await planProject(service));
    const read = (path: string) => files.get(path) ?? '';
    for (const [path, content] of files) expect(UNSEEN.exec(content)?.[0], path).toBeUndefined();
    const { version, description } = answers;
    const said = { name: answers.name, version, ...(description && { description }) };
    expect(JSON.parse(read('package.json'))).toMatchObject(said);
    expect(parse(read('spin.toml'))).toMatchObject({
      application: said,
      trigger: { http: [{ component: answers.name }] },
    });
    expect(Object.keys(parse(read('spin.toml')))).toHaveLength(4);
    expect(proseOf(read('README.md'))).not.toMatch(MARKUP);
    expect(
      read('README.md')
        .match(/^#+ .*$/gmu)
        ?.slice(1),
    ).toEqual(HEADINGS);
  });
});

const HEADINGS = [
  '## Commands',
  '## Where your code goes',
  '## Two doors, one function',
  '## In a fetch framework',
  '## Whose files are whose',
];

/** What `--yes --from` answers. */
async function answersFor(from: string): Promise<Answers> {
  const flags = new Map([['from', from]] as const);
  const nowhere = { document: undefined, service: undefined };
  const folder = { ...nowhere, packageManager: 'npm', canInitGit: true, lang: 'en' } as const;
  const nothing = { file: new Map(), remembered: async () => new Map(), ask: undefined };
  const readService = () => Promise.reject(new Error('No folder was given.'));
  const sources = { ...nothing, flags, folder, cwd: '/', readDocument: readApi, readService };
  return (await gatherAnswers(sources)).answers;
}

function contents(plan: readonly ProjectFile[]): ReadonlyMap<string, string> {
  return new Map(plan.map(({ path, content }) => [path, content]));
}

/** Markdown without its code: what is left is text to whoever renders it. */
function proseOf(markdown: string): string {
  const spans = /(?<![`\\])(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/gu;
  return markdown.replace(/^```[\s\S]*?^```$/gmu, '').replace(spans, '');
}

/** Cells as GitHub counts them: `\|` is text, in code too, and `\\` is a backslash. */
function cellsOf(row: string): number {
  return row.replace(/\\./gu, '').split('|').length - 2;
}
