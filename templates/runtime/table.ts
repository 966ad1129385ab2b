/**
 * The codec table: how JSON and HTTP turn into WIT values (as JavaScript sees them) and back.
 *
 * It is data (JSON), so that the same table is printed into the emitted project, drives the runtime
 * (`templates/runtime/`) and is used by the smoke test and the round-trip tests of this package.
 * JavaScript shapes of WIT values: jco docs, `wit-type-representations` (facts: openapi-to-wit §2 "JS shapes").
 */

/** Named types, by JavaScript type name (`Order`). */
export type TypeTable = Readonly<Record<string, TypeCode>>;

export type TypeCode =
  | ScalarCode
  /** A name in the TypeTable. */
  | { readonly ref: string }
  | { readonly list: TypeCode; readonly min?: number; readonly max?: number }
  /** JSON object ⇄ `list<tuple<string, T>>`. */
  | { readonly map: TypeCode }
  /** A JSON array of exactly these items ⇄ tuple. */
  | { readonly tuple: readonly TypeCode[] }
  /**
   * `fixed`: properties that have one value and no field; required in JSON, and written before the others. `extra`: JS
   * field that holds other properties, and their type.
   */
  | {
      readonly record: readonly FieldCode[];
      readonly fixed?: readonly (readonly [wire: string, value: Constant])[];
      readonly extra?: { readonly js: string; readonly type: TypeCode };
    }
  /** One JSON value or another ⇄ `{ tag, val }`. `by` tells from the JSON which case it is. */
  | { readonly variant: readonly VariantCaseCode[]; readonly by: SelectorCode }
  /** `[label, wire]` per case, in WIT order: a JS value is the label, the JSON value is the wire string. */
  | { readonly enum: readonly (readonly [label: string, wire: string])[] }
  /** The only JSON value that there is ⇄ `undefined`: of a case without payload. */
  | { readonly constant: Constant | EmptyObject }
  /** `null` ⇄ `undefined`. Only for nullable list items, map values and payloads; fields use FieldCode flags. */
  | { readonly nullable: TypeCode };

export type Constant = string | number | boolean;

/** `{}`, which stands for any object that has nothing of interest. */
export type EmptyObject = Readonly<Record<string, never>>;

export interface VariantCaseCode {
  /** WIT label of the case. */
  readonly tag: string;
  readonly type: TypeCode;
}

/** How JSON values are told apart; a tree whose leaves are indexes of cases. */
export type SelectorCode =
  /** The index of a case. */
  | number
  /** By the value of a property. `other`: for a value that is not listed, or when the property is not there. */
  | {
      readonly property: string;
      readonly values: readonly (readonly [wire: Constant, then: SelectorCode])[];
      readonly other?: SelectorCode;
    }
  /** By JSON type. An integer is a `number`; `null` is never asked about. */
  | { readonly types: Readonly<Partial<Record<JsonType, SelectorCode>>> }
  /** By the properties that are there: the first entry all of whose keys are. `other`: when none fits. */
  | {
      readonly keys: readonly (readonly [keys: readonly string[], then: SelectorCode])[];
      readonly other?: SelectorCode;
    }
  /** By the string itself. `other`: for one that is not listed. */
  | {
      readonly strings: readonly (readonly [value: string, then: SelectorCode])[];
      readonly other?: SelectorCode;
    };

export type JsonType = 'string' | 'number' | 'boolean' | 'array' | 'object';

export type ScalarCode = ScalarName | ScalarWithBounds;

export type ScalarName =
  | 'bool'
  | 's8'
  | 's16'
  | 's32'
  | 'u8'
  | 'u16'
  | 'u32'
  /** BigInt in JavaScript. */
  | 's64'
  /** BigInt in JavaScript. */
  | 'u64'
  | 'f64'
  | 'string'
  /** Any JSON value, carried as JSON text (`type json = string`). */
  | 'json'
  /** `list<u8>`, base64 in JSON: Uint8Array in JavaScript. */
  | 'bytes'
  /**
   * A part of a `multipart` body as it came, `record file-part { name, content-type, data }`:
   * `{ name?, contentType?, data: Uint8Array }`. Only as a field of such a body, or in a list there.
   */
  | 'file';

/**
 * A number or string with the document's own limits; checked on the way in, not on the way out. Lengths are in code
 * points.
 */
export interface ScalarWithBounds {
  readonly scalar: ScalarName;
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** The only values that are allowed. */
  readonly values?: readonly Constant[];
}

export interface FieldCode {
  /** JavaScript name of the field (camelCase of the WIT label). */
  readonly js: string;
  /** JSON property name, verbatim. */
  readonly wire: string;
  readonly type: TypeCode;
  /** May be absent: WIT `option`, JS `undefined`; absent on write when undefined. */
  readonly optional?: true;
  /**
   * May be null: WIT `option`, JS `undefined`; written as `null` when undefined, unless also optional (then absent).
   */
  readonly nullable?: true;
  /**
   * Together with `optional` and `nullable`: absent and null are told apart. WIT `option<option<T>>`, in JavaScript
   * `{ tag: 'none' }` when absent, `{ tag: 'some', val }` with `undefined` for null.
   */
  readonly triState?: true;
}

