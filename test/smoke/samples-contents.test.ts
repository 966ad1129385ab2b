import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ApiModel } from '../../src/openapi/model.ts';
import { sampleRequests, stubExamples, typedCalls } from '../../src/smoke/samples/index.ts';
import { answersTo, apiOf, serviceOf, wrongAnswers } from './sample-service.ts';

afterEach(() => vi.restoreAllMocks());

const text = { type: 'string' };
const count = { type: 'integer', format: 'int32', minimum: 1 };
const binary = { type: 'string', format: 'binary' };
const object = (properties: object, required: string[] = Object.keys(properties)) => ({
  ...{ type: 'object', required, properties },
});

const login = object({ name: text, password: text, attempts: count });
const upload = object({
  photo: binary,
  more: { type: 'array', items: binary },
  meta: object({ count }),
});
const change = object({ name: { type: ['string', 'null'] } }, []);
const ok = { 204: { description: 'Done.' } };

/** `POST /` with a body of these media types. */
const bodyOf = (content: object, more: object = {}) =>
  apiOf({
    '/': {
      post: {
        operationId: 'run',
        requestBody: { required: true, content },
        responses: ok,
        ...more,
      },
    },
  });

/** The document says what the photo is. */
function withEncoding(api: ApiModel): ApiModel {
  const encoding = new Map([['photo', { contentType: 'image/png, image/gif' }]]);
  const operations = api.operations.map((operation) => {
    const { body } = operation;
    const media = body?.media.map((one) => ({ ...one, encoding })) ?? [];
    return body === undefined ? operation : { ...operation, body: { ...body, media } };
  });
  return { ...api, operations };
}

const requestsOf = (content: object) => sampleRequests(serviceOf(bodyOf(content)));

const form = { 'application/x-www-form-urlencoded': { schema: login } };
const multipart = { 'multipart/form-data': { schema: upload } };
const several = {
  'application/json': { schema: login },
  ...form,
  'application/merge-patch+json': { schema: change },
  'text/csv': { schema: text, example: 'name\nAda\n' },
  'image/png': { schema: binary },
  'image/*': { schema: binary },
};

describe('a sample of', () => {
  it('a url-encoded body is a form', () => {
    const [request] = requestsOf(form);
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(request?.body).toBe('name=sample&password=sample&attempts=1');
  });

  it('a multipart body has files and JSON', () => {
    const [request] = sampleRequests(serviceOf(withEncoding(bodyOf(multipart))));
    expect(request?.headers['content-type']).toBe('multipart/form-data; boundary=_form-data-0_');
    const file = (name: string, type: string) =>
      `Content-Disposition: form-data; name="${name}"; filename="sample"\r\nContent-Type: ${type}\r\n\r\nsample`;
    expect(request?.body?.split('\r\n--_form-data-0_')).toEqual([
      `--_form-data-0_\r\n${file('photo', 'image/png')}`,
      `\r\n${file('more', 'application/octet-stream')}`,
      '\r\nContent-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"count":1}',
      '--\r\n',
    ]);
  });

  it('several media types is a request for each', () => {
    const requests = requestsOf(several).filter(({ check }) =>
      /^operation$|^media type$/u.test(check),
    );
    expect(requests.map(({ check, headers }) => `${check} ${headers['content-type']}`)).toEqual(
      [
        'operation application/json',
        'media type application/x-www-form-urlencoded',
        'media type application/merge-patch+json',
        'media type text/csv',
        'media type image/png',
        'media type image/gif',
      ].map((line) =>
        line === 'media type image/gif'
          ? expect.stringMatching(/^media type image\/(?!png)/u)
          : line,
      ),
    );
    expect(requests[3]?.body).toBe('name\nAda\n');
    expect(requests[4]?.bodyBase64).toBe(Buffer.from('sample').toString('base64'));
  });

  it('a form that can not say all of an example leaves that out', () => {
    const schema = object(
      { name: text, note: { type: ['string', 'null'] }, tags: { type: 'array', items: text } },
      ['name'],
    );
    const example = { name: 'Ada', note: null, tags: [] };
    const [request] = requestsOf({ 'application/x-www-form-urlencoded': { schema, example } });
    expect(request?.body).toBe('name=Ada');
  });
});

