import type { HeaderCode, RouteCode } from '../../src/runtime/table.ts';
import type { TypedApi } from '../../src/wit/typed-api.ts';
import { type Codecs, compileTypes } from '../../templates/runtime/codec.ts';
import { createHandler, type Handler } from '../../templates/runtime/handler.ts';
import { parseJson, stringifyJson } from '../../templates/runtime/json.ts';
import { seeded } from '../runtime/arbitrary.ts';
import { Attempts } from './attempts.ts';
import type { RawAnswer, RawOperation, RawPayload } from './operations.ts';
import { entriesOf, isRaw, type Raw, type RawDocument } from './raw-document.ts';
import { type Fill, Sampler } from './sample.ts';
import type { Tally } from './tally.ts';
import { concreteMedia, scalarText, writeSimple } from './write-request.ts';

/** What the function returns or throws, and what the client should see. */
interface Outcome {
  readonly value: unknown;
  readonly isError: boolean;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly isJson: boolean;
  readonly body: { readonly media: string; readonly text: string } | undefined;
}

/** Returns each documented answer from each operation of one document, and looks at what comes over HTTP. */
export class Answers {
  readonly problems: string[] = [];
  readonly #codecs: Codecs;
  readonly #attempts: Attempts;
  readonly #tally: Tally;
  readonly #handler: Handler;
  #outcome: Outcome | undefined;

  constructor(document: RawDocument, { table }: TypedApi, tally: Tally) {
    this.#codecs = compileTypes(table.types);
    this.#attempts = new Attempts(document, new Sampler(document, seeded(7)), tally);
    this.#tally = tally;
    const answer = () => {
      if (this.#outcome?.isError) throw this.#outcome.value;
      return this.#outcome?.value;
    };
    // How requests are read is not the question here.
    const routes = table.routes.map(({ body: _body, ...route }, index) => ({
      ...route,
      ...{ path: `/${index}`, params: [], call: 'positional' as const },
    }));
    const service = Object.fromEntries(routes.map(({ id }) => [id, answer]));
    this.#handler = createHandler({ ...table, routes }, service);
  }

  async answer({ answers, route, pointer }: RawOperation, index: number): Promise<void> {
    for (const answer of answers) {
      const forms = answer.payloads.length === 0 ? [undefined] : answer.payloads;
      for (const form of forms) {
        if (form?.code.format === 'form' || form?.code.format === 'multipart') {
          this.#tally.add('answers that are forms: only test/runtime writes them');
          continue;
        }
        const fill: Fill = form === undefined ? 'least' : 'some';
        const made = this.#attempts.make(pointer, () => this.#make(answer, form, fill));
        if (made === undefined) continue;
        this.#tally.add(`answers${form === undefined ? '' : ` of ${form.code.format}`}`);
        this.#outcome = made;
        const problem = await this.#problem(route, index, made);
        if (problem !== undefined) this.problems.push(`${pointer} ${answer.status}: ${problem}`);
      }
    }
  }

  #make(answer: RawAnswer, form: RawPayload | undefined, fill: Fill): Outcome {
    const { code, raw, isError, tag } = answer;
    const status = code.status === 'any' ? statusOf(answer.status) : code.status;
    const headers = new Map<string, string>();
    const content = this.#content(form, fill);
    let val = content?.value;
    if (code.location) {
      headers.set('location', '/elsewhere');
      val = '/elsewhere';
    } else if (code.headers !== undefined) {
      val = { ...this.#headers(raw, code.headers, headers), ...(content && { body: val }) };
    }
    const isBare = form === undefined && code.headers === undefined;
    if (code.status === 'any') val = isBare ? status : [status, val];
    const value = tag === undefined ? val : { tag, val };
    const isJson = form?.code.format === 'json';
    return { value, isError, isJson, status, headers, body: content?.body };
  }

  #content(form: RawPayload | undefined, fill: Fill) {
    if (form === undefined) return undefined;
    const { code, media, tag } = form;
    const tagged = (value: unknown) => (tag === undefined ? value : { tag, val: value });
    if (code.format === 'json') {
      const json = this.#attempts.sample(media.schema, fill, 'json');
      const value = this.#codecs.decode(code.type ?? 'json', json);
      const text = stringifyJson(this.#codecs.encode(code.type ?? 'json', value));
      return {
        value: tagged(value),
        body: { media: concreteMedia(code.media, 'json'), text },
      };
    }
    const text = 'some text';
    const data = new TextEncoder().encode(text);
    const type =
      code.format === 'text' && code.media.includes('*')
        ? 'text/plain'
        : concreteMedia(code.media, code.format);
    const body = { media: type, text };
    if (code.format === 'text') return { value: tagged(text), body };
    const value = code.format === 'content' ? { mediaType: type, data } : data;
    return { value: tagged(value), body };
  }

  /** The record of the headers; what is sent for each goes into `sent`. */
  #headers(raw: Raw, codes: readonly HeaderCode[], sent: Map<string, string>): object {
    const documented = new Map(entriesOf(raw.headers));
    const values = codes.flatMap((code): [string, unknown][] => {
      const header = this.#attempts.resolve(documented.get(code.name));
      if (code.optional && sent.size % 2 === 1) return [];
      const content = entriesOf(header.content)[0]?.[1];
      const schema = isRaw(content) ? content.schema : header.schema;
      const json = this.#attempts.sample(schema, 'some', code.json ? 'json' : 'header');
      const text = code.json ? stringifyJson(json) : writeSimple(json, code.explode === true);
      sent.set(code.name.toLowerCase(), text);
      const isText = code.type === 'string' && typeof json !== 'string';
      return [[code.js, this.#codecs.decode(code.type, isText ? scalarText(json) : json)]];
    });
    return Object.fromEntries(values);
  }

  async #problem(
    { method }: RouteCode,
    index: number,
    wanted: Outcome,
  ): Promise<string | undefined> {
    const request = new Request(`http://localhost/${index}`, { method: 'POST' });
    Object.defineProperty(request, 'method', { value: method });
    const response = await this.#handler.fetch(request);
    const text = await response.text();
    if (response.status !== wanted.status) return `status ${response.status}: ${text}`;
    for (const [name, value] of wanted.headers) {
      const got = response.headers.get(name);
      if (got !== value) return `header ${name} is ${got}, not ${value}`;
    }
    if (wanted.body === undefined) return text === '' ? undefined : `has a body: ${text}`;
    const type = response.headers.get('content-type') ?? '';
    const { media, text: sent } = wanted.body;
    if (!type.startsWith(media)) return `content-type ${type}, not ${media}`;
    const isSame = wanted.isJson
      ? stringifyJson(parseJson(text)) === stringifyJson(parseJson(sent))
      : text === sent;
    return isSame ? undefined : `the body is ${text}, not ${sent}`;
  }
}

function statusOf(documented: string): number {
  return documented === 'DEFAULT' ? 500 : Number(documented.replace('XX', '18'));
}
