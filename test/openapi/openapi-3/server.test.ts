import { describe, expect, it } from 'vitest';
import { basePathOf } from '../../../src/openapi/openapi-3/server.ts';

describe('basePathOf', () => {
  it.each([
    ['https://api.example.com', ''],
    ['https://api.example.com/', ''],
    ['https://api.example.com/v1', '/v1'],
    ['https://api.example.com:8443/v1/', '/v1'],
    ['HTTP://user@host/a/b?x=1#y', '/a/b'],
    ['//host/v1', '/v1'],
    ['https://host//v1', '/v1'],
    ['/v1', '/v1'],
    ['v1', '/v1'],
    ['v1.0', '/v1.0'],
    ['/', ''],
    ['', ''],
    ['/a/../b/./c', '/b/c'],
    ['/a b/ü', '/a%20b/%C3%BC'],
    ['api.example.com/v1', '/v1'],
    ['localhost:8080/v1', '/v1'],
    ['localhost:8080', ''],
    ['http://', ''],
    ['https://{region}.example.com/{version}', '/v2'],
    ['/{version}/{unknown}', ''],
    ['{scheme}://host/x', '/x'],
    ['/a\u0000b', '/a%00b'],
    ['\\\\evil\\x', '/evil/x'],
    ['/\n/host:99999/v1', '/v1'],
    ['{break}/host:99999/v1', '/v1'],
    ['/{odd}/v1', ''],
  ])('%j → %j', (url, path) => {
    const variables = {
      version: { default: 'v2' },
      region: { default: 'eu' },
      scheme: { default: 'https' },
      break: { default: '/\t' },
      odd: { default: { toString: 1 } },
    };
    expect(basePathOf([{ url, variables }, { url: '/other' }])).toBe(path);
  });

  it.each([undefined, null, [], {}, [null], [{}], [{ url: 3 }], 'x'])('%j → nothing', (servers) => {
    expect(basePathOf(servers)).toBe('');
  });
});
