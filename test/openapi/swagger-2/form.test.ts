import { describe, expect, it } from 'vitest';
import { withoutPointers } from '../support.ts';
import { id, post, read } from './support.ts';

describe('forms', () => {
  const field = (name: string, more: object = {}) => ({
    name,
    in: 'formData',
    type: 'string',
    ...more,
  });

  it('are one object', () => {
    const { operation, notes } = read({
      parameters: [
        id,
        field('a', { required: true, description: 'A', 'x-example': 'x' }),
        field('n', { type: 'integer', minimum: 0 }),
        field('__proto__'),
      ],
    });
    expect(operation.parameters).toHaveLength(1);
    expect(operation.body).toEqual({
      pointer: `${post}/parameters`,
      required: true,
      description: undefined,
      media: [
        {
          pointer: `${post}/parameters`,
          type: 'application/x-www-form-urlencoded',
          examples: [],
          schema: {
            pointer: `${post}/parameters`,
            kind: 'object',
            properties: [
              {
                name: 'a',
                required: true,
                schema: {
                  pointer: `${post}/parameters/1`,
                  kind: 'string',
                  description: 'A',
                  examples: ['x'],
                },
              },
              {
                name: 'n',
                required: false,
                schema: { pointer: `${post}/parameters/2`, kind: 'integer', minimum: 0 },
              },
              {
                name: '__proto__',
                required: false,
                schema: { pointer: `${post}/parameters/3`, kind: 'string' },
              },
            ],
          },
        },
      ],
    });
    expect(notes).toEqual([]);
  });

  const url = 'application/x-www-form-urlencoded';
  const multipart = 'multipart/form-data';

  it.each([
    [[], 'string', [url]],
    [[multipart], 'string', [multipart]],
    [[multipart, url], 'string', [multipart, url]],
    [['application/json'], 'string', [url]],
    [['application/json', url], 'string', [url]],
    [[], 'file', [multipart]],
    [[url], 'file', [multipart]],
    [[url, multipart], 'file', [multipart]],
  ])('that consume %j, with a %s, are %j', (consumes, type, types) => {
    const { operation } = read({ consumes, parameters: [id, field('a', { type })] });
    expect(operation.body?.media.map((media) => media.type)).toEqual(types);
    expect(new Set(operation.body?.media.map(({ schema }) => schema)).size).toBe(1);
  });

  it('have files, and lists of them', () => {
    const { operation } = read({
      parameters: [
        id,
        field('one', { type: 'file', description: 'D' }),
        field('many', { type: 'array', items: { type: 'file' } }),
      ],
    });
    expect(withoutPointers(operation.body?.media[0]?.schema)).toEqual({
      kind: 'object',
      properties: [
        {
          name: 'one',
          required: false,
          schema: { kind: 'string', format: 'binary', description: 'D' },
        },
        {
          name: 'many',
          required: false,
          schema: { kind: 'array', items: { kind: 'string', format: 'binary' } },
        },
      ],
    });
    expect(operation.body?.media[0]).not.toHaveProperty('encoding');
  });

  it('have lists, written as the parameter says', () => {
    const list = { type: 'array', items: { type: 'integer' } };
    const { operation, notes } = read({
      parameters: [
        id,
        field('csv', list),
        field('multi', { ...list, collectionFormat: 'multi' }),
        field('tsv', { ...list, collectionFormat: 'tsv' }),
      ],
    });
    const [media] = operation.body?.media ?? [];
    expect([...(media?.encoding ?? [])]).toEqual([
      ['csv', { style: 'form', explode: false }],
      ['multi', { style: 'form', explode: true }],
    ]);
    expect(media?.schema).toMatchObject({
      properties: [
        { schema: { kind: 'array' } },
        { schema: { kind: 'array' } },
        { schema: { kind: 'string' } },
      ],
    });
    expect(notes).toHaveLength(1);
  });
});
