import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProgress } from '../../src/terminal/create-progress.ts';
import { badInput } from '../../src/terminal/failure.ts';
import { asFailure, describeFailure, failureJson } from '../../src/terminal/report.ts';
import { createStyle, wantsColor, wantsUnicode } from '../../src/terminal/style.ts';

const plain = createStyle({ color: false, unicode: true });

function progress(options: { interactive?: boolean; style?: typeof plain } = {}) {
  let text = '';
  let time = 0;
  const stream = {
    columns: 20,
    write(chunk: string) {
      text += chunk;
    },
  };
  const shown = createProgress({
    stream,
    interactive: options.interactive ?? false,
    style: options.style ?? plain,
    now: () => time,
  });
  return { shown, text: () => text, wait: (ms: number) => (time += ms) };
}

describe('progress in a pipe', () => {
  it('is one line a step, when it ends', async () => {
    const { shown, text, wait } = progress();
    const value = await shown.step('bundle', 'Bundle the code', () => {
      expect(text()).toBe('');
      wait(1234);
      return 7;
    });
    expect(value).toBe(7);
    expect(text()).toBe('✔ Bundle the code 1.2 s\n');
    expect(shown.timings).toEqual({ bundle: 1.234 });
  });

  it('shows a step that fails, and lets the failure through', async () => {
    const { shown, text } = progress();
    const fail = shown.step('bundle', 'Bundle', async () => {
      throw badInput('no');
    });
    await expect(fail).rejects.toThrow('no');
    expect(text()).toBe('✖ Bundle 0.0 s\n');
    expect(shown.timings).toEqual({ bundle: 0 });
  });

  it('adds up steps of one key, and collects warnings', async () => {
    const { shown, text, wait } = progress({
      style: createStyle({ color: false, unicode: false }),
    });
    await shown.step('smoke', 'Call it', () => wait(100));
    await shown.step('smoke', 'Call it again', () => wait(200));
    shown.warn('careful');
    shown.note('by the way');
    expect(shown.timings).toEqual({ smoke: 0.3 });
    expect(shown.warnings).toEqual(['careful']);
    expect(text()).toBe('ok Call it 0.1 s\nok Call it again 0.2 s\n! careful\n- by the way\n');
  });
});

describe('progress in a terminal', () => {
  it('draws over its line, and notes go above it', async () => {
    const { shown, text } = progress({ interactive: true });
    await shown.step('wit', 'A label that is longer than the terminal', async () => {
      shown.note('meanwhile');
    });
    const screen = text().split('\r\u001b[2K');
    expect(screen).toEqual([
      '',
      '⠋ A label that is ',
      '· meanwhile\n',
      '⠙ A label that is ',
      '✔ A label that is longer than the terminal 0.0 s\n',
    ]);
  });
});

describe('steps side by side', () => {
  it('show the one that is left, whichever ends first', async () => {
    const { shown, text } = progress({ interactive: true });
    let endFirst = () => {};
    const first = shown.step('one', 'First', () => new Promise<void>((end) => (endFirst = end)));
    const second = shown.step('two', 'Second', async () => undefined);
    await second;
    endFirst();
    await first;
    expect(text().split('\r\u001b[2K')).toEqual([
      '',
      '⠋ First',
      '',
      '⠙ Second',
      '✔ Second 0.0 s\n',
      '⠹ First',
      '✔ First 0.0 s\n',
    ]);
    expect(Object.keys(shown.timings)).toEqual(['two', 'one']);
  });
});

describe('style', () => {
  const terminal = { isTTY: true };
  it.each([
    ['a terminal', terminal, {}, true],
    ['a pipe', {}, {}, false],
    ['NO_COLOR', terminal, { NO_COLOR: '0' }, false],
    ['an empty NO_COLOR', terminal, { NO_COLOR: '' }, true],
    ['FORCE_COLOR in a pipe', {}, { FORCE_COLOR: '1' }, true],
    ['NO_COLOR over FORCE_COLOR', {}, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['a dumb terminal', terminal, { TERM: 'dumb' }, false],
  ])('%s', (_what, stream, env, want) => {
    expect(wantsColor(stream, env)).toBe(want);
  });

  it.each([
    [{ LANG: 'de_DE.UTF-8' }, 'linux', true],
    [{}, 'linux', true],
    [{ LANG: 'C' }, 'linux', false],
    [{ LANG: 'C', LC_ALL: 'C.UTF-8' }, 'linux', true],
    [{ TERM: 'linux' }, 'linux', false],
    [{}, 'win32', false],
    [{ WT_SESSION: 'x' }, 'win32', true],
  ] as const)('unicode with %j on %s: %s', (env, platform, want) => {
    expect(wantsUnicode(env, platform)).toBe(want);
  });

  it('paints only when asked', () => {
    expect(createStyle({ color: true, unicode: true }).red('x')).toBe('\u001b[31mx\u001b[39m');
    expect(plain.red('x')).toBe('x');
  });
});

describe('a failure', () => {
  const failure = badInput('No such file.', { where: 'a.yaml:1:2', hint: 'Look.\nAgain.' });

  it('is told in full', () => {
    expect(describeFailure(failure, { style: plain, cwd: '/work', verbose: false })).toBe(
      '✖ No such file.\n  at a.yaml:1:2\n  Look.\n  Again.',
    );
    expect(failureJson(failure)).toEqual({
      code: 2,
      message: 'No such file.',
      where: 'a.yaml:1:2',
      hint: 'Look.\nAgain.',
    });
    expect(failureJson(badInput('x'))).toEqual({ code: 2, message: 'x' });
  });

  it.skipIf(sep !== '/')('is seen from the working directory', () => {
    const at = (where: string) =>
      describeFailure(badInput('x', { where }), { style: plain, cwd: '/work', verbose: false });
    expect(at('/work/api/a.yaml:1:2')).toBe('✖ x\n  at api/a.yaml:1:2');
    expect(at('/workshop/a.yaml')).toBe('✖ x\n  at /workshop/a.yaml');
  });

  it('shows the stack of its cause only with --verbose', () => {
    const unexpected = asFailure(Object.assign(new Error('boom'), { code: 'ENOENT' }));
    expect(unexpected).toMatchObject({ code: 1, message: expect.stringContaining('boom') });
    expect(
      describeFailure(unexpected, { style: plain, cwd: '/work', verbose: false }),
    ).not.toContain('progress.test');
    expect(describeFailure(unexpected, { style: plain, cwd: '/work', verbose: true })).toContain(
      'progress.test',
    );
    expect(asFailure(failure)).toBe(failure);
    expect(asFailure('thrown text')).toMatchObject({ code: 1 });
  });
});
