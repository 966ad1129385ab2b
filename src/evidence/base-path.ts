import type { Finding } from './finding.ts';

/** The prefix that a setting gives all paths (`/api`), when there is one; else nothing. */
export function basePathOf(findings: readonly Finding[]): string {
  const paths = new Set(
    findings.filter(({ kind }) => kind === 'base-path').map(({ value }) => value),
  );
  const [only = ''] = paths;
  return paths.size === 1 ? only.replace(/^(?=[^/])/u, '/').replace(/\/$/u, '') : '';
}
