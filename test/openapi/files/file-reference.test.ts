import { describe, expect, it } from 'vitest';
import { resolveFile } from '../../../src/openapi/files/file-reference.ts';

describe('resolveFile', () => {
  it.each([
    ['pet.yaml', '', 'pet.yaml'],
    ['./schemas/pet.yaml', '', 'schemas/pet.yaml'],
    ['owner.yaml', 'schemas/pet.yaml', 'schemas/owner.yaml'],
    ['../common.json', 'schemas/pet.yaml', 'common.json'],
    ['../schemas/./pet.yaml', 'schemas/pet.yaml', 'schemas/pet.yaml'],
    ['a%20b.yaml', '', 'a b.yaml'],
    ['50%.yaml', '', '50%.yaml'],
    ['größe.yaml', '', 'größe.yaml'],
    ['..hidden.yaml', '', '..hidden.yaml'],
    ['.../x.yaml', '', '.../x.yaml'],
  ])('%j from %j', (address, from, path) => {
    expect(resolveFile(address, from)).toEqual({ path });
  });

  it.each([
    ['../secret.yaml', '', /leads out/],
    ['../..', 'schemas/pet.yaml', /leads out/],
    ['a/../../secret.yaml', '', /leads out/],
    ['../../../../../../etc/passwd', 'schemas/pet.yaml', /leads out/],
    ['/etc/passwd', '', /absolute/],
    ['https://example.org/pet.json', '', /web address; nothing is fetched/],
    ['HTTP://example.org/pet.json', '', /web address/],
    ['//example.org/pet.json', '', /web address/],
    ['file:///etc/passwd', '', /no relative path/],
    ['ftp://example.org/x', '', /no relative path/],
    ['data:application/json,{}', '', /no relative path/],
    ['C:/Windows/x.yaml', '', /disk/],
    ['c:x.yaml', '', /disk/],
    ['schemas/pet.yaml:stream', '', /colon/],
    ['..\\..\\secret.yaml', '', /backslash/],
    ['\\\\host\\share\\x.yaml', '', /backslash/],
    ['%2e%2e/secret.yaml', '', /percent-encoding/],
    ['.%2E/secret.yaml', '', /percent-encoding/],
    ['..%2fsecret.yaml', '', /percent-encoding/],
    ['..%5Csecret.yaml', '', /percent-encoding/],
    ['pet.yaml%00.txt', '', /percent-encoding/],
    ['C%3A/x.yaml', '', /no path may have/],
    ['a%0Ab.yaml', '', /no path may have/],
    ['a\nb.yaml', '', /no path may have/],
  ])('%j from %j is refused when it leads out', (address, from, refused) => {
    expect(resolveFile(address, from)).toEqual({ refused: expect.stringMatching(refused) });
  });
});
