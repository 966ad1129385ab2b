import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/openapi/limits.ts';
import { References } from '../../src/openapi/references.ts';
import { failureOf } from './support.ts';

const references = new References({
  name: 'my doc.yaml',
  value: {
    components: {
      schemas: {
        Pet: { properties: { tag: { type: 'string' }, $ref: { type: 'string' } } },
        Alias: { $ref: '#/components/schemas/Pet' },
        'A/b c': { type: 'string' },
        List: [{ type: 'string' }],
        '50%': {},
        'A#B': {},
      },
    },
    paths: { '/x/{id}': { get: {} } },
    loop: { $ref: '#/loop' },
  },
});
const FROM = '#/paths/~1x';

describe('References', () => {
  it.each([
    ['#/components/schemas/Pet', '#/components/schemas/Pet'],
    ['#/components/schemas/A~1b%20c', '#/components/schemas/A~1b%20c'],
    ['#/components/schemas/A~1b c', '#/components/schemas/A~1b%20c'],
    ['#/components/schemas/50%', '#/components/schemas/50%25'],
    ['#/components/schemas/50%25', '#/components/schemas/50%25'],
    ['#/paths/~1x~1%7Bid%7D/get', '#/paths/~1x~1{id}/get'],
    ['#/components/schemas/List/0', '#/components/schemas/List/0'],
    ['#/components/schemas/Pet/properties/$ref', '#/components/schemas/Pet/properties/$ref'],
    ['#/components/schemas/Alias/properties/tag', '#/components/schemas/Pet/properties/tag'],
    ['#/components/schemas/A#B', '#/components/schemas/A#B'],
    ['#/components/schemas/A%23B', '#/components/schemas/A#B'],
    ['#', '#'],
  ])('finds %s at one spelling', (ref, pointer) => {
    expect(references.target(ref, FROM).pointer).toBe(pointer);
  });

  it.each([
    '#/components/schemas/Cat',
    '#/components/schemas/List/1',
    '#/components/schemas/Pet/properties/tag/type/0',
    '#/constructor',
    '#/components/schemas/__proto__',
    '#/components/schemas/List/length',
    '#anchor',
    '#/loop/x',
    '#/components/schemas/#',
    '#/loop/$ref/x',
  ])('says where %s is that leads nowhere', (ref) => {
    expect(failureOf(() => references.target(ref, FROM))).toMatchObject({
      code: 2,
      where: `my doc.yaml${FROM}`,
    });
  });

  it.each([
    'other.yaml',
    './other.yaml#/Pet',
    'https://example.org/pet.json#/Pet',
    'file:///etc/passwd',
    '../../etc/passwd',
    'Pet',
  ])('refuses %j, outside of the document, with the command that bundles', (ref) => {
    const failure = failureOf(() => references.target(ref, FROM));
    expect(failure).toMatchObject({ code: 2, where: `my doc.yaml${FROM}` });
    expect(failure.message).toContain(JSON.stringify(ref));
    expect(failure.hint).toContain('npx @redocly/cli bundle "my doc.yaml" -o bundled.yaml');
  });

  it('follows references to the end, and leaves other values alone', () => {
    expect(references.follow({ $ref: '#/components/schemas/Alias' }, FROM).pointer).toBe(
      '#/components/schemas/Pet',
    );
    expect(references.follow({ $ref: { type: 'string' } }, FROM)).toMatchObject({ pointer: FROM });
    expect(references.follow(null, FROM)).toEqual({ value: null, pointer: FROM });
  });

  it('gives up in a circle, and after 32 hops', () => {
    expect(failureOf(() => references.follow({ $ref: '#/loop' }, FROM)).message).toMatch(/circle/);
    const chain = (length: number): References =>
      new References({
        name: 'doc',
        value: Object.fromEntries(
          Array.from({ length: length + 1 }, (_, index) => [
            `a${index}`,
            index === length ? {} : { $ref: `#/a${index + 1}` },
          ]),
        ),
      });
    const start = { $ref: '#/a0' };
    expect(chain(LIMITS.hops - 1).follow(start, '#').pointer).toBe(`#/a${LIMITS.hops - 1}`);
    expect(() => chain(LIMITS.hops).follow(start, '#')).toThrow(/32/);
  });
});
