/**
 * ApiModel: one normal form for every API document. Readers produce it, everything after it reads nothing else.
 *
 * Schemas are a tree of `Schema` nodes; only *named* schemas (`ApiModel.schemas`) are referred to, by `ref`, and never
 * inlined: recursion and stable names both need the reference.
 */

/** JSON Pointer into the document, as a URI fragment: `#/paths/~1orders/get`. */
export type Pointer = string;

export interface ApiModel {
  readonly title: string;
  /** `info.version`, verbatim: often not semver (`v1`, `2024-01-01`). */
  readonly version: string;
  readonly description: string | undefined;
  /** Path of the first server (`/v1`, no trailing slash), `''` when there is none. */
  readonly basePath: string;
  /** What the document says about its tags, by tag. */
  readonly tags?: ReadonlyMap<string, string>;
  /** In document order. */
  readonly operations: readonly Operation[];
  /**
   * Named schemas by pointer: components in document order, then those that are referred to deeper in the document, as
   * they are met. Only those reachable from an operation.
   */
  readonly schemas: ReadonlyMap<Pointer, NamedSchema>;
  /** What the document says and this model leaves out: callbacks, webhooks, links, skipped media types … */
  readonly notes: readonly Note[];
}

export interface Note {
  readonly pointer: Pointer;
  readonly message: string;
}

export interface NamedSchema {
  readonly pointer: Pointer;
  /** The component's name, verbatim; words for a schema that is elsewhere: `Order lines item`. */
  readonly name: string;
  readonly schema: Schema;
}

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE';

export interface Operation {
  readonly pointer: Pointer;
  readonly operationId: string | undefined;
  readonly method: Method;
  /** Path template as documented, without the base path: `/orders/{id}`. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** Path-level parameters merged in; path parameters first, in template order. */
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  /** In document order. */
  readonly responses: readonly Response[];
}

export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie';

export interface Parameter {
  readonly pointer: Pointer;
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly schema: Schema;
  readonly style:
    | 'simple'
    | 'label'
    | 'matrix'
    | 'form'
    | 'spaceDelimited'
    | 'pipeDelimited'
    | 'deepObject';
  readonly explode: boolean;
  /** The value is JSON text (a `content` parameter). */
  readonly json: boolean;
  /** The document's own examples, `example` first. */
  readonly examples: readonly unknown[];
}

export interface Body {
  readonly pointer: Pointer;
  readonly required: boolean;
  readonly description: string | undefined;
  /** In document order. */
  readonly media: readonly Media[];
}

export interface Media {
  readonly pointer: Pointer;
  /** Lower case, without parameters: `application/json`. */
  readonly type: string;
  /** Absent when the document gives none. */
  readonly schema: Schema | undefined;
  readonly examples: readonly unknown[];
  /** Of form and multipart bodies, by property: how its value is written, where the document says so. */
  readonly encoding?: ReadonlyMap<string, Encoding>;
}

/** An Encoding Object (OAS 3.1.1); absent fields are the defaults of the media type. */
export interface Encoding {
  /** Lower case, verbatim lists: `image/png, image/jpeg`. */
  readonly contentType?: string;
  readonly style?: Parameter['style'];
  readonly explode?: boolean;
}

export interface Response {
  readonly pointer: Pointer;
  /** `'200'`, `'4XX'` or `'default'`. */
  readonly status: string;
  readonly description: string | undefined;
  readonly headers: readonly Header[];
  readonly media: readonly Media[];
}

export interface Header {
  readonly pointer: Pointer;
  readonly name: string;
  readonly required: boolean;
  readonly description: string | undefined;
  readonly schema: Schema;
  /** `simple` is the only style of a header. */
  readonly explode: boolean;
  /** The value is JSON text (a `content` header). */
  readonly json: boolean;
  readonly examples: readonly unknown[];
}

/** What every schema node carries, whatever its kind. */
export interface Annotations {
  readonly pointer: Pointer;
  readonly title?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  /**
   * `null` is a value (3.0 `nullable`, 3.1 `type: [T, 'null']`, `anyOf`/`oneOf` with a null member: all normalised to
   * this).
   */
  readonly nullable?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly default?: unknown;
  /** `example`, then `examples`. */
  readonly examples?: readonly unknown[];
}

export type Schema = Annotations & SchemaKind;

export type SchemaKind =
  /** The document states no type: any JSON value. `reason` is absent; nothing is lost. */
  | { readonly kind: 'any' }
  /** A named schema; `target` is a key of `ApiModel.schemas`. */
  | { readonly kind: 'ref'; readonly target: Pointer }
  /** `values`: an enum or const of them, in document order, without `null`. */
  | { readonly kind: 'boolean'; readonly values?: readonly boolean[] }
  | ({
      readonly kind: 'integer';
      readonly format?: string;
      readonly values?: readonly number[];
    } & Bounds)
  | ({
      readonly kind: 'number';
      readonly format?: string;
      readonly values?: readonly number[];
    } & Bounds)
  | {
      readonly kind: 'string';
      readonly format?: string;
      readonly minLength?: number;
      readonly maxLength?: number;
      readonly pattern?: string;
    }
  /** A string enum or const; values in document order, without duplicates and without `null`. */
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | {
      readonly kind: 'array';
      readonly items: Schema;
      readonly minItems?: number;
      readonly maxItems?: number;
    }
  /** An array of exactly these items (`prefixItems` that are all there, and nothing after them); at least one. */
  | { readonly kind: 'tuple'; readonly items: readonly Schema[] }
  /**
   * Has at least one property. `additional`: schema of other properties when the document *states* one; `closed`: there
   * are none.
   */
  | {
      readonly kind: 'object';
      readonly properties: readonly Property[];
      readonly additional?: Schema;
      readonly closed?: boolean;
    }
  /** No properties of its own, any number of `values`. */
  | { readonly kind: 'map'; readonly values: Schema }
  /** An object that the document closes and gives no property. */
  | { readonly kind: 'empty' }
  | Union
  /**
   * Typed by the document, not by us (yet): becomes `json` and is reported. `construct` is the keyword, e.g. `oneOf`.
   */
  | { readonly kind: 'untyped'; readonly construct: string; readonly reason: string };

/**
 * A value is one of the members, none of which is `null` alone: two or more, one or more of a `discriminator`. Nothing
 * says yet that they can be told apart.
 */
export interface Union {
  readonly kind: 'union';
  /**
   * `discriminator`: a schema that others extend through `allOf`; the members are those others, and a value may be none
   * of them. `type`: a list of types, or an enum of several.
   */
  readonly keyword: 'oneOf' | 'anyOf' | 'discriminator' | 'type';
  readonly members: readonly Schema[];
  readonly discriminator?: Discriminator;
}

/** A property whose value tells the members apart (OAS 3.1.1, Discriminator Object). */
export interface Discriminator {
  readonly property: string;
  /** Index into `members` by wire value: those of `mapping`, then what a member lists for the property, or its name. */
  readonly values: ReadonlyMap<string, number>;
}

export interface Bounds {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

export interface Property {
  /** Verbatim, may be any string. */
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
}
