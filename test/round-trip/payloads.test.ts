import { expect, it } from 'vitest';
import {
  describeDocuments,
  publishedDocuments,
  readDocument,
  typedDocument,
} from '../support/documents.ts';
import { type RawOperation, type RawPayload, rawOperations } from './operations.ts';
import { Oracle } from './oracle.ts';
import { entriesOf, isRaw, itemsOf, RawDocument } from './raw-document.ts';
import { Tally } from './tally.ts';
import { type Subject, Trip } from './trip.ts';

const documents = [...publishedDocuments('small'), ...publishedDocuments('service')];
const tally = new Tally();

describeDocuments('JSON of the published documents', () => {
  it.each(documents)('$file comes back as it was, and is refused when broken', ({ file }) => {
    const document = new RawDocument(JSON.parse(readDocument(file)));
    const api = typedDocument(file);
    const oracle = new Oracle(document);
    const operations = rawOperations(document, api);
    const subjects = operations.flatMap((operation) => subjectsOf(operation, document, oracle));
    const trip = new Trip(document, api.table.types, oracle, tally);
    for (const subject of subjects) trip.try(subject);
    for (const _ of operations) tally.add('operations');
    expect(trip.problems.slice(0, 5).join('\n'), `${trip.problems.length} problems`).toBe('');
  });

  it('leaves out little, and says what', () => {
    process.stderr.write(`Round trips of JSON:\n  ${tally}\n`);
    const of = (what: string) => tally.count(what);
    expect(of('operations')).toBeGreaterThan(6000);
    expect(of('values')).toBeGreaterThan(2 * of('schemas'));
    expect(of('examples')).toBeGreaterThan(1000);
    expect(of('samples that the schema does not allow')).toBeLessThan(0.02 * of('values'));
    expect(of('schemas without a sample')).toBeLessThan(0.01 * of('schemas'));
    expect(of('broken where any JSON is taken')).toBeLessThan(0.1 * of('broken: type'));
  });
});

function subjectsOf(
  { route, bodies, answers }: RawOperation,
  document: RawDocument,
  oracle: Oracle,
): readonly Subject[] {
  const of = (direction: 'in' | 'out', { name, media, code }: RawPayload): Subject[] => {
    if (code.format !== 'json' || code.type === undefined || media.schema === undefined) return [];
    return [
      {
        ...{ name, direction, code: code.type, schema: media.schema },
        known: oracle.add(media.schema),
        keepsNull: direction === 'in' && route.method === 'PATCH',
        examples: examplesOf(document, media),
      },
    ];
  };
  return [
    ...bodies.flatMap((body) => of('in', body)),
    ...answers.flatMap(({ payloads }) => payloads.flatMap((payload) => of('out', payload))),
  ];
}

/** Those of the media type, and those of the schema itself. */
function examplesOf(document: RawDocument, media: RawPayload['media']): readonly unknown[] {
  const several = entriesOf(media.examples).flatMap(([, entry]) => {
    const example = document.resolve(entry);
    return isRaw(example) ? [example.value] : [];
  });
  const schema = document.resolve(media.schema);
  const own = isRaw(schema) ? [schema.example, ...itemsOf(schema.examples)] : [];
  return [media.example, ...several, ...own].filter((example) => example !== undefined);
}
