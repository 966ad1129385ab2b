/**
 * TypedApi: an ApiModel given WIT types and names. WIT text, TypeScript types and the codec table are all printed from
 * it, so that they agree.
 */

import type { Pointer } from '../openapi/model.ts';
import type { RouteCode, ServiceTable } from '../runtime/table.ts';

export interface TypedApi {
  /** `ns:name@x.y.z`, all valid WIT. */
  readonly package: { readonly namespace: string; readonly name: string; readonly version: string };
  readonly docs: string | undefined;
  /** Named types shared by the interfaces, in dependency order; the interface is called `types`. */
  readonly types: readonly TypeDefinition[];
  /** One per tag (else first path segment), in document order. */
  readonly interfaces: readonly ApiInterface[];
  readonly table: ServiceTable;
  readonly report: FidelityReport;
}

export interface ApiInterface {
  /** WIT label: `orders`. Its camelCase is never a JavaScript reserved word, nor `types`. */
  readonly label: string;
  /** JavaScript export name: `orders`. */
  readonly js: string;
  readonly docs: string | undefined;
  /** Types that belong to this interface's functions alone: errors, several-success variants, parameter records. */
  readonly types: readonly TypeDefinition[];
  readonly functions: readonly ApiFunction[];
}

export interface ApiFunction {
  readonly label: string;
  readonly pointer: Pointer;
  readonly docs: string | undefined;
  readonly parameters: readonly {
    readonly label: string;
    readonly js: string;
    readonly type: WitType;
  }[];
  /** `undefined` = no payload (`result<_, E>`). */
  readonly ok: WitType | undefined;
  /** Always a named variant. */
  readonly error: WitType;
  readonly route: RouteCode;
}

export type WitType =
  | {
      readonly kind: 'primitive';
      readonly name:
        | 'bool'
        | 's8'
        | 's16'
        | 's32'
        | 's64'
        | 'u8'
        | 'u16'
        | 'u32'
        | 'u64'
        | 'f64'
        | 'string';
    }
  | { readonly kind: 'list'; readonly of: WitType }
  | { readonly kind: 'option'; readonly of: WitType }
  | { readonly kind: 'tuple'; readonly of: readonly WitType[] }
  /** A TypeDefinition, by WIT label (unique over `types` and all interfaces). */
  | { readonly kind: 'named'; readonly label: string };

export interface TypeDefinitionBase {
  /** WIT label, unescaped: `order-line`. */
  readonly label: string;
  /** TypeScript name: `OrderLine`. */
  readonly js: string;
  readonly docs: string | undefined;
}

export type TypeDefinition = TypeDefinitionBase &
  (
    | { readonly kind: 'alias'; readonly to: WitType }
    | { readonly kind: 'record'; readonly fields: readonly RecordField[] }
    | {
        readonly kind: 'enum';
        readonly cases: readonly { readonly label: string; readonly docs: string | undefined }[];
      }
    | { readonly kind: 'variant'; readonly cases: readonly VariantCase[] }
  );

export interface RecordField {
  readonly label: string;
  readonly js: string;
  readonly docs: string | undefined;
  readonly type: WitType;
}

export interface VariantCase {
  readonly label: string;
  readonly docs: string | undefined;
  readonly type: WitType | undefined;
}

/** A place of the document that is not in the WIT as the document has it, and why. */
export interface Demotion {
  readonly pointer: Pointer;
  readonly reason: string;
}

/** What became of the document's types. */
export interface FidelityReport {
  /** Operations in the document and in the WIT. */
  readonly operations: number;
  readonly emitted: number;
  /** Leaf positions that are typed ÷ leaf positions for which the document states a type, 0..1. */
  readonly typedShare: number;
  /** Leaf positions for which the document states a type. */
  readonly stated: number;
  /** Leaf positions that the document itself leaves free-form. */
  readonly freeForm: number;
  readonly demotions: readonly Demotion[];
  /** What the document says and no type has a place for yet: response headers, further media types. */
  readonly omissions: readonly Demotion[];
}
