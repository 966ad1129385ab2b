import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/command-line/command-line.ts';
import { checkLabel } from '../../src/needs/label.ts';
import { outboundHost } from '../../src/needs/outbound-host.ts';
import { checkSecret, checkVariable } from '../../src/needs/variable-name.ts';
import { reproducingCommand } from '../../src/questions/command.ts';
import { answersOf } from '../support/answers.ts';
import { modelWith } from './support.ts';

describe('outboundHost', () => {
  it.each([
    ['https://api.example.com', 'https://api.example.com'],
    ['HTTPS://API.Example.com', 'https://api.example.com'],
    ['https://api.example.com/', 'https://api.example.com'],
    ['https://api.example.com:8443', 'https://api.example.com:8443'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['https://*.example.com', 'https://*.example.com'],
    ['postgresql://db.internal', 'postgres://db.internal'],
    ['rediss://cache.internal:6380', 'rediss://cache.internal:6380'],
    ['mysql://db:3307', 'mysql://db:3307'],
    ['*://*:*', '*://*:*'],
  ])('%s is granted as %s', (text, value) => {
    expect(outboundHost(text)).toEqual({ value });
  });

  it.each([
    ['https://api.example.com/v1?x=1', 'https://api.example.com', /the path of the URL/],
    ['https://user:pw@api.example.com', 'https://api.example.com', /the credentials of the URL/],
    ['postgres://u:p%40@DB:5432/shop', 'postgres://db:5432', /the credentials and the path/],
  ])('%s keeps %s and says what is left out', (text, value, note) => {
    const checked = outboundHost(text);
    expect(checked).toEqual({ value, note: expect.stringMatching(note) });
    expect(JSON.stringify(checked)).not.toMatch(/pw|p%40/);
  });

  it.each([
    ['api.example.com', 'https://api.example.com'],
    ['api.example.com:8080/v1', 'https://api.example.com:8080'],
    ['', undefined],
    ['https://', undefined],
    ['ftp://files.example.com', undefined],
    ['ws://live.example.com', undefined],
    ['rediss://cache.internal', undefined],
    ['*://api.example.com:443', undefined],
    ['https://*', undefined],
    ['*://*', undefined],
    ['https://a b.example.com', undefined],
    ['https://api.example.com:99999', undefined],
    ['https://{{ host }}', undefined],
    ['https://"], evil = ["', undefined],
  ])('%j is refused, with %s proposed', (text, proposal) => {
    expect(outboundHost(text)).toEqual({
      problem: expect.any(String),
      ...(proposal !== undefined && { proposal }),
    });
  });
});

describe('checkLabel', () => {
  it.each(['default', 'cache', 'order-archive', 'order_archive', 'CACHE', 'cache2'])(
    '%s is a label',
    (label) => expect(checkLabel(` ${label} `)).toEqual({ value: label }),
  );

  it.each([
    ['Cache', 'cache'],
    ['a-2', 'a2'],
    ['a_b-c', 'a-b-c'],
    ['../x', 'x'],
    ['', undefined],
    ['"]\n', undefined],
  ])('%j is refused, with %s proposed', (text, proposal) => {
    expect(checkLabel(text)).toEqual({
      problem: expect.any(String),
      ...(proposal !== undefined && { proposal }),
    });
  });
});

describe('variables and secrets', () => {
  it.each([
    ['log_level', 'log_level'],
    [' log_level ', 'log_level'],
    ['log_level=info', 'log_level=info'],
    ['url=https://a/?b=c', 'url=https://a/?b=c'],
    ['empty=', 'empty='],
  ])('%j is a variable', (text, value) => {
    expect(checkVariable(text)).toEqual({ value });
  });

  it.each([
    ['LOG_LEVEL=info', 'log_level'],
    ['logLevel', 'log_level'],
    ['api-key', 'api_key'],
    ['db_2', 'db_n2'],
    ['a__b', 'a_b'],
    ['', 'log_level'],
  ])('%j is no name; %s is', (text, proposal) => {
    expect(checkVariable(text)).toEqual({ problem: expect.any(String), proposal });
  });

  it('a secret with a value is refused without repeating it', () => {
    const checked = checkSecret('api_key=hunter2');
    expect(checked).toEqual({ problem: expect.any(String), proposal: 'api_key' });
    expect(JSON.stringify(checked)).not.toContain('hunter2');
  });
});

describe('flags', () => {
  it('take several needs, in any order and notation, as one answer', () => {
    const words = ['--needs', 'sqlite, kv', '--needs=kv', '--yes'];
    expect(readCommandLine(words, '/work').answers.get('needs')).toEqual(['kv', 'sqlite']);
  });

  it('may say that nothing is needed, which is told and remembered', () => {
    expect(readCommandLine(['--needs='], '/work').answers.get('needs')).toEqual([]);
  });

  it('name the nearest need for one that is none', () => {
    expect(() => readCommandLine(['--needs', 'kv,postgre'], '/work')).toThrow(
      expect.objectContaining({ code: 2, hint: expect.stringContaining('Did you mean postgres?') }),
    );
  });

  it('tell what of a URL is not kept', () => {
    const { answers, notes } = readCommandLine(['--outbound', 'https://a:b@c.example/d'], '/work');
    expect(answers.get('outbound')).toEqual(['https://c.example']);
    expect(notes).toHaveLength(1);
  });

  it('are in the reproducing command', () => {
    const answers = answersOf({
      ...{ name: 'hello', needs: ['kv', 'sqlite'], outbound: ['https://a.example', '*://*:*'] },
      ...{ variables: ['greeting=two words'], secrets: ['api_key'] },
    });
    const command = reproducingCommand(answers, '/work/hello', undefined);
    expect(command).toBe(
      'npx generator-wasm-component hello --needs kv,sqlite --outbound https://a.example --outbound "*://*:*" --variable "greeting=two words" --secret api_key --yes',
    );
  });
});

describe('serviceNeeds', () => {
  it('gives a service that names no variable one to see how it goes', () => {
    expect(modelWith({ needs: ['variables'] }).needs.variables).toMatchObject([
      { name: 'greeting', fallback: 'Hello', secret: false },
    ]);
    const { variables } = modelWith({ needs: ['variables'], interface: 'openapi' }).needs;
    expect(variables).toMatchObject([{ name: 'log_level', fallback: 'info' }]);
    expect(modelWith({ needs: ['variables'], secrets: ['key'] }).needs.variables).toHaveLength(1);
  });

  it('brings the variables that a database is reached by', () => {
    const { chosen, variables } = modelWith({ needs: ['mysql'] }).needs;
    expect(chosen.map(({ name }) => name)).toEqual(['variables', 'mysql']);
    expect(variables.map(({ name, secret, fallback }) => [name, secret, fallback])).toEqual([
      ['mysql_host', false, 'localhost'],
      ['mysql_port', false, '3306'],
      ['mysql_user', false, 'hello'],
      ['mysql_database', false, 'hello'],
      ['mysql_password', true, undefined],
    ]);
  });
});
