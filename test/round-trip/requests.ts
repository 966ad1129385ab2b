import type { ParamCode, RouteCode, TypeCode } from '../../src/runtime/table.ts';
import type { TypedApi } from '../../src/wit/typed-api.ts';
import { type Codecs, compileTypes } from '../../templates/runtime/codec.ts';
import { createHandler, type Handler } from '../../templates/runtime/handler.ts';
import { stringifyJson } from '../../templates/runtime/json.ts';
import { seeded } from '../runtime/arbitrary.ts';
import { Attempts } from './attempts.ts';
import { flatten } from './flat-schema.ts';
import type { RawOperation, RawPayload } from './operations.ts';
import { entriesOf, isRaw, type Raw, type RawDocument } from './raw-document.ts';
import { type Fill, type Place, Sampler } from './sample.ts';
import type { Tally } from './tally.ts';
import {
  BOUNDARY,
  concreteMedia,
  scalarText,
  Unwritable,
  writeCookie,
  writeForm,
  writeMultipart,
  writePairs,
  writePath,
  writeSimple,
} from './write-request.ts';

/** A request with the values that the function should get for it. */
interface Sent {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly values: ReadonlyMap<string, unknown>;
}

/** Calls the operations of one document over HTTP, and looks at what arrives. */
export class Requests {
  readonly problems: string[] = [];
  readonly #document: RawDocument;
  readonly #api: TypedApi;
  readonly #attempts: Attempts;
  readonly #codecs: Codecs;
  readonly #tally: Tally;
  readonly #random = seeded(5);
  readonly #handler: Handler;
  #called: { readonly id: string; readonly args: readonly unknown[] } | undefined;

