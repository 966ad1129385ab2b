/**
 * Types that the mapping itself brings along, in the interface `types`: aliases of `string`, and a few records.
 */

import type { Draft, FieldDraft, OperationDraft, ScalarShape, Shape } from '../graph/draft.ts';
import { positionsOf, postOrder, rootsOf, signatureOf } from '../graph/graph.ts';
import type { TypeDefinition } from '../typed-api.ts';
import type { TypeNames } from './finish.ts';
import { tsName } from './finish.ts';

/** In the order in which they are declared. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['json', 'Any JSON value, as JSON text: what the document leaves open, or WIT has no type for.'],
  ['date-time', 'An instant, as RFC 3339 writes it: `2025-01-31T18:30:00Z`.'],
  ['date', 'A day, as RFC 3339 writes it: `2025-01-31`.'],
  ['time', 'A time of day, as RFC 3339 writes it: `18:30:00Z`.'],
  ['duration', 'A span of time, as ISO 8601 writes it: `P1DT12H`.'],
  ['uuid', 'A UUID: `6f1e0c3a-5d1b-4c62-9c1e-2f6d3f0b8a11`.'],
  ['uri', 'A URI, as RFC 3986 writes it.'],
  ['uri-reference', 'A URI or a relative reference, as RFC 3986 writes it.'],
  ['uri-template', 'A URI template, as RFC 6570 writes it.'],
  ['email', 'An email address.'],
  ['hostname', 'A host name.'],
  ['ipv4', 'An IPv4 address: `192.0.2.1`.'],
  ['ipv6', 'An IPv6 address: `2001:db8::1`.'],
  ['password', 'A secret: not for logs.'],
  ['decimal', 'A decimal number, as text, so that no digit is lost.'],
  ['json-pointer', 'A JSON Pointer, as RFC 6901 writes it.'],
  ['regex', 'A regular expression.'],
]);

/** Labels that no other type gets. */
export const RESERVED_TYPES = ['json'] as const;

/** The string formats that the types and signatures use. */
export function usedFormats(operations: readonly OperationDraft[]): ReadonlySet<string> {
  const positions = [
    ...operations.flatMap(signatureOf),
    ...postOrder(rootsOf(operations)).flatMap(positionsOf),
  ];
  return new Set(positions.flatMap(({ shape }) => formatsIn(shape)));
}

/** Definitions of the aliases among the labels. */
export function aliasDefinitions(
  labels: ReadonlySet<string>,
  names: TypeNames,
): readonly TypeDefinition[] {
  return [...ALIASES]
    .filter(([label]) => label === 'json' || names.formats.has(label))
    .filter(([label]) => labels.has(label))
    .map(([label, docs]) => ({
      label,
      js: tsName(label, names),
      docs,
      kind: 'alias',
      to: { kind: 'primitive', name: 'string' },
    }));
}

function formatsIn(shape: Shape): readonly string[] {
  if ('of' in shape) return formatsIn(shape.of);
  if (shape.kind === 'tuple') return shape.items.flatMap(formatsIn);
  return shape.kind === 'scalar' && shape.format !== undefined ? [shape.format] : [];
}

/** Records that the mapping brings along, by the label that they get when it is free. */
const RECORDS = {
  /** The result of operations whose success the document doesn't describe. */
  'http-reply': {
    docs: 'Any HTTP status and JSON body, for operations whose success the document does not describe.',
    fields: [
      ours('status', { scalar: 'u16' }),
      {
        ...ours('body', { scalar: 'string' }),
        shape: { kind: 'json', free: true },
        optional: true,
      },
    ],
  },
  /** A part of a multipart form that isn't a value: a file. */
  'file-part': {
    docs: 'A file of a multipart form.',
    fields: [
      { ...ours('name', { scalar: 'string' }), docs: 'The name of the file.', optional: true },
      { ...ours('content-type', { scalar: 'string' }), optional: true },
      ours('data', { scalar: 'bytes' }),
    ],
  },
  /** Bytes of one of several media types. */
  content: {
    docs: 'Bytes, and the media type that they have.',
    fields: [ours('media-type', { scalar: 'string' }), ours('data', { scalar: 'bytes' })],
  },
} satisfies Readonly<
  Record<string, { readonly docs: string; readonly fields: readonly FieldDraft[] }>
>;

export type MappingType = keyof typeof RECORDS;

function ours(label: string, { scalar }: Pick<ScalarShape, 'scalar'>): FieldDraft {
  const shape = { kind: 'scalar', scalar, leaf: 'ours' } as const;
  return { label, wire: label, docs: undefined, shape, optional: false, nullable: false };
}

/** A record that the mapping brings along. */
export function mappingDraft(label: MappingType): Draft {
  const { docs, fields } = RECORDS[label];
  return {
    pointer: '#',
    origin: { from: 'mapping', label },
    kind: 'record',
    docs,
    fields: [...fields],
  };
}
