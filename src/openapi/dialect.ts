import type { Body, Media, Parameter, ParameterPlace, Pointer } from './model.ts';
import type { Raw } from './raw.ts';
import type { Reading } from './reading.ts';

/**
 * What the versions of OpenAPI write differently. Everything else, paths, operations, parameters by place, responses by
 * status and schemas, is read by the same code; a difference that is unambiguous (`nullable`, lists of types, exclusive
 * bounds) is read in all of them.
 */
export interface Dialect {
  /** Whether what stands beside a `$ref` in a schema counts. */
  readonly refSiblings: boolean;
  /** Prefix of every path, without a slash at the end; `''` for none. */
  basePath(document: Raw): string;
  /** Notes what the document says outside of its paths and the model leaves out. */
  noteUnread(reading: Reading, document: Raw): void;
  /** Whether parameters of this place are the body, or parts of it. */
  isBodyPlace(place: unknown): boolean;
  /** What a parameter or header holds and how it is written. */
  value(reading: Reading, raw: Raw, place: ParameterPlace, pointer: Pointer): Value;
  /** The body of an operation; undefined when it has none, or it holds nothing. */
  body(reading: Reading, operation: OperationSource): Body | undefined;
  /** The content of a response of `operation`. */
  content(reading: Reading, response: Raw, pointer: Pointer, operation: OperationSource): Media[];
}

export type Value = Pick<Parameter, 'schema' | 'style' | 'explode' | 'json' | 'examples'>;

/** An operation as it stands in the document. */
export interface OperationSource {
  readonly raw: Raw;
  readonly pointer: Pointer;
  /** Those of its path and its own, its own replacing the others. */
  readonly parameters: readonly LocatedParameter[];
}

/** A Parameter Object that has a name. */
export interface LocatedParameter {
  readonly name: string;
  readonly raw: Raw;
  readonly pointer: Pointer;
}
