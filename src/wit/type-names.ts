/**
 * Names of types. Each label is unique in the service, so that every interface can use every type, and a function never
 * meets a type of its own name.
 */
import type { Operation, Pointer } from '../openapi/model.ts';
import type { Draft, InlineOrigin, OperationDraft, Parent } from './draft.ts';
import { nameErrors } from './error-names.ts';
import { postOrder, rootsOf, walk } from './graph.ts';
import { kebab, kebabWords, type Labels, labelKey, typeName } from './names.ts';
import type { Groups } from './share.ts';
import { roleLabel, telling } from './titles.ts';

/** The types and functions to name, and what their names come from. */
export interface Naming {
  readonly operations: readonly OperationDraft[];
  /** Interface label of each operation. */
  readonly interfaceOf: ReadonlyMap<Operation, string>;
  readonly functionOf: ReadonlyMap<Operation, string>;
  readonly groups: Groups;
}

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
  const drafts = postOrder(rootsOf(operations))
    .flatMap((draft) =>
      draft.origin.from === 'schema' ? [{ draft, name: draft.origin.name }] : [],
    )
    .toSorted((a, b) => (place.get(a.draft.pointer) ?? 0) - (place.get(b.draft.pointer) ?? 0));
  const counts = new Map<string, number>();
  for (const { name } of drafts) {
    const key = labelKey(lastPart(name));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Map(
    drafts.map(({ draft, name }) => {
      const short = lastPart(name);
      const long = kebab(name, 'type');
      const label = counts.get(labelKey(short)) === 1 ? short : long;
      return [draft, labels.take(label, long, `${long}-value`)];
    }),
  );
}

/** Labels for all other types. */
export function nameTypes(naming: Naming, labels: Labels, named: Map<Draft, string>): void {
  for (const { operation, arguments: given, ok } of naming.operations) {
    const name = naming.functionOf.get(operation) ?? 'call';
    if (given !== undefined) named.set(given.to, labels.take(`${name}-params`));
    if (ok.kind === 'variant') named.set(ok.variant.to, labels.take(`${name}-ok`));
    if (ok.kind === 'reply') named.set(ok.reply.to, 'http-reply');
  }
  nameErrors(naming, labels, named);
  const nameInline = (draft: Draft, user: Draft | Operation): void => {
    if (draft.origin.from !== 'inline' || named.has(draft)) return;
    named.set(draft, labels.take(...inlineNames(draft, draft.origin, user, naming, named)));
  };
  for (const operation of naming.operations) {
    const roots = rootsOf([operation]);
    for (const root of roots) nameInline(root, operation.operation);
    walk(roots, { edge: (from, { reference }) => nameInline(reference.to, from) });
  }
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

function lastPart(name: string): string {
  const part = name.split(/[./]/u).findLast((segment) => /[A-Za-z]{2}/u.test(segment));
  return kebabWords(part ?? '') ?? kebab(name, 'type');
}

function inlineNames(
  draft: Draft,
  origin: InlineOrigin,
  user: Draft | Operation,
  naming: Naming,
  named: ReadonlyMap<Draft, string>,
): readonly [string, ...string[]] {
  const title = telling(origin);
  const parent =
    parentLabel(origin.parent, naming, named) ?? parentLabel(user, naming, named) ?? 'api';
  const group = naming.groups.get(draft) ?? [draft];
  const isShared = new Set(group.map(({ origin: other }) => parentOf(other))).size > 1;
  const qualified = qualifiedName(origin, parent);
  const shared = origin.role === 'error' && !origin.shared ? 'error-body' : roleLabel(origin);
  const names = isShared ? [title, shared, qualified] : [title, qualified];
  const [first = qualified, ...rest] = names.filter((name) => name !== undefined);
  return [first, ...rest];
}

function qualifiedName(origin: InlineOrigin, parent: string): string {
  if (origin.shared) {
    const role = roleLabel(origin);
    return role.startsWith(`${parent}-`) ? role : `${parent}-${role}`;
  }
  if (origin.role === 'error') return `${parent}-error-body`;
  if (!origin.item) return origin.role === '' ? `${parent}-value` : `${parent}-${origin.role}`;
  return origin.role === 'body' ? `${parent}-body-item` : `${parent}-item`;
}

function parentOf(origin: Draft['origin']): Parent | undefined {
  return origin.from === 'inline' ? origin.parent : undefined;
}

function parentLabel(
  parent: Parent,
  { functionOf }: Naming,
  named: ReadonlyMap<Draft, string>,
): string | undefined {
  return 'origin' in parent ? named.get(parent) : functionOf.get(parent);
}
