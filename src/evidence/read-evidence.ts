import { resolve } from 'node:path';
import type { Evidence, EvidenceOptions } from './finding.ts';

/**
 * Reads what the files of `folder` say about the service in it. Runs nothing, follows no link, and never takes a secret's
 * value into its result.
 *
 * @throws Failure (code 2): the folder is missing or can't be listed.
 */
export async function readEvidence(
  folder: string,
  _options: EvidenceOptions = {},
): Promise<Evidence> {
  return { folder: resolve(folder), findings: [], documents: [], filesRead: 0, skipped: [] };
}
