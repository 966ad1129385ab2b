import { expect, it } from 'vitest';
import { hostProblem } from '../../src/spin/hosts.ts';
import { allowedHosts } from '../../templates/node/hosts/allowed-hosts.mjs';
import { thrownBy } from './support.ts';

// Rules: facts of `crates/outbound-networking-config/src/allowed_hosts.rs`.
it.each<[entry: string, address: string, allowed: boolean]>([
  ['https://api.example.com', 'https://api.example.com/v1?q=1', true],
  ['https://api.example.com', 'https://API.example.com', true],
  ['https://api.example.com', 'http://api.example.com', false],
  ['https://api.example.com', 'https://api.example.com:8443', false],
  ['https://api.example.com', 'https://api.example.com.evil.org', false],
  ['https://api.example.com/', 'https://user:p@ss@api.example.com/x', true],
  ['https://api.example.com', 'https://evil.org/@api.example.com', false],
  ['https://api.example.com', 'https://api.example.com@evil.org', false],
  ['http://localhost', 'http://localhost', true],
  ['http://localhost', 'http://localhost:3000', false],
  ['http://localhost:*', 'http://localhost:3000', true],
  ['http://localhost:3000..3002', 'http://localhost:3001', true],
  ['http://localhost:3000..3002', 'http://localhost:3002', false],
  ['*://localhost:80', 'http://localhost', true],
  ['*://*:*', 'redis://anywhere:1', true],
  ['https://*', 'https://anywhere', true],
  ['https://*.example.com', 'https://a.b.example.com', true],
  ['https://*.example.com', 'https://example.com', false],
  ['https://*.example.com', 'https://evilexample.com', false],
  ['http://10.0.0.0/8', 'http://10.1.2.3', true],
  ['http://10.0.0.0/8', 'http://11.1.2.3', false],
  ['http://10.0.0.0/8', 'http://ten.example.com', false],
  ['http://192.168.1.0/24:8080', 'http://192.168.1.9:8080', true],
  ['http://[::1]:80', 'http://[::1]', true],
  ['http://127.0.0.1', 'http://127.0.0.2', false],
  ['postgres://db', 'postgres://db:5432', true],
  ['postgres://db:5432', 'db', true],
  ['postgresql://db:5432', 'postgres://db:5432', false],
  ['redis://cache', 'redis://:secret@cache:6379/1', true],
  ['redis://cache:6380', 'rediss://cache:6380', false],
  ['rediss://cache:6380', 'rediss://cache:6380', true],
  ['rediss://cache:6380', 'rediss://cache', false],
  ['http://self', 'http://self', false],
  ['', 'http://', false],
  ['https://', 'https://anything', false],
])('%s, %s: %s', (entry, address, allowed) => {
  expect(allowedHosts([entry])(address, entry.split(':')[0] ?? '')).toBe(allowed);
  expect(allowedHosts([])(address, 'https')).toBe(false);
});

it.each([
  'example.com',
  'ftp://example.com',
  'http+unix://x:1',
  'http://a.*.com',
  'http://*a.com',
  'http://h/path',
  'http://h:80/path',
  'http://h:x',
  'https://:443',
  'postgresql://db',
])('refuses the entry %s', (entry) => {
  expect(thrownBy(() => allowedHosts([entry]))).toMatchObject({
    message: expect.stringContaining(JSON.stringify(entry)),
  });
});

// The manifest is checked by another reading of the same grammar, which knows Spin's words: they must not part.
it.each([
  ...['https://a.example', 'https://a.example/', '*://*:*', 'http://*', 'https://*.a.example'],
  ...['http://localhost:1..3', 'http://localhost:*', 'http://10.0.0.0/8', 'http://10.0.0.0/8:80'],
  ...[
    'http://[::1]:80',
    'http://[::1]',
    'postgres://db',
    'rediss://c:6380',
    'http://self',
    'tcp://a:1',
  ],
  ...[
    'a.example',
    'ftp://a',
    'rediss://c',
    'http+x://a:1',
    'http://a.*.b',
    'http://*a',
    'http://h/p',
  ],
  ...[
    'http://h:80/p',
    'http://h:x',
    'http://h:1..x',
    'https://:443',
    'postgresql://db',
    'http://*.*',
  ],
  ...['http://a:80/', 'http://10.0.0.0/99', 'http2://a:1', '{http,https}://a', 'http://a:{1,2}'],
])('the checker of manifests agrees about %s', (entry) => {
  const read = expect(() => allowedHosts([entry]));
  if (hostProblem(entry) === undefined) read.not.toThrow();
  else read.toThrow(JSON.stringify(entry));
});
