import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/command-line/command-line.ts';
import { readHostOptions } from '../../src/command-line/host-options.ts';

const read = (...words: string[]) => {
  const { answers, options } = readCommandLine(words, '/work');
  return { answers: Object.fromEntries(answers), options };
};

describe('a command line', () => {
  it('without words says nothing', () => {
    expect(read()).toEqual({
      answers: {},
      options: {
        out: undefined,
        answers: undefined,
        onConflict: undefined,
        yes: false,
        noBuild: false,
        dryRun: false,
        strictFit: false,
        json: false,
        verbose: false,
        help: false,
        version: false,
      },
    });
  });

  it('has every kind of flag', () => {
    const words = ['--from', 'a.yaml', '--language=js', '--no-git', '--skip-install', '--yes'];
    const operations = ['--operation', 'get /a', '--operation', 'GET /b'];
    const run = ['--out', 'x', '--on-conflict', 'skip', '--no-build', '--dry-run', '--json'];
    expect(read('orders', ...words, ...operations, ...run)).toMatchObject({
      answers: {
        name: 'orders',
        from: '/work/a.yaml',
        language: 'js',
        git: false,
        install: false,
        operations: ['GET /a', 'GET /b'],
      },
      options: {
        yes: true,
        out: 'x',
        onConflict: 'skip',
        noBuild: true,
        dryRun: true,
        json: true,
      },
    });
  });

  it.each([
    [['-y'], { yes: true }],
    [['-h'], { help: true }],
    [['--version'], { version: true }],
    [['--answers', 'a.json'], { answers: 'a.json' }],
  ])('%j', (words, options) => {
    expect(read(...words)).toMatchObject({ options });
  });

  it('takes what follows -- as it is', () => {
    expect(() => read('--', '--yes')).toThrow(/"--yes" is not a name/);
    expect(read('--yes', '--', 'orders').answers).toEqual({ name: 'orders' });
  });

  it.each([
    [['--langauge', 'ts'], '--langauge', 'Did you mean --language?'],
    [['--languag'], '--languag', 'Did you mean --language?'],
    [['--langu'], '--langu', 'Did you mean --lang?'],
    [['--lang', 'de'], '--lang', 'Possible: en, ko.'],
    [['--dryrun'], '--dryrun', 'Did you mean --dry-run?'],
    [['--force'], '--force', 'Did you mean --on-conflict overwrite?'],
    [['--xyzzy'], '--xyzzy', 'See --help.'],
    [['--__proto__'], '--__proto__', 'See --help.'],
    [['--constructor'], '--constructor', 'See --help.'],
    [['-x'], '-x', 'See --help.'],
    [['-yx'], '-x', 'See --help.'],
    [['--from'], '--from', undefined],
    [['--from', '--yes'], '--from', expect.stringContaining('--from=VALUE')],
    [['--from='], '--from', expect.any(String)],
    [['--out='], '--out', undefined],
    [['--yes=no'], '--yes', undefined],
    [['--language', 'typescript'], '--language', expect.stringContaining('Possible: ts, js.')],
    [['--on-conflict', 'owerwrite'], '--on-conflict', expect.stringContaining('overwrite?')],
    [['--name', 'My Shop'], '--name', 'Try my-shop.'],
    [['My Shop'], 'the first argument', 'Try my-shop.'],
    [['--operation', 'GET a'], '--operation', undefined],
    [['--from', 'a', '--from', 'b'], '--from', expect.stringContaining('join')],
    [['--git', '--no-git'], undefined, undefined],
    [['--install', '--skip-install'], undefined, undefined],
    [['a', 'b'], undefined, expect.stringContaining('Quote')],
    [['a', '--name', 'b'], undefined, undefined],
  ])('%j is refused', (words, where, hint) => {
    expect(() => read(...words)).toThrow(expect.objectContaining({ code: 2, where, hint }));
  });

  it('keeps a huge flag out of the message', () => {
    expect(() => read(`--${'x'.repeat(100_000)}`)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^.{1,150}$/) }),
    );
  });
});

describe('options from a host', () => {
  const host = (options: Record<string, unknown>, ...args: string[]) => {
    const line = readHostOptions(args, options, '/work');
    return { answers: Object.fromEntries(line.answers), options: line.options };
  };

  it('are the same flags, in either case, and what is not ours is the environment’s', () => {
    const given = { 'dry-run': true, packageManager: 'pnpm', operation: ['GET /a', 'GET /b'] };
    const environment = { namespace: 'wasm-component:app', resolved: '/x', env: {}, help: false };
    expect(host({ ...given, ...environment, force: true }, 'orders')).toMatchObject({
      answers: { name: 'orders', packageManager: 'pnpm', operations: ['GET /a', 'GET /b'] },
      options: { dryRun: true },
    });
  });

  it('may hold the answers, as an object or as a file', () => {
    const answers = { namespace: 'acme', from: 'a.yaml', version: '1.0.0' };
    expect(host({ answers, serviceVersion: '2.0.0' }).answers).toEqual({
      namespace: 'acme',
      from: '/work/a.yaml',
      version: '2.0.0',
    });
    expect(host({ answers: 'a.yaml' }).options.answers).toBe('a.yaml');
  });

  it.each([
    [{ language: 'typescript' }, '--language'],
    [{ answers: { langauge: 'ts' } }, 'options.answers#/langauge'],
    [{ answers: ['ts'] }, 'options.answers#'],
  ])('%j is refused', (options, where) => {
    expect(() => host(options)).toThrow(expect.objectContaining({ code: 2, where }));
  });
});
