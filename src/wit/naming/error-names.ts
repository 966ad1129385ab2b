/**
 * Names of error variants: what operations that fail alike have in common.
 */
import type { Operation } from '../../openapi/model.ts';
import { singular } from '../../text/english.ts';
import type { Draft } from '../graph/draft.ts';
import type { Labels } from './labels.ts';
import type { Naming } from './naming.ts';

interface ErrorGroup {
  readonly variant: Draft;
  readonly users: readonly Operation[];
  /** The name for an operation's own error. */
  readonly own: string;
  /** Labels of the documented cases. */
  readonly cases: readonly string[];
}

/** With more cases than this a name made of them isn't read. */
const MAX_CASES_IN_NAME = 2;

/**
 * An operation's own error is `get-order-error`. One that operations share is `api-error` when all of them do,
 * `orders-error` when all of an interface do; else it is called by its cases when they are few (`not-found-error`).
 * With many cases, the commonest of an interface is `order-error`, that of the API `common-error`, and others are
 * called after their first user.
 */
export function nameErrors(naming: Naming, labels: Labels, named: Map<Draft, string>): void {
  const groups = errorGroups(naming).toSorted((a, b) => b.users.length - a.users.length);
  for (const group of groups) {
    const name = group.users.length === 1 ? undefined : commonName(group, naming);
    const [first = group.own, ...rest] = [...(name ?? []), group.own];
    const label = labels.take(first, ...rest);
    named.set(group.variant, label);
    if (label === group.own && group.users.length > 1) tellUsers(group, naming);
  }
}

function errorGroups({ operations, functionOf, groups }: Naming): readonly ErrorGroup[] {
  return [...new Set(operations.map(({ error }) => error.to))].map((variant) => {
    const users = (groups.get(variant) ?? [variant]).flatMap(({ origin }) =>
      origin.from === 'operation' ? [origin.operation] : [],
    );
    const first = users.map((user) => functionOf.get(user)).find((name) => name !== undefined);
    const cases = variant.kind === 'variant' ? variant.cases.map(({ label }) => label) : [];
    return {
      variant,
      users,
      own: `${first ?? 'call'}-error`,
      cases: cases.filter((label) => label !== 'other'),
    };
  });
}

/** Names by preference. The commonest groups come first, so that they get the names that others would like too. */
function commonName({ users, cases }: ErrorGroup, naming: Naming): readonly string[] {
  if (users.length === naming.operations.length) return ['api-error'];
  const interfaces = new Set(users.map((user) => naming.interfaceOf.get(user)));
  const [only] = interfaces.size === 1 ? interfaces : [];
  const all = [...naming.interfaceOf.values()].filter((label) => label === only).length;
  if (only !== undefined && all === users.length) return [`${only}-error`];
  if (cases.length === 0) return ['http-error'];
  if (cases.length > MAX_CASES_IN_NAME) {
    return [only === undefined ? 'common-error' : `${singular(only)}-error`];
  }
  const telling = cases.length === 1 ? cases : cases.filter((label) => label !== 'default');
  return [`${telling.join('-or-').replace(/-error$/u, '')}-error`];
}

/** A type that is called after one operation says which others have it. */
function tellUsers({ variant, users }: ErrorGroup, { functionOf }: Naming): void {
  const names = users.map((user) => `\`${functionOf.get(user) ?? ''}\``);
  const many = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  variant.docs = `How ${many.slice(0, -1).join(', ')} and ${many.at(-1)} fail.`;
}
