import { describe, expect, it } from 'vitest';
import { runFlags } from '../../src/command-line/run-flags.ts';
import { questions } from '../../src/questions/index.ts';
import type { AnswerKey, Checked, Facts, Known } from '../../src/questions/question.ts';

const facts: Facts = {
  document: undefined,
  folder: {
    document: undefined,
    service: undefined,
    packageManager: 'npm',
    canInitGit: true,
    lang: 'en',
  },
  service: undefined,
};

function question(key: AnswerKey) {
  const found = questions.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(`no question ${key}`);
  return found;
}

function check(key: AnswerKey, text: string): Checked {
  const found = question(key);
  if (!('check' in found)) throw new Error(`${key} has no check`);
  return found.check(text);
}

function fallback(key: AnswerKey, document: Partial<Facts['document']>, known: Known = {}) {
  const whole = { title: '', version: '', description: undefined, basePath: '', ...document };
  return question(key).fallback(known, { ...facts, document: whole });
}

describe('every question', () => {
  it('has its own key and flags, none of them a flag of the run', () => {
    const flags = [...questions, ...runFlags].flatMap((declared) =>
      'offFlag' in declared ? [declared.flag, declared.offFlag] : [declared.flag],
    );
    // `--from` takes a document and a folder, each once.
    expect(flags.filter((flag, index) => flags.indexOf(flag) !== index)).toEqual(['from']);
    expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
  });

  it.each(questions.map((each) => [each.key, each] as const))(
    '%s speaks in one line',
    (_, each) => {
      expect(each.flag).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(each.help).toMatch(/^[A-Z][^\n|]*[^.\n]$/);
      expect(each.message).toMatch(/^[A-Z][^\n]*[:?]$/);
    },
  );

  it.each(
    questions.filter(({ kind }) => kind === 'choice').map((each) => [each.key, each] as const),
  )('%s falls back to one of its choices', (_, each) => {
    if (each.kind !== 'choice') throw new Error('filtered above');
    expect(each.choices.map(({ value }) => value)).toContain(
      each.fallback({ service: '/service' }, facts),
    );
  });
});

describe('name', () => {
  it.each(['orders', 'order-service', 'a', 'http2', 'v1-orders', '  orders '])(
    'takes %j',
    (text) => {
      expect(check('name', text)).toEqual({ value: text.trim() });
    },
  );

  it.each([
    ['', 'hello'],
    ['Orders', 'orders'],
    ['My Orders', 'my-orders'],
    ['orders_api', 'orders-api'],
    ['../etc/passwd', 'etc-passwd'],
    ['orders-', 'orders'],
    ['2fa', 'n2fa'],
    ['Größe', 'grosse'],
    ['component', 'component-service'],
    ['CON', 'con-service'],
    ['con', 'con-service'],
    ['$(rm -rf /)', 'rm-rf'],
    ['__proto__', 'proto'],
    ['orders\n', undefined],
    ['a'.repeat(64), 'a'.repeat(63)],
    [`${'word-'.repeat(20)}end`, `${'word-'.repeat(11)}word`],
  ])('refuses %j and proposes %j', (text, proposal) => {
    if (proposal === undefined) expect(check('name', text)).toEqual({ value: text.trim() });
    else expect(check('name', text)).toEqual({ problem: expect.any(String), proposal });
  });

  it.each(['🙂', '日本', '-', '…'])('proposes something for %j too', (text) => {
    const problem = expect.stringContaining('is not a name');
    expect(check('name', text)).toEqual({ problem, proposal: 'hello' });
  });

  it('keeps a huge name out of its message', () => {
    const { problem } = check('name', 'É'.repeat(100_000)) as { problem: string };
    expect(problem.length).toBeLessThan(200);
  });

  it.each([
    ['Orders API', 'orders'],
    ['The Swagger Petstore', 'the-swagger-petstore'],
    ['API', 'api'],
    ['REST API for Zoos', 'for-zoos'],
    ['', 'hello'],
    ['🙂', 'hello'],
    ['Component API', 'component-service'],
    [`x${'y'.repeat(500)}`, `x${'y'.repeat(62)}`],
  ])('becomes of the title %j: %j, which it takes itself', (title, name) => {
    expect(fallback('name', { title })).toBe(name);
    expect(check('name', name)).toEqual({ value: name });
  });
});

