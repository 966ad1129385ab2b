/**
 * What an operation exchanges, as the document writes it, beside what the codec table makes of it.
 */
import { mediaName } from '../../src/openapi/media.ts';
import type { Pointer } from '../../src/openapi/model.ts';
import type {
  AnswerCode,
  ContentCode,
  ParamCode,
  PayloadCode,
  RouteCode,
} from '../../src/runtime/table.ts';
import type { TypedApi } from '../../src/wit/typed-api.ts';
import { entriesOf, isRaw, itemsOf, type Raw, type RawDocument } from './raw-document.ts';

export interface RawOperation {
  readonly pointer: Pointer;
  readonly route: RouteCode;
  readonly raw: Raw;
  readonly parameters: readonly RawParameter[];
  readonly bodies: readonly RawPayload[];
  readonly answers: readonly RawAnswer[];
}

export interface RawParameter {
  readonly raw: Raw;
  readonly code: ParamCode;
}

/** One media type of a body or response. */
export interface RawPayload {
  /** For messages: `#/paths/~1a/post body application/json`. */
  readonly name: string;
  readonly media: Raw;
  readonly code: PayloadCode;
  /** The case of a body or content of several. */
  readonly tag: string | undefined;
}

export interface RawAnswer {
  readonly status: string;
  readonly raw: Raw;
  /** The case of the result or error; undefined when there is but one result. */
  readonly tag: string | undefined;
  readonly isError: boolean;
  readonly code: AnswerCode & { readonly status: number | 'any'; readonly location?: true };
  readonly payloads: readonly RawPayload[];
}

/** All operations of an API, with their parts of the document. */
export function rawOperations(document: RawDocument, api: TypedApi): readonly RawOperation[] {
  return api.interfaces.flatMap(({ functions }) =>
    functions.map(({ pointer, route }) => {
      const raw = asRaw(document.at(pointer));
      return {
        pointer,
        route,
        raw,
        parameters: parametersOf(document, pointer, raw, route),
        bodies: bodiesOf(document, pointer, raw, route),
        answers: answersOf(document, pointer, raw, route),
      };
    }),
  );
}

function parametersOf(
  document: RawDocument,
  pointer: Pointer,
  raw: Raw,
  { params }: RouteCode,
): readonly RawParameter[] {
  const item = asRaw(document.at(pointer.slice(0, pointer.lastIndexOf('/'))));
  const all = [...itemsOf(raw.parameters), ...itemsOf(item.parameters)].map((one) =>
    asRaw(document.resolve(one)),
  );
  return params.flatMap((code) => {
    const found = all.find((one) => isParameter(one, code, pointer));
    return found === undefined ? [] : [{ raw: found, code }];
  });
}

/** `/export?name={id}` has a path parameter `id` that is in the query, as `name`. */
function isParameter(raw: Raw, code: ParamCode, pointer: Pointer): boolean {
  if (code.in === raw.in) return code.name === raw.name;
  if (code.in !== 'query' || raw.in !== 'path') return false;
  return pointer.includes(`${code.name}={${raw.name}}`);
}

function bodiesOf(document: RawDocument, pointer: Pointer, raw: Raw, { body }: RouteCode) {
  if (body === undefined) return [];
  const { content } = asRaw(document.resolve(raw.requestBody));
  return payloadsOf(document, `${pointer} body`, content, body.as);
}

/** Each form of content that the table has, with what the document says of its media type. */
function payloadsOf(
  document: RawDocument,
  name: string,
  content: unknown,
  code: ContentCode,
): readonly RawPayload[] {
  const cases: readonly (readonly [string | undefined, PayloadCode])[] =
    'cases' in code ? code.cases : [[undefined, code]];
  return cases.flatMap(([tag, payload]) => {
    const twins = (payload.also ?? []).map((twin) => ({ ...payload, ...twin, also: [] }));
    return [payload, ...twins].flatMap((one) => {
      const found = entriesOf(content).find(([key]) => answers(key, one));
      if (found === undefined) return [];
      return [
        { name: `${name} ${found[0]}`, media: asRaw(document.resolve(found[1])), code: one, tag },
      ];
    });
  });
}

/** Whether the table's media type is this one of the document; one that is a range is served as a concrete one. */
function answers(key: string, { media, accepts }: PayloadCode): boolean {
  const name = mediaName(key);
  return name === media || accepts?.includes(name) === true || name.includes('*');
}

function answersOf(document: RawDocument, pointer: Pointer, raw: Raw, route: RouteCode) {
  return entriesOf(raw.responses).flatMap(([key, entry]): RawAnswer[] => {
    const status = key.toUpperCase();
    const found = caseOf(route, status);
    if (found === undefined) return [];
    const response = asRaw(document.resolve(entry));
    const { payload } = found.code;
    const name = `${pointer} response ${key}`;
    const payloads =
      payload === undefined ? [] : payloadsOf(document, name, response.content, payload);
    return [{ ...found, status, raw: response, payloads }];
  });
}

const RANGES: ReadonlyMap<string, string> = new Map([
  ['2XX', 'success'],
  ['3XX', 'redirect'],
  ['4XX', 'client-error'],
  ['5XX', 'server-error'],
  ['DEFAULT', 'default'],
]);

function caseOf(
  { ok, errors }: RouteCode,
  status: string,
): Pick<RawAnswer, 'tag' | 'code' | 'isError'> | undefined {
  const tag = RANGES.get(status);
  const isThis = (name: string, code: { readonly status: number | 'any' }) =>
    tag === undefined ? code.status === Number(status) : name === tag;
  const error = errors.find((one) => isThis(one.tag, one));
  if (error !== undefined) return { tag: error.tag, code: error, isError: true };
  if (!/^[23]/u.test(status)) return undefined;
  if (ok.kind === 'one') return { tag: undefined, code: ok, isError: false };
  if (ok.kind === 'reply') return undefined;
  const success = Object.entries(ok.cases).find(([name, code]) => isThis(name, code));
  return success && { tag: success[0], code: success[1], isError: false };
}

function asRaw(value: unknown): Raw {
  return isRaw(value) ? value : {};
}
