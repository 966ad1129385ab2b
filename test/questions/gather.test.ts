import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assessFolder } from '../../src/assessment/assess.ts';
import type { Answers } from '../../src/questions/answers.ts';
import { type AnswerSources, gatherAnswers } from '../../src/questions/gather.ts';
import type { AnswerKey, AnswerValue, DocumentFacts } from '../../src/questions/question.ts';
import { rankDocuments } from '../../src/questions/service-facts.ts';
import { badInput, cancelled } from '../../src/terminal/failure.ts';
import type { Prompt } from '../../src/terminal/prompt.ts';
import { answersOf } from '../support/answers.ts';

type Given = Partial<Record<AnswerKey, AnswerValue>>;

interface Setup {
  readonly flags?: Given;
  readonly file?: Given;
  /** What each project remembers, by name; `here`: without a name. */
  readonly remembered?: Record<string, Given>;
  readonly ask?: (prompt: Prompt) => unknown;
  readonly folder?: Partial<AnswerSources['folder']>;
  /** What the document could be cut into. */
  readonly components?: readonly string[];
  readonly foresee?: (answers: Answers) => void;
}

const document: DocumentFacts = {
  title: 'Orders API',
  version: '2',
  description: 'Takes orders. More.',
  basePath: '/v2',
};

function gather({ flags, file, remembered = {}, ask, folder, components, foresee }: Setup) {
  return gatherAnswers({
    ...(foresee !== undefined && { foresee }),
    flags: values(flags),
    file: values(file),
    cwd: '/work',
    remembered: async (name) => values(remembered[name ?? 'here']),
    ask: ask && (async (prompt) => ask(prompt)),
    folder: {
      document: undefined,
      service: undefined,
      packageManager: 'pnpm',
      canInitGit: false,
      lang: 'en',
      ...folder,
    },
    async readDocument(path) {
      if (path.includes('missing')) throw badInput('No such file.', { where: path });
      return { ...document, components };
    },
    async readService(path, lang) {
      const assessment = await assessFolder(path, { target: undefined, today: new Date(), lang });
      return { assessment, documents: rankDocuments(assessment.evidence.documents) };
    },
  });
}

function values(given: Given = {}): ReadonlyMap<AnswerKey, AnswerValue> {
  return new Map(Object.entries(given) as [AnswerKey, AnswerValue][]);
}

/** Takes the proposal of each prompt, unless the test gives an answer; keeps what was asked. */
function user(answers: Record<string, unknown> = {}) {
  const asked: Prompt[] = [];
  const ask = (prompt: Prompt): unknown => {
    asked.push(prompt);
    return answers[prompt.name] ?? prompt.default;
  };
  return { asked, ask, names: () => asked.map(({ name }) => name) };
}

