import { describe, expect, it } from 'vitest';
import { fieldTypes, json } from '../../support.ts';
import { binary, bodyOf, membersOf, operations, order, text } from './support.ts';

const URL_ENCODED = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';
const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });

describe('url-encoded bodies', () => {
  const form = (schema: object | undefined, more: object = {}, schemas: object = {}) =>
    bodyOf({ [URL_ENCODED]: { ...(schema && { schema }), ...more } }, schemas);

  it('are records', () => {
    const { api, as, signature } = form(
      object({
        name: text,
        tags: { type: 'array', items: text },
        address: object({ city: text }),
        photo: binary,
      }),
    );
    expect(signature).toContain('func(body: post-thing-body)');
    expect(fieldTypes(api, 'post-thing-body')).toEqual({
      name: 'option<string>',
      tags: 'option<list<string>>',
      address: 'option<post-thing-body-address>',
      photo: 'option<string>',
    });
    expect(as).toEqual({ media: URL_ENCODED, format: 'form', type: { ref: 'PostThingBody' } });
    expect(api.report.typedShare).toBe(1);
  });

  it('share the record of a named schema', () => {
    const { as } = form({ $ref: '#/components/schemas/Order' }, {}, { Order: order });
    expect(as).toMatchObject({ type: { ref: 'Order' } });
  });

  it('keep how their fields are written where the document says so', () => {
    const { as } = form(object({ a: text, b: text, c: text, d: text, __proto__x: text }), {
      encoding: {
        a: { style: 'deepObject', explode: true },
        b: { contentType: 'application/json' },
        c: { style: 'form', contentType: 'application/json' },
        d: { contentType: 'text/plain' },
        ['__proto__']: { explode: false },
      },
    });
    const { parts } = as && 'parts' in as ? as : { parts: undefined };
    expect(Object.entries(parts ?? {})).toEqual([
      ['a', { style: 'deepObject', explode: true }],
      ['b', { json: true }],
      ['c', { style: 'form' }],
      ['__proto__', { explode: false }],
    ]);
  });

  it.each([
    ['map<string>', { type: 'object', additionalProperties: text }],
    ['an open object', undefined],
    ['any value', {}],
  ])('of %s are a map of texts', (_what, schema) => {
    const { as, signature } = form(schema);
    expect(signature).toContain('func(body: list<tuple<string, string>>)');
    expect(as).toEqual({ media: URL_ENCODED, format: 'form', type: { map: 'string' } });
  });

  it('of a choice of objects have the fields of all, and report it', () => {
    const grant = (type: string, more: object) => ({
      type: 'object',
      required: ['grant', 'client', ...Object.keys(more)],
      properties: { grant: { type: 'string', enum: [type] }, client: text, ...more },
    });
    const { api } = form({
      oneOf: [grant('code', { code: text }), grant('password', { user: text, level: text })],
    });
    expect(fieldTypes(api, 'post-thing-body')).toEqual({
      grant: 'post-thing-body-grant',
      client: 'string',
      code: 'option<string>',
      user: 'option<string>',
      level: 'option<string>',
    });
    expect(membersOf(api, 'enum post-thing-body-grant')).toEqual(['code', 'password']);
    expect(api.report.demotions.map(({ reason }) => reason)).toEqual([
      'oneOf: a form has the fields of all members, whichever it is',
    ]);
  });

  it('of a choice are beside the JSON of that choice, which tells the members apart', () => {
    const choice = {
      oneOf: [object({ a: text }, { required: ['a'] }), object({ b: text }, { required: ['b'] })],
    };
    const { api } = bodyOf({ [URL_ENCODED]: { schema: choice }, ...json(choice) });
    expect(membersOf(api, 'variant post-thing-body')).toEqual([
      expect.stringMatching(/^json\(/u),
      'form(post-thing-form-body)',
    ]);
  });

  it('of a list are left out beside the JSON of that list', () => {
    const list = { type: 'array', items: text };
    const { api, as } = bodyOf({ [URL_ENCODED]: { schema: list }, ...json(list) });
    expect(as).toEqual({ media: 'application/json', format: 'json', type: { list: 'string' } });
    expect(api.report.omissions).toHaveLength(1);
  });

  it('of members that disagree on a field have it as text', () => {
    const { api } = form({
      anyOf: [object({ id: text }), object({ id: { type: 'integer' } })],
    });
    expect(fieldTypes(api, 'post-thing-body')).toEqual({ id: 'option<string>' });
  });

  it('of text are that text; of a list they are reported', () => {
    expect(form(text).as).toEqual({ media: URL_ENCODED, format: 'text' });
    expect(form(text).api.report.typedShare).toBe(1);
    const { api, as } = form({ type: 'array', items: text });
    expect(as).toEqual({ media: URL_ENCODED, format: 'text' });
    expect(api.report.demotions).toHaveLength(1);
    expect(api.report.typedShare).toBe(0);
  });
});

describe('multipart bodies', () => {
  const form = (schema: object, more: object = {}, schemas: object = {}) =>
    bodyOf({ [MULTIPART]: { schema, ...more } }, schemas);

  it('have file parts for what is binary', () => {
    const { api, as } = form(
      object(
        {
          file: binary,
          more: { type: 'array', items: binary, maxItems: 3 },
          note: text,
          meta: object({ raw: binary }),
        },
        { required: ['file'] },
      ),
    );
    expect(fieldTypes(api, 'post-thing-body')).toEqual({
      file: 'file-part',
      more: 'option<list<file-part>>',
      note: 'option<string>',
      meta: 'option<post-thing-body-meta>',
    });
    expect(fieldTypes(api, 'file-part')).toEqual({
      name: 'option<string>',
      'content-type': 'option<string>',
      data: 'list<u8>',
    });
    expect(as).toEqual({ media: MULTIPART, format: 'multipart', type: { ref: 'PostThingBody' } });
    expect(api.table.types.PostThingBody).toMatchObject({
      record: [
        { js: 'file', wire: 'file', type: 'file' },
        { js: 'more', type: { list: 'file', max: 3 }, optional: true },
        { type: 'string' },
        {},
      ],
    });
    expect(Object.keys(api.table.types)).not.toContain('FilePart');
    expect(api.report.typedShare).toBe(1);
  });

  it.each([
    ['named binary data', { $ref: '#/components/schemas/Bytes' }, undefined, 'file-part'],
    ['what has no type', {}, undefined, 'file-part'],
    ['text sent as an image', text, 'image/png, image/jpeg', 'file-part'],
    ['text sent as text', text, 'text/csv', 'string'],
    ['text sent as JSON', text, 'application/json', 'string'],
    ['any value sent as JSON', {}, 'application/json', 'json'],
    ['base64', { type: 'string', format: 'byte' }, 'image/png', 'list<u8>'],
  ])('of %s', (_what, schema, contentType, type) => {
    const { api } = form(
      object({ a: schema, file: binary }),
      contentType === undefined ? {} : { encoding: { a: { contentType } } },
      { Bytes: binary },
    );
    expect(fieldTypes(api, 'post-thing-body').a).toBe(`option<${type}>`);
  });

  it('without files share the record of a named schema, with files they are one of their own', () => {
    const ref = { $ref: '#/components/schemas/Upload' };
    const upload = object({ file: binary, note: text });
    const without = form(ref, {}, { Upload: order });
    expect(without.as).toMatchObject({ type: { ref: 'Upload' } });
    const { api } = bodyOf({ [MULTIPART]: { schema: ref }, ...json(ref) }, { Upload: upload });
    expect(membersOf(api, 'variant post-thing-body')).toEqual([
      'json(upload)',
      'multipart(post-thing-multipart-body)',
    ]);
    expect(fieldTypes(api, 'upload').file).toBe('option<string>');
    expect(fieldTypes(api, 'post-thing-multipart-body').file).toBe('option<file-part>');
  });

  it('have the name of their schema when it is free, and are one type where they are equal', () => {
    const content = { [MULTIPART]: { schema: { $ref: '#/components/schemas/Upload' } } };
    const api = operations(
      { post: { requestBody: { content } }, put: { requestBody: { content } } },
      { Upload: object({ file: binary }) },
    );
    expect(fieldTypes(api, 'upload')).toEqual({ file: 'option<file-part>' });
    const bodies = api.table.routes.map(({ body }) => body?.as);
    expect(bodies).toMatchObject([{ type: { ref: 'Upload' } }, { type: { ref: 'Upload' } }]);
  });

  it('say how fields are sent that have another name', () => {
    const { api } = form(object({ file: binary, 'track[title]': text }));
    const docs = JSON.stringify(api.interfaces[0]?.types);
    expect(docs).toContain('Sent as `track[title]`.');
    expect(docs).not.toContain('In JSON');
  });

  it('without a type are a map of parts', () => {
    const { as, signature } = form({});
    expect(signature).toContain('func(body: list<tuple<string, file-part>>)');
    expect(as).toEqual({ media: MULTIPART, format: 'multipart', type: { map: 'file' } });
  });

  it('that are no fields stay bytes with the boundary that takes them apart', () => {
    const { api, as, signature } = form(binary);
    expect(signature).toContain('func(body: content)');
    expect(as).toEqual({ media: MULTIPART, format: 'content', accepts: [MULTIPART] });
    expect(api.report.demotions).toEqual([]);
  });

  it('of another kind are bytes, and reported', () => {
    const { api, as } = bodyOf({ 'multipart/mixed': { schema: order } });
    expect(as).toMatchObject({ format: 'content' });
    expect(api.report.demotions).toHaveLength(1);
    expect(api.report.typedShare).toBe(0);
  });

  it('leave their names to the document', () => {
    const own = { FilePart: object({ x: text }), Content: object({ y: text }) };
    const api = operations(
      {
        post: {
          requestBody: { content: { [MULTIPART]: { schema: object({ file: binary }) } } },
          responses: { 200: { description: 'x', content: { '*/*': { schema: binary } } } },
        },
        put: {
          requestBody: { content: json({ $ref: '#/components/schemas/FilePart' }) },
          responses: {
            200: { description: 'x', content: json({ $ref: '#/components/schemas/Content' }) },
          },
        },
      },
      own,
    );
    expect(fieldTypes(api, 'file-part')).toEqual({ x: 'option<string>' });
    expect(fieldTypes(api, 'content')).toEqual({ y: 'option<string>' });
    expect(fieldTypes(api, 'any-file-part')).toMatchObject({ data: 'list<u8>' });
    expect(fieldTypes(api, 'any-content')).toMatchObject({ data: 'list<u8>' });
  });
});
