import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeDocuments, publishedDocuments, unpackDocument } from '../support/documents.ts';
import { temporaryFolder } from '../support/files.ts';
import { runBin } from './support/cli.ts';

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

const documents = publishedDocuments('service');

describeDocuments('service documents', () => {
  it.each(documents)(
    '$file: project written, WIT checked, every operation emitted',
    async ({ file, operations }) => {
      const path = await unpackDocument(file);
      const out = join(await temporaryFolder(), 'svc');
      const flags = ['--yes', '--json', '--no-build', '--skip-install', '--out', out];
      const run = await runBin(['svc', '--from', path, ...flags]);
      expect(run.status, run.stderr).toBe(0);
      const { api } = JSON.parse(run.stdout);
      expect(api).toMatchObject({ operations, emitted: operations });
    },
  );

  it.each(PROVEN)('%s: built, transpiled, smoke test green', async (prefix) => {
    const document = documents.find(({ file }) => file.startsWith(`service/${prefix}`));
    if (document === undefined) throw new Error(`no document starts with ${prefix}`);
    const path = await unpackDocument(document.file);
    const out = join(await temporaryFolder(), 'svc');
    const run = await runBin(['svc', '--from', path, '--yes', '--json', '--out', out]);
    expect(run.status, run.stderr).toBe(0);
    const { smoke } = JSON.parse(run.stdout);
    expect(smoke.failed).toBe(0);
    expect(smoke.passed).toBeGreaterThan(document.operations);
  });
});
