/**
 * Names of error variants: what operations that fail alike have in common.
 */
import type { Operation } from '../openapi/model.ts';
import type { Draft } from './draft.ts';
import type { Labels } from './names.ts';
import type { Naming } from './type-names.ts';

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
 * `orders-error` when all of an interface do; else it is called by its cases when they are few (`not-found-error`), and
 * `common-error`, or after its first user, when they are many.
 */
export function nameErrors(naming: Naming, labels: Labels, named: Map<Draft, string>): void {
  const groups = errorGroups(naming);
  const commonest = groups
    .filter(({ cases, users }) => cases.length > MAX_CASES_IN_NAME && users.length > 1)
    .toSorted((a, b) => b.users.length - a.users.length)[0];
  for (const group of groups) {
    const name = commonName(group, naming) ?? (group === commonest ? 'common-error' : group.own);
    named.set(group.variant, labels.take(name, group.own));
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

function commonName({ users, cases }: ErrorGroup, naming: Naming): string | undefined {
  if (users.length === 1) return undefined;
  if (users.length === naming.operations.length) return 'api-error';
  const interfaces = new Set(users.map((user) => naming.interfaceOf.get(user)));
  const [only] = interfaces;
  if (interfaces.size === 1 && only !== undefined) {
    const all = [...naming.interfaceOf.values()].filter((label) => label === only).length;
    if (all === users.length) return `${only}-error`;
  }
  if (cases.length === 0) return 'http-error';
  if (cases.length > MAX_CASES_IN_NAME) return undefined;
  const telling = cases.length === 1 ? cases : cases.filter((label) => label !== 'default');
  return `${telling.join('-or-').replace(/-error$/u, '')}-error`;
}
