import { describe, expect, it } from 'vitest';
import { stringifyJson } from '../../src/runtime/codec.ts';
import { checkWit } from '../../src/wit/check/check.ts';
import { SECTIONS } from './cases/index.ts';
import { make, page, refusal, roundTrip } from './page.ts';

describe('docs/openapi-to-wit.md', () => {
  it('says what the converter does', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/openapi-to-wit.md');
  });
});

describe.each(SECTIONS)('$title', ({ cases }) => {
  it.each(cases)('$title: the WIT makes a component', async (one) => {
    const { wit, world } = make(one).conversion;
    await checkWit(new Map([['world.wit', wit]]), world);
  });

  const withJson = cases.filter((one) => 'schemas' in one);

  if (withJson.length > 0) {
    it.each(withJson)('$title: JSON comes out as it went in', (one) => {
      const made = make(one);
      one.json.forEach((json, index) => {
        const wanted = one.normalised?.[index] ?? json;
        expect(sorted(roundTrip(made, json).out)).toBe(sorted(wanted));
      });
    });

    it.each(withJson)('$title: what does not fit is refused where it does not', (one) => {
      const made = make(one);
      for (const [json, pointer] of one.refused ?? []) {
        expect(refusal(made, json).pointer, stringifyJson(json)).toBe(pointer);
      }
    });
  }
});

/** JSON text that doesn't depend on the order of properties. */
function sorted(json: unknown): string {
  if (Array.isArray(json)) return `[${json.map(sorted).join()}]`;
  if (typeof json !== 'object' || json === null) return stringifyJson(json);
  const members = Object.entries(json).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, value]) => `${JSON.stringify(key)}:${sorted(value)}`).join()}}`;
}
