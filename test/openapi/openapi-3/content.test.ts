import { describe, expect, it } from 'vitest';
import type { Media } from '../../../src/openapi/model.ts';
import { readApiDocument } from '../../../src/openapi/read-api.ts';
import { documentWith } from '../support.ts';

const ok = { responses: { 204: { description: '' } } };

function read(
  content: object,
  components: object = {},
): { media: readonly Media[]; notes: string[] } {
  const paths = { '/x': { post: { ...ok, requestBody: { content } } } };
  const api = readApiDocument(documentWith({ openapi: '3.2.0', paths, components }), 'test');
  const notes = api.notes.slice(1).map(({ pointer, message }) => `${pointer} ${message}`);
  return { media: api.operations[0]?.body?.media ?? [], notes };
}

const place = '#/paths/~1x/post/requestBody/content';

it('notes what it does not read of the parts of a form', () => {
  const encoding = { a: { headers: { 'X-A': {} }, encoding: { b: {} } } };
  expect(read({ 'multipart/form-data': { encoding } }).notes).toEqual([
    `${place}/multipart~1form-data/encoding/a/headers Headers of a part are not read.`,
    `${place}/multipart~1form-data/encoding/a/encoding How a part of a part is written is not read.`,
  ]);
});

describe('what OpenAPI 3.2 adds', () => {
  it('references to media types, and values of examples', () => {
    const mediaTypes = {
      J: {
        schema: { type: 'string' },
        examples: { a: { dataValue: 'x' }, b: { serializedValue: '"y"' } },
      },
    };
    const { media, notes } = read(
      { 'application/json': { $ref: '#/components/mediaTypes/J' } },
      { mediaTypes },
    );
    expect(media).toMatchObject([
      { pointer: '#/components/mediaTypes/J', schema: { kind: 'string' }, examples: ['x'] },
    ]);
    expect(notes).toEqual([
      '#/components/mediaTypes/J/examples/b The example has no value in the document.',
    ]);
  });

  it('streams, which are noted', () => {
    const { media, notes } = read({ 'application/jsonl': { itemSchema: { type: 'string' } } });
    expect(media).toMatchObject([{ schema: undefined }]);
    expect(notes).toEqual([
      `${place}/application~1jsonl/itemSchema Streams of items are not read.`,
    ]);
  });
});
