import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { seeded } from '../runtime/arbitrary.ts';
import { describeDocuments, publishedDocuments, readDocument } from '../support/documents.ts';
import { breakSample } from './broken.ts';
import { isValid } from './json-schema.ts';
import { Oracle } from './oracle.ts';
import { entriesOf, isRaw, RawDocument } from './raw-document.ts';
import { NoSample, Sampler } from './sample.ts';

describe('the oracle', () => {
  const document = new RawDocument({ openapi: '3.0.3' });

  it.each([
    ['a nullable object', { type: 'object', nullable: true }, null, true],
    ['an excluded limit', { type: 'integer', minimum: 1, exclusiveMinimum: true }, 1, false],
    ['both members of a oneOf', { oneOf: [{ type: 'string' }, { minLength: 1 }] }, 'a', true],
    ['no type, but properties', { properties: { a: { type: 'string' } } }, 'text', false],
    ['an unknown property', { type: 'object', properties: { a: {} } }, { b: 1 }, true],
    ['a missing property', { type: 'object', required: ['a'] }, {}, false],
  ])('on %s', (_what, schema, value, allowed) => {
    const oracle = new Oracle(document);
    expect(oracle.allows(oracle.add(schema), value)).toBe(allowed);
  });
});

// Compiling takes ajv longer than all that is asked of it, so it is asked about a few documents.
const documents = publishedDocuments('small').filter((_, index) => index % 8 === 0);

describeDocuments('the oracle and ajv', () => {
  it.each(documents)('agree about values of $file', ({ file }) => {
    const document = new RawDocument(JSON.parse(readDocument(file)));
    const oracle = new Oracle(document);
    const components = isRaw(document.root.components) ? document.root.components : {};
    const schemas = entriesOf(components.schemas).map(([, schema]) => schema);
    const names = schemas.map((schema) => oracle.add(schema));
    const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
    ajv.addSchema({ $id: 'document', $defs: Object.fromEntries(oracle.definitions) });
    const [sampler, random] = [new Sampler(document, seeded(3)), seeded(4)];
    let asked = 0;
    for (const [index, schema] of schemas.entries()) {
      const name = names[index] ?? '';
      const validate = ajv.compile({ $ref: `document#/$defs/${name}` });
      for (const value of valuesOf(document, sampler, schema, random)) {
        asked += 1;
        const ours = isValid({ $ref: `#/$defs/${name}` }, value, oracle.definitions);
        expect({ name, value, allowed: ours }).toEqual({ name, value, allowed: validate(value) });
      }
    }
    expect(asked).toBeGreaterThanOrEqual(schemas.length);
  });
});

/** Samples of a schema, and what is broken of them, without integers that ajv can't have. */
function valuesOf(
  document: RawDocument,
  sampler: Sampler,
  schema: unknown,
  random: () => number,
): readonly unknown[] {
  try {
    const sample = sampler.sample(schema, 'some');
    const broken = breakSample(document, sample, random).map(({ value }) => value);
    return [sample.value, ...broken].map((value) =>
      JSON.parse(
        JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? Number(one) : one)) ??
          'null',
      ),
    );
  } catch (error) {
    if (error instanceof NoSample) return [null];
    throw error;
  }
}