describe('without a user', () => {
  it('everything has a default', async () => {
    const { answers, given } = await gather({});
    expect(answers).toEqual(answersOf({ packageManager: 'pnpm', git: false }));
    expect(given).toEqual(new Set());
  });

  it('flags win over the answers file, that over what is remembered, that over defaults', async () => {
    const { answers } = await gather({
      flags: { name: 'orders', namespace: 'flag' },
      file: { namespace: 'file', version: '1.0.0' },
      remembered: { orders: { namespace: 'old', version: '0.0.1', language: 'js' } },
    });
    expect(answers).toMatchObject({ namespace: 'flag', version: '1.0.0', language: 'js' });
  });

  it('the document gives the defaults', async () => {
    const { answers, given } = await gather({ flags: { from: '/work/openapi.yaml' } });
    expect(answers).toMatchObject({
      interface: 'openapi',
      name: 'orders',
      version: '2.0.0',
      description: 'Takes orders.',
      basePath: '/v2',
    });
    expect(given).toEqual(new Set(['interface', 'from']));
  });

  it('a name from the document leads to what its project remembers', async () => {
    const { answers } = await gather({
      flags: { from: '/work/openapi.yaml' },
      remembered: { orders: { language: 'js', origin: 'go', name: 'orders' } },
    });
    expect(answers).toMatchObject({ name: 'orders', language: 'js', origin: 'go' });
  });

  it('a project here remembers its own name', async () => {
    const { answers } = await gather({
      remembered: { here: { name: 'shop', interface: 'openapi', from: '/x/api.yaml' } },
    });
    expect(answers).toMatchObject({ name: 'shop', interface: 'openapi', from: '/x/api.yaml' });
  });

  it('a flag changes where the interface comes from, whatever is remembered', async () => {
    const remembered = {
      shop: { name: 'shop', interface: 'openapi', from: '/x/api.yaml' } as const,
    };
    const { answers } = await gather({
      flags: { name: 'shop', operations: ['GET /a'] },
      remembered,
    });
    expect(answers).toMatchObject({ interface: 'operations', from: undefined });
    const back = await gather({ flags: { name: 'shop', interface: 'none' }, remembered });
    expect(back.answers).toMatchObject({ interface: 'none', from: undefined });
  });

  it.each([
    [{ interface: 'openapi' }, '--from DOCUMENT'],
    [{ interface: 'operations' }, '--operation "METHOD /PATH"'],
  ] as const)('%j names what is missing', async (flags, missing) => {
    await expect(gather({ flags })).rejects.toMatchObject({
      code: 2,
      message: `Nobody to ask, and no answer for: ${missing}.`,
    });
  });

  it.each([
    [{ interface: 'none', from: '/x' }, /can't be none and come from --from too/],
    [
      { interface: 'openapi', operations: ['GET /a'] },
      /can't be openapi and come from --operation/,
    ],
    [{ from: '/x', operations: ['GET /a'] }, /not from both/],
  ] as const)('%j contradicts itself', async (flags, message) => {
    await expect(gather({ flags })).rejects.toMatchObject({
      code: 2,
      message: expect.stringMatching(message),
    });
  });

  it('a document that lies here is not taken', async () => {
    const { answers } = await gather({ folder: { document: 'openapi.yaml' } });
    expect(answers.interface).toBe('none');
  });
});

describe('with a user', () => {
  it('a document that lies here is proposed', async () => {
    const { ask, names } = user();
    const { answers } = await gather({ ask, folder: { document: 'openapi.yaml' } });
    expect(answers).toMatchObject({ from: '/work/openapi.yaml', name: 'orders', version: '2.0.0' });
    expect(names()).toEqual([
      'origin',
      'interface',
      'from',
      'name',
      'language',
      'needs',
      'outbound',
      'details',
    ]);
  });

  it('what is remembered is proposed, not taken', async () => {
    const { ask, asked } = user({ language: 'ts' });
    const { answers } = await gather({
      ask,
      remembered: { here: { name: 'shop', language: 'js', namespace: 'acme' } },
    });
    expect(asked.find(({ name }) => name === 'language')).toMatchObject({ default: 'js' });
    expect(asked.find(({ name }) => name === 'details')?.message).toContain('namespace acme');
    expect(answers).toMatchObject({ name: 'shop', language: 'ts', namespace: 'acme' });
  });

  it('a path is proposed as seen from here', async () => {
    const { ask, asked } = user();
    await gather({
      ask,
      remembered: { here: { name: 'shop', interface: 'openapi', from: '/work/api/openapi.yaml' } },
    });
    expect(asked.find(({ name }) => name === 'from')).toMatchObject({
      default: 'api/openapi.yaml',
    });
  });

  it('what a flag says is not asked', async () => {
    const { ask, names } = user();
    const flags = { name: 'a', origin: 'go', language: 'js', interface: 'none' } as const;
    await gather({ ask, flags: { ...flags, needs: [], outbound: [] } });
    expect(names()).toEqual(['details']);
  });

  it('a prompt says what is wrong with an answer', async () => {
    const { ask, asked } = user({ interface: 'openapi', from: 'openapi.yaml' });
    await gather({ ask });
    const validate = (name: string, text: string) =>
      asked.find((prompt) => prompt.name === name)?.validate?.(text);
    expect(await validate('name', 'My Shop')).toMatch(/is not a name.*Try my-shop\./);
    expect(await validate('name', 'my-shop')).toBe(true);
    expect(await validate('from', 'missing.yaml')).toBe('No such file. (/work/missing.yaml)');
    expect(await validate('from', 'there.yaml')).toBe(true);
  });

  it('operations are split', async () => {
    const { ask } = user({ interface: 'operations', operations: 'get /a, POST /b' });
    const { answers } = await gather({ ask });
    expect(answers.operations).toEqual(['GET /a', 'POST /b']);
  });

  it('components are offered where several are proposed; one is made unless somebody wants them', async () => {
    const flags = { interface: 'openapi', from: '/work/a.yaml', needs: [], outbound: [] } as const;
    const components = ['orders', 'billing'];
    const one = user();
    expect((await gather({ ask: one.ask, flags, components })).answers.components).toEqual([]);
    expect(one.asked.find(({ name }) => name === 'components')).toMatchObject({
      type: 'checkbox',
      choices: components.map((value) => ({ name: value, value, checked: false })),
    });
    const some = user({ components: ['billing'] });
    const chosen = await gather({ ask: some.ask, flags, components });
    expect(chosen.answers.components).toEqual(['billing']);
    const whole = user();
    expect((await gather({ ask: whole.ask, flags })).answers.components).toBeUndefined();
    expect(whole.names()).not.toContain('components');
    // Nobody is there to want an app.
    expect((await gather({ flags, components })).answers.components).toBeUndefined();
  });

  it('details are asked when wanted', async () => {
    const { ask, names } = user({ details: true, basePath: '/x', install: true });
    const { answers } = await gather({ ask });
    expect(names().slice(6)).toEqual([
      ...['details', 'description', 'namespace', 'version', 'basePath'],
      ...['variables', 'secrets'],
      ...['packageManager', 'git', 'install'],
    ]);
    expect(answers).toMatchObject({ basePath: '/x', install: true });
  });

  it('cancelling at any prompt ends everything', async () => {
    const everything = { details: true, interface: 'operations', operations: 'GET /a' };
    const { ask, names } = user(everything);
    await gather({ ask });
    expect(names()).toContain('install');
    for (const stop of names()) {
      const again = user(everything);
      const run = gather({
        ask(prompt) {
          if (prompt.name === stop) throw cancelled();
          return again.ask(prompt);
        },
      });
      await expect(run, stop).rejects.toMatchObject({ code: 130 });
    }
  });
});

describe('the language', () => {
  const service = join(process.cwd(), 'test', 'fixtures', 'services', 'nest-chat');

  it('of the interview is the one of the locale, and nobody is asked for it', async () => {
    const { asked, ask, names } = user({ interface: 'none' });
    const { answers } = await gather({ ask, folder: { lang: 'ko' } });
    expect(asked[0]?.message).toBe('지금 서비스는 무엇으로 실행되나요?');
    expect(asked.find(({ name }) => name === 'details')?.message).toMatch(
      /^더 바꿀 것이 있나요\?/u,
    );
    expect(names()).not.toContain('lang');
    expect(answers.lang).toBeUndefined();
  });

  it('that was given wins over the one that is remembered, that over the locale', async () => {
    const first = async (setup: Setup) => {
      const { asked, ask } = user({ interface: 'none' });
      await gather({ ...setup, ask });
      return /[가-힣]/u.test(asked[0]?.message ?? '') ? 'ko' : 'en';
    };
    const remembered = { here: { lang: 'ko' } } as const;
    expect(await first({ remembered })).toBe('ko');
    expect(await first({ remembered, flags: { lang: 'en' } })).toBe('en');
    expect(await first({ file: { lang: 'ko' } })).toBe('ko');
    expect(await first({})).toBe('en');
  });

  it('of a judged service is kept, and its verdict is in it', async () => {
    const korean = await gather({ flags: { service }, folder: { lang: 'ko' } });
    expect(korean.answers.lang).toBe('ko');
    expect(korean.service?.assessment.lang).toBe('ko');
    expect(korean.found.get('name')?.shownBy).toBe('폴더 이름');
    const english = await gather({ flags: { service, lang: 'en' }, folder: { lang: 'ko' } });
    expect(english.service?.assessment.lang).toBe('en');
  });
});

describe('what the answers will be', () => {
  async function foreseen(setup: Setup) {
    const told: Answers[] = [];
    const { answers } = await gather({ ...setup, foresee: (one) => told.push(one) });
    return { told, answers };
  }

  it('is told from the document on, and is true when the user takes what is proposed', async () => {
    const { ask, asked } = user({ interface: 'openapi', from: 'openapi.yaml' });
    let askedBefore = 0;
    const told: Answers[] = [];
    const { answers } = await gather({
      ask,
      foresee(one) {
        if (told.length === 0) askedBefore = asked.length;
        told.push(one);
      },
    });
    expect(asked[askedBefore - 1]?.name).toBe('from');
    expect(asked.length).toBeGreaterThan(askedBefore);
    for (const one of told) expect(one).toEqual({ ...answers, from: one.from });
  });

  it('follows each answer that is another than proposed', async () => {
    const { ask } = user({
      ...{ interface: 'openapi', from: 'openapi.yaml', name: 'shop', language: 'js' },
      ...{ details: true, namespace: 'acme', stubs: 'examples' },
    });
    const { told, answers } = await foreseen({ ask, remembered: { here: { origin: 'go' } } });
    expect(told[0]).toMatchObject({ name: 'orders', language: 'ts', namespace: 'example' });
    expect(told.some(({ name, language }) => name === 'shop' && language === 'ts')).toBe(true);
    expect(told.at(-1)).toEqual(answers);
    expect(answers).toMatchObject({ name: 'shop', language: 'js', stubs: 'examples' });
  });

  it('is told to nobody without a user or without a document', async () => {
    const flags = { from: '/work/openapi.yaml' };
    expect((await foreseen({ flags })).told).toEqual([]);
    expect((await foreseen({ ask: user().ask })).told).toEqual([]);
  });
});
