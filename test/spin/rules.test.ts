import { describe, expect, it } from 'vitest';
import { hostProblem } from '../../src/spin/hosts.ts';
import type { SpinComponent, SpinManifest } from '../../src/spin/manifest.ts';
import { tomlKey } from '../../src/spin/print.ts';
import { checkManifest } from '../../src/spin/rules.ts';

const component: SpinComponent = {
  source: 'dist/orders.wasm',
  allowedOutboundHosts: [],
  build: { commands: ['npm run build'], watch: ['src/**/*.ts'] },
};

const good: SpinManifest = {
  application: { name: 'orders', version: '0.1.0' },
  variables: new Map(),
  redisTriggers: [],
  httpTriggers: [{ route: '/v1/...', component: 'orders' }],
  components: new Map([['orders', component]]),
};

function withComponent(changes: Partial<SpinComponent>): SpinManifest {
  return { ...good, components: new Map([['orders', { ...component, ...changes }]]) };
}

function withRoute(route: string): SpinManifest {
  return { ...good, httpTriggers: [{ route, component: 'orders' }] };
}

describe('checkManifest', () => {
  it.each([
    ['the usual', good],
    ['everything', withRoute('/...')],
    ['one parameter', withRoute('/orders/:id')],
    ['a pre-release', { ...good, application: { name: 'orders', version: '1.0.0-rc.1+7' } }],
    ['a host', withComponent({ allowedOutboundHosts: ['https://api.example.com'] })],
  ])('accepts %s', (_name, manifest) => {
    expect(checkManifest(manifest)).toEqual([]);
  });

  it.each([
    ['_ in a name', 'my_app', "words must be separated with '-', not '_'"],
    ['a word that begins with a digit', 'svc-2', "words must start with an ASCII letter; got '2'"],
    ['another sign', 'a+b', "may only contain alphanumeric ASCII; got '+'"],
    ['mixed case', 'Orders', 'must be all lowercase or all UPPERCASE; got "Orders"'],
    ['an empty word', 'a--b', 'words must not be empty'],
    ['nothing', '', 'empty'],
  ])('refuses %s', (_name, id, message) => {
    const manifest = { ...good, components: new Map([[id, component]]) };
    expect(checkManifest(manifest)).toContainEqual({
      where: `component.${tomlKey(id)}`,
      message: expect.stringContaining(message),
    });
  });

  it.each([
    ['a literal brace', withRoute('/orders/{id}'), 'trigger.http[0].route', 'braces'],
    ['an inner wildcard', withRoute('/a/.../b'), 'trigger.http[0].route', 'never matches'],
    [
      "Spin's own route",
      withRoute('/.well-known/spin/health'),
      'trigger.http[0].route',
      'never be reached',
    ],
    ['no slash', withRoute('orders'), 'trigger.http[0].route', 'begin with /'],
    ['a query', withRoute('/a?b'), 'trigger.http[0].route', 'no path'],
    [
      'a route twice',
      { ...good, httpTriggers: [...good.httpTriggers, ...good.httpTriggers] },
      'trigger.http[0].route',
      'duplicates',
    ],
    [
      'a dangling component',
      { ...good, httpTriggers: [{ route: '/...', component: 'other' }] },
      'trigger.http[0].component',
      'no such component "other"',
    ],
    ['no trigger', { ...good, httpTriggers: [] }, 'trigger', 'missing field'],
    [
      'half a version',
      { ...good, application: { name: 'orders', version: '1.0' } },
      'application.version',
      'no semantic version',
    ],
    ['a path outside', withComponent({ source: '../x.wasm' }), 'component.orders.source', 'inside'],
    ['precompiled code', withComponent({ source: 'x.cwasm' }), 'component.orders.source', '.wasm'],
    [
      'no build command',
      withComponent({ build: { commands: [' '], watch: [] } }),
      'component.orders.build.command',
      'no command',
    ],
    [
      'a bad host',
      withComponent({ allowedOutboundHosts: ['https://a.example', 'b.example'] }),
      'component.orders.allowed_outbound_hosts[1]',
      'does not contain a scheme',
    ],
  ])('refuses %s', (_name, manifest, where, message) => {
    expect(checkManifest(manifest)).toContainEqual({
      where,
      message: expect.stringContaining(message),
    });
  });
});

describe('hostProblem', () => {
  it.each([
    'https://api.example.com',
    'https://api.example.com/',
    'http://localhost:8080',
    'http://[::1]:80',
    'postgres://db.internal',
    'rediss://cache:6380',
    '*://*:*',
    'https://*.example.com',
    'tcp://10.0.0.1:8000..9000',
    'http://self',
    'http://10.0.0.0/8',
    '*://ff00::/8:80',
    'http://h:*',
  ])('accepts %s', (entry) => {
    expect(hostProblem(entry)).toBeUndefined();
  });

  it.each([
    ['api.example.com', 'does not contain a scheme'],
    ['insecure:allow-all', 'does not contain a scheme'],
    ['*', 'not an allowed outbound host format'],
    ['HTTPS://h', 'the scheme "HTTPS" does not have a known default port number'],
    ['ht+tp://h:1', 'Invalid allowed host scheme "ht+tp": only alphabetic characters are allowed'],
    ['postgresql://db', 'does not have a known default port number'],
    ['https://h/path', 'Invalid allowed host "h/path": must not include a path'],
    ['https://h:1/path', 'has a path but is not allowed to'],
    ['https://a.*.b', 'Invalid allowed host "a.*.b": wildcards are allowed only as subdomains'],
    ['https://*.a.*', 'wildcards are allowed only as prefixes'],
    ['https://', 'Invalid allowed host "": empty host'],
    ['http://[::1]', 'Invalid allowed host port "1]": port "1]" is not a number'],
    ['http://h:1..x', 'port range "1..x" contains non-number'],
    ['http://999.1.1.1', 'invalid IPv4 address'],
    ['http://{a,b}', 'host lists are not yet supported'],
    ['ws://h', 'does not have a known default port'],
    ['*://h', 'does not have a known default port'],
    ['http://h:x', 'Invalid allowed host port "x"'],
    ['http://h:70000', 'Invalid allowed host port'],
  ])('refuses %s', (entry, message) => {
    expect(hostProblem(entry)).toContain(message);
  });
});