  constructor(document: RawDocument, api: TypedApi, tally: Tally) {
    this.#document = document;
    this.#api = api;
    this.#attempts = new Attempts(document, new Sampler(document, seeded(6)), tally);
    this.#codecs = compileTypes(api.table.types);
    this.#tally = tally;
    const call =
      (id: string) =>
      (...args: unknown[]) => {
        this.#called = { id, args };
      };
    const { routes } = api.table;
    this.#handler = createHandler(
      api.table,
      Object.fromEntries(routes.map(({ id }) => [id, call(id)])),
      { maxBodyBytes: 2 ** 24 },
    );
  }

  /** Sends a request for each form of the body, and compares what arrives. */
  async request(operation: RawOperation): Promise<void> {
    const bodies = operation.bodies.length === 0 ? [undefined] : operation.bodies;
    for (const body of bodies) {
      for (const fill of ['least', 'most', 'some'] as const) {
        const sent = this.#attempts.make(operation.pointer, () =>
          this.#sent(operation, body, fill),
        );
        if (sent === undefined) continue;
        this.#tally.add(`requests${body === undefined ? '' : ` with a ${body.code.format} body`}`);
        const response = await this.#fetch(operation.route, sent);
        const problem = this.#arrived(operation, body, sent) ?? '';
        const refused = this.#called === undefined ? await response.text() : '';
        if (problem + refused !== '') this.#problem(operation, `${problem} ${refused}`, sent);
      }
    }
  }

  #sent({ route, parameters }: RawOperation, body: RawPayload | undefined, fill: Fill): Sent {
    const values = new Map<string, unknown>();
    const written = {
      path: new Map<string, string>(),
      query: [] as string[],
      spread: 0,
      cookies: [] as string[],
    };
    const headers = new Headers();
    for (const { raw, code } of parameters) {
      if (code.optional && (fill === 'least' || this.#random() < 0.3)) continue;
      const value = this.#parameterValue(raw, code, fill, route);
      if (value === undefined) continue;
      values.set(code.js, value);
      const sent = code.json ? stringifyJson(value) : value;
      const how = code.json ? { name: code.name } : { ...raw, name: code.name };
      if (code.in === 'path') written.path.set(code.name, writePath(how, sent));
      else if (code.in === 'query') {
        written.spread += isSpread(how, sent) ? 1 : 0;
        if (written.spread > 1) throw new Unwritable('two objects that share the query');
        written.query.push(...writePairs(how, sent).map((pair) => pair.join('=')));
      } else if (code.in === 'cookie') written.cookies.push(writeCookie(how, sent));
      else headers.set(code.name, writeSimple(sent, raw.explode === true));
    }
    if (written.cookies.length > 0) headers.set('cookie', written.cookies.join('; '));
    const text = body === undefined ? undefined : this.#body(body, fill, headers, values, route);
    return {
      url: urlOf(route, written.path, written.query),
      headers,
      body: text,
      values,
    };
  }

  #parameterValue(raw: Raw, code: ParamCode, fill: Fill, { path }: RouteCode): unknown {
    const content = entriesOf(raw.content)[0]?.[1];
    const schema = isRaw(content) ? content.schema : raw.schema;
    if (code.json) return this.#attempts.sample(schema, 'least', 'json');
    const place = isPartOfSegment(code, path) ? 'part' : PLACES[code.in];
    return this.#attempts.sample(schema, fill, place);
  }

  #body(
    { code, media }: RawPayload,
    fill: Fill,
    headers: Headers,
    values: Map<string, unknown>,
    { body }: RouteCode,
  ): string {
    const js = body?.js ?? 'body';
    const { format } = code;
    const type = concreteMedia(code.media, format);
    headers.set('content-type', format === 'multipart' ? `${type}; boundary="${BOUNDARY}"` : type);
    if (format === 'text' || format === 'bytes' || format === 'content') {
      values.set(js, 'some text');
      return 'some text';
    }
    const value = this.#attempts.sample(media.schema, fill, format === 'json' ? 'json' : 'form');
    values.set(js, value);
    if (format === 'json') return stringifyJson(value);
    if (!isRaw(value)) throw new Unwritable('a form that is no object');
    if (format === 'form') return writeForm(value, isRaw(media.encoding) ? media.encoding : {});
    const { properties } = flatten(this.#document, [media.schema]);
    return writeMultipart(value, (name) => this.#isFile(properties.get(name) ?? []));
  }

  #isFile(schemas: readonly unknown[]): boolean {
    const flat = flatten(this.#document, schemas);
    return [flat, flatten(this.#document, flat.items)].some(
      ({ keywords }) => keywords.format === 'binary',
    );
  }

  async #fetch({ method }: RouteCode, { url, headers, body }: Sent): Promise<Response> {
    this.#called = undefined;
    const request = new Request(url, { method: 'POST', headers, body: body ?? null });
    // Node makes no TRACE, and no GET with a body.
    Object.defineProperty(request, 'method', { value: method });
    return this.#handler.fetch(request);
  }

  /** What is wrong with what the function got; undefined when nothing is. */
  #arrived(
    { route, parameters }: RawOperation,
    body: RawPayload | undefined,
    { values, url }: Sent,
  ) {
    if (this.#called === undefined) return 'refused:';
    const { id, args } = this.#called;
    if (id !== route.id) return alsoAsks(this.#api, id, url) ? undefined : `${id} was called`;
    const byName = namedArguments(route, args);
    for (const { code } of parameters) {
      const value = byName.get(code.js);
      if (value === undefined && !values.has(code.js)) continue;
      const got = this.#codecs.encode(code.type, value);
      const sent = values.get(code.js);
      if (!sameText(code.json ? this.#decoded(code.type, sent) : sent, got))
        return `${code.name} became ${stringifyJson(got)}`;
    }
    if (body === undefined || route.body === undefined) return undefined;
    const { format, type = 'json' } = body.code;
    const got = contentOf(byName.get(route.body.js), body, (value) =>
      this.#codecs.encode(type, value),
    );
    const sent = values.get(route.body.js);
    // What JSON comes to is not the question here.
    const wanted =
      format === 'json' ? this.#codecs.encode(type, this.#codecs.decode(type, sent)) : sent;
    return sameText(wanted, got) ? undefined : `the body became ${stringifyJson(got)}`;
  }

  /** What JSON comes to is not the question here. */
  #decoded(type: TypeCode, json: unknown): unknown {
    return this.#codecs.encode(type, this.#codecs.decode(type, json));
  }

  #problem({ route, pointer }: RawOperation, problem: string, sent: Sent): void {
    const { url, body } = sent;
    const headers = JSON.stringify(Object.fromEntries(sent.headers));
    const text = `${pointer}: ${problem} ${route.method} ${url} ${headers} ${body ?? ''}`;
    this.problems.push(text.slice(0, 800));
  }
}

const PLACES: Readonly<Record<ParamCode['in'], Place>> = {
  path: 'path',
  query: 'form',
  header: 'header',
  cookie: 'header',
};

/** `/export.{format}`: what is beside it would be read as part of it. */
function isPartOfSegment({ name, in: place }: ParamCode, path: string): boolean {
  return place === 'path' && !path.split('/').includes(`{${name}}`);
}

function urlOf({ path }: RouteCode, values: ReadonlyMap<string, string>, query: readonly string[]) {
  const filled = path.replace(/\{([^{}]*)\}/gu, (_, name) => values.get(name) ?? 'x');
  const [target = '', fragment] = filled.split('#');
  const joined = [target, ...query].join('&').replace('&', target.includes('?') ? '&' : '?');
  return `http://localhost${query.length === 0 ? target : joined}${fragment === undefined ? '' : '#'}`;
}

/** Whether the request is one of the other operation too: `/pets/{id}` and `/pets/mine`. */
function alsoAsks({ table }: TypedApi, id: string, url: string): boolean {
  const template = table.routes.find((route) => route.id === id)?.path ?? '';
  const literals = template
    .split(/\{[^{}]*\}/u)
    .map((text) => text.replace(/[.*+?^$()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^http://localhost${literals.join('[^/]*')}(?:[?].*)?$`, 'u').test(url);
}

/** What is spread over the query has everything that isn't another parameter's own. */
function isSpread({ style = 'form', explode = style === 'form' }: Raw, value: unknown): boolean {
  return style === 'form' && explode === true && isRaw(value);
}

function namedArguments({ params, body, call }: RouteCode, args: readonly unknown[]) {
  if (call === 'record') return new Map(Object.entries(args[0] as object));
  const names = [...params.map(({ js }) => js), ...(body ? [body.js] : [])];
  return new Map(names.map((name, index) => [name, args[index]]));
}

/** What a body is as JSON; a file is its text. */
function contentOf(value: unknown, { code, tag }: RawPayload, encode: (value: unknown) => unknown) {
  const content =
    tag === undefined ? value : isRaw(value) && value.tag === tag ? value.val : undefined;
  if (code.format === 'text') return content;
  if (code.format === 'bytes') return textOf(content);
  if (code.format === 'content') return isRaw(content) ? textOf(content.data) : content;
  return encode(content);
}

function textOf(bytes: unknown): unknown {
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : bytes;
}

/** Whether what arrived is what was sent as text: a value without a type of its own is that text. */
function sameText(sent: unknown, got: unknown): boolean {
  if (isRaw(got) && got.data instanceof Uint8Array) return textOf(got.data) === scalarText(sent);
  if (Array.isArray(sent) && Array.isArray(got)) {
    return sent.length === got.length && sent.every((item, index) => sameText(item, got[index]));
  }
  if (isRaw(sent) && isRaw(got)) {
    const names = new Set([...Object.keys(sent), ...Object.keys(got)]);
    return [...names].every((name) => sameText(sent[name], got[name]));
  }
  if (typeof sent === 'object' && sent !== null && typeof got === 'string') {
    return stringifyJson(sent) === got;
  }
  return sent === got || String(sent) === String(got);
}
