import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SampleRequest } from '../../src/smoke/samples/contract.ts';
import { send } from '../../src/smoke/send.ts';
import {
  ComponentError,
  type Remote,
  type ServedComponent,
  serveComponent,
} from '../../templates/node/component-host.ts';
import { writeMultipart } from '../../templates/runtime/write-multipart.ts';
import { announceMissing, mustRun, type Served, wasmtime } from './support/hosts.ts';
import { buildWrittenPhotos } from './support/written-project.ts';

// A service of forms, files, several media types and headers (test/fixtures/written-photos): what goes through its
// component, to the last byte.
announceMissing();

let project: string;
let served: ServedComponent;

beforeAll(async () => {
  project = await buildWrittenPhotos();
  served = await serveComponent(join(project, 'dist', 'photos.wasm'));
});

afterAll(() => served?.close());

type Sent = Partial<SampleRequest> & { readonly type?: string };

function requestOf(sent: string, { type, ...more }: Sent = {}): SampleRequest {
  const [method = '', path = ''] = sent.split(' ');
  const headers = type === undefined ? {} : { 'content-type': type };
  return { check: '', method, path, headers, expected: [], ...more };
}

interface Answer {
  readonly status: number;
  readonly 'content-type'?: string | undefined;
  readonly body: string;
}

/** What the service decides; bytes in Latin-1, which has all of them. */
async function answerOf(url: string, request: SampleRequest): Promise<Answer> {
  const { status, headers, body } = await send(url, request);
  const { 'content-length': _length, date: _date, connection, ...others } = headers;
  const { 'keep-alive': _alive, 'transfer-encoding': _coding, ...own } = others;
  return { status, ...own, body: body.toString('latin1') };
}

const utf8 = (text: string) => Buffer.from(text).toString('latin1');
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

const form = 'application/x-www-form-urlencoded';
const patch = 'application/merge-patch+json';
const json = 'application/json';
const csv = 'text/csv;charset=utf-8';
const problem = 'application/problem+json';
const png = '\x89PNG\r\n\x1a\n\x00\xff';
const file = {
  ...{ name: 'file', filename: 'é "1".png', contentType: 'image/png' },
  data: Uint8Array.of(0, 13, 10, 45, 45, 255),
};
const text = (name: string, value: string, contentType?: string) => ({
  ...{ name, contentType, data: new TextEncoder().encode(value) },
});

function multipart(...parts: Parameters<typeof writeMultipart>[0]): Sent {
  const { type, data } = writeMultipart(parts);
  return { type, bodyBase64: base64(data) };
}

const photos = `[{"id":"sunset","title":"Sunset, \\"the red one\\"","takenAt":"2026-11-24T16:12:00Z","tags":["sky","größe"],"files":["sunset.png"]}]`;
const upload = multipart(
  file,
  text('meta', '{"title":"a","takenAt":"2026-01-31T09:30:00Z","size":9007199254740993}', json),
  text('tags', 'größe, 🫖'),
  text('tags', ''),
  { ...file, name: 'extras', filename: undefined, contentType: undefined },
  { ...file, name: 'unknown' },
);

