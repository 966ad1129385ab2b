import type { Evidence, Finding } from '../../src/evidence/finding.ts';

/** Evidence of these findings, in a folder that is nowhere. */
export function evidenceOf(
  findings: readonly Finding[],
  documents: Evidence['documents'] = [],
): Evidence {
  return { folder: '/nowhere', findings, documents, filesRead: 3, skipped: [] };
}
