/**
 * Equal inline types become one type: the error bodies of a whole API, an enum of sort orders, the error variants of
 * operations that fail alike.
 */

import { labelKey } from '../naming/labels.ts';
import { telling } from '../naming/titles.ts';
import type { Draft, OperationDraft, OperationOrigin, Shape } from './draft.ts';
import { edgesAt, positionsOf, postOrder, rootsOf, signatureOf, walk } from './graph.ts';

/** The drafts that became one, by the one that they became; the one itself comes first. */
export type Groups = ReadonlyMap<Draft, readonly Draft[]>;

/**
 * Merges inline types that have the same structure and stand for the same thing (title, property name, error body), and
 * parts of signatures, such as error variants, that have the same cases or fields. Documentation that differs is dropped.
 *
 * @param operations - without recursion; their references are redirected to the types that stay
 */
export function shareTypes(operations: readonly OperationDraft[]): Groups {
  const roots = rootsOf(operations);
  const stays = new Map<Draft, Draft>();
  const numbers = new Map<Draft, number>();
  const byKey = new Map<string, Draft>();
  const groups = new Map<Draft, Draft[]>();
  const alike = alikeEnums(roots);
  const numberOf = (draft: Draft): number => numbers.get(stays.get(draft) ?? draft) ?? -1;
  for (const draft of postOrder(roots)) {
    const meaning = alike.get(draft) ?? meaningOf(draft);
    const key =
      meaning === undefined ? undefined : JSON.stringify([meaning, structure(draft, numberOf)]);
    const known = key === undefined ? undefined : byKey.get(key);
    stays.set(draft, known ?? draft);
    if (known !== undefined) {
      groups.get(known)?.push(draft);
      dropDifferentDocs(known, draft);
      continue;
    }
    numbers.set(draft, numbers.size);
    groups.set(draft, [draft]);
    if (key !== undefined) byKey.set(key, draft);
  }
  redirect(operations, roots, stays);
  return groups;
}

/** So many equal enums in one record are one: what a value of that record is. */
const MANY = 3;

/** What enums stand for that one record has many of, under different names. */
function alikeEnums(roots: readonly Draft[]): ReadonlyMap<Draft, string> {
  const byContent = new Map<string, Draft[]>();
  for (const draft of postOrder(roots)) {
    if (draft.kind !== 'enum' || draft.origin.from !== 'inline' || !draft.origin.shared) continue;
    const { parent } = draft.origin;
    const content = `values of ${parent.pointer} ${JSON.stringify(draft.cases)}`;
    byContent.set(content, [...(byContent.get(content) ?? []), draft]);
  }
  return new Map(
    [...byContent].flatMap(([content, drafts]) =>
      drafts.length < MANY ? [] : drafts.map((draft) => [draft, content] as const),
    ),
  );
}

/** Parts of signatures that operations have in common. */
const SHARED_SUFFIXES: ReadonlySet<string> = new Set<OperationOrigin['suffix']>([
  'error',
  'body',
  'content',
  'response',
]);

/** What a type stands for, beside its structure; `undefined` when it is a thing of its own. */
function meaningOf(draft: Draft): string | undefined {
  const { origin } = draft;
  if (origin.from === 'operation')
    return SHARED_SUFFIXES.has(origin.suffix) ? origin.suffix : undefined;
  if (origin.from !== 'inline') return undefined;
  const title = telling(origin);
  if (title !== undefined) return `title ${title}`;
  if (isChoiceOfKnown(draft)) return 'choice';
  const item = origin.item ? 'item of ' : '';
  if (origin.shared) return `${item}property ${labelKey(origin.role)}`;
  return origin.role === 'error'
    ? `${item}error`
    : `${item}${origin.role} of ${origin.parent.pointer}`;
}

/** A union of types that all have names: it stands for whatever they stand for. */
function isChoiceOfKnown(draft: Draft): boolean {
  if (draft.kind !== 'union') return false;
  const edges = edgesAt(positionsOf(draft));
  return edges.every(({ reference }) => reference.to.origin.from === 'schema');
}

function structure(draft: Draft, numberOf: (draft: Draft) => number): unknown {
  const shape = (inner: Shape): unknown => shapeStructure(inner, numberOf);
  switch (draft.kind) {
    case 'enum':
      return draft.cases;
    case 'alias':
      return shape(draft.shape);
    case 'record':
      return [
        draft.fields.map((field) => [
          field.label,
          field.wire,
          field.optional,
          field.nullable,
          field.triState === true,
          shape(field.shape),
        ]),
        draft.fixed ?? null,
        draft.extra === undefined ? null : [draft.extra.label, shape(draft.extra.shape)],
      ];
    case 'union':
      return [
        draft.by,
        draft.cases.map(({ label, payload }) => [
          label,
          payload.kind === 'constant' ? payload : shape(payload),
        ]),
      ];
    case 'variant':
      return draft.cases.map(({ label, anyStatus, shape: value }) => [
        label,
        anyStatus,
        value === undefined ? null : shape(value),
      ]);
  }
}

function shapeStructure(shape: Shape, numberOf: (draft: Draft) => number): unknown {
  switch (shape.kind) {
    case 'reference':
      return shape.demoted ? { kind: 'json', free: false } : numberOf(shape.to);
    case 'list':
    case 'map':
    case 'nullable':
      return { ...shape, of: shapeStructure(shape.of, numberOf) };
    case 'tuple':
      return { ...shape, items: shape.items.map((item) => shapeStructure(item, numberOf)) };
    default:
      return shape;
  }
}

function dropDifferentDocs(stays: Draft, goes: Draft): void {
  if (stays.docs !== goes.docs) stays.docs = undefined;
  const [kept, others] = [documented(stays), documented(goes)];
  kept.forEach((part, index) => {
    if (part.docs !== others[index]?.docs) part.docs = undefined;
  });
}

function documented(draft: Draft): readonly { docs: string | undefined }[] {
  if (draft.kind === 'record') return draft.fields;
  return draft.kind === 'variant' || draft.kind === 'union' ? draft.cases : [];
}

function redirect(
  operations: readonly OperationDraft[],
  roots: readonly Draft[],
  stays: ReadonlyMap<Draft, Draft>,
): void {
  const references = operations.flatMap((operation) =>
    edgesAt(signatureOf(operation)).map((edge) => edge.reference),
  );
  walk(roots, { edge: (_from, { reference }) => references.push(reference) });
  for (const reference of references) reference.to = stays.get(reference.to) ?? reference.to;
}