describe('namespace', () => {
  it.each([
    ['acme', { value: 'acme' }],
    ['wasi', { problem: expect.any(String), proposal: 'my-wasi' }],
    ['Acme Inc.', { problem: expect.any(String), proposal: 'acme-inc' }],
    ['WASI', { problem: expect.any(String), proposal: 'my-wasi' }],
    ['@acme', { problem: expect.any(String), proposal: 'acme' }],
    ['', { problem: expect.any(String), proposal: 'example' }],
  ])('%j', (text, want) => {
    expect(check('namespace', text)).toEqual(want);
  });
});

describe('version', () => {
  it.each([
    ['1.2.3', { value: '1.2.3' }],
    [' 1.2.3-rc.1+5 ', { value: '1.2.3-rc.1+5' }],
    ['v1', { problem: expect.any(String), proposal: '1.0.0' }],
    ['1.2', { problem: expect.any(String), proposal: '1.2.0' }],
    ['01.2.3', { problem: expect.any(String), proposal: expect.stringMatching(/^1\.2\.3$/) }],
    ['latest', { problem: expect.any(String), proposal: '0.1.0' }],
    ['', { problem: expect.any(String), proposal: '0.1.0' }],
  ])('%j', (text, want) => {
    expect(check('version', text)).toEqual(want);
  });

  it.each([
    ['2', '2.0.0'],
    ['v1.4', '1.4.0'],
    ['2024-01-31', '2024.1.31'],
    ['unreleased', '0.1.0'],
    ['Wed Oct 15 2025', '0.1.0'],
    ['', '0.1.0'],
  ])('becomes of the document version %j: %j', (version, want) => {
    expect(fallback('version', { version })).toBe(want);
    expect(check('version', want)).toEqual({ value: want });
  });
});

describe('description', () => {
  it('is one line', () => {
    expect(check('description', ' two\n  lines\t')).toEqual({ value: 'two lines' });
  });

  it('has at most 300 characters', () => {
    const long = `First sentence. ${'x'.repeat(300)}`;
    expect(check('description', long)).toEqual({
      problem: expect.stringContaining('316 characters'),
      proposal: 'First sentence.',
    });
  });

  it.each([
    ['# Orders\n\nTakes orders. And more.', 'Takes orders.'],
    ['# Orders\n## Overview\nTakes orders.', 'Takes orders.'],
    ['# Orders', 'Orders'],
    ['- a list\n- of things', 'a list - of things'],
    ['![logo](x.png)\n\nTakes orders', 'logo'],
    ['Takes *all* orders, see [docs](https://x.y). More.', 'Takes all orders, see docs.'],
    ['<b>Bold</b> and e.g.this', 'Bold and e.g.this'],
    ['', ''],
    [undefined, ''],
    ['word '.repeat(5000), `${'word '.repeat(59).trim()}…`],
  ])('becomes of %.40j', (description, want) => {
    const value = fallback('description', { description });
    expect(value).toBe(want);
    expect(check('description', String(value))).toEqual({ value });
  });
});

describe('basePath', () => {
  it.each([
    ['', { value: '' }],
    ['/', { value: '' }],
    ['/v1', { value: '/v1' }],
    ['/api/v1/', { value: '/api/v1' }],
    ['v1', { problem: expect.any(String), proposal: '/v1' }],
    ['https://x.example/v1?a=b', { problem: expect.any(String), proposal: '/v1' }],
    ['/a//b', { problem: expect.any(String), proposal: '/a/b' }],
    ['/a/../b', { problem: expect.any(String), proposal: '/a/b' }],
    ['/{tenant}/v1', { problem: expect.stringContaining('"{"'), proposal: '/tenant/v1' }],
    ['/a b', { problem: expect.any(String), proposal: '/ab' }],
    ['/a%2e', { problem: expect.any(String), proposal: '/a2e' }],
    ['?', { problem: expect.any(String), proposal: '' }],
    [
      `/${'x'.repeat(300)}`,
      { problem: expect.stringContaining('200'), proposal: expect.any(String) },
    ],
  ])('%j', (text, want) => {
    expect(check('basePath', text)).toEqual(want);
  });
});

describe('operations', () => {
  it('are brought into one form', () => {
    expect(check('operations', ' get  /orders/{id}')).toEqual({ value: 'GET /orders/{id}' });
    expect(check('operations', 'FETCH /x')).toEqual({ problem: expect.stringContaining('FETCH') });
  });

  it.each([
    ['GET /a, POST /b', ['GET /a', 'POST /b']],
    ['GET /a,b; delete /c;', ['GET /a,b', 'delete /c']],
    ['GET /a\nGET /b', ['GET /a', 'GET /b']],
    [' ', []],
  ])('typed as %j', (text, want) => {
    const operations = question('operations');
    if (operations.kind !== 'list') throw new Error('a list');
    expect(operations.split(text)).toEqual(want);
  });
});
