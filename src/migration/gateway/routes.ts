import { basePathOf } from '../../evidence/base-path.ts';
import { operationOf } from '../../fit/next-steps.ts';
import { shellWord } from '../../text/shell-word.ts';
import { firm, type ReportContext } from '../context.ts';

const MOST = 6;

/**
 * The path prefixes that the gateway sends to the component first, from the endpoints to begin with: each path up to its
 * first parameter, without those below another. A path that isn't plain is left out.
 */
export function firstPrefixes(context: ReportContext): readonly string[] {
  const prefixes = firstOperations(context)
    .map(({ path }) => path.replace(/\/\{.*$/u, ''))
    .filter((prefix) => prefix !== '' && prefix !== '/');
  const unique = new Set(prefixes);
  return [...unique]
    .filter((prefix) => !above(prefix).some((other) => unique.has(other)))
    .toSorted()
    .slice(0, MOST);
}

/** `/a/b/c` → `/a`, `/a/b` */
function above(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.slice(1, -1).map((_, index) => segments.slice(0, index + 2).join('/'));
}

/** Paths without parameters that are read: what can be asked of both services as it stands. */
export function comparable(context: ReportContext): readonly string[] {
  return firstOperations(context)
    .filter(({ method, path }) => method === 'GET' && !path.includes('{'))
    .map(({ path }) => path)
    .slice(0, 3);
}

/** The endpoints to begin with, their paths as clients ask for them: below the prefix that a setting gives them all. */
function firstOperations(context: ReportContext): readonly { method: string; path: string }[] {
  const base = basePathOf(firm(context));
  return context.assessment.verdict.firstEndpoints.flatMap(operationOf).map((operation) => {
    const [method = '', path = ''] = operation.split(' ');
    const whole = path === base || path.startsWith(`${base}/`);
    return { method, path: base === '' || whole ? path : base + path };
  });
}

/** Asks both services the same and shows where bodies or statuses differ. */
export function compareCommand(path: string, old: string, next: string): string {
  const ask = (address: string) => `curl -sSw "%{http_code}" ${shellWord(address + path)}`;
  return `diff <(${ask(old)}) <(${ask(next)})`;
}