describe('the mistakes', () => {
  const mistakesOf = (content: object) =>
    requestsOf(content)
      .filter(({ check }) => /body|type|field/u.test(check) && check !== 'media type')
      .map(({ check, expected, expectedPointer }) => [check, expected[0], expectedPointer]);

  it('in forms are of fields, in multipart bodies of boundaries', () => {
    expect(mistakesOf(form)).toEqual([
      ['wrong field', 400, '/attempts'],
      ['wrong media type', 415, undefined],
      ['large body', 413, undefined],
    ]);
    expect(mistakesOf(multipart)).toEqual([
      ['malformed multipart body', 400, undefined],
      ['wrong field', 400, '/meta'],
      ['wrong media type', 415, undefined],
      ['large body', 413, undefined],
    ]);
  });

  it('are none where anything goes', () => {
    expect(mistakesOf({ '*/*': { schema: binary } })).toEqual([['large body', 413, undefined]]);
  });
});

describe('a service that takes everything', () => {
  const content = { ...several, ...multipart, '*/*': { schema: binary } };

  it('is called as the case of each media type, by both doors', async () => {
    const model = serviceOf(bodyOf(content));
    const bodies: unknown[] = [];
    const run = (body: unknown) => {
      bodies.push(body);
    };
    expect(await wrongAnswers(await answersTo(model, { run }))).toEqual([]);
    const tagOf = (body: unknown) => (body as { tag: string }).tag;
    const tags = bodies.map(tagOf);
    const firsts = bodies.filter((_, index) => tags.indexOf(tags[index] ?? '') === index);
    const calls = typedCalls(model);
    expect(calls.map(({ arguments: given }) => given.body)).toEqual(firsts);
    expect(firsts.map(tagOf)).toHaveLength(5);
  });

  it.each(['none', 'examples'] as const)('is answered as expected, stubs: %s', async (stubs) => {
    const model = serviceOf(bodyOf(content), { stubs });
    expect(await wrongAnswers(await answersTo(model, {}))).toEqual([]);
  });
});

describe('an example in place of an answer', () => {
  const headers = {
    'X-Remaining': { required: true, schema: count },
    'X-Tags': { required: true, schema: { type: 'array', items: text, example: ['a', 'b'] } },
    'X-Note': { schema: text },
    'X-Shown': { schema: { ...text, example: 'shown' } },
  };
  const exampleOf = (response: object, status = '200') => {
    const api = apiOf({
      '/': {
        get: { operationId: 'run', responses: { [status]: { description: 'ok', ...response } } },
      },
    });
    return stubExamples(api, serviceOf(api).typed).run;
  };

  it('has the headers that it must have, or that the document shows', () => {
    expect(exampleOf({ headers, content: { 'application/json': { schema: text } } })).toEqual({
      status: 200,
      media: 'application/json',
      body: 'sample',
      headers: [
        ['X-Remaining', '1'],
        ['X-Tags', 'a,b'],
        ['X-Shown', 'shown'],
      ],
    });
    expect(exampleOf({ headers: { 'X-Remaining': headers['X-Remaining'] } }, '204')).toEqual({
      ...{ status: 204, headers: [['X-Remaining', '1']] },
    });
  });

  it('is bytes where the answer is', () => {
    const image = { 'image/png': { schema: binary } };
    const bodyBase64 = Buffer.from('sample').toString('base64');
    expect(exampleOf({ content: image })).toEqual({ status: 200, media: 'image/png', bodyBase64 });
  });

  it('redirects somewhere', () => {
    const uri = { type: 'string', format: 'uri', example: 'https://example.com/new' };
    expect(exampleOf({ headers: { Location: { schema: uri } } }, '302')).toEqual({
      ...{ status: 302, headers: [['location', 'https://example.com/new']] },
    });
    expect(exampleOf({}, '302')?.headers?.[0]?.[0]).toBe('location');
  });
});
