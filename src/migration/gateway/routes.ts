import type { Finding } from '../../evidence/finding.ts';
import { operationOf } from '../../fit/next-steps.ts';
import { shellWord } from '../../text/shell-word.ts';

const MOST = 6;

/**
 * The path prefixes that the gateway sends to the component first, from the endpoints to begin with: each path up to its
 * first parameter, without those below another. A path that isn't plain is left out.
 */
export function firstPrefixes(endpoints: readonly Finding[]): readonly string[] {
  const prefixes = endpoints
    .flatMap(operationOf)
    .map((operation) => operation.split(' ')[1]?.replace(/\/\{.*$/u, '') ?? '')
    .filter((prefix) => prefix !== '' && prefix !== '/');
  const unique = [...new Set(prefixes)].toSorted();
  return unique
    .filter((one) => !unique.some((other) => other !== one && one.startsWith(`${other}/`)))
    .slice(0, MOST);
}

/** Paths without parameters that are read: what can be asked of both services as it stands. */
export function comparable(endpoints: readonly Finding[]): readonly string[] {
  return endpoints
    .flatMap(operationOf)
    .filter((operation) => operation.startsWith('GET ') && !operation.includes('{'))
    .map((operation) => operation.slice(4))
    .slice(0, 3);
}

/** Asks both services the same and shows where bodies or statuses differ. */
export function compareCommand(path: string, old: string, next: string): string {
  const ask = (address: string) => `curl -sSw "%{http_code}" ${shellWord(address + path)}`;
  return `diff <(${ask(old)}) <(${ask(next)})`;
}
