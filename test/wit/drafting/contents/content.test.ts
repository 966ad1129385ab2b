import { describe, expect, it } from 'vitest';
import { json } from '../../support.ts';
import { answering, binary, bodyOf, membersOf, operations, order, text } from './support.ts';

const ref = { $ref: '#/components/schemas/Order' };
const schemas = { Order: order };
const schema = { schema: ref };

describe('media types of a body', () => {
  it('that are read into one type are one payload', () => {
    const { as, signature } = bodyOf(
      {
        'application/x-www-form-urlencoded': schema,
        'application/vnd.acme+json': schema,
        'application/json': schema,
        'multipart/form-data': schema,
      },
      schemas,
    );
    expect(signature).toContain('func(body: order)');
    expect(as).toEqual({
      media: 'application/json',
      format: 'json',
      type: { ref: 'Order' },
      also: [
        { media: 'application/vnd.acme+json', format: 'json' },
        { media: 'application/x-www-form-urlencoded', format: 'form' },
        { media: 'multipart/form-data', format: 'multipart' },
      ],
    });
  });

  it('that repeat a schema, each with its own words, are one payload', () => {
    const { as } = bodyOf({
      'application/json': { schema: { ...order, description: 'One.' } },
      'application/x-www-form-urlencoded': { schema: { ...order, title: 'Two' } },
    });
    expect(as).toMatchObject({ also: [{ format: 'form' }] });
  });

  it('of different types are cases, JSON first', () => {
    const { api, as, signature } = bodyOf(
      {
        'text/csv': { schema: text },
        'multipart/form-data': { schema: { type: 'object', properties: { file: binary } } },
        'application/x-www-form-urlencoded': {
          schema: { type: 'object', properties: { q: text } },
        },
        'application/pdf': { schema: binary },
        'application/json': schema,
      },
      schemas,
    );
    expect(signature).toContain('func(body: post-thing-body)');
    expect(membersOf(api, 'variant post-thing-body')).toEqual([
      'json(order)',
      'form(post-thing-form-body)',
      'multipart(post-thing-multipart-body)',
      'csv(string)',
      'pdf(list<u8>)',
    ]);
    expect(as).toMatchObject({
      cases: [
        ['json', { media: 'application/json', format: 'json', type: { ref: 'Order' } }],
        ['form', { format: 'form', type: { ref: 'PostThingFormBody' } }],
        ['multipart', { format: 'multipart', type: { ref: 'PostThingMultipartBody' } }],
        ['csv', { media: 'text/csv', format: 'text' }],
        ['pdf', { media: 'application/pdf', format: 'bytes' }],
      ],
    });
  });

  it('that are patches are cases of their own, also with the same schema', () => {
    const patches = {
      'application/json': schema,
      'application/merge-patch+json': schema,
      'application/json-patch+json': { schema: { type: 'array', items: {} } },
      'application/apply-patch+yaml': schema,
    };
    const { api } = bodyOf(patches, schemas);
    expect(membersOf(api, 'variant post-thing-body')).toEqual([
      'json(order)',
      'merge-patch(order)',
      'json-patch(list<json>)',
      'apply-patch(string)',
    ]);
  });

  it.each([
    ['an object', ref],
    ['a list like the JSON', { type: 'array', items: ref }],
  ])('that are called a JSON Patch, but are %s, are JSON', (_what, same) => {
    const { as } = bodyOf(
      {
        'application/json-patch+json': { schema: same },
        'application/json': { schema: same },
      },
      schemas,
    );
    expect(as).toMatchObject({
      media: 'application/json',
      also: [{ media: 'application/json-patch+json' }],
    });
  });

  it.each([
    'application/xml',
    'text/xml',
    'application/yaml',
    'text/html',
    'application/x-protobuf',
  ])('leave out %s when JSON says the same, and report it', (media) => {
    const { api, as } = bodyOf({ [media]: schema, 'application/json': schema }, schemas);
    expect(as).toEqual({ media: 'application/json', format: 'json', type: { ref: 'Order' } });
    expect(api.report.demotions).toEqual([]);
    expect(api.report.omissions).toEqual([
      {
        pointer: `#/paths/~1thing/post/requestBody/content/${media.replace('/', '~1')}`,
        reason: `${media} is left out: the service speaks application/json`,
      },
    ]);
  });

  it('keep a text that is no twin of the JSON', () => {
    const { api } = bodyOf({ 'application/xml': { schema: text }, ...json(order) });
    expect(membersOf(api, 'variant post-thing-body')).toEqual([
      'json(post-thing-json-body)',
      'xml(string)',
    ]);
  });

  it('take plain text for a JSON string, but not CSV', () => {
    expect(bodyOf({ 'text/plain': { schema: text }, ...json(text) }).as).toEqual({
      media: 'application/json',
      format: 'json',
      type: 'string',
      also: [{ media: 'text/plain', format: 'text' }],
    });
    const { api } = bodyOf({ 'text/csv': { schema: text }, ...json(text) });
    expect(membersOf(api, 'variant post-thing-body')).toEqual(['json(string)', 'csv(string)']);
  });

  it('keep a row of events beside the JSON of one', () => {
    const { api } = bodyOf({ 'application/x-ndjson': schema, 'application/json': schema }, schemas);
    expect(membersOf(api, 'variant post-thing-body')).toEqual(['json(order)', 'ndjson(string)']);
    expect(api.report.demotions.map(({ reason }) => reason)).toEqual([
      'application/x-ndjson is handed over as text',
    ]);
  });

  it('of names for one text are one', () => {
    const { as, signature } = bodyOf({
      'application/xml': { schema: text },
      'text/xml': { schema: text },
    });
    expect(signature).toContain('func(body: string)');
    expect(as).toEqual({
      media: 'application/xml',
      format: 'text',
      also: [{ media: 'text/xml', format: 'text' }],
    });
  });

  it('that are all bytes are one content', () => {
    const images = { 'image/png': { schema: binary }, 'image/jpeg': { schema: binary } };
    const { api, as, signature } = bodyOf(images);
    expect(signature).toContain('func(body: content)');
    expect(membersOf(api, 'record content')).toEqual(['media-type: string', 'data: list<u8>']);
    const accepts = ['image/png', 'image/jpeg'];
    expect(as).toEqual({ media: 'image/png', format: 'content', accepts });
    expect(api.report.typedShare).toBe(1);
    const more = bodyOf({ ...images, ...json(text) });
    expect(membersOf(more.api, 'variant post-thing-body')).toEqual([
      'json(string)',
      'image(content)',
    ]);
  });

  it.each(['image/*', '*/*'])('of a range, %s, are a content', (media) => {
    expect(bodyOf({ [media]: { schema: binary } }).as).toEqual({
      media,
      format: 'content',
      accepts: [media],
    });
    expect(bodyOf({ [media]: {} }).as).toMatchObject({ format: 'content' });
  });

  it('of any JSON beside JSON with a type have the type', () => {
    const { as } = bodyOf(
      { 'application/hal+json': {}, 'application/json': schema, '*/*': schema },
      schemas,
    );
    expect(as).toMatchObject({
      media: 'application/json',
      type: { ref: 'Order' },
      also: [{ media: '*/*' }, { media: 'application/hal+json' }],
    });
  });

  it('say what they are where the label does not', () => {
    const { api } = bodyOf({
      'application/vnd.acme.sheet': { schema: binary },
      'application/x-www-form-urlencoded': { schema: order },
    });
    const [shape] = api.interfaces[0]?.types.filter(({ kind }) => kind === 'variant') ?? [];
    expect(
      shape?.kind === 'variant' && shape.cases.map(({ label, docs }) => [label, docs]),
    ).toEqual([
      ['form', undefined],
      ['acme-sheet', 'Sent as `application/vnd.acme.sheet`.'],
    ]);
  });

  it('that operations have in common are one type, called after its first case', () => {
    const requestBody = {
      content: { 'application/json': schema, 'text/csv': { schema: text } },
    };
    const api = operations({ post: { requestBody }, put: { requestBody } }, schemas);
    expect(membersOf(api, 'variant order-body')).toEqual(['json(order)', 'csv(string)']);
  });

  it('of nothing but closed empty objects are no body', () => {
    const empty = { schema: { type: 'object', additionalProperties: false } };
    const { as, signature } = bodyOf({
      'application/json': empty,
      'application/x-www-form-urlencoded': empty,
    });
    expect(signature).toContain('func() ->');
    expect(as).toBeUndefined();
  });
});

