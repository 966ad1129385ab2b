export interface Section {
  readonly title: string;
  readonly text: string;
  readonly cases: readonly Case[];
}

export type Case = SchemaCase | OperationCase;

interface CaseBase {
  readonly title: string;
  readonly why: string;
  /** The OpenAPI version of the snippet; 3.1.0 by default. */
  readonly openapi?: string;
}

/** Named schemas (YAML); the first is a request's body and its answer. */
export interface SchemaCase extends CaseBase {
  readonly schemas: string;
  /** JSON values of the first schema. */
  readonly json: readonly unknown[];
  /** JSON that is refused, and the pointer to what is wrong. */
  readonly refused?: readonly (readonly [json: unknown, pointer: string])[];
  /** What comes out where it isn't what went in, by index of `json`. */
  readonly normalised?: Readonly<Record<number, unknown>>;
  /** The method of the request; PUT by default. */
  readonly method?: 'patch' | 'put';
}

/** Path items (YAML). */
export interface OperationCase extends CaseBase {
  readonly paths: string;
  /** Named schemas (YAML). */
  readonly components?: string;
}