const exchanges: [sent: string, sent: Sent, answer: object][] = [
  [
    'POST /sessions',
    { type: form, body: 'name=Ad%C3%A9+L&password=pass+word%261&remember=true&days=1,5' },
    {
      ...{ status: 200, 'content-type': json, 'x-remaining': '9223372036854775807' },
      'set-cookie': ['session=Ad%C3%A9%20L; HttpOnly; Max-Age=600', 'theme=dark, blue'],
      body: utf8('{"name":"Adé L","remember":true,"days":[1,5]}'),
    },
  ],
  [
    'POST /sessions',
    { type: `${form}; charset=UTF-8`, body: 'password=&name=a&name2=b' },
    { status: 401, 'www-authenticate': 'Form realm="photos"', 'x-remaining': '2', body: '' },
  ],
  [
    'POST /sessions',
    { type: form, body: 'name=eager&password=' },
    {
      ...{ status: 429, 'content-type': 'text/plain;charset=utf-8', 'retry-after': '30' },
      body: utf8('Später.'),
    },
  ],
  [
    'GET /photos',
    {},
    {
      ...{ status: 200, 'content-type': json, 'x-remaining': '1', 'x-page': 'number=1,of=2' },
      body: utf8(photos),
    },
  ],
  [
    'GET /photos?as=csv',
    {},
    {
      ...{ status: 200, 'content-type': csv, 'x-remaining': '1', 'x-page': 'number=1,of=2' },
      body: 'id,title\r\nsunset,"Sunset, ""the red one"""\r\n',
    },
  ],
  [
    'HEAD /photos?as=csv',
    {},
    { status: 200, 'content-type': csv, 'x-remaining': '1', 'x-page': 'number=1,of=2', body: '' },
  ],
  [
    'POST /photos',
    upload,
    {
      ...{ status: 201, 'content-type': json, location: '/photos/a' },
      body: utf8(
        '{"id":"n9007199254740993","title":"a","takenAt":"2026-01-31T09:30:00Z","tags":["größe, 🫖",""],' +
          '"files":["é \\"1\\".png image/png 0 13 10 45 45 255","? ? 0 13 10 45 45 255"]}',
      ),
    },
  ],
  [
    'PATCH /photos/sunset',
    { type: patch, body: '{"title":"x"}' },
    { status: 204, etag: '"x kept"', body: '' },
  ],
  [
    'PATCH /photos/sunset',
    { type: patch, body: '{"takenAt":null}' },
    { status: 204, etag: '"kept removed"', body: '' },
  ],
  [
    'PATCH /photos/locked',
    { type: patch, body: '{}' },
    {
      ...{ status: 423, 'content-type': 'text/plain;charset=utf-8', 'x-reason': 'locked' },
      body: 'Nicht jetzt.',
    },
  ],
  [
    'PATCH /photos/gone',
    { type: patch, body: '{}' },
    { status: 410, 'content-type': json, 'x-reason': 'gone', body: '{"why":"It is gone."}' },
  ],
  [
    'GET /photos/sunset/image',
    {},
    {
      ...{ status: 200, 'content-type': 'image/png; a=b', 'cache-control': 'max-age=60, public' },
      body: png,
    },
  ],
  [
    'PUT /photos/a/image',
    { type: 'image/webp; q=1', bodyBase64: base64(Uint8Array.of(0, 10, 255)) },
    { status: 204, body: '' },
  ],
];

describe('by HTTP', () => {
  it.each(exchanges)('%s %j', async (sent, more, answer) => {
    expect(await answerOf(served.url, requestOf(sent, more))).toEqual(answer);
  });

  const meta = text('meta', '{"title":"a"}', json);
  const cut = multipart(file, meta);
  it.each<[sent: string, more: Sent, status: number, pointer: string | undefined]>([
    ['POST /sessions', { type: form, body: 'name=a' }, 400, '#/password'],
    ['POST /sessions', { type: form, body: 'name=&password=' }, 400, '#/name'],
    ['POST /sessions', { type: form, body: 'name=a&password=&remember=yes' }, 400, '#/remember'],
    ['POST /sessions', { type: form, body: 'name=a&password=&days=1,x' }, 400, '#/days/1'],
    ['POST /sessions', { type: form, body: 'name=a&name=b&password=' }, 400, '#/name'],
    ['POST /sessions', { type: form, body: 'name=%E9&password=' }, 400, '#/name'],
    ['POST /sessions', { type: json, body: '{"name":"a","password":""}' }, 415, undefined],
    ['POST /photos', multipart(meta), 400, '#/file'],
    ['POST /photos', multipart(file, text('meta', '{"title":1}')), 400, '#/meta/title'],
    ['POST /photos', multipart(file, text('meta', '{"title":')), 400, '#/meta'],
    ['POST /photos', multipart(file, file, meta), 400, '#/file'],
    ['POST /photos', { ...cut, bodyBase64: cut.bodyBase64?.slice(0, -12) ?? '' }, 400, '#'],
    ['POST /photos', { ...cut, type: 'multipart/form-data' }, 400, '#'],
    ['PATCH /photos/a', { type: 'text/plain', body: '{}' }, 415, undefined],
    ['PUT /photos/a/image', { type: 'text/html', body: 'a' }, 415, undefined],
    ['PUT /photos/a/image', { type: 'image/gif', body: 'abc' }, 422, undefined],
    // What the service must not send: a header with a line break in it, a media type that is not its own.
    ['POST /photos', multipart(file, text('meta', '{"title":"a\\r\\nx: y"}')), 500, undefined],
    ['GET /photos/page/image', {}, 500, undefined],
  ])('%s %j is refused', async (sent, more, status, pointer) => {
    const answer = await answerOf(served.url, requestOf(sent, more));
    expect([answer.status, answer['content-type']]).toEqual([status, problem]);
    const { errors } = JSON.parse(answer.body);
    expect(errors?.[0].pointer).toBe(pointer);
  });

  it('gives the requests of its own test documented answers', async () => {
    const text = await readFile(join(project, 'test', 'requests.json'), 'utf8');
    for (const request of JSON.parse(text) as SampleRequest[]) {
      // The fixture answers made-up photos and passwords with errors that no document has to have.
      const { status } = await send(served.url, request);
      expect([...request.expected, 401, 404, 422], request.check).toContain(status);
    }
  });
});

