/**
 * What paths tell: which endpoints a host can't route apart, and what resource a path is about.
 */
import { isVacuousSegment } from '../wit/naming/paths.ts';
import { groupBy } from './groups.ts';

/** A segment that isn't fixed text, whatever its parameters are called. */
export const PARAMETER = '{}';

/** A segment that routes of hosts can have as fixed text: braces, `:x`, `*` and `...` are none. */
const FIXED = /^(?!\.\.\.$)[\w.~%!$&'()+,;=@-]+$/u;

/** Longer paths are told apart by so many segments. */
const MOST_SEGMENTS = 64;

/** A path as a host routes it: what isn't fixed text (`{id}`, `{id}.json`, `orders:search`) takes a whole segment. */
export function routeSegments(path: string): readonly string[] {
  return segmentsOf(path).map((segment) => (FIXED.test(segment) ? segment : PARAMETER));
}

/** A path as people read it: of `orders.json`, `orders:search` and `orders('{id}')` the word before the sign. */
export function resourceSegments(path: string): readonly string[] {
  return segmentsOf(path).map((segment) => /^[^.:({]+/u.exec(segment)?.[0] ?? PARAMETER);
}

function segmentsOf(path: string): readonly string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .slice(0, MOST_SEGMENTS);
}

/** The least share of all endpoints that lie below a prefix which tells nothing. */
const TRUNK_SHARE = 2 / 3;
/** A prefix that more of its endpoints end at is a resource of its own. */
const MOST_ENDING = 0.15;
/** With fewer ways on, a prefix doesn't divide the service. */
const LEAST_BRANCHES = 3;

/**
 * How many segments at the front of nearly all paths tell nothing: `/v1`, or a tenant above all resources, as in
 * `/accounts/{accountId}/contacts`. A resource with parts of its own is none: endpoints that end there tell it.
 */
export function trunkOf(paths: readonly (readonly string[])[]): readonly string[] {
  let trunk: readonly string[] = [];
  for (let members = paths; ; ) {
    const next = groupBy(members, (path) => path[trunk.length] ?? '');
    const [[segment, inside] = ['', []]] = [...next].toSorted(
      ([, a], [, b]) => b.length - a.length,
    );
    if (segment === '' || inside.length < paths.length * TRUNK_SHARE) return trunk;
    const candidate = [...trunk, segment];
    if (!isVacuousSegment(segment) && !leadsOn(candidate.length, inside)) return trunk;
    trunk = candidate;
    members = inside;
  }
}

/**
 * Whether paths go on from a prefix, over a parameter if there is one, to one more common segment or to several
 * resources, and few end before.
 */
function leadsOn(depth: number, members: readonly (readonly string[])[]): boolean {
  const next = depth + Number(members.some((path) => path[depth] === PARAMETER));
  const on = members.filter((path) => (path[next] ?? PARAMETER) !== PARAMETER);
  if (on.length < members.length * (1 - MOST_ENDING)) return false;
  const branches = [...groupBy(on, (path) => path[next] ?? '').values()];
  const isOneWay = branches.some(({ length }) => length >= members.length * TRUNK_SHARE);
  return isOneWay || branches.filter(({ length }) => length > 1).length >= LEAST_BRANCHES;
}

/**
 * The resource that a path is about: its first telling segment after the trunk, else the last one of the trunk, else
 * nothing.
 */
export function resourceOf(path: readonly string[], trunk: readonly string[]): string {
  const isBelow = trunk.every((segment, index) => path[index] === segment);
  const tells = (segment: string) => segment !== PARAMETER && !isVacuousSegment(segment);
  const rest = isBelow ? path.slice(trunk.length) : path;
  return rest.find(tells) ?? path.findLast(tells) ?? '';
}
