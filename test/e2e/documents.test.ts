import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentsIn } from '../support/documents.ts';
import { runBin, temporaryFolder } from './support/cli.ts';

// Each shows something the others don't: enums and headers, callbacks, unnamed schemas, range codes, binary bodies …
const PROVEN = [
  '1password-local-connect',
  'adyen-com-transferservice',
  'authentiq-io',
  'beanstream-com',
  'cdcgov-local-prime-data-hub',
  'circleci-com',
  'doqs-dev',
  'exoapi-dev',
  'pinecone-io',
  'royalmail-com',
  'webscraping-ai',
];

const documents = documentsIn('service');

describe.skipIf(documents.length === 0)('service documents', () => {
  it.each(documents.map((document) => [document.name, document] as const))(
    '%s: project written, WIT checked, every operation emitted',
    async (_name, document) => {
      const folder = await temporaryFolder();
      const path = join(folder, 'openapi.json');
      await writeFile(path, document.text());
      const args = ['svc', '--from', path, '--yes', '--json', '--no-build', '--skip-install'];
      const run = await runBin([...args, '--out', join(folder, 'svc')]);
      expect(run.status, run.stderr).toBe(0);
      const { api } = JSON.parse(run.stdout);
      expect(api.operations).toBe(document.operations);
      expect(api.emitted).toBe(document.operations);
    },
  );

  it.each(PROVEN)('%s: built, transpiled, smoke test green', async (prefix) => {
    const document = documents.find((candidate) => candidate.name.startsWith(prefix));
    if (document === undefined) throw new Error(`no document starts with ${prefix}`);
    const folder = await temporaryFolder();
    const path = join(folder, 'openapi.json');
    await writeFile(path, document.text());
    const run = await runBin([
      'svc',
      '--from',
      path,
      '--yes',
      '--json',
      '--out',
      join(folder, 'svc'),
    ]);
    expect(run.status, run.stderr).toBe(0);
    const { smoke } = JSON.parse(run.stdout);
    expect(smoke.failed).toBe(0);
    expect(smoke.passed).toBeGreaterThan(document.operations);
  });
});