describe('by the typed exports', () => {
  type Doors = Record<string, Record<string, (...values: unknown[]) => unknown>>;
  let doors: Remote<Doors>;

  beforeAll(async () => {
    doors = await served.instantiate<Doors>();
  });

  async function call(door: string, name: string, ...values: unknown[]): Promise<unknown> {
    const operation = doors[door]?.[name];
    if (operation === undefined) throw new Error(`the component does not export ${door}.${name}`);
    return operation(...values).catch((error: unknown) => {
      if (error instanceof ComponentError) return { thrown: error.payload };
      throw error;
    });
  }

  it('takes and gives files, contents, cases and headers as WIT values', async () => {
    const { name: _field, filename: name, contentType, data } = file;
    const extra = { name: undefined, contentType: undefined, data };
    const meta = { title: 'a', takenAt: undefined, size: 1n };
    const body = { file: { name, contentType, data }, meta, tags: undefined, extras: [extra] };
    expect(await call('photos', 'addPhoto', body)).toEqual({
      body: {
        ...{ id: 'n1', title: 'a', takenAt: undefined, tags: [] },
        files: ['é "1".png image/png 0 13 10 45 45 255', '? ? 0 13 10 45 45 255'],
      },
      location: '/photos/a',
    });
    expect(await call('photos', 'listPhotos', 'csv')).toMatchObject({
      body: { tag: 'csv', val: expect.stringContaining('sunset') },
      xRemaining: 1n,
      xPage: { number: 1, of: 2 },
    });
    expect(await call('photos', 'getImage', 'sunset')).toMatchObject({
      body: { mediaType: 'image/png; a=b', data: Uint8Array.from(Buffer.from(png, 'latin1')) },
    });
  });

  it('throws errors with their headers', async () => {
    const wrong = { name: 'a', password: 'b', remember: undefined, days: undefined };
    const val = { wwwAuthenticate: 'Form realm="photos"', xRemaining: 2n };
    expect(await call('sessions', 'postLogIn', wrong)).toEqual({
      thrown: { tag: 'unauthorized', val },
    });
    const nothing = { title: undefined, takenAt: { tag: 'none' } };
    expect(await call('photos', 'changePhoto', 'gone', nothing)).toEqual({
      thrown: {
        tag: 'default',
        val: [410, { body: { tag: 'json', val: { why: 'It is gone.' } }, xReason: 'gone' }],
      },
    });
  });

  it('does not trap on what no header can have', async () => {
    const meta = { title: 'a\nb', takenAt: undefined, size: undefined };
    const part = { name: undefined, contentType: undefined, data: new Uint8Array() };
    const body = { file: part, meta, tags: undefined, extras: undefined };
    expect(await call('photos', 'addPhoto', body)).toEqual({
      thrown: { tag: 'other', val: [500, 'internal error'] },
    });
  });
});

describe('on wasmtime', () => {
  let theirs: Served;

  beforeAll(async () => {
    if (mustRun(wasmtime)) theirs = await wasmtime.serve(join(project, 'dist', 'photos.wasm'));
  });

  afterAll(() => theirs?.close());

  it.skipIf(!mustRun(wasmtime)).each(exchanges)('%s %j is the same', async (sent, more, answer) => {
    expect(await answerOf(theirs.url, requestOf(sent, more))).toEqual(answer);
  });
});
