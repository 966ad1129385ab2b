import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TypeCode } from '../../src/runtime/table.ts';
import type { TypedApi } from '../../src/wit/typed-api.ts';
import { compileTypes } from '../../templates/runtime/codec.ts';
import { parseJson, stringifyJson } from '../../templates/runtime/json.ts';
import { type EchoComponent, echoComponent } from '../round-trip/echo-component.ts';
import { describedAt } from '../round-trip/flat-schema.ts';
import { differences, pointerTo } from '../round-trip/normal-form.ts';
import { type RawPayload, rawOperations } from '../round-trip/operations.ts';
import { Oracle } from '../round-trip/oracle.ts';
import { RawDocument } from '../round-trip/raw-document.ts';
import { type Fill, NoSample, type Sample, Sampler } from '../round-trip/sample.ts';
import { seeded } from '../runtime/arbitrary.ts';
import { describeDocuments, readDocument, typedDocument } from '../support/documents.ts';

/** Together they have all there is: variants, constants, three states, bytes, maps, u64, other properties. */
const DOCUMENTS = [
  'small/adyen-com-legalentityservice-3.json.gz',
  'small/apple-com-sirikit-cloud-media-1-0-2.json.gz',
  'small/influxdata-com-2-0-0.json.gz',
  'small/meshery-local-0-4-27.json.gz',
  'small/spotify-com-1-0-0.json.gz',
  'small/webflow-com-2025-10-15.json.gz',
];

describeDocuments('values of a document, through a component', () => {
  describe.each(DOCUMENTS)('%s', (file) => {
    let api: TypedApi;
    let component: EchoComponent;
    let subjects: readonly Subject[];
    const document = new RawDocument(JSON.parse(readDocument(file)));

    beforeAll(async () => {
      api = typedDocument(file);
      subjects = subjectsOf(document, api);
      component = await echoComponent(
        api,
        subjects.map(({ code }) => code),
      );
    });

    afterAll(() => component?.close());

    it('JSON of every operation comes back as it was', async () => {
      const codecs = compileTypes(api.table.types);
      const oracle = new Oracle(document);
      const sampler = new Sampler(document, seeded(8));
      let count = 0;
      const fills: readonly Fill[] = ['least', 'most', 'some'];
      const attempts = subjects.flatMap((subject) => fills.map((fill) => ({ ...subject, fill })));
      for (const { name, schema, code, keepsNull, fill } of attempts) {
        const sample = sampleOf(sampler, schema, fill);
        if (!sample || !oracle.allows(oracle.add(schema), sample.value)) continue;
        const read = parseJson(stringifyJson(sample.value));
        const value = await component.echo(code, codecs.decode(code, read));
        const written = parseJson(stringifyJson(codecs.encode(code, value)));
        const { sites } = sample;
        const wrong = differences(read, written, {
          keepsNull,
          required: new Set(
            sites.flatMap(({ path, flat }) =>
              [...flat.required].map((key) => pointerTo([...path, key])),
            ),
          ),
          choices: new Set(sites.filter(({ choice }) => choice).map(({ path }) => pointerTo(path))),
          describedAt: (path) => describedAt(document, [schema], path),
        });
        expect(wrong, `${name}: ${stringifyJson(read)}`).toEqual([]);
        count += 1;
      }
      expect(count).toBeGreaterThanOrEqual(0.9 * attempts.length);
    });
  });
});

interface Subject {
  readonly name: string;
  readonly schema: unknown;
  readonly code: TypeCode;
  readonly keepsNull: boolean;
}

/** JSON that requests and answers have, each type once in each direction. */
function subjectsOf(document: RawDocument, api: TypedApi): readonly Subject[] {
  const subjects = new Map<string, Subject>();
  for (const { route, bodies, answers } of rawOperations(document, api)) {
    const add = (keepsNull: boolean, { name, media, code }: RawPayload) => {
      if (code.format !== 'json' || code.type === undefined || media.schema === undefined) return;
      const subject = { name, schema: media.schema, code: code.type, keepsNull };
      subjects.set(`${keepsNull} ${JSON.stringify(code.type)}`, subject);
    };
    for (const body of bodies) add(route.method === 'PATCH', body);
    for (const payload of answers.flatMap(({ payloads }) => payloads)) add(false, payload);
  }
  return [...subjects.values()];
}

function sampleOf(sampler: Sampler, schema: unknown, fill: Fill): Sample | undefined {
  try {
    return sampler.sample(schema, fill);
  } catch (error) {
    if (error instanceof NoSample) return undefined;
    throw error;
  }
}
