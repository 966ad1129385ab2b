import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { type Expectations, score } from './expectations.ts';
import { expressNotes } from './expected/express-notes.ts';
import { springOrders } from './expected/spring-orders.ts';

const services = new URL('../fixtures/services/', import.meta.url);

const SERVICES: Readonly<Record<string, Expectations>> = {
  'express-notes': expressNotes,
  'spring-orders': springOrders,
};

describe.each(Object.entries(SERVICES))('%s', (name, expectations) => {
  const folder = new URL(`${name}/`, services);

  it('is read as an expert reads it, file and line included', async () => {
    const evidence = await readEvidence(fileURLToPath(folder));
    const { precision, recall, missing, unexpected } = score(evidence, expectations, (file) =>
      readFileSync(new URL(file, folder), 'utf8'),
    );
    const summary = `${name}: precision ${percent(precision)}, recall ${percent(recall)}`;
    process.stdout.write(`${summary}, ${evidence.findings.length} findings\n`);
    const details = [...missing.map((one) => `- ${one}`), ...unexpected.map((one) => `+ ${one}`)];
    expect(Math.min(precision, recall), [summary, ...details].join('\n')).toBeGreaterThanOrEqual(
      0.95,
    );
  });

  it('keeps every planted secret out of the result', async () => {
    expect(JSON.stringify(await readEvidence(fileURLToPath(folder)))).not.toContain('planted');
  });
});

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
