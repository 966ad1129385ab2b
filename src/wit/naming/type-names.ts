/**
 * Names of types. Each label is unique in the service, so that every interface can use every type, and a function never
 * meets a type of its own name.
 */
import type { Operation, Pointer } from '../../openapi/model.ts';
import type { Draft, OperationDraft } from '../graph/draft.ts';
import { postOrder, rootsOf } from '../graph/graph.ts';
import { nameContents } from './content-names.ts';
import { nameErrors } from './error-names.ts';
import { nameInlineTypes } from './inline-names.ts';
import { typeName } from './js-names.ts';
import { kebab, kebabWords, type Labels, labelKey } from './labels.ts';
import type { Naming } from './naming.ts';

/**
 * Labels for named schemas. They come first, in document order: their names are the document's own. A qualified name
 * (`io.k8s.api.core.v1.Pod`) is as short as it can be.
 */
export function nameSchemas(
  operations: readonly OperationDraft[],
  order: readonly Pointer[],
  labels: Labels,
): Map<Draft, string> {
  const place = new Map(order.map((pointer, index) => [pointer, index]));
  const afterOperation = new Set(operations.map(({ operation }) => bodySchema(operation)));
  const drafts = postOrder(rootsOf(operations))
    .flatMap((draft) => {
      const { origin } = draft;
      if (origin.from !== 'schema' || afterOperation.has(origin.name)) return [];
      const own = place.get(draft.pointer) ?? 0;
      return origin.patch === true
        ? [{ draft, name: `${origin.name} patch`, at: own + order.length }]
        : [{ draft, name: origin.name, at: own }];
    })
    .toSorted((a, b) => a.at - b.at);
  const suffixes = new Map(drafts.map(({ draft, name }) => [draft, suffixLabels(name)]));
  const counts = new Map<string, number>();
  for (const candidates of suffixes.values()) {
    for (const key of new Set(candidates.map(labelKey))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return new Map(
    drafts.map(({ draft, name }) => {
      const short = suffixes.get(draft)?.find((label) => counts.get(labelKey(label)) === 1);
      const long = kebab(name, 'type');
      return [draft, labels.take(short ?? long, long, `${long}-value`)];
    }),
  );
}

/**
 * `io.acme.v1.Pod` → `pod`, `v1-pod`, `acme-v1-pod`, `io-acme-v1-pod`; a last part without words doesn't stand alone.
 */
function suffixLabels(name: string): readonly string[] {
  const parts = name.split(/[./]/u);
  return parts
    .map((_part, index) => parts.slice(parts.length - 1 - index))
    .filter((suffix) => /[A-Za-z]{2}/u.test(suffix[0] ?? ''))
    .flatMap((suffix) => kebabWords(suffix.join(' ')) ?? []);
}

/** FastAPI calls the schema of a form or of several body parameters after the operation (0.115, `get_body_field`). */
function bodySchema({ operationId }: Operation): string | undefined {
  return operationId === undefined ? undefined : `Body_${operationId}`;
}

/** Labels for the records that the mapping brings along; the document's own names come first. */
export function nameMappings(
  operations: readonly OperationDraft[],
  labels: Labels,
  named: Map<Draft, string>,
): void {
  for (const draft of postOrder(rootsOf(operations))) {
    const { origin } = draft;
    if (origin.from === 'mapping')
      named.set(draft, labels.take(origin.label, `any-${origin.label}`));
  }
}

/** Labels for all other types. */
export function nameTypes(naming: Naming, labels: Labels, named: Map<Draft, string>): void {
  const { operations, functionOf } = naming;
  const bodyOwners = new Map(
    operations.map(({ operation }) => [bodySchema(operation), functionOf.get(operation)]),
  );
  for (const draft of postOrder(rootsOf(operations))) {
    if (draft.origin.from !== 'schema' || named.has(draft)) continue;
    named.set(draft, labels.take(`${bodyOwners.get(draft.origin.name) ?? 'request'}-body`));
  }
  for (const { operation, arguments: given, ok } of operations) {
    const name = functionOf.get(operation) ?? 'call';
    if (given !== undefined) named.set(given.to, labels.take(`${name}-params`));
    if (ok.kind === 'variant') named.set(ok.variant.to, labels.take(`${name}-ok`));
  }
  nameErrors(naming, labels, named);
  nameContents(naming, labels, named);
  nameInlineTypes(naming, labels, named);
}

/** TypeScript names, unique too. */
export function nameInTypeScript(labels: Iterable<string>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const label of labels) {
    let name = typeName(label);
    while (taken.has(name)) name = `${name}Type`;
    taken.add(name);
    names.set(label, name);
  }
  return names;
}