/** One operation, as the adapter serves it. */
export interface RouteCode {
  /** JavaScript name of the operation's function, unique in the service: `getOrder`. */
  readonly id: string;
  readonly method: string;
  /** Full path template, base path included: `/v1/orders/{id}`. */
  readonly path: string;
  readonly params: readonly ParamCode[];
  readonly body?: BodyCode;
  /**
   * `record`: the function takes one object with the params' `js` names (and `body`); else positional: params in order,
   * then body.
   */
  readonly call: 'positional' | 'record';
  readonly ok: ResultCode;
  readonly errors: readonly ErrorCode[];
}

export interface ParamCode {
  readonly js: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  /** Wire name. */
  readonly name: string;
  readonly type: TypeCode;
  readonly optional?: true;
  /** Defaults: `simple` in path and header, `form` in query and cookie. */
  readonly style?: string;
  /** Only when it differs from the default of its style (`form`: true, others: false). */
  readonly explode?: boolean;
  /** The value is JSON text. */
  readonly json?: true;
}

export interface BodyCode {
  readonly js: string;
  /** The request may have no body: `undefined`. */
  readonly optional?: true;
  readonly as: ContentCode;
}

/**
 * One form of content, or several with different types: `{ tag, val }`, the tag by media type. In a request the case is
 * the one that names the media type, else the one that JSON fits, else the one whose range it is in.
 */
export type ContentCode =
  | PayloadCode
  | { readonly cases: readonly (readonly [tag: string, payload: PayloadCode])[] };

/**
 * How a body's bytes become a value.
 *
 * - `json`, `form` (url-encoded), `multipart` (`multipart/form-data`): by `type`, of the last two a record or a map.
 * - `text` ⇄ string, `bytes` ⇄ Uint8Array (`list<u8>`): without `type`.
 * - `content`: bytes of one of several media types, `record content { media-type, data }` ⇄ `{ mediaType, data }`, the
 *   whole `content-type` header with its parameters.
 */
export interface PayloadCode {
  /** Media type, or a range (`image/*`): what is accepted and what is answered. */
  readonly media: string;
  readonly format: 'json' | 'form' | 'multipart' | 'text' | 'bytes' | 'content';
  readonly type?: TypeCode;
  /** Of `form` and `multipart`, by property; absent ones have the defaults. */
  readonly parts?: Readonly<Record<string, PartCode>>;
  /** Of `content`: the media types (or ranges) it may have. */
  readonly accepts?: readonly string[];
  /** Of a request: other media types that are read into the same type. */
  readonly also?: readonly Pick<PayloadCode, 'media' | 'format' | 'parts'>[];
}

/**
 * How a property is written in a form (OAS 3.1.1, Encoding Object). Defaults: arrays `form` and exploded, in multipart
 * one part an item; objects, and arrays of objects, as JSON text.
 */
export interface PartCode {
  readonly style?: string;
  readonly explode?: boolean;
  readonly json?: true;
}

export type ResultCode =
  /** One success status: the function returns the payload itself (undefined without one). */
  | ({ readonly kind: 'one' } & CaseCode)
  /** Several: the function returns `{ tag, val }`. */
  | { readonly kind: 'variant'; readonly cases: Readonly<Record<string, CaseCode>> }
  /** The document has no success response: returns `{ status, body }`, body JSON text or undefined. */
  | { readonly kind: 'reply' };

export interface CaseCode extends AnswerCode {
  readonly status: number;
  /** A redirect with no content and no documented header but this: the value is the `location` header itself. */
  readonly location?: true;
}

export interface AnswerCode {
  readonly payload?: ContentCode;
  /** With headers the value is a record: theirs by `js`, and the payload, if any, as `body`. */
  readonly headers?: readonly HeaderCode[];
}

export interface HeaderCode {
  readonly js: string;
  /** Wire name, verbatim. */
  readonly name: string;
  readonly type: TypeCode;
  readonly optional?: true;
  /** Style `simple` is the only one; with this an object is written as `k=v` pairs. */
  readonly explode?: true;
  /** The value is JSON text. */
  readonly json?: true;
}

/** A case of the function's error variant: thrown as `{ tag, val }`. */
export type ErrorCode =
  | ({ readonly tag: string; readonly status: number } & AnswerCode)
  /** `4XX`, `default`: val is `[status, value]` (or the status alone when there is no value). */
  | ({ readonly tag: string; readonly status: 'any' } & AnswerCode);
// Every error variant also has the case `other(tuple<u16, string>)`: status and detail of a problem+json. It is not in
// the table.

/** Everything the runtime needs. */
export interface ServiceTable {
  readonly types: TypeTable;
  readonly routes: readonly RouteCode[];
}

/** What an operation that is not written yet answers, by route id: an example from the document. */
export type Examples = Readonly<Record<string, ExampleCode>>;

export interface ExampleCode {
  readonly status: number;
  /** With a body. */
  readonly media?: string;
  /** A string for a text media type, else what becomes JSON. */
  readonly body?: unknown;
  /** In place of `body`, for bytes. */
  readonly bodyBase64?: string;
  readonly headers?: readonly (readonly [name: string, value: string])[];
}
