import { isVacuousSegment } from '../wit/naming/paths.ts';
import type { Endpoint } from './endpoint.ts';
import { resourceSegments, routeSegments } from './paths.ts';

/** What operators and tools ask of any service, whatever it is for. */
const OPERATIONAL =
  /^(?:health(?:z|-?check)?|heartbeat|live(?:z|ness)?|ready(?:z)?|readiness|ping|status|up|info|version|about|metrics|prometheus|actuator|docs|api-?docs|openapi|swagger(?:-?ui)?|redoc|favicon|robots)$/iu;

/** The endpoints that {@link isCrossCutting}, as far as nothing else is behind the same path; and the others. */
export function splitCrossCutting(
  endpoints: readonly Endpoint[],
): readonly [operational: readonly Endpoint[], proper: readonly Endpoint[]] {
  const routeOf = ({ path }: Endpoint) => routeSegments(path).join('/');
  const kept = new Set(endpoints.filter((one) => !isCrossCutting(one)).map(routeOf));
  return [
    endpoints.filter((one) => !kept.has(routeOf(one))),
    endpoints.filter((one) => kept.has(routeOf(one))),
  ];
}

/**
 * Whether an endpoint is about the running of a service rather than what the service is for: its root, probes, metrics,
 * descriptions of itself. Such endpoints are no reason to cut or not to.
 */
export function isCrossCutting({ method, path }: Pick<Endpoint, 'method' | 'path'>): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || path.includes('{')) return false;
  if (path.includes('/.well-known/')) return true;
  const words = resourceSegments(path).filter((segment) => !isVacuousSegment(segment));
  const [first = '', ...rest] = words;
  const isProbe = /^(?:health|actuator|\.?swagger)/iu.test(first);
  return words.length === 0 || (OPERATIONAL.test(first) && (rest.length === 0 || isProbe));
}
