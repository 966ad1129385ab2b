/**
 * Drafts: types on their way from schemas to WIT.
 *
 * A draft carries the WIT form and the JSON form of a type in one value, so that the WIT text and the codec table,
 * which are both made from it, agree. Drafts form a graph that the steps after lowering change in place: cutting
 * recursion, keeping the budget, sharing equal types. They get their names last.
 */

import type { Operation, Parameter, Pointer } from '../../openapi/model.ts';
import type {
  Constant,
  EmptyObject,
  ScalarName,
  ScalarWithBounds,
  SelectorCode,
} from '../../runtime/table.ts';
import type { AnswerDraft, ContentDraft } from './content-draft.ts';

/** The type at one position. */
export type Shape =
  | ScalarShape
  | JsonShape
  | { readonly kind: 'list'; readonly of: Shape; readonly min?: number; readonly max?: number }
  | { readonly kind: 'map'; readonly of: Shape }
  | { readonly kind: 'tuple'; readonly items: readonly Shape[] }
  | { readonly kind: 'nullable'; readonly of: Shape }
  | Reference;

export interface ScalarShape {
  readonly kind: 'scalar';
  readonly scalar: Exclude<ScalarName, 'json' | 'file'>;
  readonly limits?: Limits;
  /** A well-known format that gives the scalar a name of its own: `date-time`. */
  readonly format?: string;
  /**
   * How the fidelity report counts it, when not as typed. `untyped`: the document states more than this. `ours`: the
   * document doesn't state it, the mapping adds it.
   */
  readonly leaf?: 'untyped' | 'ours';
}

/** What the document limits a number or a text to, as the codec table writes it. */
export type Limits = Omit<ScalarWithBounds, 'scalar'>;

/** Any JSON value. `free`: the document states no type, so nothing is lost. */
export interface JsonShape {
  readonly kind: 'json';
  readonly free: boolean;
}

/** One use of a draft. A demoted use is `json`. */
export interface Reference {
  readonly kind: 'reference';
  readonly pointer: Pointer;
  to: Draft;
  demoted: boolean;
  /** Of a mapping type, how the fidelity report counts it: typed, unless the document states more. */
  readonly leaf?: ScalarShape['leaf'];
}

export type Draft = DraftBase &
  (
    | {
        readonly kind: 'record';
        fields: FieldDraft[];
        fixed?: readonly Fixed[];
        extra?: ExtraDraft;
      }
    | { readonly kind: 'enum'; readonly cases: readonly EnumCaseDraft[] }
    | { readonly kind: 'alias'; shape: Shape }
    /** What HTTP tells apart, by status. */
    | { readonly kind: 'variant'; readonly cases: readonly VariantCaseDraft[] }
    /** A variant that JSON tells apart; `by` picks a case by its index. */
    | { readonly kind: 'union'; cases: readonly UnionCaseDraft[]; by: SelectorCode }
  );

export type DraftKind<K extends Draft['kind']> = Extract<Draft, { kind: K }>;

export interface DraftBase {
  readonly pointer: Pointer;
  readonly origin: Origin;
  docs: string | undefined;
}

export type Parent = Draft | Operation;

/** Where a type comes from, which is what it is named after. */
export type Origin =
  /** `patch`: beside the type of the schema itself, the one that it has in patches. */
  | { readonly from: 'schema'; readonly name: string; readonly patch?: boolean }
  | InlineOrigin
  | OperationOrigin
  /** A type that the mapping brings along: `http-reply`. */
  | { readonly from: 'mapping'; readonly label: string };

/** A part of an operation's signature that HTTP, not JSON, gives its form. */
export interface OperationOrigin {
  readonly from: 'operation';
  readonly operation: Operation;
  readonly suffix: 'params' | 'ok' | 'error' | 'body' | 'content' | 'response';
  /** Label of the answer's status. */
  readonly status?: string;
}

export interface InlineOrigin {
  readonly from: 'inline';
  readonly title: string | undefined;
  readonly parent: Parent;
  /** The property or parameter; or what the payload is. */
  readonly role: string;
  /** Whether `role` is a name from the document: equal types with one role are one type. */
  readonly shared: boolean;
  /** One of several: an element of a list or a value of a map. */
  readonly item: boolean;
}

export interface FieldDraft {
  readonly label: string;
  readonly wire: string;
  docs: string | undefined;
  readonly shape: Shape;
  readonly optional: boolean;
  readonly nullable: boolean;
  /** Optional and nullable, and the two are told apart. */
  readonly triState?: boolean;
}

/** A property that has one value and no field. */
export interface Fixed {
  readonly wire: string;
  readonly value: Constant;
}

/** The field that holds the properties which the document doesn't name. */
export interface ExtraDraft {
  readonly label: string;
  readonly shape: Shape;
}

export interface EnumCaseDraft {
  readonly label: string;
  readonly wire: string;
}

export interface UnionCaseDraft {
  readonly label: string;
  docs: string | undefined;
  readonly payload: Shape | NoPayload;
}

/** The case is the only value that it has in JSON. */
export interface NoPayload {
  readonly kind: 'constant';
  readonly value: Constant | EmptyObject;
}

export interface VariantCaseDraft {
  readonly label: string;
  docs: string | undefined;
  readonly shape: Shape | undefined;
  /** The status comes with the value: `tuple<u16, T>`. */
  readonly anyStatus: boolean;
}

export interface OperationDraft {
  readonly operation: Operation;
  /** In the order of the call: path, query, header, cookie. */
  readonly parameters: readonly ParameterDraft[];
  readonly body: BodyDraft | undefined;
  /** Set when the call takes one record. */
  readonly arguments: Reference | undefined;
  readonly ok: OkDraft;
  readonly error: Reference;
  readonly errors: readonly ErrorDraft[];
}

export interface ParameterDraft {
  readonly label: string;
  readonly parameter: Parameter;
  readonly shape: Shape;
  readonly optional: boolean;
}

export interface BodyDraft {
  readonly label: string;
  readonly optional: boolean;
  readonly docs: string | undefined;
  readonly content: ContentDraft;
}

export type OkDraft =
  | { readonly kind: 'one'; readonly success: SuccessDraft }
  | {
      readonly kind: 'variant';
      readonly variant: Reference;
      readonly successes: readonly SuccessDraft[];
    }
  | { readonly kind: 'reply'; readonly reply: Reference };

export interface SuccessDraft {
  readonly label: string;
  readonly status: number;
  readonly docs: string | undefined;
  readonly answer: AnswerDraft;
  /** The value is the `location` of a redirect; there is nothing else. */
  readonly location: boolean;
}

export interface ErrorDraft {
  readonly label: string;
  readonly status: number | 'any';
  readonly docs: string | undefined;
  readonly answer: AnswerDraft;
}

/** A use of a draft. */
export function reference(pointer: Pointer, to: Draft): Reference {
  return { kind: 'reference', pointer, to, demoted: false };
}

/** The shapes that the cases of a union hold. */
export function caseShapes({ cases }: DraftKind<'union'>): readonly Shape[] {
  return cases.flatMap(({ payload }) => (payload.kind === 'constant' ? [] : [payload]));
}