describe('media types of an answer', () => {
  const answer = (content: object) => answering({ 200: { description: 'x', content } }, schemas);

  it('have JSON stand for other JSON, and say so unless it goes without saying', () => {
    const { api, route, signature } = answer({
      'text/json': schema,
      'application/json': schema,
      'application/*+json': schema,
      'application/hal+json': schema,
    });
    expect(signature).toContain('-> result<order, ');
    expect(route.ok).toMatchObject({
      payload: { media: 'application/json', format: 'json', type: { ref: 'Order' } },
    });
    expect(api.report.omissions.map(({ reason }) => reason)).toEqual([
      'application/hal+json is left out: the service speaks application/json',
    ]);
  });

  it('of different types are cases', () => {
    const { api, route, signature } = answer({
      'application/json': schema,
      'text/csv': { schema: text },
      'application/zip': { schema: binary },
    });
    expect(signature).toContain('-> result<get-thing-content, ');
    expect(membersOf(api, 'variant get-thing-content')).toEqual([
      'json(order)',
      'csv(string)',
      'zip(list<u8>)',
    ]);
    expect(route.ok).toMatchObject({
      payload: {
        cases: [
          ['json', {}],
          ['csv', {}],
          ['zip', {}],
        ],
      },
    });
  });

  it.each([
    ['application/x-www-form-urlencoded', 'form'],
    ['multipart/form-data', 'multipart'],
  ])('may be %s', (media, format) => {
    const { api, route } = answer({ [media]: schema });
    expect(route.ok).toMatchObject({ payload: { media, format, type: { ref: 'Order' } } });
    expect(api.report.typedShare).toBe(1);
    const { api: both } = answer({ [media]: schema, 'application/json': schema });
    expect(both.report.omissions.map(({ reason }) => reason)).toEqual([
      `${media} is left out: the service speaks application/json`,
    ]);
  });

  it('stand in the documentation of the function', () => {
    const { api } = answer({ 'audio/mpeg': { schema: binary } });
    expect(api.interfaces[0]?.functions[0]?.docs).toContain('sent as `audio/mpeg`');
    expect(answer(json(text)).api.interfaces[0]?.functions[0]?.docs).not.toContain('sent');
  });
});
