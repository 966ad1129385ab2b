/**
 * Names of types that the document defines where it uses them: after their title, else after what they belong to and
 * what they are there: `order-line`, `create-order-body`, `list-orders-status`.
 */
import type { Operation } from '../../openapi/model.ts';
import { singular } from '../../text/english.ts';
import type { Draft, DraftKind, InlineOrigin, Parent, UnionCaseDraft } from '../graph/draft.ts';
import { rootsOf, walk } from '../graph/graph.ts';
import type { Labels } from './labels.ts';
import type { Naming } from './naming.ts';
import { isVacuous, roleLabel, telling, withoutVacuousEnd } from './titles.ts';

interface Context {
  readonly naming: Naming;
  readonly named: ReadonlyMap<Draft, string>;
}

/** Labels for inline types, those of a type before those in it. */
export function nameInlineTypes(naming: Naming, labels: Labels, named: Map<Draft, string>): void {
  const name = (draft: Draft, user: Parent): void => {
    const { origin } = draft;
    if (origin.from !== 'inline' || named.has(draft)) return;
    named.set(draft, labels.take(...candidates(draft, origin, user, { naming, named })));
  };
  for (const operation of naming.operations) {
    const roots = rootsOf([operation]);
    for (const root of roots) name(root, operation.operation);
    walk(roots, { edge: (from, { reference }) => name(reference.to, from) });
  }
}

/** @param user - what the type was met in, in case its own parent became one with another type */
function candidates(
  draft: Draft,
  origin: InlineOrigin,
  user: Parent,
  context: Context,
): readonly [string, ...string[]] {
  const owner = labelOf(origin.parent, context) ?? labelOf(user, context) ?? 'api';
  const full = qualified(origin, owner);
  const short = isSchema(origin.parent) ? qualified(origin, withoutVacuousEnd(owner)) : full;
  const origins = (context.naming.groups.get(draft) ?? []).flatMap(({ origin: other }) =>
    other.from === 'inline' ? [other] : [],
  );
  const parents = new Set(origins.map(({ parent }) => parent));
  const isManifold = new Set(origins.map(roleLabel)).size > 1;
  if (draft.kind === 'union' && isManifold) {
    const [first = full, ...rest] = choiceNames(draft, origins.map(roleLabel));
    return [first, ...rest, short, full, `${full}-choice`];
  }
  if (parents.size === 1 && isManifold) {
    return [`${withoutVacuousEnd(owner)}-value`, `${owner}-value`];
  }
  const shared = parents.size > 1 ? sharedName(origin, [...parents], context) : undefined;
  const choice = draft.kind === 'union' ? choiceNames(draft, []) : [];
  const [first = full, ...rest] = [telling(origin), shared, short, ...choice].filter(
    (label) => label !== undefined,
  );
  return [first, ...rest, full, ...(draft.kind === 'union' ? [`${full}-choice`] : [])];
}

/** With more cases than this a name made of them isn't read. */
const MAX_CASES_IN_NAME = 3;

/**
 * Names of a union that properties of different names have: the name that the others end with (`chat-id` of
 * `from-chat-id`), else what it is a choice of: `text-or-file`.
 */
function choiceNames({ cases }: DraftKind<'union'>, roles: readonly string[]): readonly string[] {
  const common = roles.find((role) => roles.every((other) => `-${other}`.endsWith(`-${role}`)));
  const words = cases.map(({ label, payload }) => (isCut(payload) ? `${label}-json` : label));
  const isRead = words.length <= MAX_CASES_IN_NAME;
  return [
    ...(common === undefined || isVacuous(common) ? [] : [common]),
    ...(isRead ? [words.join('-or-')] : []),
  ];
}

/** Whether a use stands for a type that it could not have. */
function isCut(payload: UnionCaseDraft['payload']): boolean {
  return payload.kind === 'reference' && payload.demoted;
}

function qualified(origin: InlineOrigin, owner: string): string {
  const role = roleLabel(origin);
  if (origin.shared) return role.startsWith(`${owner}-`) ? role : `${owner}-${role}`;
  if (origin.role === 'error') return `${owner}-error-body`;
  if (origin.role === '') return `${owner}-${origin.item ? 'item' : 'value'}`;
  return origin.role.startsWith('response') && origin.item ? `${owner}-item` : `${owner}-${role}`;
}

/**
 * The name of a type that several others have: its role, when that is a name of its own (`card-type`, `address`). One
 * plain word is told apart by what its owners have in common (`refund-status`), or by their interface (`order-status`).
 */
function sharedName(
  origin: InlineOrigin,
  parents: readonly Parent[],
  context: Context,
): string | undefined {
  if (!origin.shared) return origin.role === 'error' ? 'error-body' : undefined;
  const role = roleLabel(origin);
  if (!role.includes('-') && !isVacuous(role)) {
    const common = commonWords(parents, context);
    if (common !== undefined) return role.startsWith(`${common}-`) ? role : `${common}-${role}`;
  }
  return isVacuous(role) ? undefined : role;
}

function commonWords(parents: readonly Parent[], context: Context): string | undefined {
  const interfaces = new Set(parents.map((parent) => interfaceOf(parent, context)));
  const [only] = interfaces;
  if (interfaces.size === 1 && only !== undefined) return singular(only);
  const labels = parents.map((parent) => (isSchema(parent) ? labelOf(parent, context) : undefined));
  const known = labels.filter((label) => label !== undefined).map(withoutVacuousEnd);
  return known.length === labels.length ? commonEdge(known) : undefined;
}

/** Words that all labels begin with, else those that all end with. */
function commonEdge(labels: readonly string[]): string | undefined {
  const lists = labels.map((label) => label.split('-'));
  const start = commonStart(lists);
  const words =
    start.length > 0 ? start : commonStart(lists.map((list) => list.toReversed())).toReversed();
  return words.length === 0 ? undefined : words.join('-');
}

function commonStart(lists: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = lists;
  const end = first.findIndex((word, index) => others.some((other) => other[index] !== word));
  return end === -1 ? first : first.slice(0, end);
}

/** The interface that an inline type's outermost owner belongs to; none for a named schema. */
function interfaceOf(parent: Parent, context: Context): string | undefined {
  let current = parent;
  while ('origin' in current) {
    const { origin } = current;
    if (origin.from === 'inline') current = origin.parent;
    else if (origin.from === 'operation') current = origin.operation;
    else return undefined;
  }
  return context.naming.interfaceOf.get(current);
}

function isSchema(parent: Parent): parent is Draft {
  return 'origin' in parent && parent.origin.from === 'schema';
}

function labelOf(parent: Parent, { naming, named }: Context): string | undefined {
  if ('origin' in parent) return named.get(parent);
  return naming.functionOf.get(parent satisfies Operation);
}
