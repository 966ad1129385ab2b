import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { printManifest, tomlKey, tomlString } from '../../src/spin/print.ts';
import { spinRoute } from '../../src/spin/service-manifest.ts';

describe('printManifest', () => {
  it('prints what Spin reads', () => {
    const text = printManifest({
      application: { name: 'orders', version: '0.1.0', description: 'Say "hi"\nto orders' },
      variables: new Map(),
      redisTriggers: [],
      httpTriggers: [{ route: '/v1/...', component: 'orders' }],
      components: new Map([
        [
          'orders',
          {
            source: 'dist/orders.wasm',
            allowedOutboundHosts: [],
            build: { commands: ['npm install', 'npm run build'], watch: ['src/**/*.ts'] },
          },
        ],
      ]),
    });
    expect(text).toBe(`#:schema https://schemas.spinframework.dev/spin/manifest-v2/latest.json
spin_manifest_version = 2

[application]
name = "orders"
version = "0.1.0"
description = "Say \\"hi\\"\\u000ato orders"

[[trigger.http]]
route = "/v1/..."
component = "orders"

[component.orders]
source = "dist/orders.wasm"
allowed_outbound_hosts = []

[component.orders.build]
command = ["npm install", "npm run build"]
watch = ["src/**/*.ts"]
`);
    expect(parse(text)).toMatchObject({
      spin_manifest_version: 2,
      application: { description: 'Say "hi"\nto orders' },
      component: { orders: { source: 'dist/orders.wasm' } },
    });
  });
});

describe('tomlString', () => {
  it.each([
    'plain',
    'a "b" \\ c',
    "it's",
    'line\r\nbreak\ttab',
    '\u0000\u007f\u0085\u2028',
    '\u202eturned',
    '"""',
    '🦄 größe',
    '# not a comment',
    '\u{e0001}tag',
  ])('keeps %j', (text) => {
    expect(parse(`x = ${tomlString(text)}`)).toEqual({ x: text });
  });

  it('shows a lone surrogate as what it is: no character', () => {
    expect(parse(`x = ${tomlString('a\ud800')}`)).toEqual({ x: 'a\ufffd' });
  });

  it('quotes keys that need it', () => {
    expect([tomlKey('a-b'), tomlKey('a.b'), tomlKey('')]).toEqual(['a-b', '"a.b"', '""']);
  });
});

describe('spinRoute', () => {
  it.each([
    ['', '/...'],
    ['/v1', '/v1/...'],
    ['/api/v1', '/api/v1/...'],
    ['/api/{tenant}/v1', '/api/...'],
    ['/:x', '/...'],
    ['/a/*', '/a/...'],
    ['/a/.../b', '/a/...'],
    ['/a b', '/...'],
  ])('%j → %s', (basePath, route) => {
    expect(spinRoute(basePath)).toBe(route);
  });
});
